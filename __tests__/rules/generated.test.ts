import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Ajv from 'ajv/dist/2020'
import { parse } from 'yaml'
import { builtinRules } from '../../src/rules/builtin'
import { generatedFiles } from '../../src/rules/generate'
import { readRules } from '../../src/rules/read'

const root = join(__dirname, '..', '..')

test.each([...generatedFiles('rules')])('%s is current: run `npm run generate`', (path, text) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(text)
})

test('the script writes the same files with nothing but Node', () => {
  const copy = mkdtempSync(join(tmpdir(), 'generate-'))
  for (const path of [
    'src/base',
    'src/program',
    'src/policy',
    'src/rules',
    'src/action',
    'scripts',
    'rules',
    'docs',
    'action.yml',
  ])
    cpSync(join(root, path), join(copy, path), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  for (const path of [...generatedFiles('rules').keys(), 'docs/action.md']) rmSync(join(copy, path))
  execFileSync(process.execPath, ['scripts/generate.mjs'], { cwd: copy })
  for (const [path, text] of generatedFiles('rules'))
    expect(readFileSync(join(copy, path), 'utf8')).toBe(text)
  expect(readFileSync(join(copy, 'docs/action.md'), 'utf8')).toBe(
    readFileSync(join(root, 'docs/action.md'), 'utf8'),
  )
  rmSync(copy, { recursive: true })
})

test('the rules that come with the program are those of `rules/`, with the examples of rules only', () => {
  const { rules, catalogs } = readRules(['rules'])
  expect(builtinRules().rules).toEqual(rules)
  expect(builtinRules().catalogs).toEqual(catalogs.map(({ examples: _, ...catalog }) => catalog))
})

test('every rule and catalogue file fits the schema that editors use, and a misspelt one does not', () => {
  const validate = new Ajv({ strict: false, formats: { date: true, uri: true } }).compile(
    JSON.parse(readFileSync(join(root, 'rules/schema.json'), 'utf8')),
  )
  const files = ['rules', 'rules/catalog'].flatMap(dir =>
    readdirSync(join(root, dir))
      .filter(name => name.endsWith('.yaml'))
      .map(name => parse(readFileSync(join(root, dir, name), 'utf8')) as Record<string, unknown>),
  )
  expect(files.filter(file => !validate(file))).toEqual([])
  expect(files.filter(file => validate({ ...file, xylophone: 1 }))).toEqual([])
})

test('every rule has a section of its own in the README, under the anchor that its help link names', () => {
  const readme = readFileSync(join(root, 'rules/README.md'), 'utf8')
  const headings = readme.split('\n').filter(line => line.startsWith('## '))
  for (const { id } of builtinRules().rules)
    expect(headings.filter(line => line === `## ${id}`)).toHaveLength(1)
})
