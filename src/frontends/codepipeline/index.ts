import type { Files, Frontend, Reading, SourceFile, Value } from '../../program'
import { isBuildspec } from '../codebuild'
import { mostNeeds } from '../pipelines/pipeline'
import { unitsOf } from '../pipelines/units'
import { entriesOf, readYaml, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { at, parameterValue } from './intrinsics'
import { readPipeline } from './pipeline'
import { readProjects } from './projects'

/** AWS CodePipeline: pipelines and build projects in templates of CloudFormation and SAM, and as JSON for the command line. */
export const codepipelineFrontend: Frontend = {
  name: 'codepipeline',
  claims: path =>
    /\.(ya?ml|template)$/.test(path) ||
    /(template|pipeline|cloudformation|cfn|stack)[^/]*\.json$/i.test(path),
  recognises: ({ text }) => /AWS::CodePipeline::Pipeline|"actionTypeId"/.test(text),
  read,
}

function read(
  file: SourceFile,
  others: Files = () => undefined,
  files: readonly SourceFile[] = [file],
): Reading {
  const yaml = readYaml(file)
  const [tree] = yaml.documents
  if (!tree) return unitsOf([], yaml.notices)
  const parameters = parametersIn(tree)
  const projects = readProjects(tree, parameters, others, isBuildspec)
  const known = { parameters, projects, tree: files, waiting: { left: mostNeeds + 1 } }
  const declared = entriesOf(valueAt(tree, 'Resources')).flatMap(({ key, value }) =>
    textOf(valueAt(value, 'Type')) === 'AWS::CodePipeline::Pipeline'
      ? [readPipeline(valueAt(value, 'Properties') ?? value, `${file.path}:${key}`, key, known)]
      : [],
  )
  const plain = at(tree, 'Pipeline')
  const name = textOf(at(plain, 'Name')) ?? file.path
  const given = plain && at(plain, 'Stages') ? [readPipeline(plain, `${file.path}:${name}`, name, known)] : []
  const builds = projects.flatMap(({ build }) => build ?? [])
  const notices = [...yaml.notices, ...projects.flatMap(project => project.notices)]
  return unitsOf([...declared, ...given, ...builds], notices)
}

function parametersIn(tree: Tree): ReadonlyMap<string, Value> {
  const found = entriesOf(valueAt(tree, 'Parameters')).flatMap(({ key, value }): [string, Value][] => {
    const usual = parameterValue(value)
    return usual ? [[key, usual]] : []
  })
  return new Map(found)
}
