import { chosenOf, filesOf, judgedBothWays, type Sources } from '../support/choice'

const client = 'from mlflow import MlflowClient\n\n'
const move = 'MlflowClient().transition_model_version_stage("m", v, "Production")'
const asking = 'import click\n\nfrom ship import promote\n\nif click.confirm("Promote?"):\n    promote(3)\n'
const stop = '    if input("Promote?") != "y":\n        raise SystemExit(1)\n'

/** Modules that move a model in `promote`, whose only user asks before it calls that. */
const modules: Readonly<Record<string, string>> = {
  'behind a text of quotes': `def bare(text):\n    return text.strip('"""')\n\n\ndef promote(v):\n    ${move}\n`,
  'behind quotes in a remark': `LIMIT = 1  # """ of it\n\n\ndef promote(v):\n    ${move}\n`,
  'behind a text over lines': `TEXT = "a \\\ndef fake():"\n\n\ndef promote(v):\n    ${move}\n`,
  'with its parameters at the margin': `def promote(\nv,\n):\n    ${move}\n`,
  'behind a list at the margin': `LIMITS = [\n1,\n(2,\n3),\n]\n\n\ndef promote(v):\n    ${move}\n`,
  'in a condition': `import sys\n\nif sys.argv:\n    def promote(v):\n        ${move}\n`,
  'in a file whose brackets do not match': `def promote(v):\n    ${move}\n\n\ndef broken(:\n    return [1\n`,
  'in a file that closes what nothing opened': `LIMIT = 1)\n\n\ndef promote(v):\n    ${move}\n`,
  'as a variable behind another statement': `def helper(v):\n    ${move}\n\n\nLIMIT = 1; promote = helper\n`,
  'as one of two variables': `def helper(v):\n    ${move}\n\n\nnothing, promote = print, helper\n`,
  'as one of two variables in brackets': `def helper(v):\n    ${move}\n\n\n(nothing, promote) = (print, helper)\n`,
  'as two variables': `def helper(v):\n    ${move}\n\n\nalias = promote = helper\n`,
  'as a variable in a condition': `import sys\n\n\ndef helper(v):\n    ${move}\n\n\nif sys.argv:\n    promote = helper\n`,
  'as a variable with a type': `def helper(v):\n    ${move}\n\n\npromote: "Callable[[int], None]" = helper\n`,
  'as a variable over several lines': `from functools import partial\n\n\ndef helper(v):\n    ${move}\n\n\npromote = partial(\n    helper,\n)\n`,
}

describe('who asks before a model is moved is read', () => {
  test.each(Object.entries(modules))('%s', async (_, text) => {
    const { all, chosen } = await judgedBothWays({ 'ship.py': client + text, 'main.py': asking })
    expect(all.map(one => one.split(' ')[0])).toEqual(['guarded'])
    expect(chosen).toEqual(all)
  })
})

/** Ways to the function of a module `registry`, by files that ask before they call it. */
const ways: Readonly<Record<string, Sources>> = {
  'a package that imports the module': {
    'ship/__init__.py': 'from . import registry\n',
    'main.py': asked('import ship', 'ship.registry.promote(3)'),
  },
  'a package of packages': {
    'ship/__init__.py': 'from . import a\n',
    'ship/a/__init__.py': 'from ship import registry\n',
    'main.py': asked('import ship', 'ship.a.registry.promote(3)'),
  },
  'a module that imports it': {
    'tools.py': 'from ship import registry\n',
    'main.py': asked('from tools import registry', 'registry.promote(3)'),
  },
  'a module that has it by another name': {
    'tools.py': 'from ship import registry as r\n',
    'main.py': asked('import tools', 'tools.r.promote(3)'),
  },
  'a module from which it is taken by another name': {
    'tools.py': 'from ship import registry as r\n',
    'main.py': asked('from tools import r as own', 'own.promote(3)'),
  },
  'a module from which a star takes it': {
    'tools.py': 'from ship import registry\n',
    'main.py': asked('from tools import *', 'registry.promote(3)'),
  },
  'its name in a text': {
    'main.py': asked('from ship import registry', 'getattr(registry, "promote")(3)'),
  },
  'its name in a text, behind a package': {
    'ship/__init__.py': 'from . import registry\n',
    'main.py': asked('import ship', 'getattr(ship.registry, "promote")(3)'),
  },
}

function asked(imported: string, call: string): string {
  return `import click\n\n${imported}\n\n\ndef go():\n    if click.confirm("Promote?"):\n        ${call}\n\n\ngo()\n`
}

describe('who asks before a function of a module is called by way of others is read', () => {
  const registry = `${client}def promote(v):\n    ${move}\n`
  const other = { 'other.py': 'import ship\n\n\ndef other(shelf):\n    shelf.promote(3)\n' }
  test.each(Object.entries(ways))('%s', async (_, sources) => {
    const { all, chosen } = await judgedBothWays({ 'ship/registry.py': registry, ...sources })
    expect(all.map(one => one.split(' ')[0])).toEqual(['guarded'])
    expect(chosen).toEqual(all)
  })

  test('and not who calls a function of its name on something else', () => {
    const sources = { 'ship/registry.py': registry, ...ways['a package that imports the module'], ...other }
    expect(chosenOf(filesOf(sources)).map(({ path }) => path)).toEqual([
      'ship/registry.py',
      'ship/__init__.py',
      'main.py',
    ])
  })
})

describe('what a check or a value comes from is read', () => {
  const user = (imported: string, body: string): Sources => ({
    'ship.py': `${client}from gates import ${imported}\n\n\ndef promote(v):\n    ${body}\n\n\npromote(3)\n`,
  })
  const gated = (gates: string): Sources => ({
    ...user('gate', `gate()\n    ${move}`),
    'gates.py': gates,
  })
  test.each<[string, string, Sources]>([
    ['a function of two names', 'guarded', gated(`def check():\n${stop}\n\nalias = gate = check\n`)],
    ['a function in brackets', 'guarded', gated(`def check():\n${stop}\n\n(gate, other) = (check, print)\n`)],
    ['a function behind a statement', 'guarded', gated(`def check():\n${stop}\n\nLIMIT = 1; gate = check\n`)],
    ['a function behind texts', 'guarded', gated(`QUOTES = '"""'\n\n\ndef gate():\n${stop}`)],
    [
      'a constant of two names',
      'reported',
      {
        ...user('LIVE', move.replace('"Production"', 'LIVE')),
        'gates.py': 'DEFAULT = LIVE = "Production"\n',
      },
    ],
    [
      'a decorator whose arguments stand at the margin',
      'guarded',
      {
        'ship.py': `${client}from gates import gated\n\n\n@gated(\nlimit(),\n)\ndef promote(v):\n    ${move}\n\n\npromote(3)\n`,
        'gates.py': `def gated(limit):\n    def outer(f):\n        def inner(v):\n            if input("Go?") != limit:\n                raise SystemExit(1)\n            return f(v)\n        return inner\n    return outer\n`,
      },
    ],
  ])('%s', async (_, verdict, sources) => {
    const { all, chosen } = await judgedBothWays(sources)
    expect(all.map(one => one.split(' ')[0])).toEqual([verdict])
    expect(chosen).toEqual(all)
  })
})
