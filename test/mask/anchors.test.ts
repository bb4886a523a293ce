import { expect, test } from 'vitest'
import { AnchorSearch, mayHoldAnchor } from '../../src/mask/anchors.ts'
import { createTextRestorer, RestoreTally } from '../../src/mask/index.ts'
import fc from '../kit/fast-check.ts'
import { hardText, vaultWith } from './support.ts'

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

test('a JSON text in which a string would be changed is never passed over, however it is written', () => {
  const vault = vaultWith(['jo@firm.example', 'EMAIL'], ['jo', 'PERSON'])
  const value = fc.oneof(fc.array(hardText), fc.dictionary(hardText, hardText), fc.array(fc.array(hardText)))
  fc.assert(
    fc.property(value, fc.constantFrom(0, 1, '\t'), fc.boolean(), (document, indent, isAscii) => {
      const json = JSON.stringify(document, null, indent)
      const written = isAscii
        ? json.replace(/[\u0080-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        : json
      const tally = new RestoreTally()
      const restorer = createTextRestorer(vault, tally)
      let changes = false
      JSON.stringify(document, (key, own: unknown) => {
        for (const text of [key, own]) {
          if (typeof text === 'string' && restorer.whole(text, 0) !== text) changes = true
        }
        return own
      })
      if (changes || tally.invented > 0) expect(mayHoldAnchor(written)).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test('answers without a placeholder are told from those with one before they are parsed', () => {
  const answer = (content: string) =>
    JSON.stringify({
      id: 'chatcmpl-1',
      choices: [{ index: 0, message: { content, refusal: null }, stop: [] }],
      n: [1, -2],
    })
  for (const text of ['Done.', 'a list: [1, 2], [] and [', '"quoted"\n[x', '5 % & more', 'x_1 user_1', '&amp; %20']) {
    expect(mayHoldAnchor(answer(text)), text).toBe(text.includes('[x'))
  }
  for (const text of [
    '[EMAIL_1]',
    '[email 1]',
    '&#91;EMAIL 1&#93;',
    'EMAIL_1',
    'EMAIL\\_1',
    '\uff3bEMAIL 1\uff3d',
    '%5BEMAIL 1%5D',
  ]) {
    expect(mayHoldAnchor(answer(text)), text).toBe(true)
    expect(mayHoldAnchor(JSON.stringify([text], null, 2)), text).toBe(true)
  }
})
