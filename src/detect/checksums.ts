/** Check-digit rules that several recognizers share. They take the value without separators. */

/** ISO/IEC 7812-1 annex B (Luhn): payment cards, IMEI, many national numbers. */
export function isLuhnValid(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 0x30
    if (digit < 0 || digit > 9) return false
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits !== '' && sum % 10 === 0
}

/** ISO/IEC 7064 MOD 97-10 over letters and digits, `A` being 10 (IBAN after its first four have moved to the end). */
export function mod97(value: string): number {
  let rest = 0
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index)
    if (unit >= 0x30 && unit <= 0x39) rest = (rest * 10 + unit - 0x30) % 97
    else rest = (rest * 100 + (unit & 0x5f) - 0x37) % 97
  }
  return rest
}
