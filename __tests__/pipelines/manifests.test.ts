import { withoutMargin } from '../support/margin'
import { findingsIn, type Repository } from './scanned'

const workflow = '.github/workflows/cd.yml'

function pipeline(run: string): string {
  return `
    on: push
    jobs:
      release:
        steps:
          - run: ${run}
  `
}

async function foundWith(run: string, files: Repository): Promise<string[]> {
  const found = await findingsIn({ ...files, [workflow]: pipeline(run) })
  return found.map(({ finding }) => finding.replace(`${workflow}:5 unguarded-deployment`, '').trim())
}

const apply = 'kubectl apply -n shop-prod -f k8s/churn.yaml'

function object(api: string, kind: string, spec: string, name = 'churn'): string {
  return withoutMargin(`
    apiVersion: ${api}
    kind: ${kind}
    metadata: {name: ${name}}
    spec: ${spec}
  `)
}

const kserve = (predictor: string): string =>
  object('serving.kserve.io/v1beta1', 'InferenceService', `{predictor: {${predictor}}}`)
const seldon = (predictors: string): string =>
  object('machinelearning.seldon.io/v1', 'SeldonDeployment', `{predictors: [${predictors}]}`)
const rollout = (strategy: string, image = 'acme/churn-model'): string =>
  object(
    'argoproj.io/v1alpha1',
    'Rollout',
    `{template: {spec: {containers: [{name: main, image: "${image}:4"}]}}, strategy: {${strategy}}}`,
  )
const model = (name: string): string =>
  object('mlops.seldon.io/v1alpha1', 'Model', '{storageUri: "gs://models/churn/4"}', name)
const experiment = (spec: string): string =>
  `${model('churn-4')}\n---\n${object('mlops.seldon.io/v1alpha1', 'Experiment', `{${spec}}`)}`
const ray = (spec: string): string => object('ray.io/v1', 'RayService', `{serveConfigV2: "", ${spec}}`)

describe('a command that deploys', () => {
  const guarded: Readonly<Record<string, string>> = {
    'a KServe service with a part of the traffic': kserve('canaryTrafficPercent: 10'),
    'a KServe service with none of it': kserve('canaryTrafficPercent: 0'),
    'Seldon predictors that share the traffic': seldon('{name: a, traffic: 90}, {name: b, traffic: 10}'),
    'a Seldon predictor in the shadow': seldon('{name: a, traffic: 100}, {name: b, shadow: true}'),
    'a Seldon experiment with a mirror': experiment(
      'candidates: [{name: churn}], mirror: {name: churn-4, percent: 100}',
    ),
    'a Seldon experiment with weights': experiment(
      'candidates: [{name: churn, weight: 90}, {name: churn-4, weight: 10}]',
    ),
    'a rollout that waits for somebody': rollout(
      'canary: {steps: [{setWeight: 10}, {pause: {}}, {setWeight: 100}]}',
    ),
    'a rollout that is analysed': rollout(
      'canary: {steps: [{setWeight: 10}, {analysis: {templates: [{templateName: errors}]}}]}',
    ),
    'a rollout that is analysed while it runs': rollout(
      'canary: {analysis: {templates: [{templateName: errors}]}, steps: []}',
    ),
    'a rollout that does not promote itself': rollout('blueGreen: {autoPromotionEnabled: false}'),
    'a rollout that is analysed before it promotes itself': rollout(
      'blueGreen: {prePromotionAnalysis: {templates: []}}',
    ),
  }
  test.each(Object.entries(guarded))('%s is silent', async (_, manifest) => {
    expect(await foundWith(apply, { 'k8s/churn.yaml': manifest })).toEqual([])
  })

  const open: Readonly<Record<string, readonly [manifest: string, level: string, message: string]>> = {
    'a KServe service': [
      kserve('minReplicas: 2'),
      'error',
      'the KServe `InferenceService` `churn` (`k8s/churn.yaml`)',
    ],
    'a KServe service with all of the traffic': [
      kserve('canaryTrafficPercent: 100'),
      'error',
      'the KServe `InferenceService`',
    ],
    'one Seldon predictor': [seldon('{name: a}'), 'error', 'the Seldon Core 1 `SeldonDeployment` `churn`'],
    'a Seldon predictor with all of the traffic': [
      seldon('{name: a, traffic: 0}, {name: b, traffic: 100}'),
      'error',
      'the Seldon Core 1 `SeldonDeployment`',
    ],
    'a Seldon model': [model('churn'), 'error', 'the Seldon Core 2 model or pipeline `churn`'],
    'a Seldon experiment that gives all of the traffic': [
      experiment('candidates: [{name: churn-4, weight: 100}]'),
      'error',
      'the Seldon Core 2 `Experiment`',
    ],
    'a Ray service': [ray(''), 'error', 'the `RayService` `churn`'],
    'a Ray service that moves traffic by itself': [
      ray('upgradeStrategy: {type: NewClusterWithIncrementalUpgrade}'),
      'error',
      'the `RayService`',
    ],
    'a rollout without steps': [rollout('canary: {}'), 'warning', 'the Argo `Rollout` `churn`'],
    'a rollout that only waits for time': [
      rollout('canary: {steps: [{setWeight: 10}, {pause: {duration: 1h}}]}'),
      'warning',
      'the Argo `Rollout`',
    ],
    'a rollout that waits when all has moved': [
      rollout('canary: {steps: [{setWeight: 100}, {pause: {}}]}'),
      'warning',
      'the Argo `Rollout`',
    ],
    'a rollout that promotes itself': [
      rollout('blueGreen: {activeService: a}'),
      'warning',
      'the Argo `Rollout`',
    ],
    'a rollout that promotes itself after a while': [
      rollout('blueGreen: {autoPromotionSeconds: 60}'),
      'warning',
      'the Argo `Rollout`',
    ],
    'a rollout that may wait for a person or for a while': [
      rollout('blueGreen: {autoPromotionEnabled: false, autoPromotionSeconds: 60}'),
      'note',
      'the Argo `Rollout`',
    ],
    'a guarded service beside an open one': [
      `${kserve('canaryTrafficPercent: 10')}\n---\n${kserve('minReplicas: 1')}`,
      'error',
      'the KServe `InferenceService` `churn` (`k8s/churn.yaml`), the KServe',
    ],
  }
  test.each(Object.entries(open))('%s is reported at the command', async (_, [manifest, level, message]) => {
    const [found, ...others] = await findingsIn({ 'k8s/churn.yaml': manifest, [workflow]: pipeline(apply) })
    expect(found?.finding).toBe(`${level} ${workflow}:5 unguarded-deployment`)
    expect(others).toEqual([])
    expect(found?.message).toMatch(/It deploys the /)
    expect(found?.message).toContain(message)
    expect(found?.path).toEqual([
      `${workflow}:1 \`${workflow}\` starts on every push`,
      `${workflow}:3 it runs the job \`release\``,
    ])
  })
})

