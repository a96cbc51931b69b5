import { check, examine } from '../../src/analysis/check'
import { withLevels } from '../../src/policy/verdict'
import type { Finding, Level } from '../../src/program'
import { withOwn } from '../../src/rules/own'
import type { RuleSet } from '../../src/rules/schema'
import { sourcesOf } from '../rules/expectation'
import { readSources } from '../support/analyse'
import { builtin as rules } from '../support/builtin'
import { withoutMargin } from '../support/margin'

/** `level rule, and the others that it names`. */
function told({ level, rule, also }: Finding): string {
  return [`${level} ${rule}`, ...also.map(other => other.rule)].join(' + ')
}

async function examined(files: Readonly<Record<string, string>>, set: RuleSet = rules) {
  const sources = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, withoutMargin(text)]))
  return examine(await readSources(sources), set)
}

async function found(files: Readonly<Record<string, string>>): Promise<string[]> {
  return (await examined(files)).findings.map(told)
}

const service = `
  apiVersion: serving.kserve.io/v1beta1
  kind: InferenceService
  metadata: {name: churn}
  spec: {predictor: {model: {storageUri: "s3://models/churn/4"}}}
`
const evaluate = `
  import json

  if json.load(open("metrics.json"))["auc"] < 0.8:
      raise SystemExit("too low")
`

const sites: readonly (readonly [string, string, string])[] = [
  [
    'all traffic is a deployment too',
    'az ml online-endpoint update -n churn --traffic green=100',
    'error full-traffic-cutover + unguarded-deployment',
  ],
  [
    'a skipped question speaks for a deployment',
    'databricks bundle deploy -t prod --auto-approve',
    'error approval-bypassed + unguarded-deployment',
  ],
  [
    'an approval by code speaks for a promotion',
    'databricks model-registry approve-transition-request churn 4 Production true',
    'error self-approved-promotion + unguarded-promotion',
  ],
  [
    'what is archived is named beside the move',
    'databricks model-registry transition-stage churn 4 Production true',
    'error unguarded-promotion + rollback-lost',
  ],
  [
    'of rules at one level the most specific speaks',
    'aws s3 sync models s3://acme-prod/models --delete',
    'warning rollback-lost + unguarded-deployment + no-rollback',
  ],
  [
    'a graver rule speaks for a note',
    'kubectl apply -n prod -f service.yaml',
    'error unguarded-deployment + unverified-target',
  ],
  [
    'two aspects that are one hazard are named once',
    'databricks bundle deploy -t prod --auto-approve --force-lock',
    'error approval-bypassed + unguarded-deployment',
  ],
]

describe('a call is one finding, in which the most specific rule names the others', () => {
  test.each(sites)('%s', async (_, command, expected) => {
    expect(await found({ 'release.sh': command, 'service.yaml': service })).toEqual([expected])
  })
})

test('the message ends in the other rules, with what the call does beside the rest', async () => {
  const promote =
    'client.transition_model_version_stage("churn", "4", "Production", archive_existing_versions=True)'
  const [finding] = (
    await examined({ 'a.py': `from mlflow import MlflowClient\nclient = MlflowClient()\n${promote}` })
  ).findings
  expect(finding?.message).toMatch(
    /^`MlflowClient.transition_model_version_stage` moves .*\. It also archives the version that has served until now \(`rollback-lost`\)\.$/,
  )
  const [cutover] = (await examined({ 'a.sh': 'az ml online-endpoint update -n churn --traffic green=100' }))
    .findings
  expect(cutover?.message).toMatch(/ `unguarded-deployment` applies as well\.$/)
})

