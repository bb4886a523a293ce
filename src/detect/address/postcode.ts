/** Postal codes by their written form: the Universal Postal Union's country sheets. */
import { isDigit, isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import type { View } from '../view.ts'
import { isUkArea, isUsState } from './places.ts'

/** Code, then town, as on most of the continent. The country's sign may stand before it. */
const leading =
  /(?:(?:[A-Z]|AT|BE|BG|CH|CZ|DE|DK|EE|ES|FI|FIN|FL|FR|GR|HR|HU|IS|IT|LT|LU|NL|NO|PL|PT|RO|SE|SI|SK|SLO)-)?(?:\d\d-\d{3}|\d{4}-\d{3}|\d{3} \d\d|[1-9]\d{3} ?[A-Z]{2}|\d{4,6})(?![\p{L}\d]|[-.,:/]\d)/uy

/** A British or Irish code as people type it, with letters that the post does not use. */
const mistyped = /(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[\dW] ?[A-Z\d]{4})(?![\p{L}\d])/uy

/** End of such a code where a word or a town has said that it is one; -1 where none stands. */
export function namedCodeEnd(view: View, start: number): number {
  const known = trailingCodeEnd(view, start)
  return known >= 0 ? known : matchAt(view, mistyped, start)
}

/** Code behind the town: UK, Ireland, Malta, Latvia, Canada, Brazil, the Argentine. */
const trailing =
  /(?:[A-Z]{1,2}\d[A-Z\d]?(?: ?\d[ABD-HJLNP-UW-Z]{2}| \d(?!CM|KM|MM|KV|MV|MA|MB|KB|KG|MG|OZ|KW|MW|MS|CC|IN|MK)[A-Z]{2})|GIR ?0AA|[AC-FHKNPRTV-Y]\d[\dW](?: ?[AC-FHKNPRTV-Y\d]{4}| (?=[A-Z\d]{0,3}\d)[A-Z][A-Z\d]{3})|(?!DIN|ISO|IEC|VDE|RFC|CAS|ART|SKU|REF|TEL|FAX|GSM|MOB|FIG|SEC|REV|PIN|EAN|TGV|ICE|RER|GDP|EUR|USD|GBP|CHF|NJW|NZA|MMR|ZIP|JAN|FEB|MAR|APR|MAY|MAI|JUN|JUL|AUG|OCT|OKT|NOV|DEC|DEZ|BGH|BAG|BFH|BSG)[A-Z]{3} ?\d{4}|LV-\d{4}|[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d|\d{5}-\d{3}|[A-Z]\d{4}[A-Z]{3})(?![\p{L}\d]|-\d)/uy
const unitedStates = /([A-Z]{2}),? \d{5}(?:-\d{4})?(?![\p{L}\d]|[-.,:/]\d)/uy
const unitedKingdom =
  /([A-Z]{1,2})\d[A-Z\d]?(?: ?\d[ABD-HJLNP-UW-Z]{2}| \d(?!CM|KM|MM|KV|MV|MA|MB|KB|KG|MG|OZ|KW|MW|MS|CC|IN|MK)[A-Z]{2})(?![\p{L}\d])/uy

/** End of a code that stands before its town; -1 where none stands. */
export function leadingCodeEnd(view: View, start: number): number {
  if (!mayLead(view, start)) return -1
  const plain = plainCodeEnd(view, start)
  return plain >= 0 ? plain : matchAt(view, leading, start)
}

/** Four to six digits before a blank, as nearly all are: behind four digits no two capitals, which may belong to them. */
function plainCodeEnd(view: View, start: number): number {
  let end = start
  while (isDigit(view.unit(end))) end++
  const digits = end - start
  if (digits < fewestDigits || digits > mostDigits || view.unit(end) !== 0x20) return -1
  const isDutch = digits === fewestDigits && isCapitalLetter(view.unit(end + 1)) && isCapitalLetter(view.unit(end + 2))
  return isDutch ? -1 : end
}

const fewestDigits = 4
const mostDigits = 6
const longestSign = 3

/** Four to six digits, two or three with their joint, or the sign of a country: most numbers are none of these. */
function mayLead(view: View, start: number): boolean {
  let end = start
  while (end <= start + mostDigits && isDigit(view.unit(end))) end++
  const digits = end - start
  if (digits > 0) return digits >= fewestDigits ? digits <= mostDigits : isJoined(view, end, digits)
  while (end < start + longestSign && isCapitalLetter(view.unit(end))) end++
  return end > start && view.unit(end) === 0x2d && isDigit(view.unit(end + 1))
}

/** "81-540", "114 73" */
function isJoined(view: View, end: number, digits: number): boolean {
  const joint = digits === 2 ? 0x2d : digits === 3 ? 0x20 : 0
  return view.unit(end) === joint && isDigit(view.unit(end + 1))
}

function isCapitalLetter(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a
}

/** End of a code that stands behind its town, the American state included; -1 where none stands. */
export function trailingCodeEnd(view: View, start: number): number {
  if (!mayTrail(view, start)) return -1
  const end = matchAt(view, trailing, start)
  if (end >= 0) return end
  const joint = view.unit(start + 2)
  const us = joint === 0x20 || joint === 0x2c ? matchAt(view, unitedStates, start) : -1
  return us >= 0 && isUsState(view.text.slice(start, start + 2)) ? us : -1
}

/** A digit soon behind one to three capitals, or "13015-204": most capitals are no code. */
function mayTrail(view: View, start: number): boolean {
  const first = view.unit(start)
  if (isDigit(first)) return view.unit(start + 5) === 0x2d
  if (!isCapitalLetter(first)) return false
  const second = view.unit(start + 1)
  if (isDigit(second)) return true
  if (!isCapitalLetter(second)) return false
  const third = view.unit(start + 2)
  if (isDigit(third)) return endsLikeBritish(view, start + 3)
  const isJoint = third === 0x20 || third === 0x2c || third === 0x2d || isCapitalLetter(third)
  return isJoint && (isDigit(view.unit(start + 3)) || isDigit(view.unit(start + 4)))
}

/** A digit and two letters, at most three units ahead: "… 7QT". */
function endsLikeBritish(view: View, start: number): boolean {
  for (let at = start; at <= start + 3; at++) {
    if (isDigit(view.unit(at)) && isCapitalLetter(view.unit(at + 1)) && isCapitalLetter(view.unit(at + 2))) return true
  }
  return false
}

/** End of a British code, which nothing else looks like; -1 where none stands. */
export function britishCodeEnd(view: View, start: number): number {
  if (!isDigit(view.unit(start + 1)) && !isDigit(view.unit(start + 2))) return -1
  if (!endsLikeBritish(view, start + 2)) return -1
  const end = matchAt(view, unitedKingdom, start)
  if (end < 0 || isWord(view.unit(start - 1)) || view.unit(start - 1) === 0x2d) return -1
  const areaEnd = isDigit(view.unit(start + 1)) ? start + 1 : start + 2
  // The blank is left out only where letters and digits are many enough.
  if (end - start < 6) return -1
  return isUkArea(view.text.slice(start, areaEnd)) ? end : -1
}
