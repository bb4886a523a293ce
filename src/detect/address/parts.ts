/** What follows a street on its way to the country: floor, flat, postal code, town, province, country. */
import { isDigit, isLetter, isMark, isWord } from '../characters.ts'
import { HashTable } from '../hash-table.ts'
import { lazily, matchAt } from '../patterns.ts'
import type { View } from '../view.ts'
import { hashSpan, hashText } from '../words.ts'
import { boxEnd } from './boxes.ts'
import { floorEnd } from './floors.ts'
import { isCountry } from './places.ts'
import { leadingCodeEnd, trailingCodeEnd } from './postcode.ts'
import { UNIT } from './street-words.ts'
import { COUNTRY, MONTH } from './word-facts.ts'
import { isCapital, isLink, isStop, type Word, wordAt, wordBefore } from './words.ts'

/** A line break as HTML writes it. */
const tagJoint = /,? ?<br ?\/?>(?:\r?\n)?[ \t]{0,8}/uy
const widestIndent = 8
const mostParts = 10

const unitValue =
  /\.?,? ?(?:(?:n[ro]?|č|št|sz)[.°º]? ?)?(?:[\p{L}]{0,2}\d{1,4}[\p{L}]{0,2}(?:[/-][\p{L}\d]{1,4})?|[\p{Lu}]{1,2}|[IVX]{1,4}|izq\.?|der\.?|izda\.?|dcha\.?|links|rechts|int\.?|ext\.?)(?![\p{L}\d])/uy
const numberedUnit = lazily(
  () =>
    /\d{1,2}(?:\.?[ºª°]|\.|er|e|ème|th|nd|rd|st|eme|o|a)?\.? ?(?:floor|étage|etage|etg|piso|planta|andar|piano|og|ug|dg|stock|sal|tv|th|mf|izda|izqda|izq|dcha|dcho|esq|dto|drt|dir|em|emelet|lph|stk|fl|esquerdo|direito|h\u00e6\u00f0|krs|kerros|pięt\p{L}{1,2}|patro|poschodí|posch|nadstropje|kat|stāvs|korrus|ajtó|[\p{Lu}]|[a-f](?![\p{L}\d .])|pta\.? \d{1,2})\.?(?: ?(?:\d{1,3}|[\p{Lu}]|links|rechts|mitte|li|re)(?![\p{L}\d]))?(?![\p{L}\d])/iuy,
)
const otherUnit = lazily(
  () =>
    /(?:r\/c|rdc|s\/n|snc|s\.n\.c|sn|baghuset|forhuset|mellemhuset|sidehuset|gartenhaus|seitenflügel|gårdshuset|gatuhuset|derrière|fond de cour|achterhuis|bovenwoning|benedenwoning|oficyna|suterén|přízemí|prízemie|pritličje|prizemlje|fsz|földszint|alagsor|bajos?|entlo|ático|entresuelo|principal|eg|dg|hochparterre|parterre|souterrain|hinterhaus|vorderhaus|hh|vh|st\. (?:tv|th|mf)|kl\.|stuen|ground floor|top floor)\.?(?: (?:tv|th|mf|dto|esq|dcha|izda|links|rechts)\.?)?(?![\p{L}\d])/iuy,
)
const stairAndDoor = /(?:[A-H] ?|k-)\d{1,3}(?![\p{L}\d])/uy
/** "Camino de la Ermita, Km 2": roads without numbers count their kilometres. */
const kilometre = /[Kk][Mm]\.? ?\d{1,3}(?:[.,]\d{1,3})?(?![\p{L}\d])/uy
const floorAndDoor = /(?:\d{1,2}|[IVX]{1,4})\.? ?[./] ?\d{1,3}[a-z]?\.?(?=[,\n;]|\.? |$)/uy

