import type { Call, Value } from '../program'
import type { WidgetRule } from '../rules/idiom-schema'
import { itemsOf } from './bindings'
import { mayCall } from './called'
import { given as argument } from './configuration/given'
import { entriesFor, lastName } from './knowledge'
import type { Given } from './launched'
import type { CallSite, Linked } from './linked'
import { callersOf, libraryNames } from './resolve'

/** What a notebook is given for a widget, by the notebooks that run it or as its default; `null` for other calls. */
export function widgetValues(linked: Linked, names: readonly string[], call: Call): Given | null {
  const [rule] = names.flatMap(name => entriesFor(linked.knowledge.widgets, name))
  const name = rule ? argument(call, rule.parameters, rule.widget) : null
  if (!rule || name?.kind !== 'constant') return null
  const { path } = call.span.file
  const otherwise = rule.otherwise === undefined ? null : argument(call, rule.parameters, rule.otherwise)
  const values = [
    ...given(linked, path, name, rule),
    ...declared(linked, path, name, rule),
    ...(otherwise ? [otherwise] : []),
  ]
  // A job may give it anything.
  return { values, complete: false }
}

function declared(linked: Linked, path: string, name: Value, { declared: rule }: WidgetRule): Value[] {
  const lastNames = new Set(rule.by.map(lastName))
  return linked.sites.flatMap(({ unit, call }) => {
    if (
      unit.file.path !== path ||
      !mayCall(linked, call, lastNames) ||
      !libraryNames(linked, call.callee).some(one => rule.by.includes(one)) ||
      !isSame(argument(call, rule.parameters, rule.widget), name)
    )
      return []
    return argument(call, rule.parameters, rule.default) ?? []
  })
}

function isSame(value: Value | null, name: Value): boolean {
  return value?.kind === 'constant' && name.kind === 'constant' && value.value === name.value
}

// `dbutils.notebook.run("release", 60, {"stage": "Production"})`
function given(
  linked: Linked,
  path: string,
  name: Value,
  { given: { parameters, values } }: WidgetRule,
): readonly Value[] {
  const unit = linked.program.units.get(path)
  const callers: readonly CallSite[] = unit ? callersOf(linked, unit) : []
  return callers.flatMap(({ call }) => itemsOf(argument(call, parameters, values) ?? name, name) ?? [])
}
