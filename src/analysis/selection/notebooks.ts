import { escaped } from '../../base/escaped'
import { once, onceFor } from '../../base/once'
import type { SourceFile } from '../../program'
import type { RuleSet } from '../../rules/schema'
import { lastName } from '../knowledge'
import { lastStep } from './scripts'

/** The names of the notebooks that a file starts. */
export type NotebooksIn = (file: SourceFile) => readonly string[]

/** Tells the names of notebooks that a text starts: `%run ./gate`, `papermill gate.ipynb out.ipynb`. */
export const openNotebooks = onceFor((rules: RuleSet): NotebooksIn => {
  // Few repositories have a text that names a notebook.
  const starting = once(
    () =>
      new RegExp(
        `(?:${startsOf(rules).join('|')})\\b[^\\n]{0,300}?(?<![\\w-])([\\w-]{1,200}\\.ipynb)\\b`,
        'g',
      ),
  )
  return ({ text }) => {
    const names = text.includes('.ipynb') ? [...text.matchAll(starting())] : []
    const bare =
      text.includes('%run') || text.includes('notebook.run') ? [...text.matchAll(runningNotebooks)] : []
    return [...names.map(([, name = '']) => name), ...bare.map(([, path = '']) => `${lastStep(path)}.ipynb`)]
  }
})

// The magic of IPython and the call of Databricks belong to the format of their notebooks; they may leave out how a name ends.
const runningNotebooks = /(?:%run[ \t]+|\bnotebook\.run\(\s*)\\?["']?([\w./-]{1,300})/g

// That magic, the key of bundles and arguments of many libraries, and what many call a function of their own.
const usual = ['%run', 'notebook_path', 'run_notebook']

// Words of one command may stand on lines of their own.
function startsOf({ catalogs }: RuleSet): readonly string[] {
  const launchers = catalogs.flatMap(({ launchers }) => launchers.filter(({ runs }) => runs === 'notebook'))
  const commands = launchers.flatMap(({ command }) => command.map(plainWords))
  const calls = catalogs.flatMap(({ starters }) =>
    starters
      .filter(({ begins }) => commands.some(words => begins === words.join(' ')))
      .flatMap(one => one.call),
  )
  const lines = commands.map(words => words.map(escaped).join('\\b[^]{1,40}?\\b'))
  return [...new Set([...usual, ...lines, ...calls.map(call => escaped(lastName(call)))])]
}

function plainWords(command: string): readonly string[] {
  return command.split(' ').filter(word => !word.startsWith('-'))
}
