import { setFailed } from '@actions/core'
import { UserError } from '../base/user-error'
import { visible } from '../base/visible'
import { run } from './run'

/** The step: what fails it is the gate, a wrong input or configuration, or a bug; each says which. */
async function main(): Promise<void> {
  try {
    const failure = await run(process.env)
    if (failure) setFailed(failure)
  } catch (error) {
    setFailed(error instanceof UserError ? visible(error.message) : bugReport(error))
  }
}

function bugReport(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `This is a bug in Modelgate. Please report it with these lines.\n${stack.split('\n').map(visible).join('\n')}`
}

void main()
