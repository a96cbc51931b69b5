import { readGrammar } from '../../src/files/grammars'

test.each(['python', 'bash', 'runtime'] as const)('the %s file is WebAssembly', name => {
  expect([...readGrammar(name).subarray(0, 4)]).toEqual([0x00, 0x61, 0x73, 0x6d])
})

test('each name has its own file', () => {
  const files = (['python', 'bash', 'runtime'] as const).map(name =>
    Buffer.from(readGrammar(name)).toString('latin1'),
  )
  expect(new Set(files).size).toBe(3)
})
