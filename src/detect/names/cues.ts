/**
 * Words that say that a person's name follows or stands alone below: titles, greetings, sign-offs, relations. The model knows many of
 * them, yet a name never seen before often stays below the threshold beside one. Natural-log odds.
 */
import {
  abbreviations,
  addresses,
  addressesBehind,
  betweens,
  birthplaces,
  births,
  certains,
  comparisons,
  families,
  former,
  frames,
  gatherings,
  germanArticles,
  kin,
  maiden,
  parties,
  placing,
  possessives,
  produce,
} from './cue-words.ts'
import { type Surroundings, toEndOf } from './features.ts'
import * as flags from './flags.ts'
import * as shapes from './shapes.ts'
import { BREAK_BEFORE, GAP_BEFORE, hashWord, type Tokens } from './tokens.ts'

const AFTER_TITLE = 3
/** `Frau Mag.`, `Prof. Dr.` */
const AFTER_TITLES = 8
const AFTER_SMALL_TITLE = 1.5
const GREETED = 3.5
const SIGNED = 2.5
const AFTER_ROLE = 1.5
/** `Herr`, `pan\u00ed`: nothing but a name follows. */
const ADDRESSED = 4.5
const RELATED = 3.5
const RELATED_AND_LISTED = 6.5
/** `Jory, my nephew` */
const APPOSED = 3
/** `a certain Jory` */
const CERTAIN = 2.5
/** `my solicitor, Jory Quarnbrook` */
const IN_OFFICE = 1.2
const AFTER_PARTY = 3
const OF_FAMILY = 3
const BETWEEN = 2
const GATHERED = 3
const AFTER_INITIAL = 1
/** `J.R.R. Quarnbrook`, `J R Quarnbrook` */
const AFTER_INITIALS = 4
const FORMER_NAME = 3
const FORMER_NAME_IN_FULL = 5
const CALLED = 1.2
const CALLED_AND_LISTED = 2
/** `I am Solveig Haugland`: two capitals at least, so that `I am German` stays. */
const INTRODUCED = 3.5
/** `n\u00e9e Vasseur`, `geb. Ruhl`. */
const MAIDEN_NAME = 3
const BORN = 3.5
const BIRTHPLACE = -6
const RELATIVE = -6
const PRODUCE = -5
/** A word that is ordinary elsewhere gets this share. */
const COMMON_SHARE = 0.3
/** `Frau Petersilie`: behind a form of address. */
const COMMON_SHARE_ADDRESSED = 0.6

const LONGEST_GREETING = 5
const LONGEST_SIGNATURE = 3

/** What the words before and above add to the score of a capitalised word. */
export function cueFor(tokens: Tokens, around: Surroundings, at: number): number {
  const about = tokens.flags[at]!
  const isName = (about & (flags.FIRST_NAME | flags.LAST_NAME)) !== 0
  if (!isName && (about & notNames) !== 0) return 0
  // `P. IVA`: the initial is none, and no title.
  if (tokens.shape[at] === shapes.ALL_CAPITALS && abbreviations.has(tokens.word[at]!)) return 0
  const amount = Math.max(
    afterTitle(tokens, at),
    greeted(tokens, around, at),
    signed(tokens, around, at),
    signedBeside(tokens, around, at),
    related(tokens, at),
    apposed(tokens, at),
    certain(tokens, at),
    inOffice(tokens, at),
    afterParty(tokens, at),
    ofFamily(tokens, at),
    gathered(tokens, around, at),
    between(tokens, at),
    born(tokens, at),
    formerly(tokens, at),
    introduced(tokens, at),
    afterInitial(tokens, at),
    called(tokens, at),
  )
  if ((about & flags.COMMON) === 0 || (about & flags.FIRST_NAME) !== 0) return amount
  return amount * (amount === ADDRESSED ? COMMON_SHARE_ADDRESSED : COMMON_SHARE)
}

const notNames =
  flags.TITLE |
  flags.ROLE |
  flags.FIELD |
  flags.GREETING |
  flags.SIGN_OFF |
  flags.FIRM_WORD |
  flags.CALENDAR |
  flags.THING

