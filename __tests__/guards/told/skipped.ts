import { told } from '../reasons'

const skipped =
  'void evaluation: `metrics[name]` is compared with `bound`, but it is skipped where `name in metrics` does not hold'
const started =
  'weak approval: `promote` is a switch that whoever starts the run sets; nobody looks at the model'

const unasked = 'void evaluation: `metrics[name]` is compared with `bound`, and nobody looks at the answer'

const listed = `
def validate(metrics, bounds):
    failures = []
    for name, bound in bounds.items():
        if name in metrics:
            if metrics[name] < bound:
                failures.append(name)
        else:
            print("missing")
    return len(failures) == 0, failures
`

const answered = `
def validate(metrics, bounds):
    for name, bound in bounds.items():
        if name in metrics:
            if metrics[name] < bound:
                return False
    return True
`

const either = `
def validate(metrics, bounds):
    failures = []
    for name, bound in bounds.items():
        if name in metrics:
            if name == "rmse":
                if metrics[name] > bound:
                    failures.append(name)
            else:
                if metrics[name] < bound:
                    failures.append(name)
    return not failures
`

const whole = `
def validate(metrics, bounds):
    for name, bound in bounds.items():
        if metrics[name] < bound:
            return False
    return True
`

const unanswered = `
def validate(metrics, bounds):
    for name, bound in bounds.items():
        if name in metrics:
            print(metrics[name] < bound)
    return True
`

function promotion(check: string, lines: readonly string[]): string {
  return `
import argparse, json
from mlflow import MlflowClient
${check}
parser = argparse.ArgumentParser()
parser.add_argument("--promote", action="store_true")
parser.add_argument("--version")
args = parser.parse_args()
metrics = json.load(open("metrics.json"))
${lines.join('\n')}
`
}

const move = `
def move(version, promote=False):
    if promote:
        MlflowClient().set_registered_model_alias("churn", "champion", version)
`

const moveIf = (condition: string): readonly string[] => [
  `if ${condition}:`,
  '    MlflowClient().set_registered_model_alias("churn", "champion", args.version)',
]

describe('a check in a function whose answer decides, and that it may leave out', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['before it says yes', answered, moveIf('validate(metrics, {"auc": 0.8})'), ['error', skipped]],
    [
      'before it is asked for what it has listed',
      listed,
      ['passed, failures = validate(metrics, {"auc": 0.8})', ...moveIf('passed')],
      ['error', skipped],
    ],
    [
      'where the answer is handed on',
      listed + move,
      [
        'passed, failures = validate(metrics, {"auc": 0.8})',
        'move(args.version, promote=args.promote and passed)',
      ],
      ['error', skipped],
    ],
    [
      'is not left out where another one stands in its place',
      either,
      moveIf('validate(metrics, {"auc": 0.8})'),
      ['error', skipped],
    ],
    ['holds where it leaves out none', whole, moveIf('validate(metrics, {"auc": 0.8})'), []],
    ['is none where nothing depends on it', unanswered, moveIf('validate(metrics, {"auc": 0.8})'), ['error']],
    [
      'is none where its answer is not asked',
      answered,
      ['validate(metrics, {"auc": 0.8})', ...moveIf('metrics')],
      ['error', unasked],
    ],
    ['leaves a switch a switch', move, ['move(args.version, promote=args.promote)'], ['error', started]],
  ])('%s', async (_, check, lines, expected) => {
    expect(await told(promotion(check, lines))).toEqual(expected)
  })
})
