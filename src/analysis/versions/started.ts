import type { Argument, Call, Value } from '../../program'
import { holders } from '../holders'
import { lastName } from '../knowledge'
import type { Linked } from '../linked'
import { hole, possibleLiterals } from '../possible'

// `!pip install …` and `%pip install …` of a notebook, and `subprocess.run(["pip", "install", …])`.
const starting = new Set(
  'system getoutput run_line_magic run_cell_magic run call check_call check_output Popen'.split(' '),
)

/** The words of command lines that a call of Python starts, as far as they are known; a hole stands for what is not. */
export function linesStarted(linked: Linked, { callee, arguments: args }: Call): readonly string[][] {
  if (!starting.has(calledName(callee))) return []
  const [list] = args.flatMap(({ value }) => holders(linked, value))
  if (list?.kind === 'collection')
    return [withoutPython(list.items.slice(0, mostWords).map(item => textOf(linked, item)))]
  return args
    .slice(0, 2)
    .flatMap(({ value }) =>
      textOf(linked, value)
        .slice(0, longest)
        .split(/\n|&&|;(?=\s)/),
    )
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
  return splat ? hole : textOf(linked, value)
}

function wordsIn(line: string): string[] {
  const words = line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []
  return words.slice(0, mostWords).map(word => word.replace(/["']/g, ''))
}

// `[sys.executable, "-m", "pip", …]`
function withoutPython(words: string[]): string[] {
  return words[1] === '-m' ? words.slice(2) : words
}
