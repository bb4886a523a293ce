/**
 * Numbers that only words tell, such as those of passports and driving licences: read right behind the word, or a few words
 * further on ("passport of Anna: X1234567", "Führerschein Klasse C (D941KLM3T72)").
 */
import type { KnownEntityType } from '../types.ts'
import { isDigit, isWord } from './characters.ts'
import { fieldEnd } from './field-number.ts'
import { addFurther } from './further-numbers.ts'
import type { LabelledValue } from './labelled-values.ts'
import { matchAt } from './patterns.ts'
import type { Findings, LabelFinder } from './recognizer.ts'
import { groupsEnd, readReference } from './reference.ts'
import { LABELLED, TYPICAL } from './scores.ts'
import type { View } from './view.ts'

export interface LabelledNumber {
  readonly type: KnownEntityType
  /** The letters and digits of the number, in capitals: anything else behind the word is something else. */
  readonly form: RegExp
  /** Forms that the states give the number, as written: a sure sign, so that they may stand a few words behind the word. */
  readonly written?: RegExp
  /** The words mean other things as well: right behind one, without a colon or "no.", a number must have a letter in it. */
  readonly isLoose?: boolean
}

/** How far behind the word a number of a written form may stand. */
const reach = 56
/** A form of some state behind the word itself: above a check digit without a word, since the word says what it is. */
const fitting = 0.96
const dateOrAmount =
  /^(?:[0-3]?\d[-./][01]?\d[-./]\d{2,4}|\d{4}[-./][01]\d[-./][0-3]\d|[01]?\d[-./]\d{4}|\d{4}[-./][01]?\d|(?:19|20)\d\d|\d+[.,]\d\d)$/

export function labelledNumber({ type, form, written, isLoose = false }: LabelledNumber): LabelFinder {
  return (view, value, findings) => {
    const limit = limitAhead(view, value, reach)
    for (let at = value.start; at < limit; at++) {
      if (!isWord(view.unit(at)) || isWord(view.unit(at - 1))) continue
      const isFirst = at === value.start
      const end = written === undefined ? -1 : matchAt(view, written, at, limit)
      const isClear = !isLoose || value.link === 'cell' || value.link === 'hint' || (isFirst && value.link !== 'bare')
      if (
        end >= 0 &&
        !isWord(view.unit(end)) &&
        (isClear || hasCapital(view, at, end) || isLongNumber(view, at, end)) &&
        !isDateOrAmount(view, at, end, value)
      ) {
        findings.add(at, end, type, isFirst ? fitting : LABELLED)
        addFurther(view, at, end, type, findings)
        return
      }
      if (isFirst && findDirect(view, value, { type, form, isLoose }, findings)) return
      if (written === undefined || isLoose) return
    }
  }
}

/**
 * Where to stop looking for the value of a label: not at the next label, which may say more of the same ("passport in file:
 * X1234567"), but at the end of the line, quote or cell.
 */
export function limitAhead(view: View, { start, limit, link, quoted }: LabelledValue, distance: number): number {
  if (link === 'cell' || link === 'hint') return limit
  const furthest = Math.min(view.text.length, start + distance)
  for (let at = start; at < furthest; at++) {
    const unit = view.unit(at)
    if (unit === 0x0a || (quoted && (unit === 0x22 || unit === 0x27 || unit === 0x29 || unit === 0x60))) return at
  }
  return furthest
}

/** What stands right behind the word, whatever its form, if it is a number and no date or amount. */
export function findDirect(
  view: View,
  value: LabelledValue,
  { type, form, isLoose = false }: LabelledNumber,
  findings: Findings,
): boolean {
  const limit = limitAhead(view, value, reach)
  const end = Math.max(
    fieldEnd(view, value),
    readReference(view, value.start, limit),
    groupsEnd(view, value.start, limit),
  )
  if (end < 0) return false
  const read = view.text.slice(value.start, end)
  const isNumber = form.test(read.replace(/[\s./_:-]/g, '').toUpperCase())
  // Lower-case words with a digit are words: only keys and columns may hold codes in lower case.
  const isCode =
    read === read.toUpperCase() ||
    smallCode.test(read) ||
    value.link === 'cell' ||
    value.link === 'hint' ||
    value.quoted
  if (isLoose && value.link === 'bare' && !hasCapital(view, value.start, end) && !isLongNumber(view, value.start, end))
    return false
  if (!isNumber || !isCode || isDateOrAmount(view, value.start, end, value)) return false
  findings.add(value.start, end, type, value.link === 'bare' ? TYPICAL : LABELLED)
  return true
}

/** Eight or nine digits in one, as passports and licences have them; amounts and counts are shorter or in groups. */
function isLongNumber(view: View, start: number, end: number): boolean {
  return longNumber.test(view.text.slice(start, end)) && !counted.test(view.text.slice(end, end + 12))
}
const longNumber = /^(?:\d{8,9}|\d\d \d\d \d\d \d{6})$/
/** "ne part pas 204168883 fois" */
const counted = /^ (?:fois|euros?|personnes?|times|people|mal|personen|keer|g\u00e5nger|gange|x|kr|K\u010d)(?!\p{L})/iu

/** "mon passeport c'est 12ab34567": letters and at least five digits are no word. */
const smallCode = /^(?=(?:.*\d){5})(?=.*[a-z])[a-z\d]{7,10}$/

function hasCapital(view: View, start: number, end: number): boolean {
  return /\p{Lu}/u.test(view.text.slice(start, end))
}

function isDateOrAmount(view: View, start: number, end: number, { link }: LabelledValue): boolean {
  if (dateOrAmount.test(view.text.slice(start, end))) return true
  // Behind a cell the comma divides columns.
  if (link === 'cell' || link === 'hint') return false
  const after = view.unit(end) === 0x20 ? view.unit(end + 1) : view.unit(end)
  if (after === 0x25 || after === 0x24 || after === 0xa3 || after === 0x20ac) return true
  const joint = view.unit(end)
  return (joint === 0x2c || joint === 0x2e || joint === 0x3a) && isDigit(view.unit(end + 1))
}
