/**
 * Text of a scanned repository, made fit for a terminal and a CI log: one line, nothing that moves the cursor, hides or
 * reorders what is shown, and nothing that a CI system takes for a command. Doing it twice changes nothing more.
 */
export function visible(text: string): string {
  return breakCommands(escapeControls(text))
}

/** The same for text of several lines: they stay lines, and each is made visible. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n')
}

/** Turns every character that is invisible or acts on its surroundings into a visible escape such as `\x1b`. */
export function escapeControls(text: string): string {
  // Most texts: to compile what finds the others takes longer than a small scan.
  return /^[ -~]*$/.test(text) ? text : text.replace(unseen, spell)
}

/** Puts a backslash into whatever a CI system would run as a command when it reads the log. Works line by line. */
export function breakCommands(text: string): string {
  return text.replace(commandAtStart, '$1\\::').replace(commandAnywhere, '#\\#')
}

// Cc controls, Cf format (bidirectional controls, zero-width characters, tags), Cs lone surrogates, line and paragraph
// separators, and what fonts leave out by default. U+FE0F only picks the coloured form of a sign: it hides nothing.
const unseen = /(?!\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

// GitHub's runner reads `::name::` at the start of a trimmed line, and the older `##[name]` anywhere in a line; Azure
// Pipelines reads `##vso[…]` and TeamCity `##teamcity[…]`.
const commandAtStart = /^([^\S\n\r\u2028\u2029]*)::/gm
const commandAnywhere = /##(?=\w*\[)/g

const short = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

function spell(character: string): string {
  const named = short.get(character)
  if (named) return named
  const code = character.codePointAt(0) ?? 0
  const digits = code.toString(16)
  if (code < 0x100) return `\\x${digits.padStart(2, '0')}`
  return code < 0x10000 ? `\\u${digits.padStart(4, '0')}` : `\\u{${digits}}`
}
