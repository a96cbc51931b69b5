import { analyseSources } from '../support/analyse'
import { builtin as rules } from '../support/builtin'
import { withoutMargin } from '../support/margin'
import { expectAsMarked, type Marked } from './marked'

const prelude = `
  import argparse, os, sys
  import click, typer
  from mlflow import MlflowClient
  client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", alias, version)'

const functions: Readonly<Record<string, Marked>> = {
  'who moves another alias needs no check': `
    def move(version, alias):
        ${move}

    def main(version, auc, champion_auc):
        move(version, "challenger")
        if auc > champion_auc:
            move(version, "champion")
  `,
  'who moves the one that serves does': `
    def move(version, alias):
        ${move}  # reported

    def main(version, auc, champion_auc):
        move(version, "champion")
        if auc > champion_auc:
            move(version, "challenger")
  `,
  'what is not known may be the one that serves': `
    def move(version, alias):
        ${move}  # reported

    def main(version, auc, champion_auc):
        move(version, input())
        if auc > champion_auc:
            move(version, "champion")
  `,
  'one of two that may be it is enough': `
    def move(version, alias):
        ${move}  # reported

    def main(version, auc, champion_auc, early):
        move(version, "champion" if early else "challenger")
        if auc > champion_auc:
            move(version, "champion")
  `,
  'what is left out is the default': `
    def move(version, alias="champion"):
        ${move}  # reported

    def main(version, auc, champion_auc):
        move(version)
        if auc > champion_auc:
            move(version, "champion")
  `,
  'what is handed over may give anything': `
    def move(version, alias="challenger"):
        ${move}  # reported

    def main(pool, version, auc, champion_auc):
        pool.submit(move, version, "champion")
        if auc > champion_auc:
            move(version, "champion")
  `,
  'a default that does not serve': `
    def move(version, alias="challenger"):
        ${move}

    def main(version, auc, champion_auc):
        move(version)
        if auc > champion_auc:
            move(version, alias="champion")
  `,
  'two functions further up': `
    def move(version, alias):
        ${move}

    def log_and_move(version, name):
        print(version)
        move(version, name)

    def main(version, auc, champion_auc):
        log_and_move(version, "challenger")
        if auc <= champion_auc:
            return
        log_and_move(version, "champion")
  `,
  'two functions further up with no check': `
    def move(version, alias):
        ${move}  # reported

    def log_and_move(version, name):
        print(version)
        move(version, name)

    def main(version, auc, champion_auc):
        log_and_move(version, "champion")
        if auc <= champion_auc:
            return
        log_and_move(version, "challenger")
  `,
  'a function that gives both': `
    def move(version, alias):
        ${move}  # reported

    def both(version, first, second):
        move(version, first)
        move(version, second)

    def main(version):
        both(version, "challenger", "champion")
  `,
  'a function that gives both, behind a check and before it': `
    def move(version, alias):
        ${move}  # reported

    def both(version, first, second):
        move(version, first)
        move(version, second)

    def main(version, auc, champion_auc):
        both(version, "challenger", "champion")
        if auc > champion_auc:
            both(version, "champion", "challenger")
  `,
  'an alias that is looked up two functions further up': `
    ALIASES = {"new": "challenger", "live": "champion"}

    def move(version, name):
        alias = ALIASES[name]
        ${move}

    def log_and_move(version, name):
        print(version)
        move(version, name)

    def main(version, auc, champion_auc):
        log_and_move(version, "new")
        if auc > champion_auc:
            log_and_move(version, "live")
  `,
  'an alias that is looked up by what is given': `
    ALIASES = {"new": "challenger", "live": "champion"}

    def move(version, name):
        alias = ALIASES[name]
        ${move}

    def main(version, auc, champion_auc):
        move(version, "new")
        if auc > champion_auc:
            move(version, "live")
  `,
  'the other way round': `
    ALIASES = {"new": "challenger", "live": "champion"}

    def move(version, name):
        alias = ALIASES[name]
        ${move}  # reported

    def main(version, auc, champion_auc):
        move(version, "live")
        if auc > champion_auc:
            move(version, "new")
  `,
  'one that is put together with what is given, in two steps': `
    def named(version, stage):
        alias = f"churn-{stage}"
        ${move}

    def move(version, stage):
        named(version, stage.lower())

    def main(version, auc, champion_auc):
        move(version, "STAGING")
        if auc > champion_auc:
            move(version, "PROD")
  `,
  'put together the other way round': `
    def named(version, stage):
        alias = f"churn-{stage}"
        ${move}  # reported

    def move(version, stage):
        named(version, stage.lower())

    def main(version, auc, champion_auc):
        move(version, "PROD")
        if auc > champion_auc:
            move(version, "STAGING")
  `,
  'one that calls itself': `
    def move(version, alias, again=0):
        if again:
            move(version, alias)
        ${move}

    def main(version, auc, champion_auc):
        move(version, "challenger")
        if auc > champion_auc:
            move(version, "champion", 1)
  `,
}

const narrowed: Readonly<Record<string, Marked>> = {
  'a way that only another alias takes': `
    def move(version, alias):
        if alias == "champion":
            print("the one that serves")
            ${move}  # reported
        elif alias == "challenger":
            ${move}

    def main(version):
        move(version, "champion")
        move(version, "challenger")
  `,
  'what is left of the others': `
    def move(version, alias):
        if alias == "challenger":
            return
        ${move}  # reported

    def main(version):
        move(version, "champion")
        move(version, "challenger")
  `,
  'an alias that is refused': `
    def move(version, alias):
        if alias in ("champion", "production"):
            raise ValueError(alias)
        ${move}

    def main(version):
        move(version, "champion")
        move(version, "challenger")
  `,
  'only some are let through': `
    STAGED = "staging"

    def move(version, alias):
        if alias not in ["challenger", "candidate"] and alias != STAGED:
            raise ValueError(alias)
        ${move}

    def main(version):
        move(version, os.environ["ALIAS"])
        move(version, "champion")
  `,
  'one of those that are let through serves': `
    def move(version, alias):
        if alias not in ["challenger", "champion"]:
            raise ValueError(alias)
        ${move}  # reported

    def main(version):
        move(version, "champion")
  `,
  'another value is asked for': `
    def move(version, alias, kind):
        if kind == "challenger":
            ${move}  # reported

    def main(version):
        move(version, "champion", "challenger")
  `,
  'it is asked for behind the move': `
    def move(version, alias):
        ${move}  # reported
        if alias == "challenger":
            print(version)

    def main(version):
        move(version, "champion")
  `,
  'what is only told goes on': `
    def move(version, alias):
        if alias == "champion":
            print("better not")
        ${move}  # reported

    def main(version):
        move(version, "champion")
  `,
  'what is asked for serves': `
    def move(version, alias):
        if alias == "champion":
            ${move}  # reported as note

    move(4, input())
  `,
  'what is asked for does not': `
    def move(version, alias):
        if alias == "challenger":
            ${move}

    move(4, input())
  `,
  'what is among those that are not written down may be any alias': `
    def move(version, alias):
        if alias in os.environ["ALIASES"]:
            ${move}  # reported

    def main(version):
        move(version, "champion")
  `,
  'one of those that are let through is not written down': `
    def move(version, alias, other):
        if alias in ("challenger", other):
            ${move}  # reported

    def main(version):
        move(version, "champion", "champion")
  `,
  'what is smaller may be any alias': `
    def move(version, alias):
        if alias < "d":
            return
        ${move}  # reported

    def main(version):
        move(version, "champion")
  `,
  'what is greater may be any alias': `
    def move(version, alias):
        if alias > "champion":
            ${move}  # reported

    def main(version):
        move(version, "champion")
  `,
  'one of two is asked for': `
    def move(version, alias, early):
        other = "champion"
        if early:
            other = "challenger"
        if alias == other:
            ${move}  # reported

    def main(version):
        move(version, "champion", True)
  `,
  'one of two is asked for, in the other order': `
    def move(version, alias, early):
        other = "challenger"
        if early:
            other = "champion"
        if alias == other:
            ${move}  # reported

    def main(version):
        move(version, "champion", True)
  `,
  'a variable of the module that is bound once': `
    alias = input()

    def move(version):
        if alias == "challenger":
            ${move}

    move(4)
  `,
  'it is bound anew behind what is asked': `
    alias = "challenger"

    def move(version):
        global alias
        if alias == "challenger":
            alias = "champion"
            ${move}  # reported

    move(4)
  `,
  'a caller that asks for one that serves': `
    def move(version, alias):
        ${move}  # reported

    def main(version, alias):
        if alias == "champion":
            move(version, alias)

    def other(version, auc, champion_auc):
        if auc > champion_auc:
            move(version, "production")
  `,
  'a caller that asks': `
    def move(version, alias):
        ${move}

    def main(version, alias, auc, champion_auc):
        if alias == "challenger":
            move(version, alias)
        elif auc > champion_auc:
            move(version, alias)

    main(4, "champion", float(input()), float(input()))
    main(4, "challenger", float(input()), float(input()))
  `,
}

const ask = {
  environment: 'alias = os.environ["ALIAS"]',
  getenv: 'alias = os.getenv("ALIAS")',
  fallback: 'alias = os.getenv("ALIAS", "champion")',
  stored: `
    parser = argparse.ArgumentParser()
    parser.add_argument("--alias")
    args = parser.parse_args()
    if args.alias == "staging":
        args.alias = "production"
    alias = args.alias`,
  argparse: `
    parser = argparse.ArgumentParser()
    parser.add_argument("--alias", default="challenger")
    alias = parser.parse_args().alias`,
  handed: `
    def promote(args):
        client.set_registered_model_alias("churn", args.alias, version)
    parser = argparse.ArgumentParser()
    parser.add_argument("--alias", default="challenger")
    promote(parser.parse_args())`,
  twice: `
    def promote(alias):
        client.set_registered_model_alias("churn", alias, version)
    parser = argparse.ArgumentParser()
    parser.add_argument("--alias", default="challenger")
    args = parser.parse_args()
    promote(args.alias)
    promote(args.alias)`,
  apart: `
    def promote(alias):
        client.set_registered_model_alias("churn", alias, version)
    parser = argparse.ArgumentParser()
    parser.add_argument("--alias", default="challenger")
    parser.add_argument("--other", default="production")
    args = parser.parse_args()
    promote(args.alias)
    promote(args.other)`,
  variables: `
    def promote(alias):
        client.set_registered_model_alias("churn", alias, version)
    promote(os.environ["ALIAS"])
    promote(os.environ["ALIAS"])`,
  kept: `
    ALIAS = os.getenv("ALIAS")
    def main():
        client.set_registered_model_alias("churn", ALIAS, version)
    main()`,
  word: 'alias = sys.argv[1]',
  table: `
    def alias_for(environment):
        known = {"stg": "challenger", "prd": "champion"}
        return known[environment]
    def promote(environment):
        alias = alias_for(environment)
        client.set_registered_model_alias("churn", alias, version)
    promote(environment=sys.argv[1])`,
  either: `
    def alias_for(environment):
        if version == "1":
            return "champion"
        return {"stg": "challenger", "prd": "champion"}[environment]
    def promote(environment):
        client.set_registered_model_alias("churn", alias_for(environment), version)
    promote(sys.argv[1])`,
  words: `
    def promote(alias):
        client.set_registered_model_alias("churn", alias, version)
    promote(sys.argv[1])
    promote(sys.argv[2])`,
  tables: `
    def alias_for(environment):
        return {"stg": "challenger", "prd": "champion"}[environment]
    def other_for(environment):
        return {"stg": "champion", "prd": "champion"}[environment]
    def promote(alias):
        client.set_registered_model_alias("churn", alias, version)
    promote(alias_for(sys.argv[1]))
    promote(other_for(sys.argv[1]))`,
}

function script(asked: string): string {
  const moved = asked.includes('def ') ? '' : move
  return `${withoutMargin(prelude)}\nversion = os.environ["VERSION"]\n${withoutMargin(asked)}\n${moved}\n`
}

const workflow = (name: string, run: string, job = ''): string => `
name: ${name}
on: { push: { branches: [main] } }
jobs:
  ${name}:
    runs-on: ubuntu-latest
