import { evaluateScript, findingsIn, promoteScript } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const config = 'buildspec.yml'
const reported = 'error promote.py:5 unguarded-promotion'

async function foundWith(phases: string, more = ''): Promise<string[]> {
  const yaml = `version: 0.2\n${more}\nphases: ${phases}`
  const found = await findingsIn({ ...scripts, [config]: yaml })
  return found.map(({ finding, path }) => (path[0]?.startsWith(config) ? finding : `${finding} from nowhere`))
}

const phase = (name: string, commands: string, more = ''): string =>
  `${name}: {${more} commands: ${commands}}`
const evaluate = 'python evaluate.py'
const promote = 'python promote.py'
const asks = (question: string): string =>
  `{${phase('build', `[${evaluate}]`)}, ${phase('post_build', question)}}`

const guards: readonly (readonly [string, string])[] = [
  ['a command before', `{${phase('build', `[${evaluate}, ${promote}]`)}}`],
  ['a line that asks for it', `{${phase('build', `["${evaluate} && ${promote}"]`)}}`],
  ['the last line of a command before', `{${phase('build', `["ls\\n${evaluate}", ${promote}]`)}}`],
  ['the phase before', `{${phase('pre_build', `[${evaluate}]`)}, ${phase('build', `[${promote}]`)}}`],
  ['a phase two before', `{${phase('install', `[${evaluate}]`)}, ${phase('post_build', `[${promote}]`)}}`],
  [
    'a phase before the one that may fail',
    `{${phase('pre_build', `[${evaluate}]`)}, ${phase('build', '[make]')}, ${phase('post_build', `[${promote}]`)}}`,
  ],
  [
    'a phase that aborts',
    `{${phase('build', `[${evaluate}]`, 'on-failure: ABORT,')}, ${phase('post_build', `[${promote}]`)}}`,
  ],
  [
    'what comes in any case before',
    `{build: {commands: [ls], finally: [${evaluate}]}, ${phase('post_build', '[ls]')}, pre_build: {commands: [${evaluate}]}}`.replace(
      '[ls], finally',
      `[${promote}], finally`,
    ),
  ],
  [
    'a question whether the build goes well',
    asks(`['[ "$CODEBUILD_BUILD_SUCCEEDING" = "1" ] || exit 1', ${promote}]`),
  ],
  ['a question in numbers', asks(`['[ $CODEBUILD_BUILD_SUCCEEDING -eq 1 ] || exit 1', ${promote}]`)],
  [
    'a question whether it fails',
    asks(`['if [ "$CODEBUILD_BUILD_SUCCEEDING" = "0" ]; then exit 1; fi', ${promote}]`),
  ],
  [
    'a question around the promotion',
    asks(`['if [ "$CODEBUILD_BUILD_SUCCEEDING" -eq 1 ]; then ${promote}; fi']`),
  ],
  ['a question in front of the promotion', asks(`['test "$CODEBUILD_BUILD_SUCCEEDING" = 1 && ${promote}']`)],
  [
    'a command behind a change of folder',
    `{${phase('build', `[cd ., export A=1, ${evaluate}, ${promote}]`)}}`,
  ],
]
test.each(guards)('the promotion is guarded by %s', async (_, phases) => {
  expect(await foundWith(phases)).toEqual([])
  expect(await foundWith(phases.replace(/python evaluate\.py/g, 'true'))).toEqual([reported])
})

