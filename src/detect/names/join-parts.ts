/** Parts that belong to a name whatever their own score: initials, particles, nicknames, what a hyphen or apostrophe joins. */
import * as flags from './flags.ts'
import { HashSet } from './hash-set.ts'
import { NONE, PERSON } from './labels.ts'
import { isParticle } from './particles.ts'
import * as shapes from './shapes.ts'
import { BREAK_BEFORE, GAP_BEFORE, hashWord, SPACE_BEFORE, type Tokens } from './tokens.ts'

/** More than these before a surname are no part of a name; without a bound, a row of initials would cost its square. */
const MOST_PARTICLES = 4
const MOST_INITIALS = 5

/** Marks the parts around what is marked as a person. */
export function joinParts(tokens: Tokens, marks: Uint8Array): void {
  const { count, shape } = tokens
  for (let at = 0; at < count; at++) {
    if (marks[at] !== PERSON || shape[at]! > WORD_LIMIT) continue
    markJoined(tokens, marks, at)
    if (at === 0 || marks[at - 1] !== PERSON) markInitials(tokens, marks, at)
    markHalf(tokens, marks, at)
    markInitialsBehind(tokens, marks, at)
    markFirstName(tokens, marks, at)
    markSurname(tokens, marks, at)
    markAfterParticles(tokens, marks, at)
    markBetween(tokens, marks, at)
    markNoble(tokens, marks, at)
    markTail(tokens, marks, at)
    markCapitalParticles(tokens, marks, at)
    markBehindShort(tokens, marks, at)
    markOpposed(tokens, marks, at)
  }
  for (let at = 1; at < count; at++) {
    if (shape[at] === OPEN || shape[at] === QUOTE) markNickname(tokens, marks, at)
    else if (marks[at] !== PERSON) continue
    else if (shape[at] === INITIAL) unmarkArticle(tokens, marks, at)
    else if (shape[at] === CAPITALISED) unmarkLone(tokens, marks, at)
  }
}

// V8 reads an imported binding as a variable, but folds a constant of the module itself.
const { CAPITALISED, INITIAL, OPEN, QUOTE, WORD_LIMIT } = shapes

/** `O Abílio confirma`: Portuguese says the article before a first name. */
function unmarkArticle(tokens: Tokens, marks: Uint8Array, at: number): void {
  const next = at + 1
  if (!articles.has(tokens.word[at]!) || next >= tokens.count || marks[next] !== PERSON) return
  const isBefore = isApart(tokens, next) && isFirstName(tokens, next)
  if (isBefore && (at === 0 || marks[at - 1] !== PERSON)) marks[at] = NONE
}

/** `De bezorger`: an article that begins a sentence. */
function unmarkLone(tokens: Tokens, marks: Uint8Array, at: number): void {
  const lone = flags.PARTICLE | flags.COMMON
  if ((tokens.flags[at]! & lone) !== lone || marks[at - 1] === PERSON) return
  const next = at + 1
  if (next >= tokens.count || tokens.shape[next] !== shapes.LOWER_WORD || marks[next] === PERSON) return
  if ((tokens.flags[next]! & flags.PARTICLE) === 0 && isApart(tokens, next)) marks[at] = NONE
}

const articles = new HashSet(['o', 'a'].map(hashWord))

/** `Veli-Matti`, `O'Shea`, `O''Shea` in SQL: the word before a hyphen or apostrophe without a blank. */
function markJoined(tokens: Tokens, marks: Uint8Array, at: number): void {
  let before = at - 1
  if (before < 1 || isApart(tokens, at) || isApart(tokens, before)) return
  if (tokens.shape[before] === shapes.HYPHEN) {
    if (isCapital(tokens, before - 1) && isFirstName(tokens, before - 1)) marks.fill(PERSON, before - 1, at)
    else if (tokens.shape[at] === shapes.INITIAL && isInitialDot(tokens, before - 1)) marks.fill(PERSON, before - 2, at)
    return
  }
  if (tokens.shape[before] !== shapes.APOSTROPHE) return
  if (before > 1 && tokens.shape[before - 1] === shapes.APOSTROPHE && !isApart(tokens, before - 1)) before--
  if (tokens.shape[before - 1] === shapes.INITIAL) marks.fill(PERSON, before - 1, at)
}

