import { findingsIn } from '../pipelines/scanned'
import { atOnce } from '../shards/sharded'
import { repository } from '../support/repository'
import { expectAsMarked } from './marked'

const prelude = `
  import asyncio
  from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
  from mlflow import MlflowClient
  from prefect import flow, task

  client = MlflowClient()

  async def check(run_id):
      if client.get_run(run_id).data.metrics["auc"] < 0.85:
          raise RuntimeError("not good enough")

  def look(run_id):
      if client.get_run(run_id).data.metrics["auc"] < 0.85:
          raise RuntimeError("not good enough")
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

const awaited = {
  'a coroutine that is awaited holds': `
    async def release(version, run_id):
        await check(run_id)
        ${move}
  `,
  'a coroutine that nobody awaits does not': `
    async def release(version, run_id):
        check(run_id)
        ${move}  # reported
  `,
  'a method that nobody awaits does not': `
    class Gate:
        async def check(self, run_id):
            await check(run_id)

        async def release(self, version, run_id):
            self.check(run_id)
            ${move}  # reported
  `,
  'a static method that nobody awaits does not': `
    class Gate:
        @staticmethod
        async def check(run_id):
            await check(run_id)

        async def release(self, version, run_id):
            Gate.check(run_id)
            ${move}  # reported
  `,
  'a static method that is awaited holds': `
    class Gate:
        @staticmethod
        async def check(run_id):
            await check(run_id)

        async def release(self, version, run_id):
            await Gate.check(run_id)
            ${move}
  `,
  'what a decorator makes of a coroutine may be a function like any other': `
    import acme

    @acme.at_once
    async def checked(run_id):
        if client.get_run(run_id).data.metrics["auc"] < 0.85:
            raise RuntimeError("not good enough")

    def release(version, run_id):
        checked(run_id)
        ${move}
  `,
  'a method that is awaited holds': `
    class Gate:
        async def check(self, run_id):
            await check(run_id)

        async def release(self, version, run_id):
            await self.check(run_id)
            ${move}
  `,
  'a coroutine that is run holds': `
    def release(version, run_id):
        asyncio.run(check(run_id))
        ${move}
  `,
  'coroutines that are gathered hold': `
    async def release(version, run_id, other):
        await asyncio.gather(check(run_id), check(other))
        ${move}
  `,
  'coroutines whose exceptions are gathered do not': `
    async def release(version, run_id, other):
        await asyncio.gather(check(run_id), check(other), return_exceptions=True)
        ${move}  # reported
  `,
  'a list of coroutines whose exceptions are gathered does not': `
    async def release(version, run_id):
        checks = [check(run_id)]
        await asyncio.gather(*checks, return_exceptions=True)
        ${move}  # reported
  `,
  'coroutines whose exceptions are not gathered hold': `
    async def release(version, run_id):
        await asyncio.gather(check(run_id), return_exceptions=False)
        ${move}
  `,
  'coroutines that are only waited for do not': `
    async def release(version, run_id):
        await asyncio.wait([check(run_id)])
        ${move}  # reported
  `,
  'a task that is only made does not': `
    async def release(version, run_id):
        asyncio.create_task(check(run_id))
        ${move}  # reported
  `,
  'a task that is awaited holds': `
    async def release(version, run_id):
        await asyncio.create_task(check(run_id))
        ${move}
  `,
  'a task of a group holds': `
    async def release(version, run_id):
        async with asyncio.TaskGroup() as group:
            group.create_task(check(run_id))
        ${move}
  `,
  'what another thread checks holds where it is awaited': `
    async def release(version, run_id):
        await asyncio.to_thread(look, run_id)
        ${move}
  `,
  'what another thread would check does not where nobody awaits it': `
    async def release(version, run_id):
        asyncio.to_thread(look, run_id)
        ${move}  # reported
  `,
}

test.each(Object.entries(awaited))('%s', async (_, python) => {
  await expectAsMarked(prelude, python)
})

const futures = {
  'what comes of a future holds': `
    def release(version, run_id):
        with ThreadPoolExecutor() as pool:
            future = pool.submit(look, run_id)
        future.result()
        ${move}
  `,
  'what comes of a future at once holds': `
    def release(version, run_id):
        pool = ProcessPoolExecutor()
        pool.submit(look, run_id).result()
        ${move}
  `,
  'a future that nobody asks does not': `
    def release(version, run_id):
        with ThreadPoolExecutor() as pool:
            pool.submit(look, run_id)
        ${move}  # reported
  `,
  'a future that is only asked for its exception does not': `
    def release(version, run_id):
        with ThreadPoolExecutor() as pool:
            future = pool.submit(look, run_id)
        future.exception()
        ${move}  # reported
  `,
  'what comes of a future after the call does not': `
    def release(version, run_id):
        with ThreadPoolExecutor() as pool:
            future = pool.submit(look, run_id)
            ${move}  # reported
            future.result()
  `,
  'what comes of a future that is let fail does not': `
    def release(version, run_id):
        future = ThreadPoolExecutor().submit(look, run_id)
        try:
            future.result()
        except RuntimeError:
            pass
        ${move}  # reported
  `,
  'what comes of a task that was submitted holds': `
    gate = task(look)

    @task
    def measure(run_id):
        look(run_id)

    @flow
    def release(version, run_id):
        future = measure.submit(run_id)
        future.result()
        ${move}
  `,
  'a task that was submitted and is only waited for does not': `
    @task
    def measure(run_id):
        look(run_id)

    @flow
    def release(version, run_id):
        future = measure.submit(run_id)
        future.wait()
        ${move}  # reported
  `,
  'what comes of a task that was submitted, and is not to raise, does not': `
    @task
    def measure(run_id):
        look(run_id)

    @flow
    def release(version, run_id):
        future = measure.submit(run_id)
        future.result(raise_on_failure=False)
        ${move}  # reported
  `,
}

test.each(Object.entries(futures))('%s', async (_, python) => {
  await expectAsMarked(prelude, python)
})

test.each([
  ['check(run_id)', '`check` is a coroutine, and nobody awaits it'],
  [
    'await asyncio.gather(check(run_id), return_exceptions=True)',
    'and the exception that it raises is swallowed',
  ],
])('the report says why %s guards nothing', async (line, reason) => {
  const python = `
import asyncio
from mlflow import MlflowClient

client = MlflowClient()

async def check(run_id):
    if client.get_run(run_id).data.metrics["auc"] < 0.85:
        raise RuntimeError("not good enough")

async def release(version, run_id):
    ${line}
    ${move}
`
  const [found] = await findingsIn({ 'release.py': python })
  expect(found?.guards.join()).toContain(reason)
})

test('a task of one side of a comparison is none of the other', async () => {
  const gate = (mark: string) => `
from mlflow import MlflowClient
from prefect import task

${mark}def measure(run_id):
    if MlflowClient().get_run(run_id).data.metrics["auc"] < 0.85:
        raise RuntimeError("not good enough")
`
  const release = `
from gate import measure
from mlflow import MlflowClient

client = MlflowClient()

def release(version, run_id):
    measure.submit(run_id).result()
    ${move}
`
  const repo = repository({ 'gate.py': gate('@task\n'), 'release.py': release })
  repo.commit({ 'gate.py': gate('') })
  const { comparison } = await atOnce(repo.root, { since: 'HEAD~1' })
  expect(comparison).toMatchObject({ fresh: 1 })
  repo.remove()
})
