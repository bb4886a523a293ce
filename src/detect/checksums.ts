/** Check-digit rules that several recognizers share. They read a span of text and pass over its separators. */
import { isAsciiLetter, isDigit } from './characters.ts'

/** ISO/IEC 7812-1 annex B (Luhn): payment cards, IMEI, many national numbers. */
export function isLuhnValid(text: string, start = 0, end = text.length): boolean {
  let sum = 0
  let count = 0
  for (let index = end - 1; index >= start; index--) {
    const digit = text.charCodeAt(index) - 0x30
    if (digit < 0 || digit > 9) continue
    const doubled = count % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
    count++
  }
  return count > 1 && sum % 10 === 0
}

/** ISO/IEC 7064 MOD 97-10 over letters and digits, `A` being 10. `rest`: that of what stands before. */
export function mod97(text: string, start = 0, end = text.length, rest = 0): number {
  let value = rest
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index)
    if (isDigit(unit)) value = (value * 10 + unit - 0x30) % 97
    else if (isAsciiLetter(unit)) value = (value * 100 + (unit & 0x5f) - 0x37) % 97
  }
  return value
}

/** Sum of the leading digits, each times its weight. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0
  for (let index = 0; index < weights.length; index++) sum += (digits.charCodeAt(index) - 0x30) * weights[index]!
  return sum
}

/** ISO/IEC 7064 MOD 11,10: German and Croatian numbers. */
export function isMod11Of10Valid(digits: string): boolean {
  let product = 10
  for (let index = 0; index < digits.length - 1; index++) {
    const sum = (digits.charCodeAt(index) - 0x30 + product) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (11 - product) % 10 === digits.charCodeAt(digits.length - 1) - 0x30
}

/** Whether day and month can be those of a date. */
export function isDayOfYear(day: number, month: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= (month === 2 ? 29 : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31)
}

/** The number that some digits of a value write. */
export function numberAt(value: string, start: number, end: number): number {
  return Number(value.slice(start, end))
}

/** What is left after division: for values of any length. */
export function remainder(digits: string, divisor: number): number {
  let rest = 0
  for (let index = 0; index < digits.length; index++) rest = (rest * 10 + digits.charCodeAt(index) - 0x30) % divisor
  return rest
}
