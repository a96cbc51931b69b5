import { visible } from '../base/visible'

/** As many rows as there is room for, and a line that counts the rest. */
export function table(header: string, rows: readonly string[], what: string, room: number): string {
  if (rows.length === 0) return ''
  const reserve = 200
  let left = room - bytes(header) - reserve
  const fitting = rows.findIndex(row => {
    left -= bytes(row) + 1
    return left < 0
  })
  const shown = fitting === -1 ? rows : rows.slice(0, fitting)
  const more = rows.length - shown.length
  const rest = more > 0 ? `+${more} more ${what}\n\n` : ''
  return `<table>\n${[header, ...shown].join('\n')}\n</table>\n\n${rest}`
}

/** Prose with fenced code in it. A line end in the code is a character reference, so that no line is blank. */
export function remedy(text: string): string {
  return text
    .split(/```\w*\n([\s\S]*?)\n```/)
    .map((part, index) =>
      index % 2 === 1 ? `<pre>${part.split('\n').map(html).join('&#10;')}</pre>` : prose(part.trim()),
    )
    .join('')
}

/** A message of ours: code spans become code, line breaks stay, and everything else is escaped. */
export function prose(message: string): string {
  return message
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? `<code>${lines(part)}</code>` : lines(part)))
    .join('')
}

function lines(text: string): string {
  return text.split('\n').map(html).join('<br>')
}

/** Text of anybody, as text in HTML. */
export function html(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, character => `&#${character.charCodeAt(0)};`)
}

/** How much room a text takes. */
export function bytes(text: string): number {
  return Buffer.byteLength(text)
}

/** A number of things. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