/** `Okonjo-Bright`: both halves of a surname, where the name in full or a title says that it is one. */
function markHalf(tokens: Tokens, marks: Uint8Array, at: number): void {
  const half = at + 2
  if (half >= tokens.count || tokens.shape[at + 1] !== shapes.HYPHEN) return
  if (isApart(tokens, at + 1) || isApart(tokens, half)) return
  // `Wolff-Parkinson-White`, `Kestrel-Bread-41`
  if (isGlued(tokens, at - 1) || isGlued(tokens, half + 1)) return
  if (isHalf(tokens, at) && isHalf(tokens, half) && marks[half] !== PERSON && isHalfOfName(tokens, marks, at, half))
    marks.fill(PERSON, at + 1, half + 1)
}

function isGlued(tokens: Tokens, at: number): boolean {
  if (at < 1 || at + 1 >= tokens.count || tokens.shape[at] !== shapes.HYPHEN) return false
  return !isApart(tokens, at) && !isApart(tokens, at + 1)
}

function isHalf(tokens: Tokens, at: number): boolean {
  return isCapital(tokens, at) || tokens.shape[at] === shapes.MIXED
}

function isHalfOfName(tokens: Tokens, marks: Uint8Array, at: number, half: number): boolean {
  const about = tokens.flags[half]!
  if ((about & (flags.FIRST_NAME | flags.LAST_NAME)) !== 0) return true
  if ((about & (flags.COMMON | flags.COMPOUND | flags.THING | flags.FIRM_WORD)) === 0) return true
  return at > 0 && !isNewLine(tokens, at) && (marks[at - 1] === PERSON || isTitle(tokens, at - 1))
}

function isTitle(tokens: Tokens, at: number): boolean {
  const title = tokens.shape[at] === shapes.DOT && at > 0 ? at - 1 : at
  return (tokens.flags[title]! & flags.TITLE) !== 0
}

/** `van der Plaats, K.J.`: initials behind a surname and a comma, to the end of the entry. */
function markInitialsBehind(tokens: Tokens, marks: Uint8Array, at: number): void {
  const first = at + 2
  if (first + 1 >= tokens.count || tokens.shape[at + 1] !== shapes.COMMA || tokens.shape[first] !== shapes.INITIAL)
    return
  if (isNewLine(tokens, first)) return
  let end = first
  for (let count = 0; count < MOST_INITIALS && isInitialDot(tokens, end + 1) && !isNewLine(tokens, end); count++)
    end += 2
  if (end === first || (end < tokens.count && tokens.shape[end]! >= shapes.CODE && !isNewLine(tokens, end))) return
  let start = at
  while (start > 0 && marks[start - 1] === PERSON && !isNewLine(tokens, start)) start--
  while (start > 0 && isParticle(tokens, start - 1) && !isNewLine(tokens, start)) start--
  if (opensEntry(tokens, start) && endsEntry(tokens, end)) marks.fill(PERSON, start, end)
}

/** `N. el Idrissi`, `Fatima el idrissi`: what stands behind the particles of a name. */
function markAfterParticles(tokens: Tokens, marks: Uint8Array, at: number): void {
  let next = at + 1
  while (
    next < tokens.count &&
    next <= at + MOST_PARTICLES &&
    isPartOfParticles(tokens, next) &&
    !isNewLine(tokens, next)
  )
    next++
  if (next === at + 1 || next >= tokens.count || isNewLine(tokens, next)) return
  if (marks[next] === PERSON && isCapital(tokens, next) && areOfNames(tokens, at + 1, next))
    marks.fill(PERSON, at + 1, next)
  if (marks[next] === PERSON) return
  if (!isFirstName(tokens, at) && tokens.shape[at] !== shapes.INITIAL && !isParticle(tokens, at)) return
  const isSmall = tokens.shape[next] === shapes.LOWER_WORD
  const isSurname = isSmall ? isSmallSurname(tokens, at, next) : isCapital(tokens, next)
  const end = isSmall ? next + 1 : endOfHyphened(tokens, next)
  const mayBeOrdinary = end > next + 1 || isDoubleParticle(tokens, at + 1, next)
  if (!isSurname || (!isSmall && !mayBeOrdinary && (tokens.flags[next]! & notSurnameBehind) !== 0)) return
  if (areOfNames(tokens, at + 1, next)) marks.fill(PERSON, at + 1, end)
}

