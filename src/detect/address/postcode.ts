/** Postal codes by their written form: the Universal Postal Union's country sheets. */
import { isDigit, isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import type { View } from '../view.ts'
import { isUkArea, isUsState } from './places.ts'

/** Code, then town, as on most of the continent. The country's sign may stand before it. */
const leading =
  /(?:(?:[A-Z]|AT|BE|BG|CH|CZ|DE|DK|EE|ES|FI|FIN|FL|FR|GR|HR|HU|IS|IT|LT|LU|NL|NO|PL|PT|RO|SE|SI|SK|SLO)-)?(?:\d\d-\d{3}|\d{4}-\d{3}|\d{3} \d\d|[1-9]\d{3} ?[A-Z]{2}|\d{4,6})(?![\p{L}\d]|[-.,:/]\d)/uy

/** Code behind the town: UK, Ireland, Malta, Latvia, Canada, Brazil, the Argentine. */
const trailing =
  /(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}|GIR ?0AA|[AC-FHKNPRTV-Y]\d[\dW] ?[AC-FHKNPRTV-Y\d]{4}|(?!DIN|ISO|IEC|VDE|RFC|CAS|ART|SKU|REF|TEL|FAX|GSM|MOB|FIG|SEC|REV|PIN|EAN|TGV|ICE|RER|GDP|EUR|USD|GBP|CHF)[A-Z]{3} ?\d{4}|LV-\d{4}|[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d|\d{5}-\d{3}|[A-Z]\d{4}[A-Z]{3})(?![\p{L}\d]|-\d)/uy
const unitedStates = /([A-Z]{2}),? \d{5}(?:-\d{4})?(?![\p{L}\d]|[-.,:/]\d)/uy
const unitedKingdom = /([A-Z]{1,2})\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d])/uy

/** End of a code that stands before its town; -1 where none stands. */
export function leadingCodeEnd(view: View, start: number): number {
  return matchAt(view, leading, start)
}

/** End of a code that stands behind its town, the American state included; -1 where none stands. */
export function trailingCodeEnd(view: View, start: number): number {
  const end = matchAt(view, trailing, start)
  if (end >= 0) return end
  const us = matchAt(view, unitedStates, start)
  return us >= 0 && isUsState(view.text.slice(start, start + 2)) ? us : -1
}

/** End of a British code, which nothing else looks like; -1 where none stands. */
export function britishCodeEnd(view: View, start: number): number {
  const end = matchAt(view, unitedKingdom, start)
  if (end < 0 || isWord(view.unit(start - 1)) || view.unit(start - 1) === 0x2d) return -1
  const areaEnd = isDigit(view.unit(start + 1)) ? start + 1 : start + 2
  // The blank is left out only where letters and digits are many enough.
  if (end - start < 6) return -1
  return isUkArea(view.text.slice(start, areaEnd)) ? end : -1
}