function afterTitle(tokens: Tokens, at: number): number {
  const behind = at + 1
  const isBefore =
    behind < tokens.count && tokens.shape[behind] === shapes.LOWER_WORD && addressesBehind.has(tokens.word[behind]!)
  if (isBefore && isOnLine(tokens, at, behind)) return ADDRESSED
  const title = titleBefore(tokens, at)
  if (title < 0) return 0
  const about = tokens.flags[title]!
  if (addresses.has(tokens.word[title]!) && isAddress(tokens, title)) return ADDRESSED
  if ((about & flags.ROLE) !== 0 && (about & flags.TITLE) === 0) return AFTER_ROLE
  if ((about & flags.TITLE) === 0) return 0
  const isAbbreviated = title < at - 1
  const other = wordBefore(tokens, title)
  if (other >= 0 && (tokens.flags[other]! & flags.TITLE) !== 0 && isCapital(tokens, other)) return AFTER_TITLES
  if ((about & flags.FIRST_NAME) !== 0) return 0
  if (isAbbreviated || isCapital(tokens, title)) return AFTER_TITLE
  return tokens.length[title]! > 2 ? AFTER_SMALL_TITLE : 0
}

/** The title before, over a first name of two letters: `Dr Ph. Deroubaix`. */
function titleBefore(tokens: Tokens, at: number): number {
  const before = wordBefore(tokens, at)
  if (before < 0 || before === at - 1 || tokens.length[before]! > LONGEST_SHORT_NAME || !isCapital(tokens, before))
    return before
  if ((tokens.flags[before]! & flags.TITLE) !== 0) return before
  const title = wordBefore(tokens, before)
  return title >= 0 && (tokens.flags[title]! & flags.TITLE) !== 0 ? title : before
}

const LONGEST_SHORT_NAME = 3

/** One capital letter is an initial. */
function isAddress(tokens: Tokens, at: number): boolean {
  return tokens.shape[at] !== shapes.ALL_CAPITALS || tokens.length[at]! > 1
}

/** `Goretti, por favor, ...`: a paragraph that begins with one word and a comma calls somebody. */
function called(tokens: Tokens, at: number): number {
  if ((tokens.spacing[at]! & GAP_BEFORE) === 0 || at + 2 >= tokens.count || tokens.shape[at + 1] !== shapes.COMMA)
    return 0
  if (tokens.shape[at + 2] !== shapes.LOWER_WORD || !isOnLine(tokens, at, at + 2)) return 0
  const about = tokens.flags[at]!
  if ((about & flags.FIRST_NAME) !== 0) return CALLED_AND_LISTED
  return (about & (flags.COMMON | flags.COMPOUND)) === 0 ? CALLED : 0
}

/**
 * `the landlord Quarnbrook`, behind a word in small letters: a heading has capitals (`Landlord Portal`). `der Zeuge Quastenbrink`:
 * German nouns have capitals too, so that an article stands before.
 */
function afterParty(tokens: Tokens, at: number): number {
  const before = at - 1
  if (before < 0 || tokens.shape[at] !== shapes.CAPITALISED || !parties.has(tokens.word[before]!)) return 0
  const isNoun =
    tokens.shape[before] === shapes.CAPITALISED && before > 0 && germanArticles.has(tokens.word[before - 1]!)
  if (tokens.shape[before] !== shapes.LOWER_WORD && !isNoun) return 0
  return isOnLine(tokens, isNoun ? before - 1 : before, at) ? AFTER_PARTY : 0
}

/** `Familie Quastenbrink`; behind a common noun of the same look stands a firm (`Family Bakery`). */
function ofFamily(tokens: Tokens, at: number): number {
  const before = at - 1
  if (before < 0 || !families.has(tokens.word[before]!) || !isOnLine(tokens, before, at)) return 0
  return isCapital(tokens, at) && (tokens.flags[at]! & flags.COMMON) === 0 ? OF_FAMILY : 0
}

