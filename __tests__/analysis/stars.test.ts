import { builtin } from '../policy/configured'
import { analyseSources } from '../support/analyse'

// Each of many modules takes all names of the next one, the last one those of the first, and a package is among them.
function ring(first: string, others: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const sources = Array.from({ length: 80 }, (_, at): readonly [string, string] => [
    `pkg/m${at}.py`,
    at === 40 ? 'from .deep import *\n' : `from .m${(at + 1) % 80} import *\n`,
  ])
  const own = Object.fromEntries([...sources, ['pkg/deep/__init__.py', 'from ..m41 import *\n']])
  const all = Object.entries({ 'pkg/m0.py': first, ...others })
  return { ...own, ...Object.fromEntries(all.map(([path, text]) => [path, `${own[path] ?? ''}${text}`])) }
}

async function foundIn(sources: Readonly<Record<string, string>>): Promise<string[]> {
  return (await analyseSources(sources, builtin)).map(({ span }) => span.file.path)
}

test('a name comes by way of very many modules that take all names from one another', async () => {
  const use = 'opened("a.pkl")\n'
  expect(await foundIn(ring(use, { 'pkg/m70.py': 'from joblib import load as opened\n' }))).toEqual([
    'pkg/m0.py',
  ])
  expect(await foundIn(ring(use, { 'pkg/m70.py': 'from json import load as opened\n' }))).toEqual([])
})

test('so does a module that lies in a package among them', async () => {
  const use = 'inner.opened("a.pkl")\n'
  const at = 'pkg/deep/inner.py'
  expect(await foundIn(ring(use, { [at]: 'from joblib import load as opened\n' }))).toEqual(['pkg/m0.py'])
  expect(await foundIn(ring(use, { [at]: 'from json import load as opened\n' }))).toEqual([])
})

test('each of them has what is bound in any other', async () => {
  const users = Object.fromEntries(
    [5, 39, 40, 41, 79].map(at => [`pkg/m${at}.py`, `opened${at}("a.pkl")\n`] as const),
  )
  const names = [5, 39, 40, 41, 79].map(at => `from joblib import load as opened${at}\n`).join('')
  expect((await foundIn(ring('', { ...users, 'pkg/m20.py': names }))).sort()).toEqual(
    Object.keys(users).sort(),
  )
})
