import { expectAsMarked } from '../guards/marked'

const prelude = `
  import celery
  import dramatiq
  import ray
  from celery import shared_task
  from mlflow import MlflowClient
  from prefect import allow_failure, flow, task

  queue = celery.Celery("churn")

  @task
  def evaluate(auc):
      if auc < 0.85:
          raise ValueError("not good enough")
      return auc
`
const move = 'MlflowClient().set_registered_model_alias("churn", "champion", version)'

/** A function that a library starts later, and the calls that start it. */
function started(decorator: string, call: string, calls: string, marked: string): string {
  return `
    ${decorator}
    def promote(version, auc=None):
        ${move}${marked}

    def release(version, auc):
        if auc < 0.85:
            raise ValueError("not good enough")
        ${call}
    ${calls}
  `
}

const ways: readonly (readonly [decorator: string, call: string])[] = [
  ['@task', 'promote.submit(version)'],
  ['@task(retries=3)', 'promote.submit(version)'],
  ['@task', 'promote.map([version])'],
  ['@task', 'promote.delay(version)'],
  ['@shared_task', 'promote.delay(version)'],
  ['@queue.task', 'promote.apply_async((version,))'],
  ['@queue.task', 'promote.s(version)()'],
  ['@dramatiq.actor', 'promote.send(version)'],
  ['@dramatiq.actor', 'promote.send_with_options(args=(version,))'],
  ['@task', 'promote.with_options(retries=3).submit(version)'],
  ['@ray.remote', 'promote.options(num_cpus=1).remote(version)'],
  ['@ray.remote', 'promote.remote(version)'],
]

describe('what a library is told to run later runs behind what was checked before', () => {
  test.each(ways)('%s: %s', async (decorator, call) => {
    await expectAsMarked(prelude, started(decorator, call, '', ''))
    const besides = `\n    def by_hand(version):\n        ${call}\n`
    await expectAsMarked(prelude, started(decorator, call, besides, '  # reported'))
  })

  test('with what it is given, as far as that is told', async () => {
    const moving = (call: string, marked: string): string => `
      @queue.task
      def move(version, alias="challenger"):
          MlflowClient().set_registered_model_alias("churn", alias, version)${marked}

      def release(version):
          ${call}
    `
    await expectAsMarked(prelude, moving('move.delay(version)', ''))
    await expectAsMarked(prelude, moving('move.delay(version, "champion")', '  # reported'))
    await expectAsMarked(prelude, moving('move.apply_async((version, "champion"))', '  # reported as note'))
  })

  test('and not behind what a method of that name checks that is none of it', async () => {
    await expectAsMarked(prelude, started('@task', 'promote.prepare(version)', '', '  # reported'))
  })
})

/** A flow of Prefect in which this is done. */
function inFlow(lines: string, marked: string): string {
  return `
    @task
    def note(auc):
        print(auc)

    @task
    def promote(version, auc=None):
        ${move}${marked}

    @flow
    def release(version, auc):
        ${lines.replaceAll('; ', '\n        ')}
  `
}

describe('what a task of Prefect waits for has ended well where it runs', () => {
  test.each([
    'evaluated = evaluate.submit(auc); promote.submit(version, wait_for=[evaluated])',
    'evaluated = evaluate.submit(auc); promote(version, wait_for=[evaluated])',
    'evaluated = evaluate.submit(auc); noted = note.submit(auc); promote.submit(version, wait_for=[noted, evaluated])',
    'evaluated = evaluate.submit(auc); promote.submit(version, evaluated)',
    'promote.submit(version, auc=evaluate.submit(auc))',
  ])('%s', async lines => {
    await expectAsMarked(prelude, inFlow(lines, ''))
  })

  test.each([
    'evaluated = evaluate.submit(auc); promote.submit(version)',
    'evaluated = evaluate.submit(auc); noted = note.submit(auc); promote.submit(version, wait_for=[noted])',
    'evaluated = evaluate.submit(auc); promote.submit(version, wait_for=[allow_failure(evaluated)])',
    'evaluated = evaluate.submit(auc, return_state=True); promote.submit(version)',
  ])('and nothing else: %s', async lines => {
    await expectAsMarked(prelude, inFlow(lines, '  # reported'))
  })
})
