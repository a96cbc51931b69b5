import type { SourceFile } from '../../program'
import type { Import, Outline, Outlines } from './outline'

/** The Python files that files of other kinds name: a workflow or a shell script runs them, a notebook imports them. */
export function findScripts(others: readonly SourceFile[], outlines: Outlines): Set<string> {
  const named = namesOf(outlines)
  const found = new Set<string>()
  for (const { text } of others)
    for (const path of [
      ...filesIn(text, named),
      ...filesIn(notebooksIn(text), named),
      ...modulesIn(text, outlines, /(?:-m[\s"',]+|\b(?:from|import)\s+)(\w+(?:\.\w+)*)/g),
      // `promote-model = "churn.cli:main"`
      ...modulesIn(text, outlines, /=\s*["']?(\w+(?:\.\w+)*):\w/g),
    ])
      found.add(path)
  return found
}

// `notebook_path: ../src/evaluate` leaves out how the file ends.
function notebooksIn(text: string): string {
  const named = text.matchAll(/\bnotebook_path["']?[ \t]*:[ \t]*["']?([\w./-]+)/g)
  return [...named].map(([, path]) => `${path}.py`).join(' ')
}

/** A Python file that starts others. */
export interface Start {
  readonly path: string
  /** The Python files of the repository that it starts. */
  readonly started: readonly string[]
  /** Whether it starts a script of a shell: what that leads to is not asked here. */
  readonly shell: boolean
  /** Whether a program may start any of its functions as a task. */
  readonly tasks: boolean
}

/** The Python files that start scripts of the repository by one of these calls, or as tasks have such a name. */
export function findStarts(
  files: readonly SourceFile[],
  outlines: Outlines,
  calls: readonly string[],
  tasks: ReadonlySet<string>,
): readonly Start[] {
  const starts = openStarts(calls)
  const roots = [...new Set(calls.map(call => call.split(/[.(]/)[0] ?? ''))].join('|')
  const runs = new RegExp(`^\\s*(?:import|from)\\s+(?:${roots})\\b`, 'm')
  const named = namesOf(outlines)
  const shell = new Set(files.filter(file => isShell(file.path)).map(file => lastStep(file.path)))
  return [...outlines.byPath.values()].flatMap(outline => {
    const { path } = outline.file
    if (!starts(outline) && !tasks.has(lastStep(path))) return []
    const { text } = outline.file
    const started = [
      ...filesIn(text, named),
      ...modulesIn(text, outlines, /["' ]-m["', ]+(\w+(?:\.\w+)*)/g),
    ].filter(one => one !== path)
    const scripts = text.match(/(?<![\w-])[\w-]+\.(?:ba|z|k)?sh\b/g) ?? []
    const isTasks = tasks.has(lastStep(path)) && runs.test(text)
    const found = { shell: scripts.some(name => shell.has(name)), tasks: isTasks }
    const counts = found.shell || found.tasks || started.length > 0
    return counts ? [{ path, started: [...new Set(started)], ...found }] : []
  })
}

// What a file imports leaves little for the patterns.
function openStarts(calls: readonly string[]): (outline: Outline) => boolean {
  const lasts = new Map<string, Set<string>>()
  const ways = new Map<string, Set<string>>()
  for (const call of calls) {
    const [first = ''] = call.split(/[.(]/)
    const last = (/(\*?\w+)$/.exec(call)?.[1] ?? '').replace('*', '\\w*')
    lasts.set(first, (lasts.get(first) ?? new Set()).add(last))
    ways.set(first, new Set([...(ways.get(first) ?? []), ...waysTo(first, call, last)]))
  }
  const patterns = [...lasts].map(([first, names]) => {
    const plain = `\\b${first}\\b.*\\b(?:${[...names].join('|')})\\b`
    const any = [plain, `\\bimport ${first} as\\b`, ...(ways.get(first) ?? [])]
    return [first, new RegExp(any.join('|'))] as const
  })
  return ({ imports, matches }) =>
    patterns.some(([first, pattern]) => imports.some(each => brings(each, first)) && matches(pattern))
}

// `from kfp import dsl` and then `dsl.ContainerSpec`; a method is called on what only the name of a parameter tells.
function waysTo(first: string, call: string, last: string): readonly string[] {
  if (call.includes('()')) return [`\\.${last}\\(`]
  const [, holder] = /(\w+)\.\*?\w+$/.exec(call) ?? []
  return holder === undefined || holder === first ? [] : [`\\b${holder}\\.${last}\\b`]
}

// Another file of the repository may hand it on.
function brings(each: Import, first: string): boolean {
  if (each.kind === 'own') return each.bound === first || each.bound === '*'
  return each.bound === '*' || each.name === first || each.name.startsWith(`${first}.`)
}

function isShell(path: string): boolean {
  return /\.(?:ba|z|k)?sh$/.test(path)
}

function lastStep(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function namesOf(outlines: Outlines): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>()
  for (const path of outlines.byPath.keys())
    named.set(lastStep(path), [...(named.get(lastStep(path)) ?? []), path])
  return named
}

const longestPath = 300

function filesIn(text: string, named: ReadonlyMap<string, readonly string[]>): string[] {
  return [...text.matchAll(/\.pyw?\b/g)].flatMap(({ 0: ending, index }) => {
    const before = /[\w./-]*$/.exec(text.slice(Math.max(0, index - longestPath), index))?.[0] ?? ''
    const name = before + ending
    const parts = name.split('/').filter(part => part !== '.' && part !== '..' && part !== '')
    const end = parts.join('/')
    return (named.get(parts.at(-1) ?? '') ?? []).filter(
      path => path === end || path.endsWith(`/${end}`) || end.endsWith(`/${path}`),
    )
  })
}

function modulesIn(text: string, outlines: Outlines, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, module = '']) =>
    [module, `${module}.__main__`].flatMap(name =>
      (outlines.modules.byName.get(name) ?? []).map(({ path }) => path),
    ),
  )
}
