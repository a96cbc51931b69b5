import { severityAt } from '../../src/analysis/levels'
import { displayName } from '../../src/analysis/message'
import type { Level } from '../../src/program'
import type { Rule } from '../../src/rules/schema'
import { builtin } from '../support/builtin'

const [some] = builtin.rules
const rule = (level: Level, severity: number): Rule => {
  if (!some) throw new Error('no rules')
  return { ...some, level, severity }
}

test.each<readonly [usual: Level, severity: number, Record<Level, number>]>([
  ['warning', 8.1, { error: 8.9, warning: 8.1, note: 3.9 }],
  ['warning', 5, { error: 7, warning: 5, note: 3.9 }],
  ['warning', 5.83, { error: 7.3, warning: 5.83, note: 3.9 }],
  ['warning', 9.5, { error: 9.5, warning: 9.5, note: 3.9 }],
  ['error', 7.5, { error: 7.5, warning: 6.9, note: 3.9 }],
  ['error', 3, { error: 3, warning: 4, note: 3 }],
  ['note', 2, { error: 7, warning: 4, note: 2 }],
  ['note', 6, { error: 7.5, warning: 6.9, note: 3.9 }],
])('a rule that is a %s of %d lies in the band of the level', (usual, severity, expected) => {
  const levels = ['error', 'warning', 'note'] as const
  const found = levels.map(level => [level, severityAt(level, rule(usual, severity))])
  expect(Object.fromEntries(found)).toEqual(expected)
})

test.each([
  ['joblib.load', 'joblib.load'],
  ['$ aws s3 sync', 'aws s3 sync'],
  ['mlflow.MlflowClient().copy_model_version', 'MlflowClient.copy_model_version'],
  ['huggingface_hub.hf.file.download', 'file.download'],
  ['a.b.c', 'a.b.c'],
  ['a().b', 'a.b'],
  ['boto3.resource[].put', 'boto3.resource.put'],
  ['load', 'load'],
])('the sink %s is shown as %s', (name, shown) => {
  expect(displayName(name)).toBe(shown)
})