/** `the call between Quarnbrook and Tilwen`, not `between Leeds and York`. */
function between(tokens: Tokens, at: number): number {
  const isSecond = at > 2 && betweens.has(tokens.word[at - 3]!) && isMate(tokens, at - 2, at)
  const isFirst = at > 0 && at + 2 < tokens.count && betweens.has(tokens.word[at - 1]!) && isMate(tokens, at + 2, at)
  if (!isFirst && !isSecond) return 0
  const opening = isFirst ? at - 2 : at - 4
  return opening >= 0 && comparisons.has(tokens.word[opening]!) ? 0 : BETWEEN
}

/** Two words with capitals and a short one in small letters between them. */
function isMate(tokens: Tokens, other: number, at: number): boolean {
  const joint = (other + at) / 2
  if (tokens.shape[joint] !== shapes.LOWER_WORD || tokens.length[joint]! > LONGEST_AND) return false
  if (!isCapital(tokens, other) || !isCapital(tokens, at)) return false
  const notPeople = flags.COMMON | flags.PLACE | flags.CALENDAR | flags.FIRM_WORD | flags.THING
  if (((tokens.flags[other]! | tokens.flags[at]!) & notPeople) !== 0) return false
  return isOnLine(tokens, Math.min(other, at) - 1, Math.max(other, at))
}

const LONGEST_AND = 3

/** `Teilnehmer: Selzig, Brinkhus, Yilmazer`; `Klingel: Selzig`: words with capitals between commas, from the colon on. */
function gathered(tokens: Tokens, around: Surroundings, at: number): number {
  const label = around.label[at]!
  if (label < 0 || !gatherings.has(tokens.word[label]!) || !isCapital(tokens, at)) return 0
  const before = tokens.shape[at - 1]!
  const opens = before === shapes.COLON || before === shapes.COMMA || before === shapes.SLASH
  return opens || (at > 1 && isCapital(tokens, at - 1)) ? GATHERED : 0
}

/** `(K. Papadimas)`, never `D. Anselmo`: that is a title. */
function afterInitial(tokens: Tokens, at: number): number {
  const dot = initialBefore(tokens, at)
  if (dot < 0 || tokens.shape[at] === shapes.INITIAL) return 0
  const isPlain = (tokens.flags[at]! & (flags.COMMON | flags.PLACE | flags.COMPOUND)) === 0
  if (!isPlain) return 0
  const isSeveral = tokens.shape[at] === shapes.CAPITALISED && initialBefore(tokens, dot) >= 0
  return isSeveral ? AFTER_INITIALS : tokens.shape[at - 1] === shapes.DOT ? AFTER_INITIAL : 0
}

/** The initial directly before on the line, over its full stop; -1 where none stands. */
function initialBefore(tokens: Tokens, at: number): number {
  const initial = at > 0 && tokens.shape[at - 1] === shapes.DOT ? at - 2 : at - 1
  if (initial < 0 || tokens.shape[initial] !== shapes.INITIAL || !isOnLine(tokens, initial, at)) return -1
  return initial
}

const MOST_INTRODUCED = 3
const am = hashWord('am')
const first = hashWord('i')

/** English puts "I am" before a name and before much else; two words with capitals behind it are a name. */
function introduced(tokens: Tokens, at: number): number {
  if (!isCapital(tokens, at)) return 0
  let start = at
  while (
    start > 0 &&
    at - start < MOST_INTRODUCED &&
    isCapital(tokens, start - 1) &&
    isOnLine(tokens, start - 1, start)
  )
    start--
  if (start < 2 || tokens.word[start - 1] !== am || tokens.word[start - 2] !== first) return 0
  const isPair = start < at || (at + 1 < tokens.count && isCapital(tokens, at + 1) && isOnLine(tokens, at, at + 1))
  return isPair ? INTRODUCED : 0
}

