/**
 * What rules know and the model cannot see from a few tokens around: values of name fields, parts of identifiers, names spelt in
 * e-mail addresses. Each adds to the score of PERSON; the model still decides.
 */
import type { FieldHint } from '../../types.ts'
import { addAnswer } from './answers.ts'
import { addInsert } from './columns.ts'
import { abbreviations } from './cue-words.ts'
import { addFieldPair } from './field-pairs.ts'
import * as flags from './flags.ts'
import { fieldStrength, nameFieldHashes, otherFields } from './name-fields.ts'
import { addPerson, addToField, COLUMN, COMMON_IN_COLUMN } from './odds.ts'
import { addOwner, addQuoted } from './owners.ts'
import * as shapes from './shapes.ts'
import { BREAK_BEFORE, hashWord, type Tokens } from './tokens.ts'

/** Natural-log odds, set on the development corpus. */
const HINTED = 5
const COMPOUND = -5
const ABBREVIATION = -3
/** `MAC`, `IVA`: of things, though people are called so too. */
const KNOWN_ABBREVIATION = -6
const LONGEST_ABBREVIATED = 5
const IDENTIFIER = -5
const OTHER_FIELD = -4
const FULL_IN_ROLE = 3
/** `from`, `to` and `by` are also followed by places and firms. */
const SHORTEST_ROLE = 5

/** How many there are of what rarer kinds of names need, so that texts without are not searched for them. */
export interface Signs {
  /** And equals signs. */
  colons: number
  /** Capital letters by themselves, and small ones behind a hyphen. */
  letters: number
  /** Dots without blanks around them. */
  innerDots: number
}

/** The shapes that say something: most tokens are none of them, and one look at a table says so. */
const isSign = new Uint8Array(256)
for (const shape of [
  shapes.INITIAL,
  shapes.DOT,
  shapes.COLON,
  shapes.EQUALS,
  shapes.CLOSE,
  shapes.GREATER,
  shapes.HYPHEN,
  shapes.ALL_CAPITALS,
  shapes.MIXED,
  shapes.QUOTE,
  shapes.UNDERSCORE,
  shapes.QUESTION,
])
  isSign[shape] = 1

/** What single signs and words say, each in its own way, in one pass. */
export function addSigns(tokens: Tokens, casing: Uint8Array, scores: Float64Array): Signs {
  const { count, shape } = tokens
  const signs = { colons: 0, letters: 0, innerDots: 0 }
  for (let at = 0; at < count; at++) if (isSign[shape[at]!] !== 0) addSign(tokens, at, casing, scores, signs)
  return signs
}

function addSign(tokens: Tokens, at: number, casing: Uint8Array, scores: Float64Array, signs: Signs): void {
  const { count } = tokens
  switch (tokens.shape[at]) {
    case shapes.DOT:
      if (tokens.spacing[at] === 0 && at + 1 < count && tokens.spacing[at + 1] === 0) signs.innerDots++
      if (endsLeader(tokens, at)) addField(tokens, startOfLeader(tokens, at), at, scores)
      break
    case shapes.COLON:
    case shapes.EQUALS:
      signs.colons++
      addField(tokens, at, at, scores)
      addFieldPair(tokens, at, raiseValue, scores)
      break
    case shapes.HYPHEN:
      if (at + 1 < count && tokens.length[at + 1] === 1) signs.letters++
      if (!addOwner(tokens, at, scores)) addCompound(tokens, at, scores)
      break
    case shapes.QUOTE:
      addQuoted(tokens, at, scores)
      break
    case shapes.INITIAL:
      signs.letters++
      break
    case shapes.UNDERSCORE:
      if (at > 0 && tokens.spacing[at] === 0) lowerPart(tokens, at - 1, scores)
      if (at + 1 < count && tokens.spacing[at + 1] === 0) lowerPart(tokens, at + 1, scores)
      break
    case shapes.QUESTION:
      addAnswer(tokens, at, scores)
      break
    case shapes.CLOSE:
      addInsert(tokens, at, scores)
      break
    case shapes.GREATER:
      addElement(tokens, at, scores)
      break
    case shapes.ALL_CAPITALS:
      if (casing[at] !== 2) addAbbreviation(tokens, at, scores)
      if (tokens.length[at]! <= LONGEST_ABBREVIATED && abbreviations.has(tokens.word[at]!))
        addPerson(scores, at, KNOWN_ABBREVIATION)
      break
    case shapes.MIXED:
      if (isGlued(tokens, at)) addPerson(scores, at, IDENTIFIER)
  }
}

