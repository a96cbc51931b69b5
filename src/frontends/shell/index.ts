import type { Embedded, Frontend, Notice, Reading, ShellMode, SourceFile } from '../../program'
import { fullEffort } from '../effort'
import { type Grammar, givenUpNotice, type Node } from '../parser'
import { commentsOf, type Shape } from '../remarks/tree'
import { closeScope, openScope, readUncalled } from './functions'
import { shebangMode, startMode } from './mode'
import { statementsIn } from './nodes'
import { outlineOf } from './outline'
import { readPlain } from './plain'
import { prepare } from './prepare'
import { runList } from './run'
import { noteLimit, type Script } from './scope'

/**
 * Shell scripts to units: one for the script, and one for every function in it.
 *
 * **Exit status is control flow.** A command is a `Call`. Where its failure ends the shell, because of `set -e` or a trap, the
 * call has no `raises` edge and so leaves the unit. Where the script goes on, a `raises` edge leads to what runs next. The
 * ways of both meet again only where the script does not tell them apart, so what a check has established holds exactly
 * where the shell could not have come without it.
 *
 * - A reader gets a *target*, the place where a status other than 0 leads, and goes on where the status is 0
 *   (`run(scope, node, failure)`). `a || b`, `if`, `while` and `!` hand down a target of their own and read *leniently*:
 *   `-e` does not count for what somebody looks at, and neither does it in functions that are called from there.
 * - The last command of a script or function decides its status, so its failure leaves the unit.
 * - `exit 0` and `return 0` are a `Return`; any other status is a `Raise`; a status that is not known is asked for.
 * - `$?` is a variable: 0 where a command went well, 1 where it failed. A test of it, or of a copy, is one of a flag.
 * - Parts of a pipe run side by side: none of them waits for the others. With `pipefail` all of them are asked for their
 *   status at its end, without it only the last one is.
 * - A subshell, a part of a pipe and a substitution end by themselves: `exit` leaves no more than them.
 * - A function is read once for each way in which it is started: with `-e` or without, looked at or not, from which folder.
 *   One that can fail by `exit` only has no failing way back to its caller.
 * - `mode.ts` follows `set` and `trap` line by line; where branches differ, the weaker mode holds.
 *
 * Variables are in static single assignment form. What nothing binds is a parameter of the kind `environment`; `$1` is a
 * positional one; a function sees the script's variables as `variable` values. The folder at hand, what was shifted and what
 * was printed are kept in the same way, under names that no variable can have.
 */
export function shellFrontend(grammar: Grammar): Frontend {
  return {
    name: 'shell',
    alone: true,
    claims: claimsShell,
    recognises: ({ path, text }) => hasExtension(path) || shebangMode(text) !== null,
    read: file => read(grammar, file, shebangMode(file.text) ?? { errexit: false, pipefail: false }),
    readEmbedded: (embedded: Embedded) =>
      embedded.language === 'shell' ? read(grammar, embedded.file, embedded.shell) : readPlain(embedded),
    comments: ({ text }) => grammar.parse(prepare(text).text, root => commentsOf(root, text, shape)),
  }
}

const shape: Shape = {
  lists: new Set(['do_group', 'compound_statement', 'case_item']),
  bodies: new Set(['then', 'do_group', 'compound_statement', 'case_item', 'subshell']),
}

/** Whether a file of this path may be a shell script; one without an extension has to say so in its first line. */
export function claimsShell(path: string): boolean {
  return hasExtension(path) || /(^|\/)(s?bin|scripts?|tools|hack|ci|\.ci|hooks)\/([^/]+\/)*[^/.]+$/.test(path)
}

function hasExtension(path: string): boolean {
  return /\.(sh|bash|zsh|ksh)$/.test(path)
}

function read(grammar: Grammar, file: SourceFile, shell: ShellMode): Reading {
  const { text, cutAt } = prepare(file.text)
  const reading = grammar.parse(text, (root, givenUp) => {
    const read = readScript(file, root, shell)
    return givenUp > 0 ? { ...read, notices: [givenUpNotice(file.path, givenUp)] } : read
  })
  if (cutAt === 0) return reading
  const message = 'So much stands here with nothing to end it that it was left out.'
  return {
    ...reading,
    notices: [...reading.notices, { path: file.path, line: cutAt, kind: 'limit', message }],
  }
}

function readScript(file: SourceFile, root: Node, shell: ShellMode): Reading {
  const script = openScript(file, root)
  const start = { kind: 'module', unit: file.path, label: 'script', lenient: false, directory: '' } as const
  const others = [...script.outline.functions.values()].flat()
  const mode = startMode(shell)
  const scope = openScope(script, { ...start, mode, locals: new Set(), node: root, others })
  script.builder = scope.builder
  runList(scope, statementsIn(root), 'exits')
  readUncalled(scope)
  const unit = closeScope(scope, root)
  if (script.effort.spent)
    noteLimit(script, root, 'Reading it would take too long; parts of it were read as unknown.')
  const { units, notices, embedded } = script
  return { units: [unit, ...units], classes: [], settings: [], stars: [], notices, embedded }
}

function openScript(file: SourceFile, root: Node): Script {
  return {
    file,
    outline: outlineOf(root),
    units: [],
    embedded: [],
    notices: syntaxNotices(file, root),
    effort: fullEffort(),
    current: new Map(),
    variants: new Map(),
    taken: new Map(),
    readAt: new Set(),
    codes: new Map(),
    environment: new Map(),
    constants: new Map(),
    parameters: [],
    bound: new Map(),
    builder: null,
    words: 300_000,
    depth: 0,
  }
}

function syntaxNotices(file: SourceFile, root: Node): Notice[] {
  if (!root.hasError) return []
  const line = (root.descendantsOfType('ERROR')[0] ?? firstMissing(root) ?? root).startPosition.row + 1
  const message =
    'The syntax could not be understood here; the rest of the file was read as far as it could be.'
  return [{ path: file.path, line, kind: 'syntax', message }]
}

function firstMissing(root: Node): Node | null {
  let at: Node | null = root
  while (at && !at.isMissing) at = at.children.find(child => child?.hasError || child?.isMissing) ?? null
  return at
}
