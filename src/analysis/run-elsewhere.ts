import { keptIn } from '../base/once'
import type { Argument, Call } from '../program'
import { entriesFor, type Knowledge } from './knowledge'
import { argumentNamed } from './libraries'

/** The call that a thread makes for one of this name: `read(path)` for `asyncio.to_thread(read, path)`; `null` for other calls. */
export function callElsewhere({ delegates }: Knowledge, name: string, call: Call): Call | null {
  const [delegate] = entriesFor(delegates, name)
  const callee = delegate && argumentNamed(call, delegate.parameters, delegate.calls)
  if (!callee || callee.splat) return null
  return keptIn(delegate.made, call, () => ({
    ...call,
    callee: callee.value,
    arguments: givenTo(call, callee, delegate.parameters),
  }))
}

// What stands in front of the function, or has the name of a parameter, is for whoever runs it.
function givenTo(call: Call, callee: Argument, parameters: readonly string[]): readonly Argument[] {
  const positional = call.arguments.filter(({ name }) => name === null)
  const place = positional.indexOf(callee)
  const given = new Set(positional.slice(place < 0 ? parameters.length : place + 1))
  return call.arguments.filter(
    one => given.has(one) || (one !== callee && one.name !== null && !parameters.includes(one.name)),
  )
}
