import { check } from './analysis/check'
import { selectFiles } from './analysis/select'
import { byCodeUnits } from './base/order'
import { readGrammar } from './files/grammars'
import { walk } from './files/walk'
import { isReadable, openFrontends, readProgram } from './frontends'
import type { Configuration } from './policy/settings'
import { judge, withLevels } from './policy/verdict'
import type { Notice, Report } from './program'
import { ruleText } from './rules/pages'
import type { RuleSet } from './rules/schema'
import { withWords } from './rules/words'

export interface ScanOptions {
  /** The folder whose tree is scanned; every path in the report is relative to it. */
  readonly root: string
  /** Files and folders in it; all of it where empty. */
  readonly paths: readonly string[]
  readonly rules: RuleSet
  readonly configuration: Configuration
  readonly version: string
}

/** The whole run: walk, choose, parse, check, judge. */
export async function scan(
  options: ScanOptions,
  onProgress?: (done: number, total: number) => void,
): Promise<Report> {
  const { configuration } = options
  const rules = withWords(options.rules, configuration.production)
  const tree = walk(options.root, { paths: options.paths, ignore: configuration.ignore, claims: isReadable })
  const files = selectFiles(tree.files, rules)
  const frontends = await openFrontends(readGrammar)
  const program = readProgram(frontends, files, done => onProgress?.(done, files.length))
  const findings = withLevels(check(program, rules), rules.rules, configuration.rules)
  return {
    version: options.version,
    rules: rules.rules.map(ruleText),
    findings,
    notices: [...tree.notices, ...program.notices].sort(byPlace),
    verdict: judge(findings, configuration.failOn),
    files: { seen: tree.seen, parsed: files.length },
  }
}

function byPlace(a: Notice, b: Notice): number {
  return byCodeUnits(a.path, b.path) || a.line - b.line || byCodeUnits(a.kind, b.kind)
}
