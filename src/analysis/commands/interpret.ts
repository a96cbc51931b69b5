import {
  type Argument,
  type Call,
  type Command,
  constant,
  mixOf,
  type Program,
  type Unit,
  type Value,
} from '../../program'
import type { Knowledge } from '../knowledge'
import { classify } from '../targets'
import { callsOf } from './calls'
import { contained, moduleRun } from './launch'
import { innermost, unwrapped } from './launchers'
import { argumentsOf, type Line, partsOf, takeApart, wordOf } from './lines'
import { folderAt, type Place } from './places'
import { replaceCalls } from './replace'
import { type Ways, wordsSettled } from './settled'
import { findStarts, folderWithin, launches, type Places, placesOf, variablesBefore } from './starts'
import { placeOf } from './worktree'

/**
 * Reads command lines: a command that runs a unit of the repository becomes a call of it, one that the catalogue knows a
 * call of its name (`$ aws sagemaker update-model-package`) with options as named arguments. Others stay as they are.
 */
export function interpretCommands(program: Program, knowledge: Knowledge): Program {
  const written = [...program.units.values()].filter(holdsCommands)
  const found = findStarts(program, knowledge, written)
  const { units, ways } = wordsSettled({ program, worktrees: knowledge.worktrees }, written, found.starts)
  if (units.size === 0 && ways.size === 0)
    return interpretUnits(program, knowledge, written, found.places, ways)
  const said = { ...program, units: new Map([...program.units, ...units]) }
  const settled = written.map(unit => units.get(unit.name) ?? unit)
  const { places } = findStarts(said, knowledge, settled, ways)
  return interpretUnits(said, knowledge, settled, places, ways)
}

function interpretUnits(
  program: Program,
  knowledge: Knowledge,
  units: readonly Unit[],
  places: Places,
  ways: Ways,
): Program {
  const jobs = findJobs(program, knowledge)
  const replaced = new Map(program.units)
  for (const unit of units)
    replaced.set(
      unit.name,
      replaceCalls(unit, call => {
        const found = interpreted(program, knowledge, placesOf(places, unit), call, jobs.get(unit.name), ways)
        for (const made of found.made) replaced.set(made.name, made)
        return found.call
      }),
    )
  return { ...program, units: withoutUnasked(replaced) }
}

// All services of a file, all environments: that matters where somebody asks for all of them.
function withoutUnasked(units: Map<string, Unit>): Map<string, Unit> {
  const lists = [...units.keys()].filter(name => /:\[\w+\]$/.test(name))
  if (lists.length === 0) return units
  const asked = new Set([...units.values()].flatMap(scriptsOf))
  for (const name of lists) if (!asked.has(name)) units.delete(name)
  return units
}

function holdsCommands(unit: Unit): boolean {
  return unit.blocks.some(block =>
    block.facts.some(fact => fact.kind === 'call' && fact.callee.kind === 'command'),
  )
}

// What a job says of the commands in it, and in the scripts of its steps that are those of no other: its name, and the other
// environment that it names.
function findJobs({ units }: Program, { telling }: Knowledge): Map<string, string> {
  const jobs = new Map<string, string>()
  const places = telling.get('environment')
  for (const job of [...units.values()].filter(({ kind }) => kind === 'job')) {
    const others = environmentsOf(job).filter(name => places && classify(name, places) === 'other')
    const said = [job.label, ...others].join(' ')
    for (const name of [job.name, ...scriptsOf(job)]) {
      const known = jobs.get(name) ?? said
      jobs.set(name, known === said ? said : '')
    }
  }
  return jobs
}

function scriptsOf(unit: Unit): readonly string[] {
  return callsOf(unit).flatMap(({ callee }) => (callee.kind === 'function' ? callee.unit : []))
}

function environmentsOf(job: Unit): readonly string[] {
  const asked = callsOf(job).filter(
    ({ callee }) => callee.kind === 'name' && callee.name === 'pipeline.environment',
  )
  return asked.flatMap(call => wordOf(call.arguments.find(({ name }) => name === 'name')) ?? [])
}

/** What a command is known to be, and the units that it brings into being. */
export interface Interpreted {
  readonly call: Call
  readonly made: readonly Unit[]
}

