import type { Files, Frontend, Reading, SourceFile } from '../../program'
import { unitsOf } from '../pipelines/units'
import { readYaml } from '../pipelines/yaml'
import { readPipeline } from './pipeline'

// Files of these names are read by other systems, however alike they look.
const others = /(^|\/)(\.(github|circleci)\/|[^/]*(buildkite|cloudbuild|bitbucket-pipelines))/

/** Azure Pipelines: pipelines with the templates that they take in, and templates that no pipeline here takes in. */
export const azureFrontend: Frontend = {
  name: 'azure',
  claims: path => /\.ya?ml$/.test(path) && !others.test(path),
  recognises: ({ text }) => list.test(text) || extension.test(text),
  read,
}

// Nobody else has lists of stages, jobs or steps whose items begin with these words. The file may have any name.
const word =
  /(?:stage|job|deployment|template|task|script|bash|pwsh|powershell|checkout|publish|download)[ \t]*:|['"]?\$\{\{/
const blank = /[ \t]*(?:#.*)?\r?\n/
const list = new RegExp(
  `^(?:stages|jobs|steps)\\s*:(?:${blank.source}(?:${blank.source})*[ \\t]*-[ \\t]{1,50}|\\s*\\[\\s{0,50})\\{?[ \\t]{0,50}(?:${word.source})`,
  'm',
)
const extension = new RegExp(
  `^extends\\s*:(?:${blank.source}(?:${blank.source})*[ \\t]+|\\s*\\{\\s*)template\\s*:`,
  'm',
)

function read(file: SourceFile, others: Files = () => undefined): Reading {
  const yaml = readYaml(file)
  const { notices } = yaml
  const [tree] = yaml.documents
  if (!tree) return unitsOf([], notices)
  const { pipeline, templates } = readPipeline(tree, others, notices)
  return { ...unitsOf([pipeline], notices), takenIn: templates }
}
