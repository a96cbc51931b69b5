import type { Argument, Block, Unit, Value } from '../../program'
import { addFact, bind, closeBuilder, isLive, lookUp, openBuilder } from '../builder'
import type { Node } from '../parser'
import { argumentOf, nameOf, placeOf, runSimple, type Simple, without } from './commands'
import type { Mode } from './mode'
import { localsOf, positionalsOf } from './outline'
import { run } from './run'
import {
  assign,
  directoryOf,
  enter,
  freeName,
  kept,
  type Landing,
  noteLimit,
  oneDeeper,
  type Scope,
  type Script,
  spanOf,
  succeeded,
  type Target,
  textOf,
  type Variant,
} from './scope'
import { addCommand, landing, leadOn, meetAt, targetOf } from './status'
import { print } from './substitutions'

/** How a unit is started. */
export interface Start {
  readonly kind: Scope['kind']
  readonly unit: string
  readonly label: string
  readonly mode: Mode
  readonly lenient: boolean
  readonly directory: string | null
  readonly locals: ReadonlySet<string>
  readonly node: Node
  /** Definitions in it, which have arguments of their own. */
  readonly others: readonly Node[]
}

/** A scope at the beginning of its unit. */
export function openScope(script: Script, start: Start): Scope {
  const { kind, unit, label, mode, lenient, locals } = start
  const { count, rest } = positionalsOf(start.node, start.others)
  const parameters = kind === 'module' ? script.parameters : []
  for (let i = 1; i <= count; i += 1)
    parameters.push({ name: String(i), kind: 'positional', default: null, type: null })
  if (rest) parameters.push({ name: '@', kind: 'rest', default: null, type: null })
  const builder = openBuilder(name => freeName(script, kind, name), script.effort)
  const failure: Target = 'exits'
  const scope: Scope = {
    script,
    kind,
    unit,
    label,
    builder,
    locals,
    bound: kind === 'module' ? script.bound : new Map(),
    parameters,
    positional: count,
    variant: openVariant(unit, mode),
    mode,
    lenient,
    ends: { success: 'unit', failure },
    returns: { success: 'unit', failure: kind === 'module' ? failure : 'returns' },
    loops: [],
    capturing: kind === 'function',
    input: null,
    folders: [],
  }
  bind(builder, kept.status, succeeded)
  bind(builder, kept.shifted, { kind: 'constant', value: 0 })
  bind(builder, kept.printed, textOf(script, ''))
  enter(scope, start.directory)
  return scope
}

function openVariant(unit: string, mode: Mode): Variant {
  const unknownYet = { returnsFailing: false, exits: false, open: false, handsOn: null }
  return { unit, starts: mode, ends: mode, directory: '', ...unknownYet, binds: new Set() }
}

/** The finished unit. */
export function closeScope(scope: Scope, node: Node): Unit {
  const { script, variant, builder } = scope
  variant.ends = scope.mode
  variant.directory = directoryOf(scope)
  const printed = lookUp(builder, kept.printed)
  const prints = scope.kind === 'function' && !(printed.kind === 'constant' && printed.value === '')
  if (prints && isLive(builder, builder.at))
    addFact(builder, { kind: 'return', value: printed, span: spanOf(scope, node) })
  const blocks: Block[] = closeBuilder(builder)
  return {
    name: scope.unit,
    label: scope.label,
    kind: scope.kind,
    parent: scope.kind === 'module' ? null : script.file.path,
    file: script.file,
    parameters: scope.parameters,
    blocks,
    owner: null,
    decorators: [],
    returns: null,
    generator: false,
    bound: scope.bound,
    span: spanOf(scope, node),
  }
}

/** From here on the name stands for this definition. */
export function defineFunction(scope: Scope, node: Node): void {
  scope.script.current.set(node.childForFieldName('name')?.text ?? '', node)
}

/** The definition that a command's name stands for; a function may be called above the place of one that follows. */
export function definitionOf({ script }: Scope, name: string): Node | null {
  return script.current.get(name) ?? script.outline.functions.get(name)?.at(-1) ?? null
}

// A function that is called from more different folders or modes than this is taken to be started anywhere.
const mostVariants = 300

