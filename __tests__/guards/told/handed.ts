import { told } from '../reasons'
import { python, titleOf } from '../written'

const around: readonly (readonly [decorator: string, found: readonly string[], use?: string])[] = [
  [
    `
    def gate(f):
        def wrapper(version, auc):
            if auc < 0.8:
                raise ValueError()
            return f(version, auc)
        return wrapper
  `,
    [],
  ],
  [
    `
    def gate(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            if acme.auc() < 0.8:
                raise ValueError()
            return f(*args, **kwargs)
        return wrapper
  `,
    [],
  ],
  [
    `
    def gate(f):
        def wrapper(version, auc):
            f(version, auc)
            if auc < 0.8:
                raise ValueError()
        return wrapper
  `,
    ['error'],
  ],
  [
    `
    def gate(f):
        def wrapper(version, auc):
            if auc < 0.8:
                print("low")
            return f(version, auc)
        return wrapper
  `,
    ['error'],
  ],
  [
    `
    def gate(f):
        if acme.auc < 0.8:
            raise ValueError()
        return f
  `,
    ['error'],
  ],
  [
    `
    def gate(f):
        acme.register(f)
        return f
  `,
    ['error'],
  ],
  [
    `
    def gate(limit):
        def around(f):
            def wrapper(version, auc):
                if auc < limit:
                    raise ValueError()
                return f(version, auc)
            return wrapper
        return around
  `,
    [],
    '@gate(0.8)',
  ],
  [
    `
    def gate(limit):
        def around(f):
            def wrapper(version, auc):
                if auc < limit:
                    raise ValueError()
                return f(version, auc)
            return wrapper
        return around
  `,
    ['error'],
    '@gate(0)',
  ],
  [
    `
    class gate:
        def __init__(self, f):
            self.f = f
        def __call__(self, version, auc):
            if auc < 0.8:
                raise ValueError()
            return self.f(version, auc)
  `,
    ['error'],
  ],
  [
    `
    def gate(f):
        def wrapper(version, auc):
            if auc > 0.8:
                return f(version, auc)
        return functools.update_wrapper(wrapper, f)
  `,
    [],
  ],
  [
    `
    @contextlib.contextmanager
    def gate():
        if acme.auc() < 0.8:
            raise ValueError()
        yield
  `,
    [],
    '@gate()',
  ],
  [
    `
    @contextlib.contextmanager
    def gate():
        yield
        if acme.auc() < 0.8:
            raise ValueError()
  `,
    ['error'],
    '@gate()',
  ],
  [
    `
    def strict(auc):
        if auc < 0.8:
            raise ValueError()

    @contextlib.contextmanager
    def gate():
        strict(acme.auc())
        yield
        print(1)
  `,
    [],
    '@gate()',
  ],
  [
    `
    def strict(auc):
        if auc < 0.8:
            raise ValueError()

    @contextlib.contextmanager
    def gate():
        yield
        strict(acme.auc())
  `,
    ['error'],
    '@gate()',
  ],
  [
    `
    def first(f):
        def wrapper(version, auc):
            if auc < 0.8:
                raise ValueError()
            return f(version, auc)
        return wrapper

    def gate(f):
        return first(f)
  `,
    [],
  ],
  [
    `
    def gate(f):
        def wrapper(version, auc):
            if auc < 0.8:
                raise ValueError()
            return acme.later(f)
        return wrapper
  `,
    [],
  ],
]
test.each(
  around.map(([decorator, found, use = '@gate']) => [use, titleOf(decorator), decorator, found] as const),
)('behind %s: %s', async (use, _, decorator, found) => {
  expect(await told(python(decorator, `${use}\ndef promote(version, auc):\n    MOVE`))).toEqual(found)
})

test('a decorator stands between a check and whoever calls it', async () => {
  const gate = `
    def gate(f):
        def wrapper(version, auc):
            if auc < 0.8:
                raise ValueError()
            return f(version, auc)
        return wrapper
`
  const move = 'def promote(version, auc):\n    MOVE\n\ndef main(version, auc):\n    promote(version, auc)'
  expect(await told(python(gate, `@gate\n${move}`))).toEqual([])
  expect(await told(python(gate, move))).toEqual(['error'])
})

