/** Addresses from a postal code outwards: its town, then the parts before and behind. */
import { isDigit, isWord } from '../characters.ts'
import { lazily, matchAt } from '../patterns.ts'
import type { Findings } from '../recognizer.ts'
import { LABELLED, LIKELY, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'
import { boxEnd } from './boxes.ts'
import { isCounted } from './counted.ts'
import type { Evidence } from './evidence.ts'
import { headFrom } from './head.ts'
import { addressWords, labelReach } from './labels.ts'
import { tailFrom, townEnd, townStart } from './parts.ts'
import { britishCodeEnd, leadingCodeEnd, trailingCodeEnd } from './postcode.ts'
import { plainHead } from './rural.ts'
import { streetEndingBefore } from './street-before.ts'
import { isCapital, wordBefore } from './words.ts'

export function findAtCode(view: View, start: number, _end: number, findings: Findings): void {
  addCode(view, start, findings)
}

export function findMixedCode(view: View, start: number, end: number, findings: Findings): void {
  const after = view.unit(end)
  const isLed = after === 0x20 ? isCapital(view, end + 1) : after === 0x2d && isDigit(view.unit(end + 1))
  if (isLed || (after !== 0x20 && !isDigit(view.unit(end - 1)))) addCode(view, start, findings)
}

export function findSplitCode(view: View, start: number, end: number, findings: Findings): void {
  if (isDigit(view.unit(end + 2)) && view.unit(end + 3) === 0x20) addCode(view, start, findings)
}

export function findJoinedCode(view: View, start: number, end: number, findings: Findings): void {
  if (isDigit(view.unit(end + 3)) && view.unit(end + 4) === 0x20) addCode(view, start, findings)
}

export function findCodeOfLetters(view: View, start: number, end: number, findings: Findings): void {
  const isJoined = view.unit(end) === 0x20 || view.unit(end) === 0x2d
  const mayBeCode =
    isDigit(view.unit(start + 1)) ||
    isDigit(view.unit(start + 2)) ||
    (end - start <= 3 && isJoined && isDigit(view.unit(end + 1)))
  if (mayBeCode) addCode(view, start, findings)
}

/** From a postal code outwards. */
function addCode(view: View, start: number, findings: Findings): void {
  if (isDigit(view.unit(start))) {
    const code = leadingCodeEnd(view, start)
    if (code >= 0 && view.unit(code) === 0x20) {
      const town = townEnd(view, code + 1)
      if (town >= 0) addLeadingCode(view, start, town, findings)
    }
  } else {
    const british = britishCodeEnd(view, start)
    if (british >= 0) {
      addTrailingCode(view, start, british, true, findings)
      return
    }
  }
  const code = trailingCodeEnd(view, start)
  if (code >= 0) addTrailingCode(view, start, code, false, findings)
}

/** "Am Schlossberg 5, 36037 Fulda": the part before it must be that of a street. */
function addLeadingCode(view: View, start: number, town: number, findings: Findings): void {
  let from = start
  // "D-35037", "LT-01103"
  if (view.unit(start - 1) === 0x2d) while (from > start - 4 && (isWord(view.unit(from - 1)) || from === start)) from--
  const joined = joinedStreetStart(view, from)
  const head = joined >= 0 ? headOfStreet(view, joined) : headFrom(view, from)
  if (head.evidence === 'none') {
    const slavic = slavicStreetStart(view, start)
    if (slavic >= 0) {
      findings.add(slavic, Math.max(town, tailFrom(view, town, true).end), 'ADDRESS', LIKELY)
      return
    }
    // "3300 Eger, Pf. 774"
    const box = view.unit(town) === 0x2c && view.unit(town + 1) === 0x20 ? boxEnd(view, town + 2) : -1
    if (box >= 0) findings.add(from, box, 'ADDRESS', LABELLED)
    else addStreetBehindTown(view, from, start, town, findings)
    return
  }
  if (head.evidence === 'some' && isCounted(view, start, town)) return
  const tail = tailFrom(view, town, true)
  findings.add(head.start, Math.max(town, tail.end), 'ADDRESS', head.evidence === 'sure' ? LABELLED : LIKELY)
}

/** "Ringstr.17a,53225 Bonn": the street right before a comma without a blank; -1 where none stands. */
function joinedStreetStart(view: View, code: number): number {
  if (view.unit(code - 1) !== 0x2c) return -1
  const number = wordBefore(view, code - 1)
  if (number === null || !isDigit(view.unit(number.start))) return -1
  return streetEndingBefore(view, number.start)?.start ?? -1
}

function headOfStreet(view: View, start: number): { readonly start: number; readonly evidence: Evidence } {
  return { start: headFrom(view, start).start, evidence: 'sure' }
}

/** "Dlhý rad 14, 085 01 Bardejov": Czech and Slovak streets may have a noun in small letters; their codes look like no other number. */
function slavicStreetStart(view: View, code: number): number {
  if (view.unit(code + 3) !== 0x20 || view.unit(code - 1) !== 0x20 || view.unit(code - 2) !== 0x2c) return -1
  const before = view.text.slice(Math.max(0, code - longestStreet), code)
  const found = nounStreet().exec(before)
  return found === null ? -1 : code - found[1]!.length
}
const longestStreet = 60
const nounStreet = lazily(
  () => /(?:^|[^\p{L}\d-])(\p{Lu}[\p{L}-]{1,20}(?: \p{Ll}[\p{L}-]{1,20}){1,2} \d{1,4}(?:\/\d{1,4})?[A-Za-z]?, )$/u,
)

/** "16-400 Suwałki, Kowalskiego 3 m. 18": code and town stand first, and a word for an address before them. */
function addStreetBehindTown(view: View, from: number, code: number, town: number, findings: Findings): void {
  if (view.unit(town) !== 0x2c || view.unit(town + 1) !== 0x20 || !view.isNear(addressWords.name, code, labelReach))
    return
  const end = matchAt(view, nameAndNumber, town + 2)
  if (end < 0) return
  findings.add(from, Math.max(end, tailFrom(view, end, true).end), 'ADDRESS', LIKELY)
}
const nameAndNumber =
  /\p{Lu}[\p{L}.'-]{1,24}(?: \p{L}[\p{L}.'-]{0,24}){0,3} \d{1,4}[A-Za-z]?(?:\/\d{1,4})?(?: m\. ?\d{1,4})?(?![\p{L}\d]|[.,:]\d)/uy

