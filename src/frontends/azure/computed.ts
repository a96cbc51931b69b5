import type { Operation, Value } from '../../program'
import { compare, type Known, negated } from './expressions'

// What a variable is computed from is put together from few questions.
const deepest = 3
const mostOperands = 8

/**
 * What a variable says that is computed when the pipeline runs: `$[eq(variables['Build.Reason'], 'PullRequest')]`. Of what
 * stands there as it is nothing is known, since a person or a step may set it anew.
 */
export function answerKnown(value: Value, predefined: (name: string) => Known): Known {
  const answer = value.kind === 'operation' ? answerOf(value, predefined, 0) : null
  return answer === null ? null : { exact: answer ? 'True' : 'False' }
}

function answerOf(
  { operator, operands }: Operation,
  predefined: (name: string) => Known,
  depth: number,
): boolean | null {
  if (depth > deepest || operands.length > mostOperands) return null
  const answers = (): (boolean | null)[] =>
    operands.map(one => (one.kind === 'operation' ? answerOf(one, predefined, depth + 1) : null))
  if (operator === 'and') return decided(answers(), false)
  if (operator === 'or') return decided(answers(), true)
  if (operator === 'not') return negated(answers()[0] ?? null)
  const [left = null, right = null] = operands
  if (!left || !right || (operator !== '==' && operator !== '!=')) return null
  const [one, other] = [textOf(left, predefined), textOf(right, predefined)]
  const same = compare('eq', one, other) ?? compare('eq', other, one)
  return same === null ? null : same === (operator === '==')
}

function decided(answers: readonly (boolean | null)[], decisive: boolean): boolean | null {
  if (answers.includes(decisive)) return decisive
  return answers.includes(null) ? null : !decisive
}

function textOf(value: Value, predefined: (name: string) => Known): Known {
  if (value.kind === 'constant') return { exact: String(value.value) }
  const isVariable =
    value.kind === 'field' && value.of.kind === 'name' && value.of.name === 'pipeline.variables'
  return isVariable && typeof value.name === 'string' ? predefined(value.name.toLowerCase()) : null
}
