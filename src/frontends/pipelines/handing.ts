import { mixOf, type Notice, type SourceFile, type Value } from '../../program'
import type { Job, Pipeline, Variables } from './pipeline'

/** What all steps of a file may be handed of variables that others have set, which is the square of the steps. */
export const mostHanded = 20_000

/** Those variables that a script speaks of. */
export function namedIn(variables: Pick<Variables, 'get'>, script: string): Variables {
  const words = new Set(script.match(/\w+/g))
  return new Map(
    [...words].flatMap(word => {
      const value = variables.get(word)
      return value ? [[word, value] as const] : []
    }),
  )
}

/** Says that a program finds no more than that in a variable that its step does not name. */
export function tellWithheld({ path }: SourceFile): Notice {
  return { path, line: 0, kind: 'limit', message: tooMany }
}

const tooMany =
  'Steps set very many variables for those after them; what a program finds in one that its step does not name is taken as uncertain.'

/** A pipeline whose steps were not all handed what others have set by these names: what else it knows by them may be that. */
export function doubted(
  pipeline: Pipeline,
  names: ReadonlySet<string>,
  other: (name: string) => Value,
): Pipeline {
  const inTable = (variables: Variables): Variables =>
    new Map(
      [...variables].map(([name, value]) => [name, names.has(name) ? mixOf([value, other(name)]) : value]),
    )
  const inJob = (job: Job): Job => ({ ...job, variables: inTable(job.variables) })
  const { variables, jobs, parts = [] } = pipeline
  return { ...pipeline, variables: inTable(variables), jobs: jobs.map(inJob), parts: parts.map(inJob) }
}
