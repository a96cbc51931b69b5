import { evaluateScript, findingsIn, promoteScript } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const config = 'Jenkinsfile'
const reported = 'error promote.py:5 unguarded-promotion'

async function foundWith(groovy: string): Promise<string[]> {
  const found = await findingsIn({ ...scripts, [config]: groovy })
  return found.map(({ finding, path }) => (path[0]?.startsWith(config) ? finding : `${finding} from nowhere`))
}

/** The same without what guards the promotion. */
function without(groovy: string): string {
  return groovy
    .replace(/python evaluate\.py/g, 'true')
    .replace(/input \{[^}]*\}/g, '')
    .replace(/\binput\b[^\n}]*/g, 'echo 1')
}

const evaluate = "sh 'python evaluate.py'"
const promote = "sh 'python promote.py'"
const stage = (name: string, steps: string, more = ''): string =>
  `stage('${name}') {\n ${more}\n steps {\n ${steps}\n } }\n`
const declared = (stages: string, more = ''): string =>
  `pipeline {\n agent any\n ${more}\n stages {\n ${stages} } }\n`
const sequence = (...bodies: string[]): string =>
  declared(bodies.map((body, i) => stage(`s${i}`, body)).join(''))
const parallel = (...bodies: string[]): string =>
  `stage('side') { parallel {\n ${bodies.map((body, i) => stage(`p${i}`, body)).join('')} } }\n`

