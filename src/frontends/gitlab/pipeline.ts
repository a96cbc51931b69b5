import { constant, mixOf, type Span, type Value } from '../../program'
import type { Condition, Gate, Job, Pipeline, Script, Step, Variables } from '../pipelines/pipeline'
import {
  entriesOf,
  isMapping,
  itemsOf,
  listOf,
  placedText,
  type Tree,
  textOf,
  valueAt,
} from '../pipelines/yaml'
import { extended, linesOf, type Section } from './jobs'
import { type Found, needsOf, openRoom, type Room } from './needs'
import { type Event, eventsOfWorkflow, waysOf } from './rules'

const reserved = new Set([
  'default',
  'include',
  'stages',
  'variables',
  'workflow',
  'image',
  'services',
  'before_script',
  'after_script',
  'cache',
  'spec',
])

type Sections = ReadonlyMap<string, Section>

/** A whole configuration as one pipeline. */
export function readPipeline(tree: Tree, sections: Sections): Pipeline {
  const { file } = tree.reader
  const values = textsOf(sections.get('variables'))
  const events = eventsOfWorkflow(sections.get('workflow')?.get('rules') ?? null)
  const stages = stagesOf(sections)
  const room = openRoom()
  const found = [...sections.keys()].flatMap(id => findJob(tree, sections, id, stages, events, values) ?? [])
  return {
    label: file.path,
    file,
    span: tree.span,
    name: file.path,
    triggers: events.map(event => ({ event, span: tree.span, says: says[event] })),
    variables: variablesOf(sections.get('variables')),
    inputs: new Map(),
    jobs: found.map(job => readJob(job, found, sections, room)),
    inert: file.path.includes('/') ? 'a pipeline in a subfolder never runs by itself' : null,
  }
}

const says: Readonly<Record<Event, string>> = {
  push: 'on every push',
  tag: 'when a tag is pushed',
  schedule: 'on a schedule',
  manual: 'by hand',
  'pull-request': 'on a merge request',
  merge: 'once a merge request is merged',
  pipeline: 'when another pipeline has ended',
  release: 'when a release is made',
  call: 'when another pipeline calls it',
  other: 'on another event',
}

function stagesOf(sections: Sections): readonly string[] {
  const named = listOf(sections.get('stages')?.get('') ?? null).flatMap(item => textOf(item) ?? [])
  return ['.pre', ...(named.length > 0 ? named : ['build', 'test', 'deploy']), '.post']
}

function findJob(
  tree: Tree,
  sections: Sections,
  id: string,
  stages: readonly string[],
  events: readonly Event[],
  values: ReadonlyMap<string, string>,
): Found | null {
  if (reserved.has(id) || id.startsWith('.')) return null
  const section = extended(sections, id)
  if (!section || !(section.has('script') || section.has('trigger') || section.has('run'))) return null
  const stage = stages.indexOf(textOf(section.get('stage') ?? null) ?? 'test')
  const span = entriesOf(tree).find(entry => entry.key === id)?.at ?? placeOf(section) ?? tree.span
  const ways = waysOf(section, events, new Map())
  return { id, section, stage, ways, usual: waysOf(section, events, valuesIn(section, values)), span }
}

// Those of a job count before those of the whole configuration.
function valuesIn(section: Section, values: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const own = mapAt(section, 'variables')
  const others = [...values].filter(([name]) => !own?.has(name))
  return new Map([...others, ...textsOf(own)])
}

function placeOf(section: Section): Span | null {
  for (const tree of section.values()) return tree.span
  return null
}

function readJob(job: Found, all: readonly Found[], sections: Sections, room: Room): Job {
  const { id, section, span } = job
  const ways = job.ways.flatMap(w => w.ways.filter(way => way.when !== 'never'))
  const byCode = isMapping(section.get('allow_failure') ?? null)
  const tolerated = ways.some(way => way.allowFailure && way.when !== 'manual')
  return {
    id,
    label: id,
    span,
    needs: needsOf(job, all, room),
    condition: conditionOf(job),
    gates: gatesOf(job),
    variables: variablesOf(mapAt(section, 'variables')),
    directory: '',
    steps: stepsOf(job, sections),
    tolerates: tolerated ? (byCode ? '`allow_failure: exit_codes`' : '`allow_failure: true`') : null,
  }
}

function conditionOf({ ways, span }: Found): Condition {
  const whens = new Set(ways.flatMap(w => w.ways.map(way => way.when)))
  whens.delete('never')
  const events = ways.filter(w => w.ways.some(way => way.when !== 'never')).map(w => w.event)
  const after = whens.has('always')
    ? 'always'
    : whens.size === 1 && whens.has('on_failure')
      ? 'failure'
      : 'success'
  return { after, test: null, events: events.length === ways.length ? null : events, span }
}

