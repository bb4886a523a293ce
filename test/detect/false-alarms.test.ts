import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fieldKinds } from './false-alarms/fields.ts'
import { generateTexts } from './false-alarms/generate.ts'
import { detectNow } from './marked.ts'

const folder = new URL('./false-alarms/', import.meta.url)
const written = readdirSync(folder)
  .filter(name => name.endsWith('.txt'))
  .flatMap(name => readFileSync(new URL(name, folder), 'utf8').split('\n\n'))
const texts = [...written, ...generateTexts(1, 30, 40), ...generateTexts(2, 6, 20, fieldKinds)]
const mostTouched = 5
const balanced = { profile: 'balanced' } as const

/** Lines in which something would be replaced, with what it would be replaced by. */
function touchedLines(text: string): string[] {
  const touched = new Map<number, string>()
  for (const { start, end, type, recognizer } of detectNow(text, balanced)) {
    const from = text.lastIndexOf('\n', start - 1) + 1
    const line = text.slice(from, text.indexOf('\n', start) < 0 ? undefined : text.indexOf('\n', start))
    touched.set(from, `${type} (${recognizer}) "${text.slice(start, end)}" in: ${line.slice(0, 120)}`)
  }
  return [...touched.values()]
}

describe('text without personal data', () => {
  it('is more than eleven thousand lines long', () => {
    const lines = texts.flatMap(text => text.split('\n'))
    expect(lines.length).toBeGreaterThan(11_500)
    expect(new Set(lines).size).toBeGreaterThan(10_000)
  })

  it('is left alone but for a line in two thousand', () => {
    const touched = texts.flatMap(touchedLines)
    expect(touched.length, touched.join('\n')).toBeLessThanOrEqual(mostTouched)
  })
})