describe('a declarative pipeline', () => {
  const guards: readonly (readonly [string, string])[] = [
    ['a step before', sequence(`${evaluate}\n ${promote}`)],
    ['a line before', sequence("sh '''\npython evaluate.py\npython promote.py\n'''")],
    ['a stage before', sequence(evaluate, promote)],
    ['a stage some stages before', sequence(evaluate, "echo 'x'", promote)],
    ['a stage of a parallel group before', declared(parallel(evaluate, 'echo 1') + stage('b', promote))],
    [
      'a group that fails fast',
      declared(
        parallel(evaluate, 'echo 1').replace('parallel {', 'failFast true\nparallel {') + stage('b', promote),
      ),
    ],
    [
      'a stage before in the same branch of a parallel group',
      declared(
        `stage('side') { parallel { stage('one') { stages { ${stage('a', evaluate)} ${stage('b', promote)} } } } }`,
      ),
    ],
    [
      'a stage under the same condition',
      declared(
        stage('a', evaluate, "when { branch 'main' }") + stage('b', promote, "when {   branch 'main' }"),
      ),
    ],
    ['a question of the stage', declared(stage('a', promote, "input { message 'go?' }"))],
    [
      'a question of the stage that is asked behind its condition',
      declared(stage('a', promote, "when { beforeInput true; branch 'main' }\n input { message 'go?' }")),
    ],
    [
      'a question of a stage before, whose condition is asked later',
      declared(stage('a', 'echo 1', "when { branch 'x' }\n input { message 'go?' }") + stage('b', promote)),
    ],
    ['a question in a step', sequence(`input 'go?'\n ${promote}`)],
    ['a question without a word', sequence(`input()\n ${promote}`)],
    ['a question in a stage before', sequence("input message: 'go?', submitter: 'ops'", promote)],
    [
      'a question that is given up after a time',
      sequence(`timeout(time: 1, unit: 'HOURS') { input 'go?' }`, promote),
    ],
    [
      'a matrix before',
      declared(
        `stage('m') { matrix { axes { axis { name 'P'\n values 'a', 'b' } }\n stages { ${stage('e', evaluate)} } } }\n${stage('b', promote)}`,
      ),
    ],
    [
      'the success of its stage',
      declared(stage('a', evaluate).replace(/ }\n$/, `\n post { success { ${promote} } } }\n`)),
    ],
    [
      'the success of the whole',
      `${sequence(evaluate).replace(/ }\n$/, '')}\n post { success { ${promote} } } }`,
    ],
    [
      'a script that asks for the status',
      sequence(
        `script {\n def status = sh(returnStatus: true, script: 'python evaluate.py')\n if (status != 0) { error 'no' }\n }\n ${promote}`,
      ),
    ],
  ]
  test.each(guards)('guards the promotion by %s', async (_, groovy) => {
    expect(await foundWith(groovy)).toEqual([])
    expect(await foundWith(without(groovy))).toEqual([reported])
  })

  const traps: Readonly<Record<string, string>> = {
    'nothing stands before it': sequence(promote),
    'it comes after': sequence(promote, evaluate),
    'it runs side by side': declared(parallel(evaluate, promote)),
    'its condition may skip it': declared(
      stage('a', evaluate, "when { branch 'main' }") + stage('b', promote),
    ),
    'its condition is another one': declared(
      stage('a', evaluate, "when { branch 'main' }") + stage('b', promote, "when { branch 'next' }"),
    ),
    'its failure is caught': sequence(
      `catchError(buildResult: 'SUCCESS', stageResult: 'FAILURE') { ${evaluate} }`,
      promote,
    ),
    'its failure is a warning': sequence(`warnError('no') { ${evaluate} }\n ${promote}`),
    'its failure is tolerated by the shell': sequence("sh 'python evaluate.py || true'", promote),
    'the shell is told to go on': sequence("sh '''set +e\npython evaluate.py\ntrue'''", promote),
    'its interpreter goes on': sequence("sh '''#!/bin/bash\npython evaluate.py\npython promote.py'''"),
    'it stands on the left of a pipe': sequence("sh 'python evaluate.py | tee log'", promote),
    'its status is dropped': sequence("sh returnStatus: true, script: 'python evaluate.py'", promote),
    'its status is kept and not asked for': sequence(
      `script { def status = sh(returnStatus: true, script: 'python evaluate.py') }\n ${promote}`,
    ),
    'its status is only printed': sequence(
      `script {\n def status = sh(returnStatus: true, script: 'python evaluate.py')\n if (status != 0) { echo 'no' }\n }\n ${promote}`,
    ),
    'the build is marked and goes on': sequence(
      `script {\n def status = sh(returnStatus: true, script: 'python evaluate.py')\n if (status != 0) { currentBuild.result = 'FAILURE' }\n }\n ${promote}`,
    ),
    'the promotion follows a failure': `${sequence(evaluate).replace(/ }\n$/, '')}\n post { failure { ${promote} } } }`,
    'the promotion follows in any case': `${sequence(evaluate).replace(/ }\n$/, '')}\n post { always { ${promote} } } }`,
    'the promotion follows its stage in any case': declared(
      stage('a', evaluate).replace(/ }\n$/, `\n post { always { ${promote} } } }\n`),
    ),
    'the question stands in a block that catches': sequence(
      `script {\n try { timeout(time: 1, unit: 'HOURS') { input 'go?' } } catch (e) { echo 'nobody' }\n }\n ${promote}`,
    ),
    'the question comes after': sequence(promote, "input 'go?'"),
    'the question may be skipped with its stage': declared(
      stage('a', "input 'go?'", "when { branch 'main' }") + stage('b', promote),
    ),
    'the condition is asked before the question': declared(
      stage('a', 'echo 1', "when { beforeInput true; branch 'x' }\n input { message 'go?' }") +
        stage('b', promote),
    ),
    'the question belongs to a sibling': declared(
      `stage('side') { parallel {\n ${stage('a', 'echo 1', "input { message 'go?' }")} ${stage('b', promote)} } }`,
    ),
    'it is a milestone and a lock': sequence(`milestone 1\n lock('production') { ${promote} }`),
    'it is a branch': declared(stage('a', promote, "when { branch 'main' }")),
    'it is a tag': declared(stage('a', promote, 'when { buildingTag() }')),
    'it is an expression about a parameter': declared(
      stage('a', promote, 'when { expression { return params.DEPLOY } }'),
      'parameters { booleanParam(name: "DEPLOY", defaultValue: false) }',
    ),
  }
  test.each(Object.entries(traps))('guards nothing where %s', async (_, groovy) => {
    expect(await foundWith(groovy)).toEqual([reported])
  })
})

