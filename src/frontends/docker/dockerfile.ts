import { escaped } from '../../base/escaped'
import type { Files, SourceFile, Value } from '../../program'
import { type Command, folderOf, restOfWords, type Task } from '../tasks/task'
import { type Instruction, readInstructions } from './instructions'
import { fileAt, folderAt, type Layout, within, withOwnPaths } from './paths'
import { type Stage, type Step, stagesOf } from './stages'
import { codeOf, joinedPrograms, type Program } from './words'

/** What a Dockerfile does: `build` builds its image, `start` is what a container of it starts, `entry` the same with other words. */
export function readDockerfile(file: SourceFile, files: Files): Task[] {
  const image = imageOf(file, files)
  const { stages } = image
  const last = stages.at(-1)
  if (!last) return []
  const builds = stages.map((stage, i) =>
    buildTask(image, stage, i === stages.length - 1 ? 'build' : `build:${i}`),
  )
  return [...builds, ...startTasks(image, last)]
}

/** An image as its Dockerfile describes it. */
export interface Image {
  readonly file: SourceFile
  readonly files: Files
  readonly context: string
  readonly stages: readonly Stage[]
}

/** Reads a Dockerfile; `context` is the folder that is built, where that is known. */
export function imageOf(file: SourceFile, files: Files, context: string | null = null): Image {
  const instructions = readInstructions(file)
  const stages = stagesOf(instructions)
  return { file, files, context: context ?? contextOf(file, files, instructions, stages), stages }
}

/** Where the files of the repository lie in a stage. */
export function layoutOf({ files, context }: Image, { copies }: Stage): Layout {
  return { files, context, copies }
}

// The file does not say which folder is built: its own, or one above it in which its sources lie.
function contextOf(
  file: SourceFile,
  files: Files,
  instructions: readonly Instruction[],
  stages: readonly Stage[],
): string {
  const own = folderOf(file)
  const parts = own === '' ? [] : own.split('/')
  const candidates = [...parts.map((_, i) => parts.slice(0, parts.length - i).join('/')), '']
  const words = instructions
    .flatMap(({ text }) => text.slice(0, 4000).match(/(?<![\w./-])[\w./-]+\.\w+/g) ?? [])
    .slice(0, 400)
  const copies = stages.flatMap(stage => stage.copies)
  const fits = (context: string): boolean =>
    words.some(
      word => fileAt({ files, context, copies }, within(stages.at(-1)?.workdir ?? '/', word)) !== null,
    ) || copies.some(({ from }) => from !== '' && files(within(`/${context}`, from).slice(1)) !== undefined)
  return candidates.find(fits) ?? own
}

function buildTask(image: Image, stage: Stage, name: string): Task {
  const needs = [...stage.needs].map(index => `build:${index}`)
  return {
    name,
    label: name === 'build' ? `${image.file.path} (build)` : `stage ${stage.names.at(-1)}`,
    span: stage.span,
    before: needs,
    commands: stage.steps.map(step => commandOf(image, stage, step)),
    variables: stage.variables,
    directory: folderAt(layoutOf(image, stage), stage.workdir),
  }
}

function commandOf(image: Image, stage: Stage, { program, workdir, mode, span }: Step): Command {
  const { placed, mode: own } = codeOf(program, mode)
  const layout = layoutOf(image, stage)
  return {
    ...withOwnPaths(layout, workdir, placed, renamedIn(image, stage)),
    span,
    tolerates: null,
    shell: own,
    language: /^#!\S*(\/|\/env\s+)python/.test(placed.text) ? 'python' : 'shell',
    directory: folderAt(layout, workdir),
  }
}

// What a later stage takes from this one is spoken of by the name that it gets there, as the program that starts spells it.
function renamedIn(image: Image, stage: Stage): (path: string) => string | null {
  const { stages } = image
  const last = stages.at(-1) ?? stage
  const taken = stages.flatMap(other => other.taken.filter(one => one.stage === stages.indexOf(stage)))
  const later = new Map(taken.map(({ from, to }) => [from, to]))
  const texts = startedTexts(image, last)
  return path => {
    const name = later.get(path) ?? path
    const below = name.startsWith(`${last.workdir}/`) ? name.slice(last.workdir.length + 1) : null
    if (below !== null && texts.some(text => new RegExp(`["'](\\./)?${escaped(below)}["']`).test(text)))
      return below
    return name !== path || texts.some(text => text.includes(name)) ? name : null
  }
}

// The files of the repository that the container starts, as far as its command names them.
function startedTexts(image: Image, stage: Stage): readonly string[] {
  const layout = layoutOf(image, stage)
  const programs = [stage.entrypoint, stage.command].flatMap(program => program?.placed.text ?? [])
  const words = programs.flatMap(text => text.slice(0, 4000).match(/[\w./-]+/g) ?? []).slice(0, 100)
  return words.flatMap(word => {
    const paths = [word, `${word.replaceAll('.', '/')}.py`].map(path => within(stage.workdir, path))
    return paths.flatMap(path => image.files(fileAt(layout, path) ?? '')?.text ?? []).slice(0, 1)
  })
}

function startTasks(image: Image, stage: Stage): Task[] {
  const { entrypoint, command } = stage
  const layout = layoutOf(image, stage)
  const task = {
    span: stage.span,
    // What the build has shown of a file holds for the container: it is the same file.
    before: ['build'],
    variables: started(stage.variables),
    directory: folderAt(layout, stage.workdir),
  }
  const label = image.file.path
  const commands = startedBy(image, stage, entrypoint, command)
  const start: Task = { ...task, name: 'start', label, commands }
  if (!entrypoint) return [start]
  const given = startedBy(image, stage, entrypoint, null).map(one => ({ ...one, text: `${one.text} "$@"` }))
  return [start, { ...task, name: 'entry', label, commands: given, parameters: [restOfWords] }]
}

// An `ARG` is gone when the container starts, but what it was built with is the best that is known.
function started(variables: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  return new Map([...variables].filter(([name]) => name !== 'PATH'))
}

/** What a container runs: the words of its command stand behind those of its entry point, or are the command themselves. */
export function startedBy(
  image: Image,
  stage: Stage,
  entrypoint: Program | null,
  command: Program | null,
): Command[] {
  const programs = entrypoint ? together(image, stage, entrypoint, command) : command ? [command] : []
  return programs.map(program => {
    const step: Step = { program, workdir: stage.workdir, mode: stage.mode, span: program.span }
    return commandOf(image, stage, step)
  })
}

function together(image: Image, stage: Stage, entrypoint: Program, command: Program | null): Program[] {
  if (entrypoint.kind === 'line' || !command) return [entrypoint]
  const [first = ''] = entrypoint.kind === 'words' ? entrypoint.words : entrypoint.placed.text.split(' ')
  const script = fileAt(layoutOf(image, stage), within(stage.workdir, first))
  // A script that ends in `exec "$@"` runs them.
  const hands = script !== null && /\bexec\s+"?\$@"?/.test(image.files(script)?.text ?? '')
  return hands ? [entrypoint, command] : [joinedPrograms(entrypoint, command)]
}
