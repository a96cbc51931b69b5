import { findingsIn } from './scanned'

const path = '.github/workflows/release.yml'
const roll = 'kubectl set image deployment/churn-model server=$IMAGE'

const beside = {
  'roll.sh': `${roll}\n`,
  '.github/actions/roll/action.yml': `runs: {using: composite, steps: [{run: '${roll}', shell: sh}]}`,
}

async function levelOf(yaml: string): Promise<string[]> {
  const started = Object.entries(beside).filter(([name]) => yaml.includes(name.replace('/action.yml', '')))
  const found = await findingsIn({ [path]: yaml, ...Object.fromEntries(started) })
  return found.map(({ finding }) => finding.replace(/ .*/, ''))
}

const job = (name: string, more = '', run = roll): string =>
  `jobs: {${name}: {${more} steps: [{run: '${run}'}]}}`

const step = (test: string, run = roll): string => `jobs: {roll: {steps: [{if: "${test}", run: '${run}'}]}}`

describe('a command that names no environment is one in production where', () => {
  test.each([
    ['its pipeline starts on a push', `on: push\n${job('roll')}`],
    ['its pipeline starts on a push to main', `on: {push: {branches: [main]}}\n${job('roll')}`],
    [
      'its job runs on a push only',
      `on: [push, pull_request]\n${job('roll', 'if: "github.event_name == \'push\'",')}`,
    ],
    ...[
      "github.ref == 'refs/heads/main'",
      "${{ github.ref == 'refs/heads/main' && success() }}",
      "github.ref_name == 'main'",
      "startsWith(github.ref, 'refs/tags/v')",
      "startsWith(github.ref, 'refs/heads/release')",
      "!startsWith(github.ref, 'refs/pull/')",
      "github.ref != 'refs/heads/main' && github.event_name != 'pull_request'",
    ].map((test): [string, string] => [
      `its job runs on branches or tags only (${test})`,
      `on: [push, pull_request]\n${job('roll', `if: "${test}",`)}`,
    ]),
    ...[
      "github.event_name == 'push'",
      "github.ref == 'refs/heads/main'",
      "${{ startsWith(github.ref, 'refs/tags/') }}",
      "github.event_name != 'pull_request' && success()",
    ].map((test): [string, string] => [
      `its step runs on branches or tags only (${test})`,
      `on: [pull_request, push]\n${step(test)}`,
    ]),
    [
      'a step that takes an action runs on branches only',
      `on: [push, pull_request]
jobs:
  roll:
    steps:
      - if: github.ref == 'refs/heads/main'
        uses: ./.github/actions/roll`,
    ],
    [
      'one of the steps that start the same script runs on branches only',
      `on: [push, pull_request]
jobs:
  roll:
    steps:
      - if: github.event_name == 'pull_request'
        run: sh roll.sh
      - if: github.event_name == 'push'
        run: sh roll.sh`,
    ],
    [
      'its job runs where a proposal has been merged only',
      `on: {push: {branches: [main]}, pull_request: {types: [opened, synchronize]}}\n${job('roll', `if: "github.ref == 'refs/heads/main'",`)}`,
    ],
    ['a merge starts it', `on: {pull_request: {types: [closed], branches: [main]}}\n${job('roll')}`],
    [
      'a merge starts it, with the rights of the base',
      `on: {pull_request_target: {types: closed}}\n${job('roll')}`,
    ],
    ...[
      'github.event.pull_request.merged == true',
      'github.event.pull_request.merged',
      "${{ github.event.action == 'closed' && github.event.pull_request.merged }}",
    ].flatMap((test): [string, string][] => [
      [
        `its job runs for what was merged only (${test})`,
        `on: {pull_request: {types: [closed]}}\n${job('roll', `if: "${test}",`)}`,
      ],
      [
        `its step runs for what was merged only, although proposals start it (${test})`,
        `on: {pull_request: {types: [opened, closed]}}\n${step(test)}`,
      ],
    ]),
    [
      'its job runs for what was merged only, which gets a label',
      `on: {pull_request_target: {types: [labeled]}}\n${job('roll', 'if: github.event.pull_request.merged,')}`,
    ],
    [
      'it runs on pushes and for what was merged',
      `on: {push: {branches: [main]}, pull_request: {types: [opened, closed]}}\n${job('roll', 'if: "github.event_name == \'push\' || github.event.pull_request.merged == true",')}`,
    ],
    [
      'its job runs for all but pull requests, which also start it when they are closed',
      `on: {push: {}, pull_request: {types: [opened, closed]}}\n${job('roll', 'if: "github.event_name != \'pull_request\'",')}`,
    ],
    ['its pipeline starts on a schedule', `on: {schedule: [{cron: '0 3 * * *'}]}\n${job('roll')}`],
    ['a name of the job says so, and a pull request starts it', `on: pull_request\n${job('roll-prod')}`],
    ['a name of the pipeline says so', `name: Production\non: pull_request\n${job('roll')}`],
    [
      'another command of its job says so, on the branch of another environment',
      `on: {push: {branches: [develop]}}
jobs:
  roll:
    steps:
      - run: aws s3 sync models s3://acme-models-prod
      - run: ${roll}`,
    ],
    [
      'its pipeline takes settings of production',
      `on: pull_request\nenv: {CONFIG: config-prod.yml}\n${job('roll')}`,
    ],
  ])('%s', async (_, yaml) => {
    expect((await levelOf(yaml)).at(-1)).toBe('warning')
  })
})

