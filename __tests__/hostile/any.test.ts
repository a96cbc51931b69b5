import fc from 'fast-check'
import { summarise } from '../../src/action/summary'
import { examine } from '../../src/analysis/check'
import { decode, isBinary } from '../../src/files/decode'
import { isReadable } from '../../src/frontends'
import { onDisk, type Program, type Report } from '../../src/program'
import { type FormatName, formats } from '../../src/reporters'
import { ruleText } from '../../src/rules/pages'
import { builtin } from '../policy/configured'
import { readSources } from '../support/analyse'
import { reportOf } from '../support/reports'

const step = 'python promote.py'
const load = 'import joblib, sys\njoblib.load(sys.argv[1])\n'

// Real syntax, a file for each frontend that has one.
const samples: Readonly<Record<string, string>> = {
  'a.py': `${load}import mlflow\ndef f(x=1):\n    try:\n        mlflow.MlflowClient().transition_model_version_stage("m", 1, f"{x}")\n    finally: pass\n`,
  'a.sh': `set -e\nif ! ${step}; then exit 1; fi\nfor i in a b; do ${step} "$i" || true; done\n`,
  'a.ipynb': JSON.stringify({
    cells: [{ cell_type: 'code', source: [`!${step}\n`, load] }],
    metadata: {},
    nbformat: 4,
  }),
  'a.md': `# a\n\n\`\`\`bash\n${step}\n\`\`\`\n`,
  'a.rst': `.. code-block:: bash\n\n   ${step}\n`,
  'a.sh.j2': `{% if a %}${step} {{ a }}{% endif %}\n`,
  '.github/workflows/a.yml': `on: push\njobs:\n  a:\n    runs-on: x\n    if: always() && github.ref == 'refs/heads/main'\n    environment: prod\n    steps: [{run: "${step}", continue-on-error: true}]\n`,
  '.gitlab-ci.yml': `.b: &b {before_script: [x]}\na: {<<: *b, rules: [{if: '$CI == "a"', when: manual}], script: [${step}]}\n`,
  'azure-pipelines.yml': `steps:\n- \${{ if eq(parameters.a, 'b') }}:\n  - script: ${step}\n`,
  'bitbucket-pipelines.yml': `pipelines: {default: [{step: {script: [${step}], trigger: manual}}]}\n`,
  '.buildkite/pipeline.yml': `steps: [{command: ${step}}, wait, {block: ok}]\n`,
  '.circleci/config.yml': `version: 2.1\njobs: {a: {docker: [{image: x}], steps: [{run: "${step}"}]}}\nworkflows: {w: {jobs: [a]}}\n`,
  'cloudbuild.yaml': `steps: [{name: python, entrypoint: bash, args: ["-c", "${step}"]}]\n`,
  'buildspec.yml': `version: 0.2\nphases: {build: {commands: ["${step}"]}}\n`,
  'template.yaml': `Resources: {P: {Type: AWS::CodePipeline::Pipeline, Properties: {Stages: [{Name: a, Actions: []}]}}}\n`,
  'argo/wf.yaml': `apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: a}\nspec: {entrypoint: m, templates: [{name: m, container: {image: x, command: [python, promote.py]}}]}\n`,
  'tekton/p.yaml': `apiVersion: tekton.dev/v1\nkind: Task\nmetadata: {name: t}\nspec: {steps: [{image: x, script: "${step}"}]}\n`,
  'databricks.yml': `bundle: {name: a}\nresources: {jobs: {j: {tasks: [{task_key: e, spark_python_task: {python_file: promote.py}}]}}}\n`,
  Dockerfile: `FROM x AS b\nENV A=b\nRUN ${step} && \\\n  x\nCMD ["python", "promote.py"]\n`,
  'compose.yaml': `services: {a: {image: x, command: "${step}"}}\n`,
  Jenkinsfile: `pipeline { stages { stage('a') { input { message 'x' } steps { sh "${step} \${x}" } } } }\n`,
  Makefile: `V ?= 3\na: b\n\t@${step} $(V)\n`,
  justfile: `a x="b": c\n    ${step} {{x}}\n`,
  'Taskfile.yml': `version: '3'\ntasks: {a: {cmds: ['${step}']}}\n`,
  'tox.ini': `[testenv]\ncommands =\n  ${step} {posargs}\n`,
  'pyproject.toml': `[project]\nname = "a"\ndependencies = ["torch>=2,<3"]\n[tool.poe.tasks]\na = "${step}"\n`,
  'requirements.txt': 'torch>=2.6 ; python_version > "3.8" # x\n-r b.txt\n',
  'environment.yml': 'dependencies: [python=3.11, {pip: [torch~=2.1]}]\n',
  'poetry.lock': '[[package]]\nname = "torch"\nversion = "2.6.0"\n',
  'main.tf': 'resource "aws_sagemaker_endpoint" "e" {\n  name = "a-${var.b}"\n}\n',
  'k8s/a.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: {containers: [{name: a, image: x, command: [python, promote.py]}]}}}\n',
}

const names = fc.constantFrom(...Object.keys(samples))

