import { type Argument, type Call, constant, type Value } from '../program'

const unknown: Value = { kind: 'unknown' }
const mostParts = 64

/** The parts of `"{}-eu".format("prod")`, in order. */
export function partsOfFormat(template: string, given: readonly Argument[]): readonly Value[] {
  const positional = given.filter(argument => argument.name === null && !argument.splat)
  let next = 0
  return split(template, /\{\{|\}\}|\{([^{}:!.[]*)(?:[:!.[][^{}]*)?\}/g, match => {
    const [whole, field = ''] = match
    if (whole === '{{' || whole === '}}') return constant(whole[0] ?? '')
    if (field === '') return positional[next++]?.value ?? unknown
    const named = given.find(argument => argument.name === field)
    return (/^\d+$/.test(field) ? positional[Number(field)] : named)?.value ?? unknown
  })
}

/** The parts of `"%s-eu" % "prod"`, in order. */
export function partsOfPercent(template: string, given: Value): readonly Value[] {
  const items = given.kind === 'collection' ? given.items : [given]
  let next = 0
  return split(template, /%%|%(?:\((\w+)\))?[-+ #\d.]*[sdifrgx]/g, match => {
    const [whole, name] = match
    if (whole === '%%') return constant('%')
    if (name === undefined) return items[next++] ?? unknown
    const entries = given.kind === 'dictionary' ? given.entries : []
    return entries.findLast(({ key }) => key?.kind === 'constant' && key.value === name)?.value ?? unknown
  })
}

/** The parts of `"-".join(["live", "eu"])`, in order; `null` where the list is not written out. */
export function partsOfJoin(separator: Value, list: Value): readonly Value[] | null {
  if (list.kind !== 'collection' || list.each !== undefined || list.items.length > mostParts) return null
  return list.items.flatMap((item, i) => (i === 0 ? [item] : [separator, item]))
}

/** Calls that put a path together. */
export const paths = /^(os\.path\.join|pathlib\.(Pure)?(Posix|Windows)?Path)$/

/** The parts of `os.path.join("models", name)`, in order; `null` where not all of them can be seen. */
export function partsOfPath({ arguments: args }: Call, start: Value | null = null): readonly Value[] | null {
  if (args.some(argument => argument.splat)) return null
  const steps = [...(start ? [start] : []), ...args.map(({ value }) => value)]
  return steps.flatMap((value, i) => (i === 0 ? [value] : [constant('/'), value]))
}

function split(template: string, hole: RegExp, fill: (match: RegExpExecArray) => Value): readonly Value[] {
  const parts: Value[] = []
  let from = 0
  for (const match of template.matchAll(hole)) {
    if (parts.length > mostParts) break
    parts.push(constant(template.slice(from, match.index)), fill(match))
    from = match.index + match[0].length
  }
  return [...parts, constant(template.slice(from))]
}

/** Calls that make a list, a tuple or a set of what they are given. */
export const copies = /^(list|tuple|set|frozenset|sorted)$/
