/**
 * From a label to the value it names. The way between them is the same for every type and language: "order 12345",
 * "order number is 12345", `Order No.: 12345`, `"orderNumber": "12345"`, `<order-number>12345<`, `order_id=12345`,
 * `| Order | 12345 |`, `**Order:** #12345`, and the same over one line break.
 */

import { classOf, fold, isDigit, isLetter, UPPER } from './characters.ts'
import { connectorAt } from './connectors.ts'
import type { LabelHit } from './lexicon.ts'
import { lazily } from './patterns.ts'
import type { LentText, Units } from './units.ts'
import { wordEnd } from './words.ts'

export interface LabelledValue {
  /** Name of the label group. */
  readonly group: string
  /** Where the value begins: its first letter, digit or other sign that is no frame. */
  readonly start: number
  /** The value ends here at the latest: closing quote, end of cell or line, next label. */
  readonly limit: number
  /** The `#` before the value, or `start`. */
  readonly frameStart: number
  readonly labelStart: number
  readonly labelEnd: number
  readonly link: Link
  /** The value stands in quotes, back-ticks or brackets. */
  readonly quoted: boolean
  /** The label says "number", in itself or behind it, or heads a column: what follows is one, however it is written. */
  readonly numbered: boolean
}

/**
 * How label and value hang together. `bare`: they just stand side by side, as in "order 12345". `number`: a word for "number"
 * or `#` stands between them. `pair`: colon, equals sign, XML tag. `cell`: the label heads the column. `hint`: the label is
 * the key of the JSON field that the whole text is the value of.
 */
export type Link = 'bare' | 'number' | 'pair' | 'cell' | 'hint'

/** Values longer than this are cut: no recognizer reads further from a label. */
const longestValue = 400
const mostSteps = 14
/** How many hits back a longer label that holds a hit is looked for. */
const longestOverlap = 8
const widestBlank = 40
const longestTag = 80

/** What `Tables` says about the groups that hits have by index. */
export interface GroupTable {
  readonly groups: readonly string[]
  readonly namesValues: readonly boolean[]
}

/** Values of the labels that name values, in the order of their labels. Hits come by start. */
export function valuesOfLabels(source: LentText, hits: readonly LabelHit[], table: GroupTable): LabelledValue[] {
  const { groups, namesValues } = table
  const values: LabelledValue[] = []
  const way = followed
  aheadFrom.fill(-1)
  ;[lineFrom, lineTo] = [0, 0]
  let before: LabelHit | null = null
  let limit = -1
  let numbered = false
  for (let index = 0; index < hits.length; index++) {
    const hit = hits[index]!
    if (!namesValues[hit.group]) continue
    // A word may be the label of many groups: the way from it is the same.
    if (before === null || !isSameLabel(before, hit)) {
      before = hit
      limit = limitOfValue(source, hits, index)
      numbered = limit > 0 && isNumbered(source, hit)
    }
    if (limit < 0) continue
    values.push({
      group: groups[hit.group]!,
      start: way.start,
      limit,
      frameStart: way.frameStart,
      labelStart: hit.start,
      labelEnd: hit.end,
      link: way.isPair ? 'pair' : way.hasNumberWord ? 'number' : 'bare',
      quoted: way.closing !== 0,
      numbered,
    })
  }
  return values
}

/** Follows the way from a label, and says where its value ends at the latest; -1 where it has none. */
function limitOfValue(source: LentText, hits: readonly LabelHit[], index: number): number {
  const { units, length } = source
  if (isInLongerLabel(units, hits, index)) return -1
  const hit = hits[index]!
  const way = followConnectors(source, hit)
  if (way.start < 0 || isKeyAt(units, hits, index, way.start) || isInsideWord(units, hit.end, way.start)) return -1
  const furthest = Math.min(length, way.start + longestValue, nextLabelStart(units, hits, index, way.start))
  const limit = valueLimit(units, way.start, furthest, way.closing)
  return limit <= way.start ? -1 : limit
}

