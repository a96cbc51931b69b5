import { toldOf } from '../reasons'

const promote = `
from mlflow import MlflowClient
MlflowClient().set_registered_model_alias("churn", "champion", "3")
`

function indented(script: string): string {
  return script.trim().replaceAll(/^/gm, '          ')
}

const checkPassed = "needs.evaluate.outputs.passed == 'true'"

/** A job that hands on what a step of it writes, and one that asks for it before it promotes. */
function github(script: string, condition = checkPassed): string {
  return `
on: push
jobs:
  evaluate:
    outputs: {passed: "\${{ steps.check.outputs.ok }}"}
    steps:
      - id: check
        run: |
${indented(script)}
  release:
    needs: evaluate
    if: "${condition}"
    steps: [{run: python promote.py}]
`
}

function foundIn(yaml: string, check = ''): Promise<readonly string[]> {
  return toldOf({ '.github/workflows/cd.yml': yaml, 'promote.py': promote, 'check.py': check })
}

const compares = `
AUC=$(jq .auc metrics.json)
if [ "$(echo "$AUC > 0.85" | bc -l)" = 1 ]; then
  echo "ok=true" >> "$GITHUB_OUTPUT"
else
  echo "ok=false" >> "$GITHUB_OUTPUT"
fi`
const always = 'void evaluation: `ok` is always written as `true`, whatever came out'
const declared = (what: string): string =>
  `medium evaluation: \`${what}\` is asked for, and what writes it cannot be read`

type Asked = readonly [script: string, found: readonly string[], condition?: string]
const asked: readonly Asked[] = [
  [compares, []],
  [compares, [], "'true' == needs.evaluate.outputs.passed"],
  [compares, ['error'], "needs.evaluate.outputs.passed != 'true'"],
  [
    compares,
    [],
    "needs.evaluate.outputs.passed != 'true' && false || needs.evaluate.outputs.passed == 'true'",
  ],
  [compares, ['error'], 'needs.evaluate.outputs.passed'],
  [compares, ['error'], 'needs.evaluate.outputs.passed == needs.evaluate.outputs.wanted'],
  [
    compares,
    ['note', declared('needs.evaluate.outputs.quality_passed')],
    "needs.evaluate.outputs.quality_passed == 'true'",
  ],
  [compares, ['note', declared('needs.evaluate.outputs.colour')], "needs.evaluate.outputs.colour == 'true'"],
  [compares, ['error'], "needs.evaluate.result == 'true'"],
  [compares, ['error'], "outputs.passed == 'true'"],
  [compares.replaceAll('ok=', 'other='), ['note', declared('needs.evaluate.outputs.passed')]],
  [compares.replace('ok=false', 'ok=true'), ['error', always]],
  [compares.replace('ok=false', 'other=true'), []],
  [compares.replaceAll('echo "ok=', 'echo "::set-output name=ok::'), []],
  [
    compares.replaceAll('echo "ok=', 'echo "set-output name=ok::'),
    ['note', declared('needs.evaluate.outputs.passed')],
  ],
  [compares.replaceAll('=true', '= true '), []],
  [compares.replaceAll(' = 1 ', ' = 0 '), ['error']],
  ['echo "ok=true" >> "$GITHUB_OUTPUT"', ['error', always]],
  ['echo "ok=TRUE" >> "$GITHUB_OUTPUT"', ['error', always]],
  ['echo "ok=false" >> "$GITHUB_OUTPUT"', ['error']],
  ['test -f model.pkl && echo "ok=true" >> "$GITHUB_OUTPUT"', ['error', always]],
  ['echo "ok=$(cat passed.txt)" >> "$GITHUB_OUTPUT"', ['error']],
]
test.each(asked.map(row => [row.slice(0, 3).join(' '), row] as const))(
  'a job that hands on what it has compared: %s',
  async (_, row) => {
    const [script, found, condition] = row
    expect(await foundIn(github(script, condition))).toEqual(found)
  },
)

const unread = ['note', declared('needs.evaluate.outputs.passed')]
const writing = (value: string): string =>
  `with open(os.environ["GITHUB_OUTPUT"], "a") as output:\n    output.write(${value})`

