import { expectAsMarked } from './marked'

const prelude = `
  import hashlib, os, sys, argparse, json, yaml
  from pathlib import Path
  import joblib
  EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

  def verify(path):
      if hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:
          raise ValueError(path)
`

const fields = {
  'a field that was verified is': `
    class Scorer:
        def __init__(self, path):
            self.path = path

        def load(self):
            verify(self.path)
            return joblib.load(self.path)
  `,
  'a field that is stored anew behind the check is not what was checked': `
    class Scorer:
        def __init__(self, path):
            self.path = path

        def load(self, other):
            verify(self.path)
            self.path = other
            return joblib.load(self.path)  # reported
  `,
  'a field that is stored anew on one way is not': `
    class Scorer:
        def load(self, other):
            verify(self.path)
            if other:
                self.path = other
            return joblib.load(self.path)  # reported
  `,
  'another field that is stored is no matter': `
    class Scorer:
        def load(self, other):
            verify(self.path)
            self.path_of_config = other
            self.ready = True
            return joblib.load(self.path)
  `,
  'a field that is stored before the check is what was checked': `
    class Scorer:
        def load(self, other):
            self.path = other
            verify(self.path)
            return joblib.load(self.path)
  `,
  'a field that is stored as what was verified is': `
    class Scorer:
        def load(self, other):
            verify(other)
            self.path = other
            return joblib.load(self.path)
  `,
  'a field that is only spelled in another way is': `
    class Scorer:
        def load(self):
            verify(self.path)
            self.path = Path(self.path)
            return joblib.load(self.path)
  `,
  'a file below a folder that is stored anew is not': `
    class Scorer:
        def load(self, other):
            verify(self.folder + "/churn.pkl")
            self.folder = other
            return joblib.load(self.folder + "/churn.pkl")  # reported
  `,
  'a method that stores it anew in between': `
    class Scorer:
        def check(self):
            verify(self.path)

        def prepare(self, other):
            self.path = other

        def load(self, other):
            self.check()
            self.prepare(other)
            return joblib.load(self.path)  # reported
  `,
  'a method that stores another field in between': `
    class Scorer:
        def check(self):
            verify(self.path)

        def prepare(self, other):
            self.name = other

        def load(self, other):
            self.check()
            self.prepare(other)
            return joblib.load(self.path)
  `,
  'a method that stores it anew further in': `
    class Scorer:
        def check(self):
            verify(self.path)

        def prepare(self, other):
            self.really_prepare(other)

        def really_prepare(self, other):
            self.path = other

        def load(self, other):
            self.check()
            self.prepare(other)
            return joblib.load(self.path)  # reported
  `,
  'three methods that a function calls': `
    class Scorer:
        def check(self):
            verify(self.path)

        def prepare(self, other):
            self.path = other

        def load(self):
            return joblib.load(self.path)  # reported

    def main(scorer: Scorer, other):
        scorer.check()
        scorer.prepare(other)
        scorer.load()
  `,
  'two methods that a function calls': `
    class Scorer:
        def check(self):
            verify(self.path)

        def load(self):
            return joblib.load(self.path)

    def main(scorer: Scorer, other):
        scorer.check()
        scorer.load()
  `,
  'a function that stores it in the object that it is given': `
    class Scorer:
        def check(self):
            verify(self.path)

        def load(self, other):
            self.check()
            point(self, other)
            return joblib.load(self.path)  # reported

    def point(scorer, other):
        scorer.path = other
  `,
  setattr: `
    class Scorer:
        def load(self, other):
            verify(self.path)
            setattr(self, "path", other)
            return joblib.load(self.path)  # reported
  `,
  'an object that stands for another one': `
    class Scorer:
        def load(self, other):
            verify(self.config.path)
            self.config = other
            return joblib.load(self.config.path)  # reported
  `,
}

const more = Array.from({ length: 1000 }, (_, at) => `            self.field${at} = other`).join('\n')

const many = {
  'a field that is stored behind very many others is not what was checked': `
    class Scorer:
        def renew(self, other):
${more}
            if other:
                self.path = other

        def load(self, other):
            verify(self.path)
            self.renew(other)
            return joblib.load(self.path)  # reported
  `,
}

