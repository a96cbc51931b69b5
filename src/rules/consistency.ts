import { validRange } from '@renovatebot/pep440'
import { nearest } from '../base/nearest'
import type { Aspect, Case, Catalog, Example, Matcher, Rule, RuleSet } from './schema'
import { type Keys, wrongKey, wrongValue, type YamlFile } from './yaml-file'

/** A rule or catalogue file that is right in itself. */
export interface Read<T> {
  readonly file: YamlFile
  readonly value: T
}

/** Throws a UserError where files that are right in themselves contradict each other or what is known already. */
export function agree(
  rules: readonly Read<Rule>[],
  catalogs: readonly Read<Catalog>[],
  known: RuleSet,
): void {
  const all = [...known.catalogs, ...catalogs.map(read => read.value)]
  const words = all.flatMap(catalog => Object.keys(catalog.words))
  uniqueRules(rules, known)
  rulesHaveSinks(rules, all.flatMap(hazards))
  rulesAreOrdered(rules, known)
  const reported = [...known.rules, ...rules.map(read => read.value)].map(rule => rule.sink)
  for (const read of [...rules, ...catalogs]) uniqueTitles(read)
  for (const read of catalogs) catalogHolds(read, words)
  for (const read of catalogs) furtherHazardsHold(read, reported)
}

/** The hazards that sinks of a catalogue report. */
function hazards(catalog: Catalog): readonly string[] {
  return catalog.sinks.flatMap(sink => [
    sink.does,
    ...sink.when.flatMap(one => [...(one.report === undefined ? [] : [one.report]), ...(one.also ?? [])]),
    ...sink.aspects.map(aspect => aspect.report),
  ])
}

function uniqueRules(rules: readonly Read<Rule>[], known: RuleSet): void {
  const taken = new Set(known.rules.map(rule => rule.id))
  for (const { file, value } of rules) {
    if (taken.has(value.id)) {
      throw wrongValue(
        file,
        ['id'],
        `another rule is called \`${value.id}\`; give this one a name of its own`,
      )
    }
    taken.add(value.id)
  }
}

function rulesHaveSinks(rules: readonly Read<Rule>[], hazards: readonly string[]): void {
  for (const { file, value } of rules) {
    if (hazards.includes(value.sink)) continue
    const says = `no catalogue has a sink that does \`${value.sink}\`; ${choice(value.sink, hazards)}`
    throw wrongValue(file, ['sink'], says)
  }
}

function rulesAreOrdered(rules: readonly Read<Rule>[], known: RuleSet): void {
  const over = new Map([...known.rules, ...rules.map(read => read.value)].map(rule => [rule.id, rule.over]))
  for (const { file, value } of rules)
    value.over.forEach((id, index) => {
      const place = ['over', index]
      if (!over.has(id))
        throw wrongValue(file, place, `no rule is called \`${id}\`; ${choice(id, [...over.keys()])}`)
      if (id !== value.id && !over.get(id)?.includes(value.id)) return
      const says = `\`${id}\` is to speak for \`${value.id}\` as well; keep one of the two`
      throw wrongValue(file, place, says)
    })
}

// A hazard that no rule reports would be left out in silence.
function furtherHazardsHold({ file, value }: Read<Catalog>, reported: readonly string[]): void {
  const holds = (keys: Keys, hazard: string) => {
    if (reported.includes(hazard)) return
    const near = nearest(hazard, reported)
    const remedy = near ? `write \`${near}\`` : `add a rule whose \`sink\` it is`
    throw wrongValue(file, keys, `no rule reports \`${hazard}\`; ${remedy}`)
  }
  value.sinks.forEach((sink, index) => {
    sink.aspects.forEach(({ report }, at) => holds(['sinks', index, 'aspects', at, 'report'], report))
    sink.when.forEach((one, at) =>
      one.also?.forEach((hazard, i) => holds(['sinks', index, 'when', at, 'also', i], hazard)),
    )
  })
}

function uniqueTitles({ file, value }: Read<Rule | Catalog>): void {
  const taken = new Set<string>()
  for (const kind of ['bad', 'good'] as const) {
    value.examples?.[kind].forEach((example: Example, index) => {
      if (taken.has(example.title)) {
        const says = 'another example has this title; say what this one shows'
        throw wrongValue(file, ['examples', kind, index, 'title'], says)
      }
      taken.add(example.title)
    })
  }
}

