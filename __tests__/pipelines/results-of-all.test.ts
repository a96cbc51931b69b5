import { evaluateScript, findingsIn, promoteScript } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }

/** A job that checks, written as given, and one that needs it and has a condition of its own. */
async function found(release: string, evaluate = '', needs = 'evaluate'): Promise<readonly string[]> {
  const yaml = `
on: push
jobs:
  build: {steps: [{run: make}]}
  evaluate: {${evaluate}steps: [{run: python evaluate.py}]}
  release: {needs: [${needs}], if: "${release}", steps: [{run: python promote.py}]}
`
  const all = await findingsIn({ ...scripts, '.github/workflows/cd.yml': yaml })
  return all.map(({ finding }) => finding.replace(/ .*/, ''))
}

describe('how all jobs that are needed have ended', () => {
  test.each([
    ["always() && !contains(needs.*.result, 'failure') && !contains(needs.*.result, 'cancelled')", []],
    ["${{ always() && !contains(needs.*.result, 'failure') }}", []],
    ["!cancelled() && !contains(join(needs.*.result, ','), 'failure')", []],
    ["always() && !contains(toJSON(needs.*.result), 'failure')", []],
    ["always() && needs.evaluate.result != 'failure'", []],
    ["always() && !(contains(needs.*.result, 'failure') || contains(needs.*.result, 'cancelled'))", []],
    [`always() && contains(fromJSON('[\\"success\\", \\"skipped\\"]'), needs.evaluate.result)`, []],
    [`always() && contains(fromJSON('[\\"success\\", \\"failure\\"]'), needs.evaluate.result)`, ['error']],
    ["always() && contains(needs.*.result, 'success')", ['error']],
    ["always() && contains(needs.*.result, 'failure')", ['error']],
    ["always() && !contains(needs.*.result, 'cancelled')", ['error']],
    ["always() || !contains(needs.*.result, 'failure')", ['error']],
    ["always() && !contains(needs.*.outputs, 'failure')", ['error']],
  ])('is asked for by %s', async (condition, levels) => {
    expect(await found(condition)).toEqual(levels)
    expect(await found(condition, '', 'build, evaluate')).toEqual(levels)
  })

  const noneFailed = "always() && !contains(needs.*.result, 'failure')"

  test('says nothing of one that was skipped', async () => {
    expect(await found(noneFailed, 'if: vars.EVALUATE, ')).toEqual(['error'])
    expect(await found("always() && needs.evaluate.result != 'failure'", 'if: vars.EVALUATE, ')).toEqual([
      'error',
    ])
  })

  test('says nothing of one that was skipped since what it needs has failed', async () => {
    expect(await found(noneFailed, 'needs: build, ')).toEqual(['error'])
    expect(await found(noneFailed, 'needs: build, ', 'build, evaluate')).toEqual(['error'])
    expect(await found(noneFailed, 'needs: build, if: always(), ')).toEqual([])
    expect(await found("!failure() && !contains(needs.*.result, 'failure')", 'needs: build, ')).toEqual([])
    expect(await found("always() && needs.evaluate.result == 'success'", 'needs: build, ')).toEqual([])
  })
})