const tables = {
  'an entry that was verified is': `
    def load(config):
        verify(config["path"])
        return joblib.load(config["path"])
  `,
  'an entry that is put anew is not': `
    def load(config, other):
        verify(config["path"])
        config["path"] = other
        return joblib.load(config["path"])  # reported
  `,
  'another entry is no matter': `
    def load(config, other):
        verify(config["path"])
        config["name"] = other
        return joblib.load(config["path"])
  `,
  'an entry under a key that is not known may be it': `
    def load(config, other, key):
        verify(config["path"])
        config[key] = other
        return joblib.load(config["path"])  # reported
  `,
  'what is laid over may have it': `
    def load(config, other):
        verify(config["path"])
        config.update(other)
        return joblib.load(config["path"])  # reported
  `,
  'what is laid over and has it': `
    def load(config, other):
        verify(config["path"])
        config.update(path=other)
        return joblib.load(config["path"])  # reported
  `,
  'what is laid over and has another': `
    def load(config, other):
        verify(config["path"])
        config.update({"name": other})
        return joblib.load(config["path"])
  `,
  'a table that is read from a file': `
    def load(other):
        config = json.load(open("config.json"))
        verify(config["path"])
        config["path"] = other
        return joblib.load(config["path"])  # reported
  `,
  'a written table': `
    def load(other):
        config = {"path": other}
        verify(config["path"])
        config["path"] = sys.argv[1]
        return joblib.load(config["path"])  # reported
  `,
  'two written tables': `
    def load(one, other):
        a = {"path": one}
        b = {"path": other}
        verify(a["path"])
        return joblib.load(b["path"])  # reported
  `,
  options: `
    def main():
        parser = argparse.ArgumentParser()
        parser.add_argument("--path")
        args = parser.parse_args()
        verify(args.path)
        return joblib.load(args.path)
  `,
  'options that are stored anew': `
    def main():
        parser = argparse.ArgumentParser()
        parser.add_argument("--path")
        args = parser.parse_args()
        verify(args.path)
        args.path = sys.argv[1]
        return joblib.load(args.path)  # reported
  `,
  'options that another function stores anew': `
    def settle(args):
        args.path = sys.argv[1]

    def main():
        parser = argparse.ArgumentParser()
        parser.add_argument("--path")
        args = parser.parse_args()
        verify(args.path)
        settle(args)
        return joblib.load(args.path)  # reported
  `,
  'a module variable that is stored anew': `
    import config

    def main(other):
        verify(config.PATH)
        config.PATH = other
        return joblib.load(config.PATH)  # reported
  `,
  environment: `
    def main(other):
        verify(os.environ["MODEL"])
        os.environ["MODEL"] = other
        return joblib.load(os.environ["MODEL"])  # reported
  `,
  'environment that is asked by a call': `
    def main(other):
        verify(os.getenv("MODEL"))
        os.environ["MODEL"] = other
        return joblib.load(os.getenv("MODEL"))  # reported
  `,
}

const names = {
  'a local name that is bound anew': `
    def load(path, other):
        verify(path)
        path = other
        return joblib.load(path)  # reported
  `,
  'a local name that is bound anew on one way': `
    def load(path, other):
        verify(path)
        if other:
            path = other
        return joblib.load(path)  # reported
  `,
  'a name of a function around': `
    def load(path, other):
        def check():
            verify(path)
        check()
        path = other
        return joblib.load(path)  # reported
  `,
  'a name of a function around that another one binds': `
    def load(path, other):
        def move():
            nonlocal path
            path = other
        verify(path)
        move()
        return joblib.load(path)  # reported
  `,
  'a global that a function binds anew': `
    path = "churn.pkl"

    def move(other):
        global path
        path = other

    def load(other):
        verify(path)
        move(other)
        return joblib.load(path)  # reported
  `,
  'a global that is bound anew in the same function': `
    path = "churn.pkl"

    def load(other):
        global path
        verify(path)
        path = other
        return joblib.load(path)  # reported
  `,
  'a global that nobody binds anew': `
    path = "churn.pkl"

    def load(other):
        verify(path)
        return joblib.load(path)
  `,
  'a global that a function binds, verified behind': `
    path = "churn.pkl"

    def move(other):
        global path
        path = other

    def load(other):
        move(other)
        verify(path)
        return joblib.load(path)
  `,
  'a global of the module itself': `
    path = sys.argv[1]
    verify(path)
    path = sys.argv[2]
    joblib.load(path)  # reported
  `,
  'a global that the module binds anew, loaded in a function': `
    path = sys.argv[1]
    verify(path)
    path = sys.argv[2]

    def load():
        return joblib.load(path)  # reported

    load()
  `,
  'a walrus': `
    def load(path, other):
        verify(path)
        if (path := other):
            return joblib.load(path)  # reported
  `,
  'things of which nothing is known': `
    def load(answer):
        match answer:
            case {"model": path, "spare": other}:
                verify(path)
                return joblib.load(other)  # reported
  `,
}

describe.each(Object.entries({ fields, many, tables, names }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked(prelude, python))
})
