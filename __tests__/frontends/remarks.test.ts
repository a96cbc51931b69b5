import { readGrammar } from '../../src/files/grammars'
import { openFrontends, readProgram } from '../../src/frontends'
import type { Frontend } from '../../src/program'

let frontends: readonly Frontend[]
beforeAll(async () => {
  frontends = await openFrontends(readGrammar, { shell: true, documents: true, terraform: true })
})

const remarks = (path: string, text: string) => readProgram(frontends, [{ path, text }]).remarks

/** What the first remark of a file stands at. */
const covered = (path: string, text: string) =>
  remarks(path, text)[0]?.covers.map(({ start, end }) => text.slice(start, end))

test.each([
  ['a.py', 'f(1)  # modelgate: a\n', ['f(1)  # modelgate: a']],
  ['a.py', '# modelgate: a\nx = f(\n  1,\n)\ng()\n', ['x = f(\n  1,\n)']],
  ['a.py', '# modelgate: a\nif f(\n  1\n):\n  g()\n', ['if f(\n  1\n):\n  ']],
  ['a.py', '# modelgate: a\n@f(\n  1)\ndef g(\n  a):\n  h()\n', ['@f(\n  1)\ndef g(\n  a):\n  ']],
  ['a.py', '# modelgate: a\nwith f(1) as x, g(\n  2):\n  h()\n', ['with f(1) as x, g(\n  2):\n  ']],
  ['a.py', 'x = [\n  # modelgate: a\n  f(\n    1),\n  g(2),\n]\n', ['  f(\n    1)']],
  ['a.py', '# modelgate: a\n', []],
  ['a.py', '# modelgate: a\n\nf()\n', []],
  ['a.sh', '# modelgate: a\nf \\\n  1\ng\n', ['f \\\n  1']],
  ['a.sh', '# modelgate: a\nif f; then\n  g\nfi\n', ['if f; then']],
  ['a.sh', '# modelgate: a\nfor x in 1 2; do\n  g\ndone\n', ['for x in 1 2; do']],
  ['a.sh', '# modelgate: a\nf() {\n  g\n}\n', ['f() {']],
  ['a.sh', '# modelgate: a\nf 1 | g \\\n  2 && h\n', ['f 1 | g \\\n  2 && h']],
  ['a.tf', '# modelgate: a\nname = f(\n  1)\n', ['name = f(\n  1)']],
  ['a.tf', '// modelgate: a\nresource "a" "b" {\n  name = 1\n}\n', ['resource "a" "b" {\n  ']],
  ['a.tf', 'name = 1 /* modelgate: a */\n', ['name = 1 /* modelgate: a */']],
  ['a.tf', 'name = "# modelgate: a"\n', undefined],
  ['a.yml', '# modelgate: a\na: 1\nb: 2\n', ['a: 1']],
  ['a.yml', '# modelgate: a\na:\n  - b\n', ['a:']],
  [
    'a.yml',
    'a:\n  # modelgate: a\n  - b: 1\n    c: >\n      d\n      e\n  - f\n',
    ['  - b: 1\n    c: >\n      d\n      e\n'],
  ],
  ['a.yml', 'a:\n  # modelgate: a\n  - b: 1\n    c:\n      - d\n', ['  - b: 1']],
  ['a.yml', 'a: |\n  # modelgate: a\n', undefined],
  ['a.yml', 'a: b # modelgate: a\n', ['a: b # modelgate: a']],
  ['a.toml', "# modelgate: a\na = '''\n# modelgate: b\n'''\n", ["a = '''"]],
  ['a.toml', 'a = [\n  # modelgate: a\n  "b",\n]\n', ['  "b",']],
  ['package.json', '{\n  // modelgate: a\n  "a": [\n    1\n  ]\n}\n', ['  "a": [\n    1\n  ]']],
  ['package.json', '{ "a": "// modelgate: a" }\n', undefined],
  ['Jenkinsfile', '// modelgate: a\nf(\n  1)\ng()\n', ['f(\n  1)']],
  ['Jenkinsfile', '// modelgate: a\nstage("b") {\n  f()\n}\n', ['stage("b") {']],
  ['Jenkinsfile', 'f("# modelgate: a")\n', undefined],
  ['Dockerfile', 'FROM a\n# modelgate: a\nRUN b && \\\n  c\nRUN d\n', ['RUN b && \\\n  c']],
  ['Makefile', '# modelgate: a\na: b \\\n  c\n', ['a: b \\\n  c']],
  ['a.md', '<!-- modelgate: a -->\n```sh\nb\n```\n\n```sh\nc\n```\n', ['```sh\nb\n```\n']],
  ['a.md', '<!-- modelgate: a -->\n\nText.\n\n```sh\nb\n```\n', []],
  ['a.md', '```html\n<!-- modelgate: a -->\n```\n```sh\nb\n```\n', undefined],
] as const)('in %s, %j covers %j', (path, text, expected) => {
  expect(covered(path, text)).toEqual(expected)
})

test.each([
  ['# modelgate: a', 'a'],
  ['#modelgate:a', 'a'],
  ['##  modelgate:   a  b', 'a b'],
  ['# type: ignore  # modelgate: a', 'a'],
  ['# as modelgate: a says', undefined],
  ['# Modelgate: a', undefined],
])('%j says %j', (comment, says) => {
  expect(remarks('a.py', `f()  ${comment}\n`)[0]?.text).toBe(says)
})

test('comments of one script that is used twice are told once', () => {
  const text = 'FROM a\nRUN b && \\\n  # modelgate: a\n  c\n'
  const [remark, ...others] = remarks('Dockerfile', text)
  expect(others).toEqual([])
  expect(remark?.covers.map(({ start, end }) => text.slice(start, end).trim())).toContain('c')
})
