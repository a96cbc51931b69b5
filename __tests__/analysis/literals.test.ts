import { changeCase, converted } from '../../src/analysis/literals'

test.each([
  ['7', 7],
  [' -1_000.5e-1 ', -100.05],
  ['.5', 0.5],
  ['+2.', 2],
  ['7x', '7x'],
  ['x7', 'x7'],
  ['1e', '1e'],
  ['.', '.'],
  ['', ''],
  [true, true],
])('%p read as a number is %p', (value, number) => {
  expect(converted(value, 'number')).toBe(number)
})

test.each([
  ['yes', true],
  ['ON', true],
  ['1', true],
  ['off', false],
  ['No', false],
  ['0', false],
  ['yes!', 'yes!'],
  ['a true', 'a true'],
  ['off-peak', 'off-peak'],
  ['know', 'know'],
])('%p read as a truth value is %p', (value, truth) => {
  expect(converted(value, 'boolean')).toBe(truth)
})

test('what is read as nothing else is itself', () => {
  expect([converted('7', null), converted('yes', null)]).toEqual(['7', 'yes'])
})

test('methods of a text change it, and others do not', () => {
  expect(['lower', 'upper', 'strip', 'title'].map(method => changeCase(' aB ', method))).toEqual([
    ' ab ',
    ' AB ',
    'aB',
    ' aB ',
  ])
})
