import { readGrammar } from '../../src/files/grammars'

test.each(['python', 'runtime'] as const)('the %s file is WebAssembly', name => {
  expect([...readGrammar(name).subarray(0, 4)]).toEqual([0x00, 0x61, 0x73, 0x6d])
})

test('each name has its own file', () => {
  expect(Buffer.compare(readGrammar('python'), readGrammar('runtime'))).not.toBe(0)
})
