import type { ShellMode, Span, Value } from '../../program'
import { dollarText } from '../pipelines/scripts'
import type { PlacedText } from '../pipelines/templates'
import { flagsMode } from '../shell/mode'
import type { Instruction } from './instructions'
import { type Copy, within } from './paths'
import { type Program, wordsOf } from './words'

/** A stage of a Dockerfile, with what it takes from those that it builds on. */
export interface Stage {
  /** Its number, and what `AS` calls it. */
  readonly names: readonly string[]
  readonly span: Span
  /** Stages from which it begins or copies, by number. */
  readonly needs: Set<number>
  readonly steps: Step[]
  readonly copies: Copy[]
  /** What it takes out of other stages, by where it lies there and here. */
  readonly taken: { readonly stage: number; readonly from: string; readonly to: string }[]
  readonly variables: Map<string, Value>
  workdir: string
  mode: ShellMode
  entrypoint: Program | null
  command: Program | null
}

/** Something that is done while an image is built. */
export interface Step {
  readonly program: Program
  readonly workdir: string
  readonly mode: ShellMode
  readonly span: Span
}

/** The stages of a Dockerfile in their order. */
export function stagesOf(instructions: readonly Instruction[]): Stage[] {
  const stages: Stage[] = []
  const global = new Map<string, Value>()
  for (const instruction of instructions) {
    const stage = stages.at(-1)
    if (instruction.name === 'FROM' && stages.length >= mostStages) break
    if (instruction.name === 'FROM') stages.push(openStage(stages, instruction, global))
    else if (stage) take(stages, stage, instruction)
    else if (instruction.name === 'ARG') addVariables(global, instruction)
  }
  return stages
}

const mostStages = 100
const mostCopies = 200

const plain: ShellMode = { errexit: false, pipefail: false }

function openStage(
  stages: readonly Stage[],
  { text, span }: Instruction,
  global: ReadonlyMap<string, Value>,
): Stage {
  const [, image = '', name] = /^(\S+)(?:\s+as\s+(\S+))?/i.exec(text) ?? []
  const base = stages.findLast(stage => stage.names.includes(image.toLowerCase()))
  return {
    names: [String(stages.length), ...(name === undefined ? [] : [name.toLowerCase()])],
    span,
    needs: new Set(base ? [stages.indexOf(base)] : []),
    steps: [],
    copies: [...(base?.copies ?? [])],
    taken: [],
    variables: new Map([...global, ...(base?.variables ?? [])]),
    workdir: base?.workdir ?? '/',
    mode: base?.mode ?? plain,
    entrypoint: base?.entrypoint ?? null,
    command: base?.command ?? null,
  }
}

