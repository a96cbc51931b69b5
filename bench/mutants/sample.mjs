// Which mutants are looked at where there are too many of them, and how far their score may be off.

const least = 12

/** So many items out of several groups, of each by its size and at least a few; the same for the same seed. */
export function stratifiedSampleOf(groups, count, seed) {
  const all = groups.reduce((sum, group) => sum + group.length, 0)
  return groups.flatMap(group =>
    sampleOf(group, Math.max(least, Math.round((count * group.length) / all)), seed),
  )
}

function sampleOf(items, count, seed) {
  const random = randomFrom(seed)
  const keyed = items.map(item => [random(), item])
  return keyed
    .sort(([a], [b]) => a - b)
    .slice(0, count)
    .map(([, item]) => item)
}

// Mulberry32: small, and the same on every machine.
function randomFrom(seed) {
  let state = Number(seed) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

// Of a normal distribution, for 95 %.
const z = 1.96

/** Between what the share of all lies with a confidence of 95 % (Wilson). */
export function interval(hits, all) {
  if (all === 0) return [0, 1]
  const share = hits / all
  const middle = (share + z ** 2 / (2 * all)) / (1 + z ** 2 / all)
  const half = (z * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2))) / (1 + z ** 2 / all)
  return [middle - half, middle + half]
}

/** What share of all is hit, and between what it lies, where each group stands for as many as it has. */
export function estimateOf(groups) {
  const size = groups.reduce((sum, group) => sum + group.size, 0)
  let share = 0
  let variance = 0
  for (const group of groups) {
    const weight = group.size / size
    const part = group.caught / group.all
    share += weight * part
    variance += (weight ** 2 * part * (1 - part)) / group.all
  }
  const half = z * Math.sqrt(variance)
  return { share, low: share - half, high: share + half }
}
