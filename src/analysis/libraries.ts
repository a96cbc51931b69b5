import type { Argument, Call, Value } from '../program'
import { canonical, entriesFor, type Knowledge, type Names } from './knowledge'

// A chain of calls on calls names nothing of a library when it is longer.
const longest = 400

/** The canonical spelling of a library's name. */
export function libraryName(knowledge: Knowledge, name: string): string {
  return name.length > longest ? '…' : canonical(knowledge, name)
}

/** What a call of a library's function gives back: its name, or an argument; `null` for one that is not given. */
export function resultOf(knowledge: Knowledge, name: string, call: Call): string | Value | null {
  const given = entriesFor(knowledge.results, name).find(rule => givesHere(rule, call))
  if (given?.through === undefined) return given?.gives ?? `${name}()`
  return argumentNamed(call, given.parameters, given.through)?.value ?? null
}

/** The argument for a parameter of a library's function, as it is written; `undefined` where what is spread may be in its place. */
export function argumentNamed(
  { arguments: args }: Call,
  parameters: readonly string[],
  parameter: string,
): Argument | undefined {
  const positional = args.filter(({ name }) => name === null)
  const index = parameters.indexOf(parameter)
  const isSpread = positional.slice(0, index + 1).some(({ splat }) => splat)
  return args.find(({ name }) => name === parameter) ?? (isSpread ? undefined : positional[index])
}

// Factories are told apart by literal arguments only: `boto3.client("sagemaker")`.
function givesHere(
  rule: { parameters: readonly string[]; if?: Readonly<Record<string, unknown>> | undefined },
  call: Call,
): boolean {
  return Object.entries(rule.if ?? {}).every(([parameter, wanted]) => {
    const index = rule.parameters.indexOf(parameter)
    const named = call.arguments.find(argument => argument.name === parameter)
    const argument = named ?? call.arguments.filter(a => a.name === null)[index]
    return argument?.value.kind === 'constant' && argument.value.value === wanted
  })
}

/** Whether the catalogue says something of what a library calls so. */
export function isCatalogued({ sinks, guards, origins, results }: Knowledge, name: string): boolean {
  return [sinks, guards, origins, results].some((names: Names<unknown>) => entriesFor(names, name).length > 0)
}

/** Whether a base brings no members of a library worth naming. */
export function isPlainBase(name: string): boolean {
  return /^(object|abc\.ABC|typing\.\w+(\[\])?|enum\.\w+|str|int|dict|list|Exception)$/.test(name)
}

/** Whether a type has no members of a library worth naming. */
export function isPlainType(name: string): boolean {
  return /^(typing\.|None$|str$|int$|float$|bool$|dict$|list$|tuple$|object$)/.test(name)
}
