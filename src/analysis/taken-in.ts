import { apart, type Finding, onDisk, type Span, together, type Unit } from '../program'
import { pathOnDisk } from './inert'
import type { Linked } from './linked'
import { displayName } from './message'
import { callersOf } from './resolve'
import type { SinkSite } from './sinks'

/**
 * Where a pipeline takes in the template that a sink stands in; `null` where it stands in the pipeline itself. A pipeline
 * that takes in a known template, with nothing in front of it, is a hazard of its own: it is told at that line as well.
 */
export function takenInAt(linked: Linked, { site, at }: SinkSite): Span | null {
  if (!isScriptOfPipeline(site.unit)) return null
  const from = callersOf(linked, site.unit).find(
    caller => caller.unit.kind === 'job' && pathOnDisk(caller.call.span.file) !== pathOnDisk(at.file),
  )
  return from ? onDisk(from.call.span) : null
}

// A program that a job starts is judged where it stands.
function isScriptOfPipeline({ file }: Unit): boolean {
  return file.container !== undefined && file.path !== file.container.file.path
}

/** A finding as the pipeline that takes the template in is told of it. */
export function asTakenIn(finding: Untitled, site: SinkSite, span: Span): Untitled {
  const path = finding.span.file.path.replaceAll('`', "'")
  const step = { span: finding.span, says: `\`${displayName(site.name)}\` stands in the template` }
  const [first, ...others] = apart(finding).map(charge => ({
    ...charge,
    message: `${charge.message} It stands in \`${path}\`, which is taken in here.`,
    steps: [...charge.steps, step],
  }))
  const about = { ...finding, span, name: span }
  return first ? together(about, [first, ...others]) : about
}

type Untitled = Omit<Finding, 'fingerprint'>
