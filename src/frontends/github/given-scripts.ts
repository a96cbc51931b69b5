import type { ShellMode, Value } from '../../program'
import { namedIn } from '../pipelines/handing'
import type { Script, Variables } from '../pipelines/pipeline'
import { booleanOf, entriesOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { type Known, over } from './contexts'

/** The script that an action is given to run, and where it runs. */
export interface GivenScript {
  readonly script: Tree
  readonly language: Script['language']
  readonly mode: ShellMode
  /** What the step ends well in spite of. */
  readonly tolerates: string | null
  /** Names of the variables that it gets on another machine; `null` where it runs on this one and has them all. */
  readonly passed: readonly string[] | 'all' | null
}

/** What is known of actions that run a script which a step gives them. */
export interface ScriptedAction {
  /** Their names, without a version. */
  readonly uses: readonly string[]
  /** The input with the script. */
  readonly script: string
  readonly language: Script['language']
  /** Whether its shell stops at the first command that fails, or the input that says so. */
  readonly stops: boolean | string
  /** The input with which the step ends well although the script failed. */
  readonly tolerates?: string | undefined
  /** Whether it runs on another machine. */
  readonly elsewhere: boolean
  /** The inputs that name the variables which go there, and that send all of them. */
  readonly variables?: string | undefined
  readonly 'all-variables'?: string | undefined
}

/** Actions that run a script, by their names in lower case. */
export type ScriptedActions = ReadonlyMap<string, ScriptedAction>

/** Arranges what is known of them. */
export function scriptedActions(known: readonly ScriptedAction[]): ScriptedActions {
  return new Map(known.flatMap(action => action.uses.map(name => [name.toLowerCase(), action] as const)))
}

/** What an action runs, where it runs a script that the step gives it; `null` for others. */
export function scriptGivenTo(
  uses: string,
  step: Tree,
  known: ScriptedActions | undefined,
): GivenScript | null {
  const action = known?.get(uses.split('@')[0]?.trim().toLowerCase() ?? '')
  const inputs = valueAt(step, 'with')
  const script = action && inputNamed(inputs, action.script)
  if (!script || textOf(script) === null) return null
  const { language, stops, tolerates, elsewhere, variables } = action
  const says = (name: string | undefined): boolean =>
    name !== undefined && booleanOf(inputNamed(inputs, name)) === true
  const named = variables === undefined ? null : textOf(inputNamed(inputs, variables))
  return {
    script,
    language,
    mode: { errexit: typeof stops === 'string' ? says(stops) : stops, pipefail: false },
    tolerates: says(tolerates) ? `\`${tolerates}: true\`` : null,
    passed: elsewhere ? (says(action['all-variables']) ? 'all' : (named?.split(/[\s,]+/) ?? [])) : null,
  }
}

// Names of inputs are told apart by their letters only, however these are cased.
function inputNamed(inputs: Tree | null, name: string): Tree | null {
  const found = entriesOf(inputs).find(({ key }) => key.toLowerCase() === name.toLowerCase())
  return found?.value ?? null
}

const unknown: Value = { kind: 'unknown' }

/** The variables that a given script finds where it runs: on another machine, of this one's those that are passed on. */
export function variablesFor({ passed, script }: GivenScript, around: Known, own: Variables): Variables {
  if (passed === null || passed === 'all') return own
  const found = new Map([...own, ...namedIn(over(own, around), textOf(script) ?? '')])
  return new Map([...found].map(([name, value]) => [name, passed.includes(name) ? value : unknown]))
}
