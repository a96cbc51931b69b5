import { evaluateScript, findingsIn, promoteScript } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const config = 'bitbucket-pipelines.yml'
const reported = 'error promote.py:5 unguarded-promotion'
const noted = 'note promote.py:5 unguarded-promotion'

async function foundWith(pipelines: string): Promise<string[]> {
  const yaml = `pipelines: ${pipelines}`
  return (await findingsIn({ ...scripts, [config]: yaml })).map(({ finding, path }) =>
    path[0]?.startsWith(config) ? finding : `${finding} from nowhere`,
  )
}

const step = (script: string, more = ''): string => `{step: {${more} script: ${script}}}`
const evaluate = step('[python evaluate.py]')
const promote = step('[python promote.py]')
const condition = 'condition: {changesets: {includePaths: ["src/**"]}},'

test.each([
  ['a step before', `{default: [${evaluate}, ${promote}]}`],
  ['a step some steps before', `{default: [${evaluate}, ${step('[ls]', condition)}, ${promote}]}`],
  ['a line before', `{default: [${step('[python evaluate.py, python promote.py]')}]}`],
  ['a line before a pipe', `{default: [${step('[python evaluate.py, {pipe: a/b:1}, python promote.py]')}]}`],
  ['one of a parallel group before', `{default: [{parallel: [${evaluate}, ${step('[ls]')}]}, ${promote}]}`],
  ['a click', `{default: [${step('[ls]')}, ${step('[python promote.py]', 'trigger: manual,')}]}`],
  ['a click before', `{default: [${step('[ls]')}, ${step('[ls]', 'trigger: manual,')}, ${promote}]}`],
  ['a click for its stage', `{default: [${step('[ls]')}, {stage: {trigger: manual, steps: [${promote}]}}]}`],
])('the promotion is guarded by %s', async (_, pipelines) => {
  expect(await foundWith(pipelines)).toEqual([])
})

const traps: Readonly<Record<string, string>> = {
  'it runs side by side': `{default: [{parallel: [${evaluate}, ${promote}]}]}`,
  'it comes after': `{default: [${promote}, ${evaluate}]}`,
  'the click comes after': `{default: [${promote}, ${step('[ls]', 'trigger: manual,')}]}`,
  'its condition may skip it': `{default: [${step('[python evaluate.py]', condition)}, ${promote}]}`,
  'the condition of the manual step may skip it': `{default: [${step('[ls]', `trigger: manual, ${condition}`)}, ${promote}]}`,
  'it stands in `after-script`': `{default: [${step('[ls]', 'after-script: [python evaluate.py],')}, ${promote}]}`,
  'the promotion stands in `after-script`': `{default: [${step('[python evaluate.py]', 'after-script: [python promote.py],')}]}`,
  'its failure is tolerated by the shell': `{default: [${step('[python evaluate.py || true]')}, ${promote}]}`,
  'its failure is tolerated by the step': `{default: [${step('[python evaluate.py]', 'on-fail: {strategy: ignore},')}, ${promote}]}`,
  'it stands on the left of a pipe': `{default: [${step('[python evaluate.py | tee log]')}, ${promote}]}`,
  'another pipeline promotes without it': `{default: [${evaluate}, ${promote}], branches: {main: [${promote}]}}`,
}
test.each(Object.entries(traps))('what looks like a gate is none where %s', async (_, pipelines) => {
  expect(await foundWith(pipelines)).toEqual([reported])
})

test.each([['an environment', `{default: [${step('[python promote.py]', 'deployment: production,')}]}`]])(
  '%s alone is noted',
  async (_, pipelines) => {
    expect(await foundWith(pipelines)).toEqual([noted])
  },
)

test('a start by hand alone makes the finding one level milder', async () => {
  const pipelines = `{custom: {release: [${promote}]}}`
  expect(await foundWith(pipelines)).toEqual(['warning promote.py:5 unguarded-promotion'])
})

test('the path leads from the trigger to the call', async () => {
  const yaml = `
    pipelines:
      branches:
        main:
          - step:
              name: release
              script:
                - pip install mlflow
                - python promote.py
  `
  const [found] = await findingsIn({ ...scripts, [config]: yaml })
  expect(found?.path).toEqual([
    `${config}:3 \`${config} (branches/main)\` starts on a push to \`main\``,
    `${config}:5 it runs the job \`release\``,
    `${config}:8 \`release\` runs \`promote.py\``,
  ])
})
