import { lineOf } from '../../base/lines'
import {
  type Embedded,
  type Files,
  type Frontend,
  type Notice,
  plainUnit,
  type Reading,
  type SourceFile,
  type Unit,
  type Value,
} from '../../program'
import { addCall, closeBuilder, openBuilder } from '../builder'
import { fullEffort } from '../effort'
import { codeOf } from '../notebook/code'
import { copy, openDraft, placed, type Taken, takeFrom } from '../placed'
import { htmlComments } from './comments'
import { type Fence, fencesIn } from './fences'
import { claimsDocument, isMeantToRun, isRendered, showsWhatNotToDo } from './kinds'
import { type Example, exampleOf, languageOf } from './languages'
import { codeBlocksIn } from './rst'

/**
 * Documents with code in them: Markdown, MDX, Quarto, reStructuredText.
 *
 * Each fence is a unit by itself that knows the names which earlier fences have bound: documents import and define once, and
 * show alternatives side by side, so what one example has checked holds in no other. Where the code is meant to be run, in a
 * skill, a runbook, the document is a unit that runs its fences one after another, and a check in an earlier step counts. The
 * cells of Quarto are one script, as they are when it renders the document.
 */
export const markdownFrontend: Frontend = {
  name: 'markdown',
  claims: claimsDocument,
  read: (file, others = () => undefined) => read(file, others),
  comments: htmlComments,
}

function read(file: SourceFile, others: Files): Reading {
  const taken = takeFrom(file.text, 0, file.text.length)
  const fences = /\.rst$/i.test(file.path) ? codeBlocksIn(taken) : fencesIn(taken, file.path.endsWith('.mdx'))
  const notices = fences.filter(fence => fence.open).map(fence => noticeOf(file, fence))
  const nothing = { units: [], classes: [], settings: [], stars: [], notices }
  if (isRendered(file.path)) return { ...nothing, embedded: rendered(file, fences, others) }
  const examples = fences.map(exampleOf).filter(example => example !== null)
  if (examples.length === 0) return nothing
  const meant = isMeantToRun(file, others) && !fences.some(({ code }) => showsWhatNotToDo(code.text))
  const embedded = embeddedIn(file, examples, !meant, others)
  return { ...nothing, units: [documentUnit(file, embedded, examples, meant)], embedded: embedded.flat() }
}

function noticeOf({ path, text }: SourceFile, { at }: Fence): Notice {
  const message = 'This block of code is never closed; it was read to the end of the document.'
  return { path, line: lineOf(text, at).line, kind: 'syntax', message }
}

// What Quarto runs stands in braces, unless an option says otherwise.
function rendered(file: SourceFile, fences: readonly Fence[], others: Files): Embedded[] {
  const cells = fences.flatMap(({ info, code, at }): Taken[] => {
    if (!/^\{\s*\w/.test(info) || /^#\|\s*eval:\s*false\s*$/m.test(code.text) || /\beval\s*=\s*F/.test(info))
      return []
    const language = languageOf(info)
    if (language === 'python') return [code]
    return /^(?:bash|sh)$/.test(language) ? [withFirstLine('%%bash\n', code, at)] : []
  })
  if (cells.length === 0) return []
  const { python, shell, written } = codeOf(file, file.path, cells, others)
  return [...shell, ...written, python]
}

function withFirstLine(line: string, { text, at }: Taken, place: number): Taken {
  return { text: line + text, at: [...Array.from(line, () => place), ...at] }
}

/** The code of each example, the unit that it starts with last. */
function embeddedIn(
  file: SourceFile,
  examples: readonly Example[],
  sketch: boolean,
  others: Files,
): Embedded[][] {
  const known = new Map<string, Value>()
  return examples.map(({ language, code }, i) => {
    const path = `${file.path}#${language}-${i + 1}`
    if (language === 'shell') {
      const draft = openDraft()
      copy(draft, code)
      const mode = { errexit: false, pipefail: false }
      return [{ language, shell: mode, file: placed(draft, file, path), sketch }]
    }
    const { python, shell, written } = codeOf(file, path, [code], others)
    const names = new Map([...usedIn(python.file.text, known), ...(python.names ?? [])])
    for (const name of boundIn(code.text)) known.set(name, { kind: 'variable', unit: path, name })
    return [...shell, ...written, python].map(one => ({ ...one, sketch, ...(one === python && { names }) }))
  })
}

// A document with very many examples binds very many names, of which each example uses a few.
function usedIn(text: string, known: ReadonlyMap<string, Value>): (readonly [name: string, value: Value])[] {
  return (text.match(/\w+/g) ?? []).flatMap(word => {
    const value = known.get(word)
    return value ? [[word, value] as const] : []
  })
}

function boundIn(text: string): string[] {
  const plain = text.matchAll(
    /^(?:async\s+)?(?:def|class)\s+(\w+)|^(\w+)\s*(?::[^=\r\n]*)?=(?!=)|\bas\s+(\w+)/gm,
  )
  const imported = text.matchAll(/\bimport\s+(\([^)]*\)|[^\n#;]+)/g)
  const names = [...imported].flatMap(([, list = '']) => list.match(/\b\w+\b(?=\s*(?:[,.)]|$))/g) ?? [])
  return [...[...plain].map(([, a, b, c]) => a ?? b ?? c ?? ''), ...names]
}

function documentUnit(
  file: SourceFile,
  embedded: readonly Embedded[][],
  examples: readonly Example[],
  meant: boolean,
): Unit {
  const builder = openBuilder(() => ({ kind: 'unknown' }), fullEffort())
  for (const [i, codes] of meant ? embedded.entries() : []) {
    const unit = codes.at(-1)?.file.path ?? ''
    const start = examples[i]?.at ?? 0
    const end = file.text.indexOf('\n', start)
    const span = { file, start, end: end < 0 ? file.text.length : end }
    addCall(builder, { kind: 'function', unit }, [], span, span)
  }
  return {
    ...plainUnit,
    name: file.path,
    label: 'document',
    kind: 'module',
    file,
    blocks: closeBuilder(builder),
    span: { file, start: 0, end: file.text.length },
    ...(!meant && { inert: 'it is an example in a document' }),
  }
}
