import { testWays } from './ways'

describe('if', () =>
  testWays({
    'one branch or the other runs, and both lead on': [
      `
        if ask():
            yea()
        else:
            nay()
        after()
      `,
      ['ask yes yea after', 'ask no nay after'],
    ],
    'without an `else` the other way goes past it': [
      `
        if ask():
            yea()
        after()
      `,
      ['ask yes yea after', 'ask no after'],
    ],
    'a later condition is asked only where the earlier ones said no': [
      `
        if first():
            a()
        elif second():
            b()
        elif third():
            c()
        else:
            d()
        after()
      `,
      [
        'first yes a after',
        'first no second yes b after',
        'first no second no third yes c after',
        'first no second no third no d after',
      ],
    ],
    'a branch that raises does not lead on': [
      `
        if ask():
            raise Refused()
        after()
      `,
      ['ask yes Refused ^', 'ask no after'],
    ],
    'a constant condition has one way': [
      `
        if True:
            a()
        else:
            b()
        if 0:
            c()
        d()
      `,
      ['a d'],
    ],
    'a constant on one side of `and` or `or` decides like one': [
      `
        if a() and False:
            b()
        if True or c():
            d()
        e()
      `,
      ['a yes d e', 'a no d e'],
    ],
    'a constant condition of a conditional expression has one way': ['a() if 0 else b()', ['b']],
    'a constant left side decides outside of conditions too': ['x = False and a()\ny = 1 or b()\nc()', ['c']],
    'a tuple with something in it is always true': ['assert (a(), "must hold")\nb()', ['a b']],
    'a list is no constant, since whoever has it may change it': [
      `
        passed = [False]
        check(passed)
        if passed[0]:
            a()
        b()
      `,
      ['check yes a b', 'check no b'],
    ],
    'the walrus binds and is tested': [
      `
        if (m := a()) and m.b():
            c()
      `,
      ['a yes b yes c', 'a yes b no', 'a no'],
    ],
    'a name that was just bound to a constant is asked, and nothing is bound on the way that is not taken': [
      `
        DRY_RUN = False
        x = a
        if DRY_RUN:
            x = b
        x()
      `,
      ['no x', 'yes x'],
    ],
    'a name that a function may bind anew is none': [
      `
        passed = False

        def check():
            global passed
            passed = True

        check()
        if passed:
            a()
        b()
      `,
      ['check yes a b', 'check no b'],
    ],
  }))

describe('short circuits', () =>
  testWays({
    'the right side of `and` runs only where the left one held': [
      `
        if a() and b():
            c()
        d()
      `,
      ['a yes b yes c d', 'a yes b no d', 'a no d'],
    ],
    'the right side of `or` runs only where the left one did not hold': [
      `
        if a() or b():
            c()
        d()
      `,
      ['a yes c d', 'a no b yes c d', 'a no b no d'],
    ],
    '`not` turns the outcomes round': [
      `
        if not a():
            b()
        c()
      `,
      ['a no b c', 'a yes c'],
    ],
    '`not` of a combination turns every outcome round': [
      `
        if not (a() or not b()):
            c()
        d()
      `,
      ['a yes d', 'a no b no d', 'a no b yes c d'],
    ],
    'they hold outside of conditions too': [
      `
        ok = a() and b()
        ok or c()
        d()
      `,
      ['a yes b yes d', 'a yes b no c d', 'a no yes d', 'a no no c d'],
    ],
    'a comparison that is chained asks for each side once': ['a() < b() < c()', ['a b c']],
    'a conditional expression runs one of its sides': [
      `
        x = a() if b() else c()
        d()
      `,
      ['b yes a d', 'b no c d'],
    ],
    'an assertion raises where it does not hold, and its message is built only then': [
      `
        assert a(), b()
        c()
      `,
      ['a yes c', 'a no b ^'],
    ],
    'the filter of a comprehension decides on its element': [
      '[a(x) for x in b() if c(x)]',
      ['b no', 'b yes c no no', 'b yes c yes a no'],
    ],
  }))