/** A command as what it is known to be; the same call where nothing is known of it. */
export function interpreted(
  program: Program,
  knowledge: Knowledge,
  from: readonly Place[],
  call: Call,
  job = '',
  ways: Ways = new Map(),
): Interpreted {
  const { callee } = call
  if (callee.kind !== 'command') return { call, made: [] }
  const { words, environment } = partsOf(call)
  const { found, isAll } = launches(program, knowledge, from, call, callee, ways)
  const [first] = found
  if (first) {
    const units = found.map(({ launched }): Value => ({ kind: 'function', unit: launched.unit.name }))
    // Where one of the ways leads to nothing that is known, that may be what runs.
    const others: readonly Value[] = isAll ? [] : [elsewhere]
    const given = [...first.launched.arguments, ...variablesBefore(knowledge, words), ...environment]
    const made = found.flatMap(({ launched }) => launched.made)
    return { call: { ...call, callee: mixOf([...units, ...others]), arguments: given }, made }
  }
  const outer = innermost(knowledge, words)
  const inner = contained(knowledge, outer) ?? outer
  const named = nameIn(knowledge, moduleRun(knowledge, inner) ?? inner)
  if (!named) return { call, made: [] }
  const name: Value = { kind: 'name', name: named.name, from: null, dots: 0 }
  const place = placeArgument(program, knowledge, from, callee, call)
  const given = argumentsOf(named.line, named.words, environment, call, job)
  return { call: { ...call, callee: name, arguments: [...given, ...place] }, made: [] }
}

// What is no part of the repository.
const elsewhere: Value = { kind: 'name', name: '$ elsewhere', from: null, dots: 0 }

/** The name of the argument that says in which folders a command may run. */
export const placeName = '/'

function placeArgument(
  program: Program,
  knowledge: Knowledge,
  from: readonly Place[],
  callee: Command,
  call: Call,
): Argument[] {
  const { worktrees } = knowledge
  const inner = unwrapped(knowledge, partsOf(call).words).at(-1)
  const directory = folderWithin(callee.directory, inner?.folder ?? null)
  const places = from.flatMap(start => {
    const place = placeOf({ program, worktrees }, { start, directory })
    return (place && folderAt(place)) ?? []
  })
  const items = [...new Set(places)].map(place => constant(place))
  return [{ name: placeName, value: { kind: 'collection', items }, span: call.span }]
}

interface Named {
  readonly name: string
  readonly line: Line
  /** How many words the name has. */
  readonly words: number
}

// The longest name in the catalogue with which the words begin, whatever options stand between them.
function nameIn(knowledge: Knowledge, words: readonly Argument[]): Named | null {
  const spelled = wordOf(words[0]) ?? ''
  if (spelled.startsWith('uses: ')) return usesName(knowledge.commands.get('uses:') ?? [], words)
  const first = spelled.replace(/^.*\//, '')
  const names = knowledge.commands.get(first) ?? []
  if (names.length === 0) return null
  const grammar = knowledge.commandGrammar(first)
  for (const greedy of [true, false]) {
    const line = takeApart(words, grammar, greedy)
    const texts = line.words.map((word, i) => (i === 0 ? first : wordOf(word)))
    const found = names.find(name => name.every((part, i) => part === texts[i]))
    if (found) return { name: `$ ${found.join(' ')}`, line, words: found.length }
  }
  return null
}

// Names of owners and repositories are compared without case, and which version it is says nothing here.
function usesName(names: readonly (readonly string[])[], words: readonly Argument[]): Named | null {
  const spelled = (wordOf(words[0]) ?? '').slice('uses: '.length)
  const action = spelled.replace(/@.*$/s, '').toLowerCase()
  const found = names.some(([, ...rest]) => {
    const name = rest.join(' ')
    return name === action || fits(name, action)
  })
  return found ? { name: `$ uses: ${action}`, line: { words, options: new Map() }, words: 1 } : null
}

// `acme/*/.github/workflows/deploy.yml`
function fits(pattern: string, action: string): boolean {
  if (!pattern.includes('*')) return false
  let from = 0
  const parts = pattern.split('*')
  for (const [i, part] of parts.entries()) {
    const at = i === parts.length - 1 ? action.length - part.length : action.indexOf(part, from)
    if (at < from || (i === 0 && at !== 0) || !action.startsWith(part, at)) return false
    from = at + part.length
  }
  return true
}
