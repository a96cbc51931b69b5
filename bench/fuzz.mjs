// Reads hostile files with every frontend, analyses them and writes every report, and looks for what goes wrong. By hand:
//
//   node bench/fuzz.mjs [--seconds N] [--frontend NAME] [--seed N] [--limit SECONDS] [--memory MIB] [--input N]
//
// Inputs are real files (`fuzz/samples.mjs`) that are changed at random (`fuzz/mutate.mjs`). The random numbers come from the
// seed, the frontend and the number of the input alone, so that `--input N` tries one of them again and shows it.
// A child process reads them: one input may take so many seconds of it and so much memory, and no more. It fails where
// something is thrown, a place lies outside of its file, or a report holds what acts on a terminal or on a CI system.
import { fork } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { samples } from './fuzz/samples.mjs'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    frontend: { type: 'string' },
    seed: { type: 'string', default: '1' },
    limit: { type: 'string', default: '10' },
    memory: { type: 'string', default: '768' },
    input: { type: 'string' },
  },
})
const names = Object.keys(samples).filter(name => !values.frontend || name === values.frontend)
if (names.length === 0) {
  console.error(`there is no frontend \`${values.frontend}\`; there are ${Object.keys(samples).join(', ')}`)
  process.exit(2)
}

// Each frontend gets its share of the time.
let failures = 0
const share = Number(values.seconds) / names.length
for (const name of names) {
  const { tried, seconds, slowest, failed } = await fuzz(name)
  failures += failed.length
  console.log(
    `${name.padEnd(14)} ${String(tried).padStart(7)} inputs  ${seconds.toFixed(0).padStart(5)} s of processor time  slowest ${slowest.seconds.toFixed(2)} s (input ${slowest.index})  ${failed.length} failed`,
  )
  for (const { index, says } of failed)
    console.log(`  --frontend ${name} --seed ${values.seed} --input ${index}: ${says.join('; ')}`)
}
process.exitCode = failures > 0 ? 1 : 0

/** Tries inputs of one frontend until its time is over. */
async function fuzz(name) {
  const first = Number(values.input ?? 0)
  const last = values.input === undefined ? 1e9 : first + 1
  const total = { tried: 0, seconds: 0, slowest: { seconds: 0, index: 0 }, failed: [] }
  const end = performance.now() + share * 1000
  for (let from = first; from < last && performance.now() < end; )
    from = await follow(name, from, last, end, total)
  return total
}

/** One child, until its time is over or something becomes of it. Gives the number of the input to go on with. */
function follow(name, from, last, end, total) {
  const child = fork(
    join(dirname(fileURLToPath(import.meta.url)), 'fuzz', 'child.mjs'),
    [values.seed, name, from, last].map(String),
    {
      execArgv: [`--max-old-space-size=${values.memory}`],
      stdio: ['ignore', 'inherit', values.input === undefined ? 'pipe' : 'inherit', 'ipc'],
      env: { ...process.env, ...(values.input !== undefined && { FUZZ_SHOW: '1' }) },
    },
  )
  const state = { index: from, says: null, errors: '', watch: null }
  child.stderr?.on('data', text => {
    state.errors = (state.errors + text).slice(-2_000)
  })
  const stop = says => {
    state.says = says
    child.kill('SIGKILL')
  }
  const whole = setTimeout(() => stop('over'), Math.max(0, end - performance.now()))
  child.on('message', message => {
    clearTimeout(state.watch)
    if (message.kind === 'begun') {
      state.index = message.index
      // Other programs may be busy, so the clock gives more time than the processor.
      state.watch = setTimeout(() => stop('hang'), 4000 * Number(values.limit))
    }
    if (message.kind === 'done') record(total, message)
  })
  return new Promise(resolve =>
    child.on('exit', (code, signal) => {
      clearTimeout(state.watch)
      clearTimeout(whole)
      if (state.says === 'over' || code === 0) return resolve(code === 0 ? last : state.index)
      const says =
        state.says === 'hang'
          ? `hang: more than ${values.limit} s`
          : `died (${signal ?? code}): ${state.errors.slice(0, 400)}`
      total.tried += 1
      total.failed.push({ index: state.index, says: [says] })
      resolve(state.index + 1)
    }),
  )
}

function record(total, { index, says, seconds }) {
  total.tried += 1
  total.seconds += seconds
  if (seconds > total.slowest.seconds) total.slowest = { seconds, index }
  const slow = seconds > Number(values.limit) ? [`slow: ${seconds.toFixed(1)} s`] : []
  if (says.length + slow.length > 0) total.failed.push({ index, says: [...says, ...slow] })
}