describe('it is not where', () => {
  test.each([
    ['a pull request starts it', `on: pull_request\n${job('roll')}`],
    ['a pull request starts it, as a push does', `on: [push, pull_request]\n${job('roll')}`],
    ...[
      "github.ref != 'refs/heads/main'",
      "startsWith(github.ref, 'refs/')",
      "github.ref_name != 'main'",
      "github.repository == 'acme/churn'",
      'github.ref == env.BRANCH',
    ].map((test): [string, string] => [
      `a pull request starts it, whose condition it meets (${test})`,
      `on: [push, pull_request]\n${job('roll', `if: "${test}",`)}`,
    ]),
    ...[
      "github.event_name == 'pull_request'",
      "github.repository == 'acme/churn'",
      "steps.test.outcome == 'success'",
      'github.ref == env.BRANCH',
      "github.event_name == 'push' || github.event_name == 'pull_request'",
      'always()',
    ].map((test): [string, string] => [
      `a pull request starts it, and its step says nothing else (${test})`,
      `on: [push, pull_request]\n${step(test)}`,
    ]),
    [
      'a pull request starts it by another event than the one that its job leaves out',
      `on: {push: {}, pull_request: {}, pull_request_target: {}}\n${job('roll', 'if: "github.event_name != \'pull_request\'",')}`,
    ],
    [
      'its step runs for a pull request only, and nothing else starts it',
      `on: push\n${step("github.event_name == 'pull_request'")}`,
    ],
    [
      'another step runs on a push only',
      `on: [push, pull_request]
jobs:
  roll:
    steps:
      - if: github.event_name == 'push'
        run: make report
      - run: ${roll}`,
    ],
    [
      'a pull request starts it on the branch that it is meant for',
      `on: [push, pull_request_target]\n${job('roll', `if: "github.ref == 'refs/heads/main'",`)}`,
    ],
    [
      'a pull request starts it once it is merged, with the branch that it was merged into',
      `on: {push: {}, pull_request: {types: [opened, closed]}}\n${job('roll', `if: "github.ref == 'refs/heads/main'",`)}`,
    ],
    ...['[opened, synchronize]', '[opened, closed]', '[labeled]', '[closed, "${{ x }}"]'].map(
      (types): [string, string] => [
        `a pull request starts it, also before it is merged (${types})`,
        `on: {pull_request: {types: ${types}}}\n${job('roll')}`,
      ],
    ),
    ...['github.event.pull_request.merged == false', '!github.event.pull_request.merged'].map(
      (test): [string, string] => [
        `a pull request starts it that was not merged (${test})`,
        `on: {pull_request: {types: [closed]}}\n${job('roll', `if: "${test}",`)}`,
      ],
    ),
    ...['[opened, closed]', '[opened, synchronize]'].map((types): [string, string] => [
      `a pull request starts it that may be closed without a merge (${types})`,
      `on: {pull_request: {types: ${types}}}\n${job('roll', 'if: "github.event.action == \'closed\'",')}`,
    ]),
    [
      'it asks for a merge where only a push starts it',
      `on: [push, pull_request]\n${step('github.event.pull_request.merged == true')}`,
    ],
    [
      'a merge into the branch of another environment starts it',
      `on: {pull_request: {types: [closed], branches: [develop]}}\n${job('roll')}`,
    ],
    ['a person starts it', `on: workflow_dispatch\n${job('roll')}`],
    ['it starts on the branch of another environment', `on: {push: {branches: [develop]}}\n${job('roll')}`],
    ['the pipeline is named for another one', `name: Staging\non: push\n${job('roll')}`],
    ['it takes settings of several', `on: pull_request\nenv: {A: prod.yml, B: dev.yml}\n${job('roll')}`],
  ])('%s', async (_, yaml) => {
    expect(await levelOf(yaml)).toEqual(['note'])
  })

  const beside = (other: string): string =>
    `on: {push: {branches: [develop]}}\njobs:\n  roll:\n    steps:\n      - run: ${other}\n      - run: ${roll}\n`
  test.each([
    ['loads a model', 'python -c "import joblib; joblib.load(\'m.pkl\')"'],
    ['may move one', 'aws s3 sync models s3://$BUCKET'],
    ['moves one nowhere', 'aws s3 sync models s3://acme-models-dev'],
    ['names no environment either', 'kubectl rollout restart deployment/churn-model'],
  ])('another command of its job %s', async (_, other) => {
    expect((await levelOf(beside(other))).at(-1)).toBe('note')
  })

  test('another command of another job says so', async () => {
    const jobs = `on: pull_request\njobs:\n  a: {steps: [{run: aws s3 sync models s3://acme-models-prod}]}\n  b: {steps: [{run: '${roll}'}]}\n`
    expect((await levelOf(jobs)).at(-1)).toBe('note')
  })

  test('the job is named for another one, which silences it', async () => {
    expect(await levelOf(`on: push\n${job('roll-dev')}`)).toEqual([])
  })

  test('its environment is another one, which silences it', async () => {
    expect(await levelOf(`on: push\n${job('roll', 'environment: staging,')}`)).toEqual([])
  })
})

