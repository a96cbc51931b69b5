// The calls of the catalogue as rules of Semgrep, for a comparison of speed without a network: it answers the question which
// calls there are, as far as a pattern can, and not the question what guards them.

/** One rule for each catalogue that has calls of Python; `isCommand` tells what is none. */
export function semgrepRules({ catalogs }, isCommand) {
  return {
    rules: catalogs.flatMap(({ sinks }, at) => {
      const calls = sinks.flatMap(({ call }) => call.filter(name => !isCommand(name) && !isAssignment(name)))
      const patterns = [...new Set(calls.map(patternOf))].sort()
      if (patterns.length === 0) return []
      return [
        {
          id: `catalogue-${at}`,
          languages: ['python'],
          severity: 'WARNING',
          message: 'A call of the catalogue.',
          'pattern-either': patterns.map(pattern => ({ pattern })),
        },
      ]
    }),
  }
}

function isAssignment(name) {
  return /__set(?:attr|item)__$/.test(name)
}

// What an object is made by stands somewhere else than where its method is called.
function patternOf(name) {
  if (/[()[\]]/.test(name)) return `$OBJECT.${name.slice(name.lastIndexOf('.') + 1)}(...)`
  return `${name
    .split('.')
    .map((part, at) => (part === '*' ? `$PART${at}` : part))
    .join('.')}(...)`
}
