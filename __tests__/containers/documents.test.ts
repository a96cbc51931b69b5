import { lineOf } from '../../src/base/lines'
import { onDisk } from '../../src/program'
import { readSources } from '../support/analyse'
import { foundIn, linesFound, noticesIn } from './contained'

const fence = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\`\n`
const mlflow = 'from mlflow import MlflowClient\nclient = MlflowClient()'
const promote =
  'client.transition_model_version_stage(\n    name="churn",\n    version=3,\n    stage="Production",\n)'
const line = 'client.transition_model_version_stage('
const load = 'import joblib\nmodel = joblib.load("/srv/m.joblib")'

const skill = `---
name: churn-release
description: Trains and releases the churn model. Use when a release is asked for.
---

# Releasing churn

Call \`joblib.load\` on the data, then \`transition_model_version_stage\` with stage Production.

1. Prepare the data:

   \`\`\`python
   import joblib

   data = joblib.load("/data/raw.joblib")
   labels = joblib.load("/data/labels.joblib")
   \`\`\`

2. Look at the model ("Modell", "模型"):

> ~~~python title="check.py"
> model = joblib.load("/models/churn.joblib")
> ~~~

3. Release it:

\`\`\`python
from mlflow.tracking import MlflowClient


class Registry:
    def __init__(self):
        self.client = MlflowClient()

    def promote(self, version):
        self.client.transition_model_version_stage(
            name="churn",
            version=version,
            stage="Production",
        )
\`\`\`

\`\`\`json
{"stage": "Production"}
\`\`\`

    model = joblib.load("indented.joblib")
`

test('the founding case as a skill is reported at its lines, and nothing else in it', async () => {
  const findings = await foundIn({ 'skills/churn/SKILL.md': skill })
  const told = findings.map(({ level, rule, name }) => {
    const at = lineOf(skill, name.start).line
    return `${at} ${level} ${rule}: ${(skill.split('\n')[at - 1] ?? '').trim()}`
  })
  expect(told).toEqual([
    '15 warning unverified-artifact-load: data = joblib.load("/data/raw.joblib")',
    '16 warning unverified-artifact-load: labels = joblib.load("/data/labels.joblib")',
    '22 warning unverified-artifact-load: > model = joblib.load("/models/churn.joblib")',
    '36 error unguarded-promotion: self.client.transition_model_version_stage(',
  ])
  expect(await noticesIn({ 'skills/churn/SKILL.md': skill })).toEqual([])
})

describe('what kind of document it is', () => {
  const text = `# Release\n\n${fence('python', `${mlflow}\n${promote}`)}`
  test.each([
    'README.md',
    'docs/release.md',
    'docs/agents/release.md',
    'docs/guide.mdx',
    'docs/playbookings.md',
  ])('in %s it is an example, one level lower', async path => {
    const [finding] = await foundIn({ [path]: text })
    expect(finding?.level).toBe('warning')
    expect(finding?.message).toContain('It counts for less, since it is an example in a document.')
  })

  test.each([
    'SKILL.md',
    'release.skill.md',
    'AGENTS.md',
    'CLAUDE.md',
    '.claude/commands/release.md',
    '.cursor/rules/release.mdc',
    '.github/prompts/release.prompt.md',
    'agents/release.md',
    'docs/runbooks/release.md',
    'RUNBOOK.md',
    'ops/release-playbook.md',
    'operations/release.md',
  ])('in %s it is meant to be run', async path => {
    expect(await linesFound({ [path]: text })).toEqual([`error ${path}: ${line}`])
  })

  const other = (code: string): string => `${text}\n${fence('js', code)}`
  test.each(['# VULNERABLE: from users', '// UNSAFE', '  # ❌ INSECURE', '-- VULNERABLE'])(
    'a skill with code that it calls bad by %s shows what not to do',
    async comment => {
      const [finding] = await foundIn({ 'SKILL.md': other(`${comment}\nload(x)`) })
      expect(finding?.level).toBe('warning')
      expect(finding?.message).toContain('It counts for less, since it is an example in a document.')
    },
  )
  test.each([
    'load(x)  # VULNERABLE',
    '# unsafe',
    '# UNSAFELY',
    '# BAD: slow',
    '# Not UNSAFE',
    'print("# UNSAFE")',
  ])('one with %s is meant to be run', async comment => {
    expect(await linesFound({ 'SKILL.md': other(comment) })).toEqual([`error SKILL.md: ${line}`])
  })
  test('and so is one with a title that says so', async () => {
    expect(await linesFound({ 'SKILL.md': `# UNSAFE\n\n${text}` })).toEqual([`error SKILL.md: ${line}`])
  })

  test('front matter with a name and a description tells a skill, and so does a skill beside it', async () => {
    const front = '---\nname: release\ndescription: Releases a model.\n---\n'
    expect(await linesFound({ 'x/release.md': front + text })).toEqual([`error x/release.md: ${line}`])
    const folder = { 'x/SKILL.md': 'See references/release.md.', 'x/references/release.md': text }
    expect(await linesFound(folder)).toEqual([`error x/references/release.md: ${line}`])
    expect(await linesFound({ 'x/release.md': `---\ntitle: a\ndescription: b\n---\n${text}` })).toEqual([
      `warning x/release.md: ${line}`,
    ])
  })
})

