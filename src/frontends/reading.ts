import { lineOf, lineSpan } from '../base/lines'
import {
  type ClassShape,
  type Declarations,
  type Embedded,
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
import { type Bounds, usualBounds, withBounds } from './bounds'
import { claimsDocument } from './markdown/kinds'
import { mayRemark, remarksIn, uniteRemarks } from './remarks'
import { commentsIn, powershellComments, templateComments } from './remarks/texts'
import { requirementsFrontend } from './requirements'
import { type Face, faceOf, templateUnit } from './templates'

export interface ReadingOptions {
  /** Files that the ones to be read may take in: templates, includes. Those to be read where absent. */
  readonly others?: readonly SourceFile[]
  readonly onProgress?: (done: number) => void
  /** What was read before of the very same files, and takes in what is read now. */
  readonly readings?: Readings
  /** Is told of the files that others ask for by their paths. */
  readonly onAsked?: (path: string) => void
  /** How much one file may ask for. */
  readonly bounds?: Bounds
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
  options: ReadingOptions = {},
): Program {
  return withBounds(options.bounds ?? usualBounds, () => readAll(frontends, files, options))
}

function readAll(
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

/** The frontend that reads a file by itself and as it is; `undefined` where none does. */
export function aloneWith(frontends: readonly Frontend[], file: SourceFile): Frontend | undefined {
  const face = faceOf(file)
  return face.template ? undefined : frontends.find(frontend => frontend.alone && isOf(frontend, face))
}

// Code that says versions, such as a `setup.py`, is seldom among what is parsed.
function takeUnread(parts: Parts, files: readonly SourceFile[], others: readonly SourceFile[]): void {
  const read = new Set(files.map(({ path }) => path))
  for (const file of others) {
    if (!/(^|\/)setup\.py$/.test(file.path) || read.has(file.path)) continue
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
  const offset = notice.line > 1 ? lineSpan(file.text, notice.line).start : 0
  const place = onDisk({ file, start: offset, end: offset })
  return { ...notice, path: place.file.path, line: lineOf(place.file.text, place.start).line }
}

function frontendFor(frontends: readonly Frontend[], { language }: Embedded): Frontend | undefined {
  return frontends.find(({ name }) => name === (language === 'python' ? 'python' : 'shell'))
}

/** Whether a frontend reads what a file looks like. */
export function isOf(frontend: Frontend, { path, file }: Face): boolean {
  return frontend.claims(path) && frontend.recognises?.({ ...file, path }) !== false
}
