import { type ParameterShape, type SourceFile, unknown, type Value } from '../../program'
import { type Builder, bind, lookUp } from '../builder'
import { enterFolder } from './folders'
import type { WordToken } from './plain-tokens'
import { kept } from './scope'

/** What is known of a script of PowerShell or `cmd` while it is read. */
export interface Plain {
  readonly file: SourceFile
  readonly language: 'powershell' | 'cmd'
  readonly parameters: ParameterShape[]
  readonly bound: Map<string, Value[]>
  /** What a name stands for that nothing has bound. */
  readonly free: (name: string) => Value
  readonly assign: (builder: Builder, name: string, value: Value) => void
  /** The folder at hand; `null` where it cannot be known. */
  directory: string | null
}

export function openPlain(file: SourceFile, language: Plain['language']): Plain {
  const parameters: ParameterShape[] = []
  const bound = new Map<string, Value[]>()
  const free = (name: string): Value => {
    // Variables of PowerShell are not those of the environment.
    if (language === 'powershell' && !name.startsWith('env:')) return unknown
    parameters.push({ name: name.replace(/^env:/, ''), kind: 'environment', default: null, type: null })
    return { kind: 'parameter', unit: file.path, index: parameters.length - 1 }
  }
  const assign = (builder: Builder, name: string, value: Value): void => {
    const plainName = name.replace(/^env:/, '')
    bound.set(plainName, [...(bound.get(plainName) ?? []).slice(-50), value])
    bind(builder, keyOf(language, name), value)
  }
  return { file, language, parameters, bound, free, assign, directory: '' }
}

export function closeParameters({ parameters }: Plain): readonly ParameterShape[] {
  return parameters
}

// Names have no case in either language.
function keyOf(language: Plain['language'], name: string): string {
  if (language === 'cmd') return name.toUpperCase()
  const [, scope, rest = ''] = /^(env):(.*)$/i.exec(name) ?? []
  return scope ? `env:${rest.toUpperCase()}` : name.toLowerCase().replace(/^(script|global|local):/, '')
}

/** What a word stands for. */
export function wordValue(plain: Plain, builder: Builder, word: WordToken): Value {
  const parts: Value[] = []
  for (const part of word.parts) {
    const value = partValue(plain, builder, part)
    const last = parts.at(-1)
    if (value.kind === 'constant' && last?.kind === 'constant')
      parts[parts.length - 1] = { kind: 'constant', value: `${last.value}${value.value}` }
    else if (!(value.kind === 'constant' && value.value === '')) parts.push(value)
  }
  const [only, second] = parts
  if (only === undefined) return { kind: 'constant', value: '' }
  return second === undefined ? only : { kind: 'text', parts }
}

function partValue(plain: Plain, builder: Builder, part: WordToken['parts'][number]): Value {
  if (part.kind === 'unknown') return unknown
  if (part.kind === 'text') return { kind: 'constant', value: part.text }
  if (isStatus(part.name)) return lookUp(builder, kept.status)
  if (plain.language === 'powershell' && /^(true|false|null)$/i.test(part.name))
    return { kind: 'constant', value: part.name.toLowerCase() }
  return lookUp(builder, keyOf(plain.language, part.name))
}

/** Whether a variable holds the status of the command before. */
function isStatus(name: string): boolean {
  return /^(lastexitcode|errorlevel|\?)$/i.test(name)
}

/** Goes to another folder. */
export function changeFolder(plain: Plain, to: Value | null): void {
  const path = to?.kind === 'constant' ? String(to.value).replaceAll('\\', '/') : null
  plain.directory = path === null || /^[A-Za-z]:/.test(path) ? null : enterFolder(plain.directory, path)
}
