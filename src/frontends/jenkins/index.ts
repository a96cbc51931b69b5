import type { Files, Frontend, Notice, Reading, SourceFile } from '../../program'
import { tellWithheld } from '../pipelines/handing'
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
  const { pipeline, isWhole, handsAll } = readPipeline(file, statements, others)
  const reading = unitsOf([pipeline])
  const cut: Notice[] =
    isWhole || notices.length > 0 ? [] : [{ path: file.path, line: 0, kind: 'limit', message: tooLong }]
  const withheld = handsAll ? [] : [tellWithheld(file)]
  return { ...reading, notices: [...notices, ...reading.notices, ...cut, ...withheld] }
}

const tooLong = 'It stands for more steps than can be followed; some were left out.'
