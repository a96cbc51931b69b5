import { lstatSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../base/user-error'
import { planOutput, writeOutputs } from '../files/output'
import { configurationNames } from '../policy/settings'
import type { InitRequest } from './asked'
import { starter } from './starter'

/** Writes a configuration to start from, and tells what was written. */
export function writeConfiguration({ directory, force }: InitRequest, manifest: object): string {
  if (directory === '' || !statSync(directory, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError(`\`${directory}\`: there is no such directory; write the path of one`)
  const root = realpathSync(directory)
  const there = configurationNames.filter(name => lstatSync(join(root, name), { throwIfNoEntry: false }))
  const [first, second] = there
  if (second) throw new UserError(`${second}: \`${first}\` stands beside it; remove one of the two`)
  if (first && !force)
    throw new UserError(`${first}: this is there already; write \`modelgate init --force\` to replace it`)
  const name = first ?? configurationNames[0]
  const to = { ...planOutput(join(root, name), process.cwd(), root), shown: name }
  writeOutputs([{ to, text: starter(schemaAddress(manifest)) }])
  return `${name} is written; every setting in it is a comment that you can take in`
}

const published = 'schema/modelgate.schema.json'

/**
 * Where editors find the schema of the configuration: in the repository that the package names, where it lies on GitHub,
 * else where npm puts the package.
 */
export function schemaAddress(manifest: object): string {
  const named = 'repository' in manifest ? manifest.repository : undefined
  const text = typeof named === 'object' && named !== null && 'url' in named ? named.url : named
  const found =
    typeof text === 'string'
      ? /^(?:github:|(?:git\+)?(?:https|ssh|git):\/\/(?:git@)?github\.com\/|git@github\.com:)?([\w-]+)\/([\w.-]+?)(?:\.git)?$/.exec(
          text,
        )
      : null
  return found
    ? `https://raw.githubusercontent.com/${found[1]}/${found[2]}/main/${published}`
    : `./node_modules/modelgate/${published}`
}
