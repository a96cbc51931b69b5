import type { Frontend, Reading, SourceFile, Span } from '../../program'
import { tasksOf } from '../pipelines/units'
import { readIni } from './ini'
import { type FunctionCall, functionCall, pipelineOf, restOfWords, type Task } from './task'
import { readToml, type Toml, tomlAt, tomlEntries } from './toml'

/** How the units of such commands are told from those of tasks in the same file. */
export const installed = '[scripts]'

/** The commands that a project brings along once it is installed: entry points of the group `console_scripts`. */
export const entriesFrontend: Frontend = {
  name: 'entries',
  claims: path => /(^|\/)(pyproject\.toml|setup\.(cfg|py))$/.test(path),
  recognises: ({ text }) => /console_scripts|\bscripts\b/.test(text),
  read,
}

function read(file: SourceFile): Reading {
  const calls = /\.toml$/.test(file.path)
    ? inProject(file)
    : /\.cfg$/.test(file.path)
      ? inConfig(file)
      : inSetup(file)
  // Whoever reads the rest of the file says what could not be read.
  return tasksOf(
    pipelineOf(
      file,
      [...calls].map(([name, call]) => taskOf(name, call)),
      new Map(),
    ),
  )
}

function taskOf(name: string, call: FunctionCall): Task {
  return {
    name: `${installed} ${name}`,
    label: name,
    span: call.span,
    before: [],
    commands: [call],
    variables: new Map(),
    parameters: [restOfWords],
    directory: null,
  }
}

type Calls = Map<string, FunctionCall>

// https://packaging.python.org/en/latest/specifications/entry-points/
function inProject(file: SourceFile): Calls {
  const { root } = readToml(file)
  const found: Calls = new Map()
  for (const table of [tomlAt(root, 'tool', 'poetry', 'scripts'), tomlAt(root, 'project', 'scripts')])
    for (const [name, value] of tomlEntries(table)) add(found, name, spelled(value))
  return found
}

function spelled(value: Toml): { text: string; span: Span } {
  const text = value.kind === 'table' ? (tomlAt(value, 'reference') ?? tomlAt(value, 'callable')) : value
  return { text: text?.kind === 'text' ? text.placed.text : '', span: value.span }
}

function add(found: Calls, name: string, { text, span }: { text: string; span: Span }): void {
  const call = functionCall(text, span)
  if (call) found.set(name.trim(), call)
}

function inConfig(file: SourceFile): Calls {
  const found: Calls = new Map()
  for (const { text, start } of readIni(file)
    .sections.get('options.entry_points')
    ?.keys.get('console_scripts') ?? []) {
    const [, name, target] = /^([^\s=]+)\s*=\s*(\S.*)$/.exec(text) ?? []
    if (name && target) add(found, name, { text: target, span: { file, start, end: start + text.length } })
  }
  return found
}

// Where a `setup.py` writes them out: `"promote-model = churn.cli:main"`.
function inSetup(file: SourceFile): Calls {
  const found: Calls = new Map()
  const written =
    /["']([\w.-]{1,80})[ \t]{0,20}=[ \t]{0,20}(\w[\w.]{0,200}:\w[\w.]{0,200})(?:[ \t]\[[^\]"']{0,80}\])?["']/g
  const from = file.text.indexOf('console_scripts')
  for (const match of from < 0 ? [] : file.text.slice(from, from + 20_000).matchAll(written)) {
    const start = from + match.index
    add(found, match[1] ?? '', { text: match[2] ?? '', span: { file, start, end: start + match[0].length } })
  }
  return found
}
