import { lineOf } from '../base/lines'
import {
  type ClassShape,
  type Declarations,
  type Embedded,
  type Environments,
  type Files,
  type Frontend,
  type Inclusion,
  type Notice,
  onDisk,
  type Program,
  type Reading,
  type Remark,
  type Setting,
  type SourceFile,
  type Unit,
  type Value,
} from '../program'
import { argoFrontend } from './argo'
import { argocdFrontend } from './argocd'
import { azureFrontend } from './azure'
import { bitbucketFrontend } from './bitbucket'
import { buildkiteFrontend } from './buildkite'
import { circleciFrontend } from './circleci'
import { cloudbuildFrontend } from './cloudbuild'
import { codebuildFrontend } from './codebuild'
import { codepipelineFrontend } from './codepipeline'
import { databricksFrontend as bundleFrontend } from './databricks'
import { declarationFrontends } from './declarations'
import { dockerFrontend } from './docker'
import { githubFrontend, githubFrontendWith } from './github'
import { gitlabFrontend } from './gitlab'
import { jenkinsFrontend } from './jenkins'
import { claimsDocument } from './markdown/kinds'
import { notebookFrontend } from './notebook'
import { databricksFrontend } from './notebook/databricks'
import { type Grammar, loadGrammar } from './parser'
import { pythonFrontend } from './python'
import { mayRemark, remarksIn, uniteRemarks } from './remarks'
import { commentsIn, powershellComments, templateComments } from './remarks/texts'
import { requirementsFrontend } from './requirements'
import { claimsShell, shellFrontend } from './shell'
import { tasksFrontend } from './tasks'
import { entriesFrontend } from './tasks/entries'
import { tektonFrontend } from './tekton'
import { type Face, faceOf, pathWithoutSuffix, templateUnit } from './templates'
import { claimsTerraform } from './terraform/kinds'

/** Gives the bytes of the parser's runtime or of a grammar. */
export type GrammarReader = (name: 'runtime' | 'python' | 'bash' | 'terraform') => Uint8Array

// In these stand scripts of a shell.
const pipelines: readonly Frontend[] = [
  argoFrontend,
  argocdFrontend,
  azureFrontend,
  bitbucketFrontend,
  buildkiteFrontend,
  circleciFrontend,
  cloudbuildFrontend,
  codebuildFrontend,
  codepipelineFrontend,
  bundleFrontend,
  dockerFrontend,
  githubFrontend,
  gitlabFrontend,
  jenkinsFrontend,
  tasksFrontend,
  tektonFrontend,
]

