import type { Block, Value } from '../../program'
import type { CallSite, Linked } from '../linked'
import { possibleLiterals } from '../possible'
import { libraryNames } from '../resolve'
import { copies } from '../texts'
import { settledOf } from './settled'

const mostBlocks = 300

/**
 * The folder of which a hash is fed the bytes of every file where this call feeds it: in each round of a loop over
 * `sorted(folder.rglob("*"))`. `null` where it is none, or where some file may be left out. `source` tells what a chunk is of.
 */
export function folderFed(
  linked: Linked,
  { unit, block, call }: CallSite,
  source: (chunk: Value) => Value,
): Value | null {
  const fed = call.arguments[0]?.value
  const chunks = fed ? chunksOf(linked, fed) : null
  if (!fed || !(chunks || isWhole(fed))) return null
  // What is drawn in a loop is taken for what it is drawn from.
  const all = settledOf(source(fed))
  const folder = walkOf(linked, all)
  // A loop over the chunks of an empty file goes round not once.
  const at = chunks ? headOf(unit.blocks, chunks) : block
  return folder && isReachedEachRound(unit.blocks, at, all) ? folder : null
}

// `path.read_bytes()`, `file.read()`: of a name that is fed nothing of the file is known.
function isWhole(fed: Value): boolean {
  if (fed.kind !== 'result' || fed.call.callee.kind !== 'field' || fed.call.arguments.length > 0) return false
  return /^read(_bytes)?$/.test(fed.call.callee.name)
}

// `for chunk in iter(lambda: file.read(8192), b"")`
function chunksOf(linked: Linked, fed: Value): Value | null {
  const of = fed.kind === 'item' && fed.key.kind === 'unknown' ? settledOf(fed.of) : null
  return of?.kind === 'result' && libraryNames(linked, of.call.callee).includes('iter') ? of : null
}

// `sorted(folder.rglob("*"))`, `folder.glob("**/*")`
function walkOf(linked: Linked, all: Value): Value | null {
  if (all.kind !== 'result') return null
  const { callee, arguments: args } = all.call
  const [first, ...others] = args
  if (!first) return null
  if (libraryNames(linked, callee).some(name => copies.test(name)))
    return walkOf(linked, settledOf(first.value))
  if (callee.kind !== 'field' || others.length > 0) return null
  const whole = callee.name === 'rglob' ? '*' : callee.name === 'glob' ? '**/*' : null
  const { values, complete } = possibleLiterals(linked, first.value)
  return whole !== null && complete && values.every(value => value === whole) ? callee.of : null
}

// What a condition, a `continue` or a `break` leaves out is not fed; only a folder has no bytes.
function isReachedEachRound(blocks: readonly Block[], at: number, all: Value): boolean {
  const head = headOf(blocks, all)
  const edges = blocks[head]?.next ?? []
  const [start, end] = ['true', 'false'].map(outcome => edges.find(({ when }) => when === outcome)?.to ?? -1)
  if (head < 0 || at < 0 || start === undefined || start < 0) return false
  const next = (index: number): readonly number[] => (index === head ? [] : onFrom(blocks[index]))
  const round = reachedFrom(start, next)
  const unfed = reachedFrom(start, index => (index === at ? [] : fileWays(blocks[index], all, next(index))))
  const isLeft = [...round].some(
    index => index !== head && next(index).length === 0 && !isRaised(blocks[index]),
  )
  return round.size <= mostBlocks && !isLeft && !round.has(end ?? -1) && !unfed.has(head)
}

function headOf(blocks: readonly Block[], over: Value): number {
  return blocks.findIndex(({ facts }) => {
    const last = facts.at(-1)
    return last?.kind === 'test' && last.over !== undefined && settledOf(last.over) === over
  })
}

function reachedFrom(start: number, next: (index: number) => readonly number[]): ReadonlySet<number> {
  const found = new Set([start])
  for (const index of found) {
    if (found.size > mostBlocks) break
    for (const to of next(index)) found.add(to)
  }
  return found
}

function onFrom(block: Block | undefined): readonly number[] {
  return (block?.next ?? []).flatMap(({ to, when }) => (when === 'raises' ? [] : [to]))
}

function isRaised(block: Block | undefined): boolean {
  return block?.facts.at(-1)?.kind === 'raise'
}

// `if path.is_file():`, `if path.is_dir(): continue`
function fileWays(block: Block | undefined, all: Value, ways: readonly number[]): readonly number[] {
  const last = block?.facts.at(-1)
  const isFile = last?.kind === 'test' && !last.over ? saysFile(last.value, all) : null
  if (!block || isFile === null) return ways
  return block.next.flatMap(({ to, when }) => (when === String(isFile) ? [to] : []))
}

// Which outcome a file has; `null` where something else is asked.
function saysFile(value: Value, all: Value): boolean | null {
  if (value.kind === 'operation' && value.operator === 'not') {
    const inner = value.operands[0] ? saysFile(value.operands[0], all) : null
    return inner === null ? null : !inner
  }
  if (value.kind !== 'result' || value.call.callee.kind !== 'field') return null
  const { name, of } = value.call.callee
  const drawn = settledOf(of)
  if (drawn.kind !== 'item' || drawn.key.kind !== 'unknown' || settledOf(drawn.of) !== all) return null
  return name === 'is_file' ? true : name === 'is_dir' ? false : null
}
