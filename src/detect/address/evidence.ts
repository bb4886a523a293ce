/** How much a part between two commas or lines speaks for an address. */
import { isDigit, isWord } from '../characters.ts'
import { lazily, matchAt } from '../patterns.ts'
import type { View } from '../view.ts'
import { isBoxAt } from './boxes.ts'
import { houseNumberEnd } from './house-number.ts'
import { leadingCodeEnd } from './postcode.ts'
import { namesStreet } from './street.ts'
import { streetAfter } from './street-after.ts'
import { streetBefore } from './street-before.ts'
import { BOX, ENGLISH, HOUSE, UNIT } from './street-words.ts'
import { factsOf, MONTH } from './word-facts.ts'
import { isCapital, type Word, wordAt, wordBefore } from './words.ts'

const mostWords = 8

/** Bulgarian and Ukrainian estates and towns in short: "ж.к. Чайка", "м. Львів". */
const estate =
  /(?:(?:[Жж]\.? ?[Кк]\.?|[Кк]в\.|[Гг]р\.|[Мм]\.|[Сс]мт\.?|[Сс]\.|[Сс]ело) ?["\p{Lu}]|[Čč]\.? ?p\.? ?\d|Co\. \p{Lu}\p{Ll})/uy

export type Evidence = 'none' | 'some' | 'sure'

/** How much a part speaks for an address: a street, a house number, a flat, the name of a house. */
export function evidenceOf(view: View, { start, end }: { start: number; end: number }): Evidence {
  if (isBoxAt(view, start) || isEstateAt(view, start)) return 'some'
  if (isDigit(view.unit(start))) {
    const street = streetAfter(view, start)
    if (street !== null) return 'sure'
    const number = houseNumberEnd(view, start)
    const next = number < 0 ? null : wordAt(view, number + 1)
    const isNumbered = next !== null && next.end <= end && isCapital(view, next.start)
    if (isNumbered && next.end - next.start > 2 && !isMonth(next)) return 'some'
    const code = leadingCodeEnd(view, start)
    if (code >= 0 && view.unit(code) === 0x20 && isCapital(view, code + 1)) return 'some'
  }
  const number = lastNumberStart(view, start, end)
  if (number > start) {
    const street = streetBefore(view, number)
    if (street !== null) return street.isSure ? 'sure' : 'some'
    const before = wordBefore(view, number - 1)
    const isNamed =
      before !== null && isCapital(view, before.start) && (before.end - before.start > 2 || before.start > start)
    // "U Staré školy 774/7": two numbers, as in Czech and Slovak towns.
    const isDouble = before !== null && isCapital(view, start) && /^\d{1,4}\/\d/.test(view.text.slice(number, end))
    if ((isNamed || isDouble) && isHouse(view, number, end) && !isMonth(before)) return 'some'
  }
  return wordEvidence(view, start, end)
}

const namedFlat =
  /(?:Basement|Garden|Ground Floor|First Floor|Second Floor|Top Floor|Top|Upper|Lower|Rear|Attic|Studio) (?:Flat|Maisonette|Apartment)(?![\p{L}\d])/uy
/** Estates and quarters with their name: "Siedlung Birkenhof", "Sídliště Pod Kaštany", "Ffordd y Bryn". */
const namedEstate =
  /(?:Siedlung|Wohnpark|Ortsteil|OT|Hof|Gut|S\u00eddli\u0161t\u011b|S\u00eddlisko|Osiedle|Os\.|Lotissement|Quartier|Hameau|Urbanizaci\u00f3n|Barrio|Ffordd|Heol|Stryd|Lugar|S[i\u00ed]tio(?: d[aeo]s?)?|Pol\. ?Ind\.|Pol[i\u00ed]gono(?: Industrial| Ind\.)?|Zona Industrial|Parque (?:Empresarial|Industrial)|Quinta(?: d[aeo]s?)?|Herdade(?: d[aeo]s?)?|Casal(?: d[aeo]s?)?|Partida|Paraje|Finca|Cortijo|Col\.|Colonia|Fracc\.|Loc\.|Localit\u00e0|Fraz\.|Casa di [Rr]iposo|Maison de [Rr]etraite|Dom [Pp]omocy|Dom seniora|Domov|Dlh\u00fd rad) \p{L}?\p{L}?/uy

/** "Oja talu", "M\u0101rupes pagasts" */
const rural = lazily(() => /\p{Lu}\p{L}+ (?:talu|k\u00fcla|alevik|pagasts|pag\.?|viens\u0113ta|kaimas|k\.)$/u)

/** The first letters of flats and estates, the last of what is rural. */
const flatStarts = unitsOf('BGFSTULRA')
const estateStarts = unitsOf('SWOHGLQUBFPZCMD')
const ruralEnds = unitsOf('uaksg.')

function unitsOf(letters: string): ReadonlySet<number> {
  return new Set([...letters].map(letter => letter.charCodeAt(0)))
}

function isEstateAt(view: View, start: number): boolean {
  const first = view.unit(start)
  // Cyrillic, "Co. Kerry", "č.p. 12"
  const mayBe = first >= 0x400 || first === 0x43 || first === 0x10c || first === 0x10d
  return mayBe && matchAt(view, estate, start) >= 0
}

function wordEvidence(view: View, start: number, end: number): Evidence {
  const first = view.unit(start)
  if (flatStarts.has(first) && matchAt(view, namedFlat, start, end) >= 0) return 'some'
  if (estateStarts.has(first) && matchAt(view, namedEstate, start, end) >= 0) return 'some'
  if (ruralEnds.has(view.unit(end - 1)) && rural().test(view.text.slice(Math.max(start, end - 32), end))) return 'some'
  let word = wordAt(view, start)
  for (let count = 0; count < mostWords && word !== null && word.end <= end; count++) {
    const kind = word.facts | factsBehindArticle(view, word)
    const isLong = word.end - word.start > 2
    if ((kind & BOX) !== 0) return 'sure'
    if ((kind & UNIT) !== 0 && (hasDigit(view, start, end) || (end > word.end + 1 && end - word.end <= 3)))
      return 'some'
    const isHouseName = (kind & HOUSE) !== 0 || ((kind & ENGLISH) !== 0 && word.start > start && !isSurname(view, word))
    if (isHouseName && isCapital(view, start) && isCapital(view, word.start) && isLong) return 'some'
    let at = word.end
    while (at < end && !isWord(view.unit(at))) at++
    word = wordAt(view, at)
  }
  return namesStreet(view, start, end) ? 'some' : 'none'
}

/** "l'EHPAD Les Tilleuls" */
function factsBehindArticle(view: View, { start, end }: Word): number {
  return view.unit(start + 1) === 0x27 ? factsOf(view.units, start + 2, end) : 0
}

/** At most four digits up to the end of the part. */
function isHouse(view: View, number: number, end: number): boolean {
  let digits = 0
  while (digits < 5 && isDigit(view.unit(number + digits))) digits++
  // "WM 2017, 2248": rather a year.
  const isYear = digits === 4 && /^(?:19|20)\d\d(?![/-]\d)/.test(view.text.slice(number, number + 6))
  return digits < 5 && !isYear && houseNumberEnd(view, number) >= end - 1
}

/** "Robin Hill, 4 Mill Lane": the first part is rather a person. */
function isSurname(view: View, { start, end }: Word): boolean {
  return /^(?:hill|green|park|cross|dale|field|fields|brook|banks|lane|street|close|mount|heath|rose|bridge|bush)$/i.test(
    view.text.slice(start, end),
  )
}

/** Does a digit stand between two offsets? */
export function hasDigit(view: View, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isDigit(view.unit(at))) return true
  return false
}

/** Start of the last word that begins with a digit; -1 where there is none. */
function lastNumberStart(view: View, start: number, end: number): number {
  for (let at = end - 1; at > start; at--) {
    if (isDigit(view.unit(at)) && view.unit(at - 1) === 0x20) return at
  }
  return -1
}

function isMonth(word: Word | null): boolean {
  return word !== null && (word.facts & MONTH) !== 0
}
