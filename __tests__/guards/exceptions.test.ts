import { expectAsMarked } from './marked'

const prelude = `
  import contextlib, sys
  from mlflow import MlflowClient
  client = MlflowClient()

  def check(auc):
      if auc < 0.8:
          raise ValueError("too low")
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

const assertions = {
  'an assertion is declared, since an option of Python removes it': `
    def promote(version, metrics):
        assert metrics["auc"] >= 0.8, "too low"
        ${move}  # reported as note
  `,
  'an assertion of something else is none': `
    def promote(version, metrics):
        assert metrics is not None
        ${move}  # reported
  `,
  'an assertion behind the move is none': `
    def promote(version, metrics):
        ${move}  # reported
        assert metrics["auc"] >= 0.8
  `,
  'an assertion whose failure is caught is none': `
    def promote(version, metrics):
        try:
            assert metrics["auc"] >= 0.8
        except AssertionError:
            print("too low")
        ${move}  # reported
  `,
  'an assertion in a helper is declared': `
    def accept(metrics):
        assert metrics["auc"] >= 0.8

    def promote(version, metrics):
        accept(metrics)
        ${move}  # reported as note
  `,
}

const handlers = {
  'a swallowed exception guards nothing': `
    def promote(version, auc):
        try:
            check(auc)
        except Exception:
            pass
        ${move}  # reported
  `,
  'a swallowed exception of the very kind guards nothing': `
    def promote(version, auc):
        try:
            check(auc)
        except ValueError as error:
            print(error)
        ${move}  # reported
  `,
  'a bare except swallows as well': `
    def promote(version, auc):
        try:
            if auc < 0.8:
                sys.exit(1)
        except:
            print("no")
        ${move}  # reported
  `,
  'a handler that raises again holds': `
    def promote(version, auc):
        try:
            check(auc)
        except ValueError:
            print("too low")
            raise
        ${move}
  `,
  'a handler that raises something else holds': `
    def promote(version, auc):
        try:
            check(auc)
        except ValueError as error:
            raise RuntimeError("not promoted") from error
        ${move}
  `,
  'a handler that returns holds': `
    def promote(version, auc):
        try:
            check(auc)
        except ValueError:
            return
        ${move}
  `,
  'a handler that ends the process holds': `
    def promote(version, auc):
        try:
            check(auc)
        except ValueError:
            sys.exit(1)
        ${move}
  `,
  'one of two handlers that goes on is enough': `
    def promote(version, auc):
        try:
            check(auc)
        except KeyError:
            raise
        except ValueError:
            print("too low")
        ${move}  # reported
  `,
  'a move behind the check in the same try holds': `
    def promote(version, auc):
        try:
            check(auc)
            ${move}
        except ValueError:
            print("too low")
  `,
  'a move in the handler does not': `
    def promote(version, auc):
        try:
            check(auc)
        except ValueError:
            ${move}  # reported
  `,
  'else of try holds': `
    def promote(version, auc):
        try:
            check(auc)
        except ValueError:
            print("too low")
        else:
            ${move}
  `,
  'a move in finally happens whatever the check said': `
    def promote(version, auc):
        try:
            check(auc)
        finally:
            ${move}  # reported
  `,
  'a check in finally comes too late': `
    def promote(version, auc):
        try:
            ${move}  # reported
        finally:
            check(auc)
  `,
  'finally that only tidies up leaves the check standing': `
    def promote(version, auc):
        try:
            check(auc)
        finally:
            print("done")
        ${move}
  `,
  'a return in finally swallows, but then the move is not reached': `
    def promote(version, auc):
        try:
            check(auc)
            ${move}
        finally:
            return
  `,
  'a try around the move alone is no check': `
    def promote(version):
        try:
            ${move}  # reported
        except Exception as error:
            print(error)
  `,
  'a failed check that is tried again and then given up holds': `
    def promote(version, auc):
        for attempt in range(3):
            try:
                check(auc)
                break
            except ValueError:
                continue
        else:
            raise RuntimeError("never good enough")
        ${move}
  `,
}

const followed = {
  'a suppressed exception guards nothing': `
    def promote(version, auc):
        with contextlib.suppress(ValueError):
            check(auc)
        ${move}  # reported
  `,
}

describe.each(Object.entries({ assertions, handlers }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked(prelude, python))
})

// Each of them fails on the day on which it is followed, and moves up to the others.
describe('whatever the way there', () => {
  test.each(Object.entries(followed))('%s', (_, python) => expectAsMarked(prelude, python))
})
