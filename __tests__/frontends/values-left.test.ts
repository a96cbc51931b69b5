import { argoFrontend } from '../../src/frontends/argo'
import { azureFrontend } from '../../src/frontends/azure'
import { withBounds } from '../../src/frontends/bounds'
import { githubFrontend } from '../../src/frontends/github'
import { gitlabFrontend } from '../../src/frontends/gitlab'
import { rows } from '../support/effort'

const few = { depth: 400, yamlValues: 60 }

const lines = rows(80, at => `    - echo ${at}\n`)

// The limit is met while the jobs are read, and not before.
test.each([
  ['gitlab', gitlabFrontend, '.gitlab-ci.yml', `job:\n  script:\n${lines}`],
  ['azure', azureFrontend, 'azure-pipelines.yml', `steps:\n${rows(80, at => `- script: echo ${at}\n`)}`],
  [
    'github',
    githubFrontend,
    '.github/workflows/a.yml',
    `on: push\njobs:\n  a:\n    steps:\n${rows(80, at => `      - run: echo ${at}\n`)}`,
  ],
  [
    'argo',
    argoFrontend,
    'a.yaml',
    `apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: a}\nspec:\n  entrypoint: a\n  templates:\n  - name: a\n    steps:\n${rows(80, at => `    - - {name: s${at}, template: b}\n`)}  - name: b\n    script: {image: a, command: [sh], source: echo}\n`,
  ],
])('a pipeline of %s of which too many values are asked says so', (_, frontend, path, text) => {
  const told = withBounds(few, () => frontend.read({ path, text })).notices
  expect(told.filter(({ kind }) => kind === 'limit')).toHaveLength(1)
  expect(frontend.read({ path, text }).notices).toEqual([])
})

test('so does a file that a pipeline of GitLab takes in', () => {
  const file = { path: '.gitlab-ci.yml', text: 'include: jobs.yml\n' }
  const other = { path: 'jobs.yml', text: `job:\n  script:\n${lines}` }
  const { notices } = withBounds(few, () => gitlabFrontend.read(file, () => other))
  expect(notices.map(({ path, kind }) => [path, kind])).toEqual([['jobs.yml', 'limit']])
})

test.each([
  ['gitlab', gitlabFrontend, '.gitlab-ci.yml', rows(3_000, at => `j${at}:\n  script:\n    - echo\n`)],
  [
    'github',
    githubFrontend,
    '.github/workflows/a.yml',
    `on: push\njobs:\n${rows(3_000, at => `  j${at}:\n    steps:\n      - run: echo\n`)}`,
  ],
])('very many jobs of %s ask for their values once', (_, frontend, path, text) => {
  const { embedded, notices } = frontend.read({ path, text })
  expect(notices).toEqual([])
  expect(embedded).toHaveLength(3_000)
})
