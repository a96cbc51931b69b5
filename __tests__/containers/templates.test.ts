import { foundIn, linesFound, notebook, noticesIn } from './contained'

const client = 'from mlflow import MlflowClient\nclient = MlflowClient()'
const alias = 'client.set_registered_model_alias("churn", "champion", 3)'

describe('Python', () => {
  const python = `from {{ cookiecutter.package }}.names import NAME
{% if cookiecutter.registry == "mlflow" %}
from mlflow import MlflowClient
{% endif %}
{# a note: client.set_registered_model_alias("churn", "champion", 1) #}
client = MlflowClient()
{%- set stage = "x" %}
client.set_registered_model_alias("{{ cookiecutter.model }}", "champion", 3)
text = f"{{not a hole}}"
`
  test.each([
    'release.py.tmpl',
    'release.py.j2',
    'release.py.jinja',
    '{{cookiecutter.package}}/release.py',
    'release.py',
  ])('in %s is read as far as it parses, one level lower', async path => {
    const [finding, ...others] = await foundIn({ [path]: python })
    expect(others).toEqual([])
    expect(finding?.level).toBe('warning')
    expect(finding?.name.file.path).toBe(path)
    expect(python.slice(finding?.name.start, finding?.name.end)).toBe('set_registered_model_alias')
    expect(finding?.message).toContain('It counts for less, since it is a template.')
    expect(await noticesIn({ [path]: python })).toEqual([])
  })

  test('with statements of Go in it', async () => {
    const go = `{{- /* a note */ -}}\n{{if (eq .registry "mlflow")}}${client}{{else}}\nclient = None{{end}}\n{{ $name := .x }}\n${alias}\nname = "{{.input_project_name}}"\n`
    expect(await linesFound({ 'release.py.tmpl': go })).toEqual([`warning release.py.tmpl: ${alias}`])
  })

  test('with braces of its own is none', async () => {
    const python = `${client}\nsets = {{1}, {2}}\ntext = f"{{x}}"\nsql = """\n  {% not a statement\n"""\n${alias}\n`
    expect(await linesFound({ 'release.py': python })).toEqual([`error release.py: ${alias}`])
  })

  test('a target that is filled in is not taken for production', async () => {
    const python = `${client}\nclient.set_registered_model_alias("churn", "{{ .alias }}", 3)\n`
    const levels = (await foundIn({ 'release.py.tmpl': python })).map(finding => finding.level)
    expect(levels.filter(level => level !== 'note')).toEqual([])
  })
})

describe('pipelines', () => {
  const approve = 'aws sagemaker update-model-package --model-approval-status Approved'
  const workflow = `name: Release {{.input_project_name}}
on:
  push:
    branches: ['{{ .input_release_branch }}']
env:
  {{ if (eq .input_cloud \`aws\`) -}}
  KEY: {{\`\${{ secrets.KEY }}\`}}
  {{ else -}}
  TOKEN: \${{ secrets.TOKEN }}
  {{- end }}
jobs:
  release:
    concurrency: {{ .input_project_name }}-release
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@{{template \`version\` .}}
      - run: ${approve}
`
  test('a workflow of GitHub is told by its name without the ending, whatever its folder is called', async () => {
    for (const path of [
      '.github/workflows/{{.name}}-cd.yml.tmpl',
      'template/{{.root}}/.github/workflows/cd.yml.tmpl',
    ]) {
      expect(await linesFound({ [path]: workflow })).toEqual([`warning ${path}: - run: ${approve}`])
      expect(await noticesIn({ [path]: workflow })).toEqual([])
    }
  })

  test('what a template only escapes stays what it is', async () => {
    const jinja = `on: push\njobs:\n  a:\n    runs-on: x\n    environment: {% raw %}\${{ inputs.stage }}{% endraw %}\n    steps:\n{%- if cookiecutter.x %}\n      - run: ${approve}\n{%- endif %}\n`
    const path = '{{cookiecutter.name}}/.github/workflows/cd.yml'
    const [finding] = await foundIn({ [path]: jinja })
    expect(finding?.name.file.path).toBe(path)
    expect(await noticesIn({ [path]: jinja })).toEqual([])
  })

  test('a gate in a template is one', async () => {
    const gitlab = (more: string): string => `release:\n  stage: deploy\n${more}  script:\n    - ${approve}\n`
    const path = '{{cookiecutter.name}}/.gitlab-ci.yml'
    expect(await linesFound({ [path]: gitlab('  when: manual\n') })).toEqual([])
    expect(await linesFound({ [path]: gitlab('') })).toEqual([`warning ${path}: - ${approve}`])
  })

  test('one that is no valid YAML gets a notice, and what is readable is used', async () => {
    const path = '{{cookiecutter.name}}/.github/workflows/cd.yml'
    const broken = `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ${approve}\n    x: [{{ a }}, "\n`
    expect(await linesFound({ [path]: broken })).toEqual([`warning ${path}: - run: ${approve}`])
    expect(await noticesIn({ [path]: broken })).toEqual([expect.stringMatching(/cd\.yml:\d+ syntax$/)])
  })

  test('a template of a pipeline beside what it becomes adds nothing', async () => {
    const real = `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ${approve}\n`
    const sources = { '.github/workflows/cd.yml': real, '.github/workflows/cd.yml.j2': real }
    expect(await linesFound(sources)).toEqual([`error .github/workflows/cd.yml: - run: ${approve}`])
  })
})

test('scripts, notebooks and documents may be templates too', async () => {
  const approve = 'aws sagemaker update-model-package --model-approval-status Approved'
  const sources = {
    'release.sh.tmpl': `#!/bin/sh\nset -e\n{{ if .x }}\n${approve} --arn {{ .arn }}\n{{ end }}\n`,
    '{{cookiecutter.name}}/a.ipynb': notebook([`${client}\nname = "{{ cookiecutter.name }}"`, alias]),
    'docs/README.md.tmpl': `\`\`\`python\n${client}\n${alias}\n\`\`\`\n`,
  }
  expect(await linesFound(sources)).toEqual([
    `warning docs/README.md.tmpl: ${alias}`,
    `warning release.sh.tmpl: ${approve} --arn {{ .arn }}`,
    `warning {{cookiecutter.name}}/a.ipynb: ${JSON.stringify(alias)}`,
  ])
})

test('templates that are hard to read end', async () => {
  const hostile = '{{'.repeat(50_000) + '{%'.repeat(50_000) + '{#'.repeat(50_000) + '{{`'.repeat(50_000)
  expect(await linesFound({ 'a.py.tmpl': hostile, '{{x}}/b.yml': hostile.slice(0, 100_000) })).toEqual([])
})
