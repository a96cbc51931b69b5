import { constant, type Declared, type Dictionary, type SourceFile, type Value } from '../../program'
import type { Node } from '../parser'
import { type Budget, meant, openBudget } from './expressions'

/** The blocks of a file, and the settings that stand in none of them. */
export function readBody(
  file: SourceFile,
  root: Node,
): { readonly blocks: readonly Declared[]; readonly complete: boolean } {
  const budget = openBudget()
  const body = partsOf(root).find(({ type }) => type === 'body')
  const parts = body ? partsOf(body) : []
  const settings = parts.filter(({ type }) => type === 'attribute')
  const blocks = parts.flatMap(part => (part.type === 'block' ? declaredBy(file, part, budget) : []))
  const value: Dictionary = { kind: 'dictionary', entries: settings.flatMap(part => settingOf(part, budget)) }
  const span = { file, start: 0, end: 0 }
  const own = settings.length > 0 ? [{ type: '', labels: [], value, span }] : []
  return { blocks: [...own, ...blocks], complete: !budget.exceeded }
}

function partsOf(node: Node): Node[] {
  return node.namedChildren.flatMap(child => child ?? [])
}

function declaredBy(file: SourceFile, block: Node, budget: Budget): Declared {
  const { type, labels } = headOf(block)
  const span = { file, start: block.startIndex, end: block.endIndex }
  return { type, labels, value: bodyOf(block, 0, budget), span }
}

function headOf(block: Node): { readonly type: string; readonly labels: readonly string[] } {
  const [type = '', ...labels] = partsOf(block).flatMap(part => {
    if (part.type === 'identifier') return [part.text]
    return part.type === 'string_lit' ? [part.text.slice(1, -1)] : []
  })
  return { type, labels }
}

type Entry = Dictionary['entries'][number]

function settingOf(attribute: Node, budget: Budget): Entry[] {
  const [key, value] = partsOf(attribute)
  return key && value ? [{ key: constant(key.text), value: meant(value, 0, budget) }] : []
}

function bodyOf(block: Node, depth: number, budget: Budget): Dictionary {
  const body = partsOf(block).find(({ type }) => type === 'body')
  const found: [string, Value][] = []
  for (const part of body ? partsOf(body) : []) {
    if (!budget.spend(depth)) break
    if (part.type === 'attribute')
      for (const { key, value } of settingOf(part, budget))
        if (key?.kind === 'constant') found.push([String(key.value), value])
    if (part.type === 'block') found.push(innerOf(part, depth, budget))
  }
  return { kind: 'dictionary', entries: grouped(found) }
}

// `dynamic "alarms" { content { … } }` makes blocks of the name in its label.
function innerOf(block: Node, depth: number, budget: Budget): [string, Value] {
  const { type, labels } = headOf(block)
  const value = bodyOf(block, depth + 1, budget)
  const content = value.entries.find(({ key }) => key?.kind === 'constant' && key.value === 'content')
  return type === 'dynamic' && labels[0] ? [labels[0], content?.value ?? value] : [type, value]
}

// A block may stand several times, which makes a list.
function grouped(found: readonly (readonly [string, Value])[]): Entry[] {
  const byName = new Map<string, Value[]>()
  for (const [name, value] of found) byName.set(name, [...(byName.get(name) ?? []), value])
  return [...byName].flatMap(([name, values]) => {
    const [first] = values
    if (!first) return []
    return [
      { key: constant(name), value: values.length === 1 ? first : { kind: 'collection', items: values } },
    ]
  })
}
