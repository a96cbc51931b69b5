import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '../../src/analysis/check'
import { lineOf } from '../../src/base/lines'
import { readGrammar } from '../../src/files/grammars'
import { walk } from '../../src/files/walk'
import { isReadable, openFrontends, readProgram } from '../../src/frontends'
import type { SourceFile } from '../../src/program'
import { builtin as rules } from '../support/builtin'

interface Mutation {
  readonly guard: string
  readonly mutation: 'delete' | 'invert' | 'swallow' | 'after'
  readonly file: string
  readonly find: string
  readonly replace: string
  readonly expect: { readonly file: string; readonly line_contains: string }
}

const example = join(__dirname, '..', '..', 'examples', 'churn-guarded')
const mutations = ['mutations', 'pipeline-mutations'].flatMap((name): readonly Mutation[] =>
  JSON.parse(readFileSync(join(__dirname, '..', 'fixtures', `churn-guarded.${name}.json`), 'utf8')),
)
const { files } = walk(example, { claims: isReadable })

test('a repository in which everything is guarded is silent', async () => {
  expect(await findingsIn(files)).toEqual([])
})

test.each(mutations.map(mutation => [mutation.mutation, mutation.guard, mutation.file, mutation] as const))(
  '%s: %s (%s) brings back its own finding and no other',
  async (_kind, _guard, _file, mutation) => {
    const mutated = files.map(file => (file.path === mutation.file ? mutate(file, mutation) : file))
    expect(await findingsIn(mutated)).toEqual([expectedPlace(mutated, mutation)])
  },
)

test('every guard of the repository is deleted, inverted, swallowed and moved behind its sink', () => {
  const kinds = new Map<string, string[]>()
  for (const { guard, mutation } of mutations) kinds.set(guard, [...(kinds.get(guard) ?? []), mutation])
  expect(kinds.size).toBe(12)
  for (const done of kinds.values()) expect(done.sort()).toEqual(['after', 'delete', 'invert', 'swallow'])
})

function mutate(file: SourceFile, { find, replace }: Mutation): SourceFile {
  if (file.text.split(find).length !== 2) throw new Error(`${file.path} does not hold this once: ${find}`)
  return { ...file, text: file.text.replace(find, () => replace) }
}

function expectedPlace(
  mutated: readonly SourceFile[],
  { expect: { file, line_contains } }: Mutation,
): string {
  const lines = mutated.find(({ path }) => path === file)?.text.split('\n') ?? []
  const found = lines.flatMap((line, at) => (line.includes(line_contains) ? [at + 1] : []))
  if (found.length !== 1) throw new Error(`${file} has ${found.length} lines with ${line_contains}`)
  return `${file}:${found[0]}`
}

async function findingsIn(sources: readonly SourceFile[]): Promise<string[]> {
  const program = readProgram(await openFrontends(readGrammar, { shell: true }), sources)
  return check(program, rules).map(
    ({ name }) => `${name.file.path}:${lineOf(name.file.text, name.start).line}`,
  )
}
