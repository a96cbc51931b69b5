import { addTo } from '../../base/groups'
import type { SourceFile } from '../../program'
import type { ModuleIndex } from '../modules'
import { type Import, importsOf, type SharedNames } from './brought'
import { withoutImports } from './imports'
import { type Layout, layoutOf } from './layout'
import type { Probe } from './probe'
import { withoutTexts } from './prose'
import type { Sketch } from './sketch'
import type { Use } from './uses'

/** What can be seen of a Python file without parsing it. */
export interface Outline extends Probe {
  readonly file: SourceFile
  readonly sketch: Omit<Sketch, 'imports'>
  readonly imports: readonly Import[]
  /** Those that get a name. */
  boundTo(name: string): readonly Import[]
  /** The imported names that stand alone in the code somewhere, also with what is taken from them: `torch.jit`. */
  alone(): ReadonlySet<string>
  /** The text without documentation and comments, of which every offset stays. */
  code(): string
  /** That of the code. */
  layout(): Layout
}

/** What the outlines of all files share. */
export interface Shared {
  readonly rest: SharedNames
  /** Gives strings of their own for names that are pieces of a text. */
  readonly named: (name: string) => string
  readonly code: (file: SourceFile) => string
}

/** Outlines a file. */
export function openOutline(
  file: SourceFile,
  { imports, ...sketch }: Sketch,
  probe: Probe,
  modules: ModuleIndex,
  shared: Shared,
): Outline {
  return new FileOutline(file, sketch, importsOf(file.path, imports, modules, shared.rest), probe, shared)
}

// In most files there are too few to be worth a map of their own.
const fewImports = 40

const noImports: readonly Import[] = []

// A class, since there are as many as files: functions that are made for each of them would take most of the memory.
class FileOutline implements Outline {
  private byName: ReadonlyMap<string, readonly Import[]> | null = null
  private standing: ReadonlySet<string> | null = null
  private laid: Layout | null = null

  constructor(
    readonly file: SourceFile,
    readonly sketch: Outline['sketch'],
    readonly imports: readonly Import[],
    private readonly probe: Probe,
    private readonly shared: Shared,
  ) {}

  says(name: string): boolean {
    return this.probe.says(name)
  }

  defines(name: string): boolean {
    return this.probe.defines(name)
  }

  matches(pattern: RegExp): boolean {
    return this.probe.matches(pattern)
  }

  uses(): (number: number) => Use | null {
    return this.probe.uses()
  }

  boundTo(name: string): readonly Import[] {
    if (this.imports.length <= fewImports) return this.imports.filter(each => each.bound === name)
    this.byName ??= byBound(this.imports)
    return this.byName.get(name) ?? noImports
  }

  alone(): ReadonlySet<string> {
    this.standing ??= aloneIn(
      withoutImports(withoutTexts(this.file.text)),
      new Set(this.imports.map(each => each.bound)),
      this.shared.named,
    )
    return this.standing
  }

  code(): string {
    return this.shared.code(this.file)
  }

  layout(): Layout {
    this.laid ??= layoutOf(this.code(), this.shared.named)
    return this.laid
  }
}

function byBound(imports: readonly Import[]): ReadonlyMap<string, readonly Import[]> {
  const found = new Map<string, Import[]>()
  for (const each of imports) addTo(found, each.bound, each)
  return found
}

// Nothing more is taken from it there, no text says it, and it is not what gets a value.
// Of what may follow, these words let it be the value: `pickle if fast else dill`.
const onward = String.raw`(?![ \t]*[."']|[ \t]+(?!(?:if|else|or|and|for)\b)\w)`
const standing = new RegExp(
  String.raw`(?<![.\w"'])(?:[A-Za-z_]\w*(?![\w"'])${onward}|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+(?![\w"'])(?![ \t]*\()${onward})(?!\s*=[^=])`,
  'g',
)

function aloneIn(code: string, bound: ReadonlySet<string>, named: Shared['named']): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [name] of code.matchAll(standing)) {
    const end = name.indexOf('.')
    if (!found.has(name) && bound.has(end < 0 ? name : name.slice(0, end))) found.add(named(name))
  }
  return found
}
