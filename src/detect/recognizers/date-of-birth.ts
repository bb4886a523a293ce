/** Birth dates in any format, by the words beside them: ISO 8601, Unicode CLDR date patterns. */
import { isDigit, isLetter, isWord } from '../characters.ts'
import { dateFrameEnd, monthEndAt, type ReadDate, readDate } from '../dates.ts'
import { HashTable } from '../hash-table.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onRun, onText } from '../recognizer.ts'
import { onceInRows, onceInRowsOfValues } from '../rows.ts'
import { pairs } from '../run-filter.ts'
import { LABELLED, LIKELY } from '../scores.ts'
import type { View } from '../view.ts'
import { hashSpan, hashText } from '../words.ts'
import { readWrittenDate } from '../written-dates.ts'

const birthWords: LabelGroup = {
  name: 'DATE_OF_BIRTH',
  words: {
    bg: 'роден*|родена|дата на раждане|рожд|рождена дата|рожден ден|рожденна дата|раждане|родена на|род',
    cs: 'narozen*|nar|datum narození|narození|dat nar|datum nar|narozeniny|nar dne|narodil se|narodila se|nar d',
    da: 'født|fødselsdato|fødselsdag|fødselsdata|fødd|f d|født den|fødeår|fødtes|f dag|fyller år',
    de: 'geboren*|geb|gebdat|geb datum|gebdatum|geburtsdatum|geburtstag|geburtsdaten|geburts~|geburt|geborene|gebdat|gb datum|jahrgang|geb am|gebtag',
    el: 'γεννηθε*|γεννήθηκ*|γεν|ημερομηνία γέννησης|ημ γέννησης|γέννηση|γέννησης|ημ νία γέννησης|γεννημέν*|ημερ γέννησης|ημγεν',
    en: 'dob|d o b|date of birth|date birth|birth date|birthdate|birthday|birth day|born|bday|b day|born on|doby|birth|dateofbirth|b|dob is|date and place of birth|date place of birth|do b',
    es: 'nacid*|nacimiento|fecha de nacimiento|fecha nacimiento|fec nac|f nac|f nacimiento|fecha nac|fnac|fecnac|nació|nací|cumpleaños|nacemento|naixement|data de naixement|fdn|nacidos|nacidas|cumple|cumple años',
    et: 'sündinud|sünd|sünniaeg|sünnikuupäev|sünnipäev|sünnikp|sündis|sünniaja|snd',
    fi: 'syntynyt|synt|syntymäaika|syntymäpäivä|synt aika|syntymäajan|syntymäaikani|syntyi|syntynyttä|s aika|syntymä',
    fr: 'né|née|nés|nées|né le|née le|naissance|date de naissance|date naissance|dat naiss|date naiss|naiss|ddn|anniversaire|nee le|ne le|né e le|né en|née en',
    ga: 'rugadh|dáta breithe|dháta breithe|breithlá|lá breithe|rugadh é|rugadh í|rug',
    hr: 'rođen*|datum rođenja|rođ|rođendan|dat rođ|rođenje|datum rodjenja|rodjen*|rođ dana',
    hu: 'született|szül|születési dátum|születési idő|szüldátum|szül dátum|szül idő|születésnap*|születési ideje|születési helye és ideje|született*|születtem|születési időm|születési dátumom|szüli|szül id|szuletes|szül d|szül év',
    is: 'fæddur|fædd|fæðingardagur|fæðingardag|f',
    it: 'nato|nata|nati|nate|data di nascita|data nascita|nascita|dt nascita|compleanno|nato il|nata il|luogo e data di nascita|d nascita|compie gli anni|compie|n il',
    lt: 'gimęs|gimusi|gimimo data|gimė|gim|gimimas|gimimo|gimimo metai|gimtadienis|gimes|gim d',
    lv: 'dzimis|dzimusi|dzimšanas datums|dzimšanas diena|dzim|dz|dz dat|dzimšanas dati|dzimusī|dzimšanas|dz d',
    mt: 'imwieled|imwielda|twieled|twieldet|data tat twelid|twelid|data tat-twelid|jum it twelid',
    nl: 'geboren|geb|geboortedatum|geboorte|gebdat|geboortedag|geb datum|geboortedata|verjaardag|geb dat|ik ben van|gb dat|gbdat|geb d',
    no: 'født|fødselsdato|fødselsdag|fødd|f dato|f dt',
    pl: 'urodz*|ur|data urodzenia|data ur|dat ur|urodziny|urodził|urodziła|urodzona|urodzony|data urodz|ur dn|urodz dn',
    pt: 'nascid*|nasci|nascimento|data de nascimento|data nascimento|dt nasc|dn|nasc|nasceu|data nasc|d nasc|dtnasc|aniversário|d n',
    ro: 'născut*|data nașterii|nașterii|dn|data naşterii|născută|data nasterii|ziua de naștere|naștere|n la data de|n la|născ',
    sk: 'narodený|narodená|narod*|nar|dátum narodenia|narodenia|dát nar|nar dňa|narodeniny',
    sl: 'rojen*|roj|datum rojstva|rojstni datum|rojstvo|rojstni dan|dat roj|rojstva',
    sv: 'född|födelsedatum|födelsedag|fött|födelsedata|födelsetid|födelseår|f dag|födelsedat|fyller år',
    uk: 'народжен*|народив*|народил*|дата народження|дати народження|нар',
  },
}

