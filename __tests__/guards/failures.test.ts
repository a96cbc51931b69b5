import { expectAsMarked } from './marked'

const prelude = `
  import json, sys
  from mlflow import MlflowClient
  client = MlflowClient()
  FLOORS = {"auc": 0.8, "f1": 0.7}
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

const lists = {
  'reasons that end the program when there are any': `
    def promote(version, metrics):
        failures = []
        if metrics["auc"] < 0.8:
            failures.append("auc")
        if failures:
            sys.exit("; ".join(failures))
        ${move}
  `,
  'reasons that are written out and do not stop': `
    def promote(version, metrics):
        failures = []
        if metrics["auc"] < 0.8:
            failures.append("auc")
        if failures:
            print(failures)
        ${move}  # reported
  `,
  'reasons that are asked the wrong way round': `
    def promote(version, metrics):
        failures = []
        if metrics["auc"] < 0.8:
            failures.append("auc")
        if not failures:
            raise ValueError("nothing wrong")
        ${move}  # reported
  `,
  'reasons that are added on the wrong side': `
    def promote(version, metrics):
        failures = []
        if metrics["auc"] > 0.8:
            failures.append("auc")
        if failures:
            raise ValueError(failures)
        ${move}  # reported
  `,
  'reasons that are added behind the question': `
    def promote(version, metrics):
        failures = []
        if failures:
            raise ValueError(failures)
        if metrics["auc"] < 0.8:
            failures.append("auc")
        ${move}  # reported
  `,
  'reasons whose answer was taken before they were added': `
    def promote(version, metrics):
        failures = []
        passed = not failures
        if metrics["auc"] < 0.8:
            failures.append("auc")
        if not passed:
            raise ValueError(failures)
        ${move}  # reported
  `,
  'reasons that are cleared before the question': `
    def promote(version, metrics):
        failures = []
        if metrics["auc"] < 0.8:
            failures.append("auc")
        failures.clear()
        if failures:
            raise ValueError(failures)
        ${move}  # reported
  `,
  'reasons that are bound anew before the question': `
    def promote(version, metrics):
        failures = []
        if metrics["auc"] < 0.8:
            failures.append("auc")
        failures = []
        if failures:
            raise ValueError(failures)
        ${move}  # reported
  `,
  'reasons that something else gives': `
    def promote(version, metrics):
        failures = []
        if not metrics:
            failures.append("no metrics")
        if failures:
            raise ValueError(failures)
        ${move}  # reported
  `,
  'a metric that is missing, and goes on to the next': `
    def promote(version, metrics):
        failures = []
        for name, floor in FLOORS.items():
            value = metrics.get(name)
            if value is None:
                failures.append(name)
                continue
            if value < floor:
                failures.append(name)
        if failures:
            raise ValueError(failures)
        ${move}
  `,
  'a metric that is missing, and ends the run': `
    def promote(version, metrics):
        failures = []
        for name, floor in FLOORS.items():
            if name not in metrics:
                raise KeyError(name)
            if metrics[name] < floor:
                failures.append(name)
        if failures:
            raise ValueError(failures)
        ${move}
  `,
  'a metric that is missing, and passes': `
    def promote(version, metrics):
        failures = []
        for name, floor in FLOORS.items():
            if name not in metrics:
                continue
            if metrics[name] < floor:
                failures.append(name)
        if failures:
            raise ValueError(failures)
        ${move}  # reported
  `,
  'one reason of another list': `
    def promote(version, metrics):
        failures, warnings = [], []
        if metrics["auc"] < 0.8:
            warnings.append("auc")
        if failures:
            raise ValueError(failures)
        ${move}  # reported
  `,
  'the number of reasons': `
    def promote(version, metrics):
        failures = []
        if metrics["auc"] < 0.8:
            failures.append("auc")
        if len(failures) > 0:
            raise ValueError(failures)
        ${move}
  `,
  'the number of reasons, of which one is let through': `
    def promote(version, metrics):
        failures = []
        if metrics["auc"] < 0.8:
            failures.append("auc")
        if len(failures) > 1:
            raise ValueError(failures)
        ${move}  # reported
  `,
  'no reasons, by comparison': `
    def promote(version, metrics):
        failures = []
        if metrics["auc"] < 0.8:
            failures.append("auc")
        if failures != []:
            return
        ${move}
  `,
  'reasons that are joined to the list': `
    def promote(version, metrics):
        failures = []
        if metrics["auc"] < 0.8:
            failures += ["auc"]
        if failures:
            raise ValueError(failures)
        ${move}
  `,
  'reasons of a set and of a dictionary': `
    def promote(version, metrics):
        failed = set()
        errors = {}
        if metrics["auc"] < 0.8:
            failed.add("auc")
        if metrics["f1"] < 0.7:
            errors["f1"] = metrics["f1"]
        if failed or errors:
            raise ValueError(failed, errors)
        ${move}
  `,
  'a number of failures': `
    def promote(version, metrics):
        failed = 0
        if metrics["auc"] < 0.8:
            failed += 1
        if metrics["f1"] < 0.7:
            failed += 1
        if failed > 0:
            sys.exit(1)
        ${move}
  `,
  'a number of failures, of which one is let through': `
    def promote(version, metrics):
        failed = 0
        if metrics["auc"] < 0.8:
            failed += 1
        if metrics["f1"] < 0.7:
            failed += 1
        if failed > 1:
            sys.exit(1)
        ${move}  # reported
  `,
  'reasons on one way, and nothing on the other': `
    def promote(version, metrics, strict):
        failures = []
        if strict:
            if metrics["auc"] < 0.8:
                failures.append("auc")
        if failures:
            raise ValueError(failures)
        ${move}  # reported
  `,
}

const tables = {
  'a table of floors, every failure a reason': `
    def promote(version, metrics):
        failures = []
        for name, floor in FLOORS.items():
            if metrics[name] < floor:
                failures.append(name)
        if failures:
            raise ValueError(failures)
        ${move}
  `,
  'a table of floors from a file': `
    def promote(version, metrics):
        floors = json.load(open("floors.json"))
        for name, floor in floors.items():
            if metrics[name] < floor:
                raise ValueError(name)
        ${move}
  `,
  'a table that is empty': `
    NOTHING = {}

    def promote(version, metrics):
        for name, floor in NOTHING.items():
            if metrics[name] < floor:
                raise ValueError(name)
        ${move}  # reported
  `,
  'a table that is empty by default': `
    def promote(version, metrics, config):
        for name, floor in config.get("floors", {}).items():
            if metrics[name] < floor:
                raise ValueError(name)
        ${move}  # reported as note
  `,
  'a table of which the failing ones are skipped': `
    def promote(version, metrics):
        for name, floor in FLOORS.items():
            if metrics[name] < floor:
                continue
        ${move}  # reported
  `,
  'a table of which the first row decides': `
    def promote(version, metrics):
        for name, floor in FLOORS.items():
            if metrics[name] < floor:
                print(name)
            break
        ${move}  # reported
  `,
  'pairs of names and floors': `
    def promote(version, auc, f1):
        for value, floor in [(auc, 0.8), (f1, 0.7)]:
            if value < floor:
                raise ValueError(value)
        ${move}
  `,
  'a flag that a table lowers': `
    def promote(version, metrics):
        passed = True
        for name, floor in FLOORS.items():
            if metrics[name] < floor:
                passed = False
        if not passed:
            sys.exit(1)
        ${move}
  `,
  'a comprehension that nobody asks': `
    def promote(version, metrics):
        failed = [name for name, floor in FLOORS.items() if metrics[name] < floor]
        print(failed)
        ${move}  # reported
  `,
  'a comprehension of what passed, asked whether it is empty': `
    def promote(version, runs):
        passed = [run for run in runs if run["auc"] >= 0.8]
        if passed:
            raise ValueError(passed)
        ${move}  # reported
  `,
  'a comprehension without a condition': `
    def promote(version, metrics):
        names = [name for name in metrics]
        if names:
            ${move}  # reported
  `,
  'a dictionary comprehension of what failed': `
    def promote(version, metrics):
        failed = {name: metrics[name] for name, floor in FLOORS.items() if metrics[name] < floor}
        if failed:
            raise ValueError(failed)
        ${move}
  `,
  'the first that failed': `
    def promote(version, metrics):
        failed = next((name for name, floor in FLOORS.items() if metrics[name] < floor), None)
        if failed is not None:
            raise ValueError(failed)
        ${move}
  `,
  'the sum of what failed': `
    def promote(version, metrics):
        if sum(metrics[name] < floor for name, floor in FLOORS.items()) > 0:
            raise ValueError(metrics)
        ${move}
  `,
  'checks in a list, all of which have to pass': `
    def promote(version, auc, f1):
        checks = [auc >= 0.8, f1 >= 0.7]
        if not all(checks):
            raise ValueError(checks)
        ${move}
  `,
  'checks in a list, any of which may pass': `
    def promote(version, auc, force):
        checks = [auc >= 0.8, force]
        if not any(checks):
            raise ValueError(checks)
        ${move}  # reported
  `,
  'checks that are added to a list': `
    def promote(version, auc, f1):
        checks = []
        checks.append(auc >= 0.8)
        checks.append(f1 >= 0.7)
        if not all(checks):
            raise ValueError(checks)
        ${move}
  `,
  'checks that may be added to a list': `
    def promote(version, auc, strict):
        checks = []
        if strict:
            checks.append(auc >= 0.8)
        if not all(checks):
            raise ValueError(checks)
        ${move}  # reported
  `,
  'named checks that are added to a list': `
    def promote(version, auc, f1):
        checks = []
        checks.append(("auc", auc >= 0.8))
        checks.append(("f1", f1 >= 0.7))
        if not all(ok for _, ok in checks):
            raise ValueError(checks)
        ${move}
  `,
  'named checks that a loop goes through': `
    def promote(version, auc, f1):
        checks = [("auc", auc >= 0.8), ("f1", f1 >= 0.7)]
        for name, ok in checks:
            if not ok:
                raise ValueError(name)
        ${move}
  `,
  'named checks in a dictionary': `
    def promote(version, auc, f1):
        checks = {"auc": auc >= 0.8, "f1": f1 >= 0.7}
        failed = [name for name, ok in checks.items() if not ok]
        if failed:
            raise ValueError(failed)
        ${move}
  `,
  'named checks in a dictionary that grows': `
    def promote(version, metrics):
        checks = {}
        for name, floor in FLOORS.items():
            checks[name] = metrics[name] >= floor
        if not all(checks.values()):
            raise ValueError(checks)
        ${move}
  `,
}

const shared = {
  'a helper that returns the reasons': `
    def problems(metrics):
        found = []
        if metrics["auc"] < 0.8:
            found.append("auc")
        return found

    def promote(version, metrics):
        if problems(metrics):
            raise ValueError("not good enough")
        ${move}
  `,
  'a helper that returns the reasons, of which nothing is made': `
    def problems(metrics):
        found = []
        if metrics["auc"] < 0.8:
            found.append("auc")
        return found

    def promote(version, metrics):
        print(problems(metrics))
        ${move}  # reported
  `,
  'a helper that returns the reasons it was given and none of its own': `
    def problems(metrics):
        found = []
        if metrics["auc"] < 0.8:
            print("auc")
        return found

    def promote(version, metrics):
        if problems(metrics):
            raise ValueError("not good enough")
        ${move}  # reported
  `,
  'a helper that returns a comprehension': `
    def problems(metrics, floors):
        return [name for name, floor in floors.items() if metrics[name] < floor]

    def promote(version, metrics):
        failed = problems(metrics, FLOORS)
        if failed:
            raise ValueError(failed)
        ${move}
  `,
  'reasons of two helpers, joined': `
    def quality(metrics):
        return ["auc"] if metrics["auc"] < 0.8 else []

    def fairness(metrics):
        return ["disparity"] if metrics["disparity"] > 0.1 else []

    def promote(version, metrics):
        reasons = quality(metrics) + fairness(metrics)
        if reasons:
            raise ValueError(reasons)
        ${move}
  `,
  'reasons of helpers that extend the list': `
    def quality(metrics):
        return ["auc"] if metrics["auc"] < 0.8 else []

    def promote(version, metrics):
        reasons = []
        reasons.extend(quality(metrics))
        if reasons:
            raise ValueError(reasons)
        ${move}
  `,
  'a list that helpers add to': `
    def check_auc(metrics, failures):
        if metrics["auc"] < 0.8:
            failures.append("auc")

    def promote(version, metrics):
        failures = []
        check_auc(metrics, failures)
        if failures:
            raise ValueError(failures)
        ${move}
  `,
  'another list that helpers add to': `
    def check_auc(metrics, failures):
        if metrics["auc"] < 0.8:
            failures.append("auc")

    def promote(version, metrics):
        failures, warnings = [], []
        check_auc(metrics, warnings)
        if failures:
            raise ValueError(failures)
        ${move}  # reported
  `,
  'a function further in that adds to the list': `
    def promote(version, metrics):
        failures = []

        def check(name, floor):
            if metrics[name] < floor:
                failures.append(name)

        check("auc", 0.8)
        check("f1", 0.7)
        if failures:
            raise ValueError(failures)
        ${move}
  `,
  'a function further in that nobody calls': `
    def promote(version, metrics):
        failures = []

        def check(name, floor):
            if metrics[name] < floor:
                failures.append(name)

        if failures:
            raise ValueError(failures)
        ${move}  # reported
  `,
  'a helper that stops when there are reasons': `
    def stop_if(reasons):
        if reasons:
            raise ValueError(reasons)

    def promote(version, metrics):
        reasons = []
        if metrics["auc"] < 0.8:
            reasons.append("auc")
        stop_if(reasons)
        ${move}
  `,
  'an object that collects reasons': `
    class Report:
        def __init__(self):
            self.failures = []

        def fail(self, reason):
            self.failures.append(reason)

        @property
        def passed(self):
            return not self.failures

    def promote(version, metrics):
        report = Report()
        if metrics["auc"] < 0.8:
            report.fail("auc")
        if not report.passed:
            raise ValueError(report.failures)
        ${move}
  `,
  'an object that collects reasons which nobody asks for': `
    class Report:
        def __init__(self):
            self.failures = []

        def fail(self, reason):
            self.failures.append(reason)

    def promote(version, metrics):
        report = Report()
        if metrics["auc"] < 0.8:
            report.fail("auc")
        print(report.failures)
        ${move}  # reported
  `,
  'methods that collect reasons in their object': `
    class Gate:
        def __init__(self, metrics):
            self.metrics = metrics
            self.failures = []

        def check_auc(self):
            if self.metrics["auc"] < 0.8:
                self.failures.append("auc")

        def run(self, version):
            self.check_auc()
            if self.failures:
                raise ValueError(self.failures)
            ${move}
  `,
  'methods that collect reasons in their object, emptied in between': `
    class Gate:
        def __init__(self, metrics):
            self.metrics = metrics
            self.failures = []

        def check_auc(self):
            if self.metrics["auc"] < 0.8:
                self.failures.append("auc")

        def run(self, version):
            self.check_auc()
            self.failures = []
            if self.failures:
                raise ValueError(self.failures)
            ${move}  # reported
  `,
}

describe.each(Object.entries({ lists, tables, shared }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked(prelude, python))
})
