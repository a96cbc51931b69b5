import { lineOf } from '../../src/base/lines'
import { byCodeUnits } from '../../src/base/order'
import { type Environments, type Finding, onDisk } from '../../src/program'
import type { Example } from '../../src/rules/schema'

/** The files that an example stands for. */
export function sourcesOf(example: Example): Record<string, string> {
  const manifest = example.requirements === undefined ? {} : { 'requirements.txt': example.requirements }
  const python = example.python === undefined ? {} : { [pythonPath]: example.python }
  const shell = example.shell === undefined ? {} : { [script]: example.shell }
  const pipeline = example.workflow === undefined ? {} : { [workflowPath]: example.workflow }
  return { ...python, ...shell, ...pipeline, ...manifest, ...example.files }
}

/** What its server says of environments; nothing where nobody has asked it. */
export function environmentsOf({ environments }: Example): Environments | undefined {
  if (!environments) return undefined
  const settings = Object.entries(environments).map(
    ([name, { 'prevent-self-review': preventSelfReview, ...rest }]) =>
      [name, { ...rest, preventSelfReview }] as const,
  )
  return new Map(settings)
}

const script = 'release.sh'
const workflowPath = '.github/workflows/release.yml'
const pythonPath = 'churn.py'

/**
 * What its comments promise, a line each: `7: unsafe-load-option, note`; `*` for any rule, and no level for any but note. Lines
 * of other files than the Python have their path in front.
 */
export function promised(example: Example, rule: string): string[] {
  return Object.entries(sourcesOf(example))
    .sort(([a], [b]) => byCodeUnits(a, b))
    .flatMap(([path, text]) => promisedBy(text, rule).map(promise => `${placeIn(path)}${promise}`))
}

function promisedBy(code: string, rule: string): string[] {
  return code.split('\n').flatMap((line, index) => {
    const comment = /# reported(?:: ([a-z-]+))?(?: as (note|warning|error))?$/.exec(line)
    if (!comment) return []
    const [, named, level] = comment
    return [`${index + 1}: ${named ?? rule}${level ? `, ${level}` : ''}`]
  })
}

function placeIn(path: string): string {
  return path === pythonPath ? '' : `${path} `
}

/** What was found, in the same words; the rule is left open where the promise does. */
export function found(findings: readonly Finding[], promises: readonly string[]): string[] {
  return findings.map(({ name, rule, level }) => {
    const { file, start } = onDisk(name)
    const place = `${placeIn(file.path)}${lineOf(file.text, start).line}`
    const open = promises.some(promise => promise.startsWith(`${place}: *`))
    const asked = promises.some(promise => promise.startsWith(`${place}: `) && promise.endsWith(`, ${level}`))
    return `${place}: ${open ? '*' : rule}${level === 'note' || asked ? `, ${level}` : ''}`
  })
}
