/** A street to the left of its house number: "ul. Leśna 2", "Lindenstraße 5", "calle del Fresno 27". */
import { isDigit, isLetter, isWord } from '../characters.ts'
import { lazily } from '../patterns.ts'
import type { View } from '../view.ts'
import { houseNumberEnd, skipBlank, skipNumberSign } from './house-number.ts'
import { isPlainNumber, type Street } from './street.ts'
import { endingOf, isAdjective, mayBeEnding } from './street-endings.ts'
import { AFTER_NAME, BEFORE_NAME, BOX, ENGLISH, needsArticle, PREPOSITION, WEAK } from './street-words.ts'
import { factsOf, MONTH } from './word-facts.ts'
import { isCapital, isDwelling, isLink, isNameWord, isStop, type Word, wordAt, wordBefore } from './words.ts'

const mostWords = 7
/** Street words of up to three letters that need no dot. */
const shortStreetWords = new Set([
  'út',
  'tér',
  'köz',
  'sor',
  'ut',
  'ter',
  'mnt',
  'tn',
  'tee',
  'tie',
  'pst',
  'weg',
  'väg',
  'trg',
  'vej',
  'vei',
  'veg',
  'pot',
  'put',
])

const dottedForms = new Set(['c.so', 'v.le', 'p.zza', 'p.za', 'p.le', 'l.go', 'b.go', 'c.da', 'v.lo', 'ж.к', 'str.la'])

/** The street whose number starts at `number`: "Birkenstraße 27", "calle del Fresno 27", "Kárász utca 17", "Rua Augusta, 1508". */
export function streetBefore(view: View, number: number): Street | null {
  const end = houseNumberEnd(view, number)
  if (end < 0) return null
  let at = skipBlank(view, number)
  if (at === number && view.unit(number - 1) !== 0x2e) return null
  const bare = at
  at = skipNumberSign(view, at)
  const isSigned = at < bare
  const hasComma = view.unit(at - 1) === 0x2c
  if (hasComma) at--
  const street = streetEndingAt(view, at, hasComma, isSigned)
  if (street === null) return null
  const { start, isSure, isBare = false } = street
  return { start, end, isSure, isBare }
}

/** The street that ends before a number in words. */
export function streetEndingBefore(view: View, number: number): Omit<Street, 'end'> | null {
  const blank = skipBlank(view, number)
  if (blank === number && view.unit(number - 1) !== 0x2e) return null
  const at = skipNumberSign(view, blank)
  const hasComma = view.unit(at - 1) === 0x2c
  return streetEndingAt(view, hasComma ? at - 1 : at, hasComma, at < blank)
}

function streetEndingAt(view: View, at: number, hasComma: boolean, isSigned: boolean): Omit<Street, 'end'> | null {
  const closing = isClosingQuote(view.unit(at - 1))
  const last = wordBefore(view, closing ? at - 1 : at)
  if (last === null) return null
  const kind = last.facts
  const postal = postalStart(view, last)
  if (postal >= 0) return { start: postal, isSure: true }
  if ((kind & BOX) !== 0) {
    const start = boxStart(view, last)
    // "apartado 3" is also a paragraph.
    return { start, isSure: !isNamedLike(view, last, 'apartado') }
  }
  const block = hasComma || closing ? null : estateBefore(view, last)
  if (block !== null) return block
  if ((!hasComma || isSigned) && !closing) {
    const own = ownStreet(view, last, kind)
    if (own !== null) return own
  }
  const named = streetWordBefore(view, last, hasComma, isSigned)
  if (named !== null) return named
  // "Grange Road, number 17"
  if (hasComma) return isSigned ? englishStreetBefore(view, last, kind) : null
  const start = prepositionStart(view, last)
  if (start >= 0) return { start, isSure: isGermanInside(view, start, last) }
  if (closing || isSigned) return null
  return englishStreetBefore(view, last, kind) ?? adjectiveStreet(view, last)
}

