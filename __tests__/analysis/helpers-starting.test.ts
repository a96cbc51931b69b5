import { evaluateScript, findingsIn, promoteScript, type Repository } from '../pipelines/scanned'

const scripts: Repository = {
  'first.py': evaluateScript,
  'jobs/second.py': evaluateScript,
  'quick.py': 'print("ok")\n',
  'promote.py': promoteScript,
}
const promoted = ['error promote.py:5 unguarded-promotion']

/** What is found where Python does this, and then promotes. */
async function behind(python: string): Promise<string[]> {
  const release = `import os\nimport shlex\nimport subprocess\nimport sys\n\n${python}\nos.system("python promote.py")\n`
  return (await findingsIn({ ...scripts, 'release.py': release })).map(({ finding }) => finding)
}

const run = 'subprocess.run(line, shell=True, check=True)'
const helper = (body: string): string => `def run(line):\n    ${body}\n\nrun("python first.py")`
const tried = (handler: string): string =>
  helper(`try:\n        ${run}\n    except subprocess.CalledProcessError:\n        ${handler}`)

describe('a helper that starts what it is given checks', () => {
  test.each<[string, string]>([
    ['and is all there is to it', helper(run)],
    ['a list', 'def run(words):\n    subprocess.run(words, check=True)\n\nrun(["python", "first.py"])'],
    ['a text that it takes apart', helper('subprocess.run(shlex.split(line), check=True)')],
    ['one word', 'def run(name):\n    subprocess.run(["python", name], check=True)\n\nrun("first.py")'],
    ['by name', `def run(quiet, line):\n    ${run}\n\nrun(True, line="python first.py")`],
    ['what it takes where nothing is given', `def run(line="python first.py"):\n    ${run}\n\nrun()`],
    [
      'as a method',
      `class Shell:\n    def run(self, line):\n        ${run}\n\nShell().run("python first.py")`,
    ],
    ['through another', `def a(line):\n    ${run}\n\ndef b(line):\n    a(line)\n\nb("python first.py")`],
    [
      'through three others',
      `def a(line):\n    ${run}\n\ndef b(line):\n    a(line)\n\ndef c(line):\n    b(line)\n\ndef d(line):\n    c(line)\n\nd("python first.py")`,
    ],
    ['and tells of a failure before it raises', tried('print("no")\n        raise')],
    ['and raises another', tried('raise RuntimeError("no")')],
    ['and ends the program', tried('print("no")\n        sys.exit(1)')],
    ['and tidies up', helper(`try:\n        ${run}\n    finally:\n        print("done")`)],
    [
      'behind something else that may fail',
      helper(`try:\n        print("a")\n    except OSError:\n        pass\n    ${run}`),
    ],
    ['in a context', helper(`with open("log") as log:\n        ${run}`)],
  ])('%s', async (_, python) => {
    expect(await behind(python)).toEqual([])
  })

  test.each<[string, string]>([
    ['whose failure it swallows', tried('pass')],
    ['whose failure it tells in what it gives back', tried('return False')],
    ['whose failure it swallows at times', tried('if len(sys.argv) > 1:\n            raise')],
    [
      'whose failure the helper around it swallows',
      `def a(line):\n    ${run}\n\ndef b(line):\n    try:\n        a(line)\n    except Exception:\n        pass\n\nb("python first.py")`,
    ],
    ['that nobody looks at', helper('subprocess.run(line, shell=True)')],
    ['of which the status is given back', `${helper('return subprocess.call(line, shell=True)')}`],
    ['of which one call gives another', `${helper(run).replace('first', 'quick')}`],
    ['of which nothing is known', `def run(line):\n    ${run}\n\nrun(sys.argv[1])`],
    [
      'that is never called',
      `def run(line="python first.py"):\n    ${run}`.replace('="python first.py"', ''),
    ],
    [
      'of which several are given',
      'def run(name):\n    subprocess.run(["python", name], check=True)\n\nrun("quick.py")\nrun("quick.py")',
    ],
  ])('but not one %s', async (_, python) => {
    expect(await behind(python)).toEqual(promoted)
  })

  test('promotes where it is called without what it takes', async () => {
    const release = `import subprocess\n\ndef run(line="gto assign churn --stage prod"):\n    ${run}\n\nrun()\n`
    const found = await findingsIn({ 'release.py': release })
    expect(found.map(({ finding }) => finding)).toEqual(['error release.py:6 unguarded-promotion'])
  })
})

