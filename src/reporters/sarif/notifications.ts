import type { Notification } from 'sarif'
import type { Notice, PolicyEffect } from '../../program'
import { artifact } from './places'
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
