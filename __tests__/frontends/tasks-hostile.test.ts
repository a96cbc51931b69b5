import type { Program } from '../../src/program'
import { readSources } from '../support/analyse'

/** Everything that is read of one file, and how long that took. */
async function readOne(path: string, text: string): Promise<{ program: Program; seconds: number }> {
  const start = performance.now()
  const program = await readSources({ [path]: text })
  return { program, seconds: (performance.now() - start) / 1000 }
}

const names = (program: Program): readonly string[] => [...program.units.values()].map(({ label }) => label)

test.each([
  [40, []],
  [60, [3]],
])('values that are nested %i deep in TOML leave the notices at lines %j', async (depth, lines) => {
  const text = `[tool.poe.tasks]\na = "python a.py"\nb = ${'['.repeat(depth)}${']'.repeat(depth)}\n`
  const { program } = await readOne('pyproject.toml', text)
  const limits = program.notices.filter(({ kind }) => kind === 'limit')
  expect(limits.map(({ line }) => line)).toEqual(lines)
  expect(names(program)).toContain('a')
})

describe('what is readable of a broken file is used', () => {
  test.each([
    [
      'pyproject.toml',
      '[tool.poe.tasks]\na = "python a.py"\n\n[tool.pdm.scripts]\nb = "python b.py\n',
      'a',
      true,
    ],
    [
      'pyproject.toml',
      '[tool.poe.tasks]\na = 3\nb = { cmd = 4, deps = [5], env = 6 }\nc = "python c.py"\n',
      'c',
      false,
    ],
    ['tox.ini', 'no section\n[testenv:a]\n= nothing\ncommands = python a.py\n', 'a', true],
    ['tox.ini', '[tox]\nenvlist = {a,{b\n[testenv:a]\ncommands = "python a.py\n', 'a', true],
    ['justfile', 'a b c:\n    "python a.py\n%%%\nd:\n    python d.py\n', 'd', true],
    ['Dockerfile', 'NONSENSE\nFROM a\nRUN "python a.py\nRUN <<EOF\nCMD [python a.py\n', 'Dockerfile', true],
    ['compose.yaml', 'services:\n  a: {command: [python, a.py], depends_on: 3}\n  b: [\n', 'a', true],
    [
      'compose.yaml',
      'services: {a: {extends: b}, b: {extends: a, build: {context: 3}, command: "$"}}\n',
      'a',
      false,
    ],
    ['setup.py', 'setup(entry_points={"console_scripts": ["a = b:c", "broken"]})\n', 'a', false],
    ['setup.cfg', '[options.entry_points]\nconsole_scripts =\n  a = b:c\n  broken\n', 'a', false],
  ])('%s %#', async (path, text, name, notices) => {
    const { program } = await readOne(path, text)
    expect(names(program)).toContain(name)
    expect(program.notices.some(notice => notice.path === path)).toBe(notices)
  })
})

const many = 20_000

describe('a huge file is read in time', () => {
  test.each([
    ['justfile', `${'a '.repeat(many)}\n${' '.repeat(many)}x\n${'('.repeat(many)}:\n`],
    [
      'justfile',
      Array.from({ length: 2000 }, (_, i) => `r${i}: r${i + 1} && r${i}\n    python a.py\n`).join(''),
    ],
    ['tox.ini', `[tox]\nenvlist = ${'{a,b}'.repeat(200)}\n[testenv]\ncommands = python a.py\n`],
    ['tox.ini', `[testenv:a]\ncommands =\n${'    {[testenv:a]commands}\n'.repeat(20)}`],
    ['pyproject.toml', `[tool.poe.tasks]\na = ${'['.repeat(many)}`],
    [
      'pyproject.toml',
      `[tool.poe.tasks]\n${Array.from({ length: 2000 }, (_, i) => `t${i} = ["t${i + 1}", "t${i}"]\n`).join('')}`,
    ],
    ['Makefile', `A := ${'$(A)'.repeat(60)}\na:\n\tpython $(A)\n`],
    [
      'Makefile',
      `A := ${'$(B)'.repeat(60)}\nB := ${'$(C)'.repeat(60)}\nC := ${'$(A)'.repeat(60)}\na:\n\tpython $(A)\n`,
    ],
    [
      'Makefile',
      `${Array.from({ length: 5000 }, (_, i) => `V${i} := $(V${i + 1}) $(V${i + 1})\n`).join('')}a:\n\tpython $(V0)\n`,
    ],
    ['Dockerfile', `FROM a\n${'RUN <<E\n'.repeat(many)}`],
    ['a.sh', `docker run ${'--entrypoint=bash '.repeat(many)}img x\n`],
    ['a.sh', `docker run img ${'bash '.repeat(many)}\n`],
    ['Dockerfile', `FROM a\nRUN ${'a \\\n'.repeat(many)}`],
    ['Dockerfile', 'FROM a AS a\nCOPY --from=a a /a\n'.repeat(2000)],
    ['Dockerfile', `FROM a\n${'COPY a/b.py /c/\n'.repeat(2000)}CMD python ${'/c/b.py '.repeat(2000)}\n`],
    ['Dockerfile', `FROM a\nENV ${'A="'.repeat(many)}\nRUN ${'--x=y '.repeat(many)}`],
    [
      'compose.yaml',
      `services:\n${Array.from({ length: 500 }, (_, i) => `  s${i}: {command: a, depends_on: [s${i + 1}, s${i}]}\n`).join('')}`,
    ],
  ])('%s %#', async (path, text) => {
    const { seconds } = await readOne(path, text)
    expect(seconds).toBeLessThan(8)
  })
})
