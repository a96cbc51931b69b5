import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const reported = 'error promote.py:5 unguarded-promotion'
const declared = 'note promote.py:5 unguarded-promotion'

async function foundWith(yaml: string, more: Repository = {}): Promise<string[]> {
  const found = await findingsIn({ ...scripts, ...more, '.gitlab-ci.yml': yaml })
  return found.map(({ finding }) => finding)
}

const check = 'evaluate: {stage: test, script: [python evaluate.py]}'
const checkWhere = (more: string): string =>
  `evaluate: {stage: test, ${more} rules: [{if: $CHECK == "true"}], script: [python evaluate.py]}`
const promote = (more = ''): string => `promote: {stage: deploy, ${more} script: [python promote.py]}`
const ask = (more: string): string => `approve: {stage: test, ${more} script: [echo]}`

describe('a promotion is guarded by', () => {
  test.each([
    ['a job of the stage before', `${check}\n${promote()}`],
    ['a job that it needs', `${check}\n${promote('needs: [evaluate],')}`],
    ['a line before', 'promote: {script: [python evaluate.py, python promote.py]}'],
    ['a click of its own', promote('when: manual,')],
    ['a click by its rules', promote('rules: [{if: $CI_COMMIT_TAG, when: manual}],')],
    ['a blocking click in the stage before', `${ask('rules: [{when: manual}],')}\n${promote()}`],
    [
      'a job that is there unless somebody leaves it out',
      `variables: {CHECK: "true"}\n${checkWhere('')}\n${promote()}`,
    ],
    ...[
      'rules: [{if: $CI_COMMIT_BRANCH}, {if: $CI_COMMIT_TAG}],',
      'rules: [{if: $CI_COMMIT_BRANCH == "main"}, {when: on_success}],',
      'only: [branches, tags, schedules, web],',
    ].map((more): [string, string] => [
      `a job that is there in each pipeline (${more})`,
      `evaluate: {stage: test, ${more} script: [python evaluate.py]}\n${promote()}`,
    ]),
    ...['rules: [{if: $CI_COMMIT_BRANCH == "main"}],', 'only: [main],', 'only: {refs: [main]},'].map(
      (more): [string, string] => [
        `a job that may be left out as it may be itself (${more})`,
        `evaluate: {stage: test, ${more} script: [python evaluate.py]}\n${promote('rules: [{if: $CI_COMMIT_BRANCH == "main"}],')}`,
      ],
    ),
    [
      'a job that it needs, without which there is no pipeline',
      `evaluate: {stage: test, rules: [{if: $CHECK == "true"}], script: [python evaluate.py]}\n${promote('needs: [evaluate],')}`,
    ],
    [
      'a job that somebody asks for together with it',
      `variables: {CHECK: "false"}\n${checkWhere('')}\n${promote('rules: [{if: $CHECK == "true"}],')}`,
    ],
    ...['{changes: [src/*]}', '{if: $CHECK == "true"}'].map((rule): [string, string] => [
      `a job that it may do without only where it is left out itself: ${rule}`,
      `evaluate: {stage: test, rules: [${rule}], script: [python evaluate.py]}\n${promote(`needs: [{job: evaluate, optional: true}], rules: [${rule}],`)}`,
    ]),
    [
      'a job of which codes may be tolerated that no check ends with',
      `evaluate: {stage: test, allow_failure: {exit_codes: [137, 143]}, script: [python evaluate.py]}\n${promote()}`,
    ],
    ['a click whose failure is not allowed', `${ask('when: manual, allow_failure: false,')}\n${promote()}`],
  ])('%s', async (_, yaml) => {
    expect(await foundWith(yaml)).toEqual([])
  })
})

