import { describe, expect, it } from 'vitest'
import { detectNow, withoutNames } from './marked.ts'

/** The scan reads a text in stretches of so many units; see scan.ts. */
const stretch = 2_048

describe('a text that is longer than a stretch of the scan', () => {
  const piece = 'Bestell-Nr. B-2031-771, mail jo.doe@firm.example, Karte 4111 1111 1111 1111 und Ü\u00adber.'
  const expected = detectNow(`, ${piece}`, withoutNames).map(({ start, end, type }) => [start - 2, end - 2, type])

  it('is read the same wherever a stretch ends', () => {
    expect(expected.length).toBeGreaterThan(2)
    for (let before = stretch - piece.length - 2; before <= stretch + 2; before++) {
      const found = detectNow(`${', '.repeat(before).slice(-before)}${piece}`, withoutNames)
      expect(found.map(({ start, end, type }) => [start - before, end - before, type])).toEqual(expected)
    }
  })
})
