import type { Unit } from '../program'

/** Whether a method takes no receiver. */
export function isStatic(unit: Unit): boolean {
  return unit.decorators.some(d => d.kind === 'name' && d.name === 'staticmethod')
}

/** Whether a method takes its class as its receiver. */
export function isClassMethod(unit: Unit): boolean {
  return unit.decorators.some(d => d.kind === 'name' && d.name === 'classmethod')
}

/** Whether a method is read like a field. */
export function isProperty(unit: Unit): boolean {
  return unit.decorators.some(d =>
    d.kind === 'name'
      ? /^(property|functools\.cached_property)$/.test(d.name)
      : d.kind === 'field' && /property$/.test(d.name),
  )
}
