import { globTest, isModest } from '../../src/policy/paths'

const hostile = [`${'a'.repeat(200)}!`, `${'a/'.repeat(60)}y`, `${'x/'.repeat(90)}y`]

// A repository brings its configuration along.
test.each([
  ['(a|aa)+b'],
  ['(a+)+b'],
  ['((a+)+)+b'],
  ['(a|aa)'.repeat(30)],
  ['{a,aa}{a,aa}{a,aa}{a,aa}b'],
  ['[a-z]*[a-z]*b'],
  ['**/x/**/x/**/x/**/z'],
  ['a**/x**/x**/b**'],
])('a path that may be written is tried in no time: %s', glob => {
  expect(isModest(glob)).toBe(true)
  expect(hostile.map(path => globTest(glob)(path))).toEqual([false, false, false])
})

test.each([['{a,aa}'.repeat(5)], ['[a-z]*[a-z]*[a-z]*b'], ['a*/b*/c*/d*/e*'], ['a'.repeat(301)]])(
  'a path that takes long to try is none: %s',
  glob => {
    expect(isModest(glob)).toBe(false)
  },
)

test.each([
  ['app/(shop)/*.py', 'app/(shop)/page.py', 'app/shop/page.py'],
  ['{train,serve}/**/*.{py,ipynb}', 'serve/a/b.ipynb', 'other/a/b.ipynb'],
])('%s fits %s and not %s', (glob, path, other) => {
  expect([globTest(glob)(path), globTest(glob)(other)]).toEqual([true, false])
})
