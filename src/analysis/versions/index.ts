import { normalise } from '../../frontends/requirements/requirement'
import type { Program, Setting } from '../../program'
import type { Knowledge } from '../knowledge'
import type { Linked } from '../linked'
import { type Environment, environmentsOf, isList } from './environments'
import { byOldest, exactVersion, guarantees } from './guarantee'
import { type Installed, installedIn } from './installed'
import { coversAll } from './markers'
import { nearness } from './places'

/** Whether what is nearest guarantees a requirement, and which requirement there decided. */
export interface PinAnswer {
  readonly answer: 'yes' | 'no' | 'maybe'
  readonly setting: Setting | null
  /** Whether that requirement by itself allows no such version. */
  readonly excludes: boolean
}

/** What is worked out when a version is asked for: in most repositories none is. */
export interface Versions {
  readonly program: Program
  readonly knowledge: Knowledge
  readonly byPackage: Map<string, readonly Environment[]>
  installed: Installed | null
}

export function openVersions(program: Program, knowledge: Knowledge): Versions {
  return { program, knowledge, byPackage: new Map(), installed: null }
}

/**
 * Asks what is nearest to `path` whether every version that it allows meets `requirement`: `torch>=2.6`. Of one folder a
 * lock file goes before a manifest, and that before a command; several of one kind have to agree. Where they do not, and a
 * version that meets it is `safe`, one that surely is none decides before one that nobody knows.
 */
export function pinFor(linked: Linked, requirement: string, path: string, safe = false): PinAnswer {
  const [, name = '', range = ''] = /^([\w.-]+)\s*(.*)$/.exec(requirement) ?? []
  const near = nearest(environmentsFor(linked, normalise(name)), path)
  const own = answerFor(near, range, safe)
  if (!own) return throughOthers(linked, normalise(name), range, path)
  const { answer, setting, said } = own
  return { answer, setting, excludes: said === 'no' }
}

/** What the nearest environments ask of a package. Of several settings of one environment all hold. */
export function settingsFor(linked: Linked, name: string, path: string): readonly (readonly Setting[])[] {
  return nearest(environmentsFor(linked, normalise(name)), path).map(({ settings }) => settings)
}

function environmentsFor(linked: Linked, name: string): readonly Environment[] {
  const { versions } = linked
  const known = versions.byPackage.get(name)
  if (known) return known
  versions.installed ??= installedIn(linked)
  const { settings, includes } = versions.installed
  const all = [...versions.program.settings, ...settings].filter(one => isPackage(versions, one, name))
  const found = environmentsOf(all, [...versions.program.includes, ...includes])
  versions.byPackage.set(name, found)
  return found
}

function isPackage({ knowledge }: Versions, { package: written, index }: Setting, name: string): boolean {
  const known = normalise(written)
  return (knowledge.packages.names.get(`${index}:${known}`) ?? known) === name
}

// A package that brings another along: TensorFlow installs Keras.
function throughOthers(linked: Linked, name: string, range: string, path: string): PinAnswer {
  for (const { asks, gives } of linked.knowledge.packages.brought.get(name) ?? []) {
    const [, other = '', wanted = ''] = /^([\w.-]+)\s*(.*)$/.exec(asks) ?? []
    const brought = answerFor(nearest(environmentsFor(linked, normalise(other)), path), wanted)
    if (brought?.answer === 'yes')
      return { answer: guarantees(gives, range), setting: brought.setting, excludes: false }
  }
  return { answer: 'maybe', setting: null, excludes: false }
}

const ranks = ['locked', 'asked', 'installed'] as const

function nearest(environments: readonly Environment[], path: string): readonly Environment[] {
  const at = (one: Environment) => Math.max(...one.places.map(place => nearness(place, path)))
  const near = Math.max(-1, ...environments.map(at))
  let rest = environments.filter(one => near >= 0 && at(one) === near)
  if (rest.some(one => !one.aside)) rest = rest.filter(one => !one.aside)
  for (const how of ranks)
    if (rest.some(one => one.how === how)) return exactFirst(rest.filter(one => one.how === how))
  return []
}

// A list of exact versions is what is installed; what a package needs is wider.
function exactFirst(environments: readonly Environment[]): readonly Environment[] {
  return environments.some(one => one.concrete) ? environments.filter(isListed) : environments
}

function isListed({ concrete, settings }: Environment): boolean {
  return concrete || settings.every(one => isList(one.span.file.path))
}

/** What an environment says, by one requirement of it. */
interface Answer {
  readonly answer: PinAnswer['answer']
  readonly setting: Setting
  /** What that requirement says by itself. */
  readonly said: PinAnswer['answer']
}

function answerFor(environments: readonly Environment[], wanted: string, safe = false): Answer | null {
  return together(
    environments.flatMap(environment => answerIn(environment, wanted, safe) ?? []),
    safe,
  )
}

// All have to agree; the one that allows the oldest version of those that do not decides, or else of all.
function together(answers: readonly Answer[], safe: boolean): Answer | null {
  const doubted = answers.filter(one => one.answer !== 'yes')
  const excluding = safe ? doubted.filter(one => one.said === 'no') : []
  const [first, ...others] = [excluding, doubted, answers].find(some => some.length > 0) ?? []
  if (!first) return null
  const oldest = others.reduce(
    (known, one) => (byOldest(one.setting.range, known.setting.range) < 0 ? one : known),
    first,
  )
  const agree = answers.every(one => one.answer === oldest.answer)
  return agree ? oldest : { ...oldest, answer: 'maybe' }
}

function answerIn({ settings }: Environment, wanted: string, safe: boolean): Answer | null {
  const certain = settings.filter(one => one.how !== 'locked' && one.marker === null)
  const base = certain.map(one => one.range).filter(range => range !== '')
  const locked = settings.filter(one => one.how === 'locked')
  const conditional = settings.filter(one => one.how !== 'locked' && one.marker !== null)
  if (locked.length > 0) return agreed(locked, base, wanted, safe)
  const answer = guarantees(base.join(','), wanted)
  const [first] = certain
  if (first && (answer !== 'maybe' || conditional.length === 0))
    return { answer, setting: deciding(certain, first, wanted, answer), said: answer }
  const under = agreed(conditional, base, wanted, safe)
  // Where none of the conditions holds any version may be there.
  return under && !coversAll(conditional.map(one => one.marker ?? '')) ? { ...under, answer: 'maybe' } : under
}

function agreed(
  choices: readonly Setting[],
  base: readonly string[],
  wanted: string,
  safe: boolean,
): Answer | null {
  // A lock file has the same version for many platforms.
  const first = new Map([...choices].reverse().map(setting => [setting.range, setting]))
  const answers = [...first.values()].reverse().map((setting): Answer => {
    const ranges = exactVersion(setting.range) !== null ? [setting.range] : [...base, setting.range]
    const answer = guarantees(ranges.filter(range => range !== '').join(','), wanted)
    return { answer, setting, said: answer }
  })
  return together(answers, safe)
}

// Of several that hold together the one that gives the answer by itself.
function deciding(
  settings: readonly Setting[],
  first: Setting,
  wanted: string,
  answer: Answer['answer'],
): Setting {
  const said = settings.filter(one => one.range !== '')
  return said.find(one => guarantees(one.range, wanted) === answer) ?? said[0] ?? first
}
