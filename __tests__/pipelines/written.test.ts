import { findingsIn, type Repository } from './scanned'

const byArgument = `
  import sys

  import mlflow

  mlflow.MlflowClient().transition_model_version_stage("churn", "3", sys.argv[1])
`
const byEnvironment = byArgument
  .replace('import sys', 'import os')
  .replace('sys.argv[1]', 'os.environ["STAGE"]')

/** What is said of a promotion, where its stage is what steps of one job have written. */
async function told(steps: string, job = '', more: Repository = {}): Promise<string[]> {
  const workflow = `on: push\njobs:\n  release:\n    runs-on: ubuntu-latest\n${job}    steps:\n${steps.replace(/^ {0,4}/gm, '      ')}`
  const all = { '.github/workflows/cd.yml': workflow, ...more }
  const runs = Object.values(all).join()
  const scripts = Object.entries({ 'by_argument.py': byArgument, 'by_environment.py': byEnvironment })
  const found = await findingsIn({
    ...all,
    ...Object.fromEntries(scripts.filter(([path]) => runs.includes(path))),
  })
  return found.map(({ finding }) => finding.replace(/:.*/, ''))
}

const argued = '- run: python by_argument.py "$STAGE"\n'
const read = '- run: python by_environment.py\n'
const error = ['error by_argument.py']
const doubt = ['note by_argument.py']

describe('a variable that a step writes for those after it', () => {
  test.each([
    ['in double quotes', 'echo "STAGE=Production" >> $GITHUB_ENV'],
    ['in no quotes', 'echo STAGE=Production >> "$GITHUB_ENV"'],
    ['in single quotes', `echo 'STAGE=Production' >> "\${GITHUB_ENV}"`],
    ['through tee', 'echo "STAGE=Production" | tee -a $GITHUB_ENV'],
    ['among other lines', '|\n        set -e\n        ls\n        echo "STAGE=Production" >> $GITHUB_ENV'],
    [
      'twice',
      '|\n        echo "STAGE=Staging" >> $GITHUB_ENV\n        echo "STAGE=Production" >> $GITHUB_ENV',
    ],
    ['by another variable', '|\n        echo "STAGE=$WHERE" >> $GITHUB_ENV\n      env: {WHERE: Production}'],
    ['by an expression', 'echo "STAGE=${{ env.WHERE }}" >> $GITHUB_ENV\n      env: {WHERE: Production}'],
    [
      'by a variable of the script, which is shown too',
      '|\n        TO=Production\n        echo $TO\n        echo "STAGE=$TO" >> $GITHUB_ENV',
    ],
    ['in PowerShell', '|\n        "STAGE=Production" >> $env:GITHUB_ENV\n      shell: pwsh'],
    [
      'in PowerShell, by a command',
      '|\n        echo "STAGE=Production" | Out-File -FilePath $env:GITHUB_ENV -Append\n      shell: pwsh',
    ],
  ])('%s', async (_, script) => {
    expect(await told(`- run: ${script}\n${argued}`)).toEqual(error)
    expect(await told(`- run: ${script.replaceAll('Production', 'Staging')}\n${argued}`)).toEqual([])
  })

  test('is one of the environment, and says more than that of the job', async () => {
    const job = '    env: {STAGE: Staging}\n'
    expect(await told(read, job)).toEqual([])
    expect(await told(`- run: echo "STAGE=Production" >> $GITHUB_ENV\n${read}`, job)).toEqual([
      'error by_environment.py',
    ])
  })

  test('says less than that of the step', async () => {
    const own = argued.replace('\n', '\n      env: {STAGE: Staging}\n')
    expect(await told(`- run: echo "STAGE=Production" >> $GITHUB_ENV\n${own}`)).toEqual([])
  })

  test('is none of the step itself, nor of those before it', async () => {
    const job = '    env: {STAGE: Staging}\n'
    expect(await told(`${argued}- run: echo "STAGE=Production" >> $GITHUB_ENV\n`, job)).toEqual([])
    const both =
      '- run: |\n        echo "STAGE=Production" >> $GITHUB_ENV\n        python by_argument.py "$STAGE"\n'
    expect(await told(both, job)).toEqual([])
  })

  test('is in the expressions of later steps', async () => {
    const steps =
      '- run: echo "STAGE=Production" >> $GITHUB_ENV\n- run: python by_argument.py ${{ env.STAGE }}\n'
    expect(await told(steps)).toEqual(error)
  })
})

