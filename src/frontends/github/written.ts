import { constant, mixOf, type Span, type Value } from '../../program'
import type { Variables } from '../pipelines/pipeline'
import { dollarText } from '../pipelines/scripts'
import { contextsOf, fieldOf, type Surroundings, valueOfText } from './contexts'
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

/** A script of a step, with what is known where it stands. */
export interface Writing {
  readonly text: string
  readonly span: Span
  readonly around: Surroundings
  /** What the variables of the job are without any writing. */
  readonly outer: Variables
  /** What names stand for in the step itself. */
  readonly variables: Variables
  /** The name by which others ask for its outputs. */
  readonly id: string | null
  /** Whether the step runs, and ends well, whenever those after it do. */
  readonly sure: boolean
}

/** What the steps after a script know, with what it writes for them. */
export function withWritten(script: Writing): Surroundings {
  const writing = { ...script, text: withPlainWrites(script.text) }
  const { around, id, text } = writing
  const writes = writesIn(writing)
  const isOpen =
    writes.filter(({ toLog }) => !toLog).length < [...text.matchAll(/GITHUB_(?:ENV|OUTPUT)\b/g)].length
  const sure = writing.sure && !isOpen && !branches.test(text)
  const variables = isOpen ? doubted(writing) : new Map(around.variables)
  const outputs = new Map(around.outputs)
  for (const { name, value, isOutput } of writes) {
    const before = variables.get(name)
    const tells = sure && told.has(value.kind)
    if (isOutput && tells && !isAnswer(value)) outputs.set(`${id}.${name}`, value)
    else if (isOutput) outputs.delete(`${id}.${name}`)
    else if (tells) variables.set(name, value)
    else if (before) variables.set(name, orOther(name, before))
  }
  return { ...around, variables, outputs }
}

// What was written before may be written again by what cannot be told.
function doubted({ around, outer, text }: Writing): Map<string, Value> {
  const all = [...around.variables]
  if (!/GITHUB_ENV\b/.test(text)) return new Map(all)
  return new Map(all.map(([name, value]) => [name, outer.get(name) === value ? value : orOther(name, value)]))
}

function orOther(name: string, value: Value): Value {
  return mixOf([value, fieldOf('env', [name])])
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
  if (!/GITHUB_(?:ENV|OUTPUT)|::set-output/.test(text)) return []
  return [toFile, toLog].flatMap(pattern =>
    [...text.matchAll(pattern)].map(([, quote = '', name = '', written = '', file]) => ({
      name,
      value: valueIn(written, quote, writing),
      isOutput: file !== 'ENV',
      toLog: file === undefined,
    })),
  )
}

function valueIn(text: string, quote: string, writing: Writing): Value {
  const { around, variables, span } = writing
  const known = new Map([...around.variables, ...variables])
  const own = ownValue(text, quote, writing.text)
  if (own !== null) return constant(own)
  if (text.includes('${{')) {
    const contexts = contextsOf({ ...around, variables: known })
    return /\$(?!\{\{)|`/.test(text) ? { kind: 'unknown' } : valueOfText(text, contexts, span)
  }
  if (quote === "'" || !/[$`%\\]/.test(text)) return constant(text)
  // A command, a format, a part of a variable.
  if (/\$(?![\w{])|\$\{\w*[^\w}]|[`%\\]/.test(text) || isOwn(text, writing.text)) return { kind: 'unknown' }
  return dollarText(text, known)
}

// `STAGE=prod` on a line of its own, once, and then `echo "stage=$STAGE" >> …`.
function ownValue(text: string, quote: string, script: string): string | null {
  const [, curly, plain] = /^\$(?:\{(\w+)\}|(\w+))$/.exec(text) ?? []
  const name = curly ?? plain
  if (name === undefined || quote === "'") return null
  const rest = script.replace(toFile, '').replace(toLog, '')
  const given = [
    ...rest.matchAll(new RegExp(`^[ \\t]*(?:export[ \\t]+)?${name}=(["']?)([\\w.:/-]*)\\1[ \\t]*$`, 'gm')),
  ]
  const uses = [...rest.matchAll(new RegExp(`\\b${name}\\b(?!\\})`, 'g'))].filter(
    ({ index }) => rest[index - 1] !== '$',
  )
  const [only] = given
  return only && given.length === 1 && uses.length === 1 ? (only[2] ?? null) : null
}

// A variable that the script gives a value itself, or may.
function isOwn(text: string, script: string): boolean {
  const rest = script.replace(toFile, '').replace(toLog, '')
  const names = [...text.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name)
  const given = new RegExp(`\\b(?:${names.join('|')})[ \\t]*=|\\bread\\b|^[ \\t]*(?:source|\\.)[ \\t]`, 'm')
  return given.test(rest)
}

function isAnswer(value: Value): boolean {
  return value.kind === 'constant' && answer.test(String(value.value))
}
