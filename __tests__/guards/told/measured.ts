import { analyseSources } from '../../support/analyse'
import { rules, told } from '../reasons'
import { move, type Row, titled } from './asked'

const failed = (what: string, than = 'a bound'): string[] => [
  'error',
  `void evaluation: ${what} is compared with ${than}, and the call stands on the side where it failed`,
]

const named: readonly Row[] = [
  ['epoch_loss < 0.3', []],
  ['epoch_loss > 0.3', failed('`epoch_loss`')],
  ['accuracy_count > 3', ['error']],
  ['auc_time > 3', ['error']],
  ['len(auc) > 3', ['error']],
  ['m["exact match"] > 0.8', []],
  ['m.exactMatch < 0.8', failed('`m.exactMatch`')],
  ['m["hit_rate_error"] > 0.8', []],
  ['m["hit_rate_error"] < 0.8', failed('`m["hit_rate_error"]`')],
  ['m["n_hit_rate"] < 0.8', failed('`m["n_hit_rate"]`')],
  ['m["exact_match_count"] < 0.8', failed('`m["exact_match_count"]`')],
  ['m["quality"] < 0.3', []],
  ['m["quality"] > 0.3', []],
  ['m["quality"] < m["threshold"]', []],
  ['((auc)) < 0.8', failed('`auc`')],
  ['(  auc) < 0.8', failed('`auc`')],
  ['auc < ( limit )', failed('`auc`', '`limit`')],
  ['auc() < limit()', failed('a metric')],
  ['auc() < limit', failed('a metric', '`limit`')],
  ['auc() < LIMITS', failed('a metric', '`LIMITS`')],
  ['acme.auc(m) < 0.8', failed('a metric')],
  ['acme.f("auc") < 0.8', failed('`auc`')],
  ['acme.f(m, "auc") < 0.8', failed('a metric')],
  ['y < 0.8', failed('`y`'), ['y = acme.f("auc")']],
  ['acme.max(y) < 0.8', ['error'], ['y = m["auc"]']],
  ['m["accuracy_count"]["all"] > 3', ['error']],
  ['float(y) < 0.8', failed('`y`'), ['y = acme.auc(m)', 'if limit:', '    y = acme.f1(m)']],
  ['y < 0.8', failed('`y`'), ['y = m["auc"]', 'if limit:', '    y = m["x"]', 'if m:', '    y = m["z"]']],
  ['m.get("auc") < 0.8', failed('`auc`')],
  ['m.get("auc `val`") < 0.8', failed('a metric')],
  [`m.get("${'auc '.repeat(11)}") < 0.8`, failed('a metric')],
  ['m.get(version) < 0.8', ['error']],
  ['m[version] < 0.8', ['error']],
  ['m["auc"][0] < 0.8', failed('`m["auc"][0]`')],
  ['m[0]["auc"] < 0.8', failed('`m[0]["auc"]`')],
  ['m["auc"].item() < 0.8', failed('a metric')],
  ['float(m["auc"]) < 0.8', failed('`auc`')],
  ['max(m["auc"], 0) < 0.8', failed('`auc`')],
  ['acme.of(m["auc"]) < 0.8', failed('a metric')],
  ['abs(x) < 0.8', failed('`auc`'), ['x = m["auc"]']],
  ['absolute(x) < 0.8', ['error'], ['x = m["auc"]'], 'from acme import absolute'],
  ['x < 0.8', failed('`x`'), ['x = m["auc"]']],
  ['x < 0.8', failed('`x`'), ['x = m["auc"]', 'if limit:', '    x = m["last"]']],
  ['float(x) < 0.8', failed('`last`'), ['x = m["auc"]', 'if limit:', '    x = m["last"]']],
  ['x < 0.8', ['error'], ['x = compute(m)'], 'def compute(m):\n    return acme.run(m)\n'],
  ['x < 0.8', failed('`x`'), ['x = f1(m)'], 'def f1(m):\n    return acme.run(m)\n'],
  [
    'x < 0.8',
    failed('`x`'),
    ['x = Model.auc(m)'],
    'class Model:\n    def auc(m):\n        return acme.run(m)\n',
  ],
  ['m["x"] < AUC', [], [], 'AUC = acme.limit()\n'],
  ['m["x"] > AUC', failed('`AUC`', '`m["x"]`'), [], 'AUC = acme.limit()\n'],
  ['m["x"] < X', ['error'], [], 'X = acme.limit()\n'],
  ['compared(m["auc"], 0.8)', [], [], 'def compared(value, auc):\n    return value > auc\n'],
  ['x < 80', failed('`x`'), ['x = m["auc"] * 100']],
  ['x[0] < 0.8', failed('`x[0]`'), ['x = [m["auc"], 3]']],
  ['-m["auc"] < -0.8', []],
  ['-m["auc"] > -0.8', failed('a metric')],
  ['-m["rmse"] > -3', []],
  ['m["auc"] - 0.1 > 0.8', []],
  ['m["auc"] - 0.1 < 0.8', failed('a metric')],
  ['old_auc + new_auc > 1', []],
  ['old_auc * new_auc < 1', failed('a metric')],
  ['(old_auc - new_auc) / old_auc < 0.01', failed('a metric')],
  ['m["loss_gain"] > 0', []],
  ['rmse_improvement > 0.05', []],
  ['rmse_improvement < 0.05', failed('`rmse_improvement`')],
  ['m["error_reduction"] >= 0', []],
  ['m["rmse_delta"] < 0', []],
  ['m["auc_change"] > 0', []],
  [
    'm["auc_changed"] > 0',
    ['error', 'void evaluation: the comparison of `m["auc_changed"]` cannot fail: its bound is 0'],
  ],
  [
    'm["auc_exchange"] > 0',
    ['error', 'void evaluation: the comparison of `m["auc_exchange"]` cannot fail: its bound is 0'],
  ],
  ['auc > "0"', []],
  [
    'm.get("auc", "n/a") > 0',
    ['error', 'void evaluation: the comparison of `auc` cannot fail: its bound is 0'],
  ],
  ['"auc" < limit', ['error']],
  ['auc is limit', ['error']],
]
test.each(titled(named))('what is measured goes by its names: %s', async (_, row) => {
  const known = 'm, auc, limit, epoch_loss, accuracy_count, auc_time, old_auc, new_auc, rmse_improvement'
  expect(await told(move(known, row))).toEqual(row[1])
})