/** "ж.к. Люлин, бл. 314": houses of Bulgarian estates are blocks. */
function estateBefore(view: View, last: Word): Omit<Street, 'end'> | null {
  if (last.end - last.start !== 2 || view.unit(last.start) !== 0x431 || view.unit(last.start + 1) !== 0x43b) return null
  const comma = view.unit(last.start - 1) === 0x20 ? last.start - 2 : last.start - 1
  const name = view.unit(comma) === 0x2c ? wordBefore(view, comma) : wordBefore(view, comma + 1)
  return name === null ? null : streetWordBefore(view, name, false, true)
}

/** "Praxis An der Alten Post 3": no sentence begins there, so that the capital is that of a name. */
function isGermanInside(view: View, start: number, last: Word): boolean {
  const before = view.unit(start - 2)
  return (
    germanOpening().test(view.text.slice(start, start + 12)) &&
    (isWord(before) || before === 0x2c) &&
    !isCounted.test(view.text.slice(last.start, last.end)) &&
    (last.facts & MONTH) === 0 &&
    isCapital(view, last.start)
  )
}

const germanOpening = lazily(
  () => /^(?:Am|Im|Zum|Zur|Beim|(?:An|Auf|Bei|Hinter|In|Ob|Unter|Vor) (?:der|dem|den|die|das)) \p{Lu}/u,
)
const isCounted =
  /^(?:Jahre?|Monat|Quartal|Kapitel|Abschnitt|Teil|Punkt|Absatz|Artikel|Fall|Level|Raum|Zimmer|Saal|Spiel|Finale|Runde|Platz|Seite|Version|Phase|Gruppe|Klasse|Stufe|Woche|Tag|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Band|Heft|Kalenderwoche|KW|Gate|Gleis|Halle|Schritt|Satz|Thema|Alter|Wert|Schnitt|\u00a7+)$/

/** "on Argyle Street 24": the number behind, as in other languages. */
function englishStreetBefore(view: View, last: Word, kind: number): Omit<Street, 'end'> | null {
  if ((kind & (ENGLISH | WEAK)) !== ENGLISH || last.end - last.start < 4 || !isCapital(view, last.start)) return null
  // As in landmarks.ts: "Street", "Road" and the like.
  if (!mayBeEnding(view.unit(last.end - 3), view.unit(last.end - 2), view.unit(last.end - 1))) return null
  const start = nameStart(view, last.start)
  if (start === last.start) return null
  return { start, isSure: / (?:at|on|in) $/.test(view.text.slice(start - 4, start)) && closesClause(view, last.end) }
}

/** Behind the number no noun follows: "on Wall Street 24 hours a day". */
function closesClause(view: View, at: number): boolean {
  return /^ \d{1,4}[A-Za-z]?(?:[,;.!?)\n"']|$| (?:and|or|in|near|with|but|for|from|since|to|now)(?!\w))/.test(
    view.text.slice(at, at + 16),
  )
}

/** "Cankarjeva 18, Koper", "Obozowa 61 m. 5": an adjective, behind others or not. */
function adjectiveStreet(view: View, last: Word): Omit<Street, 'end'> | null {
  if (!isCapital(view, last.start) || !isAdjective(view.units, last.start, last.end)) return null
  const before = view.unit(last.start - 1) === 0x20 ? wordBefore(view, last.start - 1) : null
  if ((last.facts & MONTH) !== 0) {
    // "28ης Οκτωβρίου 44" is a street, "20 Ιανουαρίου 2031" a date.
    const isNamed = before !== null && /^\d{1,2}ης$/.test(view.text.slice(before.start, before.end))
    return isNamed ? { start: before.start, isSure: false, isBare: true } : null
  }
  // "Ελ. Βενιζέλου"
  const isInitial =
    before !== null && view.unit(before.end) === 0x2e && before.end - before.start < 4 && isCapital(view, before.start)
  return { start: isInitial ? before.start : last.start, isSure: false, isBare: true }
}

const mostOpened = 4

