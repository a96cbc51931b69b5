import { addTo } from '../../base/groups'
import { keptIn, onceFor } from '../../base/once'
import { type Call, constant, type Operation, type Unit, type Value } from '../../program'
import type { CallSite } from '../linked'
import { possibleLiterals } from '../possible'
import { callersOf, libraryNames, unitsNamed } from '../resolve'
import { classify } from '../targets'
import type { Engine } from './engine'
import { ownStateAt } from './entries'
import { both, type Evidence, meet, nothing, type State, stateOf } from './evidence'
import { flowOf } from './flow'
import { askAt } from './outcomes'
import { among, truth } from './wanted'

const mostUnits = 40
const mostWrites = 20
// What the steps of a job leave for others, as scripts write it: to a file of the runner, or to its log.
const writings = [
  /^([\w-]+)=(.*)$/s,
  /^::set-output name=([\w-]+)::(.*)$/s,
  /^##vso\[task\.setvariable variable=([\w.-]+)(?:;[^\]]*)?\](.*)$/s,
]

/** What it shows that an output of a job or a step turned out so: what had been checked where it was written. */
export function askOutput(engine: Engine, unit: Unit | null, value: Operation, outcome: boolean): State {
  const [left, right] = value.operands
  if (!left || !right || !/^(==|!=)$/.test(value.operator) || (value.operator === '==') !== outcome)
    return nothing
  const expected = [left, right].find(side => side.kind === 'constant')
  if (expected?.kind !== 'constant') return nothing
  const handed = handedOn(engine, left) ?? handedOn(engine, right)
  if (handed) return whereWritten(engine, handed.writes, String(expected.value), value, handed.name)
  const asked = outputOf(left) ?? outputOf(right)
  if (!asked)
    return [left, right].map(side => askEnvironment(engine, unit, value, side)).find(Boolean) ?? nothing
  const job = jobOf(engine, unit, value, asked)
  const name = job ? nameIn(job, asked.name) : asked.name
  const writes = job ? writesOf(engine, job, name) : []
  if (writes.length === 0) return byName(engine, value, asked)
  return whereWritten(engine, writes, String(expected.value), value, name)
}

// `env.PASSED`, which a step before has written to a file for those behind it, over what the job says or not.
function askEnvironment(engine: Engine, unit: Unit | null, value: Operation, side: Value): State {
  const paths = (side.kind === 'mix' ? side.of : [side]).map(pathOf)
  const [, name] = paths.find(path => path?.[0] === 'env' && path.length === 2) ?? []
  const expected = value.operands.find(operand => operand.kind === 'constant')
  if (name === undefined || expected?.kind !== 'constant' || unit?.kind !== 'job') return nothing
  const writes = writesOf(engine, unit, name)
  return writes.length === 0 ? nothing : whereWritten(engine, writes, String(expected.value), value, name)
}

interface Output {
  /** `needs.evaluate`, `steps.check`. */
  readonly of: readonly string[]
  readonly name: string
}

// `needs.evaluate.outputs.passed`, `dependencies.evaluate.outputs['check.passed']`.
function outputOf(value: Value): Output | null {
  const path = pathOf(value)
  const at = path?.indexOf('outputs') ?? -1
  const name = path?.[at + 1]
  if (!path || at < 2 || name === undefined || path.length !== at + 2) return null
  return { of: path.slice(0, at), name: name.slice(name.lastIndexOf('.') + 1) }
}

function pathOf(value: Value): string[] | null {
  if (value.kind === 'name')
    return value.name.startsWith('pipeline.') ? [value.name.slice('pipeline.'.length)] : null
  if (value.kind !== 'field') return null
  const of = pathOf(value.of)
  return of && [...of, value.name]
}

function jobOf(engine: Engine, unit: Unit | null, { span }: Operation, { of }: Output): Unit | null {
  const [context = '', ...names] = of
  if (context === 'steps') return unit?.kind === 'job' ? unit : null
  return engine.linked.program.units.get(`${span.file.path}:${names.at(-1)}`) ?? null
}

// A job passes outputs of its steps on, under names of its own.
function nameIn(job: Unit, name: string): string {
  const [passed] = job.bound.get(`outputs.${name}`) ?? []
  return (passed && outputOf(passed)?.name) ?? name
}

// A variable that the jobs before have written to a file for the ones that need them: `artifacts: reports: dotenv`.
function handedOn(engine: Engine, value: Value): { name: string; writes: readonly Write[] } | null {
  if (value.kind !== 'parameter') return null
  const { units } = engine.linked.program
  const unit = units.get(value.unit)
  const shape = unit?.parameters[value.index]
  if (!unit || shape?.kind !== 'environment') return null
  const jobs = callersOf(engine.linked, unit).flatMap(site => (site.unit.kind === 'job' ? [site.unit] : []))
  const needed = jobs.flatMap(job =>
    job.blocks.flatMap(({ facts }) => facts.filter(fact => fact.kind === 'after')),
  )
  const writes = needed.flatMap(after => {
    const job = after.regardless === null ? units.get(after.unit) : undefined
    return job ? writesOf(engine, job, shape.name) : []
  })
  return writes.length > 0 ? { name: shape.name, writes } : null
}

interface Write {
  readonly site: CallSite
  readonly value: Value
}

function writesOf(engine: Engine, job: Unit, name: string): readonly Write[] {
  const writers = keptIn(writersIn(engine), job, () => findWriters(engine, job)).get(name) ?? []
  return writers.slice(0, mostWrites).flatMap(site => {
    const value = writtenBy(engine, site.call, name)
    return value ? [{ site, value }] : []
  })
}

