import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LastLook, longestBase64Run } from '../../src/pipeline/last-look.ts'

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
