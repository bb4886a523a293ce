import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/index.ts'
import { tagNames } from '../../../src/detect/names/index.ts'
import type { Finding } from '../../../src/types.ts'

const texts = ['evaluation', 'second-evaluation', 'third-evaluation', 'fourth-evaluation', 'names-evaluation'].flatMap(
  name =>
    readFileSync(new URL(`../../../bench/corpus/${name}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { id: string; text: string }),
)

/** Each value under a number of its own. */
function scrub(text: string, findings: readonly Finding[]): string {
  let scrubbed = ''
  let position = 0
  findings.forEach(({ start, end, type }, index) => {
    scrubbed += `${text.slice(position, start)}[${type}_${index + 1}]`
    position = end
  })
  return scrubbed + text.slice(position)
}

describe.each(['balanced', 'strict'] as const)('a text scrubbed in the %s profile', profile => {
  const { detect } = createDetector({ profile })
  const found = (text: string) => detect(text) as readonly Finding[]

  it('holds no further name when it is scrubbed again', () => {
    const again = texts.flatMap(({ id, text }) => {
      const scrubbed = scrub(text, found(text))
      const names = found(scrubbed).filter(({ recognizer }) => recognizer === 'names')
      return names.map(({ start, end }) => `${id}: ${scrubbed.slice(start, end)}`)
    })
    expect(texts.length).toBeGreaterThan(300)
    expect(again).toEqual([])
  })
})

describe('beside the placeholder of a name', () => {
  const placeholder = (start: number, end: number): Finding => ({
    start,
    end,
    type: 'PERSON',
    score: 1,
    recognizer: 'placeholder',
  })

  it('finds a new name in full', () => {
    const text = 'Dear [PERSON_1],\nplease forward this to Hannah Whitcombe.'
    const names = tagNames(text, { profile: 'balanced', sensitivity: 'normal', findings: [placeholder(5, 15)] })
    expect(names.map(({ start, end }) => text.slice(start, end))).toEqual(['Hannah Whitcombe'])
  })
})
