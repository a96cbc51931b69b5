import type { Argument, Call, Value } from '../program'
import { itemsOf } from './bindings'
import type { Given } from './launched'
import type { CallSite, Linked } from './linked'
import { callersOf, libraryNames } from './resolve'

const asked = /^dbutils\.widgets\.(?:get|getArgument)$|^getArgument$/
const declares = /^dbutils\.widgets\.(?:text|dropdown|combobox|multiselect)$/

/** What a notebook of Databricks is given for a widget, by the notebooks that run it or as its default; `null` for other calls. */
export function widgetValues(linked: Linked, names: readonly string[], call: Call): Given | null {
  if (!names.some(name => asked.test(name))) return null
  const [name, otherwise] = call.arguments
  if (name?.value.kind !== 'constant') return null
  const { path } = call.span.file
  const defaults = declared(linked, path, name.value).map(argument => argument.value)
  const values = [...given(linked, path, name.value), ...defaults, ...(otherwise ? [otherwise.value] : [])]
  // A job may give it anything.
  return { values, complete: false }
}

function declared(linked: Linked, path: string, name: Value): Argument[] {
  return linked.sites.flatMap(({ unit, call }) => {
    if (
      unit.file.path !== path ||
      !isDeclaration(linked, call) ||
      !isSame(argumentAt(call, 'name', 0)?.value, name)
    )
      return []
    return argumentAt(call, 'defaultValue', 1) ?? []
  })
}

function isDeclaration(linked: Linked, { callee }: Call): boolean {
  if (callee.kind !== 'field' || !/^(?:text|dropdown|combobox|multiselect)$/.test(callee.name)) return false
  return libraryNames(linked, callee).some(name => declares.test(name))
}

function argumentAt(call: Call, name: string, index: number): Argument | undefined {
  const positional = call.arguments.filter(argument => argument.name === null)
  return call.arguments.find(argument => argument.name === name) ?? positional[index]
}

function isSame(value: Value | undefined, name: Value): boolean {
  return value?.kind === 'constant' && name.kind === 'constant' && value.value === name.value
}

// `dbutils.notebook.run("release", 60, {"stage": "Production"})`
function given(linked: Linked, path: string, name: Value): readonly Value[] {
  const unit = linked.program.units.get(path)
  const callers: readonly CallSite[] = unit ? callersOf(linked, unit) : []
  return callers.flatMap(({ call }) => itemsOf(argumentAt(call, 'arguments', 2)?.value ?? name, name) ?? [])
}