test('the message says why', async () => {
  const [found] = await findingsIn({ [path]: `on: push\n${job('roll')}` })
  expect(found?.message).toContain(
    `It counts as production, since \`${path}\` starts on every push, and nothing names another environment.`,
  )
})

test('the way to a step begins with what starts it', async () => {
  const onPush = step("github.event_name == 'push'")
  const [found] = await findingsIn({ [path]: `on: [pull_request, push]\n${onPush}` })
  expect(found?.message).toContain(`since \`${path}\` starts on every push`)
  expect(found?.path[0]).toContain('starts on every push')
})

test.each([
  [`name: Production\non: pull_request\n${job('roll')}`, '`Production` names production'],
  [`on: pull_request\n${job('roll', 'environment: production,')}`, '`production` names production'],
  [
    `on: {push: {branches: [develop]}}\njobs: {roll: {steps: [{run: aws s3 sync models s3://acme-models-prod}, {run: '${roll}'}]}}`,
    '`aws s3 sync` in `roll` moves a model there',
  ],
  [
    `on: pull_request\nenv: {CONFIG: config-prod.yml}\n${job('roll')}`,
    'the pipeline reads `config-prod.yml`',
  ],
  [
    `on: pull_request\nenv: {CONFIG: ./conf/prod/settings.toml}\n${job('roll')}`,
    'the pipeline reads `./conf/prod/settings.toml`',
  ],
  [
    `on: {schedule: [{cron: '0 3 * * *'}]}\n${job('roll')}`,
    `\`${path}\` starts on a schedule, and nothing names another environment`,
  ],
  [
    `on: {push: {branches: [main]}}\n${job('roll')}`,
    `\`${path}\` starts on a push to \`main\`, and nothing names another environment`,
  ],
  [
    `on: {push: {tags: ["v*"]}}\n${job('roll')}`,
    `\`${path}\` starts when a tag is pushed, and nothing names another environment`,
  ],
  [
    `on: {release: {types: [published]}}\n${job('roll')}`,
    `\`${path}\` starts when a release is published, and nothing names another environment`,
  ],
  [
    `on: {pull_request: {types: [closed], branches: [main]}}\n${job('roll')}`,
    `\`${path}\` starts once a pull request to \`main\` is merged, and nothing names another environment`,
  ],
  [
    `on: {workflow_run: {workflows: [ci]}}\n${job('roll')}`,
    `\`${path}\` starts when another workflow has ended, and nothing names another environment`,
  ],
])('the message of %j says why: %s', async (yaml, why) => {
  const found = await findingsIn({ [path]: yaml })
  expect(found.at(-1)?.message).toContain(`It counts as production, since ${why}.`)
})

