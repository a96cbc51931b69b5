import { openSketching, type PythonIn, selectFiles } from '../analysis/select'
import { openNotebooks } from '../analysis/selection/notebooks'
import { answersTo, openProbe, type Recording, recorded, usesAsked } from '../analysis/selection/probe'
import type { Sketch } from '../analysis/selection/sketch'
import { digestOf } from '../base/hash'
import { onceFor } from '../base/once'
import { pythonIn } from '../frontends'
import { partlyRead, type SourceFile, type Stretch } from '../program'
import type { RuleSet } from '../rules/schema'
import type { Memory } from './memory'

/** The files that were chosen, with what the choice went by. The lists of paths, texts and traces go together. */
export interface Choice {
  readonly paths: readonly string[]
  /** Digests of the files. */
  readonly texts: readonly string[]
  readonly traces: readonly (Trace | null)[]
  readonly chosen: readonly { readonly path: string; readonly unread?: readonly Stretch[] }[]
}

/** What was asked of a file; there is none where its whole text was looked at. */
interface Trace {
  readonly asked: readonly string[]
  /** That of its sketch and of the answers. */
  readonly digest: string
}

/**
 * Chooses files as `selectFiles` does. What an earlier run has chosen holds where all that it has asked for has the same answer;
 * of most files that is little.
 */
export function chooseFiles(
  files: readonly SourceFile[],
  rules: RuleSet,
  paths: ReadonlySet<string>,
  memory: Memory,
): readonly SourceFile[] {
  const byPath = new Map(files.map(file => [file.path, file]))
  const shown = new Set<string>()
  const inside: PythonIn = file =>
    pythonIn(file, path => {
      shown.add(path)
      return byPath.get(path)
    })
  const isPlain = (file: SourceFile) => /\.pyw?$/.test(file.path) && inside(file) === null
  const traces = openTraces(rules, memory)
  const notebooksIn = openNotebooks(rules)
  const how = digestOf([JSON.stringify(rules), ...[...paths].filter(path => !memory.isOwn(path)).sort()])
  const isSame = (file: SourceFile, { paths, texts, traces: kept }: Choice, at: number): boolean => {
    if (paths[at] !== file.path || texts[at] === memory.digest(file)) return paths[at] === file.path
    const trace = kept[at]
    return trace != null && isPlain(file) && traces.now(file, trace.asked) === trace.digest
  }
  const holds = (choice: Choice): boolean =>
    choice.paths.length === files.length && files.every((file, at) => isSame(file, choice, at))
  const known = memory.choices.find(how, holds)
  if (known) return chosenAgain(byPath, known)
  const watched = new Map<SourceFile, Watched>()
  for (const file of files) if (isPlain(file)) watched.set(file, new Watched(file))
  const chosen = selectFiles(
    files.map(file => watched.get(file) ?? file),
    rules,
    {
      paths,
      pythonIn: file => (file instanceof Watched ? null : inside(file)),
      notebooksIn: file => notebooksIn(behind(file)),
      sketches: { get: file => traces.sketch(behind(file)), set: () => {} },
      probeOf: (file, sketch) => {
        if (!(file instanceof Watched)) return openProbe(file, sketch)
        file.recording = recorded(openProbe(file.watched, sketch), sketch)
        return file.recording.probe
      },
    },
  )
  const traceOf = (file: SourceFile): Trace | null => {
    const log = shown.has(file.path) ? null : watched.get(file)?.asked()
    return log ? { asked: [...log.keys()], digest: traces.digest(file, log) } : null
  }
  const choice: Choice = {
    paths: files.map(({ path }) => path),
    texts: files.map(memory.digest),
    traces: files.map(traceOf),
    chosen: chosen.map(({ path, unread }) => (unread ? { path, unread } : { path })),
  }
  memory.choices.keep(how, choice)
  return chosenAgain(byPath, choice)
}

/** A file of which is known what was asked of it. */
class Watched implements SourceFile {
  readonly path: string
  readonly watched: SourceFile
  recording: Recording | null = null
  private isRead = false

  constructor(file: SourceFile) {
    this.path = file.path
    this.watched = file
  }

  get text(): string {
    this.isRead = true
    return this.watched.text
  }

  /** The questions with their answers; `null` where its text was looked at. */
  asked(): Recording['log'] | null {
    return this.isRead ? null : (this.recording?.log ?? new Map())
  }
}

function behind(file: SourceFile): SourceFile {
  return file instanceof Watched ? file.watched : file
}

function chosenAgain(byPath: ReadonlyMap<string, SourceFile>, { chosen }: Choice): SourceFile[] {
  return chosen.flatMap(({ path, unread }) => {
    const file = byPath.get(path)
    return file ? [unread ? partlyRead(file, unread) : file] : []
  })
}

function openTraces(rules: RuleSet, { sketches }: Memory) {
  const notebooksIn = openNotebooks(rules)
  const sketcher = openSketching(rules)
  const { stamp } = sketcher
  const sketch = onceFor((file: SourceFile): Sketch => {
    const known = sketches.get(file, stamp)
    if (known) return known
    const made = sketcher.sketch(file.text)
    sketches.set(file, stamp, made)
    return made
  })
  // Where a word is used says nothing to who does not ask for its uses.
  const digest = (file: SourceFile, log: Recording['log']): string => {
    const { uses, ...rest } = sketch(file)
    const words = [...new Set(uses.filter((_, at) => at % 2 === 1))].sort((a, b) => a - b)
    const counted = usesAsked([...log.keys()], { uses })
    return digestOf([JSON.stringify([rest, words, counted]), ...notebooksIn(file), ...log.values()])
  }
  const now = (file: SourceFile, asked: readonly string[]): string => {
    const answers = answersTo(asked, openProbe(file, sketch(file)), sketch(file))
    return digest(file, new Map(asked.map((question, at) => [question, answers[at] ?? ''])))
  }
  return { sketch, digest, now }
}