/** `van der`, `von dem`: hardly anything but a surname stands behind them, whatever it means elsewhere (`van der Plaats`). */
function isDoubleParticle(tokens: Tokens, first: number, end: number): boolean {
  return end === first + 2 && doubled.has(tokens.word[first]!) && isOfNames(tokens, first + 1)
}

const doubled = new HashSet('van von op uit'.split(' ').map(hashWord))

/** `De la Fuente`, `El Bakkali`: particles with a capital before a surname. */
function markCapitalParticles(tokens: Tokens, marks: Uint8Array, at: number): void {
  if (isFirstName(tokens, at) || !isCapital(tokens, at)) return
  let first = at - 1
  while (first > Math.max(0, at - MOST_PARTICLES) && isParticle(tokens, first) && !isNewLine(tokens, first)) first--
  if (first < 0 || marks[first] === PERSON || !capitalParticles.has(tokens.word[first]!)) return
  if (tokens.shape[first] !== shapes.CAPITALISED) return
  for (let part = first + 1; part <= at; part++) if (isNewLine(tokens, part) || !isApart(tokens, part)) return
  marks.fill(PERSON, first, at)
}

/** `Li Na Chen`: a short part between two that are a person's; an `And` in a heading stands between two people. */
function markBetween(tokens: Tokens, marks: Uint8Array, at: number): void {
  const next = at + 2
  if (next >= tokens.count || marks[at + 1] === PERSON || marks[next] !== PERSON) return
  if (tokens.shape[at] !== shapes.CAPITALISED || tokens.shape[at + 1] !== shapes.CAPITALISED) return
  if (tokens.shape[next] !== shapes.CAPITALISED || tokens.length[at + 1]! > LONGEST_SHORT) return
  if (tokens.start[at + 1]! - tokens.end[at]! !== 1 || tokens.start[next]! - tokens.end[at + 1]! !== 1) return
  if (!isNewLine(tokens, at + 1) && !isNewLine(tokens, next) && !joining.has(tokens.word[at + 1]!))
    marks[at + 1] = PERSON
}

/** `Philippa Gräfin von Scharrel`: in German a rank is part of the surname. */
function markNoble(tokens: Tokens, marks: Uint8Array, at: number): void {
  const rank = at + 1
  if (rank + 2 >= tokens.count || tokens.shape[at] !== shapes.CAPITALISED || !isCapital(tokens, rank)) return
  if (!ranks.has(tokens.word[rank]!)) return
  let name = rank + 1
  while (name < tokens.count && name <= rank + MOST_PARTICLES && isParticle(tokens, name)) name++
  if (name === rank + 1 || name >= tokens.count || !isCapital(tokens, name)) return
  for (let part = rank; part <= name; part++) if (isNewLine(tokens, part) || !isApart(tokens, part)) return
  marks.fill(PERSON, rank, name + 1)
}

const ranks = new HashSet(
  'graf gräfin freiherr freifrau freiin baron baronin baroness ritter edler edle fürst fürstin prinz prinzessin herzog herzogin'
    .split(' ')
    .map(hashWord),
)

const joining = new HashSet(
  'and or und et ou y e o en of og og och ja tai ile i a oraz lub és un ir bei in mit for to by de do da is at on'
    .split(' ')
    .map(hashWord),
)

/** A particle, or the apostrophe of `'t`. */
function isPartOfParticles(tokens: Tokens, at: number): boolean {
  if (isParticle(tokens, at)) return true
  return (
    tokens.shape[at] === shapes.APOSTROPHE &&
    at + 1 < tokens.count &&
    !isApart(tokens, at + 1) &&
    tokens.length[at + 1] === 1
  )
}

function areOfNames(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens.shape[at] !== shapes.APOSTROPHE && !isOfNames(tokens, at)) return false
  return true
}

/** `Saint-Exup\u00e9ry-Lagrange`: behind the last of the parts that hyphens join. */
function endOfHyphened(tokens: Tokens, start: number): number {
  let end = start + 1
  for (let parts = 1; parts < MOST_PARTICLES && isGlued(tokens, end) && isCapital(tokens, end + 1); parts++) end += 2
  return end
}

