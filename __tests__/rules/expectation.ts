import { lineOf } from '../../src/base/lines'
import type { Finding } from '../../src/program'
import type { Example } from '../../src/rules/schema'

/** The files that an example stands for. */
export function sourcesOf(example: Example): Record<string, string> {
  const manifest = example.requirements === undefined ? {} : { 'requirements.txt': example.requirements }
  const python = example.python === undefined ? {} : { 'churn.py': example.python }
  const shell = example.shell === undefined ? {} : { [script]: example.shell }
  const pipeline = example.workflow === undefined ? {} : { [workflowPath]: example.workflow }
  return { ...python, ...shell, ...pipeline, ...manifest, ...example.files }
}

const script = 'release.sh'
const workflowPath = '.github/workflows/release.yml'

/**
 * What its comments promise, a line each: `7: unsafe-load-option, note`; `*` for any rule, and no level for any but note. Lines
 * of a script or a workflow have its name in front.
 */
export function promised({ python = '', shell = '', workflow = '' }: Example, rule: string): string[] {
  return [
    ...promisedBy(workflow, rule).map(promise => `${workflowPath} ${promise}`),
    ...promisedBy(python, rule),
    ...promisedBy(shell, rule).map(promise => `${script} ${promise}`),
  ]
}

function promisedBy(code: string, rule: string): string[] {
  return code.split('\n').flatMap((line, index) => {
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
    const { path } = name.file
    const place = path === script || path === workflowPath ? `${path} ${line}` : String(line)
    const open = promises.some(promise => promise.startsWith(`${place}: *`))
    const asked = promises.some(promise => promise.startsWith(`${place}: `) && promise.endsWith(`, ${level}`))
    return `${place}: ${open ? '*' : rule}${level === 'note' || asked ? `, ${level}` : ''}`
  })
}
