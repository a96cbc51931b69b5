import type { Unit } from '../../program'
import type { CallSite, Linked } from '../linked'
import { referentsOf } from '../resolve'
import { lastPart } from './handings'

const indexes = new WeakMap<Linked, ReadonlyMap<string, readonly CallSite[]>>()

/** Whether a method is called by its name on objects of which is not known what they are: they may be of its class. */
export function hasUnseenCallers(linked: Linked, unit: Unit): boolean {
  if (unit.owner === null) return false
  const sites = callsByName(linked).get(lastPart(unit.label)) ?? []
  return sites.some(({ call }) => referentsOf(linked, call.callee).every(r => r.kind === 'external'))
}

function callsByName(linked: Linked): ReadonlyMap<string, readonly CallSite[]> {
  const known = indexes.get(linked)
  if (known) return known
  const index = new Map<string, CallSite[]>()
  for (const site of linked.sites) {
    const { callee } = site.call
    if (callee.kind !== 'field' || linked.knowledge.isTest(site.unit.file.path)) continue
    const before = index.get(callee.name)
    if (before) before.push(site)
    else index.set(callee.name, [site])
  }
  indexes.set(linked, index)
  return index
}
