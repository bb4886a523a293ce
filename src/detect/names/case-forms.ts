/**
 * Names whose stem changes with the case: Finnish `Joonas, Joonaksen`, Polish `Wiesiek, Wieśkiem`, Czech `Karel, Karla`, Slovene
 * `Nejc`, Lithuanian `Tomas, Tomui`. An ending that is only added needs none of this (see known-names.ts). Letters are folded.
 */
import * as flags from './flags.ts'
import { type Lexicon, lookUp } from './lexicon.ts'
import { hashWord } from './tokens.ts'

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

/** The stems that a name found in a text may have in other cases, as hashes. */
export function stemsOfCases(word: string, take: (hash: number) => void): void {
  if (word.length < SHORTEST) return
  const folded = fold(word)
  for (const [nominative, stem] of changes) {
    if (!folded.endsWith(nominative) || folded.length - nominative.length < SHORTEST_ROOT) continue
    take(hashWord(folded.slice(0, -nominative.length) + stem))
  }
}

const LONGEST_ENDING = 4

/** What is known of the nominative of a word in another case: FIRST_NAME, LAST_NAME or nothing. */
export function flagsOfNominative(word: string, lexicon: Lexicon): number {
  if (word.length < SHORTEST + 1) return 0
  const folded = fold(word)
  let found = 0
  for (let cut = 1; cut <= LONGEST_ENDING && folded.length - cut >= SHORTEST - 1; cut++) {
    const form = folded.slice(0, -cut)
    if (!endings.has(folded.slice(-cut))) continue
    for (const [nominative, stem] of changes) {
      if (!form.endsWith(stem) || form.length - stem.length < SHORTEST_ROOT) continue
      const about = lookUp(lexicon, hashWord(form.slice(0, -stem.length) + nominative))
      if ((about & flags.COMMON) === 0) found |= about
    }
  }
  return found & (flags.FIRST_NAME | flags.LAST_NAME)
}

/** Endings behind such stems. */
const endings = new Set(
  'n a e i o u y t lle lla lta ssa sta en ksi iin om em iem owi ovi ou ej ka kom kiem kowi a u em ami om ja je le ga l st'.split(
    ' ',
  ),
)

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l')
}
