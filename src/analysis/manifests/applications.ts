import type { Program, Value } from '../../program'
import { foundUnder } from './files'
import { type Found, hidden, itemsIn, literal, together, under } from './objects'
import { objectsIn } from './read'

const known = new WeakMap<Program['files'], ReadonlyMap<string, Defined>>()

interface Defined {
  readonly value: Value
  readonly path: string
}

/** What an application of Argo CD that has this name deploys; `null` where the repository defines none. */
export function applicationNamed(program: Program, name: string): Found | null {
  const defined = known.get(program.files) ?? applicationsIn(program)
  known.set(program.files, defined)
  const found = defined.get(name)
  return found ? ofApplication(program, found.value, found.path) : null
}

function applicationsIn({ files }: Program): ReadonlyMap<string, Defined> {
  const found = new Map<string, Defined>()
  for (const file of files.values()) {
    if (!/\.ya?ml$/.test(file.path) || !/\bkind["']?[ \t]*:[ \t]*["']?Application\b/.test(file.text)) continue
    for (const { group, kind, name, value } of objectsIn(file))
      if (group === 'argoproj.io' && kind === 'Application') found.set(name, { value, path: file.path })
  }
  return found
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
      const set = itemsIn(under(source, 'helm', 'parameters')).flatMap(
        item => `${literal(under(item, 'name'))}=${literal(under(item, 'value'))}`,
      )
      return (folder === null ? null : foundUnder(program, '', folder, inFolder, set)) ?? hidden
    }),
  )
  const objects = found.objects.map(object => ({
    ...object,
    namespace: object.namespace || namespace,
    places: [...object.places, namespace, ...server, path],
  }))
  return { ...found, objects }
}
