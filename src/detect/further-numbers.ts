/** Numbers behind a first one that its word names: "my passport is PD4195151 and yours was PG0098213". */
import type { KnownEntityType } from '../types.ts'
import { isDigit, isWord } from './characters.ts'
import type { Findings } from './recognizer.ts'
import { LIKELY } from './scores.ts'
import type { View } from './view.ts'

/** How far behind a number the next may stand, in the same line. */
const reach = 56
const mostFurther = 3
const fewestUnits = 7

/** Numbers of the same form, letter for letter and digit for digit; the form has both. */
export function addFurther(view: View, start: number, end: number, type: KnownEntityType, findings: Findings): void {
  const form = formOf(view, start, end)
  if (form.length < fewestUnits || !form.includes('A') || !form.includes('9')) return
  let stop = end + reach
  let found = 0
  for (let at = end; at < stop && found < mostFurther; ) {
    const unit = view.unit(at)
    if (unit === 0x0a || unit === 0) return
    if (!isWord(unit)) {
      at++
      continue
    }
    const next = runEnd(view, at)
    if (next - at === form.length && formOf(view, at, next) === form) {
      findings.add(at, next, type, LIKELY)
      found++
      stop = next + reach
    }
    at = next
  }
}

function runEnd(view: View, start: number): number {
  let at = start
  while (isWord(view.unit(at))) at++
  return at
}

function formOf(view: View, start: number, end: number): string {
  let form = ''
  for (let at = start; at < end; at++) {
    const unit = view.unit(at)
    form += isDigit(unit) ? '9' : unit >= 0x41 && unit <= 0x5a ? 'A' : String.fromCharCode(unit)
  }
  return form
}
