import { analyseSources } from '../support/analyse'
import { builtin as rules } from '../support/builtin'
import { withoutMargin } from '../support/margin'
import { expectAsMarked } from './marked'

export { rules }

/** Code, and what its findings say of the checks around them: `void evaluation: why`. */
export type Reasoned = readonly [python: string, reasons: readonly string[]]

/** Expects findings on the marked lines and on no other, and of all of them together these reasons in this order. */
export async function expectReasons(prelude: string, [python, reasons]: Reasoned): Promise<void> {
  await expectAsMarked(prelude, python)
  const text = `${withoutMargin(prelude)}\n${withoutMargin(python)}`
  const findings = await analyseSources({ 'churn.py': text }, rules)
  const told = findings.flatMap(({ guards }) =>
    guards.map(({ kind, strength, says }) => `${strength} ${kind}: ${says}`),
  )
  expect(told).toEqual(reasons)
}

/** Of each finding its level, and what it says of each check. */
export function told(python: string): Promise<readonly string[]> {
  return toldOf({ 'churn.py': withoutMargin(python) })
}

/** The same of several files. */
export async function toldOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const findings = await analyseSources(files, rules)
  return findings.flatMap(({ level, guards }) => [
    level,
    ...guards.map(({ kind, strength, says }) => `${strength} ${kind}: ${says}`),
  ])
}
