import { selectFiles } from '../../src/analysis/select'
import { evaluateScript, findingsIn, promoteScript, type Repository } from '../pipelines/scanned'
import { builtin as rules } from '../support/builtin'

async function found(repository: Repository): Promise<string[]> {
  return (await findingsIn(repository)).map(({ finding }) => finding)
}

const byRule = / (unguarded-(promotion|deployment)|approval-bypassed|full-traffic-cutover)$/

async function inShell(script: string): Promise<string[]> {
  return (await found({ 'release.sh': script })).map(finding => finding.replace(byRule, ''))
}

const error = ['error release.sh:1']
const nothing: readonly string[] = []

describe('a command line is known', () => {
  const ways: Readonly<Record<string, string>> = {
    'with its options behind it': 'databricks bundle deploy --target prod',
    'with its options in front': 'databricks --target prod bundle deploy',
    'with its options between its words': 'databricks bundle -t prod deploy',
    'with a value behind `=`': 'databricks bundle deploy --target=prod',
    'with a value in the same word as the letter': 'databricks bundle deploy -tprod',
    'behind a flag that it does not take': 'databricks bundle deploy --force-lock -t prod',
    'behind what only starts it': 'sudo -E timeout 60 uv run databricks bundle deploy -t prod',
    'behind what starts it, by the path of that': '/opt/uv run databricks bundle deploy -t prod',
    'behind what starts it, with options among its words':
      'uv --quiet --directory jobs run databricks bundle deploy -t prod',
    'by the path of its program': '/usr/local/bin/databricks bundle deploy -t prod',
    'with an option from a variable': 'TARGET=prod; databricks bundle deploy -t "$TARGET"',
    'with an option of which a part is not known': 'databricks bundle deploy --target="prod-$REGION"',
    'behind an option whose value is missing': 'databricks bundle deploy --var -t prod',
    'in a substitution': 'OUT=$(databricks bundle deploy -t prod)',
    'in a condition': 'if databricks bundle deploy -t prod; then echo done; fi',
    'as a module': 'python -m mlflow deployments create -t sagemaker --name churn-prod -m models:/churn/4',
  }
  test.each(Object.entries(ways))('%s', async (_, script) => expect(await inShell(script)).toEqual(error))

  const others: Readonly<Record<string, string>> = {
    'what is only shown': 'echo databricks bundle deploy -t prod',
    'a comment': '# databricks bundle deploy -t prod',
    'another command of the program': 'databricks bundle validate -t prod',
    'a word of the value of an option': 'databricks jobs run --name "bundle deploy" -t prod',
    'the manual': 'man databricks bundle deploy -t prod',
    'what a script is given': 'python run.py databricks bundle deploy -t prod',
  }
  test.each(Object.entries(others))('and is not where it is %s', async (_, script) =>
    expect(await inShell(script)).toEqual(nothing),
  )
})

describe('letters behind one dash', () => {
  const url = '"$MLFLOW_URL/api/2.0/mlflow/registered-models/alias"'

  test('are options of their own, and the last may take a value', async () => {
    expect(await inShell(`curl -sSfXPOST ${url} -d '{"alias": "champion"}'`)).toEqual(error)
    expect(await inShell(`curl -sSfX DELETE ${url} -d '{"alias": "champion"}'`)).toEqual(nothing)
  })

  test('are one option where the program spells it so', async () => {
    const script = 'export MODEL_BUCKET=acme\nterraform apply -auto-approve -var-file=prod.tfvars'
    expect(await inShell(script)).toEqual(['warning release.sh:2'])
  })
})

