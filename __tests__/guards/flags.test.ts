import { expectAsMarked } from './marked'

const prelude = `
  import os, sys
  from mlflow import MlflowClient
  client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

const flags = {
  'the result of a test holds where it is tested': `
    def promote(version, auc):
        better = auc > 0.8
        print(better)
        if better:
            ${move}
  `,
  'the result of a test that is only printed does not': `
    def promote(version, auc):
        better = auc > 0.8
        print(better)
        ${move}  # reported
  `,
  'a flag that a passed test raises holds': `
    def promote(version, auc):
        deploy = False
        if auc > 0.8:
            deploy = True
        if deploy:
            ${move}
  `,
  'a flag that a failed test raises does not': `
    def promote(version, auc):
        deploy = False
        if auc < 0.8:
            deploy = True
        if deploy:
            ${move}  # reported
  `,
  'a flag that starts true and that a failed test lowers holds': `
    def promote(version, auc, f1):
        ok = True
        if auc < 0.8:
            ok = False
        if f1 < 0.7:
            ok = False
        if not ok:
            sys.exit(1)
        ${move}
  `,
  'a flag that nothing lowers does not': `
    def promote(version, auc):
        ok = True
        if auc < 0.8:
            print("too low")
        if not ok:
            sys.exit(1)
        ${move}  # reported
  `,
  'a flag that is overwritten with true does not': `
    def promote(version, auc):
        deploy = auc > 0.8
        deploy = True
        if deploy:
            ${move}  # reported
  `,
  'a flag that is overwritten with one does not': `
    def promote(version, path):
        with open(path) as file:
            deploy_flag = int(file.read())
        deploy_flag = 1
        if deploy_flag == 1:
            ${move}  # reported
  `,
  'a flag that the environment can raise does not': `
    def promote(version, auc):
        ok = auc > 0.8
        if os.environ.get("FORCE"):
            ok = True
        if ok:
            ${move}  # reported
  `,
  'a flag that is narrowed by more tests holds': `
    def promote(version, auc, f1):
        ok = auc > 0.8
        ok = ok and f1 > 0.7
        if ok:
            ${move}
  `,
  'a flag that is widened by something else does not': `
    def promote(version, auc, force):
        ok = auc > 0.8
        ok = ok or force
        if ok:
            ${move}  # reported
  `,
  'a flag that is compared with True holds': `
    def promote(version, auc):
        passed = auc > 0.8
        if passed == True:
            ${move}
  `,
  'a flag that is compared with False the wrong way does not': `
    def promote(version, auc):
        passed = auc > 0.8
        if passed is False:
            ${move}  # reported
  `,
  'a word that both ways set does not': `
    def promote(version, auc):
        decision = "promote"
        if auc > 0.8:
            decision = "promote"
        if decision == "promote":
            ${move}  # reported
  `,
  'a list of reasons that is only printed does not': `
    def promote(version, auc):
        reasons = []
        if auc < 0.8:
            reasons.append("auc")
        print(reasons)
        ${move}  # reported
  `,
  'a flag at module level holds in the same module': `
    auc = 0.91 if os.path.exists("good") else 0.2
    passed = auc > float(os.environ["MINIMUM_AUC"])
    version = "4"
    if not passed:
        sys.exit(1)
    ${move}
  `,
}

const followed = {
  'a number as a flag holds': `
    def promote(version, auc):
        flag = 0
        if auc > 0.8:
            flag = 1
        if flag == 1:
            ${move}
  `,
  'a word as a flag holds': `
    def promote(version, auc):
        decision = "reject"
        if auc > 0.8:
            decision = "promote"
        if decision == "promote":
            ${move}
  `,
  'a word that stands before the flag holds': `
    def promote(version, auc):
        decision = "reject"
        if auc > 0.8:
            decision = "promote"
        if "promote" == decision:
            ${move}
  `,
  'another word that stands before the flag does not': `
    def promote(version, auc):
        decision = "reject"
        if auc > 0.8:
            decision = "promote"
        if "reject" == decision:
            ${move}  # reported
  `,
  'a list of reasons that stops when it is not empty holds': `
    def promote(version, auc, f1):
        reasons = []
        if auc < 0.8:
            reasons.append("auc")
        if f1 < 0.7:
            reasons.append("f1")
        if reasons:
            raise ValueError(reasons)
        ${move}
  `,
}

test.each(Object.entries(flags))('%s', (_, python) => expectAsMarked(prelude, python))

describe('whatever the way there', () => {
  test.each(Object.entries(followed))('%s', (_, python) => expectAsMarked(prelude, python))
})
