import { constant, type Notice, type Piece, type SourceFile, type Span, type Value } from '../../program'
import { fill, type Hole, type PlacedText } from '../pipelines/templates'
import { type Ini, type IniLine, readIni } from './ini'
import { type Command, type Errand, folderOf, restOfWords, type Task } from './task'
import { asWords } from './words'

/** All environments in the order of the list, whatever each of them comes to. */
export const allEnvironments = '[env_list]'

/** The environments of tox. https://tox.wiki/en/stable/reference/config.html */
export function readTox(file: SourceFile): {
  tasks: Task[]
  variables: ReadonlyMap<string, Value>
  notices: readonly Notice[]
} {
  const ini = readIni(file)
  const main = ini.sections.get(/\.cfg$/.test(file.path) ? 'tox:tox' : 'tox')
  const named = [...ini.sections.keys()].flatMap(name => /^testenv:(.+)$/.exec(name)?.[1] ?? [])
  const listed = [...(main?.keys.get('envlist') ?? []), ...(main?.keys.get('env_list') ?? [])]
  const list = listed.flatMap(line => expanded(line.text)).slice(0, mostEnvironments)
  if (!main && named.length === 0 && !ini.sections.has('testenv'))
    return { tasks: [], variables: new Map(), notices: [] }
  const names = [...new Set([...named.flatMap(expanded), ...list, 'py'])].slice(0, mostEnvironments)
  const effort = { left: mostInAll, cut: false }
  const tasks = names.flatMap(name => environmentTasks({ file, ini, name, known: new Map(), effort }))
  const span: Span = { file, start: main?.start ?? 0, end: main?.end ?? 0 }
  const all = list.length > 0 ? [listTask(file, list, span)] : []
  const cut: Notice[] = effort.cut ? [{ path: file.path, line: 0, kind: 'limit', message: tooMany }] : []
  return { tasks: [...all, ...tasks], variables: new Map(), notices: [...ini.notices, ...cut] }
}

const mostEnvironments = 200

// `py{310,311}-{fast,slow}, evaluate`
function expanded(text: string): string[] {
  const parts = text.match(/(?:\{[^{}]*\}|[^\s,{}])+/g) ?? []
  return parts.flatMap(part => {
    let names = ['']
    for (const [piece] of part.matchAll(/\{[^{}]*\}|[^{}]+/g)) {
      const ways = piece.startsWith('{') ? piece.slice(1, -1).split(',') : [piece]
      names = names.flatMap(name => ways.map(way => name + way.trim())).slice(0, mostEnvironments)
    }
    return names
  })
}

/** All environments of a list. */
export function listTask(file: SourceFile, list: readonly string[], span: Span): Task {
  const commands = list.map(
    (task): Errand => ({ task, span, tolerates: 'tox goes on with the next environment' }),
  )
  const directory = folderOf(file)
  return { name: allEnvironments, label: 'tox', span, before: [], commands, variables: new Map(), directory }
}

interface Environment {
  readonly file: SourceFile
  readonly ini: Ini
  readonly name: string
  /** By section and key. */
  readonly known: Map<string, readonly Command[]>
  /** How many commands all environments may still have, and whether some were left out. */
  readonly effort: { left: number; cut: boolean }
}

// With `ignore_outcome` nobody sees how it went.
function environmentTasks(environment: Environment): Task[] {
  const task = taskOf(environment)
  if (!isTrue(environment, 'ignore_outcome')) return [task]
  const inner = `${task.name} (outcome)`
  const errand = { task: inner, span: task.span, tolerates: '`ignore_outcome = true`' }
  return [
    { ...task, commands: [errand], parameters: [] },
    { ...task, name: inner, label: task.name },
  ]
}

function taskOf(environment: Environment): Task {
  const { file, ini, name } = environment
  const own = ini.sections.get(`testenv:${name}`) ?? ini.sections.get('testenv')
  const ignores = isTrue(environment, 'ignore_errors') ? '`ignore_errors = true`' : null
  const commands = (key: string, after: 'success' | 'always'): Command[] =>
    commandsIn(environment, key).map(command => ({
      ...command,
      after,
      tolerates: command.tolerates ?? ignores,
    }))
  return {
    name,
    span: { file, start: own?.start ?? 0, end: own?.end ?? 0 },
    before: [],
    commands: [
      ...commands('commands_pre', 'success'),
      ...commands('commands', 'success'),
      ...commands('commands_post', 'always'),
    ],
    variables: variablesOf(environment),
    parameters: [restOfWords],
    directory: directoryOf(environment),
  }
}

// A section takes what it does not say from `[testenv]`, or from those that `base` names.
function linesFor({ ini, name }: Environment, ...keys: readonly string[]): readonly IniLine[] {
  const seen = new Set<string>()
  const queue = [ini.sections.has(`testenv:${name}`) ? `testenv:${name}` : generative(ini, name)]
  for (const section of queue) {
    if (seen.has(section) || seen.size > 20) continue
    seen.add(section)
    const found = ini.sections.get(section)
    const lines = keys.flatMap(key => found?.keys.get(key) ?? [])
    if (keys.some(key => found?.keys.has(key))) return lines
    const bases = found?.keys.get('base')?.flatMap(line => line.text.split(/[\s,]+/)) ?? ['testenv']
    queue.push(...bases)
  }
  return []
}

// `[testenv:py{310,311}]`
function generative({ sections }: Ini, name: string): string {
  const found = [...sections.keys()].find(
    section => section.startsWith('testenv:') && expanded(section.slice('testenv:'.length)).includes(name),
  )
  return found ?? 'testenv'
}

