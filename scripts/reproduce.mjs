// Shows that `dist/` follows from the sources alone: `node scripts/reproduce.mjs`. Builds what is committed twice, each time
// from a fresh install in a folder of another name and depth, and compares every file with the other build and with `dist/`.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const home = mkdtempSync(join(tmpdir(), 'reproduce-'))
try {
  const committed = unpack(join(home, 'committed'))
  const places = ['one', join('a much deeper place', 'two')].map(name => join(home, name))
  const manifests = [committed, ...places.map(buildIn)].map(manifestOf)
  const names = ['committed', 'built once', 'built again']
  for (const [at, manifest] of manifests.entries()) console.log(`${digestOf(manifest)}  ${names[at]}`)
  const lines = new Set(manifests.flatMap(manifest => manifest.split('\n')))
  const differing = [...lines].filter(line => !manifests.every(one => one.split('\n').includes(line)))
  for (const line of differing.sort()) console.log(`differs: ${line}`)
  process.exitCode = differing.length > 0 ? 1 : 0
} finally {
  rmSync(home, { recursive: true, force: true })
}

function buildIn(place) {
  unpack(place)
  run('npm', ['ci'], place)
  rmSync(join(place, 'dist'), { recursive: true })
  run('npm', ['run', 'build'], place)
  return place
}

// What is not committed has no part in it.
function unpack(place) {
  mkdirSync(place, { recursive: true })
  const archive = execFileSync('git', ['archive', 'HEAD'], { cwd: root, maxBuffer: 1 << 30 })
  execFileSync('tar', ['-x', '-C', place], { input: archive })
  return place
}

function run(program, words, cwd) {
  execFileSync(program, words, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** A line for each file of `dist`: its digest, whether it can be run, its path. */
function manifestOf(place) {
  const dist = join(place, 'dist')
  const files = readdirSync(dist, { recursive: true }).filter(name => statSync(join(dist, name)).isFile())
  return files
    .sort()
    .map(name => {
      const path = join(dist, name)
      const mode = statSync(path).mode & 0o111 ? 'x' : '-'
      return `${digestOf(readFileSync(path))} ${mode} ${name}`
    })
    .join('\n')
}

function digestOf(content) {
  return createHash('sha256').update(content).digest('hex')
}