/** Start of the street that a preposition opens and whose name ends with this word; -1 where none does. */
export function prepositionStart(view: View, last: Word): number {
  let word: Word | null = last
  for (let count = 0; count < mostOpened && word !== null; count++) {
    if (isDigit(view.unit(word.start)) || isStop(word)) return -1
    const opens = (word.facts & PREPOSITION) !== 0 && isCapital(view, word.start) && !lacksArticle(view, word)
    if (opens) return count > 0 ? word.start : -1
    if (view.unit(word.start - 1) !== 0x20) return -1
    word = wordBefore(view, word.start - 1)
    if (word !== null && view.unit(word.end) === 0x2e) return -1
  }
  return -1
}

/** "In Room 3", "An Apple 3": only with an article they are German streets. */
function lacksArticle(view: View, { start, end }: Word): boolean {
  return (
    needsArticle.test(view.text.slice(start, end)) && !/^ (?:der|dem|den|die|das) /.test(view.text.slice(end, end + 5))
  )
}

/** Start of "case postale", "casella postale" that ends with this word; -1 for other words. */
function postalStart(view: View, { start, end }: Word): number {
  const length = end - start
  if (length < 6 || length > 7 || !postal.test(view.text.slice(start, end))) return -1
  const named = boxOf.exec(view.text.slice(Math.max(0, start - longestBoxWord), start))
  return named === null ? -1 : start - named[0].length
}
const postal = /^po[s\u0219]tal[ea\u0103]?$/iu
const boxOf = /(?:case|casella|casilla|bo[i\u00ee]te|caixa|c[a\u0103]su[t\u021b]a) $/iu
const longestBoxWord = 9

/** "Apartado de Correos 12", "PO Box 12" start before their last word. */
function boxStart(view: View, last: Word): number {
  const before = wordBefore(view, skipBlank(view, last.start))
  return before !== null && (before.facts & BOX) !== 0 ? before.start : last.start
}

/** The word right before the number makes the street: "Lindenstraße", "Váci utca", "Karl-Marx-Allee". */
function ownStreet(view: View, last: Word, kind: number): Omit<Street, 'end'> | null {
  const ending = endingOf(view.units, last.start, last.end)
  if (ending !== null && (ending === 'strong' || isCapital(view, last.start))) {
    const start = nameStart(view, last.start)
    return { start, isSure: isSureEnding(view, last, ending) }
  }
  const piece = lastPiece(view, last)
  const pieceKind = piece === last.start ? kind : factsOf(view.units, piece, last.end)
  if ((pieceKind & AFTER_NAME) === 0) return null
  // "PR 9", "G 8": short forms have a dot, or are words in small letters ("Fő út 3").
  const isShort = last.end - piece <= 3 && view.unit(last.end) !== 0x2e
  if (isShort && !shortStreetWords.has(view.text.slice(piece, last.end))) return null
  const start = nameStart(view, last.start)
  const hasName = piece > last.start || start < last.start
  if (!hasName) return null
  const isBent =
    hungarian.test(view.text.slice(piece, last.end)) && endsNumber().test(view.text.slice(last.end, last.end + 16))
  const isShortUtca =
    view.text.slice(piece, last.end) === 'u' && closesHouse().test(view.text.slice(last.end, last.end + 12))
  return { start, isSure: ((pieceKind & WEAK) === 0 || isBent || isShortUtca) && isCapital(view, start) }
}

/** "Kossuth téren", "Andrássy úton": the accents tell them from other words. */
const hungarian = /^(?:t\u00e9r(?:en|re|r\u0151l)|\u00fat(?:on|ra|r\u00f3l|n\u00e1l)|k\u00f6zben|soron)$/
/** A house number and no noun that it counts. */
const endsNumber = lazily(
  () => /^ \d{1,4}(?:\/?[A-Za-z])?(?:[.,;)\n]|$| (?:sz|alatt|van|lakom|a|\u00e9s|el)(?!\p{L}))/u,
)

