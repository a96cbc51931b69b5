import type { Call, Parameter, Unit } from '../../program'
import { argumentFor, callersOf, isStatic } from '../resolve'
import { givenTo } from './overriding'
import { isRuledOut } from './ruled-out'
import { isCommand } from './served'
import { handlersOf, headOf, isExcepted, type Source, sourcesAt, spanOf } from './sources'
import { originOf, type Scene, waysOf } from './trace'
import { andThen, unboundAt, unknownWay, type Way } from './trail'
import { pointOf } from './writes'

const mostCallers = 24

/** Every way from where a parameter comes from: what callers give for it, or what fills it from outside. */
export function fromParameter(scene: Scene, parameter: Parameter): readonly Way[] {
  const { linked } = scene.sources
  const unit = linked.program.units.get(parameter.unit)
  const shape = unit?.parameters[parameter.index]
  if (!unit || !shape) return unknownWay
  if (parameter.index === 0 && isReceiver(unit, shape.name)) return unknownWay
  const filled = filledFromOutside(scene, unit, parameter.index)
  if (filled.length > 0) return filled
  const entered = scene.entered.get(unit.name)
  if (entered) return fromArgument(scene, entered.scene, parameter, entered.call)
  const callers = callersOf(linked, unit)
  if (callers.length === 0)
    return [unboundAt(headOf(unit), shape.name, scene.sources.handedOn.has(unit.name))]
  const ways = callers.slice(0, mostCallers).flatMap(site => {
    const point = pointOf(site.unit, site.block, site.call)
    const there: Scene = { ...scene, point, file: site.unit.file, seen: site.call.span, entered: new Map() }
    return fromArgument(scene, there, parameter, site.call)
  })
  return callers.length > mostCallers || scene.sources.handedOn.has(unit.name) ? [...ways, null] : ways
}

// A document shows a method without its class.
function isReceiver(unit: Unit, name: string): boolean {
  return unit.owner === null ? name === 'self' : !isStatic(unit)
}

function fromArgument(scene: Scene, there: Scene, parameter: Parameter, call: Call): readonly Way[] {
  const unit = scene.sources.linked.program.units.get(parameter.unit)
  const shape = unit?.parameters[parameter.index]
  const value = unit && (argumentFor(unit, parameter.index, call) ?? shape?.default)
  if (!value || !shape) return unknownWay
  if (isRuledOut(scene, parameter, value)) return []
  const seen = spanOf(call, value)
  const says = `\`${unit.label}\` takes it as \`${shape.name}\``
  return waysOf({ ...there, seen, content: scene.content, direct: scene.direct }, value).map(way =>
    andThen(way, seen, says),
  )
}

// By the type of the parameter, by its default, by a decorator, or because a framework calls the function.
function filledFromOutside(scene: Scene, unit: Unit, index: number): readonly Way[] {
  const { linked } = scene.sources
  const shape = unit.parameters[index]
  if (!shape) return []
  const head = headOf(unit)
  const typed = shape.type ? sourcesAt(linked, { kind: 'instance', of: shape.type }, head) : []
  const byDefault = shape.default ? sourcesAt(linked, shape.default, head).filter(isFromUser) : []
  const handled = handlersOf(scene.sources, unit).filter(
    ({ entry }) => !isExcepted(linked, entry, shape.default),
  )
  const command = isCommand(unit) ? unit : null
  return [...typed, ...byDefault, ...handled, ...givenTo(linked, unit, index)].map(source =>
    originOf(scene, { ...source, span: head }, command),
  )
}

function isFromUser({ entry }: Source): boolean {
  return entry.from === 'upload' || entry.from === 'command-line'
}
