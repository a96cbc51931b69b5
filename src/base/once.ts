/** What `make` makes of an object, made where it is asked for first. */
export function onceFor<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const known = new WeakMap<Of, Made>()
  return of => keptIn(known, of, () => make(of))
}

/** What `make` makes of a text, made where it is asked for first. */
export function remembered<Made>(make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>()
  return text => keptIn(known, text, () => make(text))
}

/** What `make` makes, made where it is asked for first. */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

interface Known<Key, Made> {
  get(key: Key): Made | undefined
  set(key: Key, made: Made): unknown
}

/** What is known under a key, made where it is asked for first. */
export function keptIn<Key, Made>(known: Known<Key, Made>, key: Key, make: () => Made): Made {
  const before = known.get(key)
  if (before !== undefined) return before
  const made = make()
  known.set(key, made)
  return made
}
