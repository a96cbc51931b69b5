import { isRange } from './requirement'

/**
 * What Poetry allows as a PEP 440 specifier; empty, for any version, where it cannot be said in one.
 * https://python-poetry.org/docs/dependency-specification/
 */
export function poetryRange(asked: string): string {
  if (asked.length > 500 || asked.includes('|')) return ''
  const parts = asked
    .trim()
    .replace(/([~^=<>!]+)\s+/g, '$1')
    .split(/\s*,\s*|\s+/)
  const range = parts
    .map(rangeOf)
    .filter(part => part !== '')
    .join(',')
  return isRange(range) ? range : ''
}

function rangeOf(part: string): string {
  if (part === '*' || part === '') return ''
  if (part.startsWith('^')) return between(part.slice(1), caret)
  if (part.startsWith('~') && !part.startsWith('~=')) return between(part.slice(1), tilde)
  if (/^[=<>!~]/.test(part)) return part.replace(/^=(?=\d)/, '==')
  const version = part.replace(/^v(?=\d)/, '')
  return `==${/^\d[\d.]*\.[x*]$/i.test(version) ? version.replace(/x$/i, '*') : version}`
}

function between(version: string, next: (release: readonly number[]) => readonly number[]): string {
  const release = /^v?(\d+(?:\.\d+)*)/.exec(version)?.[1]?.split('.').map(Number)
  return release ? `>=${version},<${next(release).join('.')}` : `>=${version}`
}

// What keeps the leftmost part that is not zero.
function caret(release: readonly number[]): readonly number[] {
  const first = release.findIndex(part => part !== 0)
  return raised(release, first < 0 ? release.length - 1 : first)
}

// What keeps the first two parts, or the only one.
function tilde(release: readonly number[]): readonly number[] {
  return raised(release, Math.min(1, release.length - 1))
}

function raised(release: readonly number[], at: number): readonly number[] {
  return [...release.slice(0, at), (release[at] ?? 0) + 1]
}
