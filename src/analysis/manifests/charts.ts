import { documentIn } from '../../frontends/kubernetes/described'
import type { Dictionary, SourceFile, Value } from '../../program'
import {
  type Found,
  hidden,
  literal,
  merged,
  nothing,
  type Shelf,
  together,
  under,
  workedOut,
} from './objects'
import { foundInFile } from './read'
import { withSetting } from './settings'
import { steered } from './steered'

/**
 * What the templates of a chart come to with its values and with those that a command gives, later ones first. `null` where
 * the folder holds no chart. What a template computes is left open. https://helm.sh/docs/chart_template_guide/
 */
export function chartIn(
  shelf: Shelf,
  folder: string,
  values: readonly string[],
  set: readonly string[],
): Found | null {
  const inside = folder === '' ? '' : `${folder}/`
  if (!shelf.files.has(`${inside}Chart.yaml`)) return null
  const all = [`${inside}values.yaml`, ...values].flatMap(path => shelf.files.get(path) ?? [])
  const filed = all.flatMap(file => documentIn(file) ?? []).reduce((a: Value, b) => merged(a, b), empty)
  const known = set.reduce((at: Value, text) => withSetting(at, text), filed)
  const templates = [...shelf.files.values()].filter(
    ({ path }) => path.startsWith(`${inside}templates/`) && /\.ya?ml$/.test(path),
  )
  if (templates.length === 0) return hidden
  return together(
    templates.map(file => {
      const whole = foundInFile(rendered(file, known))
      const certain = objectsLeft(file, known, whole)
      // Both sides of a condition may say the same thing, which is no document then.
      const found = whole.open && certain ? certain : whole
      const span = { file, start: 0, end: 0 }
      const objects = found.objects.map((object, i) => {
        const held = certain ? certain.objects[i]?.value : object.value
        return { ...object, held: held ?? empty, span, places: [file.path, ...values] }
      })
      return { ...found, objects }
    }),
  )
}

// What is there whatever the conditions of a template leave out; `null` where it has none.
function objectsLeft(file: SourceFile, values: Value, whole: Found): Found | null {
  const text = steered(file.text, condition => isSet(condition, values))
  if (text === file.text) return null
  const found = foundInFile(rendered({ path: file.path, text }, values))
  return whole.open || found.objects.length === whole.objects.length ? found : nothing
}

// `.Values.canary.enabled`, `not .Values.canary.enabled`: what no file says is not set.
function isSet(condition: string, values: Value): boolean | null {
  const [, not, path] = /^(not\s+)?\.Values\.([\w.]+)$/.exec(condition) ?? []
  if (path === undefined) return null
  const value = under(values, ...path.split('.'))
  if (value?.kind === 'unknown') return null
  const set = value?.kind === 'constant' ? Boolean(value.value) && value.value !== 'false' : isFilled(value)
  return set === (not === undefined)
}

function isFilled(value: Value | null): boolean {
  if (value?.kind === 'dictionary') return value.entries.length > 0
  return value?.kind === 'collection' && value.items.length > 0
}

const empty: Dictionary = { kind: 'dictionary', entries: [] }

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
  const value = path === undefined ? null : under(values, ...path.split('.'))
  return ((value && literal(value)) ?? (value?.kind === 'unknown' ? workedOut : usual) ?? workedOut).replace(
    /[\n:#"'{}[\]]/g,
    '_',
  )
}