/** `luca di maio`, `Fatima el idrissi`: listed, and behind a first name in small letters or an unlisted word besides. */
function isSmallSurname(tokens: Tokens, at: number, next: number): boolean {
  if ((tokens.flags[next]! & flags.LAST_NAME) === 0 || !isFirstName(tokens, at)) return false
  return tokens.shape[at] === shapes.LOWER_WORD || (tokens.flags[next]! & flags.COMMON) === 0
}

/** Particles that are no prepositions in the language they come from, or hardly stand between a first name and a place. */
function isOfNames(tokens: Tokens, at: number): boolean {
  return particlesOfNames.has(tokens.word[at]!)
}

const capitalParticles = new HashSet(
  'van von der den ter ten de del della di da do dos du le la el al ben bin abu mac ui ni'.split(' ').map(hashWord),
)

const particlesOfNames = new HashSet(
  'van von der den ten ter zu zur af av el al ul ben bin bint ibn abu ould di de del della dei degli da dos das du des le la los las y e ni ui mac vande vander vanden t'
    .split(' ')
    .map(hashWord),
)

/** A surname of two parts: the unlisted capitalised word behind a name in full, where the name ends. */
function markTail(tokens: Tokens, marks: Uint8Array, at: number): void {
  const tail = at + 1
  if (tail >= tokens.count || marks[tail] === PERSON || at === 0 || marks[at - 1] !== PERSON) return
  if (isNewLine(tokens, tail) || isNewLine(tokens, at) || tokens.start[tail]! - tokens.end[at]! !== 1) return
  if (tokens.shape[tail] !== shapes.CAPITALISED || !isFirstName(tokens, at - 1) || isFirstName(tokens, at)) return
  const end = tail + 1
  // `Brigita Quarnik Pust <...@...>`: nothing but a name stands before an address.
  if (isAddressed(tokens, end)) marks[tail] = PERSON
  if ((tokens.flags[tail]! & notTail) !== 0) return
  const isClosed = end < tokens.count && !isNewLine(tokens, end) && closesName(tokens.shape[end]!)
  if (isClosed || (isLineEnd(tokens, end) && (tokens.flags[tail]! & flags.COMPOUND) === 0)) marks[tail] = PERSON
}

/** `Dr Ph. Deroubaix`: behind a first name cut short. */
function markBehindShort(tokens: Tokens, marks: Uint8Array, at: number): void {
  const next = at + 2
  if (next >= tokens.count || at === 0 || tokens.length[at]! > LONGEST_SHORT || tokens.shape[at] !== shapes.CAPITALISED)
    return
  if (tokens.shape[at + 1] !== shapes.DOT || isApart(tokens, at + 1) || isNewLine(tokens, next)) return
  if (isTitle(tokens, at - 1) && isCapital(tokens, next) && (tokens.flags[next]! & notSurnameBehind) === 0)
    marks.fill(PERSON, at + 1, next + 1)
}

const LONGEST_SHORT = 3

/** `Quentrel c/ Vasseurin`, `Selzig/Brinkhus`: a word that no list has, on the other side of the stroke. */
function markOpposed(tokens: Tokens, marks: Uint8Array, at: number): void {
  for (const step of [-1, 1]) {
    let other = at + step
    if (step > 0 && isOpposing(tokens, other)) other++
    if (other < 1 || other + 1 >= tokens.count || tokens.shape[other] !== shapes.SLASH) continue
    other += step
    if (step < 0 && isOpposing(tokens, other)) other--
    if (other < 0 || other >= tokens.count || marks[other] === PERSON || tokens.shape[other] !== shapes.CAPITALISED)
      continue
    if ((tokens.flags[other]! & notTail) !== 0 || isNewLine(tokens, Math.max(at, other))) continue
    // `Berg/Talmund/Seewig`, `Quentrel/v2`: a path or a list of something.
    const beyond = other + step
    if (beyond >= 0 && beyond < tokens.count && tokens.shape[beyond] === shapes.SLASH) continue
    marks[other] = PERSON
  }
}

/** `c/`: French and Italian for against. */
function isOpposing(tokens: Tokens, at: number): boolean {
  return at > 0 && at < tokens.count && tokens.length[at] === 1 && tokens.word[at] === against
}

const against = hashWord('c')

function isAddressed(tokens: Tokens, at: number): boolean {
  if (at + 1 >= tokens.count || tokens.shape[at] !== shapes.LESS || isNewLine(tokens, at)) return false
  return tokens.shape[at + 1] === shapes.EMAIL
}

