import { openBase } from '../../src/files/git/base'
import { parseConfiguration } from '../../src/policy/configuration'
import { knownIn } from '../../src/policy/read'
import { type Configuration, defaultConfiguration } from '../../src/policy/settings'
import type { Report } from '../../src/program'
import { primaryRegion } from '../../src/reporters/region'
import { builtinRules } from '../../src/rules/builtin'
import { scan } from '../../src/scan'
import type { TestRepository } from '../support/repository'

/** Scans the work tree and compares it with a commit: the one before the last by default. */
export async function scanSince(
  { root }: Pick<TestRepository, 'root'>,
  ref = 'HEAD~1',
  { configuration = '', paths = [] }: { configuration?: string; paths?: readonly string[] } = {},
): Promise<Report> {
  const base = openBase(root, { kind: 'named', ref }, null)
  try {
    return await scan({ ...options(configuration), root, paths, base })
  } finally {
    if (base.kind === 'base') base.close()
  }
}

/** What the same scan finds without a comparison. */
export function scanAll({ root }: Pick<TestRepository, 'root'>): Promise<Report> {
  return scan({ ...options(''), root, paths: [], base: null })
}

function options(configuration: string) {
  const rules = builtinRules()
  const configured: Configuration =
    configuration === ''
      ? { ...defaultConfiguration, failOn: 'note' }
      : parseConfiguration(configuration, '.modelgate.yml', knownIn(rules))
  return { rules, configuration: configured, version: '0.1.0' }
}

/** Each finding as `path:line level state`. */
export function states({ findings, comparison }: Report): string[] {
  return findings.map(finding => {
    const place = `${finding.name.file.path}:${primaryRegion(finding).line}`
    return `${place} ${finding.level} ${comparison?.states.get(finding.fingerprint) ?? '-'}`
  })
}
