import { lineOf } from '../../src/base/lines'
import { readRules } from '../../src/rules/read'
import { analyseSources } from '../support/analyse'
import { withoutMargin } from '../support/margin'

const rules = readRules(['rules'])

/** The steps of the only finding, as `path:line says`. */
async function stepsIn(sources: Readonly<Record<string, string>>): Promise<string[]> {
  const texts = Object.entries(sources).map(([path, python]) => [path, withoutMargin(python)])
  const [finding, ...others] = await analyseSources(Object.fromEntries(texts), rules)
  expect(others).toEqual([])
  return (finding?.steps ?? []).map(
    ({ span, says }) => `${span.file.path}:${lineOf(span.file.text, span.start).line} ${says}`,
  )
}

const registry = `
  import mlflow

  def promote(name, version):
      mlflow.MlflowClient().set_registered_model_alias(name, "champion", version)
`

describe('the path of a finding', () => {
  test('leads through every call on the way to the sink', async () => {
    const release = `
      from registry import promote

      def release(version):
          promote("churn", version)

      if __name__ == "__main__":
          release("7")
    `
    expect(await stepsIn({ 'registry.py': registry, 'release.py': release })).toEqual([
      'release.py:7 `release.py` calls `release`',
      'release.py:4 `release` calls `promote`',
    ])
  })

  test('goes through the caller that checks nothing, not through the one that does', async () => {
    const release = `
      from registry import promote

      def careful(metrics, version):
          if metrics["auc"] > 0.8:
              promote("churn", version)

      def hasty(version):
          promote("churn", version)
    `
    expect(await stepsIn({ 'registry.py': registry, 'release.py': release })).toEqual([
      'release.py:8 `hasty` calls `promote`',
    ])
  })

  test('is empty where nobody calls the function', async () => {
    expect(await stepsIn({ 'registry.py': registry })).toEqual([])
  })

  test('ends where functions only call each other', async () => {
    const circle = `
      import mlflow

      def promote(version):
          mlflow.MlflowClient().set_registered_model_alias("churn", "champion", version)
          retry(version)

      def retry(version):
          promote(version)
    `
    expect(await stepsIn({ 'circle.py': circle })).toEqual([])
  })
})