/** Ireland's code names a single house: https://www.eircode.ie/what-is-eircode */
function isEircode(view: View, start: number): boolean {
  return matchAt(view, eircode, start) >= 0
}
const eircode = /(?:[AC-FHKNPRTV-Y]\d\d|D6W) (?=[A-Z\d]{0,3}\d)[A-Z\d]{4}(?![\p{L}\d])/uy

/** "Haywards Heath RH17 7QT", "Dayton, OH 45409". */
function addTrailingCode(view: View, start: number, end: number, isSure: boolean, findings: Findings): void {
  let from = start
  if (view.unit(from - 1) === 0x20) {
    const town = townStart(view, from - 1)
    if (town >= 0) from = town
  }
  const head = headFrom(view, from)
  const tail = tailFrom(view, end, true)
  const stop = Math.max(end, tail.end)
  const plain = isSure || isEircode(view, start) ? plainHead(view, from) : { start: from, parts: 0 }
  const isNamed = view.isNear(addressWords.name, plain.start, 24)
  // As exact as a street: what stands before it in capitals belongs to it, behind a word for an address or in three parts.
  const isCounty = plain.parts > 1 && /, Co\. (?:na |an )?h?\p{Lu}/u.test(view.text.slice(plain.start, start))
  // "Les Rocquettes, St Peter Port, Guernsey GY1 1XN": a line of its own.
  const isLine = plain.parts === 2 && isSure && (plain.start === 0 || view.unit(plain.start - 1) === 0x0a)
  if (plain.parts > 0 && (isNamed || isCounty || isLine || plain.parts > 2) && plain.start <= head.start) {
    findings.add(plain.start, stop, 'ADDRESS', LABELLED)
  } else if (isSure && isSaid(view, from, findings, stop)) return
  else if (head.evidence !== 'none') findings.add(head.start, stop, 'ADDRESS', LABELLED)
  else if (isSure && (endsClause(view, end) || view.isNear(addressWords.name, from, labelReach)))
    findings.add(from, Math.max(end, tail.end), 'ADDRESS', TYPICAL)
}

/** "She lives at Bryn Eithin, Lon Garmon\nAbersoch\nLL53 7NC": lines of names right behind a word for an address. */
function isSaid(view: View, from: number, findings: Findings, stop: number): boolean {
  const { start, parts } = plainHead(view, from, true)
  if (parts === 0 || !view.isNear(addressWords.name, start, rightBefore)) return false
  findings.add(start, stop, 'ADDRESS', LABELLED)
  return true
}
const rightBefore = 12

/** No further word in small letters: "M25 4AA battery" is a part. */
function endsClause(view: View, end: number): boolean {
  return view.unit(end) !== 0x20 || isCapital(view, end + 1) || !isWord(view.unit(end + 1))
}
