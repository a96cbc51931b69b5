import { escaped } from '../../base/escaped'
import type { SourceFile } from '../../program'
import type { Catalog } from '../../rules/schema'
import { isCommand } from '../commands/known'
import type { ModuleIndex } from '../modules'
import { programsOf } from './commands'
import { rawImports } from './imports'
import type { Spelling } from './spellings'

/** What the raw text of a file tells before the code in it is taken out. */
export interface Hints {
  /** Uses of a sink's last name; in a notebook the end of a line is spelled out in front of it. */
  readonly names: RegExp
  readonly spellings: ReadonlyMap<string, readonly Spelling[]>
  /** The first two words of commands that are sinks. */
  readonly commands: RegExp
  /** Their programs. */
  readonly programs: readonly string[]
  /** Whether a text has the words of a call that starts a command. */
  readonly starts: (text: string) => boolean
}

/** Arranges what to look for. */
export function openHints(
  spellings: ReadonlyMap<string, readonly Spelling[]>,
  catalogs: readonly Catalog[],
): Hints {
  const words = [...spellings.keys()].filter(word => /^\w+$/.test(word)).sort()
  const any = words.join('|') || '(?!)'
  const names = new RegExp(
    `\\.[ \\t]*(${any})\\b|(?:\\\\[nt]|\\b)(${any})(?:[ \\t]*[(,)\\]"'\\\\]|[ \\t]+as\\b)`,
    'g',
  )
  const lines = catalogs.flatMap(({ sinks }) => sinks.flatMap(sink => sink.call.filter(isCommand)))
  const starts = new Set(
    lines.map(line => line.split(' ').slice(1, 3).map(escaped).join('\\b[^\\n]{0,300}?\\b')),
  )
  const commands = new RegExp(`(?:\\\\[nt]|\\b)(?:${[...starts].sort().join('|') || '(?!)'})\\b`)
  const programs = [...programsOf(catalogs).sinks.keys()]
  return { names, spellings, commands, programs, starts: startsIn(catalogs) }
}

// `get_ipython()` is what signs in a cell stand for.
function startsIn(catalogs: readonly Catalog[]): Hints['starts'] {
  const calls = catalogs.flatMap(({ starters }) => starters.flatMap(starter => starter.call))
  const words = new Set(calls.map(call => call.match(/\w+/g) ?? []).map(all => `${all[0]} ${all.at(-1)}`))
  const pairs = [...words].map(pair => pair.split(' '))
  return text => pairs.some(pair => pair.every(word => text.includes(word)))
}

/** Whether a file is a text for people, with code in it. */
export function isDocument(path: string): boolean {
  return /\.(?:md|mdx|mdc|qmd|rmd|rst)(?:\.(?:tmpl|j2|jinja2?|tpl|template))?$/i.test(path)
}

/** Whether the code in a notebook, a document or a workflow by itself may matter. Files of other kinds always may. */
export function mayMatter(file: SourceFile, modules: ModuleIndex, hints: Hints): boolean {
  const { path } = file
  // Who needs no text asks for none: it may have to be read again.
  if (!/\.(?:ipynb|ya?ml)$/.test(path) && !isDocument(path)) return true
  const { text } = file
  if (path.endsWith('.ipynb'))
    return (
      namesSink(text, hints) ||
      runsCommand(text, hints) ||
      startsOwn(text, hints) ||
      importsOwn(text, modules)
    )
  if (isLoneWorkflow(path, text))
    return namesSink(text, hints) || hints.commands.test(text) || runsOwn.test(text)
  return !isDocument(path) || (holdsCode(path, text) && (namesSink(text, hints) || hints.commands.test(text)))
}

// Compilers write them by the hundred. Templates may be taken in elsewhere, with the waits that they hold.
function isLoneWorkflow(path: string, text: string): boolean {
  return (
    /\.ya?ml$/.test(path) &&
    /^apiVersion: *["']?argoproj\.io\b/m.test(text) &&
    /^kind: *["']?Workflow["']?\s*$/m.test(text) &&
    !/^kind: *(?!["']?Workflow["']?\s*$)\S|\b(?:templateRef|workflowTemplateRef)\b/m.test(text)
  )
}

// A script, or a module that is no tool of Python itself.
const runsOwn = /[\w-]\.(?:pyw?|ipynb|(?:ba|z|k)?sh)\b|-m[\s"',]+(?!pip\b|venv\b|ensurepip\b)\w/

// Tracebacks name files as well.
function startsOwn(text: string, { starts }: Hints): boolean {
  if (!runsOwn.test(text)) return false
  // A notebook of Databricks runs others by a call of its own.
  return /\bnotebook\.run\b|(?:["\n]|\\n)[ \t]*[!%]/.test(text) || starts(text)
}

/** Whether commands that matter stand in cells of a notebook. */
export function runsCommand(text: string, { commands }: Hints): boolean {
  return /[!%]/.test(text) && commands.test(text)
}

function holdsCode(path: string, text: string): boolean {
  return path.endsWith('.rst') ? /::|>>>/.test(text) : /```|~~~/.test(text)
}

function namesSink(text: string, { names, spellings, programs }: Hints): boolean {
  for (const [, taken, alone = ''] of text.matchAll(names))
    if ((spellings.get(taken ?? alone) ?? []).some(spelling => isPossible(text, spelling, programs)))
      return true
  return [...spellings].some(
    ([name, every]) => /^__set/.test(name) && every.some(({ near }) => near.some(one => text.includes(one))),
  )
}

function isPossible(
  text: string,
  { root, near, starts, distinctive }: Spelling,
  programs: readonly string[],
): boolean {
  const [first = ''] = (root ?? '').split('.')
  // A fragment need not say which library it means where the name alone says it.
  if (!distinctive && !text.includes(first)) return false
  return starts
    ? programs.some(program => text.includes(program))
    : near.length === 0 || near.some(one => text.includes(bare(one)))
}

// Which of its marks are quotes of the code is not known before it is taken out.
function bare(near: string): string {
  return near.replace(/^"(.+)"$/, '$1')
}

function importsOwn(text: string, { tops }: ModuleIndex): boolean {
  if (text.includes('%run')) return true
  // Lines and texts of the code end by signs of their own.
  const code = text.replaceAll('\\n', '\n').replaceAll('\\"', '"')
  return rawImports(code).some(({ base, name }) => tops.has((base || name).split('.')[0] ?? ''))
}
