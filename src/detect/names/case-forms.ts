/**
 * Names whose stem changes with the case: Finnish `Joonas, Joonaksen`, Polish `Wiesiek, Wieśkiem`, Czech `Karel, Karla`, Slovene
 * `Nejc`, Lithuanian `Tomas, Tomui`. An ending that is only added needs none of this (see known-names.ts). Letters are folded.
 */
import * as flags from './flags.ts'
import { HashSet } from './hash-set.ts'
import { type Lexicon, lookUp } from './lexicon.ts'
import { hashBeginnings, hashBetween, hashEnding, hashJoined, LONGEST_ENDING, type Tokens } from './tokens.ts'

/** End of the nominative, and of the stem of other cases, longest first. */
const changes: readonly (readonly [nominative: string, stem: string])[] = [
  ['nen', 'se'],
  ['nen', 's'],
  ['as', 'akse'],
  ['is', 'ikse'],
  ['us', 'ukse'],
  ['es', 'ekse'],
  ['as', 'aa'],
  ['kka', 'ka'],
  ['kko', 'ko'],
  ['kki', 'ki'],
  ['kku', 'ku'],
  ['tta', 'ta'],
  ['tto', 'to'],
  ['tti', 'ti'],
  ['ttu', 'tu'],
  ['ppa', 'pa'],
  ['ppo', 'po'],
  ['ppi', 'pi'],
  ['nta', 'nna'],
  ['lta', 'lla'],
  ['lto', 'llo'],
  ['lahti', 'lahde'],
  ['maki', 'mae'],
  ['joki', 'joe'],
  ['lampi', 'lamme'],
  ['niemi', 'nieme'],
  ['jarvi', 'jarve'],
  ['koski', 'koske'],
  ['saari', 'saare'],
  ['magi', 'mae'],
  ['sk', 'se'],
  ['pp', 'pa'],
  ['kk', 'ka'],
  ['iek', 'k'],
  ['ek', 'k'],
  ['iec', 'c'],
  ['ec', 'c'],
  ['ac', 'c'],
  ['el', 'l'],
  ['er', 'r'],
  ['ar', 'r'],
  ['iol', 'l'],
  ['as', 'o'],
  ['as', 'u'],
  ['as', 'ui'],
  ['is', 'iu'],
  ['is', 'io'],
  ['us', 'au'],
]

const SHORTEST = 4
const SHORTEST_ROOT = 2
const LONGEST_CASE_ENDING = 4

/** What an ending is exchanged for. */
interface Exchange {
  readonly hash: number
  readonly length: number
}

/** By the hash of an ending: the others that may stand for it. Most letters at the end of a word are no such ending. */
interface Exchanges {
  readonly endings: HashSet
  readonly others: ReadonlyMap<number, readonly Exchange[]>
}

const stemsByNominative = exchanges(changes)
const nominativesByStem = exchanges(changes.map(([nominative, stem]) => [stem, nominative] as const))

function exchanges(pairs: readonly (readonly [from: string, to: string])[]): Exchanges {
  const result = new Map<number, Exchange[]>()
  for (const [from, to] of pairs) {
    const list = result.get(hashEnding(from)) ?? []
    list.push({ hash: hashEnding(to), length: to.length })
    result.set(hashEnding(from), list)
  }
  return { endings: new HashSet([...result.keys()]), others: result }
}

/** The stems that a name found in a text may have in other cases, as hashes. */
export function stemsOfCases(tokens: Tokens, at: number, take: (hash: number) => void): void {
  if (tokens.length[at]! < SHORTEST) return
  const length = hashBeginnings(tokens, at)
  exchangeEnding(tokens.hashes, length, stemsByNominative, take)
}

/** What is known of the nominative of a word in another case: FIRST_NAME, LAST_NAME or nothing. */
export function flagsOfNominative(tokens: Tokens, at: number, lexicon: Lexicon): number {
  if (tokens.length[at]! < SHORTEST + 1) return 0
  const length = hashBeginnings(tokens, at)
  let found = 0
  const take = (hash: number): void => {
    const about = lookUp(lexicon, hash)
    if ((about & flags.COMMON) === 0) found |= about
  }
  for (let cut = 1; cut <= LONGEST_CASE_ENDING && length - cut >= SHORTEST - 1; cut++) {
    if (!caseEndings.has(hashBetween(tokens.hashes, length - cut, length))) continue
    exchangeEnding(tokens.hashes, length - cut, nominativesByStem, take)
  }
  return found & (flags.FIRST_NAME | flags.LAST_NAME)
}

/** The words that become of the first `length` letters when their ending is exchanged. */
function exchangeEnding(hashes: Int32Array, length: number, by: Exchanges, take: (hash: number) => void): void {
  for (let root = Math.max(SHORTEST_ROOT, length - LONGEST_ENDING); root < length; root++) {
    const ending = hashBetween(hashes, root, length)
    if (!by.endings.has(ending)) continue
    for (const { hash, length: added } of by.others.get(ending) ?? []) take(hashJoined(hashes[root]!, hash, added))
  }
}

/** Endings behind such stems. */
const caseEndings = new HashSet(
  'n a e i o u y t lle lla lta ssa sta en ksi iin om iem owi ovi ou ej ka kom kiem kowi a u em ami om ja je le ga l st'
    .split(' ')
    .map(hashEnding),
)