const service = kserve('minReplicas: 2')
const error = 'error'

type Case = [title: string, run: string, files: Repository, found: readonly string[]]

describe('what a command deploys is found', () => {
  const kustomization = (more: string): string => `
    resources: [../base]
    ${more}
  `
  const canaryBase = { 'k8s/base/kustomization.yaml': 'resources: [churn.yaml]' }
  const chart = {
    'charts/churn/Chart.yaml': 'name: churn',
    'charts/churn/values.yaml': 'canary: 10\nnamespace: shop',
    'charts/churn/templates/service.yaml': `
      {{- if .Values.enabled }}
      apiVersion: serving.kserve.io/v1beta1
      kind: InferenceService
      metadata:
        name: {{ .Release.Name }}
        labels: {{- include "churn.labels" . | nindent 4 }}
      spec:
        predictor:
          canaryTrafficPercent: {{ .Values.canary }}
      {{- end }}
    `,
    'charts/churn/values-prod.yaml': 'canary: 100',
    'charts/churn/values-prod-canary.yaml': 'canary: 5',
  }
  const helm = 'helm upgrade --install churn charts/churn -n shop-prod'
  const application = (path: string, destination: string, more = ''): string => `
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: shop}
    spec:
      source: {path: ${path}, repoURL: "https://git.example/shop"}
      destination: {namespace: ${destination}}
      ${more}
  `

  test.each<Case>([
    ['in a file', apply, { 'k8s/churn.yaml': service }, [error]],
    [
      'in one of several files',
      'kubectl apply -n prod -f a.yaml -f b.yaml',
      { 'a.yaml': 'a: 1', 'b.yaml': service },
      [error],
    ],
    [
      'in a list of files',
      'kubectl apply -n prod --filename=a.yaml,b.yaml',
      { 'a.yaml': 'a: 1', 'b.yaml': service },
      [error],
    ],
    ['in a folder', 'kubectl apply -n prod -f k8s', { 'k8s/a.yaml': service }, [error]],
    ['in folders below', 'kubectl apply -n prod -R -f k8s/', { 'k8s/a/a.yaml': service }, [error]],
    ['by a pattern', '"kubectl apply -n prod -f k8s/*.yaml"', { 'k8s/a.yaml': service }, [error]],
    [
      'beside where it runs',
      '"cd k8s && kubectl apply -n prod -f churn.yaml"',
      { 'k8s/churn.yaml': service },
      [error],
    ],
    ['by other commands', 'oc apply -n prod -f churn.yaml', { 'churn.yaml': service }, [error]],
    ['by those that make it', 'kubectl create -n prod -f churn.yaml', { 'churn.yaml': service }, [error]],
    ['in a pipe', '"cat churn.yaml | kubectl apply -n prod -f -"', { 'churn.yaml': service }, [error]],
    [
      'in a kustomization',
      'kubectl apply -k k8s/prod',
      { 'k8s/prod/kustomization.yaml': kustomization(''), ...canaryBase, 'k8s/base/churn.yaml': service },
      [error],
    ],
    [
      'in a kustomization that is built before',
      '"kustomize build k8s/prod | kubectl apply -f -"',
      { 'k8s/prod/kustomization.yaml': kustomization(''), ...canaryBase, 'k8s/base/churn.yaml': service },
      [error],
    ],
    [
      'with the namespace of a kustomization',
      'kubectl apply -k k8s/live',
      {
        'k8s/live/kustomization.yaml': kustomization('namespace: shop-staging'),
        ...canaryBase,
        'k8s/base/churn.yaml': service,
      },
      [],
    ],
    [
      'with a patch that makes it a canary',
      'kubectl apply -k k8s/prod',
      {
        'k8s/prod/kustomization.yaml': kustomization('patches: [{path: part.yaml}]'),
        'k8s/prod/part.yaml': kserve('canaryTrafficPercent: 10'),
        ...canaryBase,
        'k8s/base/churn.yaml': service,
      },
      [],
    ],
    [
      'with a patch that ends the canary',
      'kubectl apply -k k8s/prod',
      {
        'k8s/prod/kustomization.yaml': kustomization(
          'patches: [{target: {kind: InferenceService}, path: all.yaml}]',
        ),
        'k8s/prod/all.yaml': '- {op: remove, path: /spec/predictor/canaryTrafficPercent}',
        ...canaryBase,
        'k8s/base/churn.yaml': kserve('canaryTrafficPercent: 10'),
      },
      [error],
    ],
    [
      'with a patch that takes away what would promote it',
      'kubectl apply -k k8s/prod',
      {
        'k8s/prod/kustomization.yaml': kustomization('patches: [{path: wait.yaml}]'),
        'k8s/prod/wait.yaml': rollout('blueGreen: {autoPromotionSeconds: null}'),
        ...canaryBase,
        'k8s/base/churn.yaml': rollout('blueGreen: {autoPromotionEnabled: false, autoPromotionSeconds: 60}'),
      },
      [],
    ],
    ['in a chart, a part of the traffic', helm, chart, []],
    ['in a chart with values for all of it', `${helm} -f charts/churn/values-prod.yaml`, chart, [error]],
    [
      'in a chart with later values',
      `${helm} -f charts/churn/values-prod.yaml -f charts/churn/values-prod-canary.yaml`,
      { ...chart, 'charts/churn/values-prod.yaml': 'canary: 100' },
      [],
    ],
    [
      'by the file of values',
      'helm upgrade --install churn charts/churn -f charts/churn/values-prod.yaml',
      chart,
      [error],
    ],
    [
      'in an application',
      'argocd app sync shop',
      { 'apps/shop.yaml': application('k8s', 'shop-prod'), 'k8s/churn.yaml': service },
      [error],
    ],
    [
      'in an application for another place',
      'argocd app sync shop',
      { 'apps/shop.yaml': application('k8s', 'shop-dev'), 'k8s/churn.yaml': service },
      [],
    ],
    [
      'in an application in quotes',
      'argocd app sync shop',
      {
        'apps/shop.yaml': application('k8s', 'shop-prod').replace('kind: ', '"kind" : '),
        'k8s/churn.yaml': service,
      },
      [error],
    ],
    [
      'in an application in a file that is no manifest',
      'argocd app sync shop',
      { 'apps/shop.txt': application('k8s', 'shop-prod'), 'k8s/churn.yaml': service },
      [],
    ],
    [
      'in an application in a copy that is no manifest any more',
      'argocd app sync shop',
      { 'apps/shop.yaml.bak': application('k8s', 'shop-prod'), 'k8s/churn.yaml': service },
      [],
    ],
    [
      'in one of several sources of an application',
      'argocd app sync shop',
      {
        'apps/shop.yaml': application('k8s', 'shop-prod').replace(
          /source: \{.*\}/,
          'sources: [{path: other}, {path: k8s}]',
        ),
        'k8s/churn.yaml': service,
      },
      [error],
    ],
    ...['{name: prod}', '{server: "https://prod.example"}'].map(
      (place): Case => [
        `in an application for a cluster ${place}`,
        'argocd app sync shop',
        {
          'apps/shop.yaml': application('k8s', 'x').replace('{namespace: x}', place),
          'k8s/churn.yaml': service,
        },
        [error],
      ],
    ),
    [
      'in an application whose file names the place',
      'argocd app sync shop',
      { 'apps/prod/shop.yaml': application('k8s', 'shop'), 'k8s/churn.yaml': service },
      [error],
    ],
    [
      'in an application whose manifests name the place',
      'argocd app sync shop',
      { 'apps/shop.yaml': application('k8s/prod', 'shop'), 'k8s/prod/churn.yaml': service },
      [error],
    ],
    [
      'in an application with a chart',
      'argocd app sync shop',
      { ...chart, 'apps/shop.yaml': application('charts/churn', 'shop-prod') },
      [],
    ],
    [
      'in an application with a chart and values of its own',
      'argocd app sync shop',
      {
        ...chart,
        'apps/shop.yaml': application('charts/churn, helm: {valueFiles: [values-prod.yaml]}', 'shop-prod'),
      },
      [error],
    ],
    [
      'in an application with a chart and parameters of its own',
      'argocd app sync shop',
      {
        ...chart,
        'apps/shop.yaml': application(
          'charts/churn, helm: {parameters: [{name: canary, value: "100"}]}',
          'shop-prod',
        ),
      },
      [error],
    ],
    [
      'in a chart with values beside where it runs',
      '"cd charts && helm upgrade --install churn churn -n shop-prod -f churn/values-prod.yaml"',
      chart,
      [error],
    ],
    [
      'in a chart, beside what is no template',
      helm,
      { ...chart, 'charts/churn/templates/service.yaml.bak': service },
      [],
    ],
    [
      'in a kustomization that is named itself',
      'kubectl apply -f k8s/prod/Kustomization',
      { 'k8s/prod/Kustomization': kustomization(''), ...canaryBase, 'k8s/base/churn.yaml': service },
      [error],
    ],
    [
      'beside a kustomization, in a file with a longer name',
      'kubectl apply -f k8s/prod/kustomization.yaml.yaml',
      { 'k8s/prod/kustomization.yaml.yaml': service, 'k8s/prod/kustomization.yaml': 'resources: []' },
      [error],
    ],
    [
      'with a patch for objects of another kind',
      'kubectl apply -k k8s/prod',
      {
        'k8s/prod/kustomization.yaml': kustomization('patches: [{path: part.yaml}]'),
        'k8s/prod/part.yaml': kserve('canaryTrafficPercent: 10').replace('InferenceService', 'Other'),
        ...canaryBase,
        'k8s/base/churn.yaml': service,
      },
      [error],
    ],
    [
      'with a patch that leaves the canary alone',
      'kubectl apply -k k8s/prod',
      {
        'k8s/prod/kustomization.yaml': kustomization('patches: [{path: part.yaml}]'),
        'k8s/prod/part.yaml': kserve('minReplicas: 3'),
        ...canaryBase,
        'k8s/base/churn.yaml': kserve('canaryTrafficPercent: 10'),
      },
      [],
    ],
    [
      'with its own namespace where the kustomization leaves it empty',
      'kubectl apply -k k8s',
      {
        'k8s/kustomization.yaml': 'resources: [churn.yaml]\nnamespace:',
        'k8s/churn.yaml': service.replace('{name: churn}', '{name: churn, namespace: shop-prod}'),
      },
      [error],
    ],
    [
      'by a pattern, and not elsewhere',
      '"kubectl apply -n prod -f k8s/*.yaml"',
      { 'k8s/a.yaml': object('v1', 'ConfigMap', '{}'), 'other/a.yaml': service },
      [],
    ],
    ['where it runs', 'kubectl apply -n prod -f .', { 'churn.yaml': service }, [error]],
  ])('%s', async (_, run, files, expected) => {
    expect(await foundWith(run, files)).toEqual(expected)
  })

  test.each<[hole: string, found: readonly string[]]>([
    ['{{ .Values.canary | quote }}', []],
    ['{{.Values.canary|quote}}', []],
    ['{{- .Values.canary -}}', []],
    ['{{ .Values.deep.canary | int | toString }}', []],
    ['{{ .Values.none | default 10 }}', []],
    ['{{ .Values.none|default "10"|int }}', []],
    ['{{ .Values.none | default   10 }}', []],
    ['{{ .Values.none }}', [error]],
    ['{{ add .Values.canary 1 }}', [error]],
  ])('in a template with %s', async (hole, expected) => {
    const text = chart['charts/churn/templates/service.yaml'].replace('{{ .Values.canary }}', hole)
    const values = 'canary: 10\ndeep: {canary: 10}'
    const files = { 'charts/churn/templates/service.yaml': text, 'charts/churn/values.yaml': values }
    expect(await foundWith(helm, { ...chart, ...files })).toEqual(expected)
  })

  const part = (steering: string, otherwise = ''): string =>
    `{{- if ${steering} }}\n    canaryTrafficPercent: {{ .Values.canary }}${otherwise}\n    {{- end }}`

  test.each<[lines: string, values: string, found: readonly string[]]>([
    [part('.Values.split'), 'split: true', []],
    [part('.Values.split'), 'split: false', [error]],
    [part('.Values.split'), 'split: ""', [error]],
    [part('.Values.split'), '', [error]],
    [part('not .Values.whole'), '', []],
    [part('not .Values.whole'), 'whole: true', [error]],
    [part('and .Values.split .Values.deep'), 'split: true', [error]],
    [part('.Values.split', '\n    {{- else }}\n    canaryTrafficPercent: 100'), 'split: true', []],
    [part('.Values.split', '\n    {{- else }}\n    canaryTrafficPercent: 100'), 'split: false', [error]],
    [part('.Values.whole', '\n    {{- else }}\n    canaryTrafficPercent: 20'), 'canary: 100', []],
    [part('.Values.split', '\n    {{- else if .Values.canary }}\n    canaryTrafficPercent: 5'), '', []],
    [
      `{{- if .Values.split }}\n    {{- with .Values.deep }}\n    x: 1\n    {{- end }}\n    canaryTrafficPercent: 10\n    {{- end }}`,
      'split: false',
      [error],
    ],
  ])('in a template that %j steers, with %j', async (lines, values, expected) => {
    const text = `
apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: {name: churn}
spec:
  predictor:
    model: {storageUri: "s3://models/churn"}
    ${lines}
`
    const files = {
      'charts/churn/templates/service.yaml': text,
      'charts/churn/values.yaml': values.includes('canary') ? values : `canary: 10\n${values}`,
    }
    expect(await foundWith(helm, { ...chart, ...files })).toEqual(expected)
  })

  test.each<[options: string, found: readonly string[]]>([
    ['--set share=100', [error]],
    ['--set share=20', []],
    ['--set replicas=2,share=100', [error]],
    ['--set-string share=100', [error]],
    ['--set share=$SHARE', [error]],
    ['--set replicas=100', []],
    ['--set share=100,canary.enabled=false', [error]],
    ['--set share=100 --set canary.weight=100', [error]],
    ['--set share=100 --set canary.enabled=true', []],
    ['--set share=100 -f charts/churn/values-eu.yaml', [error]],
  ])('in a chart with %s', async (options, expected) => {
    const text = chart['charts/churn/templates/service.yaml'].replace('.Values.canary', '.Values.share')
    const files = { 'charts/churn/templates/service.yaml': text, 'charts/churn/values.yaml': 'share: 10' }
    const eu = { 'charts/churn/values-eu.yaml': 'share: 5' }
    expect(await foundWith(`${helm} ${options}`, { ...chart, ...files, ...eu })).toEqual(expected)
  })

  const kustomize = 'kubectl apply -k k8s/eu'
  const inline = (text: string): string => `patches: [{patch: ${JSON.stringify(withoutMargin(text))}}]`
  const operations = '- {op: replace, path: /spec/predictor/canaryTrafficPercent, value: 10}'
  const target = (more: string): string => `{target: {kind: InferenceService${more}}, path: part.yaml}`

  test.each<[title: string, settings: string, part: string, found: readonly string[]]>([
    ['no change', '', '', ['warning']],
    ['a prefix of names', 'namePrefix: prod-', '', [error]],
    ['an ending of names', 'nameSuffix: -staging', '', []],
    ['a namespace', 'namespace: shop-prod', '', [error]],
    [
      'a patch of the older kind',
      'patchesStrategicMerge: [part.yaml]',
      kserve('canaryTrafficPercent: 10'),
      [],
    ],
    ['operations of the older kind', `patchesJson6902: [${target('')}]`, operations, []],
    ['a patch that stands there', inline(kserve('canaryTrafficPercent: 10')), '', []],
    ['a patch for a name', `patches: [${target(', name: churn')}]`, operations, []],
    ['a patch for another name', `patches: [${target(', name: other')}]`, operations, ['warning']],
    [
      'a patch for another kind',
      `patches: [${target('').replace('InferenceService', 'Deployment')}]`,
      operations,
      ['warning'],
    ],
    [
      'a patch of an object for another name',
      `patches: [${target(', name: other')}]`,
      kserve('canaryTrafficPercent: 10'),
      ['warning'],
    ],
    [
      'a patch of an object of another name',
      'patches: [{path: part.yaml}]',
      kserve('canaryTrafficPercent: 10').replace('churn', 'other'),
      ['warning'],
    ],
    ['a patch that is not there', 'patches: [{path: gone.yaml}]', '', ['warning']],
    [
      'a patch that puts a text in place of a map',
      'patches: [{path: part.yaml}]',
      kserve('').replace(/spec:.*/, 'spec: {predictor: none}'),
      ['warning'],
    ],
    ['an operation without a path', `patches: [${target('')}]`, '- {op: add, value: 10}', ['warning']],
    [
      'an operation with a value of more depth',
      `patches: [${target('')}]`,
      '- {op: add, path: /spec/predictor, value: {canaryTrafficPercent: 10}}',
      [],
    ],
    ['something from elsewhere', 'components: ["https://git.example/churn"]', '', ['warning']],
  ])('in a kustomization with %s', async (_, settings, part, expected) => {
    const files = {
      'k8s/eu/kustomization.yaml': kustomization(settings),
      'k8s/eu/part.yaml': part,
      ...canaryBase,
      'k8s/base/churn.yaml': service,
    }
    expect(await foundWith(kustomize, files)).toEqual(expected)
  })

  test.each(['bases', 'components', 'resources'])('in what a kustomization names as %s', async key => {
    const files = (name: string): Repository => ({
      [`k8s/prod/${name}`]: `${key}: [../base]`,
      ...canaryBase,
      'k8s/base/churn.yaml': service,
    })
    expect(await foundWith('kubectl apply -k k8s/prod', files('kustomization.yaml'))).toEqual([error])
    expect(await foundWith('kubectl apply -k k8s/prod', files('kustomization.yml'))).toEqual([error])
    expect(await foundWith('kubectl apply -k k8s/prod', files('Kustomization'))).toEqual([error])
  })

  test('in a chart with templates of either ending', async () => {
    const { 'charts/churn/templates/service.yaml': text, ...others } = chart
    const files = { ...others, 'charts/churn/templates/service.yml': text }
    expect(await foundWith(`${helm} -f charts/churn/values-prod.yaml`, files)).toEqual([error])
    expect(await foundWith(helm, files)).toEqual([])
  })

  test('in a chart with values that put a number in place of a map', async () => {
    const service = chart['charts/churn/templates/service.yaml']
    const files = {
      ...chart,
      'charts/churn/templates/service.yaml': service.replace('.Values.canary', '.Values.deep.canary'),
      'charts/churn/values.yaml': 'deep: {canary: 10}',
      'charts/churn/values-prod.yaml': 'deep: 3',
    }
    expect(await foundWith(helm, files)).toEqual([])
    expect(await foundWith(`${helm} -f charts/churn/values-prod.yaml`, files)).toEqual([error])
  })

  test('in an application, and not in what is called like it', async () => {
    const other = application('none', 'shop-dev')
    const files = {
      'apps/a.yaml': application('k8s', 'shop-prod'),
      'apps/b.yaml': other.replace('argoproj.io/v1alpha1', 'app.k8s.io/v1beta1'),
      'apps/c.yaml': `# kind: Application\n${withoutMargin(other).replace('kind: Application', 'kind: AppProject')}`,
      'k8s/churn.yaml': service,
    }
    expect(await foundWith('argocd app sync shop', files)).toEqual([error])
  })

  test('behind a command', async () => {
    const yaml = (percent: string, end: string): string => `
      on: push
      jobs:
        release:
          steps:
            - run: |
                kubectl apply -n prod -f - <<${end}
                apiVersion: serving.kserve.io/v1beta1
                kind: InferenceService
                metadata: {name: churn}
                spec: {predictor: {canaryTrafficPercent: ${percent}}}
                EOF
    `
    const found = async (percent: string, end = 'EOF'): Promise<number> =>
      (await findingsIn({ [workflow]: yaml(percent, end) })).length
    expect(await found('10')).toBe(0)
    expect(await found('100')).toBe(1)
    expect(await found('100', "'EOF'")).toBe(1)
    expect(await found('10', "'EOF'")).toBe(0)
  })

  test('behind a command that says nothing of a model, or nothing at all', async () => {
    const written = `
      on: push
      jobs:
        release:
          steps:
            - run: |
                kubectl apply -n ml-prod -f - <<EOF
                apiVersion: v1
                kind: ConfigMap
                EOF
    `
    expect(await findingsIn({ [workflow]: written })).toEqual([])
    expect(await foundWith('kubectl apply -n ml-prod -f -', {})).toEqual(['warning'])
  })

  test('and named with its file, unless the command writes it', async () => {
    const messageOf = async (run: string, files: Repository): Promise<string | undefined> =>
      (await findingsIn({ ...files, [workflow]: pipeline(run) }))[0]?.message
    const inFile = await messageOf('kubectl apply -n prod -f k8s', { 'k8s/a`b.yaml': service })
    expect(inFile).toContain("It deploys the KServe `InferenceService` `churn` (`k8s/a'b.yaml`).")
    const written = `
      on: push
      jobs:
        release:
          steps:
            - run: |
                kubectl apply -n prod -f - <<EOF
                apiVersion: serving.kserve.io/v1beta1
                kind: InferenceService
                metadata: {name: churn}
                EOF
    `
    const [found] = await findingsIn({ [workflow]: written })
    expect(found?.message).toContain('It deploys the KServe `InferenceService` `churn`.')
  })

  test('and what a chart works out of its name is left open', async () => {
    const named = async (name: string): Promise<string | undefined> => {
      const text = chart['charts/churn/templates/service.yaml'].replace('{{ .Release.Name }}', name)
      const files = { ...chart, 'charts/churn/templates/service.yaml': text }
      return (
        await findingsIn({
          ...files,
          [workflow]: pipeline(`${helm} -f charts/churn/values-prod.yaml`),
        })
      )[0]?.message
    }
    const where = '(`charts/churn/templates/service.yaml`).'
    expect(await named('{{ include "churn.fullname" . }}-api')).toContain(
      `\`InferenceService\` \`…-api\` ${where}`,
    )
    expect(await named('{{ include "churn.fullname" . }}')).toContain(`\`InferenceService\` ${where}`)
    expect(await named('churn-computed')).toContain(`\`churn-computed\` ${where}`)
  })
})