// These hand out code of other languages. The grammar of the shell is needed where the text says so.
const containers: readonly { readonly frontend: Frontend; readonly shell: RegExp }[] = [
  { frontend: notebookFrontend, shell: /%%(?:bash|sh|script|!|sx|system)|%sh/ },
  { frontend: databricksFrontend, shell: /^# MAGIC %sh/m },
]

// These need no grammar.
const plain: readonly Frontend[] = [
  ...pipelines,
  ...containers.map(({ frontend }) => frontend),
  ...declarationFrontends,
  entriesFrontend,
  requirementsFrontend,
]

/** What a tree needs beside Python: it takes time to load. */
export interface Needs {
  readonly shell: boolean
  readonly documents?: boolean
  readonly terraform?: boolean
}

/** Every frontend that is needed, ready to read. A parser may take so many seconds for one file. */
export async function openFrontends(
  readGrammar: GrammarReader,
  needs: Needs = { shell: false },
  environments?: Environments,
  seconds?: number,
): Promise<readonly Frontend[]> {
  const runtime = readGrammar('runtime')
  const load = async (name: 'python' | 'bash' | 'terraform'): Promise<Grammar> =>
    loadGrammar(runtime, readGrammar(name), seconds)
  const python = await load('python')
  const shell = needs.shell ? [shellFrontend(await load('bash'))] : []
  const documents = needs.documents ? [(await import('./markdown')).markdownFrontend] : []
  const terraform = needs.terraform ? [await openTerraform(() => load('terraform'))] : []
  const informed = environments ? plain.map(one => withEnvironments(one, environments)) : plain
  return [pythonFrontend(python), ...shell, ...informed, ...documents, ...terraform]
}

// Which environments are meant is a question of where a pipeline runs.
function withEnvironments(frontend: Frontend, environments: Environments): Frontend {
  return frontend === githubFrontend ? githubFrontendWith(environments) : frontend
}

async function openTerraform(load: () => Promise<Grammar>): Promise<Frontend> {
  const { terraformFrontend } = await import('./terraform')
  return terraformFrontend(await load())
}

/** Whether files of this path may be of use: code, pipelines, manifests, and what these take in. */
export function isReadable(path: string): boolean {
  const bare = pathWithoutSuffix(path)
  return (
    /\.(pyw?|ya?ml|groovy)$/.test(bare) ||
    claimsShell(bare) ||
    claimsDocument(bare) ||
    claimsTerraform(bare) ||
    plain.some(frontend => frontend.claims(bare))
  )
}

/** What these files need. */
export function needsOf(files: readonly SourceFile[]): Needs {
  const faces = files.map(file => faceOf(file))
  return {
    shell: faces.some(needsShell),
    documents: faces.some(({ path }) => claimsDocument(path)),
    terraform: faces.some(({ path }) => claimsTerraform(path)),
  }
}

function needsShell(face: Face): boolean {
  const { path, file } = face
  return (
    claimsShell(path) ||
    pipelines.some(frontend => isOf(frontend, face)) ||
    containers.some(({ frontend, shell }) => isOf(frontend, face) && shell.test(file.text)) ||
    (claimsDocument(path) && /(?:sh|bash|console|shell|session|terminal)\b/.test(file.text))
  )
}

/** The Python that a file holds as a whole, as far as it can be told without a parser; `null` where it is no container of any. */
export function pythonIn(file: SourceFile, others: Files): SourceFile | null {
  const face = faceOf(file)
  const container = containers.find(({ frontend }) => isOf(frontend, face))
  if (!container) return face.template ? face.file : null
  const embedded = container.frontend.read(face.file, others).embedded ?? []
  const whole = embedded.find(({ language, file: { path } }) => language === 'python' && path === file.path)
  return whole?.file ?? null
}

function isOf(frontend: Frontend, { path, file }: Face): boolean {
  return frontend.claims(path) && frontend.recognises?.({ ...file, path }) !== false
}

export interface ReadingOptions {
  /** Files that the ones to be read may take in: templates, includes. Those to be read where absent. */
  readonly others?: readonly SourceFile[]
  readonly onProgress?: (done: number) => void
  /** What was read before of the very same files, and takes in what is read now. */
  readonly readings?: Readings
  /** Is told of the files that others ask for by their paths. */
  readonly onAsked?: (path: string) => void
}

/** What frontends have made of files that they read alone. */
export interface Readings {
  get(file: SourceFile): Reading | undefined
  set(file: SourceFile, reading: Reading): unknown
}

/** Reads files into one program, and the code that stands in them. */
export function readProgram(
  frontends: readonly Frontend[],
  files: readonly SourceFile[],
  { others = files, onProgress, readings = new Map(), onAsked }: ReadingOptions = {},
): Program {
  const all = new Map(others.map(file => [file.path, file]))
  const parts = emptyParts()
  const give: Files = path => {
    onAsked?.(path)
    return all.get(path)
  }
  for (const [i, file] of files.entries()) {
    onProgress?.(i)
    const face = faceOf(file, path => all.has(path))
    for (const frontend of frontends) {
      if (!isOf(frontend, face)) continue
      const known = frontend.alone ? readings.get(face.file) : undefined
      const reading = known ? again(known) : frontend.read(face.file, give, others)
      if (frontend.alone && !known) readings.set(face.file, reading)
      take(
        parts,
        frontends,
        face.file,
        face.template ? { ...reading, units: [...reading.units, templateUnit(file)] } : reading,
        0,
      )
    }
    if (mayRemark(file.text)) parts.remarks.push(...remarksOf(frontends, face, file))
  }
  takeUnread(parts, files, others)
  leaveOut(parts)
  const byPath = new Map(files.map(file => [file.path, file]))
  const { takenIn: _, doubted: __, remarks, ...rest } = parts
  return {
    ...rest,
    remarks: uniteRemarks(remarks),
    files: byPath,
    paths: new Set(byPath.keys()),
    open: path => all.get(path),
  }
}

// Code that says versions, such as a `setup.py`, is seldom among what is parsed.
function takeUnread(parts: Parts, files: readonly SourceFile[], others: readonly SourceFile[]): void {
  const read = new Set(files)
  for (const file of others) {
    if (!/(^|\/)setup\.py$/.test(file.path) || read.has(file)) continue
    if (requirementsFrontend.recognises?.(file) !== false)
      parts.settings.push(...requirementsFrontend.read(file).settings)
  }
}

// The analysis remembers things of a unit that depend on the rest of its program, so each program has units of its own.
function again(reading: Reading): Reading {
  return { ...reading, units: reading.units.map(unit => ({ ...unit })) }
}

interface Parts {
  readonly units: Map<string, Unit>
  readonly classes: Map<string, ClassShape>
  readonly stars: Map<string, readonly Value[]>
  readonly declared: Map<string, Declarations>
  readonly settings: Setting[]
  readonly includes: Inclusion[]
  readonly notices: Notice[]
  readonly remarks: Remark[]
  /** Files that others have taken in as a part of themselves. */
  readonly takenIn: Set<string>
  /** Documents of which it is known that not all of their code can be understood. */
  readonly doubted: Set<string>
}

function emptyParts(): Parts {
  return {
    units: new Map(),
    classes: new Map(),
    stars: new Map(),
    declared: new Map(),
    settings: [],
    includes: [],
    notices: [],
    remarks: [],
    takenIn: new Set(),
    doubted: new Set(),
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
  if (reading.declared) parts.declared.set(file.path, reading.declared)
  for (const path of reading.takenIn ?? []) parts.takenIn.add(path)
  for (const setting of reading.settings) parts.settings.push(setting)
  for (const inclusion of reading.includes ?? []) parts.includes.push(inclusion)
  for (const notice of reading.notices) tell(parts, noticeOnDisk(file, notice))
  for (const embedded of depth < deepest ? (reading.embedded ?? []) : []) {
    const inner = frontendFor(frontends, embedded)?.readEmbedded?.(embedded)
    if (!inner) continue
    if (mayRemark(embedded.file.text)) parts.remarks.push(...remarksInside(frontends, embedded))
    take(parts, frontends, embedded.file, embedded.sketch ? { ...inner, notices: [] } : inner, depth + 1)
  }
}

// A template has comments of its own beside those of what it becomes.
function remarksOf(frontends: readonly Frontend[], face: Face, file: SourceFile): Remark[] {
  const knowing = frontends.find(frontend => frontend.comments && isOf(frontend, face))
  const own = knowing?.comments?.(face.file) ?? commentsIn(face.file)
  const ofTemplate = face.template ? remarksIn(file, templateComments(file)) : []
  return [...remarksIn(face.file, own), ...ofTemplate]
}

function remarksInside(frontends: readonly Frontend[], embedded: Embedded): Remark[] {
  const { file, language, sketch } = embedded
  if (language === 'cmd') return []
  const comments =
    language === 'powershell'
      ? powershellComments(file.text)
      : (frontendFor(frontends, embedded)?.comments?.(file) ?? [])
  return remarksIn(file, comments, sketch)
}

// Documents are full of sketches; that they are is said once for each of them.
function tell({ notices, doubted }: Parts, notice: Notice): void {
  const sketchy = notice.kind === 'syntax' && claimsDocument(notice.path)
  if (!sketchy || !doubted.has(notice.path)) notices.push(notice)
  if (sketchy) doubted.add(notice.path)
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
