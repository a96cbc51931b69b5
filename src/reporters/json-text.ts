/**
 * JSON that may be printed to any terminal and CI log: what would act there is written as `\u` escapes, so that whoever
 * parses it gets the very same data. Ends in a line end.
 */
export function toJson(value: unknown): string {
  return harmless(JSON.stringify(value, null, 2))
}

/** The same in a single line. */
export function toJsonLine(value: unknown): string {
  return harmless(JSON.stringify(value))
}

function harmless(text: string): string {
  return `${text.replace(command, '#\\u0023').replace(unseen, escapeUnits)}\n`
}

// Outside of strings JSON has no `##`, and no character that these match but line ends and spaces.
const command = /##(?=\w*\[)/g
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

function escapeUnits(character: string): string {
  return character
    .split('')
    .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