const traps: Readonly<Record<string, string>> = {
  'it comes after': `{${phase('build', `[${promote}, ${evaluate}]`)}}`,
  'the next phase runs though it failed': `{${phase('build', `[${evaluate}]`)}, ${phase('post_build', `[${promote}]`)}}`,
  'its phase goes on': `{${phase('pre_build', `[${evaluate}]`, 'on-failure: CONTINUE,')}, ${phase('build', `[${promote}]`)}}`,
  'its phase goes on to the last': `{${phase('build', `[${evaluate}]`, 'on-failure: CONTINUE,')}, ${phase('post_build', `[${promote}]`)}}`,
  'the promotion comes in any case': `{build: {commands: [${evaluate}], finally: [${promote}]}}`,
  'it is not the last line of its command': `{${phase('build', `["${evaluate}\\nls", ${promote}]`)}}`,
  'its failure is tolerated': `{${phase('build', `["${evaluate} || true", ${promote}]`)}}`,
  'it stands on the left of a pipe': `{${phase('build', `["${evaluate} | tee log", ${promote}]`)}}`,
  'the question is the wrong way round': asks(
    `['if [ "$CODEBUILD_BUILD_SUCCEEDING" = "0" ]; then ${promote}; fi']`,
  ),
  'a command that leaves the shell comes before the next phase': `{${phase('build', `["${evaluate} || exit 1"]`)}, ${phase('post_build', `[${promote}]`)}}`,
  'what comes in any case tells nobody': `{build: {commands: [ls], finally: [${evaluate}]}, ${phase('post_build', `[${promote}]`)}}`,
  'nothing stands before it': `{${phase('build', `[${promote}]`)}}`,
}
test.each(Object.entries(traps))('what looks like a gate is none where %s', async (_, phases) => {
  expect(await foundWith(phases)).toEqual([reported])
})

test('a question whose answer is only told guards nothing', async () => {
  const phases = asks(`['if [ "$CODEBUILD_BUILD_SUCCEEDING" = "0" ]; then echo failed; fi', ${promote}]`)
  const found = await findingsIn({ ...scripts, [config]: `version: 0.2\nphases: ${phases}` })
  expect(found.map(({ finding }) => finding)).toEqual([reported])
})

test('commands of the first version do not share a shell, and fail all the same', async () => {
  const old = (commands: string): Promise<string[]> =>
    findingsIn({ ...scripts, [config]: `version: 0.1\nphases: {build: {commands: ${commands}}}` }).then(
      found => found.map(({ finding }) => finding),
    )
  expect(await old(`[${evaluate}, ${promote}]`)).toEqual([])
  expect(await old(`[${promote}]`)).toEqual([reported])
})

test('the path leads from the trigger to the call', async () => {
  const yaml = `
    version: 0.2
    phases:
      build:
        commands:
          - pip install mlflow
          - python promote.py
  `
  const [found] = await findingsIn({ ...scripts, 'ci/buildspec_release.yaml': yaml })
  expect(found?.path).toEqual([
    'ci/buildspec_release.yaml:1 `ci/buildspec_release.yaml` starts when its project in CodeBuild is built',
    'ci/buildspec_release.yaml:3 it runs the job `build`',
    'ci/buildspec_release.yaml:6 `build` runs `promote.py`',
  ])
})

test('a command in the file is found where it stands', async () => {
  const command = 'aws sagemaker update-model-package --model-package-arn x --model-approval-status Approved'
  const yaml = `
    version: 0.2
    phases:
      post_build:
        commands:
          - echo done
          - |
            echo again
            ${command}
  `
  const found = await findingsIn({ [config]: yaml })
  expect(found.map(({ finding }) => finding)).toEqual([`error ${config}:8 unguarded-promotion`])
})

test('what the environment says reaches the call', async () => {
  const script = `
    import os
    import mlflow
    client = mlflow.MlflowClient()
    client.set_registered_model_alias("churn", os.environ["ALIAS"], "3")
  `
  const found = async (alias: string): Promise<string[]> => {
    const yaml = `version: 0.2\nenv: {variables: {ALIAS: ${alias}}}\nphases: {build: {commands: [${promote}]}}`
    return (await findingsIn({ 'promote.py': script, [config]: yaml })).map(({ finding }) => finding)
  }
  expect(await found('champion')).toEqual(['error promote.py:4 unguarded-promotion'])
  expect(await found('challenger')).toEqual([])
})
