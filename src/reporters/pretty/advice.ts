import { byCodeUnits } from '../../base/order'
import { visible } from '../../base/visible'
import type { Finding, Report } from '../../program'
import { groupBy, somePlaces } from '../places'
import { count, type Paper, prose } from './paint'

/**
 * What the rules that fired mean and how to put things right, each once: a reader of forty findings would have to tell forty
 * equal paragraphs apart.
 */
export function advice(paper: Paper, { findings, rules }: Report): readonly string[] {
  if (findings.length === 0) return []
  const fired = [...groupBy(findings, finding => finding.rule)].sort(([a], [b]) => byCodeUnits(a, b))
  const why = new Map(rules.map(rule => [rule.id, rule.why]))
  const lines = fired.flatMap(([id, own]) => [...ruleLines(paper, id, why.get(id) ?? null, own), ''])
  return [paper.colour.bold('How to fix'), '', ...lines]
}

function ruleLines(paper: Paper, id: string, why: string | null, findings: readonly Finding[]): string[] {
  const fixes = [...groupBy(findings, finding => finding.fix)]
  return [
    `  ${visible(id)} ${paper.colour.dim(`(${count(findings.length, 'finding')})`)}`,
    ...(why === null ? [] : [`    why  ${prose(paper, why, 9)}`]),
    ...fixes.flatMap(([fix, of]) => fixLines(paper, fix, fixes.length > 1 ? of : [])),
  ]
}

function fixLines(paper: Paper, fix: string, onlyFor: readonly Finding[]): string[] {
  const line = `    fix  ${prose(paper, fix, 9)}`
  return onlyFor.length === 0
    ? [line]
    : [line, paper.colour.dim(`         ${prose(paper, `for ${somePlaces(onlyFor, visible)}`, 9)}`)]
}
