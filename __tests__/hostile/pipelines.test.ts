import { examine } from '../../src/analysis/check'
import { builtin } from '../policy/configured'
import { readSources } from '../support/analyse'

const numbers = (most: number): number[] => Array.from({ length: most }, (_, at) => at)
const load = 'import joblib, sys\njoblib.load(sys.argv[1])\n'

async function examined(sources: Readonly<Record<string, string>>) {
  const program = await readSources({ 'a.py': load, ...sources })
  const { findings, notices } = examine(program, builtin)
  return { findings, notices: [...program.notices, ...notices] }
}

// Each of them once took many seconds, or more memory than there is.
test.each([
  [
    'steps that write for one another',
    '.github/workflows/a.yml',
    `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n${numbers(60)
      .map(
        at =>
          `      - {id: s${at}, run: 'echo "o=\${{ steps.s${at - 1}.outputs.o }}" >> $GITHUB_OUTPUT'}\n      - {run: python a.py, if: steps.s${at}.outputs.o == 'x'}\n`,
      )
      .join('')}`,
  ],
  [
    'steps that wait for a click',
    'bitbucket-pipelines.yml',
    `pipelines:\n  default:\n${numbers(150)
      .map(() => '    - step: {trigger: manual, script: [python a.py]}\n')
      .join('')}`,
  ],
  [
    'waits between steps',
    '.buildkite/pipeline.yml',
    `steps:\n${numbers(200)
      .map(() => '- {command: python a.py}\n- wait\n')
      .join('')}`,
  ],
  [
    'variables that are put together of one another',
    'azure-pipelines.yml',
    `variables:\n  A0: ab\n${numbers(80)
      .map(at => `  A${at + 1}: $(A${at})$(A${at})\n`)
      .join('')}steps:\n- script: python $(A80)\n- script: python a.py\n`,
  ],
])('%s come to an end', async (_, path, text) => {
  const { findings } = await examined({ [path]: text })
  expect(findings).toHaveLength(1)
})

test('of environments that take in the commands of one another again and again it is said that some were left out', async () => {
  const sections = numbers(40).map(
    at => `[testenv:e${at + 1}]\ncommands =\n  {[testenv:e${at}]commands}\n  {[testenv:e${at}]commands}\n`,
  )
  const { notices } = await examined({
    'tox.ini': `[tox]\nenvlist = e0\n[testenv:e0]\ncommands = python a.py\n${sections.join('')}`,
  })
  expect(notices.map(({ path, kind, message }) => `${path} ${kind} ${message}`)).toContain(
    'tox.ini limit Environments take in more commands than can be followed; some were left out.',
  )
})
