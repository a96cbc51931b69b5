// Loaded into a step before the bundle: time passes faster there, and each wait of a tenth of a second or more is written down.
// The code that waits is the same, and waits as often.
const { appendFileSync } = require('node:fs')

const times = 50
const wait = globalThis.setTimeout
const { MODELGATE_WAITS: log } = process.env

globalThis.setTimeout = Object.assign((act, milliseconds = 0, ...words) => {
  if (log && milliseconds >= 100) appendFileSync(log, `${milliseconds}\n`)
  return wait(act, milliseconds / times, ...words)
}, wait)