describe('fences of one document', () => {
  const gate = 'import json\nif json.load(open("m.json"))["auc"] < 0.9:\n    raise ValueError("weak")'
  const document = [mlflow, gate, promote].map(code => fence('python', code)).join('\nThen:\n\n')

  test('know what earlier ones have imported and defined', async () => {
    const found = await linesFound({ 'README.md': fence('python', mlflow) + fence('py', promote) })
    expect(found).toEqual([`warning README.md: ${line}`])
  })

  test('are no guard of each other in a plain document', async () => {
    expect(await linesFound({ 'README.md': document })).toEqual([`warning README.md: ${line}`])
  })

  test('are steps in a runbook, where a check counts', async () => {
    expect(await linesFound({ 'RUNBOOK.md': document })).toEqual([])
    const printed = document.replace('raise ValueError("weak")', 'print("weak")')
    expect(await linesFound({ 'RUNBOOK.md': printed })).toEqual([`error RUNBOOK.md: ${line}`])
    const late = [mlflow, promote, gate].map(code => fence('python', code)).join('\n')
    expect(await linesFound({ 'RUNBOOK.md': late })).toEqual([`error RUNBOOK.md: ${line}`])
  })

  test('a step in the shell leads to a script and its check', async () => {
    const sources = {
      'gate.py': gate,
      'release.py': `${mlflow}\n${promote}\n`,
      'RUNBOOK.md':
        fence('bash', 'set -e\npython gate.py') + fence('console', '$ python release.py\nreleased'),
    }
    expect(await linesFound(sources)).toEqual([])
    expect(await linesFound({ ...sources, 'gate.py': 'print("fine")\n' })).toEqual([
      `error release.py: ${line}`,
    ])
  })

  test('what a plain document calls says nothing of how code is used', async () => {
    const sources = {
      'ship.py': `${mlflow}\ndef release(stage):\n    client.transition_model_version_stage("churn", 3, stage)\n`,
      'main.py': 'from ship import release\n\nrelease("Staging")\n',
      'README.md': fence('python', 'from ship import release\n\nrelease("Production")'),
    }
    expect(await linesFound(sources)).toEqual([])
  })
})

