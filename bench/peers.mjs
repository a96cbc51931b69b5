// Modelgate beside its peers: how each is started, and how whole processes are timed. `run.mjs` puts them into tables.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'

/**
 * The programs to compare, with how each is started on a tree; `words` are what `rg` looks for, and `rules` the files of rules
 * for Semgrep, by what tells them apart.
 */
export function peersOn(tree, folder, rules, words) {
  const of = (name, ...rest) => ({ name, version: ['--version'], program: find(name, folder), words: rest })
  return [
    of('ruff', 'check', '--select', 'S', '--no-cache', '--isolated', '--exit-zero', '--quiet', tree),
    of('bandit', '--recursive', '--quiet', '--exit-zero', tree),
    ...Object.entries(rules).map(([told, file]) => ({
      ...of(
        'semgrep',
        'scan',
        '--config',
        file,
        '--metrics=off',
        '--disable-version-check',
        '--no-git-ignore',
        '--quiet',
        tree,
      ),
      version: ['--version', '--disable-version-check'],
      told: `semgrep, ${told}`,
    })),
    of('rg', '--no-ignore', '--count', '--type', 'py', `\\b(${words.join('|')})\\b`, tree),
  ]
}

function find(name, folder) {
  const folders = [folder, ...(process.env.PATH ?? '').split(delimiter)]
  return folders.map(each => join(each, name)).find(path => existsSync(path)) ?? null
}

/**
 * Runs every process in turns, and returns a row for each of them. What takes longer than `limit` seconds is run once, and what
 * takes longer than `most` is stopped.
 */
export function race(processes, runs, limit, most) {
  const here = processes.filter(each => each.program !== null)
  const samples = new Map(here.map(each => [each, []]))
  for (let turn = 0; turn <= runs; turn += 1)
    for (const each of here) {
      const known = samples.get(each)
      // What takes minutes is run once, and neither warmed up nor repeated.
      if (known.some(({ wall }) => wall > limit)) continue
      const sample = timed(each, most)
      if (turn > 0 || sample.wall > limit) known.push(sample)
    }
  const first = middleOf(samples.get(processes[0]) ?? [])
  return processes.map(each => row(each, samples.get(each) ?? [], first))
}

function timed({ program, words, env = {}, before = () => {} }, most) {
  before()
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const figures = join(folder, 'time')
  try {
    const { status, stderr } = spawnSync(
      '/usr/bin/time',
      ['-o', figures, '-f', '%e %U %S %M', 'timeout', '--kill-after=5', String(most), program, ...words],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        maxBuffer: 1024 ** 3,
        env: { ...process.env, ...env },
      },
    )
    const isStopped = status === 124
    // `rg` ends with 1 where it finds nothing.
    if (status !== 0 && status !== 1 && !isStopped)
      throw new Error(`${program} ended with ${status}: ${stderr}`)
    const [wall, user, system, peak] = readFileSync(figures, 'utf8')
      .trim()
      .split('\n')
      .at(-1)
      .split(' ')
      .map(Number)
    return { wall, cpu: user + system, peak: peak / 1024, isStopped }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function row({ name, told = name, program }, samples, first) {
  if (program === null) return [told, 'not found', '', '', '', '', '', '']
  const walls = samples.map(({ wall }) => wall).sort((a, b) => a - b)
  const cpus = samples.map(({ cpu }) => cpu).sort((a, b) => a - b)
  const peak = Math.max(...samples.map(each => each.peak))
  const isStopped = samples.some(each => each.isStopped)
  return [
    isStopped ? `${told}, stopped` : told,
    samples.length,
    middle(walls).toFixed(2),
    walls[0].toFixed(2),
    walls.at(-1).toFixed(2),
    middle(cpus).toFixed(2),
    peak.toFixed(0),
    `${isStopped ? 'over ' : ''}${(middle(walls) / first).toFixed(2)} ×`,
  ]
}

function middleOf(samples) {
  return middle(samples.map(({ wall }) => wall).sort((a, b) => a - b))
}

function middle(sorted) {
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

/** The version that each program says it has, a line each. */
export function versionsOf(processes) {
  const lines = processes
    .filter(({ program }) => program !== null)
    .map(
      ({ name, program, version }) =>
        `${name} ${/\d[\w.-]*/.exec(String(spawnSync(program, version).stdout))?.[0] ?? ''}`,
    )
  return [...new Set(lines)]
}

/** How a tree is called in a table. */
export function titleOf(tree) {
  return basename(tree)
}
