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
