import type { Value } from '../../program'
import { commandOfImage } from '../cloudbuild/commands'
import { folderOf } from '../github/steps'
import type { Script, Step, Variables } from '../pipelines/pipeline'
import { scriptOf, stepOf } from '../pipelines/scripts'
import { type PlacedText, variableName } from '../pipelines/templates'
import { itemsOf, placedText, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { flagsMode, shebangMode } from '../shell/mode'
import { type Filling, filled, plainText, split, valuesNamed } from './holes'

/** A script, and what its holes stand for. */
export interface Filled {
  readonly action: Script
  readonly variables: Variables
}

const shell = /(^|\/)(ba|da|z|k|a)?sh$/
const python = /(^|\/)python[\d.]*$/

/** What a container runs: the code that it hands to an interpreter, or one command line. `null` where its image decides. */
export function commandOf(container: Tree, filling: Filling): Filled | null {
  const words = wordsOf(container, filling)
  const [first] = words
  if (!first) return null
  const texts = words.map(({ text }) => text)
  const option = texts.findIndex((text, i) => i > 0 && /^-[A-Za-z]*c$/.test(text))
  const code = option > 0 ? words[option + 1]?.tree : null
  const plain = texts.slice(1, option).every(text => text.startsWith('-') || text === 'pipefail')
  if (code && plain && shell.test(first.text))
    return codeOf(code, 'shell', flagsMode(texts.slice(1, option + 1)), filling)
  if (code && plain && python.test(first.text)) return codeOf(code, 'python', noMode, filling)
  const { placed, variables } = lineOf(words, filling)
  return { action: scriptOf(placed, noMode, container.span), variables }
}

const noMode = { errexit: false, pipefail: false }

function codeOf(tree: Tree, language: Script['language'], mode: Script['shell'], filling: Filling): Filled {
  const { placed, variables } = filled(placedText(tree), filling)
  return { action: { ...scriptOf(placed, mode, tree.span), language }, variables }
}

/** The script of a container: its language by the command that it is given to, or else by its own first line. */
export function sourceOf(
  container: Tree,
  key: 'source' | 'script',
  usual: Script['shell'] | null,
  filling: Filling,
): Filled | null {
  const source = valueAt(container, key)
  if (!source || textOf(source) === null) return null
  const [command = '', ...options] = itemsOf(valueAt(container, 'command')).map(word => textOf(word) ?? '')
  const [, written = ''] = /^#![ \t]*(?:\S*\/env[ \t]+(?:-S[ \t]+)?)?(\S+)/.exec(textOf(source) ?? '') ?? []
  const interpreter = command === '' ? written : command
  if (python.test(interpreter)) return codeOf(source, 'python', noMode, filling)
  if (command !== '') return shell.test(command) ? codeOf(source, 'shell', flagsMode(options), filling) : null
  const mode = written === '' ? usual : shebangMode(textOf(source) ?? '')
  return mode ? codeOf(source, 'shell', mode, filling) : null
}

interface Word {
  readonly text: string
  /** Where it is written; `null` for the command of an image. */
  readonly tree: Tree | null
}

function wordsOf(container: Tree, filling: Filling): Word[] {
  const words = ['command', 'args'].flatMap(key =>
    itemsOf(valueAt(container, key)).map(
      (tree): Word => ({ text: plainText(textOf(tree), filling) ?? textOf(tree) ?? '', tree }),
    ),
  )
  if (itemsOf(valueAt(container, 'command')).length > 0) return words
  const command = commandOfImage(textOf(valueAt(container, 'image')) ?? '')
  const own = words.length === 0 || command === null || command === words[0]?.text
  return own ? words : [{ text: command, tree: null }, ...words]
}

// No shell takes the words of a command apart; variables stand in them only where holes were.
function lineOf(
  words: readonly Word[],
  filling: Filling,
): { readonly placed: PlacedText; readonly variables: Variables } {
  let text = ''
  const pieces: PlacedText['pieces'][number][] = []
  const variables = new Map<string, Value>()
  for (const word of words) {
    if (text !== '') text += ' '
    if (word.tree) pieces.push({ from: text.length, to: word.tree.span.start, length: 0 })
    text += word.tree ? quoted(textOf(word.tree) ?? '', filling, variables) : word.text
  }
  return { placed: { text, pieces: pieces.length > 0 ? pieces : [{ from: 0, to: 0, length: 0 }] }, variables }
}

// Kubernetes itself puts environment variables in for `$(NAME)`.
function quoted(word: string, filling: Filling, variables: Map<string, Value>): string {
  const known = plainText(word, filling)
  if (known !== null && !/\$\(\w+\)/.test(known))
    return /^[\w@%+=:,./-]+$/.test(known) ? known : `'${known.replaceAll("'", `'\\''`)}'`
  const parts = split(word, filling).map(part => {
    if (typeof part === 'string') return literal(part)
    if (part.value.kind === 'constant') return literal(String(part.value.value ?? ''))
    variables.set(variableName(part.inside), part.value)
    return `\${${variableName(part.inside)}}`
  })
  return `"${parts.join('')}"`
}

function literal(text: string): string {
  return text.replace(/["\\`]|\$(?!\(\w+\))/g, '\\$&').replace(/\$\((\w+)\)/g, '${$1}')
}

// Where images and workspaces keep a repository, by convention.
const roots =
  /^\/(app|src|code|repo|work|workdir|workspaces?(\/(source|src|repo|shared|output|app))?|usr\/src\/app|home\/\w+\/app|opt\/(app|ml\/code))(?=\/|$)/

/** A step that runs in a container, from the folder and with the environment of that. */
export function containerStep(label: string, container: Tree, made: Filled, filling: Filling): Step {
  const place = textOf(valueAt(container, 'workingDir'))
  const variables = new Map([...valuesNamed(valueAt(container, 'env'), filling), ...made.variables])
  return stepOf(label, made.action, container.span, {
    variables,
    directory: place === null ? '' : folderOf(plainText(place, filling)?.trim().replace(roots, '.') ?? '/'),
  })
}
