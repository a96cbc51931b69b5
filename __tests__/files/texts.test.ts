import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { UserError } from '../../src/base/user-error'
import { openTexts } from '../../src/files/texts'
import { walk } from '../../src/files/walk'
import type { SourceFile } from '../../src/program'
import { temporaryTree } from '../support/tree'

/** Files of so many characters, taken in one after another, and what was read again since. */
function shelf(lengths: readonly number[], most: number) {
  const again: string[] = []
  const textOf = (path: string) => path.slice(0, 1).repeat(lengths[Number(path.slice(1))] ?? 0)
  const texts = openTexts(path => {
    again.push(path)
    return textOf(path)
  }, most)
  const files = lengths.map((_, i): SourceFile => ({ path: `f${i}`, text: textOf(`f${i}`) }))
  for (const file of files) texts.hold(file)
  return { texts, files, again }
}

const isHeld = (file: SourceFile) => Object.getOwnPropertyDescriptor(file, 'text')?.value !== undefined

test('what was read first stays, and what does not fit is read again where it is asked for', () => {
  const { files, again } = shelf([10, 10, 10, 10], 20)
  expect(files.map(isHeld)).toEqual([true, true, false, true])
  expect(files.map(({ text }) => text.length)).toEqual([10, 10, 10, 10])
  expect(again).toEqual(['f2', 'f3'])
})

test('a text is read once for all who ask for it one after another', () => {
  const { files, again } = shelf([10, 10, 10], 10)
  const [, second] = files
  expect([second?.text, second?.text, { ...second }.text]).toEqual(Array(3).fill('f'.repeat(10)))
  expect(again).toEqual(['f1'])
})

test('in the end only the texts of some are kept, and they stay', () => {
  const { texts, files, again } = shelf([10, 10, 10, 10], 20)
  const [first, , third] = files
  texts.settle(files, new Set(files.filter(file => file === first || file === third)))
  expect(files.map(isHeld)).toEqual([true, false, true, false])
  expect(again).toEqual(['f2'])
  expect(files.map(({ text }) => text.length)).toEqual([10, 10, 10, 10])
  expect([first, third].map(file => file && isHeld(file))).toEqual([true, true])
})

test('once it is done with them, where there is much text none stays for good', () => {
  const { texts, files, again } = shelf([10, 10, 10, 10], 20)
  texts.settle(files, new Set(files))
  texts.unsettle(files)
  expect(files.map(isHeld)).toEqual([false, false, false, false])
  again.length = 0
  expect([...files, ...files].map(({ text }) => text.length)).toEqual(Array(8).fill(10))
  expect(again).toEqual(['f0', 'f1', 'f2', 'f3', 'f0', 'f1', 'f2', 'f3'])
  expect(files.map(isHeld)).toEqual([false, false, false, true])
})

test('where all of it can be held, all stays', () => {
  const { texts, files, again } = shelf([10, 10], 20)
  texts.settle(files, new Set(files))
  texts.unsettle(files)
  expect([files.map(isHeld), again]).toEqual([[true, true], []])
})

test('however they are asked for, no more is held than that, but for one file', () => {
  const order = fc.array(fc.nat(19), { maxLength: 60 })
  const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 20, maxLength: 20 })
  fc.assert(
    fc.property(sizes, order, fc.integer({ min: 0, max: 400 }), (lengths, asked, most) => {
      const { files } = shelf(lengths, most)
      for (const index of asked) {
        expect(files[index]?.text.length).toBe(lengths[index])
        const held = files.filter(isHeld).reduce((sum, { text }) => sum + text.length, 0)
        expect(held).toBeLessThanOrEqual(most + most / 16 + Math.max(...lengths))
      }
    }),
    { numRuns: 100, seed: 4 },
  )
})

describe('in a walk', () => {
  const claims = (path: string) => path.endsWith('.py')

  test('every file is looked at while its text is at hand', () => {
    const { root, write, remove } = temporaryTree()
    write({ 'a.py': 'a = 1\n', 'b/c.py': 'c = 1\n', 'd.md': '' })
    const seen: unknown[] = []
    const look = (file: SourceFile) => seen.push([file.path, isHeld(file), file.text])
    const { files } = walk(root, { claims, look, mostHeld: 0 })
    expect(seen).toEqual([
      ['a.py', true, 'a = 1\n'],
      ['b/c.py', true, 'c = 1\n'],
    ])
    expect(files.map(isHeld)).toEqual([false, true])
    expect(files.map(({ text }) => text)).toEqual(['a = 1\n', 'c = 1\n'])
    remove()
  })

  test('a file that is gone in the meantime is told in a sentence', () => {
    const { root, write, remove } = temporaryTree()
    write({ 'a.py': 'a = 1\n', 'b.py': 'b = 1\n' })
    const [first] = walk(root, { claims, mostHeld: 0 }).files
    rmSync(join(root, 'a.py'))
    expect(() => first?.text).toThrow(UserError)
    expect(() => first?.text).toThrow(/^a\.py: it was there when the scan began/)
    remove()
  })
})