describe('the languages of fences', () => {
  const approve = 'aws sagemaker update-model-package --model-approval-status Approved'
  test.each([
    ['attributes', fence('python title="x.py" linenums="1"', load), 'model = joblib.load("/srv/m.joblib")'],
    ['braces and a dot', fence('{.python .numberLines}', load), 'model = joblib.load("/srv/m.joblib")'],
    ['MyST', fence('{code-cell} ipython3', load), 'model = joblib.load("/srv/m.joblib")'],
    ['tildes', `~~~~py3\n${load}\n~~~~\n`, 'model = joblib.load("/srv/m.joblib")'],
    [
      'prompts',
      fence('pycon', '>>> import joblib\n>>> joblib.load(\n...     "/m.joblib")\nModel(joblib.load("x"))'),
      '>>> joblib.load(',
    ],
    [
      'a list in a list',
      `- a\n  - b\n\n    ${fence('python', load).replaceAll('\n', '\n    ')}`,
      'model = joblib.load("/srv/m.joblib")',
    ],
    [
      'a note of MkDocs',
      `!!! note\n\n    ${fence('python', load).replaceAll('\n', '\n    ')}`,
      'model = joblib.load("/srv/m.joblib")',
    ],
    [
      'a tab of MkDocs without an empty line',
      `1. a\n\n    === "pip"\n        ${fence('docker', 'RUN x\n\nRUN y').replaceAll('\n', '\n        ')}\n    === "uv"\n        ${fence('python', `import joblib\n\n${load}`).replaceAll('\n', '\n        ')}`,
      'model = joblib.load("/srv/m.joblib")',
    ],
    [
      'tabs',
      `1.\ta\n\n\t${fence('python', load).replaceAll('\n', '\n\t')}`,
      'model = joblib.load("/srv/m.joblib")',
    ],
    [
      'carriage returns',
      fence('python', load).replaceAll('\n', '\r\n'),
      'model = joblib.load("/srv/m.joblib")',
    ],
    [
      'commands of a notebook',
      fence('python', `!pip install joblib\n${load}`),
      'model = joblib.load("/srv/m.joblib")',
    ],
  ])('%s', async (_, text, expected) => {
    const [found = ''] = await linesFound({ 'SKILL.md': text })
    expect(found.replace(/\r$/, '')).toBe(`warning SKILL.md: ${expected}`)
  })

  test.each([
    ['the shell', fence('bash', approve)],
    [
      'a console, without what it put out',
      fence('console', `$ ${approve}\naws sagemaker update-model-package --model-approval-status Approved`),
    ],
    [
      'a shell session that goes on',
      fence('shell-session', `$ aws sagemaker update-model-package \\\n    --model-approval-status Approved`),
    ],
  ])('%s', async (_, text) => {
    expect(await linesFound({ 'SKILL.md': text })).toEqual([
      expect.stringMatching(/^error SKILL\.md: (\$ )?aws/),
    ])
  })

  test('of a change only what it adds counts', async () => {
    const change = `--- a/m.py\n+++ b/m.py\n@@ -1 +1 @@\n import joblib\n-old = joblib.load("/old.joblib")\n+import joblib\n+new = joblib.load("/new.joblib")`
    expect(await linesFound({ 'SKILL.md': fence('diff', change) })).toEqual([
      'warning SKILL.md: +new = joblib.load("/new.joblib")',
    ])
    expect(await linesFound({ 'SKILL.md': fence('diff', change.replaceAll('m.py', 'm.go')) })).toEqual([])
  })

  test.each([
    [
      'other languages',
      fence('json', load) + fence('text', load) + fence('', load) + fence('dockerfile', load),
    ],
    ['indented code', `Look:\n\n    ${load.replaceAll('\n', '\n    ')}\n`],
    ['prose and inline code', `Never \`joblib.load("m.joblib")\`. joblib.load(x)\n`],
    ['a comment', `<!--\n${fence('python', load)}-->\n`],
  ])('%s are not read', async (_, text) => {
    expect(await linesFound({ 'SKILL.md': text })).toEqual([])
  })
})

