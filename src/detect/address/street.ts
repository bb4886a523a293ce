/** A street with its house number, read from the number: to the left ("ul. Leśna 2") and to the right ("23 Orchard Row"). */
import { isDigit, isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import type { View } from '../view.ts'
import {
  AFTER_NAME,
  BEFORE_NAME,
  BOX,
  ENGLISH,
  endingOf,
  kindOf,
  NUMBER_FIRST,
  PREPOSITION,
  STREET,
  WEAK,
} from './street-words.ts'
import { isCapital, isDwelling, isLink, isNameWord, isStop, type Word, wordAt, wordBefore } from './words.ts'

export interface Street {
  readonly start: number
  readonly end: number
  /** It is an address without anything else. */
  readonly isSure: boolean
}

const houseNumber =
  /\d{1,5}(?:[A-Za-zα-ω\u0430-\u044f](?![\p{L}\d])| [A-Ha-h](?=[,;\n)]|\.?$|\. \p{Lu})| [A-H] \d{1,3}(?![\p{L}\d]))?(?:[/-]\d{1,4}(?:[A-Za-z](?!\p{L}))?){0,3}(?:[/-](?:[A-Za-z]|[IVX]{1,4})(?![\p{L}\d]))?(?:[ -]?(?:bis|ter|quater|hs|huis|bv|I{1,3})(?![\p{L}\d]))?/uy

/** End of the house number that starts at `start`; -1 where it is a decimal, a time, a share or a longer number. */
export function houseNumberEnd(view: View, start: number): number {
  const end = matchAt(view, houseNumber, start)
  if (end < 0 || isWord(view.unit(end))) return -1
  const after = view.unit(end)
  const isJoined = after === 0x2e || after === 0x2c || after === 0x3a || after === 0x2f || after === 0x2d
  if (isJoined && isDigit(view.unit(end + 1))) return -1
  const next = after === 0x20 ? view.unit(end + 1) : after
  return next === 0x25 || next === 0xb0 || (next >= 0x20a0 && next <= 0x20bf) || next === 0x24 || next === 0xa3
    ? -1
    : end
}

const numberSign =
  /^(?:[Nn][ro]?|[Nn]um|[Nn]úm|[Nn]umero|[Nn]úmero|[Nn]ummer|[Čč]|[Čč]p|[Бб]р|[Бб]уд|[Дд]|[Aa]rp|km|[Kk]ućni broj|αρ|αριθ)\.?$/u
const mostWords = 7
/** Street words of up to three letters that need no dot. */
const shortStreetWords = new Set([
  'út',
  'tér',
  'köz',
  'sor',
  'ut',
  'ter',
  'mnt',
  'tn',
  'tee',
  'tie',
  'pst',
  'weg',
  'trg',
  'vej',
  'vei',
  'veg',
  'pot',
  'put',
])

const dottedForms = new Set(['c.so', 'v.le', 'p.zza', 'p.za', 'p.le', 'l.go', 'b.go', 'c.da', 'v.lo', 'ж.к', 'str.la'])

/** The street whose number starts at `number`: "Birkenstraße 27", "calle del Fresno 27", "Kárász utca 17", "Rua Augusta, 1508". */
export function streetBefore(view: View, number: number): Street | null {
  const end = houseNumberEnd(view, number)
  if (end < 0) return null
  let at = skipBlank(view, number)
  if (at === number && view.unit(number - 1) !== 0x2e) return null
  const bare = at
  at = skipNumberSign(view, at)
  const isSigned = at < bare
  const hasComma = view.unit(at - 1) === 0x2c
  if (hasComma) at--
  const street = streetEndingAt(view, at, hasComma, isSigned)
  return street === null ? null : { ...street, end }
}

function skipBlank(view: View, at: number): number {
  return view.unit(at - 1) === 0x20 ? at - 1 : at
}

/** Before "nr." "n°" "№" "č. p." */
function skipNumberSign(view: View, at: number): number {
  const unit = view.unit(at - 1)
  if (unit === 0x23) return skipBlank(view, at - 1)
  if (unit === 0xb0 || unit === 0xba || unit === 0x2116) {
    const word = wordBefore(view, at - 1)
    const start = word === null || unit === 0x2116 ? at - 1 : word.start
    return skipBlank(view, start)
  }
  const word = wordBefore(view, at)
  if (word === null || word.end - word.start > 7) return at
  return numberSign.test(view.text.slice(word.start, word.end)) ? skipBlank(view, word.start) : at
}