const handed: readonly (readonly [code: string, found: readonly string[]])[] = [
  [
    `
    def when(auc, f, version):
        if auc > 0.8:
            f(version)

    def main(auc, version):
        when(auc, move, version)
  `,
    [],
  ],
  [
    `
    def when(auc, f, version):
        f(version)

    def main(auc, version):
        when(auc, move, version)
  `,
    ['error'],
  ],
  [
    `
    def when(auc, f, version):
        if auc > 0.8:
            f(version)
        else:
            f(None)

    def main(auc, version):
        when(auc, move, version)
  `,
    ['error'],
  ],
  [
    `
    def when(auc, f, version):
        acme.keep(f)
        if auc > 0.8:
            f(version)

    def main(auc, version):
        when(auc, move, version)
  `,
    ['error'],
  ],
  [
    `
    KEPT = []
    class K:
        pass
    keeper = K()
    def when(auc, f, version):
        keeper.f = f
        if auc > 0.8:
            f(version)

    def main(auc, version):
        when(auc, move, version)
  `,
    ['error'],
  ],
  [
    `
    def when(auc, f, version):
        if auc > 0.8:
            f(version)
        return f

    def main(auc, version):
        when(auc, move, version)
  `,
    ['error'],
  ],
  [
    `
    def when(auc, f, version):
        def inner():
            f(version)
        if auc > 0.8:
            inner()

    def main(auc, version):
        when(auc, move, version)
  `,
    ['error'],
  ],
  [
    `
    def inner(g, version):
        g(version)

    def when(auc, f, version):
        if auc > 0.8:
            inner(f, version)

    def main(auc, version):
        when(auc, move, version)
  `,
    [],
  ],
  [
    `
    def when(auc, f, version):
        print(f)
        if auc > 0.8:
            f(version)

    def main(auc, version):
        when(auc, move, version)
  `,
    [],
  ],
  [
    `
    def when(auc, f, g, version):
        if auc > 0.8:
            f(version)
        g(version)

    def main(auc, version):
        when(auc, move, print, version)
  `,
    [],
  ],
  [
    `
    def when(auc, f, g, version):
        if auc > 0.8:
            f(version)
        g(version)

    def main(auc, version):
        when(auc, print, move, version)
  `,
    ['error'],
  ],
  [
    `
    def when(auc, version, f=None):
        if auc > 0.8:
            f(version)

    def main(auc, version):
        when(auc, version, f=move)
  `,
    [],
  ],
  [
    `
    def main(auc, version):
        later = functools.partial(move, version)
        if auc > 0.8:
            later()
  `,
    [],
  ],
  [
    `
    def main(auc, version):
        later = functools.partial(move, version)
        if auc > 0.8:
            print("x")
        later()
  `,
    ['error'],
  ],
  [
    `
    def main(auc, version):
        if auc > 0.8:
            acme.submit(move, version)
  `,
    [],
  ],
  [
    `
    def main(auc, version):
        acme.submit(move, version)
  `,
    ['error'],
  ],
  [
    `
    def main(auc, version):
        if auc > 0.8:
            acme.submit(functools.partial(move, version))
  `,
    [],
  ],
  [
    `
    def main(auc, version):
        later = lambda: move(version)
        if auc > 0.8:
            later()
  `,
    [],
  ],
  [
    `
    def main(auc, version):
        steps = {"move": move}
        if auc > 0.8:
            steps["move"](version)
  `,
    [],
  ],
  [
    `
    def main(auc, version):
        steps = [move]
        if auc > 0.8:
            for step in steps:
                step(version)
  `,
    [],
  ],
]
test.each(handed.map(([code, found]) => [titleOf(code), code, found] as const))(
  'handed on: %s',
  async (_, code, found) => {
    expect(await told(python('def move(version):\n    MOVE', code))).toEqual(found)
  },
)

const raises = 'def check(auc):\n    if auc < 0.8:\n        raise ValueError()'
const answers = 'def check(auc):\n    return auc > 0.8'

