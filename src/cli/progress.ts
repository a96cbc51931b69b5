interface Screen {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** A line that counts files while a scan takes long, on a terminal only. */
export interface Progress {
  update(done: number, total: number): void
  /** Takes the line away again. */
  clear(): void
}

/** Progress that nobody sees. */
export const silence: Progress = { update: () => {}, clear: () => {} }

const patience = 1000
const pause = 100

/** Shows nothing in the first second, and then ten times a second at most. `now` is in milliseconds. */
export function showProgress(screen: Screen, now: () => number): Progress {
  if (screen.isTTY !== true) return silence
  let next = now() + patience
  let shown = false
  return {
    update: (done, total) => {
      if (now() < next) return
      next = now() + pause
      shown = true
      screen.write(`\r\u001b[K${done} of ${total} files`)
    },
    clear: () => {
      if (shown) screen.write('\r\u001b[K')
      shown = false
    },
  }
}
