import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { tagNames } from '../../../src/detect/names/index.ts'

interface Line {
  domain: string
  text: string
  entities: { start: number; end: number; label: string }[]
}

const file = new URL('../../../bench/corpus/names-evaluation.jsonl', import.meta.url)
const lines = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Line)

function coverage(text: string): Uint8Array {
  const covered = new Uint8Array(text.length)
  const found = tagNames(text, { profile: 'balanced', sensitivity: 'normal', findings: [] })
  for (const { start, end } of found) covered.fill(1, start, end)
  return covered
}

describe('the texts of many kinds of people', () => {
  it('lose nine names in ten and more', () => {
    let people = 0
    let leaked = 0
    for (const { text, entities } of lines) {
      const covered = coverage(text)
      for (const { start, end, label } of entities) {
        if (label !== 'PERSON') continue
        people++
        const left = Array.from(text.slice(start, end), (unit, at) => (covered[start + at] === 0 ? unit : ' ')).join('')
        if (/[\p{L}\p{M}]{2}/u.test(left)) leaked++
      }
    }
    expect(people).toBeGreaterThan(300)
    expect(leaked / people).toBeLessThan(0.07)
  })

  it('keep most of what is only named after people', () => {
    let length = 0
    let over = 0
    for (const { text } of lines.filter(line => line.domain.startsWith('neg'))) {
      length += text.length
      over += coverage(text).reduce((sum, mark) => sum + mark, 0)
    }
    expect((1000 * over) / length).toBeLessThan(65)
  })
})
