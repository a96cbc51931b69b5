import { told, toldOf } from '../reasons'
import { move, type Row, titled } from './asked'

const answers: readonly Row[] = [
  ['input("?") == "y"', []],
  [
    'input("?") == "n"',
    ['error', 'void approval: a person is asked, and the call stands on the side where it failed'],
  ],
  ['input("?") != "n"', []],
  [
    'input("?") != "y"',
    ['error', 'void approval: a person is asked, and the call stands on the side where it failed'],
  ],
  ['input("?") in ("y", "yes")', []],
  ['input("?") not in ("n", "no")', []],
  ['input("?") in ("y", "n")', ['error']],
  ['input("?") is "y"', []],
  ['input("?") is not "n"', []],
  ['input("?") < "y"', ['error']],
  ['"y" == input("?")', []],
  ['input("?").lower() == "y"', []],
  ['input("?").strip().casefold() == "yes"', []],
  ['input("?").title() == "Y"', ['error']],
  ['input("?")[0] == "y"', []],
  ['input("?").lower()[0] == "y"', []],
  ['input("?").lower().startswith("y")', []],
  ['input("?").startswith("n")', ['error']],
  [
    'not input("?").startswith("y")',
    ['error', 'void approval: a person is asked, and the call stands on the side where it failed'],
  ],
  ['not input("?").startswith("n")', ['error']],
  ['input("?").endswith("y")', ['error']],
  ['input("?").startswith(version)', ['error']],
  ['input("?").startswith(("y", "Y"))', ['error']],
  [
    'input("?") == ""',
    ['error', 'void approval: a person is asked, and the call stands on the side where it failed'],
  ],
  ['input("?") != ""', []],
  ['input("?") == "churn"', []],
  ['input("?") == version', []],
  ['input("?")', ['error']],
  ['not input("?")', ['error']],
  ['a == "y"', [], ['a = input("Promote? ")']],
  ['a == "y"', [], ['a = input("Promote? ")', 'a = a.lower()']],
  ['a == "y"', [], ['a = input("Promote? ")', 'if not a:', '    a = input("again? ")']],
  ['a == "y"', ['error'], ['a = input("Promote? ")', 'if not a:', '    a = "y"']],
  ['click.confirm("?")', []],
  [
    'not click.confirm("?")',
    [
      'error',
      'void approval: `click.confirm` asks a person, and the call stands on the side where it failed',
    ],
  ],
  ['click.prompt("?") == "y"', []],
  ['questionary.confirm("?").ask()', []],
  ['input("?") == "promote"', []],
  ['input("?") == "maybe"', []],
  ['input("?") == 1', []],
  ['input("?").rstrip() == "y"', []],
  ['input("?").lower_case() == "y"', ['error']],
  ['input("?").startswith()', ['error']],
  ['input("?") not in ("n", "q")', []],
  ['input("?") not in ("n", "later")', []],
  [
    'input("?") in ("n", "later")',
    ['error', 'void approval: a person is asked, and the call stands on the side where it failed'],
  ],
  ['a == "y"', [], ['a = input("?")', 'if version:', '    a = input("again? ").lower()']],
  [
    'a == "y"',
    [],
    ['a = input("?")', 'if version:', '    a = input("again? ")', 'if tags:', '    a = input("third? ")'],
  ],
  [
    'a == "y"',
    ['error'],
    ['a = version', 'if version:', '    a = input("again? ")', 'if tags:', '    a = input("third? ")'],
  ],
  ['input("?").startswith("y") is True', []],
  ['input("?").startswith("y") is not None', ['error']],
  [
    'input("?").startswith("y") == "yes"',
    [
      'error',
      'weak approval: `input("?").startswith("y") == "yes"` is a switch that whoever starts the run sets; nobody looks at the model',
    ],
  ],
  ['a == "y"', ['error'], ['a = version', 'if tags:', '    a = input("?")']],
  ['int(input("?")) == 1', ['error']],
]
test.each(titled(answers))('what a person answers: %s', async (_, row) => {
  expect(await told(move('tags', row))).toEqual(row[1])
})

