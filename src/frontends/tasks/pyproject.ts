import { constant, type Notice, type SourceFile, type Value } from '../../program'
import { type Command, type Doing, folderOf, functionCall, restOfWords, type Task, withWords } from './task'
import { readToml, type Toml, tomlAt, tomlEntries, tomlTexts } from './toml'
import { toxTables } from './tox-tables'
import { asWord, asWords } from './words'

/** Whether a file of such a path may hold tasks. */
export function holdsTasks({ text }: SourceFile): boolean {
  return /^\s*\[+\s*(?:tool\s*\.\s*(?:poe|pdm|taskipy|pixi|rye|hatch|tox)\b|tasks|feature|scripts)/m.test(
    text,
  )
}

/** The tasks of a `pyproject.toml`, a `pixi.toml` or a `Pipfile`. */
export function readPyproject(file: SourceFile): { tasks: Task[]; notices: readonly Notice[] } {
  const { root, notices } = readToml(file)
  const tasks = groups.flatMap(({ name, at, read }) =>
    at(root).flatMap(table => {
      const names = new Set(tomlEntries(table).map(([task]) => task))
      return tomlEntries(table).flatMap(([task, value]) => read({ file, group: name, names }, task, value))
    }),
  )
  return { tasks: [...tasks, ...toxTables(file, tomlAt(root, 'tool', 'tox'))], notices }
}

interface Place {
  readonly file: SourceFile
  readonly group: string
  /** All tasks of the group. */
  readonly names: ReadonlySet<string>
}

interface Group {
  readonly name: string
  readonly at: (root: Toml) => readonly (Toml | null)[]
  readonly read: (place: Place, name: string, value: Toml) => Task[]
}

const groups: readonly Group[] = [
  { name: 'poe', at: root => [tomlAt(root, 'tool', 'poe', 'tasks')], read: readPoe },
  { name: 'pdm', at: root => [tomlAt(root, 'tool', 'pdm', 'scripts')], read: readPdm },
  { name: 'task', at: root => [tomlAt(root, 'tool', 'taskipy', 'tasks')], read: readTaskipy },
  { name: 'pixi', at: pixiTables, read: readPixi },
  { name: 'rye', at: root => [tomlAt(root, 'tool', 'rye', 'scripts')], read: readPdm },
  { name: 'hatch', at: root => [tomlAt(root, 'tool', 'hatch', 'envs')], read: readHatch },
  {
    name: 'pipenv',
    at: root => [/(^|\/)Pipfile$/.test(root.span.file.path) ? tomlAt(root, 'scripts') : null],
    read: readPdm,
  },
]

function pixiTables(root: Toml): readonly (Toml | null)[] {
  const own = /(^|\/)pixi\.toml$/.test(root.span.file.path) ? root : tomlAt(root, 'tool', 'pixi')
  const features = own ? tomlEntries(tomlAt(own, 'feature')) : []
  return own ? [tomlAt(own, 'tasks'), ...features.map(([, feature]) => tomlAt(feature, 'tasks'))] : []
}

interface Made {
  readonly before?: readonly string[]
  readonly commands: readonly Doing[]
  readonly after?: readonly string[]
}

// The words behind its name are handed on to its last command.
function taskOf({ file, group }: Place, name: string, value: Toml, made: Made): Task {
  const { before = [], commands, after = [] } = made
  return {
    name: `${group} ${name}`,
    label: name,
    span: value.span,
    before: before.map(other => `${group} ${other}`),
    commands: withWords(commands),
    after: after.map(other => `${group} ${other}`),
    variables: variablesOf(tomlAt(value, 'env')),
    parameters: [restOfWords],
    directory: directoryOf(file, tomlAt(value, 'cwd') ?? tomlAt(value, 'working_dir')),
  }
}

function directoryOf(file: SourceFile, cwd: Toml | null): string | null {
  const own = folderOf(file)
  if (cwd?.kind !== 'text') return own
  const place = cwd.placed.text.replace(/^\.\/?/, '').replace(/\/$/, '')
  if (/^\/|\.\.|[${]/.test(place)) return null
  return [own, place].filter(part => part !== '').join('/')
}

function variablesOf(table: Toml | null): ReadonlyMap<string, Value> {
  const found = tomlEntries(table).flatMap(([name, value]): [string, Value][] => {
    const text = value.kind === 'text' ? value : tomlAt(value, 'default')
    return text?.kind === 'text' && !text.placed.text.includes('$')
      ? [[name, constant(text.placed.text)]]
      : []
  })
  return new Map(found)
}

function inShell(toml: Toml | null, tolerates: string | null = null): Command[] {
  return toml?.kind === 'text' ? [{ ...toml.placed, span: toml.span, tolerates }] : []
}

// A command line that no shell reads, as a text or as a list of words.
function asCommand(toml: Toml | null, tolerates: string | null = null): Command[] {
  if (toml?.kind === 'text') return [{ ...asWords(toml.placed), span: toml.span, tolerates }]
  if (toml?.kind !== 'list') return []
  const text = tomlTexts(toml).map(asWord).join(' ')
  const pieces = [{ from: 0, to: toml.span.start, length: 0 }]
  return text === '' ? [] : [{ text, pieces, span: toml.span, tolerates }]
}

function calling(toml: Toml | null): Doing[] {
  const call = toml?.kind === 'text' ? functionCall(toml.placed.text, toml.span) : null
  return call ? [call] : []
}

// https://poethepoet.natn.io/tasks/index.html
function readPoe(place: Place, name: string, value: Toml): Task[] {
  const before = tomlTexts(tomlAt(value, 'deps')).map(firstWord)
  return [
    taskOf(place, name, value, {
      before: known(place, name, before),
      commands: poeCommands(place, value, 0),
    }),
  ]
}

function poeCommands(place: Place, value: Toml, depth: number): Doing[] {
  if (depth > 10) return []
  const sequence = value.kind === 'list' ? value : (tomlAt(value, 'sequence') ?? tomlAt(value, 'parallel'))
  const ignores = isTrue(tomlAt(value, 'ignore_fail')) ? '`ignore_fail`' : null
  if (sequence?.kind === 'list')
    return sequence.items.flatMap(item =>
      poeItem(place, item, depth + 1).map(doing => ({ ...doing, tolerates: doing.tolerates ?? ignores })),
    )
  if (value.kind !== 'table') return asCommand(value)
  const reference = tomlAt(value, 'ref')
  if (reference?.kind === 'text') return [errand(place, reference, ignores)]
  const commands = [...asCommand(tomlAt(value, 'cmd'), ignores), ...inShell(tomlAt(value, 'shell'), ignores)]
  return [...commands, ...calling(tomlAt(value, 'script')).map(call => ({ ...call, tolerates: ignores }))]
}

// In a sequence a text names another task.
function poeItem(place: Place, item: Toml, depth: number): Doing[] {
  return item.kind === 'text' ? [errand(place, item, null)] : poeCommands(place, item, depth)
}

function errand(
  { group }: Place,
  { placed, span }: Extract<Toml, { kind: 'text' }>,
  tolerates: string | null,
): Doing {
  return { task: `${group} ${firstWord(placed.text)}`, span, tolerates }
}

function firstWord(text: string): string {
  return text.trim().split(/\s+/)[0] ?? ''
}

function known({ names }: Place, own: string, others: readonly string[]): readonly string[] {
  return others.filter(other => other !== own && names.has(other))
}

function isTrue(toml: Toml | null): boolean {
  return toml?.kind === 'other' ? toml.value === true : toml?.kind === 'text'
}

// https://pdm-project.org/en/stable/usage/scripts/
function readPdm(place: Place, name: string, value: Toml): Task[] {
  const composite = tomlAt(value, 'composite') ?? tomlAt(value, 'chain')
  const goesOn = isTrue(tomlAt(value, 'keep_going')) ? '`keep_going`' : null
  const parts = composite?.kind === 'list' ? composite.items : []
  const commands = [
    ...asCommand(value.kind === 'table' ? tomlAt(value, 'cmd') : value),
    ...inShell(tomlAt(value, 'shell')),
    ...calling(tomlAt(value, 'call')),
    ...parts.flatMap((part): Doing[] => {
      if (part.kind !== 'text') return []
      return place.names.has(firstWord(part.placed.text))
        ? [errand(place, part, goesOn)]
        : asCommand(part, goesOn)
    }),
  ]
  return [taskOf(place, name, value, { ...around(place, name), commands })]
}

function around(place: Place, name: string): Pick<Made, 'before' | 'after'> {
  return { before: known(place, name, [`pre_${name}`]), after: known(place, name, [`post_${name}`]) }
}

// https://github.com/taskipy/taskipy
function readTaskipy(place: Place, name: string, value: Toml): Task[] {
  const commands = inShell(value.kind === 'table' ? tomlAt(value, 'cmd') : value)
  return [taskOf(place, name, value, { ...around(place, name), commands })]
}

// https://pixi.sh/latest/workspace/advanced_tasks/
function readPixi(place: Place, name: string, value: Toml): Task[] {
  const wanted = value.kind === 'list' ? value : (tomlAt(value, 'depends-on') ?? tomlAt(value, 'depends_on'))
  const tables = wanted?.kind === 'list' ? wanted.items.flatMap(item => tomlTexts(tomlAt(item, 'task'))) : []
  const before = known(place, name, [...tomlTexts(wanted), ...tables])
  const command = value.kind === 'table' ? tomlAt(value, 'cmd') : value.kind === 'text' ? value : null
  const commands = command?.kind === 'list' ? asCommand(command) : inShell(command)
  return [taskOf(place, name, value, { before, commands })]
}

// Each environment has scripts of its own, and those of `default`. https://hatch.pypa.io/latest/config/environment/overview/#scripts
function readHatch(place: Place, environment: string, value: Toml): Task[] {
  const scripts = tomlAt(value, 'scripts')
  const own: Place = { ...place, names: new Set(tomlEntries(scripts).map(([name]) => name)) }
  return tomlEntries(scripts).flatMap(([name, script]) => {
    const lines = script.kind === 'list' ? script.items : [script]
    const commands = lines.flatMap(line => hatchCommands(own, environment, line))
    const spelled = environment === 'default' ? [name, `default:${name}`] : [`${environment}:${name}`]
    // Only `{args}` hands words on.
    return spelled.map(spelling => ({ ...taskOf(place, spelling, script, { commands }), commands }))
  })
}

function hatchCommands({ group, names }: Place, environment: string, line: Toml): Doing[] {
  if (line.kind !== 'text') return []
  const ignored = /^-\s+/.exec(line.placed.text)?.[0] ?? ''
  const tolerates = ignored === '' ? null : '`-` in front of it'
  const first = firstWord(line.placed.text.slice(ignored.length))
  if (names.has(first)) return [{ task: `${group} ${environment}:${first}`, span: line.span, tolerates }]
  return inShell(line, tolerates).map(command => ({ ...command, ...withoutStart(command, ignored.length) }))
}

function withoutStart({ text, pieces }: Command, length: number): Pick<Command, 'text' | 'pieces'> {
  const moved = pieces.map(({ from, to, length: long }) => {
    const cut = Math.max(0, length - from)
    return { from: Math.max(0, from - length), to: to + cut, length: Math.max(0, long - cut) }
  })
  return { text: text.slice(length).replace(/\{args(?::[^{}]*)?\}/g, '"$@"'), pieces: moved }
}
