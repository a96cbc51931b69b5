import { mixOf, type Value } from '../../program'
import type { Variables } from '../pipelines/pipeline'
import { isList } from '../pipelines/yaml'
import { type Field, fieldOf, fieldsOf, itemsIn } from './expand'
import { isCertain, type Node } from './scope'
import { environmentName, resolved, staticText, valueIn } from './texts'

/** The variables of a pipeline, a stage or a job by the names that scripts know, with those around them. */
export function variablesWith(outer: Variables, node: Node | null): Variables {
  const variables = new Map(outer)
  if (!node) return variables
  const found = resolved(node)
  const add = (name: string, value: Node): void => {
    const key = environmentName(name)
    const own = valueIn({ ...value, scope: { ...value.scope, variables } }, variables)
    const before = variables.get(key)
    const open = !isCertain(value, node.branches)
    variables.set(key, open ? mixOf([...(before ? [before] : []), own]) : own)
  }
  if (isList(found.tree)) for (const item of itemsIn(found, 'variables')) addItem(item, add)
  else addEach(fieldsOf(found), add)
  return variables
}

// A template may hold its variables as a map; a group of variables is not in the repository.
function addItem(item: Node, add: (name: string, value: Node) => void): void {
  const fields = fieldsOf(item)
  const named = fieldOf(fields, 'name')
  const name = named ? staticText(named) : null
  const value = fieldOf(fields, 'value')
  if (name !== null && value) add(name, { ...value, branches: item.branches })
  else if (!fields.has('group') && !fields.has('template') && !fields.has('name')) addEach(fields, add)
}

function addEach(fields: ReadonlyMap<string, Field>, add: (name: string, value: Node) => void): void {
  for (const [name, field] of fields) add(name, field)
}

/** What the legs of a matrix set, by the names that scripts know. */
export function matrixOf(node: Node | null, variables: Variables): Variables {
  const values = new Map<string, Value[]>()
  for (const leg of fieldsOf(node).values())
    for (const [name, field] of fieldsOf(leg)) {
      const key = environmentName(name)
      values.set(key, [...(values.get(key) ?? []), valueIn(field, variables)])
    }
  return new Map([...values].map(([key, all]) => [key, mixOf(all)]))
}

/** `env` of a step. */
export function environmentOf(node: Node | null, variables: Variables): Variables {
  return new Map([...fieldsOf(node)].map(([name, field]) => [name, valueIn(field, variables)]))
}