test.each([
  `on: pull_request\nenv: {CONFIG: prod.txt}\n${job('roll')}`,
  `on: pull_request\n${job('roll', 'environment: "${{ inputs.where }}",')}`,
  `on: issue_comment\n${job('roll')}`,
  `on: {workflow_call: {}}\n${job('roll')}`,
])('nothing in %j says so', async yaml => {
  expect(await levelOf(yaml)).toEqual(['note'])
})

test('a template of a pipeline, which never runs itself, is told one level lower', async () => {
  const levels = async (at: string): Promise<string | undefined> =>
    (await findingsIn({ [at]: `on: push\n${job('roll')}` }))[0]?.finding.split(' ')[0]
  expect([await levels(path), await levels(`template/${path}`)]).toEqual(['warning', 'note'])
})

describe('an environment that an expression names', () => {
  const deploy = 'az ml online-endpoint update -n churn --traffic green=100'
  const named = (expression: string, on = 'push'): string =>
    `on: ${on}\n${job('release', `environment: "${expression}", strategy: {matrix: {env: [staging, production]}},`, deploy)}`

  test.each([
    ['production on one branch', "${{ github.ref == 'refs/heads/main' && 'production' || 'development' }}"],
    ['one of a matrix', '${{ matrix.env }}'],
    ['what its caller says', '${{ inputs.environment }}'],
  ])('counts as declared: %s', async (_, expression) => {
    expect(await levelOf(named(expression))).toEqual(['note'])
  })

  test('does not where all that it may name is elsewhere', async () => {
    const expression = "${{ github.ref == 'refs/heads/main' && 'staging' || 'development' }}"
    expect(await levelOf(named(expression))).toEqual(['error'])
  })

  test('counts with the options of an input', async () => {
    const on = '{workflow_dispatch: {inputs: {env: {type: choice, options: [dev, prod]}}}, push: {}}'
    const yaml = `on: ${on}\n${job('release', 'environment: "${{ inputs.env }}",', 'databricks bundle deploy -t ${{ inputs.env }}')}`
    expect(await levelOf(yaml)).toEqual(['note'])
  })
})

test('an option of an input may be production', async () => {
  const on = '{workflow_dispatch: {inputs: {env: {type: choice, options: [dev, prod]}}}, push: {}}'
  expect(
    await levelOf(`on: ${on}\n${job('release', '', 'databricks bundle deploy -t ${{ inputs.env }}')}`),
  ).toEqual(['error'])
})

describe('an approval that a step waits for', () => {
  const wait = '{uses: trstringer/manual-approval@v1, with: {approvers: acme}}'
  const deploy = 'az ml online-endpoint update -n churn --traffic green=100'

  test.each([
    ['before it in the same job', `on: push\njobs: {a: {steps: [${wait}, {run: ${deploy}}]}}`],
    [
      'in a job that it needs',
      `on: push\njobs: {w: {steps: [${wait}]}, a: {needs: w, steps: [{run: ${deploy}}]}}`,
    ],
    [
      'by an action of another owner',
      `on: push\njobs: {a: {steps: [{uses: acme/manual-approval-action@v2}, {run: ${deploy}}]}}`,
    ],
  ])('guards: %s', async (_, yaml) => {
    expect(await levelOf(yaml)).toEqual([])
  })

  test.each([
    ['after it', `on: push\njobs: {a: {steps: [{run: ${deploy}}, ${wait}]}}`],
    [
      'in a job that nothing waits for',
      `on: push\njobs: {w: {steps: [${wait}]}, a: {steps: [{run: ${deploy}}]}}`,
    ],
    [
      'in a step that may fail',
      `on: push\njobs: {a: {steps: [{uses: trstringer/manual-approval@v1, continue-on-error: true}, {run: ${deploy}}]}}`,
    ],
  ])('guards nothing: %s', async (_, yaml) => {
    expect(await levelOf(yaml)).toEqual(['error'])
  })
})

