/**
 * Numbers, dates and codes that are said in words behind what names them, as transcripts of calls have them: "Kundennummer? — null
 * acht, vierundsiebzig", "dáta breithe: an séú lá de Lúnasa, caoga a dó". Unicode CLDR, spell-out rules.
 */

import type { KnownEntityType } from '../../types.ts'
import { isLetter } from '../characters.ts'
import { monthEndAt } from '../dates.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { isNumberWordAt, mayBeginNumber } from '../number-morphemes.ts'
import { type Anchor, type BuiltInRecognizer, type Findings, onLabel } from '../recognizer.ts'
import { onceInRowsOfValues } from '../rows.ts'
import { LIKELY } from '../scores.ts'
import { BETWEEN_NUMBERS, OTHER_WORD, SHORT_NUMBER, SPELT, spokenKinds } from '../spoken-signs.ts'
import type { View } from '../view.ts'

/** Types whose values are numbers, or dates. */
const said: ReadonlySet<KnownEntityType> = new Set<KnownEntityType>([
  'BANK_ACCOUNT',
  'CARD_CVV',
  'CASE_NUMBER',
  'CREDIT_CARD',
  'CUSTOMER_ID',
  'DATE_OF_BIRTH',
  'DRIVER_LICENSE',
  'EMPLOYEE_ID',
  'HEALTH_ID',
  'IBAN',
  'INVOICE_NUMBER',
  'LICENSE_PLATE',
  'NATIONAL_ID',
  'ORDER_NUMBER',
  'PASSPORT',
  'PHONE',
  'TAX_ID',
  'VAT_ID',
])

/** Named by the labels of these recognizers. */
export function spokenAnswer(recognizers: readonly BuiltInRecognizer[]): BuiltInRecognizer {
  const types = new Set<KnownEntityType>()
  const anchors: Anchor[] = []
  for (const recognizer of recognizers) {
    const type = recognizer.types.find(name => said.has(name))
    if (type === undefined || recognizer.types.length > 1) continue
    for (const anchor of recognizer.anchors) {
      if (anchor.kind !== 'label') continue
      types.add(type)
      anchors.push(
        onLabel(
          anchor.labels,
          onceInRowsOfValues((view, value, findings) => findSaid(view, value, type, findings)),
        ),
      )
    }
  }
  return {
    name: 'spoken-answer',
    source: 'https://cldr.unicode.org/translation/number-currency-formats/number-spellout-rules',
    types: [...types].sort(),
    anchors,
    examples: {
      match: [
        'A: Kundenummer?\nB: «otteogtyve, nul tre, enoghalvfems».',
        'K: Číslo smlouvy?\nV: «dvacet pět, nula devětatřicet».',
        'A: Uimhir chuntais?\nB: «a sé, a dó, a náid, a haon, a naoi».',
        'Laskun numero on «seitsemän yksi kuusi kolme».',
        'Policy number, please?\n[00:26] CALLER «ninety-two, fifty-one»\n[00:31] AGENT And',
        'umowę «K łamane na siedem siedem zero cztery» zamykamy',
        '¿Me facilita el DNI?\nCliente: «setenta y uno, cero treinta, cuatro cuatro uno, letra erre».',
      ],
      miss: [
        'order two pizzas and three colas',
        'a contract for two or three years and four months',
        'Rechnung für eins, zwei oder drei Personen',
        'your order?\nB: two pizzas, please',
        'la commande de deux ou trois pièces',
      ],
    },
  }
}

/** An answer may begin with these many words: "Oui, c'est le zéro six …". */
const mostBefore = 5
const mostWords = 40
const longestAnswer = 180
/** In an answer so many words in a row may be no numbers: "come in", "van Gerard". */
const mostOther = 2
const fewestAnswered = 2
/** Those who know a telephone number as such say it better; of other numbers they take it for one. */
const lead = 0.05
const fewestNamed = 3

function findSaid(view: View, value: LabelledValue, type: KnownEntityType, findings: Findings): void {
  const { start } = value
  if (!isLetter(view.unit(start))) return
  const isAnswer = value.link === 'pair' && isAsked(view, value)
  if (!isAnswer && !mayBegin(view, start)) return
  const run = readRun(view, start, isAnswer)
  if (run === null || run.numbers < fewestAnswered) return
  if (run.numbers < fewestNamed && !(isAnswer && run.start === start && endsSentence(view, run.end))) return
  findings.add(run.start, run.end, type, isCalled(view, run.start, type) ? LIKELY - lead : LIKELY + lead)
}

