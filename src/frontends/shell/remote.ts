import { nameOf, type Simple } from './commands'
import { type Brought, codeAt, codeInDocument, codeInWord, isRunner } from './embedded'
import { lastStep } from './folders'
import type { Scope } from './scope'

// Options of `ssh` that take a value, as the last letter of several: https://man.openbsd.org/ssh
const valued = /^-[A-Za-z0-9]*[BbcDEeFIiJLlmOoPpQRSWw]$/

// `bash -s` reads what it is given.
const reading = /^(?:ba|da|z|k)?sh(?:\s+-s)?$/

type Texts = readonly (string | null)[]

/** The code that a command hands to a shell of another machine: `ssh host 'cd app && …'`; `null` where it hands over none. */
export function codeElsewhere(scope: Scope, command: Simple, name: string): Brought | null {
  const program = lastStep(name)
  if (program !== 'ssh' && program !== 'gcloud' && !isRunner(name)) return null
  const texts = command.words.map(word => nameOf(word.value))
  const ssh = texts.findIndex(text => text !== null && lastStep(text) === 'ssh')
  if (ssh < 0) return null
  if (program !== 'gcloud') return behindHost(scope, command, texts, ssh + 1)
  return texts[ssh - 1] === 'compute' ? inOption(scope, command, texts) : null
}

// The command follows the host, and what is read from the standard input stands in where there is none.
function behindHost(scope: Scope, command: Simple, texts: Texts, from: number): Brought | null {
  const host = hostOf(command, texts, from)
  const at = afterOptions(texts, host + 1)
  const only = texts.length === at + 1
  const document = command.redirects?.document
  if (host < texts.length && at >= texts.length)
    return document ? codeInDocument(scope, document, command.words.slice(at)) : null
  if (!only) return codeAt(scope, command, texts, at)
  const text = texts[at] ?? null
  if (document && text !== null && reading.test(text)) return codeInDocument(scope, document, [])
  // One word is a program, which is run as it is.
  return text === null || /\s/.test(text) ? codeInWord(scope, command, at) : codeAt(scope, command, texts, at)
}

// Words that a variable brings along may be options: of two words the one with an `@` names the host.
function hostOf(command: Simple, texts: Texts, from: number): number {
  const first = afterOptions(texts, from)
  const next = afterOptions(texts, first + 1)
  const isHost = (at: number): boolean => {
    const start = command.words[at]?.span.start
    return command.nodes.some(node => node.startIndex === start && /^\S*@\S*$/.test(node.text))
  }
  return texts[first] === null && !isHost(first) && isHost(next) ? next : first
}

function afterOptions(texts: Texts, from: number): number {
  let at = from
  while (texts[at]?.startsWith('-')) at += valued.test(texts[at] ?? '') ? 2 : 1
  return at
}

// `--command "…"`, `--command="…"`
function inOption(scope: Scope, command: Simple, texts: Texts): Brought | null {
  const option = texts.indexOf('--command')
  const joined = command.words.findIndex(({ span }) =>
    command.nodes.some(node => node.startIndex === span.start && node.text.startsWith('--command=')),
  )
  const at = option < 0 ? joined : option + 1
  const code = at < 0 ? null : codeInWord(scope, command, at)
  return code && { ...code, words: [] }
}
