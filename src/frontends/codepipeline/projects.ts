import { lineOf } from '../../base/lines'
import { type Files, type Notice, onDisk, type SourceFile, type Value } from '../../program'
import { readBuildspec } from '../codebuild/buildspec'
import type { Pipeline, Variables } from '../pipelines/pipeline'
import { fill, type PlacedText, variableName } from '../pipelines/templates'
import {
  entriesOf,
  itemsOf,
  placedText,
  readYaml,
  type Tree,
  textOf,
  valueAt,
  type YamlFile,
} from '../pipelines/yaml'
import { nameIn, subbed, valueOfTree } from './intrinsics'

/** A build project of a template. */
export interface Project {
  readonly id: string
  /** Its name, where the template gives it one. */
  readonly name: string | null
  /** The unit of its build; `null` where the specification is elsewhere. */
  readonly unit: string | null
  /** Its build, where no other file holds it. */
  readonly build: Pipeline | null
  readonly variables: Variables
  readonly notices: YamlFile['notices']
}

/** The build projects of a template. */
export function readProjects(
  template: Tree,
  parameters: ReadonlyMap<string, Value>,
  others: Files,
  isRead: (path: string) => boolean,
): Project[] {
  return entriesOf(valueAt(template, 'Resources')).flatMap(({ key, value }): Project[] => {
    if (textOf(valueAt(value, 'Type')) !== 'AWS::CodeBuild::Project') return []
    const properties = valueAt(value, 'Properties')
    const variables = variablesIn(valueAt(properties, 'Environment', 'EnvironmentVariables'), parameters)
    const name = textOf(valueAt(properties, 'Name'))
    const spec = valueAt(properties, 'Source', 'BuildSpec')
    const build = buildOf(template, key, spec, parameters, others)
    const own = build.pipeline && (build.inline || !isRead(build.pipeline.name)) ? build.pipeline : null
    return [
      { id: key, name, unit: build.pipeline?.name ?? null, build: own, variables, notices: build.notices },
    ]
  })
}

/** `EnvironmentVariables`: a list of names and values. */
export function variablesIn(list: Tree | null, parameters: ReadonlyMap<string, Value>): Variables {
  const found = itemsOf(list).flatMap((item): [string, Value][] => {
    const name = textOf(valueAt(item, 'Name') ?? valueAt(item, 'name'))
    const value = valueAt(item, 'Value') ?? valueAt(item, 'value')
    const type = textOf(valueAt(item, 'Type') ?? valueAt(item, 'type')) ?? 'PLAINTEXT'
    if (name === null || !value) return []
    return [[name, type === 'PLAINTEXT' ? valueOfTree(value, parameters) : { kind: 'unknown' }]]
  })
  return new Map(found)
}

interface Build {
  readonly pipeline: Pipeline | null
  readonly inline: boolean
  readonly notices: YamlFile['notices']
}

const none: Build = { pipeline: null, inline: false, notices: [] }

function buildOf(
  template: Tree,
  id: string,
  spec: Tree | null,
  parameters: ReadonlyMap<string, Value>,
  others: Files,
): Build {
  const inner = subbed(spec) ?? spec
  const text = textOf(inner)
  const { file } = template.reader
  if (inner && text?.includes('\n')) {
    const placed = subbed(spec) ? named(placedText(inner), parameters) : placedText(inner)
    const path = `${file.path}#${id}`
    return buildIn(
      { path, text: placed.text, container: { file, pieces: placed.pieces } },
      `${file.path}:${id}`,
      true,
    )
  }
  if (spec && (text === null || nameIn(spec) !== null)) return none
  const found = fileNear(file.path, text ?? 'buildspec.yml', others)
  return found ? buildIn(found, found.path, false) : none
}

function buildIn(file: SourceFile, name: string, inline: boolean): Build {
  const yaml = readYaml(file)
  const [tree] = yaml.documents
  const pipeline = tree ? { ...readBuildspec(tree, name), label: inline ? name : file.path } : null
  return { pipeline, inline, notices: inline ? yaml.notices.map(notice => noticeAt(file, notice)) : [] }
}

function noticeAt({ container, text, path }: SourceFile, notice: Notice): Notice {
  const before = text
    .split('\n')
    .slice(0, Math.max(0, notice.line - 1))
    .join('\n').length
  const file = { path, text, ...(container && { container }) }
  const place = onDisk({ file, start: before + 1, end: before + 1 })
  return { ...notice, path: place.file.path, line: lineOf(place.file.text, place.start).line }
}

// The template's own names are put in before the build is made; `${!name}` keeps a name for the shell.
function named(placed: PlacedText, parameters: ReadonlyMap<string, Value>): PlacedText {
  const holes = [...placed.text.matchAll(/\$\{(!?)([\w.:]+)\}/g)].map(match => {
    const [whole, kept, name = ''] = match
    const value = kept ? undefined : parameters.get(name)
    const text = value?.kind === 'constant' ? String(value.value) : `\${${variableName(name)}}`
    return { start: match.index, end: match.index + whole.length, text }
  })
  return fill(placed, holes)
}

// A path counts from the top of the sources of the build, which may be a folder of the repository.
function fileNear(template: string, path: string, others: Files): SourceFile | undefined {
  const plain = path.replace(/^\.?\/+/, '')
  let folder = template
  while (folder !== '') {
    folder = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : ''
    const found = others(folder === '' ? plain : `${folder}/${plain}`)
    if (found) return found
  }
  return undefined
}
