import { expectAsMarked } from '../guards/marked'

const prelude = `
  import json
  from metaflow import FlowSpec, catch, retry, step
  from mlflow import MlflowClient
`
const move = 'MlflowClient().set_registered_model_alias("churn", "champion", "4")'
const flow = (check: string, promote: string): string => `
    class Churn(FlowSpec):
        @step
        def start(self):
            self.next(self.check)

        ${check.replaceAll('\n', '\n        ')}

        @step
        def promote(self):
            ${promote}
            self.next(self.end)

        @step
        def end(self):
            pass

    if __name__ == "__main__":
        Churn()
  `

const cases = {
  'a step that raises stops the flow': flow(
    '@step\ndef check(self):\n    if json.load(open("metrics.json"))["auc"] < 0.85:\n        raise ValueError("bad")\n    self.next(self.promote)',
    move,
  ),
  'a step that is tried again and raises stops it': flow(
    '@retry(times=2)\n@step\ndef check(self):\n    if json.load(open("metrics.json"))["auc"] < 0.85:\n        raise ValueError("bad")\n    self.next(self.promote)',
    move,
  ),
  'a step whose exceptions are caught does not': flow(
    '@catch(var="failure")\n@step\ndef check(self):\n    if json.load(open("metrics.json"))["auc"] < 0.85:\n        raise ValueError("bad")\n    self.next(self.promote)',
    `${move}  # reported`,
  ),
  'a step that only measures does not': flow(
    '@step\ndef check(self):\n    self.auc = json.load(open("metrics.json"))["auc"]\n    self.next(self.promote)',
    `${move}  # reported`,
  ),
  'a step asks what another one has measured': flow(
    '@step\ndef check(self):\n    self.auc = json.load(open("metrics.json"))["auc"]\n    self.next(self.promote)',
    `if self.auc > 0.85:\n                ${move}`,
  ),
}
test.each(Object.entries(cases))('%s', (_, python) => expectAsMarked(prelude, python))