/** The first letters of `otherUnit`, up to a sign. */
const otherUnits = new HashTable(
  'r rdc s snc sn baghuset forhuset mellemhuset sidehuset gartenhaus seitenfl\u00fcgel g\u00e5rdshuset gatuhuset derri\u00e8re fond achterhuis bovenwoning benedenwoning oficyna suter\u00e9n p\u0159\u00edzem\u00ed pr\u00edzemie pritli\u010dje prizemlje fsz f\u00f6ldszint alagsor bajo bajos entlo \u00e1tico entresuelo principal eg dg hochparterre parterre souterrain hinterhaus vorderhaus hh vh st kl stuen ground top'
    .split(' ')
    .map(word => [hashText(word, 0, word.length), 1]),
)

function otherUnitEnd(view: View, start: number): number {
  let end = start
  while (isLetter(view.unit(end))) end++
  const mayBe = otherUnits.get(hashSpan(view.units, start, end)) !== 0 || isMark(view.unit(end))
  return mayBe ? matchAt(view, otherUnit(), start) : -1
}

/** "B 12", "k-3" */
function stairAndDoorEnd(view: View, start: number): number {
  const next = view.unit(start + 1)
  const mayBe = isDigit(next) || (isDigit(view.unit(start + 2)) && (next === 0x20 || next === 0x2d))
  return mayBe ? matchAt(view, stairAndDoor, start) : -1
}

/** "3/12", "IV. 5" */
function floorAndDoorEnd(view: View, start: number): number {
  let end = start
  while (end < start + longestFloor && isFloorUnit(view.unit(end))) end++
  if (end === start) return -1
  if (view.unit(end) === 0x2e) end++
  if (view.unit(end) === 0x20) end++
  const joins =
    view.unit(end) === 0x2e || view.unit(end) === 0x2f || view.unit(end - 1) === 0x2e || view.unit(end - 2) === 0x2e
  return joins ? matchAt(view, floorAndDoor, start) : -1
}
const longestFloor = 4

/** A digit, `I`, `V` or `X`. */
function isFloorUnit(unit: number): boolean {
  return isDigit(unit) || unit === 0x49 || unit === 0x56 || unit === 0x58
}

