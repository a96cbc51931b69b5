import type { Unit, Value } from '../program'
import type { Knowledge } from './knowledge'
import type { Referent } from './linked'

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

/** What a decorator hands to the function below it, by the names of the catalogue: `@nox.session`, `@task(pre=[evaluate])`. */
export function givenByDecorator(
  { handed }: Knowledge,
  unit: Unit,
  resolve: (value: Value) => readonly Referent[],
): readonly string[] {
  return unit.decorators.flatMap(decorator =>
    resolve(decorator.kind === 'result' ? decorator.call.callee : decorator).flatMap(of => {
      const gives = of.kind === 'external' ? handed.get(of.name) : undefined
      return gives ?? []
    }),
  )
}
