/**
 * Numbers of whatever a word for "number" stands beside, in one word with it, behind or before it: "Bestandsnummer B 4471/19",
 * "as.nro 44718", "čitateľský preukaz č. 20418". Lists of labels know what most numbers are of and never end; nearly all other
 * numbers that are called so are somebody's too, but for those of things, pages, lines and laws.
 */
import { foldWord, isLetter } from './characters.ts'
import { connectorAt } from './connectors.ts'
import { isPrinted } from './laws.ts'
import { isOfThing } from './numbers-of-things.ts'
import type { Findings } from './recognizer.ts'
import { findReferences, readReference } from './reference.ts'
import { threshold } from './scores.ts'
import type { View } from './view.ts'

/** Plain numbers below this are rather those of a room or an item in a list … */
const fewestDigits = 5
/** … and with letters in capitals or joints these are enough. */
const fewestOfCode = 3

/** Looks at the number or the code that begins at `start`. */
export function findNumberedThing(view: View, start: number, runEnd: number, findings: Findings): void {
  const behind = frameStart(view, start)
  if (behind === start) return
  const own = numberWordBefore(view, withoutFillers(view, behind))
  const word = own ?? (mayBeCode(view, start, runEnd) ? numberWordAndNoun(view, behind) : null)
  if (word === null) return
  const limit = clauseEnd(view, start)
  const end = readReference(view, start, limit)
  if (end < 0) return
  const written = view.text.slice(start, end)
  if (!isPlausible(written) || (word.mayCount && !isCodeLike(written)) || isOfThing(view, word.start, word.end)) return
  if (isPrinted(view, word.start)) return
  const value = {
    group: '',
    start,
    limit,
    frameStart: start,
    labelStart: word.start,
    labelEnd: word.end,
    link: 'number',
    quoted: false,
    numbered: true,
  } as const
  findReferences(view, value, 'CASE_NUMBER', {
    add: (from, to, type) => findings.add(from, to, type, anyOther),
    addFramed: (from, to, type) => findings.add(from, to, type, anyOther),
  })
}

/** Any other recognizer knows better what the number is. */
const anyOther = threshold + 0.02
const longestValue = 64

/** Behind a comma stands something else, with a word of its own. */
function clauseEnd(view: View, start: number): number {
  const furthest = Math.min(view.length, start + longestValue)
  for (let at = start; at < furthest; at++) {
    const unit = view.unit(at)
    if (unit === 0x2c || unit === 0x3b || unit === 0x0a || unit === 0x29 || unit === 0x7c) return at
  }
  return furthest
}

function isPlausible(written: string): boolean {
  const digits = written.replace(/\D/g, '').length
  if (digits < fewestOfCode || /^(?:19|20)\d\d$|^[0-3]?\d[./][01]?\d[./]\d{2,4}$/.test(written)) return false
  // Decisions of the French court of cassation, which are published.
  if (/^\d\d-\d\d\.\d{3}$/.test(written)) return false
  if (/^[\d. ]+$/.test(written)) return digits >= fewestDigits
  return digits >= fewestDigits || !/\p{Ll}/u.test(written)
}

interface NumberWord {
  readonly start: number
  readonly end: number
  /** It may as well say how many there are. */
  readonly mayCount: boolean
}

/** Before blanks, colon, quotes and the like in front of a value. */
function frameStart(view: View, start: number): number {
  let at = start
  while (at > start - longestFrame && isFrame(view.unit(at - 1))) at--
  return at
}

/** "lautet", "is now": verbs and small words between. */
function withoutFillers(view: View, end: number): number {
  let at = end
  for (let count = 0; count < mostFillers; count++) {
    const word = wordStart(view, at, longestFiller)
    if (word === at || view.unit(word - 1) !== 0x20 || connectorAt(view.units, word, at)?.kind !== 'filler') break
    at = word - 1
  }
  return at
}
const mostFillers = 2
const longestFiller = 12

function wordStart(view: View, end: number, longest: number): number {
  let at = end
  while (at > end - longest && isLetter(view.unit(at - 1))) at--
  return at
}

function mayBeCode(view: View, start: number, end: number): boolean {
  return isLetter(view.unit(start)) || end - start >= fewestDigits || view.unit(start) === 0x30
}

const fewestOfNumber = 7

/** No count of people or pieces: "número de socio S-20418", not "número de visitantes 20418". */
function isCodeLike(written: string): boolean {
  return /^0|\p{Lu}/u.test(written) || (/^\d+$/.test(written) && written.length >= fewestOfNumber)
}

const mostNouns = 3
const shortestNounBehind = 3

