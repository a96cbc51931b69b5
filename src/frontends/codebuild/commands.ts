import type { Piece } from '../../program'
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
  const meant = commands.filter(command => /^[ \t]*[^#\s]/m.test(textOf(command) ?? ''))
  const [first] = meant
  if (!first) return []
  if (shell.shared && languageOf(shell) === 'shell') {
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

// What a command answers at its end is what counts, however many lines it has.
function joined(commands: readonly Tree[]): PlacedText {
  let text = ''
  const pieces: Piece[] = []
  for (const command of commands) {
    const placed = placedText(command)
    if (/^\s*set\s+\+e\s*$/.test(placed.text)) continue
    const whole = isSimple(placed.text)
    text += whole ? '' : '{\n'
    const from = text.length
    pieces.push(...placed.pieces.map(piece => ({ ...piece, from: piece.from + from })))
    text += whole ? `${placed.text}\n` : `${placed.text}\n} || exit 1\n`
  }
  return { text, pieces }
}

function isSimple(text: string): boolean {
  return !/[\n;&|]/.test(text.trim()) && !/^\s*(if|for|while|until|case|\{|\(|!)(\s|$)/.test(text)
}
