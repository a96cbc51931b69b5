import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** A process that serves git repositories over HTTP. */
export interface GitServer {
  readonly url: string
  /** The `Authorization` headers that have come, in order; empty where there was none. */
  authorizations(): readonly string[]
  close(): void
}

/** Serves the repositories below a folder. With a secret, only to whoever sends it. */
export async function serveGit(folder: string, secret = ''): Promise<GitServer> {
  const child = spawn(process.execPath, [join(__dirname, 'git-server.mjs'), folder, secret], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const port = new Promise<string>(resolve => {
    child.stdout.setEncoding('utf8').on('data', text => {
      said += text
      const found = /^port (\d+)$/m.exec(said)?.[1]
      if (found) resolve(found)
    })
  })
  return {
    url: `http://127.0.0.1:${await port}`,
    authorizations: () => Array.from(said.matchAll(/^authorization (.*)$/gm), ([, value = '']) => value),
    close: () => child.kill(),
  }
}
