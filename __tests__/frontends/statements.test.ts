import { testWays, ways } from './ways'

describe('match', () =>
  testWays({
    'cases are tested in order, and the last takes the rest': [
      `
        match a():
            case 1:
                b()
            case 2 | 3:
                c()
            case _:
                d()
        e()
      `,
      ['a yes b e', 'a no yes c e', 'a no no d e'],
    ],
    'without a case for the rest none may match': [
      `
        match a():
            case "x":
                b()
        c()
      `,
      ['a yes b c', 'a no c'],
    ],
    'a guard is asked after its pattern': [
      `
        match a():
            case {"auc": x} if b(x):
                c()
            case _:
                d()
      `,
      ['a yes b yes c', 'a yes b no d', 'a no d'],
    ],
    'a name takes everything, and its guard decides': [
      `
        match a():
            case x if b(x):
                c()
        d()
      `,
      ['a b yes c d', 'a b no d'],
    ],
    'patterns call nothing': [
      `
        match a():
            case Point(x=0) | [_, *_] as p:
                b()
      `,
      ['a yes b', 'a no'],
    ],
    'one whose every case leaves leads nowhere': [
      `
        match a():
            case 1:
                return
            case _:
                raise E
        b()
      `,
      ['a yes ^', 'a no ^'],
    ],
    'the subject may be several': ['match a(), b():\n    case 1, 2:\n        c()', ['a b yes c', 'a b no']],
    'the words are names elsewhere': [
      'match = a()\nmatch(case)\ntype = b()\ntype(match)',
      ['a match b type'],
    ],
  }))

describe('statements', () =>
  testWays({
    'code behind `return` is dropped': ['return a()\nb()', ['a ^']],
    'code behind `raise` is dropped': ['raise a() from b()\nc()', ['a b ^']],
    'a backslash may stand between `return` and its value': ['return \\\n    a()', ['a ^']],
    'a backslash may stand behind a star': ['a(* \\\n  b(), ** \\\n  c())', ['b c a']],
    '`del` evaluates what holds the item': ['del a()[b()], c().d', ['a b c']],
    'an argument is evaluated before its call, whatever calls': ['a(b(c()), k=d()).e(f())', ['c b d a f e']],
    'an assignment evaluates its value before its target': ['a()[b()] = c()', ['c a b']],
    'an augmented assignment evaluates its target once': ['a()[b()] += c()', ['a b c']],
    'an annotation alone is no assignment': ['x: int\na()', ['a']],
    '`type(x).y = z()` is an assignment, not a type alias': [
      'type(a()).b.c = d()\ntype(x)[e()] = 1',
      ['d a type type e'],
    ],
    'a print statement of Python 2 evaluates its values': ['print "%s" % a(), b()', ['a b']],
    'parts of an f-string are evaluated, also in a format': ['f"{a()!r:>{b()}} {{c()}} {d()=}"', ['a b d']],
    'slices are evaluated': ['x[a():b():c(), d()]', ['a b c d']],
    'a comment may stand anywhere': ['a(  # b()\n  # c()\n  d()  # e()\n)', ['d a']],
  }))

describe('definitions', () => {
  testWays({
    'a function does not run where it is defined; its defaults, annotations and decorators do': [
      `
        @a()
        @b
        def f(x=c(), *, y: d() = e()) -> g():
            h()
        i()
      `,
      ['a c e d g i'],
    ],
    'a lambda does not run where it stands': ['f = lambda x=a(): b()\nc()', ['a c']],
    'bases and keywords of a class run where it stands': [
      '@a()\nclass C(b(), metaclass=c()):\n    pass\nd()',
      ['a b c d'],
    ],
  })

  test('the body of a function is a unit', async () =>
    expect(await ways('def f():\n    if a():\n        return b()\n    c()', 'f')).toEqual([
      'a no c',
      'a yes b ^',
    ]))

  test('the body of a lambda is a unit that returns', async () =>
    expect(await ways('f = lambda: a() or b()', '<lambda:1>')).toEqual(['a no b ^', 'a yes ^']))

  test('the body of a class is a unit', async () =>
    expect(await ways('class C:\n    x = a()\n    def f(self):\n        b()', 'C')).toEqual(['a']))

  test('a generator runs from top to bottom', async () =>
    expect(await ways('def f():\n    a()\n    yield b()\n    x = yield from c()\n    d()', 'f')).toEqual([
      'a b c d',
    ]))

  test('a generator can be made to fail where it yields', async () =>
    expect(
      await ways('def f():\n    try:\n        a()\n        yield\n    finally:\n        b()\n    c()', 'f'),
    ).toEqual(['a b ^', 'a b c', 'a! b ^', 'b ^']))

  test('`await` gives what it waits for', async () =>
    expect(await ways('async def f():\n    await a(await b())', 'f')).toEqual(['b a']))

  test('an async generator is a function', async () =>
    expect(await ways('async def f():\n    async for x in a():\n        yield b(x)', 'f')).toEqual([
      'a no',
      'a yes b no',
    ]))
})
