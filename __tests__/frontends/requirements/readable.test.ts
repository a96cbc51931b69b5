import { readSources } from '../../support/analyse'
import { readVersions } from './read'

const first = (sources: Record<string, string>) => {
  const { settings, includes, notices } = readVersions(sources)
  return {
    settings: settings.map(one => `${one.package}${one.range}`),
    includes: (includes ?? []).map(({ to }) => to),
    notices: notices.map(({ path, line, kind }) => `${path}:${line} ${kind}`),
  }
}

describe('what a file takes in', () => {
  test.each<[string, string, readonly string[]]>([
    ['-r base.txt', 'deps/base.txt', []],
    ['-rbase.txt', 'deps/base.txt', []],
    ['-r ./base.txt  # why', 'deps/base.txt', []],
    ['--requirement=base.txt', 'deps/base.txt', []],
    ['--requirement base.txt', 'deps/base.txt', []],
    ['-c ../constraints.txt', 'constraints.txt', []],
    ['--constraint ../constraints.txt', 'constraints.txt', []],
    ['-r requirements.txt', 'deps/requirements.txt', []],
    ['-r none.txt', '', ['deps/requirements.txt:2 unsupported']],
    ['-r ../../etc/passwd', '', ['deps/requirements.txt:2 unsupported']],
    ['-r /etc/passwd', '', ['deps/requirements.txt:2 unsupported']],
    ['-r https://example.com/base.txt', '', ['deps/requirements.txt:2 unsupported']],
    [`-r \${HOME}/base.txt`, '', ['deps/requirements.txt:2 unsupported']],
  ])('%s', (line, to, notices) => {
    const files = { 'deps/base.txt': 'keras\n', 'constraints.txt': 'torch==2.10.0\n' }
    expect(first({ 'deps/requirements.txt': `torch\n${line}\n`, ...files })).toEqual({
      settings: ['torch'],
      includes: to === '' ? [] : [to],
      notices,
    })
  })

  test('files that a project names, and an environment of conda', () => {
    const dynamic = '[tool.setuptools.dynamic]\ndependencies = {file = ["requirements.txt"]}\n'
    const files = { 'requirements.txt': 'torch\n' }
    expect(first({ 'pyproject.toml': dynamic, ...files }).includes).toEqual(['requirements.txt'])
    const environment = 'dependencies:\n  - pip:\n      - -r requirements.txt\n'
    expect(first({ 'environment.yml': environment, ...files }).includes).toEqual(['requirements.txt'])
    const model = 'dependencies:\n  - -r requirements.txt\n'
    expect(first({ 'python_env.yaml': model, ...files }).includes).toEqual(['requirements.txt'])
  })

  test('a notice says which line names it', () => {
    expect(readVersions({ 'requirements.txt': 'torch\n-r ../`base`.txt\n' }).notices).toEqual([
      {
        path: 'requirements.txt',
        line: 2,
        kind: 'unsupported',
        message:
          "`../'base'.txt` leads out of the repository, so the versions that it asks for are not known.",
      },
    ])
  })
})

describe('what is readable of a broken file is used', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      'requirements.txt',
      'keras\ntorch=2.5\n???\ndatasets>=4\n',
      ['keras', 'datasets>=4'],
      ['requirements.txt:2 syntax'],
    ],
    ['requirements.txt', 'torch >= \nkeras\n', ['keras'], ['requirements.txt:1 syntax']],
    ['requirements.txt', 'torch==2.5.1 \\', ['torch==2.5.1'], []],
    [
      'pyproject.toml',
      '[project]\ndependencies = ["torch"]\n[tool.x\n',
      ['torch'],
      ['pyproject.toml:3 syntax'],
    ],
    ['pyproject.toml', '[project]\ndependencies = {torch = 1}\n', [], []],
    ['pyproject.toml', '[project]\ndependencies = [1, "torch", ["x"]]\n', ['torch'], []],
    ['pyproject.toml', '[tool.poetry]\ndependencies = ["torch"]\n', [], []],
    ['Pipfile', '[packages]\ntorch = [1]\nkeras = 3\n', [], []],
    [
      'poetry.lock',
      '[[package]]\nname = "torch"\nversion = "2.5.1"\n<<<<<<< HEAD\n',
      ['torch==2.5.1'],
      ['poetry.lock:4 syntax'],
    ],
    [
      'uv.lock',
      '[[package]]\nname = \n\n[[package]]\nname = "torch"\nversion = "2.5.1"\n',
      ['torch==2.5.1'],
      ['uv.lock:1 syntax'],
    ],
    ['uv.lock', '[[package]]\nname = "torch"\nversion = "nonsense"\n', [], []],
    ['uv.lock', 'version = 1\nrequires-python = ">=3.9"\n', [], []],
    ['uv.lock', 'nothing of a lock file\n', [], ['uv.lock:1 syntax']],
    [
      'Pipfile.lock',
      '{"default": {\n"torch": {"version": "==2.5.1"},\n}',
      ['torch==2.5.1'],
      ['Pipfile.lock:3 syntax'],
    ],
    [
      'environment.yml',
      'dependencies:\n  - pytorch=2.5\n  - [\n',
      ['pytorch==2.5.*'],
      ['environment.yml:4 syntax'],
    ],
    ['environment.yml', 'dependencies: {pytorch: 2.5}\n', [], []],
    [
      'setup.cfg',
      '[options]\ninstall_requires =\n  torch>=2.6\nbroken\n',
      ['torch>=2.6'],
      ['setup.cfg:4 syntax'],
    ],
    ['setup.py', 'setup(install_requires=["torch>=2.6"\n', [], []],
    ['setup.py', 'setup(install_requires=read("requirements.txt"))\n', [], []],
  ])('%s %#', (path, text, settings, notices) => {
    expect(first({ [path]: text })).toEqual({ settings, includes: [], notices })
  })
})

