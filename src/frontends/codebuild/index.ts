import type { Frontend, Notice, Reading, SourceFile } from '../../program'
import { unitsOf } from '../pipelines/units'
import { readYaml } from '../pipelines/yaml'
import { readBuildspec } from './buildspec'

/** AWS CodeBuild: the phases of a build. */
export const codebuildFrontend: Frontend = {
  name: 'codebuild',
  claims: isBuildspec,
  recognises: ({ text }) => /^[ \t{]*["']?phases["']?[ \t]*:/m.test(text),
  read,
}

/** Whether a file has the name of a build specification. */
export function isBuildspec(path: string): boolean {
  return /(^|[/._-])build-?spec[^/]*\.ya?ml$/i.test(path)
}

function read(file: SourceFile): Reading {
  const yaml = readYaml(file)
  const notices: Notice[] = yaml.notices
  const [tree] = yaml.documents
  return unitsOf(tree ? [readBuildspec(tree, file.path)] : [], notices)
}
