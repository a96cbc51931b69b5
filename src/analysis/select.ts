import type { SourceFile } from '../program'
import type { Catalog, RuleSet } from '../rules/schema'
import { arrange, escapeName, lastName } from './knowledge'
import { findModule, findRelative, indexModules, type ModuleIndex } from './modules'

// How far callers of an interesting module, and the modules that all of them import, are followed.
const hops = 2
const deepestReExport = 4

/** The Python files that can matter: those that may hold a sink, those that reach it, and what all of these import. */
export function selectFiles(files: readonly SourceFile[], rules: RuleSet): SourceFile[] {
  const python = files.filter(file => /\.pyw?$/.test(file.path))
  const index = indexModules(python.map(file => file.path))
  const outlines = new Map(python.map(file => [file.path, outlineOf(index, file)]))
  const imports = new Map(python.map(file => [file.path, importedBy(outlines, file.path)]))
  const found = candidates(python, outlines, rules.catalogs)
  const { isTest } = arrange(rules)
  const chosen = new Set(found.keys())
  addCallers(chosen, found, outlines, reverse(imports), isTest)
  follow(chosen, imports, isTest)
  return files.filter(file => !/\.pyw?$/.test(file.path) || chosen.has(file.path))
}

/** Files that may hold a sink, with the names of the functions and classes around it. */
function candidates(
  files: readonly SourceFile[],
  outlines: ReadonlyMap<string, Outline>,
  catalogs: readonly Catalog[],
): Map<string, Set<string>> {
  const vocabularies = catalogs.map(wordsOf).filter(words => words.methods.length > 0)
  const used = usePattern(vocabularies.flatMap(w => w.methods))
  const roots = wordPattern(vocabularies.flatMap(w => w.roots))
  const found = new Map<string, Set<string>>()
  if (!used || !roots) return found
  const brought = new Map<string, Map<string, Set<string>>>()
  for (const { path, text } of files) {
    const calls = new Set([...text.matchAll(used)].map(([, a, b]) => a ?? b ?? ''))
    if (calls.size === 0) continue
    const near = new Set([...(text.match(roots) ?? []), ...rootsBrought(outlines, path, roots, brought)])
    const methods = vocabularies.flatMap(w =>
      w.methods.filter(m => calls.has(m) && (w.distinctive.has(m) || w.roots.some(root => near.has(root)))),
    )
    if (methods.length > 0) found.set(path, namesAround(text, usePattern(methods)))
  }
  return found
}

// A name that stands alone in prose is no use of it: it is called, handed over, quoted or taken from something.
function usePattern(words: readonly string[]): RegExp | null {
  const plain = [...new Set(words)].filter(word => /^\w+$/.test(word)).sort()
  if (plain.length === 0) return null
  return new RegExp(`\\.[ \\t]*(${plain.join('|')})\\b|\\b(${plain.join('|')})[ \\t]*[(,)\\]"']`, 'g')
}

/** The libraries behind the names that a file imports from the repository's own modules. */
function rootsBrought(
  outlines: ReadonlyMap<string, Outline>,
  path: string,
  roots: RegExp,
  known: Map<string, Map<string, Set<string>>>,
): string[] {
  return (outlines.get(path)?.imports ?? []).flatMap(({ path: target, name }) => {
    const text = outlines.get(target)?.text
    if (text === undefined) return []
    const byName = known.get(target) ?? rootsByName(text, roots)
    known.set(target, byName)
    return name === null ? [...byName.values()].flatMap(found => [...found]) : [...(byName.get(name) ?? [])]
  })
}

/** Which libraries each function, class and variable of a file speaks of. */
function rootsByName(text: string, roots: RegExp): Map<string, Set<string>> {
  const byName = new Map<string, Set<string>>()
  for (const { line, around } of linesWithin(text)) {
    const found = line.match(roots)
    if (!found) continue
    const assigned = /^(\w+)[^=\n]*=(?!=)/.exec(line)?.[1]
    const imported = /^\s*(?:from|import)\b/.test(line) ? (line.match(/\w+/g) ?? []) : []
    for (const name of [...around, ...imported, ...(assigned ? [assigned] : [])]) {
      const known = byName.get(name) ?? new Set<string>()
      for (const root of found) known.add(root)
      byName.set(name, known)
    }
  }
  return byName
}

/** The functions and classes in whose bodies a pattern is found. */
function namesAround(text: string, pattern: RegExp | null): Set<string> {
  const names = new Set<string>()
  for (const { line, around } of linesWithin(text))
    if (pattern && line.search(pattern) >= 0) for (const name of around) names.add(name)
  return names
}

/** The lines of a file, each with the functions and classes around it, going by indentation. */
function* linesWithin(text: string): Generator<{ line: string; around: readonly string[] }> {
  let open: { readonly indent: number; readonly name: string }[] = []
  for (const line of text.split('\n')) {
    const indent = line.search(/\S/)
    if (indent < 0) continue
    if ((open.at(-1)?.indent ?? -1) >= indent && !/^\s*[)\]}#]/.test(line))
      open = open.filter(o => o.indent < indent)
    yield { line, around: open.map(o => o.name) }
    const opened = /^\s*(?:async\s+)?(?:def|class)\s+(\w+)/.exec(line)
    if (opened?.[1]) open = [...open, { indent, name: opened[1] }]
  }
}

interface Vocabulary {
  /** Last names of sinks, and of those the ones that need no library beside them. */
  readonly methods: readonly string[]
  readonly distinctive: ReadonlySet<string>
  /** First names of the library's names, as an import writes them. */
  readonly roots: readonly string[]
}

