/**
 * What rules know and the model cannot see from a few tokens around: columns of tables, values of name fields, names spelt in
 * e-mail addresses. Each adds to the score of PERSON; the model still decides.
 */
import type { FieldHint, Finding } from '../../types.ts'
import * as flags from './flags.ts'
import { HashSet } from './hash-set.ts'
import { LABELS, PERSON } from './labels.ts'
import { type Lexicon, lookUp } from './lexicon.ts'
import * as shapes from './shapes.ts'
import { BREAK_BEFORE, hashWord, SPACE_BEFORE, type Tokens } from './tokens.ts'

/** Natural-log odds, set on the development corpus. */
const COLUMN = 5
const COMMON_IN_COLUMN = 4
/** A separator ends the name. */
const SEPARATOR = -6
const OTHER_COLUMN = -1
const ADDRESS_PART = 4.5
const HINTED = 5
const COMPOUND = -5
const ABBREVIATION = -3
const IDENTIFIER = -5

function addPerson(scores: Float64Array, at: number, amount: number): void {
  scores[at * LABELS + PERSON]! += amount
}

/** Fields that hold a name and nothing else. `name` alone may be that of a product; the model weighs it. */
const nameFields = `
firstname lastname fullname surname forename forenames givenname givennames familyname maidenname fname lname displayname customername
contactname cardholder cardholdername holdername middlename realname username_display patientname employeename firstnames
vorname nachname familienname vorzuname ansprechpartner kundenname geburtsname vornamen
prenom prenoms nomcomplet nomfamille nomprenom
nombres apellido apellidos nombrecompleto primerapellido segundoapellido
cognome cognomenome nomecognome nomecompleto nominativo intestatario apelido apelidos sobrenome
voornaam achternaam roepnaam tussenvoegsel volledigenaam
imie nazwisko imienazwisko imiona jmeno prijmeni meno priezvisko ime prezime priimek imeprezime
fornavn efternavn etternavn fornamn efternamn etunimi sukunimi eesnimi perekonnanimi vards uzvards vardas pavarde
vezeteknev keresztnev utonev teljesnev csaladnev nume prenume numecomplet isem kunjom ainm sloinne
\u043f\u0440\u0435\u0437\u0438\u043c\u0435 \u0444\u0430\u043c\u0438\u043b\u0438\u044f \u0438\u043c\u0435\u043d\u0430 \u03b5\u03c0\u03c9\u03bd\u03c5\u03bc\u03bf \u03bf\u03bd\u03bf\u03bc\u03b1\u03c4\u03b5\u03c0\u03c9\u03bd\u03c5\u03bc\u03bf`
  .trim()
  .split(/\s+/)

const nameFieldHashes = new HashSet(nameFields.map(hashWord))

/** Does a column or key name people? `strong` for names only, `weak` where it may be something else's name. */
function fieldStrength(tokens: Tokens, from: number, to: number): number {
  let strength = 0
  for (let at = from; at < to; at++) {
    if (tokens.shape[at]! > shapes.WORD_LIMIT) continue
    const word = tokens.word[at]!
    if (nameFieldHashes.has(word)) return 2
    const isName = personNames.has(word)
    // `first_name`, `customer name`, `full name`: two words together say that it is a person's.
    if (isName && at > from && (tokens.flags[at - 1]! & flags.FIELD) !== 0) return 2
    if (isName && at > from + 1 && (tokens.flags[at - 2]! & flags.FIELD) !== 0) return 2
    if (isName || (tokens.flags[at]! & flags.FIELD) !== 0) strength = Math.max(strength, 1)
  }
  return strength
}

const personNames = new HashSet(
  [
    'name',
    'names',
    'nom',
    'nombre',
    'nome',
    'naam',
    'navn',
    'namn',
    'nimi',
    'nev',
    'vards',
    'nazwa',
    '\u03bf\u03bd\u03bf\u03bc\u03b1',
    '\u0438\u043c\u0435',
  ].map(hashWord),
)

const TAB_LIKE = -1
const separators = [shapes.PIPE, shapes.SEMICOLON, shapes.COMMA, TAB_LIKE]

/** Raises the cells below a header that names people: CSV, Markdown and database tables. */
export function addColumns(text: string, tokens: Tokens, scores: Float64Array): void {
  let line = 0
  let header: { separator: number; cells: number; strengths: number[] } | undefined
  while (line < tokens.count) {
    let next = line + 1
    while (next < tokens.count && (tokens.spacing[next]! & BREAK_BEFORE) === 0) next++
    if (header !== undefined) {
      const cells = countCells(text, tokens, line, next, header.separator)
      const isRule = tokens.shape[line]! > shapes.WORD_LIMIT && next - line < 200 && !hasWord(tokens, line, next)
      if (cells > 1 && Math.abs(cells - header.cells) <= 2) raiseRow(text, tokens, line, next, header, scores)
      else if (!isRule) header = undefined
    }
    if (header === undefined) {
      header = readHeader(text, tokens, line, next)
      if (header !== undefined && !hasRow(text, tokens, next, header)) header = undefined
      if (header !== undefined) for (let at = line; at < next; at++) addPerson(scores, at, SEPARATOR)
    }
    line = next
  }
}