describe('levels that a project sets are those of one rule', () => {
  const configured = async (levels: Readonly<Record<string, Level | 'off'>>, command: string) => {
    const { findings } = await examined({ 'release.sh': command, 'service.yaml': service })
    const leveled = withLevels(findings, rules.rules, new Map(Object.entries(levels)))
    return leveled.map(finding => `${told(finding)}: ${finding.message.split('. ').at(-1)}`)
  }
  const traffic = 'az ml online-endpoint update -n churn --traffic green=100'
  const named = '`unguarded-deployment` applies as well.'

  test.each<[string, Readonly<Record<string, Level | 'off'>>, string[]]>([
    ['none', {}, [`error full-traffic-cutover + unguarded-deployment: ${named}`]],
    [
      'for another rule',
      { 'unguarded-promotion': 'off' },
      [`error full-traffic-cutover + unguarded-deployment: ${named}`],
    ],
    [
      'for the one that speaks',
      { 'full-traffic-cutover': 'off' },
      [expect.stringMatching(/^error unguarded-deployment: /)],
    ],
    [
      'that make another one graver',
      { 'full-traffic-cutover': 'note' },
      ['error unguarded-deployment + full-traffic-cutover: `full-traffic-cutover` applies as well.'],
    ],
    [
      'for the one that is named',
      { 'unguarded-deployment': 'off' },
      [expect.not.stringContaining('applies as well')],
    ],
    ['for both', { 'full-traffic-cutover': 'off', 'unguarded-deployment': 'off' }, []],
  ])('%s', async (_, levels, expected) => {
    expect(await configured(levels, traffic)).toEqual(expected)
  })

  test('a finding that another rule tells keeps its name', async () => {
    const { findings } = await examined({ 'release.sh': traffic })
    const [without] = withLevels(findings, rules.rules, new Map([['full-traffic-cutover', 'off']]))
    expect(without?.fingerprint).toBe(findings[0]?.fingerprint)
    expect(without?.message).not.toContain('full-traffic-cutover')
  })
})

describe('behind a gate', () => {
  const job = (command: string) => ({
    'evaluate.py': evaluate,
    'service.yaml': service,
    '.github/workflows/cd.yml': `
      on: push
      jobs:
        release:
          steps:
            - run: python evaluate.py
            - run: ${command}
    `,
  })

  test.each([
    'az ml online-endpoint update -n churn --traffic green=100',
    'databricks bundle deploy -t prod --auto-approve',
    'aws sagemaker create-model-package --model-approval-status Approved',
    'kubectl --context shop replace --force -n prod -f service.yaml',
    'kubectl argo rollouts promote churn-model --full --context shop',
  ])('%s is silent, and told as guarded once', async command => {
    const { findings, guarded } = await examined(job(command))
    expect(findings.map(told)).toEqual([])
    expect(guarded.map(({ rule }) => rule)).toHaveLength(1)
  })

  test('what the gate says nothing of is a note, and the move is guarded', async () => {
    const { findings, guarded, map } = await examined({
      'promote.py': `
        import sys
        import mlflow

        mlflow.set_tracking_uri(sys.argv[1])
        if mlflow.get_run("1").data.metrics["auc"] < 0.8:
            sys.exit(1)
        mlflow.MlflowClient().set_registered_model_alias("churn", "champion", "4")
      `,
    })
    expect(findings.map(told)).toEqual(['note unverified-target'])
    expect(guarded.map(({ rule }) => rule)).toEqual(['unguarded-promotion'])
    expect(map.nodes.flatMap(({ status }) => status ?? [])).toEqual(['guarded'])
  })

  test('an open context is not told by itself', async () => {
    expect(await found(job('kubectl apply -n prod -f service.yaml'))).toEqual([])
  })

  test('a declared gate makes notes of all, and the most specific speaks', async () => {
    const { findings } = await examined({
      '.github/workflows/cd.yml': `
        on: push
        jobs:
          release:
            environment: production
            steps: [{ run: az ml online-endpoint update -n churn --traffic green=100 }]
      `,
    })
    expect(findings.map(told)).toEqual(['note full-traffic-cutover + unguarded-deployment'])
  })
})

