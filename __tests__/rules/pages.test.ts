import { builtinRules } from '../../src/rules/builtin'
import { ruleText } from '../../src/rules/pages'
import type { Rule } from '../../src/rules/schema'

const rule: Rule = {
  id: 'leaked-weights',
  title: 'Weights leave the house',
  over: [],
  unless: [],
  reports: 'unguarded',
  'harmless-in': [],
  sink: 'leak',
  missing: 'nobody was asked',
  level: 'warning',
  severity: 5.5,
  precision: 'high',
  why: 'Competitors read them.\n',
  fix: 'Ask.',
  cwe: ['CWE-22', 'CWE-502'],
  atlas: ['AML.T0011.000'],
  owasp: ['ML05:2023 Model Theft'],
  references: ['https://acme.example/docs'],
  examples: {
    bad: [{ title: 'An upload', python: 'acme.upload("churn.pt")\n', requirements: 'acme==1.0\n' }],
    good: [{ title: 'A list', python: 'acme.list()\n' }],
  },
}

test('a help page says why, how to fix it, what is reported and what is not, and where to read on', () => {
  expect(ruleText(rule).help).toBe(`Competitors read them.

### How to fix it

Ask.

### Reported

An upload, with \`requirements.txt\`:

\`\`\`text
acme==1.0
\`\`\`

\`\`\`python
acme.upload("churn.pt")
\`\`\`

### Not reported

A list:

\`\`\`python
acme.list()
\`\`\`

### References

- [CWE-22](https://cwe.mitre.org/data/definitions/22.html)
- [CWE-502](https://cwe.mitre.org/data/definitions/502.html)
- MITRE ATLAS AML.T0011.000
- OWASP ML05:2023 Model Theft
- <https://acme.example/docs>`)
})

test('a part that a rule does not have leaves no heading', () => {
  const bare = { ...rule, cwe: [], atlas: [], owasp: [], references: [], examples: { bad: [], good: [] } }
  expect(ruleText(bare).help).toBe('Competitors read them.\n\n### How to fix it\n\nAsk.')
})

test('tags name the field and the lists of weaknesses, in the form that GitHub knows', () => {
  expect(ruleText(rule).tags).toEqual([
    'security',
    'machine-learning',
    'external/cwe/cwe-022',
    'external/cwe/cwe-502',
    'external/mitre-atlas/aml.t0011.000',
    'external/owasp/ml05-2023',
  ])
})

test('there are at most nine tags', () => {
  const many = { ...rule, cwe: Array.from({ length: 20 }, (_, i) => `CWE-${i + 100}`) }
  expect(ruleText(many).tags).toHaveLength(9)
})

test('level, severity and precision are those of the rule', () => {
  expect(ruleText(rule)).toMatchObject({ level: 'warning', securitySeverity: 5.5, precision: 'high' })
})

test.each(builtinRules().rules.map(one => [one.id, one] as const))(
  '%s reads well within the limits of SARIF',
  (_, one) => {
    const { title, why, tags, help } = ruleText(one)
    expect(title.length).toBeLessThanOrEqual(255)
    expect(why.length).toBeLessThanOrEqual(1024)
    expect(tags).toContain('security')
    expect(help).toContain('### Reported')
    expect(help).toContain('### Not reported')
  },
)
