/** A bar on the error stream, for long input on a terminal. Elsewhere it draws nothing. */
import type { Terminal } from './command.ts'

/** Shorter input is done before anybody could read a bar. */
const shortestInput = 1_048_576
const pauseMs = 100
const width = 30

export interface Progress {
  /** So many bytes more have been read. */
  add(bytes: number): void
  /** Takes the bar away, so that other output can be written. */
  clear(): void
}

const nothing: Progress = { add: () => undefined, clear: () => undefined }

export function progressOf({ stderr }: Terminal, total: number, now = () => performance.now()): Progress {
  if (stderr.isTTY !== true || total < shortestInput) return nothing
  const start = now()
  let done = 0
  let drawnAt = start
  let isDrawn = false

  function clear(): void {
    if (isDrawn) stderr.write('\r\u001b[2K')
    isDrawn = false
  }

  function add(bytes: number): void {
    done += bytes
    const time = now()
    if (time - drawnAt < pauseMs || done >= total) return
    drawnAt = time
    isDrawn = true
    stderr.write(`\r\u001b[2K${bar(done / total)} ${rate(done, time - start)}`)
  }

  return { add, clear }
}

function bar(share: number): string {
  const filled = Math.min(width, Math.round(share * width))
  return `[${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${Math.floor(share * 100)} %`
}

function rate(bytes: number, milliseconds: number): string {
  return `${(bytes / 1_000 / Math.max(1, milliseconds)).toFixed(1)} MB/s`
}