describe('a command in another shell', () => {
  const move = 'az ml online-endpoint update --name churn --traffic green=100'
  const step = (shell: string, run: string): string =>
    `on: push\njobs:\n  a:\n    steps:\n      - shell: ${shell}\n        run: |\n${run
      .split('\n')
      .map(line => `          ${line}`)
      .join('\n')}\n`

  test.each([
    ['PowerShell', 'pwsh', move],
    [
      'PowerShell, over several lines',
      'pwsh',
      'az ml online-endpoint update `\n  --name churn `\n  --traffic green=100',
    ],
    ['PowerShell, behind a condition', 'powershell', `if ($env:GO -eq "1") {\n  ${move}\n}`],
    [
      'PowerShell, with a variable',
      'pwsh',
      `$target = "green=100"\naz ml online-endpoint update --name churn --traffic $target`,
    ],
    ['cmd', 'cmd', move],
    [
      'cmd, over several lines',
      'cmd',
      'az ml online-endpoint update ^\n  --name churn ^\n  --traffic green=100',
    ],
  ])('is found: %s', async (_, shell, run) => {
    expect(await levelOf(step(shell, run))).toEqual(['error'])
  })

  test('is not found where it is only printed', async () => {
    expect(await levelOf(step('pwsh', `Write-Host "${move}"`))).toEqual([])
    expect(await levelOf(step('cmd', `echo ${move}`))).toEqual([])
  })
})

describe('a proposal lies on no branch of GitLab either', () => {
  const rolled = async (condition: string): Promise<string | undefined> => {
    const yaml = `workflow: {rules: [{if: $CI_MERGE_REQUEST_IID}, {if: $CI_COMMIT_BRANCH}]}
roll:
  script: ["${roll}"]
  rules: [${condition}]
`
    return (await findingsIn({ '.gitlab-ci.yml': yaml })).at(-1)?.finding.replace(/ .*/, '')
  }

  test.each([
    '{if: $CI_COMMIT_BRANCH == "main"}',
    '{if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH}',
    '{if: $CI_DEFAULT_BRANCH == $CI_COMMIT_BRANCH && $CI_PIPELINE_SOURCE != "schedule"}',
    '{if: $CI_MERGE_REQUEST_IID, when: never}, {when: on_success}',
    '{if: $CI_MERGE_REQUEST_TARGET_BRANCH_NAME == null}',
    '{if: $CI_COMMIT_REF_NAME == "main"}',
    '{if: $CI_COMMIT_REF_NAME == $CI_DEFAULT_BRANCH}',
    '{if: \'"master" == $CI_COMMIT_REF_SLUG && $CI_PIPELINE_SOURCE != "schedule"\'}',
  ])('a job that runs on it only counts as started by a push: %s', async condition => {
    expect(await rolled(condition)).toBe('warning')
  })

  test.each([
    '{if: $CI_COMMIT_BRANCH != $CI_DEFAULT_BRANCH}',
    '{if: $CI_COMMIT_REF_NAME == "develop"}',
    '{if: $CI_COMMIT_REF_NAME != "main"}',
    '{if: $CI_COMMIT_REF_NAME}',
    '{if: $CI_COMMIT_REF_NAME =~ /^main$/}',
    '{if: $CI_MERGE_REQUEST_TARGET_BRANCH_NAME == $CI_DEFAULT_BRANCH}',
    '{if: $CI_DEFAULT_BRANCH}',
    '{if: $CI_COMMIT_BRANCH == $RELEASE_BRANCH}',
  ])('a job that a proposal may start does not: %s', async condition => {
    expect(await rolled(condition)).toBe('note')
  })
})