/** A decorator of a check, what is told, what is asked of an answer, and how the decorator stands there. */
const checks: readonly (readonly [
  decorator: string,
  found: readonly string[],
  asks?: string,
  at?: string,
])[] = [
  [
    `
    def deco(f):
        def wrapper(auc):
            return f(auc)
        return wrapper
  `,
    [],
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            f(auc)
        return wrapper
  `,
    [],
  ],
  [
    `
    def deco(f):
        def wrapper(*args):
            return f(*args)
        return wrapper
  `,
    [],
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            print(auc)
        return wrapper
  `,
    ['error'],
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            if auc:
                f(auc)
        return wrapper
  `,
    ['error'],
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            try:
                f(auc)
            except ValueError:
                pass
        return wrapper
  `,
    ['error'],
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            try:
                f(auc)
            except Exception:
                raise
        return wrapper
  `,
    [],
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            with contextlib.suppress(ValueError):
                f(auc)
        return wrapper
  `,
    ['error'],
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            for _ in range(3):
                f(auc)
        return wrapper
  `,
    [],
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            return acme.run(f)
        return wrapper
  `,
    ['error'],
  ],
  [
    `
    def deco(f):
        return f
  `,
    [],
  ],
  [
    `
    def deco(f):
        acme.register(f)
        return f
  `,
    [],
  ],
  [
    `
    def deco(f):
        @functools.wraps(f)
        def wrapper(*a, **k):
            return f(*a, **k)
        return wrapper
  `,
    [],
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            f(auc)
        return functools.wraps(f)(wrapper)
  `,
    [],
  ],
  [
    `
    def deco(f):
        return lambda auc: f(auc)
  `,
    [],
  ],
  [
    `
    def deco(f):
        return lambda auc: None
  `,
    ['error'],
  ],
  [
    `
    def deco(f):
        return acme.other
  `,
    ['error'],
  ],
  [
    `
    def deco(x):
        def around(f):
            def wrapper(auc):
                return f(auc)
            return wrapper
        return around
  `,
    [],
    '',
    '@deco(1)',
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            return f(auc)
        return wrapper
  `,
    [],
    'check(auc)',
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            return not f(auc)
        return wrapper
  `,
    [
      'error',
      'void evaluation: `auc` is compared with a bound, and the call stands on the side where it failed',
    ],
    'check(auc)',
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            return not f(auc)
        return wrapper
  `,
    [],
    'not check(auc)',
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            f(auc)
            return True
        return wrapper
  `,
    ['error'],
    'check(auc)',
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            return f(auc) or acme.force
        return wrapper
  `,
    ['error'],
    'check(auc)',
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            return bool(f(auc))
        return wrapper
  `,
    [],
    'check(auc)',
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            if f(auc):
                return "yes"
            return "no"
        return wrapper
  `,
    [],
    'check(auc) == "yes"',
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            if f(auc):
                return "yes"
            return "no"
        return wrapper
  `,
    [
      'error',
      'void evaluation: `auc` is compared with a bound, and the call stands on the side where it failed',
    ],
    'check(auc) == "no"',
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            if not f(auc):
                raise ValueError()
        return wrapper
  `,
    [],
    'CALL',
  ],
  [
    `
    def deco(f):
        def wrapper(auc):
            result = f(auc)
            print(result)
            return result
        return wrapper
  `,
    [],
    'check(auc)',
  ],
  [
    `
    def deco(f):
        f = acme.other
        def wrapper(auc):
            return f(auc)
        return wrapper
  `,
    ['error'],
  ],
  [
    `
    class Gates:
        def deco(self, f):
            def wrapper(auc):
                return f(auc)
            return wrapper
    gates = Gates()
  `,
    [],
    '',
    '@gates.deco',
  ],
  [
    `
    class Gates:
        def deco(self, f):
            return f
    gates = Gates()
  `,
    [],
    '',
    '@gates.deco',
  ],
  ['', [], '', '@retrying.retry'],
  ['', [], 'check(auc)', '@metaflow.catch(var="failed")'],
  ['', [], '', '@tenacity.retry(stop=3)'],
  ['', [], '', '@acme.anything'],
  ['', [], '', '@functools.lru_cache(maxsize=1)'],
  ['', [], 'check(auc)', '@functools.cache'],
]
test.each(checks.map(row => [row[3] ?? '@deco', titleOf(row[0]), row[2] ?? '', row] as const))(
  'a check behind %s: %s %s',
  async (at, _decorator, _asks, [decorator, found, asks = '']) => {
    const body = asks === '' || asks === 'CALL' ? 'check(auc)\n    MOVE' : `if ${asks}:\n        MOVE`
    const check = `${at}\n${asks === '' ? raises : answers}\n\ndef promote(version, auc):\n    ${body}`
    expect(await told(python(decorator, check))).toEqual(found)
  },
)

