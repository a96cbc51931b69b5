import type { Comment, Stretch } from '../../program'
import type { Node } from '../parser'
import { placedComments } from './lines'

/** What a grammar calls the parts of a statement. */
export interface Shape {
  /** What holds statements, and is none. */
  readonly lists: ReadonlySet<string>
  /** Where the body of a statement begins, which is no part of what stands in front of it. */
  readonly bodies: ReadonlySet<string>
}

/** The comments that the parser has found, with the statements that they stand at. */
export function commentsOf(root: Node, text: string, shape: Shape): Comment[] {
  // Trees may be of a text that has one line more than the file.
  const comments = root
    .descendantsOfType('comment')
    .flatMap(node =>
      node ? [{ start: node.startIndex, end: Math.min(node.endIndex, text.trimEnd().length) }] : [],
    )
  return placedComments(text, comments, line => statementOn(root, text, line, shape))
}

/** What of the statement that begins on a line belongs together: all of it, or what stands in front of its body. */
function statementOn(root: Node, text: string, line: Stretch, shape: Shape): Stretch {
  const indent = text.slice(line.start, line.end).search(/\S/)
  const first = line.start + indent
  let node: Node | null = indent < 0 ? null : root.descendantForIndex(first)
  if (node?.startIndex !== first) return line
  for (let depth = 0; depth < mostSteps; depth += 1) {
    const parent: Node | null = node.parent
    if (parent?.startIndex !== first || !parent.parent || shape.lists.has(parent.type)) break
    node = parent
  }
  return { start: line.start, end: Math.max(line.end, Math.min(headEnd(node, shape), text.length)) }
}

const mostSteps = 1000

function headEnd(node: Node, shape: Shape): number {
  if (shape.bodies.has(node.type)) return node.startIndex
  const body = bodyOf(node, shape) ?? bodyOf(node.children.at(-1) ?? null, shape)
  return body ? body.startIndex : node.endIndex
}

// A decorated function, or the end of a pipe, holds its body one step further in.
function bodyOf(node: Node | null, shape: Shape): Node | null {
  return node?.children.find(child => child && shape.bodies.has(child.type)) ?? null
}
