import type { Files, SourceFile, Span, Value } from '../../program'
import type { Job } from '../pipelines/pipeline'
import { dollarText } from '../pipelines/scripts'
import { fill, type Hole, type PlacedText } from '../pipelines/templates'
import {
  booleanOf,
  entriesOf,
  isList,
  isMapping,
  itemsOf,
  listOf,
  placedText,
  type Tree,
  textOf,
  valueAt,
} from '../pipelines/yaml'
import { type Doing, folderOf, type Task } from '../tasks/task'
import { asWords } from '../tasks/words'
import { imageOf, layoutOf, startedBy } from './dockerfile'
import { type Copy, folderAt, within } from './paths'
import type { Stage } from './stages'
import type { Program } from './words'

/** All services, side by side. */
const allServices = '[services]'

/** The services of a Compose file. https://docs.docker.com/reference/compose-file/services/ */
export function readCompose(file: SourceFile, tree: Tree, files: Files): Task[] {
  const services = entriesOf(valueAt(tree, 'services')).slice(0, mostServices)
  const names = new Set(services.map(({ key }) => key))
  const tasks = services.map(({ key, at, value }) =>
    taskOf({ file, files, services: valueAt(tree, 'services') }, key, at, value, names),
  )
  const span: Span = { file, start: tree.span.start, end: tree.span.start }
  const commands = services.map(({ key }) => ({
    task: key,
    span,
    tolerates: 'the services start side by side',
  }))
  const all = {
    name: allServices,
    label: file.path,
    span,
    before: [],
    commands,
    variables: new Map(),
    directory: null,
  }
  return [all, ...tasks]
}

const mostServices = 200

interface Place {
  readonly file: SourceFile
  readonly files: Files
  readonly services: Tree | null
}

function taskOf(place: Place, name: string, at: Span, service: Tree, names: ReadonlySet<string>): Task {
  const base = builtStage(place, service)
  const stage = stageOf(place, service, base?.stage ?? null)
  const image = {
    file: place.file,
    files: place.files,
    context: base?.context ?? folderOf(place.file),
    stages: [stage],
  }
  const doing = (task: string): Doing[] =>
    base ? [{ task, path: base.path, inputs: stage.variables, span: at, tolerates: null }] : []
  const changes = ['command', 'entrypoint', 'working_dir', 'volumes'].some(key =>
    settingOf(place, service, key),
  )
  const started = startedBy(image, stage, stage.entrypoint, stage.command)
  return {
    name,
    span: at,
    before: [],
    needs: needsOf(settingOf(place, service, 'depends_on'), name, names),
    commands: base?.last && !changes ? doing('start') : [...doing('build'), ...started],
    variables: stage.variables,
    directory: folderAt(layoutOf(image, stage), stage.workdir),
  }
}

// What a service does not say itself is taken from the one that it extends.
function settingOf(place: Place, service: Tree, key: string, depth = 0): Tree | null {
  const own = valueAt(service, key)
  const extended = valueAt(service, 'extends')
  const base = textOf(extended) ?? (valueAt(extended, 'file') ? null : textOf(valueAt(extended, 'service')))
  const below = base === null || depth > 5 ? null : valueAt(place.services, base)
  return own ?? (below && settingOf(place, below, key, depth + 1))
}

interface Built {
  readonly path: string
  readonly context: string
  readonly stage: Stage
  /** Whether it is the last one, which is built when none is named. */
  readonly last: boolean
}

// `build: .`, `build: {context: serving, dockerfile: ci.Dockerfile, target: prod}`
function builtStage(place: Place, service: Tree): Built | null {
  const build = settingOf(place, service, 'build')
  if (!build) return null
  const folder = textOf(build) ?? textOf(valueAt(build, 'context')) ?? '.'
  if (/^\w+:\/\/|^[/~]|\$/.test(folder)) return null
  const context = within(`/${folderOf(place.file)}`, folder).slice(1)
  const names = textOf(valueAt(build, 'dockerfile')) ?? ''
  const paths = (names === '' ? ['Dockerfile', 'Containerfile'] : [names]).map(name =>
    within(`/${context}`, name).slice(1),
  )
  for (const path of paths) {
    const dockerfile = place.files(path)
    if (!dockerfile) continue
    const { stages } = imageOf(dockerfile, place.files, context)
    const target = textOf(valueAt(build, 'target'))?.toLowerCase() ?? ''
    const stage = stages.find(one => one.names.includes(target)) ?? stages.at(-1)
    return stage ? { path, context, stage, last: stage === stages.at(-1) } : null
  }
  return null
}

function stageOf(place: Place, service: Tree, base: Stage | null): Stage {
  const entrypoint = programOf(settingOf(place, service, 'entrypoint'))
  const command = programOf(settingOf(place, service, 'command'))
  const given = variablesOf(settingOf(place, service, 'environment'))
  const workdir = textOf(settingOf(place, service, 'working_dir'))
  const taken = (program: Program | null | undefined) =>
    program ? placedAt(program, (command ?? service).span) : null
  return {
    names: [],
    span: service.span,
    needs: new Set(),
    steps: [],
    copies: [...(base?.copies ?? []), ...mountsOf(settingOf(place, service, 'volumes'))],
    taken: [],
    variables: new Map([...(base?.variables ?? []), ...given]),
    workdir: workdir === null ? (base?.workdir ?? '/') : within('/', workdir),
    mode: base?.mode ?? { errexit: false, pipefail: false },
    entrypoint: entrypoint ?? taken(base?.entrypoint),
    // An entry point of its own does away with the command of the image.
    command: command ?? (entrypoint ? null : taken(base?.command)),
  }
}

