/** Boxes in a post office: "Pf. 774", "PO Box 12", "apdo. de correos 9". */
import { isLetter, isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import type { View } from '../view.ts'

/** Short forms of the post office box. */
const boxNumber =
  /(?:B\.?P\.?|P\.? ?O\.?(?: Box)?|Pf\.?|PL|C\.?P\.?|\u03a4\.? ?\u0398\.?|[Пп]\.? ?[Кк]\.?|[Ss]kr\. ?poczt\.|p\.p\.|a\/k|pk|T\.K\.|O\.P\.|CS|[Cc]\.?[Pp]\.|[Aa]pdo\.?(?: de [Cc]orreos)?|[Cc]as(?:ella|\.) ?[Pp]ost(?:ale|\.)|[Cc]\u0103su\u021ba [Pp]o\u0219tal\u0103|[\u0410\u0430]\/[\u0421\u0441]) ?\d/uy

/** End of the number of a post office box that starts at `start`: "Pf. 774", "P.O. Box 12"; -1 where none does. */
export function boxEnd(view: View, start: number): number {
  const digit = matchAt(view, boxNumber, start)
  return digit < 0 ? -1 : matchAt(view, boxDigits, digit - 1)
}
/** Start of the word for a box before the number at `number`; -1 where none stands. */
export function boxStartBefore(view: View, number: number): number {
  // A word stands before it, with or without a dot and a blank between them: no decimal and no part of a version.
  const blank = view.unit(number - 1) === 0x20 ? number - 1 : number
  const stop = view.unit(blank - 1) === 0x2e ? blank - 1 : blank
  if (!isLetter(view.unit(stop - 1))) return -1
  const from = Math.max(0, number - longestBox)
  for (let at = from; at < number; at++) {
    if (!isWord(view.unit(at)) || isWord(view.unit(at - 1)) || view.unit(at - 1) === 0x2e) continue
    if (matchAt(view, boxNumber, at) === number + 1) return at
  }
  return -1
}
const longestBox = 22
const boxDigits = /\d{1,6}(?: \d{2,4})?(?![\p{L}\d]|[/.,]\d)/uy

/** Does a box with its number start here? */
export function isBoxAt(view: View, start: number): boolean {
  return matchAt(view, boxNumber, start) >= 0
}
