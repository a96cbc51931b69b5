import { toBytes } from '../base/packed'
import { serve } from '../files/threads'
import { withBounds } from '../frontends/bounds'
import { loadGrammar } from '../frontends/parser'
import { pythonFrontend } from '../frontends/python'
import { shellFrontend } from '../frontends/shell'
import { terraformFrontend } from '../frontends/terraform'
import type { Page, Sent, Tools } from '../scan/ahead'

const frontends = { python: pythonFrontend, shell: shellFrontend, terraform: terraformFrontend }

// What a thread does that reads files for a scan.
void serve<Page, Tools>(async ({ runtime, grammars, seconds, bounds }) => {
  const opened = new Map(
    await Promise.all(
      Object.entries(grammars).map(async ([name, bytes]) => {
        const grammar = await loadGrammar(runtime, bytes, seconds)
        return [name, frontends[name as keyof typeof frontends](grammar)] as const
      }),
    ),
  )
  return ({ file, by }) => {
    const frontend = opened.get(by)
    if (!frontend) throw new Error(`no grammar for ${by}`)
    const read = { ...file }
    const reading = withBounds(bounds, () => frontend.read(read))
    const sent: Sent = { file: Object.assign(read, { text: '' }), reading }
    return toBytes(sent)
  }
})