/** "Piac u. 26/A", "Kossuth u. 8.": no German "und" ("Meier u. 3 weitere"). */
const closesHouse = lazily(() => /^\. \d{1,4}(?:\/\p{L}|-\d{1,3}|[a-z])?(?:[.,;)\n]|$)/u)

/** "Borgartúni" by its accent; motor roads have numbers of their own. */
function isSureEnding(view: View, { start, end }: Word, ending: 'strong' | 'weak'): boolean {
  const written = view.text.slice(start, end)
  if (ending === 'weak' && isWay(view, start, end, written)) return true
  return ending === 'strong' ? !isMotorRoad.test(written) : /t\u00fani?$/.test(written)
}

/** "in Lindenweg 6,", "op Kapelweg 11": ways behind a preposition, but for those that are none. */
function isWay(view: View, start: number, end: number, written: string): boolean {
  return (
    way.test(written) &&
    !noWay.test(written) &&
    /(?:^|\s)(?:in(?: de[nrm])?|im|am|an|auf|op|aan|p\u00e5|i|ved|zum|zur) $/.test(
      view.text.slice(Math.max(0, start - 8), start),
    ) &&
    /^ \d{1,3}[a-z]?(?: um| ein)?(?:[,;.!?)\n]|$)(?!\d)/.test(view.text.slice(end, end + 12))
  )
}
const way =
  /^[A-Z\u00c0-\u00de].{2,}(?:weg|platz|steig|pfad|gasse|stiege|twiete|plantsoen|stien|v\u00e4gen|veien|vejen|tie|laan|ufer)$/
const noWay =
  /(?:umweg|ausweg|r\u00fcckweg|hinweg|heimweg|schulweg|rechtsweg|dienstweg|postweg|arbeitsweg|radweg|gehweg|fahrradweg|snelweg|omweg|werkplatz|arbeitsplatz|parkplatz|sitzplatz|stellplatz|spielplatz|bauplatz|startplatz|tabellenplatz|speicherplatz|steckplatz|liegeplatz|campingplatz|sportplatz|flugplatz|bahnsteig|gangsteig|rangplatz|schlafplatz|studienplatz|therapieplatz)$/i

function lastPiece(view: View, { start, end }: Word): number {
  for (let at = end - 1; at > start; at--) if (view.unit(at - 1) === 0x2d) return at
  return start
}

/** Start of the capitalised words right before `at`: "Alte Landstraße", "Prins Bernhardlaan", "Paulay Ede utca". */
function nameStart(view: View, at: number): number {
  let start = at
  for (let count = 0; count < 3; count++) {
    if (view.unit(start - 1) !== 0x20) return start
    const word = wordBefore(view, start - 1)
    if (word !== null && view.text.slice(word.start - 4, word.end) === "in 't")
      return dutchStart(view, word.start - 4, start)
    const joined = word === null ? -1 : beforeAnd(view, word)
    if (joined >= 0) {
      start = joined
      continue
    }
    if (word !== null && isOrdinalOfStreet(view, word)) return word.start
    if (word === null || !isCapital(view, word.start) || isStop(word)) return start
    // The end of a sentence, unless the dot belongs to an initial or a short form.
    if (view.unit(word.end) === 0x2e && word.end - word.start > 4) return start
    if ((isSentenceStart(view, word.start) && count > 0) || isDwelling(word)) return start
    start = word.start
  }
  return start
}

/** "1e Jan Steenstraat", "2de Dorpsstraat" */
function isOrdinalOfStreet(view: View, { start, end }: Word): boolean {
  return (
    isDigit(view.unit(start)) &&
    end - start <= longestOrdinal &&
    /^\d{1,2}(?:e|de|ste)$/.test(view.text.slice(start, end))
  )
}
const longestOrdinal = 5