/** Reads a function as it is when it is started like this, once. */
function readVariant(scope: Scope, definition: Node, looked: boolean, from: string | null): Variant {
  const { script } = scope
  const full = script.variants.size >= mostVariants
  if (full) noteLimit(script, definition, tooMany)
  const [lenient, directory] = full ? [true, null] : [looked, from]
  const mode = { ...scope.mode, trapped: scope.mode.trapped && scope.mode.errtrace }
  const flags = [lenient, mode.errexit, mode.pipefail, mode.trapped]
  const key = [definition.startIndex, ...(full ? [] : flags), directory].join(' ')
  const known = script.variants.get(key)
  if (known) return known
  const label = definition.childForFieldName('name')?.text ?? ''
  const unit = freshName(script, definition, label)
  const start = { kind: 'function', unit, label, mode, lenient, directory } as const
  const inner = openScope(script, { ...start, locals: localsOf(definition), node: definition, others: [] })
  script.variants.set(key, inner.variant)
  readBody(inner, definition)
  return inner.variant
}

const tooMany = 'Functions are called in so many ways that some were read as called from anywhere.'

function freshName(script: Script, definition: Node, label: string): string {
  script.readAt.add(definition.startIndex)
  const name = `${script.file.path}:${label}`
  const count = (script.taken.get(name) ?? 0) + 1
  script.taken.set(name, count)
  return count === 1 ? name : `${name}#${count}`
}

function readBody(scope: Scope, definition: Node): void {
  const body = definition.childForFieldName('body')
  scope.variant.open = true
  if (body) run(scope, body, 'returns')
  scope.script.units.push(closeScope(scope, definition))
  scope.variant.open = false
}

/** Calls a function of the script. */
export function callFunction(scope: Scope, definition: Node, command: Simple, failure: Target): void {
  const from = directoryOf(scope)
  const variant = readVariant(scope, definition, scope.lenient, from)
  const args: Argument[] = [...command.environment, ...command.words.slice(1).map(argumentOf)]
  const callee: Value = { kind: 'function', unit: variant.unit }
  const call = addCommand(scope, callee, args, placeOf(scope, command))
  for (const name of variant.binds)
    assign(scope, name, { kind: 'variable', unit: scope.script.file.path, name })
  if (variant.ends !== variant.starts) scope.mode = { ...scope.mode, ...variant.ends }
  if (!variant.open && variant.directory !== from) enter(scope, variant.directory)
  if (!command.redirects?.silent) print(scope, { kind: 'result', call })
  leadOn(scope, targetsOf(scope, variant, failure))
  if (variant.handsOn !== null) runWrapped(scope, command, variant, failure)
}

// A function that can only fail by ending the script never comes back with a failure.
function targetsOf(scope: Scope, variant: Variant, failure: Target): Target[] {
  const targets: Target[] = []
  // One that is being read calls itself, and may do anything.
  if (variant.returnsFailing || variant.open) targets.push(targetOf(scope, failure))
  if (variant.exits) targets.push(scope.ends.failure)
  return targets
}

// `run() { echo "+ $*"; "$@"; }` runs what it is given; what it makes of a failure is not followed.
function runWrapped(scope: Scope, command: Simple, variant: Variant, failure: Target): void {
  const inner = { ...without(command, 1 + (variant.handsOn ?? 0)), redirects: null }
  const [first] = inner.words
  if (!first || nameOf(first.value) === null) return
  const ignored: Landing = landing(1)
  const swallows = !variant.returnsFailing && !variant.exits
  const target = swallows ? ignored : variant.returnsFailing ? failure : scope.ends.failure
  const { lenient } = scope
  scope.lenient ||= swallows
  oneDeeper(scope.script, command.node, undefined, () => runSimple(scope, inner, target))
  scope.lenient = lenient
  meetAt(scope, ignored)
}

/** Reads the functions that nothing in the script calls: whoever sources it may. */
export function readUncalled(scope: Scope): void {
  for (const definition of [...scope.script.outline.functions.values()].flat())
    if (!scope.script.readAt.has(definition.startIndex)) readVariant(scope, definition, false, '')
}
