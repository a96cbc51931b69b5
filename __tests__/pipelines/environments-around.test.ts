import { findingsIn } from './scanned'

const command = 'az ml online-endpoint update -n $ENDPOINT --traffic green=100'

async function foundIn(job: string): Promise<string[]> {
  const workflow = `on: push\njobs:\n  roll:\n    ${job}\n    steps:\n      - run: ${command}\n`
  return (await findingsIn({ '.github/workflows/cd.yml': workflow })).map(({ finding }) => finding)
}

test.each(['environment: staging', 'environment: {name: Test}'])(
  'a job that names another environment does not move what serves users: %s',
  async job => {
    expect(await foundIn(job)).toEqual([])
  },
)

test.each(['name: Roll out', 'environment: ${{ matrix.stage }}'])(
  'a job that names none may: %s',
  async job => {
    expect(await foundIn(job)).toHaveLength(1)
  },
)
