import { expectAsMarked } from './marked'

const prelude = `
  from typing import Protocol
  from mlflow import MlflowClient
  client = MlflowClient()
  def train(rows):
      if not rows:
          raise ValueError("nothing to train on")
      return len(rows)
`
const move = 'client.set_registered_model_alias("churn", "champion", "3")'

const cases = {
  'a method of a protocol gives what whoever has it gives': `
    class Source(Protocol):
        def rows(self, day: str) -> list: ...

    def promote(source: Source, day):
        train(source.rows(day))
        ${move}  # reported
  `,
  'a method that says only what it is for': `
    class Source:
        def rows(self, day):
            """All rows of a day."""

    def promote(source: Source, day):
        train(source.rows(day))
        ${move}  # reported
  `,
  'a function that is still to be written': `
    def rows(day):
        pass  # TODO

    def promote(day):
        train(rows(day))
        ${move}  # reported
  `,
  'a check that is still to be written guards nothing': `
    def passes(metrics): ...

    def promote(metrics):
        if not passes(metrics):
            raise ValueError(metrics)
        ${move}  # reported

    def promote_otherwise(metrics):
        if passes(metrics):
            raise ValueError(metrics)
        ${move}  # reported
  `,
  'a check of a protocol is the one of the class that has it': `
    class Gate(Protocol):
        def passes(self, metrics) -> bool: ...

    class Floor(Gate):
        def passes(self, metrics):
            return metrics["auc"] >= 0.8

    def promote(metrics, gate: Gate):
        if not gate.passes(metrics):
            raise ValueError(metrics)
        ${move}

    promote({}, Floor())
  `,
  'a function that gives nothing after all still ends what needs something': `
    def rows(day):
        print(day)

    def promote(day):
        if not rows(day):
            raise ValueError("nothing to train on")
        ${move}
  `,
}

test.each(Object.entries(cases))('%s', async (_, python) => {
  await expectAsMarked(prelude, python)
})
