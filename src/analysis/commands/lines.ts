import { type Argument, type Call, constant, type Span, type Value } from '../../program'
import { type Grammar, optionsIn, switchMark, turnsOff } from './options'

/** A command line taken apart. */
export interface Line {
  /** Words that are no options and no values of options, the program first. */
  readonly words: readonly Argument[]
  /** By name without dashes; a flag is `true`. */
  readonly options: ReadonlyMap<string, readonly Argument[]>
}

/** The words of a command and what it is given as environment. */
export interface Parts {
  readonly words: readonly Argument[]
  readonly environment: readonly Argument[]
}

/** The words of a call of a command, its name first. */
export function partsOf(call: Call): Parts {
  const name = call.callee.kind === 'command' ? call.callee.name : ''
  const first: Argument = { name: null, value: constant(name), span: call.name }
  return {
    words: [first, ...call.arguments.filter(argument => argument.name === null)],
    environment: call.arguments.filter(argument => argument.name !== null),
  }
}

/** A word's text; `null` where it is not known. */
export function wordOf(argument: Argument | undefined): string | null {
  const value = argument?.value
  return value?.kind === 'constant' && !argument?.splat ? String(value.value) : null
}

/**
 * Takes a command line apart. An option of which nothing is known takes the next word as its value when `greedy`, and
 * stands alone otherwise.
 */
export function takeApart(words: readonly Argument[], grammar: Grammar, greedy: boolean): Line {
  const plain: Argument[] = []
  const options = new Map<string, Argument[]>()
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]
    if (!word) continue
    const text = startOf(word)
    if (text === '--') {
      plain.push(...words.slice(i + 1))
      break
    }
    const given = text === null || i === 0 ? [] : optionsIn(text, grammar)
    if (given.length === 0) plain.push(word)
    for (const option of given) {
      const next = words[i + 1]
      const { takes } = option
      if (takes === 'rest')
        addGiven(options, option.name, { ...word, value: restOf(word.value, option.from) }, grammar)
      else if (next && !looksLikeOption(next) && (takes === 'next' || (takes === 'open' && greedy))) {
        add(options, option.name, next)
        i += 1
      } else add(options, option.name, { ...word, value: constant(true) })
    }
  }
  return { words: plain, options }
}

// `--dry-run=none` says the same as no such option.
function addGiven(options: Map<string, Argument[]>, name: string, given: Argument, { flags }: Grammar): void {
  const { value } = given
  if (!flags.has(name)) add(options, name, given)
  else if (value.kind !== 'constant') add(options, name + switchMark, given)
  else if (!turnsOff(value.value)) add(options, name, given)
}

function add(options: Map<string, Argument[]>, name: string, argument: Argument): void {
  const known = options.get(name)
  if (known) known.push(argument)
  else options.set(name, [argument])
}

function looksLikeOption(word: Argument): boolean {
  const text = startOf(word)
  return text !== null && /^--?[A-Za-z]/.test(text)
}

// What a word begins with, as far as it is written out; a space stands for the rest, since no option has one.
function startOf({ value }: Argument): string | null {
  if (value.kind === 'constant') return String(value.value)
  const first = value.kind === 'text' ? value.parts[0] : undefined
  return first?.kind === 'constant' ? `${String(first.value)} ` : null
}

/** What a word begins with as it is written out: `--stage=` of `--stage=$STAGE`; `null` where it begins with what is filled in. */
export function beginningOf(value: Value): string | null {
  const first = value.kind === 'text' ? value.parts[0] : value
  return first?.kind === 'constant' ? String(first.value) : null
}

/** A word without its first characters: `--stage=$STAGE` without the option. */
export function restOf(value: Value, from: number): Value {
  if (value.kind === 'constant') return constant(String(value.value).slice(from))
  if (value.kind !== 'text') return { kind: 'unknown' }
  const [first, ...others] = value.parts
  const rest = first?.kind === 'constant' ? String(first.value).slice(from) : ''
  const [only] = others
  if (rest === '' && others.length === 1 && only) return only
  return { kind: 'text', parts: rest === '' ? others : [constant(rest), ...others] }
}

