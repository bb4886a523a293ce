/** Addresses and their parts in fields: JSON and YAML values, cells, lines of a form; and behind a label in prose. */

import { isDigit } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { lazily, matchAt } from '../patterns.ts'
import type { View } from '../view.ts'
import { evidenceOf } from './evidence.ts'
import { postcodeLabels, streetLabels } from './labels.ts'
import { tailFrom } from './parts.ts'
import { namesStreet } from './street.ts'
import { endingOf } from './street-endings.ts'
import { OF_STREETS } from './word-facts.ts'
import { isCapital, isLeadIn, isLink, isNameWord, isStop, type Word, wordAt } from './words.ts'

const longestField = 160

/** Where the field that holds the value ends: the closing quote, tag or line; -1 where the value stands in a sentence. */
export function fieldEnd(view: View, value: LabelledValue): number {
  const { start, link } = value
  if (link === 'cell' || link === 'hint') return value.limit
  if (link !== 'pair') return -1
  const open = view.unit(start - 1)
  const isQuoted = open === 0x22 || open === 0x27 || open === 0x60
  const stop = Math.min(view.text.length, start + longestField)
  for (let at = start; at < stop; at++) {
    const unit = view.unit(at)
    if (isQuoted) {
      if (unit === open && view.unit(at - 1) !== 0x5c && !isInsideWord(view, at))
        return view.unit(at - 1) === 0x5c ? at - 1 : at
      if (unit === 0x5c && view.unit(at + 1) === open) return at
      if (unit === 0x0a) return -1
    } else if (unit === 0x0a || unit === 0x0d || unit === 0x3c || unit === 0x7c || unit === 0x09)
      return trimmed(view, start, at)
    else if (unit === 0x3b || unit === 0x7d) return trimmed(view, start, at)
    else if (unit === 0x2c && matchAt(view, nextKey(), at) >= 0) return trimmed(view, start, at)
  }
  return stop === view.text.length && !isQuoted ? trimmed(view, start, stop) : -1
}

/** "ulica: Długa, nr domu: 14, kod: 31-147" */
const nextKey = lazily(() => /, ?\p{L}[\p{L}\u00ba\u00b0._-]{0,20}(?: \p{L}[\p{L}.]{0,14}){0,2}(?:: |=)/uy)

/** An apostrophe: `'O'Connell Street'`. */
function isInsideWord(view: View, at: number): boolean {
  return view.unit(at) === 0x27 && isCapital(view, at + 1) && wordAt(view, at + 1) !== null && isCapital(view, at - 1)
}

function trimmed(view: View, start: number, end: number): number {
  let at = end
  while (at > start && isFrame(view.unit(at - 1))) at--
  return at
}

/** Blank, comma, dot, quote. */
function isFrame(unit: number): boolean {
  return unit === 0x20 || unit === 0x2c || unit === 0x2e || unit === 0x22
}