/** `sister Posy`, `(hijo, Roque)`, `дъщеря ми Вяра`. */
function related(tokens: Tokens, at: number): number {
  let before = at - 1
  if (before < 0 || (tokens.spacing[at]! & BREAK_BEFORE) !== 0) return 0
  if (mayPart(tokens.shape[before]!)) before--
  if (before > 0 && possessives.has(tokens.word[before]!) && tokens.shape[before] === shapes.LOWER_WORD) before--
  if (before < 0 || tokens.shape[before]! > shapes.MIXED || !kin.has(tokens.word[before]!)) return 0
  // `Jensen & Partner, Lund`
  const isListed = (tokens.flags[at]! & flags.FIRST_NAME) !== 0
  if (tokens.shape[before + 1] === shapes.COMMA && tokens.shape[before] !== shapes.LOWER_WORD && !isListed) return 0
  if (!isOnLine(tokens, before, at)) return 0
  return isListed ? RELATED_AND_LISTED : RELATED
}

const LONGEST_POSSESSIVE = 5
const LONGEST_ARTICLE = 3

/** `Jory, my nephew`: a relative behind the comma, with a short word before it at most. */
function apposed(tokens: Tokens, at: number): number {
  const comma = at + 1
  if (comma + 1 >= tokens.count || tokens.shape[comma] !== shapes.COMMA || !isCapital(tokens, at)) return 0
  if ((tokens.flags[at]! & (flags.COMMON | flags.COMPOUND)) !== 0 || isKinBefore(tokens, at)) return 0
  let word = comma + 1
  for (let skipped = 0; skipped < 2 && word + 1 < tokens.count && isSmallWord(tokens, word); skipped++) {
    if (kin.has(tokens.word[word]!) || tokens.length[word]! > LONGEST_POSSESSIVE) break
    word++
  }
  const isRelative = tokens.shape[word]! <= shapes.MIXED && kin.has(tokens.word[word]!)
  return isRelative && isOnLine(tokens, at, word) ? APPOSED : 0
}

/** `son fils, Paris`: the comma parts two relatives. */
function isKinBefore(tokens: Tokens, at: number): boolean {
  return at > 1 && tokens.shape[at - 1] === shapes.COMMA && kin.has(tokens.word[at - 2]!)
}

/** `a certain Riwal`, `ein gewisser Selzig`. */
function certain(tokens: Tokens, at: number): number {
  const before = at - 1
  if (before < 1 || tokens.shape[before] !== shapes.LOWER_WORD || !certains.has(tokens.word[before]!)) return 0
  if (tokens.shape[at] !== shapes.CAPITALISED || !isSmallWord(tokens, before - 1)) return 0
  const isOrdinary = (tokens.flags[at]! & (flags.COMMON | flags.COMPOUND | flags.CALENDAR)) !== 0
  return !isOrdinary && tokens.length[before - 1]! <= LONGEST_ARTICLE && isOnLine(tokens, before - 1, at) ? CERTAIN : 0
}

/** `my solicitor, Jory Quarnbrook`: two words with capitals behind a role and a comma. */
function inOffice(tokens: Tokens, at: number): number {
  const role = at - 2
  if (role < 1 || tokens.shape[at - 1] !== shapes.COMMA || !isSmallWord(tokens, role)) return 0
  if ((tokens.flags[role]! & (flags.ROLE | flags.TITLE)) === 0 || tokens.length[role]! <= LONGEST_ARTICLE) return 0
  const last = at + 1
  if (last >= tokens.count || !isCapital(tokens, at) || !isCapital(tokens, last)) return 0
  const isOrdinary = ((tokens.flags[at]! | tokens.flags[last]!) & (flags.COMMON | flags.FIRM_WORD)) !== 0
  return !isOrdinary && isOnLine(tokens, role, last) ? IN_OFFICE : 0
}

function isSmallWord(tokens: Tokens, at: number): boolean {
  return tokens.shape[at] === shapes.LOWER_WORD
}

function mayPart(shape: number): boolean {
  return shape === shapes.COMMA || shape === shapes.OPEN || shape === shapes.COLON
}

function isOnLine(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++) if ((tokens.spacing[at]! & BREAK_BEFORE) !== 0) return false
  return true
}

