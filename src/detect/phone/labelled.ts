/** Telephone numbers and extensions behind their label. */
import { isDigit, isWord } from '../characters.ts'
import { digitsOf, readDigitGroups } from '../digit-groups.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import type { Findings } from '../recognizer.ts'
import { LABELLED, LIKELY } from '../scores.ts'
import type { View } from '../view.ts'
import { closesClause } from './cues.ts'
import { addNumber } from './desks.ts'
import { fewestInternational, isDate, mostDigits, plausibleGroups } from './groups.ts'

const fewestLabelled = 6
const digitByDigit = /\d(?:[ ./-]{1,3}\d){7,13}(?![\p{L}\d]|[ .-]\d)/uy

/** What a label names a number is one unless it looks like a date. */
export function findLabelled(view: View, value: LabelledValue, findings: Findings): void {
  const { start, limit } = value
  const first = view.unit(start)
  if ((!isDigit(first) && first !== 0x28) || isWord(view.unit(start - 1))) return
  // "6 1 7 - 9 0 3 - 8 8 2": a box for each digit.
  const boxed = matchAt(view, digitByDigit, start)
  if (boxed > 0) {
    addNumber(view, start, boxed, LABELLED, findings)
    return
  }
  const groups = readDigitGroups(view, start, limit, mostDigits, fewestInternational)
  const read = groups.slice(0, plausibleGroups(view, groups))
  const last = read.at(-1)
  if (last === undefined || isWord(view.unit(last.end)) || isDate(view, read)) return
  const { length } = digitsOf(view, read)
  if (length >= fewestLabelled && length <= mostDigits) addNumber(view, start, last.end, LABELLED, findings)
}

function isDecimal(view: View, end: number): boolean {
  return view.unit(end) === 0x2e && isDigit(view.unit(end + 1))
}

/** Words that are nothing else: two digits behind them do. */
const onlyExtension = /^(?:dw|durchwahl|nebenstelle|klapka|mellék|ankn|anknytning|wew|wewnętrzny|toestel|tst|ramal)$/i
/** Words of everyday language too: the clause has to end behind the digits. */
const alsoElse = /^(?:kl|int|linka|lokal|poste|interno|interior|interna|kućni|apparat|fax|ext|vidinis)$/i

export function findExtension(view: View, value: LabelledValue, findings: Findings): void {
  const { start, limit, labelStart, labelEnd } = value
  // "ext. x330"
  const from = view.unit(start) === 0x78 ? start + 1 : start
  let end = from
  while (end < limit && isDigit(view.unit(end))) end++
  const length = end - from
  const isBehind = isBehindNumber(view, labelStart)
  if (length < (isBehind ? 1 : 2) || length > 5 || isWord(view.unit(end)) || isDecimal(view, end)) return
  const label = view.text.slice(labelStart, labelEnd)
  if (alsoElse.test(label) && !closesClause(view, end)) return
  if (!isBehind && !isExtensionForm(view, value, label, end)) return
  const framed = view.unit(start - 1) === 0x2d ? start - 1 : start
  const isPlain = length >= 3 || value.link !== 'bare' || onlyExtension.test(label) || isBehind
  if (isPlain) findings.addFramed(framed, end, 'PHONE', LIKELY, start, end)
}

/** "kl. 418" (cs) is also a time (da), "int. 774" (ro) also a flat (it): both with their dot and three or four digits, no full hour. */
function isExtensionForm(view: View, { start, labelStart }: LabelledValue, label: string, end: number): boolean {
  if (!/^(?:kl|int)$/i.test(label)) return true
  const digits = view.text.slice(start, end)
  if (view.unit(labelStart + label.length) !== 0x2e || digits.length < 3 || digits.length > 4) return false
  if (/^int$/i.test(label)) return true
  const isNamed = /[\p{Lu}\p{Ll}][,:] $/u.test(view.text.slice(Math.max(0, labelStart - 3), labelStart))
  return isNamed && !/^(?:[01]?\d|2[0-3])[0-5][05]$/.test(digits)
}

/** "023 9249 6306 extension 92": the number of the whole house stands right before it. */
function isBehindNumber(view: View, labelStart: number): boolean {
  return /\d[\d /.-]{4,16}\d[,;]? {0,2}\(?$/.test(view.text.slice(Math.max(0, labelStart - 24), labelStart))
}
