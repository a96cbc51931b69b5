import type { Call, Unit } from '../../program'
import type { Engine } from './engine'
import { meetEach, nothing, type State } from './evidence'
import { establishedByReturn } from './returns'

/** What has been established where a pipeline that others call starts by itself; `null` where only they start it. */
export function whereStarted(engine: Engine, unit: Unit): State {
  if (unit.kind !== 'pipeline') return null
  const triggers = triggersIn(unit)
  const own = triggers.filter(trigger => eventOf(trigger) !== 'call')
  // Of what says nothing of being called nobody knows what starts it where it is.
  if (own.length === triggers.length) return null
  return meetEach(own, trigger => establishedByReturn(engine, trigger) ?? nothing)
}

/** The names of the events that start a pipeline. */
export function eventsOf(unit: Unit): readonly string[] {
  return triggersIn(unit).map(eventOf)
}

function triggersIn(unit: Unit): readonly Call[] {
  return unit.blocks.flatMap(({ facts }) =>
    facts.flatMap(fact => {
      const isTrigger =
        fact.kind === 'call' && fact.callee.kind === 'name' && fact.callee.name === 'pipeline.trigger'
      return isTrigger ? [fact] : []
    }),
  )
}

function eventOf(trigger: Call): string {
  const event = trigger.arguments.find(argument => argument.name === 'event')?.value
  return event?.kind === 'constant' ? String(event.value) : ''
}