const records: readonly Row[] = [
  ['tags["approved"] == "true"', []],
  [
    'tags["approved"] != "true"',
    [
      'error',
      'void approval: an approval is read from a record, and the call stands on the side where it failed',
    ],
  ],
  ['tags["approved"] == "false"', ['error']],
  ['tags["approved"] != "false"', ['error']],
  [
    'tags["approved"]',
    [
      'note',
      'medium approval: `approved` is the word of a person, going by its name; what it asks cannot be seen here',
    ],
  ],
  ['tags.get("approved") == "true"', []],
  ['tags.get("approved_by") == "ann"', ['error']],
  ['tags.get("approved", "no") == "yes"', []],
  ['tags.get("approved").lower() == "yes"', []],
  ['tags.get("other") == "true"', ['error']],
  ['"true" == tags["approved"]', []],
  ['tags["sign_off"] == "yes"', []],
  ['tags["signoff"] == "yes"', []],
  ['tags["reviewed"] in ("yes", "ok")', []],
  ['"approved_by" in version.tags', []],
  [
    '"approved_by" not in version.tags',
    [
      'error',
      'void approval: an approval is read from a record, and the call stands on the side where it failed',
    ],
  ],
  ['"approved_by" in version.labels', ['error']],
  ['"owner" in version.tags', ['error']],
  ['version in version.tags', ['error']],
  ['review["state"] == "APPROVED"', []],
  ['"APPROVED" == review["state"]', []],
  [
    'review["state"] != "APPROVED"',
    [
      'error',
      'void approval: an approval is read from a record, and the call stands on the side where it failed',
    ],
  ],
  ['review["state"] == "OPEN"', ['error']],
  ['review["state"] in ("APPROVED", "MERGED")', ['error']],
  ['ticket.get("status") == "approved"', []],
  ['ticket.get("colour") == "approved"', ['error']],
  ['package["ModelApprovalStatus"] == "Approved"', []],
  [
    'package.get("ModelApprovalStatus") != "Approved"',
    [
      'error',
      'void approval: an approval is read from a record, and the call stands on the side where it failed',
    ],
  ],
  [
    'os.environ["APPROVED"] == "true"',
    [
      'error',
      'weak approval: `os.environ["APPROVED"] == "true"` is a setting of the environment; it says where the code runs, not whether the model is good',
    ],
  ],
  [
    'os.environ.get("APPROVED") == "true"',
    [
      'error',
      'weak approval: `os.environ.get("APPROVED") == "true"` is a setting of the environment; it says where the code runs, not whether the model is good',
    ],
  ],
  [
    'os.getenv("APPROVED") == "true"',
    [
      'error',
      'weak approval: `os.getenv("APPROVED") == "true"` is a setting of the environment; it says where the code runs, not whether the model is good',
    ],
  ],
  [
    'os.environ.copy()["APPROVED"] == "true"',
    [
      'error',
      'weak approval: `os.environ.copy()["APPROVED"] == "true"` is a setting of the environment; it says where the code runs, not whether the model is good',
    ],
  ],
  ['s == "yes"', [], ['s = tags["approved"]', 'if not s:', '    s = tags["approved_by"]']],
  [
    'tags["approved"] == "true"',
    ['error', 'void approval: `approved` is written by this repository itself, which approves its own work'],
    ['client.set_model_version_tag("churn", version, "approved", "true")'],
  ],
  [
    'version.tags["approved"] == "true"',
    ['error', 'void approval: `approved` is written by this repository itself, which approves its own work'],
    ['version.tags["approved"] = "true"'],
  ],
  [
    '"approved" in version.tags',
    ['error', 'void approval: `approved` is written by this repository itself, which approves its own work'],
    ['version.tags["approved"] = "true"'],
  ],
  [
    'tags.get("approved", "true") == "true"',
    ['error', 'void approval: where `approved` is missing, its default `true` passes'],
  ],
  ['tags.get("approved", "no") == "true"', []],
  ['tags.get("approved", None) == "true"', []],
  ['version.tags["approved"] == "true"', [], ['version.tags["other"] = "true"']],
  ['version.tags["approved"] == "true"', [], ['version.tags["approved"] = tags']],
  ['version.tags["approved"] == "true"', [], ['version.labels["approved"] = "true"']],
  ['tags["approved"] == "true"', [], ['client.get_model_version_tag("churn", version, "approved", "true")']],
  [
    'tags["approved"] == "true"',
    ['error', 'void approval: `approved` is written by this repository itself, which approves its own work'],
    ['client.set_tag(version, "approved", "x")'],
  ],
  [
    'tags["approved"]',
    ['error', 'void approval: `approved` is written by this repository itself, which approves its own work'],
    ['client.set_tag(version, "approved", "x")'],
  ],
  [
    'tags["approved `here`"] == "true"',
    [
      'error',
      "void approval: `approved 'here'` is written by this repository itself, which approves its own work",
    ],
    ['client.set_tag(version, "approved `here`", "x")'],
  ],
  ['acme.os.environ["APPROVED"] == "true"', []],
  [
    'tags["approved"] == "true"',
    ['error', 'void approval: `approved` is written by this repository itself, which approves its own work'],
    ['set_tag("approved", "x")'],
    'from mlflow import set_tag',
  ],
  ['tags["approved"] == "true"', [], ['get_tag("approved", "x")'], 'from mlflow import get_tag'],
  ['tags["approved"] == "true"', [], ['client.set_tag(version, "other", "x")']],
  ['tags["approved"] == "true"', [], ['client.reset_tag(version, "approved")']],
  ['tags["approved"] == "true"', [], ['client.set_tag_rules("approved")']],
  ['tags["owner"] == "true"', ['error'], ['client.set_tag(version, "owner", "x")']],
  ['tags["stage"] == "approved"', ['error'], ['client.set_tag(version, "approved", "x")']],
  ['tags["reviewed"] in ("true", "pending")', ['error']],
  ['package["ModelApprovalStatus"] in ("Approved", "PendingManualApproval")', ['error']],
  ['review["state"] == version', ['error']],
  ['review["state"] == "passed"', ['error']],
  ['tags["approved"] == version', ['error']],
  ['tags["approved"] is version', ['error']],
  ['"approved_by" == version.tags', ['error']],
  ['tags["approved"].rstrip() == "yes"', []],
  ['tags["approved"].lowered() == "true"', ['error']],
  ['tags.get() == "true"', ['error']],
  ['s == "yes"', [], ['s = None', 'for one in review:', '    s = one["approved"]']],
  ['s == "yes"', [], ['s = "no"', 'if review:', '    s = review["approved"].lower()']],
  ['s == "true"', ['error'], ['s = "true"', 'if review:', '    s = review["approved"]']],
  ['s == "true"', ['error'], ['s = version', 'if review:', '    s = review["approved"]']],
  [
    'tags["approved"] == "true"',
    ['error', 'void approval: `approved` is written by this repository itself, which approves its own work'],
    ['client.set_model_tags(version, "approved")'],
  ],
]
test.each(titled(records))('what a record says: %s', async (_, row) => {
  expect(await told(move('tags, review, ticket, package', row))).toEqual(row[1])
})

