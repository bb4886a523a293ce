/** Tags a text: stretch by stretch, so that memory stays the same however long the text is. */
import type { Finding } from '../../types.ts'
import { addAddressWords, wordsOfAddresses } from './address-words.ts'
import { flagsOfNominative, stemsOfCases } from './case-forms.ts'
import { EASIEST, surplus } from './certainty.ts'
import * as characters from './characters.ts'
import { addColumns } from './columns.ts'
import { cueAgainst, cueFor } from './cues.ts'
import { collect, trim } from './decode.ts'
import { amongPeople, lowerAmongThings } from './enumerations.ts'
import { addHint, addSigns, type Signs } from './evidence.ts'
import { lookAround, makeSurroundings } from './features.ts'
import { raiseFileNames } from './file-names.ts'
import * as flags from './flags.ts'
import { FilteredSet } from './hash-set.ts'
import type { NameOptions } from './index.ts'
import { joinParts } from './join-parts.ts'
import {
  forget,
  type KnownNames,
  makeKnownNames,
  match,
  NO_MATCH,
  remember,
  rememberStem,
  WORD_MATCH,
} from './known-names.ts'
import { LABELS, LOCATION, NONE, ORGANIZATION, PERSON } from './labels.ts'
import { flagCompounds, flagTokens } from './lexicon.ts'
import type { Model } from './model.ts'
import { scoreTokens, toProbabilities } from './score.ts'
import * as shapes from './shapes.ts'
import { raiseSpeakers } from './speakers.ts'
import { raiseSpelt } from './spelt.ts'
import { kindOfText, type TextKind } from './text-kind.ts'
import { BREAK_BEFORE, hashWord, makeTokens, tokenize, wipeUnits } from './tokens.ts'

/** Longest stretch in UTF-16 units; a token has at least one. */
const STRETCH = 16_384

/** Probability from which a token is a name, by kind of text. */
const thresholds = {
  low: { record: 0.9, prose: 0.6, technical: 0.99 },
  normal: { record: 0.49, prose: 0.3, technical: 0.985 },
  high: { record: 0.3, prose: 0.09, technical: 0.6 },
} as const
/** A neighbour of a name needs only this share of the threshold. */
const NEIGHBOUR_SHARE = 0.4
/** Places and firms, which `strict` alone asks for, need only this share of the threshold. */
const LOCATION_SHARE = 0.7
const ORGANIZATION_SHARE = 0.17
/** Beside a sure name, a capitalised word that no dictionary has needs hardly any. */
const SURE = 0.95
const BESIDE_SURE = 0.3
/** Behind a first name, a word that is some name: `Moira Ashdown` bears a place in hers. */
const SOME_SURNAME = 0.34
/** Longer words before a name say what somebody is. */
const LONGEST_FIRST_NAME = 12
const PERHAPS_FIRST_NAME = 0.06
/** What is surely a name of some kind needs only this share of the threshold to count as a person's. */
const UNSURE_SHARE = 0.4
const SOME_NAME = 0.9
/** Words that need so much more are mostly no names of any kind. */
const HARD = Math.exp(4)
/** From this probability a name is remembered and looked for elsewhere. */
const REMEMBERED = 0.8
/** Natural-log odds that a name needs beyond the others where placeholders say that the text was scrubbed before. */
const SCRUBBED_SHIFT = 3
/** Natural-log odds that a remembered name adds to another mention. */
const SAME_WORD = 7
const SAME_STEM = 4.5
const SMALL_LETTERS = 2.5
const QUOTED = 11
const COMMON_WORD = 1.5

/** No cue lifts a probability below the one, or need lift one above the other. */
const HOPELESS = 0.0015
const BEYOND_DOUBT = 0.985
/** A listed name in another case, with a stem of its own. */
const DECLINED_FIRST_NAME = 3
const DECLINED = 1.5
const LIKELY_CASE = 0.05
/** More names than this are a list, where they stand as they are. */
const MOST_DECLINED = 400
/** A firm may sign too. */
const LIKELY_FIRM = 0.3