// What an image brings along is written in another file, whose places mean nothing in this one.
function placedAt(program: Program, span: Span): Program {
  const { text } = program.placed
  return { ...program, placed: { text, pieces: [{ from: 0, to: span.start, length: 0 }] }, span }
}

// No shell reads a command; `$$` is a dollar sign, `$NAME` and `${NAME:-…}` are put in by Compose.
function programOf(tree: Tree | null): Program | null {
  if (!tree) return null
  const { span } = tree
  if (isList(tree)) {
    const words = itemsOf(tree).map(item => (textOf(item) ?? '').replaceAll('$$', '$'))
    return words.length === 0 ? null : { kind: 'words', words, placed: sourceOf(tree), span }
  }
  const text = textOf(tree)
  if (text === null || text.trim() === '') return null
  return { kind: 'text', placed: interpolated(placedText(tree)), span }
}

function sourceOf({ span }: Tree): PlacedText {
  const text = span.file.text.slice(span.start, span.end)
  return { text, pieces: [{ from: 0, to: span.start, length: text.length }] }
}

function interpolated(placed: PlacedText): PlacedText {
  const marks: string[] = []
  const isQuoted = singleQuotesIn(placed.text)
  const holes = [...placed.text.matchAll(/\$\$|\$\{(\w+)(?:[^\w{}][^{}]*)?\}|\$(\w+)/g)].map(
    (match): Hole => {
      const [whole, braced, plain] = match
      const name = braced ?? plain
      const dollar = isQuoted(match.index) ? '$' : '\\$'
      marks.push(name === undefined ? dollar : `\${${name}}`)
      return { start: match.index, end: match.index + whole.length, text: `COMPOSE${marks.length - 1}MARK` }
    },
  )
  const words = asWords(fill(placed, holes))
  const back = [...words.text.matchAll(/COMPOSE(\d+)MARK/g)].flatMap((match): Hole[] => {
    const text = marks[Number(match[1])]
    return text === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, text }]
  })
  return fill(words, back)
}

// Between single quotes a dollar sign needs no escape: `bash -c 'echo $$(date)'`. Places are asked for in their order.
function singleQuotesIn(text: string): (index: number) => boolean {
  let quote = ''
  let at = 0
  return index => {
    for (; at < index; at += 1) {
      const character = text[at] ?? ''
      if (character === '\\' && quote !== "'") at += 1
      else if (quote !== '' && character === quote) quote = ''
      else if (quote === '' && /["']/.test(character)) quote = character
    }
    return quote === "'"
  }
}

// `environment: {STAGE: prod}`, `environment: [STAGE=prod]`
function variablesOf(tree: Tree | null): ReadonlyMap<string, Value> {
  const map = entriesOf(tree).flatMap(({ key, value }): [string, string][] => {
    const text = textOf(value)
    return text === null ? [] : [[key, text]]
  })
  const list = itemsOf(tree).flatMap((item): [string, string][] => {
    const [, name, value = ''] = /^(\w+)=([\s\S]*)$/.exec(textOf(item) ?? '') ?? []
    return name === undefined ? [] : [[name, value]]
  })
  return new Map([...map, ...list].map(([name, value]) => [name, dollarText(value)]))
}

// `./src:/app/src:ro`, `{type: bind, source: ./src, target: /app/src}`
function mountsOf(tree: Tree | null): Copy[] {
  return itemsOf(tree).flatMap((item): Copy[] => {
    const [short = '', behind = ''] = (textOf(item) ?? '').split(':')
    const from = isMapping(item) ? (textOf(valueAt(item, 'source')) ?? '') : short
    const to = isMapping(item) ? (textOf(valueAt(item, 'target')) ?? '') : behind
    return /^\.{1,2}(\/|$)/.test(from) && to.startsWith('/')
      ? [{ from: from.replace(/^\.\/?|(?<!\/)\/+$/g, ''), to }]
      : []
  })
}

// Only a service that must have come to its end with success has shown something.
function needsOf(tree: Tree | null, own: string, names: ReadonlySet<string>): Job['needs'] {
  const listed = listOf(isMapping(tree) ? null : tree).flatMap(item => {
    const job = textOf(item)
    return job === null
      ? []
      : [{ job, regardless: 'it waits only until that service has started', span: item.span }]
  })
  const mapped = entriesOf(tree).map(({ key, at, value }) => ({
    job: key,
    regardless: whyRegardless(value),
    span: at,
  }))
  return [...listed, ...mapped].filter(({ job }) => job !== own && names.has(job))
}

function whyRegardless(value: Tree): string | null {
  const condition = textOf(valueAt(value, 'condition')) ?? 'service_started'
  if (booleanOf(valueAt(value, 'required')) === false) return '`required: false`'
  if (condition === 'service_completed_successfully') return null
  return condition === 'service_healthy'
    ? 'it waits only until that service is healthy'
    : 'it waits only until that service has started'
}
