import { describe, expect, it } from 'vitest'
import * as shapes from '../../../src/detect/names/shapes.ts'
import {
  BREAK_BEFORE,
  GAP_BEFORE,
  hashEndings,
  hashWord,
  makeTokens,
  SPELLING,
  SUFFIX3,
  spellSmall,
  tokenize,
  wipeUnits,
} from '../../../src/detect/names/tokens.ts'
import type { Finding } from '../../../src/types.ts'
import fc from '../../kit/fast-check.ts'

function read(text: string, findings: readonly Finding[] = []) {
  const tokens = makeTokens(text.length + 1)
  tokenize(text, 0, text.length, findings, 0, tokens)
  return Array.from({ length: tokens.count }, (_, at) => ({
    text: text.slice(tokens.start[at], tokens.end[at]),
    start: tokens.start[at]!,
    end: tokens.end[at]!,
    shape: tokens.shape[at]!,
    spacing: tokens.spacing[at]!,
    word: tokens.word[at]!,
    suffix3: tokens.spelling[at * SPELLING + SUFFIX3]!,
  }))
}

describe('tokenize', () => {
  it('cuts words, numbers and symbols', () => {
    expect(read("Anna-Lena O'Neill, 12.5 kg").map(token => token.text)).toEqual([
      'Anna',
      '-',
      'Lena',
      'O',
      "'",
      'Neill',
      ',',
      '12.5',
      'kg',
    ])
  })

  it('tells how words are written', () => {
    const shapesOf = (text: string) => read(text).map(token => token.shape)
    expect(shapesOf('anna Anna ANNA A McKay firstName A4 12')).toEqual([
      shapes.LOWER_WORD,
      shapes.CAPITALISED,
      shapes.ALL_CAPITALS,
      shapes.INITIAL,
      shapes.MIXED,
      shapes.CAMEL,
      shapes.CODE,
      shapes.NUMBER,
    ])
  })

  it('reads a word the same with and without capitals, diacritics, soft hyphens and full-width letters', () => {
    const forms = ['K\u00f6hler', 'KOHLER', 'kohler', 'K\u00f6h\u00adler', 'Ko\u0308hler', '\uff2bohler']
    expect(new Set(forms.map(form => read(form)[0]!.word)).size).toBe(1)
    expect(read('Kohler')[0]!.word).toBe(hashWord('k\u00f6hler'))
  })

  it('gives words with the same ending the same suffix', () => {
    expect(read('Peternek')[0]!.suffix3).toBe(read('Janosnek')[0]!.suffix3)
    expect(read('Peternek')[0]!.suffix3).not.toBe(read('Janosnak')[0]!.suffix3)
  })

  it('spells words in small letters when asked, as if they had a capital', () => {
    const tokens = makeTokens(32)
    const spellings = ['Brzozowska', 'brzozowska', 'Ko\u0308hler', 'ko\u0308hler', 'Al', 'al'].map(word => {
      tokenize(word, 0, word.length, [], 0, tokens)
      if (tokens.shape[0] === shapes.LOWER_WORD) spellSmall(tokens, 0)
      return Array.from(tokens.spelling.subarray(0, SPELLING))
    })
    expect(spellings[1]).toEqual(spellings[0])
    expect(spellings[3]).toEqual(spellings[2])
    expect(spellings[5]).toEqual(spellings[4])
  })

  it('knows the hash of each ending without reading the word again', () => {
    const tokens = makeTokens(32)
    const endings = new Int32Array(10)
    const text = 'der Aktenvermerk'
    tokenize(text, 0, text.length, [], 0, tokens)
    hashEndings(tokens, 6, 16, endings)
    expect(endings[6]).toBe(hashWord('vermerk'))
    expect(endings[9]).toBe(hashWord('tenvermerk'))
  })

  it('keeps no text once it is told to forget it', () => {
    const tokens = makeTokens(32)
    tokenize('secret words', 0, 12, [], 0, tokens)
    wipeUnits(tokens, 12)
    expect(tokens.units.every(unit => unit === 0)).toBe(true)
  })

  it('reads a part of a text as it reads the part alone', () => {
    const tokens = makeTokens(64)
    tokenize('12 Anna Berger\tcame\n', 3, 19, [], 0, tokens)
    const words = Array.from(tokens.word.subarray(0, tokens.count))
    expect(Array.from(tokens.start.subarray(0, tokens.count))).toEqual([3, 8, 15])
    tokenize('Anna Berger\tcame', 0, 16, [], 0, tokens)
    expect(Array.from(tokens.word.subarray(0, tokens.count))).toEqual(words)
  })

  it('marks line breaks and empty lines', () => {
    const [, second, third] = read('a\r\nb\n\nc')
    expect(second!.spacing & (BREAK_BEFORE | GAP_BEFORE)).toBe(BREAK_BEFORE)
    expect(third!.spacing & GAP_BEFORE).toBe(GAP_BEFORE)
  })

  it('makes one token of a structured finding', () => {
    const tokens = read('mail a.b@example.com now', [{ start: 5, end: 20, type: 'EMAIL', score: 1, recognizer: 'x' }])
    expect(tokens.map(token => token.text)).toEqual(['mail', 'a.b@example.com', 'now'])
    expect(tokens[1]!.shape).toBe(shapes.EMAIL)
  })

  it('covers every letter and digit of any text, in order, on code-point borders', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        let end = 0
        for (const token of read(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(token.end).toBeGreaterThan(token.start)
          expect(text.slice(end, token.start)).not.toMatch(/[A-Za-z0-9]/)
          const isInsidePair =
            /^[\udc00-\udfff]/.test(text.slice(token.start)) && /[\ud800-\udbff]$/.test(text.slice(0, token.start))
          expect(isInsidePair).toBe(false)
          end = token.end
        }
      }),
    )
  })
})
