/** What `make` makes of an object, made where it is asked for first. */
export function onceFor<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  return kept(new WeakMap<Of, Made>(), make)
}

/** What `make` makes of a text, made where it is asked for first. */
export function remembered<Made>(make: (text: string) => Made): (text: string) => Made {
  return kept(new Map<string, Made>(), make)
}

function kept<Of, Made>(
  known: { get(of: Of): Made | undefined; set(of: Of, made: Made): unknown },
  make: (of: Of) => Made,
): (of: Of) => Made {
  return of => {
    const before = known.get(of)
    if (before !== undefined) return before
    const made = make(of)
    known.set(of, made)
    return made
  }
}
