import { plainUnit, type SourceFile, type Unit } from '../../program'
import { filled } from './filled'

/** A file as frontends see it: a template by the name of what it becomes. */
export interface Face {
  /** By which its frontends are chosen. */
  readonly path: string
  readonly file: SourceFile
  readonly template: boolean
}

const suffix = /\.(?:tmpl|gotmpl|j2|jinja2?|tpl|template)$/

/** The path of what a template becomes: `release.yml` for `release.yml.tmpl`. */
export function pathWithoutSuffix(path: string): string {
  return path.replace(suffix, '')
}

/** What a file is to the frontends. A template has the offsets of its file, with something in place of each hole. */
export function faceOf(file: SourceFile, exists: (path: string) => boolean = () => false): Face {
  const path = pathWithoutSuffix(file.path)
  if (path === file.path && !isTemplate(file)) return { path, file, template: false }
  // The texts of a notebook are still JSON, and a document only shows what it shows.
  const text = /\.(?:ipynb|mdx?|rst|qmd)$/.test(path) ? file.text : filled(file.text, /\.ya?ml$/.test(path))
  if (text === file.text && path === file.path) return { path, file, template: true }
  const pieces = [{ from: 0, to: 0, length: text.length }]
  // Some readers ask by name what they have before them; modules are looked for under the names that they have.
  const own = /\.pyw?$/.test(path) || exists(path) ? file.path : path
  return { path, file: { path: own, text, container: { file, pieces } }, template: true }
}

// A folder or file whose name is filled in, or a text with statements of Jinja on lines of their own.
function isTemplate({ path, text }: SourceFile): boolean {
  if (path.includes('{{')) return true
  if (!/\.(?:pyw?|ya?ml|sh|bash)$/.test(path) || /(?:^|\/)(?:charts?|templates)\/.*\.ya?ml$/.test(path))
    return false
  if (text.includes('cookiecutter.') && /\{\{-?\s*cookiecutter\./.test(text)) return true
  return (
    text.includes('{%') &&
    /^[ \t]*\{%[-+]?\s*(?:if|for|set|raw|block|include|import|from|macro|end\w+)\b.*%\}[ \t]*\r?$/m.test(text)
  )
}

/** The unit that says that what stands in a template never runs there. */
export function templateUnit(file: SourceFile): Unit {
  return {
    ...plainUnit,
    name: `${file.path}#template`,
    label: 'template',
    kind: 'module',
    file,
    blocks: [{ facts: [], next: [] }],
    inert: 'it is a template',
    span: { file, start: 0, end: file.text.length },
  }
}
