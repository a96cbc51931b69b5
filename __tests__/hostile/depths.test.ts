import { check } from '../../src/analysis/check'
import { selectFiles } from '../../src/analysis/select'
import { builtin } from '../policy/configured'
import { readSources } from '../support/analyse'

/** What is told of files that were selected before. */
async function told(sources: Readonly<Record<string, string>>): Promise<string[]> {
  const files = Object.entries(sources).map(([path, text]) => ({ path, text }))
  const chosen = selectFiles(files, builtin, { paths: new Set(Object.keys(sources)) })
  const program = await readSources(Object.fromEntries(chosen.map(({ path, text }) => [path, text])))
  return check(program, builtin).map(({ level }) => level)
}

const calls = (count: number): string =>
  Array.from({ length: count }, (_, i) => `def f${i + 1}(p):\n    return f${i}(p)\n`).join('\n')

describe('a path that is handed through calls', () => {
  test.each([3, 16, 20, 100])('%d of them', async count => {
    const text = `import joblib, sys\ndef f0(p):\n    return joblib.load(p)\n${calls(count)}\nf${count}(sys.argv[1])\n`
    expect(await told({ 'a.py': text })).toEqual(['warning'])
  })

  test.each([3, 20, 100])('%d of them, behind a check of its digest', async count => {
    const digest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
    const checked = `if hashlib.sha256(open(path, "rb").read()).hexdigest() != "${digest}":\n    raise ValueError(path)\n`
    const start = `path = sys.argv[1]\n${checked}f${count}(path)\n`
    const text = `import hashlib, joblib, sys\ndef f0(p):\n    return joblib.load(p)\n${calls(count)}\n${start}`
    expect(await told({ 'a.py': text })).toEqual([])
  })
})
