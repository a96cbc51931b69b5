import { onceFor } from '../../base/once'
import { type Described, type Description, describe } from '../../frontends/kubernetes/described'
import { constant, type SourceFile } from '../../program'
import type { Found } from './objects'

const known = new WeakMap<SourceFile, Description>()

/** The objects of a file, which is read once. */
export function objectsIn(file: SourceFile): readonly Described[] {
  return descriptionOf(file).objects
}

/** The same as something that is deployed. */
export const foundInFile = onceFor((file: SourceFile): Found => {
  const { objects, broken } = descriptionOf(file)
  return {
    objects: objects.map(object => ({ ...object, known: constant(object.name), places: [file.path] })),
    open: broken,
    cut: false,
  }
})

function descriptionOf(file: SourceFile): Description {
  const found = known.get(file) ?? describe(file)
  known.set(file, found)
  return found
}
