import { Language, type Node, Parser } from 'web-tree-sitter'

export type { Node }

/** A parser for one language. Trees live in the sandbox's memory until they are released. */
export interface Grammar {
  /** Parses `text`, hands the root to `use`, and releases the tree. Columns and offsets are UTF-16 units. */
  parse<T>(text: string, use: (root: Node) => T): T
}

let runtime: Promise<void> | null = null

/** Loads a grammar from its WebAssembly bytes; the runtime's bytes are needed once. */
export async function loadGrammar(runtimeBytes: Uint8Array, grammarBytes: Uint8Array): Promise<Grammar> {
  runtime ??= Parser.init({ wasmBinary: runtimeBytes })
  await runtime
  const language = await Language.load(grammarBytes)
  const parser = new Parser()
  parser.setLanguage(language)
  return { parse: (text, use) => parseWith(parser, text, use) }
}

function parseWith<T>(parser: Parser, text: string, use: (root: Node) => T): T {
  const tree = parser.parse(text)
  if (!tree) throw new Error('the parser gave no tree')
  try {
    return use(tree.rootNode)
  } finally {
    tree.delete()
  }
}
