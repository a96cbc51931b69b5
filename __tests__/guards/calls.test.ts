import { expectAsMarked } from './marked'

const prelude = `
  import contextlib, functools, sys
  from mlflow import MlflowClient
  client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

const callees = {
  'a helper that raises holds': `
    def check(metrics):
        if metrics["auc"] < 0.8:
            raise ValueError("too low")

    def promote(version, metrics):
        check(metrics)
        ${move}
  `,
  'a helper that only logs does not': `
    def check(metrics):
        if metrics["auc"] < 0.8:
            print("too low")

    def promote(version, metrics):
        check(metrics)
        ${move}  # reported
  `,
  'a helper that swallows its own exception does not': `
    def check(metrics):
        try:
            if metrics["auc"] < 0.8:
                raise ValueError("too low")
        except ValueError as error:
            print(error)

    def promote(version, metrics):
        check(metrics)
        ${move}  # reported
  `,
  'a helper that says no holds where it is asked': `
    def good_enough(metrics):
        return metrics["auc"] > 0.8

    def promote(version, metrics):
        if not good_enough(metrics):
            return
        ${move}
  `,
  'a helper that returns early holds': `
    def good_enough(metrics):
        if metrics["auc"] < 0.8:
            return False
        if metrics["f1"] < 0.7:
            return False
        return True

    def promote(version, metrics):
        if good_enough(metrics):
            ${move}
  `,
  'a helper whose answer is dropped does not': `
    def good_enough(metrics):
        return metrics["auc"] > 0.8

    def promote(version, metrics):
        good_enough(metrics)
        ${move}  # reported
  `,
  'a helper that says yes on every way does not': `
    def good_enough(metrics):
        if metrics["auc"] < 0.8:
            print("too low")
        return True

    def promote(version, metrics):
        if good_enough(metrics):
            ${move}  # reported
  `,
  'a helper that is asked the wrong way round does not': `
    def good_enough(metrics):
        return metrics["auc"] > 0.8

    def promote(version, metrics):
        if not good_enough(metrics):
            ${move}  # reported
  `,
  'the first of two answers holds': `
    def validate(metrics):
        if metrics["auc"] < 0.8:
            return False, ["auc"]
        return True, []

    def promote(version, metrics):
        ok, reasons = validate(metrics)
        if not ok:
            sys.exit(1)
        ${move}
  `,
  'the first of two answers, when it is not looked at, does not': `
    def validate(metrics):
        if metrics["auc"] < 0.8:
            return False, ["auc"]
        return True, []

    def promote(version, metrics):
        ok, reasons = validate(metrics)
        print(ok, reasons)
        ${move}  # reported
  `,
  'an answer in a dictionary holds': `
    def validate(metrics):
        return {"passed": metrics["auc"] > 0.8, "auc": metrics["auc"]}

    def promote(version, metrics):
        verdict = validate(metrics)
        if not verdict["passed"]:
            sys.exit(1)
        ${move}
  `,
  'an answer in an object that is always yes does not': `
    from dataclasses import dataclass

    @dataclass
    class Verdict:
        passed: bool
        reason: str

    def validate(metrics):
        if metrics["auc"] < 0.8:
            return Verdict(passed=True, reason="auc")
        return Verdict(passed=True, reason="")

    def promote(version, metrics):
        verdict = validate(metrics)
        if not verdict.passed:
            sys.exit(1)
        ${move}  # reported
  `,
  'a helper of a helper holds': `
    def good_enough(metrics):
        return metrics["auc"] > 0.8

    def require(metrics):
        if not good_enough(metrics):
            raise ValueError("too low")

    def promote(version, metrics):
        require(metrics)
        ${move}
  `,
  'a helper that asks itself establishes nothing': `
    def good_enough(metrics, tries):
        if tries == 0:
            return True
        return good_enough(metrics, tries - 1)

    def promote(version, metrics):
        if good_enough(metrics, 3):
            ${move}  # reported
  `,
  'a helper that asks itself and has checked before holds': `
    def check(metrics, rest):
        if metrics["auc"] < 0.8:
            raise ValueError("too low")
        if rest:
            check(rest[0], rest[1:])

    def promote(version, metrics, rest):
        check(metrics, rest)
        ${move}
  `,
  'a lambda holds like a function': `
    good_enough = lambda metrics: metrics["auc"] > 0.8

    def promote(version, metrics):
        if good_enough(metrics):
            ${move}
  `,
  'a partial that is never called does not': `
    def check(floor, auc):
        if auc < floor:
            raise ValueError("too low")

    def promote(version, auc):
        check_auc = functools.partial(check, 0.8, auc)
        ${move}  # reported
  `,
}

const followed = {
  'an answer in an object holds': `
    from dataclasses import dataclass

    @dataclass
    class Verdict:
        passed: bool
        reason: str

    def validate(metrics):
        if metrics["auc"] < 0.8:
            return Verdict(passed=False, reason="auc")
        return Verdict(passed=True, reason="")

    def promote(version, metrics):
        verdict = validate(metrics)
        if not verdict.passed:
            sys.exit(1)
        ${move}
  `,
  'a partial of a check holds': `
    def check(floor, auc):
        if auc < floor:
            raise ValueError("too low")

    check_auc = functools.partial(check, 0.8)

    def promote(version, auc):
        check_auc(auc)
        ${move}
  `,
}

test.each(Object.entries(callees))('%s', (_, python) => expectAsMarked(prelude, python))

// Each of them fails on the day on which it is followed, and moves up to the others.
describe('whatever the way there', () => {
  test.each(Object.entries(followed))('%s', (_, python) => expectAsMarked(prelude, python))
})
