import { evaluateScript, findingsIn, promoteScript } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }

async function found(steps: string): Promise<readonly string[]> {
  const yaml = `on: push\njobs:\n  release:\n    steps:\n${steps.trim().replace(/^ */gm, '      ').replaceAll('      :', '        ')}`
  const all = await findingsIn({ ...scripts, '.github/workflows/cd.yml': yaml })
  return all.map(({ finding }) => finding.replace(/ .*/, ''))
}

const tolerated = `
- id: check
:continue-on-error: true
:run: python evaluate.py`

const strict = `
- id: check
:run: python evaluate.py`

const promoting = (condition: string): string => `\n- if: ${condition}\n:run: python promote.py`

describe('how a step has ended', () => {
  test.each([
    ["steps.check.outcome == 'success'", []],
    ["steps.check.outcome != 'failure'", []],
    ["github.ref == 'refs/heads/main' && 'success' == steps.check.outcome", []],
    ["github.ref == 'refs/heads/main' && 'failure' == steps.check.outcome", ['error']],
    ["always() && steps.check.outcome == 'success'", []],
    ["steps.check.conclusion == 'success'", ['error']],
    ["steps.check.outcome == 'failure'", ['error']],
    ["steps.check.outcome != 'skipped'", ['error']],
    ["steps.check.outcome == 'success' || github.ref == 'refs/heads/main'", ['error']],
    ["steps.other.outcome == 'success'", ['error']],
    ["steps.check.outcome != 'cancelled'", ['error']],
  ])('is asked for by %s', async (condition, levels) => {
    expect(await found(`${tolerated}${promoting(condition)}`)).toEqual(levels)
  })

  test.each([
    ["always() && steps.check.outcome == 'success'", []],
    ["always() && steps.check.conclusion == 'success'", []],
    ["${{ !cancelled() && steps.check.conclusion != 'failure' }}", ['error']],
    ["${{ !cancelled() && steps.check.conclusion == 'success' }}", []],
    ["always() && steps.check.outcome != 'success'", ['error']],
  ])('is asked for by a step that runs after failures: %s', async (condition, levels) => {
    expect(await found(`- run: make\n${strict.trim()}${promoting(condition)}`)).toEqual(levels)
  })

  test.each([
    ["steps.check.outcome == 'failure'", []],
    ["steps.check.outcome != 'success'", []],
    ["steps.check.conclusion == 'failure'", ['error']],
    ["steps.check.outcome == 'success'", ['error']],
    ["steps.check.outcome == 'failure' && github.ref == 'refs/heads/main'", ['error']],
  ])('ends the job by a step of its own where %s', async (condition, levels) => {
    const stop = `\n- if: ${condition}\n:run: exit 1\n- run: python promote.py`
    expect(await found(`${tolerated}${stop}`)).toEqual(levels)
  })

  test('that was skipped is none that has ended well', async () => {
    const skipped = tolerated.replace(':run', ":if: vars.CHECK == 'true'\n:run")
    expect(await found(`${skipped}${promoting("steps.check.outcome == 'success'")}`)).toEqual([])
    expect(await found(`${skipped}${promoting("steps.check.outcome != 'failure'")}`)).toEqual(['error'])
  })

  test('is asked for in a script', async () => {
    const stop = `\n- run: |\n:  if [ "\${{ steps.check.outcome }}" != "success" ]; then exit 1; fi\n- run: python promote.py`
    expect(await found(`${tolerated}${stop}`)).toEqual([])
    expect(await found(`${tolerated}${stop.replace('outcome', 'conclusion')}`)).toEqual(['error'])
  })
})
