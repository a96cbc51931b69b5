import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '../../src/base/hash'
import { openCompiled, placeOf } from '../../src/cli/compiled'
import { keep, readKept } from '../../src/files/kept'
import { modelgate, promotion, tree } from './program'

const trees: { remove(): void }[] = []
const made = (files: Record<string, string> = {}) => {
  const one = tree(files)
  trees.push(one)
  return one.path
}
afterAll(() => {
  for (const one of trees) one.remove()
})

const scanned = () => made({ 'release.py': promotion })
const scan = (cwd: string, env: Record<string, string>) =>
  modelgate(['scan', '--format', 'json'], { cwd, env })
const keptIn = (home: string) => readdirSync(join(home, 'modelgate'))
const fileIn = (home: string) => join(home, 'modelgate', keptIn(home)[0] ?? '')

describe('the compiled program', () => {
  it('is kept in the cache of the user, and changes no report', async () => {
    const [cwd, home] = [scanned(), made()]
    const before = await scan(cwd, {})
    const runs = [await scan(cwd, { XDG_CACHE_HOME: home }), await scan(cwd, { XDG_CACHE_HOME: home })]
    expect(runs).toEqual([before, before])
    expect(keptIn(home)).toEqual([expect.stringMatching(/^code-v\d+\.\d+\.\d+-\w+$/)])
    expect(statSync(join(home, 'modelgate')).mode & 0o077).toBe(0)
  })

  it('is kept by the first few runs and then left as it is', async () => {
    const [cwd, home] = [scanned(), made()]
    const kept: string[] = []
    for (let run = 0; run < 6; run += 1) {
      await scan(cwd, { XDG_CACHE_HOME: home })
      kept.push(digestOf([readFileSync(fileIn(home))]))
    }
    expect(new Set(kept.slice(0, 4)).size).toBe(4)
    expect(kept.slice(4)).toEqual([kept[3], kept[3]])
  })

  it.each([
    ['nothing', ''],
    ['something else', 'modelgate-cache is a fine word\n'],
    ['half of it', 'half'],
    ['one other byte', 'byte'],
  ])('counts for nothing where the file holds %s', async (_, text) => {
    const [cwd, home] = [scanned(), made()]
    const before = await scan(cwd, { XDG_CACHE_HOME: home })
    const whole = readFileSync(fileIn(home))
    const flipped = Buffer.from(whole)
    flipped[whole.length >> 1] = 255 - (whole[whole.length >> 1] ?? 0)
    const broken = { half: whole.subarray(0, whole.length >> 1), byte: flipped }[text] ?? text
    writeFileSync(fileIn(home), broken)
    expect(await scan(cwd, { XDG_CACHE_HOME: home })).toEqual(before)
    expect(readFileSync(fileIn(home)).length).toBeGreaterThan(whole.length / 2)
  })

  it('is not kept for what is asked and answered at once', async () => {
    const [cwd, home] = [scanned(), made()]
    await modelgate(['--version'], { cwd, env: { XDG_CACHE_HOME: home } })
    expect(readdirSync(home)).toEqual([])
  })

  it.each(['CI', 'NODE_DISABLE_COMPILE_CACHE'])('is not kept where %s is set', async name => {
    const [cwd, home] = [scanned(), made()]
    await scan(cwd, { XDG_CACHE_HOME: home, [name]: '1' })
    expect(readdirSync(home)).toEqual([])
  })

  // Who writes into that folder decides what runs.
  it('is not taken from the directory that is scanned', async () => {
    const cwd = scanned()
    mkdirSync(join(cwd, 'modelgate'))
    await scan(cwd, { XDG_CACHE_HOME: cwd })
    await modelgate(['scan', cwd, '--quiet'], {
      cwd: made(),
      env: { XDG_CACHE_HOME: join(cwd, 'deep', 'er') },
    })
    expect(keptIn(cwd)).toEqual([])
    expect(readdirSync(cwd).sort()).toEqual(['modelgate', 'release.py'])
  })

  it('is not taken from a folder into which others may write, nor through a link', async () => {
    const [cwd, open, linked] = [scanned(), made(), made()]
    mkdirSync(join(open, 'modelgate'))
    chmodSync(join(open, 'modelgate'), 0o777)
    symlinkSync(made(), join(linked, 'modelgate'))
    await scan(cwd, { XDG_CACHE_HOME: open })
    await scan(cwd, { XDG_CACHE_HOME: linked })
    expect([keptIn(open), keptIn(linked)]).toEqual([[], []])
  })

  it('is no reason to fail where the folder cannot be made', async () => {
    const cwd = scanned()
    const home = join(made({ file: '' }), 'file')
    expect(await scan(cwd, { XDG_CACHE_HOME: home })).toEqual(await scan(cwd, {}))
  })
})