/** A telephone is spoken of: the number is rather its own. */
function isCalled(view: View, start: number, type: KnownEntityType): boolean {
  return type === 'PHONE' || view.isNear('PHONE', start, nearby) || view.isNear('CALL', start, nearby)
}
const nearby = 48

/** Nothing else is said. */
function endsSentence(view: View, end: number): boolean {
  const unit = view.unit(end)
  return unit === 0 || unit === 0x0a || unit === 0x2e || unit === 0x3f || unit === 0x21
}

/** One letter, or the first two of a number in words. */
function mayBegin(view: View, start: number): boolean {
  const second = view.unit(start + 1)
  return !isLetter(second) || mayBeginNumber(view.unit(start), second)
}

/** A question mark or the end of a line stands between. */
function isAsked(view: View, { labelEnd, start }: LabelledValue): boolean {
  for (let at = labelEnd; at < start; at++)
    if (view.unit(at) === 0x0a || view.unit(at) === 0x3f || view.unit(at) === 0x3b) return true
  return false
}

interface Run {
  readonly start: number
  readonly end: number
  readonly numbers: number
}

/** The numbers in words from `from` to the end of the sentence, or to where other words go on. */
function readRun(view: View, from: number, isAnswer: boolean): Run | null {
  const stop = Math.min(view.length, from + longestAnswer)
  let start = -1
  let end = -1
  let numbers = 0
  let other = 0
  let between = 0
  let at = from
  for (let count = 0; count < mostWords && at < stop; count++) {
    const wordEnd = lettersEnd(view, at, stop)
    if (wordEnd === at) break
    const read = kindOf(view, at, wordEnd, start >= 0, isAnswer)
    // "… and five, he is": one letter behind other words is a word.
    const kind = read === 'letter' && other > 0 && wordEnd === at + 1 ? 'other' : read
    if (kind === 'number' || kind === 'letter') {
      if (start < 0) start = at
      if (kind === 'number') numbers++
      if (numbers > 0 || kind === 'letter') between = Math.max(between, start === at ? 0 : other)
      other = 0
      end = wordEnd
    } else if (kind === 'other') {
      other++
      if (start < 0 ? !isAnswer || other > mostBefore : other > (isAnswer ? mostOther : 0)) break
    }
    at = behindJoint(view, wordEnd, stop)
    if (at < 0) break
  }
  // "Two or three weeks ago" is no number.
  return start < 0 || (numbers < fewestNamed && between > 0) ? null : { start, end, numbers }
}

type Kind = 'number' | 'letter' | 'link' | 'other'

/** `isInside`: behind the first number or letter of the run. */
function kindOf(view: View, start: number, end: number, isInside: boolean, isAnswer: boolean): Kind {
  const { units } = view
  const kinds = spokenKinds(units, start, end)
  if ((kinds & OTHER_WORD) !== 0) return isInside ? 'link' : 'other'
  if (end - start === 1 && (kinds & BETWEEN_NUMBERS) === 0) return 'letter'
  if (isNumberWordAt(units, start, end) || (isInside && (kinds & SHORT_NUMBER) !== 0)) return 'number'
  if ((isInside || isAnswer) && (kinds & SPELT) !== 0) return 'letter'
  if (isInside && monthEndAt(view, start) === end) return 'letter'
  return (kinds & BETWEEN_NUMBERS) === 0 ? 'other' : 'link'
}

function lettersEnd(view: View, start: number, stop: number): number {
  let at = start
  while (at < stop && isLetter(view.unit(at))) at++
  return at
}

/** The next word, behind a comma, a dash, an apostrophe; -1 at the end of the sentence and at digits. */
function behindJoint(view: View, end: number, stop: number): number {
  let at = end
  while (at < stop && at < end + longestJoint && isJoint(view.unit(at))) at++
  return at > end && isLetter(view.unit(at)) ? at : -1
}
const longestJoint = 4

/** Blank, comma, hyphen, apostrophe, dash. */
function isJoint(unit: number): boolean {
  return unit === 0x20 || unit === 0x2c || unit === 0x2d || unit === 0x27
}
