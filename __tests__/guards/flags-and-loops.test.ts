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
  'a word that both ways set does not': `
    def promote(version, auc):
        decision = "promote"
        if auc > 0.8:
            decision = "promote"
        if decision == "promote":
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

const loops = {
  'continue skips a model that fails': `
    def promote(candidates):
        for version, auc in candidates:
            if auc < 0.8:
                continue
            ${move}
  `,
  'continue of an inner loop does not': `
    def promote(candidates):
        for version, scores in candidates:
            for auc in scores:
                if auc < 0.8:
                    continue
            ${move}  # reported
  `,
  'break leaves before the move': `
    def promote(candidates):
        for version, auc in candidates:
            if auc < 0.8:
                break
            ${move}
  `,
  'break leaves to the move': `
    def promote(version, scores):
        for auc in scores:
            if auc < 0.8:
                break
        ${move}  # reported
  `,
  'a search that raises when nothing is found holds': `
    def promote(candidates):
        for version, auc in candidates:
            if auc > 0.8:
                break
        else:
            raise ValueError("none is good enough")
        ${move}
  `,
  'a search that goes on when nothing is found does not': `
    def promote(candidates):
        for version, auc in candidates:
            if auc > 0.8:
                break
        ${move}  # reported
  `,
  'what was checked for the last model does not hold for the next': `
    def promote(candidates):
        checked = False
        for version, auc in candidates:
            if not checked:
                if auc < 0.8:
                    return
                checked = True
            ${move}  # reported
  `,
  'a loop that ends when the model is good enough holds': `
    def promote(version, train):
        auc = train()
        while auc < 0.8:
            auc = train()
        ${move}
  `,
  'a loop that ends after some tries does not': `
    def promote(version, train):
        auc = train()
        tries = 0
        while auc < 0.8 and tries < 3:
            auc = train()
            tries = tries + 1
        ${move}  # reported
  `,
  'a loop until somebody says yes holds': `
    def promote(version):
        while input("promote? ") != "yes":
            print("waiting")
        ${move}
  `,
  'a loop until somebody says anything does not': `
    def promote(version):
        while input("promote? ") not in ("yes", "no"):
            print("yes or no?")
        ${move}  # reported
  `,
  'an endless loop that only yes leaves holds': `
    def promote(version):
        while True:
            answer = input("promote? ")
            if answer == "yes":
                break
            if answer == "no":
                return
        ${move}
  `,
  'a floor for every metric of a literal table holds': `
    FLOORS = {"auc": 0.8, "f1": 0.7}

    def promote(version, metrics):
        for name, floor in FLOORS.items():
            if metrics[name] < floor:
                raise ValueError(name)
        ${move}
  `,
  'a floor that is only printed does not': `
    FLOORS = {"auc": 0.8, "f1": 0.7}

    def promote(version, metrics):
        for name, floor in FLOORS.items():
            if metrics[name] < floor:
                print(name)
        ${move}  # reported
  `,
  'all metrics of a table, tested by a generator, hold': `
    FLOORS = {"auc": 0.8, "f1": 0.7}

    def promote(version, metrics):
        if not all(metrics[name] >= floor for name, floor in FLOORS.items()):
            raise ValueError(metrics)
        ${move}
  `,
  'any failed metric of a table, found by a generator, holds': `
    FLOORS = {"auc": 0.8, "f1": 0.7}

    def promote(version, metrics):
        if any(metrics[name] < floor for name, floor in FLOORS.items()):
            raise ValueError(metrics)
        ${move}
  `,
  'a comprehension that lists what failed holds': `
    FLOORS = {"auc": 0.8, "f1": 0.7}

    def promote(version, metrics):
        failed = [name for name, floor in FLOORS.items() if metrics[name] < floor]
        if failed:
            raise ValueError(failed)
        ${move}
  `,
}

describe.each(Object.entries({ flags, loops }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked(prelude, python))
})
