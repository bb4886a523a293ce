import { describe, expect, it } from 'vitest'
import { normalize } from '../../src/detect/normalize.ts'
import fc from '../kit/fast-check.ts'

describe('normalize', () => {
  it.each([
    ['full-width forms', '\uff21\uff11\uff03', 'A1#'],
    ['blanks of any width', 'a\u00a0b\u2009c\u3000d', 'a b c d'],
    ['dashes and minus', '1\u20112\u20133\u22124', '1-2-3-4'],
    ['curly quotes and guillemets', '\u201ea\u201c \u2018b\u2019 \u00abc\u00bb', '"a" \'b\' "c"'],
    ['invisible units', 'a\u00ad\u200b\u200d\u2060\ufeffb\u202ec', 'abc'],
    ['line separators', 'a\u2028b', 'a\nb'],
    ['mathematical digits', '\u{1d7cf}\u{1d7e2}\u{1d7ff}', '109'],
    ['halves of pairs', '\ud835x\ud835', '\ud835x\ud835'],
  ])('reads %s as a reader does', (_name, text, expected) => {
    expect(normalize(text, 0).text).toBe(expected)
  })

  it('maps a span back so that hidden units inside it are covered and those outside are not', () => {
    const text = '\u200bab\u200bc\u200b!'
    const normal = normalize(text, 0)
    expect(normal.text).toBe('abc!')
    expect([normal.originalStart(0), normal.originalEnd(3)]).toEqual([1, 5])
    expect([normal.originalStart(3), normal.originalEnd(4)]).toEqual([6, 7])
  })

  it('maps every unit back to itself, or to one it stands for', () => {
    const pieces = fc.constantFrom(
      'a',
      '1',
      '\u200b',
      '\u00ad',
      '\uff11',
      '\u00a0',
      '\u{1d7d2}',
      '\ud83d\ude00',
      '\ud835',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), list => {
        const text = list.join('')
        const normal = normalize(text, 0)
        for (let offset = 0; offset < normal.text.length; offset++) {
          const start = normal.originalStart(offset)
          const end = normal.originalEnd(offset + 1)
          expect(end).toBe(start + 1)
          const original = String.fromCodePoint(text.codePointAt(start)!)
          expect(
            normalize(original, 0).text.startsWith(normal.text.charAt(offset)) ||
              original === normal.text.charAt(offset),
          ).toBe(true)
        }
      }),
    )
  })

  it('takes the text before `from` as it is', () => {
    expect(normalize('\u00a0a\u00a0b', 1).text).toBe('\u00a0a b')
  })
})
