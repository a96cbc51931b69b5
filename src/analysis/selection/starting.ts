import { escaped } from '../../base/escaped'
import type { Import } from './brought'
import type { RawImport } from './imports'
import type { Outline } from './outline'

/** The calls that start other files, arranged by the libraries that have them. */
export interface Starting {
  /** What is looked for, as far as a sketch of a text depends on it. */
  readonly patterns: readonly string[]
  /** Whether a text names what could be started, going by how files are called and by the programs that run tasks. */
  readonly names: (text: string) => boolean
  /** The numbers of the libraries of which a text, which imports this, may use such a call. */
  readonly findIn: (text: string, imports: readonly RawImport[]) => readonly number[]
  /** Whether a file has such a call, going by what it imports and by what was found in its text. */
  readonly starts: (outline: Pick<Outline, 'imports' | 'sketch'>) => boolean
}

// One for all of them: there are many.
const none: readonly number[] = []

/** Arranges calls by their names; `runners` are programs that run tasks. */
export function openStarting(calls: readonly string[], runners: Iterable<string>): Starting {
  const libraries = librariesOf(calls)
  const naming = new RegExp(`\\.(?:pyw?|(?:ba|z|k)?sh)\\b|["'](?:${anyOf([...runners])})(?=["' ])`)
  return {
    patterns: [
      naming.source,
      runsModule.source,
      ...libraries.map(({ first, pattern }) => `${first} ${pattern.source}`),
    ],
    // Text is full of blanks, behind which an option may stand.
    names: text => naming.test(text) || (text.includes('-m') && runsModule.test(text)),
    // What a file imports leaves little for the patterns.
    findIn: (text, imports) => {
      const found = libraries.flatMap(({ first, pattern }, number) =>
        imports.some(each => mayBring(each, first)) && pattern.test(text) ? [number] : [],
      )
      return found.length === 0 ? none : found
    },
    starts: ({ imports, sketch }) =>
      libraries.some(({ first, imported }, number) => {
        const bringing = imports.filter(each => brings(each, first))
        // `from subprocess import (` and the name on a line of its own
        const named = bringing.some(each => each.kind === 'library' && imported.test(each.name))
        return named || (bringing.length > 0 && sketch.starts.includes(number))
      }),
  }
}

const runsModule = /["' ]-m["', ]/

/** A pattern that fits any of some names, and nothing where there are none. */
export function anyOf(names: readonly string[]): string {
  return names.map(escaped).join('|') || '(?!)'
}

interface Library {
  /** The first name of its calls. */
  readonly first: string
  /** Fits their last names where they are imported. */
  readonly imported: RegExp
  /** Finds them in a text. */
  readonly pattern: RegExp
}

function librariesOf(calls: readonly string[]): readonly Library[] {
  const lasts = new Map<string, Set<string>>()
  const ways = new Map<string, Set<string>>()
  for (const call of calls) {
    const [first = ''] = call.split(/[.(]/)
    const last = (/(\*?\w+)$/.exec(call)?.[1] ?? '').replace('*', '\\w*')
    lasts.set(first, (lasts.get(first) ?? new Set()).add(last))
    ways.set(first, new Set([...(ways.get(first) ?? []), ...waysTo(first, call, last)]))
  }
  return [...lasts].map(([first, names]) => {
    const plain = `\\b${first}\\b.{0,300}?\\b(?:${[...names].join('|')})\\b`
    const any = [plain, `\\bimport ${first} as\\b`, ...(ways.get(first) ?? [])]
    const imported = new RegExp(`\\.(?:${[...names].join('|')})$`)
    return { first, imported, pattern: new RegExp(any.join('|')) }
  })
}

// `from kfp import dsl` and then `dsl.ContainerSpec`; a method is called on what only the name of a parameter tells.
function waysTo(first: string, call: string, last: string): readonly string[] {
  if (call.includes('()')) return [`\\.${last}\\(`]
  const [, holder] = /(\w+)\.\*?\w+$/.exec(call) ?? []
  return holder === undefined || holder === first ? [] : [`\\b${holder}\\.${last}\\b`]
}

// Another file of the repository may hand it on.
function brings(each: Import, first: string): boolean {
  if (each.kind === 'own') return each.bound === first || each.bound === '*'
  return each.bound === '*' || isOrBelow(each.name, first)
}

// Whether a module is the repository's own is not known yet.
function mayBring({ base, name, bound }: RawImport, first: string): boolean {
  return bound === first || bound === '*' || isOrBelow(base === '' ? name : base, first)
}

function isOrBelow(name: string, first: string): boolean {
  return name === first || name.startsWith(`${first}.`)
}
