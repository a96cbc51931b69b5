import { findingsIn, promoteScript, type Repository } from './scanned'

const workflow = '.github/workflows/cd.yml'
const promote = '{run: python promote.py}'

async function levelOf(yaml: string, more: Repository = {}): Promise<string> {
  const found = await findingsIn({ 'promote.py': promoteScript, ...more, [workflow]: yaml })
  return found.map(({ finding }) => finding.replace(/ .*/, '')).join(', ')
}

const gated = (run: string, condition = "needs.evaluate.outputs.passed == 'true'"): string => `
on: push
jobs:
  evaluate:
    outputs: {passed: "\${{ steps.check.outputs.ok }}"}
    steps:
      - id: check
        run: |
${run
  .trim()
  .split('\n')
  .map(line => `          ${line}`)
  .join('\n')}
  release: {needs: evaluate, if: "${condition}", steps: [${promote}]}
`

const compares = `
AUC=$(jq .auc metrics.json)
if [ "$(echo "$AUC > 0.85" | bc -l)" = 1 ]; then
  echo "ok=true" >> "$GITHUB_OUTPUT"
else
  echo "ok=false" >> "$GITHUB_OUTPUT"
fi`

const writes = `
  import json
  import os

  auc = json.load(open("metrics.json"))["auc"]
  passed = auc >= 0.85
  with open(os.environ["GITHUB_OUTPUT"], "a") as output:
      output.write(f"ok={str(passed).lower()}\\n")
`

describe('an output that is asked for guards where', () => {
  test.each([
    ['a step compares a metric before it writes it', gated(compares), {}],
    ['a script writes what its comparison gave', gated('python check.py'), { 'check.py': writes }],
    [
      'a script prints it in one branch only',
      gated('python check.py >> $GITHUB_OUTPUT'),
      {
        'check.py': `
          import json

          if json.load(open("metrics.json"))["auc"] >= 0.85:
              print("ok=true")
          else:
              print("ok=false")
        `,
      },
    ],
    [
      'a step of the same job asks for it',
      `
on: push
jobs:
  release:
    steps:
      - id: check
        run: python check.py
      - if: steps.check.outputs.ok == 'true'
        run: python promote.py
`,
      { 'check.py': writes },
    ],
    ['a metric is compared there', gated(compares, 'fromJSON(needs.evaluate.outputs.auc) >= 0.85'), {}],
  ])('%s', async (_, yaml, more: Repository) => {
    expect(await levelOf(yaml, more)).toBe('')
  })
})

describe('it guards nothing where', () => {
  test.each([
    ['it is always the same', gated('echo "ok=true" >> "$GITHUB_OUTPUT"'), {}],
    [
      'it says only that a file is there',
      gated('test -f model.pkl && echo "ok=true" >> "$GITHUB_OUTPUT"'),
      {},
    ],
    ['any text of it will do', gated(compares, 'needs.evaluate.outputs.passed'), {}],
    ['the other one is asked for', gated(compares, "needs.evaluate.outputs.passed != 'true'"), {}],
    ['both outcomes write the same', gated(compares.replace('ok=false', 'ok=true')), {}],
    [
      'the job runs always and asks for something else',
      gated(compares, "always() && github.ref == 'refs/heads/main'"),
      {},
    ],
  ])('%s', async (_, yaml, more: Repository) => {
    expect(await levelOf(yaml, more)).toBe('error')
  })

  test('it says why', async () => {
    const yaml = gated('echo "ok=true" >> "$GITHUB_OUTPUT"')
    const [found] = await findingsIn({ 'promote.py': promoteScript, [workflow]: yaml })
    expect(found?.guards).toEqual(['evaluation void: `ok` is always written as `true`, whatever came out'])
  })
})

test('an output that another repository writes is declared by its name', async () => {
  const yaml = `
on: push
jobs:
  evaluate: {uses: acme/ml/.github/workflows/evaluate.yml@v1}
  release: {needs: evaluate, if: "needs.evaluate.outputs.passed == 'true'", steps: [${promote}]}
`
  expect(await levelOf(yaml)).toBe('note')
})

describe('an output of Azure Pipelines', () => {
  const azure = (script: string): string => `
jobs:
  - job: evaluate
    steps:
      - bash: |
${script
  .trim()
  .split('\n')
  .map(line => `          ${line}`)
  .join('\n')}
        name: check
  - job: release
    dependsOn: evaluate
    condition: and(succeeded(), eq(dependencies.evaluate.outputs['check.passed'], 'true'))
    steps: [{script: python promote.py}]
`
  const set = (value: string): string =>
    `echo "##vso[task.setvariable variable=passed;isOutput=true]${value}"`

  async function foundIn(script: string): Promise<string> {
    const found = await findingsIn({ 'promote.py': promoteScript, 'azure-pipelines.yml': azure(script) })
    return found.map(({ finding }) => finding.replace(/ .*/, '')).join(', ')
  }

  test('guards where a metric is compared before it is set', async () => {
    const script = `
AUC=$(jq .auc metrics.json)
if (( $(echo "$AUC > 0.85" | bc -l) )); then
  ${set('true')}
else
  ${set('false')}
fi`
    expect(await foundIn(script)).toBe('')
  })

  test('guards nothing where it is always the same', async () => {
    expect(await foundIn(set('true'))).toBe('error')
  })
})

describe('a text that whoever starts a workflow has to type', () => {
  const typed = (on: string, condition: string): string =>
    `on: ${on}\njobs: {release: {if: "${condition}", steps: [${promote}]}}`
  const input = (more = ''): string => `{workflow_dispatch: {inputs: {confirm: {description: x${more}}}}}`
  const asks = "inputs.confirm == 'PROMOTE'"

  test('is an approval where nothing else starts it', async () => {
    expect(await levelOf(typed(input(), asks))).toBe('')
  })

  test.each([
    [
      'a workflow that others may call',
      input().replace('{workflow', '{workflow_call: {}, workflow'),
      asks,
      'note',
    ],
    ['a default that is the text', input(', default: PROMOTE'), asks, 'warning'],
    ['a box to tick', input(', type: boolean'), 'inputs.confirm == true', 'warning'],
    [
      'the name of an environment',
      input().replace('confirm', 'env'),
      "inputs.env == 'production'",
      'warning',
    ],
    ['anything but the text', input(), "inputs.confirm != 'NO'", 'warning'],
  ])('is none, or less, with %s', async (_, on, condition, level) => {
    expect(await levelOf(typed(on, condition))).toBe(level)
  })
})