function catalogHolds({ file, value }: Read<Catalog>, words: readonly string[]): void {
  value.results.forEach((result, index) => {
    callsHold(file, ['results', index], result.call)
    conditionsHold(file, ['results', index, 'if'], result.if, result.parameters, words)
    argumentHolds(file, ['results', index, 'through'], result.through, result.parameters)
  })
  for (const key of ['iterators', 'infinities', 'nans', 'choices', 'setters', 'openers'] as const)
    callsHold(file, [], value[key] ?? [], key)
  value.delegates?.forEach((delegate, index) => {
    callsHold(file, ['delegates', index], delegate.call)
    argumentHolds(file, ['delegates', index, 'calls'], delegate.calls, delegate.parameters)
  })
  value.fields?.forEach((field, index) => callsHold(file, ['fields', index], field.call))
  value.digests?.forEach((digest, index) => {
    const keys = ['digests', index]
    callsHold(file, keys, digest.call)
    conditionsHold(
      file,
      [...keys, 'if'],
      digest.if,
      digest.parameters,
      words,
      digest.call.every(isCommandLine),
    )
  })
  value.options?.forEach((option, index) => {
    for (const key of ['holds', 'default', 'decorates', 'all'] as const)
      callsHold(file, ['options', index], option[key] ?? [], key)
  })
  value.widgets?.forEach((widget, index) => {
    callsHold(file, ['widgets', index], widget.call)
    callsHold(file, ['widgets', index, 'declared'], widget.declared.by, 'by')
  })
  value.readers.forEach((reader, index) => callsHold(file, ['readers', index], reader.call))
  value.manifests.forEach((manifest, index) => manifestHolds(file, ['manifests', index], manifest, words))
  value.sinks.forEach((sink, index) => {
    const keys = ['sinks', index]
    callsHold(file, keys, sink.call)
    const command = sink.call.every(isCommandLine)
    conditionsHold(file, [...keys, 'if'], sink.if, sink.parameters, words, command)
    sink.when.forEach((one, at) => {
      caseHolds(file, [...keys, 'when', at], one, at === sink.when.length - 1)
      conditionsHold(file, [...keys, 'when', at, 'if'], one.if, sink.parameters, words, command)
    })
    sink.aspects.forEach((aspect, at) => {
      const place = [...keys, 'aspects', at]
      conditionsHold(file, [...place, 'if'], aspect.if, sink.parameters, words, command)
      if (aspect.with) companionHolds(file, [...place, 'with'], aspect.with, words)
    })
  })
}

function companionHolds(
  file: YamlFile,
  keys: Keys,
  other: NonNullable<Aspect['with']>,
  words: readonly string[],
): void {
  callsHold(file, keys, other.call)
  conditionsHold(file, [...keys, 'if'], other.if, other.parameters, words, other.call.every(isCommandLine))
}

function manifestHolds(
  file: YamlFile,
  keys: Keys,
  manifest: Catalog['manifests'][number],
  words: readonly string[],
): void {
  // A manifest is asked as a command line is: by the names of its parts, and by `$`.
  conditionsHold(file, [...keys, 'if'], manifest.if, [], words, true)
  manifest.guards.forEach((guard, at) => {
    for (const key of ['if', 'where', 'until'] as const)
      conditionsHold(file, [...keys, 'guards', at, key], guard[key], [], words, true)
    if ((guard.some === undefined) === (guard.where === undefined)) return
    const says = '`some` names a list and `where` what one of its items is; write both or neither'
    throw wrongValue(file, [...keys, 'guards', at], says)
  })
}

/** Whether a text is the name of a function as the catalogue writes it. */
export function isQualifiedName(text: string): boolean {
  return qualifiedName.test(text)
}

/** Whether a text is the beginning of a command line as the catalogue writes it: `$ aws sagemaker update-endpoint`. */
export function isCommandLine(text: string): boolean {
  return /^\$( [^\s$]+)+$/.test(text)
}

