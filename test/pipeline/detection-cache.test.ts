import { describe, expect, it } from 'vitest'
import { cacheDetections } from '../../src/pipeline/detection-cache.ts'
import type { Finding } from '../../src/types.ts'

const long = 'a text that is long enough to be worth a hash. '.repeat(20)

function counting() {
  const asked: string[] = []
  const finding: Finding = { start: 0, end: 1, type: 'X', score: 1, recognizer: 'x' }
  function detect(text: string): Finding[] {
    asked.push(text)
    return [finding]
  }
  return { asked, detector: { detect } }
}

describe('the cache of findings', () => {
  it('asks once for a long text, and every time for a short one', () => {
    const { asked, detector } = counting()
    const cached = cacheDetections(detector)
    for (const text of [long, long, 'short', 'short']) expect(cached.detect(text)).toHaveLength(1)
    expect(asked).toEqual([long, 'short', 'short'])
  })

  it('tells texts apart that differ in one character or in their field', () => {
    const { asked, detector } = counting()
    const cached = cacheDetections(detector)
    cached.detect(long)
    cached.detect(`${long}!`)
    cached.detect(long, { key: 'phone', path: ['phone'] })
    cached.detect(long, { key: 'mail', path: ['mail'] })
    expect(asked).toHaveLength(4)
  })

  it('takes no label for the beginning of the text, and no beginning of a text for a label', () => {
    const { asked, detector } = counting()
    const cached = cacheDetections(detector)
    cached.detect(long, { key: 'a', path: ['a'], label: 'b\nc' })
    cached.detect(`c\n${long}`, { key: 'a', path: ['a'], label: 'b' })
    cached.detect(`${JSON.stringify([['a'], 'a', 'b\nc'])}\n${long}`)
    expect(asked).toHaveLength(3)
  })

  it('keeps what an asynchronous recognizer found', async () => {
    let asked = 0
    const cached = cacheDetections({
      detect: async () => {
        asked++
        return []
      },
    })
    await cached.detect(long)
    await cached.detect(long)
    expect(asked).toBe(1)
  })

  it('knows every message of a long chat again, turn after turn', () => {
    const { asked, detector } = counting()
    const cached = cacheDetections(detector)
    for (let turn = 0; turn < 3; turn++) {
      for (let index = 0; index < 12_500 + turn; index++) cached.detect(`${long}${index}`)
    }
    expect(asked).toHaveLength(12_502)
  })

  it('forgets the oldest texts', () => {
    const { asked, detector } = counting()
    const cached = cacheDetections(detector)
    for (let index = 0; index < 33_000; index++) cached.detect(`${long}${index}`)
    cached.detect(`${long}0`)
    cached.detect(`${long}32999`)
    expect(asked).toHaveLength(33_001)
  })
})
