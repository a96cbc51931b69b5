import type { Edge, Fact, Frontend, Reading, Unit, Value } from '../../src/program'
import { withoutMargin } from '../support/margin'

/** Reads one file with one frontend. */
export function readWith(frontend: Frontend, path: string, text: string): Reading {
  return frontend.read({ path, text: withoutMargin(text) })
}

/**
 * Every way through a unit of a pipeline, no edge taken twice: `on push`, `evaluate` for a job or script that is run, `!`
 * behind what fails on the way, `after evaluate` for a job that has ended well and `after evaluate?` for one that has ended
 * somehow, `yes` and `no` for conditions, `^` for the end of a run that failed.
 */
export function waysThrough(reading: Reading, label: string): string[] {
  const unit = reading.units.find(u => u.label === label)
  if (!unit) throw new Error(`no unit ${label} among ${reading.units.map(u => u.label).join(', ')}`)
  return [...new Set(walk(unit, 0, new Set()).map(way => way.join(' ')))].sort()
}

function walk(unit: Unit, at: number, taken: ReadonlySet<Edge>): string[][] {
  const block = unit.blocks[at]
  if (!block) throw new Error(`no block ${at} in ${unit.name}`)
  const said = block.facts.map(fact => say(fact, unit))
  const open = block.next.filter(edge => !taken.has(edge))
  if (open.length === 0) return [said]
  return open.flatMap(edge => {
    const here = edge.when === 'raises' ? [...said.slice(0, -1), `${said.at(-1) ?? ''}!`] : [...said]
    if (edge.when === 'true') here.push('yes')
    if (edge.when === 'false') here.push('no')
    return walk(unit, edge.to, new Set([...taken, edge])).map(rest => [...here, ...rest])
  })
}

function say(fact: Fact, unit: Unit): string {
  switch (fact.kind) {
    case 'call':
      return sayCallee(fact.callee, fact.arguments[0]?.value)
    case 'after':
      return `after ${fact.unit.replace(/^.*:/, '')}${fact.regardless === null ? '' : '?'}`
    case 'test':
      return '?'
    case 'raise':
      return '^'
    case 'return':
    case 'yield':
    case 'store':
    case 'bind':
      throw new Error(`${unit.name} holds a ${fact.kind}`)
  }
}

function sayCallee(callee: Value, first: Value | undefined): string {
  if (callee.kind === 'function') return callee.unit.replace(/^.*[:#]/, '')
  if (callee.kind === 'command') return callee.name
  if (callee.kind !== 'name') return callee.kind
  const given = first?.kind === 'constant' ? String(first.value) : '…'
  return `${callee.name.replace('pipeline.', '').replace('trigger', 'on')}(${given})`
}