function isTrue(environment: Environment, key: string): boolean {
  return /^true$/i.test(linesFor(environment, key)[0]?.text ?? '')
}

function directoryOf(environment: Environment): string | null {
  const text = linesFor(environment, 'changedir', 'change_dir')[0]?.text ?? ''
  const place = text.replace(/^\{(toxinidir|tox_root)\}\/?/, '').replace(/^\.\/?/, '')
  const own = folderOf(environment.file)
  if (/[{}]|^\/|\.\./.test(place)) return null
  return [own, place].filter(part => part !== '').join('/')
}

function variablesOf(environment: Environment): ReadonlyMap<string, Value> {
  const lines = [...linesFor(environment, 'setenv', 'set_env')].flatMap(
    line => ownLine(environment, line) ?? [],
  )
  const found = lines.flatMap(({ text }): [string, Value][] => {
    const [, name, value = ''] = /^(\w+)\s*=\s*(\S.*)?$/.exec(text) ?? []
    return name === undefined || value.includes('{') ? [] : [[name, constant(value)]]
  })
  return new Map(found)
}

// `slow: pytest` counts in environments with that factor only.
function ownLine({ name }: Environment, line: IniLine): IniLine | null {
  const [head = '', wanted] = /^([\w{},.!-]+):\s+/.exec(line.text) ?? []
  if (wanted === undefined) return line
  const factors = new Set(name.split('-'))
  const fits = expanded(wanted).some(way =>
    way
      .split('-')
      .every(factor => (factor.startsWith('!') ? !factors.has(factor.slice(1)) : factors.has(factor))),
  )
  return fits ? { text: line.text.slice(head.length), start: line.start + head.length } : null
}

function commandsIn(environment: Environment, key: string): readonly Command[] {
  const { name, known, effort } = environment
  const place = `${name} ${key}`
  const before = known.get(place)
  if (before) return before
  // What refers to itself stands for nothing.
  known.set(place, [])
  const lines = linesFor(environment, key).flatMap(line => ownLine(environment, line) ?? [])
  const found: Command[] = []
  for (const { text, pieces } of logicalLines(lines)) {
    const [, section, other = ''] = /^\{\[([^\]]+)\]([\w]+)\}$/.exec(text) ?? []
    const inner = section === undefined ? null : { ...environment, name: section.replace(/^testenv:/, '') }
    const more = inner ? commandsIn(inner, other) : commandOf(environment, { text, pieces })
    effort.left -= more.length
    if (found.length + more.length > mostCommands || effort.left < 0) {
      effort.cut = true
      break
    }
    found.push(...more)
  }
  known.set(place, found)
  return found
}

const mostCommands = 500
const mostInAll = 10_000
const tooMany = 'Environments take in more commands than can be followed; some were left out.'

function logicalLines(lines: readonly IniLine[]): PlacedText[] {
  const found: { text: string; pieces: Piece[] }[] = []
  let continues = false
  for (const { text, start } of lines) {
    const ends = text.endsWith('\\')
    const part = ends ? text.slice(0, -1).trimEnd() : text
    const last = found.at(-1)
    if (continues && last) {
      last.pieces.push({ from: last.text.length + 1, to: start, length: part.length })
      last.text += ` ${part}`
    } else found.push({ text: part, pieces: [{ from: 0, to: start, length: part.length }] })
    continues = ends
  }
  return found
}

// `-` in front tolerates a failure, `!` asks for one. No shell reads a command.
function commandOf({ file }: Environment, { text, pieces }: PlacedText): Command[] {
  const [prefix = ''] = /^[-!\s]*/.exec(text) ?? []
  if (text.length === prefix.length || text.startsWith('#')) return []
  const [first, last] = [pieces[0], pieces.at(-1)]
  const span = { file, start: (first?.to ?? 0) + prefix.length, end: (last?.to ?? 0) + (last?.length ?? 0) }
  const cut = fill({ text, pieces }, [{ start: 0, end: prefix.length, text: '' }])
  const tolerates = prefix.includes('-') ? '`-` in front of it' : null
  const inverted = prefix.includes('!') ? '`!` in front of it' : null
  return [{ ...substituted(cut), span, tolerates: tolerates ?? inverted }]
}

// https://tox.wiki/en/stable/reference/config.html#substitutions
function substituted(placed: PlacedText): PlacedText {
  const marks: string[] = []
  const holes = [...placed.text.matchAll(/\{(\w+)(?::([^{}]*))?\}(\/?)/g)].map((match): Hole => {
    const [whole, word = '', rest = '', slash = ''] = match
    const mark = `TOX${marks.length}TOX`
    marks.push(substitute(word, rest, slash))
    return { start: match.index, end: match.index + whole.length, text: mark }
  })
  const words = asWords(fill(placed, holes))
  const back = [...words.text.matchAll(/TOX(\d+)TOX/g)].flatMap((match): Hole[] => {
    const text = marks[Number(match[1])]
    return text === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, text }]
  })
  return fill(words, back)
}

function substitute(word: string, rest: string, slash: string): string {
  if (word === 'posargs') return `"$@"${slash}`
  if (word === 'toxinidir' || word === 'tox_root') return slash === '' ? '.' : './'
  if (word === 'envpython' || word === 'env_python') return `python${slash}`
  const name = word === 'env' ? (rest.split(':')[0] ?? '') : `tox__${word}`
  return `"\${${name.replace(/\W/g, '_') || '_'}}"${slash}`
}
