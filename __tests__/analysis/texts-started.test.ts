import { evaluateScript, findingsIn, promoteScript, type Repository } from '../pipelines/scanned'

const scripts: Repository = {
  'evaluate.py': evaluateScript,
  'two words.py': evaluateScript,
  'quick.py': 'print("ok")\n',
  'promote.py': promoteScript,
}
const promoted = ['error promote.py:5 unguarded-promotion']

async function foundIn(python: string, more: Repository = {}): Promise<string[]> {
  const release = `import os\nimport shlex\nimport subprocess\nimport sys\n\n${python}\n`
  return (await findingsIn({ ...scripts, ...more, 'release.py': release })).map(({ finding }) => finding)
}

/** What is found where Python has a shell run a text, raises when that fails, and promotes. */
function behindText(text: string): Promise<string[]> {
  const run = `subprocess.run(${JSON.stringify(text)}, shell=True, check=True)`
  return foundIn(`${run}\nos.system("python promote.py")`)
}

describe('a text that Python has a shell run is a check', () => {
  test.each([
    'python evaluate.py',
    '  python   evaluate.py  ',
    "python 'evaluate.py'",
    'python "evaluate.py"',
    'python eval"uate".py',
    "python evaluate'.py'",
    "python 'two words.py'",
    'python "two words.py"',
    'python two\\ words.py',
    'python eval\\\nuate.py'.replace('eval\\\nuate', '\\\n  evaluate'),
    'python evaluate.py --of "a; b" --and \'c && d\'',
    'python evaluate.py > log',
    'python evaluate.py >log 2>&1',
    'python evaluate.py>log',
    'python evaluate.py 2> log',
    'python evaluate.py >> log < answers',
    'PYTHONPATH=. python evaluate.py',
    'A=1 B="2 3" python evaluate.py',
    'python quick.py && python evaluate.py',
    'python evaluate.py && python quick.py',
    'python quick.py; python evaluate.py',
    'python quick.py\npython evaluate.py',
    'python quick.py || python evaluate.py'.replace('||', '| '),
    'python quick.py & python evaluate.py',
    'python quick.py & python evaluate.py;',
    'cd . && python evaluate.py && cd -',
    'python "evaluate.py" "a\\"b"',
  ])('%j', async text => {
    expect(await behindText(text)).toEqual([])
  })
})

describe('such a text is none', () => {
  test.each([
    'python "$SCRIPT"',
    'echo "python evaluate.py"',
    "echo 'a' python evaluate.py",
    'python quick.py > evaluate.py',
    'python quick.py "; python evaluate.py"',
    "python quick.py '&& python evaluate.py'",
    'python quick.py \\; python evaluate.py',
    'python two words.py',
    'python evaluate.py.old',
    'python evaluate.py || true',
    'python evaluate.py; true',
    'python evaluate.py\ntrue',
    'python evaluate.py | tee log',
    'python evaluate.py & true',
    'python evaluate.py &',
    'python quick.py && python evaluate.py &',
    'true || python evaluate.py; python quick.py',
    'A=python evaluate.py',
    'A=1 B=2',
    '1A=b python evaluate.py',
    '',
    ' ',
    ';',
  ])('%j', async text => {
    expect(await behindText(text)).toEqual(promoted)
  })
})

describe('commands in a text are judged one behind the other', () => {
  const inText = (text: string): Promise<string[]> => foundIn(`os.system(${JSON.stringify(text)})`)

  test.each([
    'python evaluate.py && python promote.py',
    'python evaluate.py && python quick.py && python promote.py',
    'python quick.py; python evaluate.py && python promote.py',
    'python evaluate.py > log && python promote.py',
  ])('%s: holds', async text => expect(await inText(text)).toEqual([]))

  test.each([
    'python promote.py && python evaluate.py',
    'python evaluate.py; python promote.py',
    'python evaluate.py || python promote.py',
    'python evaluate.py | python promote.py',
    'python evaluate.py & python promote.py',
    'python evaluate.py && python quick.py; python promote.py',
    'python quick.py && python promote.py',
  ])('%s: is useless', async text => expect(await inText(text)).toEqual(promoted))

  test('and one of very many that stands behind the twentieth is not read', async () => {
    const line = (before: number): string =>
      `${'python quick.py; '.repeat(before)}gto assign churn --stage prod`
    const reported = ['error release.py:6 unguarded-promotion']
    const found = async (before: number): Promise<string[]> =>
      (await inText(line(before))).filter(one => one.includes('release.py'))
    expect(await found(19)).toEqual(reported)
    expect(await found(20)).toEqual([])
  })
})

