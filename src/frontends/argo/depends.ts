import { type Expression, holds, type Knowing, parseExpression } from '../kubernetes/expressions'

/** How a task may have ended, as `depends` asks for it. */
export type Ended = 'Succeeded' | 'Failed' | 'Errored' | 'Skipped' | 'Omitted'

const results = /\.(Succeeded|Failed|Errored|Skipped|Omitted|Daemoned|AnySucceeded|AllFailed)$/

/** What a task waits for. */
export interface Depends {
  /** The tasks that it names. */
  readonly tasks: readonly string[]
  /** Whether it may start where that task has ended so. */
  readonly startsAfter: (task: string, ended: Ended) => boolean
}

/** Reads `depends`; `null` where it is no expression. https://argo-workflows.readthedocs.io/en/latest/enhanced-depends-logic/ */
export function readDepends(text: string, tasks: readonly string[]): Depends | null {
  const expression = parseExpression(text)
  if (!expression || !isLogic(expression)) return null
  const atoms = atomsOf(expression).map(atom => nameOf(atom, tasks))
  return {
    tasks: [...new Set(atoms)],
    startsAfter: (task, ended) => holds(expression, after(task, ended, tasks)) !== false,
  }
}

/** What `dependencies` says: all of them went well, or were skipped. */
export function allOf(tasks: readonly string[]): Depends {
  return { tasks, startsAfter: (_, ended) => ended === 'Succeeded' || ended === 'Skipped' }
}

function isLogic(expression: Expression): boolean {
  if (expression.kind === 'not') return isLogic(expression.of)
  if (expression.kind !== 'binary') return expression.kind === 'word' && !expression.quoted
  const { operator, left, right } = expression
  return (operator === '&&' || operator === '||') && isLogic(left) && isLogic(right)
}

function atomsOf(expression: Expression): string[] {
  if (expression.kind === 'not') return atomsOf(expression.of)
  if (expression.kind === 'binary') return [...atomsOf(expression.left), ...atomsOf(expression.right)]
  return expression.kind === 'word' ? [expression.text] : []
}

// A task may have a dot in its name.
function nameOf(atom: string, tasks: readonly string[]): string {
  return tasks.includes(atom) ? atom : atom.replace(results, '')
}

function after(task: string, ended: Ended, tasks: readonly string[]): Knowing {
  return {
    text: () => null,
    holds: part => {
      if (part.kind !== 'word' || nameOf(part.text, tasks) !== task) return null
      const result = part.text === task ? null : part.text.slice(task.length + 1)
      // One of many may have gone well where the task as a whole did not.
      if (result === 'AnySucceeded') return ended === 'Succeeded' ? true : ended === 'Failed' ? null : false
      if (result === 'AllFailed') return ended === 'Failed' ? null : false
      return result === null ? ended === 'Succeeded' || ended === 'Skipped' : result === ended
    },
  }
}
