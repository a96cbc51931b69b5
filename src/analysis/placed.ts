import type { Unit } from '../program'
import type { Linked } from './linked'
import { possibleLiterals } from './possible'
import { classify, type Target } from './targets'

/** What a name says of the environment that something works in. */
export function placeOf(linked: Linked, text: string): Target {
  const words = linked.knowledge.telling.get('environment')
  return words ? classify(text, words) : 'unknown'
}

/** The environments that a job declares, as far as each has one name. */
export function environmentsOf(linked: Linked, job: Unit): string[] {
  return job.blocks.flatMap(({ facts }) =>
    facts.flatMap(fact => {
      if (fact.kind !== 'call' || fact.callee.kind !== 'name' || fact.callee.name !== 'pipeline.environment')
        return []
      const name = fact.arguments.find(argument => argument.name === 'name')
      const { values, complete } = name
        ? possibleLiterals(linked, name.value)
        : { values: [], complete: false }
      return complete && values.length === 1 ? values.map(String) : []
    }),
  )
}