/** Words that ask for the date: none of the short ones, which stand everywhere. */
const askedWords: LabelGroup = {
  name: 'DATE_OF_BIRTH_ASKED',
  words: Object.fromEntries(
    Object.entries(birthWords.words).map(([language, words]) => [
      language,
      words
        .split('|')
        .filter(word => word.length >= 5 || word === 'dob' || word === 'born')
        .join('|'),
    ]),
  ),
}

/** How far behind the label the date may stand: "nato a Reggio nell'Emilia (RE) il 3.4.1980". */
const reach = 64
/** How far back a question for the birth date may stand. */
const askedWithin = 220
/** Somebody who answers for himself was born before. */
const latestAsked = 2020

export const dateOfBirth: BuiltInRecognizer = {
  name: 'date-of-birth',
  source: 'https://cldr.unicode.org/translation/date-time/date-time-patterns',
  types: ['DATE_OF_BIRTH'],
  context: [askedWords],
  anchors: [
    onLabel(birthWords, onceInRowsOfValues(findLabelled)),
    onText('*', findStarred, '9'),
    onRun(1, 2, (view, start, _end, findings) => findBehindSign(view, start, findings), {
      made: ['9'],
      after: pairs('./-', '9 '),
      before: ['\u00b0 ', ' \u00b0'],
    }),
    onRun(1, 2, findInitialled, { made: ['9'], after: ['.9', '. ', '/9', '-9'], before: ['. '] }),
    onRun(1, 4, onceInRows(findAsked), { made: ['9', '9A'], after: [' a', ...pairs('.-/', '9 ')], notBefore: '.' }),
  ],
  examples: {
    match: [
      'geboren am «14. Oktober 1989» in Görlitz',
      'geb. «19.11.1947», aus Celle',
      'DOB: «05/14/1963»   Age: 61',
      'born «July 9, 1951»',
      '"birthDate": "«1979-04-17»"',
      'geburtsdatum=«19580316»',
      'né le «23/09/1952» à Prades',
      'Née le «1er mai 1990»',
      'nata a Biella il «26/10/1955»',
      'Fecha de nacimiento: «9 de marzo de 1988»',
      'nascida a «14/05/1951»',
      'született: «1956. október 9.», anyja',
      'dzimis «1974. gada 6. oktobrī».',
      'gimė «1984 m. gegužės 9 d.»',
      "imwielda «6 ta' Settembru 1953»",
      'rugadh «8 Bealtaine 2011»',
      'роден на «23.07.1968 г.», женен',
      'γεν. «25/09/1957», έγγαμος',
      'ur. «17 marca 1989 r.», Elbląg',
      'nar. «8. 4. 1953», Zlín',
      'roj. «5. 9. 1958»',
      'sünd. «28.03.1954»',
      'född «7 oktober 1986» i',
      'født «7/3-1992»',
      'syntynyt «8.2.1981»',
      'id;geboren\n1;«14.09.1983»\n2;«27.02.1959»',
      'agent: your date of birth?\njay: it is «08/26/1989»',
      'born on the «third of May nineteen eighty-eight» in Hull',
      'geboren am «dritten Mai neunzehnhundertachtundachtzig» in Kiel',
      'née le «trois mai mille neuf cent quatre-vingt-huit»',
      'Nacida el «veintiuno de marzo de 1951»',
      'nato il «nove giugno millenovecentottantaquattro»',
      'geboren «negen juni vierentachtig»',
      'ur. «dziewiątego czerwca 1984»',
      'född «nionde juni 1984»',
      'nascida a «nove de junho de 1984»',
      'родена на «трети май 1988»',
      'Agent: Ihr Geburtsdatum?\nAnrufer: «siebzehnter elfter dreiundneunzig»',
      'Fecha nac.: «9-VI-1984»',
      'Födelsedatum «18 december 1944»',
      'nato il «3 dicembre 1980»',
      'né à Cayenne le «18-12-1970»',
      'Pat.: Traugott M., *«21.03.51», wohnhaft',
      'дата народження «17 листопада 1993 року»',
    ],
    miss: [
      'released on 2024-10-28',
      'born to run in 12 days',
      'geb. Müller, Termin am',
      'from 01.02.2024 to 03.02.2024',
      'birthday party for 12 people',
      'born in the second week of March',
      'a *12.03.2024* release',
      '* 12.03.2024 release',
    ],
  },
}

