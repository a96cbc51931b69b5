import { selectFiles } from '../../src/analysis/select'
import { defaultConfiguration } from '../../src/policy/settings'
import { catalogSchema } from '../../src/rules/schema'
import { scan } from '../../src/scan'
import { analyseSources } from '../support/analyse'
import { builtin } from '../support/builtin'
import { temporaryTree } from '../support/tree'
import { notebook, type Sources } from './contained'

const provenance = { source: 'https://acme.example/docs', checked: '2026-12-01' }
const acme = catalogSchema.parse({
  library: 'Acme',
  launchers: [{ command: ['acme runbook'], runs: 'notebook', values: ['--shelf'], ...provenance }],
  starters: [
    {
      call: ['acme.execute'],
      parameters: ['path'],
      line: 'path',
      begins: 'acme runbook',
      raises: true,
      ...provenance,
    },
  ],
})
const rules = { ...builtin, catalogs: [...builtin.catalogs, acme] }

const gate = notebook([
  'import json',
  'if json.load(open("m.json"))["auc"] < 0.8:\n    raise ValueError("low")',
])
const promote =
  'from mlflow import MlflowClient\n\nMlflowClient().set_registered_model_alias("churn", "champion", 3)\n'
const ways: Sources = {
  'release.py': `import acme\n\nacme.execute("gate.ipynb")\n${promote}`,
  'release.sh': 'set -e\nacme --shelf models.ipynb runbook gate.ipynb\npython promote.py\n',
}

function filesWith(path: string): Sources {
  const script = path.endsWith('.sh') ? { 'promote.py': promote } : {}
  return { 'gate.ipynb': gate, 'other.ipynb': gate, ...script, [path]: ways[path] ?? '' }
}

async function rulesFound(sources: Sources, known: typeof builtin): Promise<readonly string[]> {
  return (await analyseSources(sources, known)).map(({ rule }) => rule)
}

describe.each(Object.keys(ways))('a notebook that a program of a file of rules runs: %s', path => {
  const sources = filesWith(path)

  test('holds the check that counts', async () => {
    expect(await rulesFound(sources, rules)).toEqual([])
    expect(await rulesFound(sources, builtin)).toContain('unguarded-promotion')
    const weak = { ...sources, 'gate.ipynb': notebook(['print("fine")']) }
    expect(await rulesFound(weak, rules)).toContain('unguarded-promotion')
  })

  test('is chosen for it', () => {
    const files = Object.entries(sources).map(([at, text]) => ({ path: at, text }))
    const chosen = (known: typeof builtin) => selectFiles(files, known).map(file => file.path)
    expect(chosen(rules)).toContain('gate.ipynb')
    expect(chosen(rules)).not.toContain('other.ipynb')
    expect(chosen(builtin)).not.toContain('gate.ipynb')
  })

  test('by a scan, too', async () => {
    const tree = temporaryTree()
    try {
      tree.write(sources)
      const configuration = { ...defaultConfiguration, failOn: 'never' as const }
      const options = { root: tree.root, paths: [], configuration, version: '0', base: null }
      expect((await scan({ ...options, rules })).findings).toEqual([])
      expect((await scan({ ...options, rules: builtin })).findings).not.toEqual([])
    } finally {
      tree.remove()
    }
  })
})
