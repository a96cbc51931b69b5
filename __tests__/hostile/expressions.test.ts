import { check } from '../../src/analysis/check'
import { selectFiles } from '../../src/analysis/select'
import { breakCommands, visible } from '../../src/base/visible'
import { expressionsIn } from '../../src/frontends/azure/texts'
import { readYaml } from '../../src/frontends/pipelines/yaml'
import { builtin } from '../policy/configured'
import { readSources } from '../support/analyse'

/** Everything that is found in files, within the time that a test has. */
async function readable(sources: Readonly<Record<string, string>>): Promise<string[]> {
  const files = Object.entries(sources).map(([path, text]) => ({ path, text }))
  selectFiles(files, builtin, { paths: new Set(Object.keys(sources)) })
  const program = await readSources(sources)
  check(program, builtin)
  return program.notices.map(({ path, kind }) => `${path} ${kind}`)
}

const long = 300_000
const workflow = (more: string): string =>
  `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: python a.py\n        ${more}\n`

describe('long runs of one sign take no time that grows with their square', () => {
  test.each([
    ['slashes of a folder', '.github/workflows/a.yml', workflow(`working-directory: ${'/'.repeat(long)}x`)],
    ['expressions that nothing closes', 'azure-pipelines.yml', `steps:\n- script: "${'${{'.repeat(long)}"\n`],
    ['comments that nothing closes', 'README.md', `<div>\n${'<!--'.repeat(long)}\n</div>\n`],
    ['holes of a recipe', 'recipe/meta.yaml', `x: "${'{%'.repeat(long)}${'{{'.repeat(long)}"\n`],
    ['slashes of a copy', 'Dockerfile', `FROM a AS b\nCOPY --from=b ${'/'.repeat(long)}x /y\nCMD python y\n`],
    [
      'slashes of a mount',
      'compose.yaml',
      `services: {a: {image: x, volumes: ["${'/'.repeat(long)}x:/y"]}}\n`,
    ],
    ['blanks behind `from`', 'b.py', `from${' '.repeat(long)}x\nimport joblib\njoblib.load(x)\n`],
    ['dots behind `from`', 'b.py', `from ${'.'.repeat(long)}!\nimport joblib\njoblib.load(x)\n`],
    [
      'letters of a script',
      'b.py',
      `import subprocess, joblib\n# ${'a'.repeat(long)}\nsubprocess.run(["bash"])\n`,
    ],
    ['slashes in a script', 'a.sh', `cd ${'/'.repeat(long)}x\npython a.py\n`],
  ])('%s', async (_, path, text) => {
    await readable({ [path]: text, 'a.py': 'import joblib\njoblib.load("a")\n' })
  })

  test('empty lines of a report', () => {
    expect(breakCommands(`${'\n'.repeat(long)}x`)).toHaveLength(long + 1)
    expect(breakCommands('a\n \u00a0::error::x')).toBe('a\n \u00a0\\::error::x')
    expect(visible(`${' '.repeat(long)}::`)).toHaveLength(long + 3)
  })

  test('expressions in a text', () => {
    expect(expressionsIn(`\${{ a }} \${{ b ${'${{'.repeat(long)}`).map(({ inside }) => inside)).toEqual(['a'])
  })
})

// The expression that once looked for the next context took twice as long for each of these signs.
test('signs of a comment between two contexts of an engine explode nothing', async () => {
  const signs = '#'.repeat(60)
  const text = `from kfp import dsl
@dsl.component
def a() -> str: return "x"
@dsl.pipeline
def p():
    one = a()
    with dsl.If(one.output == "x"):
        a()
    ${signs}
    y = 1
    with dsl.Else():
        a()
`
  expect(await readable({ 'a.py': text })).toEqual([])
})

describe('maps in maps of one line end no stack', () => {
  test.each([
    ['kind: ', 'a:\n  - {b: [{c'],
    ['a: ', ''],
    ['? ', ''],
    ['- a: ', ''],
    ['a: ', 'x: {'],
  ])('%s behind %j', (sign, before) => {
    const { notices } = readYaml({ path: 'a.yml', text: `${before}${sign.repeat(60_000)}\nb: 1\n` })
    expect(notices.map(({ kind }) => kind)).toEqual(['limit'])
  })

  test('many keys of one map, and signs in texts, are no such thing', () => {
    const keys = Array.from({ length: 300 }, (_, i) => `k${i}: ${i}`)
    const text = `a: {${keys.join(', ')}}\nb: "${'a: '.repeat(300)}"\nc: |\n  ${'a: '.repeat(300)}\n${keys.join('\n')}\n`
    expect(readYaml({ path: 'a.yml', text }).notices).toEqual([])
  })
})
