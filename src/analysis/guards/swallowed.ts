import type { Call, Unit } from '../../program'
import { entriesFor } from '../knowledge'
import type { Linked } from '../linked'
import { libraryNames } from '../resolve'

/** Whether a function comes back although it failed: its decorators say so, or they let a call ask for it. */
export function isSwallowed(linked: Linked, unit: Unit, call: Call | null): boolean {
  return unit.decorators.some(decorator => {
    const of = decorator.kind === 'result' ? decorator.call.callee : decorator
    const found = libraryNames(linked, of).flatMap(name => entriesFor(linked.knowledge.swallowers, name))
    return found.some(({ argument }) => argument === undefined || asksFor(call, argument))
  })
}

function asksFor(call: Call | null, name: string): boolean {
  const given = call?.arguments.find(argument => argument.name === name || argument.name === '**')?.value
  return given !== undefined && !(given.kind === 'constant' && !given.value)
}