function isLineEnd(tokens: Tokens, at: number): boolean {
  return at >= tokens.count || isNewLine(tokens, at)
}

function closesName(shape: number): boolean {
  return shape === shapes.COMMA || shape === shapes.OPEN || shape === shapes.CLOSE || shape === shapes.QUOTE
}

const notSurnameBehind =
  flags.COMMON | flags.PLACE | flags.FIRM_WORD | flags.FIELD | flags.TITLE | flags.ROLE | flags.CALENDAR | flags.THING
const notTail = flags.COMMON | flags.PLACE | flags.FIRM_WORD | flags.FIELD | flags.TITLE | flags.ROLE | flags.CALENDAR

/** `T. van den Akker`, `P.J.M. Smit`, `A.-L. Berg`: initials and particles before a surname. */
function markInitials(tokens: Tokens, marks: Uint8Array, at: number): void {
  let before = at - 1
  while (before > Math.max(0, at - MOST_PARTICLES) && !isNewLine(tokens, before + 1) && isParticle(tokens, before))
    before--
  if (before < 1 || isNewLine(tokens, before + 1)) return
  if (!isInitialDot(tokens, before)) {
    markPlainInitials(tokens, marks, at, before)
    return
  }
  let first = before
  for (let count = 0; count < MOST_INITIALS && first > 0; count++) {
    const isHyphened = tokens.shape[first] === shapes.HYPHEN && !isApart(tokens, first) && !isApart(tokens, first + 1)
    const dot = isHyphened ? first - 1 : first
    if (!isInitialDot(tokens, dot) || isNewLine(tokens, dot)) break
    first = dot - 2
  }
  // One letter alone tells little, and `M. Garnier`, `D. Ortega` are titles.
  const isSingle = before - first === 2
  marks.fill(PERSON, isSingle ? before + 1 : first + 1, at)
}

/** `C R Drysdale`: two initials at least without their full stops. */
function markPlainInitials(tokens: Tokens, marks: Uint8Array, at: number, last: number): void {
  let first = last + 1
  while (first > 0 && last - first + 1 < MOST_INITIALS && tokens.shape[first - 1] === shapes.INITIAL) {
    if (isNewLine(tokens, first)) break
    first--
  }
  if (last - first >= 1) marks.fill(PERSON, first, at)
}

/** `SALU, Endel` in a form: the first name behind the comma, where a line, a label or a cell begins and the next word is no part of a sentence. */
function markFirstName(tokens: Tokens, marks: Uint8Array, at: number): void {
  const comma = at + 1
  const first = at + 2
  if (first >= tokens.count || tokens.shape[comma] !== shapes.COMMA || isNewLine(tokens, first)) return
  // Without a blank the comma parts two cells.
  if (!isApart(tokens, first)) return
  if (!isCapital(tokens, first) || isFirstName(tokens, at)) return
  const isOrdinary = (tokens.flags[first]! & (flags.COMMON | flags.FIRST_NAME)) === flags.COMMON
  if (!isCapital(tokens, at) || isOrdinary) return
  let start = at
  while (start > 0 && marks[start - 1] === PERSON && !isNewLine(tokens, start)) start--
  // Behind a label that names people, the first name need not be known.
  const isKnown = isFirstName(tokens, first) ? opensEntry(tokens, start) : isLabelled(tokens, start, first)
  if (!isKnown || !endsEntry(tokens, first + 1)) return
  marks.fill(PERSON, comma, first + 1)
}

function opensEntry(tokens: Tokens, at: number): boolean {
  if (at === 0 || isNewLine(tokens, at)) return true
  const before = tokens.shape[at - 1]!
  if (before === shapes.COLON || before === shapes.PIPE || before === shapes.QUOTE || before === shapes.SEMICOLON)
    return true
  return (tokens.flags[at - 1]! & flags.FIELD) !== 0
}

