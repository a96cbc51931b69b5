import { type Operation, type Operator, unknown, type Value } from '../../program'
import { addCall } from '../builder'
import type { Scope } from './scope'

const shifts: Readonly<Partial<Record<Operator, string>>> = {
  '>>': 'operator.rshift',
  '<<': 'operator.lshift',
}

/**
 * Where no number is shifted the operators are there for what they do: `extract >> train >> deploy`, one by one. Of a chain the last
 * `most` links are noted; what stands in brackets in it has been already.
 */
export function noteShifts(scope: Scope, value: Value, most: number): void {
  const links: Operation[] = []
  for (
    let at: Value | undefined = value;
    at?.kind === 'operation' && shifts[at.operator];
    at = at.operands[0]
  )
    links.push(at)
  if (links.some(({ operands }) => operands.some(({ kind }) => kind === 'constant'))) return
  for (const { operator, operands, span } of links.slice(0, most).reverse()) {
    const [left = unknown, right = unknown] = operands
    const before = left.kind === 'operation' && shifts[left.operator] ? (left.operands[1] ?? left) : left
    const callee: Value = { kind: 'name', name: shifts[operator] ?? '', from: null, dots: 0 }
    const args = [before, right].map(operand => ({ name: null, value: operand, span }))
    addCall(scope.builder, callee, args, span, span)
  }
}
