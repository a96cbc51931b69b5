import { onceFor } from '../../base/once'
import { shortened } from '../../base/shortened'
import { type Argument, onDisk, type Span, type Value } from '../../program'
import type { ManifestRule, Sink } from '../../rules/schema'
import { conditionsHold } from '../cases'
import { type Evidence, joined } from '../guards/evidence'
import type { Linked } from '../linked'
import { deployedArguments, deployedBy } from './deployed'
import { asArguments, type Deployed, itemsIn, literal, under, workedOut } from './objects'

/** What a command deploys, and what that means. */
export interface Deployment {
  /** What conditions may ask of it. */
  readonly arguments: readonly Argument[]
  /** To complete "It deploys …". */
  readonly says: readonly string[]
  /** What holds back a new version of all of it, or only looks as if it did. */
  readonly evidence: readonly Evidence[]
}

interface Serving {
  readonly object: Deployed
  readonly rule: ManifestRule
}

const most = 3

// What is most of a promotion goes first.
const mostServing = ['approval', 'model', 'workload', 'anything'] as const

/** What a call of a sink deploys; `null` where its sink says nothing of that. */
export function deploymentAt(linked: Linked, sink: Sink, args: readonly Argument[]): Deployment | null {
  if (sink.deploys.length === 0) return null
  const { objects, open, cut } = deployedBy(linked, sink, args)
  if (cut) noteCut(linked, args)
  const known = objects.flatMap(object => {
    const rule = ruleFor(linked, object)
    return rule ? [{ object, rule }] : []
  })
  const served = known.filter(({ rule }) => rule.serves !== 'target')
  const serving = served.filter(({ rule }) => rule.serves !== 'anything')
  const targets = known.filter(({ rule }) => rule.serves === 'target')
  const strange = objects.some(object => isStrange(linked, object))
  const unseen = open || strange || objects.length === 0 ? 'unknown' : 'other'
  const what = mostServing.find(kind => served.some(({ rule }) => rule.serves === kind)) ?? unseen
  return {
    arguments: deployedArguments(
      what,
      serving.map(({ object }) => object),
      targets.map(({ object }) => object),
      args,
    ),
    says: serving.slice(0, most).map(one => sayDeployed(one, args[0]?.span)),
    evidence: evidenceOf(linked, serving).filter(({ strength }) => !cut || strength !== 'strong'),
  }
}

// What was not looked at may serve a model, and nothing may hold it back.
function noteCut(linked: Linked, [first]: readonly Argument[]): void {
  if (!first) return
  const { path } = onDisk(first.span).file
  const message = 'A command of this file deploys more than is looked at; some of it was not judged.'
  linked.configured.notices.set(`what ${path} deploys`, [{ path, line: 0, kind: 'limit', message }])
}

// What an extension of the cluster does that the catalogue does not know, nobody can tell.
function isStrange(linked: Linked, { group }: Deployed): boolean {
  const plain = !group.includes('.') || group.endsWith('.k8s.io')
  return !plain && linked.knowledge.manifests.every(rule => rule.group !== group)
}

function ruleFor(linked: Linked, object: Deployed): ManifestRule | undefined {
  return rulesOf(linked)(object).rule
}

// Very many commands may deploy the same files.
const rulesOf = onceFor((linked: Linked) =>
  onceFor((object: Deployed) => ({
    rule: linked.knowledge.manifests.find(
      rule =>
        rule.group === object.group &&
        rule.kind.includes(object.kind) &&
        conditionsHold(linked, { parameters: [], if: rule.if }, asArguments(object)),
    ),
  })),
)

// What the command itself writes lies in no file of its own.
function sayDeployed({ object: { name, span }, rule }: Serving, command: Span | undefined): string {
  const { path } = span.file
  const shown = name.replaceAll(workedOut, '…').replaceAll('`', "'")
  const named = shown === '' || shown === '…' ? '' : ` \`${shortened(shown, 60)}\``
  return `${rule.says}${named}${span === command ? '' : ` (\`${path.replaceAll('`', "'")}\`)`}`
}

// Of several objects each has to be held back.
function evidenceOf(linked: Linked, serving: readonly Serving[]): Evidence[] {
  const own = serving.map(one => guardIn(linked, one))
  const found = own.map((guard, i) => guard ?? coveredBy(serving, own, serving[i]))
  const [first, ...others] = found
  if (!first || others.some(other => other === null))
    return found.flatMap(one => (one?.strength === 'void' || one?.strength === 'weak' ? [one] : []))
  return [others.reduce((a: Evidence, b) => (b ? joined(a, b) : a), first)]
}

function coveredBy(
  serving: readonly Serving[],
  guards: readonly (Evidence | null)[],
  one: Serving | undefined,
): Evidence | null {
  const at = serving.findIndex(
    ({ object, rule }, i) =>
      guards[i] && object.group === one?.object.group && rule.covers.includes(one.object.kind),
  )
  return guards[at] ?? null
}

function guardIn(linked: Linked, { object, rule }: Serving): Evidence | null {
  return guardsOf(linked)(object)(rule).guard
}

const guardsOf = onceFor((linked: Linked) =>
  onceFor((object: Deployed) =>
    onceFor((rule: ManifestRule) => ({ guard: guardAmong(linked, object, rule) })),
  ),
)

function guardAmong(linked: Linked, object: Deployed, rule: ManifestRule): Evidence | null {
  const certain = { ...object, value: object.held ?? object.value }
  const args = asArguments(certain)
  const guard = rule.guards.find(
    one => conditionsHold(linked, { parameters: [], if: one.if }, args) && someHolds(linked, one, certain),
  )
  if (!guard) return null
  const { kind, strength, says } = guard
  return { kind, strength, says, subject: '', outcome: null, span: object.span }
}

type Guard = ManifestRule['guards'][number]

function someHolds(linked: Linked, { some, where, until }: Guard, { value, span }: Deployed): boolean {
  if (some === undefined) return true
  for (const item of itemsOrOne(under(value, ...some.split('.')))) {
    const args = (item.kind === 'dictionary' ? item.entries : []).map(
      ({ key, value: inner }): Argument => ({ name: literal(key), value: inner, span }),
    )
    if (conditionsHold(linked, { parameters: [], if: where }, args)) return true
    if (until && conditionsHold(linked, { parameters: [], if: until }, args)) return false
  }
  return false
}

// A block that stands once is no list.
function itemsOrOne(value: Value | null): readonly Value[] {
  return value?.kind === 'dictionary' ? [value] : itemsIn(value)
}
