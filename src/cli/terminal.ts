import { UserError } from '../base/user-error'

type Environment = Readonly<Record<string, string | undefined>>

/** Whether text for this stream may carry colours. */
export function wantsColour(stream: { readonly isTTY?: boolean }, environment: Environment): boolean {
  if (environment.NO_COLOR) return false
  const force = environment.FORCE_COLOR
  if (force !== undefined) return force !== '0' && force !== 'false'
  return stream.isTTY === true && environment.TERM !== 'dumb'
}

/** Writes to standard output. A reader that has gone, as `head` does, is no failure. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.once('error', () => {})
    process.stdout.write(text, error => {
      if (!error || codeOf(error) === 'EPIPE') resolve()
      else
        reject(
          new UserError(
            `standard output cannot be written (${codeOf(error)}); make room, or write to another place`,
          ),
        )
    })
  })
}

/** Writes a line to standard error. There is nobody to tell when that fails. */
export function complain(line: string): void {
  process.stderr.once('error', () => {})
  process.stderr.write(`${line}\n`)
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : error.message
}
