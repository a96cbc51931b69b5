import { posix } from 'node:path'
import type { Call, SourceFile, Value } from '../../program'
import type { Placed } from '../callers'
import { artifactOf } from '../guards/artifacts'
import type { Linked } from '../linked'
import { type PathPart, pathPart } from '../path-parts'
import { hole, possibleLiterals } from '../possible'
import { argumentFor, callersOf, referentsOf } from '../resolve'
import { isEmpty, membersOf } from './members'

/** A path as the code spells it. What is not known of it is a `hole`. */
export interface Spelling {
  readonly text: string
  /** Whether it begins at the root of the repository; otherwise at the working directory, which nobody knows. */
  readonly anchored: boolean
}

const most = 12
// No file system takes a longer one.
const longest = 4_096
const open: readonly Spelling[] = [{ text: hole, anchored: false }]
const joins = /^(os\.path\.join|posixpath\.join|pathlib\.(Pure)?(Posix|Windows)?Path)$/

/** What one question may cost, and what has been found out for it. */
export interface Spellbook {
  left: number
  readonly known: Map<Value, readonly Spelling[]>
}

/** A new one. */
export function openSpellbook(): Spellbook {
  return { left: 400, known: new Map() }
}

/** The paths that a value may spell, seen from a file. */
export function spellingsOf(
  linked: Linked,
  value: Value,
  file: SourceFile,
  book: Spellbook,
): readonly Spelling[] {
  const known = book.known.get(value)
  if (known) return known
  book.left -= 1
  if (book.left < 0) return open
  // What leads back to itself adds nothing that is known.
  book.known.set(value, open)
  const found = spell(linked, value, file, book)
  book.known.set(value, found)
  return found
}

function spell(linked: Linked, value: Value, file: SourceFile, book: Spellbook): readonly Spelling[] {
  const inner = (v: Value, from = file): readonly Spelling[] => spellingsOf(linked, v, from, book)
  const root = artifactOf(linked, value)
  const isPart = root.kind === 'item' || (root.kind === 'field' && root.name !== 'parent')
  const part = isPart ? pathPart(linked, root) : null
  if (part) return inner(part.of).map(s => ofPart(part, s))
  switch (root.kind) {
    case 'name':
      return root.name === '__file__' ? [{ text: file.path, anchored: true }] : boundTo(linked, root, inner)
    case 'text':
      return root.parts.map(part => inner(part)).reduce(appended, [{ text: '', anchored: false }])
    case 'operation':
      return operation(root.operator, root.operands, inner)
    case 'mix':
      return few(root.of.flatMap(way => (way.kind === 'mix' ? literals(linked, way) : inner(way))))
    case 'variable': {
      const unit = linked.program.units.get(root.unit)
      return firstFew(unit?.bound.get(root.name) ?? [], bound => inner(bound, unit?.file))
    }
    case 'field':
      return root.name === 'parent' ? inner(root.of).map(folderOf) : fieldSpellings(linked, root, inner)
    case 'item':
      return isParents(root) ? inner(root.of.of).map(up(root.key.value + 1)) : literals(linked, root)
    case 'parameter':
      return few(
        ofParameter(linked, root.unit, root.index).flatMap(({ value: given, file: from }) =>
          inner(given, from),
        ),
      )
    case 'result':
      return ofCall(linked, root.call, inner)
    default:
      return literals(linked, root)
  }
}

function ofPart({ change, leads }: PathPart, { text, anchored }: Spelling): Spelling {
  return { text: change(text, ''), anchored: anchored && leads }
}

type Inner = (value: Value, from?: SourceFile) => readonly Spelling[]

function literals(linked: Linked, value: Value): readonly Spelling[] {
  const { values, complete } = possibleLiterals(linked, value)
  const texts = values.flatMap(v => (typeof v === 'string' ? [{ text: v, anchored: false }] : []))
  return few(complete && values.length > 0 ? texts : [...texts, ...open])
}

// What is stored under one name may be very many values, and more than a few spellings are not looked at.
function firstFew<T>(among: Iterable<T>, spell: (one: T) => readonly Spelling[]): readonly Spelling[] {
  const found: Spelling[] = []
  let short = 0
  for (const one of among) {
    if (short > most) break
    for (const spelling of spell(one)) {
      found.push(spelling)
      if (spelling.text.length <= longest) short += 1
    }
  }
  return few(found)
}

function few(spellings: readonly Spelling[]): readonly Spelling[] {
  if (spellings.length === 0) return open
  const short = spellings.filter(({ text }) => text.length <= longest)
  if (short.length < spellings.length) return few([...short, ...open])
  return spellings.length > most ? [...spellings.slice(0, most), ...open] : spellings
}

function appended(before: readonly Spelling[], after: readonly Spelling[]): readonly Spelling[] {
  return few(
    before.flatMap(b =>
      after.map(a => ({ text: b.text + a.text, anchored: b.anchored || (b.text === '' && a.anchored) })),
    ),
  )
}

/** One path behind another, as `os.path.join` does it. */
function joined(before: readonly Spelling[], after: readonly Spelling[]): readonly Spelling[] {
  return few(
    before.flatMap(b =>
      after.map(a =>
        a.anchored || isAbsolute(a.text) || (b.text === '' && !b.anchored)
          ? a
          : { ...b, text: `${b.text}/${a.text}` },
      ),
    ),
  )
}

