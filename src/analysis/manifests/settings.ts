import { constant, type Value } from '../../program'
import { hole } from '../possible'
import { merged, nested } from './objects'

/** A value in which one thing is set as an option says it: `traffic.green=100`. */
export function withSetting(value: Value, text: string): Value {
  const [, keys, given] = /^([\w.-]+)=(.*)$/s.exec(text) ?? []
  if (keys === undefined || given === undefined) return value
  const number = given !== '' && Number.isFinite(Number(given)) ? Number(given) : given
  const put: Value = given.includes(hole) ? { kind: 'unknown' } : constant(number)
  return merged(value, nested(keys.split('.'), put))
}
