import { describe, expect, it } from 'vitest'
import { LastLook, longestBase64Run } from '../../src/pipeline/last-look.ts'
import fc from '../kit/fast-check.ts'

const value = 'jörg.o"neil+x@post-12.example'

function finds(text: string, values: readonly string[] = [value]): boolean {
  return new LastLook(values).finds(Buffer.from(text))
}

describe('the last look', () => {
  it.each([
    ['as written', value],
    ['JSON-escaped', JSON.stringify(value)],
    ['with non-ASCII escaped', JSON.stringify(value).replace('ö', '\\u00f6')],
    ['with non-ASCII escaped in capitals', JSON.stringify(value).replace('ö', '\\u00F6')],
    ['URL-encoded', encodeURIComponent(value)],
    ['in the other normal form', value.normalize('NFD')],
    ['behind a line break escape', `{"a":"\\n${value}"}`],
    ['behind a percent escape', `q=%20${encodeURIComponent(value)}`],
  ])('finds a value %s', (_, text) => {
    expect(finds(`{"x":"before ${text} after"}`)).toBe(true)
  })

  it('finds a value in base64 at any offset, in both alphabets', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), fc.string({ maxLength: 9 }), (before, after) => {
        const bytes = Buffer.from(before + value + after)
        expect(finds(`{"data":"${bytes.toString('base64')}"}`)).toBe(true)
        expect(finds(`{"data":"${bytes.toString('base64url')}"}`)).toBe(true)
        const alone = Buffer.from(`{"data":"${bytes.toString('base64')}"}`)
        expect(new LastLook([value], longestBase64Run(alone)).finds(alone)).toBe(true)
      }),
    )
  })

  it('finds a value in base64 also when it knows how long its longest run is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 5, maxLength: 30, unit: 'grapheme' }), fc.nat(2), (own, offset) => {
        const bytes = Buffer.from('x'.repeat(offset) + own)
        const run = bytes.toString('base64').replaceAll('=', '')
        // What a neighbour has a part in is cut off at both ends: the shortest run that still is the value.
        const cut = run.slice(Math.ceil((offset * 8) / 6), Math.floor((bytes.length * 8) / 6))
        const text = Buffer.from(`"${cut}"`)
        const knowing = new LastLook([own], longestBase64Run(text)).finds(text)
        expect(knowing).toBe(new LastLook([own]).finds(text))
      }),
    )
  })

  it('finds any one of many values with the same beginning', () => {
    const values = Array.from({ length: 2_000 }, (_, index) => `ORD-2025-${100_000 + index}`)
    const look = new LastLook(values)
    for (const index of [0, 999, 1_999]) expect(look.finds(Buffer.from(`see ${values[index]}.`))).toBe(true)
    expect(look.finds(Buffer.from('see ORD-2025-999999.'))).toBe(false)
  })

  it('finds in a long place what it finds in a short one, wherever it stands', () => {
    const piece = fc.constantFrom(
      'abcd',
      'abcde',
      '12345',
      'x.y@z',
      'Jo Doe',
      ' ',
      'q',
      '"',
      'long.name@mailbox.example',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.subarray(['abcde', '12345', 'x.y@z', 'Jo Doe', value]),
        fc.nat(7),
        (pieces, some, by) => {
          const values = [...some, 'long.name@mailbox.example'.slice(by)]
          const bytes = Buffer.from(`${'-'.repeat(by)}${pieces.join('')}`)
          const unaligned = Buffer.concat([Buffer.alloc(1), bytes]).subarray(1)
          const expected = new LastLook(values).finds(bytes)
          expect(new LastLook(values, undefined, 20_000).finds(bytes)).toBe(expected)
          expect(new LastLook(values, undefined, 20_000).finds(unaligned)).toBe(expected)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it.each(['j\u00f6rg.o"neil+x@post-12.example', '0171 2345', '123456'])(
    'finds %j at every offset of a long place',
    own => {
      const look = new LastLook([own], undefined, 20_000)
      for (let by = 0; by < 8; by++) {
        for (const written of [own, encodeURIComponent(own)]) {
          expect(look.finds(Buffer.from(`${'-'.repeat(by)} ${written} ;`))).toBe(true)
          expect(look.finds(Buffer.from(`${'-'.repeat(by)}x${written}x`))).toBe(false)
        }
        const inBase64 = Buffer.from(`${'-'.repeat(by)}${own}-`).toString('base64')
        expect(look.finds(Buffer.from(`data:${inBase64}`))).toBe(true)
      }
    },
  )

  it('does not take a part of a longer word or number for the value', () => {
    expect(finds('order 1234567', ['12345'])).toBe(false)
    expect(finds('order 12345.', ['12345'])).toBe(true)
  })

  it('leaves bare JSON numbers alone: a token limit is no order number', () => {
    expect(finds('{"max_tokens":12345,"n":1}', ['12345'])).toBe(false)
    expect(finds('{"max_tokens": 12345}', ['12345'])).toBe(false)
    expect(finds('{"text":"12345"}', ['12345'])).toBe(true)
  })

  it('finds nothing where there is nothing', () => {
    expect(finds('{"model":"m","messages":[]}')).toBe(false)
    expect(finds('', [])).toBe(false)
  })
})
