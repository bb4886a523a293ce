import { expect, it } from 'vitest'
import { program } from './program.ts'

interface Level {
  readonly sockets: number
  readonly files: number
}
interface Loaded {
  readonly levels: readonly Level[]
  readonly ends: Readonly<Record<string, number>>
  readonly wrong: readonly string[]
  readonly leaks: number
  readonly hasPrinted: boolean
  readonly stop: { readonly streams: number; readonly code: number; readonly wrong: readonly string[] }
}

/** The benchmark has no types of its own. */
async function loadLoad(): Promise<(options: object) => Promise<Loaded>> {
  const name: string = '../../bench/load.mjs'
  return ((await import(name)) as { load: (options: object) => Promise<Loaded> }).load
}

it('answers rightly under streams, aborts, resets and large bodies, and loses no stream when it is stopped', async () => {
  const load = await loadLoad()
  const options = { program, seconds: 1.5, everySeconds: 1, rate: 60, largeBytes: 1_000_000, largeEverySeconds: 0.5 }
  const { levels, ends, wrong, leaks, hasPrinted, stop } = await load(options)
  expect(wrong).toEqual([])
  expect([leaks, hasPrinted]).toEqual([0, false])
  const kinds = ['aborted', 'broken', 'held', 'large', 'left', 'refused', 'reset', 'streamed', 'whole']
  expect(Object.keys(ends).sort()).toEqual(kinds)
  expect(levels.length).toBeGreaterThan(1)
  // Some are the program's own, opened when first needed; one per call would be many more.
  expect(levels.at(-1)!.files).toBeLessThanOrEqual(levels[0]!.files + 4)
  expect(stop).toMatchObject({ code: 0, wrong: [] })
  expect(stop.streams).toBeGreaterThanOrEqual(24)
}, 120_000)
