import { told } from './reasons'

const helpers = {
  'a share of predictions': `
def shift(percent):
    endpoint.deploy(model, traffic_percentage=percent)
`,
  'a split that is written out': `
def shift(percent):
    split = {"blue": 100 - percent, "green": percent}
    ml.online_endpoints.begin_create_or_update(ManagedOnlineEndpoint(name="churn", traffic=split))
`,
  'a split of what is there': `
def shift(percent):
    endpoint = ml.online_endpoints.get("churn")
    endpoint.traffic = {"blue": 100 - percent, "green": percent}
    ml.online_endpoints.begin_create_or_update(endpoint)
`,
  'a command': `
def shift(percent):
    words = ["az", "ml", "online-endpoint", "update", "--name", "churn", "--traffic", f"green={percent}"]
    subprocess.run(words, check=True)
`,
  'a method': `
class Release:
    def shift(self, percent):
        endpoint.deploy(model, traffic_percentage=percent)

shift = Release().shift
`,
}

/** What is found where a helper shifts traffic and something is done with it. */
function foundOf(helper: string, steps: string): Promise<readonly string[]> {
  const lines = steps.split('\n').map(line => `    ${line}\n`)
  return told(`
import subprocess, time
from azure.ai.ml import MLClient
from azure.ai.ml.entities import ManagedOnlineEndpoint
from azure.identity import DefaultAzureCredential
from google.cloud import aiplatform
from acme.watch import error_rate, settings
ml = MLClient(DefaultAzureCredential(), "subscription", "group", "workspace")
model = aiplatform.Model("churn")
endpoint = aiplatform.Endpoint("churn")
${helper}
def roll_out():
${lines.join('')}
roll_out()
`)
}

const watched =
  'shift(10)\ntime.sleep(600)\nif error_rate() > 0.01:\n    raise RuntimeError("the canary fails")'
const bound = 'void evaluation: a metric is compared with a bound'
const pause = 'void canary: `time.sleep` waits between two steps, and looks at nothing'

describe.each(Object.entries(helpers))('all of the traffic by a helper that shifts %s', (_, helper) => {
  test('is guarded where the canary that it has shifted to is looked at', async () => {
    expect(await foundOf(helper, `${watched}\nshift(100)`)).toEqual([])
  })

  test('is guarded where it goes no further on a failure', async () => {
    const steps = 'shift(10)\nif error_rate() > 0.01:\n    return\nshift(50)\nshift(100)'
    expect(await foundOf(helper, steps)).toEqual([])
  })

  test('is not where nobody looks', async () => {
    expect(await foundOf(helper, 'shift(10)\ntime.sleep(600)\nshift(100)')).toEqual(['error', pause])
  })

  test('is not where nothing is decided', async () => {
    const steps = 'shift(10)\ntime.sleep(600)\nif error_rate() > 0.01:\n    print("bad")\nshift(100)'
    const why = `${bound}, and the failing side only says so and goes on`
    expect(await foundOf(helper, steps)).toEqual(['error', why, pause])
  })

  test('is not where it is looked at afterwards', async () => {
    const steps = 'shift(10)\nshift(100)\nif error_rate() > 0.01:\n    raise RuntimeError("too late")'
    expect(await foundOf(helper, steps)).toEqual(['error', `${bound}, but only after the call`])
  })

  test('is not where another way leads to it', async () => {
    const steps = `${watched}\nshift(100)`
    expect((await foundOf(`${helper}\ndef hurry():\n    shift(100)\n\nhurry()`, steps))[0]).toBe('error')
  })

  test('may be what nobody knows', async () => {
    expect((await foundOf(helper, `shift(settings["share"])\n${watched}\nshift(100)`))[0]).toBe('error')
  })

  test('is none where it only shifts a part', async () => {
    expect(await foundOf(helper, 'shift(10)\nshift(50)')).toEqual([])
  })
})

test.each([
  [`${watched}\nshift(100)`, true],
  ['shift(10)\ntime.sleep(600)\nshift(100)', false],
  ['shift(10)\nif error_rate() > 0.01:\n    print("bad")\nshift(100)', false],
])('a helper that hands on what it is given is judged by what it is given: %s', async (steps, holds) => {
  const helper = `
def step(share):
    endpoint.deploy(model, traffic_percentage=share)

def shift(percent):
    step(percent)
`
  expect((await foundOf(helper, steps)).slice(0, 1)).toEqual(holds ? [] : ['error'])
})

test('of two that vary either may be what sends all of it', async () => {
  const helper = `
def shift(blue, green):
    split = {"blue": blue, "green": green}
    ml.online_endpoints.begin_create_or_update(ManagedOnlineEndpoint(name="churn", traffic=split))
`
  const steps = 'shift(90, 10)\nif error_rate() > 0.01:\n    raise RuntimeError("bad")\nshift(0, 100)'
  expect((await foundOf(helper, steps))[0]).toBe('error')
})

describe('numbers that are taken from others', () => {
  const split = (blue: string): string => `
def shift():
    split = {"blue": ${blue}, "green": 10}
    ml.online_endpoints.begin_create_or_update(ManagedOnlineEndpoint(name="churn", traffic=split))
`
  test.each([
    ['100 - 10', []],
    ['110 - 10', ['error']],
    ['SHARE - 10', ['note']],
  ])('say how much is left: %s', async (blue, found) => {
    expect(await foundOf(split(blue), 'shift()')).toEqual(found)
  })
})
