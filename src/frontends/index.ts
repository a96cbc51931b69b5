import type { ClassShape, Frontend, Notice, Program, Setting, SourceFile, Unit, Value } from '../program'
import { type Grammar, loadGrammar } from './parser'
import { pythonFrontend } from './python'
import { requirementsFrontend } from './requirements'

/** Gives the bytes of the parser's runtime or of a grammar. */
export type GrammarReader = (name: 'runtime' | 'python') => Uint8Array

/** Every frontend, ready to read. */
export async function openFrontends(readGrammar: GrammarReader): Promise<readonly Frontend[]> {
  const python: Grammar = await loadGrammar(readGrammar('runtime'), readGrammar('python'))
  return [pythonFrontend(python), requirementsFrontend]
}

/** Whether some frontend reads files of this path; known before any grammar is loaded. */
export function isReadable(path: string): boolean {
  return /\.pyw?$/.test(path) || requirementsFrontend.claims(path)
}

/** Reads files into one program. */
export function readProgram(
  frontends: readonly Frontend[],
  files: readonly SourceFile[],
  onProgress: (done: number) => void = () => undefined,
): Program {
  const units = new Map<string, Unit>()
  const classes = new Map<string, ClassShape>()
  const stars = new Map<string, readonly Value[]>()
  const settings: Setting[] = []
  const notices: Notice[] = []
  for (const [i, file] of files.entries()) {
    onProgress(i)
    for (const frontend of frontends) {
      if (!frontend.claims(file.path)) continue
      const reading = frontend.read(file)
      for (const unit of reading.units) units.set(unit.name, unit)
      for (const shape of reading.classes) classes.set(shape.name, shape)
      if (reading.stars.length > 0) stars.set(file.path, reading.stars)
      settings.push(...reading.settings)
      notices.push(...reading.notices)
    }
  }
  return { files: new Map(files.map(file => [file.path, file])), units, classes, stars, settings, notices }
}
