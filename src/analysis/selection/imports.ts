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
  return [...found, ...importsByName(text)]
}

const importByName = /\b(?:import_module|__import__)\(\s*(?:name\s*=\s*)?["']([A-Za-z_][\w.]{0,200})["']/g
const lookBack = 200

// `torch = importlib.import_module("torch")`. Where else it may be put, and how it is called there, is not told.
function importsByName(text: string): RawImport[] {
  if (!text.includes('import_module(') && !text.includes('__import__(')) return []
  return [...text.matchAll(importByName)].flatMap(({ 1: name = '', index }) => {
    const before = text.slice(Math.max(text.lastIndexOf('\n', index) + 1, index - lookBack), index)
    const variable = /^[ \t]*([A-Za-z_]\w*)[ \t]*(?::[^=\n]*)?=(?!=)/.exec(before)?.[1]
    const bounds = variable === undefined ? ['*'] : [variable, '*']
    return bounds.map(bound => ({ dots: 0, base: '', name, bound }))
  })
}
