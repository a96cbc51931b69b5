import { told, toldOf } from '../reasons'
import { move, type Row, titled } from './asked'

const maybe = 'def maybe(auc):\n    if auc > 0.8:\n        return acme.PASS\n'
const text = 'def text(auc):\n    return "good" if auc > 0.8 else "bad"\n'

const cases: readonly Row[] = [
  ['"prod" == acme.STAGE', ['error']],
  ['acme.STAGE == "prod"', ['error']],
  ['"prod" != acme.STAGE', ['error']],
  ['1 == acme.STAGE', ['error']],
  ['"a" in (acme.FIRST, acme.SECOND)', ['error']],
  ['"a" not in (acme.FIRST, acme.SECOND)', ['error']],
  ['"a" in ("a", "b")', ['error']],
  ['"a" in ("b", "c")', []],
  ['"a" not in ("a", "b")', []],
  ['"a" == "b"', []],
  ['"a" != "a"', []],
  ['maybe(auc) == acme.PASS', [], [], maybe],
  ['maybe(auc) is not None', [], [], maybe],
  [
    'maybe(auc) is None',
    [
      'error',
      'void evaluation: `auc` is compared with a bound, and the call stands on the side where it failed',
    ],
    [],
    maybe,
  ],
  ['text(auc) == "good"', [], [], text],
  ['text(auc) == acme.PASS', ['error'], [], text],
]
const members = `
import enum
PASS = "pass"
FAIL = "fail"
GOOD = ("pass", "good")
class Verdict(enum.Enum):
    PASS = "pass"
    FAIL = "fail"
class Level(enum.Enum):
    LOW = enum.auto()
    HIGH = enum.auto()
class Box:
    def __init__(self, value):
        self.value = value
def judge(auc):
    return Verdict.PASS if auc > 0.8 else Verdict.FAIL
def said(auc):
    return "pass" if auc > 0.8 else "fail"
def level(auc):
    return Level.HIGH if auc > 0.8 else Level.LOW
def code(auc):
    return 0 if auc > 0.8 else 1
def boxed(auc):
    return Box("pass" if auc > 0.8 else "fail")
`
const bad = 'void evaluation: `auc` is compared with a bound, and the call stands on the side where it failed'
const named: readonly Row[] = [
  ['judge(auc) == Verdict.PASS', []],
  ['judge(auc) is Verdict.PASS', []],
  ['judge(auc) != Verdict.FAIL', []],
  ['judge(auc) is not Verdict.FAIL', []],
  ['judge(auc) in (Verdict.PASS,)', []],
  ['judge(auc) not in (Verdict.FAIL,)', []],
  ['Verdict.PASS == judge(auc)', []],
  ['judge(auc) == "pass"', []],
  ['judge(auc).value == "pass"', []],
  ['judge(auc).value != "fail"', []],
  ['judge(auc).value == PASS', []],
  ['boxed(auc).value == "pass"', []],
  ['said(auc) == PASS', []],
  ['said(auc) == (PASS if models else "fine")', []],
  ['said(auc) == (PASS if models else "fail")', ['error']],
  ['said(auc) in GOOD', []],
  ['said(auc) == Verdict.PASS.value', []],
  ['level(auc) == Level.HIGH', []],
  ['code(auc) == 0', []],
  ['code(auc) in (0,)', []],
  ['not code(auc)', []],
  ['code(auc) in (0, 1)', ['error']],
  ['code(auc) == 1', ['error', bad]],
  ['code(auc) != 0', ['error', bad]],
  ['judge(auc) == Verdict.FAIL', ['error', bad]],
  ['Verdict.FAIL == judge(auc)', ['error', bad]],
  ['judge(auc).value == "fail"', ['error', bad]],
  ['boxed(auc).value == "fail"', ['error', bad]],
  ['said(auc) == FAIL', ['error', bad]],
  ['said(auc) not in GOOD', ['error', bad]],
  ['said(auc) == Verdict.FAIL.value', ['error', bad]],
  ['level(auc) is Level.LOW', ['error', bad]],
  ['judge(auc) in (Verdict.PASS, Verdict.FAIL)', ['error']],
  ['judge(auc).label == "pass"', ['error']],
  ['judge(auc).value.text == "pass"', ['error']],
  ['judge(auc)', ['error']],
  ['said(auc)', ['error']],
  ['judge(auc) == models.PASS', ['error']],
  ['judge(auc) == Verdict("fail")', ['error']],
]
test.each(titled(named.map(([asked, found]) => [asked, found, [], members] as const)))(
  'a verdict is one of several: %s',
  async (_, row) => {
    expect(await told(move('auc, models', row))).toEqual(row[1])
  },
)

test.each(titled(cases))('what a name of a library stands for is not known: %s', async (_, row) => {
  expect(await told(move('auc', row))).toEqual(row[1])
})

test.each([
  ['import settings', 'said(auc) == settings.PASS', []],
  ['import settings', 'said(auc) == settings.value', []],
  ['import settings', 'said(auc) == settings.FAIL', ['error', bad]],
  ['from settings import PASS', 'said(auc) == PASS', []],
  ['from settings import FAIL', 'said(auc) == FAIL', ['error', bad]],
  ['from settings import OTHER', 'said(auc) == OTHER', ['error']],
])('what another module calls it: %s, %s', async (imported, asked, found) => {
  const said = `${imported}\ndef said(auc):\n    return "pass" if auc > 0.8 else "fail"\n`
  const files = {
    'settings.py': 'PASS = "pass"\nFAIL = "fail"\nvalue = "pass"\nOTHER = open("o").read()\n',
    'churn.py': move('auc', [asked, [], [], said]),
  }
  expect(await toldOf(files)).toEqual(found)
})
