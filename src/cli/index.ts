import manifest from '../../package.json'
import { UserError } from '../base/user-error'
import { visible } from '../base/visible'
import { hurry, ownFolder } from '../files/grammars'
import type { Request } from './asked'
import { readRequest } from './request'
import { complain, print } from './terminal'

const { version } = manifest
const exitCodes = { misused: 2, bug: 3 } as const

/** The command line program: what is asked for is done, and its exit code says how that went. */
async function main(): Promise<void> {
  try {
    process.exitCode = await answer(process.argv.slice(2))
  } catch (error) {
    process.exitCode = report(error)
  }
}

async function answer(words: readonly string[]): Promise<number> {
  const request = readRequest(words, version)
  if (request.kind === 'text') {
    await print(request.text)
    return 0
  }
  // Before anything is compiled, since V8 takes what was compiled under these flags only under them.
  hurry()
  const { reuseCompiled } = await import('./compiled')
  const paths = 'paths' in request ? request.paths : []
  const save = reuseCompiled(ownFolder(), version, ['.', ...paths])
  const code = await act(request)
  save()
  return code
}

async function act(request: Exclude<Request, { readonly kind: 'text' }>): Promise<number> {
  switch (request.kind) {
    case 'scan': {
      const { runScan } = await import('./scan')
      return runScan(request, version)
    }
    case 'merge': {
      const { mergeShards } = await import('./merge')
      return mergeShards(request, version)
    }
    case 'graph': {
      const { drawGraph } = await import('./scan')
      return drawGraph(request, version)
    }
    case 'baseline': {
      const { writeBaseline } = await import('./scan')
      return writeBaseline(request, version)
    }
    case 'init': {
      const { writeConfiguration } = await import('./init')
      complain(`modelgate: ${writeConfiguration(request, manifest)}`)
      return 0
    }
    case 'rules':
    case 'explain': {
      const { listRules, explainRule } = await import('./rules')
      await print(request.kind === 'rules' ? await listRules(request) : await explainRule(request))
      return 0
    }
  }
}

function report(error: unknown): number {
  if (error instanceof UserError) {
    complain(`modelgate: ${visible(error.message)}`)
    return exitCodes.misused
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  complain(stack.split('\n').map(visible).join('\n'))
  complain(`modelgate ${version}: this is a bug; please report it with the lines above`)
  return exitCodes.bug
}

// What is thrown outside of every promise would end with Node's exit code 1, which here means that the gate failed.
process.on('uncaughtException', error => process.exit(report(error)))
void main()
