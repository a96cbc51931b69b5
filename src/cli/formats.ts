import { nearest } from '../base/nearest'
import { UserError } from '../base/user-error'
import { type Output, planOutput } from '../files/output'
import { type FormatName, formats } from '../reporters'
import type { ScanRequest } from './asked'

type Asked = Pick<ScanRequest, 'formats' | 'quiet'>

/** Which reports go where. */
export interface ReportPlan {
  readonly files: readonly { readonly format: FormatName; readonly to: Output }[]
  /** What is printed on standard output. */
  readonly printed: FormatName | null
}

/** Reads `--format FORMAT[=FILE]` as often as it was given. Without any, people get a report on the terminal. */
export function planReports(request: Asked, workingDirectory: string, root: string): ReportPlan {
  const wishes = request.formats.map(readWish)
  const printed = wishes.filter(wish => wish.file === null).map(wish => wish.format)
  const [first, second] = printed
  if (first && second)
    throw new UserError(
      `--format: \`${first}\` and \`${second}\` cannot share standard output; write one of them to a file, as in \`--format ${second}=FILE\``,
    )
  const files = wishes.flatMap(({ format, file }) =>
    file === null ? [] : [{ format, to: planOutput(file, workingDirectory, root) }],
  )
  refuseSameFile(files.map(({ to }) => to))
  return { files, printed: first ?? (wishes.length === 0 && !request.quiet ? 'pretty' : null) }
}

/** Where the report of a shard goes: that is the one thing that it writes. */
export function planShard({ formats }: Asked, workingDirectory: string, root: string): Output {
  const [only, second] = formats
  const file = only?.startsWith('shard=') && second === undefined ? only.slice('shard='.length) : null
  if (file !== null) return planOutput(file, workingDirectory, root)
  throw new UserError(
    '--shard: a shard is a part of a report; write it with `--format shard=FILE`, and all other formats with `modelgate merge`',
  )
}

function readWish(wish: string): { format: FormatName; file: string | null } {
  const [name = ''] = wish.split('=', 1)
  if (!isFormat(name)) throw unknownFormat(name)
  return { format: name, file: wish === name ? null : wish.slice(name.length + 1) }
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name)
}

function unknownFormat(name: string): UserError {
  if (name === 'shard')
    return new UserError(
      '--format: `shard` is the report of a shard; write `--shard 1/2` with it, for example',
    )
  const names = Object.keys(formats)
  const guess = nearest(name, names)
  const list = names.map(format => `\`${format}\``).join(', ')
  return new UserError(
    `--format: \`${name}\` is no format; write ${guess ? `\`${guess}\`` : `one of ${list}`}`,
  )
}

function refuseSameFile(outputs: readonly Output[]): void {
  const twice = outputs.find((output, index) => outputs.findIndex(({ path }) => path === output.path) < index)
  if (twice)
    throw new UserError(`--format: \`${twice.shown}\` is named for two reports; give each its own file`)
}