/** Does the label say that the value is a number, however it is written? */
function isNumbered(source: LentText, hit: LabelHit): boolean {
  if (followed.hasNumberWord) return true
  const { units } = source
  return isDigit(units[followed.start]!) && (saysNumber(units, hit) || isNumberBefore(source, hit.start))
}

function isSameLabel(one: LabelHit, other: LabelHit): boolean {
  return one.start === other.start && one.end === other.end && one.hasNumberWord === other.hasNumberWord
}

/** "bank account number" says what the number is; "account" and "number" inside it say no more. Hits come by start. */
function isInLongerLabel(units: Units, hits: readonly LabelHit[], index: number): boolean {
  const { start, end } = hits[index]!
  for (let before = index - 1; before >= 0 && before >= index - longestOverlap; before--) {
    const other = hits[before]!
    if (other.end >= end && other.end - other.start > end - start) return true
  }
  for (let after = index + 1; after < hits.length && hits[after]!.start === start; after++) {
    const other = hits[after]!
    // "account no" says the same as "account".
    if (other.end > end && connectorAt(units, behindJoint(units, end), other.end)?.isNumberWord !== true) return true
  }
  return false
}

const wordBefore = lazily(
  () =>
    /(\p{L}{1,12})[.\u00b0\u00ba]{0,2} ?(?:(?:d[aeiou][lrs]?|de l|de la|of the|van de[rn]?|van het|della|dell|d|na|\u043d\u0430|ta[lrst]?|of|a[fv]|van|\u03c4\u03bf\u03c5|\u03c4\u03b7\u03c2) ?['\u2019-]? ?)?$/iu,
)
const longestBefore = 28

/** "número de pedido", "n. ordine": the word for "number" stands before the label. */
export function isNumberBefore({ text, units }: Pick<LentText, 'text' | 'units'>, labelStart: number): boolean {
  const from = Math.max(0, labelStart - longestBefore)
  if (!mayBeNumberBefore(units, from, labelStart)) return false
  const found = wordBefore().exec(text.slice(from, labelStart))
  if (found === null) return false
  const start = from + found.index
  return connectorAt(units, start, start + found[1]!.length)?.isNumberWord === true || /^n$/i.test(found[1]!)
}

/** One of the words before a label may be a word for "number": nearly all are others, and no link to one either. */
function mayBeNumberBefore(units: Units, from: number, labelStart: number): boolean {
  for (let at = labelStart; at > from; ) {
    while (at > from && !isLetter(units[at - 1]!)) {
      if (isDigit(units[at - 1]!) || units[at - 1] === 0x0a) return false
      at--
    }
    const end = at
    while (at > from && isLetter(units[at - 1]!)) at--
    const length = end - at
    if (length > longestNumberWord || at === from || (length === 1 && fold(units[at]!) === 0x6e)) return true
    if (connectorAt(units, at, end)?.isNumberWord === true) return true
    if (length > longestLinkWord) return false
  }
  return false
}

/** Longer ones are read from within. */
const longestNumberWord = 12
/** "della" */
const longestLinkWord = 5

/** `F2Pw9Xk`, `fbc834b5`: letters and digits go on without a break; `order12345` ends with its number. */
function isInsideWord(units: Units, labelEnd: number, start: number): boolean {
  if (start !== labelEnd) return false
  let at = start
  while (isDigit(units[at]!)) at++
  return isLetter(units[at]!)
}

function behindJoint(units: Units, end: number): number {
  let at = end
  while (at < end + 3 && !isLetter(units[at]!)) at++
  return at
}

interface Way {
  /** Where the value begins, -1 where none does. */
  start: number
  frameStart: number
  /** The unit that closes the value, 0 where none does. */
  closing: number
  isPair: boolean
  hasNumberWord: boolean
}

/** One for all: it is read before the next label is followed. */
const followed: Way = { start: -1, frameStart: -1, closing: 0, isPair: false, hasNumberWord: false }

function followConnectors(source: LentText, hit: LabelHit): Way {
  const { units, length } = source
  const way = followed
  way.start = -1
  way.frameStart = -1
  way.closing = 0
  way.isPair = false
  way.hasNumberWord = hit.hasNumberWord
  let at = behindCount(units, hit.end)
  let afterWord = true
  let rowsOfWords = 0
  for (let step = 0; step < mostSteps; step++) {
    const blankEnd = skipBlanks(units, at)
    if (blankEnd - at > widestBlank) return way
    at = blankEnd
    if (at >= length) return way
    const unit = units[at]!
    if (isDigit(unit)) return arrive(way, at)
    if (isLetter(unit)) {
      const end = wordEnd(units, at)
      if (!passWord(units, at, end, way)) {
        const further = way.isPair ? -1 : passWords(source, at, hit, way)
        if (further < 0) return arrive(way, at)
        if (rowsOfWords++ === mostRowsOfWords) return way
        at = further
        continue
      }
      at = end
      afterWord = true
      continue
    }
    if (isContraction(units, at, afterWord)) {
      at += 2
      continue
    }
    let passed = isPathStroke(units, at, hit) ? at + 1 : passSign(units, at, unit, afterWord, way)
    if (unit === 0x2c && afterWord && !way.isPair && units[at + 1] === 0x20) passed = numberWordAhead(units, at + 1)
    else if (unit === 0x28 && units[at - 1] === 0x20) passed = Math.max(passed, behindRemark(units, at))
    if (passed < 0) return way
    if (passed === at) return arrive(way, at)
    if (unit !== hash) way.frameStart = -1
    at = passed
    afterWord = false
  }
  return way
}

/** Behind more rows of words stands the number of something else. */
const mostRowsOfWords = 2
const mostWordsAhead = 4
const furthestAhead = 40

/**
 * Words that are no connectors, and yet the value is named behind them: "order *with the* number 77120", "Aktenzeichen *des
 * Gerichts*: 7 C 118". Offset of the word for "number", or behind the colon; -1 where neither follows.
 */
function passWords(source: LentText, from: number, hit: LabelHit, way: Way): number {
  const { units } = source
  if (units[from - 1] !== 0x20 || isLineBetween(units, hit.end, from)) return -1
  const number = numberWordAhead(units, from)
  if (number >= 0) return number
  const code = codeAhead(units, from)
  if (code >= 0 && (way.hasNumberWord || isNumberOf(source, hit, units[code]!))) return code
  const colon = colonAhead(units, from)
  if (colon < 0 || !(way.hasNumberWord || saysNumber(units, hit) || isNumberBefore(source, hit.start))) return -1
  way.isPair = true
  way.hasNumberWord = true
  return colon
}

/** "Aktenzeichen" is a word for "number" in itself. */
function saysNumber(units: Units, { start, end }: LabelHit): boolean {
  return connectorAt(units, start, end)?.isNumberWord === true
}

/** "Nmr dossier justice 26 041", "Ref. teleconsulta TC26/8803": behind a word for "number" alone stands what it is a number of. */
function isNumberOf(source: LentText, hit: LabelHit, first: number): boolean {
  return isNumberBefore(source, hit.start) || (!isDigit(first) && saysNumber(source.units, hit))
}

/** Start of a code right behind one word in small letters: "Kundennummer alt 44718", "matricule interne F-3310"; else -1. */
function codeAhead(units: Units, from: number): number {
  const end = wordEnd(units, from)
  if (end === from || end - from > longestPlainWord || (classOf(units[from]!) & UPPER) !== 0) return -1
  if (units[end] !== 0x20) return -1
  let at = end + 1
  while (at < end + 4 && (classOf(units[at]!) & UPPER) !== 0) at++
  if (at > end + 1 && units[at] === hyphen) at++
  return isDigit(units[at]!) && isDigit(units[at + 1]!) ? end + 1 : -1
}

/** "teleconsulta", "aseguradora" */
const longestPlainWord = 16

function isLineBetween(units: Units, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (units[at] === 0x0a) return true
  return false
}

/** A power of two. */
const mostAhead = 16
/** Where `numberWordAhead` has looked from, and what it found: labels stand close together, and look over the same words. */
const aheadFrom = new Int32Array(mostAhead)
const aheadFound = new Int32Array(mostAhead)

function numberWordAhead(units: Units, from: number): number {
  const slot = from & (mostAhead - 1)
  if (aheadFrom[slot] !== from) {
    aheadFrom[slot] = from
    aheadFound[slot] = findNumberWord(units, from)
  }
  return aheadFound[slot]!
}

/** Start of the word for "number" behind at most two small words; -1 where there is none. */
function findNumberWord(units: Units, from: number): number {
  let at = from
  for (let count = 0; count <= mostWordsAhead; count++) {
    while (isBetweenWords(units[at]!, at > from) && at < from + furthestAhead) at++
    const unit = units[at]!
    if (count > 0 && (unit === 0xb0 || unit === 0x2116)) return at
    const end = wordEnd(units, at)
    if (end === at || isDigit(units[end]!)) return -1
    if (connectorAt(units, at, end)?.isNumberWord === true) return at
    const isSign = units[end] === 0xb0 || units[end] === 0xba || (units[end] === 0x2e && units[end + 1] === 0xba)
    if (isSign && end - at === 1 && fold(units[at]!) === 0x6e) return at
    if (end - at > longestSmallWord || (classOf(unit) & UPPER) !== 0) return -1
    at = end
  }
  return -1
}
/** "portant", "kurio", "having", "habitation" */
const longestSmallWord = 11

/** A blank; behind the first word also a hyphen or an apostrophe ("bin-numru", "dell'autobus n."). */
function isBetweenWords(unit: number, isBehindWord: boolean): boolean {
  return unit === 0x20 || (isBehindWord && (unit === hyphen || unit === 0x27 || unit === 0x2019))
}

/** Offset behind the colon that closes a few words; -1 where none does. */
function colonAhead(units: Units, from: number): number {
  let at = from
  for (let count = 0; count < mostWordsAhead && at < from + furthestAhead; count++) {
    const end = wordEnd(units, at)
    if (end === at) return -1
    at = end
    if (units[at] === 0x3a) return units[at + 1] === 0x20 || units[at + 1] === 0x0a ? at + 1 : -1
    if (units[at] !== 0x20 && units[at] !== 0x27 && units[at] !== 0x2d) return -1
    at++
  }
  return -1
}

/** Behind "(DD MM YYYY)" in "date of birth (DD MM YYYY): 21 10 1987"; -1 where the bracket holds a digit, or neither a colon nor a code follows. */
function behindRemark(units: Units, open: number): number {
  let at = open + 1
  while (units[at] !== 0x29) {
    if (at > open + furthestAhead || isDigit(units[at]!) || units[at] === 0x0a || units[at] === 0) return -1
    at++
  }
  return units[at + 1] === 0x3a || (units[at + 1] === 0x20 && opensCode(units, at + 2)) ? at + 1 : -1
}

/** A digit, or up to three capitals and one: "Personalausweis (falls nötig) LF3ZT4WC0". */
function opensCode(units: Units, start: number): boolean {
  let at = start
  while (at < start + 3 && (classOf(units[at]!) & UPPER) !== 0) at++
  return isDigit(units[at]!)
}

/** "the order number's 77120": "is", cut short. */
function isContraction(units: Units, at: number, afterWord: boolean): boolean {
  const isApostrophe = units[at] === 0x27 || units[at] === 0x2019
  return afterWord && isApostrophe && units[at + 1] === 0x73 && units[at + 2] === 0x20
}

/** `GET /v2/orders/5582017`: what follows the name of a resource in a path names one of them. */
function isPathStroke(units: Units, at: number, { start, end }: LabelHit): boolean {
  return units[at] === slash && at === end && units[start - 1] === slash
}

/** `CVV2:`, `phone1=`: one digit that closes the label counts labels, it is no value. */
function behindCount(units: Units, end: number): number {
  const next = units[end + 1]!
  return isDigit(units[end]!) && !isDigit(next) && !isLetter(next) ? end + 1 : end
}

function arrive(way: Way, start: number): Way {
  way.start = start
  if (way.frameStart < 0) way.frameStart = start
  return way
}

/** A word for "number" or a filler is passed; any other word is where the value begins. */
function passWord(units: Units, start: number, end: number, way: Way): boolean {
  const connector = connectorAt(units, start, end)
  if (connector === undefined) return false
  // "n1234", "A-77120", "BR-88120", "C/01/402118": the letters belong to the value.
  const next = units[end]!
  // "LaCasa": words split inside only where they are words for "number" (`orderNoOf`).
  if (connector.kind === 'filler' && isLetter(next)) return false
  // "c-90817": one letter joined to digits is a part of the number.
  if (end - start === 1 && next === hyphen && isDigit(units[end + 1]!)) return false
  const isPrefix = isDigit(next) || next === hyphen || next === slash
  if (isPrefix && (connector.kind === 'filler' || isCapitals(units, start, end) || way.frameStart >= 0)) return false
  if (next === underscore && (end - start < 2 || way.isPair)) return false
  if (connector.kind === 'number') way.hasNumberWord = true
  // Behind a colon "a" or "de" is rather the beginning of the value than a filler.
  return connector.kind === 'number' || !way.isPair
}

function isCapitals(units: Units, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((classOf(units[at]!) & UPPER) === 0) return false
  return true
}

const hash = 0x23
const hyphen = 0x2d
const slash = 0x2f
const underscore = 0x5f

/** Offset behind a sign that may stand between label and value; the same offset where the value begins; -1 for no way on. */
function passSign(units: Units, at: number, unit: number, afterWord: boolean, way: Way): number {
  switch (unit) {
    case 0x23: // #
      way.hasNumberWord = true
      way.frameStart = at
      return at + 1
    case 0xb0: // °
    case 0xba: // º
    case 0x2116: // №
      way.hasNumberWord = true
      return at + 1
    case 0x3a: // :
    case 0x3d: // =
    case 0x7c: // |
    case 0x3e: // > ends a tag, or is the head of an arrow
      if (isOperator(units, at, unit)) return -1
      way.isPair = true
      return at + 1
    case 0x7b: // {
    case 0x2a: // *
    case 0x5f: // _
    case 0x5c: // \ before a quote: JSON in a string
      return at + 1
    case 0x2e: // .
      if (units[at + 1] === 0x2e) return behindLeader(units, at, way)
      return afterWord ? at + 1 : -1
    case 0x2d: // - as in "Kunden-Nr.", "order - 12345", "order->id"
      return at + 1
    case 0x22: // "
    case 0x27: // '
    case 0x60: // `
      // A quote right behind the label closes it: `"order": …`.
      way.closing = afterWord ? 0 : unit
      return at + 1
    case 0x28: // (
      way.closing = 0x29
      return at + 1
    case 0x29: // )
      return afterWord ? at + 1 : -1
    case 0x5b: // [ : a placeholder, or a list, or x['order']
      return units[at + 1]! === 0x22 || units[at + 1]! === 0x27 ? at + 1 : -1
    case 0x5d: // ]
      return at + 1
    case 0x3c: // <
      return behindTag(units, at)
    case 0x0a:
    case 0x0d:
      return way.isPair || way.hasNumberWord ? at + 1 : -1
    case 0x2c: // ,
    case 0x3b: // ;
    case 0x21: // !
    case 0x3f: // ?
      return -1
    default:
      return at
  }
}

/** `Policy::Replace`, `'PHONE' | 'PIN'`, `isOrder || isCart`, `(cp >> 12)`, `ord(c) > 255`: nothing is given a value there. */
function isOperator(units: Units, at: number, unit: number): boolean {
  const next = units[at + 1]!
  if (unit === 0x3a) return next === unit && isLetter(units[at + 2]!)
  if (unit === 0x3e) return units[at - 1] === 0x20 && (next === unit || units[at - 2] === 0x29)
  return unit === 0x7c && (next === unit || next === 0x0a || (isQuote(units[at - 2]!) && isQuote(units[at + 2]!)))
}

function isQuote(unit: number): boolean {
  return unit === 0x22 || unit === 0x27 || unit === 0x60
}

const fewestDots = 3
const longestLeader = 100

/** Behind the dots that lead the eye to a value: "Geb. ........ 4.11.1971"; -1 where they are an ellipsis. */
function behindLeader(units: Units, from: number, way: Way): number {
  let at = from
  while (units[at] === 0x2e && at - from < longestLeader) at++
  if (at - from < fewestDots || (at - from === fewestDots && units[from - 1] !== 0x20)) return -1
  way.isPair = true
  return at
}

/** Behind `</label><td class="x">`; -1 where it is no tag. */
function behindTag(units: Units, at: number): number {
  const next = units[at + 1]!
  if (!isLetter(next) && next !== 0x2f) return -1
  for (let close = at; close < at + longestTag; close++) if (units[close] === 0x3e) return close + 1
  return -1
}

function skipBlanks(units: Units, from: number): number {
  let at = from
  while (at - from <= widestBlank) {
    const unit = units[at]!
    if (unit !== 0x20 && unit !== 0x09) break
    at++
  }
  return at
}

/** No line ends between these two: values of labels that stand close together have the same end. */
let [lineFrom, lineTo] = [0, 0]

function valueLimit(units: Units, start: number, furthest: number, closing: number): number {
  if (closing === 0) {
    if (start < lineFrom || start > lineTo) [lineFrom, lineTo] = [start, start]
    while (lineTo < furthest && !endsLine(units[lineTo]!)) lineTo++
    return Math.min(lineTo, furthest)
  }
  for (let at = start; at < furthest; at++) {
    const unit = units[at]!
    if (unit === closing || unit === 0x0a || unit === 0x0d) return at
  }
  return furthest
}

function endsLine(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d || unit === 0
}

/** `JWT_SECRET=…`: what stands behind the first word is no value but the key that goes on. */
function isKeyAt(units: Units, hits: readonly LabelHit[], index: number, start: number): boolean {
  for (let next = index + 1; next < hits.length && hits[next]!.start <= start; next++) {
    if (hits[next]!.start === start && isPairSign(units, hits[next]!.end)) return true
  }
  return false
}

/** Colon or equals sign, a closing quote and a blank before it or not. */
function isPairSign(units: Units, end: number): boolean {
  let at = end
  const unit = units[at]!
  if (unit === 0x22 || unit === 0x27 || unit === 0x60) at++
  if (units[at]! === 0x20) at++
  return units[at]! === 0x3a || units[at]! === 0x3d
}

/** Start of the next label behind `from`. Bounded: labels in the way from label to value are few. */
function nextLabelStart(units: Units, hits: readonly LabelHit[], index: number, from: number): number {
  for (let next = index + 1; next < hits.length && next < index + 12; next++) {
    const { start } = hits[next]!
    if (start > from && !isInsideCode(units, start)) return start
  }
  return Number.POSITIVE_INFINITY
}

/** The `B` of `4471/B` may be a label elsewhere. */
function isInsideCode(units: Units, start: number): boolean {
  const before = units[start - 1]!
  return before === hyphen || before === underscore || before === 0x2f || before === 0x2e
}
