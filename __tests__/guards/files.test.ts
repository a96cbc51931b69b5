import { expectAsMarked } from './marked'

const prelude = `
  import sys
  from mlflow import MlflowClient
  client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

const raising = `
  def check(metrics):
      if metrics["auc"] < 0.8:
          raise ValueError("too low")
`
const logging = `
  def check(metrics):
      if metrics["auc"] < 0.8:
          print("too low")
`
const promoting = `
  def promote(version):
      ${move}
`
const reported = `
  def promote(version):
      ${move}  # reported
`

const cases = {
  'a check in another file holds': {
    'churn/gates.py': raising,
    'churn/promote.py': `
      from churn.gates import check

      def promote(version, metrics):
          check(metrics)
          ${move}
    `,
  },
  'a check in another file that only logs does not': {
    'churn/gates.py': logging,
    'churn/promote.py': `
      from churn.gates import check

      def promote(version, metrics):
          check(metrics)
          ${move}  # reported
    `,
  },
  'a check that a package passes on holds': {
    'churn/__init__.py': 'from .gates import check',
    'churn/gates.py': raising,
    'promote.py': `
      import churn

      def promote(version, metrics):
          churn.check(metrics)
          ${move}
    `,
  },
  'a check in a caller in another file holds': {
    'churn/registry.py': promoting,
    'churn/main.py': `
      from .registry import promote

      def main(version, auc):
          if auc > 0.8:
              promote(version)
    `,
  },
  'a caller without a check in a third file is enough': {
    'churn/registry.py': reported,
    'churn/main.py': `
      from .registry import promote

      def main(version, auc):
          if auc > 0.8:
              promote(version)
    `,
    'churn/by_hand.py': `
      from .registry import promote

      promote(sys.argv[1])
    `,
  },
  'a caller in a test does not open what the others guard': {
    'churn/registry.py': promoting,
    'churn/main.py': `
      from .registry import promote

      def main(version, auc):
          if auc > 0.8:
              promote(version)
    `,
    'tests/test_registry.py': `
      from churn.registry import promote

      def test_promote():
          promote("4")
    `,
  },
  'a check in a test does not guard what nobody else calls': {
    'churn/registry.py': reported,
    'tests/test_registry.py': `
      from churn.registry import promote

      def test_promote(auc):
          if auc > 0.8:
              promote("4")
    `,
  },
  'a threshold in another file is a threshold': {
    'churn/settings.py': 'MINIMUM = 0.8',
    'churn/promote.py': `
      from churn import settings

      def promote(version, metrics):
          if metrics["auc"] < settings.MINIMUM:
              raise ValueError("too low")
          ${move}
    `,
  },
}

const followed = {
  'a threshold of zero in another file is none': {
    'churn/settings.py': 'MINIMUM = 0.0',
    'churn/promote.py': `
      from churn import settings

      def promote(version, metrics):
          if metrics["auc"] < settings.MINIMUM:
              raise ValueError("too low")
          ${move}  # reported
    `,
  },
}

test.each(Object.entries(cases))('%s', (_, files) => expectAsMarked(prelude, files))

// Each of them fails on the day on which it is followed, and moves up to the others.
describe('whatever the way there', () => {
  test.each(Object.entries(followed))('%s', (_, python) => expectAsMarked(prelude, python))
})
