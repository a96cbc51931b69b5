import { readFileSync } from 'node:fs'
import { parseConfiguration } from '../../src/policy/configuration'
import { knownIn } from '../../src/policy/read'
import { expectAsMarked } from '../guards/marked'
import { builtin, rulesWith } from './configured'

const blocks = (page: string, heading: string, language: string): string[] => {
  const [, section = ''] = readFileSync(page, 'utf8').split(`\n## ${heading}\n`)
  const [own = ''] = section.split(/\n## /)
  return [...own.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, text = '']) => text,
  )
}

const acme = {
  'acme/__init__.py': '',
  'acme/release.py': `
    def require_signoff(version):
        post(version)

    def is_signed_off(version):
        return post(version)

    def push_live(version):
        post(version)

    def publish(version, channel="nightly"):
        post(version, channel)

    class Gate:
        def check(self, version):
            post(version)
  `,
  'acme/vault.py': 'def verify(path):\n    post(path)\n',
}
const prelude = `
  import joblib
  from mlflow import MlflowClient
  client = MlflowClient()
`

describe('the page on guards', () => {
  const settings = blocks('docs/guards.md', 'Your own words', 'yaml')
  const examples = blocks('docs/guards.md', 'Your own words', 'python')

  test('has the examples that these tests run', () => {
    expect([settings.length, examples.length]).toEqual([3, 6])
  })

  test.each(examples)('tells the truth about example %#', async example => {
    await expectAsMarked(prelude, { ...acme, 'jobs/run.py': example }, rulesWith(settings.join('\n')))
  })

  test.each(examples.filter(example => !/push_live|ks_stat/.test(example)))(
    'needs its settings for example %#: without them every call is reported',
    async example => {
      const marked = example.replace(/(alias\(.*|load\(path\)) *(#.*)?$/gm, '$1  # reported')
      await expectAsMarked(prelude, { ...acme, 'jobs/run.py': marked }, builtin)
    },
  )
})

test('the settings in the README are right', () => {
  const [settings = ''] = blocks('README.md', 'Configuration', 'yaml')
  expect(parseConfiguration(settings, '.modelgate.yml', knownIn(builtin))).toMatchObject({
    failOn: 'warning',
    own: { guards: [{ kind: 'approval' }], sinks: [{ does: 'promotion' }], words: { production: ['blue'] } },
  })
})
