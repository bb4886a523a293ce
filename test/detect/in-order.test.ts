import { describe, expect, it } from 'vitest'
import { inOrder } from '../../src/detect/in-order.ts'
import fc from '../kit/fast-check.ts'

interface Item {
  readonly key: number
  readonly place: number
}

const byKey = (one: Item, other: Item) => one.key - other.key

describe('inOrder', () => {
  it('sorts any list, and leaves what is equal as it came', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 60 }), keys => {
        const items = keys.map((key, place) => ({ key, place }))
        expect(inOrder(items, byKey)).toEqual([...items].sort(byKey))
      }),
    )
  })

  it('gives a list back that is in order', () => {
    const items = [1, 1, 4].map((key, place) => ({ key, place }))
    expect(inOrder(items, byKey)).toBe(items)
  })
})
