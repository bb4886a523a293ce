import { describe, expect, it } from 'vitest'
import { HashTable } from '../../src/detect/hash-table.ts'
import fc from '../kit/fast-check.ts'

const hash = fc.integer({ min: -0x80000000, max: 0x7fffffff })
const bits = fc.integer({ min: 1, max: 0x7fffffff })

describe('a table of word hashes', () => {
  it('gives back the number of each hash, and 0 for all others', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(hash, bits), { selector: ([of]) => of }),
        fc.array(hash),
        (entries, others) => {
          const table = new HashTable(entries)
          const known = new Map(entries)
          for (const of of [...known.keys(), ...others, 0]) expect(table.get(of)).toBe(known.get(of) ?? 0)
        },
      ),
    )
  })

  it('joins the bits of one hash', () => {
    expect(
      new HashTable([
        [7, 1],
        [7, 4],
      ]).get(7),
    ).toBe(5)
  })
})