const against: readonly Row[] = [
  ['staging_auc < auc', []],
  ['staging_auc > auc', failed('`auc`', '`staging_auc`')],
  ['auc < new_auc', []],
  ['auc > new_auc', failed('`new_auc`', '`auc`')],
  ['new_auc < auc', failed('`new_auc`', '`auc`')],
  ['new_auc < staging_auc', failed('`new_auc`', '`staging_auc`')],
  ['staging_auc < prod_auc', failed('`staging_auc`', '`prod_auc`')],
  ['limit < auc', []],
  ['x < auc', []],
  ['x > auc', failed('`auc`', '`x`')],
  ['auc < x', failed('`auc`', '`x`')],
  ['auc > other_auc', []],
  ['auc < other_auc', []],
  ['auc < x + y', failed('`auc`')],
  ['auc < other_auc + 0.1', []],
  ['prod["auc"] - m["auc"] < 0.01', []],
  ['m["auc"] - prod["auc"] < 0.01', failed('a metric')],
  ['auc < 0.8 * prod_auc', failed('`auc`', 'another metric')],
  ['auc > (0.8 if x else None)', []],
  ['auc > limit', [], ['limit = 0', 'if x:', '    limit = 0.8']],
  ['m.get("auc", 0.9) > d', [], ['d = 0.8', 'if x:', '    d = 0.95']],
  [
    'm.get("auc", 0.97) > d',
    ['error', 'void evaluation: where `auc` is missing, its default 0.97 passes'],
    ['d = 0.8', 'if x:', '    d = 0.95'],
  ],
  [
    'm.get("auc", d) > 0.8',
    ['error', 'void evaluation: where `auc` is missing, its default 0 or 0.9 passes'],
    ['d = 0.9', 'if x:', '    d = 0'],
  ],
  ['m.get("auc", d) > 0.8', [], ['d = 0.5', 'if x:', '    d = 0']],
  ['m.get("quality", 2) > 1', []],
  ['m.get("auc", None) > 1', []],
  [
    'm.get("auc", 0) >= prod.get("auc", 0)',
    [
      'note',
      'medium evaluation: `auc` is compared with another one, and where both are missing, 0 >= 0 passes',
    ],
  ],
  [
    'm.get("auc", 0) > prod.get("auc", 0)',
    [
      'note',
      'medium evaluation: `auc` is compared with another one, which is 0 where it is missing, so that anything passes',
    ],
  ],
  [
    'm.get("auc", 0.5) >= prod.get("auc", 0)',
    [
      'note',
      'medium evaluation: `auc` is compared with another one, which is 0 where it is missing, so that anything passes',
    ],
  ],
]
test.each(titled(against))('what it is measured against goes by names too: %s', async (_, row) => {
  const known = 'm, x, y, prod, auc, limit, staging_auc, new_auc, prod_auc, other_auc'
  expect(await told(move(known, row))).toEqual(row[1])
})

