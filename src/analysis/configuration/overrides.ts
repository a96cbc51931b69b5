import { constant, unknown, type Value } from '../../program'
import { holders } from '../holders'
import type { Linked } from '../linked'
import { hole, possibleLiterals } from '../possible'

/** Words that change what is composed: `registry=prod`, `+registry.stage=Staging`. */
export interface Overrides {
  readonly words: ReadonlyMap<string, Value>
  /** Whether there may be others, which are not known. */
  readonly open: boolean
}

/** Without any words. */
export const plainly: Overrides = { words: new Map(), open: false }

const most = 16

/** What the lists that a value stands for change, each by itself. */
export function overridesGiven(linked: Linked, value: Value | null): readonly Overrides[] {
  if (value === null || value.kind === 'constant') return [plainly]
  const lists = holders(linked, value).filter(holder => holder.kind === 'collection')
  if (lists.length === 0) return [{ ...plainly, open: true }]
  return lists.flatMap(list => overridesIn(linked, list.items))
}

/** What a list of words changes; several answers where a word may be one of several. */
export function overridesIn(linked: Linked, words: readonly Value[]): readonly Overrides[] {
  let found: readonly Overrides[] = [plainly]
  for (const word of words) {
    const { values, complete } = possibleLiterals(linked, word)
    const texts = [...values.map(String).flatMap(swept), ...(complete ? [] : [hole])]
    const ways = found.flatMap(before => texts.map(text => withWord(before, text)))
    found = ways.length > most ? ways.slice(0, most).map(way => ({ ...way, open: true })) : ways
  }
  return found
}

// `registry=test,prod` runs the program with one after the other: https://hydra.cc/docs/advanced/override_grammar/extended
function swept(text: string): readonly string[] {
  const at = text.indexOf('=') + 1
  const value = text.slice(at)
  if (at === 0 || !value.includes(',') || /['"[\](){}]/.test(value)) return [text]
  return value.split(',', most + 1).map(one => text.slice(0, at) + one.trim())
}

// `registry=prod`, `+registry.stage=Production`; a word of which the beginning is not known may be any.
function withWord(before: Overrides, text: string): Overrides {
  const [, path, value = ''] = /^\+{0,2}([\w./@-]+)=(.*)$/s.exec(text) ?? []
  if (path === undefined) return text.split('=')[0]?.includes(hole) ? { ...before, open: true } : before
  // `stage=choice(Staging, Production)`
  const given = value.includes(hole) || /^\s*\w+\(/.test(value) ? unknown : plain(value)
  return { ...before, words: new Map([...before.words, [path, given]]) }
}

function plain(text: string): Value {
  if (/^(true|false)$/i.test(text)) return constant(/^true$/i.test(text))
  return constant(/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text.replace(/^(['"])(.*)\1$/s, '$2'))
}
