import { symlinkSync } from 'node:fs'
import { readRules } from '../../src/rules/read'
import { catalog, change, inEmptyDirectory, refusal, rule, write } from './directory'

inEmptyDirectory()

test('rules and catalogue files of a directory are read, defaults filled in', () => {
  write({ 'own/leak.yaml': rule, 'own/catalog/acme.yaml': catalog })
  const { rules, catalogs } = readRules(['own'])
  expect(rules.map(one => [one.id, one.cwe])).toEqual([['leaked-weights', []]])
  expect(catalogs[0]?.sinks[0]).toMatchObject({ call: ['acme.upload'], distinctive: false })
})

test('files are read in the order of their names, directories in the order given', () => {
  write({
    'one/catalog/b.yaml': 'library: B',
    'one/catalog/a.yaml': 'library: A',
    'two/catalog/c.yaml': 'library: C',
  })
  expect(readRules(['two', 'one/']).catalogs.map(one => one.library)).toEqual(['C', 'A', 'B'])
})

test('a directory adds to the rules that are known already', () => {
  write({ 'own/leak.yaml': rule, 'own/catalog/acme.yaml': catalog })
  const known = readRules(['own'])
  write({ 'more/again.yaml': rule.replace('id: leaked-weights', 'id: leaked-again') })
  expect(readRules(['more'], known).rules.map(one => one.id)).toEqual(['leaked-weights', 'leaked-again'])
})

test('word lists and sinks of another directory count', () => {
  write({
    'one/catalog/words.yaml': 'library: Words\nwords:\n  shelf: { production: [shop], other: [store] }\n',
    'two/catalog/acme.yaml': catalog.replace('target: public', 'target: { target: shelf }'),
    'two/leak.yaml': rule,
  })
  expect(readRules(['one', 'two']).rules).toHaveLength(1)
})

test('of several mistakes the first is told, a misspelt key before what it leaves out', () => {
  const text = change(change(rule, 'title:', 'titel:'), 'severity: 5', 'severity: high')
  expect(refusal({ 'own/leak.yaml': text })).toBe(
    'own/leak.yaml:2:1: `titel` is not a key here; write `title`',
  )
})

test('a rule that is called like another is refused', () => {
  const files = { 'own/a.yaml': rule, 'own/b.yaml': rule, 'own/catalog/acme.yaml': catalog }
  expect(refusal(files)).toBe(
    'own/b.yaml:1:5: another rule is called `leaked-weights`; give this one a name of its own',
  )
})

test('a rule that is called like a known one is refused', () => {
  write({ 'own/leak.yaml': rule, 'own/catalog/acme.yaml': catalog })
  const known = readRules(['own'])
  expect(() => readRules(['own'], known)).toThrow(
    'own/leak.yaml:1:5: another rule is called `leaked-weights`; give this one a name of its own',
  )
})

test('what a file says is shown without control characters', () => {
  expect(refusal({ 'own/leak.yaml': `${rule}"evil\\e[2J\\n::error::": 1\n` })).toMatch(
    /^own\/leak\.yaml:17:1: `evil\\x1b\[2J\\n::error::` is not a key here/,
  )
})

describe('a directory is refused', () => {
  test('that does not exist', () => {
    expect(refusal({})).toBe('own: there is nothing of this name; name a directory that holds rule files')
  })

  test('that is a file', () => {
    expect(refusal({ own: rule })).toBe('own: this is not a directory; name the directory that holds it')
  })

  test('that holds no rules', () => {
    expect(refusal({ 'own/README.md': '' })).toBe(
      'own: there are no rules here; add rules as *.yaml or libraries as catalog/*.yaml',
    )
  })

  test('that is a symbolic link', () => {
    write({ 'real/leak.yaml': rule })
    symlinkSync('real', 'own')
    expect(refusal({})).toBe('own: this is a symbolic link; put what it leads to here')
  })

  test('with a rule that is a symbolic link', () => {
    write({ 'leak.yaml': rule, 'own/catalog/acme.yaml': catalog })
    symlinkSync('../leak.yaml', 'own/leak.yaml')
    expect(refusal({})).toBe('own/leak.yaml: this is a symbolic link; put what it leads to here')
  })

  test('with a directory in the place of a rule', () => {
    expect(refusal({ 'own/leak.yaml/leak.yaml': rule })).toBe(
      'own/leak.yaml: this is not a regular file; put a copy of it here',
    )
  })

  test('with a file in the place of the catalogue', () => {
    expect(refusal({ 'own/catalog': catalog })).toBe(
      'own/catalog: this is not a directory; make it one that holds catalogue files',
    )
  })

  test('with a file of another ending', () => {
    expect(refusal({ 'own/leak.yml': rule })).toBe(
      'own/leak.yml: only *.yaml files are read; rename it to end in .yaml',
    )
  })

  test('with a file that is too large', () => {
    expect(refusal({ 'own/leak.yaml': `# ${'x'.repeat(1024 * 1024)}` })).toBe(
      'own/leak.yaml: this is larger than 1 MiB; split it',
    )
  })

  test('with a file that is not UTF-8', () => {
    expect(refusal({ 'own/leak.yaml': Buffer.from([0x69, 0x64, 0x3a, 0xff]) })).toBe(
      'own/leak.yaml: this is not UTF-8; save it as UTF-8',
    )
  })
})