/** Arguments that hold less than one of a whole line does: what the command says itself, and that with its folder. */
export function narrower(name: string): readonly [itself: string, inFolder: string] {
  return [`${name} itself`, `${name} in its folder`]
}

/**
 * The arguments of a command as those of a call: options by their names, the words behind its own ones by position, and what
 * a condition may ask besides: `$` for the whole line, `<` and `>` for what it reads and where its output goes.
 */
export function argumentsOf(
  line: Line,
  ownWords: number,
  environment: readonly Argument[],
  call: Call,
  job: string,
): Argument[] {
  const options = [...line.options].flatMap(([name, given]): Argument[] => {
    const [first, ...others] = given
    if (!first || others.length === 0) return given.map(one => ({ ...one, name }))
    return [{ ...first, name, value: { kind: 'collection', items: given.map(({ value }) => value) } }]
  })
  const { span, input, output } = call
  const streams = [
    ...(input ? [{ name: '<', value: input, span }] : []),
    ...(output ? [{ name: '>', value: output, span }] : []),
  ]
  return [...line.words.slice(ownWords), ...options, ...environment, ...streams, ...wholeLines(call, job)]
}

// The folder and the job in which a command runs tell where it works as well, but less than what it says itself.
function wholeLines(call: Call, job: string): Argument[] {
  const entered = call.callee.kind === 'command' ? call.callee.directory : null
  // Which folder a variable holds its name does not tell.
  const directory = entered?.replace(/^\$\{[^}]*\}/, '') ?? ''
  const around = goesOn.test(job) ? '' : job
  const own = ownParts(call)
  const line = (name: string, outer: readonly string[]): Argument => {
    const parts = [...outer.filter(text => text !== '').map(constant), ...own]
    return {
      name,
      value: { kind: 'text', parts: parts.flatMap(part => [part, constant(' ')]) },
      span: call.span,
    }
  }
  const [itself, inFolder] = narrower('$')
  return [
    line('$', [directory, around]),
    ...(directory !== '' || around !== '' ? [line(itself, [])] : []),
    ...(directory !== '' && around !== '' ? [line(inFolder, [directory])] : []),
  ]
}

// Names of variables tell as much as their values.
function ownParts(call: Call): readonly Value[] {
  const { words: given, environment } = partsOf(call)
  const isAction = call.callee.kind === 'command' && call.callee.name.startsWith('uses: ')
  const inputs = isAction ? environment.filter(({ name, value }) => name !== 'PWD' && !isOff(value)) : []
  const words = [
    ...given.map(word => word.value),
    ...inputs.flatMap(({ name, value }) => [constant(name), value]),
  ]
  return [...words, written(call.span)].map(withoutOff)
}

// `--set canary.enabled=false`, `--set canary.weight=100`: there is no canary.
const switchedOff = /(?<![^\s,=])[\w.-]+=(?:false|off|no|0|100)(?![^\s,"'])/gi

function withoutOff(word: Value): Value {
  return word.kind === 'constant' ? constant(String(word.value).replace(switchedOff, '')) : word
}

function isOff(value: Value): boolean {
  return value.kind === 'constant' && /^(false)?$/i.test(String(value.value ?? ''))
}

/** `build-test-deploy` tests first, `deploy-and-test` afterwards, and what they deploy is no test. */
export const goesOn =
  /test(?:(?!test).)*(?:deploy|release|publish|promot|roll)|(?:deploy|release|publish|promote)[-_ ]+(?:and|then)[-_ ]/i

/** A place as its file writes it. */
export function written({ file, start, end }: Span): Value {
  return constant(file.text.slice(start, Math.min(end, start + longest)))
}

const longest = 2000
