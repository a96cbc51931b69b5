import { constant, mixOf, type Value } from '../../program'
import { dollarText } from '../pipelines/scripts'
import { isList, isMapping, itemsOf, type Tree, tagOf, textOf, valueAt } from '../pipelines/yaml'

/** A key of a template, or of the JSON of the command line, where names begin small. */
export function at(tree: Tree | null, key: string): Tree | null {
  return valueAt(tree, key) ?? valueAt(tree, `${key.charAt(0).toLowerCase()}${key.slice(1)}`)
}

/** The resource or parameter that a value names: `!Ref Name`, `!GetAtt Name.Arn`, `!Sub ${Name}`, and their long forms. */
export function nameIn(tree: Tree | null): string | null {
  if (!tree) return null
  const tag = tagOf(tree)
  const text = textOf(tree)
  if (tag === '!Ref') return text
  if (tag === '!GetAtt') return (text ?? textOf(itemsOf(tree)[0] ?? null))?.split('.')[0] ?? null
  if (tag === '!Sub') return /^\$\{(\w+)(\.\w+)?\}$/.exec(text ?? '')?.[1] ?? null
  if (!isMapping(tree)) return null
  const long = valueAt(tree, 'Fn::GetAtt')
  const got = isList(long) ? (itemsOf(long)[0] ?? null) : long
  const named = textOf(valueAt(tree, 'Ref')) ?? textOf(got)?.split('.')[0]
  return named ?? /^\$\{(\w+)(\.\w+)?\}$/.exec(textOf(valueAt(tree, 'Fn::Sub')) ?? '')?.[1] ?? null
}

/** The text of a value in which names are to be put, where it is one. */
export function subbed(tree: Tree | null): Tree | null {
  if (!tree) return null
  const long = valueAt(tree, 'Fn::Sub')
  const inner = long ?? tree
  if (long || tagOf(tree) === '!Sub') return isList(inner) ? (itemsOf(inner)[0] ?? null) : inner
  return null
}

/** What a value is: a text, a parameter with what it usually is. */
export function valueOfTree(tree: Tree, parameters: ReadonlyMap<string, Value>): Value {
  const name = nameIn(tree)
  if (name !== null) return parameters.get(name) ?? { kind: 'unknown' }
  const text = textOf(subbed(tree) ?? tree)
  if (text === null) return { kind: 'unknown' }
  return subbed(tree) ? dollarText(text, parameters) : constant(text)
}

/** A parameter's default, or what it may be. */
export function parameterValue(tree: Tree): Value | null {
  const allowed = itemsOf(valueAt(tree, 'AllowedValues')).flatMap(item => textOf(item) ?? [])
  if (allowed.length > 0) return mixOf(allowed.map(text => constant(text)))
  const usual = textOf(valueAt(tree, 'Default'))
  return usual === null || usual === '' ? null : constant(usual)
}

/** An item of a list that a condition of the template may leave out. */
export interface Maybe {
  readonly tree: Tree
  readonly certain: boolean
}

/** The items of a list, both sides of each `!If`. */
export function itemsMaybe(list: Tree | null, certain = true, depth = 0): Maybe[] {
  if (depth > 10) return []
  return itemsOf(list).flatMap((item): Maybe[] => {
    const sides = tagOf(item) === '!If' ? item : valueAt(item, 'Fn::If')
    if (!sides) return [{ tree: item, certain }]
    return itemsOf(sides)
      .slice(1)
      .flatMap(side => {
        if (isList(side) && tagOf(side) !== '!If') return itemsMaybe(side, false, depth + 1)
        const inner = tagOf(side) === '!If' ? itemsOf(side).slice(1) : [side]
        return inner.filter(isMapping).map(tree => ({ tree, certain: false }))
      })
  })
}