${job}    steps:
      - uses: actions/checkout@v4
${run}
`
const first = (run: string): string => workflow('first', run)
const gated = (run: string): string => workflow('gated', run, '    environment: production\n')
const withAlias = (alias: string): string =>
  `      - run: python promote.py\n        env: { ALIAS: ${alias}, VERSION: "3" }`
const withOption = (words: string): string => `      - run: python promote.py ${words}`

async function findingOf(
  sources: Readonly<Record<string, string>>,
  rule = 'unguarded-promotion',
): Promise<string> {
  const found = await analyseSources(sources, rules)
  const promotion = found.find(finding => finding.rule === rule)
  const [step] = promotion?.steps ?? []
  return [promotion?.level ?? 'silent', step?.says ?? ''].join('; ')
}

const start = (name: string): string => `\`${name}\` starts on a push to \`main\``

const pipelines: readonly [title: string, python: string, first: string, gated: string, told: string][] = [
  [
    'a variable that gets another value',
    script(`os.environ["ALIAS"] = "production"\n${ask.environment}`),
    first(withAlias('staging')),
    gated(withAlias('production')),
    `error; ${start('first')}`,
  ],
  [
    'an option that gets another value',
    script(ask.stored),
    first(withOption('--alias staging')),
    gated(withOption('--alias production')),
    `error; ${start('first')}`,
  ],
  [
    'a variable of the environment',
    script(ask.environment),
    first(withAlias('staging')),
    gated(withAlias('production')),
    `note; ${start('gated')}`,
  ],
  [
    'the same the other way round',
    script(ask.environment),
    first(withAlias('production')),
    gated(withAlias('staging')),
    `error; ${start('first')}`,
  ],
  [
    'one that is asked for by a function',
    script(ask.getenv),
    first(withAlias('staging')),
    gated(withAlias('production')),
    `note; ${start('gated')}`,
  ],
  [
    'one that a job leaves to its fallback',
    script(ask.fallback),
    first('      - run: python promote.py'),
    gated(withAlias('production')),
    `error; ${start('first')}`,
  ],
  [
    'one of the job',
    script(ask.getenv),
    workflow('first', '      - run: python promote.py', '    env: { ALIAS: staging }\n'),
    gated(withAlias('production')),
    `note; ${start('gated')}`,
  ],
  [
    'an option',
    script(ask.argparse),
    first(withOption('--alias staging')),
    gated(withOption('--alias=production')),
    `note; ${start('gated')}`,
  ],
  [
    'an option that is handed on with the others',
    script(ask.handed),
    first(withOption('--alias staging')),
    gated(withOption('--alias production')),
    `note; ${start('gated')}`,
  ],
  [
    'the same with nothing that waits',
    script(ask.handed),
    first(withOption('--alias production')),
    gated(withOption('--alias staging')),
    `error; ${start('first')}`,
  ],
  [
    'an option that is handed on twice',
    script(ask.twice),
    first(withOption('--alias staging')),
    gated(withOption('--alias production')),
    `note; ${start('gated')}`,
  ],
  [
    'an option beside another one',
    script(ask.apart),
    first(withOption('--alias staging')),
    gated(withOption('--alias production')),
    `error; ${start('first')}`,
  ],
  [
    'a variable that is handed on twice',
    script(ask.variables),
    first(withAlias('staging')),
    gated(withAlias('production')),
    `note; ${start('gated')}`,
  ],
  [
    'a variable that the module keeps',
    script(ask.kept),
    first(withAlias('staging')),
    gated(withAlias('production')),
    `note; ${start('gated')}`,
  ],
  [
    'the same with the other alias',
    script(ask.kept),
    first(withAlias('production')),
    gated(withAlias('staging')),
    `error; ${start('first')}`,
  ],
  [
    'an option that says so where nothing waits',
    script(ask.argparse),
    first(withOption('--alias production')),
    gated(withOption('--alias staging')),
    `error; ${start('first')}`,
  ],
  [
    'an option that is left out, whose default does not serve',
    script(ask.argparse),
    first(withOption('')),
    gated(withOption('--alias production')),
    `note; ${start('gated')}`,
  ],
  [
    'an option that is put together when it runs',
    script(ask.argparse),
    first(withOption('--alias "$(cat alias.txt)"')),
    gated(withOption('--alias production')),
    `error; ${start('first')}`,
  ],
  [
    'a word',
    script(ask.word),
    first(withOption('staging')),
    gated(withOption('production')),
    `note; ${start('gated')}`,
  ],
  [
    'a word the other way round',
    script(ask.word),
    first(withOption('production')),
    gated(withOption('staging')),
    `error; ${start('first')}`,
  ],
  [
    'a word of several that are given',
    script(ask.word),
    first('      - run: python promote.py "$@"'),
    gated(withOption('production')),
    `error; ${start('first')}`,
  ],
  [
    'a word that is left out',
    script(ask.word),
    first(withOption('')),
    gated(withOption('production')),
    `error; ${start('first')}`,
  ],
  [
    'a word that is stored anew',
    script(`sys.argv[1] = "production"\n${ask.word}`),
    first(withOption('staging')),
    gated(withOption('production')),
    `error; ${start('first')}`,
  ],
  [
    'words that are stored anew',
    script(`sys.argv = ["promote.py", os.environ["ALIAS"]]\n${ask.word}`),
    first(withOption('staging')),
    gated(withOption('production')),
    `error; ${start('first')}`,
  ],
  [
    'a word that a function looks up in a table',
    script(ask.table),
    first(withOption('stg')),
    gated(withOption('prd')),
    `note; ${start('gated')}`,
  ],
  [
    'the same where the first means production',
    script(ask.table),
    first(withOption('prd')),
    gated(withOption('stg')),
    `error; ${start('first')}`,
  ],
  [
    'a word beside another one',
    script(ask.words),
    first(withOption('staging production')),
    gated(withOption('production production')),
    `error; ${start('first')}`,
  ],
  [
    'a word of which two functions make different things',
    script(ask.tables),
    first(withOption('stg')),
    gated(withOption('prd')),
    `error; ${start('first')}`,
  ],
  [
    'a function that may give something else',
    script(ask.either),
    first(withOption('stg')),
    gated(withOption('prd')),
    `error; ${start('first')}`,
  ],
  [
    'an option of click',
    withoutMargin(`
      ${prelude.trim().replaceAll('\n  ', '\n      ')}

      @click.command()
      @click.option("--alias", default="challenger")
      @click.option("--version")
      def main(alias, version):
          ${move}

      if __name__ == "__main__":
          main()
    `),
    first(withOption('--version 3')),
    gated(withOption('--version 3 --alias production')),
    `note; ${start('gated')}`,
  ],
]

