/** Further desks behind a number: "0171 123 456-12/-13", "0211 5581-391 oder -392". */
import { isDigit } from '../characters.ts'
import { lazily, matchAt } from '../patterns.ts'
import type { Findings } from '../recognizer.ts'
import { LIKELY } from '../scores.ts'
import type { View } from '../view.ts'

const next = lazily(
  () =>
    /(?: ?\/ ?|, ?| (?:oder|bzw\.|und|u\.|or|and|ou|et|o|y|e|of|en|lub|i|nebo|a|alebo|eller|og|och|tai|ja|vagy|sau|\u0219i|ili|ali|in|arba|ir|vai|un|v\u00f5i|\u0438\u043b\u0438|\u03ae) )(?=-\d{1,4}(?![\p{L}\d]|[.,-]\d))/uy,
)
const mostDesks = 3

/** Adds the telephone number, and the desks that are told behind it by their own digits. */
export function addNumber(view: View, start: number, end: number, score: number, findings: Findings): void {
  findings.add(start, end, 'PHONE', score)
  let at = end
  for (let count = 0; count < mostDesks && mayGoOn(view, at); count++) {
    const desk = matchAt(view, next(), at)
    if (desk < 0) return
    let stop = desk + 1
    while (isDigit(view.unit(stop))) stop++
    findings.addFramed(desk, stop, 'PHONE', LIKELY, desk + 1, stop)
    at = stop
  }
}

/** A stroke, a comma, or a blank and a small letter: nearly nothing else goes on. */
function mayGoOn(view: View, at: number): boolean {
  const unit = view.unit(at)
  return unit === 0x2f || unit === 0x2c || unit === 0x20
}
