import { expectAsMarked } from './marked'

const prelude = `
  import json, sys
  from dataclasses import dataclass, replace
  from typing import NamedTuple
  import joblib
  from pydantic import BaseModel

  @dataclass
  class Options:
      steps: int = 3
      resume: bool = False
`

const open = `
      if options.resume:
          joblib.load(path)`

const cases = {
  'what is spread over a declared class may say anything of its fields': `
    def train(path, given):
        options = Options(**given)
        ${open.trim()}  # reported
  `,
  'what stands beside the spread is said': `
    def train(path, given):
        options = Options(resume=False, **given)
        ${open.trim()}
  `,
  'what is spread and written out is said': `
    def train(path):
        options = Options(**{"steps": 4, "resume": False})
        ${open.trim()}
  `,
  'what is spread and written out may say so': `
    def train(path):
        options = Options(**{"steps": 4, "resume": True})
        ${open.trim()}  # reported
  `,
  'nothing is spread': `
    def train(path):
        options = Options(4)
        ${open.trim()}
  `,
  'a list is spread': `
    def train(path, given):
        options = Options(*given)
        ${open.trim()}  # reported
  `,
  'a class in the function that spreads over it': `
    def train(path, given):
        @dataclass
        class Own:
            resume: bool = False
        options = Own(**given)
        ${open.trim()}  # reported
  `,
  'a model of pydantic': `
    class Own(BaseModel):
        resume: bool = False
    def train(path, given):
        options = Own(**given)
        ${open.trim()}  # reported
  `,
  'a named tuple': `
    class Own(NamedTuple):
        resume: bool = False
    def train(path, given):
        options = Own(**given)
        ${open.trim()}  # reported
  `,
  'a function of the class spreads': `
    class Read(Options):
        @classmethod
        def read(cls, path):
            return cls(**json.load(open(path)))
    def train(path, options):
        ${open.trim()}  # reported
    train(sys.argv[1], Read())
    train(sys.argv[1], Read.read(sys.argv[2]))
  `,
  'what is handed on as an object': `
    def train(path, options):
        ${open.trim()}  # reported
    train(sys.argv[1], Options(**json.load(open("options.json"))))
  `,
  'what is replaced': `
    def train(path, options):
        ${open.trim()}  # reported
    train(sys.argv[1], replace(Options(), resume=True))
  `,
}

test.each(Object.entries(cases))('%s', async (_, python) => {
  await expectAsMarked(prelude, python.replaceAll('\n          joblib', '\n            joblib'))
})