/** "Dariaus ir Girėno g.", "Cirila i Metoda ulica": the name before a word for "and"; -1 where none stands. */
function beforeAnd(view: View, { start, end }: Word): number {
  if (end - start > 2 || !ands.has(view.text.slice(start, end)) || view.unit(start - 1) !== 0x20) return -1
  const before = wordBefore(view, start - 1)
  return before !== null && before.end === start - 1 && isCapital(view, before.start) && !isStop(before)
    ? before.start
    : -1
}
const ands: ReadonlySet<string> = new Set(['ir', 'i', 'in', 'un', '\u00e9s', 'ja', '\u0438'])

/** "Oude Kijk in 't Jatstraat" */
function dutchStart(view: View, link: number, start: number): number {
  const word = wordBefore(view, link - 1)
  if (word === null || !isCapital(view, word.start)) return start
  const before = wordBefore(view, word.start - 1)
  return before !== null && isCapital(view, before.start) ? before.start : word.start
}

function isSentenceStart(view: View, start: number): boolean {
  return view.unit(start - 1) === 0x20 && view.unit(start - 2) === 0x2e
}

const isMotorRoad =
  /^(?:(?:bundes|staats|kreis|schnell|wasser|milch|daten|seiden|einbahn|sack|haupt(?=gasse))(?:stra(?:ß|ss)e|gasse)|(?:valta|moottori|kanta|seutu|pika|rauta)tie\p{L}{0,4})$/iu

/** A street word some words before the number: "rue des Deux-Ponts", "ul. 3 Maja", `бул. "Сливница"`. */
function streetWordBefore(view: View, last: Word, hasComma: boolean, isSigned: boolean): Omit<Street, 'end'> | null {
  let word: Word | null = last
  let numbers = 0
  for (let count = 0; count < mostWords && word !== null; count++) {
    const kind = word.facts
    if (count > 0 && isDottedForm(view, word)) return { start: word.start - 2, isSure: true }
    if (count > 0 && (kind & BEFORE_NAME) !== 0 && !isAbbreviation(view, word)) {
      // "Carrera 7 # 71-21": streets have numbers where the house number has a sign.
      return count === 1 && !isSigned && !hasLetterName(view, word) ? null : foundStreet(view, word, kind, hasComma)
    }
    const isPlausible = isNameWord(view, word) || (isLink(word) && count > 0) || count < 2
    if (!isPlausible || (isStop(word) && !isTitle(view, word))) return null
    if (isPlainNumber(view, word) && ++numbers > 1) return null
    word = wordLeftOf(view, word)
  }
  return null
}

/** "L.P. 118", "a.b.c. 12": one letter with others behind its full stop. "C.Mayor 12" is a street. */
function isAbbreviation(view: View, { start, end }: Word): boolean {
  if (end - start !== 1 || view.unit(end) !== 0x2e || !isWord(view.unit(end + 1))) return false
  return !(isCapital(view, end + 1) && isLetter(view.unit(end + 2)) && isLetter(view.unit(end + 3)))
}

/** "Rua Dr. António de Almeida" */
function isTitle(view: View, { start, end }: Word): boolean {
  return titles.has(view.text.slice(start, end).toLowerCase())
}
const titles = new Set(['dr', 'dra', 'sr', 'sra', 'st', 'mr', 'mme'])

/** "C.so", "V.le", "P.zza", "ж.к." */
function isDottedForm(view: View, { start, end }: Word): boolean {
  if (view.unit(start - 1) !== 0x2e || end - start > 3) return false
  return dottedForms.has(view.text.slice(start - 2, end).toLowerCase())
}

/** `"` \u201c \u201d \u00bb */
function isClosingQuote(unit: number): boolean {
  return unit === 0x22 || unit === 0x201c || unit === 0x201d || unit === 0xbb
}

/** `"` \u201e \u201c \u00ab */
function isOpeningQuote(unit: number): boolean {
  return unit === 0x22 || unit === 0x201e || unit === 0x201c || unit === 0xab
}

