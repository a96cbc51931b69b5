import type { SourceFile, Unit } from '../../program'
import { lastName } from '../knowledge'
import type { Linked } from '../linked'
import type { Sources } from './sources'

/** Whether a process that one of these files describes serves others, where it runs this command; `null` where any may run. */
export function isServed(sources: Sources, files: readonly SourceFile[], command: Unit | null): boolean {
  const serving = files.flatMap(file => sources.services.get(file.path) ?? [])
  return serving.some(unit => command === null || !isOfOtherCommand(sources, unit, command))
}

// `serve` and `evaluate` are commands of one program, of which each process runs one.
function isOfOtherCommand({ linked }: Sources, serving: Unit, command: Unit): boolean {
  const leading = leadingTo(linked, serving)
  return !leading.has(command) && [...leading].some(isCommand)
}

/** Whether a decorator makes of a function one of the commands of a program; a group of them runs before each. */
export function isCommand({ decorators }: Unit): boolean {
  return decorators.some(decorator => {
    const callee = decorator.kind === 'result' ? decorator.call.callee : decorator
    return (callee.kind === 'field' || callee.kind === 'name') && lastName(callee.name) === 'command'
  })
}

const most = 100

function leadingTo(linked: Linked, unit: Unit): ReadonlySet<Unit> {
  const found = new Set([unit])
  for (const one of found)
    for (const site of linked.callers.get(one.name) ?? []) if (found.size < most) found.add(site.unit)
  return found
}