/** End of a flat, floor or stair that starts at `start`; -1 where none does. */
export function unitEnd(view: View, start: number): number {
  // "Lake Ave #12"
  if (view.unit(start) === 0x23) return matchAt(view, /#\d{1,4}[A-Za-z]?(?!\w)/y, start)
  const word = wordAt(view, start)
  if (word === null) return -1
  if ((word.facts & UNIT) !== 0) {
    const end = matchAt(view, unitValue, word.end)
    if (end >= 0) return end
  }
  if (isDigit(view.unit(start))) {
    const isLong = isDigit(view.unit(start + 1)) && isDigit(view.unit(start + 2))
    const end = isLong ? -1 : matchAt(view, numberedUnit(), start)
    return end >= 0 ? end : floorAndDoorEnd(view, start)
  }
  const other = otherUnitEnd(view, start)
  if (other >= 0) return other
  const first = view.unit(start)
  const road = first === 0x4b || first === 0x6b ? matchAt(view, kilometre, start) : -1
  const stair = road >= 0 ? road : stairAndDoorEnd(view, start)
  return stair >= 0 ? stair : floorAndDoorEnd(view, start)
}

/** Behind the town only what says that it is a flat or a floor: "75011 Paris, esc. B". */
function unitOrFloorEnd(view: View, start: number, isBehindTown: boolean, isPart: boolean): number {
  const floor = isPart ? floorEnd(view, start) : -1
  const word = isBehindTown ? wordAt(view, start) : null
  const isBus = word !== null && view.text.slice(word.start, word.end) === 'bus'
  if (isBehindTown && (word === null || (word.facts & UNIT) === 0 || isBus)) return floor
  return Math.max(floor, unitEnd(view, start))
}

/** Units that `afterTown` may begin with. */
function mayFollowTown(unit: number): boolean {
  return unit === 0x20 || unit === 0x28 || unit === 0x2d
}

const afterTown =
  /(?: ?\(\p{Lu}[\p{L} .-]{1,20}\)| ?- ?[A-Z]{2}(?![\p{L}\d])| [A-Z]{1,2}(?![\p{L}\d.])| \d{1,2}(?: ?- ?\p{Lu}\p{Ll}{2,20}| \(\p{Lu}\p{Ll}{2,20}\))| \d{1,2}(?:e|er|ème)?(?![\p{L}\d]|[.,:/-]\d)| [IVX]{1,5}\.(?!\p{L})| (?:Cedex|CEDEX)(?: \d{1,2})?| (?:maakond|vald|megye|rajonas|novads|pagasts)(?!\p{L}))/uy
/** "м. Львів", "гр. Варна", "mun. Cluj-Napoca" */
const townSign = /(?:[мгс]\.|гр\.|смт\.?|mun\.|ora\u0219|or\.) ?(?=\p{Lu})/uy
const townSignStarts: ReadonlySet<number> = new Set([...'\u043c\u0433\u0441mo'].map(letter => letter.charCodeAt(0)))
const mostTownWords = 5

/** End of the town that starts at `start`: capitalised words with small ones between; -1 where none does. */
export function townEnd(view: View, start: number): number {
  const named = townSignStarts.has(view.unit(start)) ? Math.max(start, matchAt(view, townSign, start)) : start
  const first = wordAt(view, view.unit(named) === 0x27 ? named + 1 : named)
  if (first === null || !(isCapital(view, first.start) || isElidedName(view, first)) || isStop(first)) return -1
  let end = first.end
  let word = first
  for (let count = 1; count < mostTownWords; count++) {
    const next = townWordAfter(view, word)
    if (next === null || isStop(next)) break
    if (isCapital(view, next.start) || isElidedName(view, next)) end = next.end
    else if (!isLink(next)) break
    word = next
  }
  const more = mayFollowTown(view.unit(end)) ? matchAt(view, afterTown, end) : -1
  return more < 0 ? end : more
}

function isElidedName(view: View, { start, end }: Word): boolean {
  // "il-Birgu"
  if (view.unit(start + 2) === 0x2d && isCapital(view, start + 3)) return end - start > 4
  return (
    end - start > 3 && isCapital(view, start + 2) && (view.unit(start + 1) === 0x27 || view.unit(start + 1) === 0x2d)
  )
}

function townWordAfter(view: View, word: Word): Word | null {
  let at = word.end
  // "St. Pölten", "Frankfurt a. M."
  if (view.unit(at) === 0x2e && isDottedPart(view, word)) at++
  if (view.unit(at) === 0x20) at++
  else if (view.unit(at) !== 0x2f || view.unit(at - 1) === 0x2e) return at > word.end ? wordAt(view, at) : null
  else at++
  const next = wordAt(view, at)
  return next !== null && isDigit(view.unit(next.start)) ? null : next
}

/** "St.", "a.": not the "1" and "C" of "Praha 1. Tel", "Randers C. Ring". */
function isDottedPart(view: View, { start, end }: Word): boolean {
  if (end - start > 2 || isDigit(view.unit(start))) return false
  return end - start === 2 || !isCapital(view, start)
}

/** Mexican and Brazilian states, Italian and Spanish provinces in short. */
const stateBehind =
  /,? (?:CDMX|Ags|B\.C\.|Camp|Chih|Chis|Coah|Col|D\.F\.|Dgo|Edo\. ?(?:de )?M\u00e9x|Gro|Gto|Hgo|Jal|Mich|Mor|N\.L|Nay|Oax|Pue|Q\. ?Roo|Qro|S\.L\.P|Sin|Son|Tab|Tamps|Tlax|Ver|Yuc|Zac)\.?(?!\p{L})/uy

/** Spanish provinces, that have names of their own or those of their capital: "30820 Alcantarilla, Murcia". */
const provinces = lazily(
  () =>
    /, (?:A Coru\u00f1a|\u00c1lava|Araba|Albacete|Alicante|Almer\u00eda|Asturias|\u00c1vila|Badajoz|Barcelona|Bizkaia|Burgos|C\u00e1ceres|C\u00e1diz|Cantabria|Castell\u00f3n|Ciudad Real|C\u00f3rdoba|Cuenca|Gipuzkoa|Girona|Granada|Guadalajara|Guip\u00fazcoa|Huelva|Huesca|Illes Balears|Islas Baleares|Ja\u00e9n|La Rioja|Las Palmas|Le\u00f3n|Lleida|Lugo|Madrid|M\u00e1laga|Mallorca|Murcia|Navarra|Ourense|Palencia|Pontevedra|Salamanca|Santa Cruz de Tenerife|Tenerife|Segovia|Sevilla|Soria|Tarragona|Teruel|Toledo|Valencia|Valladolid|Vizcaya|Zamora|Zaragoza)(?![\p{L}\d])/uy,
)

/** Districts behind the town: "jud. Dâmbovița", "Co. Cork", "обл. Пловдив". */
const regionBehind =
  /(?:(?:Dublin|Cork|Wien|Praha|Brno|Paris|Lyon|Marseille|Budapest|Bratislava|Ko\u0161ice|Bucure\u0219ti) \d{1,2}(?!\d)|\p{Lu}[\p{L}-]{1,24} (?:maakond|vald|megye|novads|nov\.?|pagasts|pag\.?|rajonas|raj\.|r\. ?sav\.)|(?:jud|jude\u021bul|judetul|com|Co|County|okr|okres|\u043e\u0431\u043b|\u043e\u0431\u0449|woj|gm|pow)\.? ?\p{Lu}[\p{L}-]{1,24}(?: \p{Lu}[\p{L}-]{1,20})?)(?!\p{L})/uy

/** End of the district that starts at `start`; -1 where none does. */
export function regionEnd(view: View, start: number): number {
  return matchAt(view, regionBehind, start)
}

const lowerTown = /\p{Ll}[\p{L}-]{2,24}(?=[,.;\n)]|$| ?\p{P})/uy

