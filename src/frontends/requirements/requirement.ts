import { parse } from '@renovatebot/pep440/lib/specifier'
import type { Inclusion, Notice, Setting, SourceFile, Span } from '../../program'

/** What a file of versions says. */
export interface Versions {
  readonly settings: readonly Setting[]
  readonly includes: readonly Inclusion[]
  readonly notices: readonly Notice[]
}

/** A package with the versions that are asked for. */
export interface Requirement {
  readonly package: string
  readonly index: Setting['index']
  readonly range: string
  readonly written: string
  readonly marker: string | null
}

// Name, extras, and the rest: https://packaging.python.org/en/latest/specifications/dependency-specifiers/
const beginning = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]{0,1000}\])?\s*/

const longest = 4000

/** Reads `torch[extra]>=2.6,<3; python_version >= "3.10"`; `null` where it is none. */
export function readRequirement(text: string): Requirement | null {
  const written = text.slice(0, longest).trim()
  const [start, name] = beginning.exec(written) ?? []
  if (start === undefined || name === undefined || !/\w$/.test(name)) return null
  const rest = written.slice(start.length)
  const end = rest.startsWith('@') ? rest.search(/\s;/) : rest.indexOf(';')
  const asked = (end < 0 ? rest : rest.slice(0, end)).trim()
  const range = asked.startsWith('@') ? rangeInAddress(name, asked.slice(1)) : rangeIn(asked)
  if (range === null) return null
  const marker = end < 0 ? '' : rest.slice(end).replace(/^\s*;/, '').trim()
  return { package: name, index: 'pypi', range, written, marker: marker === '' ? null : marker }
}

function rangeIn(asked: string): string | null {
  const plain = /^\(.*\)$/.test(asked) ? asked.slice(1, -1) : asked
  // A comma at the end is let through by installers.
  const range = plain.trim().replace(/,\s*$/, '')
  return isRange(range) ? range : null
}

/** Whether a text is a version specifier, or empty. */
export function isRange(text: string): boolean {
  return text === '' || (text.length < 500 && parse(text) !== null)
}

// The name of a wheel or of an archive holds the version: https://packaging.python.org/en/latest/specifications/binary-distribution-format/
function rangeInAddress(name: string, address: string): string {
  const file = decoded(/(?<![^/?#])([^/?#]+)(?:[?#]|$)/.exec(address.trim())?.[1] ?? '')
  return versionOfFile(file, name) ?? ''
}

/** `==2.5.1` for `torch-2.5.1-cp311-cp311-linux_x86_64.whl`; `null` for a file of another package. */
function versionOfFile(file: string, name: string): string | null {
  const [, of = '', version = ''] =
    /^([\w.]+)-([^-\s]+)-[^\s]*\.whl$/.exec(file) ??
    /^([\w.-]+)-(\d[^-\s]*?)\.(?:tar\.gz|zip)$/.exec(file) ??
    []
  const range = `==${version}`
  return version !== '' && normalise(of) === normalise(name) && isRange(range) ? range : null
}

/** A wheel, an archive or a repository (`#egg=torch`) that is named by its address alone; `null` where that names no package. */
export function readAddress(text: string): Requirement | null {
  const written = text.slice(0, longest).trim()
  const egg = /[#&]egg=([A-Za-z0-9][\w.-]*)/.exec(written)?.[1]
  if (egg !== undefined) return { package: egg, index: 'pypi', range: '', written, marker: null }
  const file = decoded(/(?<![^/?#])([^/?#]+)(?:[?#]|$)/.exec(written.replace(/\s.*$/s, ''))?.[1] ?? '')
  const name = /^([\w.]+)-[^-\s]+-.*\.whl$/.exec(file)?.[1] ?? /^([\w.-]+)-\d/.exec(file)?.[1]
  const range = name === undefined ? null : versionOfFile(file, name)
  return name !== undefined && range !== null
    ? { package: name, index: 'pypi', range, written, marker: null }
    : null
}

function decoded(text: string): string {
  return text.replace(/%2b/gi, '+')
}

/** The name of a package as indexes compare it: https://packaging.python.org/en/latest/specifications/name-normalization/ */
export function normalise(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}

/** A setting of a file. */
export function settingOf(
  requirement: Requirement,
  how: Setting['how'],
  span: Span,
  part = '',
  within: readonly string[] = [],
): Setting {
  const { marker, range, index, package: name } = requirement
  const written = requirement.written.replace(/\s+/g, ' ').slice(0, 120)
  return { kind: 'setting', package: name, index, range, written, how, part, marker, within, span }
}

/** A notice about a line, counted from 1. */
export function noticeIn(file: SourceFile, line: number, kind: Notice['kind'], message: string): Notice {
  return { path: file.path, line, kind, message }
}
