import { documentIn } from '../../frontends/kubernetes/described'
import type { SourceFile, Value } from '../../program'
import { type Found, hidden, literal, merged, type Shelf, together, under, workedOut } from './objects'
import { foundInFile } from './read'

/**
 * What the templates of a chart come to with its values and with those that a command gives, later ones first. `null` where
 * the folder holds no chart. What a template computes is left open. https://helm.sh/docs/chart_template_guide/
 */
export function chartIn(shelf: Shelf, folder: string, values: readonly string[]): Found | null {
  const inside = folder === '' ? '' : `${folder}/`
  if (!shelf.files.has(`${inside}Chart.yaml`)) return null
  const all = [`${inside}values.yaml`, ...values].flatMap(path => shelf.files.get(path) ?? [])
  const known = all.flatMap(file => documentIn(file) ?? []).reduce((a: Value, b) => merged(a, b), empty)
  const templates = [...shelf.files.values()].filter(
    ({ path }) => path.startsWith(`${inside}templates/`) && /\.ya?ml$/.test(path),
  )
  if (templates.length === 0) return hidden
  return together(
    templates.map(file => {
      const found = foundInFile(rendered(file, known))
      const span = { file, start: 0, end: 0 }
      const objects = found.objects.map(object => ({ ...object, span, places: [file.path, ...values] }))
      return { ...found, objects }
    }),
  )
}

const empty: Value = { kind: 'dictionary', entries: [] }

// A line that only steers the template says nothing itself; what it would leave out is kept.
function rendered(file: SourceFile, values: Value): SourceFile {
  const text = file.text
    .replace(/^[ \t]*\{\{[^{}]*\}\}[ \t]*$/gm, '')
    .replace(/\{\{([^{}]*)\}\}/g, (_, inside: string) =>
      valueOfHole(inside.replace(/^-|-$/g, '').trim(), values),
    )
  return { path: file.path, text }
}

function valueOfHole(inside: string, values: Value): string {
  const [, path, usual] =
    /^\.Values\.([\w.]+)(?:\s*\|\s*default\s+"?([\w.-]+)"?)?(?:\s*\|\s*(?:quote|int|toString))*$/.exec(
      inside,
    ) ?? []
  const found = path === undefined ? null : literal(under(values, ...path.split('.')))
  return (found ?? usual ?? workedOut).replace(/[\n:#"'{}[\]]/g, '_')
}
