import type { Argument, Call, Value } from '../program'
import type { Linked } from './linked'
import { holders } from './possible'
import { itemsOf } from './resolve'

/** What a call gives for a parameter: values, nothing, or something behind a splat that cannot be seen. */
export type Given =
  | { readonly kind: 'given'; readonly values: readonly Value[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'hidden' }

/** Finds an argument by the name of its parameter, by its position, or in a splatted dictionary. */
export function givenFor(
  linked: Linked,
  args: readonly Argument[],
  parameters: readonly string[],
  name: string,
): Given {
  const [head = '', ...path] = name.split('.')
  const first = findArgument(linked, args, parameters, head)
  return path.reduce<Given>(
    (given, key) => (given.kind === 'given' ? inside(linked, given.values, key) : given),
    first,
  )
}

function findArgument(
  linked: Linked,
  args: readonly Argument[],
  parameters: readonly string[],
  name: string,
): Given {
  const named = args.find(argument => argument.name === name)
  if (named) return { kind: 'given', values: [named.value] }
  const index = parameters.indexOf(name)
  const positional = args.filter(argument => argument.name === null)
  const spread = positional.findIndex(argument => argument.splat)
  const at = index >= 0 && (spread < 0 || index < spread) ? positional[index] : undefined
  if (at) return { kind: 'given', values: [at.value] }
  const splats = args
    .filter(argument => argument.name === '**')
    .flatMap(argument => inSplat(linked, argument.value, name))
  const found = splats.flatMap(given => (given.kind === 'given' ? given.values : []))
  if (found.length > 0) return { kind: 'given', values: found }
  const hidden =
    splats.some(given => given.kind === 'hidden') || (index >= 0 && spread >= 0 && index >= spread)
  return { kind: hidden ? 'hidden' : 'absent' }
}

function inSplat(linked: Linked, value: Value, name: string): Given[] {
  const held = holders(linked, value)
  if (held.length === 0) return [{ kind: 'hidden' }]
  return held.map(holder => {
    const found = itemsOf(holder, { kind: 'constant', value: name }) ?? []
    if (found.length > 0) return { kind: 'given', values: found }
    const open = holder.kind === 'dictionary' && holder.entries.some(entry => entry.key === null)
    return { kind: open ? 'hidden' : 'absent' }
  })
}

// Into a dictionary by its key, or into an object by the keyword that it was made with.
function inside(linked: Linked, values: readonly Value[], key: string): Given {
  const found: Value[] = []
  let hidden = false
  for (const value of values) {
    const made = value.kind === 'result' ? keyword(value.call, key) : null
    const held = holders(linked, value)
    if (made) found.push(made)
    else if (held.length === 0) hidden = value.kind !== 'result' || hidden
    for (const holder of held) found.push(...(itemsOf(holder, keyOf(holder, key)) ?? []))
  }
  if (found.length > 0) return { kind: 'given', values: found }
  return { kind: hidden ? 'hidden' : 'absent' }
}

// `*` stands for every key. A list is asked by number; `{"0": 100}` by text.
function keyOf(holder: Value, key: string): Value {
  if (key === '*') return { kind: 'unknown' }
  return { kind: 'constant', value: holder.kind === 'collection' && /^\d+$/.test(key) ? Number(key) : key }
}

function keyword(call: Call, name: string): Value | null {
  return call.arguments.find(argument => argument.name === name)?.value ?? null
}