/** A name before `born`, the name before marriage behind it, and the place, which is no name. */
function born(tokens: Tokens, at: number): number {
  const last = tokens.count - 1
  let after = at + 1
  // The first name of a name in full.
  if (after < last && isCapital(tokens, after) && (tokens.flags[after]! & flags.COMMON) === 0) after++
  if (after < last && (tokens.shape[after] === shapes.COMMA || tokens.shape[after] === shapes.OPEN)) after++
  const isBefore = after <= last && tokens.shape[after]! <= shapes.WORD_LIMIT && births.has(tokens.word[after]!)
  if (isBefore && isOnLine(tokens, at, after)) return BORN
  const before = wordBefore(tokens, at)
  if (before < 0 || tokens.shape[before] !== shapes.LOWER_WORD || !maiden.has(tokens.word[before]!)) return 0
  return (tokens.flags[at]! & flags.PLACE) === 0 ? MAIDEN_NAME : 0
}

/** `Moira Quarnbrook (formerly Ashworth)` */
function formerly(tokens: Tokens, at: number): number {
  const word = tokens.shape[at - 1] === shapes.COLON ? at - 2 : at - 1
  if (word < 3 || !former.has(tokens.word[word]!) || tokens.shape[word] !== shapes.LOWER_WORD) return 0
  if (tokens.shape[word - 1] !== shapes.OPEN || !isOnLine(tokens, word - 2, at)) return 0
  const isBehindName = (tokens.flags[word - 2]! & flags.COMMON) === 0 && tokens.shape[word - 2] === shapes.CAPITALISED
  if (!isBehindName) return 0
  // `Istanbul (formerly Byzantium)`
  const isInFull = (tokens.flags[word - 3]! & flags.FIRST_NAME) !== 0 && isOnLine(tokens, word - 3, word)
  if (isInFull) return FORMER_NAME_IN_FULL
  if (placing.has(tokens.word[word - 3]!)) return 0
  return (tokens.flags[at]! & flags.PLACE) === 0 ? FORMER_NAME : 0
}

/** `Lieu de naissance:`, `Geburtsort:`; `Nom de naissance:` asks for a name. */
function isBirthplace(tokens: Tokens, label: number, place: number): boolean {
  const last = label > 0 && tokens.shape[label] === shapes.DOT ? label - 1 : label
  // `szül.: Szeged, 1982`
  const isDated =
    place + 2 < tokens.count && tokens.shape[place + 1] === shapes.COMMA && tokens.shape[place + 2]! > shapes.WORD_LIMIT
  if (isDated && births.has(tokens.word[last]!)) return true
  for (let at = last; at >= 0 && at > last - 3 && tokens.shape[at]! <= shapes.WORD_LIMIT; at--) {
    if (birthplaces.has(tokens.word[at]!)) return true
    if ((tokens.spacing[at]! & BREAK_BEFORE) !== 0) return false
  }
  return false
}

/** `Siskoni Outi`: the word for a relative opens the sentence. */
function isRelativeBefore(tokens: Tokens, at: number): boolean {
  const next = at + 1
  if (next >= tokens.count || !kin.has(tokens.word[at]!) || !isCapital(tokens, next)) return false
  const isName = (tokens.flags[at]! & (flags.FIRST_NAME | flags.LAST_NAME)) !== 0
  return !isName && isOnLine(tokens, at, next)
}

const BIRTHPLACE_REACH = 9

