import { analyseSources } from '../../support/analyse'
import { builtin } from '../../support/builtin'
import { withoutMargin } from '../../support/margin'

export type Files = Readonly<Record<string, string>>

// Its default is safe from PyTorch 2.10 on.
const load = 'import torch\n\nstate = torch.load("churn.pt")\n'

/** What a load in `path` depends on beside these files: `safe`, `nothing` that they say, or what the message names. */
export async function decided(files: Files, path = 'serve/app.py', python = load): Promise<string> {
  const texts = Object.entries(files).map(([name, text]) => [name, `${withoutMargin(text)}\n`] as const)
  const findings = await analyseSources({ [path]: python, ...Object.fromEntries(texts) }, builtin)
  const found = findings.filter(({ span }) => span.file.path === path)
  if (found.length === 0) return 'safe'
  return (
    /`([^`]+)` says `([^`]+)` in line (\d+)\./
      .exec(found[0]?.message ?? '')
      ?.slice(1)
      .join(' | ') ?? 'nothing'
  )
}
