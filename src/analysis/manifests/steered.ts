/** A stretch of a template that a condition lets through, `null` for what stands behind `else`. */
interface Branch {
  readonly condition: string | null
  readonly from: number
  readonly to: number
}

interface Open {
  readonly start: number
  readonly condition: string | null
  readonly branches: Branch[]
}

const action = /\{\{-?\s*(if|else if|else|end|range|with|define|block)\b([^{}]*?)-?\}\}/g

/**
 * A template without what its conditions leave out, and without what they leave out perhaps. Where whole objects stand
 * behind a condition they are left alone. https://helm.sh/docs/chart_template_guide/control_structures/
 */
export function steered(text: string, holds: (condition: string) => boolean | null): string {
  const out: Branch[] = []
  const open: (Open | null)[] = []
  for (const { 0: written, 1: word, 2: rest = '', index } of text.matchAll(action)) {
    const start = index + written.length
    if (word === 'if') open.push({ start, condition: rest.trim(), branches: [] })
    else if (word === 'end') out.push(...leftOut(text, closed(open.pop(), index), holds))
    else if (word === 'else' || word === 'else if') {
      const inner = open.at(-1)
      if (!inner) continue
      const condition = word === 'else' ? null : rest.trim()
      open[open.length - 1] = { start, condition, branches: closed(inner, index) }
    } else open.push(null)
  }
  return without(text, out)
}

function closed(open: Open | null | undefined, to: number): Branch[] {
  return open ? [...open.branches, { condition: open.condition, from: open.start, to }] : []
}

function leftOut(
  text: string,
  branches: readonly Branch[],
  holds: (condition: string) => boolean | null,
): readonly Branch[] {
  if (branches.some(({ from, to }) => /^[ \t]*kind[ \t]*:/m.test(text.slice(from, to)))) return []
  const state = (branch: Branch): boolean | null =>
    branch.condition === null ? true : holds(branch.condition)
  const first = branches.find(branch => state(branch) !== false)
  return branches.filter(branch => branch !== first || state(branch) === null)
}

function without(text: string, out: readonly Branch[]): string {
  let kept = ''
  let at = 0
  for (const { from, to } of [...out].sort((a, b) => a.from - b.from)) {
    // What steers keeps its own line, where it had one.
    if (from > at) kept += text.slice(at, from) + (text.slice(from, to).includes('\n') ? '\n' : '')
    at = Math.max(at, to)
  }
  return kept + text.slice(at)
}
