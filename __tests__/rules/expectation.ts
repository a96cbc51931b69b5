import { lineOf } from '../../src/base/lines'
import type { Finding } from '../../src/program'
import type { Example } from '../../src/rules/schema'

/** The files that an example stands for. */
export function sourcesOf(example: Example): Record<string, string> {
  const manifest = example.requirements === undefined ? {} : { 'requirements.txt': example.requirements }
  return { 'churn.py': example.python, ...manifest }
}

/** What its comments promise, a line each: `7: unsafe-load-option, note`; `*` for any rule, and no level for any but note. */
export function promised(example: Example, rule: string): string[] {
  return example.python.split('\n').flatMap((line, index) => {
    const comment = /# reported(?:: ([a-z-]+))?(?: as (note|warning|error))?$/.exec(line)
    if (!comment) return []
    const [, named, level] = comment
    return [`${index + 1}: ${named ?? rule}${level ? `, ${level}` : ''}`]
  })
}

/** What was found, in the same words; the rule is left open where the promise does. */
export function found(findings: readonly Finding[], promises: readonly string[]): string[] {
  return findings.map(({ name, rule, level }) => {
    const { line } = lineOf(name.file.text, name.start)
    const open = promises.some(promise => promise.startsWith(`${line}: *`))
    const asked = promises.some(promise => promise.startsWith(`${line}: `) && promise.endsWith(`, ${level}`))
    return `${line}: ${open ? '*' : rule}${level === 'note' || asked ? `, ${level}` : ''}`
  })
}
