import { testWays } from './ways'

describe('with', () =>
  testWays({
    'runs its body between entering and what follows': ['with a() as x:\n    b()\nc()', ['a enter b c']],
    'several are entered from left to right': [
      'with a() as x, b() as y:\n    c()\nd()',
      ['a enter b enter c d'],
    ],
    'several may stand in brackets': ['with (a() as x, b()):\n    c()\nd()', ['a enter b enter c d']],
    '`async with` is one': ['async with a():\n    b()', ['a enter b']],
    '`contextlib.suppress` goes on behind the body': [
      `
        import contextlib
        with contextlib.suppress(E):
            a()
        b()
      `,
      ['suppress enter a b', 'suppress enter a! b', 'suppress enter b'],
    ],
    'it does so under another name': [
      `
        from contextlib import suppress as quiet
        with quiet(Exception):
            a()
        b()
      `,
      ['quiet enter a b', 'quiet enter a! b', 'quiet enter b'],
    ],
    'it covers what is entered behind it': [
      `
        from contextlib import suppress
        with suppress(E), a():
            b()
        c()
      `,
      [
        'suppress enter a enter b c',
        'suppress enter a enter b! c',
        'suppress enter a enter! c',
        'suppress enter a! c',
        'suppress enter c',
      ],
    ],
    'it does not cover what is entered before it': [
      `
        from contextlib import suppress
        with a(), suppress(E):
            b()
        c()
      `,
      ['a enter suppress enter b c', 'a enter suppress enter b! c', 'a enter suppress enter c'],
    ],
    'what another manager lets pass is not known, but code was written for it': [
      `
        with a():
            raise E
        b()
      `,
      ['a enter ^', 'a enter b'],
    ],
    'where the body can end, an exception leaves': ['with a():\n    b()\nc()', ['a enter b c']],
    'code behind one whose body returns may run for the same reason': [
      `
        with a():
            return b()
        c()
      `,
      ['a enter b ^', 'a enter c'],
    ],
    'the end of a function is no such code': ['with a():\n    return b()', ['a enter b ^']],
  }))
