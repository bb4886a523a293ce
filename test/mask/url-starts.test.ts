import { describe, expect, it } from 'vitest'
import { memory, runFrom, starts } from '../../src/mask/url-run.ts'
import { UrlStarts } from '../../src/mask/url-starts.ts'
import fc from '../kit/fast-check.ts'

function placesIn(text: string): number[] {
  const found = new UrlStarts(text)
  const places: number[] = []
  for (let at = found.next(0); at < text.length; at = found.next(at + 1)) places.push(at)
  return places
}

const piece = fc.constantFrom(
  ...[
    'http',
    ':',
    '/',
    '//',
    '\\',
    'www.',
    'WwW.',
    'w',
    '.',
    '](',
    '=',
    ' ',
    '\n',
    '\u00a0',
    'src',
    'HREF',
    'x',
    '"',
    '(',
    '>',
  ],
  ' '.repeat(memory),
)

describe('the search for starts of URLs', () => {
  it('finds every place at which a URL begins', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), pieces => {
        const text = pieces.join('')
        const begun = [...text.matchAll(starts)].filter(match => runFrom(text, match.index, match[0]) !== null)
        expect(placesIn(text)).toEqual(expect.arrayContaining(begun.map(({ index }) => index)))
      }),
      { numRuns: 3_000 },
    )
  })

  it('passes over what looks like it: assignments, fractions, words that end in w', () => {
    expect(placesIn('let sum = a / b; x == y; now. Moscow. "a:b" [1] (2) or a/b')).toEqual([])
  })
})
