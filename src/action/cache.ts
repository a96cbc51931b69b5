import { join } from 'node:path'
import { info, warning } from '@actions/core'
import { version } from '../../package.json'
import { visible } from '../base/visible'
import { programStamp } from '../files/cache'
import { type Memory, openMemory } from '../scan/memory'
import type { Run } from './event'

type Environment = Readonly<Record<string, string | undefined>>

/** What earlier runs of the repository have found, as the cache of GitHub Actions keeps it. */
export interface RunCache {
  readonly memory: Memory
  /** Says what is wrong with it, and hands on what is new. */
  close(): Promise<void>
}

/** Events that only people with write access to the repository bring about. */
const trusted = ['push', 'schedule', 'workflow_dispatch', 'merge_group', 'release', 'pull_request']

/**
 * Brings the cache, where the run is one that strangers have no say in. Whatever hinders that is told, and the scan goes on
 * without it.
 */
export async function openRunCache(
  workspace: string,
  run: Run | { readonly why: string },
  environment: Environment,
): Promise<RunCache | null> {
  const why = whyNot(run, environment)
  if (why !== null) info(`The cache is not used, since ${why}.`)
  if (why !== null || 'why' in run) return null
  // It brings a client of a cloud's storage along, which most runs do not need.
  const { isFeatureAvailable, restoreCache, saveCache } = await import('@actions/cache')
  if (!isFeatureAvailable()) {
    info('The cache is not used, since this runner has none.')
    return null
  }
  const directory = join(environment.RUNNER_TEMP ?? '', 'modelgate-cache')
  const prefix = `modelgate-${programStamp(version).slice(0, 16)}-`
  const key = `${prefix}${run.commit}`
  const found = await attempt(() => restoreCache([directory], key, [prefix]))
  const memory = openMemory(directory, version, workspace)
  return {
    memory,
    close: async () => {
      const { says, written } = memory.close()
      for (const one of says) warning(visible(one))
      // What was kept under a key stays as it is.
      if (written && found !== key) await attempt(() => saveCache([directory], key))
    },
  }
}

function whyNot(run: Run | { readonly why: string }, environment: Environment): string | null {
  const event = environment.GITHUB_EVENT_NAME ?? ''
  if ('why' in run) return `nothing is known of this run (${visible(run.why)})`
  if (!trusted.includes(event)) return `what \`${visible(event)}\` brings in may come from anybody`
  if (event === 'pull_request' && run.pull?.readOnly !== false) return 'the pull request comes from a fork'
  return environment.RUNNER_TEMP ? null : 'RUNNER_TEMP names no directory'
}

async function attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act()
  } catch (error) {
    warning(`The cache does not work: ${visible(error instanceof Error ? error.message : String(error))}`)
    return undefined
  }
}
