import { once } from '../base/once'
import type { Call } from '../program'
import type { DelegateRule, DigestRule, FieldRule, WidgetRule } from '../rules/idiom-schema'
import type { Catalog } from '../rules/schema'
import { byName, entriesFor, escapeName, type Names } from './knowledge'

/** What the catalogue knows of what libraries do with values. */
export interface IdiomKnowledge {
  /** Whether a function takes another one without calling it. */
  readonly observes: (name: string) => boolean
  /** Whether a name is that of a stand-in for a real object. */
  readonly isDouble: (name: string) => boolean
  /** Whether a name is that of something which whoever runs a program chooses. */
  readonly isChosen: (name: string) => boolean
  /** Whether a call sets something that has a name of its own, its first argument. */
  readonly sets: (name: string) => boolean
  /** Calls that give a text which says what their first argument says. */
  readonly dumpers: Names<{ readonly call: readonly string[] }>
  /** Programs that handle text, and check nothing of what it speaks of. */
  readonly textual: ReadonlySet<string>
  /** Whether a call opens the file that is its first argument. */
  readonly opens: (name: string) => boolean
  /** Whether a call gives the items of what it is given, one after another, and leaves none out. */
  readonly iterates: (name: string) => boolean
  /** Whether a name is one of a number that no other one exceeds. */
  readonly isInfinite: (name: string) => boolean
  /** Whether a name is one of what is no number. */
  readonly isNan: (name: string) => boolean
  /** Calls that have another thread make a call. */
  readonly delegates: Names<Delegate>
  /** Calls that declare a field of a class. */
  readonly fields: Names<FieldRule>
  /** Calls that make a digest. */
  readonly digests: Names<DigestRule>
  /** Methods that give one. */
  readonly digestMethods: ReadonlySet<string>
  /** The algorithm among some names whose digests can be fooled, as people write it; `null` where none is. */
  readonly fooledIn: (names: string) => string | null
  /** Which names stand for options of command lines. */
  readonly options: {
    /** Objects of which each field is one. */
    readonly held: (name: string) => boolean
    /** The last names of calls that declare these. */
    readonly declaring: ReadonlySet<string>
    /** Calls that stand as the default of a parameter that is one. */
    readonly standing: (name: string) => boolean
    /** Decorators that declare a parameter as one. */
    readonly decorating: (name: string) => boolean
    /** Decorators of functions of which each parameter is one. */
    readonly commanding: (name: string) => boolean
  }
  /** Calls that give a parameter of a notebook. */
  readonly widgets: Names<WidgetRule>
}

/** A function that has another thread make a call. */
export interface Delegate extends DelegateRule {
  /** What is called there: whoever searches knows by the call itself that it was there. */
  readonly made: WeakMap<Call, Call>
}

export function arrangeIdioms(catalogs: readonly Catalog[]): IdiomKnowledge {
  const iterates = among(catalogs.flatMap(catalog => catalog.iterators ?? []))
  return {
    observes: among(catalogs.flatMap(catalog => catalog.observers)),
    isDouble: beginning(catalogs.flatMap(catalog => catalog.doubles)),
    isChosen: beginning(catalogs.flatMap(catalog => catalog.choices ?? [])),
    sets: among(catalogs.flatMap(catalog => catalog.setters ?? [])),
    dumpers: byName(catalogs.flatMap(({ dumpers = [] }) => dumpers.map(call => ({ call: [call] })))),
    textual: new Set(catalogs.flatMap(catalog => catalog.textual ?? [])),
    opens: among(catalogs.flatMap(catalog => catalog.openers ?? [])),
    isInfinite: among(catalogs.flatMap(catalog => catalog.infinities ?? [])),
    isNan: among(catalogs.flatMap(catalog => catalog.nans ?? [])),
    ...arrangeDigests(catalogs),
    options: arrangeOptions(catalogs),
    delegates: byName(
      catalogs.flatMap(({ delegates = [] }) => delegates.map(one => ({ ...one, made: new WeakMap() }))),
    ),
    fields: byName(catalogs.flatMap(catalog => catalog.fields ?? [])),
    widgets: byName(catalogs.flatMap(catalog => catalog.widgets ?? [])),
    iterates: name => builtinIterators.test(name) || iterates(name),
  }
}

function arrangeOptions(catalogs: readonly Catalog[]): IdiomKnowledge['options'] {
  const options = catalogs.flatMap(catalog => catalog.options ?? [])
  return {
    held: among(options.flatMap(option => option.holds ?? [])),
    declaring: new Set(options.flatMap(option => option['declared-by'] ?? [])),
    standing: among(options.flatMap(option => option.default ?? [])),
    decorating: among(options.flatMap(option => option.decorates ?? [])),
    commanding: among(options.flatMap(option => option.all ?? [])),
  }
}

function arrangeDigests(
  catalogs: readonly Catalog[],
): Pick<IdiomKnowledge, 'digests' | 'digestMethods' | 'fooledIn'> {
  const digests = catalogs.flatMap(catalog => catalog.digests ?? [])
  const fooled = catalogs.flatMap(catalog => catalog.fooled ?? [])
  const patterns = once(() =>
    fooled.map(name => ({
      name,
      pattern: new RegExp(`${escapeName(name).replaceAll('-', '-?')}(?!\\d)`, 'i'),
    })),
  )
  return {
    digests: byName(digests),
    digestMethods: new Set(digests.flatMap(digestMethods)),
    fooledIn: names => patterns().find(({ pattern }) => pattern.test(names))?.name ?? null,
  }
}

/** The methods that give a digest; those of Python where nothing says otherwise: https://peps.python.org/pep-0452/ */
export function digestMethods({ gives }: DigestRule): readonly string[] {
  return gives ?? ['digest', 'hexdigest']
}

// Python's own: https://docs.python.org/3/library/functions.html
const builtinIterators = /^(enumerate|sorted|list|tuple|set|reversed|iter|zip)$/

// `click` begins `click.Context().params`, and not `clickhouse`.
function beginning(starts: readonly string[]): (name: string) => boolean {
  const pattern = once(() => new RegExp(`^(?:${starts.map(escapeName).join('|')})(?:\\b|$)`))
  return name => starts.length > 0 && pattern().test(name)
}

function among(calls: readonly string[]): (name: string) => boolean {
  const names = byName(calls.map(call => ({ call: [call] })))
  return name => entriesFor(names, name).length > 0
}
