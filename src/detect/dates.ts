/** Calendar dates as people write them in the 24 languages of the Union, in digits and with the name of the month. */
import { isDigit, isLetter } from './characters.ts'
import { HashTable } from './hash-table.ts'
import { matchAt } from './patterns.ts'
import type { View } from './view.ts'
import { hashSpan, hashWord, wordEnd } from './words.ts'

/** The first letters of the months' names, folded. A word counts as a month only beside a day and a year. */
const months = new HashTable(
  [
    // Most languages take the Latin names.
    'jan feb mar mrt maa apr avr abr may mai mei maj mag jun jui giu jul lug aug aou ago sep set okt oct out ott nov dec dez dic gen ene fev',
    'janv mae mär mrz avg szep det det jaa vee juu ian iun iul noi len',
    // fi, lt, pl, cs, hr
    'tam hel huh tou kes hei elo syy lok mar jou sau vas kov bal geg bir lie rug spa lap gru',
    'sty lut kwi cze lip sie wrz paz lis gru led uno bre dub kve cer srp zar rij pro sij vel ozu tra svi kol ruj stu',
    // bg, el
    'яну фев мар апр май юни юли авг сеп окт ное дек січ лют бер кві тра чер лип сер вер жов лис гру ιαν φεβ μαρ απρ μαι μαϊ ιου αυγ σεπ οκτ νοε δεκ',
    // ga, is, mt
    'agu des ean fea aib bea mei iui lun mea dei sam nol fra mej gun lul aww ott dic',
  ]
    .join(' ')
    .split(' ')
    .map(stem => [hashWord(stem.normalize('NFD').replace(/\p{M}/gu, '')), 1]),
)
const stemLength = 3
const longestMonth = 13

const yearFirst = /(?:1[89]|20)\d\d ?([-./]) ?(?:1[0-2]|0?[1-9]) ?\1 ?(?:3[01]|[12]\d|0?[1-9])(?!\d)/uy
const dayFirst = /(?:3[01]|[12]\d|0?[1-9]) ?([-./]) ?(?:1[0-2]|0?[1-9]) ?[-./] ?(?:(?:1[89]|20)\d\d|['’]?\d\d)(?!\d)/uy
const monthFirst = /(?:1[0-2]|0?[1-9]) ?([-./]) ?(?:3[01]|[12]\d|0?[1-9]) ?\1 ?(?:(?:1[89]|20)\d\d|\d\d)(?!\d)/uy
const slashed = /(?:3[01]|[12]\d|0?[1-9])\/(?:1[0-2]|0?[1-9]) ?[- ] ?(?:1[89]|20)?\d\d(?!\d)/uy
const arguments_ = /(?:1[89]|20)\d\d, ?(?:1[0-2]|0?[1-9]), ?(?:3[01]|[12]\d|0?[1-9])(?!\d)/uy
const compactYear = /(?:1[89]|20)\d\d(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9])(?!\d)/uy
const compactDay = /(?:3[01]|[12]\d|0[1-9])(?:1[0-2]|0[1-9])(?:1[89]|20)\d\d(?!\d)/uy
/** "17 del 11 del 93" */
const linked =
  /(?:3[01]|[12]\d|0?[1-9]) (?:del?|di|of|van|von|da) (?:1[0-2]|0?[1-9]) (?:(?:del?|di|of|van|von|da) )?(?:(?:1[89]|20)\d\d|\d\d)(?!\d)/uy
/** "93.11.17": a year that is no day. */
const shortYearFirst = /(?:3[2-9]|[4-9]\d)([-./])(?:1[0-2]|0[1-9])\1(?:3[01]|[12]\d|0[1-9])(?!\d)/uy
/** "9-VI-1984", "9. VI. 1984" */
const romanMonth =
  /(?:3[01]|[12]\d|0?[1-9])(?:[-/ ]|\. ?)(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2}|X)(?:[-/ ]|\. ?)(?:(?:1[89]|20)\d\d|\d\d)(?!\d)/uy
const blanks = /(?:3[01]|[12]\d|0?[1-9]) (?:1[0-2]|0?[1-9]) (?:1[89]|20)\d\d(?!\d)/uy
/** "1984 03 12" */
const yearAndBlanks = /(?:1[89]|20)\d\d (?:1[0-2]|0[1-9]) (?:3[01]|[12]\d|0[1-9])(?!\d)/uy
/** "1939. XI. 7." */
const yearAndRoman =
  /(?:1[89]|20)\d\d(?:\. ?|[-/ ])(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2}|X)(?:\. ?|[-/ ])(?:3[01]|[12]\d|0?[1-9])(?!\d)/uy
