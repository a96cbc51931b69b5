import { withoutMargin } from '../../support/margin'
import { told, toldOf } from '../reasons'
import { python, titleOf } from '../written'

type Made = readonly [above: string, condition: string, found: readonly string[], before?: readonly string[]]

const made: readonly Made[] = [
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.ok = auc > limit
  `,
    'Report(auc).ok',
    [],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.ok = auc > limit
  `,
    'not Report(auc).ok',
    [
      'error',
      'void evaluation: `auc` is compared with `limit`, and the call stands on the side where it failed',
    ],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.ok = auc > limit
  `,
    'Report(auc).other',
    ['error'],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.ok = auc > limit
  `,
    'r.ok',
    [],
    ['r = Report(auc)'],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.ok = auc > limit
  `,
    'r.ok',
    ['error'],
    ['r = Report(auc)', 'if key:', '    r = Report(0.9)'],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.ok = auc > limit
  `,
    'Report(auc)',
    ['error'],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.ok = auc > limit
        def __bool__(self):
            return self.ok
  `,
    'Report(auc)',
    [],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.ok = auc > limit
        def __bool__(self):
            return self.ok
  `,
    'not Report(auc)',
    [
      'error',
      'void evaluation: `auc` is compared with `limit`, and the call stands on the side where it failed',
    ],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.ok = auc > limit
        def __bool__(self):
            return True
  `,
    'Report(auc)',
    ['error'],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.auc = auc
        @property
        def ok(self):
            return self.auc > 0.8
  `,
    'Report(auc).ok',
    [],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.auc = auc
        @functools.cached_property
        def ok(self):
            return self.auc > 0.8
  `,
    'Report(auc).ok',
    [],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.auc = auc
        def ok(self):
            return self.auc > 0.8
  `,
    'Report(auc).ok',
    ['error'],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.auc = auc
        @functools.lru_cache
        def ok(self):
            return self.auc > 0.8
  `,
    'Report(auc).ok',
    ['error'],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.auc = auc
        def ok(self):
            return self.auc > 0.8
  `,
    'Report(auc).ok()',
    [],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.auc = auc
        def ok(self):
            return self.auc < 0.8
  `,
    'Report(auc).ok()',
    [
      'error',
      'void evaluation: `self.auc` is compared with a bound, and the call stands on the side where it failed',
    ],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.auc = auc
        def ok(self):
            return self.auc > 0.8
  `,
    'not Report(auc).ok',
    [],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.auc = auc
        def check(self):
            if self.auc < 0.8:
                raise ValueError()
  `,
    'key',
    [],
    ['Report(auc).check()'],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.auc = auc
        def check(self):
            if self.auc < 0.8:
                raise ValueError()
  `,
    'key',
    ['error'],
    ['Report(auc).check'],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.auc = auc
        @staticmethod
        def check(auc):
            if auc < 0.8:
                raise ValueError()
  `,
    'key',
    [],
    ['Report.check(auc)'],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            self.auc = auc
        @classmethod
        def check(cls, auc):
            if auc < 0.8:
                raise ValueError()
  `,
    'key',
    [],
    ['Report.check(auc)'],
  ],
  [
    `
    class Report:
        def __init__(self, auc, limit=0.8):
            if auc < 0.8:
                raise ValueError()
  `,
    'key',
    [],
    ['Report(auc)'],
  ],
  [
    `
    @dataclasses.dataclass
    class Report:
        ok: bool
        why: str = ""
  `,
    'Report(auc > 0.8).ok',
    [],
  ],
  [
    `
    @dataclasses.dataclass
    class Report:
        ok: bool
        why: str = ""
  `,
    'Report(ok=auc > 0.8).ok',
    [],
  ],
  [
    `
    @dataclasses.dataclass
    class Report:
        ok: bool
        why: str = ""
  `,
    'Report(auc > 0.8).why',
    [],
  ],
  [
    `
    @dataclasses.dataclass
    class Report:
        why: str
        ok: bool = True
  `,
    'Report("x").ok',
    ['error'],
  ],
  [
    `
    @dataclasses.dataclass
    class Report:
        why: str
        ok: bool = False
  `,
    'Report("x").ok',
    [],
  ],
  [
    `
    @dataclasses.dataclass
    class Report:
        why: str
        ok: bool
  `,
    'Report("x", auc > 0.8).ok',
    [],
  ],
  [
    `
    @dataclasses.dataclass
    class Report:
        why: str
        ok: bool
  `,
    'Report(*key).ok',
    ['error'],
  ],
  [
    `
    @dataclasses.dataclass
    class Report:
        why: str
        def text(self):
            return self.why
        ok: bool = True
  `,
    'Report("x", auc > 0.8).ok',
    [],
  ],
  [
    `
    @dataclasses.dataclass
    class Report:
        ok: bool = True
        why: bool = False
  `,
    'Report(why=auc > 0.8).ok',
    ['error'],
  ],
  [
    `
    class Report(NamedTuple):
        ok: bool
        why: str
  `,
    'Report(auc > 0.8, "x").ok',
    [],
  ],
  [
    `
    class Report(NamedTuple):
        ok: bool
        why: str
  `,
    'Report(auc > 0.8, "x")[0]',
    ['error'],
  ],
  [
    `
    Report = namedtuple("Report", ["ok", "why"])
  `,
    'Report(auc > 0.8, "x").ok',
    [],
  ],
  [
    `
    Report = namedtuple("Report", "ok why")
  `,
    'Report("x", auc > 0.8).why',
    [],
  ],
  [
    `
    Report = namedtuple("Report", "ok why")
  `,
    'Report("x", auc > 0.8).ok',
    ['error'],
  ],
]
const titled = made.map(one => [one[1], titleOf(one[0]), (one[3] ?? []).join('; '), one] as const)
test.each(titled)('what an object says of itself: %s of %s %s', async (_condition, _above, _before, one) => {
  const [above, condition, found, before = []] = one
  const lines = [...before, `if ${condition}:`, '    MOVE'].map(line => `    ${line}`)
  expect(await told(python(above, `def promote(version, auc, key):\n${lines.join('\n')}`))).toEqual(found)
})

