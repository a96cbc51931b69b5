import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

const evaluate = 'evaluate:\n\tpython evaluate.py\n'
const image = 'FROM python:3.12\nWORKDIR /app\nCOPY evaluate.py ./\n'
const nothing = 'evaluate:\n\techo nothing\n'

const tree: Repository = {
  'promote.py': promoteScript,
  'evaluate.py': evaluateScript,
  'jobs/evaluate.py': evaluateScript,
  Makefile: evaluate,
  'jobs/Makefile': evaluate,
  'other/Makefile': nothing,
  makefile: nothing,
  Dockerfile: `${image}CMD python evaluate.py\n`,
  'jobs/Dockerfile': `${image}RUN python evaluate.py\n`,
  'other/Dockerfile': 'FROM python:3.12\nCMD echo nothing\n',
  MLproject: 'name: churn\nentry_points:\n  main: {command: python evaluate.py}\n',
  'other/MLproject': 'name: churn\nentry_points:\n  main: {command: echo nothing}\n',
  'tox.ini':
    '[tox]\nenv_list = lint\n[testenv:evaluate]\ncommands = python evaluate.py\n[testenv:lint]\ncommands = true\n',
  'noxfile.py':
    'import nox\n\n\n@nox.session\ndef evaluate(session):\n    session.run("python", "evaluate.py")\n\n\n@nox.session\ndef lint(session):\n    session.run("true")\n',
  justfile: 'evaluate:\n  echo nothing\n',
  'jobs/justfile': 'evaluate:\n  python evaluate.py\n',
  'pyproject.toml': '[tool.poe.tasks]\nevaluate = "python evaluate.py"\n',
}

/** What is found where a job runs a command, and then promotes. */
async function behind(command: string): Promise<string[]> {
  const steps = [command, 'python promote.py'].map(run => `{run: ${JSON.stringify(run)}}`)
  const workflow = `on: push\njobs: {release: {steps: [${steps.join(', ')}]}}`
  const found = await findingsIn({ ...tree, '.github/workflows/cd.yml': workflow })
  return found.map(({ finding }) => finding)
}

describe('a check counts where the command names its file or folder', () => {
  test.each([
    'make evaluate',
    'make -C jobs evaluate',
    'make --directory jobs evaluate',
    'make --directory=jobs evaluate',
    'make -Cjobs evaluate',
    'make -f jobs/Makefile evaluate',
    'make -C jobs -f Makefile evaluate',
    'make -C other -f ../jobs/Makefile evaluate',
    'make -C jobs -fMakefile evaluate',
    'make -C "$PWD/jobs" evaluate',
    'make -C $GITHUB_WORKSPACE evaluate',
    'make -C other/../jobs evaluate',
    'just --justfile jobs/justfile evaluate',
    'just -f jobs/justfile -d jobs evaluate',
    'just --justfile jobs/justfile --working-directory jobs evaluate',
    'poe evaluate',
    'poe -C . evaluate',
    'mlflow run .',
    'mlflow run "$PWD"',
    'tox -e evaluate',
    'tox -eevaluate',
    'tox -e=evaluate',
    'tox -e lint,evaluate',
    'tox -e evaluate -- -c prod.yaml',
    'tox -c tox.ini -e evaluate',
    'nox -s evaluate',
    'nox --sessions evaluate lint',
    'nox -s evaluate "$SESSION"',
    'nox -s evaluate --tags="$TAGS"',
    'docker build jobs',
    'docker build "$PWD/jobs"',
    'docker build -f jobs/Dockerfile .',
    'docker build -fjobs/Dockerfile .',
    'docker build --file=jobs/Dockerfile .',
    'docker build -t churn . && docker run churn',
    'docker build . -t churn && docker run churn',
    'docker build -tchurn . && docker run churn',
    'docker build --tag=churn . && docker run churn',
    'docker build -t old -t churn . && docker run churn',
    'docker build -t "$IMAGE" . && docker run "$IMAGE"',
    'docker build --tag="$IMAGE" . && docker run "$IMAGE"',
    'docker build -t churn $GITHUB_WORKSPACE && docker run churn',
    'docker build -t churn "$PWD" && docker run churn',
    'cd other && docker build -t churn .. && docker run churn',
  ])('%s', async command => {
    expect(await behind(command)).toEqual([])
  })
})

describe('it does not where that is another one, or is only named when the command runs', () => {
  test.each([
    'make -C other evaluate',
    'make --directory=other evaluate',
    'make -Cother evaluate',
    'make -C .. evaluate',
    'make -C "$FOLDER" evaluate',
    'make --directory="$FOLDER" evaluate',
    'make -f makefile evaluate',
    'make -fmakefile evaluate',
    'make -f "$FILE" evaluate',
    'make -f"$FILE" evaluate',
    'make -f none.mk evaluate',
    'cd "$(mktemp -d)" && make evaluate',
    'just --justfile "$FILE" evaluate',
    'just evaluate',
    'poe -C "$FOLDER" evaluate',
    'poe -C other evaluate',
    'mlflow run other',
    'mlflow run "$PROJECT"',
    'tox',
    'tox -elint',
    'tox -e"$ENV"',
    'tox -c "$FILE" -e evaluate',
    'nox -s "$SESSION" evaluate',
    'nox -s lint',
    'nox -f "$FILE" -s evaluate',
    'docker build .',
    'docker build other',
    'docker build "$FOLDER"',
    'docker build -f "$FILE" jobs',
    'docker build -f other/Dockerfile jobs',
    'docker build https://acme.example/churn.git',
    'docker build -t churn other && docker run churn',
    'docker build -t churn "$FOLDER" && docker run churn',
    'docker build -t churn -f "$FILE" . && docker run churn',
    'docker build -t churn -f- . && docker run churn',
    'docker build -t other . && docker run churn',
    'docker build . && docker run churn',
    'docker build . -t && docker run churn',
    'docker build -t churn . && docker build -t churn other && docker run churn',
    'cd "$(mktemp -d)" && docker build -t churn . && docker run churn',
  ])('%s', async command => {
    expect(await behind(command)).toEqual(['error promote.py:5 unguarded-promotion'])
  })
})
