import { lineOf } from '../../src/base/lines'
import { catalogSchema } from '../../src/rules/schema'
import { analyseSources } from '../support/analyse'
import { builtin } from '../support/builtin'
import { withoutMargin } from '../support/margin'

/** What a file says of a library that no code knows, code that uses it, and what is reported with it and without. */
interface Known {
  readonly says: object
  readonly python: string
  /** By line: the rule, and what it says of checks. */
  readonly found: readonly string[]
  readonly unknown: readonly string[]
}

const provenance = { source: 'https://acme.example/docs', checked: '2026-11-30' }

const words: Readonly<Record<string, Known>> = {
  iterators: {
    says: { iterators: ['acme.progress', 'acme.*.bar'] },
    python: `
      import tarfile
      import acme
      archive = tarfile.open("model.tar")
      archive.extractall("model", members=acme.progress(archive))
      archive.extractall("model", members=acme.console.bar(archive))
      archive.extractall("model", members=acme.filter(archive))
    `,
    found: ['4 unsafe-archive-extraction', '5 unsafe-archive-extraction'],
    unknown: [],
  },
  dumpers: {
    says: { dumpers: ['acme.told', 'acme.*.told'] },
    python: `
      import acme
      import requests
      body = {"name": "churn", "alias": "champion", "version": 3}
      where = "https://acme.example/api/2.0/mlflow/registered-models/alias"
      requests.post(where, data=acme.told(body))
      requests.post(where, data=acme.text.told(body).encode())
      requests.post(where, data=acme.told({"alias": "challenger"}))
      requests.post(where, data=acme.kept(body))
    `,
    found: ['5 unguarded-promotion', '6 unguarded-promotion'],
    unknown: [],
  },
  infinities: {
    says: { infinities: ['acme.limits.most'] },
    python: `
      from acme import limits
      from mlflow import MlflowClient
      def promote(version, rmse):
          if rmse < limits.most:
              MlflowClient().set_registered_model_alias("churn", "champion", version)
    `,
    found: ['5 unguarded-promotion, medium evaluation'],
    unknown: [],
  },
  nans: {
    says: { nans: ['acme.nothing'] },
    python: `
      import acme
      from mlflow import MlflowClient
      def promote(version, metrics):
          if metrics.get("f1", acme.nothing) < 0.8:
              raise ValueError("too low")
          MlflowClient().set_registered_model_alias("churn", "champion", version)
    `,
    found: ['6 unguarded-promotion, void evaluation'],
    unknown: [],
  },
  'fields, what they hold': {
    says: { fields: [{ call: 'acme.Slot', parameters: ['kind', 'usual'], default: 'usual', ...provenance }] },
    python: `
      import acme
      from mlflow import MlflowClient
      class Plan:
          first: str = acme.Slot("text", "Production")
          second: str = acme.Slot(kind="text", usual="Staging")
      def promote(plan: Plan, version):
          client = MlflowClient()
          client.transition_model_version_stage("churn", version, plan.first)
          client.transition_model_version_stage("churn", version, plan.second)
    `,
    found: ['8 unguarded-promotion'],
    unknown: ['8 unguarded-promotion as note', '9 unguarded-promotion as note'],
  },
  widgets: {
    says: {
      widgets: [
        {
          call: 'acme.form.ask',
          parameters: ['name'],
          widget: 'name',
          declared: {
            by: 'acme.form.text',
            parameters: ['label', 'name', 'usual'],
            widget: 'name',
            default: 'usual',
          },
          given: { values: 'answers' },
          ...provenance,
        },
      ],
    },
    python: `
      from acme import form
      from mlflow import MlflowClient
      form.text("The stage", "stage", "Production")
      form.text("The version", "version", "Staging")
      client = MlflowClient()
      client.transition_model_version_stage("churn", 3, form.ask("stage"))
      client.transition_model_version_stage("churn", 3, form.ask("version"))
    `,
    found: ['6 unguarded-promotion', '7 unguarded-promotion as note'],
    unknown: ['6 unguarded-promotion as note', '7 unguarded-promotion as note'],
  },
  'origins, of the digest that is expected': {
    says: { origins: [{ call: 'acme.wire.fetch', from: 'network', says: 'comes from Acme', ...provenance }] },
    python: `
      import hashlib
      from pathlib import Path
      import joblib
      from acme import wire
      def load(path):
          expected = wire.fetch("https://acme.example/digests").json()["churn"]
          if hashlib.sha256(Path(path).read_bytes()).hexdigest() != expected:
              raise ValueError("changed")
          return joblib.load(path)
    `,
    found: ['9 unverified-artifact-load, weak verification'],
    unknown: [],
  },
  'readers, of the table of bounds that is gone through': {
    says: { readers: [{ call: 'acme.settings.load', parameters: ['path'], file: 'path', ...provenance }] },
    python: `
      from acme import settings
      from mlflow import MlflowClient
      def promote(version, metrics):
          for name, minimum in settings.load("bounds.yaml").items():
              if metrics[name] < minimum:
                  raise ValueError(name)
          MlflowClient().set_registered_model_alias("churn", "champion", version)
    `,
    found: [],
    unknown: ['7 unguarded-promotion, medium evaluation'],
  },
  'origins, of what stands in for a variable of the environment': {
    says: {
      origins: [
        {
          call: 'acme.vault.variable',
          parameters: ['key', 'kind', 'usual'],
          otherwise: 'usual',
          from: 'environment',
          says: 'is named by an environment variable',
          ...provenance,
        },
      ],
    },
    python: `
      from acme import vault
      from mlflow import MlflowClient
      client = MlflowClient()
      client.transition_model_version_stage("churn", 3, vault.variable("STAGE", "text", "Production"))
      client.transition_model_version_stage("churn", 3, vault.variable("STAGE", usual="Staging"))
    `,
    found: ['4 unguarded-promotion', '5 unguarded-promotion as note'],
    unknown: ['4 unguarded-promotion as note', '5 unguarded-promotion as note'],
  },
  digests: {
    says: {
      digests: [
        {
          call: 'acme.hash',
          parameters: ['kind', 'content'],
          data: 'content',
          gives: ['text'],
          ...provenance,
        },
      ],
      fooled: ['Whirl-1'],
    },
    python: `
      import pickle
      import acme
      def load(path):
          data = open(path, "rb").read()
          if acme.hash("whirl2", data).text() != "9f86d081884c7d659a2feaa0c55ad015":
              raise ValueError(path)
          return pickle.loads(data)
      def load_older(path):
          data = open(path, "rb").read()
          if acme.hash("whirl1", data).text() != "9f86d081884c7d659a2feaa0c55ad015":
              raise ValueError(path)
          return pickle.loads(data)
    `,
    found: ['12 unverified-artifact-load, medium verification'],
    unknown: ['7 unverified-artifact-load', '12 unverified-artifact-load'],
  },
  choices: {
    says: { choices: ['acme.form'] },
    python: `
      import acme
      from mlflow import MlflowClient
      def promote(version):
          if acme.form["passed"]:
              MlflowClient().set_registered_model_alias("churn", "champion", version)
      def promote_later(version):
          if acme.forms["passed"]:
              MlflowClient().set_registered_model_alias("churn", "champion", version)
    `,
    found: ['5 unguarded-promotion', '8 unguarded-promotion, medium evaluation'],
    unknown: ['5 unguarded-promotion, medium evaluation', '8 unguarded-promotion, medium evaluation'],
  },
  delegates: {
    says: {
      delegates: [
        { call: 'acme.pool().run', parameters: ['lane', 'work'], calls: 'work', ...provenance },
        { call: 'acme.aside', calls: 'work', ...provenance },
      ],
    },
    python: `
      import acme
      import boto3
      sagemaker = acme.pool().run("slow", boto3.client, "sagemaker")
      sagemaker.create_endpoint(EndpointName="churn-prod", EndpointConfigName="churn-2")
      sagemaker = acme.aside("sagemaker", lane="slow", work=boto3.client)
      sagemaker.create_endpoint(EndpointName="churn-prod", EndpointConfigName="churn-2")
      acme.pool().run(boto3.client, "sagemaker").create_endpoint(EndpointName="churn-prod", EndpointConfigName="churn-2")
      acme.aside(*boto3.client).create_endpoint(EndpointName="churn-prod", EndpointConfigName="churn-2")
    `,
    found: ['4 unguarded-deployment', '6 unguarded-deployment'],
    unknown: [],
  },
  'results, what they give back': {
    says: {
      results: [
        { call: 'acme.wait', parameters: ['seconds', 'job'], through: 'job', ...provenance },
        { call: 'acme.plain', parameters: ['job'], through: 'job', ...provenance },
      ],
    },
    python: `
      import acme
      import boto3
      sagemaker = acme.wait(5, boto3.client("sagemaker"))
      sagemaker.create_endpoint(EndpointName="churn-prod", EndpointConfigName="churn-2")
      acme.plain(job=sagemaker).create_endpoint(EndpointName="churn-prod", EndpointConfigName="churn-2")
      acme.wait(sagemaker).create_endpoint(EndpointName="churn-prod", EndpointConfigName="churn-2")
    `,
    found: ['4 unguarded-deployment', '5 unguarded-deployment'],
    unknown: [],
  },
  openers: {
    says: { openers: ['acme.unzipped'] },
    python: `
      import hashlib
      import pickle
      from pathlib import Path
      import acme
      def load(path):
          if hashlib.sha256(Path(path).read_bytes()).hexdigest() != "9f86d081884c7d659a2feaa0c55ad015":
              raise ValueError(path)
          return pickle.load(acme.unzipped(path))
    `,
    found: [],
    unknown: ['8 unverified-artifact-load, void verification'],
  },
  options: {
    says: {
      options: [
        { holds: 'acme.Words().read()', 'declared-by': 'word', ...provenance },
        { default: 'acme.Flag', ...provenance },
        { decorates: 'acme.flag', ...provenance },
      ],
    },
    python: `
      import acme
      from mlflow import MlflowClient
      client = MlflowClient()
      words = acme.Words()
      words.word("--stage", default="Production")
      given = words.read()
      client.transition_model_version_stage("churn", 3, given.stage)
      def promote(stage=acme.Flag("Production")):
          client.transition_model_version_stage("churn", 3, stage)
      @acme.flag("--stage", default="Production")
      def release(stage):
          client.transition_model_version_stage("churn", 3, stage)
    `,
    found: ['7 unguarded-promotion', '9 unguarded-promotion', '12 unguarded-promotion'],
    unknown: [
      '7 unguarded-promotion as note',
      '9 unguarded-promotion as note',
      '12 unguarded-promotion as note',
    ],
  },
  'starters, how a command ended': {
    says: {
      starters: [
        {
          call: 'acme.sh',
          parameters: ['line'],
          line: 'line',
          raises: false,
          status: ['code', 'wait()'],
          'raised-by': 'insist',
          ...provenance,
        },
      ],
    },
    python: `
      import acme
      import joblib
      def by_field(path):
          if acme.sh("sha256sum -c churn.sha256").code != 0:
              raise SystemExit(1)
          return joblib.load("churn.joblib")
      def by_method(path):
          if acme.sh("sha256sum -c churn.sha256").wait() != 0:
              raise SystemExit(1)
          return joblib.load("churn.joblib")
      def by_insisting(path):
          acme.sh("sha256sum -c churn.sha256").insist()
          return joblib.load("churn.joblib")
      def by_nothing(path):
          acme.sh("sha256sum -c churn.sha256").log()
          return joblib.load("churn.joblib")
    `,
    found: [
      '6 unverified-artifact-load, weak verification',
      '10 unverified-artifact-load, weak verification',
      '13 unverified-artifact-load, weak verification',
      '16 unverified-artifact-load, void verification',
    ],
    unknown: [
      '6 unverified-artifact-load',
      '10 unverified-artifact-load',
      '13 unverified-artifact-load',
      '16 unverified-artifact-load',
    ],
  },
  'fields, what makes them': {
    says: { fields: [{ call: 'acme.Slot', default: 'usual', factory: 'made', ...provenance }] },
    python: `
      import acme
      import wandb
      class Release:
          run: object = acme.Slot(made=wandb.init)
          def promote(self):
              self.run.log_artifact("churn.pt", aliases=["production"])
    `,
    found: ['6 unguarded-promotion'],
    unknown: [],
  },
}
describe.each(Object.entries(words))(
  '`%s` of a file of rules is all that a library takes',
  (_, { says, python, found, unknown }) => {
    test('what it does is followed', async () => {
      const catalog = catalogSchema.parse({ library: 'Acme', ...says })
      expect(await reported(python, { ...builtin, catalogs: [...builtin.catalogs, catalog] })).toEqual(found)
    })

    test('without it nobody knows', async () => {
      expect(await reported(python, builtin)).toEqual(unknown)
    })
  },
)

