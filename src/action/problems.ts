import { visible } from '../base/visible'
import { refusedStatus } from './wire'

/** What is told of work that was done for the workflow, or could not be done: one line, fit for a log. */
export interface Told {
  readonly kind: 'done' | 'undone'
  readonly says: string
}

/** What a request answers, or the problem that it met. */
export type Answer<T> = { readonly data: T } | { readonly problem: Problem }

export interface Problem {
  /** The status of the answer; 500 where there was none. */
  readonly status: number
  readonly message: string
}

/** Asks, and takes what the server or the way to it makes of that. Any other error is a bug and flies on. */
export async function ask<T>(request: () => Promise<{ readonly data: T }>): Promise<Answer<T>> {
  try {
    const { data } = await request()
    return { data }
  } catch (error) {
    if (error instanceof Error && 'status' in error && typeof error.status === 'number')
      return { problem: { status: error.status, message: error.message } }
    throw error
  }
}

/** Words for a status that means something special to what was asked. */
export type Meanings = Readonly<Record<number, string>>

/** A problem as the end of a sentence. */
export function inWords({ status, message }: Problem, meanings: Meanings = {}): string {
  return meanings[status] ?? `${generally(status)} (${said(message)})`
}

function generally(status: number): string {
  if (status === 401) return 'GitHub does not know the token'
  if (status === 403) return 'GitHub does not allow it'
  if (status === 404) return 'GitHub knows no such thing, or hides it from the token'
  if (status === 429) return 'GitHub was asked too often'
  if (status === refusedStatus) return 'the answer of the GitHub API was not taken'
  return status >= 500 ? 'the GitHub API cannot be reached or does not work' : 'GitHub refuses it'
}

const longest = 300

/** A message of the server, short and on one line. */
export function said(message: string): string {
  const text = visible(message.replace(/\s+/g, ' ').trim())
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
