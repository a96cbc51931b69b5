import { lineOf } from '../../base/lines'
import { constant, type Notice, type Span, type Value } from '../../program'
import { folderOf } from '../github/steps'
import type { Condition, Script, Step, Variables } from '../pipelines/pipeline'
import { scriptOf, shown, stepOf } from '../pipelines/scripts'
import {
  booleanOf,
  entriesOf,
  isMapping,
  itemsOf,
  placedText,
  type Tree,
  textOf,
  valueAt,
} from '../pipelines/yaml'
import { flagsMode } from '../shell/mode'
import { readCondition, type Scope, scopeInside, scriptWith, valueOfText, variablesOf } from './parameters'

/** What steps take from what stands around them. */
export interface Surroundings {
  /** Where commands and jobs are looked up: the configuration, or the orb that is written in it. */
  readonly home: Tree
  readonly config: Tree
  readonly scope: Scope
  readonly shell: string | null
  readonly notices: Notice[]
  readonly depth: number
}

const deepest = 10

/** The steps of a job, a command or a condition. */
export function readSteps(list: Tree | null, around: Surroundings): Step[] {
  return itemsOf(list).flatMap(tree => {
    const name = textOf(tree)
    if (name !== null) return callOf(name, null, tree.span, around)
    const [entry] = entriesOf(tree)
    return entry ? readStep(entry.key, entry.value, entry.at, around) : []
  })
}

function readStep(key: string, value: Tree, at: Span, around: Surroundings): Step[] {
  if (key === 'run') return runOf(value, at, around)
  if (key === 'when' || key === 'unless') return conditional(key, value, around)
  return callOf(key, value, at, around)
}

function conditional(key: 'when' | 'unless', tree: Tree, around: Surroundings): Step[] {
  const holds = readCondition(valueAt(tree, 'condition'), around.scope)
  const steps = readSteps(valueAt(tree, 'steps'), around)
  if (typeof holds === 'boolean') return holds === (key === 'when') ? steps : []
  const test: Value = key === 'when' ? holds : { kind: 'unknown' }
  return steps.map(step => ({ ...step, condition: { ...step.condition, test } }))
}

const afters: Readonly<Record<string, Condition['after']>> = { always: 'always', on_fail: 'failure' }

// https://circleci.com/docs/reference/configuration-reference/#run
function runOf(tree: Tree, at: Span, around: Surroundings): Step[] {
  const command = isMapping(tree) ? valueAt(tree, 'command') : tree
  if (!command || textOf(command) === null) return []
  const { placed, variables } = scriptWith(placedText(command), around.scope)
  const shell = textOf(valueAt(tree, 'shell')) ?? around.shell
  const action: Script = { ...scriptOf(placed, modeOf(shell), command.span), language: languageOf(shell) }
  const place = textOf(valueAt(tree, 'working_directory'))
  const after = afters[textOf(valueAt(tree, 'when')) ?? ''] ?? 'success'
  const own: Variables = new Map([...variablesOf(valueAt(tree, 'environment'), around.scope), ...variables])
  const more: Partial<Step> = {
    condition: { after, test: null, events: null, span: at },
    variables: own,
    ...(place !== null && { directory: folderOf(place.replace(/^~\/project\/?/, '')) }),
    tolerates: booleanOf(valueAt(tree, 'background')) === true ? '`background: true`' : null,
  }
  return [stepOf(textOf(valueAt(tree, 'name')) ?? 'run', action, at, more)]
}

// Without `shell` it is `/bin/bash -eo pipefail`; one that is named has the options that are written, and no others.
function modeOf(shell: string | null): Script['shell'] {
  if (shell === null) return { errexit: true, pipefail: true }
  return flagsMode(shell.trim().split(/\s+/).slice(1))
}

function languageOf(shell: string | null): Script['language'] {
  if (shell !== null && /(^|[/\\])python[\d.]*(\s|$)/.test(shell)) return 'python'
  return shell !== null && /powershell|pwsh/i.test(shell) ? 'powershell' : 'shell'
}

// A command of the configuration, of an orb, or one that every job knows: `checkout`.
function callOf(name: string, given: Tree | null, span: Span, around: Surroundings): Step[] {
  const found = definitionOf('commands', name, around)
  if (!found) return name.includes('/') ? [stepOf(name, orbOf(name, given, span, around), span)] : []
  if (around.depth >= deepest) {
    const { file } = span
    const line = lineOf(file.text, span.start).line
    const message = `The command \`${shown(name)}\` stands in itself, or too deep to be followed.`
    around.notices.push({ path: file.path, line, kind: 'limit', message })
    return []
  }
  const scope = scopeInside(found.tree, given, around.scope)
  return readSteps(valueAt(found.tree, 'steps'), {
    ...around,
    home: found.home,
    scope,
    depth: around.depth + 1,
  })
}

/** A job or a command that the configuration defines, or an orb that is written in it. */
export function definitionOf(
  kind: 'commands' | 'jobs',
  name: string,
  { home, config }: Pick<Surroundings, 'home' | 'config'>,
): { tree: Tree; home: Tree } | null {
  const [orb = '', inner] = name.split('/')
  const place = inner === undefined ? home : valueAt(config, 'orbs', orb)
  const tree = valueAt(place, kind, inner ?? name)
  return place && tree ? { tree, home: place } : null
}

/** What an orb of the outside is given. */
export function orbOf(
  name: string,
  given: Tree | null,
  span: Span,
  { config, scope }: Pick<Surroundings, 'config' | 'scope'>,
): Step['action'] {
  const [alias = '', ...rest] = name.split('/')
  const [orb = alias, version] = (textOf(valueAt(config, 'orbs', alias)) ?? alias).split('@')
  const inputs = entriesOf(given).flatMap(({ key, value }): [string, Value][] => {
    const text = textOf(value)
    return [[key, text === null ? constant(null) : valueOfText(text, scope)]]
  })
  const full = `${[orb, ...rest].join('/')}${version === undefined ? '' : `@${version}`}`
  return { kind: 'uses', name: full, inputs: new Map(inputs), span }
}
