import { posix } from 'node:path'
import { openTable } from '../../frontends/configuration'
import { type Call, constant, type Value } from '../../program'
import type { Reader } from '../../rules/schema'
import { mayCall } from '../called'
import { holders, memberValues } from '../holders'
import { entriesFor } from '../knowledge'
import type { CallSite, Linked } from '../linked'
import { referentsOf } from '../resolve'
import { itemUnder } from './asked'
import { compose, merged } from './composed'
import { composedAt, readDecorated } from './compositions'
import { contentOf, filesNamed, foldersAbove } from './files'
import { given } from './given'
import { plainly } from './overrides'
import { filesChanged, filesWritten } from './written'

const mostWays = 12

/** The program with what its code reads from configuration files. */
export function withConfiguration(linked: Linked): Linked {
  const { knowledge } = linked
  const found = linked.sites.flatMap(site => {
    const reader = readerAt(linked, site)
    return reader ? [{ site, reader }] : []
  })
  const merging: Call[] = []
  // What is put into a table counts wherever that is asked for.
  for (const { site, reader } of found) if (reader.keys.length > 0) lookUp(linked, site.call, reader)
  for (const { site, reader } of found) {
    if (reader.through === '*') merging.push(site.call)
    if (reader.through !== undefined) passOn(linked, site.call, reader.through, reader)
    else if (reader.keys.length === 0) keep(linked, site, reader, valuesRead(linked, site, reader))
  }
  if (knowledge.readingDecorators.exact.size > 0)
    for (const unit of linked.program.units.values()) readDecorated(linked, unit)
  // What they put together may have been read further down.
  for (const call of merging) mergeGiven(linked, call)
  return linked
}

function readerAt(linked: Linked, { call }: CallSite): Reader | null {
  if (!mayCall(linked, call, linked.knowledge.readerNames)) return null
  for (const referent of referentsOf(linked, call.callee)) {
    const [found] = referent.kind === 'external' ? entriesFor(linked.knowledge.readers, referent.name) : []
    if (found) return found
  }
  return null
}

function passOn(linked: Linked, call: Call, through: string, { parameters }: Reader): void {
  if (through === '*') return mergeGiven(linked, call)
  const passed = given(call, parameters, through)
  if (passed !== null) linked.configured.results.set(call, [passed])
}

// `OmegaConf.merge(cfg, OmegaConf.from_cli())`: what is not known may say anything.
function mergeGiven(linked: Linked, call: Call): void {
  const tables = call.arguments
    .filter(({ name }) => name === null)
    .map(({ value, splat }) => (splat ? [] : holders(linked, value)))
  let ways: readonly Value[] = [{ kind: 'dictionary', entries: [] }]
  for (const known of tables) {
    const over = known.length > 0 ? known : [openTable]
    const all = ways.flatMap(way => over.map(table => merged(way, table)))
    ways = all.length > mostWays ? [...all.slice(0, mostWays), openTable] : all
  }
  if (tables.some(known => known.length > 0)) linked.configured.results.set(call, ways)
}

function lookUp({ configured }: Linked, call: Call, reader: Reader): void {
  const { keys, otherwise, dotted, puts, as = null } = reader
  let item: Value | null =
    reader.of !== undefined
      ? given(call, reader.parameters, reader.of)
      : call.callee.kind === 'field'
        ? call.callee.of
        : null
  for (const name of keys) {
    const key = given(call, reader.parameters, name)
    if (key === null || item === null) return
    const isKnown = key.kind === 'constant'
    item = isKnown ? itemBelow(item, String(key.value), dotted) : { kind: 'item', of: item, key }
    // What is put under a key that is not written out may be any of those in its table.
    if (!isKnown && puts !== undefined) break
  }
  if (item?.kind !== 'item') return
  const value = puts === undefined ? null : given(call, reader.parameters, puts)
  if (value !== null) configured.puts.push({ item, value })
  if (puts !== undefined) return
  const instead = otherwise === undefined ? null : given(call, reader.parameters, otherwise)
  configured.lookups.set(call, { item, otherwise: instead, as })
}