/** "numer płatnika", "número de personal": the word for "number", and up to three words of what it is of; `null` for others. */
function numberWordAndNoun(view: View, end: number): NumberWord | null {
  let at = end
  for (let count = 0; count <= mostNouns; count++) {
    const word = wordStart(view, at, longestCompound)
    if (word === at || (count === 0 && at - word < shortestNounBehind)) return null
    const connector = connectorAt(view.units, word, at)
    if (count === 0 && connector !== undefined) return null
    if (count > 0 && isDotted(view, word, at)) return { start: word, end, mayCount: false }
    if (count > 0 && connector?.isNumberWord === true && leading.has(connector.word))
      return { start: word, end, mayCount: !neverCounting.has(connector.word) }
    const joint = view.unit(word - 1)
    if (joint !== 0x20 && joint !== 0x2d && joint !== 0x27) return null
    at = word - 1
    if (view.unit(at - 1) === 0x2e) at--
  }
  return null
}

/** Words for "number" that have behind them what it is of. */
const leading = setOf(
  'numero numeri numer numeru nr numarul numar cislo cisla stevilka stevilko broj broja номер номера αριθμος αριθμο αρ αριθ nru numru uimhir number',
)
/** Those of languages that have another word for how many there are. */
const neverCounting = setOf('numer numeru cislo cisla stevilka stevilko номер номера nru numru uimhir')

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(foldWord))
}

/** The word for "number" that ends at `at`, or the compound that ends in one; `null` where none stands. */
function numberWordBefore(view: View, at: number): NumberWord | null {
  const sign = view.unit(at - 1)
  // №
  if (sign === 0x2116) return { start: at - 1, end: at, mayCount: false }
  // "n°", "n.º"
  const isSigned = sign === 0xb0 || sign === 0xba
  const end = isSigned ? (view.unit(at - 2) === 0x2e ? at - 2 : at - 1) : at
  const word = wordStart(view, end, longestCompound)
  if (word === end) return null
  if (isSigned) return end - word === 1 ? { start: word, end, mayCount: false } : null
  if (!saysNumber(view, word, end) || (end - word > longestShortForm && !hasNoun(view, word, end))) return null
  return { start: word, end, mayCount: false }
}

/** "the number 44718", "le numéro 12345": a whole word for "number" says whose it is, in one word or with the word before it. */
function hasNoun(view: View, start: number, end: number): boolean {
  if (connectorAt(view.units, start, end) === undefined) return true
  const joint = view.unit(start - 1)
  if (joint !== 0x20 && joint !== 0x2d && joint !== 0x5f) return false
  const word = wordStart(view, start - 1, longestCompound)
  return start - 1 - word >= shortestNoun && connectorAt(view.units, word, start - 1) === undefined
}
const longestShortForm = 3
const shortestNoun = 4

const longestFrame = 5
const longestCompound = 40

/** Blank, dot, colon, number sign, quotes, opening bracket. */
function isFrame(unit: number): boolean {
  return (
    unit === 0x20 || unit === 0x2e || unit === 0x3a || unit === 0x23 || unit === 0x22 || unit === 0x28 || unit === 0x27
  )
}

function saysNumber(view: View, start: number, end: number): boolean {
  const connector = connectorAt(view.units, start, end)
  if (connector !== undefined)
    return connector.isNumberWord ? !codeWords.has(connector.word) : isDotted(view, start, end)
  for (const length of endings) {
    if (end - start < length + shortestStem) continue
    const ending = connectorAt(view.units, end - length, end)
    if (ending !== undefined && closing.has(ending.word)) return true
  }
  return false
}

/** "č. 4471", "št. 4471", "br. 4471": short forms that are other words without their dot. */
function isDotted(view: View, start: number, end: number): boolean {
  if (view.unit(end) !== 0x2e || end - start > longestDotted) return false
  return shortForms.has(view.text.slice(start, end).toLowerCase())
}
const longestDotted = 2
const shortForms: ReadonlySet<string> = new Set(['č', 'št', 'br', 'sz', 'n', 'αρ'])

/** Codes are given to anybody ("code SUMMER25"), and machines call everything an id. */
const codeWords = setOf(
  'id ids ref reference referenz referencia code kod kood kodas kods codigo codice cod codul kode kodo koda koodi κωδ κωδικοσ num nos',
)

/** Words for "number" that close compounds. */
const closing = setOf(
  'nummer nummern nr nro numero number nummeret nummret numret numer numeris numurs szam szama szamot szamu tunnus azonosito azonositoja numeron numeroni',
)
const endings = [...new Set([...closing].map(word => word.length))]
const shortestStem = 3
