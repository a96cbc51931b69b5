import type { Level } from '../program'
import { nothingOwn, type Own } from '../rules/own'

/** A project's policy: what it asks of every scan. */
export interface Configuration {
  /** The name of the file that says so; `null` where there is none. */
  readonly file: string | null
  /** The mildest level that fails the run. */
  readonly failOn: Level | 'never'
  /** Rule id to the level that the project gives it. */
  readonly rules: ReadonlyMap<string, Level | 'off'>
  /** Paths to skip, in gitignore's notation, relative to the scanned root. */
  readonly ignore: readonly string[]
  /** The project's own guards, sinks and words, beside those of the catalogue. */
  readonly own: Own
}

/** Where the policy of a repository is looked for, in its root. */
export const configurationNames = ['.modelgate.yml', '.modelgate.yaml'] as const

/** What `fail-on` takes. */
export const failOnLevels = ['error', 'warning', 'note', 'never'] as const

/** What applies where the project says nothing. */
export const defaultConfiguration: Configuration = {
  file: null,
  failOn: 'error',
  rules: new Map(),
  ignore: [],
  own: nothingOwn,
}
