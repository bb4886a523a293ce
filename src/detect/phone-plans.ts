/**
 * National numbering plans, from the metadata of libphonenumber-js (Google's libphonenumber). Its data is read directly, as
 * its METADATA.md describes: loading its parser would take 50 ms at start and tens of microseconds per number.
 */
import metadata from 'libphonenumber-js/min/metadata'

/** The places of a country's entry that are read here; stable since version 4 of the format. */
const patternPlace = 2
const lengthsPlace = 3

interface Plan {
  readonly pattern: RegExp
  readonly lengths: ReadonlySet<number>
}

const plans = new Map<string, readonly Plan[]>()

/** How well digits behind a calling code fit the plans of its countries. */
export type PlanFit = 'valid' | 'possible' | 'none'

/** Length of the calling code that the digits begin with; 0 where none does. No code is the beginning of another. */
export function callingCodeLength(digits: string): number {
  for (let length = 1; length <= 3; length++) if (countriesOf(digits.slice(0, length)) !== undefined) return length
  return 0
}

/** Fit of an international number without `+`. A trunk `0` behind the calling code has been left out already. */
export function fitOf(digits: string): PlanFit {
  const code = digits.slice(0, callingCodeLength(digits))
  const national = digits.slice(code.length)
  const candidates = plansOf(code)
  if (candidates.some(({ pattern }) => pattern.test(national))) return 'valid'
  return candidates.some(({ lengths }) => lengths.has(national.length)) ? 'possible' : 'none'
}

function plansOf(code: string): readonly Plan[] {
  const known = plans.get(code)
  if (known !== undefined) return known
  const made = (countriesOf(code) ?? []).flatMap(country => planOf(country) ?? [])
  plans.set(code, made)
  return made
}

function countriesOf(code: string): readonly string[] | undefined {
  const byCode: Readonly<Record<string, readonly string[]>> = metadata.country_calling_codes
  return Object.hasOwn(byCode, code) ? byCode[code] : undefined
}

function planOf(country: string): Plan | undefined {
  const byCountry: Readonly<Record<string, readonly unknown[]>> = metadata.countries
  const entry = byCountry[country]
  const pattern = entry?.[patternPlace]
  const lengths = entry?.[lengthsPlace]
  if (typeof pattern !== 'string' || !Array.isArray(lengths)) return undefined
  return { pattern: new RegExp(`^(?:${pattern})$`), lengths: new Set(lengths.map(Number)) }
}
