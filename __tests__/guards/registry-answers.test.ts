import { told } from './reasons'

/** A move to a stage behind a condition. */
function foundBehind(condition: string): Promise<readonly string[]> {
  return told(`
import os
from mlflow import MlflowClient
client = MlflowClient()
target = os.environ["TARGET_STAGE"]
mv = client.get_model_version("churn", "3")

def promote(approved):
    if ${condition}:
        client.transition_model_version_stage("churn", "3", "Production")
`)
}
const stage = (condition: string): string =>
  `weak approval: \`${condition}\` asks where the registry has the version now; it says whether there is anything to move, not whether the model is good`

test.each([
  'mv.current_stage != target',
  'target != mv.current_stage',
  'mv.current_stage != "Production"',
  'mv.current_stage == os.environ["FROM_STAGE"]',
])('what a registry answers is named for what it is: %s', async condition => {
  expect(await foundBehind(condition)).toEqual(['error', stage(condition)])
})

test.each([
  [
    'target == "Production"',
    'is a setting of the environment; it says where the code runs, not whether the model is good',
  ],
  [
    'os.environ["TARGET_STAGE"] != "Production"',
    'is a setting of the environment; it says where the code runs, not whether the model is good',
  ],
])('a setting of the environment stays one: %s', async (condition, says) => {
  expect(await foundBehind(condition)).toEqual(['error', `weak approval: \`${condition}\` ${says}`])
})

test('beside a check of the model it does no harm', async () => {
  expect(
    await foundBehind('mv.current_stage != target and client.get_run(mv.run_id).data.metrics["auc"] > 0.9'),
  ).toEqual([])
})
