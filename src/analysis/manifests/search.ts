import type { Argument, Value } from '../../program'
import { placeName } from '../commands/interpret'
import type { Linked } from '../linked'
import { hole, possibleLiterals } from '../possible'

/** A command that deploys something, and where it may look for that. */
export interface Search {
  readonly linked: Linked
  readonly args: readonly Argument[]
  /** The folders in which it may run. */
  readonly folders: readonly string[]
  /** What it names to be deployed. */
  readonly given: readonly Value[]
}

/** What a command names to be deployed, by the arguments of these names or places. */
export function openSearch(
  linked: Linked,
  args: readonly Argument[],
  names: readonly string[],
  parameters: readonly string[],
): Search {
  const positional = args.filter(({ name }) => name === null)
  const given = names.flatMap(name => {
    const at = args.find(argument => argument.name === name) ?? positional[parameters.indexOf(name)]
    return at ? [at.value] : []
  })
  return { linked, args, folders: foldersOf(args), given }
}

function foldersOf(args: readonly Argument[]): readonly string[] {
  return valuesNamed(args, placeName).flatMap(item => (item.kind === 'constant' ? [String(item.value)] : []))
}

export function valueNamed(args: readonly Argument[], name: string): Value | null {
  return args.find(argument => argument.name === name)?.value ?? null
}

/** The values of an option, which may be given several times. */
export function valuesNamed(args: readonly Argument[], name: string): readonly Value[] {
  const value = valueNamed(args, name)
  if (value === null) return []
  return value.kind === 'collection' ? value.items : [value]
}

export function textsNamed({ linked, args }: Search, name: string): readonly string[] {
  return textsOf(linked, valueNamed(args, name)).texts
}

/** The texts that a value may be, lists taken apart; `open` where it may be others. */
export function textsOf(linked: Linked, value: Value | null): { texts: string[]; open: boolean } {
  if (value === null) return { texts: [], open: false }
  const all = value.kind === 'collection' ? value.items : [value]
  const parts = all.map(item => possibleLiterals(linked, item))
  const texts = parts.flatMap(({ values }) => values.map(String)).flatMap(text => text.split(','))
  return { texts, open: parts.some(({ complete }) => !complete) || texts.some(text => text.includes(hole)) }
}
