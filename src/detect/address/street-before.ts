/** A street to the left of its house number: "ul. Leśna 2", "Lindenstraße 5", "calle del Fresno 27". */
import { isDigit, isWord } from '../characters.ts'
import type { View } from '../view.ts'
import { houseNumberEnd, skipBlank, skipNumberSign } from './house-number.ts'
import { isPlainNumber, type Street } from './street.ts'
import { endingOf } from './street-endings.ts'
import { AFTER_NAME, BEFORE_NAME, BOX, PREPOSITION, WEAK } from './street-words.ts'
import { factsOf } from './word-facts.ts'
import { isCapital, isDwelling, isLink, isNameWord, isStop, type Word, wordAt, wordBefore } from './words.ts'

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

/** The street that ends before a number in words. */
export function streetEndingBefore(view: View, number: number): Omit<Street, 'end'> | null {
  const blank = skipBlank(view, number)
  if (blank === number) return null
  const at = skipNumberSign(view, blank)
  const hasComma = view.unit(at - 1) === 0x2c
  return streetEndingAt(view, hasComma ? at - 1 : at, hasComma, at < blank)
}

function streetEndingAt(view: View, at: number, hasComma: boolean, isSigned: boolean): Omit<Street, 'end'> | null {
  const closing = view.unit(at - 1) === 0x22
  const last = wordBefore(view, closing ? at - 1 : at)
  if (last === null) return null
  const kind = last.facts
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
    if (isDigit(view.unit(word.start)) || isStop(word)) return -1
    const opens = (word.facts & PREPOSITION) !== 0 && isCapital(view, word.start)
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
  return before !== null && (before.facts & BOX) !== 0 ? before.start : last.start
}

/** The word right before the number makes the street: "Lindenstraße", "Váci utca", "Karl-Marx-Allee". */
function ownStreet(view: View, last: Word, kind: number): Omit<Street, 'end'> | null {
  const ending = endingOf(view.units, last.start, last.end)
  if (ending !== null && (ending === 'strong' || isCapital(view, last.start))) {
    const start = nameStart(view, last.start)
    return { start, isSure: ending === 'strong' && !isMotorRoad.test(view.text.slice(last.start, last.end)) }
  }
  const piece = lastPiece(view, last)
  const pieceKind = piece === last.start ? kind : factsOf(view.units, piece, last.end)
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
    if (word === null || !isCapital(view, word.start) || isStop(word)) return start
    // The end of a sentence, unless the dot belongs to an initial or a short form.
    if (view.unit(word.end) === 0x2e && word.end - word.start > 4) return start
    if ((isSentenceStart(view, word.start) && count > 0) || isDwelling(word)) return start
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
    const kind = word.facts
    if (count > 0 && isDottedForm(view, word)) return { start: word.start - 2, isSure: true }
    if (count > 0 && (kind & BEFORE_NAME) !== 0) {
      // "Carrera 7 # 71-21": streets have numbers where the house number has a sign.
      return count === 1 && !isSigned && !hasLetterName(view, word) ? null : foundStreet(view, word, kind, hasComma)
    }
    const isPlausible = isNameWord(view, word) || (isLink(word) && count > 0) || count < 2
    if (!isPlausible || isStop(word)) return null
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
  const isNamed = name !== null && (isNameWord(view, name) || isLink(name))
  const isSure =
    (kind & WEAK) === 0
      ? isNamed && (!isLatinVia(view, word) || isLedIn(view, word, name))
      : isNamed && isShortForm && isLong && !hasComma
  const before = wordBefore(view, view.unit(word.start - 1) === 0x20 ? word.start - 1 : word.start)
  const isDoubled = before !== null && before.end - before.start > 1 && (before.facts & BEFORE_NAME) !== 0
  const start = isDoubled && view.unit(word.start - 1) === 0x20 ? before.start : word.start
  return { start, isSure }
}

/** "via" is also "by way of": "via API 2". */
function isLatinVia(view: View, { start, end }: Word): boolean {
  return view.text.slice(start, end) === 'via'
}

/** "in via Verdi 9", "via dei Mille 18". */
function isLedIn(view: View, word: Word, name: Word | null): boolean {
  if (name !== null && isLink(name)) return true
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
