import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { bin, files } from '../../package.json'
import { jenkinsFrontend } from '../../src/frontends/jenkins'
import { isWritten, type Sandbox, sandbox, template } from './sandbox'

type Environment = Readonly<Record<string, string>>

/** What a template does: its lines before and after the gate, and the reports that it keeps. */
interface Job {
  readonly lines: string
  readonly env: Environment
  /** What runs whatever became of the gate. */
  readonly after: string
  /** Relative to the repository, or to the place for what is kept elsewhere. */
  readonly reports: readonly string[]
}

const gitlab = ({ elsewhere }: Sandbox): Job => {
  const { script, variables, artifacts } = parse(template('examples/ci/modelgate.gitlab-ci.yml')).modelgate
  const env = { ...variables, MODELGATE_HOME: join(elsewhere, 'modelgate') }
  expect(artifacts.when).toBe('always')
  const reports = [...artifacts.paths, ...Object.values<string>(artifacts.reports)]
  return { lines: script.join('\n'), env, after: '', reports }
}

const azure = ({ elsewhere }: Sandbox): Job => {
  const { steps, variables } = parse(template('examples/ci/azure-pipelines.yml'))
  const expand = (text: string) =>
    text.replace(/\$\((?:Agent\.TempDirectory|Build\.ArtifactStagingDirectory)\)/, elsewhere)
  const env = Object.fromEntries(
    Object.entries<string>(variables).map(([name, value]) => [name, expand(value)]),
  )
  const scripts = steps.flatMap((step: { bash?: string }) => step.bash ?? [])
  const tests = steps.find((step: { task?: string }) => step.task?.startsWith('PublishTestResults'))
  const log = steps.find((step: { publish?: string }) => step.publish)
  const reports = [tests.inputs.testResultsFiles, basename(log.publish)]
  return { lines: scripts.slice(0, 2).join('\n'), env, after: scripts[2], reports }
}

const circleci = ({ elsewhere }: Sandbox): Job => {
  const { environment, steps } = parse(
    template('examples/ci/circleci.yml').replaceAll('/tmp/', `${elsewhere}/`),
  ).jobs.modelgate
  const lines = steps.flatMap((step: { run?: { command: string } }) => step.run?.command ?? [])
  const kept = steps.flatMap(
    (step: { store_test_results?: { path: string } }) => step.store_test_results?.path ?? [],
  )
  const reports = ['modelgate.xml', 'modelgate.sarif'].map(name => join(basename(kept[0]), name))
  return { lines: lines.join('\n'), env: environment, after: '', reports }
}

const bitbucket = ({ elsewhere }: Sandbox): Job => {
  const text = template('examples/ci/bitbucket-pipelines.yml').replaceAll('/tmp/', `${elsewhere}/`)
  const [{ step }] = parse(text).definitions.steps
  const env = { BITBUCKET_REPO_FULL_NAME: 'acme/churn', BITBUCKET_COMMIT: 'c0ffee' }
  const reports = ['test-results/modelgate.xml', 'modelgate.jsonl']
  return { lines: step.script.join('\n'), env, after: step['after-script'].join('\n'), reports }
}

const jenkins = ({ elsewhere }: Sandbox): Job => {
  const text = template('examples/ci/Jenkinsfile')
  const { embedded = [], notices } = jenkinsFrontend.read({ path: 'Jenkinsfile', text })
  expect(notices).toEqual([])
  const lines = embedded.map(({ file }) => file.text)
  const reports = [...text.matchAll(/(?:testResults|artifacts): '([^']*)'/g)].map(([, path = '']) => path)
  return { lines: lines.join('\n'), env: { WORKSPACE_TMP: elsewhere }, after: '', reports }
}

const templates = { gitlab, azure, circleci, bitbucket, jenkins }

let here: Sandbox
afterEach(() => here.remove())

