import type { Span, Value } from '../../program'
import { parameterName } from '../bindings'
import type { Linked } from '../linked'
import { possibleLiterals } from '../possible'
import { isPython } from '../python'
import { callersOf, libraryNames, referentsOf } from '../resolve'
import { isWrittenHere } from './approvals'
import type { Engine, Flow, Path, Place } from './engine'
import { nothing, type State, stateOf } from './evidence'
import type { Question } from './outcomes'
import { partsOf } from './parts'
import { fits, type Wanted } from './wanted'

const deepest = 6
const passesOn = /^(int|str|bool|float|lower|upper|strip|rstrip|casefold|item|get)$/
const reads = /^(read|read_text|readline|load|loads|safe_load)$/

/**
 * What is known by its name only: a verdict whose making is not in the repository, `acme.validate_model(version)`, or that
 * was read from somewhere, `report["passed"]`. It is declared, and nobody can see from here what it asks.
 */
export function spokenState(question: Question, value: Value, path: Path, wanted: Wanted): State {
  const { linked, verdicts } = question.engine
  // What the jobs of a pipeline hand on is known by those who write it.
  const { flow, at } = question
  if (!flow) return nothing
  const { unit } = flow
  if (unit.kind === 'job' || unit.kind === 'pipeline' || !isPython(unit.file.path)) return nothing
  if (!isAffirmed(linked, wanted) || verdicts.length === 0) return nothing
  // What a module holds is asked for by its whole name.
  if (path.length > 0 && value.kind !== 'parameter' && value.kind !== 'result') return nothing
  const name = namesOf(linked, value, path).find(
    one => verdictFor(verdicts, one) && !isWrittenHere(linked, one),
  )
  const verdict = name === undefined ? undefined : verdictFor(verdicts, name)
  if (name === undefined || !verdict || !isOpen(linked, value, 0) || isGiven(value, name)) return nothing
  if (passesByDefault(linked, value, wanted, 0)) return nothing
  const span = spanOf(value) ?? spanAt(flow, at)
  const says = `\`${name}\` ${verdict.says}, going by its name; what it asks cannot be seen here`
  return stateOf([{ kind: verdict.kind, subject: '', strength: 'medium', span, outcome: null, says }])
}

// `report.get("passed", True)` passes where nobody has said anything.
function passesByDefault(linked: Linked, value: Value, wanted: Wanted, depth: number): boolean {
  if (depth > deepest || value.kind !== 'result') return false
  const { callee, arguments: args } = value.call
  if (callee.kind !== 'field' && callee.kind !== 'name') return false
  const last = lastOf(callee.name)
  const [first, second] = args
  if (last === 'get' && second) {
    const { values, complete } = possibleLiterals(linked, second.value)
    return !complete || values.some(literal => fits(literal, wanted))
  }
  const inner = callee.kind === 'field' ? callee.of : first?.value
  return passesOn.test(last) && inner !== undefined && passesByDefault(linked, inner, wanted, depth + 1)
}

function isAffirmed({ knowledge }: Linked, wanted: Wanted): boolean {
  if (wanted.kind === 'truth') return wanted.is
  return (
    wanted.kind === 'among' &&
    wanted.is &&
    wanted.names.every(name => knowledge.answers.passes(name.replace(/^"(.*)"$/s, '$1')))
  )
}

function verdictFor(verdicts: Engine['verdicts'], name: string) {
  const asked = plain(name)
  return verdicts.find(({ names, unless }) => names.test(asked) && !unless?.test(asked))?.entry
}

function plain(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll('-', '_')
}

// The name of what is asked: the last key on the way to it, else what it is called itself.
function namesOf(linked: Linked, value: Value, path: Path): readonly string[] {
  const key = path.findLast(({ name }) => typeof name === 'string')
  return key ? [String(key.name)] : ownNames(linked, value, 0)
}

function ownNames(linked: Linked, value: Value, depth: number): readonly string[] {
  if (depth > deepest) return []
  switch (value.kind) {
    case 'field':
      return [value.name]
    case 'name':
      return [lastOf(value.name)]
    case 'parameter':
      return [parameterName(linked, value)]
    case 'item':
      return typeof constantOf(value.key) === 'string'
        ? [String(constantOf(value.key))]
        : ownNames(linked, value.of, depth + 1)
    case 'result':
      return namesOfResult(linked, value, depth)
    default:
      return []
  }
}

