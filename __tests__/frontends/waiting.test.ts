import { readSources } from '../support/analyse'

const rows = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => write(at)).join('')

const job = (stage: string) => (at: number) => `${stage}${at}: {stage: ${stage}, script: [python a.py]}\n`

const told = async (tests: number, deployments: number) => {
  const text = `stages: [test, deploy]\n${rows(tests, job('test'))}${rows(deployments, job('deploy'))}`
  const { units, notices } = await readSources({ '.gitlab-ci.yml': text })
  const facts = [...units.values()].flatMap(({ kind, blocks }) =>
    kind === 'job' ? blocks.flatMap(block => block.facts.filter(fact => fact.kind === 'after')) : [],
  )
  return { waits: facts.length, notices: notices.map(({ kind, message }) => `${kind}: ${message}`) }
}

test('each job of a stage waits for all jobs of the stages before', async () => {
  expect(await told(30, 20)).toEqual({ waits: 600, notices: [] })
})

test('where very many jobs wait for very many others, some of them do not, and that is told', async () => {
  const { waits, notices } = await told(1_000, 500)
  expect(waits).toBe(400_000)
  expect(notices).toEqual([
    'limit: Very many jobs wait for very many others; what some of them have shown counts for none that waits.',
  ])
})
