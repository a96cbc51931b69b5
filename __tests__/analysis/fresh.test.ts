import { readRules } from '../../src/rules/read'
import { expectAsMarked } from '../guards/marked'
import { found, promised } from '../rules/expectation'
import { analyseSources } from '../support/analyse'

const client = `
  import datetime
  import random
  import time
  import uuid
  from datetime import datetime as moment

  from azure.ai.ml import MLClient
  from azure.ai.ml.entities import ManagedOnlineEndpoint

  client = MLClient.from_config()

  def release(name):
      endpoint = ManagedOnlineEndpoint(name=name, auth_mode="key")
      client.begin_create_or_update(endpoint).result()
      endpoint.traffic = {"blue": 100}
      client.begin_create_or_update(endpoint).result()`

function named(python: string, level: string): string {
  return `${client}  # reported as ${level}\n\n${python
    .split('\n')
    .map(line => `  ${line}`)
    .join('\n')}\n`
}

describe('an endpoint under a name that is another one in each run serves nobody yet', () => {
  test.each([
    ['the time, in seconds', 'release("churn-" + datetime.datetime.now().strftime("%m%d%H%M%f"))'],
    ['the time by an imported class', 'release(f"churn-{moment.utcnow().strftime(\'%Y%m%d%H%M%S\')}")'],
    ['the time as a number', 'stamp = int(time.time())\nrelease("churn-" + str(stamp))'],
    ['the time as a text', 'release("churn-%s" % time.strftime("%H%M%S"))'],
    ['a random text', 'release("churn-" + str(uuid.uuid4())[:8])'],
    ['a random text by its digits', 'release(f"churn-{uuid.uuid4().hex}")'],
    ['a random number', 'release("churn-{}".format(random.randint(0, 1000000)))'],
    ['random letters', 'release("churn-" + "".join(random.choices("abc", k=8)))'],
    ['a function that makes one', 'def fresh():\n    return f"churn-{uuid.uuid4()}"\n\nrelease(fresh())'],
  ])('%s', (_, python) => expectAsMarked('', named(python, 'warning')))

  test.each([
    ['no more than the month', 'release("churn-" + datetime.datetime.now().strftime("%Y%m"))'],
    ['a form of the time that nobody knows', 'release("churn-" + datetime.datetime.now().strftime(FORM))'],
    ['one that is written out now and then', 'release(NAME or "churn-" + str(uuid.uuid4()))'],
    ['one of two callers that has none', 'release("churn-" + str(uuid.uuid4()))\nrelease("churn")'],
    ['what only counts a random text', 'release("churn-" + str(len(str(uuid.uuid4()))))'],
    ['a name from elsewhere', 'import sys\nrelease(sys.argv[1])'],
  ])('%s: an endpoint that may serve', (_, python) => expectAsMarked('', named(python, 'error')))
})

const rules = readRules(['rules'])

test.each([
  ['ENDPOINT=endpt-`echo $RANDOM`', 'warning'],
  ['export ENDPOINT="endpt-$RANDOM"', 'warning'],
  ['ENDPOINT="endpt-$(date +%s)"', 'warning'],
  ['ENDPOINT="endpt-$(date +%Y%m)"', 'error'],
  ['ENDPOINT="endpt-$GITHUB_SHA"', 'error'],
  ['ENDPOINT=churn', 'error'],
])('a shell in which %s: all traffic is a %s', async (assignment, level) => {
  const sources = {
    'release.sh': `${assignment}\naz ml online-endpoint create -n $ENDPOINT -f endpoint.yml\naz ml online-deployment create -e $ENDPOINT -n blue -f blue.yml --all-traffic  # reported as ${level}\naz ml online-endpoint update -n $ENDPOINT --traffic "blue=0 green=100"  # reported as ${level}\n`,
  }
  const promises = promised({ title: '', files: sources }, '*')
  expect(found(await analyseSources(sources, rules), promises)).toEqual(promises)
})
