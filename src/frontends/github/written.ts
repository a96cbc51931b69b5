import { addTo } from '../../base/groups'
import { constant, mixOf, type Span, type Value } from '../../program'
import type { Variables } from '../pipelines/pipeline'
import { dollarText } from '../pipelines/scripts'
import { contextsOf, fieldOf, type Known, over, type Surroundings, valueOfText } from './contexts'
import { withPlainWrites } from './write-forms'

// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-environment-variable
const toFile =
  /(?:^|[;&|{]|\bthen\b|\bdo\b)[ \t]*(?:(?:echo|printf|Write-Output|Write-Host)[ \t]+(?:-[neE]+[ \t]+)?)?(["']?)([A-Za-z_][\w-]{0,99})=([^\n]{0,300}?)\1[ \t]{0,50}(?:>>|\|[ \t]*(?:tee[ \t]+(?:-a|--append)\b|(?:Out-File|Add-Content)\b[^\n|$]{0,100}?))[ \t]*"?\$(?:\{|env:)?GITHUB_(ENV|OUTPUT)\b/gm
const toLog =
  /(?:^|[;&|{]|\bthen\b|\bdo\b)[ \t]*(?:echo|Write-Output|Write-Host)[ \t]+(["']?)::set-output[ \t]+name=([\w-]{1,100})::([^\n]{0,300}?)\1[ \t]{0,50}(?:$|[;&|}])/gm

// Where one of them stands, not every line need run.
const branches =
  /^[ \t]*(?:if|elif|else|case|for|while|until|foreach|switch|try|function|trap|return|exit)\b|^[ \t]*[\w-]+[ \t]*\(\)|&&|\|\|/m

// What is asked for by these words is a question of what it took to write them, and not of what they say.
const answer = /^(?:true|false|yes|no|0|1|ok|pass(?:ed)?|fail(?:ed|ure)?|success(?:ful)?)$/i

/** What steps have written for those after them, while these are read in order. */
export interface Written {
  /** By the name of the variable. */
  readonly variables: Map<string, Value>
  /** Those of the variables that cannot say anything else by now. */
  readonly certain: Set<string>
  /** All that each of the variables has ever said. */
  readonly ever: Map<string, Value[]>
  /** By the names of the step and its own: `pick.stage`. */
  readonly outputs: Map<string, Value>
}

/** A script of a step, with what is known where it stands. */
export interface Writing {
  readonly text: string
  readonly span: Span
  readonly around: Surroundings
  /** What the variables of the job are without any writing. */
  readonly outer: Known
  /** What names stand for in the step itself. */
  readonly variables: Variables
  /** The name by which others ask for its outputs. */
  readonly id: string | null
  /** Whether the step runs, and ends well, whenever those after it do. */
  readonly sure: boolean
}

/** Adds what a script writes for the steps after it. */
export function addWritten(script: Writing, written: Written): void {
  if (!writer.test(script.text)) return
  const writing = { ...script, text: withPlainWrites(script.text) }
  const { text } = writing
  const writes = writesIn(writing)
  const isOpen =
    writes.filter(({ toLog }) => !toLog).length < [...text.matchAll(/GITHUB_(?:ENV|OUTPUT)\b/g)].length
  const sure = writing.sure && !isOpen && !branches.test(text)
  // What was written before may be written again by what cannot be told.
  if (isOpen && /GITHUB_ENV\b/.test(text))
    for (const name of written.certain) doubt(written, name, written.variables.get(name))
  for (const write of writes) add(written, writing, write, sure)
}

const writer = /GITHUB_(?:ENV|OUTPUT)|::set-output/

function add(
  written: Written,
  { id, outer }: Writing,
  { name, value, isOutput }: Write,
  sure: boolean,
): void {
  const tells = sure && told.has(value.kind)
  if (isOutput && tells && !isAnswer(value)) written.outputs.set(`${id}.${name}`, value)
  else if (isOutput) written.outputs.delete(`${id}.${name}`)
  else if (tells) {
    set(written, name, value)
    written.certain.add(name)
  } else if (written.certain.has(name) || !written.variables.has(name))
    doubt(written, name, written.variables.get(name) ?? outer.get(name))
}

// Once is enough: thousands of such steps would say so thousands of times.
function doubt(written: Written, name: string, value: Value | undefined): void {
  if (value) set(written, name, orOther(name, value))
  written.certain.delete(name)
}

function set({ variables, ever }: Written, name: string, value: Value): void {
  variables.set(name, value)
  addTo(ever, name, value)
}

function orOther(name: string, value: Value): Value {
  return mixOf([value, fieldOf('env', [name])])
}

/** What the variables of a job may be wherever it asks for one: all that was ever written to it, what it was before, or anything else. */
export function anywhere({ ever }: Written, outer: Known): Variables {
  const all = [...ever].map(([name, values]) => {
    const before = outer.get(name)
    return [name, orOther(name, mixOf(before ? [before, ...values] : values))] as const
  })
  return new Map(all)
}

// Others are known no better by this name than by that of the variable that is written.
const told: ReadonlySet<Value['kind']> = new Set(['constant', 'mix', 'parameter'])

interface Write {
  readonly name: string
  readonly value: Value
  readonly isOutput: boolean
  /** Whether the log is asked to take it, and no file. */
  readonly toLog: boolean
}

function writesIn(writing: Writing): readonly Write[] {
  const { text } = writing
  const rest = text.replace(toFile, '').replace(toLog, '')
  const own = { givenOnce: givenOnceIn(rest), given: givenIn(rest) }
  return [toFile, toLog].flatMap(pattern =>
    [...text.matchAll(pattern)].map(([, quote = '', name = '', written = '', file]) => ({
      name,
      value: valueIn(written, quote, writing, own),
      isOutput: file !== 'ENV',
      toLog: file === undefined,
    })),
  )
}

/** The variables of a script that it gives a value itself, outside of what it writes. */
interface Own {
  /** Those that it gives a plain text, once, and then does nothing else with than read them. */
  readonly givenOnce: ReadonlyMap<string, string>
  /** Whether it gives one of these a value, or may. */
  readonly given: (names: readonly string[]) => boolean
}

function valueIn(text: string, quote: string, writing: Writing, { givenOnce, given }: Own): Value {
  const { around, variables, span } = writing
  const known = over(variables, around.variables)
  const [, curly, plain] = /^\$(?:\{(\w+)\}|(\w+))$/.exec(text) ?? []
  const own = quote === "'" ? undefined : givenOnce.get(curly ?? plain ?? '')
  if (own !== undefined) return constant(own)
  if (text.includes('${{')) {
    const contexts = contextsOf({ ...around, variables: known })
    return /\$(?!\{\{)|`/.test(text) ? { kind: 'unknown' } : valueOfText(text, contexts, span)
  }
  if (quote === "'" || !/[$`%\\]/.test(text)) return constant(text)
  // A command, a format, a part of a variable.
  if (/\$(?![\w{])|\$\{\w*[^\w}]|[`%\\]/.test(text)) return { kind: 'unknown' }
  const names = [...text.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name)
  return given(names) ? { kind: 'unknown' } : dollarText(text, known)
}

// `STAGE=prod` on a line of its own, once, and then `echo "stage=$STAGE" >> …`.
function givenOnceIn(script: string): ReadonlyMap<string, string> {
  const plain = /^[ \t]*(?:export[ \t]+)?(\w+)=(["']?)([\w.:/-]*)\2[ \t]*$/gm
  const uses = new Map<string, number>()
  for (const [name] of script.matchAll(/(?<![$\w])\w+(?![\w}])/g)) uses.set(name, (uses.get(name) ?? 0) + 1)
  const all = [...script.matchAll(plain)].map(([, name = '', , text = '']) => [name, text] as const)
  return new Map(all.filter(([name]) => uses.get(name) === 1))
}

function givenIn(script: string): Own['given'] {
  const given = new Set([...script.matchAll(/\b(\w+)[ \t]*=/g)].map(([, name]) => name))
  const mayRead = /\bread\b|^[ \t]*(?:source|\.)[ \t]/m.test(script)
  return names => mayRead || names.length === 0 || names.some(name => given.has(name))
}

function isAnswer(value: Value): boolean {
  return value.kind === 'constant' && answer.test(String(value.value))
}
