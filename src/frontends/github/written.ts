import { constant, mixOf, type Span, type Value } from '../../program'
import type { Variables } from '../pipelines/pipeline'
import { dollarText } from '../pipelines/scripts'
import { contextsOf, fieldOf, type Surroundings, valueOfText } from './contexts'

// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-environment-variable
const toFile =
  /(?:^|[;&|{]|\bthen\b|\bdo\b)[ \t]*(?:(?:echo|printf|Write-Output|Write-Host)[ \t]+)?(["']?)([A-Za-z_][\w-]{0,99})=([^\n]{0,300}?)\1[ \t]*(?:>>|\|[ \t]*(?:tee[ \t]+-a\b|(?:Out-File|Add-Content)\b[^\n|$]{0,100}?))[ \t]*"?\$(?:\{|env:)?GITHUB_(ENV|OUTPUT)\b/gm
const toLog =
  /(?:^|[;&|{]|\bthen\b|\bdo\b)[ \t]*(?:echo|Write-Output|Write-Host)[ \t]+(["']?)::set-output[ \t]+name=([\w-]{1,100})::([^\n]{0,300}?)\1[ \t]*(?:$|[;&|}])/gm

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
  /** What names stand for in the step itself. */
  readonly variables: Variables
  /** The name by which others ask for its outputs. */
  readonly id: string | null
  /** Whether the step runs, and ends well, whenever those after it do. */
  readonly sure: boolean
}

/** What the steps after a script know, with what it writes for them. */
export function withWritten(writing: Writing): Surroundings {
  const { around, id } = writing
  const sure = writing.sure && !branches.test(writing.text)
  const variables = new Map(around.variables)
  const outputs = new Map(around.outputs)
  for (const { name, value, isOutput } of writesIn(writing)) {
    const before = isOutput ? null : variables.get(name)
    const tells = sure && told.has(value.kind) && !(isOutput && isAnswer(value))
    if (tells && !isOutput) variables.set(name, value)
    else if (tells && id !== null) outputs.set(`${id}.${name}`, value)
    else if (before) variables.set(name, mixOf([before, fieldOf('env', [name])]))
  }
  return { ...around, variables, outputs }
}

// Others are known no better by this name than by that of the variable that is written.
const told: ReadonlySet<Value['kind']> = new Set(['constant', 'mix', 'parameter'])

interface Write {
  readonly name: string
  readonly value: Value
  readonly isOutput: boolean
}

function writesIn(writing: Writing): readonly Write[] {
  const { text } = writing
  if (!/GITHUB_(?:ENV|OUTPUT)|::set-output/.test(text)) return []
  const files = [...text.matchAll(toFile)].map(([, quote = '', name = '', written = '', file]) => ({
    name,
    value: valueIn(written, quote, writing),
    isOutput: file === 'OUTPUT',
  }))
  const logged = [...text.matchAll(toLog)].map(([, quote = '', name = '', written = '']) => ({
    name,
    value: valueIn(written, quote, writing),
    isOutput: true,
  }))
  return [...files, ...logged]
}

function valueIn(text: string, quote: string, { around, variables, span }: Writing): Value {
  if (text.includes('${{')) {
    const known = contextsOf({ ...around, variables: new Map([...around.variables, ...variables]) })
    return /\$(?!\{\{)|`/.test(text) ? { kind: 'unknown' } : valueOfText(text, known, span)
  }
  if (quote === "'" || !/[$`%\\]/.test(text)) return constant(text)
  // A command, a format, a part of a variable.
  if (/\$(?![\w{])|\$\{\w*[^\w}]|[`%\\]/.test(text)) return { kind: 'unknown' }
  return dollarText(text, new Map([...around.variables, ...variables]))
}

function isAnswer(value: Value): boolean {
  return value.kind === 'constant' && answer.test(String(value.value))
}
