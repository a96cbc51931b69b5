import { check } from '../../src/analysis/check'
import { builtin } from '../policy/configured'
import { readSources } from '../support/analyse'

const indent = (depth: number): string => '  '.repeat(depth + 2)

/** A loop whose body ends in a `finally` in which another `try` ends in one, and so on: the last one loads. */
function endings(deep: number, jumps: readonly string[]): string {
  const levels = Array.from({ length: deep }, (_, i) => {
    const body = jumps.map((jump, j) => `${indent(i + 1)}if ask(${i}, ${j}): ${jump}\n`).join('')
    return `${indent(i)}try:\n${body}${indent(i + 1)}score(x)\n${indent(i)}finally:\n`
  })
  const load = `${indent(deep)}joblib.load(path)\n`
  return `import joblib\ndef f(path, xs):\n  for x in xs:\n${levels.join('')}${load}`
}

async function told(text: string): Promise<string[]> {
  const program = await readSources({ 'a.py': text })
  const findings = check(program, builtin)
  return [...findings.map(({ level }) => level), ...program.notices.map(({ message }) => message)]
}

const cut = 'There are too many ways through this code; some of them were not followed.'

describe('`finally` in `finally`, with jumps in the bodies', () => {
  test.each([
    ['four deep', endings(4, ['return x', 'break'])],
    ['three deep, with every jump in a loop', endings(3, ['return x', 'break', 'continue'])],
  ])('%s is followed', async (_, text) => {
    expect(await told(text)).toEqual(['warning'])
  })

  test.each([
    ['ten deep', endings(10, ['return x', 'break'])],
    ['ten deep, with every jump in a loop', endings(10, ['return x', 'break', 'continue'])],
  ])('%s is cut, and that is said', async (_, text) => {
    expect(await told(text)).toEqual(['warning', cut])
  })
})