describe('where a command deploys', () => {
  const at = (more: string): string =>
    withoutMargin(service.replace('{name: churn}', `{name: churn, ${more}}`))

  test.each<[string, string, string, readonly string[]]>([
    ['the namespace of the command', 'kubectl apply -n shop-prod -f churn.yaml', service, [error]],
    ['the context of the command', 'kubectl apply --context prod -f churn.yaml', service, [error]],
    ['another namespace of the command', 'kubectl apply -n dev -f churn.yaml', at('namespace: prod'), []],
    ['the namespace of the manifest', 'kubectl apply -f churn.yaml', at('namespace: shop-prod'), [error]],
    ['another namespace of the manifest', 'kubectl apply -f churn.yaml', at('namespace: staging'), []],
    [
      'the name of the manifest',
      'kubectl apply -f churn.yaml',
      service.replace('churn', 'churn-prod'),
      [error],
    ],
    ['nothing but a pipeline that starts by itself', 'kubectl apply -f churn.yaml', service, ['warning']],
    ['a rehearsal', 'kubectl apply -n prod --dry-run=server -f churn.yaml', service, []],
  ])('is told by %s', async (_, run, manifest, expected) => {
    expect(await foundWith(run, { 'churn.yaml': manifest })).toEqual(expected)
  })
})

