/** What is known of the environments that pipelines name, by those names. What is not in it is not known. */
export type Environments = ReadonlyMap<string, EnvironmentSettings>

/** What the settings of an environment ask for before a job goes on. */
export interface EnvironmentSettings {
  readonly exists: boolean
  /** People and teams of whom one has to approve. */
  readonly reviewers: number
  /** Whether whoever started the job is kept from approving it. */
  readonly preventSelfReview: boolean
  /** Checks that other programs make. */
  readonly programs: number
  /** Whether only some branches or tags may deploy to it. */
  readonly branches: boolean
  /** How long the job waits before it goes on, in minutes. */
  readonly minutes: number
}
