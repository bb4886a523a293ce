import { describe, expect, it } from 'vitest'
import { type NameOptions, tagNames } from '../../../src/detect/names/index.ts'
import fc from '../../kit/fast-check.ts'

const options: NameOptions = { profile: 'balanced', sensitivity: 'normal', findings: [] }

function names(text: string, more: Partial<NameOptions> = {}): string[] {
  return tagNames(text, { ...options, ...more }).map(({ start, end }) => text.slice(start, end))
}

describe('tagNames', () => {
  it('finds a full name in a sentence', () => {
    expect(names('Please call Hannah Whitcombe about the refund.')).toEqual(['Hannah Whitcombe'])
  })

  it('finds nothing in an empty text', () => {
    expect(names('')).toEqual([])
  })

  it('gives findings in order, not overlapping, with scores between 0 and 1', () => {
    const text = 'Anna Berger met Paul Winkler.\nDear Mr Osgood,\nthanks, Maria\n'
    const found = tagNames(text, options)
    expect(found.length).toBeGreaterThanOrEqual(3)
    for (let at = 0; at < found.length; at++) {
      expect(found[at]!.score).toBeGreaterThan(0)
      expect(found[at]!.score).toBeLessThanOrEqual(1)
      if (at > 0) expect(found[at]!.start).toBeGreaterThanOrEqual(found[at - 1]!.end)
    }
  })

  it('leaves alone what a structured recognizer has already found', () => {
    const text = 'Write to anna.berger@example.com now'
    const email = { start: 9, end: 32, type: 'EMAIL', score: 1, recognizer: 'email' }
    expect(names(text, { findings: [email] })).toEqual([])
  })

  it('finds a name again in parts, in other cases and with endings', () => {
    const text =
      'Jadwiga Brzozowska called.\nI told Brzozowska to wait. BRZOZOWSKA waits. Prosz\u0119 zapyta\u0107 Brzozowskiej.'
    const found = names(text)
    expect(found).toEqual(expect.arrayContaining(['Jadwiga Brzozowska', 'Brzozowska', 'BRZOZOWSKA', 'Brzozowskiej']))
  })

  it('leaves words alone that are names elsewhere', () => {
    expect(names('The offer may end in May. Will you mark the boxes? The rose garden opens in June.')).toEqual([])
  })

  it('finds places and organisations in the strict profile only', () => {
    const text = 'Hannah Whitcombe works for Fernbank Textiles Ltd in Sheffield.'
    const types = (profile: NameOptions['profile']) => tagNames(text, { ...options, profile }).map(({ type }) => type)
    expect(types('balanced')).toEqual(['PERSON'])
    expect(types('strict')).toEqual(['PERSON', 'ORGANIZATION', 'LOCATION'])
  })

  it('finds more the more sensitive it is', () => {
    const text = 'Lönnberg said so. Ask Kwabena about the draft, or Ferdi. Droutsas agreed, Grisay did not.'
    const counts = (['low', 'normal', 'high'] as const).map(sensitivity => names(text, { sensitivity }).length)
    expect(counts[1]).toBeGreaterThanOrEqual(counts[0]!)
    expect(counts[2]).toBeGreaterThan(counts[0]!)
  })

  it('keeps titles, roles and sentence ends out of the span', () => {
    expect(names('Sehr geehrte Frau Wiesinger,\nIhr Vater, Herr Konrad Wiesinger. Danke.')).toEqual([
      'Wiesinger',
      'Konrad Wiesinger',
    ])
  })

  it('decides the same whatever was tagged before', () => {
    const text = 'the zander is cheap today, says the shop'
    const before = tagNames(text, options)
    tagNames('My name is Hannah Zander. Zander is my surname.', options)
    expect(tagNames(text, options)).toEqual(before)
  })

  it('finds names on both sides of a stretch border, and again far away', () => {
    const filler = 'The weather was fine and the road was long. '.repeat(500)
    const text = `My name is Hannah Quillstone.\n${filler}\nPlease ask Quillstone.\n${filler}\nYours, Hannah Quillstone`
    expect(names(text).filter(name => name.includes('Quillstone'))).toHaveLength(3)
  })

  it('gives ordered, whole, separate findings for any text', () => {
    const word = fc.constantFrom(
      'Anna',
      'BERGER',
      'said',
      'Mr',
      '\n',
      ',',
      ':',
      '"',
      '(',
      ')',
      ' ',
      '  ',
      '.',
      'van',
      'den',
      'J',
      '\ud800',
      '\udc00',
      '\u{1f600}',
      '|',
      ';',
      'name',
      '=',
      '\u00ad',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(word, { maxLength: 60 }).map(words => words.join('')),
      fc.array(word, { maxLength: 60 }).map(words => words.join(' ')),
    )
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('low', 'normal', 'high'),
        fc.constantFrom('balanced', 'strict'),
        (value, sensitivity, profile) => {
          let end = 0
          for (const finding of tagNames(value, { profile, sensitivity, findings: [] })) {
            expect(finding.start).toBeGreaterThanOrEqual(end)
            expect(finding.end).toBeGreaterThan(finding.start)
            expect(finding.end).toBeLessThanOrEqual(value.length)
            expect(finding.score).toBeGreaterThan(0)
            expect(finding.score).toBeLessThanOrEqual(1)
            end = finding.end
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