describe('the body of a request', () => {
  const post = (body: string): string =>
    `curl -sf "$MLFLOW_URL/api/2.0/mlflow/registered-models/alias" -d ${body}`

  test('is looked into', async () => {
    expect(await inShell(post(`'{"name": "churn", "alias": "champion"}'`))).toEqual(error)
    expect(await inShell(post(`'{"name": "champion", "alias": "challenger"}'`))).toEqual(nothing)
  })

  test('is looked into where parts of it are not known', async () => {
    const body = (alias: string): string =>
      `"{\\"name\\": \\"$NAME\\", \\"alias\\": \\"${alias}\\", \\"version\\": $V}"`
    expect(await inShell(post(body('champion')))).toEqual(error)
    expect(await inShell(post(body('challenger')))).toEqual(nothing)
    expect(await inShell(post(body('$ALIAS')))).toEqual(['note release.sh:1'])
  })

  test('may be no JSON at all', async () => {
    expect(await inShell(post(`'{"alias": champion'`))).toEqual(nothing)
    expect(await inShell(post('@body.json'))).toEqual(['note release.sh:1'])
  })
})

describe('the name of a variable', () => {
  test('says where a copy goes', async () => {
    expect(await inShell('aws s3 sync "s3://$MODELS_DEV" "s3://$MODELS_PROD"')).toEqual([
      'warning release.sh:1',
    ])
    expect(await inShell('aws s3 sync "s3://$MODELS_PROD" "s3://$MODELS_DEV"')).toEqual(nothing)
  })
})

describe('the name of a job', () => {
  const inJob = (job: string): Promise<string[]> => {
    const yaml = `on: push\njobs: {${job}: {steps: [{run: kubectl apply -f inference.yaml}]}}`
    return found({ '.github/workflows/cd.yml': yaml }).then(all => all.map(one => one.split(' ')[0] ?? ''))
  }

  test('says where its commands work', async () => {
    expect(await inJob('deploy-production')).toEqual(['warning'])
    expect(await inJob('deploy-staging')).toEqual([])
    expect(await inJob('test')).toEqual([])
    expect(await inJob('deploy')).toEqual(['warning'])
    expect(await inJob('test-and-deploy')).toEqual(['warning'])
  })
})

describe('infrastructure', () => {
  const apply = 'terraform apply -auto-approve -var-file=prod.tfvars'

  test('is of interest where the file speaks of models', async () => {
    expect(await inShell(apply)).toEqual(nothing)
    expect(await inShell(`${apply}\naws s3 cp model.pkl "s3://$MODEL_BUCKET"`)).toEqual([
      'warning release.sh:1',
    ])
  })

  test('is of interest where the pipeline that runs the file speaks of models', async () => {
    const yaml = 'on: push\njobs: {release: {name: Deploy model, steps: [{run: bash release.sh}]}}'
    expect(await found({ 'release.sh': apply, '.github/workflows/cd.yml': yaml })).toEqual([
      'warning release.sh:1 approval-bypassed',
    ])
  })
})

const scripts: Repository = {
  'evaluate.py': evaluateScript,
  'promote.py': promoteScript,
  'quick.py': 'print("ok")\n',
  'settings.py': 'script = "evaluate.py"\n',
}
const promoted = 'error promote.py:5 unguarded-promotion'

async function inPython(python: string): Promise<string[]> {
  return found({ ...scripts, 'release.py': `import os\nimport subprocess\nimport sys\n\n${python}` })
}

