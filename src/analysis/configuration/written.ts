import { posix } from 'node:path'
import { onceFor } from '../../base/once'
import type { Argument, Call, SourceFile, Value } from '../../program'
import { mayCall } from '../called'
import { pathOnDisk } from '../inert'
import { lastName } from '../knowledge'
import type { Linked } from '../linked'
import { effectsOf, pathsWritten } from '../origins/sources'
import { hole, possibleLiterals } from '../possible'
import { libraryNames } from '../resolve'
import { isDocument } from '../selection/hints'
import { spellings } from './files'

/** The names of files that the code writes itself: what stands in them in the repository is of an earlier run. */
export const filesWritten = onceFor((linked: Linked): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const site of linked.sites) {
    if (isAside(linked, site.unit.file)) continue
    for (const target of targetsOf(linked, site.call))
      for (const { text } of spellings(linked, target, site)) addName(found, text)
  }
  return found
})

/** The names of files that scripts change: what stands in them in the repository may be there or not. */
export const filesChanged = onceFor((linked: Linked): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const { unit, call } of linked.sites) {
    if (isAside(linked, unit.file)) continue
    for (const target of filesGiven(linked, call))
      for (const text of possibleLiterals(linked, target).values) addName(found, String(text))
  }
  return found
})

// What runs in tests only, or nowhere: an example in a document, a template.
function isAside({ knowledge, inert }: Linked, file: SourceFile): boolean {
  return knowledge.isTest(file.path) || inert.has(file.path) || isDocument(pathOnDisk(file))
}

// Of a text that is not wholly known the end may be.
function addName(names: Set<string>, text: string): void {
  names.add(posix.basename(text.slice(text.lastIndexOf(hole) + 1)))
}

// `open(path, "w")`, `path.open("w")`, `path.write_text(…)`, `urlretrieve(url, path)`
function targetsOf(linked: Linked, call: Call): readonly Value[] {
  const { callee, arguments: args } = call
  const mode = (at: number) => args.find(({ name }) => name === 'mode') ?? args[at]
  if (isOpen(linked, callee)) return mayWrite(mode(1)) ? args.slice(0, 1).map(({ value }) => value) : []
  if (callee.kind === 'field' && callee.name === 'open') return writes(mode(0)) ? [callee.of] : []
  if (callee.kind === 'field' && /^write_(text|bytes)$/.test(callee.name)) return [callee.of]
  if (!mayCall(linked, call, linked.knowledge.writers)) return []
  return effectsOf(linked, call).flatMap(entry => pathsWritten(linked, call, entry))
}

function isOpen(linked: Linked, callee: Value): boolean {
  const name = callee.kind === 'field' || callee.kind === 'name' ? callee.name : ''
  return (
    lastName(name) === 'open' && libraryNames(linked, callee).some(one => /^((io|codecs)\.)?open$/.test(one))
  )
}

function mayWrite(mode: Argument | undefined): boolean {
  return mode !== undefined && (mode.value.kind !== 'constant' || writes(mode))
}

function writes(mode: Argument | undefined): boolean {
  return mode?.value.kind === 'constant' && /^[rbt]*[wax+]/.test(String(mode.value.value))
}

// `sed -i … config.yaml`, `cp live.yaml config.yaml`, `echo … > config.yaml`
function filesGiven({ knowledge }: Linked, call: Call): readonly Value[] {
  const { callee } = call
  const known = callee.kind === 'name' ? /^\$ (\S+)$/.exec(callee.name)?.[1] : undefined
  const name = callee.kind === 'command' ? posix.basename(callee.name) : (known ?? '')
  const words = call.arguments.flatMap(argument => (argument.name === null ? [argument.value] : []))
  const changer = knowledge.changers.get(name)
  const changes = changer && (!changer.option || words.some(word => isOption(word, changer.option ?? [])))
  const changed = changes ? (changer.files === 'all' ? words : words.slice(-1)) : []
  return [...changed, ...(call.output ? [call.output] : [])]
}

// `-i`, `-pi`, `-i.bak`, `--in-place=.bak`
function isOption(word: Value, options: readonly string[]): boolean {
  if (word.kind !== 'constant') return false
  const text = String(word.value)
  const letters = /^-([A-Za-z]+)/.exec(text)?.[1] ?? ''
  return options.some(option =>
    option.length === 1 ? letters.includes(option) : text.startsWith(`--${option}`),
  )
}
