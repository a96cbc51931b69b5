import type { Script } from '../pipelines/pipeline'
import { type Fields, fieldOf } from './expand'
import type { Node } from './scope'
import { staticText } from './texts'

/** What a task runs: code that stands in the file, or a file of the repository by its path. */
export interface Ran {
  readonly language: Script['language']
  readonly code: Node
  /** How a file is started, and what it is given: `python`, `bash`. */
  readonly file: { readonly runner: string; readonly arguments: Node | null } | null
  readonly directory: Node | null
}

interface Shape {
  readonly language: Script['language'] | ((fields: Fields) => Script['language'])
  /** The inputs that may hold code, and those that may name a file. */
  readonly code: readonly string[]
  readonly files: readonly string[]
  /** The input that says which of them counts, what stands there for code, and what counts where it is absent. */
  readonly chooses: {
    readonly input: readonly string[]
    readonly code: RegExp
    readonly usual: 'code' | 'file'
  }
  readonly arguments: readonly string[]
  readonly directory: readonly string[]
}

const inline = /^inline/i

// https://learn.microsoft.com/azure/devops/pipelines/tasks/reference/
const shapes: Readonly<Record<string, Shape>> = {
  bash: {
    language: 'shell',
    code: ['script'],
    files: ['filePath'],
    chooses: { input: ['targetType'], code: inline, usual: 'file' },
    arguments: ['arguments'],
    directory: ['workingDirectory'],
  },
  cmdline: {
    language: 'shell',
    code: ['script'],
    files: [],
    chooses: { input: [], code: inline, usual: 'code' },
    arguments: [],
    directory: ['workingDirectory'],
  },
  shellscript: {
    language: 'shell',
    code: [],
    files: ['scriptPath'],
    chooses: { input: [], code: inline, usual: 'file' },
    arguments: ['args'],
    directory: ['cwd'],
  },
  powershell: {
    language: 'powershell',
    code: ['script'],
    files: ['filePath'],
    chooses: { input: ['targetType'], code: inline, usual: 'file' },
    arguments: ['arguments'],
    directory: ['workingDirectory'],
  },
  pythonscript: {
    language: 'python',
    code: ['script'],
    files: ['scriptPath'],
    chooses: { input: ['scriptSource'], code: inline, usual: 'file' },
    arguments: ['arguments'],
    directory: ['workingDirectory'],
  },
  azurecli: {
    language: languageOfCli,
    code: ['inlineScript', 'script'],
    files: ['scriptPath'],
    chooses: { input: ['scriptLocation'], code: inline, usual: 'file' },
    arguments: ['arguments', 'scriptArguments', 'args'],
    directory: ['workingDirectory', 'cwd'],
  },
  azurepowershell: {
    language: 'powershell',
    code: ['Inline'],
    files: ['ScriptPath'],
    chooses: { input: ['ScriptType'], code: inline, usual: 'file' },
    arguments: ['ScriptArguments'],
    directory: ['workingDirectory'],
  },
}

function languageOfCli(inputs: Fields): Script['language'] {
  const named = find(inputs, ['scriptType'])
  const type = (named && staticText(named))?.trim().toLowerCase()
  if (type === 'batch') return 'cmd'
  return type === 'ps' || type === 'pscore' ? 'powershell' : 'shell'
}

/** What a task runs, where it runs code; `null` for others. */
export function ranBy(task: string, inputs: Fields): Ran | null {
  const shape = shapes[task.split('@')[0]?.trim().toLowerCase() ?? '']
  if (!shape) return null
  const { chooses } = shape
  const choice = find(inputs, chooses.input)
  const chosen = choice ? staticText(choice) : null
  const code = find(inputs, shape.code)
  const file = find(inputs, shape.files)
  const wantsCode = chosen === null ? chooses.usual === 'code' || !file : chooses.code.test(chosen.trim())
  const what = wantsCode ? code : file
  if (!what) return null
  const language = typeof shape.language === 'string' ? shape.language : shape.language(inputs)
  const given = find(inputs, shape.arguments)
  return {
    // A file is started by a line of shell.
    language: wantsCode ? language : 'shell',
    code: what,
    file: wantsCode ? null : { runner: runners[language], arguments: given },
    directory: find(inputs, shape.directory),
  }
}

const runners: Readonly<Record<Script['language'], string>> = {
  shell: 'bash',
  python: 'python',
  powershell: 'pwsh',
  cmd: 'cmd',
}

/** An input by one of its names, however its letters are cased. */
export function find(inputs: Fields, names: readonly string[]): Node | null {
  for (const name of names)
    for (const key of inputs.keys()) if (key.toLowerCase() === name.toLowerCase()) return fieldOf(inputs, key)
  return null
}
