/** Ages of people, by the words beside them. Regulation (EU) 2016/679, recital 26: identifies together with others. */
import { fold, isDigit, isLetter, isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { lazily, matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onRun, onWord } from '../recognizer.ts'
import { onceInRows } from '../rows.ts'
import { LABELLED, LIKELY, TYPICAL } from '../scores.ts'
import { spokenNumberEnd, spokenNumbers } from '../spoken-numbers.ts'
import type { View } from '../view.ts'

const ageWords: LabelGroup = {
  name: 'AGE',
  words: {
    bg: 'възраст|възрастта|на възраст|год възраст|навърш*',
    cs: 'věk|věku|stáří|stár|ve věku',
    da: 'alder|alderen|fylder|fyldt',
    de: 'alter|lebensalter|aged|im alter von|altersangabe|wird im|alterAm',
    el: 'ηλικία|ηλικίας|ετών|σε ηλικία',
    en: 'age|aged|ages|years of age|age at|turned|turning|at the age of',
    es: 'edad|de edad|edades|cumplió|cumple|edat',
    et: 'vanus|vanuses|vanusega',
    fi: 'ikä|iältään|iässä|ikäinen',
    fr: 'âge|âgé|âgée|âgés|âgé de|âgée de|à l âge de',
    ga: 'aois|d aois',
    hr: 'dob|starost|u dobi od|godina starosti',
    hu: 'életkor|életkora|kora|kor',
    is: 'aldur',
    it: 'età|all età di|di età|compiuto|compie',
    lt: 'amžius|amžiaus',
    lv: 'vecums|vecumā',
    mt: 'età|eta|ta età',
    nl: 'leeftijd|leeftijd van|oud|wordt',
    no: 'alder|alderen|fyller',
    pl: 'wiek|wieku|w wieku|ukończył|ukończyła',
    pt: 'idade|idades|com a idade de',
    ro: 'vârsta|vârstă|varsta|în vârstă de|vârstei',
    sk: 'vek|veku|vo veku',
    sl: 'starost|starosti|pri starosti',
    sv: 'ålder|åldern|fyller|fyllt',
  },
}

/** An age right behind the number and nothing else. */
const sureUnit = lazily(
  () =>
    /(?:-| )?(?:years?[- ]old|yrs?[- ]old|year[- ]olds?|years of age|y\/o|y\.o\.|yo(?!\p{L})|yrs?\.?(?= ?[mf]\b)|-?j\u00e4hrig\p{L}{0,2}|-?j\u00e4hr\.|j\.? ?alt|jahre alt|jahre jung|jaar oud|-?jarige?|jarig|ans r\u00e9volus|a\u00f1os de edad|anni compiuti|anos de idade|de ani\b|-?\u00e9ves\p{L}{0,2}|-?vuotia\p{L}{1,4}|v\. vanha|-?\u00e5rig\p{L}{0,2}|\u00e5r gammal|\u00e5r gammel|-?aasta\p{L}{1,6}|-?let[n\u00fd]\p{L}{1,4}|-?let\u00fd|-?letni\p{L}{0,3}|-?ro\u010dn\p{L}{1,3}|godi\u0161nj\p{L}{1,3}|-?letn\p{L}{1,3}|-?\u0433\u043e\u0434\u0438\u0448\p{L}{1,5}|-?\u03c7\u03c1\u03bf\u03bd\p{L}{1,4}|gadus vec\p{L}{1,2}|-?gad\u012bg\p{L}{1,3}|-?met\u0173 am\u017eiaus|-?met\u0117|-?metis|mbliana d'aois|bliana d'aois|sena)(?!\p{L})/iuy,
)
/** Years that may be any span of time. */
const unit = lazily(
  () =>
    /(?:-| )?(?:years?|yrs?|jahren?|j\.|ans|a\u00f1os|anni|anos|ani|jaar|lat|lata|let|roky?|rokov|god\.|godin[ae]?|\u00e5r|v\.|vuotta|vuotias|\u00e9v|\u00e9ves|aastat?|gadi|gadus?|met\u0173|metai|m\.|\u0433\u043e\u0434\u0438\u043d\u0438?|\u0433\.|\u03b5\u03c4\u03ce\u03bd|\u03c7\u03c1\u03bf\u03bd\u03ce\u03bd|sena|snin|bliana|mbliana|leta|godine)(?!\p{L})/iuy,
)
/** What closes an age that stands in apposition: ", 84 Jahre," and "(76 ans)". */
const closed = /[,;)|\n\u2014]| [-\u2014|\u00b7]|\. |\.$| (?:old|y |and |und |et |e |i )|$/uy

