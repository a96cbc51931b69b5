import { lineOf } from '../base/lines'
import { shortened } from '../base/shortened'
import type { GuardVerdict } from '../program'
import type { Rule } from '../rules/schema'
import type { Outcome } from './cases'
import type { Knowledge } from './knowledge'
import type { Trail } from './origins/trail'
import type { SinkSite } from './sinks'

/** What is told beside what the call does. */
export interface Beside {
  readonly origin: Trail | null
  /** Why the pipeline that it stands in never runs; `null` where it does. */
  readonly inert: string | null
  /** Why a call that names no environment counts as one in production. */
  readonly placed: string | null
  /** The kinds of guard that the project requires and that do not stand in front of it. */
  readonly lacking: readonly GuardVerdict['kind'][]
  readonly guards: readonly GuardVerdict[]
}

/** What a finding says: first the fact and what is missing, then what else decided. Reports list the guards themselves. */
export function messageFor(knowledge: Knowledge, rule: Rule, site: SinkSite, beside: Beside): string {
  const { origin, inert, placed } = beside
  const { outcome } = site
  const sentences = [`\`${subjectOf(knowledge, site)}\` ${outcome.says}, and ${missing(rule, beside)}.`]
  if (origin) sentences.push(`The artifact ${origin.says}.`)
  if (site.deployment && site.deployment.says.length > 0)
    sentences.push(`It deploys ${site.deployment.says.join(', ')}.`)
  sentences.push(...aboutTarget(outcome), ...aboutFile(outcome), ...aboutVersion(outcome))
  if (placed !== null) sentences.push(`It counts as production, since ${placed}.`)
  if (inert !== null) sentences.push(`It counts for less, since ${inert}.`)
  if (site.guessed)
    sentences.push('The type of the object could not be resolved; the name of the method gave it away.')
  if (outcome.possible && !outcome.target)
    sentences.push('This depends on a value that could not be resolved.')
  return sentences.join(' ')
}

const replacement = /\.__setattr__$/

// An environment variable is called by its name, and what is replaced by what replaces it.
function subjectOf({ sets }: Knowledge, { name, arguments: args }: SinkSite): string {
  const key = args[0]?.value
  if (key?.kind !== 'constant') return displayName(name)
  if (sets(name)) return String(key.value)
  return replacement.test(name)
    ? `${displayName(name.replace(replacement, () => `.${visibleText(String(key.value))}`))} = …`
    : displayName(name)
}

// With something in front of it, what is missing is not the check but its proof.
function missing(rule: Rule, { guards, lacking }: Beside): string {
  if (lacking.length > 0)
    return `no ${lacking.join(' and no ')} stands in front of it, which this project requires`
  return guards.some(guard => guard.strength === 'medium')
    ? 'the check in front of it proves too little'
    : rule.missing
}

function aboutTarget({ target, possible }: Outcome): string[] {
  if (!target) return []
  // Of a whole command line, which the report shows, there is no more to say.
  if (/(^|\.)\$( |$)|^deploys/.test(target.argument))
    return possible ? ['Where it works could not be resolved, so this may be a move to production.'] : []
  const name = target.argument.split('.').at(-1) ?? target.argument
  const [text, ...others] = target.texts.map(visibleText)
  if (text === undefined)
    return [`What \`${name}\` says could not be resolved, so this may be a move to production.`]
  const alternatives = others.length > 0 ? ', among others' : ''
  return [`\`${name}\` ${possible ? 'may be' : 'is'} \`${text}\`${alternatives}.`]
}

// The place of what decides is worth more than the place where it is asked for.
function aboutFile({ read }: Outcome): string[] {
  const [at] = read
  if (!at) return []
  const { line } = lineOf(at.file.text, at.start)
  return [`\`${at.file.path.replaceAll('`', "'")}\` says so in line ${line}.`]
}

// A hole in a text is shown as people write one.
function visibleText(text: string): string {
  return shortened(text.replaceAll('\u0000', '…').replaceAll('`', "'"), 80)
}

function aboutVersion({ pin }: Outcome): string[] {
  if (!pin?.setting) return []
  const { span, written } = pin.setting
  const { line } = lineOf(span.file.text, span.start)
  return [`\`${visibleText(span.file.path)}\` says \`${visibleText(written)}\` in line ${line}.`]
}

/** A sink's name as people write it: `joblib.load`, `MlflowClient.copy_model_version`. */
export function displayName(name: string): string {
  if (name.startsWith('$ ')) return name.slice(2)
  const plain = name.replaceAll('()', '').replaceAll('[]', '')
  const parts = plain.split('.')
  return name.includes('()') || parts.length > 3 ? parts.slice(-2).join('.') : plain
}
