import { execFileSync, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { join } from 'node:path'

// Serves the repositories below a folder, as a forge does; with a secret, only to whoever sends it. It prints its port, and
// then a line with the `Authorization` of each request. A process of its own, since whoever fetches waits for its end.
const [folder, secret] = process.argv.slice(2)
const program = join(execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(), 'git-http-backend')

const server = createServer((request, response) => {
  const { authorization = '' } = request.headers
  console.log(`authorization ${authorization}`)
  if (secret && authorization !== secret) response.writeHead(403).end()
  else answer(request, response)
})
server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`))

// https://git-scm.com/docs/git-http-backend speaks CGI.
function answer(request, response) {
  const { pathname, search } = new URL(request.url, 'http://x')
  const child = spawn(program, [], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: request.headers['git-protocol'] ?? '',
    },
  })
  const parts = []
  request.pipe(child.stdin)
  child.stdout.on('data', part => parts.push(part))
  child.on('close', () => {
    const all = Buffer.concat(parts)
    const end = all.indexOf('\r\n\r\n')
    for (const header of all.toString('latin1', 0, end).split('\r\n')) {
      const [name, value] = header.split(/: (.*)/)
      if (name === 'Status') response.statusCode = Number.parseInt(value, 10)
      else response.setHeader(name, value)
    }
    response.end(all.subarray(end + 4))
  })
}
