import { type Argument, constant, type Span, type Value } from '../program'
import { written } from './commands/lines'
import { switchMark } from './commands/options'
import type { Linked } from './linked'
import { lookInside } from './objects'
import { holders } from './possible'

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
  if (path[0] === '$') return asWritten(args, parameters, head)
  // What is known by its whole path: `traffic.*`.
  const known = path.length > 0 ? args.find(argument => argument.name === name) : undefined
  if (known) return { kind: 'given', values: [known.value] }
  const first = findArgument(linked, args, parameters, head)
  const before = args[0]?.span ?? null
  return path.reduce<Given>(
    (given, key) => (given.kind === 'given' ? inside(linked, given.values, key, before) : given),
    first,
  )
}

// The name of a variable says something where its value is not known: `s3://$MODELS_PROD`.
function asWritten(args: readonly Argument[], parameters: readonly string[], name: string): Given {
  const positional = args.filter(argument => argument.name === null)
  const at = args.find(argument => argument.name === name) ?? positional[parameters.indexOf(name)]
  if (!at) return { kind: 'absent' }
  return { kind: 'given', values: [{ kind: 'text', parts: [at.value, constant(' '), written(at.span)] }] }
}

function findArgument(
  linked: Linked,
  args: readonly Argument[],
  parameters: readonly string[],
  name: string,
): Given {
  const named = args.find(argument => argument.name === name || argument.name === name + switchMark)
  if (named) return { kind: 'given', values: [named.value] }
  const index = parameters.indexOf(name)
  const positional = args.filter(argument => argument.name === null)
  const spread = positional.findIndex(argument => argument.splat)
  const at = spread < 0 || index < spread ? positional[index] : undefined
  if (at) return { kind: 'given', values: [at.value] }
  const splats = args
    .filter(argument => argument.name === '**')
    .flatMap(argument => inSplat(linked, argument, name))
  const found = splats.flatMap(given => (given.kind === 'given' ? given.values : []))
  if (found.length > 0) return { kind: 'given', values: found }
  const behind = spread >= 0 && index >= spread
  return { kind: behind || splats.some(given => given.kind === 'hidden') ? 'hidden' : 'absent' }
}

function inSplat(linked: Linked, { value, span }: Argument, name: string): Given[] {
  const { values, hidden } = lookInside(linked, value, name, span)
  return [asGiven(values, hidden || holders(linked, value).length === 0)]
}

function inside(linked: Linked, values: readonly Value[], key: string, before: Span | null): Given {
  const parts = values.map(value => lookInside(linked, value, key, before))
  return asGiven(
    parts.flatMap(part => part.values),
    parts.some(part => part.hidden),
  )
}

function asGiven(values: readonly Value[], hidden: boolean): Given {
  if (values.length > 0) return { kind: 'given', values: hidden ? [...values, { kind: 'unknown' }] : values }
  return { kind: hidden ? 'hidden' : 'absent' }
}
