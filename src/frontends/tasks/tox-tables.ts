import { constant, type SourceFile, type Value } from '../../program'
import { type Command, folderOf, restOfWords, type Task } from './task'
import { type Toml, tomlAt, tomlEntries, tomlTexts } from './toml'
import { listTask } from './tox'
import { asWord } from './words'

/** The environments of tox as a `pyproject.toml` or a `tox.toml` has them. https://tox.wiki/en/stable/config.html#toml */
export function toxTables(file: SourceFile, tox: Toml | null): Task[] {
  if (!tox) return []
  const base = tomlAt(tox, 'env_run_base')
  const list = tomlTexts(tomlAt(tox, 'env_list')).slice(0, mostEnvironments)
  const own = new Map(tomlEntries(tomlAt(tox, 'env')))
  const names = [...new Set([...own.keys(), ...list])].slice(0, mostEnvironments)
  const tasks = names.map(name => taskOf(file, name, own.get(name) ?? null, base, tox))
  return list.length > 0 ? [listTask(file, list, tox.span), ...tasks] : tasks
}

const mostEnvironments = 200

function taskOf(file: SourceFile, name: string, own: Toml | null, base: Toml | null, tox: Toml): Task {
  const given = (key: string): Toml | null => (own && tomlAt(own, key)) ?? (base && tomlAt(base, key))
  const ignores = isTrue(given('ignore_errors')) ? '`ignore_errors = true`' : null
  const commands = (key: string, after: 'success' | 'always'): Command[] =>
    linesOf(given(key)).flatMap(line => commandOf(line, after, ignores) ?? [])
  return {
    name,
    span: (own ?? base ?? tox).span,
    before: [],
    commands: [
      ...commands('commands_pre', 'success'),
      ...commands('commands', 'success'),
      ...commands('commands_post', 'always'),
    ],
    variables: new Map(
      tomlEntries(given('set_env')).flatMap(([variable, value]): [string, Value][] =>
        value.kind === 'text' ? [[variable, constant(value.placed.text)]] : [],
      ),
    ),
    parameters: [restOfWords],
    directory: given('change_dir') ? null : folderOf(file),
  }
}

function isTrue(toml: Toml | null): boolean {
  return toml?.kind === 'other' && toml.value === true
}

function linesOf(toml: Toml | null): readonly Toml[] {
  return toml?.kind === 'list' ? toml.items : []
}

// A list of words; `{ replace = "posargs" }` stands for those that tox was given.
function commandOf(line: Toml, after: 'success' | 'always', ignores: string | null): Command | null {
  if (line.kind !== 'list') return null
  const words = line.items.map(item => (item.kind === 'text' ? wordOf(item.placed.text) : '"$@"'))
  const mark = words[0] === '-' ? '`-` in front of it' : null
  const text = (mark ? words.slice(1) : words).join(' ')
  const pieces = [{ from: 0, to: line.span.start, length: 0 }]
  return text === '' ? null : { text, pieces, span: line.span, tolerates: mark ?? ignores, after }
}

function wordOf(text: string): string {
  return text === '{posargs}' ? '"$@"' : asWord(text.replace(/^\{(toxinidir|tox_root)\}\//, './'))
}
