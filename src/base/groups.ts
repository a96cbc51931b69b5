/** Puts a value behind those that the group under a key has. */
export function addTo<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [value])
  // A list that is pushed to makes room for seventeen, and most groups stay small.
  else if (group.length < 4) groups.set(key, group.concat([value]))
  else group.push(value)
}