/** What speaks against a name, as negative odds: a relative before a name, the place where somebody was born. */
export function cueAgainst(tokens: Tokens, around: Surroundings, at: number): number {
  if (isRelativeBefore(tokens, at)) return RELATIVE
  if (
    (frames.has(tokens.word[at]!) || families.has(tokens.word[at]!)) &&
    at + 1 < tokens.count &&
    isCapital(tokens, at + 1) &&
    isOnLine(tokens, at, at + 1)
  )
    return RELATIVE
  const label = around.label[at]!
  if (label >= 0 && produce.has(tokens.word[label]!)) return PRODUCE
  const first = at > 0 && isCapital(tokens, at - 1) && (tokens.spacing[at]! & BREAK_BEFORE) === 0 ? at - 1 : at
  if (first < 2 || (tokens.spacing[first]! & BREAK_BEFORE) !== 0) return 0
  if (tokens.shape[first - 1] === shapes.COLON && isBirthplace(tokens, first - 2, at)) return BIRTHPLACE
  const isPlaced = tokens.shape[first - 1] === shapes.LOWER_WORD && placing.has(tokens.word[first - 1]!)
  if (!isPlaced) return 0
  for (let before = first - 2; before >= Math.max(0, first - BIRTHPLACE_REACH); before--) {
    if ((tokens.spacing[before + 1]! & BREAK_BEFORE) !== 0) return 0
    const shape = tokens.shape[before]!
    if (shape <= shapes.WORD_LIMIT && births.has(tokens.word[before]!)) return BIRTHPLACE
    const isMonth = (tokens.flags[before]! & flags.CALENDAR) !== 0
    if (shape !== shapes.LOWER_WORD && shape <= shapes.MIXED && !isMonth) return 0
  }
  return 0
}

/** The word before on the same line, over the full stop of an abbreviation; -1 where none stands. */
function wordBefore(tokens: Tokens, at: number): number {
  if (at === 0 || (tokens.spacing[at]! & BREAK_BEFORE) !== 0) return -1
  const isDot = tokens.shape[at - 1] === shapes.DOT && at > 1 && (tokens.spacing[at - 1]! & BREAK_BEFORE) === 0
  const before = isDot ? at - 2 : at - 1
  return tokens.shape[before]! <= shapes.WORD_LIMIT && tokens.given[before] === 0 ? before : -1
}

/** `Dear Tamsin,`: nothing but words of greeting before, and the end of the line or a sign behind. */
function greeted(tokens: Tokens, around: Surroundings, at: number): number {
  const line = around.line[at]!
  if (at === line || at - line > LONGEST_GREETING || (tokens.flags[line]! & flags.GREETING) === 0) return 0
  for (let word = line + 1; word < at; word++) {
    if (tokens.shape[word] === shapes.DOT) continue
    if ((tokens.flags[word]! & (flags.GREETING | flags.TITLE | flags.FIRST_NAME)) === 0) return 0
  }
  return toEndOf(around, at) === 0 || closesGreeting(tokens.shape[at + 1]!) ? GREETED : 0
}

function closesGreeting(shape: number): boolean {
  return shape === shapes.COMMA || shape === shapes.COLON || shape === shapes.EXCLAMATION || shape <= shapes.MIXED
}

/** A short line below one that takes leave: `Thanks,` and `Ros`. */
function signed(tokens: Tokens, around: Surroundings, at: number): number {
  const line = around.line[at]!
  const above = around.lineBefore[line]!
  if (above < 0 || at - line >= LONGEST_SIGNATURE || toEndOf(around, at) >= LONGEST_SIGNATURE) return 0
  if (line - above > LONGEST_GREETING) return 0
  for (let word = above; word < line; word++) if ((tokens.flags[word]! & flags.SIGN_OFF) !== 0) return SIGNED
  return 0
}

/** The same on one line: `Groet, N. el Idrissi`. */
function signedBeside(tokens: Tokens, around: Surroundings, at: number): number {
  if (toEndOf(around, at) >= LONGEST_SIGNATURE + 2) return 0
  for (let comma = at - 1; comma > around.line[at]! && comma >= at - LONGEST_SIGNATURE - 1; comma--) {
    if (tokens.shape[comma] !== shapes.COMMA) continue
    return (tokens.flags[comma - 1]! & flags.SIGN_OFF) !== 0 ? SIGNED : 0
  }
  return 0
}

function isCapital(tokens: Tokens, at: number): boolean {
  return tokens.shape[at] === shapes.CAPITALISED || tokens.shape[at] === shapes.ALL_CAPITALS
}