function streetEndingAt(view: View, at: number, hasComma: boolean, isSigned: boolean): Omit<Street, 'end'> | null {
  const closing = view.unit(at - 1) === 0x22
  const last = wordBefore(view, closing ? at - 1 : at)
  if (last === null) return null
  const kind = kindOf(view.units, last.start, last.end)
  if ((kind & BOX) !== 0) {
    const start = boxStart(view, last)
    // "apartado 3" is also a paragraph.
    return { start, isSure: !isNamedLike(view, last, 'apartado') }
  }
  if (!hasComma && !closing) {
    const own = ownStreet(view, last, kind)
    if (own !== null) return own
  }
  const named = streetWordBefore(view, last, hasComma, isSigned)
  if (named !== null || hasComma) return named
  const start = prepositionStart(view, last)
  return start < 0 ? null : { start, isSure: false }
}

const mostOpened = 4

/** Start of the street that a preposition opens and whose name ends with this word; -1 where none does. */
export function prepositionStart(view: View, last: Word): number {
  let word: Word | null = last
  for (let count = 0; count < mostOpened && word !== null; count++) {
    if (isDigit(view.unit(word.start)) || isStop(view, word)) return -1
    const opens = (kindOf(view.units, word.start, word.end) & PREPOSITION) !== 0 && isCapital(view, word.start)
    if (opens) return count > 0 ? word.start : -1
    if (view.unit(word.start - 1) !== 0x20) return -1
    word = wordBefore(view, word.start - 1)
    if (word !== null && view.unit(word.end) === 0x2e) return -1
  }
  return -1
}

/** "Apartado de Correos 12", "PO Box 12" start before their last word. */
function boxStart(view: View, last: Word): number {
  const before = wordBefore(view, skipBlank(view, last.start))
  return before !== null && (kindOf(view.units, before.start, before.end) & BOX) !== 0 ? before.start : last.start
}

/** The word right before the number makes the street: "Lindenstraße", "Váci utca", "Karl-Marx-Allee". */
function ownStreet(view: View, last: Word, kind: number): Omit<Street, 'end'> | null {
  const ending = endingOf(view.units, last.start, last.end)
  if (ending !== null && (ending === 'strong' || isCapital(view, last.start))) {
    const start = nameStart(view, last.start)
    return { start, isSure: ending === 'strong' && !isMotorRoad.test(view.text.slice(last.start, last.end)) }
  }
  const piece = lastPiece(view, last)
  const pieceKind = piece === last.start ? kind : kindOf(view.units, piece, last.end)
  if ((pieceKind & AFTER_NAME) === 0) return null
  // "PR 9", "G 8": short forms have a dot, or are words in small letters ("Fő út 3").
  const isShort = last.end - piece <= 3 && view.unit(last.end) !== 0x2e
  if (isShort && !shortStreetWords.has(view.text.slice(piece, last.end))) return null
  const start = nameStart(view, last.start)
  const hasName = piece > last.start || start < last.start
  if (!hasName) return null
  return { start, isSure: (pieceKind & WEAK) === 0 && isCapital(view, start) }
}

function lastPiece(view: View, { start, end }: Word): number {
  for (let at = end - 1; at > start; at--) if (view.unit(at - 1) === 0x2d) return at
  return start
}

/** Start of the capitalised words right before `at`: "Alte Landstraße", "Prins Bernhardlaan", "Paulay Ede utca". */
function nameStart(view: View, at: number): number {
  let start = at
  for (let count = 0; count < 3; count++) {
    if (view.unit(start - 1) !== 0x20) return start
    const word = wordBefore(view, start - 1)
    if (word === null || !isCapital(view, word.start) || isStop(view, word)) return start
    // The end of a sentence, unless the dot belongs to an initial or a short form.
    if (view.unit(word.end) === 0x2e && word.end - word.start > 4) return start
    if ((isSentenceStart(view, word.start) && count > 0) || isDwelling(view, word)) return start
    start = word.start
  }
  return start
}

function isSentenceStart(view: View, start: number): boolean {
  return view.unit(start - 1) === 0x20 && view.unit(start - 2) === 0x2e
}

const isMotorRoad =
  /^(?:bundes|staats|kreis|schnell|wasser|milch|daten|seiden|einbahn|sack|haupt(?=gasse))(?:stra(?:ß|ss)e|gasse)$/i

