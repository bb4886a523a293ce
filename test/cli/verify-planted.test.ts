import { expect, it } from 'vitest'
import { findPlanted, plantHeaders, plantTexts, sentenceOf } from '../../src/cli/verify-planted.ts'
import { createGuard } from '../../src/guard.ts'

const planted = plantTexts(4_711)
const all = Object.keys(planted)

it('plants values that the guard finds, each of its own type', async () => {
  const guard = createGuard({ mode: 'explicit' })
  for (const number of [0, 1, 999, 4_711, 9_999]) {
    const scope = guard.scope()
    const values = plantTexts(number)
    const { text, findings } = await scope.scrub(sentenceOf(values))
    expect(findPlanted(values, text)).toEqual([])
    expect(findings.map(({ type }) => type).sort()).toEqual(Object.keys(values).sort())
    scope.close()
  }
  await guard.close()
})

it('plants other values for every number', () => {
  const values = Array.from({ length: 50 }, (_, number) => Object.values(plantTexts(number))).flat()
  expect(new Set(values).size).toBe(values.length)
  expect(findPlanted(plantHeaders(1), Object.values(plantHeaders(2)).join('\n'))).toEqual([])
})

it.each([
  ['as they are', (text: string) => text],
  ['in JSON in JSON', (text: string) => JSON.stringify(JSON.stringify({ text }))],
  ['percent-encoded', (text: string) => encodeURIComponent(text)],
  ['in a form', (text: string) => new URLSearchParams({ text }).toString()],
  ['without blanks', (text: string) => text.replaceAll(' ', '')],
  ['in base64', (text: string) => Buffer.from(text).toString('base64')],
  ['in base64 for URLs', (text: string) => Buffer.from(text).toString('base64url')],
])('finds values %s', (_, write) => {
  expect(findPlanted(planted, `before ${write(sentenceOf(planted))} after`)).toEqual(all)
})

it('finds no value where only parts of it are', () => {
  const parts = Object.values(planted).map(value => value.slice(0, -2))
  expect(findPlanted(planted, parts.join('\n'))).toEqual([])
})
