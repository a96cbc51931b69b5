import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelgate, promotion, tree } from './program'

const rules = join(__dirname, '..', '..', 'rules')
const ownRule = readFileSync(join(rules, 'void-guard.yaml'), 'utf8').replace('id: void-guard', 'id: own-rule')

let here: ReturnType<typeof tree>
beforeEach(() => {
  here = tree({ 'at/a.py': promotion, 'at/b.py': promotion, 'at/c/d.py': promotion, 'out/.keep': '' })
})
afterEach(() => here.remove())

const run = (...words: string[]) => modelgate(words, { cwd: here.path })
const read = (name: string) => readFileSync(join(here.path, name), 'utf8')
const put = (name: string, text: string) => writeFileSync(join(here.path, name), text)

async function shard(number: number, of: number, ...words: string[]): Promise<string> {
  const file = `out/${number}-${of}.json`
  const asked = ['--shard', `${number}/${of}`, '--format', `shard=${file}`]
  const { code, err } = await run('scan', ...(words[0]?.startsWith('at') ? [] : ['at']), ...asked, ...words)
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
  return file
}

test('merged shards end as one scan does, in every format and in the exit code', async () => {
  const formats = ['json', 'sarif', 'junit', 'markdown']
  const asked = (name: string) => formats.flatMap(format => ['--format', `${format}=out/${name}.${format}`])
  const files = [await shard(1, 2), await shard(2, 2)]
  const merged = await run('merge', ...files, ...asked('merged'))
  expect(await run('scan', 'at', ...asked('whole'))).toEqual(merged)
  expect(merged).toEqual({
    code: 1,
    out: '',
    err: 'modelgate: 3 findings, 3 at or above `error`: failed\n',
  })
  for (const format of formats) expect(read(`out/merged.${format}`)).toBe(read(`out/whole.${format}`))
  expect((await run('merge', ...files)).out).toBe((await run('scan', 'at')).out)
})

test('a shard fails nothing and says what it is', async () => {
  const { code, out, err } = await run('scan', 'at', '--shard', '2/2', '--format', 'shard=out/2.json')
  expect({ code, out }).toEqual({ code: 0, out: '' })
  expect(err).toBe(
    'modelgate: shard 2 of 2: 2 calls looked at; `modelgate merge` makes the report of all shards\n',
  )
  expect(JSON.parse(read('out/2.json'))).toMatchObject({
    modelgate: 'shard',
    schema: 1,
    shard: { number: 2, of: 2 },
    comparedWith: null,
  })
  const quiet = await run('scan', 'at', '--shard', '2/2', '--format', 'shard=out/2.json', '--quiet')
  expect(quiet).toEqual({ code: 0, out: '', err: '' })
})

test('the level that fails the run is that of the shards', async () => {
  const files = [await shard(1, 2, '--fail-on', 'never'), await shard(2, 2, '--fail-on', 'never')]
  expect((await run('merge', ...files)).code).toBe(0)
})

test.each([
  [['--shard', '0/2', '--format', 'shard=out/1.json'], '--shard: `0/2` is no shard; write one as `2/4`'],
  [['--shard', '3/2', '--format', 'shard=out/1.json'], '--shard: `3/2` is no shard'],
  [['--shard', 'two', '--format', 'shard=out/1.json'], '--shard: `two` is no shard'],
  [['--shard', '1/2'], '--shard: a shard is a part of a report; write it with `--format shard=FILE`'],
  [['--shard', '1/2', '--format', 'sarif=out/1.sarif'], '--shard: a shard is a part of a report'],
  [['--shard', '1/2', '--format', 'shard'], '--shard: a shard is a part of a report'],
  [
    ['--shard', '1/2', '--format', 'shard=out/1.json', '--format', 'json'],
    '--shard: a shard is a part of a report',
  ],
  [
    ['--format', 'shard=out/1.json'],
    '--format: `shard` is the report of a shard; write `--shard 1/2` with it',
  ],
])('`scan %s` is refused', async (words, says) => {
  const { code, err } = await run('scan', ...words)
  expect({ code, says: err.slice(0, says.length + 11) }).toEqual({ code: 2, says: `modelgate: ${says}` })
})

describe('what is no whole is refused', () => {
  const refused = async (...files: string[]) => {
    const { code, out, err } = await run('merge', ...files)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    return err
  }

  test('a shard that is missing', async () => {
    expect(await refused(await shard(2, 2))).toBe(
      'modelgate: shard 1 of 2 is missing; name the reports of all shards\n',
    )
    expect(await refused(await shard(2, 4))).toContain('shards 1, 3, 4 of 4 are missing')
  })

  test('a shard that is there twice', async () => {
    const file = await shard(1, 2)
    expect(await refused(file, await shard(2, 2), file)).toBe(
      'modelgate: out/1-2.json: shard 1/2 is in out/1-2.json too; name each shard once\n',
    )
  })

  test('shards of different runs', async () => {
    const file = await shard(1, 2)
    expect(await refused(file, await shard(2, 3))).toBe(
      'modelgate: out/2-3.json: this is shard 2/3, and out/1-2.json is shard 1/2; name the shards of one run\n',
    )
  })

  test.each([
    ['at/b.py', '# another\n', [], 'other files than'],
    ['at/model.pkl', '', [], 'other files than'],
    ['at/.modelgate.yml', 'fail-on: never\n', [], 'another configuration than'],
    ['out/x.txt', '', ['--fail-on', 'note'], 'another configuration than'],
    ['out/x.txt', '', ['at/a.py', 'at/b.py'], 'other files than'],
    ['out/rule.yaml', ownRule, ['--rules', 'out'], 'other rules than'],
  ])('a shard after `%s` was written, %#', async (name, text, words, says) => {
    const first = await shard(1, 2)
    put(name, text)
    expect(await refused(first, await shard(2, 2, ...words))).toBe(
      `modelgate: out/2-2.json: it was made from ${says} out/1-2.json; run all shards on one commit, with the same options\n`,
    )
  })

  test('a shard that another version has written', async () => {
    const [first, second] = [await shard(1, 2), await shard(2, 2)]
    put(second, read(second).replace(/"version": "[^"]*"/, '"version": "9.9.9"'))
    expect(await refused(first, second)).toMatch(
      /^modelgate: out\/2-2\.json: Modelgate 9\.9\.9 has written it, and this is \S+; let one version do all of it\n$/,
    )
  })

  test.each([
    ['nothing', () => ''],
    ['no JSON', () => 'shard'],
    ['null', () => 'null'],
    ['another report', () => '{"schema": 1, "version": "0.1.0"}'],
    ['half of it', (text: string) => text.slice(0, text.length / 2)],
    ['another payload', (text: string) => text.replace(/("payload": ".{40})./, '$1!')],
    ['no payload', (text: string) => text.replace(/"payload": "[^"]*"/, '"payload": 1')],
    ['a long tail', (text: string) => text.replace(/"payload": "/, '"payload": "AAAA')],
  ])('a file that holds %s', async (_, change) => {
    const [first, second] = [await shard(1, 2), await shard(2, 2)]
    put(second, change(read(second)))
    expect(await refused(first, second)).toMatch(
      /^modelgate: out\/2-2\.json: (this is no report of a shard; write one with|it is not as it was written)/,
    )
  })

  test('a file that is not there, and none at all', async () => {
    expect(await refused('gone.json')).toContain('gone.json: there is no such file')
    expect(await refused()).toContain("missing required argument 'file'")
  })
})