describe('a question about a variable is one about what wrote it', () => {
  const compared = (better: string, worse: string): string =>
    `- run: |
        AUC=$(jq .auc metrics.json)
        if [ "$(echo "$AUC > 0.85" | bc -l)" = 1 ]; then
          echo "PASSED=${better}" >> "$GITHUB_ENV"
        else
          echo "PASSED=${worse}" >> "$GITHUB_ENV"
        fi
- run: python by_argument.py Production
      if: env.PASSED == 'true'
`
  const job = '    env: {PASSED: "false"}\n'

  test('which guards where it compares', async () => {
    expect(await told(compared('true', 'false'))).toEqual([])
    expect(await told(compared('true', 'false'), job)).toEqual([])
  })

  test('and does not where it writes the same whatever came out', async () => {
    expect(await told(compared('true', 'true'))).toEqual(error)
    expect(await told(compared('true', 'true'), job)).toEqual(error)
    expect(await told(compared('false', 'true'))).toEqual(error)
  })
})

describe('what may not be written leaves doubt', () => {
  const job = '    env: {STAGE: Staging}\n'
  test.each([
    [
      'in a branch',
      '- run: |\n        if [ -f x ]; then\n          echo "STAGE=Production" >> $GITHUB_ENV\n        fi\n',
    ],
    ['where something else fails', '- run: test -f x && echo "STAGE=Production" >> $GITHUB_ENV\n'],
    [
      'by a step that may not run',
      '- run: echo "STAGE=Production" >> $GITHUB_ENV\n      if: github.ref_type == \'tag\'\n',
    ],
    [
      'by a step that may fail',
      '- run: echo "STAGE=Production" >> $GITHUB_ENV\n      continue-on-error: true\n',
    ],
    ['by a command', '- run: echo "STAGE=$(cat stage)" >> $GITHUB_ENV\n'],
    [
      'by a variable of the script',
      '- run: |\n        STAGE=$(cat stage)\n        echo "STAGE=$STAGE" >> $GITHUB_ENV\n',
    ],
    [
      'by something else as well',
      '- run: |\n        echo "STAGE=Staging" >> $GITHUB_ENV\n        cat more >> $GITHUB_ENV\n',
    ],
    [
      'by a later step as well',
      '- run: echo "STAGE=Staging" >> $GITHUB_ENV\n- run: cat more >> $GITHUB_ENV\n',
    ],
    ['by a format', '- run: printf "STAGE=%s\\n" "$(cat stage)" >> $GITHUB_ENV\n'],
  ])('%s', async (_, step) => {
    expect(await told(`${step}${argued}`, job)).toEqual(doubt)
  })
})

describe('where steps write very many variables', () => {
  const many = Array.from({ length: 250 }, (_, at) => `- run: echo "A${at}=x" >> $GITHUB_ENV\n`).join('')
  const job = '    env: {STAGE: Staging}\n'
  const write = '- run: echo "STAGE=Production" >> $GITHUB_ENV\n'

  test('a script still knows those that it names', async () => {
    expect(await told(`${many}${write}${argued}`, job)).toEqual(error)
    expect(await told(`${many}${write.replace('Production', 'Other')}${argued}`, job)).toEqual([])
  })

  test('a program does not take what the job says for certain', async () => {
    expect(await told(`${many}${write}${read}`, job)).toEqual(['error by_environment.py'])
    expect(await told(`${many}${write.replace('Production', '$(cat stage)')}${read}`, job)).toEqual([
      'note by_environment.py',
    ])
  })

  test('a program is not taken to find what nobody has written', async () => {
    expect(await told(`${many}${read}`, job)).toEqual([])
  })
})

describe('an output of a step', () => {
  const use = '- run: python by_argument.py "${{ steps.pick.outputs.stage }}"\n'
  test.each([
    ['by its file', 'echo "stage=Production" >> "$GITHUB_OUTPUT"'],
    ['by a command of the log', 'echo "::set-output name=stage::Production"'],
  ])('%s', async (_, script) => {
    const step = `- run: ${script}\n      id: pick\n`
    expect(await told(`${step}${use}`)).toEqual(error)
    expect(await told(`${step.replace('Production', 'Staging')}${use}`)).toEqual([])
    expect(await told(`${step.replace('id: pick', 'id: other')}${use}`)).toEqual(doubt)
  })

  test('that is written again by a command', async () => {
    const script =
      '|\n        echo "stage=Staging" >> $GITHUB_OUTPUT\n        echo "stage=$(cat stage)" >> $GITHUB_OUTPUT'
    expect(await told(`- run: ${script}\n      id: pick\n${use}`)).toEqual(doubt)
  })

  test('that is handed on by a job', async () => {
    const workflow = (stage: string): string => `
      on: push
      jobs:
        pick:
          outputs: {where: "\${{ steps.pick.outputs.stage }}"}
          steps: [{id: pick, run: 'echo "stage=${stage}" >> "$GITHUB_OUTPUT"'}]
        release:
          needs: pick
          env: {STAGE: "\${{ needs.pick.outputs.where }}"}
          steps: [{run: python by_environment.py}]
    `
    const path = '.github/workflows/cd.yml'
    expect(await told('', '', { [path]: workflow('Production') })).toEqual(['error by_environment.py'])
    expect(await told('', '', { [path]: workflow('Staging') })).toEqual([])
  })
})
