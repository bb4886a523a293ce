import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/types.ts'
import { detectNow, mark, withoutNames } from './marked.ts'

const folder = new URL('../../bench/corpus/', import.meta.url)
const sets = readdirSync(folder).filter(name => name.endsWith('evaluation.jsonl') && !name.startsWith('names'))

/** Placeholders as mask/ makes them: one per value and type, numbered by first appearance. */
function scrub(text: string, findings: readonly Finding[]): string {
  const numbers = new Map<string, number>()
  const counts = new Map<string, number>()
  let scrubbed = ''
  let from = 0
  for (const { start, end, type } of findings) {
    const key = `${type} ${text.slice(start, end)}`
    const number = numbers.get(key) ?? (counts.get(type) ?? 0) + 1
    if (!numbers.has(key)) counts.set(type, number)
    numbers.set(key, number)
    scrubbed += `${text.slice(from, start)}[${type}_${number}]`
    from = end
  }
  return scrubbed + text.slice(from)
}

describe('a text that is scrubbed already', () => {
  it.each(sets)('has nothing more to find in it, in all texts of %s', name => {
    const texts = readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      .filter(line => line !== '')
      .map(line => (JSON.parse(line) as { text: string }).text)
    expect(texts.length).toBeGreaterThan(100)
    for (const text of texts) {
      const scrubbed = scrub(text, detectNow(text, withoutNames))
      expect(mark(scrubbed, detectNow(scrubbed, withoutNames))).toBe(scrubbed)
    }
  })
})
