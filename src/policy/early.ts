import type { Finding, Keyed, Level, Notice, SuppressedFinding } from '../program'
import { reaches } from './verdict'

/** A finding that a comment would take out, if the commit that the change is compared with had it suppressed too. */
export interface Early {
  readonly finding: SuppressedFinding
  /** The level at which it is suppressed there, where it has become worse; `null` where it is not. */
  readonly before: Level | null
}

type Ignored = Keyed<Finding> & SuppressedFinding

/**
 * What a change cannot take out by itself: of the findings that comments ignore in files that it touches, those that no
 * comment ignores on the base at such a level. None on the base stands for two, and who has stayed where it was goes first.
 */
export function earlyIgnores(
  head: readonly Ignored[],
  base: readonly Ignored[],
  isTouched: (path: string) => boolean,
): Early[] {
  const free = new Set(base)
  const take = (finding: Ignored, fits: (finding: Ignored, before: Ignored) => boolean): Level | null => {
    const before = [...free].find(one => one.key === finding.key && fits(finding, one))
    if (before) free.delete(before)
    return before?.level ?? null
  }
  const touched = head.filter(finding => isTouched(pathOf(finding)))
  for (const finding of head) if (!isTouched(pathOf(finding))) take(finding, isInPlace)
  const moved = touched.filter(
    finding => take(finding, (now, before) => isInPlace(now, before) && isAsSevere(now, before)) === null,
  )
  const left = moved.filter(finding => take(finding, isAsSevere) === null)
  return left.map(finding => ({ finding, before: take(finding, () => true) }))
}

function isInPlace(finding: Ignored, before: Ignored): boolean {
  return pathOf(before) === pathOf(finding)
}

function isAsSevere(finding: Ignored, before: Ignored): boolean {
  return reaches(before.level, finding.level)
}

/** What is said of such comments, once for each of them and each rule. */
export function earlyNotices(early: readonly Early[]): Notice[] {
  const notices = early.map(({ finding, before }): Notice => {
    const { rule, level, suppressed } = finding
    const worse = `On the base it was a ${before}, and this exception may not take out the ${level} that the change makes of it.`
    const added = `This change adds this exception of \`${rule}\`, or what it stands at.`
    const message = `${before ? worse : added} It counts from the next change on, and takes out no \`${rule}\` in this one.`
    return { path: suppressed.path, line: suppressed.line, kind: 'exception', message }
  })
  return [
    ...new Map(notices.map(notice => [`${notice.path}:${notice.line} ${notice.message}`, notice])).values(),
  ]
}

function pathOf({ name }: Finding): string {
  return name.file.path
}
