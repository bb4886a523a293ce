import { describe, expect, it } from 'vitest'
import { mayFollowStreet, mayLeadStreet, streetLandmarks } from '../../../src/detect/address/landmarks.ts'
import { streetAfter } from '../../../src/detect/address/street-after.ts'
import { streetBefore } from '../../../src/detect/address/street-before.ts'
import { streetWords } from '../../../src/detect/address/street-words.ts'
import { address } from '../../../src/detect/recognizers/address.ts'
import { scan } from '../../../src/detect/scan.ts'
import { compileTables } from '../../../src/detect/tables.ts'
import { LentText } from '../../../src/detect/units.ts'
import { emptyNotes, releaseNotes, View } from '../../../src/detect/view.ts'
import fc from '../../kit/fast-check.ts'

const tables = compileTables([address], [])

function withView<T>(text: string, read: (view: View) => T): T {
  const notes = emptyNotes()
  const lent = new LentText(text)
  scan(lent.units, notes, tables, 0, text.length, false)
  const result = read(new View(lent, notes, [], tables.lexicon))
  releaseNotes(notes)
  lent.release()
  return result
}

const streets = [...streetWords()].map(([word]) => word)
const endings = ['strasse', 'straat', 'gatan', 'weg', 'gasse', 'utca']
const word = fc.oneof(
  fc.constantFrom(...streets),
  fc.constantFrom(...streets).map(written => written.toUpperCase()),
  fc.constantFrom(...streets).map(written => written.charAt(0).toUpperCase() + written.slice(1)),
  fc.constantFrom(...endings).map(ending => `Linden${ending}`),
  fc.constantFrom(
    'Nr',
    'nr.',
    'č.',
    'no',
    'n°',
    'буд',
    'бр',
    'Д',
    'arp',
    'κ',
    'αριθ.',
    'km',
    'num',
    'C.so',
    'V.le',
    'Garden',
    'Foch',
    'de',
    'la',
    'a',
    'Deux-Ponts',
    '3',
  ),
  fc.string({ unit: fc.constantFrom('a', 'E', 's', 't', 'r', 'e', '\u0301', "'", '-'), minLength: 1, maxLength: 8 }),
)
const joint = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '.', '/', ' "', '" ', '\n', '-', ' #')
const line = fc
  .array(fc.tuple(word, joint), { minLength: 1, maxLength: 9 })
  .chain(left => fc.array(fc.tuple(joint, word), { maxLength: 8 }).map(right => ({ left, right })))

describe('the look at what was noted around a number', () => {
  it('passes no number that has a street beside it', () => {
    fc.assert(
      fc.property(line, fc.constantFrom('7', '27', '12b', '12-14'), ({ left, right }, number) => {
        const before = left.map(([written, sign]) => `${written}${sign}`).join('')
        const behind = right.map(([sign, written]) => `${sign}${written}`).join('')
        const at = before.length
        withView(`${before}${number}${behind}.`, view => {
          const end = at + (number.match(/^\w+/)?.[0].length ?? 0)
          if (streetBefore(view, at) !== null) expect(mayFollowStreet(view, at)).toBe(true)
          if (streetAfter(view, at) !== null) expect(mayLeadStreet(view, end)).toBe(true)
        })
      }),
      { numRuns: 5000 },
    )
  })

  it('says the same of a number whatever was asked before', () => {
    const places = fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(line, line, places, (first, second, offsets) => {
        const text = [...first.left, ...second.left].map(([written, sign]) => `${written} 5${sign}`).join('')
        const asked = offsets.map(offset => offset % text.length)
        const alone = asked.map(at => withView(text, view => mayFollowStreet(view, at)))
        expect(withView(text, view => asked.map(at => mayFollowStreet(view, at)))).toEqual(alone)
      }),
      { numRuns: 2000 },
    )
  })

  it('passes numbers of other lines', () => {
    expect(withView('Lindenstra\u00dfe 27\nin 14 days', view => mayFollowStreet(view, 19))).toBe(false)
    expect(withView('27 Hazel\nRow', view => mayLeadStreet(view, 2))).toBe(false)
    expect(withView('page 3 of 7', view => mayFollowStreet(view, 5) || mayLeadStreet(view, 6))).toBe(false)
  })

  it('knows many words', () => {
    expect(new Set(streetLandmarks.map(([hash]) => hash)).size).toBeGreaterThan(300)
  })
})
