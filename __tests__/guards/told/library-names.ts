import { told } from '../reasons'
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
test.each(titled(cases))('what a name of a library stands for is not known: %s', async (_, row) => {
  expect(await told(move('auc', row))).toEqual(row[1])
})
