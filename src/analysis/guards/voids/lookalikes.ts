import type { GuardVerdict, Test, Value } from '../../../program'
import type { Lookalike } from '../../../rules/schema'
import { boundTo, parameterName } from '../../bindings'
import type { Linked } from '../../linked'
import { libraryNames } from '../../resolve'
import { artifactOf, keyOf } from '../artifacts'
import { isCondition } from '../conditions'
import type { GuardKind } from '../evidence'
import { flowOf } from '../flow'
import { establishedBy } from '../outcomes'
import { comesFrom, partsOf } from '../parts'
import { samenessAsked } from '../sameness'
import { type Place, type PlacedTest, quoted } from './places'
import { firstFew, type Search, verdict } from './search'
import { skippedBehind } from './skipped'

/** Conditions that decide whether a place is reached and ask for nothing that a guard would ask. */
export function lookalikes(search: Search, place: Place): readonly GuardVerdict[] {
  return firstFew(place.tests, placed => {
    if (placed.towards === null) return looksAtLoaded(search, place, placed)
    const entry = entryFor(search, place, placed)
    if (entry?.kind === 'verification' && entry.about === 'run' && !mayRefuse(place, placed)) return null
    if (!entry || shows(search, place, placed, entry.kind)) return null
    // What hands on the answer of a check is no switch that somebody sets.
    return entry.kind === 'approval' && skippedBehind(search, place, placed) ? null : named(placed, entry)
  })
}

// What does show something only looks like what does not.
function shows({ engine }: Search, { unit }: Place, { test, towards }: PlacedTest, kind: GuardKind): boolean {
  const state = establishedBy(engine, flowOf(engine, unit), test.value, towards === true)
  return [...(state?.values() ?? [])].some(
    e => e.kind === kind && !isCondition(e) && /^(strong|medium)$/.test(e.strength),
  )
}

function named({ test }: PlacedTest, { kind, strength, says }: Lookalike): GuardVerdict {
  return verdict(kind, test.span, `${quoted(test.span)} ${says}`, strength)
}

function entryFor(search: Search, place: Place, { test }: PlacedTest): Lookalike | null {
  const { linked } = search.engine
  const asked = questionsOf(search, test)
  // What else stands in a table of which one item is asked is not spoken of.
  const parts = partsOf(test.value, part => part.kind === 'dictionary')
  const spoken = parts.flatMap(part => namesOf(linked, part))
  const answered = partsOf(test.value, part => part.kind === 'dictionary' || isLookUp(linked, part))
  const shown = answered.flatMap(part => namesOf(linked, part))
  const put = questionNames(search, test)
  const namesFor = ({ about, kind }: Lookalike): readonly string[] => {
    if (about === 'presence' || about === 'file') return wordsIn(test)
    if (about === 'artifact') return put
    return kind === 'verification' ? shown : spoken
  }
  const found = linked.knowledge.lookalikes.find(
    ({ names: pattern, entry }) =>
      search.kinds.includes(entry.kind) &&
      asked.has(entry.about) &&
      namesFor(entry).some(name => pattern.test(name) && (place.own || name !== '__name__')),
  )
  return found?.entry ?? null
}

// `query.filter(Model.version == version).first()`: what a row is looked up by is not what is asked of it.
function isLookUp(linked: Linked, part: Value): boolean {
  if (part.kind !== 'result' || part.call.callee.kind !== 'field') return false
  return !libraryNames(linked, part.call.callee).some(name => /^[\w.]+$/.test(name))
}

// What is asked of the artifact, and not how it was got or what it is compared with.
function questionNames({ engine: { linked }, around }: Search, test: Test): readonly string[] {
  const isArtifact = (part: Value): boolean => around.includes(keyOf(linked, artifactOf(linked, part), 0))
  const parts = partsOf(test.value, part => part.kind === 'dictionary' || isArtifact(part))
  const names = parts
    .filter(part => part.kind === 'field' || part.kind === 'name' || !isArtifact(part))
    .flatMap(part => (part.kind === 'constant' ? [] : namesOf(linked, part)))
    .filter(name => name !== 'len' || isSize(linked, parts))
  return isPiece(test) ? [...names, '[]'] : names
}

function questionsOf(search: Search, test: Test): ReadonlySet<Lookalike['about']> {
  if (isPresence(test)) return new Set(['presence'])
  const choice = isChoice(test) ? (['choice'] as const) : []
  const artifact = isAboutArtifact(search, test) ? (['artifact'] as const) : []
  const file = partsOf(test.value).some(part => isFileAsked(search, part)) ? (['file'] as const) : []
  return new Set(['run', ...choice, ...artifact, ...file])
}

// `os.path.isfile(path)`, `(folder / "model.pkl").exists()`
function isFileAsked({ engine: { linked } }: Search, part: Value): boolean {
  if (part.kind !== 'result') return false
  return namesOf(linked, part.call.callee).some(name => /^(exists|is_?file|is_?dir)$/.test(name))
}

