/** What some work gives; `null` where the stack does not reach. */
export function withinStack<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    // Not `instanceof`: it is of another realm where a test runs in a context of its own.
    if (Object(error).name === 'RangeError') return null
    throw error
  }
}
