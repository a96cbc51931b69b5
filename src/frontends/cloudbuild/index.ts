import type { Frontend, Notice, Reading, SourceFile } from '../../program'
import { unitsOf } from '../pipelines/units'
import { readYaml } from '../pipelines/yaml'
import { readBuild } from './build'

/** Google Cloud Build: the steps of a build, in the order of the file or of `waitFor`. */
export const cloudbuildFrontend: Frontend = {
  name: 'cloudbuild',
  claims: path => /cloudbuild/i.test(path) && /\.(ya?ml|json)$/.test(path),
  recognises: ({ text }) => /^[ \t{]*["']?steps["']?[ \t]*:/m.test(text),
  read,
}

function read(file: SourceFile): Reading {
  const yaml = readYaml(file)
  const notices: Notice[] = yaml.notices
  const [tree] = yaml.documents
  return unitsOf(tree ? [readBuild(tree)] : [], notices)
}
