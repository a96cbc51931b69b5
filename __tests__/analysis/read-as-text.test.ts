import { chainsIn } from '../../src/analysis/selection/chains'
import { isOtherCommand, openProgramFinder, type Programs } from '../../src/analysis/selection/commands'
import { rawImports, withoutImports } from '../../src/analysis/selection/imports'
import { takenIn } from '../../src/analysis/selection/mentions'
import { openTextFinder } from '../../src/analysis/selection/texts'
import { findPlaces, useAt, usePattern } from '../../src/analysis/selection/uses'
import { argumentsAt, literalIn } from '../../src/analysis/selection/written'

describe('the imports of a text', () => {
  const imports = (text: string): string[] =>
    rawImports(text).map(({ dots, base, name, bound }) =>
      `${'.'.repeat(dots)}${base} ${name} ${bound}`.trim(),
    )

  test.each<[string, string[]]>([
    ['import a', ['a a']],
    ['import a.b', ['a.b a.b']],
    ['import a as b', ['a b']],
    ['import a, b.c as d', ['a a', 'b.c d']],
    ['from a import b', ['a b b']],
    ['from a.b import c as d, e', ['a.b c d', 'a.b e e']],
    ['from a import *', ['a * *']],
    ['from . import a', ['. a a']],
    ['from .. import a', ['.. a a']],
    ['from ..a.b import c', ['..a.b c c']],
    ['from a import (b, c)', ['a b b', 'a c c']],
    ['from a import (\n    b,  # why (so)\n    c as d,\n)', ['a b b', 'a c d']],
    ['from a import \\\n    b', ['a b b']],
    ['from a \\\n  import b', ['a b b']],
    ['from a import (b', []],
    ['from a import (b(c))', []],
    ['from a import (b # )\n, c)', ['a b b', 'a c c']],
    ['def f():\n    import a\n', ['a a']],
    ['import_a = 1', []],
    ['important a', []],
    ['import a;import b', ['a a', 'b b']],
    ['a = importlib.import_module("b.c")', ['b.c a', 'b.c *']],
    ['a: Any = __import__("b")', ['b a', 'b *']],
    ['import_module(name="b")', ['b *']],
    ['x == import_module("b")', ['b *']],
    ['import_module(name)', []],
  ])('%j', (text, expected) => {
    expect(imports(text)).toEqual(expected)
  })

  test('are left out of it', () => {
    expect(withoutImports('import a\nb()\nfrom c import (\n    d,\n)\ne()\n')).toBe('\nb()\n\ne()\n')
    expect(withoutImports('b()\n')).toBe('b()\n')
  })
})

describe('the arguments of a call, as they are written', () => {
  const given = (text: string): string[] | null =>
    argumentsAt(text, text.indexOf('(') + 1)?.map(({ name, text: value }) =>
      name === null ? value : `${name}: ${value}`,
    ) ?? null

  test.each<[string, string[] | null]>([
    ['f()', []],
    ['f( )', []],
    ['f(a)', ['a']],
    ['f(a, b,)', ['a', 'b']],
    ['f(a, b = c)', ['a', 'b: c']],
    ['f(a == b)', ['a == b']],
    ['f(a[1, 2], {"b": (3, 4)})', ['a[1, 2]', '{"b": (3, 4)}']],
    ['f("a, b", \'c)\')', ['"a, b"', "'c)'"]],
    ['f("""a\n", b""", c)', ['"""a\n", b"""', 'c']],
    ['f("a\\", b", c)', ['"a\\", b"', 'c']],
    ['f(f"{x}, y")', ['f"{x}, y"']],
    ['f(f"{", ".join(x)}")', null],
    ['f(*a)', null],
    ['f(a, **b)', null],
    ['f(a, # why\n b)', null],
    ['f(a, \\\n b)', null],
    ['f(a', null],
    ['f([a)]', null],
    ['f(a]', null],
    ['f(a}, b)', null],
    [`f(${'a'.repeat(1990)})`, ['a'.repeat(1990)]],
    [`f(${'a'.repeat(2010)})`, null],
    ['f("a', null],
  ])('%j', (text, expected) => {
    expect(given(text)).toEqual(expected)
  })

  test.each<[string, unknown]>([
    ['True', true],
    ['False', false],
    ['None', null],
    ['"a"', 'a'],
    ["'a b'", 'a b'],
    ['""', undefined],
    ['"a" + "b"', undefined],
    ['"a\\n"', undefined],
    ['f"a"', undefined],
    ['"a\'', undefined],
    ['3', undefined],
    ['name', undefined],
  ])('what %j says', (text, expected) => {
    expect(literalIn(text)).toBe(expected)
  })
})

