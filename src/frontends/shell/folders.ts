import { unknown, type Value } from '../../program'
import { type Script, textOf } from './scope'

/** A path that begins with a variable of the environment, which stands in it in braces; `null` for any other. */
export function pathFromVariable(script: Script, value: Value): string | null {
  const [first, ...others] = value.kind === 'text' ? value.parts : [value]
  const parameter =
    first?.kind === 'parameter' && first.unit === script.file.path
      ? script.parameters[first.index]
      : undefined
  if (parameter?.kind !== 'environment' || others.some(part => part.kind !== 'constant')) return null
  const rest = others.map(part => (part.kind === 'constant' ? String(part.value) : '')).join('')
  return /^(?:\/|$)/.test(rest) ? `\${${parameter.name}}${rest}` : null
}

/**
 * The path of the script itself. Where a script looks around itself, folders count from the top of the tree, which is `/`:
 * where it was started from is not known, and where it lies is.
 */
export function ownPath(script: Script): Value {
  return script.file.container ? unknown : textOf(script, `/${script.file.path}`)
}

/** Where `cd` leads; `null` where that cannot be known. */
export function enterFolder(from: string | null, to: string): string | null {
  if (to === '' || to === '-' || to.startsWith('~')) return null
  if (to.startsWith('$')) return belowVariable(to)
  if (to.startsWith('/')) return to === '/' ? '/' : normal(to)
  if (from === null) return null
  if (from.startsWith('$')) return belowVariable(`${from}/${to}`)
  if (!from.startsWith('/')) return normal(from === '' ? to : `${from}/${to}`)
  return normal(`${from}/${to}`)
}

// `${CI_PROJECT_DIR}/src`: the variable says where it begins, and what lies around that nobody knows.
function belowVariable(path: string): string | null {
  const folder = normal(path)
  return folder.startsWith('$') ? folder : null
}

// A path that climbs out of where it began says where it leads all the same.
function normal(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else if (step !== '..' || !path.startsWith('/')) steps.push(step)
  }
  return (path.startsWith('/') ? '/' : '') + steps.join('/')
}

/** The path without its last step. */
export function folderOf(path: string): string {
  const at = path.replace(/(?<!\/)\/+$/, '').lastIndexOf('/')
  if (at < 0) return '.'
  return at === 0 ? '/' : path.slice(0, at)
}

/** The last step of a path. */
export function lastStep(path: string): string {
  return (
    path
      .replace(/(?<!\/)\/+$/, '')
      .split('/')
      .at(-1) ?? ''
  )
}
