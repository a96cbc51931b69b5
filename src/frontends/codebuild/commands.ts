import type { Piece, Span } from '../../program'
import type { Script, Step } from '../pipelines/pipeline'
import { scriptOf, stepOf } from '../pipelines/scripts'
import type { PlacedText } from '../pipelines/templates'
import { placedText, type Tree, textOf } from '../pipelines/yaml'

/** What runs the commands of a build. */
export interface Shell {
  readonly name: string
  /** Whether one shell runs them all, one after another. */
  readonly shared: boolean
}

/** A list of commands as steps. One that fails ends the list. */
export function commandSteps(commands: readonly Tree[], label: string, shell: Shell): Step[] {
  const meant = commands.filter(isMeant)
  const [first] = meant
  if (!first) return []
  if (isShared(shell)) {
    const action = scriptOf(joined(meant), { errexit: true, pipefail: false }, first.span)
    return [stepOf(label, action, first.span)]
  }
  return meant.map(command => {
    const script = scriptOf(placedText(command), { errexit: false, pipefail: false }, command.span)
    return stepOf(label, { ...script, language: languageOf(shell) }, command.span)
  })
}

function languageOf({ name }: Shell): Script['language'] {
  if (/powershell|pwsh/i.test(name)) return 'powershell'
  return /cmd/i.test(name) ? 'cmd' : 'shell'
}

/** Whether one shell of a known kind runs all commands, so that what one sets is known to the next. */
export function isShared(shell: Shell): boolean {
  return shell.shared && languageOf(shell) === 'shell'
}

interface Text extends PlacedText {
  text: string
  readonly pieces: Piece[]
}

// What a command answers at its end is what counts, however many lines it has.
function joined(commands: readonly Tree[]): PlacedText {
  const built: Text = { text: '', pieces: [] }
  addAll(built, commands)
  return built
}

function addAll(built: Text, commands: readonly Tree[]): void {
  for (const command of commands) {
    const placed = placedText(command)
    if (/^\s*set\s+\+e\s*$/.test(placed.text)) continue
    if (isSimple(placed.text)) add(built, '', placed, '\n')
    else add(built, '{\n', placed, '\n} || exit 1\n')
  }
}

function add(built: Text, before: string, placed: PlacedText, after: string): void {
  const from = built.text.length + before.length
  for (const piece of placed.pieces) built.pieces.push({ ...piece, from: piece.from + from })
  built.text += before + placed.text + after
}

function isSimple(text: string): boolean {
  return !/[\n;&|]/.test(text.trim()) && !/^\s*(if|for|while|until|case|\{|\(|!)(\s|$)/.test(text)
}

/** Commands of two phases, of which the second runs although the first has failed, and may ask whether it has. */
export interface Two {
  readonly first: readonly Tree[]
  /** What comes at the end of the first whatever happened. */
  readonly end: readonly Tree[]
  readonly second: readonly Tree[]
  /** The variable that says how the first has ended. */
  readonly told: string
}

/** Both phases as one script, which fails where one of them has failed. */
export function twoPhases({ first, end, second, told }: Two, span: Span): Script {
  const built: Text = { text: '', pieces: [] }
  const [main, last, after] = [first, end, second].map(list => list.filter(isMeant))
  addChain(built, main ?? [], `then ${told}=1; else ${told}=0; fi\n`)
  addChain(built, last ?? [], `then :; else ${told}=0; fi\n`)
  addAll(built, after ?? [])
  built.text += `[ "$${told}" = 1 ]\n`
  return scriptOf(built, { errexit: true, pipefail: false }, span)
}

// `exit` ends the command that says it, and not the shell that runs them all.
function addChain(built: Text, commands: readonly Tree[], then: string): void {
  for (const [index, command] of commands.entries()) {
    const placed = placedText(command)
    const [open, close] = /\bexit\b/.test(placed.text) ? ['(', ')'] : ['{', '}']
    add(built, `${index === 0 ? 'if ' : ' && '}${open}\n`, placed, `\n${close}`)
  }
  if (commands.length > 0) built.text += `; ${then}`
}

function isMeant(command: Tree): boolean {
  return /^[ \t]*[^#\s]/m.test(textOf(command) ?? '')
}