function wordLeftOf(view: View, word: Word): Word | null {
  let at = word.start
  if (isOpeningQuote(view.unit(at - 1))) at--
  if (view.unit(at - 1) === 0x20) at--
  else if (view.unit(at - 1) !== 0x2e && view.unit(at - 1) !== 0x2f) return null
  // "c/ Major", "C/Mayor"
  if (view.unit(at - 1) === 0x2f) at--
  const left = wordBefore(view, at)
  if (left === null) return null
  // "ул. Морска 118. ИЗ № 4": the house number before it ends a sentence.
  if (view.unit(left.end) === 0x2e && left.end - left.start > 2 && isDigit(view.unit(left.start))) return null
  const isShort = left.end - left.start <= 6
  return view.unit(left.end) === 0x2e && !isShort ? null : left
}

function foundStreet(view: View, word: Word, kind: number, hasComma: boolean): Omit<Street, 'end'> | null {
  const isShortForm = view.unit(word.end) === 0x2e || view.unit(word.end) === 0x2f
  // "cl." is a Spanish street, "čl." a Czech article of a law.
  if (view.unit(word.start) === 0x10d || view.unit(word.start) === 0x10c) return null
  const isLong = word.end - word.start > 2
  if (!isLong && !isShortForm && !isNamedLike(view, word, 'ul')) return null
  // Between a lower-case street word and a comma there is a name: "rua augusta, 1508".
  const name = wordAt(
    view,
    word.end + (isShortForm ? 1 : 0) + (view.unit(word.end + (isShortForm ? 1 : 0)) === 0x20 ? 1 : 0),
  )
  const isNamed =
    name !== null &&
    (isLink(name) ||
      (isDigit(view.unit(name.start))
        ? isOrdinal(view, name)
        : isNameWord(view, name) || isOfSomebody(view, word, name)))
  const isSure =
    (kind & WEAK) === 0
      ? isNamed && (!isLatinVia(view, word) || isLedIn(view, word, name))
      : isNamed && isShortForm && isLong && !hasComma
  const before = wordBefore(view, view.unit(word.start - 1) === 0x20 ? word.start - 1 : word.start)
  const isDoubled = before !== null && before.end - before.start > 1 && (before.facts & BEFORE_NAME) !== 0
  // "An B\u00f3thar Ard"
  const isArticle = before !== null && isIrishArticle(view, before) && isCapital(view, word.start)
  const start = (isDoubled || isArticle) && view.unit(word.start - 1) === 0x20 ? before.start : word.start
  return { start, isSure }
}

/** "ul. 3 Maja", not "na cesti 2 od 5". */
function isOrdinal(view: View, { end }: Word): boolean {
  const next = view.unit(end) === 0x2e ? end + 1 : end
  return view.unit(next) !== 0x20 || !isLetter(view.unit(next + 1)) || isCapital(view, next + 1) || next > end
}

/** "Ulicu grada Vukovara", "Trg kralja Tomislava": a word in small letters between. */
function isOfSomebody(view: View, street: Word, name: Word): boolean {
  return isCapital(view, street.start) && view.unit(name.end) === 0x20 && isCapital(view, name.end + 1)
}

/** "via" is also "by way of": "via API 2". */
function isLatinVia(view: View, { start, end }: Word): boolean {
  return end - start === 3 && view.text.slice(start, end) === 'via'
}

/** "in via Verdi 9", "via dei Mille 18". */
function isLedIn(view: View, word: Word, name: Word | null): boolean {
  if (name !== null && isLink(name)) return true
  return /(?:^|[\n:,(]|\b(?:in|abito|abita|residente|presso|sede|di)) ?$/i.test(
    view.text.slice(Math.max(0, word.start - 12), word.start),
  )
}

function isIrishArticle(view: View, { start, end }: Word): boolean {
  return end - start === 2 && view.unit(start) === 0x41 && view.unit(start + 1) === 0x6e
}

function isNamedLike(view: View, { start, end }: Word, name: string): boolean {
  return view.text.slice(start, end).toLowerCase() === name
}

/** A name stands between the street word and the number, not a further number. */
function hasLetterName(view: View, { end }: Word): boolean {
  let at = end
  while (at < end + 3 && !isWord(view.unit(at))) at++
  return !isDigit(view.unit(at))
}
