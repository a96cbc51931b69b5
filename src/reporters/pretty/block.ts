import stringWidth from 'string-width'
import { lineOf } from '../../base/lines'
import { visible } from '../../base/visible'
import type { Finding, GuardedSite, Span, SuppressedFinding } from '../../program'
import { proof } from '../guard-text'
import { primaryRegion } from '../region'
import { suppressionText } from '../suppression-text'
import { excerpt } from './excerpt'
import { type Paper, padTo, paintLevel, prose } from './paint'

/** One finding as a block of lines: where, what, the code, and how it comes about. What to do stands once at the end. */
export function block(paper: Paper, finding: Finding): readonly string[] {
  const { line, column } = primaryRegion(finding)
  const { colour } = paper
  const place = `${colour.bold(visible(finding.name.file.path))}${colour.dim(`:${line}:${column}`)}`
  const rows = [...stepRows(finding), ...guardRows(finding)]
  const existing = finding.state === 'existing' ? `  ${colour.dim('(existing)')}` : ''
  return [
    `${place}  ${paintLevel(paper, finding.level, finding.level)}  ${visible(finding.rule)}${existing}`,
    `  ${prose(paper, finding.message, 2)}`,
    '',
    ...excerpt(paper, finding),
    ...(rows.length > 0 ? ['', ...layOut(paper, rows)] : []),
  ]
}

/** A call that is guarded, with what guards it. */
export function guardedBlock(paper: Paper, site: GuardedSite): readonly string[] {
  const { line, column } = primaryRegion(site)
  const { colour } = paper
  return [
    `${colour.bold(visible(site.name.file.path))}${colour.dim(`:${line}:${column}`)}  ${visible(site.rule)}`,
    `  ${prose(paper, site.message, 2)}`,
    ...layOut(paper, guardRows(site)),
  ]
}

/** A finding that is not reported, with what takes it out. */
export function suppressedBlock(paper: Paper, finding: SuppressedFinding): readonly string[] {
  const { line, column } = primaryRegion(finding)
  const { colour } = paper
  return [
    `${colour.bold(visible(finding.name.file.path))}${colour.dim(`:${line}:${column}`)}  ${finding.level}  ${visible(finding.rule)}`,
    `  ${prose(paper, finding.message, 2)}`,
    `  ${prose(paper, suppressionText(finding.suppressed), 2)}`,
  ]
}

/** A line that explains: a label for its group, a place, and what is there. */
interface Row {
  readonly label: string
  readonly place: string
  readonly says: string
}

const mostSteps = 12

function stepRows({ steps, name }: Finding): Row[] {
  const rows = steps.map(({ span, says }, index) => ({
    label: index === 0 ? 'path' : '',
    place: placeOf(span, name),
    says,
  }))
  if (rows.length <= mostSteps) return rows
  const half = mostSteps / 2
  const left = { label: '', place: '…', says: `${rows.length - mostSteps} more steps` }
  return [...rows.slice(0, half), left, ...rows.slice(-half)]
}

function guardRows({ guards, name }: Pick<Finding, 'guards' | 'name'>): Row[] {
  return guards.map(({ span, kind, strength, says }, index) => ({
    label: index === 0 ? 'guard' : '',
    place: placeOf(span, name),
    says: `${kind} check ${proof[strength]}: ${says}`,
  }))
}

/** Short where it is in the same file as the finding. */
function placeOf(span: Span, at: Span): string {
  const { line, column } = lineOf(span.file.text, span.start)
  return span.file.path === at.file.path ? `line ${line}` : visible(`${span.file.path}:${line}:${column}`)
}

function layOut(paper: Paper, rows: readonly Row[]): string[] {
  const widest = Math.max(...rows.map(row => stringWidth(row.place)))
  const places = Math.min(widest, Math.floor(paper.width / 3))
  return rows.map(({ label, place, says }) => {
    const head = `  ${padTo(7, label)}${padTo(places, place)}  `
    const indent = 11 + places
    // A place that is too long for its column has a line of its own.
    const gap = stringWidth(place) > places ? `\n${' '.repeat(indent)}` : ''
    return (
      paper.colour.dim(head.trimEnd()) +
      (gap || ' '.repeat(indent - stringWidth(head.trimEnd()))) +
      prose(paper, says, indent)
    )
  })
}
