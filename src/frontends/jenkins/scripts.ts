import type { Value } from '../../program'
import type { Script, Variables } from '../pipelines/pipeline'
import { scriptOf } from '../pipelines/scripts'
import { fill, type Hole, type PlacedText, variableName } from '../pipelines/templates'
import { shebangMode } from '../shell/mode'
import type { Call, Expression } from './groovy/tree'
import type { Scope } from './scope'
import { valueIn } from './values'

/** A command of a step, and what Groovy puts into it. */
export interface ReadScript {
  readonly script: Script
  readonly variables: Variables
}

const languages: Readonly<Record<string, Script['language']>> = {
  sh: 'shell',
  bat: 'cmd',
  powershell: 'powershell',
  pwsh: 'powershell',
}

/** Whether a step of this name runs a script. */
export function runsScript(name: string): boolean {
  return Object.hasOwn(languages, name)
}

/** What `sh` and its neighbours run; `null` where nothing is given to them. */
export function readScript(scope: Scope, name: string, call: Call): ReadScript | null {
  const given =
    argumentNamed(call, 'script') ?? call.arguments.find(argument => argument.name === null)?.value
  if (!given) return null
  const built: Built = { text: '', pieces: [], holes: [], variables: new Map() }
  append(scope, built, given)
  const placed = fill(built, built.holes)
  const language = languages[name] ?? 'shell'
  return {
    script: withLanguage(scriptOf(placed, modeOf(language, placed.text), given.span), language),
    variables: built.variables,
  }
}

/** The value of an argument by its name. */
export function argumentNamed(call: Call, name: string): Expression | null {
  return call.arguments.find(argument => argument.name === name)?.value ?? null
}

/** Whether an option of a step is switched on. */
export function isSet(call: Call, name: string): boolean {
  const value = argumentNamed(call, name)
  return value?.kind === 'constant' && value.value === true
}

// A script of `sh` that names no interpreter runs with `-xe`.
// https://www.jenkins.io/doc/pipeline/steps/workflow-durable-task-step/#sh-shell-script
function modeOf(language: Script['language'], text: string): Script['shell'] {
  const plain = { errexit: false, pipefail: false }
  if (language !== 'shell') return plain
  if (text.startsWith('#!')) return shebangMode(text) ?? plain
  return { errexit: true, pipefail: false }
}

function withLanguage(script: Script, language: Script['language']): Script {
  const python = language === 'shell' && /^#!\S*(\/|\/env\s+)python/.test(script.text)
  return { ...script, language: python ? 'python' : language }
}

interface Built extends PlacedText {
  text: string
  pieces: { from: number; to: number; length: number }[]
  readonly holes: Hole[]
  readonly variables: Map<string, Value>
}

// Texts, texts that are put together, and whatever gives one. A list of sums may be longer than the stack is deep.
function append(scope: Scope, built: Built, whole: Expression): void {
  const open = [whole]
  for (let expression = open.pop(); expression; expression = open.pop()) {
    if (expression.kind === 'text') appendText(scope, built, expression)
    else if (expression.kind === 'operation' && expression.operator === '+')
      open.push(...expression.operands.toReversed())
    else if (expression.kind === 'call' && expression.callee.kind === 'field' && isText(expression.callee.of))
      open.push(expression.callee.of)
    else addHole(scope, built, built.text.length, expression)
  }
}

function appendText(
  scope: Scope,
  built: Built,
  { text, pieces, holes }: Extract<Expression, { kind: 'text' }>,
): void {
  const at = built.text.length
  for (const piece of pieces) built.pieces.push({ ...piece, from: piece.from + at })
  built.text += text
  for (const hole of holes) addHole(scope, built, at + hole.at, hole.value)
}

function isText({ kind }: Expression): boolean {
  return kind === 'text'
}

function addHole(scope: Scope, built: Built, at: number, expression: Expression): void {
  const value = valueIn(scope, expression, true)
  const { file, start, end } = expression.span
  const name = `groovy_${variableName(file.text.slice(start, Math.min(end, start + 80)))}`
  if (value.kind === 'constant') {
    built.holes.push({ start: at, end: at, text: String(value.value) })
    return
  }
  built.variables.set(name, value)
  built.holes.push({ start: at, end: at, text: `\${${name}}` })
}

/** The name that a message shows for what a text says. */
export function plainText(expression: Expression | null | undefined): string | null {
  return expression?.kind === 'text' && expression.holes.length === 0 ? expression.text : null
}
