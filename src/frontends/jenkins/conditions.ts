import { constant, type Operator, type Span, unknown, type Value } from '../../program'
import { callsIn } from './directives'
import { type Call, type Closure, calleeName, type Statement } from './groovy/tree'
import { environmentValue, type Scope } from './scope'
import { argumentNamed, plainText } from './scripts'
import { valueIn } from './values'

/** What a `when` asks. https://www.jenkins.io/doc/book/pipeline/syntax/#when */
export function whenTest(scope: Scope, { body, span }: Closure): Value | null {
  const asked = callsIn(body).filter(call => !/^before(Agent|Input|Options)$/.test(calleeName(call.callee)))
  return asked.length === 0
    ? null
    : joined(
        'and',
        asked.map(call => conditionOf(scope, call, 0)),
        span,
      )
}

/** Whether a `when` is asked before the `input` of its stage. */
export function asksFirst({ body }: Closure): boolean {
  return callsIn(body).some(call => {
    const [first] = call.arguments
    const on = first?.value.kind === 'constant' && first.value.value === true
    return /^before(Input|Options)$/.test(calleeName(call.callee)) && on
  })
}

function joined(operator: Operator, operands: readonly Value[], span: Span): Value {
  const [only] = operands
  return only && operands.length === 1 ? only : { kind: 'operation', operator, operands, span }
}

const deepest = 20

function conditionOf(scope: Scope, call: Call, depth: number): Value {
  const { span } = call
  const inner = (): Value[] =>
    depth > deepest
      ? [unknown]
      : callsIn(call.body?.body ?? []).map(one => conditionOf(scope, one, depth + 1))
  switch (calleeName(call.callee)) {
    case 'allOf':
      return joined('and', inner(), span)
    case 'anyOf':
      return joined('or', inner(), span)
    case 'not':
      return { kind: 'operation', operator: 'not', operands: [joined('and', inner(), span)], span }
    case 'expression':
      return lastValue(scope, call.body?.body ?? [])
    case 'branch':
      return compared(
        'BRANCH_NAME',
        plainText(argumentNamed(call, 'pattern') ?? call.arguments[0]?.value),
        span,
      )
    case 'environment':
      return compared(
        plainText(argumentNamed(call, 'name')) ?? '',
        plainText(argumentNamed(call, 'value')),
        span,
      )
    default:
      return unknown
  }
}

// A pattern is no name.
function compared(name: string, wanted: string | null, span: Span): Value {
  if (wanted === null || /[*?]/.test(wanted)) return unknown
  return { kind: 'operation', operator: '==', operands: [environmentValue(name), constant(wanted)], span }
}

function lastValue(scope: Scope, body: readonly Statement[]): Value {
  const last = body.at(-1)
  if (body.length !== 1 || !last) return unknown
  if (last.kind === 'expression') return valueIn(scope, last.value, false)
  return last.kind === 'return' && last.value ? valueIn(scope, last.value, false) : unknown
}