const floorBehind =
  /\. ?(?:(?:\d{1,2}|[IVX]{1,4})\.? ?[/.] ?\d{1,3}\.?|(?:\d{1,2}|[IVX]{1,4})\. ?(?:em|emelet)\.?(?: \d{1,3}\.?)?|(?:[A-Z]\. ?(?:ép|épület|lh|lph|lépcsőház)\.? ?)?fszt?\.?(?: \d{1,3}\.?)?|[A-Z]\. ?(?:ép|épület|lh|lph|lépcsőház)\.?)(?![\p{L}\d])/uy

/** "Kárász utca 17. 3/8.", "Fő u. 4. II. em. 5.": floor and door behind the dot of the number. */
function hungarianEnd(view: View, from: number): number {
  if (view.unit(from) !== 0x2e) return from
  const end = matchAt(view, floorBehind, from)
  if (end >= 0) return end
  // "Fő u. 4., 1011 Budapest"
  return view.unit(from + 1) === 0x2c && isDigit(view.unit(from + 3)) ? from + 1 : from
}

export interface Tail {
  readonly end: number
  /** A postal code or a country was there. */
  readonly hasCode: boolean
  /** A town was there, the code before it or not. */
  readonly hasTown: boolean
  /** A flat, a floor or a stair was there. */
  readonly hasUnit: boolean
}

/**
 * Behind what stands between two parts: a comma, a line break, a dash, or just a blank; -1 where nothing does. A comma without a
 * blank divides the cells of a table.
 */
