import { findingsIn } from '../pipelines/scanned'

const load = (write: string): string => `
  import pickle
  from pathlib import Path

  import requests

  path = Path("/srv/models/churn.pkl")
  ${write}
  model = pickle.load(path.open("rb"))
`

async function messagesIn(write: string): Promise<string[]> {
  return (await findingsIn({ 'serve.py': load(write) })).map(
    ({ finding, message }) => `${finding}: ${message}`,
  )
}

test.each(['path.write_bytes(b"x")', 'path.open("wb").write(b"cos\\nsystem\\n")'])(
  'what is written out in the code comes from the code: %s',
  async write => {
    expect(await messagesIn(write)).toEqual([])
  },
)

test('what is written to it may come from elsewhere', async () => {
  const [found] = await messagesIn('path.write_bytes(requests.get("https://acme.example/churn.pkl").content)')
  expect(found).toMatch(/^error serve.py:8 unverified-artifact-load: .* comes (over|from) the network/)
})
