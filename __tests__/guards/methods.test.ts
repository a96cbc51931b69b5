import { expectAsMarked } from './marked'

const prelude = `
  import contextlib, functools, sys
  from mlflow import MlflowClient
  client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

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
  'a function that is handed to one that does not check is open': `
    def timed(metrics, action):
        print(metrics["auc"])
        action()

    def main(version, metrics):
        def promote():
            ${move}  # reported
        timed(metrics, promote)
  `,
  'a function that is handed to one that checks and keeps it is open': `
    def when_good(metrics, action):
        later.append = action
        if metrics["auc"] < 0.8:
            raise ValueError("too low")
        action()

    def main(version, metrics):
        def promote():
            ${move}  # reported
        when_good(metrics, promote)
  `,
  'a function that is handed to one that checks and hands it back is open': `
    def when_good(metrics, action):
        if metrics["auc"] > 0.8:
            action()
        return action

    def main(version, metrics):
        def promote():
            ${move}  # reported
        when_good(metrics, promote)
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

const followed = {
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
  'the move itself, handed to one that checks first, holds': `
    def when_good(metrics, action, *given):
        if metrics["auc"] < 0.8:
            raise ValueError("too low")
        action(*given)

    def main(version, metrics):
        when_good(metrics, client.set_registered_model_alias, "churn", "champion", version)
  `,
  'the move itself, handed to one that does not check, is open': `
    def soon(metrics, action, *given):
        print(metrics["auc"])
        action(*given)  # reported as note

    def main(version, metrics):
        soon(metrics, client.set_registered_model_alias, "churn", "champion", version)  # reported
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
}

describe.each(Object.entries({ methods, around }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked(prelude, python))
})

describe('whatever the way there', () => {
  test.each(Object.entries(followed))('%s', (_, python) => expectAsMarked(prelude, python))
})
