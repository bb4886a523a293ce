/** Telephone numbers, international and national: ITU-T E.164, E.123; national plans by phone-plans.ts. */
import { isDigit, isWord } from '../characters.ts'
import { THINGS } from '../context-words.ts'
import { countDigits, type DigitGroup, digitsOf, lengthsOf, readDigitGroups, separatorsOf } from '../digit-groups.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { closesClause, isReached } from '../phone/cues.ts'
import { strengthOf } from '../phone/formats.ts'
import { callWords, extensionWords, phoneWords, plainNumberWords, reachWords } from '../phone/words.ts'
import { fitOf, type PlanFit } from '../phone-plans.ts'
import { type BuiltInRecognizer, type Findings, onLabel, onRun, onText } from '../recognizer.ts'
import { pairs } from '../run-filter.ts'
import { CERTAIN, LABELLED, LIKELY, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'

/** A sign or another number right before it: it starts no number. `20'014.14` is how the Swiss write amounts. */
const joinedBefore = ['+', ...pairs('9', "': -.,/_"), ...pairs('a', '-.,/_')]

/** E.164 numbers have at most 15 digits; with a trunk zero written too. */
const mostDigits = 15
const fewestInternational = 7
const fewestNational = 9
const fewestLabelled = 6
const nearby = 48
/** A thing's name before a number is meant only when it stands right before it. */
const rightBefore = 14

export const phone: BuiltInRecognizer = {
  name: 'phone',
  source: 'https://www.itu.int/rec/T-REC-E.123',
  types: ['PHONE'],
  context: [callWords, plainNumberWords, reachWords],
  anchors: [
    onText('+', findInternational, '9'),
    onText('(', findBracketed, '9'),
    // Most short runs are counts, years and parts of dates.
    onRun(2, 6, findNational, { made: ['9'], after: pairs(' -./\n', '9 -./()\n'), notBefore: joinedBefore }),
    // "8 655 50373", "0 612 55037"
    onRun(1, 1, findLithuanian, { made: ['9'], after: [' 9', '-9'], notBefore: joinedBefore }),
    onRun(7, 13, findNational, { made: ['9'], notBefore: joinedBefore }),
    onLabel(phoneWords, findLabelled),
    onLabel(extensionWords, findExtension),
  ],
  examples: {
    match: [
      'Mobil «+49 (0)151 64820937»',
      'ring «+45 97 55 50 64» now',
      'or «+1-312-555-0172», he said',
      '«(+48) 512 550 347» | web',
      'reach me on «020 7946 0381» or later',
      'Tel. «06131/555 02 46»',
      '«(0221) 555 0134»',
      '«06.39.98.72.46»;16BR70482',
      'bel me op «06 - 41 73 20 65»',
      'call me on «(503) 555-0148»',
      'or «303.555.0164»',
      'llame al «644 017 359» hoy',
      'telefonnr: «20 55 50 73»',
      '"phone":"«777555063»"',
      'nr tel «0634172985»',
      'or «0034 958 00 36 71»',
      'payroll, ext. «4412»',
      'Tel. «+49 7151 4816-305» | Fax -«499»',
    ],
    miss: [
      'on 2024-10-28 at 09:12',
      '01.02.2024 - 03.02.2024',
      'version 0.12.3456.789',
      'EAN 4006381333931, ISBN 0-306-40615-2',
      '1 234 567 890 rows in 512 345 678 ms',
      'order 0034 0434 2907 1638 5204',
      'GMT+0100',
      'a+1234567890x',
      'phone 14 Pro, mobile app 2.11.0',
      'opening 0800-1730',
      'call 2 of 5, 10482 times',
      'x = y + 12345678',
      '| 35 | toner black | 056-1893-45 | 233 pcs |',
    ],
  },
}

/** `+` and a calling code. */
function findInternational(view: View, plus: number, _end: number, findings: Findings): void {
  const first = view.unit(plus + 1)
  if (!isDigit(first) || first === 0x30 || isWord(view.unit(plus - 1))) return
  if (countDigits(view, plus + 1, fewestInternational) < fewestInternational) return
  const number = internationalNumber(view, plus + 1, view.text.length)
  if (number === null) return
  const { end, fit, digits } = number
  const start = view.unit(plus - 1) === 0x28 ? openBracket(view, plus, end) : plus
  const isPlain = end - plus === digits + 1
  if (fit === 'valid') findings.add(start, end, 'PHONE', isPlain && digits < fewestNational ? LIKELY : CERTAIN)
  else if (fit === 'possible') findings.add(start, end, 'PHONE', isPlain ? LIKELY : TYPICAL)
  else if (!isPlain || isNearCall(view, plus)) findings.add(start, end, 'PHONE', LIKELY)
}

/** The bracket in `(+48) 512 550 347` belongs to the number when it closes inside it. */
function openBracket(view: View, plus: number, end: number): number {
  const close = view.text.slice(plus, end).indexOf(')')
  return close < 0 ? plus : plus - 1
}

interface InternationalNumber {
  readonly end: number
  readonly fit: PlanFit
  readonly digits: number
}

/** The longest number from `start` that fits its plan best; what follows it in further groups is left. */
function internationalNumber(view: View, start: number, limit: number): InternationalNumber | null {
  const groups = readDigitGroups(view, start, limit, mostDigits + 1, fewestInternational)
  let best: InternationalNumber | null = null
  for (let count = groups.length; count > 0; count--) {
    const digits = withoutTrunk(view, groups.slice(0, count))
    if (digits.length < fewestInternational) break
    const { end } = groups[count - 1]!
    if (isWord(view.unit(end))) continue
    const fit = fitOf(digits)
    if (fit === 'valid') return { end, fit, digits: digits.length }
    if (best === null || (best.fit === 'none' && fit === 'possible')) best = { end, fit, digits: digits.length }
  }
  return best
}

/** `(0)` behind the calling code is dialled only inside the country. */
function withoutTrunk(view: View, groups: readonly DigitGroup[]): string {
  const isTrunk = ({ start, end }: DigitGroup) =>
    end === start + 1 && view.unit(start) === 0x30 && view.unit(start - 1) === 0x28
  return digitsOf(
    view,
    groups.filter(group => !isTrunk(group)),
  )
}

/** `(0221) 555 0134`, `(503) 555-0148`. */
function findBracketed(view: View, bracket: number, _end: number, findings: Findings): void {
  if (!isDigit(view.unit(bracket + 1)) || isWord(view.unit(bracket - 1))) return
  if (countDigits(view, bracket + 1, fewestNational) < fewestNational) return
  const groups = readDigitGroups(view, bracket, view.text.length, mostDigits, fewestInternational)
  const first = groups[0]
  if (first === undefined || view.unit(first.end) !== 0x29 || groups.length < 2) return
  const end = groups.at(-1)!.end
  if (isWord(view.unit(end))) return
  const digits = digitsOf(view, groups)
  // A mask: "(055) 000-0000".
  if (/0{6}$/.test(digits)) return
  const isTrunk = digits[0] === '0' && first.end - first.start >= 3 && digits.length >= fewestNational
  if (isTrunk || isNorthAmerican(lengthsOf(groups), digits)) findings.add(bracket, end, 'PHONE', TYPICAL)
  else if (isBrazilian(view, first, lengthsOf(groups), digits)) findings.add(bracket, end, 'PHONE', TYPICAL)
  else if (digits.length >= fewestNational && isNearCall(view, bracket)) findings.add(bracket, end, 'PHONE', LIKELY)
}

/** `(85) 95550-3336`, `(11) 3555-0147`: the brackets hold a code of two digits. */
function isBrazilian(view: View, first: DigitGroup, lengths: string, digits: string): boolean {
  return /^2-5-4$|^2-4-4$/.test(lengths) && /^[1-9]/.test(digits) && view.unit(first.end + 1) === 0x20
}

/** A number without calling code, in groups or in one: what it looks like decides how much else must speak for it. */
function findNational(view: View, start: number, end: number, findings: Findings): void {
  if (isShort(view, start, end)) return
  const wrapBelow = view.unit(start) === 0x30 ? fewestInternational : 0
  // Twice as many as a number has, so that longer ones are told from it.
  const groups = readDigitGroups(view, start, view.text.length, 2 * mostDigits, wrapBelow)
  if (groups.length === 0 || groups[0]!.end !== end) return
  const count = plausibleGroups(view, groups)
  const read = groups.slice(0, count)
  const last = read.at(-1)
  if (last === undefined || !endsNumber(view, last.end, groups.length > count)) return
  const score = nationalScore(view, read)
  if (score > 0) findings.add(start, last.end, 'PHONE', score)
}

/** Nine digits behind the 8 or 0 that is dialled inside the country. */
function findLithuanian(view: View, start: number, end: number, findings: Findings): void {
  const trunk = view.unit(start)
  if (trunk !== 0x38 && trunk !== 0x30) return
  const groups = readDigitGroups(view, start, view.text.length, 2 * mostDigits, 0)
  if (groups[0]?.end !== end || !lithuanian.test(lengthsOf(groups)) || !endsNumber(view, groups.at(-1)!.end, false))
    return
  if (fitOf(`370${digitsOf(view, groups.slice(1))}`) !== 'valid') return
  const stop = groups.at(-1)!.end
  if (isNearCall(view, start) || isReached(view, start, stop, 'odd')) findings.add(start, stop, 'PHONE', LIKELY)
}
const lithuanian = /^1-(?:3-5|3-2-3|1-3-4|1-7|8|2-6|3-3-2)$/

/** Passed before anything is made of it. */
function isShort(view: View, start: number, end: number): boolean {
  if (end - start >= fewestInternational) return false
  if (isYearOfDate(view, start, end)) return true
  return countDigits(view, start, fewestInternational) < fewestInternational
}

/** `2031-02-11`: time stamps are the most frequent numbers of all. */
function isYearOfDate(view: View, start: number, end: number): boolean {
  const century = view.unit(start + 1) - 0x30 + 10 * (view.unit(start) - 0x30)
  return (
    end - start === 4 && (century === 19 || century === 20) && view.unit(end) === 0x2d && view.unit(end + 3) === 0x2d
  )
}

function endsNumber(view: View, end: number, isCut: boolean): boolean {
  const after = view.unit(end)
  if (isWord(after) || after === 0x25 || (after === 0x5f && isWord(view.unit(end + 1)))) return false
  if ((after === 0x2c || after === 0x3a) && isDigit(view.unit(end + 1)))
    return after === 0x2c && !isDigit(view.unit(end + 3))
  return isCut || after !== 0x2d || !isWord(view.unit(end + 1))
}

/** How many of the groups belong together: a time, a second number or a lone digit behind them does not. */
function plausibleGroups(view: View, groups: readonly DigitGroup[]): number {
  const separators = separatorsOf(view, groups)
  for (let index = 1; index < groups.length; index++) {
    const { start, end } = groups[index]!
    const separator = separators[index - 1]!
    const isLone = end === start + 1
    const isSecondNumber = separator.includes('/') && index > 1 && view.unit(start) === 0x30
    const isSpaced = separator.length > 1 && separator.trim() !== '' && index > 1 && !isDeskBehind(view, groups, index)
    // "03671 / 630 69-2": the last digit behind a hyphen is the line of one desk.
    const isDesk =
      isLone && separator === '-' && index > 1 && index === groups.length - 1 && view.unit(groups[0]!.start) === 0x30
    // "8 5 255 0374" (lt), "06-1-555-0364" (hu): the code of a capital.
    const isCapitalCode = isLone && index === 1 && isDialledBefore(view, groups)
    if ((isLone && !isDesk && !isCapitalCode) || isSecondNumber || isSpaced || view.unit(end) === 0x3a) return index
  }
  return groups.length
}

/** "069 / 900 9177 - 40": the last group, of two or three digits, of a number with its trunk zero. */
function isDeskBehind(view: View, groups: readonly DigitGroup[], index: number): boolean {
  const { start, end } = groups[index]!
  const isLast = index === groups.length - 1 && index > 1 && end - start > 1 && end - start < 4
  if (
    !isLast ||
    view.unit(groups[0]!.start) !== 0x30 ||
    !/^ ?- ?$/.test(view.text.slice(groups[index - 1]!.end, start))
  )
    return false
  return closesClause(view, end) || !/^ (?:Uhr|h\b|hrs|%|a\.?m|p\.?m)/.test(view.text.slice(end, end + 6))
}

/** What Lithuanians and Hungarians dial before the code of a town. */
function isDialledBefore(view: View, groups: readonly DigitGroup[]): boolean {
  const { start, end } = groups[0]!
  return groups.length > 3 && /^(?:8|06)$/.test(view.text.slice(start, end))
}

/** The register of companies: "RCS Nanterre 552 081 317", "SIREN". */
const register = /(?:RCS|R\.C\.S\.|SIREN|SIRET|HRB|HRA|REA|KRS|CVR|KvK)(?: [\p{L}-]{1,20}){0,2}[ :]{1,2}$/u

function nationalScore(view: View, groups: readonly DigitGroup[]): number {
  const score = scoreOfForm(view, groups)
  const { start } = groups[0]!
  return score > 0 && register.test(view.text.slice(Math.max(0, start - 30), start)) ? 0 : score
}

function scoreOfForm(view: View, groups: readonly DigitGroup[]): number {
  const { start } = groups[0]!
  const digits = digitsOf(view, groups)
  // A mask: "000-0000".
  if (digits.length < 7 || digits.endsWith('000000')) return 0
  // "418/2021" is a decision of a court.
  if (
    groups.length === 2 &&
    /^(?:19|20)\d\d$/.test(view.text.slice(groups[1]!.start, groups[1]!.end)) &&
    view.unit(groups[1]!.start - 1) === 0x2f
  )
    return 0
  if (isDate(view, groups) || view.isNear(THINGS.name, start, rightBefore)) return 0
  if (digits.startsWith('00')) return exitCodeScore(view, digits, groups, start)
  const lengths = lengthsOf(groups)
  if (digits[0] === '0') return trunkScore(view, digits, groups, start)
  const dashed = isNorthAmerican(lengths, digits) && groups.length === 3 ? dashedScore(view, groups, start) : 0
  if (dashed > 0) return dashed
  const isGrouped = groups.length > 1 && digits.length <= 11 && !separatorsOf(view, groups).includes('.')
  // `size=958422342`: another key names it.
  const isWhole = groups.length === 1 && digits.length >= 8 && digits.length <= 11 && view.unit(start - 1) !== 0x3d
  if ((isGrouped || isWhole) && isNearCall(view, start)) return LIKELY
  return isWritten(view, groups) && isReached(view, start, groups.at(-1)!.end, strengthOf(lengths, digits)) ? LIKELY : 0
}

/** One kind of separator, dots only where no amount has them; `size=958422342` names something else. */
function isWritten(view: View, groups: readonly DigitGroup[]): boolean {
  const separators = separatorsOf(view, groups)
  if (separators.length === 0) return view.unit(groups[0]!.start - 1) !== 0x3d
  if (separators[0] === '.') return lengthsOf(groups).endsWith('-2-2') && separators.every(sign => sign === '.')
  return separators.every(sign => sign === ' ' || sign === '-') || (separators[0] === '/' && separators.length < 3)
}

/** `0034 967 …`: the exit code of most of the world. */
function exitCodeScore(view: View, digits: string, groups: readonly DigitGroup[], start: number): number {
  const rest = digits.slice(2)
  if (digits.length < 10 || rest[0] === '0') return 0
  const fit = fitOf(rest)
  const isNear = isNearCall(view, start)
  if (groups.length === 1) return fit === 'valid' && isNear ? LIKELY : 0
  if (fit === 'valid') return TYPICAL
  return fit === 'possible' && isNear ? LIKELY : 0
}

/** A national number with its trunk zero. */
function trunkScore(view: View, digits: string, groups: readonly DigitGroup[], start: number): number {
  if (digits.length > 13) return 0
  const isNear = isNearCall(view, start)
  if (groups.length === 1) {
    if (digits.length < fewestNational || digits.length > 12) return 0
    return isNear || isMobile(digits) ? LIKELY : 0
  }
  if (digits.length < fewestNational) return isNear ? LIKELY : 0
  const first = groups[0]!
  if (first.end - first.start < 2 || first.end - first.start > 6) return isNear ? LIKELY : 0
  // `056-1893-45`: parts of machines are numbered so, telephones are not.
  if (lengthsOf(groups) === '3-4-2' && hasSeparator(view, groups, '-') && !isNear) return 0
  const isDotted = hasSeparator(view, groups, '.')
  return isDotted && groups.length < 3 && !isNear ? 0 : TYPICAL
}

/** Mobile numbers written in one: German and British ones are long enough to be told from other numbers, so are 06 and 07. */
function isMobile(digits: string): boolean {
  return /^(?:01[567]\d{8,9}|07\d{9}|0[67]\d{8})$/.test(digits)
}

function dashedScore(view: View, groups: readonly DigitGroup[], start: number): number {
  if (hasSeparator(view, groups, '-')) return TYPICAL
  return hasSeparator(view, groups, '.') || isNearCall(view, start) ? LIKELY : 0
}

function isNorthAmerican(lengths: string, digits: string): boolean {
  return lengths === '3-3-4' && /^[2-9]\d\d[2-9]/.test(digits)
}

/** Is this the one separator between all groups? */
function hasSeparator(view: View, groups: readonly DigitGroup[], separator: string): boolean {
  return separatorsOf(view, groups).every(other => other === separator)
}

/** `28-10-2024`, `2024 10 28`, and two dates in a row. */
function isDate(view: View, groups: readonly DigitGroup[]): boolean {
  const [first, second, third] = groups
  if (first === undefined || second === undefined || third === undefined) return false
  const lengths = lengthsOf([first, second, third])
  const numbers = [first, second, third].map(({ start, end }) => Number(view.text.slice(start, end)))
  if (lengths === '4-2-2') return isYear(numbers[0]!) && numbers[1]! <= 12 && numbers[2]! <= 31
  return (lengths === '2-2-4' || lengths === '1-2-4') && numbers[0]! <= 31 && numbers[1]! <= 31 && isYear(numbers[2]!)
}

function isYear(number: number): boolean {
  return number >= 1900 && number <= 2100
}

function isNearCall(view: View, start: number): boolean {
  if (view.isNear(callWords.name, start, nearby) || view.isNear(phoneWords.name, start, nearby)) return true
  return view.isNear(plainNumberWords.name, start, rightBefore)
}

/** What a label names a number is one unless it looks like a date. */
function findLabelled(view: View, value: LabelledValue, findings: Findings): void {
  const { start, limit } = value
  if (view.unit(start) === 0x2b || isWord(view.unit(start - 1))) return
  const groups = readDigitGroups(view, start, limit, mostDigits, fewestInternational)
  const read = groups.slice(0, plausibleGroups(view, groups))
  const last = read.at(-1)
  if (last === undefined || isWord(view.unit(last.end)) || isDate(view, read)) return
  const { length } = digitsOf(view, read)
  if (length >= fewestLabelled && length <= mostDigits) findings.add(start, last.end, 'PHONE', LABELLED)
}

function isDecimal(view: View, end: number): boolean {
  return view.unit(end) === 0x2e && isDigit(view.unit(end + 1))
}

/** Words that are nothing else: two digits behind them do. */
const onlyExtension = /^(?:dw|durchwahl|nebenstelle|klapka|mellék|ankn|anknytning|wew|wewnętrzny|toestel|ramal)$/i
/** Words of everyday language too: the clause has to end behind the digits. */
const alsoElse = /^(?:kl|int|linka|lokal|poste|interno|interior|interna|kućni|apparat|fax|ext|vidinis)$/i

function findExtension(view: View, value: LabelledValue, findings: Findings): void {
  const { start, limit, labelStart, labelEnd } = value
  let end = start
  while (end < limit && isDigit(view.unit(end))) end++
  const length = end - start
  if (length < 2 || length > 5 || isWord(view.unit(end)) || isDecimal(view, end)) return
  const label = view.text.slice(labelStart, labelEnd)
  if (alsoElse.test(label) && !closesClause(view, end)) return
  if (!isExtensionForm(view, value, label, end)) return
  const framed = view.unit(start - 1) === 0x2d ? start - 1 : start
  const isPlain =
    length >= 3 || value.link !== 'bare' || onlyExtension.test(label) || isBehindNumber(view, value.labelStart)
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
