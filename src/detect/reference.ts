/**
 * Reads a reference number: what people write behind "order", "ticket", "customer no.". Letters and digits in parts joined
 * by `-` `/` `.` `_` `:`, with a prefix in capitals or in groups of digits with blanks between: `ORD-2023-64052`, `5263/C`,
 * `PO 5263`, `GH 5263 0174 6`.
 */

import type { KnownEntityType } from '../types.ts'
import { classOf, DIGIT, foldWord, isDigit, isLetter, isWord, LETTER, LOWER, UPPER, WORD } from './characters.ts'
import { connectorAt, numberWords } from './connectors.ts'
import { Cursor } from './cursor.ts'
import { fieldEnd } from './field-number.ts'
import type { LabelledValue } from './labelled-values.ts'
import { matchAt } from './patterns.ts'
import type { Findings } from './recognizer.ts'
import { CAPITALS } from './run-filter.ts'
import { LABELLED, LIKELY, TYPICAL } from './scores.ts'
import type { View } from './view.ts'
import { wordEnd } from './words.ts'

const longestReference = 48
const mostValues = 20
/** A reference has any form: a type with a form of its own, named by a word as clear, is what the value is. */
const anyForm = 0.02

/** Reports the reference that a label names, and those listed behind it ("orders 1001, 1002 and 1007"). */
export function findReferences(view: View, value: LabelledValue, type: KnownEntityType, findings: Findings): void {
  if (isInKebab(view, value) || isPullRequest(view, value) || isUuid(view, value.start)) return
  if (isInIdentifier(view, value) || isNumberOfMachine(view, value.start)) return
  if (!findListed(view, value, type, findings)) findFurther(view, value, type, findings)
}

/** The same findings with another score. */
export function scored(findings: Findings, score: number): Findings {
  return {
    add: (start, end, type) => findings.add(start, end, type, score),
    addFramed: (start, end, type, _score, innerStart, innerEnd) =>
      findings.addFramed(start, end, type, score, innerStart, innerEnd),
  }
}

function isUuid(view: View, start: number): boolean {
  return view.unit(start + 8) === 0x2d && matchAt(view, uuidHead, start) >= 0
}

const uuidHead = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/iy

/** The value right behind the label and those listed behind it; is there one? */
function findListed(view: View, named: LabelledValue, type: KnownEntityType, findings: Findings): boolean {
  let { start, frameStart } = named
  if (!mayBeReference(view, start)) return false
  const limit = limitOfList(view, named)
  const value = limit === named.limit ? named : { ...named, limit }
  if (isPrefixOfCode(view, named)) start = frameStart = named.labelStart
  for (let count = 0; count < mostValues; count++) {
    const end = readValue(view, start, value)
    if (end < 0 || !isPlausible(view, start, end, value, count)) return count > 0
    const score = (value.link === 'bare' ? TYPICAL : LABELLED) - anyForm
    findings.addFramed(frameStart, end, type, score, start, end)
    frameStart = nextListed(view, end, value.limit)
    if (frameStart < 0) return true
    start = view.unit(frameStart) === 0x23 ? frameStart + 1 : frameStart
  }
  return true
}

/** `CLI-0441772`, `TKT-88204`: the word for what is numbered, cut short, begins the number. */
function isPrefixOfCode(view: View, { start, labelStart, labelEnd }: LabelledValue): boolean {
  if (start !== labelEnd + 1 || view.unit(labelEnd) !== 0x2d || !isDigit(view.unit(start))) return false
  return (
    labelEnd - labelStart <= longestPrefix &&
    prefixEnd(view, labelStart) === labelEnd &&
    !isWord(view.unit(labelStart - 1))
  )
}

/** Values in a list of JSON have quotes of their own: `"tickets": ["T-881", "T-882"]`. */
function limitOfList(view: View, { start, limit, quoted }: LabelledValue): number {
  if (!quoted || view.unit(start - 2) !== 0x5b) return limit
  const close = view.text.slice(start, start + longestList + 1).indexOf(']')
  return close < 0 ? limit : Math.max(limit, start + close)
}
const longestList = 400

