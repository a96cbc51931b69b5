type Environment = Readonly<Record<string, string | undefined>>

/**
 * When the scanned commit was made, where the environment says so: `SOURCE_DATE_EPOCH`, which is made for reproducible output,
 * or `CI_COMMIT_TIMESTAMP` of GitLab. Anything that is no time there counts as not said.
 */
export function readCommitTime({ SOURCE_DATE_EPOCH, CI_COMMIT_TIMESTAMP }: Environment): Date | undefined {
  return fromSeconds(SOURCE_DATE_EPOCH) ?? fromText(CI_COMMIT_TIMESTAMP)
}

// https://reproducible-builds.org/specs/source-date-epoch/
function fromSeconds(text = ''): Date | undefined {
  return /^\d{1,11}$/.test(text) ? new Date(Number(text) * 1000) : undefined
}

// https://docs.gitlab.com/ci/variables/predefined_variables/
function fromText(text = ''): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text)) return undefined
  const time = new Date(text)
  return Number.isNaN(time.getTime()) ? undefined : time
}
