/**
 * How numbers without a trunk zero are grouped where people write them for their own country, by what else is written so:
 * the national posts and regulators, and the examples of libphonenumber.
 */

/** How much the form itself says. `none` is no form of a telephone number. */
export type FormatStrength = 'none' | 'amount' | 'odd' | 'clear'

/** 33 550 18 04 (pl), 968 00 17 42 (es): neither amounts nor dates are grouped like this. */
const clear = /^(?:2-3-2-2 [1-9]|3-2-2-2 [6-9])/
/** Not the groups of an amount, but those of other things now and then: pairs, dimensions, codes. */
const odd =
  /^(?:2-2-2-2 [2-9]|3-2-3 [489]|3-3-4 [2-9]|2-4-4 [1-9]|2-5-4 [1-9]|3-4-3 [26]|4-3-3 [26]|2-3-4 [1-9]|4-4 [2-9]|3-7 3|3-6 [2-9]|2-6 [1-9]|2-7 [1-9]|4-6 [2-9]|3-2-2 [2-9]|3-3-2 [2-9]|4-2-2 [2-9])/
/** Thousands are grouped so as well. */
const amount = /^(?:3-3-3 [2-9]|2-3-3 [2-9]|3-4 [2-9]|4-3 [2-9]|3-4-4 [2-9]|8 [2-9]|9 [2-9]|10 [2-9])/

/** `lengths` are those of the groups: `3-3-3`. */
export function strengthOf(lengths: string, digits: string): FormatStrength {
  const form = `${lengths} ${digits[0]}`
  if (clear.test(form)) return 'clear'
  if (odd.test(form)) return 'odd'
  return amount.test(form) ? 'amount' : 'none'
}
