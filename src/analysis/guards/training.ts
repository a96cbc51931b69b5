import { onceFor } from '../../base/once'
import type { Call, Unit, Value } from '../../program'
import type { Linked } from '../linked'
import { libraryNames } from '../resolve'
import { wordsIn } from '../words'
import { artifactOf, keyOf } from './artifacts'
import { leadsTo } from './reach'
import { settledOf } from './settled'

const deepest = 4

/** Whether a metric is by its name one of the data that a model was trained on: `train_auc`. */
export function isOfTraining({ knowledge: { metrics } }: Linked, name: string): boolean {
  // `train_run.metrics["auc"]` is what a run of training has logged, of whichever data.
  const words = wordsIn(/(\w+)\W*$/.exec(name)?.[1] ?? '')
  return words.some(word => metrics.training.has(word)) && !words.some(word => metrics.heldBack.has(word))
}

/**
 * Whether a metric is measured on the very data that the unit has fitted the model to before:
 * `roc_auc_score(y, model.predict(X))` behind `model.fit(X, y)`.
 */
export function isMeasuredOnTraining(linked: Linked, unit: Unit, value: Value): boolean {
  const measured = measurementIn(linked, value, 0)
  const calls = callsIn(unit)
  const at = measured && calls.get(measured.call)
  if (!measured || !at) return false
  const { model, rows, truth } = measured
  const fits = [...calls].filter(
    ([fit, place]) => isFit(linked, fit) && comesBefore(unit, place, at) && isFitted(linked, fit, model),
  )
  // A model that has been fitted twice knows what it was fitted to last.
  const isKnown = fits.every(
    ([
      {
        arguments: [given, wanted],
      },
    ]) => {
      return given && wanted && isSame(linked, given.value, rows) && isSame(linked, wanted.value, truth)
    },
  )
  return isKnown && fits.some(([, place]) => isOnEveryWay(unit, place, at))
}

interface Place {
  readonly block: number
  readonly fact: number
}

const callsIn = onceFor(
  (unit: Unit): ReadonlyMap<Call, Place> =>
    new Map(
      unit.blocks.flatMap(({ facts }, block) =>
        facts.flatMap((fact, at) =>
          fact.kind === 'call' ? [[fact, { block, fact: at }] satisfies [Call, Place]] : [],
        ),
      ),
    ),
)

function comesBefore({ blocks }: Unit, first: Place, second: Place): boolean {
  return first.block === second.block ? first.fact < second.fact : leadsTo(blocks, first.block, second.block)
}

function isOnEveryWay({ blocks }: Unit, through: Place, to: Place): boolean {
  if (through.block === to.block) return through.fact < to.fact
  const seen = new Set([0].filter(block => block !== through.block))
  for (const at of seen)
    for (const edge of blocks[at]?.next ?? []) if (edge.to !== through.block) seen.add(edge.to)
  return !seen.has(to.block)
}

function isFit({ knowledge: { measuring } }: Linked, { callee }: Call): boolean {
  return callee.kind === 'field' && measuring.fits.has(callee.name)
}

// `model = RandomForestClassifier().fit(X, y)`
function isFitted(linked: Linked, fit: Call, model: Value): boolean {
  const asked = settledOf(model)
  if (asked.kind === 'result' && asked.call === fit) return true
  return fit.callee.kind === 'field' && isSame(linked, fit.callee.of, model)
}

function isSame(linked: Linked, one: Value, other: Value): boolean {
  const [first, second] = [settledOf(one), settledOf(other)]
  if (first === second) return first.kind !== 'unknown' && first.kind !== 'constant'
  const [key, same] = [first, second].map(value => keyOf(linked, artifactOf(linked, value), 0))
  return key !== undefined && key === same && !key.includes('?')
}

interface Measurement {
  readonly call: Call
  readonly model: Value
  readonly rows: Value
  readonly truth: Value
}

function measurementIn(linked: Linked, value: Value, depth: number): Measurement | null {
  const settled = settledOf(value)
  if (depth > deepest) return null
  // `loss, accuracy = model.evaluate(X, y)`
  if (settled.kind === 'item') return measurementIn(linked, settled.of, depth + 1)
  if (settled.kind !== 'result') return null
  const { call } = settled
  const [first, second] = call.arguments.map(argument => argument.value)
  const names = libraryNames(linked, call.callee)
  if (names.some(name => converting.test(name))) return first ? measurementIn(linked, first, depth + 1) : null
  if (!first || !second || call.arguments.some(argument => argument.splat)) return null
  const { scores, compares } = linked.knowledge.measuring
  if (call.callee.kind === 'field' && scores.has(call.callee.name))
    return { call, model: call.callee.of, rows: first, truth: second }
  const isCompared = names.some(name => compares.some(pattern => pattern.test(name)))
  const predicted = isCompared ? predictionIn(linked, second, 0) : null
  return predicted && { call, ...predicted, truth: first }
}

const converting = /^(float|round)$/

// `model.predict_proba(X)[:, 1]`
function predictionIn(
  linked: Linked,
  value: Value,
  depth: number,
): Pick<Measurement, 'model' | 'rows'> | null {
  const settled = settledOf(value)
  if (settled.kind === 'item' && depth < deepest) return predictionIn(linked, settled.of, depth + 1)
  if (settled.kind !== 'result') return null
  const { callee, arguments: args } = settled.call
  const [rows, other] = args
  const isPredicting = callee.kind === 'field' && linked.knowledge.measuring.predicts.has(callee.name)
  return isPredicting && rows && !other ? { model: callee.of, rows: rows.value } : null
}