const yearSuffix = /\.? ?(?:г|r|р|g|god|m|d)\.(?!\p{L})| року(?!\p{L})|\./uy

export interface ReadDate {
  readonly end: number
  /** 0 where the year has two digits. */
  readonly year: number
}

/** The date in digits or with a month's name that starts at `start`; `null` where none does. `loose`: 19580316 and "12 05 1948" too. */
export function readDate(view: View, start: number, loose: boolean): ReadDate | null {
  const first = view.unit(start)
  if (!isDigit(first)) return isLetter(first) ? monthAndDay(view, start) : null
  let stop = start + 1
  while (stop < start + mostDigits && isDigit(view.unit(stop))) stop++
  for (const pattern of formsBehind(view, start, stop, loose)) {
    const end = matchAt(view, pattern, start)
    if (end >= 0 && !isLetter(view.unit(end))) return dated(view, start, end)
    if (end >= 0 && view.unit(end) === 0x54) return dated(view, start, end)
  }
  const digits = stop - start
  if (digits === 4) return yearAndMonth(view, start)
  return digits > 2 ? null : (joinedMonth(view, start, stop) ?? dayAndMonth(view, start, stop, loose))
}

/** One more than a date in one has. */
const mostDigits = 9

/** The forms that may go on behind the first digits, in the order in which they are tried. */
function formsBehind(view: View, start: number, end: number, loose: boolean): readonly RegExp[] {
  const digits = end - start
  if (digits > 4) return loose && digits === mostDigits - 1 ? compactForms : none
  const after = view.unit(end)
  const next = after === 0x20 ? view.unit(end + 1) : after
  if (next === 0x2d || next === 0x2e || next === 0x2f) return loose ? looseSigned : signed
  if (after === 0x20 && isLetter(next)) {
    if (isRoman(next)) return spaced
    return loose && isLinkStart(next) ? looseSpaced : none
  }
  return loose ? numbered : none
}

/** `I` `V` `X` */
function isRoman(unit: number): boolean {
  return unit === 0x49 || unit === 0x56 || unit === 0x58
}

/** "del", "of", "van": `d` `o` `v` */
function isLinkStart(unit: number): boolean {
  return unit === 0x64 || unit === 0x6f || unit === 0x76
}

const none: readonly RegExp[] = []
/** Behind a blank or none: `-` `.` `/` */
const signed = [yearFirst, dayFirst, monthFirst, slashed, romanMonth, yearAndRoman]
const looseSigned = [...signed, shortYearFirst]
/** Behind a blank: a Roman number, a word. */
const spaced = [romanMonth, yearAndRoman]
const looseSpaced = [linked]
const compactForms = [compactYear, compactDay]
const numbered = [arguments_, blanks, yearAndBlanks]

function dated(view: View, start: number, end: number): ReadDate {
  return { end, year: yearIn(view, start, end) }
}

/** The four digits that are a year; 0 where none are. */
function yearIn(view: View, start: number, end: number): number {
  const found = /(?:1[89]|20)\d\d(?!\d)|^(?:1[89]|20)\d\d/.exec(view.text.slice(start, end))
  return found === null ? 0 : Number(found[0])
}

const dayMark =
  /(?:\.|st|nd|rd|th|er|re|º|ª|°|e|an|ú|as|η|ης|-го)?,? ?(?:(?:of|del|de|di|da|den|van|von|gada|m\.) |d['’] ?|ta['’] ?)?/uy