function take(stages: readonly Stage[], stage: Stage, instruction: Instruction): void {
  switch (instruction.name) {
    case 'ENV':
    case 'ARG':
      return addVariables(stage.variables, instruction)
    case 'WORKDIR':
      stage.workdir = within(stage.workdir, instruction.text.trim().replace(/^["']|["']$/g, ''))
      return
    case 'SHELL':
      stage.mode = flagsMode((wordsOf(instruction.text) ?? []).slice(1))
      return
    case 'RUN':
      return addStep(stage, instruction, programOf(instruction))
    case 'COPY':
      return takeCopy(stages, stage, instruction)
    case 'ADD':
      return takeAdd(stages, stage, instruction)
    case 'CMD':
      stage.command = programOf(instruction)
      return
    case 'ENTRYPOINT':
      stage.entrypoint = programOf(instruction)
      // A base image's command was meant for its own entrypoint.
      if (stage.command && stage.command.span.start < stage.span.start) stage.command = null
  }
}

function programOf(instruction: Instruction): Program {
  const { span } = instruction
  const words = wordsOf(instruction.text)
  if (words) return { kind: 'words', words, placed: instruction, span }
  return { kind: 'line', placed: withDocuments(instruction), span }
}

// `RUN <<EOF` runs the document itself.
function withDocuments({ text, pieces, documents }: Instruction): PlacedText {
  const [first] = documents
  if (first && /^<<-?\s*["']?\w+["']?\s*$/.test(text)) return first
  let whole = text
  const all = [...pieces]
  for (const document of documents) {
    whole += '\n'
    for (const piece of document.pieces) all.push({ ...piece, from: piece.from + whole.length })
    whole += `${document.text}${document.end}`
  }
  return { text: whole, pieces: all }
}

function addStep(stage: Stage, { span }: Instruction, program: Program): void {
  const { workdir, mode } = stage
  stage.steps.push({ program, workdir, mode, span })
}

// `ENV A=b C="d e"`, `ENV A b`, `ARG A=b`.
function addVariables(
  variables: Map<string, Value>,
  { name, text }: Pick<Instruction, 'name' | 'text'>,
): void {
  const [, old, rest] = /^([A-Za-z_]\w*)\s+([^=\s][^=]*)$/.exec(text.trim()) ?? []
  if (name === 'ENV' && old && rest !== undefined) variables.set(old, dollarText(rest, variables))
  for (const match of text.matchAll(
    /(?<!\w)([A-Za-z_]\w*)=("(?:[^"\\]|\\[\s\S])*"|'[^']*'|(?:[^\s\\]|\\[\s\S])*)/g,
  )) {
    const [, key = '', value = ''] = match
    const literal = /^(["']).*\1$/s.test(value) ? value.slice(1, -1) : value
    variables.set(key, dollarText(literal.replace(/\\([\s\S])/g, '$1'), variables))
  }
}

function placesIn({ text }: Instruction, workdir: string): { sources: readonly string[]; to: string } | null {
  const words = wordsOf(text) ?? text.trim().split(/\s+/)
  const to = words.at(-1)
  if (to === undefined || words.length < 2) return null
  const slash = /\/$/.test(to) || words.length > 2 || /^\.{1,2}$/.test(to) ? '/' : ''
  return { sources: words.slice(0, -1), to: `${within(workdir, to)}${slash}` }
}

function takeCopy(stages: readonly Stage[], stage: Stage, instruction: Instruction): void {
  const places = placesIn(instruction, stage.workdir)
  if (!places) return
  const source = instruction.flags.get('from')?.toLowerCase()
  const other = source === undefined ? -1 : stages.findLastIndex(s => s !== stage && s.names.includes(source))
  if (source === undefined && stage.copies.length < mostCopies)
    for (const from of places.sources.slice(0, mostCopies))
      stage.copies.push({ from: from.replace(/^\.?\/+|^\.$|(?<!\/)\/+$/g, ''), to: places.to })
  if (other < 0) return
  stage.needs.add(other)
  for (const from of places.sources) {
    const end = places.to.endsWith('/') ? `${places.to}${from.slice(from.lastIndexOf('/') + 1)}` : places.to
    stage.taken.push({ stage: other, from: within('/', from), to: within('/', end) })
  }
}

// What comes from the network is a step that can fail; the rest is a copy.
function takeAdd(stages: readonly Stage[], stage: Stage, instruction: Instruction): void {
  const places = placesIn(instruction, stage.workdir)
  const [source = ''] = places?.sources ?? []
  if (!places || !/^https?:\/\//.test(source)) return takeCopy(stages, stage, instruction)
  const checksum = instruction.flags.get('checksum')
  const name = source.replace(/[?#][\s\S]*$/, '').replace(/^.*\//, '')
  const to = places.to.endsWith('/') ? within(places.to, name) : places.to
  const option = checksum ? ` "--checksum=${checksum}"` : ''
  const text = `ADD${option} "${source.replace(/[`"\\]/g, '')}" "${to}"`
  const [piece] = instruction.pieces
  const placed: PlacedText = {
    text,
    pieces: [{ from: 0, to: piece?.to ?? instruction.span.start, length: 0 }],
  }
  addStep(stage, instruction, { kind: 'line', placed, span: instruction.span })
}
