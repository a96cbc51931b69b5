import { lineOf } from '../base/lines'
import {
  type ClassShape,
  type Embedded,
  type Frontend,
  type Notice,
  onDisk,
  type Program,
  type Reading,
  type Setting,
  type SourceFile,
  type Unit,
  type Value,
} from '../program'
import { azureFrontend } from './azure'
import { bitbucketFrontend } from './bitbucket'
import { buildkiteFrontend } from './buildkite'
import { circleciFrontend } from './circleci'
import { cloudbuildFrontend } from './cloudbuild'
import { databricksFrontend } from './databricks'
import { githubFrontend } from './github'
import { gitlabFrontend } from './gitlab'
import { type Grammar, loadGrammar } from './parser'
import { pythonFrontend } from './python'
import { requirementsFrontend } from './requirements'
import { claimsShell, shellFrontend } from './shell'
import { tasksFrontend } from './tasks'

/** Gives the bytes of the parser's runtime or of a grammar. */
export type GrammarReader = (name: 'runtime' | 'python' | 'bash') => Uint8Array

// In these stand scripts of a shell.
const pipelines: readonly Frontend[] = [
  azureFrontend,
  bitbucketFrontend,
  buildkiteFrontend,
  circleciFrontend,
  cloudbuildFrontend,
  databricksFrontend,
  githubFrontend,
  gitlabFrontend,
  tasksFrontend,
]

// These need no grammar.
const plain: readonly Frontend[] = [...pipelines, requirementsFrontend]

/** Every frontend, ready to read. That of shell scripts is left out where nothing needs it: its grammar takes time to load. */
export async function openFrontends(
  readGrammar: GrammarReader,
  needs: { readonly shell: boolean } = { shell: false },
): Promise<readonly Frontend[]> {
  const runtime = readGrammar('runtime')
  const python: Grammar = await loadGrammar(runtime, readGrammar('python'))
  const shell = needs.shell ? [shellFrontend(await loadGrammar(runtime, readGrammar('bash')))] : []
  return [pythonFrontend(python), ...shell, ...plain]
}

/** Whether files of this path may be of use: code, pipelines, manifests, and what these take in. */
export function isReadable(path: string): boolean {
  return /\.(pyw?|ya?ml)$/.test(path) || claimsShell(path) || plain.some(frontend => frontend.claims(path))
}

/** Whether shell stands in one of these files, or may. */
export function needsShell(files: readonly SourceFile[]): boolean {
  return files.some(file => claimsShell(file.path) || pipelines.some(frontend => isOf(frontend, file)))
}

function isOf(frontend: Frontend, file: SourceFile): boolean {
  return frontend.claims(file.path) && frontend.recognises?.(file) !== false
}

export interface ReadingOptions {
  /** Files that the ones to be read may take in: templates, includes. Those to be read where absent. */
  readonly others?: readonly SourceFile[]
  readonly onProgress?: (done: number) => void
}

/** Reads files into one program, and the code that stands in them. */
export function readProgram(
  frontends: readonly Frontend[],
  files: readonly SourceFile[],
  { others = files, onProgress }: ReadingOptions = {},
): Program {
  const all = new Map(others.map(file => [file.path, file]))
  const parts = emptyParts()
  for (const [i, file] of files.entries()) {
    onProgress?.(i)
    for (const frontend of frontends)
      if (isOf(frontend, file))
        take(
          parts,
          frontends,
          file,
          frontend.read(file, path => all.get(path)),
          0,
        )
  }
  leaveOut(parts)
  const byPath = new Map(files.map(file => [file.path, file]))
  const { takenIn: _, ...rest } = parts
  return { ...rest, files: byPath, paths: new Set(byPath.keys()) }
}

interface Parts {
  readonly units: Map<string, Unit>
  readonly classes: Map<string, ClassShape>
  readonly stars: Map<string, readonly Value[]>
  readonly settings: Setting[]
  readonly notices: Notice[]
  /** Files that others have taken in as a part of themselves. */
  readonly takenIn: Set<string>
}

function emptyParts(): Parts {
  return {
    units: new Map(),
    classes: new Map(),
    stars: new Map(),
    settings: [],
    notices: [],
    takenIn: new Set(),
  }
}

// What a template holds is judged in the pipelines that take it in, and by itself only where none does.
function leaveOut({ units, takenIn }: Parts): void {
  const templates = new Set([...takenIn].filter(path => units.get(path)?.inert !== undefined))
  if (templates.size === 0) return
  for (const name of [...units.keys()])
    if (templates.has(/^.*?\.ya?ml(?=$|[:#])/.exec(name)?.[0] ?? '')) units.delete(name)
}

// Code in code in code was written to be slow.
const deepest = 5

function take(
  parts: Parts,
  frontends: readonly Frontend[],
  file: SourceFile,
  reading: Reading,
  depth: number,
): void {
  for (const unit of reading.units) parts.units.set(unit.name, unit)
  for (const shape of reading.classes) parts.classes.set(shape.name, shape)
  if (reading.stars.length > 0) parts.stars.set(file.path, reading.stars)
  for (const path of reading.takenIn ?? []) parts.takenIn.add(path)
  parts.settings.push(...reading.settings)
  parts.notices.push(...reading.notices.map(notice => noticeOnDisk(file, notice)))
  for (const embedded of depth < deepest ? (reading.embedded ?? []) : []) {
    const inner = frontendFor(frontends, embedded)?.readEmbedded?.(embedded)
    if (inner) take(parts, frontends, embedded.file, inner, depth + 1)
  }
}

function noticeOnDisk(file: SourceFile, notice: Notice): Notice {
  if (!file.container || notice.path !== file.path) return notice
  const start = file.text
    .split('\n')
    .slice(0, Math.max(0, notice.line - 1))
    .join('\n').length
  const offset = notice.line > 1 ? start + 1 : 0
  const place = onDisk({ file, start: offset, end: offset })
  return { ...notice, path: place.file.path, line: lineOf(place.file.text, place.start).line }
}

function frontendFor(frontends: readonly Frontend[], { language }: Embedded): Frontend | undefined {
  return frontends.find(({ name }) => name === (language === 'python' ? 'python' : 'shell'))
}
