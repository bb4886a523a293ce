/** `serve --workers N`: processes that share one port. One that dies is replaced; metrics are summed; a stop is waited for. */
import cluster, { type Address, type Worker } from 'node:cluster'
import { type Terminal, write } from './command.ts'
import { isPoolMessage, type PoolMessage } from './pool-messages.ts'
import { PoolMetrics } from './pool-metrics.ts'

/** Gives the exit code: 0 after a stop, that of a worker where none could start. */
export async function supervise(count: number, { stdout, stopSignal }: Terminal): Promise<number> {
  // Workers take connections themselves. Handed to them by this process, one that is under way to a worker that is killed
  // would hang until its client gives up (Node 20 to 22: with each SIGKILL under load).
  cluster.schedulingPolicy = cluster.SCHED_NONE
  const stop = stopSignal()
  const metrics = new PoolMetrics()
  const listening = new Set<number>()
  let isAnnounced = false

  const workers = () => Object.values(cluster.workers ?? {}).filter(worker => worker !== undefined)

  function send(worker: Worker, message: PoolMessage): void {
    if (worker.isConnected()) worker.send(message)
  }

  function hear(worker: Worker, message: unknown): void {
    if (!isPoolMessage(message)) return
    if (message.pool === 'counted') metrics.counted(worker.id, message.id, message.text)
    if (message.pool !== 'ask') return
    const asked = workers().filter(one => listening.has(one.id))
    const counting = asked.map(one => ({ id: one.id, send: (question: PoolMessage) => send(one, question) }))
    void metrics.sum(counting).then(text => send(worker, { pool: 'sum', id: message.id, text }))
  }

  function begun(worker: Worker, { address, port }: Address): void {
    listening.add(worker.id)
    // A stop that came while it started has not reached it.
    if (stop.aborted) send(worker, { pool: 'stop' })
    if (isAnnounced || listening.size < count) return
    isAnnounced = true
    const host = address.includes(':') ? `[${address}]` : address
    void write(stdout, `listening on http://${host}:${port}\n${count} workers\n`)
  }

  const ended = new Promise<number>(resolve => {
    let code = 0
    // Node gives no code where a signal ended it, whatever its types say.
    cluster.on('exit', (worker, exitCode, signal: string | null) => {
      metrics.ended(worker.id)
      // What cannot start now could not start the next time either, and would be tried for ever. One that was killed while
      // others run could.
      const wasKilled = signal !== null && listening.size > 0
      const couldStart = listening.delete(worker.id) || wasKilled || stop.aborted
      if (!couldStart) code = exitCode || 1
      if (code === 0 && !stop.aborted) cluster.fork()
      else stopAll()
      if (workers().length === 0) resolve(code)
    })
  })

  function stopAll(): void {
    for (const worker of workers()) send(worker, { pool: 'stop' })
  }

  cluster.on('message', hear)
  cluster.on('listening', begun)
  stop.addEventListener('abort', () => {
    void write(stdout, 'stopping: running answers may end\n')
    stopAll()
  })
  for (let started = 0; started < count; started++) cluster.fork()
  return ended
}
