import type { Call } from '../../program'
import type { Telling } from '../../rules/words-schema'
import { askedFor } from '../commands/launch'
import { innermost } from '../commands/launchers'
import { partsOf, wordOf } from '../commands/lines'
import type { Linked } from '../linked'
import { classify } from '../targets'
import { type Evidence, nothing, type State, stateOf } from './evidence'

/**
 * A command of which nothing can be read but its name, which says that it evaluates a model and so may fail: a script that
 * another repository brings along, a task of a file that is not here. What can be read is judged by what it does.
 */
export function declaredEvaluation(linked: Linked, call: Call): State {
  const named = nameOf(linked, call)
  // Looking a file up takes longer than reading its name.
  if (!named || !says(linked, 'evaluation', named.name) || isHere(linked, named.file)) return nothing
  const { name } = named
  const shown = name.replaceAll('`', "'").slice(0, 60)
  const evidence: Evidence = {
    kind: 'evaluation',
    subject: '',
    strength: 'medium',
    span: call.span,
    outcome: null,
    says: `\`${shown}\` is an evaluation by its name only: what it compares, and whether it fails, is not in this repository`,
  }
  return stateOf([evidence])
}

interface Named {
  readonly name: string
  /** What would stand in the repository if it were of it; empty for an action. */
  readonly file: string
}

function nameOf(linked: Linked, call: Call): Named | null {
  const { callee } = call
  if (callee.kind !== 'command') return null
  // An action checks anything, so it has to speak of a model as well.
  if (callee.name.startsWith('uses: '))
    return says(linked, 'serving', callee.name) ? { name: callee.name.slice(6), file: '' } : null
  const words = innermost(linked.knowledge, partsOf(call).words)
  const file = wordOf(words[0]) ?? ''
  const program = file.replace(/^.*\//, '')
  // What these are given is text, and they check nothing of what it speaks of.
  if (linked.knowledge.textual.has(program)) return null
  const asked = askedFor(linked.knowledge, words)
  if (asked !== null) return { name: asked, file: asked }
  return { name: [program, wordOf(words[1]) ?? ''].join(' ').trim(), file }
}

function says(linked: Linked, about: Telling, text: string): boolean {
  const words = linked.knowledge.telling.get(about)
  return words !== undefined && classify(text, words) === 'production'
}

// Where a command runs is not always known, so the end of the path is enough.
function isHere({ program }: Linked, written: string): boolean {
  if (written === '') return false
  const path = written.replace(/^(?:\.{0,2}\/)+/, '')
  const asModule = `${path.replaceAll('.', '/')}.py`
  return [...program.paths].some(known =>
    [path, asModule].some(end => known === end || known.endsWith(`/${end}`)),
  )
}
