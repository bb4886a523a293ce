import { describe, expect, test } from 'vitest'
import { gapsBetween, spansOf } from '../../src/mask/spans.ts'
import type { Finding } from '../../src/types.ts'
import fc from '../kit/fast-check.ts'
import { foundText } from './support.ts'

function finding(start: number, end: number, type = 'PERSON'): Finding {
  return { start, end, type, score: 1, recognizer: 'test' }
}

test('every character that a finding covers is covered by a span, and spans do not overlap', () => {
  fc.assert(
    fc.property(foundText, ({ text, findings }) => {
      const spans = spansOf(text, findings, [])
      const covered = new Set(
        spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
      )
      expect(covered.size).toBe(spans.reduce((sum, { start, end }) => sum + end - start, 0))
      for (const { start, end } of findings) {
        for (let at = start; at < end; at++) expect(covered.has(at) || text.charAt(at).trim() === '').toBe(true)
      }
    }),
  )
})

test('a span never cuts a code point', () => {
  const text = 'a\u{1f600}b'
  expect(spansOf(text, [finding(0, 2), finding(2, 4)], [])).toMatchObject([
    { start: 0, end: 3 },
    { start: 3, end: 4 },
  ])
})

test('the canonical part stays inside of the span', () => {
  const outside = { ...finding(2, 6), canonicalStart: 0, canonicalEnd: 9 }
  const nowhere = { ...finding(2, 6), canonicalStart: 8, canonicalEnd: 9 }
  expect(spansOf('0123456789', [outside], [])).toMatchObject([{ canonicalStart: 2, canonicalEnd: 6 }])
  expect(spansOf('0123456789', [nowhere], [])).toMatchObject([{ canonicalStart: 2, canonicalEnd: 6 }])
})

describe('refuses findings that are not of this text', () => {
  test.each([
    ['behind the end', finding(0, 5)],
    ['before the start', finding(-1, 2)],
    ['reversed', finding(3, 1)],
    ['not whole', finding(0.5, 2)],
    ['not a number', finding(Number.NaN, 2)],
    ['of no type that makes a placeholder', finding(0, 2, 'some value')],
  ])('%s', (_what, wrong) => {
    let message = ''
    try {
      spansOf('text', [wrong], [])
    } catch (error) {
      expect(error).toMatchObject({ code: 'ERR_GDPR_RECOGNIZER_FAILED' })
      message = String(error)
    }
    expect(message).not.toBe('')
    expect(message).not.toContain('some value')
  })
})

test('gaps are what spans leave', () => {
  expect(
    gapsBetween(
      [
        { start: 0, end: 2 },
        { start: 2, end: 3 },
        { start: 5, end: 6 },
      ],
      9,
    ),
  ).toEqual([
    { start: 3, end: 5 },
    { start: 6, end: 9 },
  ])
})