test.each(['@metaflow.catch(var="failed")', '@metaflow.catch'])(
  'a check whose failure %s swallows',
  async at => {
    const check = `${at}\n${raises}\n\ndef promote(version, auc):\n    check(auc)\n    MOVE`
    expect((await told(python('import metaflow', check)))[0]).toBe('error')
  },
)

const strict = 'if auc < 0.8:\n        raise ValueError()'
test.each([
  [`def strict(auc):\n    ${strict}\ndef deco(f):\n    return strict`, []],
  [
    `def deco(f):\n    def strict(auc):\n        ${strict.replace('\n', '\n    ')}\n    made = functools.wraps(f)(strict)\n    return made`,
    [],
  ],
  ['def loose(auc):\n    print(auc)\ndef deco(f):\n    return loose', ['error']],
])('what stands in the place of a function checks or does not: %s', async (deco, found) => {
  const check = '@deco\ndef check(auc):\n    pass\n\ndef promote(version, auc):\n    check(auc)\n    MOVE'
  expect(await told(python(deco, check))).toEqual(found)
})

const checked = `
def check(auc):
    if auc < 0.8:
        raise ValueError()
def good(auc):
    return auc > 0.8
def run(f, auc):
    f(auc)
def quietly(f, auc):
    try:
        f(auc)
    except ValueError:
        pass
def answer(f, auc):
    return f(auc)
`
test.each([
  ['run(check, auc)\n    MOVE', []],
  ['if answer(good, auc):\n        MOVE', []],
  ['run(print, auc)\n    MOVE', ['error']],
  ['quietly(check, auc)\n    MOVE', ['error']],
  ['if answer(len, auc):\n        MOVE', ['error']],
])('a check is handed to what calls it: %s', async (body, found) => {
  expect(await told(python(checked, `def promote(version, auc):\n    ${body}`))).toEqual(found)
})

test.each([
  ['check(auc)', []],
  ['check(auc, return_state=False)', []],
  ['check(auc, return_state=True)', ['error']],
  ['check(auc, return_state=acme.quiet)', ['error']],
  ['check(auc, **acme.options)', ['error']],
  ['check(auc, other=True)', []],
])('a task that %s asks for comes back although it failed, where it is asked to', async (call, found) => {
  const task = `import prefect\n@prefect.task\n${raises}`
  const body = `def promote(version, auc):\n    ${call}\n    MOVE`
  expect((await told(python(task, body))).slice(0, 1)).toEqual(found)
})

const letters = [...'abcdefghi']
test.each([
  [
    'whether nine others were given',
    letters.map(name => `    if ${name} is None:\n        raise ValueError()`),
  ],
  ['the same nine times before', letters.map(() => '    if not good:\n        print(1)')],
])('what a function asks of a parameter is seen where it asks %s', async (_, asked) => {
  const check = [
    `def check(good, ${letters.join(', ')}):`,
    ...asked,
    '    if not good:',
    '        raise ValueError()',
  ]
  const given = letters.map((_letter, i) => i).join(', ')
  const body = (good: string): string => `def promote(version, auc):\n    check(${good}, ${given})\n    MOVE`
  expect(await told(python(check.join('\n'), body('auc > 0.8')))).toEqual([])
  expect((await told(python(check.join('\n'), body('version'))))[0]).toBe('error')
})