const noAddress = lazily(
  () =>
    /[@{}=<>\\[\]]|:\/\/|^\p{L}+$|^\d{1,3}(?:\.\d{1,3}){2}|^(?:[\da-f]{2}[:-]){3}|^0x|^(?:string|text|varchar|null|none|nil|undefined|required|optional|true|false|unknown|n\/a|tbd)\b|^\d+$|\*\*|\$|[\p{L}_]\(|^[a-z]\w*\.[a-z]| [+*] |\.(?:com|de|org|net)\b|: /iu,
)

/** A whole field that is an address: more than one word, and a number or a street in it. */
export function isAddressLike(view: View, start: number, end: number): boolean {
  if (end - start < 6 || end - start > longestField) return false
  const field = view.text.slice(start, end)
  if (noAddress().test(field) || !/\d/.test(field) || !/[ ,]/.test(field)) return false
  // A sentence has more words in small letters than an address.
  const small = field.match(/(?:^| )\p{Ll}{3,}/gu)?.length ?? 0
  const capitals = field.match(/\p{Lu}\p{L}+/gu)?.length ?? 0
  return capitals > 0 ? small <= capitals + 1 && !/[!?]|\. \p{Lu}\p{Ll}+ \p{Ll}+ /u.test(field) : small <= 4
}

const noField = lazily(
  () =>
    /[@{}=<>\\()[\]]|:\/\/|^(?:string|text|varchar|char|null|none|nil|undefined|required|optional|true|false|unknown|number|int|object)\b|^#|^0[bx]|^[a-z]\w*\.[a-z]|\$|%|: |_/iu,
)

/** A part of an address: begins with a capital or a number, few words. */
export function isFieldLike(view: View, value: LabelledValue, end: number): boolean {
  const { start, link } = value
  if (end - start > 70 || end - start < 1) return false
  const field = view.text.slice(start, end)
  if (noField().test(field)) return false
  // `text: str = "…"`: a type of program text, where no number follows.
  if (view.text.slice(value.labelStart, value.labelEnd) === 'str' && !/\d{1,4} ?\p{L}?$/u.test(field)) return false
  const isField = link === 'cell' || link === 'hint'
  const isQuoted = /["'`>]/.test(view.text.slice(start - 1, start))
  const hasName = /^(?:\p{Lu}|\d|['"])|\p{L}.*\d/u.test(field) || namesStreet(view, start, end)
  if (isField || isQuoted) return hasName
  // `street = 12` is rather code.
  if (/^\d+$/.test(field)) return false
  // A line of a form: short, no sentence.
  return (
    hasName &&
    field.split(' ').length <= 7 &&
    !/[.!?] |[,.]$/.test(field) &&
    (isPairStart(view, value.labelStart) || /\d/.test(field))
  )
}

function isLineStart(view: View, at: number): boolean {
  return lineStart.test(view.text.slice(Math.max(0, at - 24), at))
}
const lineStart = /(?:^|\n)[ \t*_"'-]{0,12}(?:\p{L}{1,12}[_ .-]){0,2}$/u

/** The beginning of a line, or of the next of several pairs in one: "ulica: Długa, nr domu: 14". */
function isPairStart(view: View, at: number): boolean {
  return pairStart.test(view.text.slice(Math.max(0, at - 24), at))
}
const pairStart = /(?:^|[\n,;|])[ \t*_"'-]{0,12}(?:\p{L}{1,12}[_ .-]){0,2}$/u

const housePart =
  /^(?:\d{1,5} ?[a-z]?(?:[-/ ]\d{0,4}[a-z]?)?|[a-z]|bis|ter|[IVX]{1,4}|(?:[\p{L}\d]{1,4}[. -]){0,2}[\p{L}\d]{1,4}\.?)$/iu

/** What a field for the number of a house, a floor or a flat holds. */
export function isHousePart(view: View, value: LabelledValue, end: number): boolean {
  const { start, labelStart, link } = value
  const isField = link === 'cell' || link === 'hint' || /["'`>]/.test(view.text.charAt(start - 1))
  if (!isField && !(link === 'pair' && isPairStart(view, labelStart))) return false
  return (
    end - start <= 12 &&
    housePart.test(view.text.slice(start, end)) &&
    !/^(?:null|none|nil|true|false|n\/a|int|char|text)$/i.test(view.text.slice(start, end))
  )
}

/** The value is the whole line of a form, or the answer to a question for it in a line of its own. */
export function isAnswerOrLine(view: View, value: LabelledValue, end: number): boolean {
  if (value.link !== 'pair' || end <= value.start) return false
  const between = view.text.slice(value.labelEnd, value.start)
  const isLine = view.unit(end) === 0x0a || end >= view.text.length - 1 || view.unit(end + 1) === 0x0a
  return (
    isLine &&
    view.text.slice(value.start, end).split(' ').length <= 9 &&
    (between.includes('\n') || isLineStart(view, value.labelStart))
  )
}

const besideSteps = 14
const besideReach = 240

/** Does a street's or postal code's field stand close by, before or behind? */
export function hasFieldBeside(view: View, value: LabelledValue, ofStreet = false): boolean {
  const { values } = view
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle]!.start < value.start) low = middle + 1
    else high = middle
  }
  for (let index = Math.max(0, low - besideSteps); index < values.length && index < low + besideSteps; index++) {
    const other = values[index]!
    const isPart = other.group === streetLabels.name || other.group === postcodeLabels.name
    if (
      isPart &&
      (!ofStreet || namesStreetField(view, other)) &&
      other.link !== 'bare' &&
      Math.abs(other.start - value.start) < besideReach &&
      other.start !== value.start
    )
      return true
  }
  return false
}

const streetField =
  /str(?:eet|a\u00df|ass|aat|ad)|addr|adres|rue|voie|calle|v\u00eda|domicil|via|indirizz|ulic|utca|kozter|gat|katu|osoite|vej|vei|\u0443\u043b|\u0432\u0443\u043b|\u03bf\u03b4\u03cc|\u03b4\u03b9\u03b5\u03cd|rua|morada|iela|gatv|t\u00e4nav|anschrift|woon/iu

/** The label says "street", and a name or a street stands in it. */
function namesStreetField(view: View, { labelStart, labelEnd, start, group, link }: LabelledValue): boolean {
  if (group !== streetLabels.name || !/\p{L}/u.test(view.text.charAt(start))) return false
  // The label of a cell stands in the head of its column.
  if (link === 'cell') return true
  return streetField.test(view.text.slice(labelStart, labelEnd))
}

const mostParts = 4
const mostWords = 9

/** The address at or right behind `from` in running text; `null` where nothing there speaks for one. */
export function labelledAddress(view: View, from: number): { readonly start: number; readonly end: number } | null {
  let start = addressStart(view, from)
  let at = start
  let end = -1
  for (let count = 0; count < mostParts; count++) {
    const stop = partEnd(view, at)
    if (stop < 0) break
    const evidence = evidenceOf(view, { start: at, end: stop })
    // "Dar il-Paċi, Triq il-Mina": a street without a number behind the name of the house.
    const isStreet = evidence === 'some' && view.unit(end) === 0x2c && namesStreet(view, at, stop)
    if (evidence === 'sure' || (evidence === 'some' && end < 0) || isStreet) end = stop
    if (evidence === 'sure' || (evidence === 'none' && end >= 0)) break
    const next = nextPart(view, stop)
    if (next < 0) break
    at = next
    // A name before the address: "Bill to: Jo Doe, 10 Beech Grove".
    if (end < 0) start = at = addressStart(view, at)
  }
  return end < 0 ? null : { start, end: Math.max(end, tailFrom(view, end).end) }
}

/** Behind "in der", "à", "på": small words that are no part of the name. */
export function addressStart(view: View, from: number): number {
  let at = from
  for (let count = 0; count < 4; count++) {
    const word = wordAt(view, at)
    if (word === null || isNameWord(view, word) || !(isLink(word) || isLeadIn(view, word))) return at
    if (view.unit(word.end) !== 0x20) return at
    const isStreetWord = (word.facts & OF_STREETS) !== 0 && word.end - word.start > 2
    if (isStreetWord) return at
    at = word.end + 1
  }
  return at
}

/** Words of an address up to the next comma, line or word of the sentence. */
function partEnd(view: View, start: number): number {
  let end = -1
  let word = wordAt(view, view.unit(start) === 0x22 ? start + 1 : start)
  let hasNumber = false
  for (let count = 0; count < mostWords && word !== null; count++) {
    const kind = word.facts & OF_STREETS
    const isName = isNameWord(view, word)
    const isSmall = !isName && (isLink(word) || isLeadIn(view, word))
    if (isStop(word) || (isSmall && hasNumber && count > 1)) break
    if (!isName && !isSmall && kind === 0 && endingOf(view.units, word.start, word.end) === null) break
    if (!isSmall) end = word.end
    hasNumber = isDigit(view.unit(word.start))
    word = nextInPart(view, word, kind)
  }
  return end
}

/** The next word of the part: behind a blank, a slash, a quote; behind a dot only after a short form. */
function nextInPart(view: View, word: Word, kind: number): Word | null {
  let at = word.end
  const isShortForm = word.end - word.start <= 3 || kind !== 0 || endingOf(view.units, word.start, word.end) !== null
  while (at < word.end + 3 && isInnerSign(view.unit(at))) {
    if (view.unit(at) === 0x2e && (!isShortForm || view.unit(at + 1) === 0x2e)) return null
    at++
  }
  return at > word.end ? wordAt(view, at) : null
}

/** Blank, dot, slash, quote, ordinal signs. */
function isInnerSign(unit: number): boolean {
  return (
    unit === 0x20 || unit === 0x2e || unit === 0x2f || unit === 0x22 || unit === 0xba || unit === 0xaa || unit === 0xb0
  )
}

function nextPart(view: View, end: number): number {
  let at = end
  if (view.unit(at) === 0x2e) at++
  if (view.unit(at) === 0x2c) at++
  else if (view.unit(at) !== 0x0a && view.unit(at + 1) !== 0x2d) return -1
  while (at < end + 6 && (view.unit(at) === 0x20 || view.unit(at) === 0x0a || view.unit(at) === 0x2d)) at++
  return at > end ? at : -1
}
