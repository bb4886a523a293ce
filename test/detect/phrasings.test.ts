import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { detectNow, mark, readMarked, withoutNames } from './marked.ts'

/**
 * Sentences as native speakers write them, a line each, the value in guillemets; `\n` is a line break. Of a line that begins with
 * `!` nothing may be taken.
 */
function linesOf(name: string): string[] {
  const folder = new URL('./phrasings/', import.meta.url)
  return readFileSync(new URL(`${name}.txt`, folder), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('# '))
    .map(line => line.replaceAll('\\n', '\n'))
}

/** Letters and digits of the values that nothing covers. */
function leftOf(marked: string): string {
  const { text, values } = readMarked(marked)
  const findings = detectNow(text, withoutNames)
  const isCovered = (at: number) => findings.some(({ start, end }) => start <= at && at < end)
  return values
    .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, more) => start + more))
    .filter(at => /[\p{L}\d]/u.test(text[at]!) && !isCovered(at))
    .map(at => text[at]!)
    .join('')
}

describe.each([
  'phone',
  'username',
  'address',
  'address-forms',
  'account-name',
  'case-number',
  'secret',
  'personal-url',
  'device',
  'license-plate',
  'birth-dates',
  'papers',
  'phone-forms',
  'said-secret',
  'own-sites',
  'issued',
  'credentials',
  'accounts',
])('%s in phrases', name => {
  const lines = linesOf(name)

  it('leaves nothing of the value', () => {
    const left = lines.filter(line => !line.startsWith('!') && leftOf(line) !== '')
    expect(left).toEqual([])
  })

  it('is not seen in numbers and words of other kinds', () => {
    const touched = lines
      .filter(line => line.startsWith('!'))
      .map(line => line.slice(1))
      .flatMap(text => {
        const findings = detectNow(text, withoutNames)
        return findings.length === 0 ? [] : [mark(text, findings)]
      })
    expect(touched).toEqual([])
  })
})