describe.each(Object.entries(templates))('the template for %s', (name, jobOf) => {
  test('fails where nothing guards a promotion, and its reports are there all the same', () => {
    here = sandbox({ open: true })
    const { lines, env, after, reports } = jobOf(here)
    const { code, out } = here.run(lines, env)
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('unguarded-promotion') })
    expect(reports.length).toBeGreaterThan(1)
    const missing = reports.filter(
      path => !isWritten(path, here.repository) && !isWritten(path, here.elsewhere),
    )
    expect(missing).toEqual([])
    expect(here.run(after, env).code).toBe(0)
  })

  test('passes where there is nothing to find', () => {
    here = sandbox({ open: false })
    const { lines, env, after } = jobOf(here)
    expect(here.run(lines, env)).toMatchObject({ code: 0 })
    expect(here.run(after, env).code).toBe(0)
  })

  test('fetches one commit, and nothing from a registry', () => {
    here = sandbox({ open: false })
    const { lines, env } = jobOf(here)
    here.run(lines, { ...env, ...pinned(name) })
    expect(here.requests('git')).toEqual([
      expect.stringMatching(/^init --quiet \S+$/),
      expect.stringMatching(
        /^-C \S+ fetch --quiet --depth 1 https:\/\/github.com\/<owner>\/modelgate <commit>$/,
      ),
      expect.stringMatching(/^-C \S+ checkout --quiet --detach FETCH_HEAD$/),
    ])
    expect(lines).not.toMatch(/\b(?:npm|npx|yarn|pnpm|pip|registry)\b/)
  })
})

/** What Jenkins sets by the block that is no script. */
function pinned(name: string): Environment {
  if (name !== 'jenkins') return {}
  const set = template('examples/ci/Jenkinsfile').matchAll(/(MODELGATE_\w+) = '([^']*)'/g)
  return Object.fromEntries([...set].map(([, key, value]) => [key, value]))
}

test('nothing is left of a template but what these tests know', () => {
  here = sandbox({ open: false })
  expect(readdirSync(join(__dirname, '..', '..', 'examples', 'ci')).sort()).toEqual([
    'Jenkinsfile',
    'azure-pipelines.yml',
    'bitbucket-pipelines.yml',
    'circleci.yml',
    'modelgate.gitlab-ci.yml',
  ])
})

test('Bitbucket gets the report first, and then each batch of annotations', () => {
  here = sandbox({ open: true })
  const { lines, env, after } = bitbucket(here)
  here.run(lines, env)
  expect(here.run(after, env).code).toBe(0)
  const [report = '', annotations = '', ...more] = here.requests('curl')
  expect(more).toEqual([])
  const address = 'http://api.bitbucket.org/2.0/repositories/acme/churn/commit/c0ffee/reports/modelgate'
  expect(report).toContain(`--request PUT ${address} {`)
  expect(report).toContain('--proxy http://localhost:29418')
  expect(JSON.parse(report.slice(report.indexOf('{')))).toMatchObject({ result: 'FAILED' })
  expect(annotations).toContain(`--request POST ${address}/annotations [`)
  expect(JSON.parse(annotations.slice(annotations.indexOf('[')))).toHaveLength(1)
})

test('Bitbucket gets nothing where the scan could not begin', () => {
  here = sandbox({ open: true })
  const { after, env } = bitbucket(here)
  expect(here.run(after, env).code).toBe(0)
  expect(here.requests('curl')).toEqual([])
})

test('Azure shows the summary that was written', () => {
  here = sandbox({ open: true })
  const { lines, env, after } = azure(here)
  expect(here.run(lines, env).out).toMatch(/^##vso\[task\.logissue type=error;sourcepath=release\.py;/m)
  expect(here.run(after, env).out).toBe(`##vso[task.uploadsummary]${here.elsewhere}/modelgate.md\n`)
})

describe('the hook of pre-commit', () => {
  const [hook, ...others] = parse(template('.pre-commit-hooks.yaml'))

  test('runs the program that the package installs, on the whole repository', () => {
    here = sandbox({ open: true })
    expect(others).toEqual([])
    expect(hook).toMatchObject({ id: 'modelgate', language: 'node', pass_filenames: false })
    expect(hook.stages).toEqual(['pre-commit', 'pre-merge-commit', 'pre-push', 'manual'])
    const [program = '', ...words] = hook.entry.split(' ')
    expect(Object.keys(bin)).toContain(program)
    expect(files).toContain('dist')
    const path = join(__dirname, '..', '..', bin.modelgate)
    expect(here.run(`node "${path}" ${words.join(' ')}`)).toMatchObject({ code: 1 })
  })
})