// `branch == "main"`: something is compared with what is written down.
function isChoice({ value }: Test): boolean {
  return value.kind === 'operation' && partsOf(value).some(part => part.kind === 'constant')
}

// A question about another file in the same folder is none about this one.
function isAboutArtifact({ engine: { linked }, around }: Search, { value }: Test): boolean {
  const names = (part: Value): string => keyOf(linked, artifactOf(linked, part), 0)
  const other = (part: Value): boolean => isJoin(part) && !around.includes(names(part))
  return partsOf(value, other).some(part => around.includes(names(part)))
}

function isJoin(part: Value): boolean {
  if (part.kind === 'operation') return part.operator === '/' || part.operator === '+'
  const { kind } = part
  return (
    kind === 'text' ||
    (kind === 'result' && part.call.callee.kind === 'field' && /^join(path)?$/.test(part.call.callee.name))
  )
}

const bytes = /(^|_)(data|bytes|contents?|payload|body|blob|buffer|raw|read|getvalue)$/

// `len(data)`, and not `len(sys.argv)`: the size of the file, and not how many there are.
function isSize(linked: Linked, parts: readonly Value[]): boolean {
  return parts.some(part => {
    const measured = isLength(part) && part.kind === 'result' ? part.call.arguments[0]?.value : undefined
    if (!measured) return false
    const named = measured.kind === 'result' ? measured.call.callee : measured
    return namesOf(linked, named).some(name => bytes.test(name))
  })
}

// `data[:2]`: a piece of the bytes.
function isPiece({ span: { file, start, end } }: Test): boolean {
  const text = file.text.slice(start, end)
  // Behind the last bracket that closes there is none, and looking for it would take long.
  return /\[[^[\]:]*:[^\]]*\]/.test(text.slice(0, text.lastIndexOf(']') + 1))
}

function wordsIn({ span: { file, start, end } }: Test): readonly string[] {
  return (file.text.slice(start, end).match(/[A-Za-z_]\w*/g) ?? []).map(plain)
}

// What came out of the artifact is looked at: its code has run by then.
function looksAtLoaded(search: Search, place: Place, placed: PlacedTest): GuardVerdict | null {
  const { linked } = search.engine
  const { value } = placed.test
  if (!place.own || !search.kinds.includes('verification') || !comesFrom(value, place.call)) return null
  if (!mayRefuse(place, placed)) return null
  const names = partsOf(value).flatMap(part => namesOf(linked, part))
  const found = linked.knowledge.lookalikes.find(
    ({ names: pattern, entry }) => entry.about === 'loaded' && names.some(name => pattern.test(name)),
  )
  return found ? named(placed, found.entry) : null
}

// Where nothing is refused, nobody takes it for a check: `if hasattr(model.config, "use_cache")`.
function mayRefuse({ unit, ends }: Place, { block }: PlacedTest): boolean {
  return block.next.some(({ to, when }) => {
    const last = unit.blocks[to]?.facts.at(-1)
    const nothing = last?.kind === 'return' && (!last.value || isNothing(last.value))
    return when !== 'raises' && (nothing || last?.kind === 'raise' || ends.has(to))
  })
}

function isNothing(value: Value): boolean {
  return value.kind === 'constant' && (value.value === null || value.value === false)
}

// `auc is not None`, `len(versions) > 0`: there is something, and nobody has looked at it.
function isPresence({ value }: Test): boolean {
  if (value.kind !== 'operation') return false
  const [left, right] = value.operands
  if (right?.kind !== 'constant') return false
  if (right.value === null) return samenessAsked(value.operator)?.among === false
  return isLength(left) && (right.value === 0 || right.value === 1)
}

function isLength(value: Value | undefined): boolean {
  return value?.kind === 'result' && value.call.callee.kind === 'name' && value.call.callee.name === 'len'
}

/** The names that one part of a condition brings in, in lower case with underscores. */
function namesOf(linked: Linked, part: Value): readonly string[] {
  switch (part.kind) {
    case 'variable':
      return [plain(part.name), ...boundNames(linked, part)]
    case 'parameter':
      return [plain(parameterName(linked, part))]
    case 'field':
    case 'name':
      return [plain(part.name.split('.').at(-1) ?? ''), ...libraryNames(linked, part)]
    case 'constant':
      return typeof part.value === 'string' ? [plain(part.value)] : []
    default:
      return []
  }
}

// A constant of the module: `ENVIRONMENT = os.getenv("ENVIRONMENT")`.
function boundNames(linked: Linked, variable: Extract<Value, { kind: 'variable' }>): readonly string[] {
  return boundTo(linked, variable)
    .slice(0, 4)
    .flatMap(value =>
      partsOf(value).flatMap(part =>
        part.kind === 'field' || part.kind === 'name' ? libraryNames(linked, part) : [],
      ),
    )
}

function plain(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
}