export const age: BuiltInRecognizer = {
  name: 'age',
  source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  types: ['AGE'],
  isEmbedded: true,
  anchors: [
    onLabel(ageWords, findLabelled),
    // Before a word that may be a unit; or in commas, in brackets, at the end of what is said.
    onRun(1, 3, findBeforeWord, { made: ['9'], after: [' a', '-a'], notBefore: '.-/:$' }),
    onRun(1, 2, findBeforeSign, { made: ['9'], after: '.,;!)\n', before: ' (' }),
    onWord(spokenNumbers, onceInRows(findSpoken)),
  ],
  examples: {
    match: [
      'this «73»-year-old teacher',
      'a «31» year old plumber',
      'Ms. Lindqvist, «58» y/o F',
      'Frau Meier, «84» Jahre, wohnt',
      'Helene («14») hat',
      'Edmund, «83», keeps bees',
      '{ age: «41», city: 7 }',
      'Age: «66»   Sex: F',
      'âgé de «69» ans, retraité',
      'Mujer de «58» años, sin',
    ],
    miss: [
      '10 years of experience',
      'in 5 Jahren',
      'Garantie von 2 Jahren',
      'Table (12) and page 3',
      'für 30 Tage',
      'age 2.5.1',
    ],
  },
}

function findLabelled(view: View, value: LabelledValue, findings: Findings): void {
  const { start, link } = value
  const end = numberEnd(view, start)
  if (end < 0) return
  findings.add(start, end, 'AGE', link === 'bare' ? TYPICAL : LABELLED)
}

/** End of a number of years that a person may have; -1 where none stands. */
function numberEnd(view: View, start: number): number {
  let end = start
  while (isDigit(view.unit(end)) && end < start + 4) end++
  if (end === start) return -1
  const years = numberOf(view, start, end)
  if (end > start + 3 || years > 119 || (view.unit(start) === 0x30 && end > start + 1)) return -1
  const after = view.unit(end)
  if (after === 0x25 || after === 0x5f || (isWord(after) && !isLetter(after))) return -1
  return (after === 0x2e || after === 0x2c || after === 0x3a || after === 0x2f || after === 0x2d) &&
    isDigit(view.unit(end + 1))
    ? -1
    : end
}

function numberOf(view: View, start: number, end: number): number {
  let number = 0
  for (let at = start; at < end; at++) number = number * 10 + view.unit(at) - 0x30
  return number
}

/** First two letters of all units of age, folded; a dot for anything that is no letter from a to z. */
const unitStarts = new Uint8Array(26 * 27)
for (const start of 'ye yr yo y. ja j. an de ev vu v. ar aa le ro go la ga me m. mb bl se sn'.split(' ')) {
  unitStarts[placeOf(start.charCodeAt(0), start.charCodeAt(1))] = 1
}

/** -1 where the first is no letter from a to z. */
function placeOf(first: number, second: number): number {
  const row = fold(first) - 0x61
  const column = fold(second) - 0x61
  if (row < 0 || row > 25) return -1
  return row * 27 + (column < 0 || column > 25 ? 26 : column)
}

/** May a unit of age begin here? Greek and Cyrillic ones are few. */
function startsUnit(view: View, at: number): boolean {
  const unit = view.unit(at)
  const place = placeOf(unit, view.unit(at + 1))
  return place < 0 ? unit > 0x7f && isLetter(unit) : unitStarts[place] === 1
}

/** A blank or a hyphen may stand before the unit. */
function mayBeUnit(view: View, end: number): boolean {
  const after = view.unit(end)
  return startsUnit(view, after === 0x20 || after === 0x2d ? end + 1 : end)
}

