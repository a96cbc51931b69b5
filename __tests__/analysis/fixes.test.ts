import { analyseSources } from '../support/analyse'
import { builtin } from '../support/builtin'

const fixesOf = async (python: string): Promise<readonly [rule: string, fix: string][]> =>
  (await analyseSources({ 'promote.py': python }, builtin)).map(({ rule, fix }) => [rule, fix])

test('an option that skips a question of a registry is no plan of infrastructure', async () => {
  const [[rule, fix] = []] = await fixesOf(
    'from zenml import Model\nModel(name="churn", version="3").set_stage("production", force=True)\n',
  )
  expect(rule).toBe('approval-bypassed')
  expect(fix).toContain('force')
  expect(fix).not.toContain('terraform')
})