/** `shift` moves every threshold by so many natural-log odds, to measure what another sensitivity would do. */
export type Tagger = (text: string, options: NameOptions, shift?: number) => Finding[]

/** Parts that can be left out, to measure what each adds. */
export interface TaggerParts {
  readonly evidence: boolean
  readonly recall: boolean
}

export function makeTagger(model: Model, parts: TaggerParts = { evidence: true, recall: true }): Tagger {
  const tokens = makeTokens(STRETCH)
  const around = makeSurroundings(STRETCH)
  const scores = new Float64Array(STRETCH * LABELS)
  const scratch = new Float64Array(STRETCH * LABELS)
  const marks = new Uint8Array(STRETCH)
  const known = makeKnownNames()
  const addressWords = new FilteredSet()
  const keepStem = (stem: number) => rememberStem(known, stem)
  let unsureShare: number = UNSURE_SHARE
  let kind: TextKind = 'prose'
  let signs: Signs = { colons: 0, letters: 0, innerDots: 0 }
  /** No probability below this can count. */
  let lowest = 0

  return (text, options, shift = 0) => {
    const found: Finding[] = []
    forget(known)
    addressWords.clear()
    wordsOfAddresses(text, options.findings, model.lexicon, addressWords)
    const isWhole = text.length <= STRETCH
    const isScrubbed = options.findings.some(isNamePlaceholder)
    const total = isScrubbed ? shift + SCRUBBED_SHIFT : shift
    eachStretch(text, options, () => {
      lookAround(tokens, around, options.profile !== 'strict')
      flagCompounds(tokens, around, model.lexicon)
      scoreTokens(tokens, around, model, scores)
      if (parts.evidence) addEvidence(options)
      toProbabilities(tokens, model, scores, scratch)
      kind = kindOfText(options.findings, tokens, scores)
      const threshold = shifted(thresholds[options.sensitivity][kind], Math.exp(total))
      lowest = shifted(threshold, EASIEST) * ORGANIZATION_SHARE
      unsureShare = kind === 'technical' || isScrubbed ? 1 : UNSURE_SHARE
      if (parts.evidence && kind !== 'record') lowerAmongThings(tokens, scores)
      if (parts.evidence && signs.colons > 2) raiseSpeakers(tokens, scores)
      if (parts.evidence && (signs.letters > 2 || signs.innerDots > 2)) raiseSpelt(text, tokens, model.lexicon, scores)
      if (parts.evidence && kind !== 'technical') addCues()
      if (parts.recall) rememberNames(threshold)
      if (isWhole) recall(known)
      if (parts.evidence && signs.innerDots > 0) raiseFileNames(tokens, known, scores)
      if (mark(threshold)) gather(options, found)
    })
    found.sort(byStart)
    const all = isWhole || known.words.size === 0 ? found : mergeRecalled(found, recallLong(text, options, known))
    forget(known)
    addressWords.clear()
    return all
  }

  function eachStretch(text: string, options: NameOptions, work: () => void): void {
    let first = 0
    for (let from = 0; from < text.length; ) {
      const to = endOfStretch(text, from)
      while (first < options.findings.length && options.findings[first]!.end <= from) first++
      tokenize(text, from, to, options.findings, first, tokens)
      flagTokens(tokens, model.lexicon)
      work()
      wipeUnits(tokens, to - from)
      from = to
    }
  }

  function addEvidence(options: NameOptions): void {
    addColumns(tokens, around, scores)
    signs = addSigns(tokens, around.casing, scores)
    addHint(options.hint, tokens, scores)
    addAddressWords(tokens, addressWords, scores)
  }

  function addCues(): void {
    const { opened, openCount } = around
    for (let index = 0; index < openCount; index++) {
      const at = opened[index]!
      if (tokens.shape[at] === shapes.LOWER_WORD || tokens.given[at] !== NONE) continue
      if (tokens.shape[at]! > shapes.MIXED || tokens.shape[at] === shapes.INITIAL) continue
      const person = scores[at * LABELS + PERSON]!
      if (person < HOPELESS) continue
      const isFirm = scores[at * LABELS + ORGANIZATION]! >= LIKELY_FIRM
      const cue =
        person > BEYOND_DOUBT || isFirm ? 0 : Math.max(cueFor(tokens, around, at), amongPeople(tokens, at, scores))
      const isUnknown = cue === 0 && tokens.flags[at] === 0 && person > LIKELY_CASE && person < BEYOND_DOUBT
      const form = isUnknown ? flagsOfNominative(tokens, at, model.lexicon) : 0
      const total =
        cue +
        cueAgainst(tokens, around, at) +
        ((form & flags.FIRST_NAME) !== 0 ? DECLINED_FIRST_NAME : form !== 0 ? DECLINED : 0)
      if (total !== 0) raise(at, total)
    }
  }

  function raise(at: number, amount: number): void {
    const person = scores[at * LABELS + PERSON]!
    const odds = (person / (1 - person + 1e-9)) * Math.exp(amount)
    scores[at * LABELS + PERSON] = odds / (1 + odds)
  }

  function rememberNames(threshold: number): void {
    const least = Math.max(REMEMBERED, threshold)
    for (let at = 0; at < tokens.count; at++) {
      if (scores[at * LABELS + PERSON]! < least || tokens.given[at] !== NONE) continue
      // A word that needs more than others is remembered when it has it, or when it is listed and nothing else.
      if (labelOf(at, threshold) !== PERSON && !isOnlyName(tokens.flags[at]!)) continue
      remember(known, tokens, at)
      if (tokens.shape[at] === shapes.CAPITALISED && known.words.size < MOST_DECLINED)
        stemsOfCases(tokens, at, keepStem)
    }
  }

  function isOnlyName(about: number): boolean {
    return (about & (flags.FIRST_NAME | flags.LAST_NAME)) !== 0 && (about & flags.COMMON) === 0
  }

  /** Raises the probability of further mentions of known names. */
  function recall(known: KnownNames): void {
    if (known.words.size === 0) return
    const { words, wordCount } = tokens
    for (let word = 0; word < wordCount; word++) {
      const at = words[word]!
      const kind = match(known, tokens, at)
      if (kind === NO_MATCH) continue
      raise(at, bonusOf(at, kind))
    }
  }

  function bonusOf(at: number, kind: number): number {
    const isCommon = (tokens.flags[at]! & (flags.COMMON | flags.CALENDAR)) !== 0
    if (isMonth(at)) return 0
    const isSmall = tokens.shape[at] === shapes.LOWER_WORD
    if (isSmall) return isCommon ? 0 : isQuoted(at) ? QUOTED : SMALL_LETTERS
    const isOrdinary = isCommon && ((tokens.flags[at]! & flags.FIRST_NAME) === 0 || around.elsewhere[at]! % 2 === 1)
    if (isOrdinary) return COMMON_WORD
    return kind === WORD_MATCH ? SAME_WORD : SAME_STEM
  }

  /** `im Mai`, though a Frau Mai was named. */
  function isMonth(at: number): boolean {
    return at > 0 && (tokens.flags[at]! & flags.CALENDAR) !== 0 && tokens.word[at - 1] === inMonth
  }

  /** Alone in quotes, as what is searched for: `"q":"quinlan"`. */
  function isQuoted(at: number): boolean {
    if (at === 0 || at + 1 >= tokens.count) return false
    const before = tokens.shape[at - 1]!
    return before === tokens.shape[at + 1] && (before === shapes.QUOTE || before === shapes.APOSTROPHE)
  }

  /** Marks the tokens of names; is there any? */
  function mark(threshold: number): boolean {
    let isEmpty = true
    const { count } = tokens
    marks.fill(NONE, 0, count)
    for (let at = 0; at < count; at++) {
      const base = at * LABELS
      if (scores[base + PERSON]! + scores[base + LOCATION]! + scores[base + ORGANIZATION]! < lowest) continue
      const label = labelOf(at, threshold)
      marks[at] = label
      if (label !== NONE) isEmpty = false
    }
    if (isEmpty) return false
    joinParts(tokens, marks)
    for (let at = 1; at < tokens.count; at++) if (marks[at - 1] === PERSON) extend(at, at - 1, threshold)
    for (let at = tokens.count - 2; at >= 0; at--) if (marks[at + 1] === PERSON) extend(at, at + 1, threshold)
    return true
  }

  function labelOf(at: number, usual: number): number {
    if (tokens.given[at] !== NONE) return NONE
    const person = scores[at * LABELS + PERSON]!
    const location = scores[at * LABELS + LOCATION]!
    const organization = scores[at * LABELS + ORGANIZATION]!
    if (person + location + organization < lowest) return NONE
    const more = surplus(tokens, around, at, kind)
    const threshold = shifted(usual, more)
    if (person >= threshold) return PERSON
    const isSomeName = more < HARD && person + location + organization >= SOME_NAME
    if (isSomeName && person >= threshold * unsureShare) return PERSON
    const isLocation = location >= organization
    if (person >= (isLocation ? location : organization)) return NONE
    const share = unsureShare === 1 ? 1 : isLocation ? LOCATION_SHARE : ORGANIZATION_SHARE
    if (location + organization + person < usual * share) return NONE
    return isLocation ? LOCATION : ORGANIZATION
  }

  /** A word beside a name belongs to it on less evidence. */
  function extend(at: number, beside: number, threshold: number): void {
    if (marks[at] === PERSON || tokens.shape[at]! > shapes.WORD_LIMIT) return
    if (tokens.shape[beside]! > shapes.WORD_LIMIT) return
    if ((tokens.spacing[Math.max(at, beside)]! & BREAK_BEFORE) !== 0) return
    if (tokens.shape[at] === shapes.LOWER_WORD && (tokens.flags[at]! & flags.PARTICLE) === 0) return
    if (cueAgainst(tokens, around, at) < 0) return
    const isUnusual = (tokens.flags[at]! & flags.COMMON) === 0 && tokens.shape[at] !== shapes.LOWER_WORD
    const isBesideSure = isUnusual && scores[beside * LABELS + PERSON]! >= SURE
    const needed = isBesideSure ? BESIDE_SURE : threshold * NEIGHBOUR_SHARE
    const isNext = marks[at] === NONE && scores[at * LABELS + PERSON]! >= needed
    if (isNext || isSurname(at, beside) || isFirstOfFull(at, beside)) marks[at] = PERSON
  }

  /** Neither a line nor a sentence begins there: many verbs are in no list. */
  function isInside(at: number): boolean {
    return at > 0 && (tokens.spacing[at]! & BREAK_BEFORE) === 0 && tokens.shape[at - 1] !== shapes.DOT
  }

  function endsName(at: number): boolean {
    if (at >= tokens.count || (tokens.spacing[at]! & BREAK_BEFORE) !== 0) return true
    const shape = tokens.shape[at]!
    return shape === shapes.COMMA || shape === shapes.CLOSE || (shape === shapes.HYPHEN && marks[at] === PERSON)
  }

  /** A word that no list has, before a first name: `Dilwenna Margaret Crowther`, `..., Lortalec Jean-Yves, ...`. */
  function isFirstOfFull(at: number, next: number): boolean {
    if (next !== at + 1 || tokens.flags[at] !== 0 || (tokens.flags[next]! & flags.FIRST_NAME) === 0) return false
    const isInFull =
      next + 1 < tokens.count && marks[next + 1] === PERSON && tokens.shape[next + 1] === shapes.CAPITALISED
    if (marks[at] !== NONE || !(isInFull || (isInside(at) && endsName(next + 1)))) return false
    if (tokens.shape[at] !== shapes.CAPITALISED || tokens.shape[next] !== shapes.CAPITALISED) return false
    if (tokens.start[next]! - tokens.end[at]! !== 1 || tokens.length[at]! > LONGEST_FIRST_NAME) return false
    return scores[at * LABELS + PERSON]! >= PERHAPS_FIRST_NAME
  }

  /** Directly behind a first name, a word that the model takes for the name of somebody or something. */
  function isSurname(at: number, first: number): boolean {
    if (at !== first + 1 || (tokens.flags[first]! & flags.FIRST_NAME) === 0 || kind === 'technical') return false
    if (tokens.shape[at] !== shapes.CAPITALISED || tokens.shape[first] !== shapes.CAPITALISED) return false
    const about = tokens.flags[at]!
    const isPeriod = (about & (flags.CALENDAR | flags.PLACE)) === flags.CALENDAR
    if (tokens.start[at]! - tokens.end[first]! !== 1 || isPeriod || (about & notSurnames) !== 0) return false
    const row = at * LABELS
    return scores[row + PERSON]! + scores[row + LOCATION]! + scores[row + ORGANIZATION]! >= SOME_SURNAME
  }

  function gather(options: NameOptions, found: Finding[]): void {
    trim(tokens, marks)
    for (let at = 0; at < tokens.count; at++) if (marks[at] !== NONE && tokens.given[at] !== NONE) marks[at] = NONE
    const scoreOf = (label: number) => (start: number, end: number) => {
      let best = 0
      for (let at = start; at <= end; at++) best = Math.max(best, scores[at * LABELS + label]!)
      return Math.min(best, 1)
    }
    collect(tokens, marks, PERSON, 'PERSON', scoreOf(PERSON), found)
    if (options.profile !== 'strict') return
    collect(tokens, marks, LOCATION, 'LOCATION', scoreOf(LOCATION), found)
    collect(tokens, marks, ORGANIZATION, 'ORGANIZATION', scoreOf(ORGANIZATION), found)
  }

  /** A second look at a text of several stretches, by spelling alone. */
  function recallLong(text: string, options: NameOptions, known: KnownNames): Finding[] {
    const found: Finding[] = []
    eachStretch(text, options, () => {
      for (let at = 0; at < tokens.count; at++) {
        const isOrdinary = (tokens.flags[at]! & flags.COMMON) !== 0 || tokens.shape[at] === shapes.LOWER_WORD
        const isFree = !isOrdinary && tokens.given[at] === NONE
        marks[at] = isFree && match(known, tokens, at) !== NO_MATCH ? PERSON : NONE
      }
      collect(tokens, marks, PERSON, 'PERSON', () => REMEMBERED, found)
    })
    return found
  }
}

