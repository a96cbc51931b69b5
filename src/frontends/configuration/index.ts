import type { Notice, SourceFile, Value } from '../../program'
import { jsonContent } from './json'
import { environmentContent, iniContent, tomlContent } from './tables'
import { yamlContent } from './yaml'

export { openTable } from './values'

/** What a configuration file holds; `null` where it cannot be read. */
export interface Content {
  readonly value: Value | null
  readonly notices: readonly Notice[]
}

export type Format = 'yaml' | 'json' | 'toml' | 'ini' | 'env'

// Longer files are data.
const longest = 400_000

/** Reads a configuration file as plain values that know their places. */
export function readContent(file: SourceFile, format: Format | null): Content {
  if (file.text.length > longest) {
    const message = `It has more than ${longest.toLocaleString('en-US')} characters, so none of its values was read.`
    return { value: null, notices: [{ path: file.path, line: 0, kind: 'limit', message }] }
  }
  switch (format ?? formatOf(file.path)) {
    case 'yaml':
      return yamlContent(file)
    case 'json':
      return jsonContent(file)
    case 'toml':
      return tomlContent(file)
    case 'ini':
      return iniContent(file)
    case 'env':
      return environmentContent(file)
    case null:
      return { value: null, notices: [] }
  }
}

function formatOf(path: string): Format | null {
  const [, ending = ''] = /\.([A-Za-z]+)$/.exec(path) ?? []
  if (/^ya?ml$/.test(ending)) return 'yaml'
  if (/^(ini|cfg|conf)$/.test(ending)) return 'ini'
  if (ending === 'json' || ending === 'toml') return ending
  return /(^|\/)\.env(\.\w+)*$/.test(path) ? 'env' : null
}
