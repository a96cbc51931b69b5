import { evaluateScript, findingsIn, promoteScript } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const config = 'cloudbuild.yaml'
const reported = 'error promote.py:5 unguarded-promotion'

async function foundWith(steps: string): Promise<string[]> {
  const found = await findingsIn({ ...scripts, [config]: `steps: ${steps}` })
  return found.map(({ finding, path }) => (path[0]?.startsWith(config) ? finding : `${finding} from nowhere`))
}

const evaluate = (more = ''): string => `{name: python, id: evaluate, args: [python, evaluate.py], ${more}}`
const promote = (more = ''): string => `{name: python, id: promote, args: [python, promote.py], ${more}}`
const bash = (options: string, script: string): string =>
  `{name: python, entrypoint: bash, args: [${options}, "${script}"]}`

test.each([
  ['a step before', `[${evaluate()}, ${promote()}]`],
  ['a step that is waited for', `[${evaluate('waitFor: ["-"]')}, ${promote('waitFor: [evaluate]')}]`],
  [
    'a step before that stands elsewhere in the file',
    `[${promote('waitFor: [evaluate]')}, ${evaluate('waitFor: ["-"]')}]`,
  ],
  ['a line before', `[${bash('-ec', 'python evaluate.py\\npython promote.py')}]`],
  ['what `&&` asks for', `[${bash('-c', 'python evaluate.py && python promote.py')}]`],
])('the promotion is guarded by %s', async (_, steps) => {
  expect(await foundWith(steps)).toEqual([])
})

const traps: Readonly<Record<string, string>> = {
  'nothing waits for it': `[${evaluate()}, ${promote('waitFor: ["-"]')}]`,
  'another step is waited for': `[{name: x, id: other, args: [ls]}, ${evaluate()}, ${promote('waitFor: [other]')}]`,
  'it may fail': `[${evaluate('allowFailure: true')}, ${promote()}]`,
  'it may fail with one code': `[${evaluate('allowExitCodes: [1]')}, ${promote()}]`,
  'it may fail and is waited for': `[${evaluate('allowFailure: true')}, ${promote('waitFor: [evaluate]')}]`,
  'the shell does not stop at failures': `[${bash('-c', 'python evaluate.py\\npython promote.py')}]`,
  'the script does not stop at failures':
    '[{name: python, script: "python evaluate.py\\npython promote.py"}]',
  'its failure is tolerated by the shell': `[${bash('-c', 'python evaluate.py || true')}, ${promote()}]`,
  'it comes after': `[${promote()}, ${evaluate()}]`,
}
test.each(Object.entries(traps))('what looks like a gate is none where %s', async (_, steps) => {
  expect(await foundWith(steps)).toEqual([reported])
})

test('the path leads from the trigger to the call', async () => {
  const yaml = `
    steps:
      - name: python
        id: release
        entrypoint: bash
        args:
          - -c
          - |
            pip install mlflow
            python promote.py
  `
  const [found] = await findingsIn({ ...scripts, [config]: yaml })
  expect(found?.path).toEqual([
    `${config}:1 \`${config}\` starts when its trigger in Cloud Build fires`,
    `${config}:2 it runs the job \`build\``,
    `${config}:9 \`build\` runs \`promote.py\``,
  ])
})

test('what a substitution is reaches the call', async () => {
  const script = `
    import os
    import sys
    import mlflow
    client = mlflow.MlflowClient()
    client.set_registered_model_alias("churn", sys.argv[1], "3")
    client.set_registered_model_alias("churn", os.environ["ALIAS"], "3")
  `
  const yaml = (alias: string): string => `
    steps:
      - {name: python, args: [python, promote.py, $_ALIAS], env: ["ALIAS=\${_ALIAS}"]}
    substitutions: {_ALIAS: ${alias}}
  `
  const found = async (alias: string): Promise<string[]> =>
    (await findingsIn({ 'promote.py': script, [config]: yaml(alias) })).map(({ finding }) => finding)
  expect(await found('champion')).toEqual([
    'error promote.py:5 unguarded-promotion',
    'error promote.py:6 unguarded-promotion',
  ])
  expect(await found('challenger')).toEqual([])
})
