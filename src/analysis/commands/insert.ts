import { type Block, type Call, type GrowingBlock, type Unit, unknown, type Value } from '../../program'
import { type Rebuilding, rebuild } from './replace'

/** A call of a command that runs where another call starts it. */
export interface Started {
  readonly call: Call
  /** Units that it brings into being. */
  readonly made: readonly Unit[]
  /** Whether it runs only where the one before it went well. */
  readonly afterSuccess: boolean
  /** Whether its failure ends the call that starts it with an exception. */
  readonly raises: boolean
}

/** What one call starts, and how its result tells how that went. */
export interface Start {
  readonly commands: readonly Started[]
  /** What is 0 after a success: fields of its result, methods of it (`wait()`), and `()` for the result itself. */
  readonly status: readonly string[]
  /** The method of its result that raises after a failure. */
  readonly raisedBy: string | null
}

interface Surgery {
  readonly blocks: GrowingBlock[]
  /** Where each block goes on. */
  readonly tails: Map<number, number>
  /** The blocks that are passed after a success and after a failure. */
  readonly ways: Map<Call, readonly [well: number, badly: number]>
}

/** A unit in which the commands that its calls start are calls themselves, behind the ones that start them. */
export function withStarted(unit: Unit, starts: ReadonlyMap<Call, Start>): Unit {
  const surgery: Surgery = {
    blocks: unit.blocks.map(() => ({ facts: [], next: [] })),
    tails: new Map(),
    ways: new Map(),
  }
  for (const [index, block] of unit.blocks.entries()) {
    let at = index
    for (const fact of block.facts) {
      blockAt(surgery.blocks, at).facts.push(fact)
      if (fact.kind !== 'call') continue
      const start = starts.get(fact)
      if (start) at = addStarted(surgery, at, fact, start, block)
      const asked = statusAsked(fact, starts)
      if (asked) at = addRaising(surgery, at, asked, fact, block)
    }
    blockAt(surgery.blocks, at).next.push(...block.next)
    surgery.tails.set(index, at)
  }
  return rebuild({ ...unit, blocks: surgery.blocks }, rebuildingOf(surgery, starts))
}

// What fails unseen goes on with what stands behind it. Places are told apart by their blocks: all have one span.
function addStarted(
  { blocks, ways }: Surgery,
  from: number,
  by: Call,
  { commands }: Start,
  { next }: Block,
): number {
  const escapes = next.filter(edge => edge.when === 'raises')
  let at = from
  let failed: number[] = []
  for (const [i, { call, raises }] of commands.entries()) {
    blockAt(blocks, at).facts.push(call)
    if (raises && commands[i + 1]) {
      const behind = add(blocks)
      blockAt(blocks, at).next.push({ to: behind }, ...escapes)
      at = behind
    }
    if (raises) continue
    const well = add(blocks)
    const badly = add(blocks)
    blockAt(blocks, at).next.push({ to: well }, { to: badly, when: 'raises', catches: null })
    ways.set(by, [well, badly])
    failed.push(badly)
    at = well
    if (commands[i + 1]?.afterSuccess) continue
    at = join(blocks, [well, ...failed])
    failed = []
  }
  return at
}

// What is asked by a method that raises: no field of any code is called so.
const failure = 'raised by'

// `done.check_returncode()`: https://docs.python.org/3/library/subprocess.html#subprocess.CompletedProcess.check_returncode
function statusAsked({ callee }: Call, starts: ReadonlyMap<Call, Start>): Value | null {
  if (callee.kind !== 'field' || callee.of.kind !== 'result') return null
  const start = starts.get(callee.of.call)
  return start?.raisedBy === callee.name ? { kind: 'field', of: callee.of, name: failure } : null
}

// A call that raises where something is true.
function addRaising(
  { blocks }: Surgery,
  from: number,
  value: Value,
  { span }: Call,
  { next }: Block,
): number {
  const raising = add(blocks)
  const behind = add(blocks)
  blockAt(blocks, from).facts.push({ kind: 'test', value, span })
  blockAt(blocks, from).next.push({ to: raising, when: 'true' }, { to: behind, when: 'false' })
  blockAt(blocks, raising).facts.push({ kind: 'raise', value: unknown, by: 'raise', span })
  blockAt(blocks, raising).next.push(...next.filter(edge => edge.when === 'raises'))
  return behind
}

function blockAt(blocks: readonly GrowingBlock[], index: number): GrowingBlock {
  const block = blocks[index]
  if (!block) throw new Error(`no block ${index}`)
  return block
}

function add(blocks: GrowingBlock[]): number {
  return blocks.push({ facts: [], next: [] }) - 1
}

function join(blocks: GrowingBlock[], from: readonly number[]): number {
  const after = add(blocks)
  for (const index of from) blockAt(blocks, index).next.push({ to: after })
  return after
}

function rebuildingOf(
  { tails, ways }: Surgery,
  starts: ReadonlyMap<Call, Start>,
): Pick<Rebuilding, 'block' | 'status'> {
  return {
    block: index => tails.get(index) ?? index,
    status: (call, field) => {
      const start = starts.get(call)
      // What several commands left behind is not told apart.
      const isAsked = start?.status.includes(field) || field === failure
      return isAsked && start?.commands.length === 1 ? (ways.get(call) ?? null) : null
    },
  }
}
