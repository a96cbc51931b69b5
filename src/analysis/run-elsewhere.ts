import { keptIn } from '../base/once'
import type { Argument, Call } from '../program'

// Calls that have another thread make a call, and give what that gives; with the place of the function among their arguments.
const runners: readonly (readonly [name: RegExp, index: number])[] = [
  [/^asyncio\.to_thread$/, 0],
  [/^anyio\.to_thread\.run_sync$/, 0],
  [/^(starlette|fastapi)\.concurrency\.run_in_threadpool$/, 0],
  [/^asyncio\.(get_running_loop|get_event_loop)\(\)\.run_in_executor$/, 1],
]

/** The call that a thread makes for one of this name: `read(path)` for `asyncio.to_thread(read, path)`; `null` for other calls. */
export function callElsewhere(name: string, call: Call): Call | null {
  const runner = runners.find(([pattern]) => pattern.test(name))
  const callee = runner && call.arguments[runner[1]]
  if (!callee || !isPlain(callee)) return null
  return keptIn(made, call, () => ({
    ...call,
    callee: callee.value,
    arguments: call.arguments.slice(runner[1] + 1),
  }))
}

// Whoever searches knows by the call itself that it was there.
const made = new WeakMap<Call, Call>()

function isPlain({ name, splat }: Argument): boolean {
  return name === null && !splat
}
