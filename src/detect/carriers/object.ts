/**
 * A key that just says "number" is named by the key of its object, `{"customer": {"name": "…", "id": "C-17"}}`, or by the
 * person before it: `{"employee": "Jo Doe", "id": "E-17"}`.
 */
import { classOf, UPPER } from '../characters.ts'
import { connectorAt } from '../connectors.ts'
import type { LabelledValue } from '../labelled-values.ts'
import type { LabelHit } from '../lexicon.ts'
import { matchesAt } from '../patterns.ts'
import type { LentText, Units } from '../units.ts'
import { wordEnd } from '../words.ts'

/** How far into the object a key is looked for. */
const reach = 600
const objectStart = /\\{0,3}["']?\s{0,4}:\s{0,8}\{/y
/** A full name as the value, and the next key. */
const namedBefore =
  /\\{0,3}["']\s{0,4}:\s{0,4}\\{0,3}["']\p{Lu}[\p{L}'.-]{0,24}(?: \p{Lu}[\p{L}'.-]{0,24}){1,3}\\{0,3}["']\s{0,4},\s{0,40}\\{0,3}["']/uy
const numberKey = /\\{0,3}["']?\s{0,4}:\s{0,4}(?:\\{0,3}["'])?/y

export function addValuesOfObjects(
  source: LentText,
  hits: readonly LabelHit[],
  groups: readonly string[],
  values: LabelledValue[],
): void {
  const { text, units } = source
  for (const hit of hits) {
    const unit = units[hit.end]!
    if (unit !== 0x22 && unit !== 0x3a && unit !== 0x5c && unit !== 0x27) continue
    const opening = openingBehind(units, hit.end)
    if (opening === 0x7b) {
      const open = matchesAt(text, objectStart, hit.end)
      if (open >= 0) addNumberValues(source, open, hit, groups[hit.group]!, values)
    } else if (opening > 0x7f || (classOf(opening) & UPPER) !== 0)
      addNumberBeside(source, hit, groups[hit.group]!, values)
  }
}

/** The first unit of what follows the key and its colon, quotes, backslashes and blanks aside; 0 where no colon follows. */
function openingBehind(units: Units, end: number): number {
  let at = end
  while (at < end + longestFrame && isFrame(units[at]!)) at++
  if (units[at] !== 0x3a) return 0
  const colon = at++
  while (at < colon + longestFrame && isFrame(units[at]!)) at++
  return units[at]!
}

/** More than the expressions below allow: three backslashes, a quote, blanks. */
const longestFrame = 20

/** Quotes, backslashes, blanks. */
function isFrame(unit: number): boolean {
  return unit === 0x22 || unit === 0x27 || unit === 0x5c || unit === 0x20 || isOtherBlank(unit)
}

/** What else `\s` takes of a normal text. */
function isOtherBlank(unit: number): boolean {
  return (unit >= 0x09 && unit <= 0x0d) || unit === 0x1680
}

/** Values of keys like `id` and `number` directly inside the object. */
function addNumberValues(source: LentText, open: number, hit: LabelHit, group: string, values: LabelledValue[]): void {
  const { text, units } = source
  const stop = Math.min(text.length, open + reach)
  let depth = 0
  let isKey = true
  for (let at = open; at < stop && depth >= 0; at++) {
    const unit = units[at]!
    if (unit === 0x7b || unit === 0x5b) depth++
    else if (unit === 0x7d || unit === 0x5d) depth--
    else if (unit === 0x2c) isKey = true
    else if (unit === 0x3a) isKey = false
    else if (depth === 0 && isKey) {
      const end = wordEnd(units, at)
      if (end === at) continue
      isKey = false
      const start = connectorAt(units, at, end)?.isNumberWord ? matchesAt(text, numberKey, end) : -1
      if (start > 0) values.push(numberValue(text, start, stop, hit, group))
      at = end - 1
    }
  }
}

function addNumberBeside(source: LentText, hit: LabelHit, group: string, values: LabelledValue[]): void {
  const { text, units } = source
  const key = matchesAt(text, namedBefore, hit.end)
  if (key < 0) return
  const end = wordEnd(units, key)
  const start = connectorAt(units, key, end)?.isNumberWord ? matchesAt(text, numberKey, end) : -1
  if (start > 0) values.push(numberValue(text, start, Math.min(text.length, start + reach), hit, group))
}

function numberValue(text: string, start: number, stop: number, hit: LabelHit, group: string): LabelledValue {
  const length = text.slice(start, stop).search(/["'\\,}\]\n]/)
  const limit = length < 0 ? stop : start + length
  return {
    group,
    start,
    limit,
    frameStart: start,
    labelStart: hit.start,
    labelEnd: hit.end,
    link: 'pair',
    quoted: true,
    numbered: true,
  }
}
