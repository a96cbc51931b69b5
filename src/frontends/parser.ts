import { Language, type Node, Parser, type Tree } from 'web-tree-sitter'
import type { Notice } from '../program'

export type { Node }

/** A parser for one language. Trees live in the sandbox's memory until they are released. */
export interface Grammar {
  /**
   * Parses `text`, hands the root to `use`, and releases the tree. Columns and offsets are UTF-16 units. Where parsing takes
   * too long the root is that of an empty text, and `givenUp` says after how many seconds; it is 0 otherwise.
   */
  parse<T>(text: string, use: (root: Node, givenUp: number) => T): T
}

let runtime: Promise<void> | null = null

// A language stays in the sandbox for good, so a second scan takes the one of the first.
const languages = new WeakMap<Uint8Array, Promise<Language>>()

/** Loads a grammar from its WebAssembly bytes; the runtime's bytes are needed once. */
export async function loadGrammar(
  runtimeBytes: Uint8Array,
  grammarBytes: Uint8Array,
  seconds = mostSeconds,
): Promise<Grammar> {
  runtime ??= Parser.init({ wasmBinary: runtimeBytes })
  await runtime
  const known = languages.get(grammarBytes) ?? Language.load(grammarBytes)
  languages.set(grammarBytes, known)
  const language = await known
  const parser = new Parser()
  parser.setLanguage(language)
  const hopeless = new Set<string>()
  return { parse: (text, use) => parseWith({ parser, seconds, hopeless }, text, use) }
}

/** How long parsing one file may take, where nobody says otherwise. */
export const mostSeconds = 30

interface Patient {
  readonly parser: Parser
  readonly seconds: number
  /** Texts that were given up before. */
  readonly hopeless: Set<string>
}

function parseWith<T>(patient: Patient, text: string, use: (root: Node, givenUp: number) => T): T {
  const whole = patient.hopeless.has(text) ? null : parseInTime(patient, text)
  const tree = whole ?? patient.parser.parse('')
  if (!tree) throw new Error('the parser gave no tree')
  try {
    return use(tree.rootNode, whole ? 0 : patient.seconds)
  } finally {
    tree.delete()
  }
}

// Some broken texts take the parser time that grows with the square of their length, and it counts no step of that. So here,
// and nowhere else, a clock decides; it stops nothing that takes a hundredth of its time.
function parseInTime({ parser, seconds, hopeless }: Patient, text: string): Tree | null {
  const end = performance.now() + 1000 * seconds
  // The types of the library forget that an answer stops the parser.
  const isLate = (): boolean => performance.now() > end
  const tree = parser.parse(text, null, { progressCallback: isLate })
  if (tree) return tree
  parser.reset()
  hopeless.add(text)
  return null
}

const givenUp = 'Parsing it took more than'

/** Whether a notice says that parsing was given up: another time, or on another machine, it may not be. */
export function isGivenUp({ kind, message }: Notice): boolean {
  return kind === 'limit' && message.startsWith(givenUp)
}

/** What is said of a file whose parsing was given up. */
export function givenUpNotice(path: string, seconds: number): Notice {
  const message = `${givenUp} ${seconds === 1 ? 'a second' : `${seconds} seconds`}, so nothing of it was read. How far a machine comes in that time differs; \`limits\` in the configuration sets it.`
  return { path, line: 0, kind: 'limit', message }
}
