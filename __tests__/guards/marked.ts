import { found, promised } from '../rules/expectation'
import { analyseSources } from '../support/analyse'
import { builtin } from '../support/builtin'

/** Python of one file, or of several by their paths. Lines that are reported end in `# reported`, maybe `as note`. */
export type Marked = string | Readonly<Record<string, string>>

/** Expects findings on the marked lines and on no other, whichever rule they are of. */
export async function expectAsMarked(prelude: string, marked: Marked, rules = builtin): Promise<void> {
  const files = typeof marked === 'string' ? { 'churn.py': marked } : marked
  const sources = Object.fromEntries(
    Object.entries(files).map(([path, python]) => [
      path,
      `${withoutMargin(prelude)}\n${withoutMargin(python)}`,
    ]),
  )
  const promises = promised({ title: '', files: sources }, '*')
  expect(found(await analyseSources(sources, rules), promises)).toEqual(promises)
}

function withoutMargin(python: string): string {
  const lines = python.replace(/^\n|\n *$/g, '').split('\n')
  const margins = lines.filter(line => line.trim() !== '').map(line => line.search(/\S/))
  return lines.map(line => line.slice(Math.min(...margins, 80))).join('\n')
}