/** `Familienname ......... Selzig`: the last of a row of dots. */
function endsLeader(tokens: Tokens, at: number): boolean {
  if (at < 2 || tokens.spacing[at] !== 0 || tokens.shape[at - 1] !== shapes.DOT) return false
  return at + 1 < tokens.count && tokens.shape[at + 1] !== shapes.DOT && tokens.shape[at - 2] === shapes.DOT
}

function startOfLeader(tokens: Tokens, at: number): number {
  let start = at
  while (start > 0 && at - start < LONGEST_LEADER && tokens.shape[start - 1] === shapes.DOT) start--
  return start
}

const LONGEST_LEADER = 80

/**
 * Raises the value of a key that names people: `"lastName": "..."`, `vorname=...`, `nachname: ...`. What parts the two stands from
 * `at` to `last`.
 */
function addField(tokens: Tokens, at: number, last: number, scores: Float64Array): void {
  if (at === 0) return
  let key = at - 1
  while (key > 0 && at - key < 4 && tokens.shape[key]! > shapes.WORD_LIMIT) key--
  if (tokens.shape[key]! > shapes.WORD_LIMIT) return
  const strength = fieldStrength(tokens, Math.max(0, key - 2), key + 1)
  if (strength === 2) raiseValue(tokens, last + 1, scores)
  else if (strength === 1 && tokens.length[key]! >= SHORTEST_ROLE) raiseFull(tokens, last + 1, scores)
  else if (otherFields.has(tokens.word[key]!)) lowerValue(tokens, last + 1, scores)
}

/** `"driver": "Guermonprez Martial"`: two or three capitalised words and nothing else in quotes, none of them ordinary. */
function raiseFull(tokens: Tokens, from: number, scores: Float64Array): void {
  if (tokens.shape[from] !== shapes.QUOTE) return
  let end = from + 1
  while (end < tokens.count && end <= from + 3 && tokens.shape[end] === shapes.CAPITALISED) end++
  if (end - from < 3 || end >= tokens.count || tokens.shape[end] !== shapes.QUOTE) return
  for (let at = from + 1; at < end; at++) if ((tokens.flags[at]! & notInName) !== 0) return
  for (let at = from + 1; at < end; at++) addPerson(scores, at, FULL_IN_ROLE)
}

const notInName = flags.COMMON | flags.COMPOUND | flags.FIRM_WORD | flags.THING | flags.CALENDAR | flags.FIELD

/** The word in a field of something else, and the one behind it. */
function lowerValue(tokens: Tokens, from: number, scores: Float64Array): void {
  let words = 0
  for (let at = from; at < tokens.count && at < from + LONGEST_VALUE && words < 2; at++) {
    const shape = tokens.shape[at]!
    if (
      (tokens.spacing[at]! & BREAK_BEFORE) !== 0 ||
      (words > 0 && shape > shapes.WORD_LIMIT && shape !== shapes.HYPHEN)
    )
      return
    if (shape > shapes.WORD_LIMIT) continue
    addPerson(scores, at, OTHER_FIELD)
    words++
  }
}

/** `<FamilyName>Quinn</FamilyName>`; an element of two words that names people too. */
function addElement(tokens: Tokens, at: number, scores: Float64Array): void {
  const isOpening = at > 1 && at + 1 < tokens.count && tokens.shape[at - 1]! <= shapes.WORD_LIMIT
  if (!isOpening || (tokens.shape[at - 2] !== shapes.LESS && tokens.shape[at - 2] !== shapes.COLON)) return
  if (fieldStrength(tokens, at - 1, at) === 2) raiseValue(tokens, at + 1, scores)
  else if (otherFields.has(tokens.word[at - 1]!)) lowerValue(tokens, at + 1, scores)
}

const LONGEST_VALUE = 8
const LONGEST_ABBREVIATION = 3

