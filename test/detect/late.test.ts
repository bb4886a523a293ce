import { afterEach, describe, expect, it, vi } from 'vitest'
import { createDetector } from '../../src/detect/index.ts'

const text = 'Write to jo@firm.example, customer no. K-63748, and call +44 20 7946 0958.'

/** As in a process that has made no detector yet. */
async function loadLate() {
  vi.resetModules()
  return (await import('../../src/detect/late.ts')).createLateDetector
}

afterEach(() => vi.doUnmock('../../src/detect/detector.ts'))

describe('createLateDetector', () => {
  it('finds the same as a detector that is there at once', async () => {
    const createLateDetector = await loadLate()
    const expected = createDetector({ profile: 'balanced' }).detect(text)
    expect(expected).toHaveLength(3)
    expect(await createLateDetector({ profile: 'balanced' }).detect(text)).toEqual(expected)
  })

  it('answers with a promise until its code is there, and at once from then on', async () => {
    const createLateDetector = await loadLate()
    const detector = createLateDetector({ profile: 'balanced' })
    const early = detector.detect(text)
    expect(early).toBeInstanceOf(Promise)
    const findings = await early
    expect(detector.detect(text)).toEqual(findings)
    expect(createLateDetector({ profile: 'balanced' }).detect(text)).toEqual(findings)
  })

  it('hands on what it is told of a text', async () => {
    const createLateDetector = await loadLate()
    const detector = createLateDetector({ profile: 'balanced' })
    const hint = { key: 'order_number' }
    const expected = createDetector({ profile: 'balanced' }).detect('12345', hint)
    expect(expected).toHaveLength(1)
    expect(await detector.detect('12345', hint)).toEqual(expected)
    expect(await detector.detect('12345', hint)).toEqual(expected)
  })

  it('refuses every text where its code cannot be loaded, and ends no process that has none', async () => {
    const createLateDetector = await loadLate()
    vi.doMock('../../src/detect/detector.ts', () => {
      throw new Error('no such file')
    })
    const detector = createLateDetector({ profile: 'balanced' })
    const broken = { code: 'ERR_GDPR_INSTALLATION_BROKEN' }
    await expect(detector.detect(text)).rejects.toMatchObject(broken)
    await expect(detector.detect(text)).rejects.toMatchObject(broken)
  })
})