/** A street word some words before the number: "rue des Deux-Ponts", "ul. 3 Maja", `бул. "Сливница"`. */
function streetWordBefore(view: View, last: Word, hasComma: boolean, isSigned: boolean): Omit<Street, 'end'> | null {
  let word: Word | null = last
  let numbers = 0
  for (let count = 0; count < mostWords && word !== null; count++) {
    const kind = kindOf(view.units, word.start, word.end)
    if (count > 0 && isDottedForm(view, word)) return { start: word.start - 2, isSure: true }
    if (count > 0 && (kind & BEFORE_NAME) !== 0) {
      // "Carrera 7 # 71-21": streets have numbers where the house number has a sign.
      return count === 1 && !isSigned && !hasLetterName(view, word) ? null : foundStreet(view, word, kind, hasComma)
    }
    const isPlausible = isNameWord(view, word) || (isLink(view, word) && count > 0) || count < 2
    if (!isPlausible || isStop(view, word)) return null
    if (isPlainNumber(view, word) && ++numbers > 1) return null
    word = wordLeftOf(view, word)
  }
  return null
}

/** "C.so", "V.le", "P.zza", "ж.к." */
function isDottedForm(view: View, { start, end }: Word): boolean {
  if (view.unit(start - 1) !== 0x2e || end - start > 3) return false
  return dottedForms.has(view.text.slice(start - 2, end).toLowerCase())
}

function wordLeftOf(view: View, word: Word): Word | null {
  let at = word.start
  if (view.unit(at - 1) === 0x22) at--
  if (view.unit(at - 1) === 0x20) at--
  else if (view.unit(at - 1) !== 0x2e && view.unit(at - 1) !== 0x2f) return null
  // "c/ Major", "C/Mayor"
  if (view.unit(at - 1) === 0x2f) at--
  const left = wordBefore(view, at)
  if (left === null) return null
  // "ул. Морска 118. ИЗ № 4": the house number before it ends a sentence.
  if (view.unit(left.end) === 0x2e && left.end - left.start > 2 && isDigit(view.unit(left.start))) return null
  const isShort = left.end - left.start <= 6
  return view.unit(left.end) === 0x2e && !isShort ? null : left
}

function foundStreet(view: View, word: Word, kind: number, hasComma: boolean): Omit<Street, 'end'> | null {
  const isShortForm = view.unit(word.end) === 0x2e || view.unit(word.end) === 0x2f
  // "cl." is a Spanish street, "čl." a Czech article of a law.
  if (view.unit(word.start) === 0x10d || view.unit(word.start) === 0x10c) return null
  const isLong = word.end - word.start > 2
  if (!isLong && !isShortForm && !isNamedLike(view, word, 'ul')) return null
  // Between a lower-case street word and a comma there is a name: "rua augusta, 1508".
  const name = wordAt(
    view,
    word.end + (isShortForm ? 1 : 0) + (view.unit(word.end + (isShortForm ? 1 : 0)) === 0x20 ? 1 : 0),
  )
  const isNamed = name !== null && (isNameWord(view, name) || isLink(view, name))
  const isSure =
    (kind & WEAK) === 0
      ? isNamed && (!isLatinVia(view, word) || isLedIn(view, word, name))
      : isNamed && isShortForm && isLong && !hasComma
  const before = wordBefore(view, view.unit(word.start - 1) === 0x20 ? word.start - 1 : word.start)
  const isDoubled =
    before !== null &&
    before.end - before.start > 1 &&
    (kindOf(view.units, before.start, before.end) & BEFORE_NAME) !== 0
  const start = isDoubled && view.unit(word.start - 1) === 0x20 ? before.start : word.start
  return { start, isSure }
}

/** "via" is also "by way of": "via API 2". */
function isLatinVia(view: View, { start, end }: Word): boolean {
  return view.text.slice(start, end) === 'via'
}

