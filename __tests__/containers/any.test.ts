import fc from 'fast-check'
import { onDisk, type Program } from '../../src/program'
import { readSources } from '../support/analyse'
import { notebook, type Sources } from './contained'

const marks = [
  '```',
  '~~~',
  '>>> ',
  '> ',
  '- ',
  '    ',
  '\t',
  '"""',
  '"',
  "'",
  '`',
  '\\',
  '\n',
  '\r',
  '\r\n',
  '\u2028',
]
const holes = ['{{', '}}', '{%', '%}', 'raw', '$x', '{x}', '[', ']', '(', ')', ',', ':', '::']
const words = [
  'python',
  '!',
  '%',
  '?',
  '%%bash',
  'x = 1',
  'cells',
  'source',
  '😀',
  'import joblib',
  'joblib.load(',
]
const lines = ['# MAGIC %sh', '# MAGIC ', '# COMMAND ----------', '.. code:: python']
const text = fc
  .array(fc.constantFrom(...marks, ...holes, ...words, ...lines), { maxLength: 60 })
  .map(all => all.join(''))

test('whatever containers hold is read to its end, and every place lies in its file', async () => {
  await fc.assert(
    fc.asyncProperty(text, async any => {
      const sources = containersOf(any)
      expect(misplaced(await readSources(sources), sources)).toEqual([])
    }),
    { numRuns: 40 },
  )
})

// A line that goes on where the file ends.
test.each(['# MAGIC %shcells\\', '%\\', '!\\', '%%bash\nx \\'])(
  'every place of `%s` lies in its file',
  async any => {
    const sources = containersOf(any)
    expect(misplaced(await readSources(sources), sources)).toEqual([])
  },
)

function containersOf(any: string): Sources {
  return {
    'a.md': any,
    'SKILL.md': any,
    'b.rst': any,
    'c.qmd': `\`\`\`{python}\n${any}`,
    'd.ipynb': notebook([any, any]),
    'e.ipynb': any,
    'f.py': `# Databricks notebook source\n${any}`,
    'g.py.tmpl': any,
    '{{x}}/h.yml': any,
    'i.sh.j2': `#!/bin/sh\n${any}`,
  }
}

function misplaced({ units, notices }: Program, sources: Sources): string[] {
  const facts = [...units.values()].flatMap(unit => unit.blocks.flatMap(block => block.facts))
  const wrong = facts.flatMap(fact => {
    const { file, start, end } = onDisk(fact.span)
    const fits = !file.container && start >= 0 && start <= end && end <= file.text.length
    return fits && file.path in sources ? [] : [`${file.path}:${start}-${end}`]
  })
  return [...wrong, ...notices.filter(({ path }) => !(path in sources)).map(({ path }) => path)]
}