// A comparison on the wrong side, and another one that is not the same the other way round.
test.each([
  'champion["auc"] < limit',
  'limit < new["auc"]',
  'new["auc"] > limit',
  'limit > champion["auc"]',
  'new["f1"] > champion["f1"]',
  'new["f1"] > champion["f1"] - margin',
  'new["auc"] > limit - margin',
  'new["auc"] is champion["auc"]',
])('beside %s a comparison is what it is', async other => {
  const row: Row = ['new["auc"] < champion["auc"]', [], [`seen = ${other}`, 'acme.log(seen)']]
  expect((await told(move('new, champion, limit, margin', row))).slice(0, 2)).toEqual(
    failed('`new["auc"]`', '`champion["auc"]`'),
  )
})

const turned = `
def better(new, champion, higher):
    if higher:
        return new["auc"] > champion["auc"]
    return new["auc"] < champion["auc"]
`
const tested = [
  'if higher:',
  '    if new["auc"] <= champion["auc"]:',
  '        return',
  'elif new["auc"] >= champion["auc"]:',
  '    return',
]
const byMargin = [
  'if higher:',
  '    if new["auc"] <= champion["auc"] + margin:',
  '        return',
  'elif new["auc"] >= champion["auc"] - margin:',
  '    return',
]
test.each(
  titled([
    ['better(new, champion, higher)', [], [], turned],
    ['version', [], tested],
    ['version', [], byMargin],
    ['version', [], byMargin.map(line => line.replace('margin', '0.01'))],
  ]),
)('a switch says whether more or less is better: %s', async (_, row) => {
  expect(await told(move('new, champion, higher, margin', row))).toEqual(row[1])
})

// The sign with which an improvement enters a bound says which way is better, where no name does.
test.each(
  titled([
    ['m > old + min_improvement', []],
    ['m < old + min_improvement', failed('`m`', 'another metric')],
    ['m < old - min_improvement', []],
    ['m > old - min_improvement', failed('`m`', 'another metric')],
    ['m < old * (1 - min_improvement)', []],
    ['m > old * (1 - min_improvement)', failed('`m`', 'another metric')],
    ['auc > old - min_improvement', []],
    ['m - min_improvement > old', []],
    ['m < old_auc - min_improvement', failed('`m`', 'another metric')],
  ]),
)('what a candidate has to win by says which way is better: %s', async (_, row) => {
  expect(await told(move('m, old, auc, old_auc, min_improvement', row))).toEqual(row[1])
})

/** What stands in front of a promotion that an assertion holds back, with the bounds that are written down. */
async function boundsOf(condition: string, before: readonly string[] = []): Promise<readonly unknown[]> {
  const python = move('m, auc, limit, rmse', ['auc', [], [...before, `assert ${condition}`]])
  const findings = await analyseSources({ 'churn.py': python }, rules)
  return findings.flatMap(({ guards }) => guards.flatMap(({ bound }) => bound ?? []))
}

test.each([
  ['auc > 0.8', { metric: 'auc', value: 0.8, better: 'higher' }],
  ['0.8 < auc', { metric: 'auc', value: 0.8, better: 'higher' }],
  ['rmse < 3', { metric: 'rmse', value: 3, better: 'lower' }],
  ['m["val/auc"] > 0.8', { metric: 'm["val/auc"]', value: 0.8, better: 'higher' }],
  ['m.get("auc") > 0.8', { metric: 'auc', value: 0.8, better: 'higher' }],
])('%s has a bound', async (condition, bound) => {
  expect(await boundsOf(condition)).toEqual([bound])
})
test('a bound may have a name', async () => {
  const bound = { metric: 'auc', value: 0.8, better: 'higher' }
  expect(await boundsOf('auc > floor', ['floor = 0.8'])).toEqual([bound])
  expect(await boundsOf('auc > floor', ['floor = 0.8', 'if m:', '    floor = 0.9'])).toEqual([])
  expect(await boundsOf('auc > floor', ['floor = limit', 'if m:', '    floor = 0.9'])).toEqual([])
})
test.each(['auc > limit', 'm["quality"] > 0.8', 'acme.auc() > 0.8', 'auc > rmse'])(
  '%s has none that is written down',
  async condition => {
    expect(await boundsOf(condition)).toEqual([])
  },
)
