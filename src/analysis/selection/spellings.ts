import type { Catalog, RuleSet, Sink } from '../../rules/schema'
import { isCommand } from '../commands/known'
import { lastName } from '../knowledge'
import { anyForm, type Form, formsOf } from './asked'

/** One way in which code may name a sink. */
export interface Spelling {
  /** The last name: `load`, `create_endpoint`. */
  readonly method: string
  /** The library, as an import begins: `joblib`, `google.cloud.aiplatform`; `null` where any file may mean it. */
  readonly root: string | null
  /** What makes the object of the method: `MlflowClient`, `client`; empty for any, `null` for a plain function. */
  readonly maker: string | null
  /** What a plain function is taken from: `torch.jit`; `*` in it stands for one name. */
  readonly owner: string
  /** Whether the method alone is enough. */
  readonly distinctive: boolean
  /** Whether many objects have a method of this name. */
  readonly common: boolean
  /** Texts of which one stands not far from it; none where it needs none. A text in double quotes stands in a text. */
  readonly near: readonly string[]
  /** More of them, of which one stands next to it where there are very many files. */
  readonly closer: readonly string[]
  /** Whether it starts a command line, so that one which is a sink stands not far from it. */
  readonly starts: boolean
  /** What its forms ask of a call, one of which it has to be. */
  readonly forms: readonly Form[]
  /** Whether a rule reports it in documents. */
  readonly shown: boolean
}

const most = 100

/** Every way in which code may name the sinks of the catalogue, aliases and factories undone, by last name. */
export function spellingsOf(rules: RuleSet): ReadonlyMap<string, readonly Spelling[]> {
  const { catalogs, own } = rules
  const isShown = shownBy(rules)
  const ambient = new Set(['*', ...catalogs.flatMap(catalog => catalog.ambient ?? [])])
  const undo = replacements(catalogs)
  const found = new Map<string, Map<string, Spelling>>()
  const add = (spelling: Spelling, asked: string): void => {
    const same = found.get(spelling.method) ?? new Map<string, Spelling>()
    found.set(spelling.method, same.set(`${keyOf(spelling)} ${asked}`, spelling))
  }
  for (const sink of catalogs.flatMap(catalog => catalog.sinks)) {
    const calls = sink.call.filter(name => !isCommand(name))
    if (calls.length === 0) continue
    const { distinctive, common, near, closer } = sink
    const about = {
      distinctive,
      common,
      near,
      closer,
      starts: false,
      forms: formsOf(sink),
      shown: isShown(sink),
    }
    const asked = askedBy(about.forms)
    for (const call of calls)
      for (const name of written(call, undo)) add(spellingOf(name, about, ambient), asked)
  }
  const starting = { ...plain, starts: true }
  for (const call of catalogs.flatMap(({ starters }) => starters.flatMap(starter => starter.call)))
    for (const name of written(call, undo)) add(spellingOf(name, starting, ambient), '')
  // A file that imports a function of its own package need not say the package's name.
  for (const sink of own?.sinks ?? [])
    for (const call of sink.call)
      add({ ...plain, method: lastName(call), root: null, maker: null, owner: '', distinctive: true }, '')
  return new Map([...found].map(([method, same]) => [method, [...same.values()]]))
}

type About = Omit<Spelling, 'method' | 'root' | 'maker' | 'owner'>

const plain: About = {
  distinctive: false,
  common: false,
  near: [],
  closer: [],
  starts: false,
  forms: anyForm,
  shown: true,
}

// Put together by hand: there are thousands of them in each scan.
function keyOf({ root, maker, owner, distinctive, common, near, closer, starts, shown }: Spelling): string {
  return `${root}\n${maker}\n${owner}\n${distinctive}${common}${starts}${shown}\n${near.join('\n')}\n\n${closer.join('\n')}`
}

function askedBy(forms: readonly Form[]): string {
  return JSON.stringify(forms, (_, value) => (value instanceof RegExp ? value.source : value))
}

/** Tells the sinks that some rule reports in documents. */
export function shownBy({ rules }: RuleSet): (sink: Sink) => boolean {
  const unshown = new Set(rules.flatMap(rule => (rule['only-in-use'] ? [rule.sink] : [])))
  return ({ does, when }) =>
    [does, ...when.flatMap(one => one.report ?? [])].some(hazard => !unshown.has(hazard))
}

// By the canonical start of a name: what code may write in its place.
function replacements(catalogs: readonly Catalog[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const add = (canonical: string, written: string): unknown =>
    found.get(canonical)?.push(written) ?? found.set(canonical, [written])
  for (const { aliases, results } of catalogs) {
    for (const [written, canonical] of Object.entries(aliases)) add(canonical, written)
    for (const { call, gives } of results)
      if (gives !== undefined) for (const name of call) add(gives, `${name}()`)
  }
  return found
}

function written(call: string, undo: ReadonlyMap<string, readonly string[]>): Set<string> {
  const names = new Set([call])
  for (const name of names) {
    if (names.size > most) break
    // A module further in has the same library and makers, and would go on for ever.
    for (let index = 0; index <= name.length; index += 1)
      if (index === name.length || '.(['.includes(name[index] ?? ''))
        for (const start of undo.get(name.slice(0, index)) ?? [])
          if (!start.startsWith(name.slice(0, index))) names.add(start + name.slice(index))
  }
  return names
}

// Each property by its name: spreading takes several times as long, and there are thousands.
function spellingOf(name: string, about: About, ambient: ReadonlySet<string>): Spelling {
  const { distinctive, common, near, closer, starts, forms, shown } = about
  const before = name.slice(0, Math.max(0, name.lastIndexOf('.')))
  const made = before.lastIndexOf('()')
  const maker = made === -1 ? null : (/\w*$/.exec(before.slice(0, made))?.[0] ?? '')
  return {
    method: lastName(name),
    root: rootOf(name, ambient),
    maker,
    owner: maker === null ? before : '',
    distinctive,
    common,
    near,
    closer,
    starts,
    forms,
    shown,
  }
}

// Many libraries share these first names; `ambient` ones need no import.
function rootOf(name: string, ambient: ReadonlySet<string>): string | null {
  const end = name.search(/[.()[\]]/)
  const first = end === -1 ? name : name.slice(0, end)
  if (ambient.has(first)) return null
  if (first !== 'google' && first !== 'azure') return first
  return name
    .split(/[.()[\]]+/, 3)
    .filter(Boolean)
    .join('.')
}
