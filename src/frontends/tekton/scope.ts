import { constant, mixOf, type Value } from '../../program'
import { type Filling, valueOfText } from '../kubernetes/holes'
import type { Variables } from '../pipelines/pipeline'
import { isList, itemsOf, type Tree, textOf, valueAt } from '../pipelines/yaml'

/** What `$( )` stand for at one place, by the names of parameters. */
export type Scope = Variables

const hole =
  /\$\(((?:params|tasks|workspaces|results|context|steps|inputs|outputs|tt|step|finally|event)(?:\.|\[)[^()]*)\)/g

/** The holes of a text in a scope. https://tekton.dev/docs/pipelines/variables/ */
export function fillingOf(scope: Scope): Filling {
  return {
    pattern: hole,
    standsFor: inside => {
      const parameter = parameterIn(inside)
      if (parameter !== null) return scope.get(parameter) ?? { kind: 'unknown' }
      // The repository is what a pipeline keeps in its workspace.
      if (/^workspaces\.[\w-]+\.path$/.test(inside)) return constant('.')
      return resultIn(inside) ?? { kind: 'unknown' }
    },
  }
}

function parameterIn(inside: string): string | null {
  const [, dotted, quoted] =
    /^(?:inputs\.|tt\.)?params(?:\.([\w.-]+)|\[["']([^"']+)["']\])$/.exec(inside) ?? []
  return dotted ?? quoted ?? null
}

// What another task has given keeps its name, which may be that of a metric.
function resultIn(inside: string): Value | null {
  const [, task, result] = /^tasks\.([\w-]+)\.results\.([\w-]+)$/.exec(inside) ?? []
  if (task === undefined || result === undefined) return null
  const start: Value = { kind: 'name', name: 'pipeline.tasks', from: null, dots: 0 }
  return [task, 'results', result].reduce((of: Value, name): Value => ({ kind: 'field', of, name }), start)
}

/** The parameters that a task, a pipeline or a template has: as they are given, or their defaults. */
export function scopeInside(spec: Tree | null, given: Variables): Scope {
  const scope = new Map<string, Value>()
  for (const item of itemsOf(valueAt(spec, 'params'))) {
    const name = textOf(valueAt(item, 'name'))
    if (name === null) continue
    const usual = textOf(valueAt(item, 'default'))
    const value = given.get(name) ?? (usual === null ? null : valueOfText(usual, fillingOf(scope)))
    scope.set(name, value ?? { kind: 'unknown' })
  }
  // A run may hand on what its pipeline does not declare.
  for (const [name, value] of given) if (!scope.has(name)) scope.set(name, value)
  return scope
}

/** What is given as `params`, the axes of a matrix included. */
export function paramsOf(tree: Tree | null, scope: Scope): Variables {
  const filling = fillingOf(scope)
  const one = (value: Tree): Value => {
    const text = textOf(value)
    return text === null ? { kind: 'unknown' } : valueOfText(text, filling)
  }
  const plain = itemsOf(valueAt(tree, 'params')).map(item => ({ item, axis: false }))
  const axes = itemsOf(valueAt(tree, 'matrix', 'params')).map(item => ({ item, axis: true }))
  const found = [...plain, ...axes].flatMap(({ item, axis }): [string, Value][] => {
    const name = textOf(valueAt(item, 'name'))
    const value = valueAt(item, 'value')
    if (name === null || !value) return []
    const legs = axis && isList(value) ? itemsOf(value).map(one) : [one(value)]
    return [[name, mixOf(legs)]]
  })
  return new Map(found)
}