const overridden: readonly (readonly [code: string, found: readonly string[]])[] = [
  [
    `
    class Base:
        def check(self, auc):
            raise NotImplementedError

    class Strict(Base):
        def check(self, auc):
            if auc < 0.8:
                raise ValueError()

    def promote(gate: Base, version, auc):
        gate.check(auc)
        MOVE

    promote(Strict(), 1, 2)
  `,
    [],
  ],
  [
    `
    class Base:
        def check(self, auc):
            raise NotImplementedError()

    class Strict(Base):
        def check(self, auc):
            if auc < 0.8:
                raise ValueError()

    class Loose(Base):
        def check(self, auc):
            pass

    def promote(gate: Base, version, auc):
        gate.check(auc)
        MOVE

    promote(Strict(), 1, 2)
  `,
    ['note', 'medium evaluation: `auc` is compared with a bound, which a subclass overrides'],
  ],
  [
    `
    class Base:
        def check(self, auc):
            raise NotImplementedError()

    class Strict(Base):
        def check(self, auc):
            if auc < 0.8:
                raise ValueError()

    class Loose(Base):
        def check(self, auc):
            pass

    def promote(gate: Base, version, auc):
        gate.check(auc)
        MOVE

    promote(Strict(), 1, 2)
    promote(Loose(), 1, 2)
  `,
    ['error'],
  ],
  [
    `
    class Base(abc.ABC):
        @abc.abstractmethod
        def check(self, auc):
            pass

    class Strict(Base):
        def check(self, auc):
            if auc < 0.8:
                raise ValueError()

    def promote(gate: Base, version, auc):
        gate.check(auc)
        MOVE
  `,
    [],
  ],
  [
    `
    class Base:
        def check(self, auc):
            if auc < 0.8:
                raise ValueError()

    class Loose(Base):
        def check(self, auc):
            pass

    def promote(version, auc):
        Base().check(auc)
        MOVE
  `,
    [],
  ],
  [
    `
    class Base:
        def check(self, auc):
            if auc < 0.8:
                raise ValueError()

    class Loose(Base):
        def check(self, auc):
            pass

    def promote(version, auc):
        Loose().check(auc)
        MOVE
  `,
    ['error'],
  ],
  [
    `
    class Base:
        def check(self, auc):
            if auc < 0.8:
                raise ValueError()

    class Other(Base):
        def check(self, auc):
            super().check(auc)

    def promote(version, auc):
        Other().check(auc)
        MOVE
  `,
    [],
  ],
  [
    `
    class Base:
        def other(self, auc):
            if auc < 0.8:
                raise ValueError()

    class Other(Base):
        def check(self, auc):
            super().check(auc)

    def promote(version, auc):
        Other().check(auc)
        MOVE
  `,
    ['error'],
  ],
  [
    `
    class Base:
        def check(self, auc):
            if auc < 0.8:
                raise ValueError()

    class Sub(Base):
        pass

    def promote(version, auc):
        Sub().check(auc)
        MOVE
  `,
    [],
  ],
  [
    `
    class Gate:
        def __call__(self, auc):
            if auc < 0.8:
                raise ValueError()

    gate = Gate()

    def promote(version, auc):
        gate(auc)
        MOVE
  `,
    [],
  ],
]
const report = `
    class Report:
        def __init__(self, auc):
            self.ok = auc > 0.8
`
const loose = `
    class Report:
        def __init__(self, ok):
            self.ok = ok
`
const somewhere: readonly (readonly [code: string, found: readonly string[]])[] = [
  [
    `${report}
    def make(rows):
        return Report(acme.auc(rows))

    def promote(version, report: Report):
        if report.ok:
            MOVE
  `,
    [],
  ],
  [
    `${report}
    def make(rows):
        return Report(acme.auc(rows))

    def promote(version, report: Report):
        if not report.ok:
            MOVE
  `,
    [
      'error',
      'void evaluation: `auc` is compared with a bound, and the call stands on the side where it failed',
    ],
  ],
  [
    `${loose}
    def make(rows):
        return Report(acme.auc(rows) > 0.8)

    def promote(version, report: Report):
        if report.ok:
            MOVE
  `,
    [],
  ],
  [
    `${loose}
    def make(rows):
        return Report(acme.auc(rows) > 0.8)

    def other(rows):
        return Report(True)

    def promote(version, report: Report):
        if report.ok:
            MOVE
  `,
    ['error'],
  ],
  [
    `
    class Report:
        ok = False

    def judge(report: Report, auc):
        report.ok = auc > 0.8

    def promote(version, report: Report):
        if report.ok:
            MOVE
  `,
    [],
  ],
  [
    `${report}
    class Job:
        def __init__(self):
            self.report = Report(acme.auc())

        def promote(self, version):
            if self.report.ok:
                MOVE
  `,
    [],
  ],
]
test.each(somewhere.map(([code, found]) => [titleOf(code), code, found] as const))(
  'an object that was made elsewhere: %s',
  async (_, code, found) => {
    expect(await told(python(code))).toEqual(found)
  },
)