describe('what Python starts', () => {
  const holding: Readonly<Record<string, string>> = {
    'a command that raises when it fails':
      'subprocess.run(["python", "evaluate.py"], check=True)\nsubprocess.run(["python", "promote.py"])',
    'a call that always raises':
      'subprocess.check_call([sys.executable, "evaluate.py"])\nos.system("python promote.py")',
    'a status that is asked for':
      'done = subprocess.run(["python", "evaluate.py"])\nif done.returncode != 0:\n    sys.exit(1)\nos.system("python promote.py")',
    'a result that is the status':
      'if os.system("python evaluate.py") != 0:\n    raise SystemExit(1)\nos.system("python promote.py")',
    'a status that is true or false':
      'if not subprocess.call(["python", "evaluate.py"]):\n    os.system("python promote.py")',
    'one line of two commands': 'os.system("python evaluate.py && python promote.py")',
    'a line of the shell that raises':
      'subprocess.run("python evaluate.py && echo ok", shell=True, check=True)\nos.system("python promote.py")',
    'a helper that runs what it is given':
      'def run(line):\n    subprocess.run(line, shell=True, check=True)\n\nrun("python evaluate.py")\nrun("python promote.py")',
    'a line that is taken apart':
      'import shlex\n\nsubprocess.run(shlex.split("python evaluate.py"), check=True)\nos.system("python promote.py")',
    'a line that is taken apart at its blanks':
      'subprocess.run("python evaluate.py".split(), check=True)\nos.system("python promote.py")',
    'what a function makes':
      'def line():\n    return ["python", "evaluate.py"]\n\nsubprocess.run(line(), check=True)\nos.system("python promote.py")',
    'a word that another file has':
      'from settings import script\n\nsubprocess.run(["python", script], check=True)\nos.system("python promote.py")',
    'what is started beside what starts nothing':
      'subprocess.run([], check=True)\nos.system(0)\nsubprocess.run(["python", "evaluate.py"], check=True)\nos.system("python promote.py")',
    'a command inside of `try`':
      'try:\n    subprocess.run(["python", "evaluate.py"], check=True)\nexcept subprocess.CalledProcessError:\n    sys.exit(1)\nos.system("python promote.py")',
  }
  test.each(Object.entries(holding))('guards what it starts later: %s', async (_, python) =>
    expect(await inPython(python)).toEqual([]),
  )

  const useless: Readonly<Record<string, string>> = {
    'a command that nobody looks at':
      'subprocess.run(["python", "evaluate.py"])\nsubprocess.run(["python", "promote.py"])',
    'a check that is switched off':
      'subprocess.run(["python", "evaluate.py"], check=False)\nsubprocess.run(["python", "promote.py"])',
    'a status that is only printed':
      'done = subprocess.run(["python", "evaluate.py"])\nprint(done.returncode)\nos.system("python promote.py")',
    'a status that is asked the wrong way round':
      'if os.system("python evaluate.py") == 0:\n    sys.exit(1)\nos.system("python promote.py")',
    'two commands, of which the second runs in any case':
      'os.system("python evaluate.py; python promote.py")',
    'the left side of a pipe':
      'subprocess.run("python evaluate.py | tee log", shell=True, check=True)\nos.system("python promote.py")',
    'a failure that the line swallows':
      'subprocess.run("python evaluate.py || true", shell=True, check=True)\nos.system("python promote.py")',
    'a failure that is caught':
      'try:\n    subprocess.run(["python", "evaluate.py"], check=True)\nexcept subprocess.CalledProcessError:\n    pass\nos.system("python promote.py")',
    'a failure of the first of two that is caught':
      'try:\n    subprocess.run("python evaluate.py && echo ok", shell=True, check=True)\nexcept subprocess.CalledProcessError:\n    pass\nos.system("python promote.py")',
    'the first of two commands, whose failure is caught':
      'try:\n    subprocess.run("python evaluate.py && python quick.py", shell=True, check=True)\nexcept subprocess.CalledProcessError:\n    pass\nos.system("python promote.py")',
    'one of two lines':
      'line = "python evaluate.py" if len(sys.argv) > 1 else "python quick.py"\nsubprocess.run(line, shell=True, check=True)\nos.system("python promote.py")',
    'one of two scripts':
      'name = "evaluate.py" if len(sys.argv) > 1 else "quick.py"\nsubprocess.run(["python", name], check=True)\nos.system("python promote.py")',
    'a script that the environment may name':
      'name = os.environ.get("SCRIPT", "evaluate.py")\nsubprocess.run(["python", name], check=True)\nos.system("python promote.py")',
    'a script that is only the usual one':
      'def go(name="evaluate.py"):\n    subprocess.run(["python", name], check=True)\n    os.system("python promote.py")',
    'a field that tells no status':
      'done = subprocess.run(["python", "evaluate.py"])\nif done.stdout:\n    sys.exit(1)\nos.system("python promote.py")',
    'what another library makes of a line':
      'from acme import shown\n\nsubprocess.run(shown("python evaluate.py"), shell=True, check=True)\nos.system("python promote.py")',
    'a line that is taken apart at something else':
      'subprocess.run("python,evaluate.py".split(","), check=True)\nos.system("python promote.py")',
    'a helper that does not look':
      'def run(line):\n    subprocess.run(line, shell=True)\n\nrun("python evaluate.py")\nrun("python promote.py")',
    'an evaluation behind it':
      'subprocess.check_call(["python", "promote.py"])\nsubprocess.check_call(["python", "evaluate.py"])',
  }
  test.each(Object.entries(useless))('guards nothing by %s', async (_, python) =>
    expect(await inPython(python)).toEqual([promoted]),
  )

  test('is on the path to the call', async () => {
    const release = 'import subprocess\n\nsubprocess.run(["bash", "release.sh"])\n'
    const [finding] = await findingsIn({
      ...scripts,
      'release.py': release,
      'release.sh': 'python promote.py',
    })
    expect(finding?.path).toEqual([
      'release.py:3 `release.py` runs `release.sh`',
      'release.sh:1 `release.sh` runs `promote.py`',
    ])
  })

  test('is placed where a helper is given the command', async () => {
    const release =
      'import subprocess\n\ndef run(line):\n    subprocess.run(line, shell=True)\n\nrun("gto assign churn --stage prod")\nrun("gto show churn")\n'
    expect(await found({ 'release.py': release })).toEqual(['error release.py:6 unguarded-promotion'])
  })

  test('runs in the folder that the call names', async () => {
    const release = 'import subprocess\n\nsubprocess.run(["python", "promote.py"], cwd="jobs", check=True)\n'
    const [finding] = await findingsIn({ 'jobs/promote.py': promoteScript, 'release.py': release })
    expect(finding?.path).toEqual(['release.py:3 `release.py` runs `jobs/promote.py`'])
  })

  test('is found beside what starts it', async () => {
    const release = 'import subprocess\n\nsubprocess.run(["python", "promote.py"])\n'
    const [finding] = await findingsIn({ 'jobs/promote.py': promoteScript, 'jobs/release.py': release })
    expect(finding?.path).toEqual(['jobs/release.py:3 `jobs/release.py` runs `jobs/promote.py`'])
  })

  const moving = `
    import sys

    import mlflow

    mlflow.MlflowClient().set_registered_model_alias("churn", sys.argv[1], "3")
  `
  const moved = ['error move.py:5 unguarded-promotion']

  test.each(['"move.py"', '"-m", "move"', '"-u", "-m", "move"'])(
    'is given the words behind %s',
    async name => {
      const start = (alias: string): string =>
        `import subprocess\n\nsubprocess.run(["python", ${name}, "${alias}"])\n`
      expect(await found({ 'move.py': moving, 'release.py': start('champion') })).toEqual(moved)
      expect(await found({ 'move.py': moving, 'release.py': start('challenger') })).toEqual([])
    },
  )

  test('may be named by values that are not known', async () => {
    const release =
      'import subprocess\n\ndef assign(stage):\n    subprocess.run(["gto", "assign", "churn", "--stage", stage])\n'
    const inText = release.replace(/\[.*\]/, 'f"gto assign churn --stage {stage}", shell=True')
    expect(await found({ 'release.py': release })).toEqual(['note release.py:4 unguarded-promotion'])
    expect(await found({ 'release.py': inText })).toEqual(['note release.py:4 unguarded-promotion'])
  })

  test('takes its status with it where a branch decides which command runs', async () => {
    const release = `
      import subprocess
      import sys

      def check(fast):
          if fast:
              code = subprocess.call(["python", "quick.py"])
          else:
              code = subprocess.call(["python", "evaluate.py"])
          return code == 0

      if not check(sys.argv[1] == "fast"):
          sys.exit(1)
      subprocess.check_call(["python", "promote.py"])
    `
    expect(await found({ ...scripts, 'release.py': release })).toEqual([promoted])
    expect(await found({ ...scripts, 'quick.py': evaluateScript, 'release.py': release })).toEqual([])
  })
})

