import type { ShellMode } from '../../program'

/** What the shell does about failures, as `set` and `trap` change it. */
export interface Mode extends ShellMode {
  /** Whether functions inherit the trap of failures (`-E`). */
  readonly errtrace: boolean
  /** Whether a failing command ends the script through `trap … ERR`. */
  readonly trapped: boolean
}

/** The mode that a shell was started in. */
export function startMode({ errexit, pipefail }: ShellMode): Mode {
  return { errexit, pipefail, errtrace: false, trapped: false }
}

/** The mode after `set` with these words. */
export function setMode(mode: Mode, words: readonly string[]): Mode {
  let after = mode
  for (const [i, word] of words.entries()) {
    if (word === '--' || word === '-') break
    const [, sign, letters = ''] = /^([-+])([A-Za-z]+)$/.exec(word) ?? []
    if (!sign) continue
    const on = sign === '-'
    if (letters.includes('e')) after = { ...after, errexit: on }
    if (letters.includes('E')) after = { ...after, errtrace: on }
    if (letters.endsWith('o')) after = withOption(after, words[i + 1], on)
  }
  return after
}

function withOption(mode: Mode, option: string | undefined, on: boolean): Mode {
  if (option === 'errexit' || option === 'pipefail' || option === 'errtrace') return { ...mode, [option]: on }
  return mode
}

/** What holds whichever of these modes is in force. */
export function joinModes(modes: readonly Mode[]): Mode | null {
  const [first, ...rest] = modes
  if (!first) return null
  return rest.reduce(weaker, first)
}

function weaker(a: Mode, b: Mode): Mode {
  if (a === b) return a
  const errexit = a.errexit && b.errexit
  const pipefail = a.pipefail && b.pipefail
  return { errexit, pipefail, errtrace: a.errtrace && b.errtrace, trapped: a.trapped && b.trapped }
}

/** The mode that the first line of a script asks for: `#!/bin/bash -eu`; `null` where the line names no shell. */
export function shebangMode(text: string): ShellMode | null {
  const [, interpreter = '', words = ''] =
    /^#![ \t]*(?:\S*\/env[ \t]+(?:-S[ \t]+)?)?(\S+)[ \t]*([^\r\n]*)/.exec(text) ?? []
  if (!/(^|\/)(ba|da|z|k|a|mk)?sh$/.test(interpreter)) return null
  return flagsMode(words.split(/\s+/))
}

/** The mode that a shell's own options ask for: `bash -euo pipefail -c …`. */
export function flagsMode(words: readonly string[]): ShellMode {
  const { errexit, pipefail } = setMode(startMode({ errexit: false, pipefail: false }), words)
  return { errexit, pipefail }
}