/** "in via Verdi 9", "via dei Mille 18". */
function isLedIn(view: View, word: Word, name: Word | null): boolean {
  if (name !== null && isLink(view, name)) return true
  return /(?:^|[\n:,(]|\b(?:in|abito|abita|residente|presso|sede|di)) ?$/i.test(
    view.text.slice(Math.max(0, word.start - 12), word.start),
  )
}

function isNamedLike(view: View, { start, end }: Word, name: string): boolean {
  return view.text.slice(start, end).toLowerCase() === name
}

/** A name stands between the street word and the number, not a further number. */
function hasLetterName(view: View, { end }: Word): boolean {
  let at = end
  while (at < end + 3 && !isWord(view.unit(at))) at++
  return !isDigit(view.unit(at))
}

/** The street behind the number that starts at `number`: "23 Orchard Row", "34 bis, rue des Deux-Ponts". */
export function streetAfter(view: View, number: number): Street | null {
  const end = houseNumberEnd(view, number)
  if (end < 0) return null
  let at = end
  if (view.unit(at) === 0x2c) at++
  if (view.unit(at) !== 0x20) return null
  const first = wordAt(view, at + 1)
  if (first === null) return null
  const kind = kindOf(view.units, first.start, first.end)
  if ((kind & NUMBER_FIRST) !== 0) {
    const street = romanceStreet(view, number, first, kind)
    if (street !== null) return street
  }
  return at > end ? null : englishStreet(view, number, first)
}

/** "rue" and its name. */
function romanceStreet(view: View, number: number, first: Word, kind: number): Street | null {
  let end = -1
  let word = first
  let names = 0
  for (let count = 0; count < mostWords; count++) {
    const next = wordRightOf(view, word)
    if (next === null || isStop(view, next)) break
    const isName = isNameWord(view, next)
    // "8 rue Pasteur à Lyon"
    if (view.unit(next.start) === 0xe0 && next.end === next.start + 1) break
    if (!isName && !isLink(view, next)) {
      // In lower case: "12 rue voltaire".
      if (names > 0 || count > 1) break
    }
    if (isName || !isLink(view, next)) {
      if (isDigit(view.unit(next.start)) && count > 2) break
      names++
      end = next.end
    }
    word = next
  }
  if (end < 0) return null
  const isSure = (kind & WEAK) === 0 && (isCapital(view, lastNameStart(view, end)) || names === 1)
  return { start: number, end, isSure }
}

function lastNameStart(view: View, end: number): number {
  return wordBefore(view, end)?.start ?? end
}

function wordRightOf(view: View, word: Word): Word | null {
  let at = word.end
  if (view.unit(at) === 0x2e) at++
  if (view.unit(at) === 0x20) at++
  else if (at === word.end) return null
  return wordAt(view, at)
}

const direction = /,? (?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.?(?![\p{L}\d])/uy

/** Capitalised words of which one says "street". */
function englishStreet(view: View, number: number, first: Word): Street | null {
  let word: Word | null = first
  let end = -1
  let isWeak = true
  for (let count = 0; count < 6 && word !== null; count++) {
    if (!isNameWord(view, word) && !(isLink(view, word) && count > 0)) break
    if (isStop(view, word) || isPlainNumber(view, word)) break
    const kind = kindOf(view.units, word.start, word.end)
    if (count > 0 && (kind & ENGLISH) !== 0 && isCapital(view, word.start)) {
      end = word.end
      isWeak = (kind & WEAK) !== 0
    }
    word = wordRightOf(view, word)
  }
  if (end < 0) return null
  const turned = matchAt(view, direction, end)
  if (turned >= 0) end = turned
  return { start: number, end, isSure: !isWeak || endsClause(view, end) }
}

/** "42nd Street" has a number in its name, but not a plain one. */
function isPlainNumber(view: View, { start, end }: Word): boolean {
  return isDigit(view.unit(start)) && isDigit(view.unit(end - 1))
}

/** What follows is no further word of the sentence: "3 High Court judges" is no address. */
function endsClause(view: View, end: number): boolean {
  const after = view.unit(end)
  if (after === 0x20) return isCapital(view, end + 1) || view.unit(end + 1) === 0x2d || isDigit(view.unit(end + 1))
  return !isWord(after)
}

/** Does one of the words between two offsets say "street"? */
export function namesStreet(view: View, start: number, end: number): boolean {
  let word = wordAt(view, start)
  for (let count = 0; count < 9 && word !== null && word.end <= end; count++) {
    const kind = kindOf(view.units, word.start, word.end)
    const length = word.end - word.start
    if ((kind & STREET) !== 0 && (kind & WEAK) === 0 && (length > 2 || (length > 1 && view.unit(word.end) === 0x2e)))
      return true
    if (endingOf(view.units, word.start, word.end) === 'strong') return true
    word = wordRightOf(view, word)
  }
  return false
}

/** The street that ends before a number in words. */
export function streetEndingBefore(view: View, number: number): Omit<Street, 'end'> | null {
  const blank = skipBlank(view, number)
  if (blank === number) return null
  const at = skipNumberSign(view, blank)
  const hasComma = view.unit(at - 1) === 0x2c
  return streetEndingAt(view, hasComma ? at - 1 : at, hasComma, at < blank)
}

/** The street behind a number in words that ends at `end`. */
export function streetBehind(view: View, number: number, end: number): Street | null {
  if (view.unit(end) !== 0x20) return null
  const first = wordAt(view, end + 1)
  if (first === null) return null
  const kind = kindOf(view.units, first.start, first.end)
  const street =
    (kind & NUMBER_FIRST) === 0 ? englishStreet(view, number, first) : romanceStreet(view, number, first, kind)
  return street !== null && street.isSure ? street : null
}
