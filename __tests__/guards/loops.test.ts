import { expectAsMarked } from './marked'

const prelude = `
  import copy, json, os, sys
  import database
  from mlflow import MlflowClient
  client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

const loops = {
  'a table of bounds out of a file holds, and so does a copy of it': `
    def promote(version, metrics):
        for name, minimum in json.load(open("bounds.json")).items():
            if metrics[name] < minimum:
                raise ValueError(name)
        ${move}

    def promote_copy(version, metrics):
        for name, minimum in copy.deepcopy(json.load(open("bounds.json"))).items():
            if metrics[name] < minimum:
                raise ValueError(name)
        ${move}
  `,
  'what a query finds may be nothing, and so may a copy of it': `
    def promote(version, metrics):
        for name, minimum in database.query("bounds").items():
            if metrics[name] < minimum:
                raise ValueError(name)
        ${move}  # reported as note

    def promote_copy(version, metrics):
        for name, minimum in copy.deepcopy(database.query("bounds")).items():
            if metrics[name] < minimum:
                raise ValueError(name)
        ${move}  # reported as note
  `,
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
}

const followed = {
  'a loop until somebody says anything does not': `
    def promote(version):
        while input("promote? ") not in ("yes", "no"):
            print("yes or no?")
        ${move}  # reported
  `,
  'a floor for every metric of a literal table holds': `
    FLOORS = {"auc": 0.8, "f1": 0.7}

    def promote(version, metrics):
        for name, floor in FLOORS.items():
            if metrics[name] < floor:
                raise ValueError(name)
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

test.each(Object.entries(loops))('%s', (_, python) => expectAsMarked(prelude, python))

describe('whatever the way there', () => {
  test.each(Object.entries(followed))('%s', (_, python) => expectAsMarked(prelude, python))
})
