import { constant, type ParameterShape, type ShellMode, type SourceFile, type Value } from '../../program'
import { fill, type PlacedText, variableName } from '../pipelines/templates'
import { flagsMode, shebangMode } from '../shell/mode'
import { gapAt, textFor } from './holes'
import { type Command, folderOf, type Task } from './task'

/** A justfile's recipes as tasks. https://just.systems/man/en/ */
export function readJustfile(file: SourceFile): { tasks: Task[]; variables: ReadonlyMap<string, Value> } {
  const read: Reading = { file, recipes: new Map(), aliases: new Map(), variables: new Map(), shell: sh }
  let open: Recipe | null = null
  let marks: string[] = []
  for (const line of linesOf(file)) {
    if (line.text.length > longestHead && !/^[ \t]/.test(line.text)) continue
    if (open && (/^[ \t]/.test(line.text) || line.text.trim() === '')) {
      open.body.push(line)
      continue
    }
    open = line.text.trim() === '' || line.text.startsWith('#') ? open : null
    if (/^\[[\w-]/.test(line.text)) marks.push(line.text)
    else if (!readSetting(read, line.text)) {
      open = openRecipe(read, line, marks) ?? open
      if (open) marks = []
    }
  }
  const tasks = [...read.recipes.values()].map(recipe => taskOf(read, recipe))
  const others = [...read.aliases].flatMap(([alias, name]) => aliasOf(read, alias, name))
  return { tasks: [...tasks, ...others], variables: read.variables }
}

const longestHead = 4000

interface Line {
  readonly text: string
  readonly start: number
}

interface Recipe {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly parameters: readonly ParameterShape[]
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** Attributes in front of it: `[no-cd]`. */
  readonly marks: readonly string[]
  readonly body: Line[]
}

interface Reading {
  readonly file: SourceFile
  readonly recipes: Map<string, Recipe>
  readonly aliases: Map<string, string>
  readonly variables: Map<string, Value>
  shell: ShellMode
}

const sh: ShellMode = { errexit: false, pipefail: false }

function linesOf({ text }: SourceFile): Line[] {
  return [...text.matchAll(/[^\n]+|(?<=\n)(?=\n)/g)].map(match => ({
    text: match[0].replace(/\r$/, ''),
    start: match.index,
  }))
}

// `set shell := ["bash", "-euo", "pipefail", "-c"]`, `alias p := promote`, `stage := "staging"`.
function readSetting(read: Reading, text: string): boolean {
  const shell = /^set\s+shell\s*:=\s*\[([^\]]*)\]/.exec(text)?.[1]
  if (shell !== undefined)
    read.shell = flagsMode([...shell.matchAll(/["']([^"']*)["']/g)].slice(1).map(([, word = '']) => word))
  if (/^set\s/.test(text)) return true
  const [, alias, name] = /^alias\s+([\w-]+)\s*:=\s*([\w-]+)/.exec(text) ?? []
  if (alias && name) read.aliases.set(alias, name)
  if (alias) return true
  const [, variable, value = ''] = /^(?:export\s+)?([A-Za-z_][\w-]*)\s*:=\s*(\S.*)?$/.exec(text) ?? []
  if (!variable) return false
  const known = expressionIn(value)
  if (known) read.variables.set(variable, known)
  return true
}

const environment: Value = { kind: 'name', name: 'pipeline.env', from: null, dots: 0 }

