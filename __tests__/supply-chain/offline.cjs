// Loaded before a bundle: whatever would leave this process is refused and written down, except for connections to one address.
const { appendFileSync } = require('node:fs')

const { MODELGATE_TRIED: log, MODELGATE_ALLOWED: allowed } = process.env

function refuse(what) {
  appendFileSync(log, `${what}\n`)
  throw Object.assign(new Error(`${what} is refused`), { code: 'EREFUSED' })
}

const net = require('node:net')
const connect = net.Socket.prototype.connect
// What `http`, `https`, `tls`, `http2` and the libraries on top of them open is a socket in the end.
net.Socket.prototype.connect = function (...given) {
  const [options] = Array.isArray(given[0]) ? given[0] : given
  const {
    host = 'localhost',
    port,
    path,
  } = typeof options === 'object' ? options : { host: given[1], port: options }
  const address = path ?? `${host}:${port}`
  appendFileSync(log, address === allowed ? 'allowed\n' : '')
  return address === allowed ? connect.apply(this, given) : refuse(`connect ${address}`)
}
for (const [name, acts] of [
  ['dgram', ['createSocket']],
  ['child_process', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']],
  ['worker_threads', ['Worker']],
  ['net', ['createServer']],
]) {
  const module = require(`node:${name}`)
  for (const act of acts)
    module[act] = program => refuse([name, act, typeof program === 'string' ? program : ''].join(' ').trim())
}
const dns = require('node:dns')
for (const one of [dns, dns.promises])
  for (const act of Object.keys(one).filter(name => /^(lookup|resolve|reverse)/.test(name)))
    one[act] = name => refuse(`dns ${act} ${name}`)
// The one that is built in brings a network of its own along, which none of the above sees.
globalThis.fetch = url => refuse(`fetch ${url}`)
globalThis.WebSocket = url => refuse(`WebSocket ${url}`)
globalThis.EventSource = url => refuse(`EventSource ${url}`)
