import { condaRange } from '../../frontends/requirements/conda-spec'
import { poetryRange } from '../../frontends/requirements/poetry-range'
import { readRequirement } from '../../frontends/requirements/requirement'
import type { Argument, Setting } from '../../program'
import type { InstallerRule } from '../../rules/given-schema'
import type { Knowledge } from '../knowledge'

/** A program that installs packages, and how it is told which. */
export interface Installer extends Omit<InstallerRule, 'command'> {
  /** The words behind it that ask it to. */
  readonly verbs: readonly string[]
}

/** What a command line asks for. */
export interface Asked {
  readonly installer: Installer
  readonly packages: readonly { readonly text: string; readonly word: Argument }[]
  readonly requirements: readonly string[]
  readonly constraints: readonly string[]
}

/** The installer that a command line runs; `null` where it runs none. */
export function installerOf({ installers }: Knowledge, texts: readonly string[]): Installer | null {
  const name = (texts[0] ?? '').replace(/^.*\//, '')
  // `pip3.11`
  const known = installers.get(name) ?? installers.get(name.replace(/[\d.]+$/, ''))
  return known?.find(installer => isAsked(installer, texts)) ?? null
}

// Options of the program itself may stand in front of its verb.
function isAsked({ verbs, values }: Installer, texts: readonly string[]): boolean {
  const plain = texts.filter(
    (text, i) => i > 0 && !text.startsWith('-') && !values.includes(texts[i - 1] ?? ''),
  )
  const asked = `${plain.slice(0, 2).join(' ')} `
  return verbs.some(verb => verb === '' || asked.startsWith(`${verb} `))
}

/** Takes apart what an installer is asked. */
export function askedOf(installer: Installer, texts: readonly string[], words: readonly Argument[]): Asked {
  const asked = {
    packages: [] as { text: string; word: Argument }[],
    requirements: [] as string[],
    constraints: [] as string[],
  }
  const verbs = new Set([...installer.verbs.flatMap(verb => verb.split(' '))])
  for (let i = 1; i < texts.length; i += 1) {
    const text = texts[i] ?? ''
    const word = words[i]
    const { option, value } = optionIn(installer, text)
    const list = installer.requirements.includes(option)
      ? asked.requirements
      : installer.constraints.includes(option)
        ? asked.constraints
        : null
    if (list) list.push(value ?? texts[i + 1] ?? '')
    if (text.startsWith('-')) i += value === undefined && (list || installer.values.includes(option)) ? 1 : 0
    else if (!verbs.has(text) && word) asked.packages.push({ text, word })
  }
  return { installer, ...asked }
}

// `--requirement=base.txt`, `-rbase.txt`
function optionIn({ requirements, constraints }: Installer, text: string): Option {
  const [, long, given] = /^(--[\w-]+)=(.*)$/s.exec(text) ?? []
  if (long !== undefined) return { option: long, value: given }
  const short = text.slice(0, 2)
  const isJoined = text.length > 2 && [...requirements, ...constraints].includes(short)
  return isJoined ? { option: short, value: text.slice(2) } : { option: text, value: undefined }
}

interface Option {
  readonly option: string
  readonly value: string | undefined
}

/**
 * The package and the versions that a word asks for: `torch==2.5.1`, `torch@^2.5`, `pytorch=2.5`; `null` for a path or an
 * address. Of what is `open` only the beginning is known.
 */
export function rangeAsked(
  { from }: Installer,
  text: string,
  open: boolean,
): Pick<Setting, 'package' | 'index' | 'range' | 'marker'> | null {
  const [, channel, name, rest = ''] =
    /^([\w./-]+::)?([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(?:\[[^\]]*\])?\s*((?:[=<>!~@;].*)?)$/s.exec(
      text.trim(),
    ) ?? []
  if (name === undefined || (channel !== undefined && from !== 'conda')) return null
  const any = { package: name, index: from, range: '', marker: null }
  if (open) return any
  if (from === 'conda') return { ...any, range: condaRange(rest) }
  // `torch@^2.5` is how Poetry is told, `torch @ https://…` an address.
  if (rest.startsWith('@') && !rest.includes(':/'))
    return { ...any, range: poetryAsked(rest.slice(1).trim()) }
  const read = readRequirement(text)
  return read ? { ...any, range: read.range, marker: read.marker } : any
}

function poetryAsked(range: string): string {
  return range === 'latest' ? '' : poetryRange(range)
}