describe('the cluster is known', () => {
  const steps = (...commands: readonly string[]) => ({
    'service.yaml': service,
    'release.sh': ['set -e', ...commands].join('\n'),
  })
  const open = ['error unguarded-deployment + unverified-target']
  const plain = ['error unguarded-deployment']
  const apply = 'kubectl apply -n prod -f service.yaml'

  test.each<[string, readonly string[], string[]]>([
    ['by the command', [`${apply} --context shop`], plain],
    ['by a variable of the command', [`KUBECONFIG=shop.yaml ${apply}`], plain],
    ['by a variable of the script', ['export KUBECONFIG=shop.yaml', apply], plain],
    ['by a command before', ['kubectl config use-context shop', apply], plain],
    ['by one whose failure does not matter', ['kubectl config use-context shop || true', apply], open],
    ['by one that comes later', [apply, 'kubectl config use-context shop'], open],
    [
      'on one of two ways',
      ['if [ "$1" = shop ]; then', '  kubectl config use-context shop', 'fi', apply],
      open,
    ],
    [
      'on one way, where the other asks a person',
      [
        'if [ "$1" = shop ]; then',
        '  kubectl config use-context shop',
        'else',
        '  read -p "go on? " answer',
        '  [ "$answer" = yes ] || exit 1',
        'fi',
        apply,
      ],
      open,
    ],
    ['by nothing, for a test cluster', ['kubectl apply -n staging -f service.yaml'], []],
  ])('%s', async (_, commands, expected) => {
    expect(await found(steps(...commands))).toEqual(expected)
  })

  test.each([
    ['its job', 'on: push\njobs:\n  a:\n    env: {KUBECONFIG: x}\n    steps:\n'],
    ['its pipeline', 'on: push\nenv: {KUBECONFIG: x}\njobs:\n  a:\n    steps:\n'],
  ])('by a variable of %s', async (_, head) => {
    const workflow = `${head}      - run: ${apply}\n`
    const files = { 'service.yaml': service, '.github/workflows/cd.yml': workflow }
    expect(await found(files)).toEqual(plain)
  })
})

describe('the address of a registry', () => {
  const promoted = (line: string) => ({
    'promote.py': [
      'import argparse, os, sys',
      'import mlflow',
      line,
      'mlflow.MlflowClient().set_registered_model_alias("churn", "champion", "4")',
    ].join('\n'),
  })
  const open = ['error unguarded-promotion + unverified-target']
  const plain = ['error unguarded-promotion']

  test.each<[string, string[]]>([
    ['mlflow.set_tracking_uri("http://mlflow.acme.example:5000")', open],
    ['mlflow.set_tracking_uri("http://203.0.113.7:5000/")', open],
    ['mlflow.set_registry_uri("http://mlflow.acme.internal")', open],
    ['mlflow.set_tracking_uri("https://mlflow.acme.example")', plain],
    ['mlflow.set_tracking_uri("http://localhost:5000")', plain],
    ['mlflow.set_tracking_uri("http://127.0.0.1:5000")', plain],
    ['mlflow.set_tracking_uri("http://mlflow:5000")', plain],
    ['mlflow.set_tracking_uri("http://mlflow.ml.svc:5000")', plain],
    ['mlflow.set_tracking_uri("http://mlflow.ml.svc.cluster.local:5000")', plain],
    ['mlflow.set_tracking_uri("sqlite:///mlflow.db")', plain],
    ['mlflow.set_tracking_uri(os.environ["MLFLOW_TRACKING_URI"])', plain],
    ['mlflow.set_tracking_uri(f"http://{os.environ["HOST"]}:5000")', plain],
    ['mlflow.set_tracking_uri(sys.argv[1])', open],
    ['mlflow.set_experiment(sys.argv[1])', plain],
  ])('%s', async (line, expected) => {
    expect(await found(promoted(line))).toEqual(expected)
  })

  test('that a request names', async () => {
    const app = `
      import mlflow
      from flask import Flask, request

      app = Flask(__name__)


      @app.post("/promote")
      def promote():
          mlflow.set_tracking_uri(request.json["registry"])
          mlflow.MlflowClient().set_registered_model_alias("churn", "champion", "4")
    `
    expect(await found({ 'app.py': app })).toEqual(open)
  })

  test('without a promotion it is of no interest', async () => {
    expect(
      await found({ 'train.py': 'import mlflow\nmlflow.set_tracking_uri("http://mlflow.acme.example")' }),
    ).toEqual([])
  })
})