describe('a script', () => {
  const node = (body: string): string => `node('linux') {\n checkout scm\n ${body}\n}\n`
  const guards: readonly (readonly [string, string])[] = [
    ['a step before', node(`${evaluate}\n ${promote}`)],
    ['a stage before', node(`stage('a') { ${evaluate} }\n stage('b') { ${promote} }`)],
    ['a node before', `${node(evaluate)}${node(promote)}`],
    ['a question', `stage('go') { input message: 'go?', ok: 'yes' }\n${node(promote)}`],
    ['a question with a time', `timeout(time: 5, unit: 'DAYS') { input message: 'go?' }\n${node(promote)}`],
    [
      'a question whose failure is thrown again',
      `try { input 'go?' } catch (e) { throw e }\n${node(promote)}`,
    ],
    [
      'a question whose failure ends the build',
      `try { input 'go?' } catch (e) { currentBuild.result = 'ABORTED'; return }\n${node(promote)}`,
    ],
    ['a question with something at its end', `try { input 'go?' } finally { echo 'done' }\n${node(promote)}`],
    ['branches before', node(`parallel a: { ${evaluate} }, b: { sh 'ls' }\n ${promote}`)],
    [
      'branches in a map',
      node(`def checks = [:]\n checks['a'] = { ${evaluate} }\n parallel checks\n ${promote}`),
    ],
    ['a function', `def check() { ${evaluate} }\n${node(`check()\n ${promote}`)}`],
    ['a function around the promotion', `def release() { ${promote} }\n${node(`${evaluate}\n release()`)}`],
    [
      'the answer of a function',
      `def check() { return sh(returnStatus: true, script: 'python evaluate.py') }\n${node(`if (check() != 0) { error 'no' }\n ${promote}`)}`,
    ],
    ['a closure', node(`def check = { ${evaluate} }\n check()\n ${promote}`)],
    [
      'a status',
      node(
        `def status = sh returnStatus: true, script: 'python evaluate.py'\n if (status == 0) { ${promote} }`,
      ),
    ],
    [
      'a status that is asked for at once',
      node(`if (sh(script: 'python evaluate.py', returnStatus: true) != 0) { error 'no' }\n ${promote}`),
    ],
    [
      'a status that ends the build',
      node(
        `def bad = sh(script: 'python evaluate.py', returnStatus: true)\n if (bad) { return }\n ${promote}`,
      ),
    ],
    [
      'the other side of a status',
      node(
        `def status = sh(returnStatus: true, script: 'python evaluate.py')\n if (status != 0) { echo 'no' } else { ${promote} }`,
      ),
    ],
    [
      'what stands around it',
      node(
        `withCredentials([string(credentialsId: 'x', variable: 'Y')]) { dir('.') { withEnv(["A=b"]) { timestamps { ${evaluate}\n retry(2) { ${promote} } } } } }`,
      ),
    ],
    ['a try that fails again', node(`try { ${evaluate} } catch (e) { echo 'no'; throw e }\n ${promote}`)],
    ['a try with the promotion in it', node(`try { ${evaluate}\n ${promote} } catch (e) { echo 'no' }`)],
    ['a container', node(`docker.image('python:3.12').inside('-u 0') { ${evaluate}\n ${promote} }`)],
  ]
  test.each(guards)('guards the promotion by %s', async (_, groovy) => {
    expect(await foundWith(groovy)).toEqual([])
    expect(await foundWith(without(groovy))).toEqual([reported])
  })

  const traps: Readonly<Record<string, string>> = {
    'it is caught': node(`try { ${evaluate} } catch (e) { echo 'no' }\n ${promote}`),
    'it is caught by one of two handlers': node(
      `try { ${evaluate} } catch (IOException e) { throw e } catch (e) { echo 'no' }\n ${promote}`,
    ),
    'the question is caught': `try { input 'go?' } catch (org.jenkinsci.Interrupted e) { echo 'x' }\n${node(promote)}`,
    'the question is caught and marked': `def go = true\ntry { input 'go?' } catch (e) { go = false }\n${node(promote)}`,
    'the promotion stands at the end in any case': node(`try { ${evaluate} } finally { ${promote} }`),
    'the promotion stands where it failed': node(`try { ${evaluate} } catch (e) { ${promote} }`),
    'it is under a condition': node(`if (env.BRANCH_NAME == 'main') { ${evaluate} }\n ${promote}`),
    'it may not run once': node(`models.each { m -> ${evaluate} }\n ${promote}`),
    'it is another branch': node(`parallel a: { ${evaluate} }, b: { ${promote} }`),
    'its function is defined and not called': `def check() { ${evaluate} }\n${node(promote)}`,
    'its function catches': `def check() { try { ${evaluate} } catch (e) { } }\n${node(`check()\n ${promote}`)}`,
    'its status is compared the wrong way round': node(
      `def status = sh returnStatus: true, script: 'python evaluate.py'\n if (status != 0) { ${promote} }`,
    ),
    'its status is overwritten': node(
      `def status = sh(returnStatus: true, script: 'python evaluate.py')\n status = 0\n if (status != 0) { error 'no' }\n ${promote}`,
    ),
    'it is asked for under a condition': node(
      `if (params.CHECK && sh(returnStatus: true, script: 'python evaluate.py') != 0) { error 'no' }\n ${promote}`,
    ),
    'it is one of two answers': node(
      `def x = params.CHECK ? sh(script: 'python evaluate.py') : null\n ${promote}`,
    ),
    'the stage is unstable and the next one runs': node(
      `if (sh(returnStatus: true, script: 'python evaluate.py') != 0) { unstable 'no' }\n ${promote}`,
    ),
    'it is a comment': node(`// input 'go?'\n /* ${evaluate} */ ${promote}`),
    'it is a text': node(`echo "input 'go?'"\n ${promote}`),
    'only the branch is asked for': node(`if (env.BRANCH_NAME == 'main') { ${promote} }`),
    'another job is started, and nobody waits': node(`build job: 'evaluate', wait: false\n ${promote}`),
  }
  test.each(Object.entries(traps))('guards nothing where %s', async (_, groovy) => {
    expect(await foundWith(groovy)).toEqual([reported])
  })
})

