import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'

/** The house, from the ground up. A file imports only from lower floors or from its own room. */
const floors = [
  ['base'],
  ['program'],
  ['files', 'frontends', 'rules'],
  ['analysis'],
  ['policy', 'reporters'],
  ['scan.ts'],
  ['cli', 'action', 'reader', 'sketcher'],
] as const

/** Rooms that touch the world outside of the program: files, processes, the terminal. */
const outward = ['files', 'rules', 'cli', 'action']

const worldly = new Set([
  'fs',
  'fs/promises',
  'child_process',
  'process',
  'worker_threads',
  'readline',
  'repl',
])
const network = new Set(['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'undici'])
const worldlyNames = new Set(['process', 'console'])

/** Names of the language that open connections. */
const networkNames = new Set(['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource'])
/** The one file that opens connections, all of them to the API that the runner names. */
const connecting = 'src/action/api.ts'
/** The one file that speaks to the cache of the runner, by the package that also connects. */
const caching = 'src/action/cache.ts'
/** The one file that asks what the runner says of the run, by the package that also connects. */
const telling = 'src/action/event.ts'

const root = join(__dirname, '..')

test('every source file keeps to its floor', () => {
  const files = sourceFiles()
  expect(files.length).toBeGreaterThan(10)
  expect(files.flatMap(path => trespasses(path, readFileSync(join(root, path), 'utf8')))).toEqual([])
})

test('every room of the house is known to the table', () => {
  const known = floors.flat() as string[]
  const strangers = readdirSync(join(root, 'src')).filter(name => !known.includes(roomOf(`src/${name}`)))
  expect(strangers.map(name => `src/${name} is on no floor: add it to the table and to the design`)).toEqual(
    [],
  )
})

test('an import from a higher floor is told where it belongs', () => {
  expect(trespasses('src/program/unit.ts', "import { scan } from '../scan'")).toEqual([
    'src/program/unit.ts:1: `program` (floor 1) imports `scan.ts` (floor 5): move what both need down to floor 0, or this code up to floor 6',
  ])
})

test('an import from a neighbouring room is told where it belongs', () => {
  expect(trespasses('src/policy/verdict.ts', "\nexport { x } from '../reporters/json'")).toEqual([
    'src/policy/verdict.ts:2: `policy` and `reporters` are both on floor 4 and do not know each other: move what both need down to floor 3 or lower, or connect them on a higher floor',
  ])
})

test.each([
  "const x = await import('../cli/index')",
  "const x = require('../cli/index')",
  "type X = import('../cli/index').X",
  "import x = require('../cli/index')",
  "export * from '../cli'",
  "import type { X } from '../cli/x.js'",
])('an import in the form `%s` is seen', text => {
  expect(trespasses('src/base/text.ts', text)).toHaveLength(1)
})

test.each([
  ["import { readFileSync } from 'node:fs'", '`fs`'],
  ["import { spawn } from 'child_process'", '`child_process`'],
  ["const fs = await import('fs/promises')", '`fs/promises`'],
  ['const here = process.cwd()', '`process`'],
  ['console.log(1)', '`console`'],
  ['const out = globalThis.process.stdout', '`process`'],
])('`%s` belongs in an outward room', (text, what) => {
  expect(trespasses('src/analysis/link.ts', text)).toEqual([
    `src/analysis/link.ts:1: ${what} touches the world outside, which only files, rules, cli and action do: take the value as an argument, or move this to one of them`,
  ])
  expect(trespasses('src/files/walk.ts', text)).toEqual([])
})

test('a property, a parameter or a type called like a global is no use of it', () => {
  const text =
    'interface A { process: string }\nexport const f = (a: A) => a.process + { console: 1 }.console'
  expect(trespasses('src/analysis/link.ts', text)).toEqual([])
})

test('the Actions toolkit stays in the room of the Action', () => {
  const text = "import { getInput } from '@actions/core'"
  expect(trespasses('src/action/index.ts', text)).toEqual([])
  expect(trespasses('src/cli/index.ts', text)).toEqual([
    'src/cli/index.ts:1: `@actions/core` belongs in src/action: it exists only on a runner',
  ])
})

test('the parser is known to one file', () => {
  const text = "import { Parser } from 'web-tree-sitter'"
  expect(trespasses('src/frontends/parser.ts', text)).toEqual([])
  expect(trespasses('src/frontends/python/index.ts', text)).toEqual([
    'src/frontends/python/index.ts:1: `web-tree-sitter` belongs in src/frontends/parser.ts: no other file knows which parser it is',
  ])
})

test.each(['src/cli/index.ts', 'src/action/run.ts', connecting])('%s opens no connection by itself', path => {
  expect(trespasses(path, "import { request } from 'node:https'")).toEqual([
    `${path}:1: \`https\` opens connections to anywhere: ask the API of GitHub in src/action/api.ts, or remove it`,
  ])
  for (const text of ['await fetch(address)', 'globalThis.fetch(address)', 'new WebSocket(address)'])
    expect(trespasses(path, text)).toEqual([
      expect.stringMatching(/^\S+:1: `(fetch|WebSocket)` opens connections to anywhere: /),
    ])
})

test('a parameter or a property called like one is none', () => {
  const text = 'export const f = (fetch: (a: string) => void, a: { fetch: string }) => a.fetch'
  expect(trespasses('src/action/wire.ts', text)).toEqual([])
})

test.each(['@octokit/plugin-retry', '@octokit/core', '@actions/github', '@actions/github/lib/utils'])(
  '%s is imported where the API of GitHub is asked, and nowhere else',
  name => {
    const text = `import { x } from '${name}'`
    expect(trespasses(connecting, text)).toEqual([])
    expect(trespasses('src/action/upload.ts', text)).toEqual([
      `src/action/upload.ts:1: \`${name}\` opens connections, which only src/action/api.ts does, and only to the API that GITHUB_API_URL names: take an \`Api\` as an argument`,
    ])
    expect(trespasses('src/scan.ts', text)).toHaveLength(1)
  },
)

test('the cache of the runner is spoken to by one file', () => {
  const text = "const { saveCache } = await import('@actions/cache')"
  expect(trespasses(caching, text)).toEqual([])
  expect(trespasses('src/action/run.ts', text)).toEqual([
    `src/action/run.ts:1: \`@actions/cache\` opens connections, which only ${caching} lets it do, to the cache that the runner names`,
  ])
})

test('what the runner says of the run is read by the package that knows it', () => {
  expect(trespasses(telling, "const { context } = await import('@actions/github')")).toEqual([])
})

test('the room of the Action names no address: the runner does', () => {
  const addresses = sourceFiles()
    .filter(path => path.startsWith('src/action/'))
    .flatMap(path => addressesIn(path, readFileSync(join(root, path), 'utf8')))
  expect(addresses).toEqual([])
  expect(addressesIn('src/action/x.ts', 'const a = `https://x.example/${b}`')).toEqual([
    'src/action/x.ts:1: `https://` is written here: take the address from what the runner says',
  ])
})

test('nothing outside of src is imported but the version', () => {
  expect(trespasses('src/cli/index.ts', "import { version } from '../../package.json'")).toEqual([])
  expect(trespasses('src/rules/index.ts', "import x from '../../scripts/generate.mjs'")).toEqual([
    'src/rules/index.ts:1: `scripts/generate.mjs` lies outside of src: move it into a room, or generate what is needed from it',
  ])
})

function sourceFiles(): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map(path => `src/${path.replaceAll('\\', '/')}`)
    .filter(path => path.endsWith('.ts'))
    .sort()
}

/** What a file takes from where it must not, one sentence each. */
function trespasses(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const say = (node: ts.Node, sentence: string | null) => {
    if (sentence)
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${sentence}`)
  }
  const visit = (node: ts.Node): void => {
    const specifier = importedBy(node)
    if (specifier !== null) say(node, judgeImport(path, specifier))
    else if (ts.isIdentifier(node) && worldlyNames.has(node.text) && isGlobalUse(node))
      say(node, judgeWorld(path, node.text))
    else if (ts.isIdentifier(node) && networkNames.has(node.text) && isGlobalUse(node) && !isOwn(node))
      say(node, toAnywhere(node.text))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function importedBy(node: ts.Node): string | null {
  const from = specifierNode(node)
  return from && ts.isStringLiteralLike(from) ? from.text : null
}

function specifierNode(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isExternalModuleReference(node)) return node.expression
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined
  if (!ts.isCallExpression(node)) return undefined
  const callee = node.expression
  const imports =
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')
  return imports ? node.arguments[0] : undefined
}

function isGlobalUse(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent))
    return parent.expression === node || parent.expression.getText() === 'globalThis'
  const names =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isParameter(parent)
  return !(names && parent.name === node)
}

// A parameter or a variable of the file that has the name of a global.
function isOwn(node: ts.Identifier): boolean {
  for (let at: ts.Node | undefined = node.parent; at; at = at.parent) {
    if (ts.isFunctionLike(at) && at.parameters.some(one => one.name.getText() === node.text)) return true
    if (ts.isTypeNode(at)) return true
  }
  return false
}

/** Addresses that are written in code, comments left out. */
function addressesIn(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const literal = ts.isStringLiteralLike(node) || ts.isTemplateHead(node)
    const address = literal ? /\b(?:https?|wss?):\/\//.exec(node.text)?.[0] : undefined
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1
    if (address)
      found.push(
        `${path}:${line}: \`${address}\` is written here: take the address from what the runner says`,
      )
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function judgeImport(path: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return judgePackage(path, specifier.replace(/^node:/, ''))
  const target = posix.normalize(posix.join(posix.dirname(path), specifier))
  if (!target.startsWith('src/')) return judgeOutside(path, target)
  return judgeRooms(roomOf(path), roomOf(target))
}

function judgePackage(path: string, name: string): string | null {
  if (/^@actions\/(?!expressions\b)/.test(name) && roomOf(path) !== 'action')
    return `\`${name}\` belongs in src/action: it exists only on a runner`
  if (name === '@actions/cache' && path !== caching)
    return `\`${name}\` opens connections, which only ${caching} lets it do, to the cache that the runner names`
  if (name.startsWith('web-tree-sitter') && path !== 'src/frontends/parser.ts')
    return `\`${name}\` belongs in src/frontends/parser.ts: no other file knows which parser it is`
  if (network.has(name)) return toAnywhere(name)
  if (
    /^@octokit\/|^@actions\/github\b/.test(name) &&
    path !== connecting &&
    !(path === telling && name === '@actions/github')
  )
    return `\`${name}\` opens connections, which only ${connecting} does, and only to the API that GITHUB_API_URL names: take an \`Api\` as an argument`
  return worldly.has(name) ? judgeWorld(path, name) : null
}

function toAnywhere(name: string): string {
  return `\`${name}\` opens connections to anywhere: ask the API of GitHub in ${connecting}, or remove it`
}

function judgeWorld(path: string, name: string): string | null {
  if (outward.includes(roomOf(path))) return null
  return `\`${name}\` touches the world outside, which only files, rules, cli and action do: take the value as an argument, or move this to one of them`
}

function judgeOutside(path: string, target: string): string | null {
  if (target === 'package.json' && ['cli', 'action'].includes(roomOf(path))) return null
  return `\`${target}\` lies outside of src: move it into a room, or generate what is needed from it`
}

function judgeRooms(from: string, to: string): string | null {
  const [low, high] = [floorOf(from), floorOf(to)]
  if (from === to || high < low) return null
  if (high === low)
    return `\`${from}\` and \`${to}\` are both on floor ${low} and do not know each other: move what both need down to floor ${low - 1} or lower, or connect them on a higher floor`
  const up = high + 1 < floors.length ? `, or this code up to floor ${high + 1}` : ''
  return `\`${from}\` (floor ${low}) imports \`${to}\` (floor ${high}): move what both need down to floor ${low - 1}${up}`
}

/** `cli` for `src/cli/index.ts` and for `src/cli`; `scan.ts` for `src/scan` and what lies in it. */
function roomOf(path: string): string {
  const [, room = ''] = path.split('/')
  return room === 'scan' ? 'scan.ts' : room
}

function floorOf(room: string): number {
  return floors.findIndex(rooms => (rooms as readonly string[]).includes(room))
}
