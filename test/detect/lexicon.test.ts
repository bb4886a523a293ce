import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LandmarkForm, Lexicon } from '../../src/detect/lexicon.ts'
import { listPhrases } from '../../src/detect/phrase-list.ts'
import type { LabelGroup } from '../../src/detect/recognizer.ts'
import { scan } from '../../src/detect/scan.ts'
import { LentText } from '../../src/detect/units.ts'
import { emptyNotes } from '../../src/detect/view.ts'
import { hashWord } from '../../src/detect/words.ts'

const order: LabelGroup = {
  name: 'ORDER',
  words: { en: 'order|order id|purchase order', pl: 'zamowieni*', de: 'kunden~' },
}
const client: LabelGroup = {
  name: 'CLIENT',
  words: { en: 'client|client order', fr: 'num\u00e9ro client', hu: '\u00fcgyf\u00e9l' },
}
const names = ['ORDER', 'CLIENT']
const all = new Lexicon(listPhrases([order, client]), names)

/** What is found, as `GROUP:text`, with `#` behind what says "number" itself. */
function found(text: string, lexicon = all, groups: readonly string[] = names): string[] {
  const notes = emptyNotes()
  scan(new LentText(text).units, notes, { lexicon, signs: new Uint8Array(128) }, 0, text.length, false)
  return notes.labels.map(
    ({ start, end, group, hasNumberWord }) => `${groups[group]}:${text.slice(start, end)}${hasNumberWord ? '#' : ''}`,
  )
}

describe('Lexicon', () => {
  it.each([
    ['a word however it is written', 'Order ORDER \u00f6rder', ['ORDER:Order', 'ORDER:ORDER', 'ORDER:\u00f6rder']],
    ['a word within a compound', 'orderTotal', ['ORDER:order']],
    ['the longest phrase of a group', 'order_id', ['ORDER:order_id#']],
    ['phrases of several groups at one word', 'client order', ['CLIENT:client order', 'ORDER:order']],
    ['a short form of a word for "number"', 'n. client', ['CLIENT:n. client#', 'CLIENT:client']],
    ['an ending of up to five letters', 'zamowienia zamowieniaaaaa', ['ORDER:zamowienia', 'ORDER:zamowieniaaaaa']],
    ['no longer ending', 'zamowieniaaaaaa', []],
    [
      'a stem with a word for "number", in one or not',
      'Kundennummer Kunden-Nr',
      ['ORDER:Kundennummer#', 'ORDER:Kunden-Nr#'],
    ],
    ['no stem alone', 'Kunden kundenfreundlich', []],
    ['letters with combining accents', 'u\u0308gyfe\u0301l', ['CLIENT:u\u0308gyfe\u0301l']],
  ])('finds %s', (_what, text, hits) => {
    expect(found(text)).toEqual(hits)
  })

  it('finds of some groups of a list what a list of these groups alone holds', () => {
    const some = new Lexicon(listPhrases([order, client]), ['CLIENT'])
    const alone = new Lexicon(listPhrases([client]), ['CLIENT'])
    const pieces = fc.array(
      fc.constantFrom('client', 'Order', 'num\u00e9ro', 'n.', 'zamowienie', ' ', ' ', '-', '_', '12'),
    )
    fc.assert(
      fc.property(pieces, words => {
        const text = words.join('')
        expect(found(text, some, ['CLIENT'])).toEqual(found(text, alone, ['CLIENT']))
      }),
    )
    expect(found('client order', some, ['CLIENT'])).toEqual(['CLIENT:client order'])
  })

  it('knows the index of a group, and of no other', () => {
    expect([all.groupIndex('CLIENT'), all.groupIndex('NONE')]).toEqual([1, -1])
  })

  it('notes landmarks in their form only, beside labels', () => {
    const forms: readonly (readonly [number, LandmarkForm])[] = [
      [hashWord('order'), 'capital'],
      [hashWord('ul'), 'short'],
    ]
    const lexicon = new Lexicon(listPhrases([order]), ['ORDER'], forms)
    const text = 'order Order ul ul.'
    const notes = emptyNotes()
    scan(new LentText(text).units, notes, { lexicon, signs: new Uint8Array(128) }, 0, text.length, false)
    expect(Array.from({ length: notes.landmarks.length }, (_, index) => notes.landmarks.at(index))).toEqual([6, 15])
    expect(notes.labels).toHaveLength(2)
  })
})
