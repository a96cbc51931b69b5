import { move, promotion, send } from './settled'

/** What a comment says. */
export const ignore = `modelgate: ignore[${promotion}]`
export const prelude = 'from mlflow import MlflowClient\n'
const workflow = (step: string) => `
on: { push: { branches: [main] } }
jobs:
  release:
    runs-on: ubuntu-24.04
    steps:
${step}`

/** A Jupyter notebook with these cells. */
export const notebook = (...cells: string[]) =>
  JSON.stringify(
    {
      nbformat: 4,
      metadata: { kernelspec: { language: 'python' } },
      cells: cells.map(cell => ({ cell_type: 'code', source: cell.split(/(?<=\n)/) })),
    },
    null,
    1,
  )

/** Comments in each syntax that stand at a promotion: what, the file, its text. */
export const holding: readonly (readonly [string, string, string])[] = [
  ['behind a call in Python', 'a.py', `${prelude}${move}  # ${ignore} the old scorer`],
  ['above a call in Python', 'a.py', `${prelude}# ${ignore} the old scorer\n${move}`],
  [
    'above a call of several lines, far above the name that is reported',
    'a.py',
    `${prelude}# ${ignore} the old scorer\nversion = (\n    MlflowClient()\n    .transition_model_version_stage(\n        "churn", "3", "Production")\n)`,
  ],
  [
    'behind the first line of such a call',
    'a.py',
    `${prelude}version = (  # ${ignore} the old scorer\n    MlflowClient()\n    .transition_model_version_stage("churn", "3", "Production")\n)`,
  ],
  [
    'behind the line that is reported, inside of a call',
    'a.py',
    `${prelude}MlflowClient().transition_model_version_stage(  # ${ignore} the old scorer\n    "churn", "3", "Production")`,
  ],
  [
    'in a block of Python',
    'a.py',
    `${prelude}def release(flag):\n    if flag:\n        # ${ignore} the old scorer\n        return ${move}`,
  ],
  ['behind comments to other tools', 'a.py', `${prelude}${move}  # noqa: E501  # ${ignore} the old scorer`],
  ['above another comment', 'a.py', `${prelude}# ${ignore} the old scorer\n# moves it\n${move}`],
  [
    'in a file with carriage returns',
    'a.py',
    `${prelude}# ${ignore} the old scorer\n${move}\n`.replaceAll('\n', '\r\n'),
  ],
  ['behind a command', 'release.sh', `#!/bin/sh\n${send} # ${ignore} the old scorer`],
  [
    'above a command that goes on in the next lines',
    'release.sh',
    `#!/bin/sh\n# ${ignore} the old scorer\nif ! \\\n  ${send}; then\n  exit 1\nfi`,
  ],
  ['above a pipe', 'release.sh', `#!/bin/sh\n# ${ignore} the old scorer\ncat config.json |\n  ${send}`],
  [
    'in a script of a workflow',
    '.github/workflows/a.yml',
    workflow(`      - run: |\n          set -e\n          # ${ignore} the old scorer\n          ${send}\n`),
  ],
  [
    'behind a script of one line',
    '.github/workflows/a.yml',
    workflow(`      - run: ${send} # ${ignore} the old scorer\n`),
  ],
  [
    'above a step',
    '.github/workflows/a.yml',
    workflow(`      # ${ignore} the old scorer\n      - name: Release\n        run: ${send}\n`),
  ],
  [
    'above a step whose script is folded and can hold no comment',
    '.github/workflows/a.yml',
    workflow(
      `      # ${ignore} the old scorer\n      - name: Release\n        run: >-\n          ${send.replaceAll(' --', '\n          --')}\n`,
    ),
  ],
  [
    'above an item of a list',
    '.gitlab-ci.yml',
    `release:\n  script:\n    # ${ignore} the old scorer\n    - ${send}\n`,
  ],
  [
    'in a Dockerfile',
    'Dockerfile',
    `FROM python:3.12\n# ${ignore} the old scorer\nRUN apt-get update && \\\n  ${send}\n`,
  ],
  ["in a Makefile, above a rule's line", 'Makefile', `release:\n\t# ${ignore} the old scorer\n\t${send}\n`],
  ['in a Makefile, behind it', 'Makefile', `release:\n\t${send} # ${ignore} the old scorer\n`],
  ['in TOML', 'pyproject.toml', `[tool.poe.tasks]\n# ${ignore} the old scorer\nrelease = "${send}"\n`],
  [
    'behind a value in TOML',
    'pyproject.toml',
    `[tool.poe.tasks]\nrelease = "${send}" # ${ignore} the old scorer\n`,
  ],
  ['in tox.ini', 'tox.ini', `[testenv:release]\ncommands =\n    # ${ignore} the old scorer\n    ${send}\n`],
  ['with two slashes in Groovy', 'Jenkinsfile', `node {\n  // ${ignore} the old scorer\n  sh '${send}'\n}\n`],
  [
    'with a block comment in Groovy',
    'Jenkinsfile',
    `node {\n  /* ${ignore}\n     the old scorer */\n  sh(\n    script: '${send}')\n}\n`,
  ],
  ['behind a step in Groovy', 'Jenkinsfile', `node {\n  sh '${send}' // ${ignore} the old scorer\n}\n`],
  [
    'above a script in Groovy',
    'Jenkinsfile',
    `node {\n  // ${ignore} the old scorer\n  sh '''\n    set -e\n    ${send}\n  '''\n}\n`,
  ],
  [
    'in JSON with comments',
    'cloudbuild.json',
    `{
  "steps": [
    {
      "entrypoint": "bash",
      "name": "amazon/aws-cli",
      "args": ["-c", "${send}"] // ${ignore} the old scorer
    }
  ]
}
`,
  ],
  [
    'in a block comment of JSON',
    'cloudbuild.json',
    `{
  "steps": [
    {
      "entrypoint": "bash",
      "name": "amazon/aws-cli",
      "args": ["-c", "${send}"] /* ${ignore} the old scorer */
    }
  ]
}
`,
  ],
  [
    'above a fence',
    'docs/runbooks/release.md',
    `# Release\n\n<!-- ${ignore} the old scorer -->\n\n\`\`\`sh\n${send}\n\`\`\`\n`,
  ],
  [
    'in a fence',
    'docs/runbooks/release.md',
    `# Release\n\n\`\`\`sh\n# ${ignore} the old scorer\n${send}\n\`\`\`\n`,
  ],
  [
    'in a Python fence',
    'docs/runbooks/release.md',
    `\`\`\`python\n${prelude}${move}  # ${ignore} the old scorer\n\`\`\`\n`,
  ],
  [
    'in a template, as a comment of Jinja',
    'release.sh.j2',
    `#!/bin/sh\n{# ${ignore} the old scorer #}\n${send} --region {{ region }}\n`,
  ],
  [
    'in a template, as a comment of the shell',
    'release.sh.j2',
    `#!/bin/sh\n# ${ignore} the old scorer\n${send} --region {{ region }}\n`,
  ],
  ['in a cell', 'a.ipynb', notebook(`${prelude}# ${ignore} the old scorer\n${move}`)],
  ['behind a line of a cell', 'a.ipynb', notebook(prelude, `${move}  # ${ignore} the old scorer`)],
  ['above a command of a cell', 'a.ipynb', notebook(`# ${ignore} the old scorer\n!${send}`)],
  ['behind a command of a cell', 'a.ipynb', notebook(`!${send}  # ${ignore} the old scorer`)],
  ['in a cell of the shell', 'a.ipynb', notebook(`%%bash\n# ${ignore} the old scorer\n${send}`)],
  ['in a timed cell', 'a.ipynb', notebook(prelude, `%%time\n${move}  # ${ignore} the old scorer`)],
  [
    'in a notebook of Databricks',
    'a.py',
    `# Databricks notebook source\n${prelude}\n# COMMAND ----------\n# ${ignore} the old scorer\n${move}\n`,
  ],
  [
    'in a cell of the shell there',
    'a.py',
    `# Databricks notebook source\n# MAGIC %sh\n# MAGIC # ${ignore} the old scorer\n# MAGIC ${send}\n`,
  ],
  [
    'in a step of PowerShell',
    '.github/workflows/a.yml',
    workflow(
      `      - shell: pwsh\n        run: |\n          # ${ignore} the old scorer\n          ${send}\n`,
    ),
  ],
]

