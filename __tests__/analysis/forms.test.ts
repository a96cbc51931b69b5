import { type Form, literalsOf, mayBeGiven } from '../../src/analysis/selection/asked'
import { argumentsAt } from '../../src/analysis/selection/written'

const plain: Form = { asks: [], pinned: null, bare: false }
const stage: Form['asks'][number] = { name: 'stage', at: 1, is: { literal: 'Production' } }
const name: Form['asks'][number] = { name: 'name', at: 0, is: /churn/ }
const forced: Form['asks'][number] = { name: 'force', at: -1, is: true }
const unforced: Form['asks'][number] = { name: 'force', at: -1, is: false }

function may(forms: readonly Form[], args: string, isOld = false): boolean {
  return mayBeGiven(
    forms,
    () => argumentsAt(args, 1),
    () => isOld,
  )
}

test.each<[string, Form['asks'], string, boolean]>([
  ['anything', [], '()', true],
  ['a literal by its name', [stage], '(stage="Production")', true],
  ['another literal by its name', [stage], '(stage="Staging")', false],
  ['a literal by its place', [stage], '(a, "Production")', true],
  ['a literal at another place', [stage], '("Production")', false],
  ['a literal behind a name', [stage], '(a, b=1, stage="Production")', true],
  ['what a variable holds', [stage], '(a, b)', true],
  ['nothing', [stage], '()', false],
  ['what cannot be told', [stage], '(*a)', true],
  ['a text that fits', [name], '("churn-4")', true],
  ['a text that does not', [name], '("other")', false],
  ['no text at all', [name], '(None)', true],
  ['a number that is written', [name], '(3)', true],
  ['something for what has to be given', [forced], '(force=x)', true],
  ['nothing for it', [forced], '(x)', false],
  ['something for what must not be given', [unforced], '(force=x)', false],
  ['nothing for that', [unforced], '(x)', true],
  ['both', [name, stage], '("churn", "Production")', true],
  ['one of two', [name, stage], '("churn", "Staging")', false],
  ['the other of two', [name, stage], '("other", "Production")', false],
])('a call that is given %s', (_, asks, args, expected) => {
  expect(may([{ ...plain, asks }], args)).toBe(expected)
})

test('a call may be one of several forms', () => {
  const forms = [
    { ...plain, asks: [name] },
    { ...plain, asks: [forced] },
  ]
  expect(may(forms, '("other", force=1)')).toBe(true)
  expect(may(forms, '("other")')).toBe(false)
  expect(may([], '()')).toBe(false)
})

test('a call may be one only of an old version, or only with nothing in its brackets', () => {
  const old = [{ ...plain, pinned: 'numpy<1.16.3' }]
  expect([may(old, '(x)', true), may(old, '(x)')]).toEqual([true, false])
  const bare = [{ ...plain, bare: true }]
  expect([may(bare, '()'), may(bare, '(x)'), may(bare, '(*x)')]).toEqual([true, false, true])
})

test('the texts that an argument has to be are known where each form asks for one', () => {
  const alias = { ...stage, is: { literal: 'champion' } }
  expect(
    literalsOf(
      [
        { ...plain, asks: [stage] },
        { ...plain, asks: [name, alias] },
      ],
      1,
    ),
  ).toEqual(['Production', 'champion'])
  expect(literalsOf([{ ...plain, asks: [stage] }, plain], 1)).toBeNull()
  expect(literalsOf([{ ...plain, asks: [stage] }], 0)).toBeNull()
  expect(literalsOf([{ ...plain, asks: [name] }], 0)).toBeNull()
  expect(literalsOf([{ ...plain, asks: [{ ...stage, is: { literal: 'a-b' } }] }], 1)).toBeNull()
})
