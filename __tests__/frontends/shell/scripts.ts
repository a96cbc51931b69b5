import { readGrammar } from '../../../src/files/grammars'
import { loadGrammar } from '../../../src/frontends/parser'
import { shellFrontend } from '../../../src/frontends/shell'
import type { Call, Frontend, Reading, ShellMode, Unit, Value } from '../../../src/program'
import { withoutMargin } from '../../support/margin'
import { waysThrough } from '../ways'

let opened: Promise<Frontend> | null = null

async function open(): Promise<Frontend> {
  return shellFrontend(await loadGrammar(readGrammar('runtime'), readGrammar('bash')))
}

/** The frontend of shell scripts. */
export function shell(): Promise<Frontend> {
  opened ??= open()
  return opened
}

/** Reads a script of this path. */
export async function readScript(text: string, path = 'deploy.sh'): Promise<Reading> {
  return (await shell()).read({ path, text: withoutMargin(text) })
}

/** Every way through a script, or through one of its functions. */
export async function ways(script: string, label = 'script', mode?: ShellMode): Promise<string[]> {
  const text = withoutMargin(script)
  const frontend = await shell()
  const file = { path: 'deploy.sh', text }
  const reading = mode
    ? frontend.readEmbedded?.({ file, language: 'shell', shell: mode })
    : frontend.read(file)
  return waysThrough(unitIn(reading, label))
}

function unitIn(reading: Reading | undefined, label: string): Unit {
  const unit = reading?.units.find(u => u.label === label)
  if (!unit) throw new Error(`no unit ${label} among ${reading?.units.map(u => u.label).join(', ')}`)
  return unit
}

/** Scripts to the ways through them. */
export type Cases = Readonly<
  Record<string, readonly [script: string, ways: readonly string[], label?: string]>
>

/** Tests that each script has these ways and no others. */
export function testWays(cases: Cases): void {
  for (const [title, [script, expected, label]] of Object.entries(cases))
    test(title, async () => expect(await ways(script, label)).toEqual([...expected].sort()))
}

/** All calls of a unit, in the order of their blocks. */
export function callsIn(reading: Reading, label = 'script'): Call[] {
  return unitIn(reading, label).blocks.flatMap(block => block.facts.filter(fact => fact.kind === 'call'))
}

/** Each call as a shell would show it. */
export async function commands(script: string, label = 'script'): Promise<string[]> {
  return callsIn(await readScript(script), label).map(sayCall)
}

export function sayCall(call: Call): string {
  const words = call.arguments.map(
    ({ name, value, splat }) => `${name === null ? '' : `${name}=`}${splat ? '*' : ''}${say(value)}`,
  )
  return [sayCallee(call.callee), ...words].join(' ')
}

function sayCallee(callee: Value): string {
  if (callee.kind !== 'command') return callee.kind === 'function' ? `${callee.unit}()` : callee.kind
  return callee.directory === '' ? callee.name : `[${callee.directory ?? '?'}] ${callee.name}`
}

/** A value in a few characters: `$` marks what is given from outside. */
export function say(value: Value, depth = 0): string {
  if (depth > 6) return '…'
  const inner = (v: Value): string => say(v, depth + 1)
  switch (value.kind) {
    case 'constant':
      return typeof value.value === 'string' ? value.value : `#${value.value}`
    case 'text':
      return value.parts.map(inner).join('·')
    case 'collection':
      return `(${value.items.map(inner).join(' ')})`
    case 'mix':
      return `{${value.of.map(inner).join('|')}}`
    case 'parameter':
      return `$${value.index}`
    case 'variable':
      return `@${value.name}`
    case 'field':
      return `${inner(value.of)}.${value.name}`
    case 'item':
      return `${inner(value.of)}[${inner(value.key)}]`
    case 'result':
      return `<${value.call.callee.kind === 'command' ? value.call.callee.name : value.call.callee.kind}>`
    case 'operation':
      return value.operands.length === 1
        ? `${value.operator}(${value.operands.map(inner).join()})`
        : `(${value.operands.map(inner).join(` ${value.operator} `)})`
    default:
      return value.kind
  }
}

/** Every question of a unit, with what it asks. */
export async function questions(script: string, label = 'script'): Promise<string[]> {
  return unitIn(await readScript(script), label).blocks.flatMap(block =>
    block.facts.flatMap(fact => (fact.kind === 'test' ? [say(fact.value)] : [])),
  )
}