describe('other documents', () => {
  test('cells of Quarto are one script, as it is rendered', async () => {
    const gate = 'import json\nif json.load(open("m.json"))["auc"] < 0.9:\n    raise ValueError("weak")'
    const cells = (middle: string): string =>
      [mlflow, middle, promote].map(code => fence('{python}', code)).join('\nText.\n\n')
    expect(await linesFound({ 'release.qmd': cells('x = 1') })).toEqual([`error release.qmd: ${line}`])
    expect(await linesFound({ 'release.qmd': cells(gate) })).toEqual([])
    expect(await linesFound({ 'release.qmd': cells(`#| eval: false\n${gate}`) })).toEqual([
      `error release.qmd: ${line}`,
    ])
    expect(await linesFound({ 'release.qmd': fence('{.python}', load) + fence('{r}', 'x <- 1') })).toEqual([])
  })

  test('code blocks and prompts of reStructuredText', async () => {
    const text = `Loading\n=======\n\n.. code-block:: python\n   :linenos:\n   :caption: a\n\n   import joblib\n\n   a = joblib.load("/a.joblib")\n\nProse joblib.load("no")::\n\n   c = joblib.load("/c.joblib")\n\n>>> b = joblib.load("/b.joblib")\nModel()\n\n.. code:: json\n\n   joblib.load("d")\n`
    expect(await linesFound({ 'docs/load.rst': text })).toEqual([
      'note docs/load.rst: a = joblib.load("/a.joblib")',
      'note docs/load.rst: >>> b = joblib.load("/b.joblib")',
    ])
  })

  test('MDX has fences beside its tags', async () => {
    const text = `import { Tabs } from '@theme/Tabs'\n\n<Tabs>\n<TabItem value="a">\n${fence('python', load)}</TabItem>\n</Tabs>\n`
    expect(await linesFound({ 'docs/a.mdx': text })).toEqual([
      'note docs/a.mdx: model = joblib.load("/srv/m.joblib")',
    ])
  })
})

describe('documents that are hard to read', () => {
  test('a fence that is never closed is read to the end, with a notice', async () => {
    const text = `# A\n\n\`\`\`python\n${load}\n`
    expect(await linesFound({ 'SKILL.md': text })).toEqual([
      'warning SKILL.md: model = joblib.load("/srv/m.joblib")',
    ])
    expect(await noticesIn({ 'SKILL.md': text })).toEqual(['SKILL.md:3 syntax'])
  })

  test('an example that is no valid code is no news, and a step that is none gets a notice', async () => {
    const text = `${fence('python', 'x = (\nmodel = ...\ndef (:')}${fence('python', load)}`
    expect(await noticesIn({ 'README.md': text })).toEqual([])
    expect(await noticesIn({ 'SKILL.md': text })).toEqual([expect.stringMatching(/^SKILL\.md:\d syntax$/)])
    expect(await linesFound({ 'SKILL.md': text })).toEqual([
      'warning SKILL.md: model = joblib.load("/srv/m.joblib")',
    ])
  })

  test('deep nesting and many fences end', async () => {
    const many = fence('python', 'x = 1').repeat(3000)
    const deep = `${'> '.repeat(5000)}\`\`\`python\n${'- '.repeat(5000)}x`
    expect(await linesFound({ 'SKILL.md': many, 'a.md': deep })).toEqual([])
  })
})

test('the way to a block of a runbook does not lead through the runbook itself', async () => {
  const runbook = `${fence('python', 'def model():\n    import joblib\n    return joblib.load("/srv/m.joblib")')}
${fence('bash', 'set -e\npython promote.py\npython -c "import joblib; joblib.load(\'/srv/n.joblib\')"')}`
  const found = await foundIn({
    'docs/runbook.md': runbook,
    'promote.py': `${mlflow}\n${promote}\n`,
  })
  const ways = found.map(({ name, steps }) => [
    `${name.file.path}:${lineOf(name.file.text, name.start).line}`,
    ...steps.map(({ says }) => says),
  ])
  expect(ways).toEqual([
    ['docs/runbook.md:4'],
    ['docs/runbook.md:10'],
    ['promote.py:3', '`docs/runbook.md` runs `promote.py`'],
  ])
})

test('what is not closed ends with the document, and not behind it', async () => {
  const text = '~~~console\n$ python a.py `\n\n~~~console\n$ python b.py'
  const { units } = await readSources({ 'README.md': text })
  const spans = [...units.values()].flatMap(({ blocks }) =>
    blocks.flatMap(({ facts }) => facts.map(({ span }) => onDisk(span))),
  )
  expect(Math.max(...spans.map(({ end }) => end))).toBe(text.length)
})
