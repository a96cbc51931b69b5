import { analyseSources } from '../support/analyse'
import { builtin } from '../support/builtin'

const prelude = `
import asyncio, pickle
from fastapi.concurrency import run_in_threadpool
from azure.storage.blob import BlobServiceClient

def fetch(name):
    return BlobServiceClient("x").get_blob_client("models", name).download_blob().readall()

async def load(name, blob=BlobServiceClient("x").get_blob_client("models", "churn")):
`

async function messageOf(body: string): Promise<string | undefined> {
  const lines = body.split('\n').map(line => `    ${line}`)
  const [finding] = await analyseSources({ 'load.py': `${prelude}${lines.join('\n')}\n` }, builtin)
  return finding?.message
}

test.each([
  'pickle.loads(await asyncio.to_thread(fetch, name))',
  'pickle.loads(await run_in_threadpool(fetch, name))',
  'pickle.loads(await asyncio.get_running_loop().run_in_executor(None, fetch, name))',
  'stream = await asyncio.to_thread(blob.download_blob)\npickle.loads(await asyncio.to_thread(stream.readall))',
])('what a function gives is the same in another thread: %s', async body => {
  expect(await messageOf(body)).toContain('The artifact comes from a bucket')
})

test.each([
  'pickle.loads(await asyncio.to_thread())',
  'pickle.loads(await asyncio.to_thread(asyncio.to_thread, asyncio.to_thread, len, name))',
])('what is not known there is not known: %s', async body => {
  const message = await messageOf(body)
  expect(message).toContain('nothing verified it first')
  expect(message).not.toContain('bucket')
})
