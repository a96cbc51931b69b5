import { evaluateScript, findingsIn, promoteScript } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }

/** The level of the one finding; `silent` where there is none. */
async function levelWith(path: string, yaml: string, more: Record<string, string> = {}): Promise<string> {
  const found = await findingsIn({ ...scripts, ...more, [path]: yaml })
  return found.map(({ finding }) => finding.split(' ')[0]).join(' ') || 'silent'
}

const github: Readonly<Record<string, readonly [level: string, yaml: string]>> = {
  'an environment': [
    'note',
    `
    on: push
    jobs: {release: {environment: production, steps: [{run: python promote.py}]}}
  `,
  ],
  'an environment as a map': [
    'note',
    `
    on: push
    jobs: {release: {environment: {name: production, url: "https://acme.example"}, steps: [{run: python promote.py}]}}
  `,
  ],
  'an environment that an expression names': [
    'note',
    `
    on: {workflow_dispatch: {inputs: {env: {type: choice, options: [staging, production]}}}}
    jobs: {release: {environment: "\${{ inputs.env }}", steps: [{run: python promote.py}]}}
  `,
  ],
  'a start by hand': [
    'warning',
    `
    on: workflow_dispatch
    jobs: {release: {steps: [{run: python promote.py}]}}
  `,
  ],
  'a start by hand, and by a push': [
    'error',
    `
    on: [workflow_dispatch, push]
    jobs: {release: {steps: [{run: python promote.py}]}}
  `,
  ],
  'a step that runs on a start by hand only': [
    'warning',
    `
    on: [workflow_dispatch, push]
    jobs: {release: {steps: [{if: "github.event_name == 'workflow_dispatch'", run: python promote.py}]}}
  `,
  ],
  'a step that runs on a start by hand only, in front of one that always runs': [
    'error',
    `
    on: [workflow_dispatch, push]
    jobs: {release: {steps: [{if: "github.event_name == 'workflow_dispatch'", run: ls}, {run: python promote.py}]}}
  `,
  ],
  'a step that runs by hand, or for another workflow that may start by itself': [
    'error',
    `
    on: {workflow_dispatch: {}, push: {}, workflow_call: {}}
    jobs: {release: {steps: [{if: "github.event_name != 'push'", run: python promote.py}]}}
  `,
  ],
  'a step that does not run on a push, of a job that a schedule starts': [
    'error',
    `
    on: {workflow_dispatch: {}, push: {}, schedule: [{cron: '0 3 * * *'}]}
    jobs: {release: {steps: [{if: "github.event_name != 'push'", run: python promote.py}]}}
  `,
  ],
  'a step that does not run on a schedule, of a job that pushes do not start': [
    'warning',
    `
    on: {workflow_dispatch: {}, push: {}, schedule: [{cron: '0 3 * * *'}]}
    jobs: {release: {if: "github.event_name != 'push'", steps: [{if: "github.event_name != 'schedule'", run: python promote.py}]}}
  `,
  ],
  'a word that has to be typed': [
    'silent',
    `
    on: {workflow_dispatch: {inputs: {confirm: {type: string}}}}
    jobs: {release: {if: "inputs.confirm == 'PROMOTE'", steps: [{run: python promote.py}]}}
  `,
  ],
  'a word that has to be typed, and a push without it': [
    'error',
    `
    on: {push: {}, workflow_dispatch: {inputs: {confirm: {type: string}}}}
    jobs: {release: {if: "inputs.confirm == 'PROMOTE' || github.event_name == 'push'", steps: [{run: python promote.py}]}}
  `,
  ],
  'an evaluation that is known by its name only': [
    'note',
    `
    on: push
    jobs:
      evaluate: {steps: [{run: acme-evaluate-model churn}]}
      release: {needs: evaluate, steps: [{run: python promote.py}]}
  `,
  ],
  'an output that says that the model is good': [
    'silent',
    `
    on: push
    jobs:
      evaluate:
        outputs: {passed: "\${{ steps.check.outputs.passed }}"}
        steps:
          - id: check
            run: if python evaluate.py; then echo "passed=true" >> "$GITHUB_OUTPUT"; fi
      release: {needs: evaluate, if: "needs.evaluate.outputs.passed == 'true'", steps: [{run: python promote.py}]}
  `,
  ],
  'an output that is always the same': [
    'error',
    `
    on: push
    jobs:
      evaluate:
        outputs: {passed: "\${{ steps.check.outputs.passed }}"}
        steps:
          - id: check
            run: |
              python evaluate.py || true
              echo "passed=true" >> "$GITHUB_OUTPUT"
      release: {needs: evaluate, if: "needs.evaluate.outputs.passed == 'true'", steps: [{run: python promote.py}]}
  `,
  ],
  'a branch': [
    'error',
    `
    on: push
    jobs: {release: {if: "github.ref == 'refs/heads/main'", steps: [{run: python promote.py}]}}
  `,
  ],
  'a release that was published': [
    'error',
    `
    on: {release: {types: [published]}}
    jobs: {release: {steps: [{run: python promote.py}]}}
  `,
  ],
  'a tag': [
    'error',
    `
    on: {push: {tags: ["v*"]}}
    jobs: {release: {steps: [{run: python promote.py}]}}
  `,
  ],
  'a pull request that was merged': [
    'error',
    `
    on: {pull_request: {types: [closed]}}
    jobs: {release: {if: github.event.pull_request.merged, steps: [{run: python promote.py}]}}
  `,
  ],
  'an issue in which somebody approves': [
    'silent',
    `
    on: push
    jobs:
      release:
        steps:
          - uses: trstringer/manual-approval@v1
            with: {approvers: ann}
          - run: python promote.py
  `,
  ],
  'an issue in which somebody approves, in a job that is needed': [
    'silent',
    `
    on: push
    jobs:
      approve: {steps: [{uses: acme/manual-approval-action@v1}]}
      release: {needs: approve, steps: [{run: python promote.py}]}
  `,
  ],
  'an issue in which somebody approves, and nothing waits for it': [
    'error',
    `
    on: push
    jobs:
      approve: {steps: [{uses: trstringer/manual-approval@v1}]}
      release: {steps: [{run: python promote.py}]}
  `,
  ],
  'one run at a time': [
    'error',
    `
    on: push
    concurrency: production
    jobs: {release: {concurrency: production, steps: [{run: python promote.py}]}}
  `,
  ],
}

