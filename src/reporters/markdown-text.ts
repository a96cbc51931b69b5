import { visible } from '../base/visible'

/**
 * Prose of ours as Markdown that says what it said and does nothing else: code spans stay, and a word that some forge might
 * read as markup, HTML, a link, a mention or a reference becomes a code span. Safe in a paragraph and in a list.
 */
export function markdownText(text: string): string {
  return visible(text).replace(/(?:`[^`]+`|[^ ])+/g, harmless)
}

/** The same for several lines, some of them fenced code. Each is a block of its own. */
export function markdownBlocks(text: string): string {
  return text
    .split(/(```\w*\n[\s\S]*?\n```)/)
    .map((part, index) => (index % 2 === 1 ? codeBlock(part) : paragraphs(part)))
    .filter(block => block !== '')
    .join('\n\n')
}

/** Text as code, with a fence that nothing in it can close. */
export function codeSpan(text: string): string {
  const shown = visible(text)
  const fence = '`'.repeat(longestRun(shown) + 1)
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`
}

function codeBlock(fenced: string): string {
  const [opening = '', ...lines] = fenced.split('\n').slice(0, -1).map(visible)
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1))
  return [fence + opening.slice(3), ...lines, fence].join('\n')
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => (/^\s/.test(line) ? codeSpan(line.trim()) : markdownText(line.trim())))
    .join('\n\n')
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
}

// Letters and digits, with a hyphen or an apostrophe inside, in quotes or brackets, and a mark behind; or a dash. A full stop
// inside is for numbers only: forges make links of names such as `www.example.com`.
const ordinary =
  /^["“‘'(]*(?:[\p{L}\p{N}\p{M}]+(?:[-'’][\p{L}\p{N}\p{M}]+|[.,]\p{N}+)*)?["”’')]*[.,;:?!…]*["”’')]*$|^[-–—]$/u

/** A word, which may have code spans in it. */
function harmless(word: string): string {
  const parts = word.split(/`([^`]+)`/)
  const isCode = (index: number) => index % 2 === 1
  // Two code spans side by side would run into each other.
  const apart = parts.every((part, index) => isCode(index) || part !== '' || index % (parts.length - 1) === 0)
  if (apart && parts.every((part, index) => isCode(index) || ordinary.test(part)))
    return parts.map((part, index) => (isCode(index) ? codeSpan(part) : part)).join('')
  const [, core = '', mark = ''] = /^(.*?)([.,:]?)$/su.exec(parts.join('')) ?? []
  return codeSpan(core) + mark
}
