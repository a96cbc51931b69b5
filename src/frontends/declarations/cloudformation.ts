import { constant, type Declared, type Dictionary, mixOf, type Value } from '../../program'
import { nameIn, subbed } from '../codepipeline/intrinsics'
import { dictionaryFrom } from '../kubernetes/described'
import {
  type Entry,
  entriesOf,
  isList,
  itemsOf,
  type Tree,
  tagOf,
  textOf,
  valueAt,
  type YamlFile,
} from '../pipelines/yaml'

/** The resources and parameters of a template. What refers to one of these is its name. */
export function declaredByTemplate({ documents }: YamlFile): readonly Declared[] {
  const [tree] = documents
  if (!tree) return []
  const resources = entriesOf(valueAt(tree, 'Resources')).map(({ key, value, at }): Declared => {
    const properties = valueAt(value, 'Properties')
    const type = textOf(valueAt(value, 'Type')) ?? ''
    return {
      type,
      labels: [key],
      value: properties ? dictionaryFrom(properties, special) : empty,
      span: at,
    }
  })
  const parameters = entriesOf(valueAt(tree, 'Parameters')).map(
    ({ key, value, at }: Entry): Declared => ({
      type: 'Parameter',
      labels: [key],
      value: dictionaryFrom(value),
      span: at,
    }),
  )
  return [...parameters, ...resources]
}

const empty: Dictionary = { kind: 'dictionary', entries: [] }
const unknown: Value = { kind: 'unknown' }

// What a template computes: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
function special(tree: Tree, plain: (tree: Tree) => Value): Value | null {
  const name = nameIn(tree)
  if (name !== null) return nameOf(name)
  const sub = subbed(tree)
  if (sub) return textIn(textOf(sub) ?? '')
  const [key, inner] = functionIn(tree)
  if (key === null) return null
  if (key === 'If' && isList(inner)) return mixOf(itemsOf(inner).slice(1).map(plain))
  if (key === 'Join' && isList(inner)) return joinOf(itemsOf(inner), plain)
  return unknown
}

function functionIn(tree: Tree): readonly [name: string | null, inner: Tree | null] {
  const tag = tagOf(tree)
  if (tag !== '') return [tag.slice(1), tree]
  const [only, second] = entriesOf(tree)
  return only?.key.startsWith('Fn::') && !second ? [only.key.slice('Fn::'.length), only.value] : [null, null]
}

function nameOf(name: string): Value {
  return { kind: 'name', name, from: null, dots: 0 }
}

function textIn(text: string): Value {
  const parts = text.split(/\$\{([\w.:]+)\}/).map((part, i) => (i % 2 === 1 ? nameOf(part) : constant(part)))
  return { kind: 'text', parts }
}

function joinOf([between, list]: readonly Tree[], plain: (tree: Tree) => Value): Value {
  const separator = constant(textOf(between ?? null) ?? '')
  if (!isList(list ?? null)) return unknown
  const parts = itemsOf(list ?? null).flatMap((item, i) =>
    i === 0 ? [plain(item)] : [separator, plain(item)],
  )
  return { kind: 'text', parts }
}
