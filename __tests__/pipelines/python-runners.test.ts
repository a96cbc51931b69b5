import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const reported = ['error promote.py:5 unguarded-promotion']

async function foundIn(repository: Repository): Promise<string[]> {
  return (await findingsIn(repository)).map(({ finding }) => finding)
}

function running(command: string): Repository {
  return {
    '.github/workflows/cd.yml': `on: push\njobs: {release: {steps: [{run: ${JSON.stringify(command)}}]}}`,
  }
}

const both = `
  import nox


  @nox.session
  def evaluate(session):
      session.install("mlflow")
      session.run("python", "evaluate.py")


  @nox.session(python=["3.11", "3.12"])
  def promote(session):
      session.run("python", "promote.py", *session.posargs)
`

describe('nox', () => {
  test.each([
    [
      'a check before the promotion of a session',
      'nox -s promote',
      `
        import nox


        @nox.session
        def promote(session):
            session.run("python", "evaluate.py")
            session.run("python", "promote.py")
      `,
    ],
    [
      'a session that queues another one behind its check',
      'nox -s evaluate',
      `
        import nox


        @nox.session
        def evaluate(session: nox.Session) -> None:
            session.run("python", "evaluate.py", external=True)
            session.notify("promote")


        @nox.session
        def promote(session: nox.Session) -> None:
            session.run("python", "promote.py")
      `,
    ],
    ['sessions one after another', 'nox -s evaluate && nox -s promote-3.12', both],
    ['sessions of which the first failure is the end', 'nox -x -s evaluate promote', both],
  ])('%s is one', async (_, run, text) => {
    expect(await foundIn({ ...scripts, 'noxfile.py': text, ...running(run) })).toEqual([])
  })

  test.each([
    [
      'a check whose failure is a success',
      'nox -s promote',
      `
        import nox


        @nox.session(name="promote")
        def to_production(session):
            session.run("python", "evaluate.py", success_codes=[0, 1])
            session.run("python", "promote.py")
      `,
    ],
    [
      'a session that queues another one in front of its check',
      'nox -s evaluate',
      `
        import nox


        @nox.session
        def evaluate(session):
            session.notify("promote")
            session.run("python", "evaluate.py")


        @nox.session
        def promote(session):
            session.run("python", "promote.py")
      `,
    ],
    ['a session that is not asked for', 'nox --session=promote', both],
    ['sessions that run whatever the others came to', 'nox -s evaluate promote', both],
  ])('%s is none', async (_, run, text) => {
    expect(await foundIn({ ...scripts, 'noxfile.py': text, ...running(run) })).toEqual(reported)
  })
})

describe('invoke', () => {
  test.each([
    [
      'a task in front of it',
      'inv promote',
      `
        from invoke import task


        @task
        def evaluate(c):
            c.run("python evaluate.py")


        @task(pre=[evaluate])
        def promote(c):
            c.run("python promote.py")
      `,
    ],
    [
      'a command in front of it',
      'invoke promote-model',
      `
        from invoke import task


        @task
        def promote_model(ctx):
            ctx.run("python evaluate.py && python promote.py")
      `,
    ],
    [
      'tasks in a row',
      'inv evaluate promote',
      `
        from invoke import task


        @task
        def evaluate(c):
            c.run("python evaluate.py")


        @task
        def promote(c):
            c.run("python promote.py")
      `,
    ],
  ])('%s is one', async (_, run, text) => {
    expect(await foundIn({ ...scripts, 'tasks.py': text, ...running(run) })).toEqual([])
  })

  test.each([
    [
      'a command that only warns',
      `
        from invoke import task


        @task
        def promote(c):
            c.run("python evaluate.py", warn=True)
            c.run("python promote.py")
      `,
    ],
    [
      'a task behind it',
      `
        from invoke import task


        @task
        def evaluate(c):
            c.run("python evaluate.py")


        @task(post=[evaluate])
        def promote(c):
            c.run("python promote.py")
      `,
    ],
    [
      'a circle of tasks',
      `
        from invoke import task


        @task
        def promote(c):
            c.run("inv promote")
            c.run("python promote.py")
      `,
    ],
  ])('%s is none', async (_, text) => {
    expect(await foundIn({ ...scripts, 'tasks.py': text, ...running('inv promote') })).toEqual(reported)
  })

  const named = `
    from invoke import task


    @task(optional=["quiet"])
    def announce(c, quiet=False):
        c.run("echo promoted")


    @task(name="promote-it")
    def to_production(c):
        c.run("python promote.py")
  `

  test.each<[run: string, found: readonly string[]]>([
    ['inv promote-it', reported],
    ['inv announce promote-it', reported],
    ['inv announce --loud promote-it', reported],
    ['inv announce', []],
    ['inv promote', []],
    ['inv to-production', reported],
  ])('names are those of functions or of decorators: %s', async (run, expected) => {
    const found = await findingsIn({ ...scripts, 'tasks.py': named, ...running(run) })
    const reached = found.filter(({ path }) => path[0]?.startsWith('.github'))
    expect(reached.map(({ finding }) => finding)).toEqual(expected)
  })

  test('options are parameters', async () => {
    const text = `
      import mlflow
      from invoke import task


      @task
      def promote(c, stage="Staging"):
          mlflow.MlflowClient().transition_model_version_stage("churn", 3, stage)
    `
    const found = await foundIn({ 'tasks.py': text, ...running('inv promote --stage=Production') })
    expect(found).toEqual(['error tasks.py:7 unguarded-promotion'])
    expect(await foundIn({ 'tasks.py': text, ...running('inv promote --stage Staging') })).toEqual([])
  })
})

test('fabric runs a command on this machine', async () => {
  const text = `
    from fabric import task


    @task
    def promote(c):
        c.local("python promote.py")
  `
  expect(await foundIn({ ...scripts, 'fabfile.py': text, ...running('fab promote') })).toEqual(reported)
})
