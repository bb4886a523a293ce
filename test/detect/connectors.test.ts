import { describe, expect, it } from 'vitest'
import { connectorAt, connectorOf, numberWords } from '../../src/detect/connectors.ts'
import { LentText } from '../../src/detect/units.ts'
import fc from '../kit/fast-check.ts'

function connectorIn(text: string) {
  return connectorAt(new LentText(text).units, 0, text.length)
}

describe('connectorAt', () => {
  it('knows every word for "number", in any case', () => {
    for (const word of numberWords) {
      expect(connectorIn(word)?.isNumberWord, word).toBe(true)
      expect(connectorIn(word.toUpperCase())?.isNumberWord, word).toBe(true)
    }
  })

  it.each(['n\u00famero', 'nu\u0301mero', '\u010d\u00edslo', 'c\u030ci\u0301slo'])(
    'knows %s with its accents',
    word => {
      expect(connectorIn(word)).toMatchObject({ kind: 'number', isNumberWord: true })
    },
  )

  it('tells fillers from words for "number", and both from other words', () => {
    expect(connectorIn('lautet')?.kind).toBe('filler')
    expect(connectorIn('c')).toMatchObject({ kind: 'number', isNumberWord: false })
    for (const word of ['', 'bridge', 'numbe', 'numberss', 'incomprehensible'])
      expect(connectorIn(word)).toBeUndefined()
  })

  it('says of a word in a text what it says of the word by itself', () => {
    const pieces = fc.array(fc.constantFrom(...'numero', 'is', 'de', 'nr', '\u0301', 'e'), { maxLength: 6 })
    fc.assert(
      fc.property(pieces, letters => {
        const word = letters.join('')
        expect(connectorIn(word)).toEqual(connectorOf(word))
      }),
    )
  })
})
