/** Whether of some conditions one holds whatever the surroundings: `python_version < "3.9"` and `python_version >= "3.9"`. */
export function coversAll(markers: readonly string[]): boolean {
  const simple = markers.flatMap(marker => simpleOf(marker) ?? [])
  return simple.some(one =>
    simple.some(
      other => other.name === one.name && other.value === one.value && other.sign === opposites.get(one.sign),
    ),
  )
}

const opposites = new Map([
  ['<', '>='],
  ['>=', '<'],
  ['>', '<='],
  ['<=', '>'],
  ['==', '!='],
  ['!=', '=='],
])

function simpleOf(marker: string): { name: string; sign: string; value: string } | null {
  const [, name = '', sign = '', value = ''] =
    /^\(?\s*(\w+)\s*([<>=!]=?)\s*["']([^"']*)["']\s*\)?$/.exec(marker) ?? []
  return name === '' || name === 'extra' ? null : { name, sign, value }
}
