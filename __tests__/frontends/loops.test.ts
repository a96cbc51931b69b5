import { testWays } from './ways'

describe('loops', () =>
  testWays({
    'a condition is asked again after each round': [
      `
        while a():
            b()
        c()
      `,
      ['a no c', 'a yes b a no c'],
    ],
    'what a `for` runs over is evaluated once': [
      `
        for x in a():
            b(x)
        c()
      `,
      ['a no c', 'a yes b no c'],
    ],
    '`break` passes the `else`': [
      `
        for x in a():
            if b(x):
                break
            c()
        else:
            d()
        e()
      `,
      ['a no d e', 'a yes b yes e', 'a yes b no c no d e'],
    ],
    'the `else` of a `while` runs when its condition fails': [
      `
        while a():
            break
        else:
            b()
        c()
      `,
      ['a no b c', 'a yes c'],
    ],
    '`continue` goes back to the head': [
      `
        for x in a():
            if b(x):
                continue
            c()
        d()
      `,
      ['a no d', 'a yes b yes no d', 'a yes b no c no d'],
    ],
    '`break` in the `else` belongs to the loop around': [
      `
        for x in a():
            for y in b():
                c()
            else:
                break
            d()
        e()
      `,
      ['a no e', 'a yes b no e', 'a yes b yes c no e'],
    ],
    '`break` leaves the innermost loop only': [
      `
        for x in a():
            for y in b():
                break
            c()
        d()
      `,
      ['a no d', 'a yes b no c no d', 'a yes b yes c no d'],
    ],
    'an endless loop ends by `break` alone': [
      `
        while True:
            a()
            if b():
                break
        c()
      `,
      ['a b yes c'],
    ],
    'nothing follows an endless loop': ['while 1:\n    a()\nb()', []],
    'the body of a loop that never runs is dropped': ['while False:\n    a()\nelse:\n    b()\nc()', ['b c']],
    'what stands behind `break` is dropped': ['while a():\n    break\n    b()', ['a no', 'a yes']],
    'what stands behind `continue` is dropped': [
      'for x in a():\n    continue\n    b()',
      ['a no', 'a yes no'],
    ],
    'a walrus in the head runs each time': ['while chunk := a():\n    b(chunk)', ['a no', 'a yes b a no']],
    '`return` leaves from within': ['for x in a():\n    return b()\nc()', ['a no c', 'a yes b ^']],
    '`raise` leaves from within': ['while a():\n    raise E\nb()', ['a no b', 'a yes ^']],
    '`async for` is a loop': ['async for x in a():\n    b()\nc()', ['a no c', 'a yes b no c']],
    'a flag that the body changes is asked, whatever it was at first': [
      `
        done = False
        while not done:
            done = a()
        b()
      `,
      ['no a yes b', 'yes b'],
    ],
  }))

describe('comprehensions', () =>
  testWays({
    'loops in loops run from left to right': [
      '[a() for x in b() for y in c()]',
      ['b no', 'b yes c no no', 'b yes c yes a no no'],
    ],
    'a generator expression may be the only argument': ['f(a(x) for x in b())', ['b no f', 'b yes a no f']],
    'an entry evaluates its key first': ['{a(x): b(x) for x in c()}', ['c no', 'c yes a b no']],
    'a set is one too': ['{a(x) for x in b()}', ['b no', 'b yes a no']],
    '`async for` in it is one too': ['[await a(x) async for x in b()]', ['b no', 'b yes a no']],
    'two filters both have to hold': [
      '[a() for x in b() if c() if d()]',
      ['b no', 'b yes c no no', 'b yes c yes d no no', 'b yes c yes d yes a no'],
    ],
  }))