test.each([
  'input("?") == "y"',
  'input("?").startswith("y")',
  'tags["approved"] == "true"',
  '"approved_by" in version.tags',
])('where nobody is asked a metric decides, and in its place: %s', async condition => {
  const lines = [
    'if tags["major"]:',
    `    if not (${condition}):`,
    '        return',
    'elif auc < 0.8:',
    '    return',
  ]
  expect(await told(move('auc, tags', ['version', [], lines]))).toEqual([])
})

test.each([
  ['input("?") == "y"', 'a person is asked'],
  ['input("?").startswith("y")', 'a person is asked'],
])('a pipe answers %s', async (condition, says) => {
  const python = move('', [condition, []]).concat('\npromote("3")\n')
  expect(await toldOf({ 'promote.py': python, 'promote.sh': 'python promote.py\n' })).toEqual([])
  expect(await toldOf({ 'promote.py': python, 'promote.sh': 'yes | python promote.py\n' })).toEqual([
    'error',
    `void approval: ${says}, and whatever starts this gives it its answers`,
  ])
})

test('what a record says is no answer that a pipe could give', async () => {
  const python = move('', ['acme.tags()["approved"] == "true"', []]).concat('\npromote("3")\n')
  expect(await toldOf({ 'promote.py': python, 'promote.sh': 'yes | python promote.py\n' })).toEqual([])
})

test('a script asks, and what starts it gives it the answers', async () => {
  const asks =
    'set -e\nread -p "Promote? " answer\nif [ "$answer" != y ]; then exit 1; fi\npython promote.py\n'
  const files = (start: string): Record<string, string> => ({
    'promote.py':
      'from mlflow import MlflowClient\nMlflowClient().set_registered_model_alias("churn", "champion", "3")\n',
    'promote.sh': asks,
    'cd.sh': start,
    'other.sh': 'read -p "Name? " name\n',
  })
  expect(await toldOf(files('./promote.sh\nyes | ./other.sh\n'))).toEqual([])
  expect(await toldOf(files('yes | ./promote.sh\n'))).toEqual([
    'error',
    'void approval: a person is asked, and whatever starts this gives it its answers',
  ])
})
