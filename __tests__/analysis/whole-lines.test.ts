import { findingsIn } from '../pipelines/scanned'

const apply = 'kubectl apply -f inference.yaml'

/** How severe what a step of a job does is. */
async function levelsIn(job: string, step: string): Promise<string[]> {
  const workflow = `on: push\njobs: {${job}: {steps: [${step}]}}`
  const found = await findingsIn({ '.github/workflows/cd.yml': workflow })
  return found.map(({ finding }) => finding.split(' ')[0] ?? '')
}

const production = ['warning']
const elsewhere: readonly string[] = []

describe('where a command works is told by what stands in its line', () => {
  test.each<[string, readonly string[]]>([
    [apply, production],
    [`${apply} -n prod`, production],
    [`${apply} -n churn -n prod`, production],
    [`${apply} -n staging`, elsewhere],
    [`${apply} --namespace=$STAGING_NS`, elsewhere],
    [`kubectl --context staging apply -f inference.yaml`, elsewhere],
    ['kubectl apply -f "$STAGING/inference.yaml"', elsewhere],
    [`NAMESPACE=staging ${apply}`, elsewhere],
    [`cd prod && ${apply}`, production],
    [`cd staging && ${apply}`, elsewhere],
    [`cd deploy/staging && ${apply}`, elsewhere],
    [`cd $FOLDER/staging && ${apply}`, elsewhere],
    [`cd "$STAGING" && ${apply}`, production],
    [`cd $STAGING_FOLDER/manifests && ${apply}`, production],
    [`${apply} > staging.log`, production],
    [`${apply} # staging`, production],
    [`echo staging; ${apply}`, production],
    [`${apply} --dry-run=client`, elsewhere],
  ])('%s', async (command, levels) => {
    expect(await levelsIn('deploy', `{run: ${JSON.stringify(command)}}`)).toEqual(levels)
  })
})

describe('where a command works is told by the name of its job', () => {
  const names: readonly [string, readonly string[]][] = [
    ['deploy', production],
    ['deploy-production', production],
    ['test-deploy', production],
    ['build-test-deploy', production],
    ['test-release', production],
    ['test-and-publish', production],
    ['testing-roll-out', production],
    ['test-promote', production],
    ['deploy-test-test-deploy', production],
    ['deploy-and-test', production],
    ['release_then_test', production],
    ['latest-deploy', production],
    ['deploy-staging', elsewhere],
    ['staging-deploy', elsewhere],
    ['test', elsewhere],
    ['unit-test', elsewhere],
    ['deploy-test', elsewhere],
    ['qa-deploy', elsewhere],
  ]

  test.each(names)('%s, for what a step runs', async (job, levels) => {
    expect(await levelsIn(job, `{run: ${apply}}`)).toEqual(levels)
  })

  test.each(names)('%s, for what an action does', async (job, levels) => {
    const action = '{uses: azure/k8s-deploy@v5, with: {manifests: inference.yaml}}'
    expect(await levelsIn(job, action)).toEqual(levels)
  })

  test.each<[string, readonly string[]]>([
    ['staging', elsewhere],
    ['qa', elsewhere],
    ['production', ['note']],
    ['churn', ['note']],
  ])('and by its environment `%s`', async (environment, levels) => {
    const workflow = `on: push\njobs: {deploy: {environment: ${environment}, steps: [{run: ${apply}}]}}`
    const found = await findingsIn({ '.github/workflows/cd.yml': workflow })
    expect(found.map(({ finding }) => finding.split(' ')[0])).toEqual(levels)
  })

  test('unless several jobs take the same steps', async () => {
    const action = `runs: {using: composite, steps: [{shell: bash, run: ${apply}}]}`
    const use = '{steps: [{uses: ./.github/actions/deploy}]}'
    const found = async (...jobs: readonly string[]): Promise<string[]> => {
      const workflow = `on: push\njobs: {${jobs.map(job => `${job}: ${use}`).join(', ')}}`
      const sources = { '.github/actions/deploy/action.yml': action, '.github/workflows/cd.yml': workflow }
      return (await findingsIn(sources)).map(({ finding }) => finding.split(' ')[0] ?? '')
    }
    expect(await found('deploy-production')).toEqual(production)
    expect(await found('deploy-staging', 'deploy-production')).toEqual(production)
    expect(await found('deploy-production', 'deploy-staging')).toEqual(production)
  })
})

describe('where an action works is told by what it is given', () => {
  test.each<[string, readonly string[]]>([
    ['namespace: production', production],
    ['namespace: staging', elsewhere],
    ['staging: true', elsewhere],
    ['staging: false', production],
    ['staging: False', production],
    ['staging: ""', production],
    ['name: "false-staging"', elsewhere],
  ])('%s', async (given, levels) => {
    const action = `{uses: azure/k8s-deploy@v5, with: {manifests: inference.yaml, ${given}}}`
    expect(await levelsIn('deploy', action)).toEqual(levels)
  })
})

describe('options of a command line are told from its words', () => {
  const deploy = 'databricks bundle deploy'

  test.each<[string, readonly string[]]>([
    [`${deploy} -t dev`, []],
    [`${deploy} -t dev -t prod`, ['error']],
    [`${deploy} -t prod -t dev`, ['error']],
    [`${deploy} -t dev -t test`, []],
    [`${deploy} --var="a=$B" -t prod`, ['error']],
    [`${deploy} --var $VARIABLE -t prod`, ['error']],
    [`${deploy} --timeout -1 -t prod`, ['error']],
    [`${deploy} --timeout -t prod`, ['error']],
    [`${deploy} -t"$TARGET"`, ['note']],
    [`${deploy} -t"prod-$REGION"`, ['error']],
    [`${deploy} -t"dev-$REGION"`, []],
    [`${deploy} --target="$TARGET"`, ['note']],
    [`${deploy} "--target=prod"`, ['error']],
    [`${deploy} --target=dev=prod`, []],
    [`${deploy} --target '' -t prod`, ['error']],
    [`${deploy} --target ''`, []],
    [`${deploy} --target`, []],
    [`${deploy} --no-target prod`, []],
    [`${deploy} -T prod`, []],
    [`${deploy} -- -t prod`, []],
    [`${deploy} "$@" -t prod`, ['error']],
    ['databricks --debug bundle deploy -t prod', ['error']],
    ['databricks --profile acme bundle deploy -t prod', ['error']],
    ['databricks bundle "deploy" -t "prod"', ['error']],
    ['databricks "bundle deploy" -t prod', []],
    ['databricks bundle -t deploy validate', []],
    ['databricks bundle deploys -t prod', []],
    ['databricks $COMMAND deploy -t prod', []],
    ['"$CLI" bundle deploy -t prod', []],
    ['xdatabricks bundle deploy -t prod', []],
    ['databricks/cli bundle deploy -t prod', []],
    ['./bin/databricks bundle deploy -t prod', ['error']],
    ['docker run acme/cli databricks bundle deploy -t prod', ['error']],
    ['docker run -e A=b acme/cli sudo databricks bundle deploy -t prod', ['error']],
    ['docker exec -it runner databricks bundle deploy -t prod', ['error']],
    ['docker run databricks bundle deploy -t prod', []],
  ])('%s', async (command, levels) => {
    const found = await findingsIn({ 'release.sh': `${command}\n` })
    expect(found.map(({ finding }) => finding.split(' ')[0])).toEqual(levels)
  })
})
