import type { Setting, SourceFile } from '../../program'
import { readIni } from '../tasks/ini'
import { readRequirement, settingOf, type Versions } from './requirement'

/** Reads what `setup.cfg` asks for: https://setuptools.pypa.io/en/latest/userguide/declarative_config.html */
export function readSetupConfig(file: SourceFile): Versions {
  const { sections, notices } = readIni(file)
  const lists = [
    ['', sections.get('options')?.keys.get('install_requires') ?? []] as const,
    ...(sections.get('options.extras_require')?.keys ?? []),
  ]
  const settings = lists.flatMap(([part, lines]) =>
    lines.flatMap(({ text, start }) => settingIn(file, text.replace(/\s#[\s\S]*$/, ''), start, part)),
  )
  return { settings, includes: [], notices }
}

function settingIn(file: SourceFile, text: string, start: number, part: string): Setting[] {
  const requirement = readRequirement(text)
  return requirement ? [settingOf(requirement, 'asked', { file, start, end: start + text.length }, part)] : []
}

/** Reads what a `setup.py` asks for, as far as it writes it out as lists of texts. */
export function readSetup(file: SourceFile): Versions {
  const settings = listsIn(file.text).flatMap(({ part, start, end }) =>
    textsIn(file.text, start, end).flatMap(({ text, at }) => settingIn(file, text, at, part)),
  )
  return { settings, includes: [], notices: [] }
}

interface List {
  readonly part: string
  readonly start: number
  readonly end: number
}

function listsIn(text: string): List[] {
  const required = /\binstall_requires["']?[ \t]*[=:]/g
  const lists = [...text.matchAll(required)].slice(0, most).flatMap(found => {
    const list = listAt(text, found.index + found[0].length)
    return list ? [{ part: '', ...list }] : []
  })
  return [...lists, ...extrasIn(text)]
}

const most = 50

// The list that begins here, or that the name here was given.
function listAt(text: string, from: number): { start: number; end: number } | null {
  const [whole, sign = '', name] = /^\s*(?:([[(])|([A-Za-z_]\w*))/.exec(text.slice(from, from + 300)) ?? []
  if (whole === undefined) return null
  if (sign !== '') return bracketsAt(text, from + whole.length - 1)
  const given = new RegExp(`^[ \\t]*${name}[ \\t]*(?::[^=\\n]{0,100})?=[ \\t]*(?=[[(])`, 'm').exec(text)
  return given ? bracketsAt(text, given.index + given[0].length) : null
}

function extrasIn(text: string): List[] {
  const found = /\bextras_require["']?[ \t]*[=:]\s*(?:\{|dict\(|([A-Za-z_]\w*))/.exec(text)
  if (!found) return []
  const [whole, name] = found
  const given = name === undefined ? null : new RegExp(`^[ \\t]*${name}[ \\t]*=\\s*\\{`, 'm').exec(text)
  const open =
    name === undefined ? found.index + whole.length - 1 : given ? given.index + given[0].length - 1 : -1
  const table = open < 0 ? null : bracketsAt(text, open)
  if (!table) return []
  const parts = text
    .slice(table.start, table.end)
    .matchAll(/(?:["']([\w.-]+)["']\s*:|\b(\w+)\s*=)\s*(?=[[(])/g)
  return [...parts].slice(0, most).flatMap(part => {
    const list = bracketsAt(text, table.start + part.index + part[0].length)
    return list ? [{ part: part[1] ?? part[2] ?? '', ...list }] : []
  })
}

const longest = 100_000

// From an opening bracket to the one that closes it, texts and comments left out.
function bracketsAt(text: string, start: number): { start: number; end: number } | null {
  const tokens = /["'](?:\\.|[^"'\\\n])*(?:["']|(?=[\\\n])|$)|#[^\n]*|[[({]|[\])}]/g
  let depth = 0
  for (const { 0: token, index } of text.slice(start, start + longest).matchAll(tokens)) {
    if (/^[[({]/.test(token)) depth += 1
    else if (/^[\])}]/.test(token)) depth -= 1
    if (depth === 0) return { start, end: start + index + 1 }
  }
  return null
}

function textsIn(text: string, start: number, end: number): { text: string; at: number }[] {
  const tokens = /#[^\n]*|"((?:\\.|[^"\\\n])*)"|'((?:\\.|[^'\\\n])*)'/g
  return [...text.slice(start, end).matchAll(tokens)].flatMap(found => {
    const inside = found[1] ?? found[2]
    // A text that is filled in says no version.
    const filled = /[{}%]/.test(inside ?? '') || /[fF]$/.test(text.slice(start, start + found.index))
    return inside === undefined || filled ? [] : [{ text: inside, at: start + found.index + 1 }]
  })
}