/** Does one of the next two lines have as many cells? A sentence with commas has no rows below. */
function hasRow(text: string, tokens: Tokens, from: number, header: { separator: number; cells: number }): boolean {
  let line = from
  for (let lines = 0; lines < 2 && line < tokens.count; lines++) {
    let next = line + 1
    while (next < tokens.count && (tokens.spacing[next]! & BREAK_BEFORE) === 0) next++
    const cells = countCells(text, tokens, line, next, header.separator)
    if (cells > 1 && Math.abs(cells - header.cells) <= 2) return true
    line = next
  }
  return false
}

function hasWord(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens.shape[at]! <= shapes.CODE) return true
  return false
}

function isSeparator(text: string, tokens: Tokens, at: number, first: number, separator: number): boolean {
  if (separator !== TAB_LIKE) return tokens.shape[at] === separator
  return at > first && text.charCodeAt(tokens.start[at]! - 1) === 9
}

function countCells(text: string, tokens: Tokens, from: number, to: number, separator: number): number {
  let cells = 1
  for (let at = from; at < to; at++) if (isSeparator(text, tokens, at, from, separator)) cells++
  return cells
}

const MOST_HEADER_TOKENS = 160

/** Most lines are prose: one comma, no other separator. */
function mayHaveCells(text: string, tokens: Tokens, from: number, to: number): boolean {
  let commas = 0
  for (let at = from; at < to; at++) {
    const shape = tokens.shape[at]!
    if (shape === shapes.PIPE || shape === shapes.SEMICOLON || (shape === shapes.COMMA && ++commas > 1)) return true
    const isApart = at > from && (tokens.spacing[at]! & SPACE_BEFORE) !== 0
    if (isApart && text.charCodeAt(tokens.start[at]! - 1) === 9) return true
  }
  return false
}

function readHeader(text: string, tokens: Tokens, from: number, to: number) {
  if (to - from < 3 || to - from > MOST_HEADER_TOKENS) return undefined
  if (!mayHaveCells(text, tokens, from, to) || fieldStrength(tokens, from, to) === 0) return undefined
  for (const separator of separators) {
    const cells = countCells(text, tokens, from, to, separator)
    if (cells < 2) continue
    const strengths: number[] = []
    let cellStart = from
    let longest = 0
    for (let at = from; at <= to; at++) {
      if (at < to && !isSeparator(text, tokens, at, from, separator)) continue
      strengths.push(fieldStrength(tokens, cellStart, at))
      longest = Math.max(longest, at - cellStart)
      cellStart = separator === TAB_LIKE ? at : at + 1
    }
    // Prose has long stretches between its commas.
    if (longest > 8 || !strengths.some(strength => strength > 0)) continue
    if (separator === shapes.COMMA && (cells < 3 || longest > 3)) continue
    return { separator, cells, strengths }
  }
  return undefined
}

function raiseRow(
  text: string,
  tokens: Tokens,
  from: number,
  to: number,
  header: { separator: number; strengths: number[] },
  scores: Float64Array,
): void {
  let column = 0
  let isQuoted = false
  for (let at = from; at < to; at++) {
    const shape = tokens.shape[at]!
    if (shape === shapes.QUOTE) isQuoted = !isQuoted
    if (!isQuoted && isSeparator(text, tokens, at, from, header.separator)) {
      column++
      if (header.separator !== TAB_LIKE) {
        addPerson(scores, at, SEPARATOR)
        continue
      }
    }
    const strength = header.strengths[column] ?? 0
    if (shape > shapes.WORD_LIMIT) continue
    if (strength === 0) addPerson(scores, at, OTHER_COLUMN)
    else if (strength === 2) addPerson(scores, at, (tokens.flags[at]! & flags.COMMON) === 0 ? COLUMN : COMMON_IN_COLUMN)
    else if (shape !== shapes.LOWER_WORD) addPerson(scores, at, 1)
  }
}

/** What single signs and words say, each in its own way, in one pass. */
export function addSigns(tokens: Tokens, casing: Uint8Array, scores: Float64Array): void {
  const { count, shape } = tokens
  for (let at = 0; at < count; at++) {
    switch (shape[at]) {
      case shapes.COLON:
      case shapes.EQUALS:
        addField(tokens, at, scores)
        break
      case shapes.HYPHEN:
        addCompound(tokens, at, scores)
        break
      case shapes.ALL_CAPITALS:
        if (casing[at] !== 2) addAbbreviation(tokens, at, scores)
        break
      case shapes.UNDERSCORE:
        if (at > 0 && tokens.spacing[at] === 0) lowerPart(tokens, at - 1, scores)
        if (at + 1 < count && tokens.spacing[at + 1] === 0) lowerPart(tokens, at + 1, scores)
    }
  }
}