describe('what serves no model', () => {
  const website = object(
    'apps/v1',
    'Deployment',
    '{template: {spec: {containers: [{image: nginx}]}}}',
    'website',
  )

  test('is no finding, whatever the command calls it', async () => {
    const files = { 'k8s/model.yaml': website }
    expect(await foundWith('kubectl apply -n ml-prod -f k8s/model.yaml', files)).toEqual([])
    expect(await foundWith('kubectl apply -n ml-prod -f k8s/other.yaml', files)).toEqual(['warning'])
  })

  test('is left to the words of the command where it is of a kind that nobody knows', async () => {
    const files = { 'k8s/a.yaml': object('serving.acme.example/v1', 'Oracle', '{}') }
    expect(await foundWith('kubectl apply -n ml-prod -f k8s/a.yaml', files)).toEqual(['warning'])
    expect(await foundWith('kubectl apply -n prod -f k8s/a.yaml', files)).toEqual([])
  })

  test.each([
    ['v1', 'ConfigMap'],
    ['networking.k8s.io/v1', 'Ingress'],
    ['serving.kserve.io/v1alpha1', 'ServingRuntime'],
  ])('is no finding as a %s %s either', async (api, kind) => {
    const files = { 'a.yaml': object(api, kind, '{}'), 'b.yaml': website }
    expect(await foundWith('kubectl apply -n ml-prod -f a.yaml -f b.yaml', files)).toEqual([])
    expect(await foundWith('kubectl apply -n ml-prod -f a.yaml -f $FILE', files)).toEqual(['warning'])
  })

  test('is told from a workload that serves one by its name', async () => {
    const image = website.replace('nginx', 'ghcr.io/acme/churn-model:4')
    expect(await foundWith('kubectl apply -n prod -f k8s/a.yaml', { 'k8s/a.yaml': image })).toEqual([
      'warning',
    ])
    expect(await foundWith('kubectl apply -n prod -f k8s/a.yaml', { 'k8s/a.yaml': website })).toEqual([])
  })

  test('leaves it to the words of the command where a manifest cannot be read', async () => {
    const broken = `${website}\n{{ .Values.more }}: [`
    expect(await foundWith('kubectl apply -n ml-prod -f a.yaml', { 'a.yaml': broken })).toEqual(['warning'])
    expect(await foundWith('kubectl apply -n prod -f a.yaml', { 'a.yaml': broken })).toEqual([])
  })
})

