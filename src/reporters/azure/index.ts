import { visible } from '../../base/visible'
import type { Finding, Report } from '../../program'
import { counted, leftOut, totalsSentence, verdictSentence } from '../counted'
import type { FormatOptions } from '../format'
import { messageWithGuards } from '../guard-text'
import { primaryRegion } from '../region'
import { atMost } from '../sarif/text'
import { severityOf } from '../severity'
import { mostSevereFirst } from '../standing'

// The agent keeps ten issues of each type for a task, in the order in which they come, and drops the rest without a word.
// https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/ExecutionContext.cs
const most = 10

const mostMessage = 2000

/**
 * The report as logging commands of Azure Pipelines: issues of the run, which link to their lines.
 * https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands#logissue-log-an-error-or-warning
 */
export function azure(report: Report, _options: FormatOptions = {}): string {
  // What was there before is no news to who proposes a change.
  const findings = mostSevereFirst(report.findings).filter(({ state }) => state !== 'existing')
  const shown = (['error', 'warning'] as const).flatMap(type =>
    findings.filter(finding => severityOf(finding).azure === type).slice(0, most),
  )
  const notes = findings.filter(finding => severityOf(finding).azure === null).length
  const left = findings.length - notes - shown.length
  return [
    ...shown.map(issue),
    ...(notes > 0
      ? [`${counted(notes, 'note')} told here only by number: the mildest issue is a warning.`]
      : []),
    ...(left > 0 ? [leftOut(left, 'finding')] : []),
    ...report.policy.map(({ says }) => visible(says)),
    totalsSentence(report),
    verdictSentence(report),
    '',
  ].join('\n')
}

function issue(finding: Finding): string {
  const { line, column } = primaryRegion(finding)
  const properties = {
    type: severityOf(finding).azure,
    sourcepath: finding.name.file.path,
    linenumber: line,
    columnnumber: column,
    code: finding.rule,
  }
  const written = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))};`)
  return `##vso[task.logissue ${written.join('')}]${data(atMost(mostMessage, messageWithGuards(finding)))} (${data(finding.rule)})`
}

// As Microsoft's own task library writes them; `visible` leaves no line end to be escaped.
// https://github.com/microsoft/azure-pipelines-task-lib/blob/master/node/taskcommand.ts
function data(text: string): string {
  return visible(text).replaceAll('%', '%AZP25')
}

function property(text: string): string {
  return data(text).replaceAll(']', '%5D').replaceAll(';', '%3B')
}