test('Python that starts a script of the repository is read with it', () => {
  const sources = {
    'release.py': 'import subprocess\n\nsubprocess.run(["python", "jobs/promote.py"])\n',
    'deploy.py': 'from os import system\n\nsystem("bash release.sh")\n',
    'jobs/promote.py': 'import joblib\n\njoblib.load("m.pkl")\n',
    'release.sh': 'echo\n',
    'other.py': 'import subprocess\n\nsubprocess.run(["ls"])\n',
    'notes.py': 'print("see jobs/promote.py")\n',
    'report.py': 'import subprocess\n\nsubprocess.run(["python", "jobs/report.py"])\n',
    'jobs/report.py': 'print("no sink in here")\n',
  }
  const files = Object.entries(sources).map(([path, text]) => ({ path, text }))
  expect(selectFiles(files, rules).map(file => file.path)).toEqual([
    'release.py',
    'deploy.py',
    'jobs/promote.py',
    'release.sh',
  ])
})

describe('a file that a script has downloaded', () => {
  const load = 'import joblib\n\nmodel = joblib.load("model.pkl")\n'
  const download = 'curl -fsSL https://acme.example/model.pkl -o model.pkl'
  const loadedAfter = (script: string): Promise<string[]> => found({ 'release.sh': script, 'serve.py': load })
  const network = ['error serve.py:3 unverified-artifact-load']

  test('comes from the network where it is loaded', async () => {
    expect(await loadedAfter(`${download}\npython serve.py`)).toEqual(network)
  })

  test('is verified by a digest that stands in the script', async () => {
    const check = 'echo "$SHA  model.pkl" | sha256sum -c -'
    expect(await loadedAfter(`set -e\n${download}\n${check}\npython serve.py`)).toEqual([])
    expect(await loadedAfter(`${download} && ${check} && python serve.py`)).toEqual([])
    expect(await loadedAfter(`${download}\n${check}\npython serve.py`)).toEqual(network)
    expect(await loadedAfter(`set -e\n${download}\n${check} || true\npython serve.py`)).toEqual(network)
    expect(await loadedAfter(`set -e\n${check}\n${download}\npython serve.py`)).toEqual(network)
  })

  test('is not verified by the digest of another file', async () => {
    const check = 'echo "$SHA  other.pkl" | sha256sum -c -'
    expect(await loadedAfter(`set -e\n${download}\n${check}\npython serve.py`)).toEqual(network)
  })

  test('is verified by digests that the repository keeps, and not by those that came with it', async () => {
    const script = `set -e\n${download}\nsha256sum -c models.sha256\npython serve.py`
    const repository = { 'release.sh': script, 'serve.py': load }
    expect(await found(repository)).toEqual(network)
    expect(await found({ ...repository, 'models.sha256': 'feed  model.pkl\n' })).toEqual([])
  })
})

