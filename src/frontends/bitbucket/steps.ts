import type { Step } from '../pipelines/pipeline'
import { dollarVariables, joinedLines, onSuccess, scriptOf, stepOf } from '../pipelines/scripts'
import { listOf, type Tree, textOf, valueAt } from '../pipelines/yaml'

/** What one step runs: its script, the pipes in it, and what comes after whatever happened. */
export function readSteps(step: Tree, label: string): Step[] {
  const main = groupsOf(listOf(valueAt(step, 'script'))).flatMap(group => readGroup(group, label))
  const after = groupsOf(listOf(valueAt(step, 'after-script'))).flatMap(group => readGroup(group, label))
  // What `after-script` answers changes nothing any more.
  const late = after.map(
    (one): Step => ({
      ...one,
      condition: { ...onSuccess(one.span), after: 'always' },
      tolerates: '`after-script`',
    }),
  )
  return [...main, ...late]
}

// Lines that follow one another are one script; a pipe stands by itself.
function groupsOf(items: readonly Tree[]): Tree[][] {
  const groups: Tree[][] = []
  let open: Tree[] | null = null
  for (const item of items) {
    if (textOf(item) === null) open = null
    if (open) open.push(item)
    else groups.push([item])
    if (textOf(item) !== null) open = groups.at(-1) ?? null
  }
  return groups
}

// The lines become one script that begins with `set -e`.
// https://support.atlassian.com/bitbucket-cloud/kb/why-does-bitbucket-pipelines-pass-build-steps-despite-previous-command-failure/
function readGroup(group: readonly Tree[], label: string): Step[] {
  const [first] = group
  if (!first) return []
  if (textOf(first) !== null) {
    const action = scriptOf(joinedLines(group), { errexit: true, pipefail: false }, first.span)
    return [stepOf(label, action, first.span)]
  }
  const pipe = valueAt(first, 'pipe')
  const name = textOf(pipe)
  if (!pipe || name === null) return []
  const inputs = dollarVariables(valueAt(first, 'variables'))
  return [stepOf(name, { kind: 'uses', name, inputs, span: pipe.span }, first.span)]
}
