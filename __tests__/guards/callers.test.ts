import { expectAsMarked } from './marked'

const prelude = `
  import contextlib, functools, sys
  from mlflow import MlflowClient
  client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

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
  'what no caller gives may be given by whom the function is handed to': `
    import gradio

    def promote(version, live=False):
        if live:
            ${move}  # reported

    gradio.Button().click(promote, [gradio.Textbox(), gradio.Checkbox()])
    promote("7")
  `,
  'what all callers have checked is not by whom the function is handed to': `
    import gradio

    def promote(version, good=False):
        if good:
            ${move}  # reported

    def nightly(version, auc):
        promote(version, good=auc > 0.8)

    gradio.Button().click(promote, [gradio.Textbox(), gradio.Checkbox()])
  `,
  'what no caller gives is given by nobody, where only its name is asked for': `
    def promote(version, live=False):
        if live:
            ${move}

    def named(function):
        return functools.wraps(function)

    named(promote)
    promote("7")
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

    walk(sys.argv[1:], float(sys.stdin.read()))
  `,
}

const ways = {
  'a way that no caller takes is none': `
    class Registry:
        def register(self, version, promote=False):
            if promote:
                ${move}

    def main(version):
        Registry().register(version)
  `,
  'somebody may take it where the method is called on an object that nothing tells': `
    class Registry:
        def register(self, version, promote=False):
            if promote:
                ${move}  # reported

    def main(version):
        Registry().register(version)

    def nightly(registry, version):
        registry.register(version, promote=True)
  `,
  'or on what a library gives back': `
    import importlib

    class Registry:
        def register(self, version, promote=None):
            if promote is not None:
                ${move}  # reported

    def main(version):
        Registry().register(version)

    def nightly(name, version):
        importlib.import_module(name).Registry().register(version, promote=True)
  `,
  'a function of another class with that name is another one': `
    class Registry:
        def register(self, version, promote=False):
            if promote:
                ${move}

    class Clinic:
        def register(self, patient):
            print(patient)

    def main(version, patient):
        Registry().register(version)
        Clinic().register(patient)
  `,
}

test.each(Object.entries({ ...callers, ...ways }))('%s', (_, python) => expectAsMarked(prelude, python))