/** The same the other way: the surname before the comma of a first name that is listed. */
function markSurname(tokens: Tokens, marks: Uint8Array, at: number): void {
  const comma = at - 1
  const last = at - 2
  if (last < 0 || tokens.shape[comma] !== shapes.COMMA || marks[last] === PERSON || !isApart(tokens, at)) return
  if (isNewLine(tokens, at) || isNewLine(tokens, comma) || !isCapital(tokens, last)) return
  const isKnown = isFirstName(tokens, at) || tokens.shape[last] === shapes.ALL_CAPITALS || isEnclosed(tokens, last, at)
  if (!isKnown || (!isFirstName(tokens, at) && tokens.shape[at] !== shapes.CAPITALISED)) return
  // Capitals are how forms set the surname off, though a village may be called so.
  const excluded = tokens.shape[last] === shapes.ALL_CAPITALS ? notSurname : notSurname | flags.PLACE
  if ((tokens.flags[last]! & excluded) !== 0) return
  if (opensEntry(tokens, last) && endsEntry(tokens, at + 1)) marks.fill(PERSON, last, at)
}

/** `"Oosterhof, Harmke"`, `geopend: Oosterhof, Harmke (`: nothing else stands in the entry. */
function isEnclosed(tokens: Tokens, first: number, last: number): boolean {
  if (first === 0 || last + 1 >= tokens.count) return false
  const before = tokens.shape[first - 1]!
  const after = tokens.shape[last + 1]!
  return (before === shapes.QUOTE && after === shapes.QUOTE) || (before === shapes.COLON && after === shapes.OPEN)
}

const notSurname = flags.COMMON | flags.FIRM_WORD | flags.FIELD

function isLabelled(tokens: Tokens, at: number, first: number): boolean {
  if (tokens.shape[first] !== shapes.CAPITALISED) return false
  for (let part = at; part < first; part++) if (isFirstName(tokens, part)) return false
  if ((tokens.flags[first]! & (flags.PLACE | flags.FIRM_WORD | flags.TITLE | flags.ROLE | flags.COMPOUND)) !== 0)
    return false
  const isColon = at > 1 && !isNewLine(tokens, at) && tokens.shape[at - 1] === shapes.COLON
  return isColon && (tokens.flags[at - 2]! & flags.FIELD) !== 0
}

function endsEntry(tokens: Tokens, at: number): boolean {
  if (at >= tokens.count || isNewLine(tokens, at) || (tokens.spacing[at]! & GAP_BEFORE) !== 0) return true
  const shape = tokens.shape[at]!
  if (shape <= shapes.WORD_LIMIT) return tokens.start[at]! - tokens.end[at - 1]! > 1
  return shape !== shapes.HYPHEN && shape !== shapes.APOSTROPHE && shape !== shapes.DOT
}

/** `Johannes (Joop) Wiersma`: what stands in brackets or quotes between two parts of a name is a nickname. */
function markNickname(tokens: Tokens, marks: Uint8Array, at: number): void {
  if (marks[at - 1] !== PERSON && !isInitialDot(tokens, at - 1)) return
  const closing = tokens.shape[at] === shapes.OPEN ? shapes.CLOSE : shapes.QUOTE
  for (let end = at + 2; end < tokens.count - 1 && end <= at + 4; end++) {
    if (tokens.shape[end] !== closing) continue
    const isInside = marks[end + 1] === PERSON || (tokens.flags[end + 1]! & flags.PARTICLE) !== 0
    if (!isInside || !isCapital(tokens, at + 1)) return
    marks.fill(PERSON, at + 1, end)
    // `Robert (Bob) de Wit`: the particle says that the surname follows, whatever else the word means.
    if (end + 2 < tokens.count && marks[end + 1] !== PERSON && isCapital(tokens, end + 2))
      marks.fill(PERSON, end + 1, end + 3)
    return
  }
}

function isCapital(tokens: Tokens, at: number): boolean {
  return tokens.shape[at] === shapes.CAPITALISED || tokens.shape[at] === shapes.ALL_CAPITALS
}

function isFirstName(tokens: Tokens, at: number): boolean {
  return (tokens.flags[at]! & flags.FIRST_NAME) !== 0
}

function isInitialDot(tokens: Tokens, at: number): boolean {
  return at > 0 && tokens.shape[at] === shapes.DOT && tokens.shape[at - 1] === shapes.INITIAL
}

/** Does a blank or a line break stand before the token? */
function isApart(tokens: Tokens, at: number): boolean {
  return (tokens.spacing[at]! & (SPACE_BEFORE | BREAK_BEFORE)) !== 0
}

function isNewLine(tokens: Tokens, at: number): boolean {
  return (tokens.spacing[at]! & BREAK_BEFORE) !== 0
}
