import type { Log, Run } from 'sarif'
import { byCodeUnits } from '../../base/order'
import type { Report } from '../../program'
import type { FormatOptions } from '../format'
import { toJson } from '../json-text'
import { suppressedCounts } from '../suppression-text'
import { configurationNotificationOf, notificationOf, suppressedNotifications } from './notifications'
import { resultsOf } from './results'
import { descriptorOf, homepage } from './rules'

/** The report as SARIF 2.1.0, within what GitHub's code scanning reads. */
export function sarif(report: Report, { category = 'modelgate/' }: FormatOptions = {}): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [runOf(report, category)],
  }
  return toJson(log)
}

function runOf(report: Report, category: string): Run {
  const { suppressed } = report
  const told = [...report.policy.map(configurationNotificationOf), ...suppressedNotifications(suppressed)]
  const rules = [...report.rules].sort((a, b) => byCodeUnits(a.id, b.id))
  return {
    tool: {
      driver: {
        // GitHub's rulesets name the tool by this word: another one would unhinge them.
        name: 'Modelgate',
        semanticVersion: report.version,
        informationUri: homepage,
        rules: rules.map(descriptorOf),
      },
    },
    // Up to its last slash this is the category; what follows would name a single run.
    automationDetails: { id: category.endsWith('/') ? category : `${category}/` },
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: report.notices.map(notificationOf),
        ...(told.length > 0 && { toolConfigurationNotifications: told }),
      },
    ],
    columnKind: 'utf16CodeUnits',
    results: resultsOf(report, rules),
    ...(suppressed.length > 0 && { properties: { suppressed: suppressedCounts(suppressed) } }),
  }
}