const qualifiedName = /^(\*|[\p{L}_][\p{L}\p{N}_]*)(\(\)|\[\])*(\.(\*|[\p{L}_][\p{L}\p{N}_]*)(\(\)|\[\])*)*$/u

function callsHold(file: YamlFile, keys: Keys, calls: readonly string[], key = 'call'): void {
  calls.forEach((call, index) => {
    if (isQualifiedName(call) || isCommandLine(call)) return
    const says = `\`${call}\` is not a qualified name; write one such as \`mlflow.MlflowClient().copy_model_version\``
    throw wrongValue(file, [...keys, key, index], says)
  })
}

/** Throws a UserError for a case that no call can ask or that hides those behind it. */
export function caseHolds(file: YamlFile, keys: Keys, one: Case, last: boolean): void {
  if (!one.if && one.pinned === undefined && !last) {
    throw wrongValue(file, keys, 'a case without `if` or `pinned` takes every call; put it last')
  }
  if (one.pinned !== undefined && !isRequirement(one.pinned)) {
    throw wrongValue(
      file,
      [...keys, 'pinned'],
      `\`${one.pinned}\` is not a requirement; write one such as \`torch>=2.6\``,
    )
  }
}

function isRequirement(text: string): boolean {
  const [, range] = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?\s*((?:[<>=!~]).+)$/.exec(text) ?? []
  return range !== undefined && validRange(range)
}

/** Throws a UserError for conditions on what is no argument, or that nothing can meet. */
export function conditionsHold(
  file: YamlFile,
  keys: Keys,
  conditions: Readonly<Record<string, Matcher>> | undefined,
  parameters: readonly string[],
  words: readonly string[],
  command = false,
): void {
  for (const [path, matcher] of Object.entries(conditions ?? {})) {
    const problem = nameProblem(path, parameters, command)
    if (problem) throw wrongKey(file, keys, path, problem)
    matcherHolds(file, [...keys, path], matcher, words)
  }
}

function argumentHolds(
  file: YamlFile,
  keys: Keys,
  name: string | undefined,
  parameters: readonly string[],
): void {
  const problem = name === undefined ? null : nameProblem(name, parameters, false)
  if (problem) throw wrongValue(file, keys, problem)
}

// Keyword-only arguments are not among the parameters, so only what cannot be an argument, or is one in other letters, is wrong.
function nameProblem(path: string, parameters: readonly string[], command: boolean): string | null {
  const [argument = '', ...keys] = path.split('.')
  if (command && /^(?:[$<>]|[A-Za-z][\w-]*)$/.test(argument) && !keys.includes('')) return null
  const same = (a: string, b: string) => a.toLowerCase().replace(/-/g, '_') === b.toLowerCase()
  const other = parameters.find(name => name !== argument && same(argument, name))
  if (other) return `\`${argument}\` is not a parameter of this call; write \`${other}\``
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(argument) && !keys.includes('')) return null
  return `\`${path}\` is not the name of an argument; write \`argument\` or \`argument.key\``
}

// Matchers that name a word list.
const wordLists = new Set(['target', 'elsewhere', 'unless-elsewhere', 'mentions'])

function matcherHolds(file: YamlFile, keys: Keys, matcher: Matcher, words: readonly string[]): void {
  if (typeof matcher !== 'object' || matcher === null) return
  for (const [key, list] of Object.entries(matcher)) {
    if (!wordLists.has(key) || typeof list !== 'string' || words.includes(list)) continue
    throw wrongValue(file, [...keys, key], `there is no word list \`${list}\`; ${choice(list, words)}`)
  }
  if ('matches' in matcher) expressionHolds(file, [...keys, 'matches'], matcher.matches)
}

function expressionHolds(file: YamlFile, keys: Keys, expression: string): void {
  try {
    new RegExp(expression)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const reason = error.message.replace(/^.*\/: /, '').toLowerCase()
    throw wrongValue(file, keys, `this is not a regular expression: ${reason}; correct it`)
  }
}

function choice(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  if (near) return `write \`${near}\``
  const names = [...new Set(known)].map(name => `\`${name}\``)
  return names.length > 0 ? `write one of ${names.join(', ')}` : 'add one to a file of `catalog/`'
}
