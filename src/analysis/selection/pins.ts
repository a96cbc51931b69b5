import type { SourceFile } from '../../program'
import type { PackageKnowledge } from '../versions/known'

/** Whether some file may ask for versions that meet a requirement: `numpy<1.16.3`. A file that is asked for asks for itself. */
export type Pins = (requirement: string, own: SourceFile) => boolean

/** Asks what texts say of versions, as far as a text tells. */
export function openPins(files: readonly SourceFile[], packages: PackageKnowledge): Pins {
  const known = new Map<string, (own: SourceFile) => boolean>()
  return (requirement, own) => {
    const asked = known.get(requirement) ?? pinsFor(files, wantedOf(requirement, packages))
    known.set(requirement, asked)
    return asked(own.container?.file ?? own)
  }
}

// Each file is asked once, however many calls it holds.
function pinsFor(files: readonly SourceFile[], wanted: Wanted | null): (own: SourceFile) => boolean {
  if (!wanted || files.some(file => maySay(file, wanted))) return () => true
  const known = new WeakMap<SourceFile, boolean>()
  return own => {
    const itself = known.get(own) ?? saysItself(own, wanted)
    known.set(own, itself)
    return itself
  }
}

// What code installs it installs for itself.
function saysItself(file: SourceFile, wanted: Wanted): boolean {
  return /\b(?:install|add|create|update)\b/.test(file.text) && maySay(file, wanted)
}

interface Wanted {
  readonly names: RegExp
  /** Every version that meets it is older. */
  readonly below: readonly number[]
}

// A version that is older than all that the requirement allows says nothing else.
function wantedOf(requirement: string, { names, brought }: PackageKnowledge): Wanted | null {
  const [, name = '', range = ''] = /^([\w.-]+)\s*(.*)$/.exec(requirement) ?? []
  const below = /(?:^|,)\s*<=?\s*(\d+(?:\.\d+)*)/.exec(range)?.[1]
  if (below === undefined) return null
  const others = [...names].flatMap(([key, known]) =>
    known === name ? [key.slice(key.indexOf(':') + 1)] : [],
  )
  const bringing = (brought.get(name) ?? []).map(({ asks }) => /^[\w.-]+/.exec(asks)?.[0] ?? name)
  const any = [name, ...others, ...bringing].map(one => one.replace(/[-_.]/g, '[-_.]'))
  return { names: new RegExp(`(?<![\\w-])(?:${any.join('|')})(?![\\w-])`, 'gi'), below: numbersIn(below) }
}

function numbersIn(version: string): readonly number[] {
  return version.split('.').map(Number)
}

// The rest of the line behind the name of a package, and the next one that is about its version, behind other keys.
const behind =
  /^(?:\\\r?\n|[^\n])*(?:(?:\n[ \t]*["']?[\w-]+["']?[ \t]*[=:][^\n]*){0,5}\n[ \t{]*["']?version[^\n]*)?/
const nearby = 200
// Its digests stand between the name of a package and its version.
const spacious = /(^|\/)(?:Pipfile\.lock|(?:[\w.-]+\.)?conda-lock\.ya?ml)$/
// With what stands before it: what must be younger says nothing. A number that stands for itself is none.
const versions = /([<>=!~^]*)[\s"']*(?<![\w.])v?(\d+(?:\.\d+)+|(?<=[<>=!~^][\s"']*)\d+)/g
// `- numpy 1`, `- numpy 1.*`
const spaced = /^[ \t]+(\d+)(?:\.\*)?[ \t]*["']?[ \t]*(?:$|[|,#\r])/m
// `numpy==${NUMPY}`
const filledIn = /^[^\w\n]*[=<>~][^\w\n]*[${%]/

function maySay({ path, text }: SourceFile, { names, below }: Wanted): boolean {
  for (const { 0: name, index } of text.matchAll(names)) {
    if (spacious.test(path)) return true
    const after = behind.exec(text.slice(index + name.length, index + name.length + nearby))?.[0] ?? ''
    const whole = spaced.exec(after)?.[1]
    if (filledIn.test(after) || (whole !== undefined && isNoYounger([Number(whole)], below))) return true
    for (const [, operator = '', version = ''] of after.matchAll(versions))
      if (!/[>!]/.test(operator) && isNoYounger(numbersIn(version), below)) return true
  }
  return false
}

function isNoYounger(version: readonly number[], than: readonly number[]): boolean {
  for (let at = 0; at < Math.max(version.length, than.length); at += 1) {
    const [own = 0, other = 0] = [version[at], than[at]]
    if (own !== other) return own < other
  }
  return true
}
