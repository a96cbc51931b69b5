import { UserError } from '../base/user-error'
import type { Base, Unavailable } from '../files/git/base'
import { configuredRules } from '../files/ignored'
import type { Notice } from '../program'
import type { RuleSet } from '../rules/schema'
import type { Baseline } from './baseline'
import { asWished, dayFor, knownIn, mostBytes, readPolicy, type Wishes } from './read'
import { type Configuration, configurationNames, defaultConfiguration } from './settings'

/** The policy that judges a run. */
export interface Policies {
  readonly configuration: Configuration
  /** What the change makes of it; `null` where nothing is compared. */
  readonly proposal: Proposal | null
}

/** The policies of both sides of a comparison, of which one judges. */
export interface Proposal {
  readonly judges: 'base' | 'head'
  readonly base: Configuration
  readonly head: Configuration
  /** What has to be said of how that of the base was read. */
  readonly notices: readonly Notice[]
}

interface Named {
  readonly path: string
  readonly shown: string
}

/**
 * The policy of a run. What is compared with a commit is judged by the policy of that commit, so that no change can take out
 * what stops it. A policy of the work tree that is wrong is a UserError as ever; one of the base is not, since the change may
 * put it right.
 */
export async function readPolicies(
  root: string,
  given: Named | null,
  rules: RuleSet,
  { base, ...wishes }: Wishes & { readonly base: Base | Unavailable | null },
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Policies> {
  const head = await readPolicy(root, given, rules, wishes, environment)
  if (base?.kind !== 'base') return { configuration: head, proposal: null }
  const before = await readBefore(base, given, head, rules)
  const known = await baselineBefore(base, before.configuration, wishes.baseline, head)
  const policy: Configuration = {
    ...asWished(before.configuration, wishes),
    baseline: known.baseline,
    today: dayFor(before.configuration, root, wishes, environment),
  }
  const judges = policy.policyFrom
  return {
    configuration: judges === 'head' ? head : policy,
    proposal: { judges, base: policy, head, notices: [...before.notices, ...known.notices] },
  }
}

interface Before {
  readonly configuration: Configuration
  readonly notices: readonly Notice[]
}

async function readBefore(
  base: Base,
  given: Named | null,
  head: Configuration,
  rules: RuleSet,
): Promise<Before> {
  const named = given ? base.pathOf(given.path) : null
  // A file that belongs to no side of the comparison is the word of who calls the program.
  if (given && named === null) return { configuration: { ...head, baseline: null }, notices: [] }
  const names = named === null ? configurationNames : [named]
  const [path, second] = names.filter(name => base.has(name))
  if (path === undefined) return { configuration: defaultConfiguration, notices: addedIn(head) }
  const notices = head.file === null ? [removedIn(path)] : []
  try {
    if (second) throw new UserError(`${second}: \`${path}\` stands beside it`)
    const text = base.text(path)
    if (text === null) throw new UserError(`${path}: it cannot be read`)
    const { parseConfiguration } = await import('./configuration')
    const configuration = parseConfiguration(text, path, knownIn(rules))
    configuredRules(configuration.ignore)
    return { configuration, notices }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { configuration: defaultConfiguration, notices: [...notices, broken(base, path, error)] }
  }
}

function addedIn({ file }: Configuration): Notice[] {
  const message =
    'This change adds the configuration. It counts from the next change on; this one is judged by the defaults.'
  return file === null ? [] : [noticeAt(file, message)]
}

function removedIn(path: string): Notice {
  const message =
    'This change removes the configuration. It counts until then, and the defaults from the next change on.'
  return noticeAt(path, message)
}

function broken({ commit }: Base, path: string, { message }: UserError): Notice {
  const says = `The configuration of the base (\`${commit.slice(0, 12)}\`) is wrong: ${message}. Nothing of it holds, and the defaults judge this change.`
  return noticeAt(path, says)
}

interface Known {
  readonly baseline: Baseline | null
  readonly notices: readonly Notice[]
}

async function baselineBefore(
  base: Base,
  { baselineFile }: Configuration,
  asked: Wishes['baseline'],
  head: Configuration,
): Promise<Known> {
  if (asked === false || (asked === null && baselineFile === null)) return { baseline: null, notices: [] }
  const path = asked === null ? baselineFile : base.pathOf(asked)
  // As with the configuration: what nobody has committed was not put there by the change.
  if (path === null) return { baseline: head.baseline, notices: [] }
  const text = base.text(path, mostBytes)
  const nothingKnown = (why: string): Known => ({
    baseline: null,
    notices: [noticeAt(path, `${why}, so no finding counts as known.`)],
  })
  if (text === null)
    return nothingKnown(
      `The base (\`${base.commit.slice(0, 12)}\`) has no such baseline${base.has(path) ? ' that can be read' : ''}`,
    )
  try {
    const { parseBaseline } = await import('./baseline')
    return { baseline: parseBaseline(text, path), notices: [] }
  } catch (error) {
    if (error instanceof UserError)
      return nothingKnown(`On the base this baseline is wrong: ${error.message}`)
    throw error
  }
}

function noticeAt(path: string, message: string): Notice {
  return { path, line: 0, kind: 'exception', message }
}
