import type { Files, Frontend, Notice, Reading, SourceFile } from '../../program'
import { unitsOf } from '../pipelines/units'
import { readYaml } from '../pipelines/yaml'
import { readBundle } from './bundle'

/** Databricks Asset Bundles: the jobs that a bundle defines, whose tasks run notebooks and scripts of the repository. */
export const databricksFrontend: Frontend = {
  name: 'databricks',
  claims: path => /\.ya?ml$/.test(path),
  recognises: ({ text }) =>
    /^["']?(?:resources|targets)["']?[ \t]*:/m.test(text) && text.includes('task_key'),
  read,
}

function read(file: SourceFile, others: Files = () => undefined): Reading {
  const yaml = readYaml(file)
  const notices: Notice[] = yaml.notices
  const [tree] = yaml.documents
  return unitsOf(tree ? readBundle(tree, others) : [], notices)
}
