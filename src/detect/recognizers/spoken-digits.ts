/**
 * Telephone and other long numbers that are said digit by digit or in groups: "oh seven seven double-oh nine hundred", "null acht
 * null sechs eins", "seis cuatro cuatro, uno siete ocho". Unicode CLDR, spell-out rules.
 */
import { foldWord, isLetter, isWord } from '../characters.ts'
import { HashTable } from '../hash-table.ts'
import { type BuiltInRecognizer, type Findings, onWord } from '../recognizer.ts'
import { onceInRows } from '../rows.ts'
import { LIKELY } from '../scores.ts'
import { numbersInWords, spokenNumbers } from '../spoken-numbers.ts'
import type { View } from '../view.ts'
import { hashSpan, hashWord } from '../words.ts'
import { phone } from './phone.ts'

/** Zero, one and what else is said among digits. Each is too common in some language to begin with. */
const zeros = new Set(
  'zero oh double triple nul null nulla zéro cero nolla noll nula nulla nulă nič ničla нула μηδέν nulis nulle żero náid doppel dubbel doble doppio dubbelt'.split(
    ' ',
  ),
)
const ones = new Set(
  'one eins uno um uma jeden jedna jedno jedan ena ett én één een un une unu egy ένα едно viens vienas üks yksi wieħed aon'.split(
    ' ',
  ),
)
const hundreds = new Set(
  'hundred hundert cent cents cien ciento cento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset stě sta set száz sută sute sata sataa hundra hundrede honderd sada simts šimtas šimtai сто двеста триста четиристотин петстотин шестстотин седемстотин осемстотин деветстотин εκατό διακόσια τριακόσια τετρακόσια πεντακόσια εξακόσια επτακόσια οκτακόσια εννιακόσια'.split(
    ' ',
  ),
)
/** Common words in one language, digits in another. */
const otherDigits = new Set('zwo six seis sex sei to tre'.split(' '))
/** Between the parts of one number. */
const joints = new Set(['y', 'et', 'e', 'i', 'și', 'и', 'and', 'og', 'och', 'und', 'en', 'o', 'και'])
/** Amounts, counts and years are said with these; in small letters. */
const bigOrMeasured =
  /^(?:thousand|tausend|mille|mil|mila|tys\p{L}*|tisíc\p{L}*|tusen|tusind|tuhat\p{L}*|ezer|mii|хиляд\p{L}*|χιλιάδες|duizend|million\p{L}*|euro\p{L}*|dollar\p{L}*|pounds?|złot\p{L}*|korun\p{L}*|kron\p{L}*|forint\p{L}*|lei|лев\p{L}*|percent|procent\p{L}*|prozent)$/u
const mostWords = 40
const mostBefore = 8
const longestWord = 30
const fewestWords = 5
const nearby = 60

interface Run {
  readonly end: number
  readonly words: readonly string[]
}

export const spokenDigits: BuiltInRecognizer = {
  name: 'spoken-digits',
  source: 'https://cldr.unicode.org/translation/number-currency-formats/number-spellout-rules',
  types: ['PHONE'],
  context: phone.anchors.flatMap(anchor => (anchor.kind === 'label' ? [anchor.labels] : [])),
  anchors: [onWord(spokenNumbers, onceInRows(findSaid))],
  examples: {
    match: [
      'ring me on «oh seven seven double-oh nine hundred one five six»',
      'unter «null acht null sechs eins, vier vier sieben eins».',
      "c'est le «zéro six quarante-quatre dix-sept quatre-vingt-huit vingt»",
      'al «seis cuatro cuatro, uno siete ocho, ocho dos cero»',
      'telefon: «sześćset jeden, czterysta czterdzieści jeden, siedemset osiemdziesiąt osiem»',
      'numru: «tnejn ħamsa sebgħa disgħa tlieta erbgħa»',
    ],
    miss: [
      'one two three four five six seven',
      'two or three days',
      'twelve thousand four hundred fifty-six euros',
      'vier, fünf, sechs, sieben, acht',
      'quatre-vingt-dix-huit ans',
      'twenty-five to thirty-two people',
    ],
  },
}