/** Raises the value of a key that names people: `"lastName": "..."`, `vorname=...`, `nachname: ...`. */
function addField(tokens: Tokens, at: number, scores: Float64Array): void {
  if (at === 0) return
  let key = at - 1
  while (key > 0 && at - key < 4 && tokens.shape[key]! > shapes.WORD_LIMIT) key--
  if (tokens.shape[key]! > shapes.WORD_LIMIT) return
  if (fieldStrength(tokens, Math.max(0, key - 2), key + 1) < 2) return
  raiseValue(tokens, at + 1, scores)
}

const LONGEST_VALUE = 8

/** The words after a key, to the end of the value: a quote, a comma, a line break. */
function raiseValue(tokens: Tokens, from: number, scores: Float64Array): void {
  let words = 0
  for (let at = from; at < tokens.count && at < from + LONGEST_VALUE; at++) {
    const shape = tokens.shape[at]!
    if ((tokens.spacing[at]! & BREAK_BEFORE) !== 0) return
    if (shape <= shapes.WORD_LIMIT) {
      // A small word after capitalised ones: the value is over and a sentence goes on.
      if (words > 0 && shape === shapes.LOWER_WORD && (tokens.flags[at]! & flags.PARTICLE) === 0) return
      addPerson(scores, at, (tokens.flags[at]! & flags.COMMON) === 0 ? COLUMN : COMMON_IN_COLUMN)
      words++
    } else if (words > 0 && shape !== shapes.HYPHEN && shape !== shapes.APOSTROPHE && shape !== shapes.DOT) return
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
  }
}

/** Capitals alone in ordinary text abbreviate something, unless the word is a known name or stands in a row of capitals. */
function addAbbreviation(tokens: Tokens, at: number, scores: Float64Array): void {
  if ((tokens.flags[at]! & (flags.FIRST_NAME | flags.LAST_NAME)) !== 0) return
  const isInRow = isNameLike(tokens, at - 1) || isNameLike(tokens, at + 1)
  if (!isInRow) addPerson(scores, at, ABBREVIATION)
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
  if (hint?.key === undefined || tokens.count > LONGEST_VALUE) return
  const key = hint.key.replace(/[^\p{L}]+/gu, '')
  if (
    !nameFieldHashes.has(hashWord(key)) &&
    !/^(?:\p{L}+_)?(?:full|first|last|given|family|contact|customer|user|client|patient|employee)_?name$/iu.test(
      hint.key,
    )
  )
    return
  for (let at = 0; at < tokens.count; at++) if (tokens.shape[at]! <= shapes.WORD_LIMIT) addPerson(scores, at, HINTED)
}

/** Words of e-mail addresses and login names: hash to length. */
export function wordsOfAddresses(text: string, findings: readonly Finding[], lexicon: Lexicon): Set<number> {
  const words = new Set<number>()
  for (const { start, end, type } of findings) {
    if (type !== 'EMAIL' && type !== 'USERNAME') continue
    const at = text.indexOf('@', start)
    const local = text.slice(start, at > start && at < end ? at : Math.min(end, start + 64))
    for (const part of local.toLowerCase().split(/[^\p{L}]+/u)) {
      if (part.length < 3 || part.length > 30) continue
      addPart(part, words, lexicon)
      // `kmueller` is K. Mueller.
      if (part.length > 5) addPart(part.slice(1), words, lexicon)
    }
  }
  return words
}

function addPart(part: string, words: Set<number>, lexicon: Lexicon): void {
  const plain = hashWord(part)
  if ((lookUp(lexicon, plain) & flags.COMMON) === 0 || (lookUp(lexicon, plain) & flags.FIRST_NAME) !== 0)
    words.add(plain)
  // Transliterated umlauts: `koehler` for a word that folds to `kohler`.
  const folded = part.replace(/([aou])e/g, '$1')
  if (folded !== part) words.add(hashWord(folded))
}

export function addAddressWords(tokens: Tokens, words: ReadonlySet<number>, scores: Float64Array): void {
  if (words.size === 0) return
  for (let at = 0; at < tokens.count; at++) {
    const shape = tokens.shape[at]!
    if (shape > shapes.WORD_LIMIT || !words.has(tokens.word[at]!)) continue
    const isCommon = (tokens.flags[at]! & flags.COMMON) !== 0
    if (shape === shapes.LOWER_WORD && isCommon) continue
    addPerson(scores, at, isCommon ? 1.5 : ADDRESS_PART)
  }
}
