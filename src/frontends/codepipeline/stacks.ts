import type { SourceFile, Span, Value } from '../../program'
import type { Step, Variables } from '../pipelines/pipeline'
import { scriptOf, stepOf } from '../pipelines/scripts'
import { variableName } from '../pipelines/templates'
import { itemsOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { at, nameIn, subbed } from './intrinsics'

/** What an action that changes a stack is given. */
export interface StackAction {
  readonly id: string
  readonly span: Span
  readonly configuration: Tree | null
}

/**
 * An action that changes a stack of CloudFormation, as the command line that does the same; `null` where it deploys nothing.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CloudFormation.html
 */
export function stackSteps(
  action: StackAction,
  others: readonly StackAction[],
  parameters: ReadonlyMap<string, Value>,
  tree: readonly SourceFile[],
): Step[] | null {
  const { id, span, configuration } = action
  const mode = textOf(at(configuration, 'ActionMode')) ?? ''
  const path =
    textOf(at(configuration, 'TemplatePath')) ?? (mode === executes ? changedBy(action, others) : null)
  if (path === null || mode === 'DELETE_ONLY') return null
  const words = [
    'aws cloudformation deploy',
    `--template-file ${quoted(templateAt(path, tree))}`,
    `--stack-name ${quoted(shellText(at(configuration, 'StackName')))}`,
    ...(mode === 'CHANGE_SET_REPLACE' ? ['--no-execute-changeset'] : []),
    ...overridesOf(at(configuration, 'ParameterOverrides')),
  ]
  const placed = { text: words.join(' '), pieces: [{ from: 0, to: span.start, length: 0 }] }
  const script = scriptOf(placed, { errexit: true, pipefail: false }, span)
  return [stepOf(id, script, span, { variables: shellVariables(parameters) })]
}

const executes = 'CHANGE_SET_EXECUTE'
const mostActions = 200

// What is executed was prepared by an action before: the change set of the same stack.
function changedBy({ configuration }: StackAction, others: readonly StackAction[]): string | null {
  const isSame = (other: StackAction, key: string): boolean =>
    sourceOf(at(other.configuration, key)) === sourceOf(at(configuration, key))
  const prepared = others
    .slice(0, mostActions)
    .find(
      other =>
        textOf(at(other.configuration, 'TemplatePath')) !== null &&
        isSame(other, 'StackName') &&
        isSame(other, 'ChangeSetName'),
    )
  return prepared ? textOf(at(prepared.configuration, 'TemplatePath')) : null
}

function sourceOf(tree: Tree | null): string {
  return tree ? tree.span.file.text.slice(tree.span.start, tree.span.end) : ''
}

function shellVariables(parameters: ReadonlyMap<string, Value>): Variables {
  return new Map([...parameters].map(([name, value]) => [variableName(name), value]))
}

// What an alias stands for may be long, stand there often, and hold itself.
const longest = 4000
const mostParts = 100
const deepest = 10

// `!Sub ${Project}-prod`, `!Ref Name`, `!Join ['-', [churn, !Ref Stage]]`
function shellText(tree: Tree | null, depth = 0): string {
  if (depth > deepest) return ''
  const name = nameIn(tree)
  if (name !== null) return `\${${variableName(name)}}`
  const joined = itemsOf(valueAt(tree, 'Fn::Join') ?? tree)
  const parts = itemsOf(joined[1] ?? null).slice(0, mostParts)
  if (parts.length > 0)
    return parts
      .map(part => shellText(part, depth + 1))
      .join(textOf(joined[0] ?? null) ?? '')
      .slice(0, longest)
  const text = (textOf(subbed(tree) ?? tree) ?? '').slice(0, longest)
  return text.replace(/\$\{([^{}]*)\}/g, (_, inside: string) => `\${${variableName(inside)}}`)
}

function quoted(text: string): string {
  return `"${text.replace(/["\\`]|\$(?!\{\w)/g, '')}"`
}

function overridesOf(tree: Tree | null): string[] {
  const text = shellText(tree)
  const given = [...text.matchAll(/"(\w+)"\s*:\s*"([^"]*)"/g)].map(
    ([, name, value]) => `${name}=${quoted(value ?? '')}`,
  )
  return given.length > 0 ? ['--parameter-overrides', ...given] : []
}

const building = /(^|\/)(buildspec[^/]*\.ya?ml|[^/]*\.sh|Makefile)$/
const mostFiles = 400

/** The files of a tree by their last names, and which template a build has packaged under which name. */
interface Index {
  readonly paths: ReadonlySet<string>
  /** `null` where several have the name. */
  readonly byName: ReadonlyMap<string, string | null>
  readonly packaged: ReadonlyMap<string, string>
}

const indexes = new WeakMap<readonly SourceFile[], Index>()

function indexOf(tree: readonly SourceFile[]): Index {
  const known = indexes.get(tree)
  if (known) return known
  const byName = new Map<string, string | null>()
  for (const { path } of tree) byName.set(lastPart(path), byName.has(lastPart(path)) ? null : path)
  const builds = tree.filter(({ path }) => building.test(path)).slice(0, mostFiles)
  const packaged = new Map(builds.flatMap(({ text }) => packagedIn(text)))
  const index = { paths: new Set(tree.map(({ path }) => path)), byName, packaged }
  indexes.set(tree, index)
  return index
}

// `Artifact::path`: an artifact has files of the repository, of a folder of it, or what a build has packaged of them.
function templateAt(path: string, tree: readonly SourceFile[]): string {
  const own = path.replace(/^[^:]*::/, '')
  const index = indexOf(tree)
  const packaged = index.packaged.get(lastPart(own))
  return fileAt(own, index) ?? (packaged === undefined ? null : fileAt(packaged, index)) ?? own
}

function fileAt(path: string, { paths, byName }: Index): string | null {
  const plain = path.replace(/^(\.\/)+/, '')
  return paths.has(plain) ? plain : (byName.get(lastPart(plain)) ?? null)
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

// `aws cloudformation package --template-file a.yml --output-template-file b.yml`: `b.yml` from `a.yml`.
function packagedIn(text: string): [string, string][] {
  if (!text.includes('--output-template')) return []
  return text
    .replace(/\\\r?\n/g, ' ')
    .split('\n')
    .flatMap((line): [string, string][] => {
      const output = /--output-template(?:-file)?[ =]+["']?([^\s"']+)/.exec(line)?.[1]
      const source = /--template(?:-file)?[ =]+["']?([^\s"']+)/.exec(line)?.[1]
      return output === undefined || source === undefined ? [] : [[lastPart(output), source]]
    })
}
