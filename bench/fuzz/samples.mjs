// Small real files for each frontend, from which the fuzzer starts: by frontend, files by their paths.

const promote = `import mlflow
from mlflow import MlflowClient
from metrics import accuracy

def promote(name, version, threshold=0.9):
    client = MlflowClient()
    try:
        score = accuracy(name)
        if score < threshold:
            raise SystemExit(1)
        assert score > 0.5
    except ValueError as e:
        print(e)
    finally:
        client.close()
    for alias in ("champion", "live"):
        client.set_registered_model_alias(name, alias, version)
    client.transition_model_version_stage(name=name, version=version, stage="Production")

if __name__ == "__main__":
    import argparse
    parser = argparse.ArgumentParser()
    parser.add_argument("--name", default="churn")
    promote(parser.parse_args().name, 3)
`

const metrics = `import os, sys, json, pickle, joblib, torch
from promote import promote
from huggingface_hub import hf_hub_download

THRESHOLD = float(os.environ.get("THRESHOLD", "0.8"))

class Store(object):
    def __init__(self, root=os.path.dirname(__file__)):
        self.root = root
    def load(self, name):
        with open(os.path.join(self.root, f"{name}.pkl"), "rb") as f:
            return pickle.load(f)

def accuracy(name):
    model = joblib.load(hf_hub_download("acme/churn", name))
    state = torch.load("weights.pt", weights_only=False)
    return max((s for s in [model.score(), *state] if s is not None), default=0)

match sys.argv:
    case [_, "promote", *rest]: promote(*rest)
    case {"a": x} | Store(root=x): accuracy(x)
`

const script = `#!/usr/bin/env bash
set -euo pipefail
VERSION="\${1:-3}"
if python metrics.py | jq -e '.auc > 0.9'; then
  python promote.py --name churn || exit 1
else
  echo "no" >&2
fi
for env in staging production; do
  aws sagemaker update-endpoint --endpoint-name "$env" --endpoint-config-name "churn-$VERSION"
done
case "$VERSION" in 3|4) kubectl apply -f k8s/ ;; *) helm upgrade churn ./chart --set tag=$(git rev-parse HEAD) ;; esac
cat <<EOT | python -
import mlflow
EOT
`

const object = `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: {name: churn, annotations: {a: &x b, c: *x}}
spec:
  predictor:
    canaryTrafficPercent: 10
    model: {modelFormat: {name: sklearn}, storageUri: "s3://models/churn"}
`

const scripts = { 'promote.py': promote, 'metrics.py': metrics }

