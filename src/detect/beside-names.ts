/**
 * What stands right behind the name of a person and needs no other word: a birth date ("Lena Voss (12.03.1984)"), a telephone
 * number ("Lurdes, 966 203 637"), an extension ("Gudrun (App. 4471)"). Each look is bounded.
 */
import type { Finding, KnownEntityType } from '../types.ts'
import { lazily } from './patterns.ts'
import { isUnitAt } from './phone/cues.ts'
import { LIKELY } from './scores.ts'

const month = '\\p{L}{3,10}\\.?'
/** Dates with a day, a month and a year that tells a birth from an appointment. */
const date =
  `(?:(?:3[01]|[12]\\d|0?[1-9])(?:[./-]|\\. )(?:1[0-2]|0?[1-9]|[IVX]{1,4})(?:[./-]|\\. )(?<last>(?:19)\\d\\d|20[01]\\d|[3-9]\\d)` +
  `|(?<first>19\\d\\d|20[01]\\d)[./-](?:1[0-2]|0?[1-9])[./-](?:3[01]|[12]\\d|0?[1-9])` +
  `|(?:3[01]|[12]\\d|0?[1-9])(?:\\.|st|nd|rd|th|er)? (?:de |ta' )?${month} (?:de )?(?<named>19\\d\\d|20[01]\\d)` +
  `|${month} (?:3[01]|[12]\\d|0?[1-9]),? (?<american>19\\d\\d|20[01]\\d))(?![\\d\\p{L}])`
/** In brackets, alone or behind a short remark: "(w., 12.03.1984)", "(12 ans, 12/03/2014)"; nothing follows but a further remark. */
const inBrackets = lazily(
  () =>
    new RegExp(` ?\\((?:[^()\\n\\d]{1,12}[,;] ?|\\d{1,2} \\p{L}{1,8}\\.?[,;] )?(?<found>${date})(?= ?[),;])`, 'duy'),
)
const behindComma = lazily(() => new RegExp(`, (?<found>${date})(?=[,;.)]|$|\\n)`, 'duy'))
/** A date behind a comma is often that of a signature: only an early one is a birth. */
const latestBehindComma = 2010
const latestInBrackets = 2018

/** Eight to twelve digits in one or in groups. */
const number = lazily(
  () => /(?:,|:|;| [-\u2013\u2014])? ?\(?(?<found>\d{8,12}|\d{2,4}(?:[ ./-]\d{2,4}){1,4})(?![\p{L}\d]|[-./:,]\d)/duy,
)
const [fewestDigits, mostDigits] = [8, 12]
/** Years from and to, and dates. */
const yearsOrDate =
  /^(?:1\d{3}|20\d\d)[-/. ](?:1\d{3}|20\d\d)$|^\d{1,2}([-./ ])\d{1,2}\1(?:19|20)?\d\d$|^(?:19|20)\d\d([-./ ])\d{1,2}\2\d{1,2}/
const extension = lazily(
  () =>
    /,? \((?:(?:App|Apparat|DW|Durchwahl|ext|extn|x|int|interno|poste|wew|klapka|kl|linka|lokal|toestel|ankn|anknytning|mellék|alanumero|ramal|dw|tel)\.?:? ?)?(?<found>-?\d{2,5})\)/diuy,
)
const isMarked = /\(-|\p{L}/u

/** Birth dates and telephone numbers behind names. All offsets are those of `text`. */
export function findBesideNames(text: string, names: readonly Finding[]): Finding[] {
  const found: Finding[] = []
  for (const { type, end } of names) {
    if (type !== 'PERSON') continue
    const finding = birthBehind(text, end) ?? numberBehind(text, end) ?? extensionBehind(text, end)
    if (finding !== null) found.push(finding)
  }
  return found
}

function birthBehind(text: string, end: number): Finding | null {
  const bracketed = execAt(inBrackets(), text, end)
  if (bracketed !== null) return yearOf(bracketed) <= latestInBrackets ? made(bracketed, 'DATE_OF_BIRTH') : null
  const parted = execAt(behindComma(), text, end)
  return parted !== null && yearOf(parted) <= latestBehindComma ? made(parted, 'DATE_OF_BIRTH') : null
}

/** Two digits are a year of the last century. */
function yearOf({ groups }: RegExpExecArray): number {
  const year = Number(groups?.['last'] ?? groups?.['first'] ?? groups?.['named'] ?? groups?.['american'])
  return year < 100 ? 1900 + year : year
}

function numberBehind(text: string, end: number): Finding | null {
  const found = execAt(number(), text, end)
  if (found === null) return null
  const written = found.groups!['found']!
  const digits = written.replace(/\D/g, '').length
  if (digits < fewestDigits || digits > mostDigits || yearsOrDate.test(written)) return null
  return isUnitAt(text, found.index + found[0].length) ? null : made(found, 'PHONE')
}

function extensionBehind(text: string, end: number): Finding | null {
  const found = execAt(extension(), text, end)
  return found !== null && isMarked.test(found[0]) ? made(found, 'PHONE') : null
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function made(match: RegExpExecArray, type: KnownEntityType): Finding {
  const [start, end] = match.indices!.groups!['found']!
  return { start, end, type, score: LIKELY, recognizer: 'beside-names' }
}
