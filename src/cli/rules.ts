import { nearest } from '../base/nearest'
import { UserError } from '../base/user-error'
import { visible } from '../base/visible'
import type { RuleText } from '../program'
import { builtinRules } from '../rules/builtin'
import { ruleText } from '../rules/pages'
import type { RuleSet } from '../rules/schema'
import type { Request } from './asked'

/** The built-in rules and those of the directories that the user named. */
export async function loadRules(directories: readonly string[]): Promise<RuleSet> {
  if (directories.length === 0) return builtinRules()
  // The schema library is a good part of the start-up, and built-in rules are checked when they are built.
  const { readRules } = await import('../rules/read')
  return readRules(directories, builtinRules())
}

/** The list of rules, a line each, or as JSON. */
export async function listRules(request: Extract<Request, { kind: 'rules' }>): Promise<string> {
  const rules = (await loadRules(request.ruleDirectories)).rules.map(ruleText)
  if (request.format === 'json') return `${JSON.stringify(rules.map(inList), null, 2)}\n`
  const idWidth = Math.max(...rules.map(rule => rule.id.length))
  return rules
    .map(rule => `${rule.level.padEnd(7)}  ${rule.id.padEnd(idWidth)}  ${visible(rule.title)}\n`)
    .join('')
}

/** The page of one rule, in Markdown. */
export async function explainRule(request: Extract<Request, { kind: 'explain' }>): Promise<string> {
  const rules = (await loadRules(request.ruleDirectories)).rules.map(ruleText)
  const rule = rules.find(({ id }) => id === request.rule)
  if (!rule) throw unknownRule(request.rule, rules)
  return `## ${rule.id}: ${visible(rule.title)}\n\n${lines(rule.help)}\n`
}

function inList({ id, title, level, securitySeverity, precision, tags }: RuleText): object {
  return { id, title, level, securitySeverity, precision, tags }
}

function unknownRule(id: string, rules: readonly RuleText[]): UserError {
  const guess = nearest(
    id,
    rules.map(rule => rule.id),
  )
  return new UserError(
    `\`${id}\` is no rule; ${guess ? `write \`modelgate explain ${guess}\`` : '`modelgate rules` lists them'}`,
  )
}

function lines(text: string): string {
  return text.trimEnd().split('\n').map(visible).join('\n')
}