describe('where a word is used', () => {
  const pattern = usePattern(['load', 'open'])
  const uses = (text: string): string[] => {
    const places = findPlaces(
      text,
      pattern,
      new Map([
        ['load', 0],
        ['open', 1],
      ]),
    )
    return places.flatMap((at, i) => {
      const use = i % 2 === 0 ? useAt(text, at, () => false) : null
      if (!use) return []
      const { method, dotted, chain, other, args } = use
      return [
        `${[...chain, method].join('.')}${dotted ? '' : ' alone'}${other ? ' other' : ''} ${args ?? '-'}`,
      ]
    })
  }

  test.each<[string, string[]]>([
    ['load(x)', ['load alone x)']],
    ['a.load(x)', ['a.load x)']],
    ['a . b.load (x)', ['a.b.load x)']],
    ['a.\n  load(x)', ['a.load x)']],
    ['a.\n\f load \t(x)', ['a.load x)']],
    ['a.\n  load', []],
    ['a.\n  load)', ['load alone -']],
    ['a.\tload', ['a.load -']],
    ['load\n(x)', []],
    ['load ,open )', ['load alone -', 'open alone -']],
    ['a.load.open(x)', ['a.load other -', 'a.load.open x)']],
    ['load(x)open', ['load alone x)open']],
    ['a.load_(x)', []],
    ['a().load(x)', ['load x)']],
    ['a[0].load(x)', ['load x)']],
    ['"a".load(x)', ['load x)']],
    ['map(load, x)', ['load alone -']],
    ['[load]', ['load alone -']],
    ['run(a.load)', ['a.load -']],
    ['load', []],
    ['unload(x)', []],
    ['loads(x)', []],
    ['load = 1', []],
    ['a.load = 1', ['a.load other -']],
    ['a.load == b', ['a.load -']],
    ['a.load.b()', ['a.load other -']],
    ['a.load.__call__()', ['a.load -']],
    ['"load"', ['load alone other -']],
    ['"cmd.load"', ['load other -']],
    ['getattr(a, "load")', ['load -']],
    ['getattr(a, "load")(x)', ['load -']],
    ['from a import load, open', []],
    ['import a.load', []],
    ['a.open(load(x))', ['a.open load(x))', 'load alone x))']],
  ])('%j', (text, expected) => {
    expect(uses(text)).toEqual(expected)
  })

  test('is looked for in nothing where no word is', () => {
    expect(findPlaces('a.load(x)', usePattern([]), new Map())).toEqual([])
  })
})

test.each<[string, string[]]>([
  ['a.b.c(d)', ['a.b.c', 'd']],
  ['a . b', ['a . b']],
  ['f(a=b)', ['f', 'b']],
  ['a = b', ['b']],
  ['a == b', ['a', 'b']],
  ['a().b', ['a']],
  ['getattr(a.b, "c")', ['getattr', 'a.b', 'c', 'a.b.c']],
  ['import_module("a").b.c', ['import_module', 'a', 'b.c']],
  ['1.5 + x', ['x']],
])('the names in %j are %j', (code, names) => {
  expect([...chainsIn(code)]).toEqual(names)
})

test.each<[string, string[]]>([
  ['a.b.c()', ['b', 'c']],
  ['a. b', ['b']],
  ['getattr(a, "b")', ['b']],
  ['getattr(a, name, "b")', ['b']],
  ['get(a, "b")', []],
  ['a(b)', []],
])('what is taken in %j is %j', (code, names) => {
  expect([...takenIn(code)]).toEqual(names)
})

