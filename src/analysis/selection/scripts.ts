import { addTo } from '../../base/groups'
import { once } from '../../base/once'
import { modulesNamed } from '../modules'
import { rawImports } from './imports'
import type { Outlines } from './outline'

/** Where a text names a file. */
export interface Named {
  readonly path: string
  readonly at: number
}

/** Python that files of other kinds name: a workflow or a shell script runs it, a notebook imports it. By path, the texts that import it. */
export function findScripts(texts: readonly string[], outlines: Outlines): Map<string, readonly string[]> {
  const { filesIn, called } = openScripts(outlines)
  const found = new Map<string, readonly string[]>()
  for (const text of texts) {
    for (const { path } of [...filesIn(text), ...filesIn(notebooksIn(text))])
      found.set(path, found.get(path) ?? [])
    for (const path of modulesIn(text, outlines)) found.set(path, [...(found.get(path) ?? []), text])
    // `python ${{ matrix.step }}.py`
    if (/(?:\}|\$\w+)\.pyw?\b/.test(text))
      for (const path of wordsIn(text).flatMap(called)) found.set(path, found.get(path) ?? [])
  }
  return found
}

function wordsIn(text: string): string[] {
  return [...new Set(text.match(/\w[\w-]{0,200}/g))]
}

// `notebook_path: ../src/evaluate` leaves out how the file ends.
function notebooksIn(text: string): string {
  const named = text.matchAll(/\bnotebook_path["']?[ \t]*:[ \t]*["']?([\w./-]+)/g)
  return [...named].map(([, path]) => `${path}.py`).join(' ')
}

function modulesIn(text: string, outlines: Outlines): Set<string> {
  // In JSON and the like a script is one text, in which lines end by a sign of their own.
  const script = text.includes('\\n') ? text.replaceAll('\\n', '\n') : text
  const names = rawImports(script).flatMap(({ dots, base, name }) =>
    dots > 0 ? [] : [base, [base, name].filter(part => part !== '').join('.')],
  )
  const started = Array.from(
    text.matchAll(/-m[\s"',]+(\w{1,200}(?:\.\w{1,200}){0,30})/g),
    ([, name = '']) => name,
  )
  return new Set(
    [...names, ...started, ...entriesIn(text).values()].flatMap(name => placesOf(name, outlines)),
  )
}

/** By the name of a command that a project brings along: the module that holds its function. */
export function entriesIn(text: string): Map<string, string> {
  const found = new Map<string, string>()
  // `promote-model = "churn.cli:main"`, `promote-model = {reference = "churn.cli:main"}`, and what a table in a line holds
  const entry =
    /(?<![\w.-])([\w.-]{1,80})["']?\s*=\s*(?=(?:\{[^[\]{}:\n]{0,200}=\s*)?["']?(\w{1,200}(?:\.\w{1,200}){0,30}):\w)/g
  for (const [, name = '', module = ''] of text.matchAll(entry)) found.set(name, module)
  return found
}

/** The files of a module of this name, and what runs when it is started. */
export function placesOf(module: string, { modules }: Outlines): string[] {
  return [module, `${module}.__main__`].flatMap(name => modulesNamed(modules, name))
}

/** What finds files of Python by their paths. */
export interface Scripts {
  /** Those whose paths stand in a text. */
  readonly filesIn: (text: string) => readonly Named[]
  /** Those that a path may mean, seen from anywhere. */
  readonly at: (path: string) => readonly string[]
  /** Those of a name, which says nothing of how it ends. */
  readonly called: (stem: string) => readonly string[]
}

/** Arranges the files of a repository by their names. */
export function openScripts(outlines: Outlines): Scripts {
  const named = groupedBy(outlines.byPath.keys(), lastStep)
  const stems = once(() => groupedBy(outlines.byPath.keys(), path => lastStep(path).replace(/\.pyw?$/, '')))
  const at = (given: string): readonly string[] => {
    const parts = given.split('/').filter(part => part !== '.' && part !== '..' && part !== '')
    const end = parts.join('/')
    return (named.get(parts.at(-1) ?? '') ?? []).filter(
      path => path === end || path.endsWith(`/${end}`) || end.endsWith(`/${path}`),
    )
  }
  const filesIn = (text: string): Named[] =>
    [...text.matchAll(/\.pyw?\b/g)].flatMap(({ 0: ending, index }) => {
      const before = text.slice(Math.max(0, index - longestPath), index)
      const plain = /[\w./+\x80-\uffff-]*$/.exec(before)?.[0] ?? ''
      // With a space in it a path stands in quotes.
      const quoted = before.slice(Math.max(before.lastIndexOf('"'), before.lastIndexOf("'")) + 1)
      const paths = [plain, quoted].flatMap(path => at(path + ending))
      return [...new Set(paths)].map(path => ({ path, at: index }))
    })
  return { filesIn, at, called: stem => stems().get(stem) ?? [] }
}

const longestPath = 300

/** The last step of a path. */
export function lastStep(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function groupedBy(paths: Iterable<string>, keyOf: (path: string) => string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const path of paths) addTo(found, keyOf(path), path)
  return found
}
