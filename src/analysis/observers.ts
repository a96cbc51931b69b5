import type { Linked, Referent } from './linked'

/** Whether something takes a function without calling it: `functools.wraps`. */
export function isObserver({ knowledge }: Linked, referent: Referent): boolean {
  return referent.kind === 'external' && knowledge.observes(referent.name)
}
