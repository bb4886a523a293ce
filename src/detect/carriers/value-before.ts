/**
 * Values that stand before their label: "a HU-2031-0736 számú rendelés", "88204-117 is my order number", "77120-4 (Auftragsnr.)",
 * "KL/118 (please quote)".
 */

import { classOf, DIGIT, isDigit, isLetter, isWord, UPPER, WORD } from '../characters.ts'
import { connectorAt } from '../connectors.ts'
import { isNumberBefore, type LabelledValue } from '../labelled-values.ts'
import type { LabelHit } from '../lexicon.ts'
import { lazily } from '../patterns.ts'
import type { LentText, Units } from '../units.ts'
import { hashSpan, hashText, wordEnd } from '../words.ts'

const numbered = lazily(() => /(?:-\p{L}{1,3})?\.? (?:számú|szamu|számmal|sz\.)[ \n]$/iu)
const longestValue = 40

export function addValuesBefore(
  source: LentText,
  hits: readonly LabelHit[],
  groups: readonly string[],
  values: LabelledValue[],
): void {
  const { text, units } = source
  let before: LabelHit | null = null
  let [start, limit] = [-1, -1]
  for (const hit of hits) {
    // A word may be the label of many groups: what stands before it is the same.
    if (before === null || before.start !== hit.start || before.end !== hit.end) {
      limit = endsLikeWord(text, hit.start - 2) ? numberBefore(text, hit) : -1
      if (limit < 0) limit = endOfSubject(source, hit)
      start = limit < 0 ? -1 : startOfValue(units, hit, limit)
      before = hit
    }
    if (start < 0) continue
    const frame = { frameStart: start, labelStart: hit.start, labelEnd: hit.end }
    values.push({ group: groups[hit.group]!, start, limit, ...frame, link: 'number', quoted: false, numbered: true })
  }
}

/** The last two letters of the Hungarian words above, so that nearly all labels are passed with one look. */
function endsLikeWord(text: string, last: number): boolean {
  const before = text.charCodeAt(last - 1) | 0x20
  switch (text.charCodeAt(last)) {
    case 0xfa: // \u00fa
    case 0x75: // u
      return before === 0x6d
    case 0x6c: // l
      return before === 0x61
    case 0x2e: // .
      return before === 0x7a
    default:
      return false
  }
}

function numberBefore(text: string, hit: LabelHit): number {
  const from = Math.max(0, hit.start - longestValue - 14)
  const match = numbered().exec(text.slice(from, hit.start))
  return match === null ? -1 : from + match.index
}

/** Where the value begins that ends at `limit`; -1 where none does. */
function startOfValue(units: Units, hit: LabelHit, limit: number): number {
  const from = Math.max(0, hit.start - longestValue - 14)
  let start = limit
  while (start > from && !isBlank(units[start - 1]!)) start--
  while (start < limit && !isWord(units[start]!)) start++
  return start >= limit ? -1 : start
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09
}

/** "is", "was" and the like, and the article that stands for it in Hungarian. */
const copulas = hashesOf(
  'is was are ist war lautet est etait es era e sono este er ar on oli var yra buvo ir bija jest to je byl bylo bol bolo ' +
    'ειναι ηταν е беше huwa hija kien az a',
)
/** Articles that stand behind no label. */
const articles = hashesOf('il i an un une ein eine my the')
const mostWords = 5
const longestWord = 12

function hashesOf(words: string): ReadonlySet<number> {
  return new Set(words.split(' ').map(word => hashText(word, 0, word.length)))
}

/**
 * "88204 is my order number": where the number ends that a sentence begins with and its label closes, or that has the label behind
 * it in brackets; -1 for others.
 */
function endOfSubject(source: LentText, hit: LabelHit): number {
  const { units } = source
  if (units[hit.start - 1] === 0x28) {
    const close = behindNumberWord(units, hit.end)
    const isClosed = units[hit.start - 2] === 0x20 && units[units[close] === 0x2e ? close + 1 : close] === 0x29
    return isClosed ? endOfCode(units, hit.start - 2, saysNumber(source, hit)) : -1
  }
  let at = hit.start
  let isSaid = false
  let isNumbered = false
  for (let count = 0; count < mostWords; count++) {
    const joint = units[at - 1]!
    if (joint !== 0x20 && !(joint === 0x27 && count > 0) && !(joint === 0x2d && count === 0)) return -1
    const end = at - 1
    if (isSaid && joint === 0x20 && isValueEnd(units[end - 1]!))
      return endOfCode(units, end, isNumbered || saysNumber(source, hit))
    at = end
    while (at > 0 && end - at < longestWord && isLetter(units[at - 1]!)) at--
    if (at === end) return -1
    const word = hashSpan(units, at, end)
    if (copulas.has(word)) {
      isSaid = true
      continue
    }
    const connector = connectorAt(units, at, end)
    if (connector?.isNumberWord === true) isNumbered = true
    else if (connector === undefined && !articles.has(word) && (end - at > 1 || units[end] !== 0x27)) return -1
  }
  return -1
}

/** A digit, a capital, or what may close quotes around a value. */
function isValueEnd(unit: number): boolean {
  return isDigit(unit) || (classOf(unit) & UPPER) !== 0 || unit === 0x22 || unit === 0x27 || unit === 0x60
}

/** The same place, where a code ends there, or a long number beside a word for "number"; else -1. */
function endOfCode(units: Units, end: number, isNumbered: boolean): number {
  let limit = end
  while (limit > 0 && !isWord(units[limit - 1]!)) limit--
  if (end - limit > 2) return -1
  let digits = 0
  let others = 0
  for (let at = limit; at > 0 && limit - at < longestValue; at--) {
    const unitClass = classOf(units[at - 1]!)
    if ((unitClass & DIGIT) !== 0) digits++
    else if ((unitClass & UPPER) !== 0 || units[at - 1] === 0x2d || units[at - 1] === 0x2f) others++
    else if ((unitClass & WORD) !== 0) return -1
    else break
  }
  if (digits < 3 || (others === 0 && digits < 5)) return -1
  return isNumbered || (others > 0 && digits > 3) ? limit : -1
}

/** In itself, before it or behind it. */
function saysNumber(source: LentText, hit: LabelHit): boolean {
  const { units } = source
  if (hit.hasNumberWord || isNumberBefore(source, hit.start)) return true
  if (behindNumberWord(units, hit.end) > hit.end) return true
  for (let at = hit.end - 3; at >= hit.start && hit.end - at <= longestWord; at--)
    if (connectorAt(units, at, hit.end)?.isNumberWord === true) return true
  return false
}

/** Behind " number", "-Nr." or " no." that follows; the same place where none does. */
function behindNumberWord(units: Units, at: number): number {
  const next = units[at] === 0x20 || units[at] === 0x2d ? at + 1 : at
  const end = wordEnd(units, next)
  if (end === next || connectorAt(units, next, end)?.isNumberWord !== true) return at
  return units[end] === 0x2e ? end + 1 : end
}
