import type { Block, Call, Edge, Fact, Unit } from '../../src/program'
import { readPython } from './read'

/**
 * Every way through a piece of Python, no edge taken twice, as the names of what is called on it. `yes` and `no` are
 * outcomes of a test, `!` is a call that fails, `^` an exception or a `return` that leaves, `enter` what `with` does.
 */
export async function ways(python: string, label = 'module'): Promise<string[]> {
  const { units } = await readPython(python)
  const unit = units.find(u => u.label === label)
  if (!unit) throw new Error(`no unit ${label} among ${units.map(u => u.label).join(', ')}`)
  return waysThrough(unit)
}

/** Every way through a unit, in the same notation. */
export function waysThrough(unit: Unit): string[] {
  return [...new Set(walk(unit, 0, new Set()).map(way => way.join(' ')))].sort()
}

/** Python to the ways through it. */
export type Cases = Readonly<Record<string, readonly [python: string, ways: readonly string[]]>>

/** Tests that each piece of Python has these ways and no others. */
export function testWays(cases: Cases): void {
  for (const [title, [python, expected]] of Object.entries(cases))
    test(title, async () => expect(await ways(python)).toEqual([...expected].sort()))
}

function walk(unit: Unit, at: number, taken: ReadonlySet<Edge>): string[][] {
  const block = unit.blocks[at]
  if (!block) throw new Error(`no block ${at} in ${unit.name}`)
  const said = block.facts.flatMap(fact => sayFact(fact))
  const open = block.next.filter(edge => !taken.has(edge))
  if (block.next.length === 0) return [said]
  return open.flatMap(edge =>
    walk(unit, edge.to, new Set([...taken, edge])).map(rest => [...withOutcome(said, block, edge), ...rest]),
  )
}

function withOutcome(said: readonly string[], block: Block, edge: Edge): string[] {
  if (edge.when === 'true') return [...said, 'yes']
  if (edge.when === 'false') return [...said, 'no']
  const failed = edge.when === 'raises' && block.facts.at(-1)?.kind === 'call'
  return failed ? [...said.slice(0, -1), `${said.at(-1) ?? ''}!`] : [...said]
}

function sayFact(fact: Fact): string[] {
  switch (fact.kind) {
    case 'call':
      return [isEntry(fact) ? 'enter' : fact.name.file.text.slice(fact.name.start, fact.name.end)]
    case 'return':
    case 'raise':
      return ['^']
    case 'test':
    case 'store':
    case 'bind':
    case 'yield':
    case 'after':
      return []
  }
}

function isEntry({ callee, span, name }: Call): boolean {
  return callee.kind === 'field' && callee.name === '__enter__' && span.end === name.end
}