describe('a proposal lies on no branch of Azure DevOps either', () => {
  const rolled = async (body: string): Promise<string | undefined> => {
    const found = await findingsIn({ 'azure-pipelines.yml': `trigger: [main]\npr: [main]\n${body}` })
    return found.at(-1)?.finding.replace(/ .*/, '')
  }
  const step = `script: ${roll}`
  const under = (test: string): string => `steps: [{${step}, condition: "and(succeeded(), ${test})"}]`
  const taken = (branch: string): string => `steps:\n  - \${{ ${branch} }}:\n    - ${step}\n`

  test.each([
    ['a step', under("eq(variables['Build.SourceBranch'], 'refs/heads/main')")],
    ['a step, by the name of the branch', under("eq(variables['Build.SourceBranchName'], 'main')")],
    [
      'a stage',
      `stages: [{stage: roll, condition: "ne(variables['Build.Reason'], 'PullRequest')", jobs: [{job: roll, steps: [{${step}}]}]}]`,
    ],
    ['a step, where there is no proposal', under("eq(variables['System.PullRequest.PullRequestId'], '')")],
    [
      'a step, where no proposal aims at a branch',
      under("not(ne(variables['System.PullRequest.TargetBranch'], ''))"),
    ],
    ['a step, the other way round', under("eq('', variables['System.PullRequest.SourceBranch'])")],
    ['a step of a template', taken("if eq(variables['Build.SourceBranch'], 'refs/heads/main')")],
    ['a step of a template, by the reason', taken("if ne(variables['Build.Reason'], 'PullRequest')")],
    [
      'a job of a template',
      `jobs:\n  - \${{ if eq(variables['Build.SourceBranchName'], 'main') }}:\n    - {job: roll, steps: [{${step}}]}\n`,
    ],
    [
      'a step of a template, where proposals take the other way',
      `steps:\n  - \${{ if eq(variables['Build.Reason'], 'PullRequest') }}:\n    - script: make test\n  - \${{ else }}:\n    - ${step}\n`,
    ],
    [
      'a step of a template, with a condition of its own',
      `steps:\n  - \${{ if eq(variables['Build.SourceBranch'], 'refs/heads/main') }}:\n    - ${step}\n      condition: eq(variables.roll, 'true')\n`,
    ],
  ])('what runs on it only counts as started by a push: %s', async (_, body) => {
    expect(await rolled(body)).toBe('warning')
  })

  const asked = (computed: string, test: string): string =>
    `variables:\n  isMain: $[${computed}]\nstages: [{stage: roll, condition: "and(succeeded(), ${test})", jobs: [{job: roll, steps: [{${step}}]}]}]\n`
  const onMain = "eq(variables['Build.SourceBranch'], 'refs/heads/main')"

  test.each([
    [onMain, "eq(variables.isMain, 'true')"],
    [onMain, "eq(variables['isMain'], true)"],
    [`and(${onMain}, ne(variables.skip, 'yes'))`, "eq(variables['isMain'], true)"],
    ["not(eq(variables['Build.Reason'], 'PullRequest'))", 'variables.isMain'],
    [`or(${onMain}, eq(variables['Build.SourceBranchName'], 'next'))`, "eq(variables.isMain, 'True')"],
  ])('nor on one of which a variable says whether it is: %s, %s', async (computed, test) => {
    expect(await rolled(asked(computed, test))).toBe('warning')
  })

  test.each([
    [onMain, "eq(variables.isMain, 'false')"],
    [`or(${onMain}, eq(variables.always, 'yes'))`, "eq(variables.isMain, 'true')"],
    ["eq(variables.isMain, 'true')", "eq(variables.isMain, 'true')"],
    ["startsWith(variables.x, 'refs')", "eq(variables.isMain, 'true')"],
    [onMain, "eq(variables.other, 'true')"],
  ])('a variable that a proposal may set says nothing: %s, %s', async (computed, test) => {
    expect(await rolled(asked(computed, test))).toBe('note')
  })

  test.each([
    ['nothing is asked', `steps: [{${step}}]`],
    ['another branch is asked for', under("ne(variables['Build.SourceBranchName'], 'main')")],
    ['proposals are asked for', under("eq(variables['Build.Reason'], 'PullRequest')")],
    ['a proposal is asked for', under("ne(variables['System.PullRequest.PullRequestId'], '')")],
    [
      'a branch that it may aim at is asked for',
      under("ne(variables['System.PullRequest.TargetBranch'], 'refs/heads/main')"),
    ],
    [
      'a number is asked for that only proposals of one kind have',
      under("eq(variables['System.PullRequest.PullRequestNumber'], '')"),
    ],
    ['nothing is asked of the branch', taken("if eq(variables.roll, 'true')")],
    ['a template asks for proposals', taken("if eq(variables['Build.Reason'], 'PullRequest')")],
    [
      'a template takes the other way for one branch',
      `steps:\n  - \${{ if eq(variables['Build.SourceBranch'], 'refs/heads/main') }}:\n    - script: make test\n  - \${{ else }}:\n    - ${step}\n`,
    ],
    [
      'a template has asked something else before',
      `steps:\n  - \${{ if eq(variables.x, 'y') }}:\n    - script: make test\n  - \${{ else }}:\n    - ${step}\n`,
    ],
  ])('what a proposal may start does not: %s', async (_, body) => {
    expect(await rolled(body)).toBe('note')
  })
})