function jointEnd(view: View, at: number): number {
  const first = view.unit(at)
  let end = first === 0x2c ? at + 1 : at
  if (view.unit(end) === 0x20) end++
  if (view.unit(end) === 0x3c) {
    const tag = matchAt(view, tagJoint, at)
    if (tag >= 0) return tag
  }
  const line = view.unit(end) === 0x0d ? end + 1 : end
  if (view.unit(line) === 0x0a) {
    let stop = line + 1
    while (stop <= line + widestIndent && isIndent(view.unit(stop))) stop++
    return stop
  }
  const blank = first === 0x2c || first === 0x3b ? at + 1 : at
  if (view.unit(blank) !== 0x20) return -1
  return isStroke(view.unit(blank + 1)) && view.unit(blank + 2) === 0x20 ? blank + 3 : blank + 1
}

/** Blanks, and the signs of quotes and lists. */
function isIndent(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x3e || unit === 0x2a
}

function isStroke(unit: number): boolean {
  return unit === 0x2d || unit === 0xb7 || unit === 0x7c || unit === 0x2f || unit === 0x2022
}

function holdsLineBreak(view: View, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (view.unit(at) === 0x0a) return true
  return false
}

/** Everything that belongs to the address behind `from`. */
export function tailFrom(view: View, from: number, isCoded = false): Tail {
  let end = hungarianEnd(view, from)
  let hasCode = isCoded
  let hasTown = isCoded
  let hasUnit = end > from + 1
  let at = end
  for (let count = 0; count < mostParts; count++) {
    const start = jointEnd(view, at)
    if (start < 0) break
    const isNewLine = holdsLineBreak(view, at, start)
    const isComma = start - at > 1 && !isNewLine
    const unit = hasCode && !isComma ? -1 : unitOrFloorEnd(view, start, hasCode, isComma || isNewLine)
    const coded = hasCode ? -1 : codedTownEnd(view, start)
    if (coded > unit) {
      end = at = coded
      hasCode = hasTown = true
      continue
    }
    if (unit >= 0) {
      at = unit
      if (!isNewLine) {
        end = at
        hasUnit = true
      }
      continue
    }
    const country = countryEnd(view, start)
    if (country >= 0 && (isComma || isNewLine || hasTown))
      return { end: country, hasCode: true, hasTown: true, hasUnit }
    const region = hasTown && isComma ? matchAt(view, regionBehind, start) : -1
    if (region >= 0) {
      end = at = region
      continue
    }
    const box = isComma || isNewLine ? boxEnd(view, start) : -1
    if (box >= 0 && hasTown) return { end: box, hasCode, hasTown, hasUnit }
    if (box >= 0) {
      end = at = box
      continue
    }
    if (hasCode) {
      const state = Math.max(matchAt(view, stateBehind, at), matchAt(view, provinces(), at))
      if (state >= 0) return { end: state, hasCode, hasTown, hasUnit }
      // A region between town and country: ", Derbyshire, UK"; anything else ends the address.
      const region = isComma ? townEnd(view, start) : -1
      const next = region < 0 ? -1 : countryEnd(view, region + 2)
      return { end: next >= 0 && view.unit(region) === 0x2c ? next : end, hasCode, hasTown, hasUnit }
    }
    if (hasTown || !(isComma || isNewLine)) break
    const town = townEnd(view, start)
    if (town < 0) break
    const code = codeBehind(view, town)
    if (code >= 0) {
      end = at = code
      hasCode = hasTown = true
      continue
    }
    if (isNewLine || !endsPart(view, town)) break
    end = at = town
    hasTown = true
  }
  if (!hasCode) end = Math.max(end, bracketedFloorEnd(view, end))
  const code = hasCode ? -1 : bracketedCodeEnd(view, end)
  if (code >= 0) return { end: code, hasCode: true, hasTown: true, hasUnit }
  const named = hasTown ? -1 : townBehindPreposition(view, end)
  return { end: Math.max(end, named), hasCode, hasTown, hasUnit }
}

/** The same behind a street that is sure: whatever stands between it and its code and town belongs to it. */
export function tailOfStreet(view: View, from: number): Tail {
  const tail = tailFrom(view, from)
  const end = tail.hasCode ? -1 : codedTownAhead(view, tail.end)
  return end < 0 ? tail : { ...tail, end: Math.max(end, tailFrom(view, end, true).end), hasCode: true, hasTown: true }
}