describe('texts that have to stand near something', () => {
  const find = openTextFinder(['alias', '/alias', 'alias/champion', 'x-alias', '"prod"', '_raw'])

  test.each<[string, string[]]>([
    ['an alias', ['alias']],
    ['aliases', []],
    ['an_alias', []],
    ['a/alias', ['/alias', 'alias']],
    ['alias/champion', ['alias/champion', 'alias']],
    ['alias/champions', ['alias']],
    ['x-alias', ['x-alias', 'alias']],
    ['is_raw', []],
    ['"models_prod/churn"', ['"prod"']],
    ["'prod'", ['"prod"']],
    ['"product"', []],
    ['prod = 1', []],
    ['a = "b" + prod', []],
    ['"a\nprod\nb"', []],
    ['prod alias alias', ['alias']],
  ])('%j', (text, expected) => {
    expect([...find(text)].sort()).toEqual(expected.sort())
  })

  const starred = openTextFinder(['model*.zip', 'model*.bin', 'ckpt*.zip', '#prod*', '".pt"'])

  test.each<[string, string, readonly string[]]>([
    ['a star stands for what is between', 'get("churn_model-v2.zip")', ['model*.zip']],
    ['and for what is filled in', 'get(f"{a}/models{v}.bin")', ['model*.bin']],
    ['each end is told', 'get("model.zip.bin")', ['model*.zip', 'model*.bin']],
    ['but not for the end of a text', 'get("model", "a.zip")', []],
    ['nor for another name of a path', 'get("models/a.zip")', []],
    ['nor for a part of an end', 'get("model.zipped")', []],
    ['nor for very much', `get("model${'a'.repeat(300)}.zip")`, []],
    ['at the end for anything', 'run("git tag churn#production")', ['#prod*']],
    ['an ending has a name in front of it', 'get("churn.pt")', ['".pt"']],
    ['and no letter behind it', 'get("churn.ptx")', []],
    ['and is no attribute', 'a.pt = 1', []],
  ])('%s: %s', (_, text, expected) => {
    expect(starred(text)).toEqual(expected)
  })

  test('are none where nothing is looked for', () => {
    expect(openTextFinder([])('alias')).toEqual([])
  })
})

describe('command lines', () => {
  const programs: Programs = {
    sinks: new Map([
      ['aws', new Set(['s3', 'sagemaker'])],
      ['helm', new Set(['upgrade'])],
      ['promote', new Set([''])],
    ]),
    closer: new Map(),
    launchers: new Set(['sudo', 'bash']),
  }

  test.each<[string, boolean]>([
    ['"ls")', true],
    ['"ls -l")', true],
    ['"aws s3 cp a b")', false],
    ['"aws iam list")', true],
    ['"aws")', false],
    ['["aws", "iam"])', true],
    ['["aws", "s3"])', false],
    ['["aws", word])', false],
    ['["aws s3"])', false],
    ['"/usr/bin/aws iam")', true],
    ['"/usr/bin/aws s3")', false],
    ['"A=1 aws iam")', true],
    ['"A=1 aws s3")', false],
    ['"A=1 B=2 aws iam")', true],
    ['"A=1 B=2 aws s3")', false],
    ['"aws --profile s3")', false],
    ['"promote all")', false],
    ['"sudo aws iam")', false],
    ['"ls; aws s3")', false],
    ['"ls && aws s3")', false],
    ['"ls %s")', false],
    ['f"ls {x}")', false],
    ['"ls " + x)', false],
    ['"ls $X")', false],
    ['args="ls")', true],
    ['name)', false],
    ['"")', false],
    ['("ls", "-l"))', true],
  ])('%s is another one: %p', (args, expected) => {
    expect(isOtherCommand(programs, args)).toBe(expected)
  })

  test('name nothing where no program is known', () => {
    expect(openProgramFinder({ ...programs, sinks: new Map() })('run("aws s3")')).toEqual([])
  })

  const find = openProgramFinder(programs)

  test.each<[string, string[]]>([
    ['run("aws s3 cp a b")', ['aws']],
    ['run("sudo aws iam")', ['aws']],
    ['run(["aws", x])', ['aws']],
    ['say("use aws here")', []],
    ['say("use aws s3 here")', ['aws']],
    ['say("use x-aws s3 here")', []],
    ['aws = 1', []],
    ['aws.run()', []],
    ['aws()', []],
    ['# aws s3 cp\n', []],
    ['def f():\n    """aws s3 cp"""\n', []],
    ['"a && aws iam"', ['aws']],
    ['a = """\n  aws iam\n"""', ['aws']],
    ['"""\n  aws iam\n"""', []],
    ['"awsome s3"', []],
    ['"A=1 aws iam"', ['aws']],
    ['"helm upgrade"; "aws s3"; "helm upgrade"', ['helm', 'aws']],
    ['"promote"', ['promote']],
  ])('the programs in %j are %j', (text, expected) => {
    expect(find(text)).toEqual(expected)
  })
})
