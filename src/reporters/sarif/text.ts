import { visibleLines } from '../../base/visible'

/** Text for a SARIF message: nothing hidden in it, and no bracket or backslash that a viewer would read as part of a link. */
export function plainText(text: string): string {
  return visibleLines(text).replace(/[[\]\\]/g, '\\$&')
}

/** The text, cut where a field of GitHub's ends. */
export function atMost(length: number, text: string): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
