import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

const tree: Repository = {
  'promote.py': promoteScript,
  'first.py': evaluateScript,
  'empty.py': 'print("nothing")\n',
  'jobs/second.py': evaluateScript,
  'src/churn/__main__.py': evaluateScript,
  'src/churn/second.py': evaluateScript,
  'acme/__main__.py': evaluateScript,
  'compose.yaml': 'services:\n  trainer: {image: "python:3.12", command: python empty.py}\n',
  'ops/compose.yaml': 'services:\n  trainer: {image: "python:3.12", command: python empty.py}\n',
  'ops/near.py': evaluateScript,
  'a/pyproject.toml': '[project.scripts]\nacme-first = "acme_a:main"\n',
  'a/acme_a.py': `import sys\n\n\ndef main():\n    sys.exit(1)\n`,
}

async function behind(command: string, more: Repository = {}): Promise<string[]> {
  const steps = [command, 'python promote.py'].map(run => `{run: ${JSON.stringify(run)}}`)
  const workflow = `on: push\njobs: {release: {steps: [${steps.join(', ')}]}}`
  const found = await findingsIn({ ...tree, ...more, '.github/workflows/cd.yml': workflow })
  return found.map(({ finding }) => finding)
}

describe('a command line runs a check', () => {
  test.each([
    'python first.py',
    'python -u -X dev -W ignore first.py',
    'python -- first.py',
    '/usr/bin/python3.11 first.py',
    '.venv/bin/python first.py',
    'bash -e -o pipefail -c "python first.py"',
    'python -m first',
    'python -m acme',
    'python acme',
    'python acme/',
    'python -m churn',
    'python -m churn.second',
    'cd jobs && python -m second',
    'cd jobs && python -m churn.second',
    'cd src && python -m churn.second',
    'cd src/churn && python -m second',
    'python -m coverage run first.py',
    'python -m coverage run -m churn.second',
    'uv --quiet run --with mlflow python first.py',
    'uv run -m churn.second',
    'env -u HOME A=b python first.py',
    'sudo -u ci A=b python first.py',
    'timeout -k 5 10m nice -n 5 python first.py',
    'sudo env nohup time nice timeout 5 uv run python first.py',
    'uvicorn first:app',
    'gunicorn -w 4 churn.second:app',
    'acme-first',
    'uv run acme-first --all',
    'env -C jobs python second.py',
    'env --chdir=jobs -u HOME A=b python second.py',
    'cd src && env --chdir churn python second.py',
    'sudo -D jobs python second.py',
    'uv run --directory jobs second.py',
    'uv run --directory=jobs python second.py',
    'uv --directory jobs run second.py',
    'uv --directory jobs run -m second',
    'uvx --with mlflow python first.py',
    'uvx --from . acme-first',
    'uv tool run --from . acme-first',
    'pipx run first.py',
    'pipx run --spec . acme-first',
    'poetry -C jobs run python second.py',
    'poetry run --directory=jobs python second.py',
    'hatch -e prod run python first.py',
    'conda run -n ml --cwd jobs python second.py',
    'python3.11 -m pipenv run python first.py',
    'python -m cProfile -o profile.out first.py',
    'spark-submit --master local --conf a=b first.py',
    'srun -n 1 python first.py',
    'ray job submit --working-dir . -- python first.py',
    'aws-vault exec prod -- python first.py',
    'flock /tmp/lock python first.py',
    'flock -n /tmp/lock python first.py',
    'setsid -f python first.py',
    'setsid -c -w python first.py',
    'chronic -e python first.py',
    'unbuffer -p python first.py',
    'caffeinate -d -i -t 60 python first.py',
    'tini -s -e 143 -- python first.py',
    'dumb-init -c --rewrite 15:3 -- python first.py',
    'ionice -c 2 -n 7 -t python first.py',
    'numactl -N 0 -m 0 -l python first.py',
    'py-spy record -n -o out.svg -r 100 -- python first.py',
    'ddtrace-run python first.py',
    'python -m trace -t -r first.py',
    'python -m trace -s -c -f counts first.py',
    'python -m pdb -c continue first.py',
    'kernprof -l -v -o out first.py',
    'pyinstrument -r html -o out.html first.py',
    'memray run -f -o out.bin first.py',
    'python -m debugpy --wait-for-client --listen 5678 first.py',
    'cd a && acme-first',
    'docker compose run trainer python first.py',
    'docker compose run --rm trainer uv run python first.py',
    'docker compose -f ops/compose.yaml run trainer python near.py',
    'docker compose -f ops/compose.yaml run trainer python first.py',
    'cd jobs && docker compose -f ../ops/compose.yaml run trainer python second.py',
    'cd jobs && docker compose -f ../ops/compose.yaml run trainer python first.py',
  ])('%s', async command => {
    expect(await behind(command)).toEqual([])
  })
})

