import { findingsIn, type Repository } from './scanned'

const move = (value: string): string =>
  `import os\nimport sys\n\nimport mlflow\n\nmlflow.MlflowClient().transition_model_version_stage("churn", 3, ${value})\n`

const scripts: Repository = {
  'words.py': move('sys.argv[1]'),
  'asks.py': move('os.environ["STAGE"]'),
  'option.py': `import argparse\n\nimport mlflow\n\nparser = argparse.ArgumentParser()\nparser.add_argument("--stage")\nmlflow.MlflowClient().transition_model_version_stage("churn", 3, parser.parse_args().stage)\n`,
  'command.py': `import click\nimport mlflow\n\n\n@click.command()\n@click.option("--stage", default="Staging")\ndef main(stage):\n    mlflow.MlflowClient().transition_model_version_stage("churn", 3, stage)\n\n\nmain()\n`,
}

/** The levels of what a workflow reaches by `run`. */
async function levels(makefile: string, run: string, env = ''): Promise<string[]> {
  const job = `${env === '' ? '' : `env: {${env}}, `}steps: [{run: ${JSON.stringify(run)}}]`
  const workflow = `on: push\njobs: {release: {${job}}}`
  const found = await findingsIn({ ...scripts, Makefile: makefile, '.github/workflows/cd.yml': workflow })
  const reached = found.filter(one => one.path[0]?.startsWith('.github'))
  return reached.map(({ finding }) => finding.split(' ')[0] ?? '')
}

describe('what is given on the command line of make replaces what its file says', () => {
  test.each([
    'STAGE ?= Staging\nmove:\n\tpython words.py $(STAGE)\n',
    'STAGE = Staging\nmove:\n\tpython words.py ${STAGE}\n',
    'STAGE := Staging\nmove:\n\tpython words.py "$(STAGE)"\n',
    "STAGE := Staging\nmove:\n\tpython words.py '$(STAGE)'\n",
    'STAGE ::= Staging # until it is asked for\nmove:\n\tpython words.py $(STAGE) && true\n',
    'STAGE ?= Staging\nmove:\n\tpython option.py --stage $(STAGE)\n',
    'STAGE ?= Staging\nmove:\n\tpython option.py --stage=$(STAGE)\n',
    "STAGE ?= Staging\nmove:\n\tpython option.py --stage '$(STAGE)'\n",
    'STAGE ?= Staging\nmove:\n\tpython command.py --stage "$(STAGE)"\n',
    'STAGE ?= Staging\nOPTIONS = --stage $(STAGE)\nmove:\n\tpython option.py $(OPTIONS)\n',
    'OPTIONS = -x\nSTAGE ?= Staging\nOPTIONS += --stage $(STAGE)\nmove:\n\tpython option.py $(OPTIONS)\n',
    'STAGE ?= Staging\nmove: really\nreally:\n\tpython words.py $(STAGE)\n',
    'STAGE ?= Staging\nmove:\n\t$(MAKE) really STAGE=$(STAGE)\nreally:\n\tpython words.py $(STAGE)\n',
    'export STAGE ?= Staging\nmove:\n\tpython asks.py\n',
  ])('%j', async makefile => {
    expect(await levels(makefile, 'make move STAGE=Production')).toEqual(['error'])
    expect(await levels(makefile, 'make move STAGE=Staging')).toEqual([])
    expect(await levels(makefile.replaceAll('Staging', 'Production'), 'make move STAGE=Staging')).toEqual([])
    expect(await levels(makefile.replaceAll('Staging', 'Production'), 'make move')).toEqual(['error'])
    expect(await levels(makefile, 'make move STAGE="$STAGE_GIVEN"')).toEqual(['note'])
  })
})

test('what is overridden in the file stays, whatever the command line says', async () => {
  const makefile = 'override STAGE := Staging\nmove:\n\tpython words.py $(STAGE)\n'
  expect(await levels(makefile, 'make move STAGE=Production')).toEqual([])
})

test('the environment goes before `?=` and behind `=`', async () => {
  const asked = (operator: string, env: string): Promise<string[]> =>
    levels(`STAGE ${operator} Staging\nmove:\n\tpython words.py $(STAGE)\n`, 'make move', env)
  expect(await asked('?=', 'STAGE: Production')).toEqual(['error'])
  expect(await asked('?=', 'OTHER: Production')).toEqual([])
  expect(await asked('=', 'STAGE: Production')).toEqual([])
  expect(await asked(':=', 'STAGE: Production')).toEqual([])
})

test('a first value stays where another line gives one to what has none', async () => {
  const makefile = (first: string, second: string): string =>
    `STAGE = ${first}\nSTAGE ?= ${second}\nmove:\n\tpython words.py $(STAGE)\n`
  expect(await levels(makefile('Staging', 'Production'), 'make move')).toEqual([])
  expect(await levels(makefile('Production', 'Staging'), 'make move')).toEqual(['error'])
})

test('a variable of a target counts in its recipe and in what comes before it', async () => {
  const own = 'STAGE ?= Staging\nmove: STAGE = Production\nmove:\n\tpython words.py $(STAGE)\n'
  expect(await levels(own, 'make move')).toEqual(['error'])
  expect(await levels(own, 'make move STAGE=Staging')).toEqual([])
  const makefile = (line: string): string =>
    `STAGE ?= Staging\n${line}\nmove:\n\tpython words.py $(STAGE)\nmove-live: move\n`
  expect(await levels(makefile('move-live: STAGE := Production'), 'make move-live')).toEqual(['error'])
  expect(await levels(makefile('move-live: export STAGE = Production'), 'make move-live')).toEqual(['error'])
  expect(await levels(makefile('move-live: STAGE := Production'), 'make move')).toEqual([])
  expect(await levels(makefile('other: STAGE := Production'), 'make move-live')).toEqual([])
})

test('what a command prints into a variable is not known', async () => {
  const makefile = 'STAGE != cat Production\nmove:\n\tpython words.py $(STAGE)\n'
  expect(await levels(makefile, 'make move')).toEqual(['note'])
})
