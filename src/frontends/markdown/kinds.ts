import type { Files, SourceFile } from '../../program'

/** Whether files of this path are texts for people or agents, with code in them. */
export function claimsDocument(path: string): boolean {
  return /\.(?:md|mdx|mdc|qmd|rmd|rst)$/i.test(path)
}

/** Whether its cells are run when the document is made. */
export function isRendered(path: string): boolean {
  return /\.(?:qmd|rmd)$/i.test(path)
}

const forAgents =
  /(?:^|\/)(?:SKILL|AGENTS?|CLAUDE|GEMINI)(?:\.local)?\.md$|\.skill\.md$|(?:^|\/)\.(?:claude|cursor|codex|agents|windsurf)\/|(?:^|\/)\.github\/(?:copilot-instructions\.md$|instructions\/|prompts\/|agents\/|skills\/)/i
const inFolder = /(?:^|\/)(?:skills|agents)\/.*\.mdx?$/i
const forOperators =
  /(?:^|[/_. -])(?:run-?books?|play-?books?)(?:[/_. -]|$)|(?:^|\/)operations?(?:\/|\.\w+$)/i

/**
 * Whether the code of a document is meant to be run as it stands, one step after another: a skill or the instructions of an
 * agent, a runbook. In any other document it is an example.
 */
export function isMeantToRun({ path, text }: SourceFile, others: Files): boolean {
  if (forAgents.test(path) || forOperators.test(path)) return true
  if (inFolder.test(path) && !/(?:^|\/)docs?\//i.test(path)) return true
  return saysWhoItIs(text) || belongsToSkill(path, others)
}

// Skills and agents say at their top what they are called and what they are for.
function saysWhoItIs(text: string): boolean {
  const front =
    /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(0, 20_000))?.[1] ?? ''
  return /^name[ \t]*:/m.test(front) && /^description[ \t]*:/m.test(front)
}

const label = /^[ \t]*(?:#|\/\/|--)[ \t]*(?:[^\w\s]+[ \t]+)?(?:VULNERABLE|INSECURE|UNSAFE)(?![\w-])/m

/** Whether code shows what not to do: a review of security tells agents what to look for, and nobody runs that. */
export function showsWhatNotToDo(code: string): boolean {
  return label.test(code)
}

function belongsToSkill(path: string, others: Files): boolean {
  const folders = path.split('/').slice(0, -1)
  for (let length = folders.length; length > 0; length -= 1)
    if (others([...folders.slice(0, length), 'SKILL.md'].join('/'))) return true
  return false
}
