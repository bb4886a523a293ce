import { expect, it } from 'vitest'
import type { PoolMessage } from '../../src/cli/pool-messages.ts'
import { PoolMetrics } from '../../src/cli/pool-metrics.ts'

const text = (count: number) => `# HELP c Calls.\n# TYPE c counter\nc{provider="x"} ${count}\n`

/** A pool in which each worker answers at once with what it has counted; `null` never answers. */
function pool(counts: readonly (number | null)[]) {
  const ends: (() => void)[] = []
  const metrics = new PoolMetrics(work => {
    ends.push(work)
    return () => undefined
  })
  const workers = counts.map((count, id) => ({
    id,
    send: (message: PoolMessage) => {
      if (message.pool === 'count' && count !== null) metrics.counted(id, message.id, text(count))
    },
  }))
  return { metrics, workers, timeOut: () => ends.at(-1)!() }
}

it('adds up what the workers have counted', async () => {
  const { metrics, workers } = pool([1, 2, 3])
  expect(await metrics.sum(workers)).toBe(text(6))
  expect(await metrics.sum(workers)).toBe(text(6))
})

it('keeps the counts of workers that have ended', async () => {
  const { metrics, workers } = pool([1, 2])
  await metrics.sum(workers)
  metrics.ended(0)
  expect(await metrics.sum(workers.slice(1))).toBe(text(3))
  metrics.ended(1)
  expect(await metrics.sum([])).toBe(text(3))
})

it('takes a worker that does not answer in time at its last word, and does not wait for one that has ended', async () => {
  const { metrics, workers, timeOut } = pool([1, null])
  metrics.counted(1, 99, text(5))
  const late = metrics.sum(workers)
  timeOut()
  expect(await late).toBe(text(6))
  const gone = metrics.sum(workers)
  metrics.ended(1)
  expect(await gone).toBe(text(6))
})
