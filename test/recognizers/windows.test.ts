import { describe, expect, it } from 'vitest'
import { windowsOf } from '../../src/recognizers/windows.ts'
import fc from '../kit/fast-check.ts'

describe('windows of a long text', () => {
  it('leave a short text whole', () => {
    expect(windowsOf('Anna Berg', 20, 4)).toEqual([{ start: 0, text: 'Anna Berg' }])
  })

  it('begin and end between words', () => {
    const text = 'lorem ipsum dolor sit amet '.repeat(40)
    for (const { start, text: part } of windowsOf(text, 100, 20)) {
      expect(start === 0 || text.charAt(start - 1) === ' ').toBe(true)
      expect(start + part.length === text.length || part.endsWith(' ')).toBe(true)
    }
  })

  it('cover every text, are no longer than asked, and share what lies at a border', () => {
    const piece = fc.constantFrom('a', ' ', '\n', 'wordword', '\u{1f642}', 'x'.repeat(70))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), parts => {
        const text = parts.join('')
        const windows = windowsOf(text, 64, 8)
        let reach = 0
        for (const { start, text: part } of windows) {
          expect(text.slice(start, start + part.length)).toBe(part)
          expect(part.length).toBeLessThanOrEqual(65)
          expect(start).toBeLessThanOrEqual(reach)
          expect(part).toBe(part.toWellFormed())
          reach = start + part.length
        }
        expect(reach).toBe(text.length)
        expect(windows.length).toBeLessThanOrEqual(text.length / 16 + 2)
      }),
    )
  })
})
