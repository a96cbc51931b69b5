import type { Notification } from 'sarif'
import type { Notice, PolicyEffect, SuppressedFinding } from '../../program'
import { primaryRegion } from '../region'
import { suppressedBy, suppressionText } from '../suppression-text'
import { artifact, physicalLocation } from './places'
import { plainText } from './text'

/** What could not be read, as a notification of the tool: the run itself has succeeded. */
export function notificationOf({ path, line, kind, message }: Notice): Notification {
  const region = line > 0 ? { region: { startLine: line } } : {}
  return {
    // There is no descriptor to look up: GitHub would ask of each, used or not, what it asks of a rule.
    descriptor: { id: kind },
    level: 'warning',
    message: { text: plainText(message) },
    locations: [{ physicalLocation: { artifactLocation: artifact(path), ...region } }],
  }
}

/** What the configuration leaves out or takes for granted. */
export function configurationNotificationOf({ setting, says }: PolicyEffect): Notification {
  return { descriptor: { id: `configured-${setting}` }, level: 'note', message: { text: plainText(says) } }
}

const mostSuppressed = 100

/**
 * What comments and waivers take out. GitHub opens an alert for each result, suppressed or not, so they are no results:
 * https://github.com/github/codeql-action/issues/1230
 */
export function suppressedNotifications(suppressed: readonly SuppressedFinding[]): Notification[] {
  if (suppressed.length === 0) return []
  const left = suppressed.length - mostSuppressed
  const rest = left > 0 ? ` The first ${mostSuppressed} are listed here.` : ''
  const text = `Of the findings, ${suppressedBy(suppressed)} ${suppressed.length === 1 ? 'is' : 'are'} not reported.${rest}`
  const descriptor = { id: 'suppressed' }
  return [
    { descriptor, level: 'note', message: { text } },
    ...suppressed.slice(0, mostSuppressed).map(
      (finding): Notification => ({
        descriptor,
        level: 'note',
        message: { text: plainText(`\`${finding.rule}\`: ${suppressionText(finding.suppressed)}`) },
        locations: [{ physicalLocation: physicalLocation(finding.name.file.path, primaryRegion(finding)) }],
      }),
    ),
  ]
}
