import type { Unit } from '../../program'
import { entriesFor } from '../knowledge'
import type { Linked } from '../linked'
import { isStatic, referentsOf, withBases } from '../resolve'
import { headOf, type Source } from './sources'

/** What fills a parameter of a method that takes over one of a library: `load_context` of a model that MLflow loads. */
export function givenTo(linked: Linked, unit: Unit, index: number): readonly Source[] {
  const { overridden } = linked.knowledge
  if (unit.owner === null) return []
  const at = isStatic(unit) ? index : index - 1
  const method = unit.label.slice(unit.label.lastIndexOf('.') + 1)
  return basesInLibraries(linked, unit.owner)
    .flatMap(base => entriesFor(overridden, `${base}.${method}`))
    .filter(({ parameters }) => parameters.length === 0 || at < parameters.length)
    .map(entry => ({ entry, call: null, span: headOf(unit) }))
}

function basesInLibraries(linked: Linked, className: string): readonly string[] {
  const { classes } = linked.program
  const bases = [...withBases(linked, className)].flatMap(name => classes.get(name)?.bases ?? [])
  const names = bases.flatMap(base =>
    referentsOf(linked, base).flatMap(of => (of.kind === 'external' ? [of.name] : [])),
  )
  return [...new Set(names)]
}
