import type { Span } from '../../program'
import { mostNeeds, type Need } from '../pipelines/pipeline'
import { listOf, textOf, valueAt } from '../pipelines/yaml'
import type { Section } from './jobs'
import type { Ways } from './rules'

/** A job as it stands in the configuration. */
export interface Found {
  readonly id: string
  readonly section: Section
  readonly stage: number
  /** How it may be added, whatever somebody says of variables: a schedule, a person, the settings of the project. */
  readonly ways: readonly Ways[]
  /** How it is added where variables say what is written here. */
  readonly usual: readonly Ways[]
  readonly span: Span
}

/** For how many others jobs may still wait. */
export interface Room {
  needs: number
}

/** For all jobs of one file. One more than may be is made, by which whoever makes units of them sees that some are missing. */
export function openRoom(): Room {
  return { needs: mostNeeds + 1 }
}

/** What a job waits for: without `needs`, every job of the stages before its own. */
export function needsOf(job: Found, all: readonly Found[], room: Room): Need[] {
  const own = job.section.get('needs') ?? null
  const listed = own ? listOf(own).flatMap(item => textOf(item) ?? textOf(valueAt(item, 'job')) ?? []) : null
  const names = listed && new Set(listed)
  const waited = all.filter(other =>
    names ? names.has(other.id) : other.stage < job.stage && other.stage >= 0,
  )
  const needed = waited.slice(0, Math.max(0, room.needs))
  room.needs -= needed.length
  const always = job.ways.some(w => w.ways.some(way => way.when === 'always'))
  return needed.map(other => ({
    job: other.id,
    regardless: always
      ? '`when: always`'
      : (whyNotHeld(job.ways, other.ways, listed !== null) ??
        whyNotHeld(job.usual, other.usual, listed !== null) ??
        whyLeftOut(job.usual, other.usual, listed !== null)),
    span: own?.span ?? job.span,
  }))
}

function whyNotHeld(job: readonly Ways[], needed: readonly Ways[], byNeeds: boolean): string | null {
  for (const { event, ways } of job) {
    if (!ways.some(way => way.when !== 'never')) continue
    const other = needed.find(w => w.event === event)?.ways ?? []
    if (!other.some(way => way.when !== 'never'))
      return 'that job is not part of every pipeline that this one is in'
    const skippable = other.some(way => way.when === 'manual' && way.allowFailure)
    if (skippable && !byNeeds) return 'a manual job outside of `rules` does not hold later stages back'
  }
  return null
}

// Where it is asked for by its name, there is no pipeline without it. What starts others may say more than is known here.
function whyLeftOut(job: readonly Ways[], needed: readonly Ways[], byNeeds: boolean): string | null {
  const isOpen = job.some(
    ({ event, sure }) =>
      sure && /^(push|tag|pull-request)$/.test(event) && needed.some(w => w.event === event && !w.sure),
  )
  return isOpen && !byNeeds ? 'a rule may leave that job out of a pipeline that this one is in' : null
}