describe('what served before is deleted', () => {
  const swap = 'az ml online-endpoint update -n churn --traffic green=100'
  const gone = 'az ml online-deployment delete -e churn -n blue --yes'
  const steps = (...commands: readonly string[]) => `
      steps: [${commands.map(run => `{run: "${run}"}`).join(', ')}]
  `
  const jobs = (body: string) => ({ '.github/workflows/cd.yml': `on: push\njobs:\n${body}` })

  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'in the next step',
      jobs(`  a:${steps(swap, gone)}`),
      'error full-traffic-cutover + unguarded-deployment + rollback-lost',
    ],
    [
      'in the same script',
      { 'swap.sh': `${swap}\n${gone}` },
      'error full-traffic-cutover + unguarded-deployment + rollback-lost',
    ],
    ['before', { 'swap.sh': `${gone}\n${swap}` }, 'error full-traffic-cutover + unguarded-deployment'],
    [
      'in another job',
      jobs(`  a:${steps(swap)}\n  b:${steps(gone)}`),
      'error full-traffic-cutover + unguarded-deployment',
    ],
    [
      'in another script',
      { 'swap.sh': swap, 'tidy.sh': gone },
      'error full-traffic-cutover + unguarded-deployment',
    ],
  ])('%s', async (_, files, expected) => {
    const all = await found(files)
    expect(all.map(one => one.split(' + ').sort().join(' + '))).toEqual([
      expected.split(' + ').sort().join(' + '),
    ])
  })

  test('the message says where', async () => {
    const [finding] = (await examined({ 'swap.sh': `${swap}\n${gone}` })).findings
    expect(finding?.message).toContain('could have gone back, in line 2 (`rollback-lost`).')
  })

  test('a deletion by itself is none', async () => {
    expect(await found({ 'tidy.sh': gone })).toEqual([])
  })
})

describe('every rule of promotions', () => {
  const ofPromotions = rules.rules.filter(rule => rule.family === 'promotion')

  test.each(ofPromotions.map(rule => [rule.id, rule] as const))('%s is on the map', async (id, rule) => {
    const [example] = rule.examples.bad
    const { findings, map } = examine(await readSources(example ? sourcesOf(example) : {}), rules)
    expect(findings.map(finding => finding.rule)).toContain(id)
    expect(map.nodes.map(({ kind }) => kind)).toContain('promotion')
  })

  test('there are eight', () => {
    expect(ofPromotions).toHaveLength(8)
  })
})

describe('a hazard of a project', () => {
  const [model] = rules.rules.filter(rule => rule.id === 'unguarded-promotion')
  const sinks = { call: ['acme.release'], does: 'release', says: 'releases a model', source: '', checked: '' }
  const defaults = {
    distinctive: false,
    common: false,
    parameters: [],
    near: [],
    closer: [],
    bare: false,
    deploys: [],
    aspects: [],
    when: [],
  }
  const own = {
    ...rules,
    rules: [...rules.rules, ...(model ? [{ ...model, id: 'unasked-release', sink: 'release' }] : [])],
    own: {
      guards: [],
      sinks: [{ ...defaults, ...sinks, 'described-in': 'kubernetes', names: 'path' } as const],
    },
  }

  test('is on the map by its family alone', async () => {
    const program = await readSources({ 'release.py': 'import acme\nacme.release("churn")' })
    const set = {
      ...withOwn(own, {
        ...own.own,
        words: { production: [], other: [] },
        metrics: {},
        require: [],
        trusted: { environments: [], guards: [] },
      }),
    }
    expect(check(program, set).map(told)).toEqual(['error unasked-release'])
    expect(examine(program, set).map.nodes.map(({ kind }) => kind)).toContain('promotion')
  })
})

describe('a case that asks more than a heavier one', () => {
  const load = (given: string): string => `
    from transformers import AutoConfig


    def read(name, revision, **options):
        return AutoConfig.from_pretrained(name, ${given})
  `
  const pinned = `revision="${'0'.repeat(40)}", code_revision="${'0'.repeat(40)}"`
  const said = async (given: string): Promise<string[]> => {
    const { findings } = await examined({ 'a.py': load(given) })
    return findings.map(({ level, message }) => `${level} ${/at a pinned commit/.test(message)}`)
  }

  test('is told where all that it asks is sure', async () => {
    expect(await said(`trust_remote_code=True, ${pinned}`)).toEqual(['warning true'])
  })

  test.each<[string, string, string]>([
    ['all of it is doubtful', '**options', 'note'],
    ['what both ask is doubtful', `trust_remote_code=name, **options`, 'note'],
    ['what it asks beyond is doubtful', 'trust_remote_code=True, revision=revision', 'error'],
  ])('is not told where %s', async (_, given, level) => {
    expect(await said(given)).toEqual([`${level} false`])
  })
})
