import type { Files } from '../../program'
import type { Action, Step } from '../pipelines/pipeline'
import { stepOf } from '../pipelines/scripts'
import { entriesOf, itemsOf, type Tree, textOf, valueAt } from '../pipelines/yaml'

/** What a task runs: a notebook or a script of the repository. */
export function stepsOf(task: Tree, others: Files): readonly Step[] {
  const notebook = valueAt(task, 'notebook_task', 'notebook_path')
  const script = valueAt(task, 'spark_python_task', 'python_file')
  const path = fileAt(notebook ?? script, others)
  const at = notebook ?? script
  if (!at || path === null) return []
  const action = notebook ? notebookAction(task, at, path) : scriptAction(task, at, path)
  return [stepOf(path, action, at.span)]
}

function notebookAction(task: Tree, { span }: Tree, path: string): Action {
  const given = entriesOf(valueAt(task, 'notebook_task', 'base_parameters'))
  const inputs = given.map(({ key, value }) => [key, { kind: 'constant', value: textOf(value) }] as const)
  return { kind: 'call', name: path, inputs: new Map(inputs), span }
}

function scriptAction(task: Tree, at: Tree, path: string): Action {
  const words = itemsOf(valueAt(task, 'spark_python_task', 'parameters')).map(word =>
    quoted(textOf(word) ?? ''),
  )
  const head = 'python '
  const name = quoted(path)
  const pieces = [{ from: head.length, to: at.span.start, length: at.span.end - at.span.start }]
  const text = `${head}${[name, ...words].join(' ')}\n`
  const shell = { errexit: true, pipefail: true }
  return { kind: 'script', language: 'shell', shell, text, pieces, span: at.span }
}

// `${bundle.target}` is a variable of the script; the rest is meant as it stands.
function quoted(text: string): string {
  const parts = text.split(/(\$\{[\w.]+\}|\{\{[^{}]*\}\})/)
  return parts
    .map(part => {
      if (part === '') return ''
      const [, name] = /^(?:\$\{|\{\{\s*)([\w.]+)/.exec(part) ?? []
      return name !== undefined && /^(\$\{|\{\{)/.test(part)
        ? `"$${name.replaceAll('.', '_')}"`
        : `'${part.replaceAll("'", "'\\''")}'`
    })
    .join('')
}

// A path counts from the file that names it, or from the top of the bundle. Notebooks are often named without their ending.
function fileAt(tree: Tree | null, others: Files): string | null {
  const text = textOf(tree)
  if (!tree || text === null || text.startsWith('/')) return null
  const folder = tree.reader.file.path.split('/').slice(0, -1)
  const fromTop = text.startsWith(top)
  const folders = fromTop ? [folder, ...folder.map((_, i) => folder.slice(0, i))] : [folder]
  const paths = folders.flatMap(one => resolved(one, fromTop ? text.slice(top.length) : text) ?? [])
  const spelled = paths.flatMap(path => [path, `${path}.py`, `${path}.ipynb`])
  return spelled.find(one => others(one) !== undefined) ?? paths[0] ?? null
}

const top = '${workspace.file_path}/'

function resolved(folder: readonly string[], path: string): string | null {
  const parts = [...folder]
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null
    if (part !== '..' && part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
