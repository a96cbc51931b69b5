import type { Span } from '../../program'
import { mostNeeds, type Need } from '../pipelines/pipeline'
import { booleanOf, listOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
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
  const names = own && namedIn(own)
  const waited = all.filter(other =>
    names ? names.has(other.id) : other.stage < job.stage && other.stage >= 0,
  )
  const byNeeds = names !== null
  const needed = waited.slice(0, Math.max(0, room.needs))
  room.needs -= needed.length
  const always = job.ways.some(w => w.ways.some(way => way.when === 'always'))
  return needed.map(other => ({
    job: other.id,
    regardless: always
      ? '`when: always`'
      : (whyNotHeld(job.ways, other.ways, byNeeds) ??
        whyNotHeld(job.usual, other.usual, byNeeds) ??
        whyLeftOut(job.usual, other.usual, names?.get(other.id) === false)),
    span: own?.span ?? job.span,
  }))
}

// Whether each may be missing: https://docs.gitlab.com/ci/yaml/#needsoptional
function namedIn(needs: Tree): ReadonlyMap<string, boolean> {
  const named = listOf(needs).flatMap((item): [string, boolean][] => {
    const name = textOf(item) ?? textOf(valueAt(item, 'job'))
    const optional = valueAt(item, 'optional')
    return name === null ? [] : [[name, optional !== null && booleanOf(optional) !== false]]
  })
  return new Map(named)
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
function whyLeftOut(job: readonly Ways[], needed: readonly Ways[], isAskedFor: boolean): string | null {
  const isOpen = job.some(
    ({ event, sure }) =>
      sure && /^(push|tag|pull-request)$/.test(event) && needed.some(w => w.event === event && !w.sure),
  )
  return isOpen && !isAskedFor ? 'a rule may leave that job out of a pipeline that this one is in' : null
}
