import { toldOf } from '../reasons'

const promote = `
from mlflow import MlflowClient
MlflowClient().set_registered_model_alias("churn", "champion", "3")
`
const above = `
import acme, argparse, click, json, os, sys
auc = json.load(open("m.json"))["auc"]
`
const lost = (why: string): string[] => ['error', `void evaluation: \`auc\` is compared with a bound, ${why}`]

/** A program that a shell script starts before the one that promotes. */
function foundBehind(program: string, script = 'set -e\npython check.py\npython promote.py\n') {
  return toldOf({ 'cd.sh': script, 'check.py': above + program, 'promote.py': promote })
}

test.each([
  'if auc < 0.8:\n    sys.exit(1)',
  'if auc < 0.8:\n    sys.exit("too low")',
  'if auc < 0.8:\n    sys.exit(f"{auc} is too low")',
  'if auc < 0.8:\n    exit(2)',
  'if auc < 0.8:\n    quit(1)',
  'if auc < 0.8:\n    os._exit(1)',
  'if auc < 0.8:\n    raise SystemExit(1)',
  'if auc < 0.8:\n    raise SystemExit("too low")',
  'if auc < 0.8:\n    raise click.exceptions.Exit(1)',
  'if auc < 0.8:\n    raise click.exceptions.Exit(message="low", code=1)',
  'if auc > 0.8:\n    sys.exit(0)\nif auc > 0.7:\n    sys.exit(0)\nsys.exit(1)',
  'code = 0\nif auc < 0.8:\n    code = 1\nsys.exit(code)',
  'if auc < 0.8:\n    raise ValueError()',
  'if auc > 0.8:\n    sys.exit(0)\nsys.exit(1)',
  'if auc > 0.8:\n    sys.exit()\nraise ValueError()',
  'if auc > 0.8:\n    raise SystemExit\nraise ValueError()',
  'sys.exit(auc < 0.8)',
  'sys.exit(not auc > 0.8)',
  'sys.exit(0 if auc > 0.8 else 1)',
  'sys.exit(1 if auc < 0.8 else 0)',
  'sys.exit(int(auc < 0.8))',
  'os._exit(status=auc < 0.8)',
  'def main():\n    return auc < 0.8\nsys.exit(main())',
  'def main():\n    if auc < 0.8:\n        return 1\n    return 0\nsys.exit(main())',
  'def main():\n    if auc < 0.8:\n        return 1\nsys.exit(main())',
  'def main():\n    if auc < 0.8:\n        return 1\nif __name__ == "__main__":\n    sys.exit(main())',
  'def main():\n    if auc < 0.8:\n        sys.exit(1)\nmain()',
  'def main():\n    if auc < 0.8:\n        sys.exit(1)\n    sys.exit(0)\nmain()\nsys.exit(1)',
  'def main(value):\n    sys.exit(value < 0.8)\nmain(auc)',
  'def inner():\n    sys.exit(auc < 0.8)\ndef main():\n    inner()\nmain()',
  'def main():\n    if acme.again():\n        main()\n    sys.exit(auc < 0.8)\nmain()',
  'sys.exit(int(not auc > 0.8))',
  'if __name__ == "__main__":\n    if auc < 0.8:\n        sys.exit(1)',
  'def main():\n    if auc < 0.8:\n        raise ValueError()\nif __name__ == "__main__":\n    main()',
  'if __name__ != "__main__":\n    raise ImportError()\nif auc < 0.8:\n    sys.exit(1)',
  'if __name__ != "__main__":\n    pass\nelif auc < 0.8:\n    sys.exit(1)',
])('a program that ends well has shown something: %s', async program => {
  expect(await foundBehind(program)).toEqual([])
})