test.each(overridden.map(([code, found]) => [titleOf(code), code, found] as const))(
  'whichever class has the method: %s',
  async (_, code, found) => {
    expect(await told(python(code))).toEqual(found)
  },
)

test('an object that another module holds', async () => {
  const reports = `import acme\n${withoutMargin(report)}\nreport = Report(acme.auc())\n`
  const promotes = (asks: string): string =>
    python('', `from reports import report\ndef promote(version):\n    if ${asks}:\n        MOVE`)
  expect(await toldOf({ 'reports.py': reports, 'churn.py': promotes('report.ok') })).toEqual([])
  expect(await toldOf({ 'reports.py': reports, 'churn.py': promotes('report.other') })).toEqual(['error'])
})

const strict = `
class Strict:
    def check(self, auc):
        if auc < 0.8:
            raise ValueError()
class Loose(Strict):
    def check(self, auc):
        pass
class Stricter(Strict):
    pass
def make():
    return Loose()
def strictly() -> Strict:
    return acme.strict()
gate = Strict()
mixed = Strict()
mixed = Loose()
class Job:
    typed: Strict
    def __init__(self, gate):
        self.strict = Strict()
        self.given = gate
    def promote(self, version, auc, key, one: Strict, two: Stricter):
        CHECK
        MOVE
`
test.each([
  ['gate.check(auc)', []],
  ['self.strict.check(auc)', []],
  ['Strict().check(auc)', []],
  ['here = Strict(); here.check(auc)', []],
  ['(Strict() if key else Stricter()).check(auc)', []],
  ['(Strict() if key else Loose()).check(auc)', ['error']],
  ['one.check(auc)', ['error']],
  ['two.check(auc)', []],
  ['strictly().check(auc)', ['error']],
  ['mixed.check(auc)', ['error']],
  ['self.typed.check(auc)', ['error']],
  ['self.none.check(auc)', ['error']],
  ['make().check(auc)', ['error']],
  ['self.given.check(auc)', ['error']],
])('which class it is of is seen where it is made: %s', async (check, found) => {
  expect(await told(python(strict.replace('CHECK', check)))).toEqual(found)
})