describe('GitHub Actions', () => {
  test.each(Object.entries(github))('%s', async (_, [level, yaml]) => {
    expect(await levelWith('.github/workflows/cd.yml', yaml)).toBe(level)
  })

  const called = (environment: string): string => `
    on: workflow_call
    jobs: {release: {${environment} steps: [{run: python promote.py}]}}
  `
  const calling = `
    on: push
    jobs: {release: {uses: ./.github/workflows/deploy.yml}}
  `
  test.each([
    ['note', 'environment: production,'],
    ['error', ''],
  ])('a called workflow has its own environment: %s', async (level, environment) => {
    const more = { '.github/workflows/deploy.yml': called(environment) }
    expect(await levelWith('.github/workflows/cd.yml', calling, more)).toBe(level)
  })
})

const gitlab: Readonly<Record<string, readonly [level: string, yaml: string]>> = {
  'a click': ['silent', 'promote: {script: [python promote.py], when: manual}'],
  'a click by a rule': [
    'silent',
    `promote: {script: [python promote.py], rules: [{if: '$CI_COMMIT_BRANCH == "main"', when: manual}]}`,
  ],
  'a click in an earlier stage that does not block': [
    'error',
    `
    stages: [approve, release]
    approve: {stage: approve, script: [ls], when: manual}
    promote: {stage: release, script: [python promote.py]}
  `,
  ],
  'a click in an earlier stage that blocks': [
    'silent',
    `
    stages: [approve, release]
    approve: {stage: approve, script: [ls], when: manual, allow_failure: false}
    promote: {stage: release, script: [python promote.py]}
  `,
  ],
  'a click by a rule in an earlier stage': [
    'silent',
    `
    stages: [approve, release]
    approve: {stage: approve, script: [ls], rules: [{when: manual}]}
    promote: {stage: release, script: [python promote.py]}
  `,
  ],
  'a click that is needed': [
    'silent',
    `
    approve: {script: [ls], when: manual}
    promote: {script: [python promote.py], needs: [approve]}
  `,
  ],
  'a rule that lets main through first': [
    'error',
    `
    promote:
      script: [python promote.py]
      rules:
        - {if: '$CI_COMMIT_BRANCH == "main"', when: on_success}
        - {when: manual}
  `,
  ],
  'a question in front of the click': [
    'silent',
    'promote: {script: [python promote.py], when: manual, manual_confirmation: "Promote?"}',
  ],
  'an environment': [
    'note',
    'promote: {script: [python promote.py], environment: {name: production, action: start}}',
  ],
  'a timer': ['error', 'promote: {script: [python promote.py], when: delayed, start_in: 30 minutes}'],
  'a branch': ['error', 'promote: {script: [python promote.py], only: [main]}'],
  'one at a time': ['error', 'promote: {script: [python promote.py], resource_group: production}'],
}

