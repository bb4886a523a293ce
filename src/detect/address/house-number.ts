/** House numbers, and the signs and words for "number" before them. */
import { classOf, isDigit, isWord, LETTER } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import type { View } from '../view.ts'
import { NUMBER_SIGN } from './word-facts.ts'
import { type Word, wordBefore } from './words.ts'

const houseNumber =
  /\d{1,5}(?:[A-Za-zα-ωΑ-Ω\u0430-\u044f\u0410-\u042f](?![\p{L}\d])| [A-Ha-h](?=[,;\n)]|\.?$|\. \p{Lu})| [A-H] \d{1,3}(?![\p{L}\d])| b\d{1,3}(?![\p{L}\d]))?(?:[/-]\d{1,4}(?:[A-Za-z](?!\p{L}))?){0,3}(?:[/-](?:[A-Za-z]|[IVX]{1,4})(?![\p{L}\d]))?(?:[ -]?(?:bis|ter|quater|hs|huis|bv|I{1,3})(?![\p{L}\d]))?/uy

/** End of the house number that starts at `start`; -1 where it is a decimal, a time, a share or a longer number. */
export function houseNumberEnd(view: View, start: number): number {
  const digits = digitsEnd(view, start)
  if (digits === start) return -1
  const end = goesOn(view, digits) ? matchAt(view, houseNumber, start) : digits
  if (end < 0 || isWord(view.unit(end))) return -1
  const after = view.unit(end)
  const isJoined = after === 0x2e || after === 0x2c || after === 0x3a || after === 0x2f || after === 0x2d
  if (isJoined && isDigit(view.unit(end + 1))) return -1
  const next = after === 0x20 ? view.unit(end + 1) : after
  return next === 0x25 || next === 0xb0 || (next >= 0x20a0 && next <= 0x20bf) || next === 0x24 || next === 0xa3
    ? -1
    : end
}

const mostDigits = 5

function digitsEnd(view: View, start: number): number {
  let at = start
  while (at < start + mostDigits && isDigit(view.unit(at))) at++
  return at
}

/** May something that belongs to the number follow its digits: a letter, a further number, "bis"? Nearly always not. */
function goesOn(view: View, end: number): boolean {
  const after = view.unit(end)
  if (after === 0x2f || after === 0x2d) return true
  if (after !== 0x20) return (classOf(after) & LETTER) !== 0
  const letter = view.unit(end + 1)
  // "12 I"
  if (letter === 0x49) return true
  return isOf(suffixStarts, letter) && isOf(suffixFollowers, view.unit(end + 2))
}

/** `A` to `H` alone, or the first letters of "bis", "ter", "quater", "hs", "huis", "bv" … */
const suffixStarts = unitsOf('ABCDEFGHabcdefghtq')
/** … and what may stand behind them. */
const suffixFollowers = unitsOf('0123456789,;\n). ieusv\0')

function unitsOf(signs: string): Uint8Array {
  const units = new Uint8Array(128)
  for (const sign of signs) units[sign.charCodeAt(0)] = 1
  return units
}

function isOf(units: Uint8Array, unit: number): boolean {
  return unit < 128 && units[unit] === 1
}

/** Before the blank that may stand before `at`. */
export function skipBlank(view: View, at: number): number {
  return view.unit(at - 1) === 0x20 ? at - 1 : at
}

const numberSign =
  /^(?:[Nn][ro]?|[Nn]um|[Nn]úm|[Nn]umero|[Nn]úmero|[Nn]ummer|[Nn]umber|[Hh]aus(?:nummer|nr)|[Hh]uis(?:nummer|nr)|[Hh]us(?:nummer|nr)|[Nn]umer|[Čč]íslo|[Bb]roj|[Šš]tevilka|[Αα]ριθμός|[Нн]омер|[Čč]|[Čč]p|[Бб]р|[Бб]уд|[Дд]|[Aa]rp|km|lote|αρ|αριθ)\.?$/u

/** Before "nr." "n°" "№" "č. p." */
export function skipNumberSign(view: View, at: number): number {
  const unit = view.unit(at - 1)
  if (unit === 0x23) return skipBlank(view, at - 1)
  if (unit === 0xb0 || unit === 0xba || unit === 0x2116) {
    const word = wordBefore(view, at - 1)
    const start = word === null || unit === 0x2116 ? at - 1 : word.start
    return skipBlank(view, start)
  }
  const word = wordBefore(view, at)
  return word !== null && isNumberSign(view, word) ? skipBlank(view, word.start) : at
}

function isNumberSign(view: View, { start, end, facts }: Word): boolean {
  return (facts & NUMBER_SIGN) !== 0 && numberSign.test(view.text.slice(start, end))
}