const raising = (body: string, below = ''): string =>
  `class Base:\n    def check(self, auc):\n        ${body}\n${below}\ndef promote(version, auc, gate: Base):\n    gate.check(auc)\n    MOVE\n`
const loosely = 'class Loose(Base):\n    def check(self, auc):\n        print(auc)\n'
const strictly =
  'class Strict(Base):\n    def check(self, auc):\n        if auc < 0.8:\n            raise ValueError()\n'
test.each([
  ['raise NotImplementedError()', '', ['error']],
  ['raise NotImplementedError', strictly, []],
  ['print(auc)\n        raise NotImplementedError("check")', strictly, []],
  ['raise NotImplementedError()', loosely, ['error']],
  ['raise NotImplementedError()', strictly + loosely, ['error']],
  ['raise acme.NotImplementedError()', '', []],
])('a method that only says %s is none: %s', async (body, below, found) => {
  expect(await told(python(raising(body, below)))).toEqual(found)
})

test('a stand-in of tests overrides nothing', async () => {
  const gate = raising('if auc < 0.8:\n            raise ValueError()')
  const fake = 'from churn import Base, promote\nclass Fake(Base):\n    def check(self, auc):\n        pass\n'
  const files = (path: string): Record<string, string> => ({
    'churn.py': python(gate),
    [path]: `${fake}\ndef test_it():\n    promote(1, 2, Fake())\n`,
  })
  expect(await toldOf(files('tests/test_churn.py'))).toEqual([])
  expect(await toldOf(files('other.py'))).toEqual(['error'])
})

const above = (check: string): string => `
class Base:
    def check(self, auc):
        if auc < 0.8:
            raise ValueError()
class Other(Base):
    def check(self, auc):
        ${check}
def promote(version, auc):
    Other().check(auc)
    MOVE
`
test.each([
  ['super().check(auc)', []],
  ['super(Other, self).check(auc)', []],
  ['Base.check(self, auc)', []],
  ['super().other(auc)', ['error']],
  ['vars(self).check(auc)', ['error']],
  ['acme.super().check(auc)', ['error']],
])('the method above is reached by %s', async (check, found) => {
  expect(await told(python(above(check)))).toEqual(found)
})

const unseen = `
class Job:
    def promote(self, version, go):
        if go:
            MOVE
def main(version):
    Job().promote(version, False)
`
const unknown = 'def other(job, version):\n    job.promote(version, True)\n'
const known = 'def third(version):\n    Job().promote(version, False)\n'
test('where nobody gives what is asked for, whoever is not known may', async () => {
  expect(await told(python(unseen))).toEqual([])
  expect(await told(python(unseen + known))).toEqual([])
  expect(await told(python(unseen + unknown))).toEqual(['error'])
  expect(await told(python(unseen + unknown + known))).toEqual(['error'])
  const inTests = { 'churn.py': python(unseen), 'tests/test_churn.py': `\n${unknown}` }
  expect(await toldOf(inTests)).toEqual([])
})
