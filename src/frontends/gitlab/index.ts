import type { Files, Frontend, Reading, SourceFile } from '../../program'
import { unitsOf } from '../pipelines/units'
import { readYaml } from '../pipelines/yaml'
import { withIncludes } from './jobs'
import { readPipeline } from './pipeline'

// A project may keep it under a name without the dot: https://docs.gitlab.com/ci/pipelines/settings/
const claimed = /(^|\/)\.?gitlab-ci\.ya?ml$/

/** GitLab CI: the configuration of a pipeline, with the local files that it includes. */
export const gitlabFrontend: Frontend = { name: 'gitlab', claims: path => claimed.test(path), read }

function read(file: SourceFile, others: Files = () => undefined): Reading {
  const yaml = readYaml(file)
  // With `spec: inputs` a header comes first.
  const tree = yaml.documents.at(-1)
  if (!tree) return unitsOf([], yaml.notices)
  const configuration = withIncludes(tree, others)
  const pipeline = readPipeline(tree, configuration.sections)
  // Reading the jobs may have come to a limit.
  return unitsOf([pipeline], [...yaml.notices, ...configuration.notices.flat()])
}
