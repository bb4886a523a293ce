/** Numbers that fill their field: a JSON value, a cell, an XML element. Whoever made the field says where they end. */
import type { LabelledValue } from './labelled-values.ts'
import { matchAt } from './patterns.ts'
import type { View } from './view.ts'

const dateOrAmount =
  /^(?:[0-3]?\d[-./][01]?\d[-./]\d{2,4}|\d{4}[-./][01]\d[-./][0-3]\d|[01]?\d[-./]\d{4}|\d{4}[-./][01]?\d|(?:19|20)\d\d|\d+[.,]\d\d)$/

const groups = /[\p{Lu}\d]{1,14}(?:[ ./-][\p{Lu}\d]{1,14}){0,7}/uy
const fewestDigits = 5

/**
 * End of a number that fills its field, in whatever groups: `"nationalId": "639258 KA"`, a cell `12 34 567 890 066`. -1 where
 * the field holds more, or no number.
 */
export function fieldEnd(view: View, value: LabelledValue): number {
  const { start, limit, link } = value
  const isCell = link === 'cell' || link === 'hint'
  if (!isCell && link !== 'pair') return -1
  const end = matchAt(view, groups, start, isCell ? limit : view.text.length)
  if (end < 0 || (isCell ? end !== limit : !closesField(view, end))) return -1
  const written = view.text.slice(start, end)
  return written.replace(/\D/g, '').length >= fewestDigits && !dateOrAmount.test(written) ? end : -1
}

/** The closing quote, tag or line. */
function closesField(view: View, end: number): boolean {
  const unit = view.unit(end)
  return (
    unit === 0 || unit === 0x0a || unit === 0x0d || unit === 0x22 || unit === 0x27 || unit === 0x3c || unit === 0x5c
  )
}