const inMonth = hashWord('im')

const notSurnames = flags.COMMON | flags.FIRM_WORD | flags.FIELD | flags.TITLE | flags.ROLE | flags.THING | flags.STREET

/** Stands for a name that was found when the text was scrubbed before. */
function isNamePlaceholder({ recognizer, type }: Finding): boolean {
  return recognizer === 'placeholder' && (type === 'PERSON' || type === 'LOCATION' || type === 'ORGANIZATION')
}

/** A probability whose odds are so many times as high. */
function shifted(threshold: number, factor: number): number {
  const odds = threshold * factor
  return odds / (1 - threshold + odds)
}

function byStart(a: Finding, b: Finding): number {
  return a.start - b.start
}

/** Adds what the second look found where the first found nothing. Both are sorted. */
function mergeRecalled(found: readonly Finding[], recalled: readonly Finding[]): Finding[] {
  const merged: Finding[] = []
  let next = 0
  for (const one of recalled) {
    while (next < found.length && found[next]!.end <= one.start) merged.push(found[next++]!)
    if (next >= found.length || found[next]!.start >= one.end) merged.push(one)
  }
  while (next < found.length) merged.push(found[next++]!)
  return merged
}

/** The end of a stretch: at a line break or blank in its last quarter, else anywhere but inside a surrogate pair. */
function endOfStretch(text: string, from: number): number {
  const limit = from + STRETCH
  if (limit >= text.length) return text.length
  const low = limit - STRETCH / 4
  for (let at = limit; at > low; at--) if (text.charCodeAt(at - 1) === 10) return at
  for (let at = limit; at > low; at--) {
    if (characters.kindOf(text.charCodeAt(at - 1)) === characters.SPACE) return at
  }
  const unit = text.charCodeAt(limit)
  return unit >= 0xdc00 && unit < 0xe000 ? limit - 1 : limit
}
