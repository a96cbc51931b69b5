import type { Embedded, Files, SourceFile } from '../../program'
import { copy, type Draft, openDraft, placed, type Taken } from '../placed'

/** Files that cells of a notebook write, by the names that they are given there. */
export type Written = Map<string, { readonly language: Embedded['language']; readonly drafts: Draft[] }>

const magic = /^%%(?:writefile|file)\s(.*)/
const adding = /^(?:-a|--append)\s+/

const languages: readonly (readonly [RegExp, Embedded['language']])[] = [
  [/\.pyw?$/, 'python'],
  [/\.(?:ba|z|k)?sh$/, 'shell'],
]

/** Whether a cell, which begins with this line, is written to a file and not run. Its text is kept where it is code. */
export function keepWritten(written: Written, cell: Taken, start: number, first: string): boolean {
  const rest = magic.exec(first)?.[1]?.trim()
  if (rest === undefined) return false
  const name = rest.replace(adding, '').replace(/^(["'])(.*)\1$/, '$2')
  const language = languages.find(([ending]) => ending.test(name))?.[1]
  if (language === undefined) return true
  const drafts = written.get(name)?.drafts ?? []
  const last = adding.test(rest) ? drafts.at(-1) : undefined
  const draft = last ?? openDraft()
  copy(draft, cell, start + first.length)
  if (!last) drafts.push(draft)
  written.set(name, { language, drafts })
  return true
}

/** The written files as code of their own. One that lies there with the same text is read where it lies. */
export function writtenFiles(written: Written, file: SourceFile, of: string, others: Files): Embedded[] {
  const found = [...written].flatMap(([name, { language, drafts }]) =>
    drafts
      .filter(({ text }) => others(besides(file.path, name))?.text.trim() !== text.trim())
      .map(draft => ({ language, draft })),
  )
  const shell = { errexit: false, pipefail: false }
  // What somebody is meant to fill in is no news.
  return found.map(({ language, draft }, index) => ({
    language,
    shell,
    sketch: true,
    file: placed(draft, file, `${of}${mark}${index + 1}`),
  }))
}

const mark = '#written-'

/** Whether code of this path is a file that a cell writes. */
export function isWritten(path: string): boolean {
  return path.includes(mark)
}

function besides(path: string, name: string): string {
  return [...path.split('/').slice(0, -1), ...name.split('/').filter(part => part !== '.')].join('/')
}