function findLabelled(view: View, value: LabelledValue, findings: Findings): void {
  if (!isBirthLabel(view, value)) return
  const isField = value.link === 'cell' || value.link === 'hint'
  const limit = isField ? value.limit : Math.min(view.text.length, value.start + reach)
  const found = isField ? findInField(view, value.start, limit) : findAhead(view, value.start, limit)
  if (found === null) {
    // `"date_of_birth": "1984"`
    const year = value.link === 'bare' || value.link === 'number' ? -1 : matchAt(view, yearAlone, value.start)
    if (year >= 0) findings.add(value.start, year, 'DATE_OF_BIRTH', LIKELY)
    return
  }
  const { start, end } = found
  findings.add(start, dateFrameEnd(view, end), 'DATE_OF_BIRTH', LABELLED)
  addSecond(view, end, findings)
}

const yearAlone = /(?:19\d\d|20[01]\d)(?=["'<,;|&)\]}\n\t\\]|$| [|\n]| \w{1,20}=)/y

interface FoundDate {
  readonly start: number
  readonly end: number
}

function findInField(view: View, from: number, limit: number): FoundDate | null {
  for (let at = from; at >= 0 && at < limit; at = nextWord(view, at, limit)) {
    const end = dateEnd(view, at, at === from)
    if (end >= 0) return { start: at, end }
  }
  return null
}

/**
 * The words behind which the last search went on, from the first to the last of them, and whether it ended there. Labels may follow
 * each other closely; each word is read once.
 */
let [readView, readFrom, readTo, isOver] = [0, 0, 0, false]

function findAhead(view: View, from: number, limit: number): FoundDate | null {
  const own = dateEnd(view, from, true)
  if (own >= 0) return { start: from, end: own }
  const first = wordBehind(view, from, limit)
  let at = first
  let last = -1
  let end = -1
  while (at >= 0 && at < limit) {
    if (readView === view.id && at >= readFrom && at <= readTo) {
      last = readTo
      at = isOver ? -1 : nextWord(view, last, limit)
      continue
    }
    end = dateEnd(view, at, false)
    if (end >= 0) break
    last = at
    at = wordBehind(view, at, limit)
  }
  if (last >= 0) [readView, readFrom, readTo, isOver] = [view.id, first, last, at < 0]
  return end < 0 ? null : { start: at, end }
}

/** The next word, unless the date of something else follows this one. */
function wordBehind(view: View, start: number, limit: number): number {
  return endsSearch(view, start) ? -1 : nextWord(view, start, limit)
}

/** End of the date that starts here; -1 where none does. */
function dateEnd(view: View, start: number, loose: boolean): number {
  const date = isWord(view.unit(start - 1)) ? null : dateAt(view, start, loose)
  return date !== null && isBounded(view, start, date.end) ? date.end : -1
}

/** Is it a word behind which the date of something else follows? */
function endsSearch(view: View, start: number): boolean {
  let end = start
  while (end < start + longestStop && isLetter(view.unit(end))) end++
  if (otherDateHashes.get(hashSpan(view.units, start, end)) === 0) return false
  return otherDates.has(view.text.slice(start, end).toLowerCase())
}

/** "born" as one letter in brackets or behind a comma: "(s. 3.2.1941)", "Jytte Holm, f. 3/2-1941". Not "p." of a page; the number of a law is no whole date. */
const initial = /(?:[(,] ?|\p{Lu}\p{L}+ |^)[sfrn\u0433\u0440\u03b3]\. $/u

const longestInitial = 24

function findInitialled(view: View, start: number, _end: number, findings: Findings): void {
  if (!initial.test(view.text.slice(Math.max(0, start - longestInitial), start))) return
  const date = readDate(view, start, false)
  // "(r. 19.08.79.)": two digits of a year in a bracket.
  const isShortYear = date !== null && date.year === 0 && view.text.slice(date.end, date.end + 2).includes(')')
  if (date === null || (date.year === 0 && !isShortYear) || date.year > latestAsked) return
  findings.add(start, date.end, 'DATE_OF_BIRTH', LIKELY)
}

/** A date in digits; else one in words, which only a word for a birth makes one. */
function dateAt(view: View, start: number, loose: boolean): ReadDate | null {
  return (
    readDate(view, start, loose) ??
    readWrittenDate(view, start) ??
    (loose ? shortCompact(view, start) : monthAndYear(view, start))
  )
}

/** "f\u00f6dd 840312", "f\u00f8dselsdato 120384": six digits right behind the word. */
const sixDigits =
  /(?:(?:3[01]|[12]\d|0[1-9])(?:1[0-2]|0[1-9])\d\d|\d\d(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9]))(?![\d\p{L}]|[.,-]\d)/uy

function shortCompact(view: View, start: number): ReadDate | null {
  const end = matchAt(view, sixDigits, start)
  return end < 0 ? monthAndYear(view, start) : { end, year: 0 }
}

/** "born in March 1984", "n\u00e9e en mars 1984" */
function monthAndYear(view: View, start: number): ReadDate | null {
  const month = isLetter(view.unit(start)) ? monthEndAt(view, start) : -1
  const end = month < 0 ? -1 : matchAt(view, yearBehind, month)
  const year = end < 0 ? 0 : Number(view.text.slice(end - 4, end))
  return year === 0 || year > latestAsked ? null : { end, year }
}
const yearBehind = /\.? (?:de |del |of |roku |r\. )?(?:19\d\d|20[012]\d)(?![\d\p{L}]|[.,-]\d)/uy

const longestStop = 12
/** What follows one of these is the date of something else: "der 1950 geborene Kläger war seit dem 1. März 1971". */
const otherDates: ReadonlySet<string> = new Set(
  'seit since depuis desde dal od sedan siden nach vor after before bis until vom beschluss from died gestorben décédé verstorben died zm'.split(
    ' ',
  ),
)

const otherDateHashes = new HashTable([...otherDates].map(word => [hashText(word, 0, word.length), 1]))

/** Short labels mean a birth only with a dot or a colon ("b. 1950", "dn: …"), "né" only with its accent or "le" behind it. */
function isBirthLabel(view: View, value: LabelledValue): boolean {
  // No label stands beside the value.
  if (value.link === 'cell' || value.link === 'hint') return true
  const length = value.labelEnd - value.labelStart
  // "Gimimo data. Redakcija 2024-05-17", "S. 59 f." at the end of a line: the sentence is over.
  if (view.unit(value.labelEnd) === 0x2e && endsSentence(view, value, length)) return false
  if (value.link !== 'bare' || length > 4) return true
  const label = view.text.slice(value.labelStart, value.labelEnd)
  if (/^n[eE]{1,2}s?$/.test(label))
    return /^ (?:le|en|\u00e0|il) /.test(view.text.slice(value.labelEnd, value.labelEnd + 5))
  if (/^n\u00e9/i.test(label)) return true
  if (/^dn$/i.test(label)) return false
  return label.length > 2 || view.unit(value.labelEnd) === 0x2e
}

function endsSentence(view: View, value: LabelledValue, length: number): boolean {
  const between = view.text.slice(value.labelEnd, value.start)
  if (!/^\.\s+$/.test(between)) return false
  return length > 6 ? /\p{Lu}/u.test(view.text.charAt(value.start)) : between.includes('\n')
}

/** Start of the next word that the date may be behind; -1 at the end of the clause, `limit` out of reach. */
function nextWord(view: View, start: number, limit: number): number {
  let at = start
  const isNumber = isDigit(view.unit(start))
  while (at < limit && isWord(view.unit(at))) at++
  for (; at < limit; at++) {
    const unit = view.unit(at)
    if (unit === 0x0a || unit === 0x3b || unit === 0x7b || unit === 0x7d || unit === 0x3f) return -1
    if (unit === 0x2e && view.unit(at + 1) === 0x20 && at - start > 3 && !isNumber) return -1
    if (isDigit(unit) || isLetter(unit)) return at
  }
  return limit
}

function isBounded(view: View, start: number, end: number): boolean {
  const before = view.unit(start - 1)
  if (before === 0x2e || before === 0x2d || before === 0x2f)
    return isWord(view.unit(start - 2)) === false || isLetter(view.unit(start - 2))
  return !isDigit(view.unit(end))
}

/** "Ozan's DOB 1987/10/05; Miriam's 1990/12/19" */
function addSecond(view: View, end: number, findings: Findings): void {
  const gap =
    /[;,]? (?:(?:and |und |et |y |e |en |i )?\p{Lu}\p{L}{1,20}(?:'s|s'|')? |(?:and|und|et|y|e|en|i|ja|och|og|a|und|\u0438) )(?=\d)/uy
  gap.lastIndex = end
  const found = gap.exec(view.text)
  if (found === null) return
  const date = readDate(view, gap.lastIndex, !/\p{Lu}/u.test(found[0]))
  if (date !== null) findings.add(gap.lastIndex, date.end, 'DATE_OF_BIRTH', LIKELY)
}

/** A date that answers a question for it some lines above. */
function findAsked(view: View, start: number, _end: number, findings: Findings): void {
  if (!view.isNear(askedWords.name, start, askedWithin)) return
  const date = readDate(view, start, isMonthBehind(view, start))
  if (date === null || date.year > latestAsked || !isBounded(view, start, date.end)) return
  if (!isAnswer(view, start, date)) return
  findings.add(start, dateFrameEnd(view, date.end), 'DATE_OF_BIRTH', LIKELY)
}

/** "17 nov 93": beside the name of a month two digits are a year. */
function isMonthBehind(view: View, start: number): boolean {
  return /^\d{1,2}\.? \p{L}/u.test(view.text.slice(start, start + 5))
}

/** "Anna Vogel, *21.03.51", "° 21/03/1951": signs of a birth right before a date. */
function findBehindSign(view: View, start: number, findings: Findings): void {
  const date = readDate(view, start, false)
  if (date === null || date.year > latestAsked || !isBounded(view, start, date.end)) return
  findings.add(start, dateFrameEnd(view, date.end), 'DATE_OF_BIRTH', LIKELY)
}

/** Behind a name, not at the beginning of a line, where it makes an item of a list, and not between numbers. */
function findStarred(view: View, at: number, end: number, findings: Findings): void {
  if (/[\p{L}).,;] ?[,(]? ?$/u.test(view.text.slice(Math.max(0, at - 4), at))) findBehindSign(view, end, findings)
}

/** A line with a name or nothing else before the date, below the line that asks. */
function isAnswer(view: View, start: number, date: ReadDate): boolean {
  const line = view.text.slice(Math.max(0, start - 120), start)
  const from = line.lastIndexOf('\n')
  if (from < 0) return false
  const isEarly = date.year === 0 || date.year < 2015
  return isEarly && !/\d{1,2}[.:]\d\d(?!.{0,30}[\]>)])/.test(line.slice(from))
}
