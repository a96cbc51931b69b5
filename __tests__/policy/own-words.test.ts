import { expectAsMarked } from '../guards/marked'
import { analyseSources } from '../support/analyse'
import { builtin, rulesWith } from './configured'

test('a guard that the project names is told with the file that names it', async () => {
  const findings = await analyseSources(
    {
      'promote.py': `from mlflow import MlflowClient\nimport acme\nacme.check()\nMlflowClient().set_registered_model_alias("churn", "champion", 3)\n`,
    },
    rulesWith('guards: [{ call: acme.check, kind: approval, holds: no-exception, strength: medium }]'),
  )
  expect(findings.map(({ level, guards }) => [level, guards[0]?.says])).toEqual([
    ['note', '`acme.check` (named in `.modelgate.yml`) asks for an approval'],
  ])
})

describe('a sink that the project names', () => {
  const rules = rulesWith(`
sinks:
  - { call: acme.release.push_live, does: promotion }
  - { call: acme.release.Channel.move, does: promotion, when: [{ if: { channel: { target: stage } } }] }
  - { call: acme.store.revive, does: load, says: opens an artifact, artifact: path }
`)
  const acme = {
    'acme/__init__.py': '',
    'acme/release.py': `
      def push_live(version):
          post("https://serving.acme.example", version)

      class Channel:
          def move(self, version, channel="nightly"):
              post("https://serving.acme.example", version, channel)
    `,
    'acme/store.py': `
      def revive(path):
          return post("https://store.acme.example", path)
    `,
  }
  const calls: Readonly<Record<string, string>> = {
    'where it is called': `
      from acme.release import push_live
      push_live(3)  # reported
    `,
    'under another name': `
      from acme import release as r
      go = r.push_live
      go(3)  # reported
    `,
    'by an argument at its place': `
      from acme.release import Channel
      Channel().move(3, "live")  # reported
      Channel().move(3, "nightly")
      Channel().move(3, channel="production")  # reported
      Channel().move(3)
    `,
    'handed to another function': `
      from acme.release import push_live
      executor.submit(push_live, 3)  # reported
    `,
    'behind a check that can fail or not': `
      from acme.release import push_live
      def release(version, auc):
          if auc < 0.8:
              raise ValueError(auc)
          push_live(version)
      def rush(version, auc):
          if auc < 0.8:
              print(auc)
          push_live(version)  # reported
    `,
    'for an artifact that was verified or not': `
      import hashlib
      from acme.store import revive
      def serve(path):
          if hashlib.sha256(open(path, "rb").read()).hexdigest() != EXPECTED:
              raise ValueError(path)
          return revive(path)
      def rush(path):
          return revive(path)  # reported
    `,
  }

  test.each(Object.entries(calls))('is reported %s', (_, python) =>
    expectAsMarked('', { ...acme, 'jobs/run.py': python }, rules),
  )

  test.each(Object.entries(calls))('is nothing to who has not named it: %s', (_, python) =>
    expectAsMarked('', { ...acme, 'jobs/run.py': python.replaceAll('  # reported', '') }, builtin),
  )

  test('says that the project counts it as one, or what it does', async () => {
    const findings = await analyseSources(
      { 'run.py': 'import acme\nacme.release.push_live(3)\nacme.store.revive("a.bin")\n' },
      rules,
    )
    expect(findings.map(({ message }) => message.split(',', 1)[0])).toEqual([
      '`acme.release.push_live` counts as `promotion` in `.modelgate.yml`',
      '`acme.store.revive` opens an artifact',
    ])
  })
})

describe('words and metrics that the project names', () => {
  const prelude = `
    from mlflow import MlflowClient
    client = MlflowClient()
  `
  const stages = (blue: string, champion: string) => `
    def promote(version):
        client.transition_model_version_stage("churn", version, "Blue")${blue}
        client.set_registered_model_alias("churn", "champion", version)${champion}
  `

  test('words say which targets serve users and which do not', async () => {
    await expectAsMarked(prelude, stages('', '  # reported'))
    const own = rulesWith('words: { production: [blue], other: [champion] }')
    await expectAsMarked(prelude, stages('  # reported', ''), own)
  })

  test.each([
    ['blue_green', 'Blue-Green'],
    ['blue green', 'churn-blue-green-eu'],
    ['生产', '生产'],
  ])('a word like %s is found in a target like %s', async (word, target) => {
    const moved = (comment: string) =>
      `client.transition_model_version_stage("churn", 3, "${target}")${comment}`
    await expectAsMarked(prelude, moved(''))
    await expectAsMarked(prelude, moved('  # reported'), rulesWith(`words: { production: [${word}] }`))
  })

  const gate = (name: string, operator: string, comment: string) => `
    def promote(version, ${name}):
        if ${name} ${operator} limit:
            raise ValueError(${name})
        client.set_registered_model_alias("churn", "champion", version)${comment}
  `

  test.each(['ks_stat', 'ksStat'])('a metric of which more is better is known as %s', async name => {
    await expectAsMarked(prelude, gate(name, '<', '  # reported'))
    const own = rulesWith('metrics: { higher: [ks_stat] }')
    await expectAsMarked(prelude, gate(name, '<', ''), own)
    await expectAsMarked(prelude, gate(name, '>', '  # reported'), own)
  })

  test('a metric of several words is told from the words in it', async () => {
    await expectAsMarked(prelude, gate('error_coverage', '<', '  # reported'))
    const own = rulesWith('metrics: { higher: [error_coverage], lower: [version_drift_score] }')
    await expectAsMarked(prelude, gate('error_coverage', '<', ''), own)
    await expectAsMarked(prelude, gate('version_drift_score', '>', ''), own)
    await expectAsMarked(prelude, gate('version_drift_score', '<', '  # reported'), own)
  })

  test('the direction of a known metric can be turned round', async () => {
    const own = rulesWith('metrics: { higher: [drift] }')
    await expectAsMarked(prelude, gate('drift', '<', '  # reported'))
    await expectAsMarked(prelude, gate('drift', '<', ''), own)
  })

  const asked = (test: string, comment: string) => `
    def promote(version, stable_auc, incoming_auc):
        if ${test}:
            raise ValueError(version)
        client.set_registered_model_alias("churn", "champion", version)${comment}
  `

  test.each([
    ['a candidate', 'stable_auc > incoming_auc', 'stable_auc < incoming_auc', 'candidate: [incoming]'],
    ['a stage that is left', 'stable_auc > incoming_auc', 'stable_auc < incoming_auc', 'stages: [stable]'],
  ])('a word of the project says which side is %s', async (_, holding, useless, words) => {
    // Where nothing tells the sides apart, either may be the candidate.
    await expectAsMarked(prelude, asked(useless, ''))
    const own = rulesWith(`metrics: { ${words} }`)
    await expectAsMarked(prelude, asked(holding, ''), own)
    await expectAsMarked(prelude, asked(useless, '  # reported'), own)
  })

  test('what the project calls a candidate does not serve, so that there is none yet opens nothing', async () => {
    const first = (comment: string) => `
      def promote(version, auc, best):
          if best is None or auc > best["auc"]:
              client.set_registered_model_alias("churn", "champion", version)${comment}
    `
    await expectAsMarked(prelude, first('  # reported as note'))
    await expectAsMarked(prelude, first('  # reported'), rulesWith('metrics: { candidate: [best] }'))
  })
})
