import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const filling = `
const sizeOf = () => v8.getHeapSpaceStatistics().find(one => one.space_name === 'new_space').space_size / 2 ** 20
const fill = isEnough => {
  let kept = []
  for (let round = 0; !isEnough(round); round += 1) {
    for (let i = 0; i < 1000; i += 1) kept.push({ round, i: [i] })
    if (kept.length > 200_000) kept = kept.slice(-100_000)
  }
}
const often = round => round === 2_000
`

const inThread = `
const v8 = require('node:v8')
${filling}
fill(often)
require('node:worker_threads').parentPort.postMessage(sizeOf())
`

// In a process of its own, since nothing that V8 has taken is given back.
const script = `
import { once } from 'node:events'
import v8 from 'node:v8'
import { Worker } from 'node:worker_threads'
import { requireSource } from ${JSON.stringify(join(__dirname, '../../bench/typescript.mjs'))}
const { capNew, uncapNew } = requireSource('src/files/memory.ts')
${filling}
fill(round => capNew() || round === 100_000)
const capped = sizeOf()
fill(often)
const still = sizeOf()
const [inThread] = await once(new Worker(${JSON.stringify(inThread)}, { eval: true, execArgv: [] }), 'message')
uncapNew()
fill(often)
console.log(JSON.stringify({ capped, still, inThread, uncapped: sizeOf() }))
`

test('V8 takes no more for new objects once it has enough, and more again where that is allowed', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  const { capped, still, inThread, uncapped } = JSON.parse(stdout)
  expect(capped).toBeGreaterThanOrEqual(16)
  // Under some versions what is in use on the way is counted as well.
  expect(still).toBeLessThan(24)
  // A thread that begins in the meantime has as much at least.
  expect(inThread).toBeGreaterThanOrEqual(16)
  expect(uncapped).toBeGreaterThan(24)
})
