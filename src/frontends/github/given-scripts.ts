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

interface Shape {
  readonly input: string
  readonly language?: Script['language']
  readonly errexit?: boolean
  readonly elsewhere?: boolean
}

// https://github.com/Azure/cli, https://github.com/Azure/powershell, https://github.com/nick-fields/retry,
// https://github.com/appleboy/ssh-action, https://github.com/google-github-actions/ssh-compute
const shapes: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['azure/cli', { input: 'inlineScript', errexit: true }],
  ['azure/powershell', { input: 'inlineScript', language: 'powershell' }],
  ['nick-fields/retry', { input: 'command' }],
  ['nick-invision/retry', { input: 'command' }],
  ['appleboy/ssh-action', { input: 'script', elsewhere: true }],
  ['google-github-actions/ssh-compute', { input: 'command', elsewhere: true }],
])

/** What an action runs, where it runs a script that the step gives it; `null` for others. */
export function scriptGivenTo(uses: string, step: Tree): GivenScript | null {
  const shape = shapes.get(uses.split('@')[0]?.trim().toLowerCase() ?? '')
  const inputs = valueAt(step, 'with')
  const script = shape && inputNamed(inputs, shape.input)
  if (!script || textOf(script) === null) return null
  const says = (name: string): boolean => booleanOf(inputNamed(inputs, name)) === true
  const named = textOf(inputNamed(inputs, 'envs'))?.split(/[\s,]+/) ?? []
  return {
    script,
    language: shape.language ?? 'shell',
    mode: { errexit: shape.errexit === true || says('script_stop'), pipefail: false },
    tolerates: says('continue_on_error') ? '`continue_on_error: true`' : null,
    passed: shape.elsewhere ? (says('allenvs') ? 'all' : named) : null,
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