const serving = `
apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: {name: churn}
spec: {predictor: {model: {storageUri: "s3://models/churn/4"}}}
`

const deployed: readonly [title: string, shell: string, first: string, gated: string, told: string][] = [
  ['a namespace', 'kubectl apply -n "$1" -f service.yaml', 'staging', 'prod', `note; ${start('gated')}`],
  [
    'a namespace the other way round',
    'kubectl apply -n "$1" -f service.yaml',
    'prod',
    'staging',
    `error; ${start('first')}`,
  ],
  [
    'a namespace with a name of its own',
    'NAMESPACE="$1"\nkubectl apply -n "$NAMESPACE" -f service.yaml',
    'staging',
    'prod',
    `note; ${start('gated')}`,
  ],
  [
    'both are production',
    'kubectl apply -n "$1" -f service.yaml',
    'live',
    'prod',
    `error; ${start('first')}`,
  ],
  [
    'something else says production',
    'kubectl apply --context prod -n "$1" -f service.yaml',
    'shop',
    'churn',
    `error; ${start('first')}`,
  ],
]

describe('of a script that assigns a stage', () => {
  test.each([
    ['dev', 'prod', 'note'],
    ['prod', 'dev', 'error'],
  ])('%s where nothing waits, and %s where something does', async (one, other, level) => {
    const run = (stage: string): string => `      - run: bash assign.sh\n        env: {STAGE: ${stage}}`
    const sources = {
      'assign.sh': 'set -e\ngto assign churn --version v1 --stage "$STAGE"\n',
      '.github/workflows/first.yml': first(run(one)),
      '.github/workflows/gated.yml': gated(run(other)),
    }
    const found = await analyseSources(sources, rules)
    expect(found.map(finding => finding.level)).toEqual([level])
  })
})

describe('of a script that deploys', () => {
  test.each(deployed)('%s', async (_, shell, one, other, told) => {
    const sources = {
      'service.yaml': serving,
      'deploy.sh': `set -e\n${shell}\n`,
      '.github/workflows/first.yml': first(`      - run: bash deploy.sh ${one}`),
      '.github/workflows/gated.yml': gated(`      - run: bash deploy.sh ${other}`),
    }
    expect(await findingOf(sources, 'unguarded-deployment')).toBe(told)
  })
})

describe('only who gives a sink what makes it one has to be held back', () => {
  test.each(Object.entries(functions))('%s', async (_, marked) => {
    await expectAsMarked(prelude, marked)
  })
})

describe('where it is reached with what makes it one', () => {
  test.each(Object.entries(narrowed))('%s', async (_, marked) => {
    await expectAsMarked(prelude, marked)
  })
})

describe('so it is with what pipelines give a script', () => {
  test.each(pipelines)('%s', async (_, python, one, other, told) => {
    const sources = {
      'promote.py': python,
      '.github/workflows/first.yml': one,
      '.github/workflows/gated.yml': other,
    }
    expect(await findingOf(sources)).toBe(told)
  })
})
