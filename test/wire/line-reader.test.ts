import { describe, expect, it } from 'vitest'
import { LineReader } from '../../src/wire/line-reader.ts'
import fc from '../kit/fast-check.ts'

function read(...pieces: string[]): { texts: string[]; source: string } {
  const reader = new LineReader()
  const lines = pieces.flatMap(piece => reader.read(piece))
  const rest = reader.finish()
  const source = lines.map(line => line.text + line.end).join('') + rest
  return { texts: [...lines.filter(line => line.isLateFeed !== true).map(line => line.text), rest], source }
}

describe('LineReader', () => {
  it('ends lines at LF, CRLF and lone CR only', () => {
    const text = 'a\nb\r\nc\rd\u2028e\u0085f\u2029g\vh\fi\n\n\r\r\n'
    expect(read(text).texts).toEqual(['a', 'b', 'c', 'd\u2028e\u0085f\u2029g\vh\fi', '', '', '', ''])
  })

  it('gives the same lines and every unit for every cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '\r\n', '\u2028') })
    fc.assert(
      fc.property(text, fc.array(fc.nat(40)), (source, cuts) => {
        const borders = [0, ...cuts.filter(cut => cut <= source.length).sort((a, b) => a - b), source.length]
        const pieces = borders.slice(1).map((border, index) => source.slice(borders[index], border))
        expect(read(...pieces)).toEqual({ texts: source.split(/\r\n|\n|\r/), source })
      }),
    )
  })

  it('ends a line at a CR without waiting for what follows', () => {
    const reader = new LineReader()
    expect(reader.read('a\r')).toEqual([{ text: 'a', end: '\r' }])
    expect(reader.read('\nb')).toEqual([{ text: '', end: '\n', isLateFeed: true }])
    expect(reader.finish()).toBe('b')
  })
})
