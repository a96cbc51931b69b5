import { fill, type PlacedText } from '../pipelines/templates'

/** A command that no shell reads, as a shell has to be told: what is an operator or a variable there is a plain word here. */
export function asWords(placed: PlacedText): PlacedText {
  const holes: { start: number; end: number; text: string }[] = []
  let quote = ''
  for (let i = 0; i < placed.text.length; i += 1) {
    const character = placed.text[i] ?? ''
    if (character === '\\' && quote !== "'") i += 1
    else if (quote !== '' && character === quote) quote = ''
    else if (quote === '' && /["']/.test(character)) quote = character
    else if (quote === '' ? /[;&|<>()`$*?[\]{}#!~]/.test(character) : quote === '"' && /[`$]/.test(character))
      holes.push({ start: i, end: i + 1, text: `\\${character}` })
  }
  return fill(placed, holes)
}

/** One word as a shell has to be told. */
export function asWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) && !reserved.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

// Words that begin a statement where they stand first.
const reserved = /^(if|then|elif|else|fi|for|while|until|do|done|case|esac|in|select|function|time|coproc)$/
