import type { RuleText } from '../program'
import type { Example, Rule } from './schema'

const mostTags = 9

/** What reporters say of a rule. */
export function ruleText(rule: Rule): RuleText {
  return {
    id: rule.id,
    title: rule.title,
    level: rule.level,
    securitySeverity: rule.severity,
    precision: rule.precision,
    why: rule.why,
    fix: rule.fix,
    help: helpPage(rule),
    tags: tagsOf(rule),
  }
}

/** The help page of a rule in Markdown, headings from the third level down: the rule's own is the second. */
export function helpPage(rule: Rule): string {
  const [bad] = rule.examples.bad
  const [good] = rule.examples.good
  return [
    rule.why.trim(),
    section('How to fix it', rule.fix.trim()),
    bad ? section('Reported', exampleText(bad)) : '',
    good ? section('Not reported', exampleText(good)) : '',
    section('References', links(rule)),
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

/** An example with its title and the manifest beside it. */
export function exampleText(example: Example): string {
  const { python, shell, workflow } = example
  const parts = [
    ...(workflow === undefined ? [] : [fenced('yaml', workflow)]),
    ...(shell === undefined ? [] : [fenced('shell', shell)]),
    ...(python === undefined ? [] : [fenced('python', python)]),
  ]
  const code = parts.join('\n\n')
  if (example.requirements === undefined) return `${example.title}:\n\n${code}`
  return `${example.title}, with \`requirements.txt\`:\n\n${fenced('text', example.requirements)}\n\n${code}`
}

function section(title: string, text: string): string {
  return text === '' ? '' : `### ${title}\n\n${text}`
}

function fenced(language: string, code: string): string {
  return `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``
}

function links(rule: Rule): string {
  const weaknesses = rule.cwe.map(
    id => `- [${id}](https://cwe.mitre.org/data/definitions/${id.slice(4)}.html)`,
  )
  const techniques = rule.atlas.map(id => `- MITRE ATLAS ${id}`)
  const owasp = rule.owasp.map(name => `- OWASP ${name}`)
  return [...weaknesses, ...techniques, ...owasp, ...rule.references.map(url => `- <${url}>`)].join('\n')
}

// GitHub shows at most ten tags of a rule; the ones that people filter by come first.
function tagsOf(rule: Rule): readonly string[] {
  const weaknesses = rule.cwe.map(id => `external/cwe/cwe-${id.slice(4).padStart(3, '0')}`)
  const techniques = rule.atlas.map(id => `external/mitre-atlas/${id.toLowerCase()}`)
  const owasp = rule.owasp.map(
    name => `external/owasp/${(name.split(' ')[0] ?? '').toLowerCase().replace(':', '-')}`,
  )
  return ['security', 'machine-learning', ...weaknesses, ...techniques, ...owasp].slice(0, mostTags)
}