/** "(Hinterhaus, 2. OG links)" */
function bracketedFloorEnd(view: View, end: number): number {
  if (view.unit(end) !== 0x20 || view.unit(end + 1) !== 0x28) return -1
  let at = end + 2
  for (let count = 0; count < mostParts; count++) {
    const stop = Math.max(unitEnd(view, at), floorEnd(view, at))
    if (stop < 0) return -1
    if (view.unit(stop) === 0x29) return stop + 1
    if (view.unit(stop) !== 0x2c || view.unit(stop + 1) !== 0x20) return -1
    at = stop + 2
  }
  return -1
}

const furthestTown = 64
/** Of a code whose town is in small letters. */
const fewestDigits = 5
const mostBetween = 3

/**
 * A street is followed by its code and town, whatever stands between: "calle Mayor 3, bajo interior, finca Olivar, 14950 Llanos",
 * "Dorfstr. 9 in 18586 Göhren". End of the town; -1 where none follows in the same clause.
 */
function codedTownAhead(view: View, from: number): number {
  const furthest = Math.min(view.length, from + furthestTown)
  let parts = 0
  for (let at = from; at < furthest; at++) {
    const unit = view.unit(at)
    if (unit === 0x3b || unit === 0x3a || unit === 0x40 || unit === 0x3f || unit === 0x21 || endsSentence(view, at))
      return -1
    if (unit === 0x20 && at === from) {
      const behind = behindShortWord(view, at + 1)
      const town = sureTownEnd(view, behind)
      if (town >= 0) return town
      // "str. 3 in 17489 greifswald"
      const small = behind < 0 ? -1 : leadingCodeEnd(view, behind)
      const lower =
        small - behind === fewestDigits && view.unit(small) === 0x20 ? matchAt(view, lowerTown, small + 1) : -1
      if (lower >= 0) return lower
    }
    if (!isJointSign(view, at)) continue
    let start = at + 1
    while (start < furthest && isBlank(view.unit(start))) start++
    const town = sureTownEnd(view, start)
    if (town >= 0) return town
    if (++parts > mostBetween) return -1
  }
  return -1
}

/** Comma, line break, or a dash, a stroke or a bullet between blanks. */
function isJointSign(view: View, at: number): boolean {
  const unit = view.unit(at)
  if (unit === 0x2c || unit === 0x0a) return true
  return isStroke(unit) && view.unit(at - 1) === 0x20 && view.unit(at + 1) === 0x20
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09
}

const longestShortForm = 4

/** A dot behind a whole word, and a capital: "… 3. kat", "esc. B" go on. An empty line ends all. */
function endsSentence(view: View, at: number): boolean {
  const unit = view.unit(at)
  if (unit === 0x0a) return view.unit(at + 1) === 0x0a || view.unit(at + 2) === 0x0a
  if (unit !== 0x2e || view.unit(at + 1) !== 0x20) return false
  const word = wordBefore(view, at)
  return word !== null && isCapital(view, at + 2) && word.end - word.start > longestShortForm
}

const longestPreposition = 3

/** "in 18586 Göhren", "à 31400 Toulouse" */
function behindShortWord(view: View, start: number): number {
  const word = wordAt(view, start)
  const isShort = word !== null && word.end - start <= longestPreposition && !isDigit(view.unit(start)) && isLink(word)
  return isShort && view.unit(word.end) === 0x20 ? word.end + 1 : -1
}

const year = /(?:19[4-9]|20[0-4])\d (?![A-Z]{2} )/y

/** A code of digits and the town with its capital behind it, or a code of letters: no year, no count. */
export function sureTownEnd(view: View, start: number): number {
  if (start < 0) return -1
  const trailing = trailingCodeEnd(view, start)
  if (trailing >= 0) return trailing
  const code = leadingCodeEnd(view, start)
  if (code < 0 || view.unit(code) !== 0x20 || matchAt(view, year, start) >= 0) return -1
  return townEnd(view, code + 1)
}