function expressionIn(text: string): Value | null {
  const literal = /^(?:"([^"\\]*)"|'([^']*)')\s*(?:#.*)?$/.exec(text)
  if (literal) return constant(literal[1] ?? literal[2] ?? '')
  const [, name] = /^env(?:_var(?:_or_default)?)?\(\s*["'](\w+)["']/.exec(text) ?? []
  return name === undefined ? null : { kind: 'field', of: environment, name }
}

function openRecipe(read: Reading, line: Line, marks: readonly string[]): Recipe | null {
  const found = /^@?([A-Za-z_][\w-]*)((?:\s(?:[^:'"`]|"[^"]*"|'[^']*'|`[^`]*`)*)?):(?!=)(.*)$/.exec(line.text)
  const [, name, parameters = '', wanted = ''] = found ?? []
  if (!name) return null
  const [before = '', after = ''] = wanted.replace(/\s#[\s\S]*$/, '').split('&&')
  const start = line.start + (line.text.startsWith('@') ? 1 : 0)
  const recipe: Recipe = {
    name,
    start,
    end: start + name.length,
    parameters: parametersIn(parameters),
    before: namesIn(before),
    after: namesIn(after),
    marks,
    body: [],
  }
  read.recipes.set(name, recipe)
  return recipe
}

// `env $region="eu" *rest`: one with `*` or `+` takes all that follows.
function parametersIn(text: string): ParameterShape[] {
  const one = /([*+]?)\$?([A-Za-z_][\w-]*)(?:\s*=\s*("[^"]*"|'[^']*'|\S+))?/g
  return [...text.matchAll(one)].map(([, many, name = '', given]) => ({
    name: variableName(name),
    kind: many ? 'rest' : 'positional',
    default: given === undefined ? null : expressionIn(given),
    type: null,
  }))
}

// `(build "main")` asks with an argument.
function namesIn(text: string): string[] {
  let inside = false
  return [...text.matchAll(/\(\s*([A-Za-z_][\w-]*)|(\))|([A-Za-z_][\w-]*)/g)].flatMap(
    ([, asked, end, name]) => {
      const known = inside ? [] : (asked ?? name ?? [])
      inside = end === undefined && (inside || asked !== undefined)
      return known
    },
  )
}

function taskOf(read: Reading, { name, start, end, parameters, before, after, marks, body }: Recipe): Task {
  const { file, recipes } = read
  const known = (other: string): boolean => other !== name && recipes.has(other)
  const stays = marks.some(mark => /\bno-cd\b/.test(mark))
  return {
    name,
    span: { file, start, end },
    before: before.filter(known),
    commands: commandsOf(read, body, parameters),
    after: after.filter(known),
    variables: new Map(),
    parameters,
    directory: stays ? null : folderOf(file),
  }
}

function aliasOf({ file, recipes }: Reading, alias: string, name: string): Task[] {
  const recipe = recipes.get(name)
  if (!recipe || recipes.has(alias)) return []
  const span = { file, start: recipe.start, end: recipe.end }
  const commands = [{ task: name, span, tolerates: null }]
  return [{ name: alias, span, before: [], commands, variables: new Map(), directory: folderOf(file) }]
}

function commandsOf(read: Reading, body: readonly Line[], parameters: readonly ParameterShape[]): Command[] {
  const first = body.find(line => line.text.trim() !== '')
  if (first && /^\s*#!/.test(first.text)) return [scriptOf(read, body, parameters)]
  return joinedLines(body).flatMap(line => commandOf(read, line, parameters) ?? [])
}

// A backslash at the end of a line joins it with the next.
function joinedLines(body: readonly Line[]): Line[] {
  const joined: Line[] = []
  let continues = false
  for (const line of body) {
    const last = joined.at(-1)
    if (continues && last) {
      const gap = '\n'.padStart(line.start - last.start - last.text.length, ' ')
      joined[joined.length - 1] = { text: last.text + gap + line.text, start: last.start }
    } else joined.push(line)
    continues = line.text.endsWith('\\')
  }
  return joined
}

// `-` in front tolerates a failure; `@` prints nothing.
function commandOf(
  read: Reading,
  { text, start }: Line,
  parameters: readonly ParameterShape[],
): Command | null {
  const [prefix = ''] = /^\s*[@-]*\s*/.exec(text) ?? []
  const code = text.slice(prefix.length)
  if (code === '' || code.startsWith('#')) return null
  const at = start + prefix.length
  const placed: PlacedText = { text: code, pieces: [{ from: 0, to: at, length: code.length }] }
  return {
    ...filled(read, placed, parameters),
    span: { file: read.file, start: at, end: at + code.length },
    tolerates: prefix.includes('-') ? '`-` in front of it' : null,
    shell: read.shell,
  }
}

function scriptOf(read: Reading, body: readonly Line[], parameters: readonly ParameterShape[]): Command {
  const indent = /^[ \t]*/.exec(body.find(line => line.text.trim() !== '')?.text ?? '')?.[0].length ?? 0
  let text = ''
  const pieces: PlacedText['pieces'][number][] = []
  for (const line of body) {
    const code = line.text.slice(Math.min(indent, line.text.length))
    pieces.push({ from: text.length, to: line.start + line.text.length - code.length, length: code.length })
    text += `${code}\n`
  }
  const [begin, end] = [body[0], body.at(-1)]
  return {
    ...filled(read, { text, pieces }, parameters),
    span: {
      file: read.file,
      start: begin?.start ?? 0,
      end: (end?.start ?? 0) + (end?.text.length ?? 0),
    },
    tolerates: null,
    language: /^\s*#!\S*(\/|\/env\s+(-S\s+)?)python/.test(text) ? 'python' : 'shell',
    shell: shebangMode(text.trimStart()) ?? sh,
  }
}

// `{{stage}}` is put in before a shell sees it; `{{{{` is two braces.
function filled(read: Reading, placed: PlacedText, parameters: readonly ParameterShape[]): PlacedText {
  const { text } = placed
  const holes = [...text.matchAll(/\{\{\{\{|\{\{([^{}]*)\}\}/g)].map(match => {
    const whole = match[0]
    const inner = match[1]?.trim()
    const hole = { start: match.index, end: match.index + whole.length }
    if (inner === undefined) return { ...hole, text: '{{' }
    const own = parameters.find(({ name }) => name === variableName(inner))
    if (own?.kind === 'rest') return { ...hole, text: '"$@"' }
    const value = own ? undefined : (read.variables.get(inner) ?? expressionIn(inner) ?? undefined)
    const name = value?.kind === 'field' ? value.name : inner
    return { ...hole, text: textFor(name, value, gapAt(text, match.index, hole.end)) }
  })
  return fill(placed, holes)
}