describe('what is taken', () => {
  const run = (path: string, file: string, stamp = 'v1') => {
    const compiled = openCompiled(path, stamp)
    const module = { exports: null } as unknown as NodeModule
    compiled.load(module, file)
    compiled.save()
    return module.exports
  }

  it('is what was compiled of this very code', () => {
    const folder = made({ 'a.js': 'module.exports = "one"' })
    const [path, file] = [join(folder, 'kept'), join(folder, 'a.js')]
    expect(run(path, file)).toBe('one')
    writeFileSync(file, 'module.exports = "two"')
    expect(run(path, file)).toBe('two')
    // Where it is kept for other code, it runs all the same: nothing is compiled anew.
    const by = digestOf(['v1', process.versions.v8])
    const ofCode = (text: string) => `a.js ${digestOf([text])}`
    const second = readKept(path, by).entries.get(ofCode('module.exports = "two"')) ?? Uint8Array.of()
    keep(path, by, new Map([[ofCode('module.exports = "six"'), second]]))
    writeFileSync(file, 'module.exports = "six"')
    expect(run(path, file)).toBe('two')
  })

  it('is of this version of the program', () => {
    const folder = made({ 'a.js': 'module.exports = 1' })
    const [path, file] = [join(folder, 'kept'), join(folder, 'a.js')]
    run(path, file, 'v1')
    run(path, file, 'v2')
    expect(readKept(path, digestOf(['v1', process.versions.v8])).entries.size).toBe(0)
    expect(readKept(path, digestOf(['v2', process.versions.v8])).entries.size).toBe(2)
  })

  it('keeps what other runs have compiled of other files', () => {
    const folder = made({ 'a.js': 'module.exports = 1', 'b.js': 'module.exports = 2' })
    const path = join(folder, 'kept')
    run(path, join(folder, 'a.js'))
    run(path, join(folder, 'b.js'))
    const names = [...readKept(path, digestOf(['v1', process.versions.v8])).entries.keys()]
    expect(names.map(name => name.split(' ')[0]).sort()).toEqual(['a.js', 'b.js', 'runs'])
  })
})

describe('where it is kept', () => {
  it.each([
    ['linux', { HOME: '/home/u' }, '/home/u/.cache/modelgate'],
    ['linux', { HOME: '/home/u', XDG_CACHE_HOME: '/c' }, '/c/modelgate'],
    ['linux', { HOME: '/home/u', XDG_CACHE_HOME: 'c' }, '/home/u/.cache/modelgate'],
    ['darwin', { HOME: '/Users/u' }, '/Users/u/Library/Caches/modelgate'],
    ['win32', { HOME: '/home/u', LOCALAPPDATA: '/local' }, '/local/modelgate'],
    ['win32', { HOME: '/home/u' }, null],
    ['linux', {}, null],
    ['linux', { HOME: 'u' }, null],
    ['linux', { HOME: '/home/u', CI: 'true' }, null],
    ['linux', { HOME: '/home/u', NODE_DISABLE_COMPILE_CACHE: '1' }, null],
    ['linux', { HOME: '/home/u', NODE_COMPILE_CACHE: '/n' }, null],
    ['linux', { HOME: '/home/u', NODE_V8_COVERAGE: '/n' }, null],
  ])('is told by %s and %j', (platform, environment, place) => {
    expect(placeOf(environment, platform)).toBe(place)
  })
})
