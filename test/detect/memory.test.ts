import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/index.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
const { RegExp: original } = globalThis

afterEach(() => {
  globalThis.RegExp = original
})

describe('a detector', () => {
  const text = `Write to jo@firm.example or call +44 20 7946 0958; order no. 48213-77, IBAN DE89 3704 0044 0532 0130 00,
    12 Example Road, born 3 May 1981, http://10.0.0.12/a, {"customer":{"id":"C-5512"}}, age 44.\n`

  it('makes no expression for a text that is like one it has seen', () => {
    const detector = createDetector({ profile: 'strict' })
    detector.detect(text)
    let made = 0
    globalThis.RegExp = new Proxy(original, {
      construct(target, [pattern, flags]: [string, string?]) {
        made++
        return new target(pattern, flags)
      },
      apply(target, _, [pattern, flags]: [string, string?]) {
        made++
        return target(pattern, flags)
      },
    })
    const findings = detector.detect(text)
    globalThis.RegExp = original
    expect(findings).not.toHaveLength(0)
    expect(made).toBe(0)
  })

  it('keeps nothing of the texts that it has read', () => {
    const detector = createDetector({ profile: 'structured' })
    const units = 100_000
    const texts = 30
    const read = (number: number) => detector.detect(`${number} ${text}`.repeat(Math.ceil(units / text.length)))
    for (let number = 100; number < 105; number++) read(number)
    collect()
    const before = process.memoryUsage().heapUsed
    for (let number = 1; number <= texts; number++) read(number)
    collect()
    // One text may stay as the last that an expression has looked at; compiled code takes some room.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan((texts * units) / 2)
  }, 60_000)
})
