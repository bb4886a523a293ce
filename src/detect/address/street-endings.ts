/** Endings of streets in one word: Lindenstraße, Kerkstraat, Storgatan; folded, as in street-words.ts. */
import { classOf, fold, MARK } from '../characters.ts'
import { HashTable } from '../hash-table.ts'
import type { Units } from '../units.ts'
import { hashPrime, hashSeed, hashWord } from '../words.ts'

/** The last three letters of all endings: most words fall out by them. */
const lastLetters = new Uint8Array(26 ** 3)

const STRONG = 1
const WEAK = 2

/** The second list has endings that other words have too. By the hash of the ending read from its end. */
const endings = new HashTable([
  ...reversed(
    STRONG,
    'strasse strase str gasse allee chaussee promenade straat laan gracht kade plein singel steeg dreef steenweg dijk',
    'gatan gata vagen grand torget stigen backen gade gaden vej vejen veien vegen strade gata katu kuja polku kaari raitti puistikko',
    // In a sentence: fi, is; and no
    'kadun kadulla kadulle kadulta katua kujalla kujalle kujalta polulla polulle kaarella kaarelle puistossa raitilla vegi stig strati gaten tiella tielle tielta',
    'bulevardi esplanadi gotu vegur pst puiestee maantee lunden toften svinget',
  ),
  ...reversed(
    WEAK,
    'weg platz ufer damm ring steig pfad graben markt gurtel twiete brucke winkel kamp zeile stiege hof steg berg feld wiese garten',
    'baan lei plantsoen wal burgwal hof pad park kamp weide vag leden allen plan kajen vei alle plads torv torvet bakken parken haven stien',
    'torilla torille rannalla puisto vaylalla aukiolla tuni',
    'tie tori ranta rinne penger vayla aukio portti kulma gate gata stigur braut tee parade row gate street road torg plass brygge brygga',
  ),
])

function reversed(strength: number, ...lists: readonly string[]): (readonly [hash: number, strength: number])[] {
  return lists
    .join(' ')
    .split(' ')
    .map(ending => {
      lastLetters[placeOf(ending, ending.length)] = 1
      return [hashWord([...ending].reverse().join('')), strength]
    })
}

/** Could a word that closes with these three units have one of the endings below? */
export function mayBeEnding(third: number, second: number, last: number): boolean {
  const place = placeOfLetters(fold(third) - 0x61, fold(second) - 0x61, fold(last) - 0x61)
  return place >= 0 && lastLetters[place] === 1
}

function placeOf(word: string, end: number): number {
  const letter = (at: number) => word.charCodeAt(at) - 0x61
  return placeOfLetters(letter(end - 3), letter(end - 2), letter(end - 1))
}

/** -1 where one of them is no letter from a to z. */
function placeOfLetters(third: number, second: number, last: number): number {
  const isLatin = third >= 0 && third < 26 && second >= 0 && second < 26 && last >= 0 && last < 26
  return isLatin ? (third * 26 + second) * 26 + last : -1
}

const longestEnding = 10
/** Letters before the ending. */
const shortestStem = 2
const shortestEnding = 3

/** `strong` for Lindenstraße, `weak` for Seeweg, `null` for a word without such an ending. */
export function endingOf(units: Units, start: number, end: number): 'strong' | 'weak' | null {
  if (end - start < shortestStem + shortestEnding || !mayBeEnding(units[end - 3]!, units[end - 2]!, units[end - 1]!))
    return null
  let found: 'weak' | null = null
  let hash = hashSeed
  const from = Math.max(start + shortestStem, end - longestEnding)
  for (let at = end - 1; at >= from; at--) {
    const unit = units[at]!
    if ((classOf(unit) & MARK) === 0) hash = Math.imul(hash ^ fold(unit), hashPrime)
    if (at > end - shortestEnding) continue
    const strength = endings.get(hash)
    if ((strength & STRONG) !== 0) return 'strong'
    if (strength !== 0) found = 'weak'
  }
  return found
}

/** Adjectives that name streets without a word for one: Cankarjeva, Dunajska, Vinohradská, Obozowa. */
const adjectives = new Uint8Array(26 ** 3)
for (const ending of 'ova eva ska cka owa ewa nej vej kej koj noj voj nni lni'.split(' '))
  adjectives[placeOf(ending, ending.length)] = 1
const shortestAdjective = 6

/** Could a word that closes with these three units be such an adjective, or a Greek name in the genitive: \u0392\u03b5\u03bd\u03b9\u03b6\u03ad\u03bb\u03bf\u03c5, \u03a0\u03b1\u03c4\u03b7\u03c3\u03af\u03c9\u03bd? */
export function mayBeAdjective(third: number, second: number, last: number): boolean {
  if (isGreekEnd(last)) return true
  const place = placeOfLetters(fold(third) - 0x61, fold(second) - 0x61, fold(last) - 0x61)
  return place >= 0 && adjectives[place] === 1
}

/** `\u03c2` `\u03c5` `\u03bd` `\u03b7` `\u03ae` `\u03ce` */
function isGreekEnd(unit: number): boolean {
  return unit === 0x3c2 || unit === 0x3c5 || unit === 0x3bd || unit === 0x3b7 || unit === 0x3ae
}

export function isAdjective(units: Units, start: number, end: number): boolean {
  return end - start >= shortestAdjective && mayBeAdjective(units[end - 3]!, units[end - 2]!, units[end - 1]!)
}
