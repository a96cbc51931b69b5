import type { ReportingConfiguration, ReportingDescriptor } from 'sarif'
import type { Level, RuleText } from '../../program'
import { atMost } from './text'

/** Where the project and the pages of its rules can be read. */
export const homepage = 'https://github.com/modelgate/modelgate'

/** The address of a rule's page. */
export function pageOf(rule: string): string {
  return `${homepage}/blob/main/rules/README.md#${encodeURIComponent(rule)}`
}

/** A rule as code-scanning shows it. */
export function descriptorOf(rule: RuleText): ReportingDescriptor {
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: atMost(1024, rule.title) },
    fullDescription: { text: atMost(1024, rule.why) },
    help: { text: `${rule.why}\n\n${rule.fix}`, markdown: rule.help },
    helpUri: pageOf(rule.id),
    defaultConfiguration: { level: rule.level satisfies ReportingConfiguration.level },
    properties: {
      tags: rule.tags.slice(0, 9),
      precision: rule.precision,
      'problem.severity': severities[rule.level],
      'security-severity': rule.securitySeverity.toFixed(1),
    },
  }
}

const severities: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'recommendation',
}

function pascalCase(id: string): string {
  return id.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
}
