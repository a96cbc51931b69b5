import { examine } from './analysis/check'
import { selectFiles } from './analysis/select'
import { byCodeUnits } from './base/order'
import { readGrammar } from './files/grammars'
import { walk } from './files/walk'
import { isReadable, needsOf, openFrontends, pythonIn, readProgram } from './frontends'
import { effectsOf } from './policy/effects'
import type { Configuration } from './policy/settings'
import { judge, withLevels } from './policy/verdict'
import type { Environments, Notice, Report } from './program'
import { withOwn } from './rules/own'
import { ruleText } from './rules/pages'
import type { RuleSet } from './rules/schema'

export interface ScanOptions {
  /** The folder whose tree is scanned; every path in the report is relative to it. */
  readonly root: string
  /** Files and folders in it; all of it where empty. */
  readonly paths: readonly string[]
  readonly rules: RuleSet
  readonly configuration: Configuration
  readonly version: string
  /** What is known of the environments that pipelines name, from elsewhere than the tree. */
  readonly environments?: Environments
}

/** The whole run: walk, choose, parse, check, judge. */
export async function scan(
  options: ScanOptions,
  onProgress?: (done: number, total: number) => void,
): Promise<Report> {
  const { configuration } = options
  const rules = withOwn(options.rules, configuration.own)
  const tree = walk(options.root, { paths: options.paths, ignore: configuration.ignore, claims: isReadable })
  const paths = new Set([...tree.paths, ...tree.files.map(file => file.path)])
  const byPath = new Map(tree.files.map(file => [file.path, file]))
  const files = selectFiles(tree.files, rules, paths, file => pythonIn(file, path => byPath.get(path)))
  const frontends = await openFrontends(readGrammar, needsOf(files), options.environments)
  const parsed = readProgram(frontends, files, {
    others: tree.files,
    onProgress: done => onProgress?.(done, files.length),
  })
  const program = { ...parsed, paths, open: tree.open }
  const found = examine(program, rules)
  const findings = withLevels(found.findings, rules.rules, configuration.rules)
  return {
    version: options.version,
    rules: rules.rules.map(ruleText),
    findings,
    guarded: found.guarded.filter(({ rule }) => configuration.rules.get(rule) !== 'off'),
    map: found.map,
    policy: effectsOf(configuration, { findings: found.findings, ignored: tree.ignored }),
    notices: [...tree.notices, ...program.notices, ...found.notices].sort(byPlace),
    verdict: judge(findings, configuration.failOn),
    files: { seen: tree.seen, parsed: files.length },
  }
}

function byPlace(a: Notice, b: Notice): number {
  return byCodeUnits(a.path, b.path) || a.line - b.line || byCodeUnits(a.kind, b.kind)
}
