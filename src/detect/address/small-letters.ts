/**
 * Addresses in small letters, as chats and search boxes have them: "22 elm road sheffield s7 1aq", "bergstrasse 12 69469 weinheim".
 * Nothing but a word for an address before them and a postal code in them tells where they begin and end.
 */
import { lazily, matchAt } from '../patterns.ts'
import type { View } from '../view.ts'

const part = "(?:\\p{L}[\\p{L}.'-]{0,24}|\\d{1,4}[a-z]?(?:[/-]\\d{1,4}[a-z]?)?)"
const town = "\\p{L}[\\p{L}'-]{2,24}"
const codes =
  `(?:[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}(?![\\p{L}\\d])` +
  `|(?:[a-z]{1,3}-)?(?:\\d{4} ?[a-z]{2}|\\d{5}|\\d{2}-\\d{3}|\\d{3} \\d{2}|\\d{4}-\\d{3}|[1-9]\\d{3}) (?:${town}(?: \\p{L}[\\p{L}'-]{0,24}){0,2}(?=[.,;!?)\\n]|$)|${town}))`
const address = lazily(() => new RegExp(`${part}(?:,? ${part}){1,8},? ${codes}`, 'iuy'))
const year = /(?:^| )(?:19[4-9]|20[0-4])\d \p{L}+$/u

/** End of the address in small letters that starts at `start`; -1 where none does. */
export function smallAddressEnd(view: View, start: number): number {
  const end = matchAt(view, address(), start)
  if (end < 0) return -1
  const written = view.text.slice(start, end)
  // A house number as well as the code.
  const numbers = written.match(/\d+/g)?.length ?? 0
  return numbers > 1 && !year.test(written) && !/\p{Lu}/u.test(written) ? end : -1
}