const many = 20_000
const repeated = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('')

describe('a hostile file is read in time', () => {
  test.each<[string, string]>([
    ['requirements.txt', 'torch\\\n'.repeat(100_000)],
    ['requirements.txt', `torch${' '.repeat(1_000_000)}#`],
    ['requirements.txt', `${' '.repeat(1_000_000)}torch`],
    ['requirements.txt', `torch${'['.repeat(500_000)}`],
    ['requirements.txt', `${'a-'.repeat(500_000)}`],
    ['requirements.txt', `torch${'>=1,'.repeat(200_000)}`],
    ['requirements.txt', '-r requirements.txt\n'.repeat(many)],
    ['pyproject.toml', `[project]\ndependencies = ${'['.repeat(many)}`],
    ['pyproject.toml', `[project]\ndependencies = [\n${repeated(many, i => `"p${i}",\n`)}]\n`],
    [
      'pyproject.toml',
      `[dependency-groups]\n${repeated(1000, i => `g${i} = ["p${i}", {include-group = "g${i + 1}"}]\n`)}`,
    ],
    ['pyproject.toml', `${'[a]\n'.repeat(many)}torch = [\n`],
    ['pyproject.toml', `[tool.poetry.dependencies]\ntorch = "${'>=1 '.repeat(many)}"\n`],
    ['poetry.lock', '[[package]]\nname = "torch"\n'.repeat(50_000)],
    ['poetry.lock', '  [[package]]\n'.repeat(100_000)],
    ['poetry.lock', `[[package]]\nname = "${'a\\\\'.repeat(500_000)}`],
    ['Pipfile.lock', `{${'"a":{'.repeat(200_000)}`],
    ['Pipfile.lock', `"a"${' '.repeat(1_000_000)}`],
    ['environment.yml', `dependencies:\n${'  - pytorch=2.5\n'.repeat(many)}`],
    ['environment.yml', `dependencies: ${'['.repeat(100_000)}`],
    [
      'environment.yml',
      `a0: &a0 [x]\n${repeated(30, i => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]\n`)}dependencies: *a30\n`,
    ],
    ['setup.py', `setup(install_requires=${'['.repeat(500_000)}`],
    ['setup.py', `setup(${'install_requires=['.repeat(50_000)}`],
    ['setup.py', `setup(install_requires=["${'a'.repeat(1_000_000)}`],
    ['meta.yaml', `package:\nrequirements:\n  run:\n${'    - {% a\n'.repeat(many)}`],
  ])('%s %#', (path, text) => {
    // Of the processor, which others may have in the meantime.
    const start = process.cpuUsage()
    readVersions({ [path]: text })
    expect(process.cpuUsage(start).user).toBeLessThan(4_000_000)
  })
})

test('a lock file of a megabyte costs little', () => {
  const entry = (i: number) =>
    `[[package]]\nname = "package-${i}"\nversion = "1.${i}"\nfiles = [\n${'    {file = "package.whl", hash = "sha256:0123456789abcdef0123456789abcdef"},\n'.repeat(40)}]\n\n`
  const text = repeated(400, entry)
  expect(text.length).toBeGreaterThan(1_000_000)
  for (const path of ['poetry.lock', 'uv.lock', 'pylock.toml']) {
    readVersions({ [path]: text.slice(0, 10_000) })
    const start = process.cpuUsage()
    expect(readVersions({ [path]: text }).settings).toHaveLength(400)
    expect(process.cpuUsage(start).user).toBeLessThan(400_000)
  }
})

test('a `setup.py` that nobody parses is asked for its versions all the same', async () => {
  const { settings } = await readSources({ 'setup.py': 'setup(install_requires=["torch>=2.6"])\n' })
  expect(settings.map(({ range }) => range)).toEqual(['>=2.6'])
})
