import { foldersIn } from '../../src/analysis/folders'
import { isPlainBase, isPlainType } from '../../src/analysis/libraries'
import { isPython } from '../../src/analysis/python'
import { readSources } from '../support/analyse'

test.each([
  ['object', true],
  ['abc.ABC', true],
  ['typing.Generic[]', true],
  ['typing.Protocol', true],
  ['typing.Generic[]()', false],
  ['enum.IntEnum', true],
  ['enum.x.y', false],
  ['str', true],
  ['int', true],
  ['dict', true],
  ['list', true],
  ['Exception', true],
  ['strategy', false],
  ['mistr', false],
  ['my.object', false],
  ['acme.Base', false],
])('a base of the name %s brings no members worth naming: %p', (name, plain) => {
  expect(isPlainBase(name)).toBe(plain)
})

test.each([
  ['typing.Any', true],
  ['None', true],
  ['str', true],
  ['int', true],
  ['float', true],
  ['bool', true],
  ['dict', true],
  ['list', true],
  ['tuple', true],
  ['object', true],
  ['typings.X', false],
  ['Nones.X', false],
  ['strategy.X', false],
  ['integral.X', false],
  ['floats.X', false],
  ['boolean.X', false],
  ['dictdb.X', false],
  ['listing.X', false],
  ['tuples.X', false],
  ['objects.X', false],
  ['my.str', false],
])('a type of the name %s has no members worth naming: %p', (name, plain) => {
  expect(isPlainType(name)).toBe(plain)
})

test.each([
  ['a.py', true],
  ['a.pyw', true],
  ['a.ipynb', true],
  ['a.qmd', true],
  ['a.qmd.py', true],
  ['a.ipynb.x1', true],
  ['README.md#python-1', true],
  ['README.md#python-12', true],
  ['README.md#python-', false],
  ['README.md#python-1x', false],
  ['a.pyc', false],
  ['a.py-x', false],
  ['apy', false],
  ['a.sh', false],
  ['a.py.x-y', false],
])('%s holds Python: %p', (path, is) => {
  expect(isPython(path)).toBe(is)
})

test('the folders of a repository are those above its files', async () => {
  const program = await readSources({ 'a.py': '', 'b/c/d.py': '', 'b/c/e/f.py': '', 'gg/h.txt': '' })
  expect([...foldersIn(program)].sort()).toEqual(['b', 'b/c', 'b/c/e', 'gg'])
  expect(foldersIn(program)).toBe(foldersIn(program))
})