/** Small words, then a number that no word is: "my reference for the purchase is WQ-7730-118", "contract ends in June (BC/448-2207)". */
const further =
  /(?:[\p{L}'\u2019-]{1,16},?(?: ?:)?[ ]){1,7}?(?:(?:n\.?[\u00b0\u00ba]|nr\.?|no\.?|#) ?|\()?(?=\p{Lu}{1,5}[-/ ]?\d|\p{Lu}{2,5}[-/][\p{Lu}\d]|\d{1,8}[-/.]\d?[\p{Lu}\d]|(?<=n\.?[\u00b0\u00ba] ?|nr\. ?|no\. ?|: )(?:\p{Lu}{1,5} )?\d{4})/uy
const furtherNumber =
  /\p{Lu}{1,5}\d{0,2}(?:[-/][\p{Lu}\d]{1,12}){1,4}(?![\p{L}\p{N}])|\p{Lu}{1,4}\d{5,12}(?![\p{L}\p{N}])/uy
/** The same without letters before it: at least two joints, or a stroke or hyphen in a long one. */
const furtherDigits =
  /\d{1,9}(?:[-/][\p{Lu}\d]{1,12}){2,5}(?![\p{L}\p{N}])|\d{2,9}[-/]\d{3,9}(?![\p{L}\p{N}])(?![.,/-]\d)/uy
/** "Medlemsnr. hos jer er vist nok M 56728" */
const prefixedDigits = /\p{Lu}{1,4} \d{5,9}(?![\p{L}\p{N}]|[.,:/-]\d)/uy
/** Dates, spans of years and telephone numbers have joints as well. */
const datedOrSpan =
  /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|(?:19|20)\d\d[-/](?:19|20)\d\d|(?:19|20)\d\d[-/]\d\d|\d\d[-/](?:19|20)\d\d|0\d{1,5}[-/]\d{3,9})$/
const fewestFurther = 5

/** "invoice of 3 May (no. 26-00417)": words and a date, then a word for "number" in brackets. */
const bracketed =
  /(?:(?:[\p{L}'\u2019-]{1,16}|\d{1,4}(?:[./-]\d{1,4}){0,2}[./-]?(?:\p{L}{1,3})?)[. ] ?){1,7}\((?:\p{L}{1,8}[.:]{0,2}[\u00b0\u00ba]?|\u2116) ?/uy

function findInBrackets(view: View, value: LabelledValue, type: KnownEntityType, findings: Findings): boolean {
  const at = matchAt(view, bracketed, value.labelEnd + 1)
  if (
    at < 0 ||
    !/(?:n[\u00b0\u00ba]|\u2116|\(\p{L}{1,8}[.:]{0,2}[\u00b0\u00ba]?) ?$/u.test(view.text.slice(at - 14, at))
  )
    return false
  const open = view.text.lastIndexOf('(', at) + 1
  const word = wordEnd(view.units, open)
  if (word > open && connectorAt(view.units, open, word)?.kind !== 'number') return false
  const close = view.text.slice(at, at + longestReference + 1).indexOf(')')
  const end = readReference(view, at, close < 0 ? at + longestReference : at + close)
  if (end < 0 || !/\d{2}/.test(view.text.slice(at, end))) return false
  findings.add(at, end, type, TYPICAL - anyForm)
  return true
}

const runs = new Cursor(2)
/** Seven words with their blanks, a word for "number" and the letters of a reference. */
const furthestRun = 190

const mostBlanks = 17

/** Do digits stand near enough behind the word, in the same line? In most sentences none do. */
function hasDigitsAhead(view: View, from: number): boolean {
  const { runs: list, kinds } = view.notes
  let index = runs.indexFrom(view, list, from)
  while (index < kinds.length && kinds.at(index) === CAPITALS && list.at(2 * index) <= from + furthestRun) index++
  if (index === kinds.length) return false
  const to = list.at(2 * index)
  if (to > from + furthestRun) return false
  if (wordsOf !== view.id || wordsTo !== to) [wordsOf, wordsFrom, wordsTo] = [view.id, wordsStart(view, to), to]
  return from >= wordsFrom
}

/** Between these two stand words of one line, few enough, and behind them digits: what the last look found, and in what view. */
let [wordsOf, wordsFrom, wordsTo] = [0, 0, 0]

/** Where the words of the line begin that stand before an offset. */
function wordsStart({ units }: View, to: number): number {
  const least = Math.max(0, to - furthestRun)
  let blanks = 0
  for (let at = to; at > least; at--) {
    const unit = units[at - 1]!
    if (unit === 0x0a || (unit === 0x20 && ++blanks > mostBlanks)) return at
  }
  return least
}

function findFurther(view: View, value: LabelledValue, type: KnownEntityType, findings: Findings): void {
  const { start, labelEnd, link } = value
  if ((link !== 'bare' && link !== 'number') || view.unit(labelEnd) !== 0x20 || isWord(view.unit(start - 1))) return
  if (!hasDigitsAhead(view, labelEnd) || findInBrackets(view, value, type, findings)) return
  const at = matchAt(view, further, start)
  if (at < 0) return
  const isSigned = /[\u00b0\u00ba.] ?$/.test(view.text.slice(at - 2, at))
  const end = Math.max(
    matchAt(view, furtherNumber, at),
    value.numbered ? matchAt(view, furtherDigits, at) : -1,
    isSigned ? matchAt(view, grouped, at) : -1,
    value.numbered ? matchAt(view, prefixedDigits, at) : -1,
  )
  if (end < 0) return
  const written = view.text.slice(at, end)
  const digits = written.replace(/\D/g, '').length
  if (
    digits < fewestFurther ||
    isNorm(written) ||
    datedOrSpan.test(written) ||
    isAmount(view, at, end, view.text.length)
  )
    return
  findings.add(at, end, type, LIKELY - anyForm)
}

/** `billing-worker-5dea27b6f2`: the word is a part of a longer name. */
function isInKebab(view: View, { labelStart, labelEnd, link }: LabelledValue): boolean {
  if (link !== 'bare' || view.unit(labelEnd) !== 0x2d) return false
  // `order-service-18`, `orders-ad28265e9-q9zlm`
  if (kebab.test(view.text.slice(labelEnd, labelEnd + 14))) return true
  const before = view.unit(labelStart - 1)
  return before === 0x2d || before === 0x2f || before === 0x5f
}

/** `CLIENT_REFERENCE_MANIFEST`, `set_policy(NAME_2)`, `generated_clients.platform_v1beta1`: the word is a part of a name in program text. */
function isInIdentifier(view: View, { start, labelStart, labelEnd }: LabelledValue): boolean {
  if (start !== labelEnd + 1 || !isLetter(view.unit(start))) return false
  const joint = view.unit(labelEnd)
  if (joint === 0x28) return view.unit(labelStart - 1) === 0x5f
  return joint === 0x5f || (joint === 0x2e && (classOf(view.unit(start)) & LOWER) !== 0)
}

/** `0x1F`, `0b0010` and, behind `#`, the number of a colour. */
function isNumberOfMachine(view: View, start: number): boolean {
  if (view.unit(start - 1) === 0x23) return matchAt(view, colour, start) >= 0
  return view.unit(start) === 0x30 && matchAt(view, prefixed, start) >= 0
}
const colour = /(?=\d{0,5}[a-f])[\da-f]{6}(?![\p{L}\p{N}-])/iuy
const prefixed = /0(?:x[\da-f]{1,8}|b[01]{1,32})(?:u?l{0,2})(?![\p{L}\p{N}-])/iuy

const kebab = /^-[\p{Nd}]{0,12}\p{Ll}/u

/** "- document the retry policy (#14516)": what closes an item of a list of changes is the number of a pull request. */
function isPullRequest(view: View, { start, frameStart, labelEnd, quoted }: LabelledValue): boolean {
  if (!quoted || view.unit(frameStart) !== 0x23 || view.text.slice(labelEnd, frameStart) !== ' (') return false
  let end = start
  while (isDigit(view.unit(end)) && end - start < 6) end++
  const after = view.unit(end + 1)
  return view.unit(end) === 0x29 && (after === 0 || after === 0x0a || after === 0x0d)
}

/** Names of norms, registers of weaknesses, and pull requests. */
const norm =
  /^(?:(?:RFC|ISO|IEC|DIN|EN|CVE|CWE|IEEE|ANSI|PEP|EIP|BIP|GHSA|UTF|SHA|MD|ISBN|EAN|AES|RSA|RHSA|NIST|OWASP|BCP)[- ]?\d|PR \d)/

/** Their first letters. */
const normStarts: ReadonlySet<number> = new Set([...'ABCDEGIMNOPRSU'].map(letter => letter.charCodeAt(0)))

function isNorm(written: string): boolean {
  return normStarts.has(written.charCodeAt(0)) && norm.test(written)
}

/** A quick look at the first run: words in lower case with no digit behind them are no reference. */
function mayBeReference(view: View, start: number): boolean {
  const first = classOf(view.unit(start))
  if ((first & LOWER) === 0) return (first & WORD) !== 0
  let at = start + 1
  while (isLetter(view.unit(at))) at++
  const unit = view.unit(at)
  return isDigit(unit) || unit === 0x2d || unit === 0x5f || unit === 0x2f || unit === 0x2e || unit === 0x3a
}

/** Up to four words of a name, as they stand between a word and a number in brackets or behind a comma. */
const nameThenBracket = /(?:(?:\p{Lu}[\p{L}'.-]{0,24}|von|van|der|de|di|da) ?){1,5}[(,] ?/uy

/** "Mitarbeiterin Anna Vogel (Nr. 4471)", "customer Jo Doe, no. 88120": the number that a name divides from its word. */
export function findBehindName(view: View, value: LabelledValue, type: KnownEntityType, findings: Findings): void {
  if (value.link !== 'bare' && value.link !== 'pair') return
  const open = matchAt(view, nameThenBracket, value.start)
  if (open < 0) return
  // A name may hold words of other groups, which end the value.
  const limit = Math.max(value.limit, open + longestReference)
  const wordStop = wordEnd(view.units, open)
  if (connectorAt(view.units, open, wordStop)?.kind !== 'number') return
  let start = wordStop
  while (start - wordStop < 4 && /[ .:#\u00b0\u00ba]/.test(view.text.charAt(start))) start++
  if (start > wordStop)
    findReferences(view, { ...value, start, frameStart: start, limit, link: 'number' }, type, findings)
}

/**
 * "Mitarbeiter: 480", "customers: 1204": words for people count them as often as they number them. A short plain number
 * needs a word for "number", a quote or a column.
 */
export function isCount(
  view: View,
  { start, labelStart, labelEnd, limit, link, quoted, numbered }: LabelledValue,
): boolean {
  if (numbered || link !== 'pair' || quoted || /[\p{L}#\u2116]/u.test(view.text.slice(labelEnd, start))) return false
  const label = foldWord(view.text.slice(labelStart, labelEnd))
  if (numberWords.some(word => label.endsWith(word))) return false
  let end = start
  while (end < limit && isDigit(view.unit(end))) end++
  return (
    end - start < 5 &&
    !isWord(view.unit(end)) &&
    !/[-/]/.test(view.text.charAt(end)) &&
    groupsEnd(view, start, limit) < 0
  )
}

/** As numbers are dictated: `HL 9 4 4 1 0 7 2`, `U 44 17 88 20`. */
const dictated =
  /(?:\p{Lu}{1,3} )?(?:\d(?: \d){4,15}|\d{1,2}(?: (?:- )?\d){5,15}|\d\d(?: \d\d){2,8})(?![\p{L}\p{N}])(?![.,:/-]\d)/uy

/** As numbers are printed, in groups: `7 441 820 77`, `S44 182 077`, `SIN 44 182 077`, `MTR 5520 8871 03`, `20-44 118`. */
const grouped =
  /(?:\p{Lu}{1,5}(?:[ -]?\d{1,6})?[ -])?\d{1,10}(?:[ -]\d{2,8}){0,6}(?:[ -]\d(?!\d))?(?:(?<= \d{1,8})| \p{Lu}(?=[,.;)\n]|$)|(?<=[- ]\d{1,8}))(?! ?[\p{L}\p{N}%\u20ac$\u00a3])(?![.,:/-]\d)/uy
/** A code in capitals and digits with groups of four behind it: `JD0002 4417 8830 1192`. */
const codeInGroups = /\p{Lu}{1,4}\d{2,6}(?: \d{3,4}){2,5}(?![\p{L}\p{N}])/uy
const fewestGrouped = 6

function readValue(view: View, start: number, value: LabelledValue): number {
  const { link, limit, numbered } = value
  if (isWord(view.unit(start - 1))) return readReference(view, start, limit)
  const field = value.numbered ? fieldEnd(view, value) : -1
  if (field > 0 && start === value.start) return field
  const prefix = prefixEnd(view, start)
  const isCode = prefix > start && isDigit(view.unit(prefix))
  const inGroups = isCode ? matchAt(view, codeInGroups, start, limit) : -1
  if (inGroups > 0) return inGroups
  // A prefix in capitals says "number" too: "polisy OC 441788 20".
  const isPrefixed = prefix > start && view.unit(prefix) === 0x20 && isDigit(view.unit(prefix + 1))
  const mayBeDictated = link !== 'bare' && (isPrefixed || isDigit(view.unit(start)))
  const spoken = mayBeDictated ? matchAt(view, dictated, start, limit) : -1
  if (spoken > 0) return spoken
  const end =
    numbered || isPrefixed || link === 'pair'
      ? Math.max(matchAt(view, grouped, start, limit), groupsEnd(view, start, limit))
      : groupsEnd(view, start, limit)
  const read = readReference(view, start, limit)
  return end > read && isGrouped(view.text.slice(start, end)) ? end : read
}

/** "client 81 181 286 6", "conto 0061 011 726": so many digits in groups are no sum, which would have a currency or be round. */
export function groupsEnd(view: View, start: number, limit: number): number {
  if (!isDigit(view.unit(start))) return -1
  const end = matchAt(view, plainGroups, start, limit)
  if (end < 0) return -1
  const written = view.text.slice(start, end)
  return written.replace(/\D/g, '').length >= fewestInGroups && !written.endsWith('000') ? end : -1
}
const plainGroups =
  /\d{1,6}(?: \d{2,6}){1,6}(?: \d(?!\d))?(?! ?[\p{N}%\u20ac$\u00a3]|\p{L}| (?:eur|usd|kr|k\u010d|z\u0142|ft|lei|huf|km)\p{L}{0,3}(?!\p{L}))(?![.,:/-]\d)/iuy
const fewestInGroups = 8

/** End of up to five capitals. */
function prefixEnd(view: View, start: number): number {
  let at = start
  while (at < start + longestPrefix && isCapitalLetter(view.unit(at))) at++
  return at
}
const longestPrefix = 5
const capital = /\p{Lu}/u

function isCapitalLetter(unit: number): boolean {
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : isLetter(unit) && capital.test(String.fromCharCode(unit))
}

/** Enough digits for a number of its own, and no year at the end, which is that of a date. */
function isGrouped(written: string): boolean {
  return written.replace(/\D/g, '').length >= fewestGrouped && !/ (?:19|20)\d\d$/.test(written)
}

/** End of the reference that starts at `start`; -1 where none does. */
export function readReference(view: View, start: number, limit: number): number {
  const stop = Math.min(limit, start + longestReference)
  let end = runEnd(view, start, stop)
  if (end === start || isWord(view.unit(start - 1))) return -1
  for (;;) {
    const next = nextPart(view, start, end, stop)
    if (next < 0) break
    end = runEnd(view, next, stop)
  }
  // A run that was cut by the bound is no reference.
  return isWord(view.unit(end)) ? -1 : end
}

function runEnd(view: View, start: number, stop: number): number {
  let at = start
  while (at < stop && isWord(view.unit(at))) at++
  return at
}

/** Start of the part behind `end` that belongs to the same reference; -1 where the reference ends. */
function nextPart(view: View, start: number, end: number, stop: number): number {
  const joint = view.unit(end)
  // "Nr. 2026-" and the rest in the next line.
  const isWrapped = joint === 0x2d && view.unit(end + 1) === 0x0a && isDigit(view.unit(end + 2))
  const next = isWrapped ? end + 2 : end + 1
  if (next >= stop) return -1
  const part = describe(view, next, runEnd(view, next, stop))
  if (part.length === 0) return -1
  switch (joint) {
    case 0x2d: // -
    case 0x5f: // _
    case 0x2f: // /
      if (joint === 0x2f && isClerk(view, next, part)) return next
      return part.digits > 0 || (part.isUpper && part.length <= 6) ? next : -1
    case 0x2e: // .
    case 0x3a: // :
      return part.digits === part.length ||
        (part.isUpper && (part.digits >= 2 || isUnit(part))) ||
        isLastMark(view, start, end, part)
        ? next
        : -1
    case 0x23: // `HR#2026`
      return part.digits > 0 && describe(view, start, end).isUpper && end - start <= longestPrefix ? next : -1
    case 0x20:
      return continuesOverBlank(view, start, end, part) ? next : -1
    default:
      return -1
  }
}

/** `PW/jh/41806-2`: the letters of a clerk between strokes. */
function isClerk(view: View, start: number, { length, digits }: Part): boolean {
  const joint = view.unit(start + length)
  return digits === 0 && length <= 3 && (joint === 0x2f || joint === 0x2d) && isDigit(view.unit(start + length + 1))
}

/** `339/26.7GBEVR`: the court's unit. */
function isUnit({ length, digits }: Part): boolean {
  return digits > 0 && length > 4
}

/** `2026.0417.PT`: capitals behind the second dot. */
function isLastMark(view: View, start: number, end: number, part: Part): boolean {
  return part.isUpper && part.length <= 3 && /\d\.\d+$/.test(view.text.slice(start, end))
}

/** Behind a short prefix in capitals a number goes on; behind a group of digits another group of three or more. */
function continuesOverBlank(view: View, start: number, end: number, part: Part): boolean {
  if (part.digits === 0) return false
  const before = describe(view, lastPartStart(view, start, end), end)
  const isPrefix = before.digits === 0 && before.isUpper && before.length <= 5
  if (isPrefix) return part.digits * 2 >= part.length
  const isGroup = before.digits === before.length && before.length >= 3 && part.digits === part.length
  const isAmongFours = before.length === 4 && start < end - before.length
  // "ORD-5512907 200": behind a joined number the next group is another one.
  if (/[-/_.:]/.test(view.text.slice(start, end))) return false
  if (!isGroup || (isYear(view, end + 1, part.length) && !isAmongFours)) return false
  return part.length >= 3 || (start < end - before.length && !isWord(view.unit(end + 2 + part.length)))
}

function lastPartStart(view: View, start: number, end: number): number {
  let at = end
  while (at > start && isWord(view.unit(at - 1))) at--
  return at
}

interface Part {
  readonly length: number
  readonly digits: number
  readonly isUpper: boolean
}

function describe(view: View, start: number, end: number): Part {
  let digits = 0
  let seen = 0
  for (let at = start; at < end; at++) {
    const unitClass = classOf(view.unit(at))
    seen |= unitClass
    if ((unitClass & DIGIT) !== 0) digits++
  }
  return { length: end - start, digits, isUpper: (seen & LETTER) === UPPER }
}

function isYear(view: View, start: number, length: number): boolean {
  const first = view.unit(start)
  const second = view.unit(start + 1)
  return length === 4 && ((first === 0x31 && second === 0x39) || (first === 0x32 && second === 0x30))
}

/** Is it a reference rather than a date, an amount, a count or a plain word? The weaker the link, the more it must show. */
function isPlausible(view: View, start: number, end: number, value: LabelledValue, index: number): boolean {
  const written = view.text.slice(start, end)
  const part = describe(view, start, end)
  const { link } = value
  if (part.digits === 0) {
    // Booking codes may have no digit: `KQXPLM`. Only where it is clear that a code is meant.
    const isShaped = index === 0 && link !== 'bare' && part.isUpper && part.length >= 5 && part.length <= 8
    return isShaped && !capitalWords.has(written)
  }
  if (link !== 'cell' && isNameOfProgram(written)) return false
  if (isNorm(written) || isAmount(view, start, end, value.limit)) return false
  // "Tabelio Nr.: 2031": behind a word for "number" and a sign it is none of a year.
  const isYearLike = part.digits === 4 && isYear(view, start, written.length)
  if (isDateOrTime(written) && !(isYearLike && value.numbered && link !== 'bare')) return false
  // "Kundennummer 20.771": a label that says "number" makes it none of a version.
  if (!value.numbered && isVersion(written)) return false
  const isNumber = part.digits === written.length
  if (isNumber && link === 'bare') return part.length >= 5
  if (isNumber) return part.length >= (link === 'cell' || link === 'hint' ? 1 : 3)
  // "Sendung 0034 1612 4408": groups of digits, long enough for no amount.
  if (link === 'bare' && /^\d+(?: \d+){1,7}$/.test(written)) return part.digits >= 8
  if (link === 'bare') return part.digits >= 2 && written.length >= 4 && isCodeLike(written)
  return written.length >= 3
}

/** Words that stand in capitals in queries, logs and forms: ISO/IEC 9075 and what states are called. */
const capitalWords = new Set(
  (
    'WHERE GROUP ORDER LIMIT INNER OUTER RIGHT CROSS UNION HAVING VALUES SELECT UPDATE DELETE INSERT DEFAULT PRIMARY FOREIGN UNIQUE INTEGER ' +
    'BIGINT SMALLINT NUMERIC DECIMAL VARCHAR SERIAL BOOLEAN CREATE CASCADE USING FETCH OFFSET BETWEEN EXISTS FALSE MATCH INDEX TABLE BEGIN ' +
    'COMMIT ROLLBACK STATUS ACTIVE INACTIVE PENDING CLOSED OPENED DELETED CREATED UPDATED EXPIRED BLOCKED INVALID MISSING UNKNOWN FAILED ' +
    'OPERATOR FUNCTION STORAGE RETURNS LANGUAGE STRICT STABLE PARALLEL SUPPORT FAMILY SCHEMA GRANT REVOKE TRIGGER EXECUTE RESTRICT HASHES ALTER RENAME COMMENT ' +
    'SUCCESS ERROR WARNING DEBUG NOTICE EMPTY NUMBER STRING OBJECT ARRAY TOTAL PLEASE URGENT CANCEL RETURN REFUND PATCH TRACE OPTIONS'
  ).split(' '),
)

/** Platforms, libraries and constants have digits as well: `amd64`, `libc-2.27`, `tslib_1`, `MSGPACK_BIN32`. */
function isNameOfProgram(written: string): boolean {
  return program.test(written)
}
const program =
  /^(?:(?:amd|arm|armv|aarch|x|x86_|i|win|ppc|riscv|ipv|sha|md|utf|base|es|ecma|http|oauth|python|boto|urllib|node|php|libc|ld|iso|crc|rsa|aes|log4j)[-_]?\d{1,4}(?:[.-]\d{1,4}){0,2}[a-z]{0,5}|[a-z]{2,20}_\d|[a-z]{2,20}_v\d{1,2}(?:(?:alpha|beta|rc)\d{0,2})?|[A-Z]{3,20}(?:_[A-Z]{2,20}){1,4}\d{0,2})$/

/** Capitals, or parts joined by signs: not `2nd`, `10kg`, `covid19`. */
function isCodeLike(written: string): boolean {
  return (
    !/^\p{Nd}+\p{Ll}+$/u.test(written) &&
    (/\p{Lu}/u.test(written) || /[-/_.:]/.test(written) || /\p{Nd}.*\p{L}.*\p{Nd}/u.test(written))
  )
}

const dateOrTime =
  /^(?:(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-3]?\d)(?:T.*)?|[0-3]?\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:\d\d|(?:19|20)\d\d)|\d\d?:\d\d(?::\d\d)?|(?:19|20)\d\d)$/

function isDateOrTime(written: string): boolean {
  return isDigit(written.charCodeAt(0)) && dateOrTime.test(written)
}

/** `26.448.120`: dots between groups of three divide a long number. */
const inThousands = /^\d{2,3}(?:\.\d{3}){2,3}$/
const version = /^[vV]?\d{1,3}(?:\.\d{1,4}){1,3}$/

function isVersion(written: string): boolean {
  return written.includes('.') && version.test(written) && !inThousands.test(written)
}

/** A currency sign, a per cent sign or a decimal part stands beside it. */
function isAmount(view: View, start: number, end: number, limit: number): boolean {
  const before = view.unit(start - 1) === 0x20 ? view.unit(start - 2) : view.unit(start - 1)
  if (isCurrency(before)) return true
  // What stands in another cell says nothing.
  if (end >= limit) return false
  const after = view.unit(end) === 0x20 ? view.unit(end + 1) : view.unit(end)
  return isCurrency(after) || after === 0x25 || (view.unit(end) === 0x2c && isDigit(view.unit(end + 1)))
}

/** $ £ ¥ and U+20A0 to U+20BF. */
function isCurrency(unit: number): boolean {
  return unit === 0x24 || unit === 0xa3 || unit === 0xa5 || (unit >= 0x20a0 && unit <= 0x20bf)
}

/** "And" and "or" in the languages of the Union; any other short word begins something else ("order 12345 from 12600"). */
const listWords =
  'and|or|und|oder|et|ou|y|e|o|i|u|a|en|of|och|eller|og|ja|tai|v\u00f5i|\u00e9s|vagy|\u0219i|si|sau|oraz|lub|nebo|alebo|ali|ili|ir|arba|un|vai|agus|n\u00f3|jew|\u03ba\u03b1\u03b9|\u03ae|\u0438|\u0438\u043b\u0438'
const listJoint = new RegExp(
  `^["'\`*]{0,2}(?:, ?|; ?| ?/ ?| ?& ?|,? (?:${listWords}) )["'\`*]{0,2}(?=#?[\\p{Lu}\\p{Nd}])`,
  'u',
)

/** Quotes, `*`, what divides, a blank. */
const jointStarts = new Uint8Array(0x80)
for (const sign of '"\'`*,;/& ') jointStarts[sign.charCodeAt(0)] = 1

/** Start of the next listed value, behind `, ` `; ` `/` `&` or a word for "and", quotes aside; -1 where the list ends. */
function nextListed(view: View, end: number, limit: number): number {
  const unit = view.unit(end)
  if (unit >= jointStarts.length || jointStarts[unit] === 0) return -1
  const match = listJoint.exec(view.text.slice(end, Math.min(limit, end + 14)))
  return match === null ? -1 : end + match[0].length
}
