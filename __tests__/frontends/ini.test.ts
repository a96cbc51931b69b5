import { readIni } from '../../src/frontends/tasks/ini'

test.each([
  ['Unix', '\n'],
  ['Windows', '\r\n'],
])('an INI file from %s', (_, end) => {
  const text = ['[tox]', 'envlist = rel', '', '[testenv:rel]', 'commands =', '    python a.py', ''].join(end)
  const { sections, notices } = readIni({ path: 'tox.ini', text })
  const textsOf = (section: string, key: string) =>
    sections
      .get(section)
      ?.keys.get(key)
      ?.map(line => text.slice(line.start, line.start + line.text.length))
  expect(textsOf('tox', 'envlist')).toEqual(['rel'])
  expect(textsOf('testenv:rel', 'commands')).toEqual(['python a.py'])
  expect(notices).toEqual([])
})
