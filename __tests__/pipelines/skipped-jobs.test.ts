import { evaluateScript, findingsIn, promoteScript } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const reported = 'error promote.py:5 unguarded-promotion'

const byHand = 'workflow_dispatch: {inputs: {skip: {type: boolean}}}'

/** A job that checks where its condition holds, and one that needs it and has a condition of its own. */
function workflow(evaluate: string, release: string, on = `{push: {branches: [main]}, ${byHand}}`): string {
  const asked = evaluate === '' ? '' : `if: "${evaluate}", `
  return `
on: ${on}
jobs:
  evaluate: {${asked}steps: [{run: python evaluate.py}]}
  release: {needs: evaluate, if: "${release}", steps: [{run: python promote.py}]}
`
}

async function told(yaml: string): Promise<readonly string[]> {
  const found = await findingsIn({ ...scripts, '.github/workflows/cd.yml': yaml })
  return found.flatMap(({ finding, guards }) => [finding, ...guards])
}

describe('a job that was skipped has not failed, and guards nothing of one that needs it', () => {
  test.each([
    ['!inputs.skip', '!failure() && !cancelled()'],
    ['${{ !inputs.skip }}', '${{ !failure() }}'],
    ["github.ref == 'refs/heads/main'", '!failure()'],
    ["github.event_name == 'push'", '!failure()'],
    ["vars.EVALUATE == 'true'", "!failure() && github.ref == 'refs/heads/main'"],
    ["vars.EVALUATE == 'true' || inputs.skip", "!failure() && vars.EVALUATE == 'true'"],
    ['failure()', '!failure()'],
  ])('where it asks for %s, and that one for %s', async (evaluate, release) => {
    expect(await told(workflow(evaluate, release))).toEqual([
      reported,
      `evaluation void: \`evaluate\` is needed, and this job goes on whatever came of it (\`if: "${release}"\`, also where it was skipped)`,
    ])
  })

  test('where one that it waits for itself is skipped', async () => {
    const yaml = `
on: push
jobs:
  build: {if: "vars.BUILD == 'true'", steps: [{run: make}]}
  evaluate: {needs: build, steps: [{run: python evaluate.py}]}
  release: {needs: evaluate, if: "!failure()", steps: [{run: python promote.py}]}
`
    expect((await told(yaml))[0]).toBe(reported)
  })
})

describe('a job that is never skipped where one that needs it runs guards it', () => {
  test.each([
    ['', '!failure() && !cancelled()'],
    ['true', '!failure()'],
    ['always()', '!failure()'],
    ["github.ref == 'refs/heads/main'", "!failure() && github.ref == 'refs/heads/main'"],
    ["vars.A == 'x' && github.ref == 'y'", "github.ref == 'y' && !failure() && vars.A=='x'"],
    ["github.event_name == 'push'", "!failure() && github.event_name == 'push'"],
    ["github.event_name != 'schedule'", '!failure()'],
    ['!inputs.skip', "!failure() && github.event_name == 'push'"],
    ['!inputs.skip', "!failure() && needs.evaluate.result == 'success'"],
    ["vars.EVALUATE == 'true'", "github.ref == 'refs/heads/main'"],
    ["vars.EVALUATE == 'true'", 'success()'],
  ])('where it asks for "%s", and that one for %s', async (evaluate, release) => {
    expect(await told(workflow(evaluate, release))).toEqual([])
  })

  test('where one that it waits for may be skipped, but it does not ask how that ended', async () => {
    const yaml = `
on: push
jobs:
  build: {if: "vars.BUILD == 'true'", steps: [{run: make}]}
  evaluate: {needs: build, if: "!failure()", steps: [{run: python evaluate.py}]}
  release: {needs: evaluate, if: "!failure()", steps: [{run: python promote.py}]}
`
    expect(await told(yaml)).toEqual([])
  })
})
