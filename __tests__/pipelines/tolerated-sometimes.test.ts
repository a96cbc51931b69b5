import { evaluateScript, findingsIn, promoteScript } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }

async function found(jobs: string): Promise<readonly string[]> {
  const yaml = `on: [push, pull_request]\njobs:\n${jobs}`
  const all = await findingsIn({ ...scripts, '.github/workflows/cd.yml': yaml })
  return all.flatMap(({ finding, guards }) => [finding.replace(/ .*/, ''), ...guards])
}

const why = (tolerated: string): string =>
  `evaluation void: \`evaluate\` is needed, and this job goes on whatever came of it (\`continue-on-error: ${tolerated}\`)`

/** A job whose failure may be tolerated, in a matrix. */
const job = (tolerated: string, matrix: string): string => `
  evaluate: {${matrix}continue-on-error: ${tolerated}, steps: [{run: python evaluate.py}]}
  release: {needs: evaluate, if: github.event_name == 'push', steps: [{run: python promote.py}]}
`

/** A step whose failure may be tolerated. */
const step = (tolerated: string, matrix: string): string => `
  release: {${matrix}if: github.event_name == 'push', steps: [{run: python evaluate.py, continue-on-error: ${tolerated}}, {run: python promote.py}]}
`

const experimental = '"${{ matrix.experimental }}"'
const matrix = (axes: string): string => `strategy: {matrix: {${axes}}}, `

describe('a failure that is tolerated sometimes', () => {
  test.each([
    ['where somebody says so', '"${{ inputs.lenient }}"', ''],
    ['where a variable of the repository says so', '"${{ vars.LENIENT == 1 }}"', ''],
    ['on a push', `"\${{ github.event_name == 'push' }}"`, ''],
    ['in each run of a matrix', experimental, matrix('experimental: [true]')],
    ['in each run of a matrix that is written out', experimental, matrix('include: [{experimental: true}]')],
    ['always', '"${{ true }}"', ''],
  ])('stops nothing: %s', async (_, tolerated, around) => {
    expect((await found(job(tolerated, around)))[0]).toBe('error')
    expect((await found(step(tolerated, around)))[0]).toBe('error')
  })

  test.each([
    ['on pull requests only', `"\${{ github.event_name == 'pull_request' }}"`, ''],
    ['in some runs of a matrix', experimental, matrix('experimental: [true, false]')],
    [
      'in one further run',
      experimental,
      matrix('m: [a], experimental: [false], include: [{experimental: true}]'),
    ],
    ['never', '"${{ false }}"', ''],
    ['never, in plain words', 'false', ''],
  ])('stops what needs it: %s', async (_, tolerated, around) => {
    expect(await found(job(tolerated, around))).toEqual([])
  })

  test('in a run that only a row of the matrix adds', async () => {
    const rows = matrix('m: [a, b], include: [{m: c, experimental: true}]')
    expect(await found(job(experimental, rows))).toEqual([])
  })

  test('says what it hangs on', async () => {
    expect(await found(job('"${{ inputs.lenient }}"', ''))).toEqual(['error', why('${{ inputs.lenient }}')])
    expect(await found(job('true', ''))).toEqual(['error', why('true')])
  })
})