function itemBelow(of: Value, key: string, isDotted: boolean): Value {
  return (isDotted ? key.split('.') : [key]).reduce<Value>(itemUnder, of)
}

function keep(linked: Linked, site: CallSite, reader: Reader, values: readonly Value[]): void {
  const { configured } = linked
  switch (reader.gives) {
    case 'result':
      if (values.length > 0) configured.results.set(site.call, values)
      return
    case 'receiver':
      for (const call of site.call.callee.kind === 'field' ? makersOf(linked, site.call.callee.of, 0) : [])
        configured.results.set(call, [...(configured.results.get(call) ?? []), ...values])
      return
    case 'environment':
      for (const table of values)
        configured.environments.push({ folder: topOf(linked, site.unit.file.path), table })
  }
}

// What a program loads holds in all of it: from the folder below the top that its code lies in.
function topOf(linked: Linked, path: string): string {
  const around = foldersAbove(path).find(folder =>
    ['.env', 'pyproject.toml', 'setup.py', 'requirements.txt'].some(name =>
      linked.program.paths.has(posix.join(folder, name)),
    ),
  )
  return around ?? ''
}

function makersOf(linked: Linked, value: Value, depth: number): readonly Call[] {
  if (depth > 6) return []
  const inner = (v: Value): readonly Call[] => makersOf(linked, v, depth + 1)
  switch (value.kind) {
    case 'result':
      return [value.call]
    case 'mix':
      return value.of.flatMap(inner)
    case 'variable':
      return (linked.program.units.get(value.unit)?.bound.get(value.name) ?? []).flatMap(inner)
    case 'field':
      return memberValues(linked, value.of, value.name).flatMap(inner)
    default:
      return []
  }
}

function valuesRead(linked: Linked, site: CallSite, reader: Reader): readonly Value[] {
  if (reader.composes && isOfFolder(reader)) return composedAt(linked, site, reader)
  const named = filesOf(linked, site, reader)
  if (named === null) return []
  const found = named.flatMap(({ paths, open }) => [
    ...paths.flatMap(path => valuesOf(linked, path, reader)),
    ...(open ? [openTable] : []),
  ])
  // What names no file of the repository is as unknown as before.
  return found.every(value => value === openTable) ? [] : [...new Set(found)]
}

function isOfFolder({ folder, within }: Reader): boolean {
  return folder !== undefined || Object.keys(within).length > 0
}

function valuesOf(linked: Linked, path: string, { format, composes }: Reader): readonly Value[] {
  const name = posix.basename(path)
  if (filesWritten(linked).has(name)) return [openTable]
  const own = composes
    ? compose(linked, composes, posix.dirname(path), name, plainly)
    : contentOf(linked, path, format ?? null)
  return filesChanged(linked).has(name) ? [own, openTable] : [own]
}

function filesOf(
  linked: Linked,
  site: CallSite,
  reader: Reader,
): { paths: readonly string[]; open: boolean }[] | null {
  const { file = '', default: usual } = reader
  const all = site.call.arguments.filter(({ name }) => name === null).map(({ value }) => value)
  const values =
    file === '*' ? all : [given(site.call, reader.parameters, file)].filter(value => value !== null)
  const asked = values.filter(value => !isLookedFor(linked, value, reader))
  if (asked.length > 0) return asked.map(value => filesNamed(linked, value, site))
  return usual === undefined ? null : [nearest(filesNamed(linked, constant(usual), site))]
}

// A file that is looked for is the first on the way up.
function nearest({ paths, open }: { paths: readonly string[]; open: boolean }): {
  paths: readonly string[]
  open: boolean
} {
  return { paths: paths.slice(0, 1), open }
}

function isLookedFor(linked: Linked, value: Value, reader: Reader): boolean {
  if (value.kind === 'constant' && value.value === null) return true
  return (
    value.kind === 'result' &&
    referentsOf(linked, value.call.callee).some(
      r => r.kind === 'external' && reader['found-by'].includes(r.name),
    )
  )
}
