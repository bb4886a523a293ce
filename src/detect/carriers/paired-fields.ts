/**
 * Two fields that make one: the first says what the second holds. `{"name": "Customer number", "value": "88213"}` of web forms
 * and custom fields, `{"field": {"title": "Customer number"}, "number": 88213}`, `<input name="customer_number" value="88213">`,
 * and the same in YAML. What the first says is a label like any other.
 */
import { beginningKeys, holdingKeys, namingKeys } from '../../field-names.ts'
import { isLetter } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import type { LabelHit } from '../lexicon.ts'
import { matchesAt } from '../patterns.ts'
import type { LentText, Units } from '../units.ts'
import { hashSpan, hashWord, wordEnd } from '../words.ts'

const naming = hashesOf(namingKeys)
const beginning = hashesOf(beginningKeys)
const holding = hashesOf(holdingKeys)

function hashesOf(words: readonly string[]): ReadonlySet<number> {
  return new Set(words.map(hashWord))
}

/** What the first field may say around the label: "What is your customer number?", "Customer number (optional):". */
const longestAround = 48
/** How far behind the first field the second begins. */
const reach = 200
const behindLabel = /(?: ?\([^()"'\n]{1,24}\)| ?[:?*.!])*/uy
const beforeValue =
  /\\{0,3}["']?\s{0,4}[:=]\s{0,4}(?:\[\s{0,8})?(?:\{\s{0,8}["']\w{1,16}["']\s{0,4}:\s{0,4})?(?:\\{0,3}["'])?(?=[^\s"'\\{}[\]])/y
const valueEnd = /["'\\<>{}[\]\n]|, ?["\]}]|,$/

export function addValuesOfPairs(
  { text, units, length }: LentText,
  hits: readonly LabelHit[],
  groups: readonly string[],
  values: LabelledValue[],
): void {
  for (const hit of hits) {
    if (!mayClose(units[hit.end]!, units[hit.end + 1]!)) continue
    const close = opensMark(units, hit.end) ? matchesAt(text, behindLabel, hit.end) : hit.end
    if (!closesField(units, close) || !isNamingField(units, hit.start)) continue
    const start = valueBehind(text, units, close, Math.min(length, close + reach))
    if (start < 0) continue
    const line = text.slice(start, start + reach)
    const end = line.search(valueEnd)
    values.push({
      group: groups[hit.group]!,
      start,
      limit: start + (end < 0 ? line.length : end),
      frameStart: start,
      labelStart: hit.start,
      labelEnd: hit.end,
      link: 'pair',
      quoted: true,
      numbered: true,
    })
  }
}

/** Nearly all labels are passed with this one look. */
function mayClose(unit: number, next: number): boolean {
  if (unit === 0x20) return isMark(next)
  return isQuote(unit) || unit === backslash || unit === lineFeed || isMark(unit)
}

/** What a form puts behind a label: `(`, `*`, `.`, `:`, `?` and `!`. */
function isMark(unit: number): boolean {
  return unit === 0x28 || unit === 0x2a || unit === 0x2e || unit === 0x3a || unit === 0x3f || unit === 0x21
}

/** May `behindLabel` hold anything here? */
function opensMark(units: Units, at: number): boolean {
  return isMark(units[at]!) || (units[at] === 0x20 && isMark(units[at + 1]!))
}

const backslash = 0x5c
const lineFeed = 0x0a

function isQuote(unit: number): boolean {
  return unit === 0x22 || unit === 0x27
}

function closesField(units: Units, at: number): boolean {
  return isQuote(units[at]!) || units[at] === lineFeed || (units[at] === backslash && isQuote(units[at + 1]!))
}

/** Does the text around the label begin behind `"name": "`, `name="` or `name: `? */
function isNamingField(units: Units, labelStart: number): boolean {
  const stop = Math.max(0, labelStart - longestAround)
  let at = labelStart
  while (at > stop && !isQuote(units[at - 1]!) && !isPairSign(units, at - 1)) {
    if (units[at - 1] === lineFeed) return false
    at--
  }
  if (at === stop) return false
  while (at > stop && isBeforeKey(units[at - 1]!)) at--
  let start = at
  while (start > stop && isLetter(units[start - 1]!)) start--
  // The last word of `fieldName`.
  for (let word = start; word < at; word = wordEnd(units, word)) start = word
  return start < at && naming.has(hashSpan(units, start, at))
}

/** `=`, or a colon that is none of a name: `urn:oib`, `http://hl7.org/fhir/sid/us-ssn`. */
function isPairSign(units: Units, at: number): boolean {
  const next = units[at + 1]!
  return units[at] === 0x3d || (units[at] === 0x3a && next !== 0x2f && !isLetter(next))
}

/** What stands between a key and its value. */
function isBeforeKey(unit: number): boolean {
  return isQuote(unit) || unit === 0x3a || unit === 0x3d || unit === 0x20 || unit === backslash
}

/** Where the value of the next holding field begins; -1 where another pair begins before it. */
function valueBehind(text: string, units: Units, from: number, stop: number): number {
  let depth = 0
  let isKey = false
  for (let at = from; at < stop; at++) {
    const unit = units[at]!
    if (unit === 0x7d || unit === 0x5d) {
      if (--depth < -1) return -1
    } else if (unit === 0x7b || unit === 0x5b) depth++
    else if (unit === 0x3e || unit === 0x3c) return -1
    else if (unit === 0x3a || unit === 0x3d) isKey = false
    else if (unit === 0x2c || unit === 0x20 || unit === lineFeed) isKey = true
    else if (unit === 0x2d && units[at + 1] === 0x20) return -1
    else if (isLetter(unit)) {
      let start = at
      let end = at
      for (let word = at; ; word = end + (units[end] === 0x5f ? 1 : 0)) {
        if (!isLetter(units[word]!)) break
        start = word
        end = wordEnd(units, word)
      }
      const value = isKey && depth <= 0 ? matchesAt(text, beforeValue, end) : -1
      if (value >= 0) {
        const last = hashSpan(units, start, end)
        if (holding.has(last)) return value
        if (beginning.has(last)) return -1
      }
      isKey = false
      at = end - 1
    }
  }
  return -1
}
