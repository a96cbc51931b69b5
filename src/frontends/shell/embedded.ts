import type { Embedded, Piece, ShellMode } from '../../program'
import type { Node } from '../parser'
import { type Code, openCode, push, pushExpansion } from './code'
import { nameOf, type Simple } from './commands'
import { lastStep } from './folders'
import { decodeAnsi } from './literals'
import { flagsMode } from './mode'
import { beginOf } from './nodes'
import type { Scope } from './scope'
import type { Word } from './words'

/** A unit of code that a command brings along, and the words that it gets. */
export interface Brought {
  readonly unit: string
  readonly words: readonly Word[]
}

// These run the command that follows, in this shell's place or in an environment of its own.
const runners =
  /^(sudo|env|timeout|nohup|nice|stdbuf|sshpass|uv|poetry|pipenv|pdm|hatch|rye|conda|mamba|micromamba|xvfb-run)$/

// These run the command that follows somewhere else.
const elsewhere = /^(docker|docker-compose|podman|podman-compose|nerdctl)$/

// A command names one interpreter, or two where one is an option of its own.
const mostInterpreters = 8

/** Whether a program runs the command that follows. */
export function isRunner(name: string): boolean {
  return runners.test(lastStep(name))
}

/** The code that a command hands to an interpreter: `python - <<EOF`, `bash -c '…'`; `null` where it hands over none. */
export function codeOf(scope: Scope, command: Simple, name: string): Brought | null {
  const texts = command.words.map(word => nameOf(word.value))
  const at = isRunner(name) ? texts.findIndex(text => text !== null && languageOf(text) !== null) : 0
  return codeAt(scope, command, texts, at)
}

/**
 * The words of a command that runs code in a container: those in front of the interpreter, the code, and the words that it
 * gets. `null` where it is no such command.
 */
export function wordsWithCode(scope: Scope, command: Simple, name: string): readonly Word[] | null {
  if (!elsewhere.test(lastStep(name))) return null
  const texts = command.words.map(word => nameOf(word.value))
  const named = texts.flatMap((text, at) =>
    at > 0 && text !== null && languageOf(text.replace(/^--entrypoint=/, '')) !== null ? [{ at, text }] : [],
  )
  for (const { at, text } of named.slice(0, mostInterpreters)) {
    const isOption = text.startsWith('-') || texts[at - 1] === '--entrypoint'
    // Behind that option stand others, the image, and only then what its program gets.
    const flag = isOption ? texts.findIndex((word, i) => i > at && /^-\w*c$/.test(word ?? '')) : at + 1
    const code = flag < 0 ? null : codeAt(scope, command, texts, at, flag)
    if (code) return withUnit(command.words, isOption ? flag : at, code)
  }
  return null
}

function withUnit(words: readonly Word[], at: number, { unit, words: given }: Brought): readonly Word[] {
  const before = words.slice(0, at)
  return before.concat(
    words.slice(at, at + 1).map(word => ({ ...word, value: { kind: 'function', unit } })),
    given,
  )
}

/** The code that follows an interpreter among the words of a command, or is its standard input. */
export function codeAt(
  scope: Scope,
  command: Simple,
  texts: readonly (string | null)[],
  at: number,
  from = at + 1,
): Brought | null {
  const language = languageOf(texts[at]?.replace(/^--entrypoint=/, '') ?? '')
  if (at < 0 || language === null) return null
  const given = readOptions(texts, from, language)
  if (given.script) return null
  const shell = language === 'shell' ? flagsMode(given.flags) : neither
  if (given.code !== null) return codeInWord(scope, command, given.code, language, shell)
  const document = command.redirects?.document
  if (document) return codeInDocument(scope, document, command.words.slice(given.next), language, shell)
  return fromString(scope, command, given.next, language, shell)
}

const neither: ShellMode = { errexit: false, pipefail: false }

function languageOf(name: string): Embedded['language'] | null {
  const program = lastStep(name)
  if (/^(python|pypy)[\d.]*$/.test(program)) return 'python'
  return /^(ba|da|z|k)?sh$/.test(program) ? 'shell' : null
}

interface Options {
  readonly flags: readonly string[]
  /** Index of the word that is code. */
  readonly code: number | null
  /** Index of the first word that the code gets. */
  readonly next: number
  /** Whether a file or a module is run instead. */
  readonly script: boolean
}

function readOptions(
  texts: readonly (string | null)[],
  from: number,
  language: Embedded['language'],
): Options {
  const flags: string[] = []
  for (let at = from; at < texts.length; at += 1) {
    const text = texts[at]
    if (text === '-') return { flags, code: null, next: at + 1, script: false }
    if (typeof text !== 'string' || !/^[-+]/.test(text))
      return { flags, code: null, next: at, script: !flags.includes('-s') }
    flags.push(text)
    if (language === 'python' && text === '-m') return { flags, code: null, next: at, script: true }
    if (/^-\w*c$/.test(text)) return { flags, code: at + 1, next: at + 2, script: false }
    const takesNext = language === 'python' ? /^-[WX]$/ : /^[-+]\w*[oO]$/
    if (takesNext.test(text)) {
      at += 1
      flags.push(texts[at] ?? '')
    }
  }
  return { flags, code: null, next: texts.length, script: false }
}

type Document = NonNullable<NonNullable<Simple['redirects']>['document']>

