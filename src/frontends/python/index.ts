import {
  type Embedded,
  type Frontend,
  type Notice,
  type Reading,
  readablePart,
  type SourceFile,
  type Value,
} from '../../program'
import { fullEffort } from '../effort'
import { isDatabricks } from '../notebook/databricks'
import { type Grammar, givenUpNotice, type Node } from '../parser'
import { commentsOf, type Shape } from '../remarks/tree'
import { readModule } from './definitions'
import { readNames } from './names'
import { withoutBroken } from './parts'
import { prepare } from './prepare'
import type { Module } from './scope'

/** Python source to units: one for the file, and one for every function, lambda and class in it. */
export function pythonFrontend(grammar: Grammar): Frontend {
  return {
    name: 'python',
    alone: true,
    claims: path => /\.pyw?$/.test(path),
    recognises: file => !isDatabricks(file.text),
    read: file => read(grammar, file, readablePart(file), new Map()),
    readEmbedded: embedded => readEmbedded(grammar, embedded),
    comments: ({ text }) => grammar.parse(prepare(text).text, root => commentsOf(root, text, shape)),
  }
}

const shape: Shape = { lists: new Set(['block']), bodies: new Set(['block']) }

function readEmbedded(grammar: Grammar, { file, names = new Map(), parts = [] }: Embedded): Reading {
  const { text, notices } = withoutBroken(grammar, file, parts)
  const reading = read(grammar, file, text, names)
  return notices.length === 0 ? reading : { ...reading, notices: [...reading.notices, ...notices] }
}

function read(
  grammar: Grammar,
  file: SourceFile,
  source: string,
  given: ReadonlyMap<string, Value>,
): Reading {
  const { text, cutAt } = prepare(source)
  const reading = grammar.parse(text, (root, givenUp) => readFile(file, text, root, given, givenUp))
  if (cutAt === 0) return reading
  const message = 'So many comments and continuation lines follow one another that they were left out.'
  const notice: Notice = { path: file.path, line: cutAt, kind: 'limit', message }
  return { ...reading, notices: [...reading.notices, notice] }
}

function readFile(
  file: SourceFile,
  source: string,
  root: Node,
  given: ReadonlyMap<string, Value>,
  givenUp: number,
): Reading {
  const module: Module = {
    file,
    source,
    words: new Map(),
    given,
    names: readNames(root),
    stars: [],
    units: [],
    classes: [],
    notices: givenUp > 0 ? [givenUpNotice(file.path, givenUp)] : syntaxNotices(file, root),
    taken: new Map(),
    read: new Map(),
    effort: fullEffort(),
    depth: 0,
  }
  const unit = readModule(module, root)
  const { units, classes, notices, stars } = module
  return { units: [unit, ...units], classes, settings: [], stars, notices }
}

function syntaxNotices(file: SourceFile, root: Node): Notice[] {
  if (!root.hasError) return []
  const line = (innermostError(root) ?? firstMissing(root) ?? root).startPosition.row + 1
  const message =
    'The syntax could not be understood here; the rest of the file was read as far as it could be.'
  return [{ path: file.path, line, kind: 'syntax', message }]
}

// One error may begin at the top of the file and end at its bottom; the trouble lies in one further in.
function innermostError(root: Node): Node | null {
  let innermost: Node | null = null
  for (const error of root.descendantsOfType('ERROR')) {
    if (!error || (innermost && (rows(innermost) < aScreen || error.startIndex >= innermost.endIndex))) break
    innermost = error
  }
  return innermost
}

const aScreen = 40

function rows(node: Node): number {
  return node.endPosition.row - node.startPosition.row
}

function firstMissing(root: Node): Node | null {
  let at: Node | null = root
  while (at && !at.isMissing) at = at.children.find(child => child?.hasError || child?.isMissing) ?? null
  return at
}
