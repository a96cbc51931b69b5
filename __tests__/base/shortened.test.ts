import { shortened } from '../../src/base/shortened'

test('a text that is short enough stays as it is', () => {
  expect(shortened('models/churn.pkl', 16)).toBe('models/churn.pkl')
})

test('a longer one loses its middle, since a file is known by its name', () => {
  expect(shortened('/mnt/models/of/everybody/churn.pkl', 20)).toBe('/mnt/mode…/churn.pkl')
})

test('no character is cut in two', () => {
  expect(shortened('🚀🚀🚀🚀🚀🚀', 6)).toBe('🚀…🚀')
})
