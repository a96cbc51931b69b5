import type { Argument, Call, Value } from '../../program'
import { holders } from '../holders'
import { lastName } from '../knowledge'
import type { Linked } from '../linked'
import { hole, possibleLiterals } from '../possible'

// `!pip install …` and `%pip install …` of a notebook, and `subprocess.run(["pip", "install", …])`.
const starting = new Set(
  'system popen getoutput getstatusoutput run_line_magic run_cell_magic run call check_call check_output Popen'.split(
    ' ',
  ),
)

/** The words of command lines that a call of Python starts, as far as they are known; a hole stands for what is not. */
export function linesStarted(linked: Linked, { callee, arguments: args }: Call): readonly string[][] {
  const name = calledName(callee)
  if (!starting.has(name)) return []
  const lists = args.flatMap(({ value }) => holders(linked, value))
  const listed = lists.flatMap(list =>
    list.kind === 'collection' ? [list.items.slice(0, mostWords).map(item => textOf(linked, item))] : [],
  )
  if (listed.length > 0) return listed.map(withoutPython)
  const texts = args.slice(0, 3).map(({ value }) => textOf(linked, value).slice(0, longest))
  // What `%pip install torch` becomes: its name, and the rest of the line.
  const magic = name === 'run_line_magic' ? [texts.slice(0, 2).join(' ')] : []
  return [...texts, ...magic]
    .flatMap(text => text.split(/\n|&&|;(?=\s)/))
    .map(line => withoutPython(wordsIn(line)))
}

function calledName(callee: Value): string {
  if (callee.kind === 'name') return lastName(callee.name)
  return callee.kind === 'field' || callee.kind === 'variable' ? callee.name : ''
}

const mostWords = 300
const longest = 4000

// A text of which a part is not known has a hole there.
function textOf(linked: Linked, value: Value): string {
  if (value.kind === 'constant') return String(value.value)
  const { values, complete } = possibleLiterals(linked, value)
  const [only] = values
  return values.length === 1 && (complete || String(only).includes(hole)) ? String(only) : hole
}

/** The text of a word, with a hole for what of it is not known. */
export function wordText(linked: Linked, { value, splat }: Argument): string {
  if (splat) return hole
  return value.kind === 'text'
    ? value.parts.map(part => textOf(linked, part)).join('')
    : textOf(linked, value)
}

function wordsIn(line: string): string[] {
  const words = line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []
  return words.slice(0, mostWords).map(word => word.replace(/["']/g, ''))
}

// `[sys.executable, "-u", "-m", "pip", …]`
function withoutPython(words: string[]): string[] {
  const at = words.findIndex((word, i) => i > 0 && (word === '-m' || !word.startsWith('-')))
  return words[at] === '-m' ? words.slice(at + 1) : words
}
