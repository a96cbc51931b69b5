import { sha256 } from '../../src/base/hash'
import { byCodeUnits } from '../../src/base/order'

test('texts are ordered by code unit, not by the language of the machine', () => {
  expect(['b', 'ä', 'B', 'a', '_', 'a/b', 'a.b'].sort(byCodeUnits)).toEqual([
    'B',
    '_',
    'a',
    'a.b',
    'a/b',
    'b',
    'ä',
  ])
  expect(byCodeUnits('same', 'same')).toBe(0)
})

test('the hash is SHA-256 of the UTF-8 bytes', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sha256('ä')).not.toBe(sha256('\xc3\xa4'))
})