test.each(Object.entries(gitlab))('GitLab: %s', async (_, [level, yaml]) => {
  expect(await levelWith('.gitlab-ci.yml', yaml)).toBe(level)
})

const azure: Readonly<Record<string, readonly [level: string, yaml: string]>> = {
  'a deployment in an environment': [
    'note',
    `
    trigger: [main]
    jobs:
      - deployment: release
        environment: prod
        strategy: {runOnce: {deploy: {steps: [{script: python promote.py}]}}}
  `,
  ],
  'a job, which has no environment': [
    'error',
    `
    trigger: [main]
    jobs: [{job: release, steps: [{script: python promote.py}]}]
  `,
  ],
  'a validation before': [
    'silent',
    `
    trigger: [main]
    jobs:
      - {job: ask, pool: server, steps: [{task: ManualValidation@1, inputs: {notifyUsers: ann@acme.example}}]}
      - {job: release, dependsOn: ask, steps: [{script: python promote.py}]}
  `,
  ],
  'a validation by its older version': [
    'silent',
    `
    trigger: [main]
    jobs:
      - {job: ask, pool: server, steps: [{task: ManualValidation@0, inputs: {onTimeout: reject}}]}
      - {job: release, dependsOn: ask, steps: [{script: python promote.py}]}
  `,
  ],
  'a validation that goes on by itself': [
    'error',
    `
    trigger: [main]
    jobs:
      - {job: ask, pool: server, steps: [{task: ManualValidation@1, inputs: {onTimeout: resume}}]}
      - {job: release, dependsOn: ask, steps: [{script: python promote.py}]}
  `,
  ],
  'a validation that nothing waits for': [
    'error',
    `
    trigger: [main]
    jobs:
      - {job: ask, pool: server, steps: [{task: ManualValidation@1}]}
      - {job: release, steps: [{script: python promote.py}]}
  `,
  ],
  'a validation whose outcome does not matter': [
    'error',
    `
    trigger: [main]
    stages:
      - {stage: Ask, jobs: [{job: ask, pool: server, steps: [{task: ManualValidation@1}]}]}
      - {stage: Release, condition: always(), jobs: [{job: release, steps: [{script: python promote.py}]}]}
  `,
  ],
  'a start by hand': [
    'warning',
    `
    trigger: none
    pr: none
    jobs: [{job: release, steps: [{script: python promote.py}]}]
  `,
  ],
  'a step that runs on a start by hand only': [
    'warning',
    `
    trigger: [main]
    pr: none
    steps: [{script: python promote.py, condition: "eq(variables['Build.Reason'], 'Manual')"}]
  `,
  ],
  'a stage that is started by hand': [
    'silent',
    `
    trigger: [main]
    stages:
      - {stage: Build, jobs: [{job: build, steps: [{script: ls}]}]}
      - {stage: Release, trigger: manual, jobs: [{job: release, steps: [{script: python promote.py}]}]}
  `,
  ],
  'a part first': [
    'note',
    `
    trigger: [main]
    jobs:
      - deployment: release
        environment: prod
        strategy: {canary: {increments: [10, 20], deploy: {steps: [{script: python promote.py}]}}}
  `,
  ],
}

test.each(Object.entries(azure))('Azure Pipelines: %s', async (_, [level, yaml]) => {
  expect(await levelWith('azure-pipelines.yml', yaml)).toBe(level)
})
