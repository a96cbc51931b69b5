import { openMentions } from '../../src/analysis/selection/mentions'
import type { Outline } from '../../src/analysis/selection/outline'

test('where a name stands by itself is the same, whether few or many names were asked for', () => {
  const code = 'import a\nb = a.b(b=1)\nprint(b, a.b, b == 2)\nb_c = b\n'
  const outline = { file: { path: 'x.py' }, code: () => code } as unknown as Outline
  const places = (name: string, before: number): readonly number[] => {
    const mentions = openMentions(word => word)
    for (let i = 0; i < before; i += 1) mentions(outline, `other${i}`)
    return mentions(outline, name)
  }
  const expected = [...code.matchAll(/(?<![.\w])b\b(?! ?= ?[^=])/g)].map(({ index }) => index)
  expect(expected).toHaveLength(3)
  expect(places('b', 0)).toEqual(expected)
  expect(places('b', 40)).toEqual(expected)
  expect(places('none', 40)).toEqual([])
})