/** A here-document as code, and the words that it gets. */
export function codeInDocument(
  scope: Scope,
  document: Document,
  words: readonly Word[],
  language: Embedded['language'] = 'shell',
  shell: ShellMode = neither,
): Brought {
  const read = (code: Code): void => readDocument(scope, code, document)
  return { unit: unitOf(scope, document.body, 'heredoc', language, shell, read), words }
}

/** One word of a command as code, and the words that it gets. */
export function codeInWord(
  scope: Scope,
  command: Simple,
  index: number,
  language: Embedded['language'] = 'shell',
  shell: ShellMode = neither,
): Brought | null {
  const word = command.words[index]
  const node = codeNode(command.nodes.find(one => one.startIndex === word?.span.start))
  if (!word || !node || !isWritten(node)) return null
  // A shell takes the word behind its code for its own name.
  const words = command.words.slice(language === 'shell' ? index + 2 : index + 1)
  return { unit: unitOf(scope, node, 'command', language, shell, code => readNode(scope, code, node)), words }
}

function fromString(
  scope: Scope,
  command: Simple,
  next: number,
  language: Embedded['language'],
  shell: ShellMode,
): Brought | null {
  const here = command.node.namedChildren.find(child => child?.type === 'herestring_redirect')
  const node = here?.namedChildren.at(-1)
  if (!node || !isWritten(node)) return null
  const unit = unitOf(scope, node, 'command', language, shell, code => readNode(scope, code, node))
  return { unit, words: command.words.slice(next) }
}

// `--command="…"`: the code is what follows the option.
function codeNode(node: Node | undefined): Node | undefined {
  const [option, code, more] = node?.type === 'concatenation' ? node.namedChildren : []
  return code && !more && option?.type === 'word' && /^--[\w-]+=$/.test(option.text) ? code : node
}

function isWritten(node: Node): boolean {
  if (node.type === 'concatenation')
    return node.namedChildren.every(child => child !== null && isWritten(child))
  return /^(string|raw_string|ansi_c_string|word)$/.test(node.type)
}

function unitOf(
  scope: Scope,
  node: Node,
  kind: string,
  language: Embedded['language'],
  shell: ShellMode,
  read: (code: Code) => void,
): string {
  const { script } = scope
  const known = script.codes.get(node.startIndex)
  if (known !== undefined) return known
  const count = (script.taken.get(kind) ?? 0) + 1
  script.taken.set(kind, count)
  const path = `${script.file.path}#${kind}-${count}`
  script.codes.set(node.startIndex, path)
  const code = openCode(language)
  read(code)
  const pieces: readonly Piece[] = code.pieces
  script.embedded.push({
    file: { path, text: code.text, container: { file: script.file, pieces } },
    language,
    shell,
  })
  return path
}

function readDocument(
  scope: Scope,
  code: Code,
  { body, expands }: { readonly body: Node; readonly expands: boolean },
): void {
  const source = scope.script.file.text
  const indented = body.parent?.children.some(child => child?.type === '<<-')
  if (expands) return readExpanding(scope, code, body, body.startIndex, body.endIndex)
  if (!indented) return push(code, source.slice(body.startIndex, body.endIndex), body.startIndex)
  for (const match of source.slice(body.startIndex, body.endIndex).matchAll(/^\t*([^\n]*\n?)/gm)) {
    const line = match[1] ?? ''
    push(code, line, body.startIndex + match.index + match[0].length - line.length)
  }
}

function readNode(scope: Scope, code: Code, node: Node): void {
  const source = scope.script.file.text
  switch (node.type) {
    case 'concatenation':
      for (const child of node.namedChildren) if (child) readNode(scope, code, child)
      return
    case 'string':
      return readExpanding(scope, code, node, node.startIndex + 1, node.endIndex - 1)
    case 'raw_string':
      return push(code, source.slice(node.startIndex + 1, node.endIndex - 1), node.startIndex + 1)
    case 'ansi_c_string':
      return push(code, decodeAnsi(source.slice(node.startIndex + 2, node.endIndex - 1)), node.startIndex + 2)
    default:
      return pushEscaped(
        code,
        source.slice(node.startIndex, node.endIndex),
        node.startIndex,
        /\\(\r?\n|[\s\S])/g,
      )
  }
}

const quotedEscape = /\\(\r?\n|["$`\\])/g
const documentEscape = /\\(\r?\n|[$`\\])/g

function readExpanding(scope: Scope, code: Code, node: Node, start: number, end: number): void {
  const source = scope.script.file.text
  const escapes = node.type === 'string' ? quotedEscape : documentEscape
  let at = start
  for (const child of node.namedChildren) {
    if (!child || /^(string|heredoc)_content$/.test(child.type)) continue
    pushEscaped(code, source.slice(at, beginOf(child)), at, escapes)
    pushExpansion(scope, code, child)
    at = child.endIndex
  }
  pushEscaped(code, source.slice(at, Math.max(at, end)), at, escapes)
}

function pushEscaped(code: Code, text: string, start: number, escapes: RegExp): void {
  let at = 0
  for (const match of text.matchAll(escapes)) {
    push(code, text.slice(at, match.index), start + at)
    const escaped = match[1] ?? ''
    if (!escaped.endsWith('\n')) push(code, escaped, start + match.index + 1)
    at = match.index + match[0].length
  }
  push(code, text.slice(at), start + at)
}