function constantOf(value: Value): string | number | boolean | null {
  return value.kind === 'constant' ? value.value : null
}

// `int(text)` and `text.strip()` say what the text says; `path.read_text()` what the file is called.
function namesOfResult(
  linked: Linked,
  { call }: Extract<Value, { kind: 'result' }>,
  depth: number,
): readonly string[] {
  const { callee } = call
  if (callee.kind !== 'field' && callee.kind !== 'name' && callee.kind !== 'variable') return []
  const last = lastOf(callee.name)
  const [first] = call.arguments
  if (last === 'get' && first && typeof constantOf(first.value) === 'string')
    return [String(constantOf(first.value))]
  const inner = callee.kind === 'field' ? callee.of : first?.value
  if (passesOn.test(last)) return inner ? ownNames(linked, inner, depth + 1) : []
  return reads.test(last) ? fileNames(linked, { kind: 'result', call }) : [last]
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

function fileNames(linked: Linked, value: Value): readonly string[] {
  const texts = partsOf(value).flatMap(part =>
    part.kind === 'constant' || part.kind === 'variable' ? possibleLiterals(linked, part).values : [],
  )
  return texts.flatMap(text =>
    typeof text === 'string' ? [(text.split('/').at(-1) ?? '').replace(/\.\w+$/, '')] : [],
  )
}

// Nobody in the repository says what it is: a library, a parameter that no caller gives, a file.
function isOpen(linked: Linked, value: Value, depth: number): boolean {
  if (depth > deepest) return false
  switch (value.kind) {
    case 'field':
    case 'item':
      return isUnknown(linked, value) && isOpen(linked, value.of, depth + 1)
    case 'name':
      return isUnknown(linked, value)
    case 'variable':
      return referentsOf(linked, value).length > 0 && isUnknown(linked, value)
    case 'parameter':
      return isGivenByNobody(linked, value)
    case 'result': {
      const { callee } = value.call
      if (!isUnknown(linked, callee) || measures(linked, callee)) return false
      const from = callee.kind === 'field' ? callee.of : value.call.arguments[0]?.value
      const passed = (callee.kind === 'field' || callee.kind === 'name') && passesOn.test(lastOf(callee.name))
      return callee.kind === 'field' || passed ? !from || isOpenOrPlain(linked, from, depth + 1) : true
    }
    default:
      return false
  }
}

function isOpenOrPlain(linked: Linked, value: Value, depth: number): boolean {
  return value.kind === 'operation' ||
    value.kind === 'constant' ||
    value.kind === 'text' ||
    value.kind === 'instance'
    ? true
    : isOpen(linked, value, depth)
}

// What a person types on a command line, or sets in the environment, selects; nobody has looked at anything.
function isUnknown(linked: Linked, value: Value): boolean {
  return referentsOf(linked, value).every(r => r.kind === 'external' && !linked.knowledge.isChosen(r.name))
}

// A measurement is true whatever it says.
function measures(linked: Linked, callee: Value): boolean {
  const { calls } = linked.knowledge.measuring
  return libraryNames(linked, callee).some(name => calls.some(pattern => pattern.test(name)))
}

function isGivenByNobody(linked: Linked, { unit: name }: Extract<Value, { kind: 'parameter' }>): boolean {
  const unit = linked.program.units.get(name)
  if (!unit || unit.decorators.length > 0) return false
  return callersOf(linked, unit).every(site => linked.knowledge.isTest(site.unit.file.path))
}

// `Result(passed=True).passed`: what it says was given to it.
function isGiven(value: Value, name: string): boolean {
  if (value.kind === 'field' || value.kind === 'item') return isGiven(value.of, name)
  return value.kind === 'result' && value.call.arguments.some(argument => argument.name === name)
}

function spanOf(value: Value): Span | null {
  if (value.kind === 'result') return value.call.span
  return value.kind === 'field' || value.kind === 'item' ? spanOf(value.of) : null
}

function spanAt({ unit }: Flow, at: Place | null): Span {
  if (!at) return unit.span
  const before = unit.blocks[at.block]?.facts.findLast(({ span }) => span.start <= at.start)
  return (before ?? unit).span
}
