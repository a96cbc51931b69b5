import { type Call, constant, type Value } from '../../program'
import { readAwkStatus, readAwkText } from './awk'
import { nameOf, type Simple } from './commands'
import { readPlainComparison } from './comparisons'
import { folderOf, lastStep } from './folders'
import { joinText } from './literals'
import { directoryOf, type Scope, textOf } from './scope'
import type { Word } from './words'

// What comes out of these is what went in, cut or spelt in another way.
const filters = new Set([
  'tr',
  'head',
  'tail',
  'sed',
  'cut',
  'sort',
  'uniq',
  'xargs',
  'tee',
  'cat',
  'awk',
  'column',
])

/** What a program prints, as far as its words tell; its result where they do not. */
export function printedBy(scope: Scope, command: Simple, name: string, call: Call): Value {
  const result: Value = { kind: 'result', call }
  const words = command.words.slice(1)
  const texts = words.map(word => (word.splat ? null : nameOf(word.value)))
  switch (name) {
    case 'echo':
      return echoed(scope, words, texts)
    case 'printf':
      return printed(scope, words) ?? result
    case 'dirname':
    case 'basename':
    case 'realpath':
    case 'readlink':
      return ofPath(scope, name, texts) ?? result
    case 'pwd':
      return directoryOf(scope)?.startsWith('/') ? textOf(scope.script, directoryOf(scope) ?? '') : result
    case 'git':
      return texts.join(' ') === 'rev-parse --show-toplevel' ? textOf(scope.script, '/') : result
    case 'jq':
    case 'yq':
      return selected(texts, result)
    case 'bc':
      return (scope.input ? readPlainComparison(scope.input.value, scope.input.span) : null) ?? result
    case 'awk':
    case 'gawk':
    case 'mawk':
      return readAwkText(scope, command) ?? passedOn(scope, texts, result)
    default:
      return filters.has(name) ? passedOn(scope, texts, result) : result
  }
}

/** What a program's status says, where its words say so: `awk "BEGIN { exit !($a > $b) }"`. */
export function statusOf(scope: Scope, command: Simple, name: string): Value | null {
  return /^[gm]?awk$/.test(name) ? readAwkStatus(scope, command) : null
}

function echoed(scope: Scope, words: readonly Word[], texts: readonly (string | null)[]): Value {
  const said = words.filter((_, i) => !/^-[neE]+$/.test(texts[i] ?? ''))
  const blank = textOf(scope.script, ' ')
  return joinText(
    scope.script,
    said.flatMap(({ value }, i) => (i === 0 ? [value] : [blank, value])),
  )
}

function printed(scope: Scope, words: readonly Word[]): Value | null {
  const [format, ...rest] = words.map(word => word.value)
  if (format?.kind !== 'constant') return null
  const parts = String(format.value)
    .replace(/\\n/g, '')
    .split(/(%[-+ 0-9.]*[sdifgq])/)
  const none = textOf(scope.script, '')
  return joinText(
    scope.script,
    parts.map((part, i) => (i % 2 === 1 ? (rest[(i - 1) / 2] ?? none) : textOf(scope.script, part))),
  )
}

function ofPath(scope: Scope, name: string, texts: readonly (string | null)[]): Value | null {
  const [path, second] = texts.filter(text => text === null || !text.startsWith('-'))
  if (typeof path !== 'string' || (second !== undefined && name !== 'basename')) return null
  if (name === 'dirname') return textOf(scope.script, folderOf(path))
  if (name === 'basename') return textOf(scope.script, lastStep(path).replace(second ?? '', ''))
  return path.startsWith('/') ? textOf(scope.script, path) : null
}

// `jq -r '.metrics.f1'` gives a field of what it reads.
function selected(texts: readonly (string | null)[], result: Value): Value {
  const path = texts.find(text => text?.startsWith('.')) ?? ''
  if (!/^(\.[A-Za-z_]\w*|\.?\["[^"\]]+"\]|\.?\[\d+\])+$/.test(path)) return result
  let value = result
  for (const [, name, quoted, index] of path.matchAll(/\.?([A-Za-z_]\w*)|\["([^"\]]+)"\]|\[(\d+)\]/g)) {
    const field = name ?? quoted
    value =
      field === undefined
        ? { kind: 'item', of: value, key: constant(Number(index)) }
        : { kind: 'field', of: value, name: field }
  }
  return value
}

function passedOn(scope: Scope, texts: readonly (string | null)[], result: Value): Value {
  const { input } = scope
  if (!input || input.value.kind === 'constant') return result
  const readsFile = texts.some(text => text !== null && /^[^-'"\s{}$]+\.\w+$/.test(text))
  return readsFile ? result : input.value
}