test('the path leads from the trigger to the call', async () => {
  const groovy = `
    pipeline {
      agent any
      triggers { cron('H 4 * * *') }
      stages {
        stage('Release') {
          steps {
            sh """
              pip install mlflow
              python promote.py
            """
          }
        }
      }
    }
  `
  const [found] = await findingsIn({ ...scripts, [config]: groovy })
  expect(found?.path).toEqual([
    `${config}:3 \`${config}\` starts on a schedule (\`H 4 * * *\`)`,
    `${config}:5 it runs the job \`Release\``,
    `${config}:9 \`Release\` runs \`promote.py\``,
  ])
})

test('the path leads through a script', async () => {
  const groovy = `
    node {
      stage('Release') {
        sh 'python promote.py'
      }
    }
  `
  const [found] = await findingsIn({ ...scripts, [config]: groovy })
  expect(found?.path).toEqual([
    `${config}:1 \`${config}\` starts when a build is made, as for every push`,
    `${config}:1 it runs the job \`script\``,
    `${config}:3 \`script\` runs \`promote.py\``,
  ])
})

describe('a command in the file is found where it stands', () => {
  const command = 'aws sagemaker update-model-package --model-package-arn x --model-approval-status Approved'
  test.each([
    ['single quotes', `node {\n sh '${command}'\n}`, 2],
    ['double quotes', `node {\n sh "${command}"\n}`, 2],
    ['three quotes', `node {\n sh '''\n  set -eu\n  ${command}\n'''\n}`, 4],
    ['three double quotes', `node {\n sh """\n  echo \${env.X}\n  ${command}\n"""\n}`, 4],
    ['dollars and slashes', `node {\n sh $/\n  ${command}\n/$\n}`, 3],
    ['a name', `node {\n sh(\n  label: 'x',\n  script: '${command}',\n )\n}`, 4],
    ['a text with escapes', `node {\n sh "echo \\"a\\" \\$X\\n${command}"\n}`, 2],
    ['pieces that are put together', `node {\n sh 'aws sagemaker ' +\n  '${command.slice(14)}'\n}`, 2],
  ])('in %s', async (_, groovy, line) => {
    const found = await findingsIn({ [config]: groovy })
    expect(found.map(({ finding }) => finding)).toEqual([`error ${config}:${line} unguarded-promotion`])
  })
})

