import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { builtInRecognizers } from '../../src/detect/index.ts'
import { detectNow, readMarked } from './marked.ts'

interface Row {
  readonly country: string
  readonly type: string
  /** Types for which the state uses the same number. */
  readonly also?: readonly string[]
  readonly identifier: string
  readonly recognizer: string
  readonly evidence: 'check digit' | 'form' | 'words'
  readonly source: string
  readonly examples: readonly string[]
}

interface Coverage {
  readonly countries: Readonly<Record<string, string>>
  readonly absent: readonly { readonly country: string; readonly type: string; readonly reason: string }[]
  readonly rows: readonly Row[]
}

const { countries, absent, rows }: Coverage = JSON.parse(
  readFileSync(new URL('coverage.json', import.meta.url), 'utf8'),
)
const types = ['DRIVER_LICENSE', 'HEALTH_ID', 'LICENSE_PLATE', 'NATIONAL_ID', 'PASSPORT', 'TAX_ID', 'VAT_ID']
const unionStates = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')
const otherStates = ['BR', 'CH', 'GB', 'IS', 'LI', 'NO', 'US']

describe('the table of identifiers', () => {
  it('holds all states of the Union, the EEA, Switzerland, the United Kingdom and the United States', () => {
    expect(Object.keys(countries).sort()).toEqual([...unionStates, ...otherStates].sort())
  })

  it.each(Object.keys(countries))('says for %s where each type comes from, or that it does not exist', country => {
    const own = rows.filter(row => row.country === country)
    const found = own.flatMap(row => [row.type, ...(row.also ?? [])])
    const missing = absent.filter(entry => entry.country === country).map(entry => entry.type)
    expect(types.filter(type => !found.includes(type))).toEqual(missing)
  })

  it('names recognizers that exist, with official sources', () => {
    const names = new Set(builtInRecognizers.map(({ name }) => name))
    expect(rows.filter(({ recognizer }) => !names.has(recognizer))).toEqual([])
    for (const { source } of rows) expect(new URL(source).protocol).toBe('https:')
  })

  it('is what docs/coverage.md shows', async () => {
    const { coveragePage } = (await import(new URL('../../scripts/coverage-page.mjs', import.meta.url).href)) as {
      coveragePage: () => string
    }
    expect(readFileSync(new URL('../../docs/coverage.md', import.meta.url), 'utf8')).toBe(coveragePage())
  })
})

describe.each(rows)('$country $type: $identifier', ({ type, recognizer, evidence, examples }) => {
  it.each(examples)('is found in %s', example => {
    const { text, values } = readMarked(example)
    const found = findingOf(text, type)
    expect(found).toMatchObject({ ...values[0], recognizer })
  })

  it(`is known by: ${evidence}`, () => {
    const { text, values } = readMarked(examples[0] ?? '')
    const value = values[0] ?? { start: 0, end: 0 }
    const alone = findingOf(`x ${text.slice(value.start, value.end)} x`, type)
    if (evidence === 'words') expect(alone).toBeUndefined()
    if (evidence === 'form') expect(alone?.type).toBe(type)
    if (evidence === 'check digit') {
      const wrong = text.slice(0, value.start) + withWrongDigit(text.slice(value.start))
      expect(findingOf(wrong, type)?.score ?? 0).toBeLessThan(findingOf(text, type)?.score ?? 0)
    }
  })
})

function findingOf(text: string, type: string) {
  const found = detectNow(text).find(finding => finding.type === type)
  if (found === undefined) return undefined
  const { canonicalStart = found.start, canonicalEnd = found.end } = found
  return { ...found, start: canonicalStart, end: canonicalEnd }
}

/** The fourth digit is one higher. */
function withWrongDigit(value: string): string {
  let count = 0
  return value.replace(/\d/g, digit => (++count === 4 ? String((Number(digit) + 1) % 10) : digit))
}
