import { describe, expect, it } from 'vitest'
import { Candidates } from '../../src/detect/candidates.ts'
import { findCandidates } from '../../src/detect/find.ts'
import type { BuiltInRecognizer } from '../../src/detect/recognizer.ts'
import { onShape } from '../../src/detect/recognizer.ts'
import { compileTables } from '../../src/detect/tables.ts'

/** The parts of a text that have one of the shapes. */
function shaped(text: string, ...shapes: string[]): string[] {
  const found: string[] = []
  const recognizer: BuiltInRecognizer = {
    name: 'shaped',
    source: 'https://shapes.example',
    types: ['CASE_NUMBER'],
    anchors: [onShape(shapes, (view, start, end) => found.push(view.text.slice(start, end)))],
    examples: { match: [], miss: [] },
  }
  const steps = findCandidates(text, undefined, compileTables([recognizer], []), new Candidates(() => true))
  while (!steps.next().done);
  return found
}

describe('onShape', () => {
  it('finds digits, letters and separators of exactly the form', () => {
    expect(shaped('12-34 AB-12 AB-123 AB 12 1-2', '99-99', 'AA-99')).toEqual(['12-34', 'AB-12'])
  })

  it('takes letters of any case beside a digit, but only capitals in a group of their own', () => {
    expect(shaped('a1-2 A1-2 ab-12 AB-12', 'A9-9', 'AA-99')).toEqual(['a1-2', 'A1-2', 'AB-12'])
  })

  it('tells shapes apart that begin alike', () => {
    expect(shaped('1234 1234 5678 1234 5678 9012', '9999 9999 9999', '9999 9999')).toContain('1234 5678 9012')
  })

  it('reads a line wrap, with its indent or quote mark, as a blank', () => {
    expect(shaped('12\n  34, 56\n> 78', '99 99')).toEqual(['12\n  34', '56\n> 78'])
  })

  it.each(['x12-34', '12-34x', '1-12-34', '12-34-5', '12-34.5', '_12-34_5'])(
    'leaves %s alone, which is a part of more',
    text => {
      expect(shaped(text, '99-99')).toEqual([])
    },
  )

  it('takes hundreds of shapes', () => {
    const shapes = Array.from(
      { length: 900 },
      (_, index) => `${'9'.repeat(1 + (index % 30))}-${'A'.repeat(1 + Math.floor(index / 30))}`,
    )
    expect(shaped(`${'7'.repeat(30)}-${'X'.repeat(11)}`, ...shapes)).toHaveLength(1)
  })

  it('refuses a shape with two separators in a row', () => {
    expect(() => shaped('', '99--99')).toThrow(TypeError)
  })
})