describe('what looks like a gate is none where', () => {
  const traps: Readonly<Record<string, string>> = {
    'the click stands outside of `rules`, in the stage before': `${ask('when: manual,')}\n${promote()}`,
    'another rule starts it on a branch by itself': promote(
      'rules: [{if: $CI_COMMIT_TAG, when: manual}, {if: $CI_COMMIT_BRANCH, when: on_success}],',
    ),
    'it only waits for some time': promote('when: delayed, start_in: 30 minutes,'),
    'the job before may fail': `evaluate: {stage: test, allow_failure: true, script: [python evaluate.py]}\n${promote()}`,
    'the job before may end as a check does that fails': `evaluate: {stage: test, allow_failure: {exit_codes: [1, 137]}, script: [python evaluate.py]}\n${promote()}`,
    'the job before may end so, by the one code that is named': `evaluate: {stage: test, allow_failure: {exit_codes: 1}, script: [python evaluate.py]}\n${promote()}`,
    ...Object.fromEntries(
      ['{changes: [src/*]}', '{if: $CHECK == "true"}'].map(rule => [
        `it needs a job only where a rule does not leave that out: ${rule}`,
        `evaluate: {stage: test, rules: [${rule}], script: [python evaluate.py]}\n${promote('needs: [{job: evaluate, optional: true}],')}`,
      ]),
    ),
    'a rule lets the job before fail': `evaluate: {stage: test, rules: [{if: $CI_COMMIT_TAG, allow_failure: true}, {when: on_success}], script: [python evaluate.py]}\n${promote()}`,
    ...Object.fromEntries(
      [
        '{if: $CHECK == "true"}',
        '{if: $CI_COMMIT_BRANCH == "main"}',
        '{changes: [src/*]}',
        '{if: $CHECK == "true", when: never}, {when: on_success}',
      ].map(rule => [
        `a rule may leave the job before out: ${rule}`,
        `evaluate: {stage: test, rules: [${rule}], script: [python evaluate.py]}\n${promote()}`,
      ]),
    ),
    'a branch is asked for by the job before': `evaluate: {stage: test, only: [main], script: [python evaluate.py]}\n${promote()}`,
    'changes are asked for by the job before': `evaluate: {stage: test, only: {changes: [src/*]}, script: [python evaluate.py]}\n${promote()}`,
    'changes leave the job before out': `evaluate: {stage: test, except: {changes: [docs/*]}, script: [python evaluate.py]}\n${promote()}`,
    'a branch is left out by the job before': `evaluate: {stage: test, except: [develop], script: [python evaluate.py]}\n${promote()}`,
    'it waits for another job only': `${check}\nbuild: {stage: build, script: [ls]}\n${promote('needs: [build],')}`,
    'its line may fail': 'promote: {script: [python evaluate.py || true, python promote.py]}',
    'it runs whatever came before': `${check}\n${promote('when: always,')}`,
    'it runs one at a time': promote('resource_group: production,'),
    'a branch is asked for': promote('only: [main],'),
    'another rule starts it by itself where a variable is set anew': `variables: {AUTO: "false"}\n${promote('rules: [{if: $AUTO == "true"}, {when: manual}],')}`,
    'a variable of the job has another value': `variables: {ASK: "yes"}\n${promote('variables: {ASK: "no"}, rules: [{if: $ASK == "yes", when: manual}, {when: on_success}],')}`,
    'the job before is left out unless somebody asks for it': `variables: {CHECK: "false"}\n${checkWhere('')}\n${promote()}`,
    'the job before is left out by a variable of its own': `variables: {CHECK: "true"}\n${checkWhere('variables: {CHECK: "false"},')}\n${promote()}`,
  }
  test.each(Object.entries(traps))('%s', async (_, yaml) => {
    expect(await foundWith(yaml)).toEqual([reported])
  })
})

test('a job of an included file is told where it stands', async () => {
  const more = { 'ci/deploy.yml': `\n\n${promote()}` }
  const found = await findingsIn({ ...scripts, ...more, '.gitlab-ci.yml': 'include: ci/deploy.yml' })
  expect(found.map(({ path }) => path)).toEqual([
    [
      '.gitlab-ci.yml:1 `.gitlab-ci.yml` starts on every push',
      'ci/deploy.yml:2 it runs the job `promote`',
      'ci/deploy.yml:2 `promote` runs `promote.py`',
    ],
  ])
})

test.each([
  ['a name', 'environment: production,'],
  ['a map', 'environment: {name: production, deployment_tier: production},'],
  ['a variable', 'environment: {name: $TARGET},'],
])('an environment by %s is declared', async (_, more) => {
  expect(await foundWith(promote(more))).toEqual([declared])
})

test('an environment that is another one is none', async () => {
  expect(await foundWith(promote('environment: staging,'))).toEqual([reported])
})

test('a configuration may have a name without the dot', async () => {
  const found = await findingsIn({ ...scripts, 'gitlab-ci.yml': `${check}\n${promote()}` })
  expect(found).toEqual([])
})

describe('a variable that a job hands on', () => {
  const handing = (script: string): string => `
evaluate:
  stage: test
  script:
    - |
${script
  .trim()
  .split('\n')
  .map(line => `      ${line}`)
  .join('\n')}
  artifacts: {reports: {dotenv: eval.env}}
promote:
  stage: deploy
  script:
    - if [ "$PASSED" != "true" ]; then exit 1; fi
    - python promote.py
`

  test('guards where a metric is compared before it is written', async () => {
    const script = `
AUC=$(jq .auc metrics.json)
if [ "$(echo "$AUC > 0.85" | bc -l)" = 1 ]; then
  echo "PASSED=true" >> eval.env
else
  echo "PASSED=false" >> eval.env
fi`
    expect(await foundWith(handing(script))).toEqual([])
  })

  test('guards nothing where it is always the same', async () => {
    expect(await foundWith(handing('echo "PASSED=true" >> eval.env'))).toEqual([reported])
  })
})
