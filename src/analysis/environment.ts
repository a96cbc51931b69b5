import type { Item, Value } from '../program'
import { environmentRead } from './configuration/asked'
import { entriesFor, type Knowledge } from './knowledge'
import { environmentOf, type Given, wordsGiven } from './launched'
import type { Linked } from './linked'
import { libraryNames } from './resolve'

/** What `os.environ["STAGE"]` or `sys.argv[1]` is given; `null` for any other item. */
export function givenFromOutside(linked: Linked, { of, key }: Item): Given | null {
  const path = fileOf(linked, of.kind === 'field' ? of.of : of)
  if (path === null || key.kind !== 'constant') return null
  const names = libraryNames(linked, of)
  if (names.includes('os.environ')) return givenByEnvironment(linked, path, key)
  const word = wordAmong(names, path, key.value)
  if (!word) return null
  const given = wordsGiven(linked, path).map(words => words.at(word.place)?.value)
  const values = given.filter(value => value !== undefined)
  return { values, complete: given.length > 0 && values.length === given.length }
}

/** One of the words that a file is given where it is run. */
export interface Word {
  readonly path: string
  /** Its place among them, from 0. */
  readonly place: number
}

/** The word that `sys.argv[1]` asks for; `null` for any other item. */
export function wordAsked(linked: Linked, { of, key }: Item): Word | null {
  const path = fileOf(linked, of.kind === 'field' ? of.of : of)
  if (path === null || key.kind !== 'constant') return null
  return wordAmong(libraryNames(linked, of), path, key.value)
}

function wordAmong(names: readonly string[], path: string, at: unknown): Word | null {
  return names.includes('sys.argv') && typeof at === 'number' && at >= 1 ? { path, place: at - 1 } : null
}

// Below the top of a file what it imports is a variable of the file.
function fileOf({ program }: Linked, root: Value): string | null {
  if (root.kind === 'name') return root.from
  return (root.kind === 'variable' && program.units.get(root.unit)?.file.path) || null
}

/** A call that gives an environment variable, which its first argument names. */
export interface Setting {
  readonly parameters: readonly string[]
  /** The argument that stands in where the variable is not set. */
  readonly otherwise: string
}

/** How a call of one of these names gives an environment variable: `os.getenv`; `null` for any other call. */
export function settingAsked({ origins }: Knowledge, names: readonly string[]): Setting | null {
  for (const { from, otherwise, parameters } of names.flatMap(name => entriesFor(origins, name)))
    if (from === 'environment' && otherwise !== undefined) return { parameters, otherwise }
  return null
}

/** What a pipeline, a script or a file that is loaded sets a variable to, for the file that asks for it. */
export function givenByEnvironment(linked: Linked, path: string, name: Value | undefined): Given | null {
  const unit = linked.program.units.get(path)
  if (!unit || name?.kind !== 'constant') return null
  const given = environmentOf(linked, unit, String(name.value))
  const read = given.complete ? [] : environmentRead(linked, path, name)
  return { ...given, values: [...given.values, ...read] }
}