describe('an application that follows Git by itself', () => {
  const application = (policy: string, namespace = 'shop-prod'): string => `
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: shop}
    spec:
      source: {path: k8s, repoURL: "https://git.example/shop"}
      destination: {namespace: ${namespace}}
      syncPolicy:
        ${policy}
  `
  async function told(policy: string, namespace?: string, manifest = service): Promise<string[]> {
    const files = { 'apps/shop.yaml': application(policy, namespace), 'k8s/churn.yaml': manifest }
    return (await findingsIn(files)).map(({ finding }) => finding)
  }

  test('is reported where it says so, with what starts it', async () => {
    const files = { 'apps/shop.yaml': application('automated: {prune: true}'), 'k8s/churn.yaml': service }
    const [found, ...others] = await findingsIn(files)
    expect(others).toEqual([])
    expect(found?.finding).toBe('warning apps/shop.yaml:8 unguarded-deployment')
    expect(found?.message).toContain('It deploys the KServe `InferenceService` `churn` (`k8s/churn.yaml`).')
    expect(found?.path).toEqual([
      'apps/shop.yaml:8 `apps/shop.yaml` starts when what Git holds changes (`syncPolicy.automated`)',
      'apps/shop.yaml:8 it runs the job `shop`',
    ])
  })

  test.each<[string, string, string | undefined, string | undefined, readonly string[]]>([
    ['by default', 'automated: {}', undefined, undefined, ['warning apps/shop.yaml:8 unguarded-deployment']],
    ['somewhere', 'automated: {}', 'shop', undefined, ['note apps/shop.yaml:8 unguarded-deployment']],
    ['for another place', 'automated: {}', 'shop-staging', undefined, []],
    ['switched off', 'automated: {enabled: false}', undefined, undefined, []],
    ['by hand', 'syncOptions: []', undefined, undefined, []],
    ['with a canary', 'automated: {}', undefined, kserve('canaryTrafficPercent: 10'), []],
    ['without a model', 'automated: {}', undefined, object('v1', 'ConfigMap', '{}'), []],
  ])('%s', async (_, policy, namespace, manifest, expected) => {
    expect(await told(policy, namespace, manifest)).toEqual(expected)
  })
})