describe('a command line runs none', () => {
  test.each([
    'python empty.py first.py',
    'env -C jobs python first.py',
    'env -C "$FOLDER" python first.py',
    'env -C /elsewhere python first.py',
    'uv run --directory jobs first.py',
    'uv run --directory $FOLDER first.py',
    'uv run --with first.py empty.py',
    'poetry -C jobs run python first.py',
    'uvx --from first.py empty.py',
    'spark-submit --py-files first.py empty.py',
    'flock first.py python empty.py',
    'python -W first.py empty.py',
    'python -m empty first',
    'python -m pip first.py',
    'python -m first.py',
    'python first',
    'python-first first.py',
    'python3-config first.py',
    'mypython3.11 first.py',
    'python3.11-config first.py',
    'python first.py.old',
    'python ../first.py',
    'python jobs/first.py',
    'python "$SCRIPT" first.py',
    'python -c "import first" first.py',
    'uv pip run first.py',
    'uv sync && echo python first.py',
    'timeout python first.py',
    'uvicorn first',
    'uvicorn first.app:main',
    './acme-first',
    'acme-firsts',
    'docker compose run trainer',
    'docker compose run other python first.py',
    'docker compose run "$SERVICE" python first.py',
    'docker compose run trainer python near.py',
    'docker compose exec trainer echo python first.py',
    'sudo',
    'timeout 5',
  ])('%s', async command => {
    expect(await behind(command)).toEqual(['error promote.py:5 unguarded-promotion'])
  })
})

describe('a command of a project', () => {
  const project = (folder: string): Repository => ({
    [`${folder}pyproject.toml`]: '[project.scripts]\nship = "ship:main"\n',
    [`${folder}ship.py`]: 'import sys\n\n\ndef main():\n    sys.exit(1)\n',
  })
  const other = {
    'b/pyproject.toml': '[project.scripts]\nship = "ship_b:main"\n',
    'b/ship_b.py': 'def main():\n    print("nothing")\n',
  }

  test.each([
    ['ship', project(''), []],
    ['cd b && ship && cd ..', project(''), []],
    ['ship', { ...other, ...project('') }, []],
    ['cd c && ship && cd ..', { ...other, ...project('') }, []],
    ['cd b && ship && cd ..', { ...other, ...project('') }, ['error promote.py:5 unguarded-promotion']],
    ['cd b/d && ship && cd ../..', { ...other, ...project('') }, ['error promote.py:5 unguarded-promotion']],
    ['cd c && ship && cd ..', { ...other, ...project('c/') }, []],
    ['cd c/d && ship && cd ../..', { ...other, ...project('c/') }, []],
    ['cd cd && ship && cd ..', { ...other, ...project('c/') }, ['error promote.py:5 unguarded-promotion']],
    ['cd b && ship && cd ..', { ...other, ...project('c/') }, ['error promote.py:5 unguarded-promotion']],
  ])('%s', async (command, more, found) => {
    expect(await behind(command, more)).toEqual(found)
  })
})
