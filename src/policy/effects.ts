import type { Finding, PolicyEffect } from '../program'
import { below } from './paths'
import type { Configuration } from './settings'

/** What was left out of a scan because the configuration says so. */
export interface LeftOut {
  /** All that was found, also of rules that are off. */
  readonly findings: readonly Finding[]
  readonly ignored: { readonly folders: number; readonly files: number }
}

/** What the configuration leaves out or takes for granted, so that every report can say it. */
export function effectsOf(configuration: Configuration, { findings, ignored }: LeftOut): PolicyEffect[] {
  const { file, rules, paths, own, waivers, baseline } = configuration
  const known = baseline ? [knownFindings(baseline.file, baseline.entries.length)] : []
  if (file === null) return known
  const off = [...rules].filter(([, level]) => level === 'off').map(([id]) => id)
  const metrics = Object.values(own.metrics).flat()
  const guards = own.guards.flatMap(guard => guard.call)
  return [
    ...off.map(id => ruleOff(id, file, findings.filter(one => one.rule === id && isLost(one, off)).length)),
    ...offSomewhere(file, findings, paths),
    ...skipped(file, ignored),
    ...named('words', file, own.words.other, ': such targets do not serve users'),
    ...named('metrics', file, metrics, ''),
    ...named('guards', file, guards, ': what passes there counts as checked'),
    ...named(
      'trusted-environments',
      file,
      own.trusted.environments,
      ': a job that names one counts as approved',
    ),
    ...named('promotion', file, own.require, ': nothing else makes a promotion silent'),
    ...(waivers.length > 0
      ? [
          {
            setting: 'waivers' as const,
            count: waivers.length,
            says: `\`${file}\` holds ${counted(waivers.length, 'waiver')}.`,
          },
        ]
      : []),
    ...known,
  ]
}

// What another rule reports as well is reported all the same.
function isLost({ also }: Finding, off: readonly string[]): boolean {
  return also.every(({ rule }) => off.includes(rule))
}

function ruleOff(id: string, file: string, count: number): PolicyEffect {
  const lost = count === 0 ? '' : `: ${counted(count, 'finding')} ${count === 1 ? 'is' : 'are'} not reported`
  return { setting: 'rules', count, says: `\`${id}\` is off in \`${file}\`${lost}.` }
}

function offSomewhere(
  file: string,
  findings: readonly Finding[],
  paths: Configuration['paths'],
): PolicyEffect[] {
  const count = findings.filter(({ rule, name }) => {
    const here = below(paths, name.file.path).findLast(({ rules }) => rules.has(rule))
    return here?.rules.get(rule) === 'off'
  }).length
  const says = `\`paths\` in \`${file}\` switches rules off in places: ${counted(count, 'finding')} ${count === 1 ? 'is' : 'are'} not reported.`
  return count === 0 ? [] : [{ setting: 'paths', count, says }]
}

function knownFindings(file: string, count: number): PolicyEffect {
  return {
    setting: 'baseline',
    count,
    says: `The baseline \`${file}\` names ${counted(count, 'finding')}, which ${count === 1 ? 'fails' : 'fail'} no run.`,
  }
}

function skipped(file: string, { folders, files }: LeftOut['ignored']): PolicyEffect[] {
  const parts = [
    ...(folders > 0 ? [counted(folders, 'folder')] : []),
    ...(files > 0 ? [counted(files, 'file')] : []),
  ]
  if (parts.length === 0) return []
  const says = `\`ignore\` in \`${file}\` skips ${parts.join(' and ')}.`
  return [{ setting: 'ignore', count: folders + files, says }]
}

const mostNames = 5

function named(
  setting: PolicyEffect['setting'],
  file: string,
  names: readonly string[],
  meaning: string,
): PolicyEffect[] {
  if (names.length === 0) return []
  const says = `\`${setting}\` in \`${file}\` names ${enumerated(names)}${meaning}.`
  return [{ setting, count: names.length, says }]
}

function enumerated(names: readonly string[]): string {
  const quoted = names.slice(0, mostNames).map(name => `\`${name}\``)
  const shown = names.length > mostNames ? [...quoted, `${names.length - mostNames} more`] : quoted
  const last = shown.at(-1) ?? ''
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${last}` : last
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