test('a manifest that nothing deploys is no finding', async () => {
  expect(await foundWith('echo', { 'k8s/churn.yaml': service.replace('churn', 'churn-prod') })).toEqual([])
})

test('a gate in front of the command guards what it deploys', async () => {
  const evaluate = 'import json, sys\nif json.load(open("metrics.json"))["auc"] < 0.85:\n    sys.exit(1)\n'
  const files = { 'k8s/churn.yaml': service, 'evaluate.py': evaluate }
  expect(await foundWith(`"python evaluate.py && ${apply}"`, files)).toEqual([])
  expect(await foundWith(`"python evaluate.py || true; ${apply}"`, files)).toEqual([error])
})

test('a canary that only looks like one is named', async () => {
  const timed = rollout('canary: {steps: [{setWeight: 10}, {pause: {duration: 1h}}]}')
  const steps = ray('upgradeStrategy: {type: NewClusterWithIncrementalUpgrade}')
  const guardsOf = async (...manifests: string[]): Promise<readonly string[] | undefined> => {
    const files = { 'k8s/churn.yaml': manifests.join('\n---\n'), [workflow]: pipeline(apply) }
    return (await findingsIn(files))[0]?.guards
  }
  const waits =
    'canary void: the rollout only waits between its steps, and nothing looks at it (`pause` with `duration`)'
  const moves =
    'canary weak: traffic moves step by step, and nothing looks at it in between (`NewClusterWithIncrementalUpgrade`)'
  expect(await guardsOf(timed)).toEqual([waits])
  expect(await guardsOf(service, timed)).toEqual([waits])
  expect(await guardsOf(service, steps)).toEqual([moves])
  expect(await guardsOf(service, kserve('canaryTrafficPercent: 10'))).toEqual([])
})

describe('hostile manifests', () => {
  test.each<[string, string, Repository]>([
    [
      'a kustomization that names itself',
      'kubectl apply -k k',
      { 'k/kustomization.yaml': 'resources: [../k]' },
    ],
    ['a path out of the tree', 'kubectl apply -n ml-prod -f ../../../etc/x.yaml', {}],
    [
      'aliases for billions of nodes',
      'kubectl apply -f a.yaml',
      {
        'a.yaml': `apiVersion: v1\nkind: X\na: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'.replace(
          /./g,
          c =>
            `${c}: &${c} [${Array(9)
              .fill(`*${String.fromCharCode(c.charCodeAt(0) - 1)}`)
              .join(', ')}]\n`,
        )}`,
      },
    ],
  ])('%s is no crash and no hang', async (_, run, files) => {
    expect(await foundWith(run, files)).toEqual(run.includes('ml-prod') ? ['warning'] : [])
  })
})
