import type { Program, Value } from '../../program'
import { foundUnder } from './files'
import { type Found, hidden, itemsIn, literal, together, under } from './objects'
import { objectsIn } from './read'

/** What an application of Argo CD that has this name deploys; `null` where the repository defines none. */
export function applicationNamed(program: Program, name: string): Found | null {
  for (const file of program.files.values()) {
    if (!/\.ya?ml$/.test(file.path) || !/\bkind["']?\s*:\s*["']?Application\b/.test(file.text)) continue
    const found = objectsIn(file).find(object => object.kind === 'Application' && object.name === name)
    if (found?.group === 'argoproj.io') return ofApplication(program, found.value, file.path)
  }
  return null
}

// https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml
function ofApplication(program: Program, application: Value, path: string): Found {
  const spec = under(application, 'spec')
  const sources = [under(spec, 'source'), ...itemsIn(under(spec, 'sources'))].flatMap(source => source ?? [])
  const namespace = literal(under(spec, 'destination', 'namespace')) ?? ''
  const server = ['name', 'server'].flatMap(key => literal(under(spec, 'destination', key)) ?? [])
  const found = together(
    sources.map(source => {
      const folder = literal(under(source, 'path'))
      const values = itemsIn(under(source, 'helm', 'valueFiles')).flatMap(item => literal(item) ?? [])
      const inFolder = values.map(file => `${folder}/${file}`)
      return (folder === null ? null : foundUnder(program, '', folder, inFolder)) ?? hidden
    }),
  )
  const objects = found.objects.map(object => ({
    ...object,
    namespace: object.namespace || namespace,
    places: [...object.places, namespace, ...server, path],
  }))
  return { objects, open: found.open }
}
