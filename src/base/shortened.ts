/** A text of which a message shows `most` characters at most: its beginning and its end, since a path ends in the name of a file. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const before = Math.floor((most - 1) / 2)
  // Half of a character is none.
  const start = text.slice(0, before).replace(/[\ud800-\udbff]$/, '')
  const end = text.slice(before + 1 - most).replace(/^[\udc00-\udfff]/, '')
  return `${start}…${end}`
}