function findBeforeWord(view: View, start: number, end: number, findings: Findings): void {
  const hasUnit = mayBeUnit(view, end)
  if ((!hasUnit && !maySay(view, start, end)) || numberEnd(view, start) !== end) return
  if (hasUnit && matchAt(view, sureUnit(), end) >= 0) findings.add(start, end, 'AGE', TYPICAL)
  else if ((hasUnit && isApposition(view, start, end)) || isSaid(view, start, end))
    findings.add(start, end, 'AGE', LIKELY)
}

function findBeforeSign(view: View, start: number, end: number, findings: Findings): void {
  if (numberEnd(view, start) !== end) return
  if (isBare(view, start, end) || isSaid(view, start, end)) findings.add(start, end, 'AGE', LIKELY)
}

/** Who is asked for an age answers with a number: on the line above. */
const asked = lazily(
  () =>
    /(?:how old|wie alt|quel âge|cu[aá]ntos años|quanti anni|ile .{0,24}lat|hoe oud|hvor gammel|hur gammal|quantos anos|kuinka vanha|câți ani|hány éves|kolik .{0,16}let|koľko .{0,16}rokov|koliko .{0,16}(?:let|godina)|πόσων? χρον|на колко години|kui vana|cik .{0,12}gad|kiek .{0,12}met|age|alter|âge|edad|età|leeftijd|idade|wiek|ikä)[^\n?]{0,40}\?[^\n]{0,8}\n[^\n]{0,40}$/iu,
)
const turned = /(?:I turn|turned|turning|ist jetzt|ist|is now|is nu|wird|fyller|fylder|tiene|ha|a) (?:bald |now )?$/u

/** The last letters of these, before the blank. */
const turnedEnds: ReadonlySet<number> = new Set([...'ndtsrewa'].map(letter => letter.charCodeAt(0)))
const closesTurn = /^(?:[.,!?;\n]|$| (?:and|und|y|et|e|en|och|og|in) )/

/** "quatre-vingt-deux ans", "halvfjerds år.", "der wird bald achtzig." */
function findSpoken(view: View, start: number, wordStop: number, findings: Findings): void {
  if (isWord(view.unit(start - 1)) || view.unit(start - 1) === 0x2d) return
  const end = spokenNumberEnd(view, wordStop)
  const before = view.text.slice(Math.max(0, start - 110), start)
  const hasUnit = mayBeUnit(view, end) || view.unit(end + 1) === 0x2d
  const isSure = hasUnit && matchAt(view, sureUnit(), end) >= 0
  const isAnswer = before.includes('?') && asked().test(before)
  const unitStop = hasUnit ? matchAt(view, unit(), end) : -1
  const isApposed = unitStop >= 0 && matchAt(view, closed, unitStop) >= 0 && /, $/.test(before)
  const isTurned =
    end - start > 4 &&
    turnedEnds.has(view.unit(start - 2)) &&
    closesTurn.test(view.text.slice(end, end + 6)) &&
    turned.test(before)
  if (isSure || isAnswer || isApposed || isTurned) findings.add(start, end, 'AGE', LIKELY)
}

/** "I'm 52 and", "Er ist 37 und", "Winifred, is 91 and", "died at 79.", "Chory lat 80". */
const said =
  /(?:I'm|I am|[Hh]e is|[Ss]he is|he's|she's|who is|\p{Lu}\p{Ll}+,? is|(?:[Ee]r|[Ss]ie|\p{Lu}\p{Ll}+) ist|ich bin|[Jj]ag är|[Hh]an är|[Hh]on är|[Jj]eg er|[Hh]un er|[Hh]an er|(?:[Hh]ij|[Zz]ij|[Zz]e) is|[Ii]k ben|j'ai|[Ii]l a|[Ee]lle a|tengo|tiene|(?:died|dead|passed away|verstorben|gestorben).{0,24} (?:at|mit)|lat) $/u

/** What stands behind a number that is said: a stop, a closing bracket, a further word, the end. */
function endsSaying(after: number): boolean {
  return (
    after === 0x20 ||
    after === 0x2e ||
    after === 0x2c ||
    after === 0x0a ||
    after === 0 ||
    after === 0x29 ||
    isStop(after)
  )
}

