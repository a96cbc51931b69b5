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
  'a partial of a check holds': `
    def check(floor, auc):
        if auc < floor:
            raise ValueError("too low")

    check_auc = functools.partial(check, 0.8)

    def promote(version, auc):
        check_auc(auc)
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

const callers = {
  'a check in the only caller holds': `
    def promote(version):
        ${move}

    def main(version, auc):
        if auc < 0.8:
            return
        promote(version)
  `,
  'a check in the caller behind the call does not': `
    def promote(version):
        ${move}  # reported

    def main(version, auc):
        promote(version)
        if auc < 0.8:
            return
  `,
  'checks in both callers hold, different as they are': `
    def promote(version):
        ${move}

    def nightly(version, auc):
        if auc > 0.8:
            promote(version)

    def weekly(version, rmse):
        if rmse > 3.0:
            return
        promote(version)
  `,
  'one caller of two without a check is enough': `
    def promote(version):
        ${move}  # reported

    def nightly(version, auc):
        if auc > 0.8:
            promote(version)

    def by_hand(version):
        promote(version)
  `,
  'one call of two in the same caller is enough': `
    def promote(version):
        ${move}  # reported

    def main(version, auc):
        if auc > 0.8:
            promote(version)
        else:
            promote(version)
  `,
  'a check two callers up holds': `
    def promote(version):
        ${move}

    def release(version):
        print(version)
        promote(version)

    def main(version, auc):
        if auc < 0.8:
            sys.exit(1)
        release(version)
  `,
  'the caller under the main guard counts like any other': `
    def promote(version):
        ${move}  # reported

    def main(version, auc):
        if auc > 0.8:
            promote(version)

    if __name__ == "__main__":
        promote(sys.argv[1])
  `,
  'functions that only call each other are taken to be called from elsewhere': `
    def promote(version, auc, again):
        ${move}  # reported
        if again and auc > 0.8:
            retry(version, auc)

    def retry(version, auc):
        promote(version, auc, False)
  `,
  'a caller that calls itself keeps its check': `
    def promote(version):
        ${move}

    def walk(versions, auc):
        if auc < 0.8:
            return
        promote(versions[0])
        walk(versions[1:], auc)

    walk(["1"], 0.7)
  `,
}

const methods = {
  'a method that raises holds': `
    class Gate:
        def check(self, metrics):
            if metrics["auc"] < 0.8:
                raise ValueError("too low")

    class Registry:
        def __init__(self):
            self.gate = Gate()

        def promote(self, version, metrics):
            self.gate.check(metrics)
            ${move}
  `,
  'a method that a base class brings holds': `
    class Gated:
        def check(self, metrics):
            if metrics["auc"] < 0.8:
                raise ValueError("too low")

    class Registry(Gated):
        def promote(self, version, metrics):
            self.check(metrics)
            ${move}
  `,
  'a method that a class overrides with nothing does not': `
    class Gated:
        def check(self, metrics):
            if metrics["auc"] < 0.8:
                raise ValueError("too low")

    class Registry(Gated):
        def check(self, metrics):
            print(metrics)

        def promote(self, version, metrics):
            self.check(metrics)
            ${move}  # reported
  `,
  'a base class whose subclasses have no check does not': `
    class Base:
        def check(self, metrics):
            if metrics["auc"] < 0.8:
                raise ValueError("too low")

        def promote(self, version, metrics):
            self.check(metrics)
            ${move}  # reported

    class Lenient(Base):
        def check(self, metrics):
            pass

    Lenient().promote("4", {})
  `,
  'a method of an object that is handed over holds': `
    class Gate:
        def passes(self, metrics):
            return metrics["auc"] > 0.8

    def promote(version, metrics, gate: Gate):
        if not gate.passes(metrics):
            return
        ${move}
  `,
  'what nobody here defines establishes nothing': `
    from acme.gates import check

    def promote(version, metrics):
        check(metrics)
        ${move}  # reported
  `,
  'a check that __init__ makes holds for the methods': `
    class Release:
        def __init__(self, metrics):
            if metrics["auc"] < 0.8:
                raise ValueError("too low")

        def promote(self, version):
            ${move}

    def main(version, metrics):
        release = Release(metrics)
        release.promote(version)
  `,
}

const around = {
  'a context manager that checks before it yields holds': `
    @contextlib.contextmanager
    def gated(metrics):
        if metrics["auc"] < 0.8:
            raise ValueError("too low")
        yield

    def promote(version, metrics):
        with gated(metrics):
            ${move}
  `,
  'a context manager that checks after it yielded does not': `
    @contextlib.contextmanager
    def gated(metrics):
        yield
        if metrics["auc"] < 0.8:
            raise ValueError("too low")

    def promote(version, metrics):
        with gated(metrics):
            ${move}  # reported
  `,
  'a context manager class that checks on entering holds': `
    class Gated:
        def __init__(self, metrics):
            self.metrics = metrics

        def __enter__(self):
            if self.metrics["auc"] < 0.8:
                raise ValueError("too low")

        def __exit__(self, *problem):
            return False

    def promote(version, metrics):
        with Gated(metrics):
            ${move}
  `,
  'a decorator that checks before it calls holds': `
    def gated(function):
        @functools.wraps(function)
        def wrapper(version, metrics):
            if metrics["auc"] < 0.8:
                raise ValueError("too low")
            return function(version, metrics)
        return wrapper

    @gated
    def promote(version, metrics):
        ${move}
  `,
  'a decorator that checks after it called does not': `
    def gated(function):
        @functools.wraps(function)
        def wrapper(version, metrics):
            result = function(version, metrics)
            if metrics["auc"] < 0.8:
                raise ValueError("too low")
            return result
        return wrapper

    @gated
    def promote(version, metrics):
        ${move}  # reported
  `,
  'a function that is handed to one that checks first holds': `
    def when_good(metrics, action):
        if metrics["auc"] < 0.8:
            raise ValueError("too low")
        action()

    def main(version, metrics):
        def promote():
            ${move}
        when_good(metrics, promote)
  `,
  'a function that is handed to one that does not check is open': `
    def timed(metrics, action):
        print(metrics["auc"])
        action()

    def main(version, metrics):
        def promote():
            ${move}  # reported
        timed(metrics, promote)
  `,
  'the move as a partial, called behind the check, holds': `
    def main(version, metrics):
        promote = functools.partial(client.set_registered_model_alias, "churn", "champion")
        if metrics["auc"] < 0.8:
            return
        promote(version)
  `,
  'the move as a partial, called without, does not': `
    def main(version, metrics):
        promote = functools.partial(client.set_registered_model_alias, "churn", "champion")
        if metrics["auc"] < 0.8:
            print("too low")
        promote(version)  # reported
  `,
}

describe.each(Object.entries({ callees, callers, methods, around }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked(prelude, python))
})