describe('the folder in which Python starts a command', () => {
  const inFolder = (script: string, folder: string, before = ''): string =>
    `${before}subprocess.run(["python", "${script}"], cwd=${folder}, check=True)`

  test.each([
    inFolder('second.py', '"jobs"'),
    inFolder('second.py', 'here', 'here = "jobs"\n'),
    inFolder('first.py', '"jobs/.."'),
    inFolder('first.py', '"."'),
    inFolder('first.py', 'None'),
    inFolder('../first.py', '"jobs"'),
  ])('%s: is known', async python => expect(await behind(python)).toEqual([]))

  test.each([
    inFolder('first.py', '"jobs"'),
    inFolder('second.py', '"."'),
    inFolder('first.py', 'sys.argv[1]'),
    inFolder('first.py', 'here', 'here = "." if len(sys.argv) > 1 else "jobs"\n'),
    inFolder('first.py', '3'),
    inFolder('first.py', '".."'),
  ])('%s: is another, or not known', async python => expect(await behind(python)).toEqual(promoted))
})

describe('how a command ended', () => {
  const call = 'subprocess.call(["python", "first.py"])'
  const failing = (condition: string): string => `if ${condition}:\n    sys.exit(1)`

  test.each<[string, string]>([
    ['is told by a variable', `code = ${call}\n${failing('code')}`],
    ['is told by an entry', `codes = {"first": ${call}}\n${failing('codes["first"] != 0')}`],
    ['is told by an item', `codes = [${call}]\n${failing('codes[0] != 0')}`],
    ['is told by a field', `done = subprocess.run(["python", "first.py"])\n${failing('done.returncode')}`],
    ['is told by a pair', `code, quick = ${call}, 0\n${failing('code != 0')}`],
    ['is told together with others', `${failing(`${call} or len(sys.argv) > 3`)}`],
    ['is told turned round', `ok = not ${call}\n${failing('not ok')}`],
    ['is told by a function', `def check():\n    return ${call}\n\n${failing('check() != 0')}`],
    ['is told in a loop', `for name in ["first.py"]:\n    ${failing(call).replaceAll('\n', '\n    ')}`],
    ['is the status of the program', `code = ${call}\nif code:\n    sys.exit(code)`],
  ])('%s', async (_, python) => expect(await behind(python)).toEqual([]))

  test.each<[string, string]>([
    ['of another command', `code = ${call.replace('first', 'quick')}\n${failing('code')}`],
    ['by another entry', `codes = {"first": ${call}, "other": 0}\n${failing('codes["other"] != 0')}`],
    ['by another item', `codes = [0, ${call}]\n${failing('codes[0] != 0')}`],
    ['by another field', `done = subprocess.run(["python", "first.py"])\n${failing('done.stderr')}`],
    [
      'of one of two commands',
      `code = os.system("python first.py && python quick.py")\n${failing('code == 0')}`,
    ],
    [
      'of one of two ways',
      `if len(sys.argv) > 1:\n    subprocess.call(["python", "quick.py"])\n    ok = True\nelse:\n    ok = ${call} == 0\n${failing('not ok')}`,
    ],
  ])('is not told %s', async (_, python) => expect(await behind(python)).toEqual(promoted))

  test('is told where the other way leads nowhere', async () => {
    const python = `if len(sys.argv) > 1:\n    subprocess.call(["python", "quick.py"])\n    ok = False\nelse:\n    ok = ${call} == 0\n${failing('not ok')}`
    expect(await behind(python)).toEqual([])
  })
})

