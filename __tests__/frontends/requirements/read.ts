import { lineOf } from '../../../src/base/lines'
import { requirementsFrontend } from '../../../src/frontends/requirements'
import type { Reading, Setting, SourceFile } from '../../../src/program'
import { withoutMargin } from '../../support/margin'

/** What the frontend makes of the first of some files. */
export function readVersions(sources: Readonly<Record<string, string>>): Reading {
  const files = new Map<string, SourceFile>(
    Object.entries(sources).map(([path, text]) => [path, { path, text }]),
  )
  const [first] = files.values()
  if (!first || !requirementsFrontend.claims(first.path)) throw new Error('nobody reads such a file')
  return requirementsFrontend.read(first, path => files.get(path))
}

/** The settings of one file, each on a line: `5 torch>=2.6 gpu if sys_platform == "linux"`. */
export function settingsIn(path: string, text: string): string[] {
  return readVersions({ [path]: `${withoutMargin(text)}\n` }).settings.map(spelled)
}

function spelled({ package: name, range, how, index, part, marker, span }: Setting): string {
  const { line } = lineOf(span.file.text, span.start)
  const beside = [how === 'asked' ? '' : how, index === 'pypi' ? '' : index, part === '' ? '' : `[${part}]`]
  const condition = marker === null ? [] : [`if ${marker}`]
  return [line, `${name}${range}`, ...beside.filter(text => text !== ''), ...condition].join(' ')
}