function wordsOf(catalog: Catalog): Vocabulary {
  const calls = catalog.sinks.flatMap(sink => sink.call)
  const made = catalog.results.flatMap(result => result.call)
  const roots = [...calls, ...made, ...Object.keys(catalog.aliases)].map(rootOf)
  return {
    methods: [...new Set(calls.map(lastName))],
    distinctive: new Set(
      catalog.sinks.filter(sink => sink.distinctive).flatMap(sink => sink.call.map(lastName)),
    ),
    roots: [...new Set(roots)].filter(root => root !== ''),
  }
}

// Many libraries share these first names, so the last module before the class or function stands for each.
function rootOf(name: string): string {
  const modules = name.split('.').filter(part => /^[a-z_]\w*$/.test(part))
  const shared = modules[0] === 'google' || modules[0] === 'azure'
  return (shared ? modules.slice(0, 3).at(-1) : modules[0]) ?? ''
}

function wordPattern(words: readonly string[]): RegExp | null {
  const plain = [...new Set(words)].filter(word => /^\w+$/.test(word)).sort()
  return plain.length === 0 ? null : new RegExp(`\\b(?:${plain.join('|')})\\b`, 'g')
}

const importLine =
  /^[ \t]*(?:from[ \t]+(\.*)[ \t]*([\w.]*)[ \t]+import[ \t]*(\((?:[^()#]|#[^\n]*)*\)|(?:\\\r?\n|[^\n#])*)|import[ \t]+((?:\\\r?\n|[^\n#])+))/gm

/** What can be seen of a file without parsing it. */
interface Outline {
  readonly text: string
  readonly imports: readonly Import[]
  readonly defined: ReadonlySet<string>
}

interface Import {
  readonly path: string
  /** The name taken from the module; `null` for the module itself, which is then called `alias`. */
  readonly name: string | null
  readonly alias: string
}

const definition = /^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)|^(\w+)[ \t]*(?::[^=\n]*)?=(?!=)/gm

function outlineOf(index: ModuleIndex, file: SourceFile): Outline {
  const imports: Import[] = []
  for (const [, dots = '', base = '', names = '', plain] of file.text.matchAll(importLine)) {
    const listed = (plain ?? names).replace(/#[^\n]*|[()\\]/g, ' ').split(',')
    for (const part of listed) {
      const [name = '', , alias = name] = part.trim().split(/\s+/)
      const full = plain !== undefined ? name : [base, name === '*' ? '' : name].filter(Boolean).join('.')
      const module = dots
        ? findRelative(index, full, dots.length, file.path)
        : findModule(index, full, file.path)
      if (module) imports.push({ path: module.path, name: module.rest[0] ?? null, alias })
    }
  }
  const defined = new Set<string>()
  for (const [, named, assigned] of file.text.matchAll(definition)) defined.add(named ?? assigned ?? '')
  return { text: file.text, imports, defined }
}

/** The files in which what a file imports is defined; a package that only passes a name on is passed through. */
function importedBy(outlines: ReadonlyMap<string, Outline>, path: string): string[] {
  const found = new Set<string>()
  const visit = (target: string, name: string | null, depth: number): void => {
    const outline = outlines.get(target)
    if (!outline || depth > deepestReExport) return
    const onward =
      name === null || outline.defined.has(name)
        ? []
        : outline.imports.filter(i => i.name === name || i.alias === name || i.alias === '*')
    found.add(target)
    for (const next of onward) if (!found.has(next.path)) visit(next.path, name, depth + 1)
  }
  const own = outlines.get(path)
  for (const { path: target, name, alias } of own?.imports ?? []) {
    visit(target, name, 0)
    if (name === null && alias !== '*' && target.endsWith('__init__.py'))
      for (const attribute of attributesOf(own?.text ?? '', alias)) visit(target, attribute, 0)
  }
  found.delete(path)
  return [...found]
}

// A package that is imported whole is read as far as its names are used.
function attributesOf(text: string, alias: string): Set<string> {
  const pattern = new RegExp(`\\b${escapeName(alias)}\\.(\\w+)`, 'g')
  return new Set([...text.matchAll(pattern)].map(([, name = '']) => name))
}

/** Adds the files that call into chosen ones: they import such a file and name a function or class that matters in it. */
function addCallers(
  chosen: Set<string>,
  found: ReadonlyMap<string, ReadonlySet<string>>,
  outlines: ReadonlyMap<string, Outline>,
  importers: ReadonlyMap<string, readonly string[]>,
  isTest: (path: string) => boolean,
): void {
  let frontier = found
  for (let hop = 0; hop < hops; hop += 1) {
    const next = new Map<string, ReadonlySet<string>>()
    for (const [path, names] of frontier) {
      const pattern = wordPattern([...names].filter(name => !name.startsWith('__')))
      for (const importer of importers.get(path) ?? []) {
        // What a test gives to a function says nothing of how the function is used.
        if (isTest(importer)) continue
        const text = outlines.get(importer)?.text ?? ''
        if (pattern && text.search(pattern) >= 0) next.set(importer, namesAround(text, pattern))
      }
    }
    for (const path of next.keys()) chosen.add(path)
    frontier = next
  }
}

function reverse(edges: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const reversed = new Map<string, string[]>()
  for (const [from, targets] of edges)
    for (const to of targets) {
      const known = reversed.get(to)
      if (known) known.push(from)
      else reversed.set(to, [from])
    }
  return reversed
}

// What tests import is left unread: what they do is a note at most.
function follow(
  chosen: Set<string>,
  edges: ReadonlyMap<string, readonly string[]>,
  isTest: (path: string) => boolean,
): void {
  let frontier = [...chosen].filter(path => !isTest(path))
  for (let hop = 0; hop < hops; hop += 1) {
    frontier = frontier.flatMap(path => edges.get(path) ?? []).filter(path => !chosen.has(path))
    for (const path of frontier) chosen.add(path)
  }
}