const inTown = lazily(
  () =>
    /,? (?:\u00e0|a|en|in|em|no|na|te|w|we|v|ve|u|til|\u03c3\u03c4[\u03bf\u03b7\u03b1]\u03bd?|\u0432|\u0432\u044a\u0432|\u00een|\u012f) (?=\p{Lu}\p{Ll})/uy,
)

/** "impasse du Moulin, \u00e0 Vannes", "vicolo Stretto 2, a Mantova": nothing but the town up to the end of the clause. */
function townBehindPreposition(view: View, end: number): number {
  const start = leadsIntoTown(view, end) ? matchAt(view, inTown(), end) : -1
  if (start < 0) return -1
  const town = townEnd(view, start)
  const first = wordAt(view, start)
  return town >= 0 && endsPart(view, town) && first !== null && (first.facts & MONTH) === 0 ? town : -1
}

const code =
  '\\((?:[A-Z]{1,3}-)?(?:\\d{5}|\\d{4}(?:-\\d{3})?|\\d{2}-\\d{3}|\\d{3} \\d\\d|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})\\)'
/** "Beaune (21200)", and the town behind a preposition: "no Porto (4050-265)". */
const bracketed = lazily(() => new RegExp(` ?${code}`, 'uy'))
const townAndBracketed = lazily(
  () =>
    new RegExp(
      `,? (?:\\u00e0|a|in|en|em|no|na|v|ve|w|we|i|til|te|u|ve|\\u03c3\\u03c4[\\u03bf\\u03b7\\u03b1]\\u03bd?|\\u0432|\\u00een|la|\\u012f|san|di|de|da|of) \\p{Lu}[\\p{L}'-]{1,24}(?: (?:\\p{Ll}{1,4} )?\\p{Lu}[\\p{L}'-]{1,24}){0,2} ${code}`,
      'uy',
    ),
)

function bracketedCodeEnd(view: View, end: number): number {
  if (view.unit(end) !== 0x20 && view.unit(end) !== 0x2c && view.unit(end) !== 0x28) return -1
  const isBracket = view.unit(end) === 0x28 || view.unit(end + 1) === 0x28
  const own = isBracket ? matchAt(view, bracketed(), end) : -1
  return own >= 0 || !leadsIntoTown(view, end) ? own : matchAt(view, townAndBracketed(), end)
}

const longestLead = 4

/** A short word between blanks and a capital behind it: " in Porto", ", \u00e0 Vannes". */
function leadsIntoTown(view: View, end: number): boolean {
  const start = view.unit(end) === 0x2c ? end + 1 : end
  if (view.unit(start) !== 0x20) return false
  let at = start + 1
  while (at <= start + longestLead && isLetter(view.unit(at))) at++
  if (at === start + 1 || view.unit(at) !== 0x20) return false
  return isCapital(view, at + 1) || view.unit(at + 1) >= 0x590
}

const icelandic = /[1-9]\d\d(?= \p{Lu}\p{Ll})/uy
const argentine = /[A-Z]\d{4}[A-Z]{3}/y

function continentalCodeEnd(view: View, start: number): number {
  const code = leadingCodeEnd(view, start)
  const mayBe = code < 0 && isDigit(view.unit(start)) && view.unit(start + 3) === 0x20
  return mayBe ? matchAt(view, icelandic, start) : code
}

/** "9955 VD\nRasquert": a line for the code, a line for the town. */
const dutchTownBelow =
  /[1-9]\d{3} ?[A-Z]{2}\n\p{Lu}[\p{L}'-]{2,24}(?: (?:aan |op |in )?(?:den |de )?\p{Lu}[\p{L}'-]{2,24})?(?=[\n.,;]|$)/uy