const hostile = fc.constantFrom(
  ...[
    '\0',
    '\ud800',
    '\udfff',
    '\u2028',
    '\u202e',
    '\x1b[2J',
    '\n::error::x',
    '##vso[task.x]',
    '\r',
    '\ufeff',
    '\x85',
    '😀',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '<',
    '"',
    "'",
    '`',
    '"""',
    '\\',
    '/*',
    '#',
    '<!--',
    ':',
    ',',
    '=',
    '&a ',
    '*a',
    '<<: *a',
  ],
  ...[
    '${{',
    '}}',
    '${',
    '$(',
    '{{',
    '{%',
    '|',
    '- ',
    '---\n',
    '!x ',
    '? ',
    '\t',
    '\n',
    '    ',
    'a'.repeat(300),
    '9'.repeat(40),
  ],
)

// A text with pieces cut out, repeated and put in.
const mutated = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(30), fc.nat(60), hostile), { minLength: 1, maxLength: 5 })
    .map(edits =>
      edits.reduce((now, [at, cut, again, word]) => {
        const place = Math.min(at, now.length)
        return `${now.slice(0, place)}${word}${now.slice(place, place + again)}${now.slice(place + (again > 30 ? 0 : cut))}`
      }, text),
    )

const settings = { seed: 20261129, endOnFailure: true }

test('bytes of any kind in any file bring nothing down, and put nothing outside of it', async () => {
  await fc.assert(
    fc.asyncProperty(names, fc.uint8Array({ maxLength: 200 }), async (path, bytes) => {
      const text = isBinary(bytes) ? '' : decode(bytes).text
      expect(await problemsOf(path, text)).toEqual([])
    }),
    { ...settings, numRuns: 150 },
  )
})

test('bytes within real syntax do no more', async () => {
  const broken = names.chain(path =>
    fc.tuple(
      fc.constant(path),
      fc.nat(samples[path]?.length ?? 0),
      fc.uint8Array({ minLength: 1, maxLength: 12 }),
    ),
  )
  await fc.assert(
    fc.asyncProperty(broken, async ([path, at, bytes]) => {
      const text = samples[path] ?? ''
      const all = Buffer.concat([Buffer.from(text.slice(0, at)), bytes, Buffer.from(text.slice(at))])
      expect(await problemsOf(path, decode(all).text)).toEqual([])
    }),
    { ...settings, numRuns: 150 },
  )
})

test('nor does real syntax that is cut, repeated and mixed with signs', async () => {
  const any = names.chain(path => fc.tuple(fc.constant(path), mutated(samples[path] ?? '')))
  await fc.assert(
    fc.asyncProperty(any, async ([path, text]) => {
      expect(await problemsOf(path, text)).toEqual([])
    }),
    { ...settings, numRuns: 300 },
  )
})

test('each of these files is read, and found in order as it is', async () => {
  for (const [path, text] of Object.entries(samples)) {
    expect([path, isReadable(path), await problemsOf(path, text)]).toEqual([path, true, []])
  }
})

async function problemsOf(path: string, text: string): Promise<string[]> {
  const sources = { 'promote.py': load, [path]: text }
  const program = await readSources(sources)
  const found = examine(program, builtin)
  const notices = [...program.notices, ...found.notices]
  return [
    ...misplaced(program, sources),
    ...notices
      .filter(({ path: at, line }) => !isLineOf(sources, at, line))
      .map(one => `notice ${one.path}:${one.line}`),
    ...found.findings
      .filter(({ name }) => !fits(name, sources))
      .map(({ name }) => `finding ${name.file.path}:${name.start}`),
    ...spoken(
      reportOf({
        findings: found.findings,
        guarded: found.guarded,
        rules: builtin.rules.map(ruleText),
        notices,
      }),
    ),
  ]
}

function misplaced({ units }: Program, sources: Readonly<Record<string, string>>): string[] {
  const facts = [...units.values()].flatMap(({ blocks }) => blocks.flatMap(block => block.facts))
  return facts
    .filter(({ span }) => !fits(span, sources))
    .map(({ span }) => `fact ${span.file.path}:${span.start}`)
}

function fits(span: Parameters<typeof onDisk>[0], sources: Readonly<Record<string, string>>): boolean {
  const { file, start, end } = onDisk(span)
  return sources[file.path] === file.text && 0 <= start && start <= end && end <= file.text.length
}

function isLineOf(sources: Readonly<Record<string, string>>, path: string, line: number): boolean {
  return line >= 0 && line <= (sources[path]?.split('\n').length ?? -1)
}

// What acts on a terminal, or on a CI system that reads what is printed.
function spoken(report: Report): string[] {
  const printed = (['pretty', 'markdown', 'azure'] as FormatName[]).map(
    name => [name, formats[name](report, { showGuarded: true })] as const,
  )
  return [...printed, ['summary', summarise(report, null)] as const].flatMap(([name, text]) => {
    const acting =
      /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]|^\s*::|##(?!vso\[task\.logissue type=)(?=\w*\[)/mu.exec(text)
    return acting ? [`${name}: ${JSON.stringify(text.slice(acting.index, acting.index + 40))}`] : []
  })
}