/** Whether a path says by itself where it lies. */
export function isAbsolute(text: string): boolean {
  return /^(?:[/\\~]|[A-Za-z]:[/\\])/.test(text)
}

function operation(operator: string, operands: readonly Value[], inner: Inner): readonly Spelling[] {
  const [left, right] = operands
  if (!left || !right) return open
  if (operator === '/') return joined(inner(left), inner(right))
  if (operator === '+') return appended(inner(left), inner(right))
  if (operator === 'or') return few([...inner(left), ...inner(right)])
  if (operator !== '%') return open
  return inner(left).map(s => ({ ...s, text: s.text.replace(/%(\(\w+\))?[-\d.]*[sdifr]/g, hole) }))
}

function isParents(value: Extract<Value, { kind: 'item' }>): value is typeof value & {
  readonly of: Extract<Value, { kind: 'field' }>
  readonly key: { readonly kind: 'constant'; readonly value: number }
} {
  return (
    value.of.kind === 'field' &&
    value.of.name === 'parents' &&
    value.key.kind === 'constant' &&
    typeof value.key.value === 'number'
  )
}

function folderOf(spelling: Spelling): Spelling {
  const folder = posix.dirname(spelling.text)
  return { ...spelling, text: spelling.text.includes(hole) && folder === '.' ? hole : folder }
}

function nameOf({ text }: Spelling): Spelling {
  return { text: text.slice(text.lastIndexOf('/') + 1), anchored: false }
}

function up(levels: number): (spelling: Spelling) => Spelling {
  return spelling => {
    let at = spelling
    for (let level = 0; level < Math.min(levels, 40); level += 1) at = folderOf(at)
    return at
  }
}

/** Whether a call puts a path together. */
export function spellsPath(linked: Linked, call: Call): boolean {
  const { callee } = call
  if (callee.kind === 'field' && /^(joinpath|with_name|with_stem|with_suffix|format)$/.test(callee.name))
    return true
  return referentsOf(linked, callee).some(
    r => r.kind === 'external' && (joins.test(r.name) || others.test(r.name)),
  )
}

const others = /^(os\.path\.(dirname|basename)|os\.getcwd|pathlib\.Path\.cwd)$/

function ofCall(linked: Linked, call: Call, inner: Inner): readonly Spelling[] {
  const names = referentsOf(linked, call.callee).flatMap(r => (r.kind === 'external' ? [r.name] : []))
  const parts = call.arguments.map(argument => argument.value)
  const [first] = parts
  if (first && names.some(name => joins.test(name))) return parts.map(part => inner(part)).reduce(joined)
  if (first && names.includes('os.path.dirname')) return inner(first).map(folderOf)
  if (first && names.includes('os.path.basename')) return inner(first).map(nameOf)
  if (names.some(name => /^(os\.getcwd|pathlib\.Path\.cwd)$/.test(name)))
    return [{ text: '', anchored: false }]
  if (call.callee.kind === 'field') {
    const { of, name } = call.callee
    if (name === 'joinpath') return [of, ...parts].map(part => inner(part)).reduce(joined)
    if (name === 'with_name' && first) return joined(inner(of).map(folderOf), inner(first))
    const part = pathPart(linked, { kind: 'result', call })
    if (part?.given) return changed(part, inner(part.of), inner(part.given))
  }
  return literals(linked, { kind: 'result', call })
}

// `path.with_suffix(".pkl")`
function changed(
  { change }: PathPart,
  of: readonly Spelling[],
  given: readonly Spelling[],
): readonly Spelling[] {
  return few(of.flatMap(one => given.map(({ text }) => ({ ...one, text: change(one.text, text) }))))
}

function boundTo(linked: Linked, name: Extract<Value, { kind: 'name' }>, inner: Inner): readonly Spelling[] {
  const dot = name.name.lastIndexOf('.')
  if (name.from === null || dot < 0) return open
  const of: Value = { ...name, name: name.name.slice(0, dot) }
  return firstFew(membersOf(linked, of, name.name.slice(dot + 1)), ({ value, file }) => inner(value, file))
}

function fieldSpellings(
  linked: Linked,
  field: Extract<Value, { kind: 'field' }>,
  inner: Inner,
): readonly Spelling[] {
  const members = membersOf(linked, field.of, field.name)
  return isEmpty(members)
    ? literals(linked, field)
    : firstFew(members, ({ value, file }) => inner(value, file))
}

function ofParameter(linked: Linked, unitName: string, index: number): readonly Placed[] {
  const unit = linked.program.units.get(unitName)
  const shape = unit?.parameters[index]
  if (!unit || !shape) return []
  const given = callersOf(linked, unit).map(site => ({
    value: argumentFor(unit, index, site.call) ?? shape.default ?? { kind: 'unknown' as const },
    file: site.unit.file,
  }))
  return given.slice(0, most + 1)
}

/** A path without detours; `null` where it leads out of the repository. */
export function normalised({ text, anchored }: Spelling): string | null {
  const path = posix.normalize(text).replace(/\/$/, '')
  if (path === '..' || path.startsWith('../')) return anchored ? null : path
  return path === '.' ? '' : path
}
