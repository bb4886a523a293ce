/** Words of an address, read to the left and to the right: what may be part of a street's or a town's name. */
import { classOf, foldWord, isDigit, isLetter, isWord, UPPER } from '../characters.ts'
import type { View } from '../view.ts'
import { hashSpan, hashWord } from '../words.ts'

export interface Word {
  readonly start: number
  /** Behind its last letter; a dot behind it is not counted. */
  readonly end: number
}

const longestWord = 40

/** Small words inside names: "rue du Puits", "via dei Mille", "Frankfurt am Main". */
const links: ReadonlySet<number> = new Set(
  [
    'de del dels della delle dello degli dei di da do dos das du des d l la le les las los el lo en et y e i a al alla au aux',
    'am an der den dem die das im in zu zum zur auf bei ob vor unter von und op aan ter ten te het van voor onder in t s',
    'the of upon on under by and nr near pod nad na pri u v za ve k ta it il is mc o ni ui na nad og i pa ved under skr ж к м гр кв',
    'sur sous lez les pres св свети ген гр των της του του ο η αγ cu lui nr no gen dr sv svatych so zza za go sn snc n links rechts mitte li re',
  ].flatMap(list => list.split(' ').map(word => hashWord(word))),
)

/** The word that ends at `end` (a dot before it is skipped); `null` where none does. */
export function wordBefore(view: View, end: number): Word | null {
  let to = end
  if (view.unit(to - 1) === 0x2e) to--
  let start = to
  while (start > to - longestWord && isInner(view, start - 1)) start--
  while (start < to && !isWord(view.unit(start))) start++
  return start < to && !isInner(view, start - 1) ? { start, end: to } : null
}

/** The word that starts at `start`; `null` where none does. */
export function wordAt(view: View, start: number): Word | null {
  if (!isWord(view.unit(start))) return null
  let end = start + 1
  while (end < start + longestWord && isInner(view, end)) end++
  while (!isWord(view.unit(end - 1))) end--
  return isWord(view.unit(end)) ? null : { start, end }
}

/** Letters and digits; a hyphen or an apostrophe, and a dot in "K.-Marx", between them. */
function isInner(view: View, at: number): boolean {
  const unit = view.unit(at)
  if (isWord(unit)) return true
  const isJoint = unit === 0x2d || unit === 0x27
  if (isJoint) return isWord(view.unit(at + 1)) && (isWord(view.unit(at - 1)) || view.unit(at - 1) === 0x2e)
  return unit === 0x2e && view.unit(at + 1) === 0x2d && isLetter(view.unit(at - 1))
}

export function isCapital(view: View, at: number): boolean {
  return (classOf(view.unit(at)) & UPPER) !== 0
}

export function isLink(view: View, { start, end }: Word): boolean {
  return end - start <= 8 && links.has(hashSpan(view.units, start, end))
}

/** Begins with a capital (behind "d'", "l'" too), or is a number. */
export function isNameWord(view: View, { start, end }: Word): boolean {
  if (isCapital(view, start) || isDigit(view.unit(start))) return true
  // Irish puts letters before the capital: "na hAbhann", "na gCapall".
  if (isCapital(view, start + 1) && /[hngdbmt]/.test(view.text.charAt(start))) return true
  const isElided =
    end - start > 2 &&
    (view.unit(start + 1) === 0x27 ||
      view.unit(start + 2) === 0x27 ||
      view.unit(start + 2) === 0x2d ||
      view.unit(start + 1) === 0x2d)
  return isElided && (isCapital(view, start + 2) || isCapital(view, start + 3))
}

/** Words that begin the next field of a letterhead or form: no part of a name. */
const stops = new Set(
  [
    'tel telefon telefono telephone phone telefone telefoon telefonas telefonszam puhelin puh tlf tfn tlm tif fon mobil mobile mobiel movil mob gsm cell cellulare cel portable fax telefax',
    'handy kom komorka κιν τηλ тел моб факс talr mobilais email mail mel courriel correo epost sposti epasts имейл web website www http https internet url',
    'vat ust uid steuernummer tva iva nif nip ico dic oib afm αφμ еик ддс cif siret siren tax mwst kvk iban bic swift konto account',
    'dob born geb geboren ne nee nato nata nacido nacida nascido ur nar kunde kunden customer order ref id name naam nom nome ime imie jmeno',
    'herr frau mr mrs ms dr monsieur madame m mme senor senora sig pan pani hr fru adresse address adres adresa adress anschrift indirizzo direccion endereco morada cim lakcim wohnort wohnhaft',
    'adresas adrese osoite aadress naslov seoladh indirizz адрес διευθυνση bydliste domicile tilaus contact kontakt rechnung invoice passport',
  ].flatMap(list => list.split(' ').map(word => hashWord(word))),
)

/** "Bydlím", "Μένω", "Wohne": verbs that open a sentence right before an address. */
const dwellings: ReadonlySet<number> = new Set(
  [
    'bydlim bydli bydlime bytem byvam byva bytom mieszkam mieszka mieszkamy zam moro mora moramos resido reside habite habito habita demeurant vivo vive vivimos abito abita',
    'bor asun asuu elan elab wohne wohnt wohnhaft woon woont wonende zivim zivi stanujem stanuje stanujoc gyvenu gyvena dzivoju dzivo lakom lakik locuiesc locuieste domiciliat',
    'μενω μενει κατοικω διαμενω διαμενει noqghod joqghod toqghod живея живее живущ мешкаю мешкае проживаю проживае bosatt adresa adres adresse adress address',
  ].flatMap(list => list.split(' ').map(word => hashWord(foldWord(word)))),
)

export function isDwelling(view: View, { start, end }: Word): boolean {
  return end - start <= 10 && dwellings.has(hashSpan(view.units, start, end))
}

const an = hashWord('an')
const germanPreposition = /^(?:Am|An|Auf|Hinter|Im|In|Ob|Unter|Vor|Zu|Zum|Zur|Beim?) /

/** Prepositions before an address: "of Flat 2", "in der Birkenstraße", "på Storgatan". */
const leadIns: ReadonlySet<number> = new Set('of at in i w te pa em on from'.split(' ').map(word => hashWord(word)))

export function isLeadIn(view: View, { start, end }: Word): boolean {
  if (end - start > 4 || isCapital(view, start)) return false
  const hash = hashSpan(view.units, start, end)
  // "Brief an Am Markt 3", but "Mülheim an der Ruhr".
  return leadIns.has(hash) || (hash === an && germanPreposition.test(view.text.slice(end + 1, end + 9)))
}

export function isStop(view: View, { start, end }: Word): boolean {
  return end - start <= 13 && stops.has(hashSpan(view.units, start, end))
}
