import { expectReasons, type Reasoned } from './reasons'

const prelude = `
  import functools
  from mlflow import MlflowClient
  client = MlflowClient()

  def gate(floor, auc):
      if auc < floor:
          raise ValueError(auc)

  def limited(rmse, most=float("inf")):
      if rmse > most:
          raise ValueError(rmse)
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'
const zero = 'void evaluation: the comparison of `auc` cannot fail: its bound is 0'
const missing = 'which is 0 where it is missing, so that anything passes'

const given: Readonly<Record<string, Reasoned>> = {
  'one of two callers gives a bound that everything passes': [
    `
    def promote(version, auc):
        gate(0.8, auc)
        ${move}

    def promote_later(version, auc):
        gate(0.0, auc)
        ${move}  # reported
    `,
    [zero],
  ],
  'a bound that everything passes is handed on': [
    `
    def check(floor, auc):
        gate(floor, auc)

    def promote(version, auc):
        check(0.8, auc)
        ${move}

    def promote_later(version, auc):
        check(floor=0.0, auc=auc)
        ${move}  # reported
    `,
    [zero],
  ],
  'a bound that is kept by a partial call': [
    `
    strict = functools.partial(gate, 0.8)

    def promote(version, auc):
        strict(auc)
        ${move}
    `,
    [],
  ],
  'a bound that everything passes, kept by a partial call': [
    `
    lenient = functools.partial(gate, 0.0)

    def promote(version, auc):
        lenient(auc)
        ${move}  # reported
    `,
    [zero],
  ],
  'a default that everything passes': [
    `
    def promote(version, rmse):
        limited(rmse, 4.0)
        ${move}

    def promote_later(version, rmse):
        limited(rmse)
        ${move}  # reported as note
    `,
    ['medium evaluation: `rmse` is compared with `most`, which is inf, so that anything passes'],
  ],
  'a bound that the caller of the promotion gives': [
    `
    def promote(version, auc, floor):
        if auc < floor:
            raise ValueError(auc)
        ${move}  # reported as note

    def release(auc):
        promote(3, auc, 0.0)

    def release_later(auc):
        promote(4, auc, 0.8)
    `,
    [`medium evaluation: \`auc\` is compared with \`floor\`, which may be 0, and then anything passes`],
  ],
  'a default in place of a bound, which nobody gives': [
    `
    def promote(version, rmse, most=float("inf")):
        if rmse > most:
            raise ValueError(rmse)
        ${move}  # reported as note
    `,
    [`medium evaluation: \`rmse\` is compared with \`most\`, ${missing.replace('0', 'inf')}`],
  ],
  'a bound of the environment that a caller hands on': [
    `
    import os

    def promote(version, auc):
        gate(float(os.getenv("FLOOR", "0")), auc)
        ${move}  # reported as note
    `,
    [`medium evaluation: \`auc\` is compared with \`floor\`, ${missing}`],
  ],
  'a gain that has to be above zero': [
    `
    def improved(least, gain):
        if gain <= least:
            raise ValueError(gain)

    def promote(version, auc, champion_auc):
        improved(0.0, auc - champion_auc)
        ${move}
    `,
    [],
  ],
}

test.each(Object.entries(given))('%s', async (_, reasoned) => {
  await expectReasons(prelude, reasoned)
})