describe('what a script is given', () => {
  const script = `
    import os
    import sys
    import mlflow
    client = mlflow.MlflowClient()
    client.set_registered_model_alias("churn", sys.argv[1], "3")
    client.set_registered_model_alias("churn", os.environ["ALIAS"], "3")
  `
  const found = async (groovy: string): Promise<string[]> =>
    (await findingsIn({ 'promote.py': script, [config]: groovy })).map(({ finding }) => finding.slice(0, -20))
  const both = ['error promote.py:5', 'error promote.py:6']

  const forms: Readonly<Record<string, (alias: string) => string>> = {
    'a parameter': alias =>
      declared(
        stage('a', 'sh "python promote.py ${params.ALIAS}"'),
        `parameters { string(name: 'ALIAS', defaultValue: '${alias}') }`,
      ),
    'a parameter by its plain name': alias =>
      declared(
        stage('a', 'sh "python promote.py $ALIAS"'),
        `parameters { string(name: 'ALIAS', defaultValue: '${alias}') }`,
      ),
    'the environment of the pipeline': alias =>
      declared(stage('a', "sh 'python promote.py $ALIAS'"), `environment { ALIAS = '${alias}' }`),
    'the environment of the stage': alias =>
      declared(stage('a', "sh 'python promote.py $ALIAS'", `environment { ALIAS = "${alias}" }`)),
    'a block with an environment': alias =>
      `node { withEnv(["ALIAS=${alias}"]) { sh 'python promote.py $ALIAS' } }`,
    'an assignment to the environment': alias =>
      `node { env.ALIAS = '${alias}'\n sh 'python promote.py $ALIAS' }`,
    'a variable': alias =>
      `node { def alias = '${alias}'\n withEnv(["ALIAS=\${alias}"]) { sh "python promote.py \${alias}" } }`,
    'a parameter of a script': alias =>
      `properties([parameters([string(name: 'ALIAS', defaultValue: '${alias}')])])\nnode { sh "python promote.py \${params.ALIAS}" }`,
  }
  test.each(Object.entries(forms))('by %s reaches the call', async (_, form) => {
    expect(await found(form('champion'))).toEqual(both)
    expect(await found(form('challenger'))).toEqual([])
  })

  // Each step would be handed all of them.
  test('by one of very many assignments to the environment reaches a script that names it, and leaves doubt in a program', async () => {
    const many = Array.from({ length: 200 }, (_, at) => `env.A${at} = 'x'\nsh 'echo'`).join('\n')
    const form = (alias: string): string =>
      declared(
        stage('a', `script {\n${many}\nenv.ALIAS = '${alias}'\nsh 'python promote.py $ALIAS'\n}`),
        "environment { ALIAS = 'challenger' }",
      )
    expect(await found(form('champion'))).toEqual(both)
    expect(await found(form('challenger'))).toEqual([])
    expect(await found(form('challenger').replace(' $ALIAS', ' challenger'))).toEqual(['note promote.py:6'])
  })

  test('is known in the folder that `dir` names', async () => {
    const groovy = "node { dir('ml') { sh 'python promote.py' } }"
    const told = await findingsIn({ 'ml/promote.py': promoteScript, 'promote.py': '', [config]: groovy })
    expect(told.map(({ finding }) => finding)).toEqual(['error ml/promote.py:5 unguarded-promotion'])
    expect(told[0]?.path[0]).toContain(config)
  })
})

test('a file that is loaded brings its functions', async () => {
  const loaded = `
    def release() {
      sh 'python promote.py'
    }
    return this
  `
  const main = (more: string): string =>
    `def ci\nnode {\n ci = load 'ci/release.groovy'\n ${more}\n ci.release()\n}\n`
  const found = async (more: string): Promise<string[]> =>
    (await findingsIn({ ...scripts, 'ci/release.groovy': loaded, [config]: main(more) })).map(f => f.finding)
  expect(await found('')).toEqual([reported])
  expect(await found(evaluate)).toEqual([])
})

test('the message names the gate that is none', async () => {
  const groovy = `node {\n try { input 'go?' } catch (e) { echo 'nobody' }\n ${promote}\n}`
  const [found] = await findingsIn({ ...scripts, [config]: groovy })
  expect(found?.guards).toEqual(['approval void: it may fail, and what follows runs all the same'])
})

describe('scripts for Windows', () => {
  test.each(['bat', 'powershell', 'pwsh'])('are read in `%s`', async step => {
    expect(await foundWith(`node { ${step} 'python promote.py' }`)).toEqual([reported])
    expect(await foundWith(`node { ${step} 'python evaluate.py'\n ${step} 'python promote.py' }`)).toEqual([])
  })
})

describe('a metric that the script itself looks at', () => {
  const read: Readonly<Record<string, string>> = {
    'from a file': "def metrics = readJSON file: 'metrics.json'\n if (metrics.auc < 0.9)",
    'from what a command prints':
      "def auc = sh(script: 'jq .auc metrics.json', returnStdout: true).trim()\n if (auc.toFloat() < 0.9)",
  }
  test.each(Object.entries(read))('%s is a gate where it can fail', async (_, question) => {
    expect(await foundWith(`node { ${question} { error 'bad' }\n ${promote} }`)).toEqual([])
    expect(await foundWith(`node { ${question} { echo 'bad' }\n ${promote} }`)).toEqual([reported])
  })
})

test.each<[string, string]>([
  ['a condition without a part', declared(stage('a', promote, 'when { allOf { } }'))],
  ['a condition without an alternative', declared(stage('a', promote, 'when { anyOf { } }'))],
  ['a text of very many signs', sequence(`sh '${'\\n'.repeat(140_000)}'`, promote)],
])('%s guards nothing', async (_, groovy) => {
  expect(await foundWith(groovy)).toEqual([reported])
})
