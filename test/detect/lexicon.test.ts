import { describe, expect, it } from 'vitest'
import { Lexicon } from '../../src/detect/lexicon.ts'
import { type LandmarkForm, listPhrases, type PhraseList } from '../../src/detect/phrase-list.ts'
import type { LabelGroup } from '../../src/detect/recognizer.ts'
import { scan } from '../../src/detect/scan.ts'
import { LentText } from '../../src/detect/units.ts'
import { emptyNotes } from '../../src/detect/view.ts'
import { hashWord } from '../../src/detect/words.ts'
import fc from '../kit/fast-check.ts'

const order: LabelGroup = {
  name: 'ORDER',
  words: { en: 'order|order id|purchase order', pl: 'zamowieni*', de: 'kunden~' },
}
const client: LabelGroup = {
  name: 'CLIENT',
  words: { en: 'client|client order', fr: 'num\u00e9ro client', hu: '\u00fcgyf\u00e9l' },
}
const both = listPhrases([order, client])
const names = ['ORDER', 'CLIENT']

/** What is found, as `GROUP:text`, with `#` behind what says "number" itself. */
function found(text: string, list: PhraseList = both, wanted: readonly string[] = names): string[] {
  const notes = emptyNotes()
  const lexicon = new Lexicon(list, wanted, false)
  scan(new LentText(text).units, notes, { lexicon, signs: new Uint8Array(128) }, 0, text.length, false)
  return notes.labels.map(
    ({ start, end, group, hasNumberWord }) =>
      `${list.groups[group]}:${text.slice(start, end)}${hasNumberWord ? '#' : ''}`,
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
    const alone = listPhrases([client])
    const pieces = fc.array(
      fc.constantFrom('client', 'Order', 'num\u00e9ro', 'n.', 'zamowienie', ' ', ' ', '-', '_', '12'),
    )
    fc.assert(
      fc.property(pieces, words => {
        const text = words.join('')
        expect(found(text, both, ['CLIENT'])).toEqual(found(text, alone))
      }),
    )
    expect(found('client order', both, ['CLIENT'])).toEqual(['CLIENT:client order'])
  })

  it('knows the index of a group that is wanted, and of no other', () => {
    const lexicon = new Lexicon(both, ['ORDER'], false)
    expect(['ORDER', 'CLIENT', 'NONE'].map(name => lexicon.groupIndex(name))).toEqual([1, -1, -1])
  })

  it('notes landmarks in their form only, beside labels, where some recognizer wants them', () => {
    const forms: readonly (readonly [number, LandmarkForm])[] = [
      [hashWord('order'), 'capital'],
      [hashWord('ul'), 'short'],
    ]
    const list = listPhrases([order], forms)
    const text = 'order Order ul ul.'
    const landmarksWith = (hasLandmarks: boolean): number[] => {
      const notes = emptyNotes()
      const lexicon = new Lexicon(list, ['ORDER'], hasLandmarks)
      scan(new LentText(text).units, notes, { lexicon, signs: new Uint8Array(128) }, 0, text.length, false)
      expect(notes.labels).toHaveLength(2)
      return Array.from({ length: notes.landmarks.length }, (_, index) => notes.landmarks.at(index))
    }
    expect(landmarksWith(true)).toEqual([6, 15])
    expect(landmarksWith(false)).toEqual([])
  })
})