test.each([
  'if auc < 0.8:\n    sys.exit(0)',
  'if auc < 0.8:\n    sys.exit()',
  'if auc < 0.8:\n    sys.exit(None)',
  'if auc < 0.8:\n    exit()',
  'if auc < 0.8:\n    raise SystemExit',
  'if auc < 0.8:\n    raise SystemExit(0)',
  'if auc < 0.8:\n    os._exit(status=0)',
  'sys.exit(auc > 0.8)',
  'sys.exit(1 if auc > 0.8 else 0)',
  'def main():\n    return auc > 0.8\nsys.exit(main())',
  'def main():\n    if auc < 0.8:\n        return 1\nmain()',
  'def main():\n    if auc < 0.8:\n        sys.exit(0)\nmain()',
  'def main(value):\n    sys.exit(value > 0.8)\nmain(auc)',
  'def inner():\n    sys.exit(0)\ndef main():\n    if auc < 0.8:\n        inner()\nmain()',
  'sys.exit(1)',
  'raise ValueError()',
  'if acme.skip():\n    sys.exit(0)\nif auc < 0.8:\n    sys.exit(1)',
  'if acme.skip():\n    sys.exit(0)\nsys.exit(auc < 0.8)',
  'if acme.skip():\n    sys.exit(0)\nif auc > 0.8:\n    sys.exit(0)\nsys.exit(1)',
  'if auc > 0.8:\n    sys.exit(0)\nif acme.skip():\n    sys.exit(0)\nsys.exit(1)',
  'if auc < 0.8:\n    raise click.exceptions.Exit(message="low", code=0)',
  'code = 0\nif auc > 0.8:\n    code = 1\nsys.exit(code)',
  'if auc < 0.8:\n    acme.exit(1)',
  'def check():\n    if auc < 0.8:\n        sys.exit(1)',
  'print(auc < 0.8)',
  'sys.exit(int(auc > 0.8))',
  'if __name__ == "check":\n    if auc < 0.8:\n        sys.exit(1)',
  'if __name__ != "__main__":\n    if auc < 0.8:\n        sys.exit(1)',
  'if __file__ == "__main__":\n    if auc < 0.8:\n        sys.exit(1)',
  'if acme.name == "__main__":\n    if auc < 0.8:\n        sys.exit(1)',
  'def main():\n    if __name__ == "__main__":\n        if auc < 0.8:\n            sys.exit(1)',
  'sys.exit(int(auc - 0.8))',
])('a program that ends well has shown nothing: %s', async program => {
  expect((await foundBehind(program))[0]).toBe('error')
})

const checks = 'if auc < 0.8:\n    sys.exit(1)\n'
const goesOn = lost('and where it fails, what follows runs all the same')
test.each([
  ['python check.py && python promote.py', []],
  ['python check.py || exit 1\npython promote.py', []],
  ['if python check.py; then python promote.py; fi', []],
  ['set -e\npython check.py | tee log.txt\npython promote.py', goesOn],
  ['set -eo pipefail\npython check.py | tee log.txt\npython promote.py', []],
  ['python check.py\npython promote.py', goesOn],
  ['python check.py; python promote.py', goesOn],
  ['python check.py || true\npython promote.py', goesOn],
  ['set -e\npython check.py || echo low\npython promote.py', goesOn],
  ['set -e\nset +e\npython check.py\npython promote.py', goesOn],
  ['set -e\npython promote.py\npython check.py', lost('but only after the call')],
  ['set -e\npython other.py || true\npython promote.py', ['error']],
  ['if python check.py; then echo good; fi\npython promote.py', goesOn],
  ['check() { python check.py; }\nset -e\ncheck\npython promote.py', []],
  ['check() { python check.py; }\ncheck || true\npython promote.py', goesOn],
])('a script that asks a program: %s', async (script, found) => {
  expect(await foundBehind(checks, script)).toEqual(found)
})

test('a program that asks a person is asked by whoever starts it', async () => {
  const asks = 'if input("Promote? ") != "y":\n    sys.exit(1)\n'
  expect(await foundBehind(asks)).toEqual([])
  expect(await foundBehind(asks, 'set -e\nyes | python check.py\npython promote.py\n')).toEqual([])
})
