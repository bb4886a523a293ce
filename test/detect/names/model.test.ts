import { readFileSync, statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { loadModel, packRow, readModel } from '../../../src/detect/names/model.ts'

const file = new URL('../../../src/detect/names/model.bin', import.meta.url)

describe('the model file', () => {
  it('takes less than 12 MB of memory and 3 MB of a package', () => {
    expect(statSync(file).size).toBeLessThan(12_000_000)
    expect(gzipSync(readFileSync(file)).length).toBeLessThan(3_000_000)
  })

  it('is read once', () => {
    expect(loadModel()).toBe(loadModel())
  })

  it('has tables whose lengths are powers of two', () => {
    const { rows, lexicon } = loadModel()
    expect(Math.log2(rows.length) % 1).toBe(0)
    expect(Math.log2(lexicon.size) % 1).toBe(0)
    expect(lexicon.slots.length).toBe(lexicon.size)
  })

  it('is refused when it is something else', () => {
    expect(() => readModel(new Uint8Array(200))).toThrow('Install the package again')
  })
})

describe('packRow', () => {
  it('keeps owner and signed weights apart', () => {
    const row = packRow(0xab000000, -128, 127, -1)
    expect(row >>> 24).toBe(0xab)
    expect([(row << 8) >> 24, (row << 16) >> 24, (row << 24) >> 24]).toEqual([-128, 127, -1])
  })
})