// A job with very many steps is looked through once, whoever asks.
const writersIn = onceFor((_: Engine) => new WeakMap<Unit, ReadonlyMap<string, readonly CallSite[]>>())

function findWriters(engine: Engine, job: Unit): ReadonlyMap<string, readonly CallSite[]> {
  const found = new Map<string, CallSite[]>()
  for (const unit of unitsBelow(engine, job))
    for (const [block, { facts }] of unit.blocks.entries())
      for (const call of facts)
        if (call.kind === 'call')
          for (const name of namesWritten(call)) addTo(found, name, { unit, block, call })
  return found
}

function namesWritten({ arguments: given }: Call): ReadonlySet<string> {
  return new Set(given.flatMap(({ value }) => writingIn(textBefore(value))?.[1] ?? []))
}

// What an argument begins with.
function textBefore(value: Value): string {
  const first = value.kind === 'text' ? value.parts[0] : value
  return first?.kind === 'constant' && typeof first.value === 'string' ? first.value : ''
}

function writingIn(text: string): RegExpExecArray | undefined {
  const begun = text.trimStart()
  return writings.map(writing => writing.exec(begun)).find(found => found !== null) ?? undefined
}

function unitsBelow({ linked }: Engine, job: Unit): readonly Unit[] {
  const units = [job]
  for (const unit of units)
    for (const { facts } of unit.blocks)
      for (const fact of facts) {
        const called = fact.kind === 'call' ? unitsNamed(linked, fact.callee) : []
        for (const one of called) if (units.length < mostUnits && !units.includes(one)) units.push(one)
      }
  return units
}

// `echo "passed=$PASSED" >> "$GITHUB_OUTPUT"`, `print(f"passed={passed}", file=output)`.
function writtenBy({ linked }: Engine, call: Call, name: string): Value | null {
  for (const { value } of call.arguments) {
    const [first, ...rest] = value.kind === 'text' ? value.parts : [value]
    if (first?.kind !== 'constant' || typeof first.value !== 'string') continue
    const text = first.value
    const match = writings.map(writing => writing.exec(text.trimStart())).find(found => found?.[1] === name)
    if (!match) continue
    const begun = match[2]?.replace(/\\n$/, '').trim() ?? ''
    const [only, end] = rest.filter(part => !isBlank(part))
    if (!only) return constant(begun)
    if (begun === '' && !end) return plain(linked, only)
    return { kind: 'unknown' }
  }
  return null
}

function isBlank(value: Value): boolean {
  return value.kind === 'constant' && /^(\\n|\s)*$/.test(String(value.value))
}

// `str(passed).lower()` says the same as `passed`.
function plain(linked: Engine['linked'], value: Value, depth = 0): Value {
  if (value.kind !== 'result' || depth > 4) return value
  const { callee, arguments: args } = value.call
  if (callee.kind === 'field' && /^(lower|strip)$/.test(callee.name))
    return plain(linked, callee.of, depth + 1)
  const isText = libraryNames(linked, callee).includes('str')
  const [first] = args
  return isText && first ? plain(linked, first.value, depth + 1) : value
}

function whereWritten(
  engine: Engine,
  writes: readonly Write[],
  expected: string,
  { span }: Operation,
  name: string,
): State {
  const fitting = writes.filter(write => mayBe(engine, write.value, expected))
  const met = fitting.map(write => stateAt(engine, write, expected)).reduce<State>(meet, null)
  const gates = [...(met?.values() ?? [])].filter(e => e.subject === '')
  const always = fitting.length === writes.length && fitting.every(write => write.value.kind === 'constant')
  if (gates.length > 0 || !always) return stateOf(gates)
  const says = `\`${name}\` is always written as \`${expected.replaceAll('`', "'")}\`, whatever came out`
  return stateOf([{ kind: 'evaluation', subject: '', strength: 'void', span, outcome: null, says }])
}

function mayBe({ linked }: Engine, value: Value, expected: string): boolean {
  const { values, complete } = possibleLiterals(linked, value)
  return !complete || values.some(literal => String(literal).toLowerCase() === expected.toLowerCase())
}

function stateAt(engine: Engine, { site, value }: Write, expected: string): State {
  const own = ownStateAt(engine, site)
  if (value.kind === 'constant') return own
  const at = { block: site.block, start: site.call.span.start }
  const isTrue = expected.toLowerCase() === 'true'
  const wanted = value.kind === 'mix' ? among([JSON.stringify(expected)], true) : truth(isTrue)
  if (value.kind !== 'mix' && !/^(true|false)$/i.test(expected)) return own
  return both(own, askAt(engine, flowOf(engine, site.unit), at, value, [], wanted))
}

// Where it is written cannot be read: by another repository's workflow, by an action.
function byName({ linked }: Engine, { span }: Operation, { of, name }: Output): State {
  const words = linked.knowledge.telling.get('evaluation')
  const spoken = [...of.slice(1), name].join(' ')
  if (!words || classify(spoken, words) !== 'production') return nothing
  const evidence: Evidence = {
    kind: 'evaluation',
    subject: '',
    strength: 'medium',
    span,
    outcome: null,
    says: `\`${[...of, 'outputs', name].join('.').replaceAll('`', "'")}\` is asked for, and what writes it cannot be read`,
  }
  return stateOf([evidence])
}