function isStop(unit: number): boolean {
  return unit === 0x3b || unit === 0x21
}

/** Last letters of what stands before a number that is said. */
const saidEnds: ReadonlySet<number> = new Set([...'mstnriaoe'].map(letter => letter.charCodeAt(0)))

function maySay(view: View, start: number, end: number): boolean {
  return end - start === 2 && view.unit(start - 1) === 0x20 && saidEnds.has(view.unit(start - 2))
}

function isSaid(view: View, start: number, end: number): boolean {
  if (!maySay(view, start, end) || !endsSaying(view.unit(end))) return false
  return closesSaying.test(view.text.slice(end, end + 12)) && said.test(view.text.slice(Math.max(0, start - 44), start))
}

const closesSaying =
  /^(?:[.,;!)\n]|$| (?:and|und|y|et|e|en|och|og|i|lives|przyj\p{L}*|leb\p{L}*|ans|años|Jahre|jaar|år)(?!\p{L}))/u

/** Behind a name or "de": "Roche (19 ans", "Meier, 84 Jahre,", "Helene (14)", "Mujer de 66 años,". */
function isApposition(view: View, start: number, end: number): boolean {
  const unitStop = matchAt(view, unit(), end)
  if (unitStop < 0) return false
  const opening = view.unit(start - 1)
  if (matchAt(view, closed, unitStop) < 0) return false
  if (opening === 0x28) return true
  const lead = view.text.slice(Math.max(0, start - 14), start)
  return (
    /(?:, |, de |\u2014 |\p{L} (?:de|di|of|na|von|van|på|\p{L}{0,3}) |\| |- )$/u.test(lead) &&
    Number(view.text.slice(start, end)) >= 14 &&
    !duration().test(lead)
  )
}

const duration = lazily(
  () =>
    /(?:seit|nach|vor|für|since|for|over|pendant|depuis|durante|desde|hace|sinds|voor|od|przez|po|per|da|más|dopo|fra|tra|binnen|after|dans|il y a|sedan|efter|siden)\s*(?:de |di )?$/iu,
)

/** "Albert, 88, lives", "Helene (14) habe": a capitalised word, not a heading or a thing. */
function isBare(view: View, start: number, end: number): boolean {
  if (end - start > 2) return false
  const isBracket = view.unit(start - 1) === 0x28 && view.unit(end) === 0x29 && view.unit(start - 2) === 0x20
  const isComma =
    view.unit(start - 1) === 0x20 &&
    view.unit(start - 2) === 0x2c &&
    (view.unit(end) === 0x2c || view.unit(end) === 0x2e || view.unit(end) === 0x3b)
  // "(F, 31)"
  if (
    view.unit(end) === 0x29 &&
    view.unit(start - 2) === 0x2c &&
    /\((?:[MFWmfwKkNn]|male|female), $/.test(view.text.slice(Math.max(0, start - 10), start))
  )
    return true
  if ((!isBracket && (!isComma || end - start < 2)) || !isLetter(view.unit(start - 3))) return false
  const lead = view.text.slice(Math.max(0, start - 40), start)
  const name = /(?:^|[^\p{L}\p{N}])(\p{Lu}\p{Ll}{2,20})(?: \(|, )$/u.exec(lead)
  if (name === null || things.test(name[1]!)) return false
  const tail = view.text.slice(end, end + 14)
  return isBracket
    ? /^\)(?:[,.;)]| \p{Ll}{2}| and|$)/u.test(tail)
    : (/^[,;.](?: \p{L}|$|\n)/u.test(tail) && !/\d/.test(tail)) || isFullName.test(lead)
}

/** "Greta Moser, 44, 0474 …" */
const isFullName = /\p{Lu}\p{Ll}+ \p{Lu}[\p{L}-]+, $/u

const things =
  /^(?:Table|Figure|Fig|Chapter|Section|Article|Artikel|Kapitel|Tabelle|Abbildung|Seite|Page|Art|Abs|Anhang|Annex|Version|Level|Year|Step|Part|Teil|Nr|No|Vol|Item|Room|Class|Grade|Tabla|Capítulo|Figura|Tableau|Chapitre|Tabela|Rozdział|Tabulka|January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)$/u