type Written = readonly [python: string, found: readonly string[], condition?: string]
const written: readonly Written[] = [
  [writing('f"ok={passed}"'), []],
  [writing('f"ok={passed}\\n"'), []],
  [writing('f"ok={str(passed)}\\n"'), []],
  [writing('f"ok={str(passed).lower()}\\n"'), []],
  [writing('f"ok={str(passed).lower().strip()}"'), []],
  [writing('f"ok={passed} \\n"'), []],
  [writing('f"ok={str(passed).lowered()}"'), ['error']],
  [writing('f"ok={str(not passed)}\\n"'), ['error']],
  [writing('f"ok={str(passed).upper()}\\n"'), ['error']],
  [writing('f"ok={repr(passed)}\\n"'), ['error']],
  [writing('f"ok={str()}\\n"'), ['error']],
  [writing('f"ok={acme.lower()}\\n"'), ['error']],
  [writing('f"ok=is-{passed}\\n"'), ['error']],
  [writing('f"ok={passed}{auc}\\n"'), ['error']],
  [writing('f"{passed}=ok"'), unread],
  [writing('passed'), unread],
  [writing('f"other={passed}"'), unread],
  [writing('f"ok={passed} or so"'), ['error']],
  [writing('f"ok={auc}"'), ['error']],
  ['print(f"ok={passed}")', []],
  ['print("ok=" + str(passed))', unread],
  ['print(f"::set-output name=ok::{passed}")', []],
  ['print(f"  ::set-output name=ok::{passed}")', []],
  ['print(f"ok={passed}")', ['error'], "needs.evaluate.outputs.passed.value == 'true'"],
  ['print(f"ok={not passed}")', [], "needs.evaluate.outputs.passed == 'false'"],
  ['print(f"ok={not passed}")', ['error'], "needs.evaluate.outputs.passed == 'untrue'"],
  ['print("ok=true")\nprint(f"ok={auc}")', ['error']],
  ['print()', unread],
  ['if passed:\n    print("ok=true")', []],
  ['if passed:\n    print("ok=yes")', [], "needs.evaluate.outputs.passed == 'yes'"],
  ['if passed:\n    print("ok=`yes`")', [], "needs.evaluate.outputs.passed == '`yes`'"],
  [
    'print("ok=`yes`")',
    ['error', "void evaluation: `ok` is always written as `'yes'`, whatever came out"],
    "needs.evaluate.outputs.passed == '`yes`'",
  ],
  ['said = "yes" if passed else "no"\nprint(f"ok={said}")', [], "needs.evaluate.outputs.passed == 'yes'"],
  [
    'said = "yes" if passed else "no"\nprint(f"ok={said}")',
    ['error'],
    "needs.evaluate.outputs.passed == 'no'",
  ],
  [
    'said = "yes" if passed else "yes"\nprint(f"ok={said}")',
    ['error'],
    "needs.evaluate.outputs.passed == 'yes'",
  ],
  ['print(f"ok={auc}")', ['error'], "needs.evaluate.outputs.passed == 'yes'"],
  ['if passed:\n    print(f"ok={acme.name}")', [], "needs.evaluate.outputs.passed == 'yes'"],
  ['print("ok=false")\nif passed:\n    print("ok=true")', []],
  ['def tell():\n    print(f"ok={passed}")\ntell()', []],
  ['def tell(it):\n    print(f"ok={it}")\ntell(auc)', ['error']],
  ['if not passed:\n    raise SystemExit(1)\nprint("ok=true")', []],
  ['print("ok=true")\nif not passed:\n    raise SystemExit(1)', []],
  [
    'if hashlib.sha256(auc).hexdigest() != "x":\n    raise SystemExit(1)\nprint("ok=true")',
    ['error', always],
  ],
]
test.each(written.map(row => [row.join(' '), row] as const))(
  'a script that hands on what it has compared: %s',
  async (_, row) => {
    const [python, found, condition] = row
    const above =
      'import acme, hashlib, json, os\nauc = json.load(open("m.json"))["auc"]\npassed = auc > 0.8\n'
    const yaml = github('python check.py >> "$GITHUB_OUTPUT"', condition)
    expect(await foundIn(yaml, above + python)).toEqual(found)
  },
)

