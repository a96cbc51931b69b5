import { selectFiles } from '../../src/analysis/select'
import { pythonIn } from '../../src/frontends'
import { catalogSchema } from '../../src/rules/schema'
import { analyseSources } from '../support/analyse'
import { builtin } from '../support/builtin'
import type { Sources } from './contained'

const provenance = { source: 'https://acme.example/docs', checked: '2026-12-01' }
const sink = { call: ['acmetools.models.ship'], does: 'promotion', says: 'ships a model', ...provenance }
const starter = {
  call: ['acme.sh.Shell().go'],
  parameters: ['line'],
  line: 'line',
  raises: true,
  ...provenance,
}

// Nothing was put out that could be taken for code.
function notebook(cells: readonly string[]): string {
  return JSON.stringify({ cells: cells.map(source => ({ cell_type: 'code', source })), metadata: {} })
}

function withAcme(says: object): typeof builtin {
  return { ...builtin, catalogs: [...builtin.catalogs, catalogSchema.parse({ library: 'Acme', ...says })] }
}

function chosen(sources: Sources, rules: typeof builtin): readonly string[] {
  const files = Object.entries(sources).map(([path, text]) => ({ path, text }))
  return selectFiles(files, rules, { pythonIn: file => pythonIn(file, () => undefined) }).map(
    ({ path }) => path,
  )
}

async function found(sources: Sources, rules: typeof builtin): Promise<readonly string[]> {
  return (await analyseSources(sources, rules)).map(({ rule }) => rule)
}

test('what a notebook has without an import may be a name of a file of rules', async () => {
  const sources = {
    'ship.py': '# Databricks notebook source\nacmetools.models.ship("churn")\n',
    'other.py': '# Databricks notebook source\nothers.models.ship("churn")\n',
  }
  expect(await found(sources, withAcme({ sinks: [sink] }))).toEqual(['unguarded-promotion'])
  expect(chosen(sources, withAcme({ sinks: [sink], ambient: ['acmetools'] }))).toContain('ship.py')
  expect(chosen(sources, withAcme({ sinks: [sink] }))).toEqual([])
})

test('a notebook that starts a script by a call of a file of rules is chosen', async () => {
  const sources = {
    'release.ipynb': notebook([
      'import click\n\nclick.confirm("Go?", abort=True)',
      'from acme.sh import Shell\n\nShell().go("python promote.py")',
    ]),
    'promote.py':
      'from mlflow import MlflowClient\n\nMlflowClient().set_registered_model_alias("churn", "champion", 3)\n',
    'plot.ipynb': notebook(['print("promote.py")']),
  }
  const rules = withAcme({ starters: [starter] })
  expect(await found(sources, rules)).toEqual([])
  expect(chosen(sources, rules)).toEqual(['release.ipynb', 'promote.py'])
  expect(await found(sources, builtin)).toEqual(['unguarded-promotion'])
  expect(chosen(sources, builtin)).toEqual(['promote.py'])
})
