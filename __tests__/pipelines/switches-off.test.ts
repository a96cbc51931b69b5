import { findingsIn } from './scanned'

const tree = {
  'service.yaml':
    'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: {name: churn}\nspec: {predictor: {model: {storageUri: "s3://models/churn/4"}}}\n',
}

async function levels(script: string): Promise<string[]> {
  const found = await findingsIn({ ...tree, 'deploy.sh': `${script}\n` })
  return found.map(({ finding }) => finding.split(' ')[0] ?? '')
}

const apply = 'kubectl apply -n prod -f service.yaml'

describe('a switch that is given a value that turns it off is not given', () => {
  test.each([
    `${apply} --dry-run=none`,
    `${apply} --dry-run=false`,
    `${apply} --dry-run="none"`,
    `MODE=none\n${apply} --dry-run=$MODE`,
    `${apply} --server-side=false`,
  ])('%s', async script => {
    expect(await levels(script)).toEqual(['error'])
  })
})

describe('one that is given another value stands', () => {
  test.each([
    `${apply} --dry-run`,
    `${apply} --dry-run=client`,
    `${apply} --dry-run=server`,
    `${apply} --dry-run=true`,
    `MODE=server\n${apply} --dry-run=$MODE`,
  ])('%s', async script => {
    expect(await levels(script)).toEqual([])
  })
})

test('of one whose value nobody knows, doubt is not taken for a dry run', async () => {
  expect(await levels(`${apply} --dry-run=$MODE`)).toEqual(['error'])
  expect(await levels(`${apply} --dry-run=\${MODE:-client}`)).toEqual(['error'])
  expect(
    await levels(`if [ "$1" = x ]; then MODE=client; else MODE=none; fi\n${apply} --dry-run=$MODE`),
  ).toEqual(['error'])
  expect(
    await levels(`if [ "$1" = x ]; then MODE=client; else MODE=server; fi\n${apply} --dry-run=$MODE`),
  ).toEqual([])
})
