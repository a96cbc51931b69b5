import { findingsIn, promoteScript } from './scanned'

const workflow = '.github/workflows/cd.yml'

async function told(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const found = await findingsIn({ 'promote.py': promoteScript, ...files })
  return found.flatMap(({ finding, guards }) => [finding.replace(/ .*/, ''), ...guards])
}

const passes = '{passed: "${{ steps.check.outputs.ok }}"}'

/** A job that checks and hands on what came out, and one that asks for it. */
function gated(run: string, condition = "needs.evaluate.outputs.passed == 'true'", outputs = passes): string {
  return `
on: push
jobs:
  evaluate:
    outputs: ${outputs}
    steps:
      - id: check
        run: |
${run.replaceAll(/^/gm, '          ')}
  release: {needs: evaluate, if: "${condition}", steps: [{run: python promote.py}]}
`
}

const measured = (
  good = 'echo "ok=true" >> "$GITHUB_OUTPUT"',
  bad = 'echo "ok=false" >> "$GITHUB_OUTPUT"',
): string =>
  `AUC=$(jq .auc metrics.json)
if [ "$(echo "$AUC > 0.85" | bc -l)" = 1 ]; then
  ${good}
else
  ${bad}
fi`

test.each<readonly [string, readonly string[]]>([
  ["needs.evaluate.outputs.passed == 'true'", []],
  ["needs.evaluate.outputs.passed != 'true'", ['error']],
  ["needs.evaluate.outputs.passed == 'false'", ['error']],
  ["needs.evaluate.outputs.passed != 'false'", ['error']],
  ["'true' == needs.evaluate.outputs.passed", []],
  ['needs.evaluate.outputs.passed', ['error']],
  [
    "needs.evaluate.outputs.other == 'true'",
    [
      'note',
      'evaluation medium: `needs.evaluate.outputs.other` is asked for, and what writes it cannot be read',
    ],
  ],
  ["needs.other.outputs.passed == 'true'", ['error']],
  ['needs.evaluate.outputs.passed == needs.evaluate.outputs.passed', ['error']],
  ["needs.evaluate.outputs.passed == 'yes'", ['error']],
  ["needs.evaluate.result == 'success'", ['error']],
  ["always() && needs.evaluate.outputs.passed == 'true'", []],
  ["needs.evaluate.outputs.passed == 'TRUE'", []],
  ["!(needs.evaluate.outputs.passed != 'true')", []],
  ["needs.evaluate.outputs.passed == 'true' || github.ref == 'x'", ['error']],
  ["needs.evaluate.outputs.passed == 'true' && github.ref == 'x'", []],
  ['fromJSON(needs.evaluate.outputs.passed)', ['error']],
  ['fromJSON(needs.evaluate.outputs.passed) == true', []],
])('a job that asks for %s', async (condition, found) => {
  expect(await told({ [workflow]: gated(measured(), condition) })).toEqual(found)
})

test.each<readonly [string, readonly string[]]>([
  ['{passed: "${{ steps.check.outputs.ok }}"}', []],
  [
    '{passed: "${{ steps.check.outputs.other }}"}',
    [
      'note',
      'evaluation medium: `needs.evaluate.outputs.passed` is asked for, and what writes it cannot be read',
    ],
  ],
  [
    '{other: "${{ steps.check.outputs.ok }}"}',
    [
      'note',
      'evaluation medium: `needs.evaluate.outputs.passed` is asked for, and what writes it cannot be read',
    ],
  ],
  [
    '{passed: "x-${{ steps.check.outputs.ok }}"}',
    [
      'note',
      'evaluation medium: `needs.evaluate.outputs.passed` is asked for, and what writes it cannot be read',
    ],
  ],
])('a job that hands on %s', async (outputs, found) => {
  expect(await told({ [workflow]: gated(measured(), undefined, outputs) })).toEqual(found)
})

