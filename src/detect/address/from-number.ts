/** Addresses from a house number outwards: the street before it or behind it, then the parts around. */
import { isDigit, isLetter } from '../characters.ts'
import { HashTable } from '../hash-table.ts'
import { lazily } from '../patterns.ts'
import type { Findings } from '../recognizer.ts'
import { LABELLED, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'
import { hashSpan, hashText } from '../words.ts'
import { headFrom } from './head.ts'
import { addressWords, houseLabels, labelReach, postcodeLabels, streetLabels, townLabels } from './labels.ts'
import { mayFollowStreet, mayLeadStreet } from './landmarks.ts'
import { type Tail, tailFrom, tailOfStreet, townEnd } from './parts.ts'
import type { Street } from './street.ts'
import { streetAfter } from './street-after.ts'
import { streetBefore } from './street-before.ts'
import { townBefore } from './town-before.ts'

export function findBehindWord(view: View, start: number, end: number, findings: Findings): void {
  const before = mayFollowStreet(view, start) ? streetBefore(view, start) : null
  // "résidence Les Tilleuls, 24 rue Daumier": the number belongs to what follows it.
  const isSplit = before === null || view.unit(start - 2) === 0x2c
  const after = isSplit && leadsToWord(view, end) && mayLeadStreet(view, end) ? streetAfter(view, start) : null
  const street = after ?? before
  if (street !== null) addStreet(view, street, findings)
}

export function findBeforeWord(view: View, start: number, end: number, findings: Findings): void {
  // "08:28 voie B" is a platform at a time.
  if (view.unit(start - 1) === 0x3a && isDigit(view.unit(start - 2))) return
  if (followsWord(view, start) || !leadsToWord(view, end) || !mayLeadStreet(view, end)) return
  const street = streetAfter(view, start)
  if (street !== null) addStreet(view, street, findings)
}

/** A word, a short form, a comma or a sign for "number" stands before it, not another number. */
function followsWord(view: View, number: number): boolean {
  const before = view.unit(number - 1)
  if (before === 0x2e || before === 0xb0 || before === 0xba || before === 0x2116 || before === 0x23) return true
  return before === 0x20 && !isDigit(view.unit(number - 2)) && view.unit(number - 2) !== 0x20
}

/** "16 Quarry", "27 bis, rue", "12, Triq". */
function leadsToWord(view: View, end: number): boolean {
  const after = view.unit(end)
  if (after === 0x2d || after === 0x2f) return true
  const at = after === 0x2c ? end + 2 : end + 1
  return (after === 0x20 || after === 0x2c) && isLetter(view.unit(at))
}

/** "a lo largo de 1987", "The 2007 Bowling Green" */
function isYearAt({ units }: View, start: number): boolean {
  if (start < 1 || isDigit(units[start - 1]!) || !isDigit(units[start + 2]!) || !isDigit(units[start + 3]!))
    return false
  const first = units[start]!
  return units[start + 1] === (first === 0x31 ? 0x39 : first === 0x32 ? 0x30 : 0)
}
const yearDigits = 4

const postcodeDigits = 5

/** From a street outwards. */
function addStreet(view: View, street: Street, findings: Findings): void {
  // "Tlf. 44 17 88 20, mail jo@firm.example": "mail" is a French street as well.
  if (view.unit(street.end) === 0x40) return
  const isHouse = street.isSure && !isDigit(view.unit(street.end - postcodeDigits))
  const read = isHouse ? tailOfStreet(view, street.end) : tailFrom(view, street.end)
  const tail = street.isSure && !read.hasTown ? withBracketedTown(view, read) : read
  const head = headFrom(view, street.start)
  const isCertain = tail.hasCode || head.evidence !== 'none'
  const isSure = street.isSure && !isYearAt(view, street.end - yearDigits) && !isYearAt(view, street.start)
  if (!isSure && isOtherValue(view, street)) return
  const isPlaced = isSure || isCertain || isSettled(view, street, tail) || isAtNumber(view, street)
  if (!isPlaced && !isAsked(view, street, tail)) return
  const start = isBehindComma(view, head.start)
    ? townBefore(view, head.start, isTownFirst(view, street, tail))
    : head.start
  findings.add(start, tail.end, 'ADDRESS', isCertain ? LABELLED : TYPICAL)
}

function isBehindComma(view: View, start: number): boolean {
  return view.unit(start - 1) === 0x20 && view.unit(start - 2) === 0x2c
}

/** The town comes first in Hungary, Latvia and Lithuania. */
function isTownFirst(view: View, street: Street, tail: Tail): boolean {
  const isBaltic = tail.hasCode && /(?:^|\W)(?:LV|LT)-\d{4,5}$/.test(view.text.slice(tail.end - 9, tail.end))
  return isBaltic || hungarian().test(view.text.slice(street.start, street.end))
}

/** "c/ La Pesa 7, 3.\u00ba D (Torrelavega)" */
function withBracketedTown(view: View, tail: Tail): Tail {
  if (view.unit(tail.end) !== 0x20 || view.unit(tail.end + 1) !== 0x28) return tail
  const town = townEnd(view, tail.end + 2)
  return town >= 0 && view.unit(town) === 0x29 ? { ...tail, end: town + 1, hasTown: true } : tail
}

/** "at number 52 Sycamore Drive": English streets whose word means other things as well. */
function isAtNumber(view: View, { start, end }: Street): boolean {
  return (
    isDigit(view.unit(start)) &&
    !isDigit(view.unit(end - 1)) &&
    atNumber.test(view.text.slice(Math.max(0, start - 14), start))
  )
}
const atNumber = /(?:^|[\s(])(?:at|outside|of) (?:number |no\. ?)?$/i

/** A word for an address before it, or what is at the door behind it: "Feldweg 9, klingeln bei Brandt". */
function isAsked(view: View, street: Street, tail: Tail): boolean {
  const isNamed = street.isBare !== true && view.isNear(addressWords.name, street.start, labelReach)
  return isNamed || (mayBeAtDoor(view, tail.end) && atDoor().test(view.text.slice(tail.end, tail.end + 28)))
}

/** The first three letters of one of the two words behind a blank. */
function mayBeAtDoor({ units }: View, end: number): boolean {
  const start = units[end] === 0x20 ? end + 1 : end + 2
  if (units[start - 1] !== 0x20) return false
  if (doorStarts.get(hashSpan(units, start, start + doorLetters)) !== 0) return true
  let next = start
  while (next < start + longestWord && isLetter(units[next]!)) next++
  return units[next] === 0x20 && doorStarts.get(hashSpan(units, next + 1, next + 1 + doorLetters)) !== 0
}

/** "Szeged, Kárász utca 17" */
const hungarian = lazily(
  () =>
    / (?:utca|u\.|\u00fat|\u00fatja|t\u00e9r|tere|k\u00f6r\u00fat|krt\.|k\u00f6z|s\u00e9t\u00e1ny|sor|fasor|rakpart) \d/u,
)

const atDoor = lazily(
  () =>
    /^[,;.]? (?:\p{L}{1,10} )?(?:klingel|sonnez|sonnette|digicode|interphone|zvon|citofono|suona|ovikood|timbre|telefonillo|portero|bell|buzzer|door code|dzwonek|domofon|cseng|kaputelefon|interfon|deurbel|bel aan|aanbellen|uksekood|durvju kod|dur\u0173 kod|porttelefon|portkod|d\u00f8rklokke|ring p\u00e5|zvonec|zvono|\u03ba\u03bf\u03c5\u03b4\u03bf\u03cd\u03bd|\u0437\u0432\u044a\u043d)/iu,
)

const longestWord = 10
const doorLetters = 3
const doorStarts = new HashTable(
  'kli son dig int zvo cit suo ovi tim tel por bel buz doo dzw dom cse kap deu aan uks dur d\u00f8r rin \u03ba\u03bf\u03c5 \u0437\u0432\u044a'
    .split(' ')
    .map(letters => [hashText(letters, 0, doorLetters), 1]),
)

/** A town behind it makes a street of what only looks like one: "Cankarjeva 18, Koper"; no score: "Polska 2, Niemcy 1". */
function isSettled(view: View, street: Street, tail: Tail): boolean {
  if (isYearAt(view, street.end - yearDigits)) return false
  const written = view.text.slice(street.end, tail.end)
  if (!tail.hasTown) return street.isBare === true && tail.hasUnit
  return (!/\d$/.test(written) || district.test(written)) && !scored.test(view.text.slice(tail.end, tail.end + 4))
}

/** Towns whose districts have numbers. */
const district =
  /(?:Praha|Praze|Prague|Prag|Brno|Bratislava|Ko\u0161ice|Dublin|Paris|Lyon|Marseille|Wien|Budapest|Warszawa) \d{1,2}$/u
const scored = /^ ?[-:–] ?\d|^ \d/

const ownGroups: ReadonlySet<string> = new Set(
  [addressWords, streetLabels, postcodeLabels, townLabels, houseLabels].map(({ name }) => name),
)

const mostLabels = 8

/** "Sygesikring 8077 4021": the word before the number names something else. */
function isOtherValue(view: View, { start, end }: Street): boolean {
  const { values } = view
  const last = view.lastValueAt(end - 1)
  for (let index = last; index >= 0 && index > last - mostLabels; index--) {
    const value = values[index]!
    if (value.start <= start) return false
    // "43 B 14": one letter is rather that of a stair.
    const isWritten = value.labelEnd - value.labelStart > 1 && value.labelStart >= start
    if (isWritten && value.limit >= end && !ownGroups.has(value.group)) return true
  }
  return false
}
