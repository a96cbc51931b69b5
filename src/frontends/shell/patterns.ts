/**
 * The plain texts that a pattern stands for where it only spells one in either case: `[Yy]`, `[Yy]*`, `^(y|yes)$`.
 * `null` where it says more than that.
 */
export function plainForms(pattern: string, kind: 'glob' | 'regex'): readonly string[] | null {
  // Without both anchors it looks for a part of the text.
  if (kind === 'regex' && !/^\^.*\$$/.test(pattern) && !pattern.includes('[')) return null
  const core = kind === 'regex' ? withoutAnchors(pattern) : withoutTail(pattern)
  const forms = (kind === 'regex' ? core.split('|') : [core]).map(form => plainForm(form))
  return forms.every(form => form !== null) ? forms : null
}

function withoutAnchors(pattern: string): string {
  const bare = pattern.replace(/^\^/, '').replace(/\$$/, '')
  return /^\([^()]*\)$/.test(bare) ? bare.slice(1, -1) : bare
}

// What comes after the first letters of an answer does not change it.
function withoutTail(pattern: string): string {
  return pattern.startsWith('[') ? pattern.replace(/\*$/, '') : pattern
}

function plainForm(form: string): string | null {
  const plain = form
    .replace(/^\^|\$$/g, '')
    .replace(/^\(|\)$/g, '')
    .replace(/\[([A-Za-z])([A-Za-z])\]/g, (whole, a: string, b: string) =>
      a.toLowerCase() === b.toLowerCase() ? a.toLowerCase() : whole,
    )
  return /^[\w./:@%+=,-]+$/.test(plain) ? plain : null
}