test.each<readonly [string, string, readonly string[]]>([
  ['echo "ok=true" >> "$GITHUB_OUTPUT"', 'echo "ok=false" >> "$GITHUB_OUTPUT"', []],
  ['echo "ok=false" >> "$GITHUB_OUTPUT"', 'echo "ok=true" >> "$GITHUB_OUTPUT"', ['error']],
  [
    'echo "ok=true" >> "$GITHUB_OUTPUT"',
    'echo "ok=true" >> "$GITHUB_OUTPUT"',
    ['error', 'evaluation void: `ok` is always written as `true`, whatever came out'],
  ],
  ['echo "ok=true" >> "$GITHUB_OUTPUT"', 'echo "no"', []],
  ['echo "::set-output name=ok::true"', 'echo "::set-output name=ok::false"', []],
  ['echo "::set-output name=other::true"', 'echo "::set-output name=ok::false"', ['error']],
  ['echo "ok=true"', 'echo "ok=false"', []],
  ['echo "ok = true" >> "$GITHUB_OUTPUT"', 'echo "ok=false" >> "$GITHUB_OUTPUT"', ['error']],
  ['printf "ok=true\\n" >> "$GITHUB_OUTPUT"', 'printf "ok=false\\n" >> "$GITHUB_OUTPUT"', []],
  ['echo "  ok=true" >> "$GITHUB_OUTPUT"', 'echo "  ok=false" >> "$GITHUB_OUTPUT"', []],
  [
    'OK=true',
    'OK=false',
    [
      'note',
      'evaluation medium: `needs.evaluate.outputs.passed` is asked for, and what writes it cannot be read',
    ],
  ],
  ['echo "not_ok=true" >> "$GITHUB_OUTPUT"', 'echo "ok=false" >> "$GITHUB_OUTPUT"', ['error']],
  ['echo "ok=True" >> "$GITHUB_OUTPUT"', 'echo "ok=False" >> "$GITHUB_OUTPUT"', []],
  ['echo "ok=$OK" >> "$GITHUB_OUTPUT"', 'echo "ok=false" >> "$GITHUB_OUTPUT"', []],
  ['echo "ok=tr$OK" >> "$GITHUB_OUTPUT"', 'echo "ok=false" >> "$GITHUB_OUTPUT"', []],
])('a step that writes %s, or else %s', async (good, bad, found) => {
  expect(await told({ [workflow]: gated(measured(good, bad)) })).toEqual(found)
})

test.each<readonly [readonly string[], readonly string[]]>([
  [['output.write(f"ok={str(passed).lower()}\\n")'], []],
  [['output.write(f"ok={passed}\\n")', "needs.evaluate.outputs.passed == 'True'"], []],
  [['output.write(f"ok={passed}")', "needs.evaluate.outputs.passed == 'true'"], []],
  [['print(f"ok={passed}", file=output)', "needs.evaluate.outputs.passed == 'True'"], []],
  [['print(f"ok={not passed}", file=output)', "needs.evaluate.outputs.passed == 'True'"], ['error']],
  [['print(f"ok={not passed}", file=output)', "needs.evaluate.outputs.passed == 'False'"], []],
  [
    ['output.write("ok=true\\n")'],
    ['error', 'evaluation void: `ok` is always written as `true`, whatever came out'],
  ],
  [['output.write("ok=true\\n") if passed else output.write("ok=false\\n")'], []],
  [['output.write(f"ok={auc}")', "needs.evaluate.outputs.passed == 'true'"], ['error']],
  [['output.write(f"ok={passed}-{auc}")', "needs.evaluate.outputs.passed == 'true'"], ['error']],
  [
    [
      'verdict = "good" if passed else "bad"; output.write(f"ok={verdict}")',
      "needs.evaluate.outputs.passed == 'good'",
    ],
    [],
  ],
  [
    [
      'verdict = "good" if passed else "bad"; output.write(f"ok={verdict}")',
      "needs.evaluate.outputs.passed == 'bad'",
    ],
    ['error'],
  ],
  [
    [
      'verdict = "good" if passed else "bad"; output.write(f"ok={verdict}")',
      "needs.evaluate.outputs.passed != 'bad'",
    ],
    ['error'],
  ],
])('a script that writes %j', async ([line = '', condition], found) => {
  const script = `import json, os
auc = json.load(open("metrics.json"))["auc"]
passed = auc >= 0.85
with open(os.environ["GITHUB_OUTPUT"], "a") as output:
    ${line}
`
  expect(await told({ 'check.py': script, [workflow]: gated('python check.py', condition) })).toEqual(found)
})

