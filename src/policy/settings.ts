import type { Level } from '../program'

/** A project's policy: what it asks of every scan. */
export interface Configuration {
  /** The mildest level that fails the run. */
  readonly failOn: Level | 'never'
  /** Rule id to the level that the project gives it. */
  readonly rules: ReadonlyMap<string, Level | 'off'>
  /** Paths to skip, in gitignore's notation, relative to the scanned root. */
  readonly ignore: readonly string[]
  /** Names of targets that serve users, and of targets that do not, beside those of the catalogue. */
  readonly production: { readonly words: readonly string[]; readonly not: readonly string[] }
}

/** Where the policy of a repository is looked for, in its root. */
export const configurationNames = ['.modelgate.yml', '.modelgate.yaml'] as const

/** What `fail-on` takes. */
export const failOnLevels = ['error', 'warning', 'note', 'never'] as const

/** What applies where the project says nothing. */
export const defaultConfiguration: Configuration = {
  failOn: 'error',
  rules: new Map(),
  ignore: [],
  production: { words: [], not: [] },
}
