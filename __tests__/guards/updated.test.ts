import { expectAsMarked } from './marked'

const prelude = `
  import copy, json
  import joblib
  USUAL = {"resume": False, "steps": 3}
`

const load = (asked: string, mark = ''): string => `if ${asked}:
            joblib.load(path)${mark}`
const reported = load('options["resume"]', '  # reported')
const silent = load('options["resume"]')

const tables = {
  'what a table is updated with may say anything': `
    def train(path, given):
        options = {"resume": False}
        options.update(given)
        ${reported}
  `,
  'what it is updated with is written out': `
    def train(path, given):
        options = {"resume": False}
        options.update({"steps": given})
        ${silent}
  `,
  'what it is updated with is written out and says so': `
    def train(path, given):
        options = {"resume": False}
        options.update({"resume": given})
        ${reported}
  `,
  'what it is updated with has a name': `
    def train(path, given):
        options = {"resume": False}
        options.update(steps=given)
        ${silent}
  `,
  'what it is updated with has the name': `
    def train(path, given):
        options = {"resume": False}
        options.update(resume=given)
        ${reported}
  `,
  'what is spread over it': `
    def train(path, given):
        options = {"resume": False}
        options.update(**given)
        ${reported}
  `,
  'another one is updated': `
    def train(path, given):
        options, other = {"resume": False}, {}
        other.update(given)
        ${silent}
  `,
  'a copy of a table': `
    def train(path, given):
        options = dict(USUAL)
        options.update(given)
        ${reported}
  `,
  'a copy that another method makes': `
    def train(path, given):
        options = USUAL.copy()
        options.update(given)
        ${load('options.get("resume")', '  # reported')}
  `,
  'a copy that stays as it is': `
    def train(path, given):
        options = dict(USUAL)
        ${silent}
  `,
  'a deep copy': `
    def train(path, given):
        options = copy.deepcopy(USUAL)
        options.update(given)
        ${reported}
  `,
  'the table of a module': `
    def read(given):
        USUAL.update(given)
    def train(path):
        ${load('USUAL["resume"]', '  # reported')}
  `,
  'one that a function is handed': `
    def read(options, given):
        options.update(given)
    def train(path, given):
        options = {"resume": False}
        read(options, given)
        ${reported}
  `,
  'one that an object keeps': `
    class Trainer:
        def __init__(self, given):
            self.options = {"resume": False}
            self.options.update(given)
        def train(self, path):
            ${load('self.options["resume"]', '  # reported').replace('\n    ', '\n        ')}
  `,
  'one that an object keeps, and another method fills': `
    class Trainer:
        def __init__(self):
            self.options = {"resume": False}
        def read(self, given):
            self.options.update(given)
        def train(self, path):
            ${load('self.options["resume"]', '  # reported').replace('\n    ', '\n        ')}
  `,
  'another one that an object keeps': `
    class Trainer:
        def __init__(self):
            self.options = {"resume": False}
            self.other = {}
        def read(self, given):
            self.other.update(given)
        def train(self, path):
            ${load('self.options["resume"]').replace('\n    ', '\n        ')}
  `,
  'a key that is not known': `
    def train(path, given):
        options = {"resume": False}
        for key, value in given.items():
            options[key] = value
        ${reported}
  `,
  'a key that is another one': `
    def train(path, given):
        options = {"resume": False}
        options["steps"] = given
        ${silent}
  `,
  'a list that is added to is no table': `
    def train(path, given):
        options = [False]
        options.append(given)
        ${load('options[0]')}
  `,
}

const objects = {
  'a field that is set by a name that is not known': `
    class Options:
        resume = False
    def train(path, given):
        options = Options()
        for key, value in given.items():
            setattr(options, key, value)
        ${load('options.resume', '  # reported')}
  `,
  'by a name that is another one': `
    class Options:
        resume = False
    def train(path, given):
        options = Options()
        setattr(options, "steps", given)
        ${load('options.resume')}
  `,
  'of another object': `
    class Options:
        resume = False
    class Other:
        pass
    def train(path, given):
        options, other = Options(), Other()
        for key, value in given.items():
            setattr(other, key, value)
        ${load('options.resume')}
  `,
  'by a function of the file that is called like the builtin one': `
    class Options:
        resume = False
    def setattr(options, key, value):
        print(key, value)
    def train(path, given):
        options = Options()
        for key, value in given.items():
            setattr(options, key, value)
        ${load('options.resume')}
  `,
  'by a method of the class or of one above it': `
    class Settings:
        def read(self, given):
            for key, value in given.items():
                setattr(self, key, value)
    class Options(Settings):
        resume = False
    def train(path, given):
        options = Options()
        options.read(given)
        ${load('options.resume', '  # reported')}
  `,
  'and is asked by a method': `
    class Trainer:
        resume = False
        def read(self, file):
            for key, value in json.load(open(file)).items():
                setattr(self, key, value)
        def train(self, path):
            ${load('self.resume', '  # reported').replace('\n    ', '\n        ')}
    trainer = Trainer()
    trainer.read("options.json")
    trainer.train("m.joblib")
  `,
}

describe('a table that is updated', () => {
  test.each(Object.entries(tables))('%s', async (_, python) => {
    await expectAsMarked(prelude, python)
  })
})

describe('an object of which fields are set by their names', () => {
  test.each(Object.entries(objects))('%s', async (_, python) => {
    await expectAsMarked(prelude, python)
  })
})

const held = (mark = ''): string => `
  RESUME = False
  def run(path):
      if RESUME:
          joblib.load(path)${mark}
`

describe('a variable of a module', () => {
  test.each<[string, string, string]>([
    ['that another file sets', 'work.RESUME = True', '  # reported'],
    ['that another file sets to what is not known', 'work.RESUME = len(sys.argv) > 3', '  # reported'],
    ['that another file sets to the same', 'work.RESUME = False', ''],
    ['of which another one is set', 'work.STEPS = 3', ''],
    ['that nobody sets', 'print(work.RESUME)', ''],
  ])('%s', async (_, set, mark) => {
    const main = `
      import sys
      import work
      def main():
          ${set}
          work.run(sys.argv[1])
      main()
    `
    await expectAsMarked(prelude, { 'work.py': held(mark), 'main.py': main })
  })

  test('that a test sets stays as it is', async () => {
    const test = `
      import work
      work.RESUME = True
    `
    await expectAsMarked(prelude, {
      'work.py': held(),
      'main.py': 'import sys, work\nwork.run(sys.argv[1])',
      'tests/test_work.py': test,
    })
  })
})
