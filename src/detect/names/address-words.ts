/** Names spelt in e-mail addresses and login names: who is written to is mostly named near by. */
import type { Finding } from '../../types.ts'
import * as characters from './characters.ts'
import * as flags from './flags.ts'
import type { FilteredSet } from './hash-set.ts'
import { type Lexicon, lookUp } from './lexicon.ts'
import { addPerson } from './odds.ts'
import * as shapes from './shapes.ts'
import { hashPart, type Tokens } from './tokens.ts'

/** Natural-log odds, set on the development corpus. */
const ADDRESS_PART = 4.5
const COMMON_PART = 1.5

/** Longest login name that is read. */
const LONGEST = 64
const SHORTEST_PART = 3
const LONGEST_PART = 30
/** From here on the first letter may be an initial. */
const LONG_PART = 6

/** Collects the words of e-mail addresses, up to the sign, and of login names. */
export function wordsOfAddresses(
  text: string,
  findings: readonly Finding[],
  lexicon: Lexicon,
  words: FilteredSet,
): void {
  for (let index = 0; index < findings.length; index++) {
    const { start, end, type } = findings[index]!
    if (type !== 'EMAIL' && type !== 'USERNAME') continue
    const stop = endOfName(text, start, end)
    for (let from = start; from < stop; ) {
      let to = from
      while (to < stop && isLetter(text.charCodeAt(to))) to++
      addParts(text, from, to, words, lexicon)
      from = to + 1
    }
  }
}

/** At the sign, unless the name begins with it. */
function endOfName(text: string, start: number, end: number): number {
  let at = start
  while (at < end && text.charCodeAt(at) !== 0x40) at++
  return at > start && at < end ? at : Math.min(end, start + LONGEST)
}

function isLetter(unit: number): boolean {
  const kind = characters.kindOf(unit)
  return kind === characters.LOWER || kind === characters.UPPER || kind === characters.CASELESS
}

function addParts(text: string, from: number, to: number, words: FilteredSet, lexicon: Lexicon): void {
  if (to - from < SHORTEST_PART || to - from > LONGEST_PART) return
  addPart(text, from, to, words, lexicon)
  // `kmueller` is K. Mueller.
  if (to - from >= LONG_PART) addPart(text, from + 1, to, words, lexicon)
}

function addPart(text: string, from: number, to: number, words: FilteredSet, lexicon: Lexicon): void {
  const plain = hashPart(text, from, to)
  const about = lookUp(lexicon, plain)
  if ((about & flags.COMMON) === 0 || (about & flags.FIRST_NAME) !== 0) words.add(plain)
  // Transliterated umlauts: `koehler` for a word that folds to `kohler`.
  if (hasUmlaut(text, from, to)) words.add(hashPart(text, from, to, true))
}

function hasUmlaut(text: string, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (characters.isOfUmlaut(text, at)) return true
  return false
}

/** Raises the words of addresses where they stand as words. */
export function addAddressWords(tokens: Tokens, addressWords: FilteredSet, scores: Float64Array): void {
  if (addressWords.size === 0) return
  const { words, wordCount } = tokens
  for (let word = 0; word < wordCount; word++) {
    const at = words[word]!
    if (!addressWords.has(tokens.word[at]!)) continue
    const isCommon = (tokens.flags[at]! & flags.COMMON) !== 0
    if (tokens.shape[at] === shapes.LOWER_WORD && isCommon) continue
    addPerson(scores, at, isCommon ? COMMON_PART : ADDRESS_PART)
  }
}
