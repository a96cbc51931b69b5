import { readGrammar } from '../../src/files/grammars'
import { loadGrammar } from '../../src/frontends/parser'
import { pythonFrontend } from '../../src/frontends/python'
import type { Frontend, Reading } from '../../src/program'
import { withoutMargin } from '../support/margin'

let opened: Promise<Frontend> | null = null

/** What the frontend makes of a piece of Python, which has the path `churn.py`. */
export async function readPython(python: string): Promise<Reading> {
  return readText(withoutMargin(python))
}

/** The same of a text as it is. */
export async function readText(text: string): Promise<Reading> {
  opened ??= open()
  return (await opened).read({ path: 'churn.py', text })
}

async function open(): Promise<Frontend> {
  return pythonFrontend(await loadGrammar(readGrammar('runtime'), readGrammar('python')))
}
