/** A name of an import statement as it is written: `from ..a.b import c as d`. */
export interface RawImport {
  readonly dots: number
  readonly base: string
  readonly name: string
  readonly bound: string
}

// Also finds imports in strings and comments: a file too many costs less than one too few.
// No two parts that follow one another take the same sign: trying all ways to share them out would never end.
export const importStatement =
  /\b(?:from(?:[ \t]|\\\r?\n)*(?:(\.+)(?:[ \t]|\\\r?\n)*)?(?:(\w[\w.]*)(?:[ \t]|\\\r?\n)+)?)?import\b(?:[ \t]|\\\r?\n)*(\((?:[^()#]|#[^\n]*)*\)|(?:[\w., \t*]|\\\r?\n)+)/g

/** The names that the import statements of a text bring. */
export function rawImports(text: string): RawImport[] {
  const found: RawImport[] = []
  for (const [, dots = '', base = '', names = ''] of text.matchAll(importStatement))
    for (const part of names.replace(/#[^\n]*|[()\\]/g, ' ').split(',')) {
      const [name = '', as, alias] = part.trim().split(/\s+/)
      if (name !== '')
        found.push({ dots: dots.length, base, name, bound: as === 'as' && alias ? alias : name })
    }
  return found
}
