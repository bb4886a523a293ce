import { describe, expect, it } from 'vitest'
import { builtInRecognizers } from '../../src/detect/index.ts'
import type { Finding } from '../../src/types.ts'
import { detectNow, mark, readMarked, withoutNames } from './marked.ts'

const ownFindings = (name: string, findings: readonly Finding[]) =>
  findings.filter(({ recognizer }) => recognizer === name)

describe.each(builtInRecognizers)('the recognizer $name', recognizer => {
  it('has a file-like name, an official source and sorted types', () => {
    expect(recognizer.name).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/)
    expect(new URL(recognizer.source).protocol).toBe('https:')
    expect(recognizer.types).toEqual([...recognizer.types].sort())
    expect(recognizer.anchors.length).toBeGreaterThan(0)
  })

  it.each(recognizer.examples.match)('finds the marked values in %s', example => {
    const { text, values } = readMarked(example)
    const findings = detectNow(text, withoutNames)
    const isMarked = ({ start, end }: Finding) => values.some(value => value.start < end && value.end > start)
    const shown = findings.filter(finding => finding.recognizer === recognizer.name || isMarked(finding))
    const covered = shown.map(finding => ({
      ...finding,
      start: finding.canonicalStart ?? finding.start,
      end: finding.canonicalEnd ?? finding.end,
    }))
    expect(mark(text, covered)).toBe(example)
    expect(ownFindings(recognizer.name, findings).length).toBeGreaterThan(0)
    for (const { type } of ownFindings(recognizer.name, findings)) expect(recognizer.types).toContain(type)
  })

  it.each(recognizer.examples.match)('finds nothing more once the values of %s are replaced', example => {
    const { text } = readMarked(example)
    const scrubbed = replaceFindings(text, detectNow(text, withoutNames))
    expect(mark(scrubbed, detectNow(scrubbed, withoutNames))).toBe(scrubbed)
  })

  it.each(recognizer.examples.miss)('finds nothing in %s', example => {
    expect(mark(example, ownFindings(recognizer.name, detectNow(example, withoutNames)))).toBe(example)
  })
})

/** Placeholders as mask/ makes them. */
function replaceFindings(text: string, findings: readonly Finding[]): string {
  let scrubbed = ''
  let from = 0
  for (const [index, { start, end, type }] of findings.entries()) {
    scrubbed += `${text.slice(from, start)}[${type}_${index + 1}]`
    from = end
  }
  return scrubbed + text.slice(from)
}

describe('the list of recognizers', () => {
  it('is sorted by name without doubles', () => {
    const names = builtInRecognizers.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)].sort())
  })
})

/** Around a value as people and programs write it. The second list closes what the first opens. */
const frames: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['\u201e', '\u201c'],
  ['\u2018', '\u2019'],
  ['\u00ab\u00a0', '\u00a0\u00bb'],
  ['`', '`'],
  ['(', ')'],
  ['(', ').'],
  ['<b>', '</b>'],
  ['**', '**'],
  ['_', '_'],
  ['', '.'],
  ['', '!'],
  ['', '?'],
  ['', ','],
  ['', ';'],
  ['', ' - '],
  ['', '\n'],
  ['\t', '\t'],
  ['\u00a0', '\u00a0'],
]

describe('a value is found whatever stands around it', () => {
  const examples = builtInRecognizers.flatMap(({ name, isEmbedded = false, examples: { match } }) =>
    match.map(example => [name, example, isEmbedded] as const),
  )
  it.each(examples)('%s: %s', (_name, example, isEmbedded) => {
    const { text, values } = readMarked(example)
    const { start, end } = values[0]!
    // In a cell, in quotes or behind a sign the example shows its own frame.
    if (!isEmbedded && !/(?:^|\S )$/.test(text.slice(0, start))) return
    for (const [open, close] of frames) {
      const framed = isEmbedded
        ? `${open}${text}${close}`
        : `${text.slice(0, start)}${open}${text.slice(start, end)}${close}`
      const from = start + open.length
      const to = from + end - start
      const isCovered = detectNow(framed, withoutNames).some(finding => finding.start <= from && finding.end >= to)
      expect(isCovered, framed).toBe(true)
    }
  })
})
