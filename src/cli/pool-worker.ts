/** The side of a worker: counts for its parent, asks it for the sum, stops when told. */
import type { Worker } from 'node:cluster'
import { isPoolMessage, type PoolMessage } from './pool-messages.ts'

export interface PoolMember {
  /** Aborts when the parent wants an end. */
  readonly stop: AbortSignal
  /** The metrics of all workers. Rejects where the parent has gone. */
  sum(): Promise<string>
}

/** `count` gives this worker's own metrics as text. */
export function joinPool(worker: Worker, count: () => string): PoolMember {
  const aborter = new AbortController()
  const waiting = new Map<number, { resolve(text: string): void; reject(error: unknown): void }>()
  let next = 0

  function send(message: PoolMessage): void {
    if (worker.isConnected()) worker.send(message)
  }

  worker.on('message', (message: unknown) => {
    if (!isPoolMessage(message)) return
    if (message.pool === 'stop') aborter.abort()
    if (message.pool === 'count') send({ pool: 'counted', id: message.id, text: count() })
    if (message.pool !== 'sum') return
    waiting.get(message.id)?.resolve(message.text)
    waiting.delete(message.id)
  })
  worker.on('disconnect', () => {
    for (const { reject } of waiting.values()) reject(new Error('the parent process has gone'))
    waiting.clear()
  })

  return {
    stop: aborter.signal,
    sum: () =>
      new Promise((resolve, reject) => {
        if (!worker.isConnected()) return reject(new Error('the parent process has gone'))
        const id = next++
        waiting.set(id, { resolve, reject })
        send({ pool: 'ask', id })
      }),
  }
}
