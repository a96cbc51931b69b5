import { findingsIn } from '../pipelines/scanned'

async function levelsIn(workflow: string): Promise<string[]> {
  const found = await findingsIn({ '.github/workflows/cd.yml': `on: push\njobs: {churn-model: ${workflow}}` })
  return found.map(({ finding }) => finding.split(' ')[0] ?? '')
}

describe('a workflow of another repository is known by its name', () => {
  test.each([
    'acme/ci/.github/workflows/deploy.yml@main',
    'acme/ci/.github/workflows/deploy.yml@v1@2',
    'Acme/CI/.github/workflows/Deploy.yml@main',
    'acme/ci/.github/workflows/deploy-model.yml@v1',
    'acme/ci/.github/workflows/model-deploy.yml@v1',
    'acme/ci/.github/workflows/model-promotion.yaml@v1',
    'acme/ci/.github/workflows/rollout.yml@v1',
  ])('%s rolls out', async uses => expect(await levelsIn(`{uses: ${uses}}`)).toEqual(['warning']))

  test.each([
    'acme/ci/.github/workflows/build.yml@deploy',
    'acme/ci/.github/workflows/dep.yml@v1',
    'acme/deploy/.github/workflows/build.yml@v1',
    'acme/ci/.github/deploy.yml@v1',
    'deploy/.github/workflows@v1',
  ])('%s does not', async uses => expect(await levelsIn(`{uses: ${uses}}`)).toEqual([]))

  const traffic = 'with: {endpoint_name: churn-prod, traffic_allocation: "blue=100"}'

  test.each<[string, readonly string[]]>([
    ['Azure/mlops-templates/.github/workflows/allocate-traffic.yml@main', ['error']],
    ['azure/mlops-templates/.github/workflows/allocate-traffic.yml.old@main', []],
    ['azure/mlops-templates/.github/workflows/re-allocate-traffic.yml@main', []],
  ])('%s, to its last letter', async (uses, levels) => {
    expect(await levelsIn(`{uses: ${uses}, ${traffic}}`)).toEqual(levels)
  })
})

describe('an action is known by its name', () => {
  test.each<[string, readonly string[]]>([
    ['azure/k8s-deploy@v5', ['warning']],
    ['Azure/K8s-Deploy@v5', ['warning']],
    ['azure/k8s-deploy', ['warning']],
    ['azure/k8s-deployer@v5', []],
    ['acme/azure/k8s-deploy@v5', []],
  ])('%s', async (uses, levels) => {
    expect(await levelsIn(`{steps: [{uses: ${uses}, with: {manifests: inference.yaml}}]}`)).toEqual(levels)
  })

  test.each<[string, readonly string[]]>([
    ['trstringer/manual-approval@v1', []],
    ['acme/manual-approval-of-two@v2', []],
    ['acme/manual@v2', ['error']],
    ['manual-approval@v1', ['error']],
    ['acme/no-manual-approval@v1', ['error']],
  ])('%s, where it asks for an approval', async (uses, levels) => {
    expect(await levelsIn(`{steps: [{uses: ${uses}}, {run: gto assign churn --stage prod}]}`)).toEqual(levels)
  })
})
