import type { Case, Matcher, Sink } from '../../rules/schema'
import { literalIn, type WrittenArgument } from './written'

/** What one form of a sink asks of the call and of versions, all of it. */
export interface Form {
  readonly asks: readonly Question[]
  readonly pinned: string | null
  /** Whether nothing may be given. */
  readonly bare: boolean
}

/** What any call is. */
export const anyForm: readonly Form[] = [{ asks: [], pinned: null, bare: false }]

interface Question {
  /** The parameter, and its place among those that go by it; -1 for none. */
  readonly name: string
  readonly at: number
  /** What it has to be; `true` for anything, `false` where it must not be given. */
  readonly is: boolean | { readonly literal: string | number | boolean | null } | RegExp
}

/** The forms in which a sink is reported. */
export function formsOf({ if: always, when, parameters, bare }: Sink): readonly Form[] {
  const reported = when.filter(one => one.safe === undefined)
  const cases: readonly Pick<Case, 'if' | 'pinned'>[] = when.length === 0 ? [{}] : reported
  return cases.map(one => ({
    asks: [one.if, always].flatMap(conditions =>
      Object.entries(conditions ?? {}).flatMap(([path, matcher]) => questionOf(parameters, path, matcher)),
    ),
    pinned: one.pinned ?? null,
    bare,
  }))
}

function questionOf(parameters: readonly string[], path: string, matcher: Matcher): Question[] {
  const [name = '', ...further] = path.split('.')
  // What a method is called on is no argument.
  if (name === 'receiver') return []
  const at = parameters.indexOf(name)
  return [{ name, at, is: further.length > 0 ? true : wanted(matcher) }]
}

// What a literal can be told by without knowing anything else.
function wanted(matcher: Matcher): Question['is'] {
  if (matcher === null || typeof matcher !== 'object') return { literal: matcher }
  if ('given' in matcher) return matcher.given
  return 'matches' in matcher ? new RegExp(matcher.matches) : true
}

/** Whether a call may be one of these forms, going by what is written behind its bracket. */
export function mayBeGiven(
  forms: readonly Form[],
  given: () => readonly WrittenArgument[] | null,
  mayBePinned: (requirement: string) => boolean,
): boolean {
  return forms.some(
    ({ asks, pinned, bare }) =>
      (!bare || (given()?.length ?? 0) === 0) &&
      (asks.length === 0 || meets(asks, given())) &&
      (pinned === null || mayBePinned(pinned)),
  )
}

/** The texts that an argument has to be one of, by its place; `null` where it may be another. */
export function literalsOf(forms: readonly Form[], at: number): readonly string[] | null {
  const texts = forms.flatMap(({ asks }) => {
    const is = asks.find(one => one.at === at)?.is
    const text = typeof is === 'object' && 'literal' in is ? is.literal : null
    return typeof text === 'string' && /^\w+$/.test(text) ? [text] : []
  })
  return texts.length === forms.length ? texts : null
}

function meets(asks: readonly Question[], given: readonly WrittenArgument[] | null): boolean {
  if (!given) return true
  const placed = given.filter(({ name }) => name === null)
  return asks.every(({ name, at, is }) => {
    const found = given.find(argument => argument.name === name) ?? placed[at]
    if (!found) return is === false
    if (typeof is === 'boolean') return is
    const literal = literalIn(found.text)
    if (literal === undefined) return true
    return is instanceof RegExp ? literal === null || is.test(String(literal)) : literal === is.literal
  })
}