function findSaid(view: View, start: number, _wordStop: number, findings: Findings): void {
  const first = firstWord(view, start)
  if (first < 0) return
  const { end, words } = readRun(view, first)
  if (words.length < fewestWords || isWord(view.unit(end)) || isCounting(words)) return
  const isDialled = zeros.has(words[0]!) || words.filter(isDigitWord).length >= fewestWords
  if (isDialled || view.isNear('PHONE', first, nearby) || view.isNear('CALL', first, nearby)) {
    findings.add(first, end, 'PHONE', LIKELY)
  }
}

/** Where the number begins: zeros and ones may stand before `start`; -1 where a number word does, which is an anchor of its own. */
function firstWord(view: View, start: number): number {
  let first = start
  for (let count = 0; count < mostBefore; count++) {
    const joint = view.unit(first - 1)
    if (joint !== 0x20 && joint !== 0x2d) return first
    const end = joint === 0x20 && view.unit(first - 2) === 0x2c ? first - 2 : first - 1
    const before = lettersBefore(view, end)
    if (before === end) return first
    const word = wordBetween(view, before, end)
    if (spoken.has(word)) return -1
    if (!zeros.has(word) && !ones.has(word) && !hundreds.has(word)) return first
    first = before
  }
  return first
}

function lettersBefore(view: View, end: number): number {
  let at = end
  while (at > end - longestWord && isLetter(view.unit(at - 1))) at--
  return at
}

function lettersBehind(view: View, start: number): number {
  let at = start
  while (at < start + longestWord && isLetter(view.unit(at))) at++
  return at
}

function readRun(view: View, start: number): Run {
  const words: string[] = []
  let end = start
  let at = start
  for (let count = 0; count < mostWords; count++) {
    const stop = lettersBehind(view, at)
    if (stop === at) break
    const word = wordBetween(view, at, stop)
    if (isNumberWord(word)) {
      words.push(word)
      end = stop
    } else if (!joints.has(word)) {
      if (words.length >= fewestWords && bigOrMeasured.test(view.text.slice(at, stop).toLowerCase()))
        return { end, words: [] }
      break
    }
    at = stop
    const joint = view.unit(at)
    if (joint === 0x20 || joint === 0x2d) at++
    else if ((joint === 0x2c || joint === 0x2e) && view.unit(at + 1) === 0x20) at += 2
    else break
  }
  return { end, words }
}

/** The word between two offsets, in lower case, if it may be one of those below; an empty string for all others, which are not cut out. */
function wordBetween(view: View, start: number, end: number): string {
  return hashes.get(hashSpan(view.units, start, end)) === 0 ? '' : view.text.slice(start, end).toLowerCase()
}

const spoken: ReadonlySet<string> = new Set(Object.values(spokenNumbers.words).flatMap(words => words.split('|')))

function isNumberWord(word: string): boolean {
  return isDigitWord(word) || hundreds.has(word) || numbersInWords.has(word)
}

/** Digits are the first words of each language's list. */
const digitWords: ReadonlySet<string> = new Set(
  Object.values(spokenNumbers.words).flatMap(words => words.split('|').slice(0, 8)),
)

const hashes = new HashTable(
  [zeros, ones, hundreds, otherDigits, joints, digitWords, numbersInWords]
    .flatMap(words => [...words])
    .map(word => [hashWord(foldWord(word)), 1]),
)

function isDigitWord(word: string): boolean {
  return zeros.has(word) || ones.has(word) || otherDigits.has(word) || digitWords.has(word)
}

/** "One, two, three, four": each the next of its list, where one and six may be missing. */
function isCounting(words: readonly string[]): boolean {
  return orders.some(order => countsUp(words, order))
}

/** The place of each word in the list of its language. */
const orders: readonly ReadonlyMap<string, number>[] = Object.values(spokenNumbers.words).map(
  list => new Map([...list.split('|').entries()].reverse().map(([place, word]) => [word, place])),
)

function countsUp(words: readonly string[], order: ReadonlyMap<string, number>): boolean {
  let last = -1
  let others = 0
  for (const word of words) {
    const place = order.get(word)
    if (place === undefined) {
      if (++others > mostOthers) return false
      continue
    }
    if (last >= 0 && place !== last + 1) return false
    last = place
  }
  return true
}
const mostOthers = 2