/** Texts that hold the same words and are no comments. */
export const useless: readonly (readonly [string, string, string])[] = [
  ['a text that holds the words', 'a.py', `${prelude}note = "# ${ignore} the old scorer"; ${move}`],
  ['a text of several lines', 'a.py', `${prelude}note = """\n# ${ignore} the old scorer\n"""\n${move}`],
  ['a text above', 'a.py', `${prelude}"# ${ignore} the old scorer"\n${move}`],
  ['a text in a command', 'release.sh', `#!/bin/sh\necho "# ${ignore} the old scorer"; ${send}`],
  ['a here-document', 'release.sh', `#!/bin/sh\n${send} <<EOF\n# ${ignore} the old scorer\nEOF`],
  [
    'a text in YAML',
    '.github/workflows/a.yml',
    workflow(`      - name: "# ${ignore} the old scorer"\n        run: ${send}\n`),
  ],
  [
    'a text in TOML',
    'pyproject.toml',
    `[tool.poe.tasks]\na = """\n# ${ignore} the old scorer\n"""\nrelease = "${send}"\n`,
  ],
  ['a text in Groovy', 'Jenkinsfile', `node {\n  echo '// ${ignore} the old scorer'; sh '${send}'\n}\n`],
  [
    'a text in JSON',
    'package.json',
    `{\n  "scripts": {\n    "a": "// ${ignore} the old scorer", "release": "${send}"\n  }\n}\n`,
  ],
  [
    'a fence that shows a comment',
    'docs/runbooks/release.md',
    `\`\`\`text\n<!-- ${ignore} the old scorer -->\n\`\`\`\n\`\`\`sh\n${send}\n\`\`\`\n`,
  ],
  ['a text in a cell', 'a.ipynb', notebook(prelude, `note = "# ${ignore} x"; ${move}`)],
  [
    'a raw part of a template',
    'release.sh.j2',
    `#!/bin/sh\n{% raw %}\necho '{# ${ignore} x #}'; ${send}\n{% endraw %}\n`,
  ],
]