/** By frontend: what is mutated, and what stands beside it. */
export const samples = {
  python: [{ 'promote.py': promote }, { 'metrics.py': metrics }],
  shell: [
    { 'deploy.sh': script },
    { 'a.ps1': 'try { python promote.py } catch { exit 1 }\nif ($LASTEXITCODE -ne 0) { throw "x" }\n' },
    { 'a.bat': '@echo off\r\npython promote.py || exit /b 1\r\nif errorlevel 1 goto :eof\r\n' },
  ],
  notebook: [
    {
      'a.ipynb': JSON.stringify(
        {
          cells: [
            { cell_type: 'markdown', source: ['# a'] },
            {
              cell_type: 'code',
              source: ['!python promote.py\n', 'import joblib\n', 'm = joblib.load("a.pkl")'],
              outputs: [{ text: 'x' }],
            },
            { cell_type: 'code', source: '%%bash\npython promote.py\n' },
          ],
          metadata: { kernelspec: { name: 'python3', language: 'python' } },
          nbformat: 4,
        },
        null,
        1,
      ),
    },
    {
      'b.py':
        '# Databricks notebook source\nimport mlflow\n# COMMAND ----------\n# MAGIC %sh python promote.py\n# COMMAND ----------\n# MAGIC %run ./metrics\n',
    },
  ],
  markdown: [
    {
      'README.md':
        'Text `a`\n\n- ```python\n  import joblib\n  joblib.load("a")\n  ```\n\n~~~console\n$ python promote.py\n~~~\n',
    },
    { 'SKILL.md': '---\nname: a\n---\n```bash\npython promote.py\n```\n<!-- modelgate: ignore -->\n' },
    {
      'a.rst':
        'A\n=\n\n.. code-block:: python\n\n   import joblib\n   joblib.load("a")\n\n::\n\n   $ python promote.py\n',
    },
  ],
  templates: [
    { '{{cookiecutter.name}}/promote.py': promote.replace('"churn"', '"{{ cookiecutter.name }}"') },
    { 'deploy.sh.j2': `${script}{% for a in b %}python {{ a }}.py\n{% endfor %}` },
    { 'job.yml.tmpl': 'on: push\njobs:\n  a: {runs-on: x, steps: [{run: "python {{ .script }}"}]}\n' },
  ],
  github: [
    {
      '.github/workflows/release.yml': `name: release
on: {push: {branches: [main]}, workflow_dispatch: {inputs: {env: {default: prod}}}}
env: {NAME: churn}
jobs:
  evaluate:
    runs-on: ubuntu-latest
    strategy: {matrix: {seed: [1, 2], include: [{seed: 3}]}}
    outputs: {auc: "\${{ steps.e.outputs.auc }}"}
    steps:
      - uses: actions/checkout@v4
      - id: e
        run: echo "auc=$(python metrics.py)" >> "$GITHUB_OUTPUT"
  promote:
    needs: [evaluate]
    if: always() && needs.evaluate.outputs.auc > 0.9 && (github.ref == 'refs/heads/main' || !cancelled())
    environment: production
    runs-on: ubuntu-latest
    steps:
      - run: |
          python promote.py --name "\${{ env.NAME }}"
        continue-on-error: true
      - uses: ./.github/actions/deploy
        with: {env: "\${{ inputs.env || 'prod' }}"}
`,
      '.github/actions/deploy/action.yml':
        'inputs: {env: {default: x}}\nruns:\n  using: composite\n  steps:\n    - run: python promote.py ${{ inputs.env }}\n      shell: bash\n    - uses: ./.github/actions/deploy\n',
    },
  ],
  gitlab: [
    {
      '.gitlab-ci.yml': `include: [{local: ci.yml}]
stages: [test, deploy]
.base: &base
  image: python
  before_script: [pip install .]
test: {<<: *base, stage: test, script: [python metrics.py], artifacts: {reports: {dotenv: a.env}}}
deploy:
  extends: .base
  stage: deploy
  needs: [{job: test, optional: true}]
  rules:
    - if: $CI_COMMIT_BRANCH == "main" && $AUC =~ /^0\\.9/
      when: manual
  script:
    - !reference [.base, before_script]
    - python promote.py
  allow_failure: true
`,
      'ci.yml':
        'include: [{local: .gitlab-ci.yml}]\nrelease: {extends: [release, .base], script: python promote.py}\n',
    },
  ],
  azure: [
    {
      'azure-pipelines.yml': `trigger: [main]
parameters: [{name: envs, type: object, default: [a, b]}]
stages:
  - \${{ each e in parameters.envs }}:
    - stage: s\${{ e }}
      condition: and(succeeded(), eq(variables['a'], 'b'))
      jobs:
        - template: jobs.yml
          parameters: {env: "\${{ e }}"}
`,
      'jobs.yml': `parameters: [{name: env, default: x}]
jobs:
  - deployment: d
    environment: \${{ parameters.env }}
    strategy: {runOnce: {deploy: {steps: [{script: python promote.py}, {task: AzureCLI@2, inputs: {scriptType: bash, inlineScript: "python promote.py"}}]}}}
  - \${{ if eq(parameters.env, 'x') }}:
    - template: jobs.yml
`,
    },
  ],
  bitbucket: [
    {
      'bitbucket-pipelines.yml':
        'definitions:\n  steps:\n    - step: &p {name: p, script: [python promote.py], trigger: manual, deployment: production}\npipelines:\n  default:\n    - parallel: [{step: {script: [python metrics.py]}}]\n    - step: {<<: *p}\n',
    },
  ],
  buildkite: [
    {
      '.buildkite/pipeline.yml':
        'steps:\n  - label: a\n    key: a\n    command: [python metrics.py, "python promote.py"]\n  - wait\n  - block: ok\n    branches: main\n  - group: g\n    steps: [{command: python promote.py, depends_on: a, soft_fail: true, if: build.branch == "main"}]\n',
    },
  ],
  circleci: [
    {
      '.circleci/config.yml': `version: 2.1
parameters: {env: {type: string, default: prod}}
commands:
  go: {parameters: {n: {type: integer, default: 1}}, steps: [{run: "python promote.py << parameters.n >>"}, go]}
jobs:
  p: {docker: [{image: x}], steps: [checkout, {when: {condition: << pipeline.parameters.env >>, steps: [go]}}, {run: {command: python promote.py, when: always}}]}
workflows:
  w: {jobs: [hold: {type: approval}, p: {requires: [hold], matrix: {parameters: {n: [1, 2]}}, filters: {branches: {only: /main.*/}}}]}
`,
    },
  ],
  cloudbuild: [
    {
      'cloudbuild.yaml':
        'substitutions: {_ENV: prod}\nsteps:\n  - {id: e, name: python, entrypoint: bash, args: ["-c", "python metrics.py"], waitFor: ["-"]}\n  - {name: gcr.io/x/gcloud, script: "python promote.py $_ENV", waitFor: [e], allowFailure: true}\n',
    },
  ],
  codebuild: [
    {
      'buildspec.yml':
        'version: 0.2\nenv: {variables: {A: b}}\nphases:\n  pre_build: {commands: [python metrics.py], finally: [echo], on-failure: CONTINUE}\n  build: {commands: ["python promote.py", {command: x}]}\n',
    },
  ],
  codepipeline: [
    {
      'template.yaml':
        'Resources:\n  P:\n    Type: AWS::CodePipeline::Pipeline\n    Properties:\n      Stages:\n        - Name: a\n          Actions: [{Name: b, ActionTypeId: {Category: Approval, Provider: Manual}, RunOrder: 1}, {Name: c, ActionTypeId: {Category: Build, Provider: CodeBuild}, Configuration: {ProjectName: !Ref B}}]\n  B: {Type: AWS::CodeBuild::Project, Properties: {Source: {BuildSpec: !Sub "phases: {build: {commands: [python promote.py]}}"}}}\n',
    },
  ],
  argo: [
    {
      'wf.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: a-}
spec:
  entrypoint: main
  arguments: {parameters: [{name: env, value: prod}]}
  templates:
    - name: main
      dag:
        tasks:
          - {name: e, template: eval}
          - {name: p, template: promote, depends: "e.Succeeded && !(e.Failed || x)", when: "{{tasks.e.outputs.result}} > 0.9", withItems: [1, {a: 2}], arguments: {parameters: [{name: v, value: "{{item}}"}]}}
    - {name: eval, script: {image: python, command: [python], source: "print(1)"}}
    - {name: promote, inputs: {parameters: [{name: v}]}, container: {image: x, command: [python, promote.py], args: ["{{inputs.parameters.v}}"]}}
    - name: loop
      steps: [[{name: a, template: loop}], [{name: b, template: main}]]
`,
    },
  ],
  argocd: [
    {
      'app.yaml':
        'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a}\nspec: {source: {path: k8s, repoURL: x, helm: {values: "a: 1"}}, syncPolicy: {automated: {}}}\n',
      'k8s/a.yaml': object,
    },
  ],
  databricks: [
    {
      'databricks.yml':
        'bundle: {name: a}\ninclude: ["*.yml"]\nvariables: {x: {default: prod}}\ntargets: {prod: {mode: production}}\nresources:\n  jobs:\n    j:\n      tasks:\n        - {task_key: e, spark_python_task: {python_file: metrics.py}}\n        - {task_key: p, depends_on: [{task_key: e}], condition_task: {op: GREATER_THAN, left: "{{tasks.e.values.auc}}", right: "0.9"}}\n        - {task_key: q, depends_on: [{task_key: p, outcome: "true"}], notebook_task: {notebook_path: promote.py}, run_if: ALL_DONE}\n',
    },
  ],
  docker: [
    {
      Dockerfile:
        '# syntax=docker/dockerfile:1\nARG V=3\nFROM python:${V} AS base\nENV A=b C="d e"\nCOPY --from=base . /app\nWORKDIR /app\nRUN <<EOT\npython metrics.py\nEOT\nRUN pip install . && \\\n  python promote.py\nENTRYPOINT ["python", "promote.py"]\nCMD python promote.py $A\n',
    },
    {
      'compose.yaml':
        'services:\n  a: {build: ., command: [python, promote.py], depends_on: {b: {condition: service_completed_successfully}}, environment: [A=b]}\n  b: {extends: {service: a}, command: python metrics.py, profiles: [x]}\n',
    },
  ],
  jenkins: [
    {
      Jenkinsfile: `@Library('x') _
def go(String name, n = 1) { sh "python promote.py \${name} \${n + 1}"; return name ?: 'a' }
pipeline {
  agent any
  parameters { choice(name: 'ENV', choices: ['a', 'b']) }
  stages {
    stage('E') { steps { script { def r = sh(returnStatus: true, script: 'python metrics.py'); if (r != 0) { error('no') } else { echo "x" } } } }
    stage('P') {
      when { allOf { branch 'main'; expression { return params.ENV == 'a' && !currentBuild.result } } }
      input { message 'ok?' }
      parallel { stage('a') { steps { catchError { sh '''python promote.py''' } } } stage('b') { steps { go("x") } } }
      post { always { sh 'python promote.py' } failure { echo 'x' } }
    }
  }
}
`,
    },
    {
      'vars/deploy.groovy':
        "def call(Map c = [:]) {\n  node('x') {\n    try { stage('a') { sh(script: \"python promote.py ${c.name}\") } } catch (e) { throw e } finally { deleteDir() }\n    for (x in ['a', 'b']) { parallel([one: { sh 'a' }, two: { timeout(5) { input 'x' } }]) }\n  }\n}\n",
    },
  ],
  tasks: [
    {
      Makefile:
        'V ?= 3\n.PHONY: promote\npromote: evaluate ## x\n\t@python promote.py --name $(V) \\\n\t  --x\n\t-python a.py\nevaluate:\n\tpython metrics.py\ninclude other.mk\nifeq ($(V),3)\nx: promote\nendif\n',
    },
    {
      justfile:
        'v := "3"\nset shell := ["bash", "-c"]\npromote name="churn" *args: evaluate\n    @python promote.py {{name}} {{ if v == "3" { "a" } else { v } }}\nevaluate:\n    #!/usr/bin/env bash\n    python metrics.py\n',
    },
    {
      'Taskfile.yml':
        "version: '3'\nvars: {V: 3}\ntasks:\n  promote: {deps: [evaluate], cmds: ['python promote.py {{.V}}', {task: promote}, {defer: x}], preconditions: [{sh: test -f a}]}\n  evaluate: python metrics.py\n",
    },
    {
      'tox.ini':
        '[tox]\nenvlist = py{38,39}-{a,b}\n[testenv]\ndeps = x\nsetenv =\n  A = {env:B:c}\ncommands =\n  python promote.py {posargs} \\\n    {[testenv:a]commands}\n[testenv:a]\ncommands = - python metrics.py\n',
    },
    {
      'pyproject.toml':
        '[project]\nname = "a"\ndependencies = ["mlflow>=2,<3; python_version>\'3.8\'"]\n[project.scripts]\npromote = "promote:promote"\n[tool.poe.tasks]\na = ["b", {cmd = "python promote.py"}]\nb = {sequence = ["a"], env = {A = "b"}}\n[tool.poetry.dependencies]\ntorch = {version = "^2.1", extras = ["x"]}\n[tool.pdm.scripts]\nc = {composite = ["a", "b"]}\n',
    },
    {
      'package.json':
        '{"scripts": {"promote": "npm run evaluate && python promote.py", "evaluate": "python metrics.py"}}',
    },
  ],
  tekton: [
    {
      'tekton/p.yaml': `apiVersion: tekton.dev/v1
kind: Pipeline
metadata: {name: p}
spec:
  params: [{name: env, default: prod}]
  tasks:
    - {name: e, taskRef: {name: t}}
    - {name: p, runAfter: [e], when: [{input: "$(tasks.e.results.auc)", operator: in, values: ["1"]}], matrix: {params: [{name: a, value: [1, 2]}]}, taskSpec: {steps: [{image: x, script: "python promote.py $(params.env)", onError: continue}]}}
  finally: [{name: f, taskRef: {name: t}}]
---
apiVersion: tekton.dev/v1
kind: Task
metadata: {name: t}
spec: {results: [{name: auc}], steps: [{image: x, command: [python, metrics.py]}]}
`,
    },
  ],
  declarations: [
    {
      'sm.yaml':
        'AWSTemplateFormatVersion: "2010-09-09"\nParameters: {E: {Default: prod}}\nResources:\n  M: {Type: AWS::SageMaker::Endpoint, Properties: {EndpointName: !Sub "${E}-a", EndpointConfigName: !GetAtt [C, Name]}}\n',
      'deploy.sh': 'aws cloudformation deploy --template-file sm.yaml\n',
    },
    {
      'ep.yml':
        '$schema: https://azuremlschemas.azureedge.net/latest/managedOnlineDeployment.schema.json\nname: blue\nendpoint_name: churn\nmodel: azureml:churn@latest\n',
      'deploy.sh': 'az ml online-deployment create -f ep.yml --all-traffic\n',
    },
    {
      'k8s/a.yaml': object,
      'k8s/kustomization.yaml': 'resources: [a.yaml, ../k8s]\n',
      'deploy.sh': 'kubectl apply -k k8s\nkubectl apply -f k8s/\n',
    },
    {
      'conf/config.yaml': 'defaults: [_self_, {model: big}]\nstage: Production\nname: ${oc.env:NAME,churn}\n',
      'conf/model/big.json': '{"a": [1, {"b": null}]}',
      'a.py':
        'import hydra, mlflow\n@hydra.main(config_path="conf", config_name="config")\ndef main(cfg):\n    mlflow.MlflowClient().transition_model_version_stage(cfg.name, 1, cfg.stage)\n',
    },
  ],
  requirements: [
    {
      'requirements.txt':
        '-r base.txt\nmlflow[extras]>=2,<3 ; python_version >= "3.8"  # x\ntorch==2.6.0 \\\n  --hash=sha256:aa\n-e git+https://x.y/z@v1#egg=a\n',
      'base.txt': '-r requirements.txt\n',
    },
    {
      'environment.yml':
        'channels: [x]\ndependencies: [python=3.11, "torch>=2.5,<2.7", {pip: [mlflow~=2.1]}]\n',
    },
    { 'poetry.lock': '[[package]]\nname = "torch"\nversion = "2.6.0"\n[package.dependencies]\na = ">=1"\n' },
    {
      'setup.py':
        'from setuptools import setup\nsetup(install_requires=["torch>=2", "mlflow"], extras_require={"a": ["b"]}, entry_points={"console_scripts": ["a = promote:promote"]})\n',
      'setup.cfg': '[options]\ninstall_requires =\n  torch\n',
    },
    {
      'uv.lock': 'version = 1\n[[package]]\nname = "torch"\nversion = "2.6.0"\n',
      Pipfile: '[packages]\ntorch = {version = "*"}\n',
      'Pipfile.lock': '{"default": {"torch": {"version": "==2.6.0"}}}',
    },
  ],
  terraform: [
    {
      'main.tf':
        'variable "env" { default = "prod" }\nlocals { n = "churn-${var.env}" m = { for k, v in var.x : k => v if v != null } }\nresource "aws_sagemaker_endpoint" "e" {\n  name = local.n\n  endpoint_config_name = aws_sagemaker_endpoint_configuration.c[0].name\n  count = var.env == "prod" ? 1 : 0\n  dynamic "x" { for_each = [1] content { y = x.value } }\n}\nmodule "m" {\n  source = "./"\n  env = <<-E\n    a ${upper("b")}\n  E\n}\n',
      'deploy.sh': 'terraform apply -auto-approve -var env=prod\n',
    },
  ],
}

/** What every sample is surrounded by. */
export const beside = scripts
