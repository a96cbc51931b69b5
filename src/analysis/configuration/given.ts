import type { Call, Value } from '../../program'

/** What a call gives for a parameter, by its name or by its place among these. */
export function given({ arguments: args }: Call, parameters: readonly string[], name: string): Value | null {
  const positional = args.filter(argument => argument.name === null)
  return (
    (args.find(argument => argument.name === name) ?? positional[parameters.indexOf(name)])?.value ?? null
  )
}