describe('a variable in front of a command in a text', () => {
  const deploy = 'databricks bundle deploy'

  test.each<[string, string, readonly string[]]>([
    ['names the target', `"DATABRICKS_BUNDLE_TARGET=prod ${deploy}"`, ['error']],
    ['names another target', `"DATABRICKS_BUNDLE_TARGET=dev ${deploy}"`, []],
    ['is not known', `f"DATABRICKS_BUNDLE_TARGET={sys.argv[1]} ${deploy}"`, ['note']],
    ['says nothing of what runs', `"FAST=1 ${deploy} --target prod"`, ['error']],
    ['holds for its command only', `"DATABRICKS_BUNDLE_TARGET=prod true; ${deploy}"`, []],
  ])('%s', async (_, text, levels) => {
    const found = (await foundIn(`os.system(${text})`)).filter(one => one.includes('release.py'))
    expect(found.map(one => one.split(' ')[0])).toEqual(levels)
  })

  test('reaches the script that runs', async () => {
    const move = `
      import os

      import mlflow

      mlflow.MlflowClient().set_registered_model_alias("churn", os.environ["ALIAS"], "3")
    `
    const run = (line: string, more = ''): string => `subprocess.run(${line}${more}, shell=True)`
    const moved = ['error move.py:5 unguarded-promotion']
    const own = { 'move.py': move, 'promote.py': '' }
    expect(await foundIn(run('"ALIAS=champion python move.py"'), own)).toEqual(moved)
    expect(await foundIn(run('"ALIAS=challenger python move.py"'), own)).toEqual([])
    expect(await foundIn(run('"python move.py"', ', env={"ALIAS": "champion"}'), own)).toEqual(moved)
    expect(await foundIn(run('"python move.py"', ', env={**os.environ, "ALIAS": "champion"}'), own)).toEqual(
      moved,
    )
    expect(
      await foundIn(run('"ALIAS=challenger python move.py"', ', env={"ALIAS": "champion"}'), own),
    ).toEqual([])
  })
})

describe('what is put into a text is not known', () => {
  test.each<[string, readonly string[]]>([
    ['f"gto assign churn --stage {sys.argv[1]}"', ['note']],
    ['f"gto assign {sys.argv[1]} --stage prod"', ['error']],
    ['f"gto assign {sys.argv[1]} --stage prod-{sys.argv[2]}"', ['error']],
    ['f"gto assign {sys.argv[1]} --stage dev"', []],
    ['f"{sys.argv[1]} assign churn --stage prod"', []],
    ['f"gto {sys.argv[1]} churn --stage prod"', []],
    ['"gto assign churn --stage " + sys.argv[1]', ['note']],
    ['"gto assign churn --stage {}".format(sys.argv[1])', ['note']],
    ['"gto assign churn --stage " + "prod"', ['error']],
    ['"gto assign churn --stage %s" % "prod"', ['error']],
  ])('%s', async (text, levels) => {
    const found = await foundIn(`os.system(${text})`)
    const here = found.filter(one => one.includes('release.py'))
    expect(here.map(one => one.split(' ')[0])).toEqual(levels)
  })
})

describe('a list of words that Python starts', () => {
  test.each([
    '["python", "evaluate.py"]',
    '("python", "evaluate.py")',
    '["python", "two words.py"]',
    '["bash", "-c", "python evaluate.py"]',
    '["/bin/bash", "-lc", "python quick.py && python evaluate.py"]',
    '["sh", "-ec", "python evaluate.py"]',
    '["zsh", "-c", "python evaluate.py", "--"]',
    '[sys.executable, "evaluate.py"]',
    '[sys.executable, "-m", "evaluate"]',
    '["env", "A=b", "python", "evaluate.py"]',
    'shlex.split("python evaluate.py")',
    '"python evaluate.py".split()',
  ])('%s is a check', async words => {
    expect(await foundIn(`subprocess.run(${words}, check=True)\nos.system("python promote.py")`)).toEqual([])
  })

  test.each([
    '["bash", "-c", "python evaluate.py; true"]',
    '["bash", "-c", "python evaluate.py || true"]',
    '["bash", "-x", "python evaluate.py"]',
    '["bush", "-c", "python evaluate.py"]',
    '["bash", "-c"]',
    '["bash", "-c", sys.argv[1]]',
    '["python evaluate.py"]',
    '["python", "evaluate.py;", "true"]',
    '"python evaluate.py".upper()',
    'shlex.quote("python evaluate.py")',
    '["python", sys.argv[1], "evaluate.py"]',
    '[sys.argv[1], "evaluate.py"]',
    '["echo", "python", "evaluate.py"]',
    '["ls", "-c", "python evaluate.py"]',
  ])('%s is none', async words => {
    expect(await foundIn(`subprocess.run(${words}, check=True)\nos.system("python promote.py")`)).toEqual(
      promoted,
    )
  })
})
