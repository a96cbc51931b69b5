import { defaultConfiguration } from '../../src/policy/settings'
import { builtinRules } from '../../src/rules/builtin'
import { scan } from '../../src/scan'
import { temporaryTree } from '../support/tree'

const broken = `
resources:
  jobs:
    train:
      tasks:
        - task_key: a
          {{if eq .cloud "aws"}}notebook_task:
          notebook_path: ../train
`

test('what several frontends notice of a file is told once', async () => {
  const tree = temporaryTree()
  try {
    tree.write({ 'databricks.yml': 'bundle:\n  name: churn\n', 'resources/train.yml.tmpl': broken })
    const { notices } = await scan({
      root: tree.root,
      paths: [],
      configuration: defaultConfiguration,
      rules: builtinRules(),
      version: '0',
      base: null,
    })
    expect(notices.map(({ path, line }) => `${path}:${line}`)).toEqual(['resources/train.yml.tmpl:6'])
  } finally {
    tree.remove()
  }
})
