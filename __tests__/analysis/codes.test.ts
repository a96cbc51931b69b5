import { openCodes } from '../../src/analysis/selection/codes'
import { withoutProse } from '../../src/analysis/selection/prose'
import type { SourceFile } from '../../src/program'

/** A file that counts how often its text was asked for. */
function counted(path: string, text: string): { file: SourceFile; times: () => number } {
  let times = 0
  const file = {
    path,
    get text() {
      times += 1
      return text
    },
  }
  return { file, times: () => times }
}

describe('the code of files', () => {
  const text = 'def one():\n    """What it is."""\n    return 1  # first\n'

  test('is their text without documentation, with every offset', () => {
    const { file } = counted('a.py', text)
    expect(openCodes()(file)).toBe(withoutProse(text))
    expect(openCodes()(file)).toHaveLength(text.length)
  })

  test.each([
    ['a condition', 'if ready(x):\n    """load(path)"""\n'],
    ['a text in a bracket', 'PROMPTS = {one(x):\n"""load(path)"""\n}\n'],
    ['a head that goes on', 'def one(): return (\n"""load(path)"""\n)\n'],
    ['a head with a value behind it', 'def one():\n    return """load(path)"""\n'],
  ])('keeps a text behind %s', (_, code) => {
    const { file } = counted('a.py', code)
    expect(openCodes()(file)).toBe(code)
  })

  test.each(['async def one():', 'def one(', 'class One(Two):', 'def one(  # why', 'def one() -> int:'])(
    'has no documentation behind %s',
    head => {
      const start = head.includes('(') && !head.endsWith(':') ? `${head}\n    a,\n):` : head
      const { file } = counted('a.py', `${start}\n    """load(path)"""\n    pass\n`)
      expect(openCodes()(file)).not.toContain('load')
      expect(openCodes()(file)).toContain('pass')
    },
  )

  test.each([
    ['with a sign of its own', '# why # """'],
    ['with a quote', "# it's"],
    ['with three quotes', '    # """ so'],
  ])('has no comment %s', (_, comment) => {
    const { file } = counted('a.py', `${comment}\nload(path)  # why\n`)
    expect(openCodes()(file)).toBe(`${' '.repeat(comment.length)}\nload(path)  # why\n`)
  })

  test('is made once while there is room for it', () => {
    const code = openCodes(2 * text.length)
    const [a, b] = [counted('a.py', text), counted('b.py', text)]
    for (const { file } of [a, b, a, b]) code(file)
    expect([a.times(), b.times()]).toEqual([1, 1])
  })

  test('is made anew where others were asked for since, the oldest first', () => {
    const code = openCodes(2 * text.length)
    const [a, b, c] = [counted('a.py', text), counted('b.py', text), counted('c.py', text)]
    for (const { file } of [a, b, a, c, a, b]) expect(code(file)).toBe(withoutProse(text))
    expect([a.times(), b.times(), c.times()]).toEqual([1, 2, 1])
  })

  test('of a file that is too large for all room is given all the same', () => {
    const code = openCodes(1)
    const { file, times } = counted('a.py', text)
    expect([code(file), code(file)]).toEqual([withoutProse(text), withoutProse(text)])
    expect(times()).toBe(1)
  })
})
