/**
 * Addresses in small letters, as chats and search boxes have them: "22 elm road sheffield s7 1aq", "bergstrasse 12 69469 weinheim",
 * "hämeenkatu 12 a 4 tampere". Nothing but a word for an address before them tells where they begin; a postal code in them or the
 * end of the clause where they end.
 */
import { isDigit } from '../characters.ts'
import { lazily, matchAt } from '../patterns.ts'
import type { View } from '../view.ts'
import { endingOf, isAdjective } from './street-endings.ts'
import { BOX, STREET } from './street-words.ts'
import { type Word, wordAt } from './words.ts'

const part = "(?:\\p{L}[\\p{L}.'-]{0,24}|\\d{1,4}\\.?[a-z]{0,2}(?:[/-]\\d{1,4}[a-z]?)?)"
const town = "\\p{L}[\\p{L}'-]{2,24}"
const codes =
  `(?:[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}(?![\\p{L}\\d])` +
  `|(?:[a-z]{1,3}-)?(?:\\d{4} ?[a-z]{2}|\\d{5}|\\d{2}-\\d{3}|\\d{3} \\d{2}|\\d{4}-\\d{3}|[1-9]\\d{3}) (?:${town}(?: \\p{L}[\\p{L}'-]{0,24}){0,2}(?=[.,;!?)\\n]|$)|${town}))`
const coded = lazily(() => new RegExp(`${part}(?:,? ${part}(?:\\.\\p{L}{2})?){1,8},? ${codes}`, 'iuy'))
const year = /(?:^| )(?:19[4-9]|20[0-4])\d \p{L}+$/u

/** "address book", "address space": those of machines. */
const otherAddress = /(?:book|space|range|bar|line|list|field|bus|pool|translation|register|offset)(?!\p{L})/uy

/** End of the address in small letters that starts at `start`; -1 where none does. */
export function smallAddressEnd(view: View, start: number): number {
  if (matchAt(view, otherAddress, start) >= 0) return -1
  const end = matchAt(view, coded(), start)
  if (end < 0) return uncodedEnd(view, start)
  const written = view.text.slice(start, end)
  // A house number as well as the code.
  const numbers = written.match(/\d+/g)?.length ?? 0
  return numbers > 1 && !year.test(written) && !/\p{Lu}/u.test(written) ? end : -1
}

const name = "\\p{Ll}[\\p{Ll}.'-]{0,24}"
/** One to four words, the number of a house, a door, at most three words of a town up to the end of the clause. */
const uncoded = lazily(
  () =>
    new RegExp(
      `(?:${name} ){1,4}(?:n[ro]?[.\u00b0\u00ba]? ?|numero |number |nummer )?\\d{1,4}(?: ?[a-z](?![\\p{L}]))?(?:[/-]\\d{1,4}[a-z]?)?` +
        `(?: \\d{1,3}(?:\\.(?: ?\\p{Ll}{2})?)?)?(?:,? ${name}){0,3}(?: \\d{3} ?\\d{2})?(?=[,.;!?)\\n]|$)`,
      'uy',
    ),
)

/** Without a code one of its words has to say "street", or to end as streets do. */
function uncodedEnd(view: View, start: number): number {
  const end = matchAt(view, uncoded(), start)
  if (end < 0) return -1
  for (let word = wordAt(view, start); word !== null && !isDigit(view.unit(word.start)); word = nextWord(view, word)) {
    const isStreet = (word.facts & STREET) !== 0 || endingOf(view.units, word.start, word.end) !== null
    if (isStreet || isAdjective(view.units, word.start, word.end)) return hasCount(view, start, end) ? -1 : end
    if ((word.facts & BOX) !== 0) return -1
  }
  return -1
}

function nextWord(view: View, { end }: Word): Word | null {
  const dot = view.unit(end) === 0x2e ? end + 1 : end
  return wordAt(view, view.unit(dot) === 0x20 ? dot + 1 : dot)
}

/** "on the road 12 years", "na ulici 12 let": units and things that are counted. */
const count = lazily(
  () =>
    /\d[a-z]? (?:years?|months?|weeks?|days?|hours?|minutes?|min|miles?|km|kms|metres?|meters?|m|times|people|persons?|jahren?|monaten?|wochen?|tagen?|stunden?|minuten|ans|mois|semaines?|jours|heures?|fois|personnes|a\u00f1os|meses|semanas?|d\u00edas|horas?|veces|personas|anni|mesi|settiman[ae]|giorni|or[ae]|volte|persone|jaar|maanden|weken|dagen|uur|keer|personen|lat|lata|miesi\u0119cy|tygodni|dni|godzin|razy|os\u00f3b|let|roky|rok\u016f|m\u011bs\u00edc\u016f|dn\u00ed|hodin|os\u00f3b|rokov|mesiacov|h\u00f3nap|\u00e9v|\u00e9ve|\u00e9vet|nap|ani|luni|zile|ore|\u03c7\u03c1\u03cc\u03bd\u03b9\u03b1|\u03c7\u03c1\u03bf\u03bd\u03b9\u03b1|\u03bc\u03ae\u03bd\u03b5\u03c2|\u03b3\u043e\u0434\u0438\u043d\u0438|\u043c\u0435\u0441\u0435\u0446\u0430|godina|mjeseci|dana|leta|mesecev|met\u0173|metus|m\u0117nesi\u0173|gadus|gadi|m\u0113ne\u0161us|aastat|kuud|\u00e5r|m\u00e5neder|dage|uger|m\u00e5nader|dagar|vuotta|kuukautta|viikkoa|kertaa|p\u00e4iv\u00e4\u00e4|anos|dias|snin)(?!\p{L})/u,
)

function hasCount(view: View, start: number, end: number): boolean {
  return count().test(view.text.slice(start, end + 1))
}