describe('an answer at a terminal', () => {
  const assign = 'gto assign churn --stage prod'

  test('is an approval where it decides', async () => {
    expect(await inShell(`read -p "Go on? " ok; [ "$ok" = y ] && ${assign}`)).toEqual([])
    expect(await inShell(`read -rp "Go on? " ok\n[[ $ok == y ]] || exit 1\n${assign}`)).toEqual([])
    expect(await inShell(`gum confirm "Go on?" && ${assign}`)).toEqual([])
  })

  test('is none where it does not', async () => {
    expect(await inShell(`read -p "Go on? " ok; ${assign}`)).toEqual(error)
    expect(await inShell(`echo y | read -p "Go on? " ok; [ "$ok" = y ] && ${assign}`)).toEqual(error)
    expect(await inShell(`gum confirm "Go on?"; ${assign}`)).toEqual(error)
    expect(await inShell(`read -r ok < answer.txt; [ "$ok" = y ] && ${assign}`)).toEqual(error)
  })
})

describe('what a script of the shell starts', () => {
  test('is found beside it', async () => {
    const jobs = { 'jobs/evaluate.py': evaluateScript, 'jobs/promote.py': promoteScript }
    const release = 'set -e\npython evaluate.py\npython promote.py'
    expect(await found({ ...jobs, 'jobs/release.sh': release })).toEqual([])
    expect(await found({ ...jobs, 'other/release.sh': release })).toEqual([
      `${promoted.replace(' ', ' jobs/')}`,
    ])
  })

  test('is given the variables in front of it, and not the words behind it', async () => {
    const script = `
      import os

      import mlflow

      alias = os.environ.get("ALIAS", "challenger")
      mlflow.MlflowClient().set_registered_model_alias("churn", alias, "3")
    `
    const ranBy = (line: string): Promise<string[]> => found({ 'move.py': script, 'release.sh': line })
    const moved = ['error move.py:6 unguarded-promotion']
    expect(await ranBy('ALIAS=champion python move.py')).toEqual(moved)
    expect(await ranBy('env ALIAS=champion python move.py')).toEqual(moved)
    expect(await ranBy('python move.py ALIAS=champion')).toEqual(['note move.py:6 unguarded-promotion'])
  })

  test('is the command of the project around it, where several bring one of this name', async () => {
    const project = (name: string): Repository => ({
      [`${name}/pyproject.toml`]: `[project.scripts]\nship = "${name}:main"\n`,
    })
    const main = (body: string): string => `import sys\n\nimport mlflow\n\ndef main():\n    ${body}\n`
    const repository = {
      ...project('a'),
      ...project('b'),
      'a/a.py': main('print("nothing")'),
      'b/b.py': main('sys.exit(1)'),
      'b/jobs/ship.txt': '',
      'promote.py': promoteScript,
    }
    const release = (folder: string): string =>
      `set -e\ncd ${folder}\nship\ncd ${folder.replace(/\w+/g, '..')}\npython promote.py`
    expect(await found({ ...repository, 'release.sh': release('a') })).toEqual([promoted])
    expect(await found({ ...repository, 'release.sh': release('b') })).toEqual([])
    expect(await found({ ...repository, 'release.sh': release('b/jobs') })).toEqual([])
  })
})

