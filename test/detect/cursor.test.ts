import { describe, expect, it } from 'vitest'
import { Cursor } from '../../src/detect/cursor.ts'
import { Offsets } from '../../src/detect/offsets.ts'
import fc from '../kit/fast-check.ts'
import { viewOf } from './views.ts'

const starts = fc.array(fc.nat({ max: 500 }), { maxLength: 60 }).map(list => [...new Set(list)].sort((a, b) => a - b))

function listOf(offsets: readonly number[], stride: number): Offsets {
  const list = new Offsets()
  for (const offset of offsets) for (let part = 0; part < stride; part++) list.push(offset + part)
  return list
}

describe('a cursor in a list of offsets', () => {
  it('finds the first entry at or behind an offset, whatever was asked before and in what text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2),
        fc.array(fc.tuple(starts, fc.array(fc.integer({ min: -5, max: 510 }), { maxLength: 20 })), { maxLength: 4 }),
        (stride, texts) => {
          const cursor = new Cursor(stride)
          for (const [offsets, asked] of texts) {
            const list = listOf(offsets, stride)
            const view = viewOf('')
            for (const offset of asked) {
              const first = offsets.findIndex(start => start >= offset)
              expect(cursor.indexFrom(view, list, offset)).toBe(first < 0 ? offsets.length : first)
            }
          }
        },
      ),
    )
  })
})
