/** What registration plates look like, and what only looks like them. */
import { standsAlone } from '../boundaries.ts'
import { isDigit, isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import type { View } from '../view.ts'

/** What is a plate of some state, in Latin, Greek or Cyrillic capitals, as it stands behind a word for a car. */
const nationalPlates = [
  "(?:AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH)[- \u00b7]?\\d{1,3}[ ']\\d{3}", // CH, with a blank in the number
  'U{1,3}[- \u00b7]U{1,2}[ -]?\\d{1,4}[EH]?', // AT, CH (cantons with letters), DE
  'U{2}[- ]\\d{2}[- ]?\\d{3}', // DK
  'U{3}[- ]?\\d{2,4}', // BE, CY, EL, FI, HU, IS, LT, MT, SE
  'U{2}[- ]?U{2}[- ]?\\d{3}', // HU from 2022
  'U{3}[- ]?\\d{2}U', // SE from 2019
  '\\d{3}[- ]?U{3}', // EE
  '\\d[- ]U{3}[- ]\\d{3}', // BE
  'U{1,2}[- ]?\\d{4}[- ]?U{2}', // BG, UA
  '\\dU[0-9U]?[- ]?\\d{4}', // CZ
  'U-U{3}\\d{3}', // BE, mopeds
  'U{2}[- ]?\\d{3}[- ]?U{2}', // FR, IT, SK, HR
  '\\d{1,4}[- ]?U{2,3}[- ]?(?:\\d{2}|2[AB]|97\\d)', // FR before 2009
  '\\d{2,3}-U{1,2}-\\d{1,6}', // IE
  'U{2}[- ]\\d{3,4}[- ]U{1,2}', // HR
  'U{1,3}[ -]?\\d{4,5}U?', // LU, PL, NO
  'U{2,3}[ -]?[0-9U]{4,5}', // PL
  '(?:\\d{1,3}|U{1,3})-(?:\\d{2,3}|U{2,3})-(?:\\d{1,2}|U{1,2})', // NL, PT
  'U{1,2}[ -]\\d{2,3}[ -]U{3}', // RO
  'U{2} \\d{1,2}-?\\d?U{1,3}', // SI
  '\\d{4}[- ]?[B-DF-HJ-NPR-TV-Z]{3}', // ES
  'U{2}\\d{2}[ ]?U{3}', // GB
  'U\\d{1,3} ?U{3}', // GB before 2001
  '\\dU{3}\\d{3}', // US, California
  'U{1,2}[- ]\\d{1,6}[ -]?U{0,3}', // AT, CH, ES before 2000, LV, NO, SI
]

/** `U` stands for any capital letter. */
export const nationalPlate = new RegExp(
  `(?:${nationalPlates.map(form => form.replaceAll('U', '\\p{Lu}')).join('|')})(?![\\p{L}\\p{N}])`,
  'uy',
)

/** The same in small letters, as people type them right behind a word for "plate". */
const inSmallLetters = new RegExp(
  `(?:${nationalPlate.source.replaceAll('\\p{Lu}', '\\p{Ll}')}|\\p{Ll}{1,3}\\d{1,3}\\p{Ll}{1,3}(?![\\p{L}\\p{N}]))`,
  'uyi',
)

/** Groups of small letters that are words or units rather than a part of a plate. */
const smallWord =
  /(?:^|[\d .-])(?:de|la|le|el|der|die|das|den|det|dem|des|von|vom|bis|am|im|an|auf|aus|in|of|on|at|to|for|and|und|et|y|e|i|a|o|w|z|do|od|na|nr|no|is|ist|est|es|til|fra|og|om|med|av|van|het|een|met|op|te|di|da|il|lo|un|su|per|con|dos|um|ou|or|ca|ab|kw|ps|km|kg|cm|mm|st|kr|eur|usd|h|m|l|t|g|x|vs|nm|hp|rpm|am|pm|min|sec|ms|max|top|nur|seit|the|not|new|old|all|any)(?=$|[\d .-])/iu

/** Right behind a word for "plate" anything goes that has a letter or a digit group of its own, in up to four groups. */
export const anyPlate = /[\p{Lu}\d]{1,8}(?:[ \-·.][\p{Lu}\d]{1,6}){0,3}/uy
/** Lower-case plates, behind a key or a colon. */
export const anyPlateInLowerCase = /[\p{L}\d]{1,8}(?:[ \-·.][\p{L}\d]{1,6}){0,3}/uy
/** Capitals before a number that are no plate. */
const noPlate =
  /^(?:BMW|VW|AMG|GTI|TDI|TSI|HDI|TDCI|USB|ISO|DIN|EUR|PLN|CZK|HUF|RON|SEK|DKK|NOK|CHF|GBP|USD|BGN|HRK|ABS|ESP|GPS|DVD|CD|PS|KW|KM|CM|MM|KG|NR|NO|MP|IP|EN|EU|US|UK|AM|PM|UTC|GMT|CET|MEZ|AB|AM|UM|VON|BIS|HTTP|PORT|MAX|MIN|MAZDA|FIAT|SEAT|ID|CX|RAV|SUV|PKW|LKW|VIN|COVID|BIC|KIA|AUDI|FORD|ART|PIN|UTR|QTY|PDF|RFC|EAN|HEX|SQL|GSM|TEL|FAX|MOB|TVA|BTW|IBAN|UID|AHV|\u041c\u041f\u0421|SSN|NIR|NIF|DNI|PESEL|TLF|TLM)$/

/** End of a plate in small letters that starts here: the form of some state, no words in it; -1 where none does. */
export function smallPlateEnd(view: View, start: number, limit: number): number {
  const end = matchAt(view, inSmallLetters, start, limit)
  if (end < 0 || !standsAlone(view, start, end)) return -1
  const written = view.text.slice(start, end)
  const digits = written.replace(/\D/g, '').length
  const letters = written.replace(/[^\p{L}]/gu, '').length
  const isWord = !isJoined.test(written) && smallWord.test(written)
  return digits >= 2 && letters + digits >= 5 && /\p{Ll}/u.test(written) && !isWord ? end : -1
}

/** "g123bc", "ab123cd": letters on both sides of the digits are no word and no unit. */
const isJoined = /^\p{L}{1,3}\d{1,4}\p{L}{1,3}$/u

/** End of what is like a plate at `start`: four to nine letters and digits, both of them, no other word or amount; else -1. */
export function plateEnd(view: View, pattern: RegExp, start: number, limit: number): number {
  let end = matchAt(view, pattern, start, limit)
  while (end > start && !isPlate(view, start, end)) end = beforeLastGroup(view, start, end)
  return end > start ? end : -1
}

export function isPlate(view: View, start: number, end: number): boolean {
  // `[0-9A-Z` is a class of an expression.
  if (!standsAlone(view, start, end) || view.unit(start - 1) === 0x5b) return false
  const written = view.text.slice(start, end)
  const compacted = written.replace(/[^\p{L}\d]/gu, '')
  const digits = compacted.replace(/\D/g, '').length
  if (compacted.length < 4 || compacted.length > 9 || digits === 0 || digits === compacted.length) return false
  if (/^(?:UTM|MGRS|GSM|TEL|FAX|MOB|TLF|TLM|TVA|BTW|UID|AHV)[ .-]/.test(written)) return false
  return !written.split(/[ \-·.]/).some(word => word.length > 4 && !/\d/.test(word))
}

/** "BMW 320", "EUR 1200": a known word in capitals and a number. */
export function isModel(view: View, start: number, end: number): boolean {
  const written = view.text.slice(start, end)
  return isPlain(written) && noPlate.test(/^\p{L}*/u.exec(written)![0])
}

function beforeLastGroup(view: View, start: number, end: number): number {
  let at = end - 1
  while (at > start && isWord(view.unit(at))) at--
  return at
}

/** Two letters, the half year (02 to 29, 51 to 79), a blank, three letters: nothing else looks like it. */
export function isBritish(written: string): boolean {
  return /^[A-HJ-PR-Y]{2}(?:0[2-9]|[125-7]\d) [A-HJ-PR-Z]{3}$/.test(written)
}

/** One group of letters and one of digits: model names and codes look the same. */
export function isPlain(written: string): boolean {
  const first = written.charCodeAt(0)
  return isDigit(first) ? /^\d+[ -]?\p{L}+$/u.test(written) : /^\p{L}+[ -]?\d+$/u.test(written)
}
