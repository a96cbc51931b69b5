import { expectAsMarked } from './marked'

const prelude = `
  import contextlib, os, sys, logging, warnings
  import pytest
  from mlflow import MlflowClient
  client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

const stops = [
  'raise ValueError("too low")',
  'raise SystemExit(1)',
  'return',
  'return False',
  'sys.exit(1)',
  'exit(1)',
  'os._exit(1)',
  'pytest.fail("too low")',
]
const passes = ['pass', 'print("too low")', 'logging.warning("too low")', 'warnings.warn("too low")']

describe('a check and what follows from it', () => {
  test.each(stops)('holds before the move: %s', stop =>
    expectAsMarked(prelude, gate('metrics["auc"] < 0.8', stop)),
  )

  test.each(stops)('does not hold when only a good model is stopped: %s', stop =>
    expectAsMarked(prelude, gate('metrics["auc"] >= 0.8', stop, '  # reported')),
  )

  test.each(stops)('does not hold behind the move: %s', stop =>
    expectAsMarked(
      prelude,
      `
      def promote(version, metrics):
          ${move}  # reported
          if metrics["auc"] < 0.8:
              ${stop}
      `,
    ),
  )

  test.each(passes)('does not hold when it goes on: %s', pass =>
    expectAsMarked(prelude, gate('metrics["auc"] < 0.8', pass, '  # reported')),
  )
})

function gate(test: string, stop: string, mark = ''): string {
  return `
  def promote(version, metrics):
      if ${test}:
          ${stop}
      ${move}${mark}
  `
}

const branches = {
  'the else branch of a negative test holds': `
    def promote(version, auc):
        if auc < 0.8:
            print("too low")
        else:
            ${move}
  `,
  'the else branch of a positive test does not': `
    def promote(version, auc):
        if auc > 0.8:
            print("good")
        else:
            ${move}  # reported
  `,
  'an outer test holds for what is nested in it': `
    def promote(version, auc, region):
        if auc > 0.8:
            if region == "eu":
                ${move}
  `,
  'a nested test does not hold for what stands behind it': `
    def promote(version, auc, region):
        if region == "eu":
            if auc < 0.8:
                return
        ${move}  # reported
  `,
  'every elif has a test of its own': `
    def promote(version, auc):
        if auc > 0.9:
            ${move}
        elif auc > 0.8:
            ${move}
        else:
            print("too low")
  `,
  'a branch before the elif with the test has passed none': `
    def promote(version, auc, force):
        if force:
            ${move}  # reported
        elif auc > 0.8:
            ${move}
  `,
  'different checks on different branches hold where every path has one': `
    def promote(version, metrics, regression):
        if regression:
            if metrics["rmse"] > 3.0:
                return
        else:
            if metrics["auc"] < 0.8:
                return
        ${move}
  `,
  'one branch without a check is enough': `
    def promote(version, metrics, regression):
        if regression:
            print("no check for a regression yet")
        else:
            if metrics["auc"] < 0.8:
                return
        ${move}  # reported
  `,
  'both outcomes of a test reach the same move': `
    def promote(version, auc):
        if auc > 0.8:
            print("good")
        else:
            print("too low, and promoted all the same")
        ${move}  # reported
  `,
  'both outcomes reach a move of their own': `
    def promote(version, auc):
        if auc > 0.8:
            ${move}
        else:
            ${move}  # reported
  `,
  'a constant is no test': `
    def promote(version):
        if True:
            ${move}  # reported
  `,
  'a branch that is never taken has no move': `
    def promote(version, auc):
        if auc < 0.8 or False:
            return
        ${move}
  `,
}

const operators = {
  'both of two tests hold': `
    def promote(version, auc, f1):
        if auc > 0.8 and f1 > 0.7:
            ${move}
  `,
  'a test and something else hold': `
    def promote(version, auc, region):
        if region == "eu" and auc > 0.8:
            ${move}
  `,
  'either of two tests holds, since each is one': `
    def promote(version, auc, f1):
        if auc > 0.8 or f1 > 0.7:
            ${move}
  `,
  'a test or a flag does not hold': `
    def promote(version, auc, force):
        if auc > 0.8 or force:
            ${move}  # reported
  `,
  'a stop that a flag can prevent does not hold': `
    def promote(version, auc, force):
        if auc < 0.8 and not force:
            raise ValueError("too low")
        ${move}  # reported
  `,
  'a stop for two reasons holds': `
    def promote(version, auc, f1):
        if auc < 0.8 or f1 < 0.7:
            raise ValueError("too low")
        ${move}
  `,
  'a negated test holds on its other side': `
    def promote(version, auc):
        if not auc < 0.8:
            ${move}
  `,
  'a negated or holds for each part': `
    def promote(version, auc, f1):
        if not (auc < 0.8 or f1 < 0.7):
            ${move}
  `,
  'a negated test is not the test': `
    def promote(version, auc):
        if not auc > 0.8:
            ${move}  # reported
  `,
  'a chained comparison holds': `
    def promote(version, auc):
        if 0.8 < auc <= 1.0:
            ${move}
  `,
  'a value that is named in the test holds': `
    from sklearn.metrics import roc_auc_score

    def promote(version, truth, scores):
        if (auc := roc_auc_score(truth, scores)) < 0.8:
            raise ValueError(auc)
        ${move}
  `,
  'a value that is named in a test that goes on does not': `
    from sklearn.metrics import roc_auc_score

    def promote(version, truth, scores):
        if (auc := roc_auc_score(truth, scores)) < 0.8:
            print(auc)
        ${move}  # reported
  `,
  'all of several tests hold': `
    def promote(version, auc, f1):
        if all([auc > 0.8, f1 > 0.7]):
            ${move}
  `,
  'any of several, one of which is none, does not': `
    def promote(version, auc, force):
        if any([auc > 0.8, force]):
            ${move}  # reported
  `,
}

const chosen = {
  'an alias that a test chooses is the champion only where it passed': `
    def promote(version, auc):
        alias = "champion" if auc > 0.8 else "challenger"
        client.set_registered_model_alias("churn", alias, version)
  `,
  'chosen in the call itself, too': `
    def promote(version, auc):
        client.set_registered_model_alias("churn", "champion" if auc > 0.8 else "challenger", version)
  `,
  'chosen by a statement, too': `
    def promote(version, auc):
        alias = "challenger"
        if auc > 0.8:
            alias = "champion"
        client.set_registered_model_alias("churn", alias, version)
  `,
  'the wrong way round it does not hold': `
    def promote(version, auc):
        alias = "challenger" if auc > 0.8 else "champion"
        client.set_registered_model_alias("churn", alias, version)  # reported
  `,
  'a function that chooses it by a test holds': `
    def choose(auc):
        if auc > 0.8:
            return "champion"
        return "challenger"


    def promote(version, auc):
        client.set_registered_model_alias("churn", choose(auc), version)
  `,
  'so does one that says why, and forgives on the other side': `
    def choose(auc):
        try:
            if auc > 0.8:
                return "champion", "good"
            return "challenger", "too low"
        except Exception as error:
            return "challenger", str(error)


    def promote(version, auc):
        alias, reason = choose(auc)
        client.set_registered_model_alias("churn", alias, version)
  `,
  'one that forgives on the side of production does not': `
    def choose(auc):
        try:
            if auc > 0.8:
                return "champion", "good"
            return "challenger", "too low"
        except Exception as error:
            return "champion", str(error)


    def promote(version, auc):
        alias, reason = choose(auc)
        client.set_registered_model_alias("churn", alias, version)  # reported
  `,
  'nor does one with a way around the test': `
    def choose(auc, force):
        if force:
            return "champion"
        if auc > 0.8:
            return "champion"
        return "challenger"


    def promote(version, auc, force):
        client.set_registered_model_alias("churn", choose(auc, force), version)  # reported
  `,
  'nor one of which not every answer is known': `
    def choose(auc, usual):
        if auc > 0.8:
            return "champion"
        return usual


    def promote(version, auc, usual):
        client.set_registered_model_alias("churn", choose(auc, usual), version)  # reported
  `,
  'nor one that compares the wrong way round': `
    def choose(auc):
        if auc < 0.8:
            return "champion"
        return "challenger"


    def promote(version, auc):
        client.set_registered_model_alias("churn", choose(auc), version)  # reported
  `,
  'both ways may be production': `
    def promote(version, auc):
        alias = "champion" if auc > 0.8 else "production"
        client.set_registered_model_alias("churn", alias, version)  # reported
  `,
}

const matches = {
  'a case that only a passed test reaches holds': `
    def promote(version, auc):
        match auc > 0.8:
            case True:
                ${move}
            case False:
                print("too low")
  `,
  'the case for a failed test does not': `
    def promote(version, auc):
        match auc > 0.8:
            case True:
                print("good")
            case _:
                ${move}  # reported
  `,
  'a guard on a case holds': `
    def promote(version, task, metrics):
        match task:
            case "classify" if metrics["auc"] > 0.8:
                ${move}
            case _:
                print("too low")
  `,
  'a case without a guard does not': `
    def promote(version, task, metrics):
        match task:
            case "classify" if metrics["auc"] > 0.8:
                print("good")
            case "regress":
                ${move}  # reported
  `,
}

describe.each(Object.entries({ branches, operators, chosen, matches }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked(prelude, python))
})