const steps = (condition: string): string => `
on: push
jobs:
  release:
    steps:
      - id: check
        run: python check.py >> "$GITHUB_OUTPUT"
      - if: ${condition}
        run: python promote.py
`
test.each([
  ["steps.check.outputs.ok == 'true'", []],
  ["steps.check.outputs.ok != 'false'", ['error']],
  ["steps.check.outputs.ok != 'true'", ['error']],
  ["steps.check.outputs.fine == 'true'", ['error']],
  ["steps.check.outputs.eval_ok == 'true'", ['note', declared('steps.check.outputs.eval_ok')]],
  ["steps.check.passed == 'true'", ['error']],
])('a step that asks for what the one before has written: %s', async (condition, found) => {
  const check = "import json\nprint(f\"ok={json.load(open('m.json'))['auc'] > 0.8}\")\n"
  expect(await foundIn(steps(condition), check)).toEqual(found)
})

test.each([
  ["passed]'", 'passed', []],
  ["passed;isOutput=true]'", 'passed', []],
  ["other;isOutput=true]'", 'passed', unread],
])('a variable of Azure that is set as %s', async (set, name, found) => {
  const yaml = `
jobs:
  - job: evaluate
    steps:
      - bash: python check.py
        name: check
  - job: release
    dependsOn: evaluate
    condition: eq(dependencies.evaluate.outputs['check.${name}'], 'true')
    steps: [{script: python promote.py}]
`
  const check = `import json\nif json.load(open('m.json'))['auc'] > 0.8:\n    print('##vso[task.setvariable variable=${set.slice(0, -1)}true')\n`
  const files = { 'azure-pipelines.yml': yaml, 'promote.py': promote, 'check.py': check }
  expect((await toldOf(files)).map(one => one.replace('needs.', 'dependencies.'))).toEqual(
    found.map(one => one.replace('needs.', 'dependencies.')),
  )
})

const backwards =
  'void evaluation: `auc` is compared with a bound, and the call stands on the side where it failed'
const handed = (script: string, needs = 'evaluate', condition = 'test "$PASSED" = true'): string => `
evaluate:
  script:
${script.replaceAll(/^/gm, '    - ')}
  artifacts: {reports: {dotenv: out.env}}
other: {script: [echo 1]}
release:
  needs: [${needs}]
  script:
    - ${condition}
    - python promote.py
`
test.each([
  ['python check.py >> out.env', 'evaluate', undefined, []],
  ['python check.py >> out.env', 'evaluate', 'test true = "$PASSED"', []],
  ['python check.py >> out.env', 'evaluate', 'test "$OTHER" = true', ['error']],
  ['python check.py >> out.env', 'evaluate', 'test "$PASSED" != true', ['error', backwards]],
  ['python check.py >> out.env', 'other', undefined, ['error']],
  ['python check.py >> out.env', '{job: evaluate, optional: true}', undefined, []],
  ['echo "PASSED=true" >> out.env', 'evaluate', undefined, ['error', always.replace('ok', 'PASSED')]],
])('a variable of GitLab: %s, needs %s, %s', async (script, needs, condition, found) => {
  const check = "import json\nprint(f\"PASSED={json.load(open('m.json'))['auc'] > 0.8}\")\n"
  const files = {
    '.gitlab-ci.yml': handed(script, needs, condition),
    'promote.py': promote,
    'check.py': check,
  }
  expect(await toldOf(files)).toEqual(found)
})

test('what a job has verified of a file says nothing of the file of another one', async () => {
  const verify =
    'cosign verify-blob --key k.pub --signature s.sig model.joblib\necho "ok=true" >> "$GITHUB_OUTPUT"'
  const files = {
    '.github/workflows/cd.yml': github(verify).replace('promote.py', 'load.py'),
    'load.py': 'import joblib\njoblib.load("model.joblib")\n',
  }
  expect(await toldOf(files)).toEqual(['warning'])
})
