import type { Value } from '../../program'
import type { Linked } from '../linked'
import { givenBack, referentsOf } from '../resolve'
import type { Scene } from './trace'

/**
 * `parse(uri).key`, `bucket, key = parse(uri)`: what a function that makes an object, a table or a tuple anew puts into it is what
 * this call gives to the function. What it only hands out may be made of what another call gave.
 */
export function makingOf(scene: Scene, of: Value): Scene['entered'] {
  if (of.kind !== 'result') return new Map()
  const { linked } = scene.sources
  const units = referentsOf(linked, of.call.callee).flatMap(r => (r.kind === 'unit' ? [r.unit] : []))
  const making = units.filter(unit => givenBack(linked, unit).every(value => isMade(linked, value)))
  return new Map(making.map(unit => [unit.name, { call: of.call, scene }]))
}

function isMade(linked: Linked, value: Value): boolean {
  switch (value.kind) {
    case 'constant':
    case 'collection':
    case 'dictionary':
      return true
    case 'mix':
      return value.of.every(way => way.kind !== 'mix' && isMade(linked, way))
    case 'result': {
      const made = referentsOf(linked, value.call.callee)
      return made.length > 0 && made.every(({ kind }) => kind === 'class')
    }
    default:
      return false
  }
}
