import { constant, mixOf, type Value } from '../../program'
import { depthWithin } from '../bounds'
import type { Node } from '../parser'

/** What reading a file may cost. */
export interface Budget {
  /** Whether one more node may be read, this deep. */
  readonly spend: (depth: number) => boolean
  readonly exceeded: boolean
}

const most = 100_000
const deepest = 60

export function openBudget(): Budget {
  const budget = {
    left: most,
    exceeded: false,
    spend: (depth: number): boolean => {
      budget.left -= 1
      const fits = depth <= depthWithin(deepest) && budget.left >= 0
      if (!fits) budget.exceeded = true
      return fits
    },
  }
  return budget
}

const unknown: Value = { kind: 'unknown' }

/** What an expression stands for: literals, texts with holes, lists, maps; references by their names; what is computed is unknown. */
export function meant(node: Node, depth: number, budget: Budget): Value {
  if (!budget.spend(depth)) return unknown
  const parts = node.namedChildren.flatMap(child => child ?? []).filter(({ type }) => type !== 'comment')
  const [first] = parts
  const inside = (part: Node): Value => meant(part, depth + 1, budget)
  switch (node.type) {
    case 'expression':
      if (first?.type === 'variable_expr') return referenceOf(parts)
      return first && parts.length === 1 ? inside(first) : unknown
    case 'literal_value':
    case 'template_expr':
    case 'collection_value':
      return first ? inside(first) : unknown
    case 'string_lit':
    case 'quoted_template':
    case 'heredoc_template':
      return textOf(node, parts, inside)
    case 'template_interpolation': {
      const inner = parts.find(({ type }) => type === 'expression')
      return inner ? inside(inner) : unknown
    }
    case 'numeric_lit':
      return Number.isFinite(Number(node.text)) ? constant(Number(node.text)) : unknown
    case 'bool_lit':
      return constant(node.text === 'true')
    case 'null_lit':
      return constant(null)
    case 'tuple':
      return { kind: 'collection', items: parts.filter(isExpression).map(inside) }
    case 'object':
      return {
        kind: 'dictionary',
        entries: parts.filter(({ type }) => type === 'object_elem').map(elem => entryOf(elem, inside)),
      }
    case 'function_call':
      return resultOf(parts, inside)
    case 'conditional':
      return mixOf(parts.filter(isExpression).slice(1).map(inside))
    default:
      return unknown
  }
}

function isExpression({ type }: Node): boolean {
  return type === 'expression'
}

// `var.stage`, `module.churn.name`; a look-up by an index is computed.
function referenceOf(parts: readonly Node[]): Value {
  if (parts.some(({ type }) => type !== 'variable_expr' && type !== 'get_attr')) return unknown
  return { kind: 'name', name: parts.map(({ text }) => text).join(''), from: null, dots: 0 }
}

// The parser leaves out blanks around a hole, so texts are taken from between the holes.
function textOf(node: Node, parts: readonly Node[], inside: (part: Node) => Value): Value {
  const { text, startIndex } = node
  const [from, to] = contentOf(node.type, text)
  const holes = parts.filter(({ type }) => type.startsWith('template_i') || type === 'template_directive')
  const values: Value[] = []
  let at = from
  for (const hole of holes.filter(({ type }) => !/_(?:start|end)$/.test(type))) {
    values.push(constant(unescaped(text.slice(at, hole.startIndex - startIndex))), inside(hole))
    at = hole.endIndex - startIndex
  }
  values.push(constant(unescaped(text.slice(at, to))))
  const [only, second] = values.filter(value => value.kind !== 'constant' || value.value !== '')
  if (!only) return constant('')
  if (!second && only.kind === 'constant') return only
  return { kind: 'text', parts: values }
}

function contentOf(type: string, text: string): readonly [from: number, to: number] {
  if (type !== 'heredoc_template') return [1, text.length - 1]
  return [text.indexOf('\n') + 1, Math.max(text.lastIndexOf('\n'), 0) + 1]
}

function unescaped(text: string): string {
  return text.replace(/\\(["\\])/g, '$1')
}

function entryOf(elem: Node, inside: (part: Node) => Value): { key: Value; value: Value } {
  const key = elem.childForFieldName('key')
  const value = elem.childForFieldName('val')
  // A bare word in place of a key is that word.
  const bare = key && /^[\w-]+$/.test(key.text) ? constant(key.text) : null
  return { key: bare ?? (key ? inside(key) : unknown), value: value ? inside(value) : unknown }
}

// Functions that give back what they are given, as far as it matters here.
const same = new Set([
  'jsonencode',
  'tostring',
  'tonumber',
  'trimspace',
  'lower',
  'nonsensitive',
  'sensitive',
])
const either = new Set(['coalesce', 'try'])

function resultOf(parts: readonly Node[], inside: (part: Node) => Value): Value {
  const name = parts[0]?.text ?? ''
  const list = parts.find(({ type }) => type === 'function_arguments')
  const args = (list?.namedChildren ?? []).flatMap(child => (child && isExpression(child) ? [child] : []))
  const [first] = args
  if (first && args.length === 1 && same.has(name)) return inside(first)
  return args.length > 0 && either.has(name) ? mixOf(args.map(inside)) : unknown
}
