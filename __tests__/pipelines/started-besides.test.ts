import { evaluateScript, findingsIn, promoteScript } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }

/** A workflow that evaluates and then calls one that promotes, which these events start too. */
async function found(on: string, evaluated = 'needs: evaluate, '): Promise<readonly string[]> {
  const release = `
    on: push
    jobs:
      evaluate: {steps: [{run: python evaluate.py}]}
      promote: {${evaluated}uses: ./.github/workflows/promote.yml}`
  const promote = `
    on: ${on}
    jobs: {promote: {steps: [{run: python promote.py}]}}`
  const all = await findingsIn({
    ...scripts,
    '.github/workflows/release.yml': release,
    '.github/workflows/promote.yml': promote,
  })
  return all.map(({ finding }) => finding.replace(/ .*/, ''))
}

describe('a workflow that another one calls after a check', () => {
  test.each([
    ['workflow_call', []],
    ['[workflow_call]', []],
    ['[workflow_call, push]', ['error']],
    ['{workflow_call: {}, schedule: [{cron: "0 3 * * *"}]}', ['error']],
    ['{workflow_call: {}, push: {tags: [v1]}}', ['error']],
    ['{workflow_call: {}, workflow_dispatch: {}}', ['warning']],
    ['{workflow_call: {}, workflow_dispatch: {}, push: {}}', ['error']],
  ])('is started by %s', async (on, levels) => {
    expect(await found(on)).toEqual(levels)
  })

  test('and by hand is still called by one that did not check', async () => {
    expect(await found('{workflow_call: {}, workflow_dispatch: {}}', '')).toEqual(['error'])
  })
})
