import type { Constant } from '../../program'

/** What is known of the command line of a program. */
export interface Grammar {
  /** Options that take no value. */
  readonly flags: ReadonlySet<string>
  /** Other spellings of options, without dashes: `n` for `namespace`. */
  readonly spellings: ReadonlyMap<string, string>
}

/** Behind the name of an option that takes no value: that it is given one all the same, which says whether it counts. */
export const switchMark = '?'

/** Whether the value of an option that takes none otherwise turns it off: `--dry-run=none`. */
export function turnsOff(text: Constant['value']): boolean {
  return /^(?:false|f|no|off|none|0)$/i.test(String(text))
}

/** An option as a word of a command line gives it. */
export interface Option {
  readonly name: string
  /** Where its value stands: behind `=`, in the rest of the word, in the next word, nowhere, or nobody knows. */
  readonly takes: 'rest' | 'next' | 'nothing' | 'open'
  /** Where in the word the value begins. */
  readonly from: number
}

/** The options that a word gives: one, several letters behind one dash, or none where it is no option. */
export function optionsIn(text: string, grammar: Grammar): readonly Option[] {
  const found = /^(--?)([A-Za-z][^=\s]*)(=?)/.exec(text)
  if (!found) return []
  const [whole, dashes = '', name = '', equals] = found
  const single = dashes === '-' && name.length > 1 && !isKnown(grammar, name)
  if (single && isKnown(grammar, name[0] ?? '')) return lettersOf(name, equals ?? '', grammar)
  // `-t"$TARGET"`
  const goesOn = dashes === '-' && name.length === 1 && text.length > whole.length
  const takes = equals === '=' || goesOn ? 'rest' : grammar.flags.has(name) ? 'nothing' : 'open'
  return [{ name: grammar.spellings.get(name) ?? name, takes, from: whole.length }]
}

function isKnown({ flags, spellings }: Grammar, name: string): boolean {
  return flags.has(name) || spellings.has(name)
}

// `-fsSLo model.pkl`, `-nprod`: letters that take no value, and at last one that may.
function lettersOf(name: string, equals: string, grammar: Grammar): readonly Option[] {
  const options: Option[] = []
  for (const [i, letter] of [...name].entries()) {
    if (grammar.flags.has(letter)) options.push(optionOf(letter, 'nothing', 0, grammar))
    else {
      const isLast = i === name.length - 1 && equals === ''
      return [...options, optionOf(letter, isLast ? 'next' : 'rest', i + 2, grammar)]
    }
  }
  return options
}

function optionOf(letter: string, takes: Option['takes'], from: number, { spellings }: Grammar): Option {
  return { name: spellings.get(letter) ?? letter, takes, from }
}
