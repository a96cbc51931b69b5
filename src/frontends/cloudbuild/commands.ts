import type { Script } from '../pipelines/pipeline'
import { scriptOf, unescaped } from '../pipelines/scripts'
import type { PlacedText } from '../pipelines/templates'
import { itemsOf, placedText, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { flagsMode, shebangMode } from '../shell/mode'

const plain = { errexit: false, pipefail: false }

/** What a step runs: its script, what it hands to a shell, or one command line. `null` where that is up to its image. */
export function commandOf(step: Tree): Script | null {
  const script = valueAt(step, 'script')
  if (script && textOf(script) !== null) return ownScript(script)
  const words = wordsOf(step)
  const [command] = words
  if (!command) return null
  if (/(^|\/)(ba|da|z|k|a)?sh$/.test(command.text)) {
    const option = words.findIndex(({ text }, i) => i > 0 && /^-[A-Za-z]*c$/.test(text))
    const code = words[option + 1]
    if (option > 0 && code?.tree) {
      const mode = flagsMode(words.slice(1, option + 1).map(({ text }) => text))
      return scriptOf(unescaped(placedText(code.tree)), mode, code.tree.span)
    }
  }
  return scriptOf(lineOf(words), plain, step.span)
}

// Nothing stops it at a failing line unless its own lines do; without a first line that names a shell it is `sh`.
// https://cloud.google.com/build/docs/configuring-builds/run-bash-scripts
function ownScript(script: Tree): Script {
  const placed = placedText(script)
  const python = /^#!\S*(\/|\/env\s+)python/.test(placed.text)
  const made = scriptOf(placed, shebangMode(placed.text) ?? plain, script.span)
  return python ? { ...made, language: 'python' } : made
}

interface Word {
  readonly text: string
  /** Where it is written; `null` for the command of an image. */
  readonly tree: Tree | null
}

function wordsOf(step: Tree): Word[] {
  const words = itemsOf(valueAt(step, 'args')).map((tree): Word => ({ text: textOf(tree) ?? '', tree }))
  const entrypoint = valueAt(step, 'entrypoint')
  const named = textOf(entrypoint)
  if (named !== null && named !== '') return [{ text: named, tree: entrypoint }, ...words]
  const command = commandOfImage(textOf(valueAt(step, 'name')) ?? '')
  return command === null || command === words[0]?.text ? words : [{ text: command, tree: null }, ...words]
}

/** What an image starts by itself; `null` where that is its first argument. */
// The images of the builders, and of a few tools, start the tool whose name they have; others start their first argument.
export function commandOfImage(image: string): string | null {
  const name = image.replace(/@[\s\S]*$/, '').replace(/:[^/:]*$/, '')
  const last = name.slice(name.lastIndexOf('/') + 1)
  const tools = /^(gcloud|gsutil|bq|kubectl|docker|git|terraform|helm|curl)$/
  return /(^|\/)cloud-builders(-community)?\//.test(name) || tools.test(last) ? last : null
}

function lineOf(words: readonly Word[]): PlacedText {
  let text = ''
  const pieces: PlacedText['pieces'][number][] = []
  for (const word of words) {
    if (text !== '') text += ' '
    if (word.tree) pieces.push({ from: text.length, to: word.tree.span.start, length: 0 })
    text += quoted(word.text)
  }
  return { text, pieces: pieces.length > 0 ? pieces : [{ from: 0, to: 0, length: 0 }] }
}

// Substitutions stay what they are, and no shell takes the rest apart.
function quoted(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word
  const literal = word
    .replace(/[\\"`]/g, '\\$&')
    .replace(/\$\$/g, '\\$')
    .replace(/\$(?![\w{])/g, '\\$')
  return `"${literal.replace(/\\\\\$/g, '\\$')}"`
}
