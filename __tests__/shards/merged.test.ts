import { join } from 'node:path'
import { repository, type TestRepository } from '../support/repository'
import { type TemporaryTree, temporaryTree } from '../support/tree'
import { allOf, atOnce, inShards, shardsOf } from './sharded'

const promote = `from mlflow import MlflowClient

def promote(version):
    MlflowClient().transition_model_version_stage(name="churn", version=version, stage="Production")
`
const gate = `from churn.promote import promote

def main(metrics):
    if metrics["auc"] < 0.9:
        raise SystemExit("too weak")
    promote("3")
`
const checked = `import json
from mlflow import MlflowClient

metrics = json.load(open("metrics.json"))
if metrics["auc"] < 0.9:
    raise SystemExit("too weak")
MlflowClient().transition_model_version_stage(name="churn", version="3", stage="Production")
`
const load = 'import joblib\n\nmodel = joblib.load("/mnt/models/churn.joblib")\n'
const hub = 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/churn")\n'

/** Findings that need other files, that others repeat, that are written alike; guarded, ignored and waived ones; what cannot be read. */
const files: Readonly<Record<string, string>> = {
  '.github/workflows/release.yml': `on: push
jobs:
  release:
    runs-on: ubuntu-latest
    steps:
      - run: python scripts/release.py
      - run: python scripts/gated.py
`,
  '.modelgate.yml': `fail-on: warning
rules:
  unverified-artifact-load: warning
paths:
  - path: quiet/**
    rules: {unverified-artifact-load: off}
waivers:
  - {rule: unverified-artifact-load, path: waived/load.py, reason: it is ours, owner: ml, expires: 2027-01-01}
  - {rule: unverified-artifact-load, path: nowhere.py, reason: it is ours, owner: ml, expires: 2027-01-01}
  - {rule: unverified-artifact-load, path: ended/load.py, reason: it is ours, owner: ml, expires: 2026-01-01}
`,
  'churn/__init__.py': '',
  'churn/promote.py': promote,
  'scripts/gated.py': `${gate}\nmain({"auc": 0.95})\n`,
  'scripts/release.py': 'from churn.promote import promote\n\npromote("4")\n',
  'scripts/checked.py': checked,
  'a/load.py': load,
  'b/load.py': load,
  'c/load.py': `${load}\n# modelgate: ignore[unverified-artifact-load] the volume is signed\nsame = joblib.load("/mnt/models/churn.joblib")\n`,
  'd/unused.py': '# modelgate: ignore[unverified-artifact-load] nothing stands here\nx = 1\n',
  'waived/load.py': load,
  'ended/load.py': load,
  'quiet/load.py': load,
  'e/hub.py': hub,
  'f/hub.py': hub,
  'g/hub.py': hub,
  'h/download.py': `import urllib.request

import joblib

from i import read

urllib.request.urlretrieve("https://models.example.com/churn.pkl", "churn.pkl")
model = read.read("churn.pkl")
other = joblib.load("churn.pkl")
`,
  'i/__init__.py': '',
  'i/read.py': 'import joblib\n\n\ndef read(path):\n    return joblib.load(path)\n',
  'j/broken.py': 'import joblib\n\ndef (:\n    joblib.load("x")\n',
  'k/guide.md': '# Guide\n\n```python\nimport joblib\njoblib.load("churn.joblib")\n```\n',
  'l/config.py': 'import joblib, yaml\n\njoblib.load(yaml.safe_load(open("l/config.yaml"))["model"])\n',
  'l/config.yaml': 'model: /mnt/x.joblib\n',
}

describe('the reports of all shards, merged, are the report of one run', () => {
  const tree = treeOf(files)
  afterAll(() => tree.remove())

  test('which has findings, guarded and suppressed ones, notices, and fails', async () => {
    const report = await atOnce(tree.root)
    expect(report.findings.length).toBeGreaterThan(8)
    expect(report.guarded.length).toBeGreaterThan(0)
    expect(report.suppressed.map(({ suppressed }) => suppressed.kind).sort()).toEqual(['ignore', 'waiver'])
    expect(report.notices.length).toBeGreaterThan(2)
    expect(report.map.nodes.length).toBeGreaterThan(3)
    expect(report.verdict).toMatchObject({ failed: true, expired: 1 })
    expect(report.findings.some(({ message }) => message.includes('other places'))).toBe(true)
  })

  test.each([1, 2, 3, 4, 40])('of %i', async of => {
    expect(allOf(await inShards(tree.root, of))).toEqual(allOf(await atOnce(tree.root)))
  })

  test('where only some paths are scanned', async () => {
    const asked = { paths: ['a', 'b', 'c', 'churn', 'scripts', '.github'] }
    expect(allOf(await inShards(tree.root, 3, asked))).toEqual(allOf(await atOnce(tree.root, asked)))
  })

  test('no shard has all of the calls, and none is empty', async () => {
    const shards = await shardsOf(tree.root, 3)
    const counts = shards.map(({ part }) => part.head.judgements.found.length)
    expect(Math.min(...counts)).toBeGreaterThan(2)
    expect(Math.max(...counts)).toBeLessThan(counts.reduce((a, b) => a + b) / 2)
  })
})

test.each(['churn', 'churn-guarded', 'ci'])('of the %s example', async name => {
  const root = join(__dirname, '..', '..', 'examples', name)
  expect(allOf(await inShards(root, 3))).toEqual(allOf(await atOnce(root)))
})

describe('a change in shards', () => {
  let repo: TestRepository
  afterEach(() => repo.remove())
  const same = async () => {
    const asked = { since: 'HEAD~1' }
    const report = await atOnce(repo.root, asked)
    expect(allOf(await inShards(repo.root, 3, asked))).toEqual(allOf(report))
    return report
  }

  test('that adds findings, moves some, and takes a gate away', async () => {
    repo = repository(files)
    repo.commit({
      'a/load.py': null,
      'm/load.py': load,
      'n/load.py': load,
      'scripts/gated.py': 'print(1)\n',
      'scripts/checked.py': checked.replace('0.9', '0.5'),
    })
    const { comparison } = await same()
    expect([...(comparison?.states.values() ?? [])]).toEqual(
      expect.arrayContaining(['new', 'unchanged', 'updated']),
    )
  })

  test('that adds comments and changes the policy', async () => {
    repo = repository(files)
    repo.commit({
      'a/load.py': load.replace(
        'model =',
        '# modelgate: ignore[unverified-artifact-load] it is ours\nmodel =',
      ),
      '.modelgate.yml': 'fail-on: never\nignore: [b/]\nwords: {other: [churn]}\n',
    })
    const { notices } = await same()
    expect(notices.map(({ message }) => message)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^This change/)]),
    )
  })

  test('that changes nothing', async () => {
    repo = repository(files)
    repo.commit({})
    expect((await same()).comparison).toMatchObject({ fresh: 0 })
  })
})

test('a comparison with what is not to be had', async () => {
  const tree = treeOf(files)
  const asked = { since: 'HEAD' }
  const report = await atOnce(tree.root, asked)
  expect(report.comparison).toBeNull()
  expect(allOf(await inShards(tree.root, 3, asked))).toEqual(allOf(report))
  tree.remove()
})

function treeOf(all: Readonly<Record<string, string>>): TemporaryTree {
  const tree = temporaryTree()
  tree.write(all)
  return tree
}
