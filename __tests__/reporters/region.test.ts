import { firstLineOf, primaryRegion } from '../../src/reporters/region'
import { findingIn, spanOf } from '../support/reports'

const marked = (text: string, call: string) => {
  const { line, column, endColumn } = primaryRegion(findingIn({ path: 'a.py', text }, call))
  return `${line}: ${text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1)}`
}

test('a call on one line is marked from end to end', () => {
  expect(marked('x = 1\nmodel = joblib.load(path)  # why\n', 'joblib.load(path)')).toBe(
    '2: joblib.load(path)',
  )
})

test('a call over several lines is marked to the end of the line of its name', () => {
  expect(
    marked('m = joblib.load(  # why \r\n    path,\r\n)\r\n', 'joblib.load(  # why \r\n    path,\r\n)'),
  ).toBe('1: joblib.load(  # why')
})

test('a callee over several lines is marked where its last name stands', () => {
  expect(marked('m = (\n    registry\n\t  .promote(version)\n)\n', 'registry\n\t  .promote(version)')).toBe(
    '3: .promote(version)',
  )
})

test('the end column is behind the last character, in UTF-16 units', () => {
  expect(primaryRegion(findingIn({ path: 'a.py', text: 'f("😀"); load(x)' }, 'load(x)'))).toEqual({
    line: 1,
    column: 10,
    endColumn: 17,
  })
})

test('a span over several lines is cut behind its first', () => {
  const file = { path: 'a.py', text: 'a = f(\n  1,\n)\n' }
  expect(firstLineOf(spanOf(file, 'f(\n  1,\n)'))).toEqual({ line: 1, column: 5, endColumn: 7 })
})
