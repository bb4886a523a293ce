import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AnchorSearch } from '../../src/mask/anchors.ts'
import { hardText } from './support.ts'

test('stops at each character a placeholder can begin at, in order', () => {
  fc.assert(
    fc.property(hardText, text => {
      const expected = [...text.matchAll(/[[&%\uff3b\u3010]|(?<=[A-Z0-9_\\])_(?=\d)/g)].map(match => match.index)
      const anchors = new AnchorSearch(text, 0)
      const found: number[] = []
      for (let at = anchors.next(0); at < text.length; at = anchors.next(at + 1)) found.push(at)
      expect(found).toEqual(expected)
    }),
  )
})
