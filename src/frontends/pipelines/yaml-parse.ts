import {
  type Alias,
  CST,
  type Document,
  isAlias,
  isCollection,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  parseAllDocuments,
  visit,
} from 'yaml'
import { withinStack } from '../../base/stack'

/** One of the documents in a YAML text. */
export interface ParsedDocument {
  readonly contents: Node
  /** What its aliases stand for. One that stands before its anchor, or has none, stands for nothing. */
  meant(): ReadonlyMap<Alias, Node>
}

/** A YAML text as the parser understands it. */
export interface ParsedYaml {
  readonly documents: readonly ParsedDocument[]
  /** The line of the first thing that could not be understood; `null` where there is none. */
  readonly brokenLine: number | null
}

/** How deep brackets, lists and maps may be nested. */
export const deepest = 100

type Parsed = ParsedYaml | 'too deep'

// A file is asked for by many: each frontend whose file it may be, who looks for its comments, whoever takes it in.
const recent = new Map<string, { readonly parsed: Parsed; readonly most: number }>()
const mostRecent = 4

/** What stands in a YAML text, if it is nested at most so deep. Nobody may change it: who asks again for a text of late gets the same. */
export function parsedYaml(text: string, most = deepest): Parsed {
  const known = recent.get(text)
  const parsed = known?.most === most ? known.parsed : parsedWithin(text, most)
  recent.delete(text)
  recent.set(text, { parsed, most })
  for (const old of recent.keys()) if (recent.size > mostRecent) recent.delete(old)
  return parsed
}

// Broken text may open maps in one another that no sign tells.
function parsedWithin(text: string, most: number): Parsed {
  return isTooDeep(text, most) ? 'too deep' : (withinStack(() => parse(text)) ?? 'too deep')
}

function parse(text: string): ParsedYaml {
  const lines = new LineCounter()
  const parsed = quietly(() =>
    parseAllDocuments(text, {
      prettyErrors: false,
      uniqueKeys: false,
      merge: true,
      logLevel: 'silent',
      lineCounter: lines,
    }),
  )
  const documents = (Array.isArray(parsed) ? parsed : []) as Document.Parsed[]
  const [problem] = documents.flatMap(document => document.errors)
  return {
    documents: documents.flatMap(({ contents }) => (contents ? [documentOf(contents)] : [])),
    brokenLine: problem ? lines.linePos(problem.pos[0]).line : null,
  }
}

// The parser makes an error for each sign that it does not understand, of which a file may hold a million; to write the
// stack into each takes most of its time.
function quietly<T>(parse: () => T): T {
  const before = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return parse()
  } finally {
    Error.stackTraceLimit = before
  }
}

function documentOf(contents: Node): ParsedDocument {
  let meant: ReadonlyMap<Alias, Node> | null = null
  return {
    contents,
    meant: () => {
      meant ??= meaningsIn(contents)
      return meant
    },
  }
}

// The library would walk the whole document for each alias.
function meaningsIn(contents: Node): Map<Alias, Node> {
  const anchors = new Map<string, Node>()
  const meant = new Map<Alias, Node>()
  visit(contents, {
    Node: (_, node) => {
      const named = isAlias(node) ? anchors.get(node.source) : undefined
      if (isAlias(node) && named) meant.set(node, named)
      if ((isScalar(node) || isCollection(node)) && node.anchor) anchors.set(node.anchor, node)
    },
  })
  return meant
}

// The parser runs out of stack on brackets nested thousands deep; its lexer does not.
function isTooDeep(text: string, most: number): boolean {
  let depth = 0
  let signs = 0
  let isText = false
  for (const token of new Lexer().lex(text)) {
    // What follows this mark is a text, whatever it begins with.
    const inText = isText
    isText = token === CST.SCALAR
    if (inText) continue
    if (token === '[' || token === '{') depth += 1
    if (token === ']' || token === '}') depth -= 1
    // `a: b: c: d`: each sign opens a map inside of the one before, if only in what the parser makes of an error.
    if (/[\n,[\]{}]/.test(token)) signs = 0
    else if (/^[-?:]$/.test(token)) signs += 1
    if (depth > most || signs > most) return true
    // A text over several lines is one token, which begins with a blank too.
    if (token.length > 20 * deepest && /^[ \t]+$/.test(token)) return true
  }
  return new RegExp(`^(?:- ){${most}}`, 'm').test(text)
}
