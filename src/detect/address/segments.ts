/** What stands before a street or a postal code and still belongs to the address: lines and parts between commas. */
import { isDigit, isLetter, isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import type { View } from '../view.ts'
import { hashSpan, hashWord } from '../words.ts'
import { leadingCodeEnd } from './postcode.ts'
import { houseNumberEnd, namesStreet, prepositionStart, streetAfter, streetBefore } from './street.ts'
import { BEFORE_NAME, BOX, ENGLISH, endingOf, HOUSE, kindOf, STREET, UNIT, WEAK } from './street-words.ts'
import { isCapital, isDwelling, isLeadIn, isLink, isNameWord, isStop, type Word, wordAt, wordBefore } from './words.ts'

const longestSegment = 70
const mostSegments = 6
const mostSegmentWords = 8

export interface Segment {
  readonly start: number
  readonly end: number
  /** Words before it on the line are none of an address: nothing to the left can belong to it. */
  readonly isLast: boolean
}

/** The part of an address that ends before `from`; `null` where none does. */
export function segmentBefore(view: View, from: number): Segment | null {
  const end = jointStart(view, from)
  if (end === from || end <= 0) return null
  let start = end
  let at = end
  for (let count = 0; count < mostSegmentWords; count++) {
    const word = segmentWord(view, at)
    if (word === null || end - word.start > longestSegment) break
    if (start < end && !belongs(view, word)) {
      const opened = prepositionStart(view, word)
      if (opened >= 0) start = opened
      break
    }
    if (!belongs(view, word) || isStop(view, word) || isDwelling(view, word)) break
    if (isLeadIn(view, word) && !isIrishArticle(view, word)) break
    if (start < end && endsSentence(view, word)) break
    if (start < end && isLink(view, word) && opensStreet(view, start)) break
    start = word.start
    at = skipInside(view, start)
    if (at === start) break
  }
  start = withoutLinks(view, start, end)
  if (start >= end) return null
  return { start, end, isLast: !isJoint(view, start) }
}

/** "Co. na Gaillimhe", "Baile na hAbhann" */
function isIrishArticle(view: View, { start, end }: Word): boolean {
  return /^(?:(?:Co\.|[\p{L}.]{2}\p{Ll}) )na (?:h?\p{Lu})/u.test(view.text.slice(start - 4, end + 3))
}

/** Goes left over comma, line break or dash; the same offset where neither stands. */
function jointStart(view: View, from: number): number {
  let at = from
  let breaks = 0
  while (at > from - 10 && isBlankOrQuote(view.unit(at - 1))) {
    if (view.unit(at - 1) === 0x0a) breaks++
    at--
  }
  // An empty line ends what is above it.
  if (breaks > 1) return from
  const unit = view.unit(at - 1)
  if (unit === 0x2c) return at < from ? at - 1 : from
  if (unit === 0x2d && view.unit(at - 2) === 0x20 && at < from) return at - 2
  return breaks > 0 ? at : from
}

function isBlankOrQuote(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09 || unit === 0x3e
}

function isJoint(view: View, start: number): boolean {
  return jointStart(view, start) < start
}

/** The word ending at `at`; quotes, brackets and ordinal signs around it aside. */
function segmentWord(view: View, at: number): Word | null {
  let end = at
  while (end > at - 3 && isTrim(view.unit(end - 1))) end--
  return wordBefore(view, end)
}

/** `.` `"` `'` `º` `ª` `°` */
function isTrim(unit: number): boolean {
  return unit === 0x2e || unit === 0x22 || unit === 0x27 || unit === 0xba || unit === 0xaa || unit === 0xb0
}

/** A dot behind a whole word and a blank: not "Str. 5", "St. Pölten". */
function endsSentence(view: View, { start, end }: Word): boolean {
  if (view.unit(end) !== 0x2e || view.unit(end + 1) !== 0x20) return false
  return end - start > 4 && kindOf(view.units, start, end) === 0 && endingOf(view.units, start, end) === null
}

/** A street or unit word begins here: what stands before it is no part of its name. */
function opensStreet(view: View, start: number): boolean {
  const word = wordAt(view, start)
  if (word === null || word.end - word.start < 2) return false
  const kind = kindOf(view.units, word.start, word.end)
  return (kind & (BEFORE_NAME | UNIT)) !== 0 && (kind & WEAK) === 0
}

function skipInside(view: View, start: number): number {
  let at = start
  if (view.unit(at - 1) === 0x22 || view.unit(at - 1) === 0x28) at--
  if (view.unit(at - 1) === 0x20 || view.unit(at - 1) === 0x2f || view.unit(at - 1) === 0x2e) return at - 1
  return start
}

function belongs(view: View, word: Word): boolean {
  if (isNameWord(view, word) || isLink(view, word)) return true
  // "12 b"
  const isLetterOfNumber = word.end - word.start === 1 && isDigit(view.unit(word.start - 2))
  if (isLetterOfNumber) return true
  return kindOf(view.units, word.start, word.end) !== 0
}

/** Small words at the beginning belong to the sentence: "in der", "de". Street and unit words stay. */
function withoutLinks(view: View, start: number, end: number): number {
  let at = start
  for (let count = 0; count < 4; count++) {
    const word = wordAt(view, at)
    if (word === null || word.start >= end) return end
    const kind = kindOf(view.units, word.start, word.end)
    const isShort = word.end - word.start <= 2
    const isStreetWord =
      (kind & (STREET | UNIT | BOX)) !== 0 && (!isShort || view.unit(word.end) === 0x2e || view.unit(word.end) === 0x2f)
    if (isNameWord(view, word) || isStreetWord) return at
    if (!isLink(view, word)) return at
    at = word.end
    while (at < end && !isWord(view.unit(at))) at++
  }
  return at
}

/** Short forms of the post office box. */
const boxNumber =
  /(?:B\.?P\.?|P\.? ?O\.?(?: Box)?|Pf\.?|PL|C\.?P\.?|\u03a4\.? ?\u0398\.?|[Пп]\.? ?[Кк]\.?|[Ss]kr\. ?poczt\.|p\.p\.|a\/k|pk|T\.K\.|O\.P\.|CS|[Cc]\.?[Pp]\.|[Aa]pdo\.?(?: de [Cc]orreos)?|[Cc]as(?:ella|\.) ?[Pp]ost(?:ale|\.)|[Cc]\u0103su\u021ba [Pp]o\u0219tal\u0103|[\u0410\u0430]\/[\u0421\u0441]) ?\d/uy

/** Bulgarian and Ukrainian estates and towns in short: "ж.к. Чайка", "м. Львів". */
const estate = /(?:[Жж]\.? ?[Кк]\.?|[Кк]в\.|[Гг]р\.|[Мм]\.|[Сс]мт\.?) ?["\p{Lu}]/uy

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

export type Evidence = 'none' | 'some' | 'sure'

/** How much a part speaks for an address: a street, a house number, a flat, the name of a house. */
export function evidenceOf(view: View, { start, end }: { start: number; end: number }): Evidence {
  if (matchAt(view, boxNumber, start) >= 0 || matchAt(view, estate, start) >= 0) return 'some'
  if (isDigit(view.unit(start))) {
    const street = streetAfter(view, start)
    if (street !== null) return 'sure'
    const number = houseNumberEnd(view, start)
    const next = number < 0 ? null : wordAt(view, number + 1)
    const isNumbered = next !== null && next.end <= end && isCapital(view, next.start)
    if (isNumbered && next.end - next.start > 2 && !isMonth(view, next)) return 'some'
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
    if ((isNamed || isDouble) && isHouse(view, number, end) && !isMonth(view, before)) return 'some'
  }
  return wordEvidence(view, start, end)
}

const namedFlat =
  /(?:Basement|Garden|Ground Floor|First Floor|Second Floor|Top Floor|Top|Upper|Lower|Rear|Attic|Studio) (?:Flat|Maisonette|Apartment)(?![\p{L}\d])/uy
/** Estates and quarters with their name: "Siedlung Birkenhof", "Sídliště Pod Kaštany", "Ffordd y Bryn". */
const namedEstate =
  /(?:Siedlung|Wohnpark|Ortsteil|OT|Hof|Gut|S\u00eddli\u0161t\u011b|S\u00eddlisko|Osiedle|Os\.|Lotissement|Quartier|Hameau|Urbanizaci\u00f3n|Barrio|Ffordd|Heol|Stryd|Lugar|Sitio|Dlh\u00fd rad) \p{L}?\p{L}?/uy

function wordEvidence(view: View, start: number, end: number): Evidence {
  if (matchAt(view, namedFlat, start, end) >= 0 || matchAt(view, namedEstate, start, end) >= 0) return 'some'
  let word = wordAt(view, start)
  for (let count = 0; count < mostSegmentWords && word !== null && word.end <= end; count++) {
    const kind = kindOf(view.units, word.start, word.end)
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

function hasDigit(view: View, start: number, end: number): boolean {
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

const months: ReadonlySet<number> = new Set(
  [
    'january february march april may june july august september october november december januar janner februar marz mai juni juli oktober dezember',
    'januari februari maart mei augustus janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre marts maj',
    'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno',
    'luglio settembre ottobre dicembre janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro ianuarie februarie martie aprilie iunie',
    'iulie septembrie octombrie noiembrie decembrie jan feb mar apr jun jul aug sep sept okt oct nov dec dez',
  ].flatMap(list => list.split(' ').map(word => hashWord(word))),
)

function isMonth(view: View, { start, end }: Word): boolean {
  return end - start >= 3 && end - start <= 10 && months.has(hashSpan(view.units, start, end))
}

/** "Station Road" without a number: the name of the house stands before it. */
function isEnglishStreet(view: View, { start, end }: Segment): boolean {
  const last = wordBefore(view, end)
  if (last === null || last.start <= start || hasDigit(view, start, end)) return false
  const kind = kindOf(view.units, last.start, last.end)
  return (kind & ENGLISH) !== 0 && (kind & WEAK) === 0 && isCapital(view, last.start)
}

/** Start of the address whose last part starts at `from`: the leftmost part that speaks for it, and all between. */
export function headFrom(view: View, from: number): { start: number; evidence: Evidence } {
  let start = from
  let best: Evidence = 'none'
  let needsHouse = false
  let wasPlain = false
  let at = from
  for (let count = 0; count < mostSegments; count++) {
    const segment = segmentBefore(view, at)
    if (segment === null) break
    // The end of another address further up: its code and town, with a name between.
    if (wasPlain && leadingCodeEnd(view, segment.start) >= 0) break
    const found = evidenceOf(view, segment)
    const evidence = found === 'none' && needsHouse && isCapital(view, segment.start) ? 'some' : found
    needsHouse = found !== 'none' && isEnglishStreet(view, segment)
    wasPlain = evidence === 'none'
    if (evidence !== 'none') {
      start = segment.start
      if (best !== 'sure') best = evidence
    }
    if (segment.isLast) break
    at = segment.start
  }
  return { start, evidence: best }
}
