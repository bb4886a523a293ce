import { expect, it } from 'vitest'
import { asksForJson, rememberCoverage } from '../../src/proxy/health.ts'

it('measures once a minute, for all who ask', async () => {
  let [time, count] = [0, 0]
  const coverage = rememberCoverage(
    async () => ({ complete: true, count: ++count }),
    () => time,
  )
  const first = await Promise.all([coverage(), coverage()])
  expect(first.map(({ count }) => count)).toEqual([1, 1])
  time = 59_999
  expect((await coverage()).count).toBe(1)
  time = 60_000
  expect((await coverage()).count).toBe(2)
})

it('measures again after a failure', async () => {
  let count = 0
  const coverage = rememberCoverage(async () => {
    if (count++ === 0) throw new Error('no port')
    return { complete: true }
  })
  await expect(coverage()).rejects.toThrow('no port')
  expect(await coverage()).toEqual({ complete: true })
})

it('tells those who ask for JSON only', () => {
  expect([asksForJson('application/json'), asksForJson('*/*'), asksForJson(undefined)]).toEqual([true, false, false])
})
