import { findingsIn, promoteScript } from './scanned'

const head = 'import json, os, sys\nauc = json.load(open("metrics.json"))["auc"]\n'
const files = {
  'promote.py': promoteScript,
  'check.py': `${head}if auc < 0.85:\n    sys.exit(1)\n`,
  'check.sh': 'python check.py\n',
  'strict.sh': 'set -e\npython check.py\necho done\n',
  'loose.sh': 'python check.py\necho done\n',
}

/** How the promotion is told behind a step that runs this. */
async function levelBehind(run: string, check = files['check.py']): Promise<string> {
  const workflow = `
on: push
jobs:
  release:
    steps:
      - run: |
${run.replaceAll(/^/gm, '          ')}
      - run: python promote.py
`
  const found = await findingsIn({ ...files, 'check.py': check, '.github/workflows/cd.yml': workflow })
  return found.map(({ finding }) => finding.replace(/ .*/, '')).join(' ')
}

test.each([
  ['if auc < 0.85:\n    sys.exit(1)', ''],
  ['if auc < 0.85:\n    sys.exit(0)', 'error'],
  ['if auc < 0.85:\n    sys.exit()', 'error'],
  ['if auc < 0.85:\n    sys.exit("too low")', ''],
  ['if auc < 0.85:\n    sys.exit(f"too low {auc}")', ''],
  ['if auc < 0.85:\n    exit(1)', ''],
  ['if auc < 0.85:\n    os._exit(1)', ''],
  ['if auc < 0.85:\n    raise SystemExit(1)', ''],
  ['if auc < 0.85:\n    raise SystemExit(0)', 'error'],
  ['if auc < 0.85:\n    raise SystemExit', 'error'],
  ['if auc < 0.85:\n    raise SystemExit("low")', ''],
  ['if auc < 0.85:\n    raise ValueError()', ''],
  ['sys.exit(auc < 0.85)', ''],
  ['sys.exit(auc > 0.85)', 'error'],
  ['sys.exit(0 if auc > 0.85 else 1)', ''],
  ['sys.exit(1 if auc > 0.85 else 0)', 'error'],
  ['def main():\n    if auc < 0.85:\n        return 1\n    return 0\nsys.exit(main())', ''],
  ['def main():\n    if auc < 0.85:\n        return 0\n    return 1\nsys.exit(main())', 'error'],
  ['def main():\n    if auc < 0.85:\n        return 1\nsys.exit(main())', ''],
  ['def main():\n    if auc < 0.85:\n        sys.exit(1)\nmain()', ''],
  ['def main():\n    if auc < 0.85:\n        sys.exit(0)\nmain()', 'error'],
  ['def main():\n    return auc > 0.85\nmain()', 'error'],
  [
    'def main():\n    if auc < 0.85:\n        return 1\n    return 0\nif __name__ == "__main__":\n    sys.exit(main())',
    '',
  ],
  [
    'def main():\n    if auc < 0.85:\n        return 1\n    return 0\nif __name__ == "__main__":\n    main()',
    'error',
  ],
  ['if __name__ != "__main__":\n    sys.exit(0)\nif auc < 0.85:\n    sys.exit(1)', ''],
  ['if os.environ.get("SKIP"):\n    sys.exit(0)\nif auc < 0.85:\n    sys.exit(1)', 'error'],
  ['if os.environ.get("SKIP"):\n    sys.exit(2)\nif auc < 0.85:\n    sys.exit(1)', ''],
  ['if auc < 0.85:\n    print("low")', 'error'],
  ['try:\n    if auc < 0.85:\n        sys.exit(1)\nexcept SystemExit:\n    pass', 'error'],
  ['import atexit\natexit.register(print)\nif auc < 0.85:\n    sys.exit(1)', ''],
  ['sys.exit(code=1) if auc < 0.85 else None', ''],
  ['assert auc > 0.85', 'note'],
])('a program that ends by %j', async (body, level) => {
  expect(await levelBehind('python check.py', `${head}${body}\n`)).toBe(level)
})

test.each([
  ['python check.py', ''],
  ['python check.py || true', 'error'],
  ['python check.py || exit 1', ''],
  ['python check.py || echo low', 'error'],
  ['python check.py && echo good', ''],
  ['python check.py; echo done', ''],
  ['set +e\npython check.py\necho done', 'error'],
  ['set +e\npython check.py', ''],
  ['python check.py | tee log', 'error'],
  ['set -o pipefail\npython check.py | tee log', ''],
  ['if python check.py; then echo good; fi', 'error'],
  ['if ! python check.py; then exit 1; fi', ''],
  ['if ! python check.py; then echo low; fi', 'error'],
  ['python check.py &', 'error'],
  ['bash check.sh', ''],
  ['bash strict.sh', ''],
  ['bash loose.sh', 'error'],
  ['./strict.sh', ''],
  ['echo python check.py', 'error'],
  ['python3 -m check', ''],
  ['timeout 60 python check.py', ''],
  ['time python check.py', ''],
  ['! python check.py', 'error'],
  ['(python check.py)', ''],
  ['$(python check.py)', 'error'],
  ['RESULT=$(python check.py)', ''],
  ['test -f x && python check.py', ''],
  ['[ -n "$X" ] && python check.py', ''],
  ['for i in 1 2; do python check.py; done', ''],
  ['python check.py\nif [ $? -ne 0 ]; then exit 1; fi', ''],
  ['python other.py', 'error'],
  ['cat check.py', 'error'],
  ['uv run check.py', ''],
  ['nohup python check.py', ''],
])('a step that runs %j', async (run, level) => {
  expect(await levelBehind(run)).toBe(level)
})