async function reported(python: string, rules: typeof builtin): Promise<readonly string[]> {
  const findings = await analyseSources({ 'churn.py': withoutMargin(python) }, rules)
  return findings.map(({ name, rule, level, guards }) => {
    const { line } = lineOf(name.file.text, name.start)
    const what = level === 'note' && guards.length === 0 ? `${rule} as note` : rule
    return [`${line} ${what}`, ...guards.map(({ kind, strength }) => `${strength} ${kind}`)].join(', ')
  })
}

test('a message calls what one of the `setters` of a file of rules sets by its name', async () => {
  const sinks = [
    {
      call: 'acme.settings.put',
      parameters: ['key', 'value'],
      if: { key: 'ACME_CHECKS', value: 'off' },
      does: 'protection-disabled',
      says: 'switches all checks off',
      ...provenance,
    },
  ]
  const messages = async (says: object): Promise<readonly string[]> => {
    const catalog = catalogSchema.parse({ library: 'Acme', sinks, ...says })
    const rules = { ...builtin, catalogs: [...builtin.catalogs, catalog] }
    const python = 'from acme import settings\nsettings.put("ACME_CHECKS", "off")\n'
    return (await analyseSources({ 'churn.py': python }, rules)).map(
      ({ message }) => message.split(',')[0] ?? '',
    )
  }
  expect(await messages({ setters: ['acme.settings.put'] })).toEqual([
    '`ACME_CHECKS` switches all checks off',
  ])
  expect(await messages({})).toEqual(['`acme.settings.put` switches all checks off'])
})
