import { parse } from 'yaml'
import { field } from './event'

/** The page on the Action, `docs/action.md`, made from `action.yml`. */
export function actionPage(definition: string): string {
  const action: unknown = parse(definition)
  return `${[
    '# The Action',
    'Made from `action.yml` by `npm run generate`; edit that file, or `src/action/page.ts`.',
    '## Inputs',
    'An input that is given goes before what the configuration file says, and that before the default. Only `fail-on` can be said in both. A switch takes `true` and `false`; anything else fails the step.',
    tableOf('| input | default | says |', field(action, 'inputs'), true),
    '## Outputs',
    tableOf('| output | says |', field(action, 'outputs'), false),
    ...body,
  ].join('\n\n')}\n`
}

function tableOf(header: string, entries: unknown, defaults: boolean): string {
  const rows = Object.entries(Object(entries) as Record<string, unknown>).map(([name, entry]) => {
    const given = String(field(entry, 'default') ?? '')
    const middle = defaults ? [given === '' ? 'none' : `\`${given}\``] : []
    return `| ${[`\`${name}\``, ...middle, String(field(entry, 'description'))].map(cell).join(' | ')} |`
  })
  return [header, `|${'---|'.repeat(header.split('|').length - 2)}`, ...rows].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

const workflow = `name: Modelgate
on:
  push:
    branches: [main]
  pull_request:

permissions: {}

jobs:
  modelgate:
    runs-on: ubuntu-24.04
    permissions:
      contents: read          # to check the repository out
      actions: read           # check-environments, and upload in a private repository
      security-events: write  # upload
      pull-requests: write    # comment
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - uses: <owner>/modelgate@<commit>
        with:
          upload: true
          comment: true`

const body: readonly string[] = [
  '## A workflow with everything',
  `\`\`\`yaml\n${workflow}\n\`\`\``,
  '## What happens without a permission',
  'The SARIF file, the job summary, the annotations and the verdict need no permission and no network. Whatever GitHub does not allow, does not answer or does not understand is one line in the log and in the summary, and never fails the step.',
  [
    '| where | what is left out |',
    '|---|---|',
    '| a pull request from a fork | nothing is commented; the upload is tried, and GitHub may refuse it |',
    '| a run for Dependabot | its token may only read: neither upload nor comment |',
    '| no code scanning, no `security-events: write` | the upload |',
    '| no `pull-requests: write` | the comment, and proposals on lines |',
    '| no `actions: read` in a private repository | environments stay declared, as they are without the check |',
  ].join('\n'),
  '## The upload',
  'The results belong to the commit that is checked out: to `GITHUB_REF` where that is the commit of the run, to `refs/pull/N/head` where it is the head of the pull request. Any other commit is not uploaded. What is uploaded is the whole result, on a pull request too, of which code scanning shows what is new. It keeps 5,000 results of a log and takes 10 MB; beyond that the most severe are chosen, and a line says how many are left. The step waits up to two minutes for code scanning to process the log, and prints what it says.',
  '## The comment',
  'There is one comment on a pull request. It is changed when the findings change, and says so when nothing is left; without findings it is not begun. Fixes that follow from the finding alone (`weights_only=True`) are proposed on the lines of the diff, once each, where a click takes them. GitHub offers that in reviews only, and only on lines that the diff shows, so all others stand in the comment as text. A revision to pin, an `environment:` and a threshold need a decision: they are text too.',
  '## Environments',
  'A job with `environment: production` waits for a person only if that environment has required reviewers, which no file says. With `check-environments` the step asks GitHub for the environments that workflows name.',
  [
    '| the settings | the guard |',
    '|---|---|',
    '| required reviewers | holds: nothing is reported |',
    '| another program decides (a custom protection rule), and no reviewers | declared: a note |',
    '| only some branches, and no reviewers | not enough |',
    '| only a timer, no rules, or no such environment | void: the finding says why |',
    '| cannot be asked for, or the name is an expression | declared: a note |',
  ].join('\n'),
]
