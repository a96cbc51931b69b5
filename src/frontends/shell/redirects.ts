import type { Node } from '../parser'
import { type Redirects, runCommand } from './commands'
import { isStatement } from './nodes'
import { type Part, run, runEither, runPipe } from './run'
import { type Scope, spanOf, type Target, textOf } from './scope'
import { readQuoted, readWord } from './words'

/** A command with `> file`, `<<EOF` and the like; what follows the beginning of a here-document stands inside of it. */
export function runRedirected(scope: Scope, node: Node, failure: Target): void {
  const body = node.childForFieldName('body')
  const documents = node.namedChildren.filter(child => child?.type === 'heredoc_redirect')
  const files = redirectsIn(node)
  const destinations = files.map(file => {
    const words = file
      .childrenForFieldName('destination')
      .flatMap(word => (word ? [readWord(scope, word)] : []))
    return printsElsewhere(file) ? words : []
  })
  const redirects: Redirects = {
    document: documentOf(documents.at(-1) ?? null),
    words: documents.flatMap(document =>
      document ? document.childrenForFieldName('argument').filter(isNode) : [],
    ),
    silent: files.some(file => printsElsewhere(file)),
    output: destinations.flat().at(-1) ?? null,
  }
  const first = (target: Target): void => runBody(scope, body, redirects, target)
  const more = documents.find(document => document?.namedChildren.some(isStatement)) ?? null
  if (more) runFollowing(scope, node, more, first, failure)
  else first(failure)
}

function isNode(node: Node | null): node is Node {
  return node !== null
}

function redirectsIn(node: Node): Node[] {
  const own = node.namedChildren.flatMap(child =>
    child?.type === 'heredoc_redirect' ? [child, ...child.namedChildren] : [child],
  )
  return own.filter(isNode).filter(child => child.type === 'file_redirect')
}

function printsElsewhere(file: Node): boolean {
  const descriptor = file.childForFieldName('descriptor')?.text ?? '1'
  return (
    descriptor === '1' &&
    file.children.some(child => child !== null && /^(>|>>|&>|&>>|>\||>&)$/.test(child.type))
  )
}

function documentOf(node: Node | null): Redirects['document'] {
  const body = node?.namedChildren.find(child => child?.type === 'heredoc_body')
  const start = node?.namedChildren.find(child => child?.type === 'heredoc_start')
  return body ? { body, expands: !/["'\\]/.test(start?.text ?? '') } : null
}

function runBody(scope: Scope, body: Node | null, redirects: Redirects, failure: Target): void {
  const outer = { capturing: scope.capturing, input: scope.input }
  const { document } = redirects
  if (document) {
    const value = document.expands
      ? readQuoted(scope, document.body, document.body.startIndex, document.body.endIndex)
      : textOf(scope.script, document.body.text)
    scope.input = { value, span: spanOf(scope, document.body) }
  }
  if (redirects.silent) scope.capturing = false
  if (body?.type === 'command') runCommand(scope, body, failure, redirects)
  else if (body) run(scope, body, failure)
  Object.assign(scope, outer)
}

// `cat <<EOF | python`, `cat <<EOF && python x.py`.
function runFollowing(
  scope: Scope,
  node: Node,
  document: Node,
  first: (target: Target) => void,
  failure: Target,
): void {
  const operator = document.childForFieldName('operator')?.type
  const right = document.childForFieldName('right')
  const piped = document.namedChildren.find(child => child?.type === 'pipeline') ?? null
  if (right && operator) {
    const parts = [first, (target: Target) => run(scope, right, target)]
    return runEither(scope, node, operator === '&&', parts, failure)
  }
  const parts = (piped?.namedChildren ?? []).filter(isStatement)
  const others = parts.map((part): Part => ({ node: part, run: target => run(scope, part, target) }))
  const head = node.childForFieldName('body') ?? node
  runPipe(scope, node, [{ node: head, run: first }, ...others], failure)
}