const yearMark = /\.?,? ?(?:(?:de|del|of|ta['’]|anno|i|\u03c4\u03bf\u03c5|год|год\.|roku|року) ?)?/uy
const year = /(?:1[89]|20)\d\d(?![\d\p{L}]|[.,:]\d)|['’]\d\d(?!\d)/uy
const day = /(?:3[01]|[12]\d|0?[1-9])(?:\.|st|nd|rd|th|er|º|°|η)?(?!\d|[:.,]\d)/uy

const joined = /(?:3[01]|[12]\d|0?[1-9])([-/.])\p{L}{3,12}\1(?:(?:1[89]|20)\d\d|\d\d)(?![\p{L}\d])/uy

/** "26-Feb-1979", "26/Feb/79" */
function joinedMonth(view: View, start: number, digitsEnd: number): ReadDate | null {
  const sign = view.unit(digitsEnd)
  if (sign !== 0x2d && sign !== 0x2f && sign !== 0x2e) return null
  const end = matchAt(view, joined, start)
  if (end < 0) return null
  const monthStart = isDigit(view.unit(start + 1)) ? start + 3 : start + 2
  return monthEndAt(view, monthStart) < 0 ? null : dated(view, start, end)
}

/** "5. März 1948", "9 de marzo de 1988", "6 ta' Settembru 1953", "8 Bealtaine 2011". */
function dayAndMonth(view: View, start: number, digitsEnd: number, loose: boolean): ReadDate | null {
  // Nearly all numbers have another word behind them.
  const isLinked = view.unit(digitsEnd) !== 0x20 || isMarkStart(view.unit(digitsEnd + 1))
  if (!isLinked && monthEndAt(view, digitsEnd + 1) < 0) return null
  const dayEnd = matchAt(view, day, start)
  if (dayEnd < 0) return null
  const monthStart = matchAt(view, dayMark, dayEnd)
  const monthEnd = monthEndAt(view, monthStart)
  if (monthEnd < 0) return null
  const yearStart = matchAt(view, yearMark, monthEnd)
  const end = matchAt(view, year, yearStart)
  if (end >= 0) return dated(view, yearStart, end)
  if (!loose) return null
  const short = /[-/.]? ?\d\d(?!\d|[.,:]\d)/y
  const shortEnd = matchAt(view, short, monthEnd)
  return shortEnd < 0 ? null : { end: shortEnd, year: 0 }
}

/** The first letters of the words between day and month: "of", "del", "van", "gada", "m.", "ta'". A blank may stand before them. */
function isMarkStart(unit: number): boolean {
  return isLinkStart(unit) || unit === 0x67 || unit === 0x6d || unit === 0x74
}

const gada = /\.? ?(?:gada|m\.|eko|urte\p{L}{0,4}|metų|metai|-ban|évi)? ?,? ?/uy
const lastDay = /(?:3[01]|[12]\d|0?[1-9])(?:\.|-(?:e|i|én|án|jén|d\.)| ?d\.)?(?![\d\p{L}])/uy

/** "1956. október 9.", "1974. gada 6. oktobrī", "1984 m. gegužės 9 d.", "1991 March 3". */
function yearAndMonth(view: View, start: number): ReadDate | null {
  const yearEnd = matchAt(view, year, start)
  if (yearEnd < 0) return null
  const from = matchAt(view, gada, yearEnd)
  const monthEnd = monthEndAt(view, from)
  const found = Number(view.text.slice(start, start + 4))
  if (monthEnd >= 0) {
    // "1984. m\u00e1rc. 12."
    const dot = view.unit(monthEnd) === 0x2e ? monthEnd + 1 : monthEnd
    const end = matchAt(view, lastDay, view.unit(dot) === 0x20 ? dot + 1 : dot)
    return end < 0 ? null : { end, year: found }
  }
  const dayEnd = matchAt(view, day, from)
  if (dayEnd < 0) return null
  const end = monthEndAt(view, view.unit(dayEnd) === 0x20 ? dayEnd + 1 : dayEnd)
  return end < 0 ? null : { end, year: found }
}

/** "July 9, 1951", "Sept. 3rd 1980". */
function monthAndDay(view: View, start: number): ReadDate | null {
  const monthEnd = monthEndAt(view, start)
  if (monthEnd < 0) return null
  let at = monthEnd
  if (view.unit(at) === 0x2e) at++
  if (view.unit(at) === 0x20) at++
  const dayEnd = matchAt(view, day, at)
  if (dayEnd < 0) return null
  const yearStart = matchAt(view, yearMark, dayEnd)
  const end = matchAt(view, year, yearStart)
  return end < 0 ? null : dated(view, yearStart, end)
}

const fomhair = /(?: ?\.)? F[óo]mhair/uy

/** End of the month's name that starts at `start`, a short form's dot not counted; -1 where none does. */
export function monthEndAt(view: View, start: number): number {
  if (start < 0 || isLetter(view.unit(start - 1))) return -1
  const end = wordEnd(view.units, start)
  if (end - start < stemLength || end - start > longestMonth) return -1
  if (months.get(hashSpan(view.units, start, start + stemLength)) === 0) return -1
  // "Meán Fómhair", "Deireadh Fómhair", "Mí na Nollag"
  const after = view.unit(end)
  const behind = after === 0x20 || after === 0x2e ? matchAt(view, fomhair, end) : -1
  return behind < 0 ? end : behind
}

/** End of what belongs to the date behind its last digit: " г.", " r.", the dot of "1950.". */
export function dateFrameEnd(view: View, end: number): number {
  const framed = matchAt(view, yearSuffix, end)
  return framed < 0 || framed - end === 1 ? end : framed
}