describe('the environment of a step', () => {
  const inStep = async (variables: string, run: string): Promise<string[]> => {
    const yaml = `on: push\njobs: {release: {steps: [{env: {${variables}}, run: ${JSON.stringify(run)}}]}}`
    return (await found({ '.github/workflows/cd.yml': yaml })).map(one => one.split(' ')[0] ?? '')
  }
  const deploy = 'databricks bundle deploy'

  test.each<[string, string, string, readonly string[]]>([
    ['names the target', 'DATABRICKS_BUNDLE_TARGET: prod', deploy, ['error']],
    ['names another target', 'DATABRICKS_BUNDLE_TARGET: dev', deploy, []],
    ['names none', 'OTHER: prod', deploy, []],
    ['is no option of the command', 'target: prod', deploy, []],
    ['is not known', 'DATABRICKS_BUNDLE_TARGET: "${{ inputs.target }}"', deploy, ['note']],
    [
      'counts less than the command, which names production',
      'DATABRICKS_BUNDLE_TARGET: dev',
      `DATABRICKS_BUNDLE_TARGET=prod ${deploy}`,
      ['error'],
    ],
    ['counts less than an option', 'DATABRICKS_BUNDLE_TARGET: prod', `${deploy} --target dev`, []],
    [
      'is one of several that a script sets, of which the worst counts',
      'OTHER: prod',
      `if [ "$FAST" ]; then export DATABRICKS_BUNDLE_TARGET=dev; else export DATABRICKS_BUNDLE_TARGET=prod; fi\n${deploy}`,
      ['error'],
    ],
    [
      'is one of several that a script sets, none of which names production',
      'OTHER: prod',
      `if [ "$FAST" ]; then export DATABRICKS_BUNDLE_TARGET=dev; else export DATABRICKS_BUNDLE_TARGET=test; fi\n${deploy}`,
      [],
    ],
    [
      'counts less than the command',
      'DATABRICKS_BUNDLE_TARGET: prod',
      `DATABRICKS_BUNDLE_TARGET=dev ${deploy}`,
      [],
    ],
    [
      'counts less than the script',
      'DATABRICKS_BUNDLE_TARGET: dev',
      `export DATABRICKS_BUNDLE_TARGET=prod\n${deploy}`,
      ['error'],
    ],
  ])('%s', async (_, variables, run, expected) => {
    expect(await inStep(variables, run)).toEqual(expected)
  })
})
