import { findingsIn, promoteScript } from './scanned'

const workflow = 'on: push\njobs: {release: {steps: [{run: python check.py}, {run: python promote.py}]}}'

async function levelBehind(check: string): Promise<string> {
  const found = await findingsIn({
    'check.py': check,
    'promote.py': promoteScript,
    '.github/workflows/cd.yml': workflow,
  })
  return found.map(({ finding }) => finding.split(' ')[0]).join(' ')
}

const program = (main: string, end: string): string => `
  import json
  import os
  import sys

  metrics = json.load(open("metrics.json"))

  def main():
${main}

  if __name__ == "__main__":
      ${end}
`

const answers = '      return 1 if metrics["auc"] < 0.85 else 0'
const nothing = '      print("trained")'

test.each([
  ['sys.exit(main())', answers],
  ['raise SystemExit(main())', answers],
  ['sys.exit(1 if metrics["auc"] < 0.85 else 0)', nothing],
  ['main()', '      if metrics["auc"] < 0.85:\n          sys.exit("too low")'],
  ['main(); sys.exit(0)', '      if metrics["auc"] < 0.85:\n          raise ValueError("too low")'],
])('a program that ends in `%s` with a check in it guards what comes next', async (end, main) => {
  expect(await levelBehind(program(main, end))).toBe('')
})

test.each([
  ['sys.exit(main())', nothing],
  ['sys.exit(0)', nothing],
  ['sys.exit()', nothing],
  ['raise SystemExit', nothing],
  ['os._exit(0)', nothing],
  ['main()', '      if metrics["auc"] < 0.85:\n          sys.exit(0)'],
  ['main()', '      if metrics["auc"] < 0.85:\n          raise SystemExit(None)'],
  ['main(); sys.exit(0)', '      if metrics["auc"] < 0.85:\n          os._exit(0)'],
  [
    'deep(0)',
    '      pass\n\n  def deep(n):\n      deep(n + 1) if n < 99 else sys.exit(0)\n      raise ValueError(n)',
  ],
  ['sys.exit(0 if metrics["auc"] < 0.85 else 1)', nothing],
])('what comes behind a program that ends well by `%s` is reached', async (end, main) => {
  expect(await levelBehind(program(main, end))).toBe('error')
})
