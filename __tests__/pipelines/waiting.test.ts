import { findingsIn, promoteScript } from './scanned'

const reported = ['error promote.py:5 unguarded-promotion']
const reads = 'import json\nimport sys\n\nmetrics = json.load(open("metrics.json"))\n'

async function foundIn(check: string, script: string): Promise<string[]> {
  const repository = {
    'evaluate.py': `${reads}${check}\n`,
    'promote.py': promoteScript,
    'release.sh': script,
  }
  return (await findingsIn(repository)).map(({ finding }) => finding)
}

const stops = 'if metrics["auc"] < 0.85:\n    sys.exit(1)'

describe('a loop that goes on until a check holds', () => {
  test.each([
    'while ! python evaluate.py; do sleep 60; done\npython promote.py',
    'until python evaluate.py; do sleep 60; done\npython promote.py',
    'n=0\nuntil python evaluate.py; do n=$((n+1)); [ $n -gt 3 ] && exit 1; done\npython promote.py',
  ])('%s: holds', async script => {
    expect(await foundIn(stops, script)).toEqual([])
  })

  test.each([
    'while ! python evaluate.py; do break; done\npython promote.py',
    'while python evaluate.py; do sleep 60; done\npython promote.py',
    'until python evaluate.py; do python promote.py; done',
  ])('%s: is useless', async script => {
    expect(await foundIn(stops, script)).toEqual(reported)
  })
})

describe('a status that a number says', () => {
  const script = 'set -e\npython evaluate.py\npython promote.py\n'

  test.each([
    'bad = metrics["auc"] < 0.85\nsys.exit(int(bad))',
    'good = metrics["auc"] >= 0.85\nsys.exit(int(not good))',
    'def main():\n    return int(metrics["auc"] < 0.85)\n\n\nsys.exit(main())',
  ])('%s: holds', async check => {
    expect(await foundIn(check, script)).toEqual([])
  })

  test.each([
    'bad = metrics["auc"] < 0.85\nsys.exit(int(not bad))',
    'bad = metrics["auc"] < 0.85\nprint(int(bad))\nsys.exit(0)',
  ])('%s: is useless', async check => {
    expect(await foundIn(check, script)).toEqual(reported)
  })
})