test.each<readonly [readonly string[], readonly string[]]>([
  [
    ['./evaluate.sh'],
    [
      'note',
      'evaluation medium: `needs.evaluate.outputs.passed` is asked for, and what writes it cannot be read',
      'evaluation medium: `evaluate.sh` is an evaluation by its name only: what it compares, and whether it fails, is not in this repository',
    ],
  ],
  [
    ['./evaluate.sh', "needs.evaluate.outputs.passed == 'true'"],
    [
      'note',
      'evaluation medium: `needs.evaluate.outputs.passed` is asked for, and what writes it cannot be read',
      'evaluation medium: `evaluate.sh` is an evaluation by its name only: what it compares, and whether it fails, is not in this repository',
    ],
  ],
  [
    ['./run.sh', "needs.evaluate.outputs.rows == 'true'", '{rows: "${{ steps.check.outputs.rows }}"}'],
    [
      'note',
      'evaluation medium: `needs.evaluate.outputs.rows` is asked for, and what writes it cannot be read',
    ],
  ],
  [
    ['./run.sh', "needs.evaluate.outputs.gate == 'true'", '{gate: "${{ steps.check.outputs.gate }}"}'],
    [
      'note',
      'evaluation medium: `needs.evaluate.outputs.gate` is asked for, and what writes it cannot be read',
    ],
  ],
  [['./run.sh', "needs.evaluate.outputs.passed != 'true'"], ['error']],
])('a script that cannot be read: %j', async ([run = '', condition, outputs], found) => {
  expect(await told({ [workflow]: gated(run, condition, outputs) })).toEqual(found)
})

test.each<readonly [readonly string[], readonly string[]]>([
  [['{confirm: {required: true}}', "inputs.confirm == 'PROMOTE'"], []],
  [['{confirm: {required: true}}', "'PROMOTE' == inputs.confirm"], []],
  [
    ['{confirm: {required: true}}', "inputs.confirm != 'PROMOTE'"],
    [
      'warning',
      'approval weak: a start by hand leads here, which anybody who may write to the repository can make',
    ],
  ],
  [
    ['{confirm: {required: true}}', 'inputs.confirm'],
    [
      'warning',
      'approval weak: a start by hand leads here, which anybody who may write to the repository can make',
    ],
  ],
  [
    ['{confirm: {required: true}}', "inputs.confirm == 'true'"],
    [
      'warning',
      'approval weak: a start by hand leads here, which anybody who may write to the repository can make',
    ],
  ],
  [
    ['{confirm: {required: true}}', "inputs.confirm == ''"],
    [
      'warning',
      'approval weak: a start by hand leads here, which anybody who may write to the repository can make',
    ],
  ],
  [
    ['{confirm: {required: true}}', 'inputs.confirm == true'],
    [
      'warning',
      'approval weak: a start by hand leads here, which anybody who may write to the repository can make',
    ],
  ],
  [
    ['{confirm: {default: PROMOTE}}', "inputs.confirm == 'PROMOTE'"],
    [
      'warning',
      'approval weak: a start by hand leads here, which anybody who may write to the repository can make',
    ],
  ],
  [['{confirm: {default: "no"}}', "inputs.confirm == 'PROMOTE'"], []],
  [
    ['{stage: {required: true}}', "inputs.stage == 'PROMOTE'"],
    [
      'warning',
      'approval weak: a start by hand leads here, which anybody who may write to the repository can make',
    ],
  ],
  [['{acknowledge: {required: true}}', "inputs.acknowledge == 'PROMOTE'"], []],
  [['{type_name: {required: true}}', "inputs.type_name == 'PROMOTE'"], []],
  [['{approval: {required: true}}', "inputs.approval == 'PROMOTE'"], []],
  [['{confirm: {required: true}}', "github.event.inputs.confirm == 'PROMOTE'"], []],
  [
    ['{confirm: {required: true}}', "inputs.confirm == 'PROMOTE'", 'push:\n  workflow_dispatch'],
    ['note', 'approval medium: whoever starts it has to type `PROMOTE`'],
  ],
  [
    ['{confirm: {required: true}}', "inputs.confirm == 'PROMOTE'", 'workflow_call'],
    ['note', 'approval medium: whoever starts it has to type `PROMOTE`'],
  ],
  [
    ['{confirm: {required: true}}', 'inputs.confirm == github.actor'],
    [
      'warning',
      'approval weak: a start by hand leads here, which anybody who may write to the repository can make',
    ],
  ],
])('what has to be typed: %j', async ([inputs, condition, on = 'workflow_dispatch'], found) => {
  const yaml = `
on:
  ${on}:
    inputs: ${inputs}
jobs:
  release: {if: "${condition}", steps: [{run: python promote.py}]}
`
  expect(await told({ [workflow]: yaml })).toEqual(found)
})