/** "PS\u010c 391 65", "T.K. 104 32": the word for a code may stand before it. */
const codeWord =
  /(?:PS\u010c|PSC|PLZ|TK|T\.K\.|\u03a4\.? ?\u039a\.?|CAP|C\.?P\.?|[Zz][Ii][Pp]|[Pp]ostcode|[Ee]ircode|[Ii]rsz\.?|kod(?: pocztowy)?|cod po\u0219tal|c\u00f3digo postal|code postal|\u043f\.? ?\u043a\.?):? ?(?=\d|[A-Z]{1,3}\d)/uy

function behindCodeWord(view: View, start: number): number {
  if (isDigit(view.unit(start)) || !isWord(view.unit(start))) return start
  return Math.max(start, matchAt(view, codeWord, start))
}

/** "35037 Marburg", also in lower case where nothing follows; or a code that stands alone in its part: "HX7 6PL". */
function codedTownEnd(view: View, from: number): number {
  const start = behindCodeWord(view, from)
  const trailing = trailingCodeEnd(view, start)
  const code = trailing >= 0 ? trailing : continentalCodeEnd(view, start)
  if (code < 0) return -1
  let at = code
  if (view.unit(at) === 0x2c && trailing < 0) at++
  const below = trailing < 0 ? matchAt(view, dutchTownBelow, start) : -1
  if (below >= 0) return below
  if (view.unit(at) === 0x20) {
    const town = townEnd(view, at + 1)
    if (town >= 0 && (trailing < 0 || matchAt(view, argentine, start) >= 0)) return town
    const lower = trailing < 0 ? matchAt(view, lowerTown, at + 1) : -1
    if (lower >= 0) return lower
  }
  return code
}

const mostRegions = 4

/** End of the code that follows the town ending at `town`, a county or two between: "Ledbury, Herefordshire HR8 1DS". */
export function codeBehind(view: View, town: number): number {
  let at = town
  for (let count = 0; count < mostRegions; count++) {
    const start = jointEnd(view, at)
    if (start < 0) return -1
    const code = trailingCodeEnd(view, start)
    if (code >= 0) return code
    // "Via Roma, Milano 20121", "Porto, 4050-262": the continental form behind the town.
    const leading = leadingCodeEnd(view, start)
    if (leading >= 0 && leading - start >= 4) {
      const named = view.unit(leading) === 0x20 ? townEnd(view, leading + 1) : -1
      return named >= 0 ? named : count === 0 || view.unit(at) === 0x2c ? leading : -1
    }
    const next = Math.max(townEnd(view, start), matchAt(view, regionBehind, start))
    if (next < 0) return -1
    at = next
  }
  return -1
}

/** End of the country's name that starts at `start`; -1 where none does. */
function countryEnd(view: View, start: number): number {
  let word: Word | null = wordAt(view, start)
  if (word === null || (word.facts & COUNTRY) === 0) return -1
  let found = -1
  for (let count = 0; count < 4 && word !== null; count++) {
    if (isCountry(view.text.slice(start, word.end))) found = word.end
    if (view.unit(word.end) !== 0x20) break
    word = wordAt(view, word.end + 1)
  }
  return found
}

/** The part ends here: a stop, a line, a bracket, not a further word of the sentence. */
function endsPart(view: View, end: number): boolean {
  const unit = view.unit(end)
  return !isWord(unit) && (unit !== 0x20 || !isWord(view.unit(end + 1)))
}

/** Start of the town whose last word ends at `end`: capitalised words to the left of a code. */
export function townStart(view: View, end: number): number {
  let start = -1
  let at = end
  for (let count = 0; count < mostTownWords; count++) {
    const word = wordBefore(view, at)
    if (word === null || word.end < at - 1) break
    if ((isCapital(view, word.start) || isElidedName(view, word)) && !isStop(word)) start = word.start
    else if (count === 0 || !isLink(word)) break
    if (view.unit(word.start - 1) !== 0x20) break
    at = word.start - 1
  }
  return start
}
