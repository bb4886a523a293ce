/** Check digits of domestic bank accounts. Each function takes the digits alone. */

/** Weighted sum of the digits; weights are repeated from the left. */
function weigh(digits: string, weights: readonly number[]): number {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    sum += (digits.charCodeAt(index) - 0x30) * weights[index % weights.length]!
  }
  return sum
}

/** Remainder of a number of any length. */
function remainder(digits: string, divisor: number): number {
  let rest = 0
  for (let index = 0; index < digits.length; index++) rest = (rest * 10 + digits.charCodeAt(index) - 0x30) % divisor
  return rest
}

/** ABA routing number, US: weights 3 7 1, modulo 10, and a first pair that the Federal Reserve has given out. */
export function isRoutingNumber(digits: string): boolean {
  const head = Number(digits.slice(0, 2))
  const isIssued = head <= 12 || (head >= 21 && head <= 32) || (head >= 61 && head <= 72) || head === 80
  return digits.length === 9 && isIssued && digits !== '000000000' && weigh(digits, [3, 7, 1]) % 10 === 0
}

/** Czech and Slovak account, prefix or number: weights from the right 1 2 4 8 5 10 9 7 3 6, modulo 11. */
export function isCzechNumber(digits: string): boolean {
  return weigh(digits.padStart(10, '0'), [6, 3, 7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0
}

/** Polish NRB: the check digits of `PL` and 26 digits, ISO 7064 mod 97-10. `PL00` is 252100. */
export function isPolishNumber(digits: string): boolean {
  return digits.length === 26 && remainder(`${digits.slice(2)}2521${digits.slice(0, 2)}`, 97) === 1
}

/** Hungarian account: the eighth digit checks the seven before, the last one the account; weights 9 7 3 1. */
export function isHungarianNumber(digits: string): boolean {
  const weights = [9, 7, 3, 1]
  const isBankValid = weigh(digits.slice(0, 8), weights) % 10 === 0
  return (digits.length === 16 || digits.length === 24) && isBankValid && weigh(digits.slice(8), weights) % 10 === 0
}

/** Spanish CCC: two control digits, modulo 11. */
export function isSpanishNumber(digits: string): boolean {
  const weights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]
  const control = (part: string) => {
    const digit = 11 - (weigh(part.padStart(10, '0'), weights) % 11)
    return digit === 11 ? 0 : digit === 10 ? 1 : digit
  }
  if (digits.length !== 20) return false
  return control(digits.slice(0, 8)) === Number(digits[8]) && control(digits.slice(10)) === Number(digits[9])
}

/** French RIB, 23 letters and digits: letters count as 1 to 9 (A J: 1, B K S: 2 …), the whole is a multiple of 97. */
export function isFrenchNumber(written: string): boolean {
  const digits = written
    .toUpperCase()
    .replace(/[A-Z]/g, letter => '12345678912345678923456789'.charAt(letter.charCodeAt(0) - 0x41))
  if (digits.length !== 23) return false
  const [bank, branch, account] = [digits.slice(0, 5), digits.slice(5, 10), digits.slice(10, 21)]
  const sum = 89 * remainder(bank, 97) + 15 * remainder(branch, 97) + 3 * remainder(account, 97)
  return 97 - (sum % 97) === Number(digits.slice(21))
}

/** Portuguese NIB: 21 digits, ISO 7064 mod 97-10. */
export function isPortugueseNumber(digits: string): boolean {
  return digits.length === 21 && remainder(digits, 97) === 1
}

/** Belgian account: the last two of twelve are the remainder by 97, 97 for none. */
export function isBelgianNumber(digits: string): boolean {
  return digits.length === 12 && (remainder(digits.slice(0, 10), 97) || 97) === Number(digits.slice(10))
}

/** Norwegian account: modulo 11 with weights 5 4 3 2 7 6 5 4 3 2 1. */
export function isNorwegianNumber(digits: string): boolean {
  return digits.length === 11 && weigh(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
}

/** Slovenian account: 15 digits, ISO 7064 mod 97-10. */
export function isSlovenianNumber(digits: string): boolean {
  return digits.length === 15 && remainder(digits, 97) === 1
}

/** Croatian account: bank (7) and account (10), each ISO 7064 mod 11,10. */
export function isCroatianNumber(digits: string): boolean {
  return digits.length === 17 && isMod1110(digits.slice(0, 7)) && isMod1110(digits.slice(7))
}

function isMod1110(digits: string): boolean {
  let rest = 10
  for (let index = 0; index < digits.length - 1; index++) {
    const sum = (rest + digits.charCodeAt(index) - 0x30) % 10 || 10
    rest = (sum * 2) % 11
  }
  return (rest + Number(digits.at(-1))) % 10 === 1
}

/** Mexican CLABE: 18 digits, weights 3 7 1 with each product modulo 10. */
export function isMexicanNumber(digits: string): boolean {
  if (digits.length !== 18) return false
  const weights = [3, 7, 1]
  let sum = 0
  for (let index = 0; index < 17; index++) sum += ((digits.charCodeAt(index) - 0x30) * weights[index % 3]!) % 10
  return (10 - (sum % 10)) % 10 === Number(digits[17])
}

/** Dutch account of a bank: eleven test over nine or ten digits. */
export function isDutchNumber(digits: string): boolean {
  const padded = digits.padStart(10, '0')
  return (digits.length === 9 || digits.length === 10) && weigh(padded, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
}
