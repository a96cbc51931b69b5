import { isRange, type Requirement } from './requirement'

/**
 * Reads a specification of conda: `conda-forge::pytorch=2.5`, `pytorch >=2.6,<3`, `pytorch=2.5.1=py311_0`; `null` where it
 * is none. https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/pkg-specs.html
 */
export function readSpec(text: string): Requirement | null {
  const written = text
    .slice(0, 1000)
    .replace(/\s#.*$/, '')
    .trim()
  const [, name, keys = '', rest = ''] =
    /^(?:[^\s:[\]]+::?)?([A-Za-z0-9_][\w.-]*)\s*(\[[^\]]*\])?\s*(.*)$/s.exec(written) ?? []
  if (name === undefined || /^_+$/.test(name)) return null
  const version = /\bversion\s*=\s*(?:'([^']*)'|"([^"]*)"|([^,\]\s]+))/.exec(keys)
  const asked = version ? (version[1] ?? version[2] ?? version[3] ?? '') : rest
  return { package: name, index: 'conda', range: condaRange(asked), written, marker: null }
}

/** What conda allows as a PEP 440 specifier; empty, for any version, where it cannot be said in one. */
export function condaRange(asked: string): string {
  const compact = asked.trim().replace(/\s*([=<>!~,|]+)\s*/g, '$1')
  const [versions = '', build] = compact.split(/\s+/)
  // One of several: nothing is certain.
  if (versions.includes('|')) return ''
  const exact = /^={0,2}([^=<>!~,*]+)=([^=]+)$/.exec(versions)
  const parts = exact
    ? [`==${exact[1]}`]
    : versions.split(',').map(part => rangeOf(part, build !== undefined))
  const range = parts.filter(part => part !== '').join(',')
  return isRange(range) ? range : ''
}

// One `=` is for all versions that begin so, two are for this one. A version without a sign is exact.
function rangeOf(part: string, hasBuild: boolean): string {
  const [, sign = '', version = ''] = /^([=<>!~]*)(.*)$/.exec(part) ?? []
  if (version === '' || version === '*') return ''
  const start = /^(\d[\w.]*?)\.?\*$/.exec(version)?.[1]
  if (start !== undefined)
    return sign === '!=' ? `!=${start}.*` : sign.startsWith('>') ? `${sign}${start}` : `==${start}.*`
  if (sign === '=' && !hasBuild) return `==${version}.*`
  return sign === '' || sign === '=' ? `==${version}` : `${sign}${version}`
}
