// A test runner for Stryker that loads the tests once and then changes only which mutant is active.
//
// Jest loads every module anew for every file of tests: two seconds for each file and mutant, where the tests of a
// mutant take some milliseconds. What a mutant has left in a cache is emptied after it.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const plan = process.env.MUTANTS_PLAN
const { files, chosen, log, budget } = JSON.parse(readFileSync(plan, 'utf8'))
// Stryker starts another process after a loop without an end; what the tests take is not measured again.
const measured = `${plan}.durations`
const durations = new Map(existsSync(measured) ? JSON.parse(readFileSync(measured, 'utf8')) : [])

export const strykerPlugins = [{ kind: 'TestRunner', name: 'loaded-once', factory: () => open() }]

let run = null

function open() {
  globalThis.__stryker__ ??= {}
  let loaded = null
  const lately = new Map()
  // From the copy of the project that is changed, in which this process has been put.
  const load = async () => (loaded ??= await loadedFrom(resolve('bench/mutants/tests.mjs')))
  return {
    capabilities: () => ({ reloadEnvironment: true }),
    async dryRun() {
      const { tests, forget } = await load()
      const results = []
      for (const test of tests) {
        // What it would take from a cache it uses as well.
        forget()
        results.push(await tried(test))
      }
      const told = results.filter(isOfUse)
      for (const { id } of results) if (!told.some(one => one.id === id)) durations.delete(id)
      writeFileSync(measured, JSON.stringify([...durations]))
      const { mutantCoverage } = globalThis.__stryker__
      for (const id of Object.keys(mutantCoverage?.perTest ?? {}))
        if (!durations.has(id)) delete mutantCoverage.perTest[id]
      return { status: 'complete', tests: told, mutantCoverage }
    },
    async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, reloadEnvironment }) {
      const place = placeOf(activeMutant)
      if (chosen !== null && !chosen.includes(place)) return { status: 'error', errorMessage: 'not chosen' }
      const start = performance.now()
      if (reloadEnvironment) loaded = null
      if (mutantActivation === 'static') activate(activeMutant.id, undefined)
      const { tests, forget } = await load()
      const wanted = new Set(testFilter ?? durations.keys())
      const killers = lately.get(activeMutant.fileName) ?? []
      const ordered = inOrder(
        tests.filter(({ name }) => wanted.has(name)),
        killers,
      )
      forget()
      activate(activeMutant.id, hitLimit)
      const result = await resultOf(ordered, secondsOfProcessor())
      activate(undefined, undefined)
      forget()
      const [killer] = result.killedBy ?? []
      if (killer) lately.set(activeMutant.fileName, [killer, ...killers.filter(each => each !== killer)])
      note(place, mutantActivation, result, ordered.length, start)
      return result
    },
  }
}

async function loadedFrom(path) {
  const { errorOf, loadTests } = await import(pathToFileURL(path))
  run = errorOf
  return loadTests(files)
}

function activate(activeMutant, hitLimit) {
  const hitCount = hitLimit === undefined ? undefined : 0
  Object.assign(globalThis.__stryker__, { activeMutant, hitLimit, hitCount })
}

async function tried(test) {
  globalThis.__stryker__.currentTestId = test.name
  const start = secondsOfProcessor()
  const error = await run(test)
  globalThis.__stryker__.currentTestId = undefined
  const timeSpentMs = (secondsOfProcessor() - start) * 1000
  durations.set(test.name, timeSpentMs)
  const told = { id: test.name, name: test.name, timeSpentMs, fileName: test.file }
  return error === null ? { ...told, status: 0 } : { ...told, status: 1, failureMessage: String(error) }
}

// What takes long tries how long something takes, which says nothing while others use the machine.
function isOfUse({ status, timeSpentMs }) {
  return status === 0 && timeSpentMs < 1500
}

async function resultOf(tests, start) {
  let nrOfTests = 0
  for (const test of tests) {
    if (secondsOfProcessor() - start > budget) break
    nrOfTests += 1
    const error = await run(test)
    const { hitCount, hitLimit } = globalThis.__stryker__
    if (hitCount > hitLimit) return { status: 'timeout', reason: 'a loop does not end' }
    if (error !== null)
      return {
        status: 'killed',
        killedBy: [test.name],
        failureMessage: String(error.message ?? error),
        nrOfTests,
      }
  }
  return { status: 'survived', nrOfTests }
}

// Not those of the clock: others use the machine too.
function secondsOfProcessor() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** What has killed a mutant of this file before comes first, and then what takes the least time. */
function inOrder(tests, killers) {
  const rank = ({ name }) => {
    const at = killers.indexOf(name)
    return at === -1 ? killers.length + (durations.get(name) ?? 0) : at - killers.length
  }
  return tests
    .map(test => [rank(test), test])
    .sort(([a], [b]) => a - b)
    .map(([, test]) => test)
}

function placeOf({ fileName, location: { start, end }, mutatorName, replacement }) {
  const file = fileName.slice(fileName.lastIndexOf('/src/') + 1)
  return `${file}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column} ${mutatorName} ${replacement}`
}

function note(place, activation, result, covering, start) {
  const ms = Math.round(performance.now() - start)
  appendFileSync(log, `${JSON.stringify({ place, activation, ...result, covering, ms })}\n`)
}
