import { lineOf } from '../../base/lines'
import type { Frontend, Notice, Reading, SourceFile } from '../../program'
import { type Grammar, givenUpNotice, type Node } from '../parser'
import { commentsOf, type Shape } from '../remarks/tree'
import { readBody } from './blocks'
import { claimsTerraform } from './kinds'

/** Terraform and OpenTofu: what their files declare. Nothing in them runs by itself. */
export function terraformFrontend(grammar: Grammar): Frontend {
  return {
    name: 'terraform',
    alone: true,
    claims: claimsTerraform,
    // The end of a long text needs a line of its own, and files may lack the last one.
    read: file => grammar.parse(`${file.text}\n`, (root, givenUp) => readFile(file, root, givenUp)),
    comments: ({ text }) => grammar.parse(`${text}\n`, root => commentsOf(root, text, shape)),
  }
}

const shape: Shape = { lists: new Set(['body']), bodies: new Set(['body']) }

function readFile(file: SourceFile, root: Node, givenUp: number): Reading {
  const { blocks, complete } = readBody(file, root)
  const broken = root.hasError ? brokenAt(file, root) : null
  const notices: Notice[] = broken ? [broken] : []
  if (!complete) notices.push({ path: file.path, line: 0, kind: 'limit', message: tooMuch })
  if (givenUp > 0) notices.push(givenUpNotice(file.path, givenUp))
  const declared = { blocks, broken: notices.length > 0 }
  return { units: [], classes: [], settings: [], stars: [], notices, declared }
}

const tooMuch = 'It holds more, or is nested deeper, than is read.'
const message =
  'The configuration could not be understood here; the rest of the file was read as far as it could be.'

function brokenAt(file: SourceFile, root: Node): Notice {
  return { path: file.path, line: lineOf(file.text, problemIn(root)).line, kind: 'syntax', message }
}

// The first place that the parser made no sense of.
function problemIn(root: Node): number {
  let at = root
  for (let depth = 0; depth < 200 && at.type !== 'ERROR' && !at.isMissing; depth += 1) {
    const inner = at.children.find(child => child?.hasError || child?.isMissing)
    if (!inner) break
    at = inner
  }
  return at.startIndex
}
