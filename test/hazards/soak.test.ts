import { expect, it } from 'vitest'
import { createGuard } from '../../src/guard.ts'
import { sharedMarks } from '../../src/intercept/patches.ts'
import { liveScopes } from '../../src/pipeline/index.ts'

interface Level {
  readonly heap: number
  readonly handles: number
  readonly scopes: number
  readonly marks: number
}
interface Soaked {
  readonly before: Level
  readonly after: Level
  readonly outcomes: Record<string, number>
  readonly wrong: number
}

/** The benchmark has no types of its own. */
async function loadSoak(): Promise<(parts: object, calls: number) => Promise<Soaked>> {
  const name: string = '../../bench/soak.mjs'
  return ((await import(name)) as { soak: (parts: object, calls: number) => Promise<Soaked> }).soak
}

it('keeps no map, mark or handle after calls that ended, were aborted, reset, left or timed out', async () => {
  const soak = await loadSoak()
  const { before, after, outcomes, wrong } = await soak({ createGuard, liveScopes, sharedMarks }, 600)
  expect(wrong).toBe(0)
  expect(outcomes).toEqual({ done: 300, aborted: 180, failed: 120 })
  expect(after).toMatchObject({ scopes: 0, marks: 0 })
  expect(after.handles).toBeLessThanOrEqual(before.handles)
}, 120_000)
