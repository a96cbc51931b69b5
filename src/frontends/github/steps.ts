import { onceFor } from '../../base/once'
import type { Notice, ShellMode, SourceFile, Value } from '../../program'
import { mostHanded, namedIn, tellWithheld } from '../pipelines/handing'
import { type Action, local, type Script, type Step, type Variables } from '../pipelines/pipeline'
import { itemsOf, placedText, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { noCondition, readCondition } from './conditions'
import { contextsOf, over, type Surroundings, scriptWith, valueOfTree, variablesOf } from './contexts'
import type { Contexts } from './expressions'
import { scriptGivenTo, variablesFor } from './given-scripts'
import { toleratedBy } from './tolerated'
import { addWritten, anywhere, type Writing, type Written } from './written'

/** What steps take from the job and the workflow around them. */
export interface StepSettings {
  readonly around: Surroundings
  readonly shell: string | null
  readonly windows: boolean
  readonly notices: Notice[]
}

/** The steps of a job or of an action, and what is known behind them. */
export interface ReadSteps {
  readonly steps: Step[]
  readonly around: Surroundings
  /** What a script that asks for a variable may find where not all of them are handed to each step. */
  readonly anywhere: Variables
}

/** Reads steps one after another: each may write variables and outputs for those after it. */
export function readSteps(list: Tree | null, settings: StepSettings): ReadSteps {
  const written: Written = { variables: new Map(), certain: new Set(), outputs: new Map(), ever: new Map() }
  const { variables: outer } = settings.around
  const ends = new Map<string, Value>()
  // It shows what has been written so far.
  const known = { variables: over(written.variables, outer), outputs: written.outputs, ends }
  const around = { ...settings.around, ...known }
  const asked = list ? stepsAsked(list.reader.file) : new Set<string>()
  let left = mostHanded
  const steps = itemsOf(list).flatMap((tree, index) => {
    left -= written.variables.size
    const script = textOf(valueAt(tree, 'run')) ?? ''
    const given = left < 0 ? namedIn(written.variables, script) : written.variables
    const step = readStep(tree, index, { ...settings, around }, given)
    if (!step) return []
    afterStep(tree, step, { around, outer }, written)
    return endingSaid(tree, step, asked, ends)
  })
  const behind = { ...settings.around, variables: known.variables, outputs: known.outputs }
  if (!list || left >= 0) return { steps, around: behind, anywhere: new Map() }
  settings.notices.push(tellWithheld(list.reader.file))
  return { steps, around: behind, anywhere: anywhere(written, outer) }
}

const stepsAsked = onceFor(
  ({ text }: SourceFile): ReadonlySet<string> =>
    new Set(Array.from(text.matchAll(/\bsteps\.([\w-]+)\.(?:outcome|conclusion)\b/g), ([, id = '']) => id)),
)

// A failure that is tolerated is one by its `outcome`, and none by its `conclusion`.
// https://docs.github.com/actions/reference/workflows-and-actions/contexts#steps-context
function endingSaid(tree: Tree, step: Step, asked: ReadonlySet<string>, ends: Map<string, Value>): Step {
  const id = textOf(valueAt(tree, 'id'))
  if (id === null || !asked.has(id)) return step
  const outcome = `steps.${id}.outcome`
  ends.set(`${id}.outcome`, local(outcome))
  if (step.tolerates === null) ends.set(`${id}.conclusion`, local(outcome))
  return { ...step, outcome }
}

function afterStep(
  tree: Tree,
  { action, condition, variables, tolerates }: Step,
  where: Pick<Writing, 'around' | 'outer'>,
  written: Written,
): void {
  const run = valueAt(tree, 'run')
  const text = textOf(run)
  if (!run || text === null || action.kind !== 'script') return
  const sure = tolerates === null && condition.test === null && condition.events === null
  addWritten({ text, span: run.span, ...where, variables, id: textOf(valueAt(tree, 'id')), sure }, written)
}

function readStep(tree: Tree, index: number, settings: StepSettings, given: Variables): Step | null {
  const { around } = settings
  const own = variablesOf(valueAt(tree, 'env'), contextsOf(around))
  const env = new Map([...given, ...own])
  // What an output says is a question of what it took to write it.
  const { outputs: _, handed: __, ...asking } = around
  const contexts = contextsOf({ ...asking, variables: over(own, around.variables) })
  const made = actionOf(tree, settings, env)
  if (!made) return null
  const condition = valueAt(tree, 'if')
  const text = textOf(condition)
  const { pullRequests } = around
  const read =
    condition && text ? readCondition(text, contexts, condition.span, pullRequests) : noCondition(tree.span)
  const place = plainTextOf(valueAt(tree, 'working-directory'), contexts)
  return {
    label: textOf(valueAt(tree, 'name')) ?? textOf(valueAt(tree, 'id')) ?? `step ${index + 1}`,
    span: tree.span,
    condition: read.condition,
    variables: made.variables,
    ...(place !== null && { directory: folderOf(place) }),
    ...(made.elsewhere && { directory: null }),
    tolerates: toleratedBy(tree, around) ?? made.tolerates,
    action: made.action,
  }
}

/** A text with what is known of its expressions put in: `jobs/${{ env.FOLDER }}`; as it is written where not all is known. */
export function plainTextOf(tree: Tree | null, contexts: Contexts): string | null {
  const value = tree && valueOfTree(tree, contexts)
  const parts = value?.kind === 'text' ? value.parts : value ? [value] : []
  const known = parts.flatMap(part => (part.kind === 'constant' ? String(part.value) : []))
  return known.length < parts.length ? textOf(tree) : value && known.join('')
}

/** A folder as it is written, from the root; `null` where it is computed or leads elsewhere. */
export function folderOf(path: string): string | null {
  const plain = path
    .trim()
    .replace(/^\$\{\{\s*github\.workspace\s*\}\}(?=\/|$)/, '.')
    .replace(/^\.(?:\/|$)/, '')
    .replace(/(?<!\/)\/+$/, '')
  return /^[/~$]|\$\{\{|(^|\/)\.\.(\/|$)/.test(plain) ? null : plain
}

interface Made {
  readonly action: Action
  readonly variables: Variables
  readonly tolerates: string | null
  /** Whether it runs on another machine, in a folder that nothing here names. */
  readonly elsewhere: boolean
}

const here = { tolerates: null, elsewhere: false } as const

function actionOf(tree: Tree, settings: StepSettings, env: Variables): Made | null {
  // They are filled in here, wherever the script runs.
  const expressions = contextsOf({ ...settings.around, variables: over(env, settings.around.variables) })
  const run = valueAt(tree, 'run')
  if (run && textOf(run) !== null) {
    const shell = textOf(valueAt(tree, 'shell')) ?? settings.shell
    return { ...here, ...scriptOf(run, expressions, env, languageOf(shell, settings.windows)) }
  }
  const uses = textOf(valueAt(tree, 'uses'))
  if (uses === null) return null
  const given = scriptGivenTo(uses, tree, settings.around.actions)
  if (given) {
    const variables = variablesFor(given, settings.around.variables, env)
    const made = scriptOf(given.script, expressions, variables, given)
    return { ...made, tolerates: given.tolerates, elsewhere: given.passed !== null }
  }
  const inputs = variablesOf(valueAt(tree, 'with'), contextsOf(settings.around))
  const span = valueAt(tree, 'uses')?.span ?? tree.span
  const action: Action = uses.startsWith('./')
    ? { kind: 'call', name: localName(uses), inputs, span }
    : { kind: 'uses', name: uses.trim(), inputs, span }
  return { ...here, action, variables: env }
}

/** The name of a local action or workflow: its path without `./`, and `.` for the action of the repository itself. */
export function localName(uses: string): string {
  const path = uses
    .trim()
    .replace(/^(\.\/)+/, '')
    .replace(/(?<!\/)\/+$/, '')
  return path || '.'
}

function scriptOf(
  run: Tree,
  contexts: Contexts,
  env: Variables,
  { language, mode }: { readonly language: Script['language']; readonly mode: ShellMode },
): { action: Action; variables: Variables } {
  const { placed, variables } = scriptWith(placedText(run), contexts, run.span)
  const action: Script = { kind: 'script', language, shell: mode, ...placed, span: run.span }
  return { action, variables: new Map([...env, ...variables]) }
}

// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
function languageOf(
  shell: string | null,
  windows: boolean,
): { language: Script['language']; mode: ShellMode } {
  const plain = { errexit: false, pipefail: false }
  if (shell === null)
    return windows
      ? { language: 'powershell', mode: plain }
      : { language: 'shell', mode: { errexit: true, pipefail: false } }
  const name = shell.trim()
  if (name === 'bash') return { language: 'shell', mode: { errexit: true, pipefail: true } }
  if (name === 'sh') return { language: 'shell', mode: { errexit: true, pipefail: false } }
  if (/^python3?\b/.test(name)) return { language: 'python', mode: plain }
  if (/^(pwsh|powershell)\b/.test(name)) return { language: 'powershell', mode: plain }
  if (/^cmd\b/.test(name)) return { language: 'cmd', mode: plain }
  const options = name.split(/\s+/).slice(1)
  const errexit = options.some(option => /^-[a-z]+$/.test(option) && option.includes('e'))
  return { language: 'shell', mode: { errexit, pipefail: name.includes('pipefail') } }
}

/** `with` of a call. */
export function inputsOf(tree: Tree, around: Surroundings): Variables {
  return variablesOf(valueAt(tree, 'with'), contextsOf(around))
}

export { valueOfTree }
