import type { SourceFile } from '../program'
import type { RuleSet } from '../rules/schema'
import { arrange } from './knowledge'
import { indexModules } from './modules'
import { findCandidates } from './selection/candidates'
import { closeOver } from './selection/closure'
import { outline } from './selection/outline'
import { findScripts, findStarters } from './selection/scripts'
import { spellingsOf } from './selection/spellings'

/**
 * The files that can matter: those that may hold a sink, those that lead there, and what all of these use. `paths` are all
 * files of the repository, by which its own modules are told from libraries.
 */
export function selectFiles(
  files: readonly SourceFile[],
  rules: RuleSet,
  paths: ReadonlySet<string> = new Set(files.map(file => file.path)),
): SourceFile[] {
  const python = files.filter(isPython)
  const outlines = outline(python, indexModules(paths))
  const { isTest, starters, launchers } = arrange(rules)
  const tasks = new Set([...launchers.values()].flat().flatMap(launcher => launcher.files))
  const candidates = findCandidates(outlines, spellingsOf(rules))
  const sinks = new Map([...candidates].filter(([path]) => !isTest(path)))
  const scripts = findScripts(
    files.filter(file => !isPython(file)),
    outlines,
  )
  for (const path of findStarters(files, outlines, [...starters.exact.keys()], tasks)) scripts.add(path)
  const chosen = closeOver(outlines, sinks, scripts, path => !isTest(path))
  return files.filter(file => !isPython(file) || chosen.has(file.path) || candidates.has(file.path))
}

function isPython(file: SourceFile): boolean {
  return /\.pyw?$/.test(file.path)
}
