import type { Files, Frontend, Reading, SourceFile } from '../../program'
import { unitsOf } from '../pipelines/units'
import { readGroovy } from './groovy'
import { readPipeline } from './pipeline'

/** Jenkins: declarative pipelines, stage by stage, and scripts, as far as their Groovy can be read. */
export const jenkinsFrontend: Frontend = {
  name: 'jenkins',
  claims: path => /(^|\/)Jenkinsfile(\.(?!md$|txt$|adoc$)[^/]*)?$|\.[jJ]enkinsfile$/.test(path),
  read,
}

function read(file: SourceFile, others: Files = () => undefined): Reading {
  const { statements, notices } = readGroovy(file)
  return { ...unitsOf([readPipeline(file, statements, others)]), notices }
}
