import { evaluateScript, findingsIn, promoteScript } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const config = 'Jenkinsfile'
const reported = 'error promote.py:5 unguarded-promotion'

async function foundWith(groovy: string): Promise<string[]> {
  const found = await findingsIn({ ...scripts, [config]: groovy })
  return found.map(({ finding, path }) => (path[0]?.startsWith(config) ? finding : `${finding} from nowhere`))
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
  test.each([
    ['a step before', sequence(`${evaluate}\n ${promote}`)],
    ['a line before', sequence("sh '''\npython evaluate.py\npython promote.py\n'''")],
    ['a stage before', sequence(evaluate, promote)],
    ['a stage some stages before', sequence(evaluate, "echo 'x'", promote)],
    ['a stage of a parallel group before', declared(parallel(evaluate, 'echo 1') + stage('b', promote))],
    [
      'a group that fails fast',
      declared(parallel(evaluate, 'echo 1').replace('parallel {', 'failFast true\nparallel {') + stage('b', promote)),
    ],
    [
      'a stage before in the same branch of a parallel group',
      declared(
        `stage('side') { parallel { stage('one') { stages { ${stage('a', evaluate)} ${stage('b', promote)} } } } }`,
      ),
    ],
    ['a stage under the same condition', declared(
      stage('a', evaluate, "when { branch 'main' }") + stage('b', promote, "when {   branch 'main' }"),
    )],
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
    ['a question that is given up after a time', sequence(`timeout(time: 1, unit: 'HOURS') { input 'go?' }`, promote)],
    ['a matrix before', declared(
      `stage('m') { matrix { axes { axis { name 'P'\n values 'a', 'b' } }\n stages { ${stage('e', evaluate)} } } }\n${stage('b', promote)}`,
    )],
    ['the success of its stage', declared(stage('a', evaluate).replace(/ }\n$/, `\n post { success { ${promote} } } }\n`))],
    ['the success of the whole', `${sequence(evaluate).replace(/ }\n$/, '')}\n post { success { ${promote} } } }`],
    ['a script that asks for the status', sequence(
      `script {\n def status = sh(returnStatus: true, script: 'python evaluate.py')\n if (status != 0) { error 'no' }\n }\n ${promote}`,
    )],
  ])('guards the promotion by %s', async (_, groovy) => {
    expect(await foundWith(groovy)).toEqual([])
  })

  const traps: Readonly<Record<string, string>> = {
    'nothing stands before it': sequence(promote),
    'it comes after': sequence(promote, evaluate),
    'it runs side by side': declared(parallel(evaluate, promote)),
    'its condition may skip it': declared(stage('a', evaluate, "when { branch 'main' }") + stage('b', promote)),
    'its condition is another one': declared(
      stage('a', evaluate, "when { branch 'main' }") + stage('b', promote, "when { branch 'next' }"),
    ),
    'its failure is caught': sequence(`catchError(buildResult: 'SUCCESS', stageResult: 'FAILURE') { ${evaluate} }`, promote),
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
      stage('a', 'echo 1', "when { beforeInput true; branch 'x' }\n input { message 'go?' }") + stage('b', promote),
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