/** The words after a key, to the end of the value: a quote, a comma, a line break. */
function raiseValue(tokens: Tokens, from: number, scores: Float64Array): void {
  let words = 0
  for (let at = from; at < tokens.count && at < from + LONGEST_VALUE; at++) {
    const shape = tokens.shape[at]!
    if ((tokens.spacing[at]! & BREAK_BEFORE) !== 0) return
    if (shape <= shapes.WORD_LIMIT) {
      // A small word after capitalised ones: the value is over and a sentence goes on.
      if (words > 0 && shape === shapes.LOWER_WORD && (tokens.flags[at]! & flags.PARTICLE) === 0) return
      addToField(scores, at, (tokens.flags[at]! & flags.COMMON) === 0 ? COLUMN : COMMON_IN_COLUMN)
      words++
    } else if (shape === shapes.DOT && at > from && tokens.length[at - 1]! > LONGEST_ABBREVIATION) return
    else if (words > 0 && shape !== shapes.HYPHEN && shape !== shapes.APOSTROPHE && shape !== shapes.DOT) return
    else if (shape === shapes.NUMBER || shape === shapes.CLOSE_BRACE) return
  }
}

/** `Helene-Birnen`, `klaas-koekjes`: a name glued to a longer common word names a thing. Endings (`Szabo-ek`) are short. */
function addCompound(tokens: Tokens, at: number, scores: Float64Array): void {
  if (at === 0 || at + 1 >= tokens.count || tokens.spacing[at] !== 0 || tokens.spacing[at + 1] !== 0) return
  if (tokens.shape[at + 1] !== shapes.LOWER_WORD || tokens.length[at + 1]! < 4) return
  if ((tokens.flags[at + 1]! & flags.ANY_NAME) !== 0) return
  for (let word = at + 1; word >= 0 && word > at - 4; word--) {
    addPerson(scores, word, COMPOUND)
    if ((tokens.spacing[word]! & BREAK_BEFORE) !== 0) return
    // `Karl Johan-svampe` is a thing; `Clayton mill-uffi\u010b\u010bju` is a person and a word.
    if (tokens.spacing[word] !== 0 && tokens.shape[at - 1] === shapes.LOWER_WORD) return
  }
}

/** Capitals alone in ordinary text abbreviate something, unless the word is a known name or stands in a row of capitals. */
function addAbbreviation(tokens: Tokens, at: number, scores: Float64Array): void {
  if ((tokens.flags[at]! & (flags.FIRST_NAME | flags.LAST_NAME)) !== 0) return
  const isInRow = isNameLike(tokens, at - 1) || isNameLike(tokens, at + 1)
  if (!isInRow) addPerson(scores, at, ABBREVIATION)
}

/** `collections::HashMap`, `org.demo.PersonTest`: capitals inside a word behind two colons, or behind a word and a dot without blanks. */
function isGlued(tokens: Tokens, at: number): boolean {
  if (at < 2 || tokens.spacing[at] !== 0 || tokens.spacing[at - 1] !== 0) return false
  if (tokens.shape[at - 1] === shapes.COLON) return tokens.shape[at - 2] === shapes.COLON
  return tokens.shape[at - 1] === shapes.DOT && tokens.shape[at - 2] === shapes.LOWER_WORD
}

/** `MAX_RETRIES`, `simpleSF_Player`: a word glued to others by underscores is a part of an identifier, unless it is a known name. */
function lowerPart(tokens: Tokens, at: number, scores: Float64Array): void {
  const about = tokens.flags[at]!
  const isConstant = tokens.shape[at] === shapes.ALL_CAPITALS && (about & flags.COMMON) !== 0
  const isKnown = (about & (flags.FIRST_NAME | flags.LAST_NAME)) !== 0 && !isConstant
  if (tokens.shape[at]! <= shapes.WORD_LIMIT && !isKnown) addPerson(scores, at, IDENTIFIER)
}

function isNameLike(tokens: Tokens, at: number): boolean {
  if (at < 0 || at >= tokens.count) return false
  const shape = tokens.shape[at]!
  return shape === shapes.ALL_CAPITALS || (shape <= shapes.MIXED && (tokens.flags[at]! & flags.ANY_NAME) !== 0)
}

/** A whole short text that stands under a name field of a JSON body. */
export function addHint(hint: FieldHint | undefined, tokens: Tokens, scores: Float64Array): void {
  const name = hint?.label ?? hint?.key
  if (name === undefined || tokens.count > LONGEST_VALUE) return
  const key = name.replace(/[^\p{L}]+/gu, '').toLowerCase()
  if (
    !nameFieldHashes.has(hashWord(key)) &&
    !/^(?:\p{L}+_)?(?:full|first|last|given|family|contact|customer|user|client|patient|employee)_?name$/iu.test(name)
  )
    return
  for (let at = 0; at < tokens.count; at++) if (tokens.shape[at]! <= shapes.WORD_LIMIT) addPerson(scores, at, HINTED)
}