function gatesOf({ ways, section, span }: Found): Gate[] {
  const gates: Gate[] = []
  const whens = ways.flatMap(w => w.ways.map(way => way.when)).filter(when => when !== 'never')
  const name = constant('manual')
  if (whens.length > 0 && whens.every(when => when === 'manual'))
    gates.push({ kind: 'approval', name, span, says: 'it waits for a click (`when: manual`)' })
  if (whens.includes('delayed'))
    gates.push({ kind: 'timer', name: constant('delayed'), span, says: 'it only waits' })
  const environment = section.get('environment') ?? null
  const named = isMapping(environment) ? valueAt(environment, 'name') : environment
  const text = textOf(named)
  if (named && text !== null)
    gates.push({
      kind: 'environment',
      name: valueOfText(text),
      span: named.span,
      says: 'it names an environment, whose approvals are in the settings of the project and not in the file',
    })
  return gates
}

function stepsOf({ id, section, span }: Found, sections: Sections): Step[] {
  const fallback = (key: string): Tree | null =>
    section.get(key) ?? sections.get('default')?.get(key) ?? sections.get(key)?.get('') ?? null
  const before = linesOf(sections, fallback('before_script'))
  const main = linesOf(sections, section.get('script') ?? null)
  const after = linesOf(sections, fallback('after_script'))
  const steps = [scriptStep(id, [...before, ...main], span, 'success', null)]
  if (after.length > 0) steps.push(scriptStep(`${id} after_script`, after, span, 'always', '`after_script`'))
  const child = valueAt(section.get('trigger') ?? null, 'include')
  const local = textOf(child) ?? listOf(child).flatMap(item => textOf(valueAt(item, 'local')) ?? [])[0]
  if (local) steps.push(callStep(local.replace(/^\/+/, ''), span))
  return steps.filter(step => step.action.kind !== 'script' || step.action.text !== '')
}

function callStep(name: string, span: Span): Step {
  const condition: Condition = { after: 'success', test: null, events: null, span }
  return {
    label: name,
    span,
    condition,
    variables: new Map(),
    tolerates: null,
    action: { kind: 'call', name, inputs: new Map(), span },
  }
}

// The runner joins the lines to one script. https://docs.gitlab.com/runner/shells/
function scriptStep(
  label: string,
  lines: readonly Tree[],
  span: Span,
  after: Condition['after'],
  tolerates: string | null,
): Step {
  // A line may come from an included file; the places shown are those of one file.
  const at = lines.at(-1)?.span ?? span
  const action: Script = {
    kind: 'script',
    language: 'shell',
    shell: { errexit: true, pipefail: true },
    ...joinLines(lines, at),
    span: at,
  }
  const condition: Condition = { after, test: null, events: null, span }
  return { label, span, condition, variables: new Map(), tolerates, action }
}

function joinLines(lines: readonly Tree[], { file }: Span): Pick<Script, 'text' | 'pieces'> {
  let text = ''
  const pieces: Script['pieces'][number][] = []
  for (const line of lines) {
    const placed = placedText(line)
    if (line.span.file === file)
      for (const piece of placed.pieces) pieces.push({ ...piece, from: piece.from + text.length })
    text += `${placed.text}\n`
  }
  return { text, pieces }
}

function mapAt(section: Section, key: string): Section | undefined {
  const tree = section.get(key)
  return tree ? new Map(entriesOf(tree).map(entry => [entry.key, entry.value])) : undefined
}

function variablesOf(section: Section | undefined): Variables {
  const found = [...(section ?? [])].flatMap(([name, tree]): [string, Value][] => {
    const options = itemsOf(valueAt(tree, 'options')).flatMap(item => textOf(item) ?? [])
    const text = textOf(tree) ?? textOf(valueAt(tree, 'value'))
    if (options.length > 0) return [[name, mixOf(options.map(option => constant(option)))]]
    return text === null ? [] : [[name, valueOfText(text)]]
  })
  return new Map(found)
}

function textsOf(section: Section | undefined): ReadonlyMap<string, string> {
  const texts = [...(section ?? [])].map(
    ([name, tree]) => [name, textOf(tree) ?? textOf(valueAt(tree, 'value'))] as const,
  )
  return new Map(
    texts.flatMap(([name, text]) => (text === null || text.includes('$') ? [] : [[name, text] as const])),
  )
}

// `$NAME` in a value is another variable.
function valueOfText(text: string): Value {
  const parts: Value[] = []
  let from = 0
  for (const match of text.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)) {
    if (match.index > from) parts.push(constant(text.slice(from, match.index)))
    const name = match[1] ?? match[2] ?? ''
    parts.push({ kind: 'field', of: { kind: 'name', name: 'pipeline.env', from: null, dots: 0 }, name })
    from = match.index + match[0].length
  }
  if (from === 0) return constant(text)
  if (from < text.length) parts.push(constant(text.slice(from)))
  const [only] = parts
  return only && parts.length === 1 ? only : { kind: 'text', parts }
}
