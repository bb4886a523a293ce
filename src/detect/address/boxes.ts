/** Boxes in a post office: "Pf. 774", "PO Box 12", "apdo. de correos 9". */
import { isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import type { View } from '../view.ts'

/** Short forms of the post office box. */
const boxNumber =
  /(?:B\.?P\.?|P\.? ?O\.?(?: Box)?|Pf\.?|PL|C\.?P\.?|\u03a4\.? ?\u0398\.?|[Пп]\.? ?[Кк]\.?|[Ss]kr(?:ytka|\.) ?poczt(?:owa|\.)|p\.p\.|a\/k|pk|T\.K\.|O\.P\.|CS|OP \d{1,3}, CP|[Cc]ase postale|[Pp]\u00f3sth\u00f3lf|[Pp]\.? ?f\.|[Cc]asella [Pp]ostale|[Cc]\.?[Pp]\.|[Aa]pdo\.?(?: de [Cc]orreos)?|[Cc]as(?:ella|\.) ?[Pp]ost(?:ale|\.)|[Cc]\u0103su\u021ba [Pp]o\u0219tal\u0103|[\u0410\u0430]\/[\u0421\u0441]) ?\d/uy

/** The letters that all of these begin with, and those that they end with. */
const firstLetters = unitsOf('BPCcSsapTOA\u03a4\u041f\u043f\u0410\u0430')
const lastLetters = unitsOf('aPOoxfLpkKSset\u0103\u0398\u041a\u043a\u0421\u0441')

function unitsOf(letters: string): ReadonlySet<number> {
  return new Set([...letters].map(letter => letter.charCodeAt(0)))
}

/** End of the number of a post office box that starts at `start`: "Pf. 774", "P.O. Box 12"; -1 where none does. */
export function boxEnd(view: View, start: number): number {
  const digit = boxNumberEnd(view, start)
  return digit < 0 ? -1 : matchAt(view, boxDigits, digit - 1)
}

const boxDigits = /\d{1,6}(?: \d{2,4})?(?![\p{L}\d]|[/.,-]\d)/uy

/** Behind the first digit of the box that starts at `start`; -1 where none does. */
function boxNumberEnd(view: View, start: number): number {
  const end = firstLetters.has(view.unit(start)) ? matchAt(view, boxNumber, start) : -1
  // `cp1252` is a table of characters: the word for a box is not joined to its number.
  return end === start + 3 && isWord(view.unit(end - 2)) && /^cp/i.test(view.text.slice(start, end)) ? -1 : end
}

/** Does a box with its number start here? */
export function isBoxAt(view: View, start: number): boolean {
  return boxNumberEnd(view, start) >= 0
}

const longestBox = 22

/** Start of the word for a box before the number at `number`; -1 where none stands. */
export function boxStartBefore(view: View, number: number): number {
  // A word stands before it, with or without a dot and a blank between them: no decimal and no part of a version.
  const blank = view.unit(number - 1) === 0x20 ? number - 1 : number
  const stop = view.unit(blank - 1) === 0x2e ? blank - 1 : blank
  if (!lastLetters.has(view.unit(stop - 1))) return -1
  const from = Math.max(0, number - longestBox)
  for (let at = from; at < number; at++) {
    if (!isWord(view.unit(at)) || isWord(view.unit(at - 1)) || view.unit(at - 1) === 0x2e) continue
    if (boxNumberEnd(view, at) === number + 1) return at
  }
  return -1
}