describe('a check that Python may start, or something else in its place, is none', () => {
  const text = (line: string): string => `line = ${line}\nsubprocess.run(line, shell=True, check=True)`
  const list = (line: string): string => `line = ${line}\nsubprocess.run(line, check=True)`

  test.each([
    text('"python first.py" if len(sys.argv) > 1 else sys.argv[1]'),
    text('os.environ.get("LINE", "python first.py")'),
    text('sys.argv[1] or "python first.py"'),
    text('{"a": "python first.py", "b": "python quick.py"}[sys.argv[1]]'),
    list('["python", "first.py"] if len(sys.argv) > 1 else sys.argv[1:]'),
    list('["python", "first.py"] if len(sys.argv) > 1 else ["python", "quick.py"]'),
    list('["python", "first.py"] if len(sys.argv) > 1 else "true"'),
    `${list('["python", "first.py"]').replace('\n', '\nif len(sys.argv) > 1:\n    line = sys.argv[1:]\n')}`,
    'code = os.system(sys.argv[1] or "python first.py")\nif code:\n    sys.exit(1)',
  ])('%s', async python => expect(await behind(python)).toEqual(promoted))

  test.each([
    text('f"python first.py --of {sys.argv[1]}"'),
    text('"python first.py --of " + sys.argv[1]'),
    text('{"a": "python first.py", "b": "python quick.py"}["a"]'),
    list('["python", "first.py", sys.argv[1]]'),
    list('["python", "first.py", *sys.argv[1:]]'),
  ])('but what it is given may be any: %s', async python => expect(await behind(python)).toEqual([]))
})

describe('a command that moves a model is found', () => {
  const words = [
    'aws',
    'sagemaker',
    'update-endpoint',
    '--endpoint-name',
    'churn-prod',
    '--endpoint-config-name',
    '4',
  ]
  const [list, rest] = [JSON.stringify(words), JSON.stringify(words.slice(2))]
  const echo = Array.from({ length: 6 }, (_, at) => `["echo", "${at}"]`).join(', ')
  const lines = Array.from({ length: 6 }, (_, at) => `"echo ${at}"`).join(', ')

  test.each<[string, string]>([
    [
      'behind many others in a list',
      `for words in [${echo}, ${list}]:\n    subprocess.run(words, check=True)`,
    ],
    ['behind many others as a text', `for line in [${lines}, "${words.join(' ')}"]:\n    os.system(line)`],
    [
      'behind the beginning of its line',
      `BASE = ["aws", "sagemaker"]\nsubprocess.run(BASE + ${rest}, check=True)`,
    ],
    ['in front of what is not known', `subprocess.run(${list} + sys.argv[1:], check=True)`],
    [
      'where its line goes on',
      `words = ["aws", "sagemaker"]\nwords += ${rest}\nsubprocess.run(words, check=True)`,
    ],
    [
      'in a line that holds another',
      `BASE = ["aws", "sagemaker"]\nsubprocess.run([*BASE, *${rest}], check=True)`,
    ],
    [
      'word by word',
      `def sh(*words):\n    subprocess.run(words, check=True)\n\nsh(*["aws"], *${JSON.stringify(words.slice(1))})`,
    ],
    [
      'as a list of such words',
      `def sh(*words):\n    subprocess.run(list(words), check=True)\n\nsh(${list.slice(1, -1)})`,
    ],
  ])('%s', async (_, python) => {
    const found = await findingsIn({
      'release.py': `import os\nimport subprocess\nimport sys\n\n${python}\n`,
    })
    expect(found.map(({ finding }) => finding)).toEqual([expect.stringContaining('full-traffic-cutover')])
  })

  test('in lists that hold each other very often', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `a${at + 1} = [${`*a${at}, `.repeat(40)}]\n`).join('')
    const text = `import subprocess\n\na0 = ["aws"]\n${rows}subprocess.run(a40 + a40, check=True)\n`
    expect(await findingsIn({ 'release.py': text })).toEqual([])
  })
})
