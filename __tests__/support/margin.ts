/** Source text without the margin that its place in a test gives it. */
export function withoutMargin(source: string): string {
  const lines = source.replace(/^\n|\n *$/g, '').split('\n')
  const margins = lines.filter(line => line.trim() !== '').map(line => line.search(/\S/))
  return lines.map(line => line.slice(Math.min(...margins, 80))).join('\n')
}
