import { examine } from '../../src/analysis/check'
import type { PromotionMap } from '../../src/program'
import { openPart } from '../../src/reporters/graph/cut'
import { dot } from '../../src/reporters/graph/dot'
import { graphJson } from '../../src/reporters/graph/json'
import { mermaid } from '../../src/reporters/graph/mermaid'
import { readSources } from '../support/analyse'
import { builtin as rules } from '../support/builtin'
import { withoutMargin } from '../support/margin'
import { evaluateScript, promoteScript, type Repository } from './scanned'

async function mapOf(repository: Repository): Promise<PromotionMap> {
  const sources = Object.fromEntries(Object.entries(repository).map(([p, text]) => [p, withoutMargin(text)]))
  return examine(await readSources(sources), rules).map
}

const repository: Repository = {
  'evaluate.py': evaluateScript,
  'promote.py': promoteScript,
  'hotfix.py': promoteScript,
  '.github/workflows/cd.yml': `
    name: CD
    on: push
    jobs:
      evaluate:
        steps: [{run: python evaluate.py}]
      release:
        needs: evaluate
        environment: production
        steps: [{run: python promote.py}]
      hotfix:
        needs: evaluate
        if: always()
        steps: [{run: python hotfix.py}]
  `,
}

/** `from kind to` by labels. */
function lines({ nodes, edges }: PromotionMap): string[] {
  const labels = new Map(nodes.map(node => [node.id, `${node.kind} ${node.label}`]))
  return edges.map(
    ({ from, to, kind, regardless }) =>
      `${labels.get(from)} ${kind}${regardless === null ? '' : ' (in vain)'} ${labels.get(to)}`,
  )
}

test('a map leads from triggers by jobs, scripts and gates to promotions', async () => {
  const map = await mapOf(repository)
  expect(lines(map).sort()).toEqual(
    [
      'gate approval guards promotion MlflowClient.set_registered_model_alias',
      'gate evaluation guards promotion MlflowClient.set_registered_model_alias',
      'gate evaluation guards (in vain) promotion MlflowClient.set_registered_model_alias',
      'job evaluate needs job release',
      'job evaluate needs (in vain) job hotfix',
      'job hotfix runs script hotfix.py',
      'job release runs script promote.py',
      'pipeline CD runs job evaluate',
      'pipeline CD runs job hotfix',
      'pipeline CD runs job release',
      'script hotfix.py calls promotion MlflowClient.set_registered_model_alias',
      'script promote.py calls promotion MlflowClient.set_registered_model_alias',
      'trigger on every push starts pipeline CD',
    ].sort(),
  )
  const statuses = map.nodes.flatMap(({ span, status }) => (status ? [`${span.file.path} ${status}`] : []))
  expect(statuses).toEqual(['hotfix.py open', 'promote.py guarded'])
})

test('a map is in the order of paths and places, whatever leads where', async () => {
  const release =
    'import mlflow\ndef release():\n    mlflow.MlflowClient().set_registered_model_alias("churn", "champion", 4)\n'
  const map = await mapOf({
    'z.py': 'from a import release\nrelease()\n',
    'm.py': 'from a import release\ndef main():\n    release()\nmain()\n',
    'a.py': release,
  })
  expect(map.nodes.map(({ id, kind, label, span }) => `${id} ${kind} ${label} ${span.file.path}`)).toEqual([
    'n1 function release a.py',
    'n2 promotion MlflowClient.set_registered_model_alias a.py',
    'n3 script m.py m.py',
    'n4 function main m.py',
    'n5 script z.py z.py',
  ])
  expect(map.edges.map(({ from, kind, to }) => `${from} ${kind} ${to}`)).toEqual([
    'n1 calls n2',
    'n3 calls n4',
    'n4 calls n1',
    'n5 calls n1',
  ])
})

test('a promotion that some copy of a `finally` leaves open is open in a map', async () => {
  const map = await mapOf({
    'f.py': `
      import json, mlflow
      try:
          metrics = json.load(open("metrics.json"))
          assert metrics["auc"] > 0.9
      finally:
          mlflow.MlflowClient().set_registered_model_alias("churn", "champion", 4)
    `,
  })
  expect(map.nodes.flatMap(({ status }) => status ?? [])).toEqual(['open'])
})

test('a map is cut to what nothing guards', async () => {
  const cut = openPart(await mapOf(repository))
  const labels = cut.nodes.map(({ label }) => label)
  expect(labels).toEqual(expect.arrayContaining(['hotfix', 'hotfix.py', 'CD']))
  expect(labels).not.toContain('promote.py')
})

test('nothing in a map is read as an instruction by what draws it', async () => {
  const map = await mapOf({
    'a"];click n1 "javascript:x".py': promoteScript,
    '<script>`${x}`.py': promoteScript,
    '::error::x\u001b[31m.py': promoteScript,
  })
  expect(map.nodes.length).toBeGreaterThan(3)
  for (const line of mermaid(map)
    .split('\n')
    .slice(1, map.nodes.length + 1))
    expect(line).toMatch(/^ {2}n\d+(\[\/|>)"[\w ./,#;-]*"(\/\]|\])(:::\w+)?$/)
  // In Graphviz a text ends at the first quote that no backslash precedes.
  for (const line of dot(map)
    .split('\n')
    .filter(l => l.includes('shape=')))
    expect(line).toMatch(/^ {2}n\d+ \[label="(?:[^"\\]|\\.)*", shape=\w+(, color="#\w+")?\]$/)
  expect(dot(map)).not.toContain('\u001b')
  expect(JSON.parse(graphJson(map)).nodes).toHaveLength(map.nodes.length)
})

test('a map of nothing is empty', async () => {
  expect(await mapOf({ 'a.py': 'print(1)' })).toEqual({ nodes: [], edges: [] })
})
