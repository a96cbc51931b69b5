import { evaluateScript, findingsIn, promoteScript } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const config = '.buildkite/pipeline.yml'
const reported = 'error promote.py:5 unguarded-promotion'

async function foundWith(steps: string): Promise<string[]> {
  const found = await findingsIn({ ...scripts, [config]: `steps: ${steps}` })
  return found.map(({ finding, path }) => (path[0]?.startsWith(config) ? finding : `${finding} from nowhere`))
}

const evaluate = (more = ''): string => `{command: python evaluate.py, key: evaluate, ${more}}`
const promote = (more = ''): string => `{command: python promote.py, ${more}}`

test.each([
  ['a step before a wait', `[${evaluate()}, wait, ${promote()}]`],
  ['a line before', '[{commands: [python evaluate.py, python promote.py]}]'],
  ['a step that it names', `[${evaluate()}, ${promote('depends_on: evaluate')}]`],
  ['a block before', `[{block: ask}, ${promote()}]`],
  ['a block that it names', `[{block: ask, key: ask}, ${promote('depends_on: ask')}]`],
  ['an input that it names', `[{input: ask, key: ask}, ${promote('depends_on: [ask]')}]`],
  ['a block with the same condition', `[{block: ask, if: a}, ${promote('if: a')}]`],
])('the promotion is guarded by %s', async (_, steps) => {
  expect(await foundWith(steps)).toEqual([])
})

const traps: Readonly<Record<string, string>> = {
  'nothing waits for it': `[${evaluate()}, ${promote()}]`,
  'the step names nothing to wait for': `[${evaluate()}, wait, ${promote('depends_on: []')}]`,
  'the wait goes on after failures': `[${evaluate()}, {wait: null, continue_on_failure: true}, ${promote()}]`,
  'it may fail softly': `[${evaluate('soft_fail: true')}, wait, ${promote()}]`,
  'a condition may skip it': `[${evaluate('if: a')}, wait, ${promote()}]`,
  'a condition may skip the wait': `[${evaluate()}, {wait: null, if: a}, ${promote()}]`,
  'a condition may skip the block': `[{block: ask, branches: main}, ${promote()}]`,
  'the step names another than the block': `[{command: ls, key: ls}, {block: ask}, ${promote('depends_on: ls')}]`,
  'the input is not named': `[{input: ask}, ${promote()}]`,
  'its failure is allowed': `[${evaluate()}, ${promote('depends_on: [{step: evaluate, allow_failure: true}]')}]`,
  'any failure is allowed': `[${evaluate()}, ${promote('depends_on: evaluate, allow_dependency_failure: true')}]`,
  'its failure is tolerated by the shell': '[{commands: [python evaluate.py || true, python promote.py]}]',
  'it stands on the left of a pipe': '[{commands: [python evaluate.py | tee log, python promote.py]}]',
  'the block comes after': `[${promote()}, {block: ask}]`,
  'only a branch is asked for': `[${promote('branches: main')}]`,
}
test.each(Object.entries(traps))('what looks like a gate is none where %s', async (_, steps) => {
  expect(await foundWith(steps)).toEqual([reported])
})

test('the path leads from the trigger to the call', async () => {
  const yaml = `
    steps:
      - label: release
        commands:
          - pip install mlflow
          - python promote.py
  `
  const [found] = await findingsIn({ ...scripts, [config]: yaml })
  expect(found?.path).toEqual([
    `${config}:1 \`${config}\` starts when a build is made, as for every push`,
    `${config}:2 it runs the job \`release\``,
    `${config}:5 \`release\` runs \`promote.py\``,
  ])
})
