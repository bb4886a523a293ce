/**
 * What each word of an address is, as bits: those of street-words.ts, and of words that join, end or lead in to an address. One
 * look-up per word, when it is read.
 */
import { foldWord } from '../characters.ts'
import { HashTable } from '../hash-table.ts'
import type { Units } from '../units.ts'
import { hashSpan, hashWord } from '../words.ts'
import { firstWordsOfCountries } from './places.ts'
import { PREPOSITION, streetWords } from './street-words.ts'

/** All bits of street-words.ts. */
export const OF_STREETS = 2 * PREPOSITION - 1
/** Small words inside names: "rue du Puits", "via dei Mille", "Frankfurt am Main". */
export const LINK = 1 << 10
/** Begins the next field of a letterhead or form: no part of a name. */
export const STOP = 1 << 11
/** "Bydlím", "Μένω", "Wohne": verbs that open a sentence right before an address. */
export const DWELLING = 1 << 12
/** Prepositions before an address: "of Flat 2", "in der Birkenstraße", "på Storgatan". */
export const LEAD_IN = 1 << 13
/** Leads in behind a noun only: "Brief an". */
export const LEAD_IN_BEHIND_NOUN = 1 << 14
/** A word for "number", or what looks like one without its accents; house-number.ts looks again. */
export const NUMBER_SIGN = 1 << 15
export const MONTH = 1 << 16
/** Floors, stairs, entrances and what stands at the door: "piano", "vchod", "citofono". */
export const FLOOR = 1 << 17
/** Sides of a floor: "links", "gauche", "dto". */
export const SIDE = 1 << 18
/** The first word of a country's name. */
export const COUNTRY = 1 << 19

const links = [
  'de del dels della delle dello degli dei di da do dos das du des d l la le les las los el lo en et y e i a al alla au aux',
  'am an der den dem die das im in zu zum zur auf bei ob vor unter von und op aan ter ten te het van voor onder in t s',
  'the of upon on under by and nr near pod nad na pri u v za ve k ta it il is mc o ni ui na nad og i pa ved under skr ж к м гр кв',
  'sur sous lez les pres св свети ген гр των της του του ο η αγ cu lui nr no gen dr sv svatych so zza za go sn snc n links rechts mitte li re',
]
const stops = [
  'tel telefon telefono telephone phone telefone telefoon telefonas telefonszam puhelin puh tlf tfn tlm tif fon mobil mobile mobiel movil mob gsm cell cellulare cel portable fax telefax',
  'handy kom komorka κιν τηλ тел моб факс talr mobilais email mail mel courriel correo epost sposti epasts имейл web website www http https internet url',
  'vat ust uid steuernummer tva iva nif nip ico dic oib afm αφμ еик ддс cif siret siren tax mwst kvk iban bic swift konto account',
  'dob born geb geboren ne nee nato nata nacido nacida nascido ur nar kunde kunden customer order ref id name naam nom nome ime imie jmeno',
  'herr frau mr mrs ms dr monsieur madame m mme senor senora sig pan pani hr fru adresse address adres adresa adress anschrift indirizzo direccion endereco morada cim lakcim wohnort wohnhaft',
  'adresas adrese osoite aadress naslov seoladh indirizz адрес διευθυνση bydliste domicile tilaus contact kontakt rechnung invoice passport',
]
const dwellings = [
  'bydlim bydli bydlime bytem byvam byva bytom mieszkam mieszka mieszkamy zam moro mora moramos resido reside habite habito habita demeurant vivo vive vivimos abito abita',
  'bor asun asuu elan elab wohne wohnt wohnhaft woon woont wonende zivim zivi stanujem stanuje stanujoc gyvenu gyvena dzivoju dzivo lakom lakik locuiesc locuieste domiciliat',
  'μενω μενει κατοικω διαμενω διαμενει noqghod joqghod toqghod живея живее живущ мешкаю мешкае проживаю проживае bosatt adresa adres adresse adress address',
]
const months = [
  'january february march april may june july august september october november december januar janner februar marz mai juni juli oktober dezember',
  'januari februari maart mei augustus janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre marts maj',
  'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno',
  'luglio settembre ottobre dicembre janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro ianuarie februarie martie aprilie iunie',
  'ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου',
  'iulie septembrie octombrie noiembrie decembrie jan feb mar apr jun jul aug sep sept okt oct nov dec dez',
]
const floors = [
  'stock stockwerk etage etagen obergeschoss erdgeschoss dachgeschoss untergeschoss obergeschoß erdgeschoß dachgeschoß hochparterre parterre souterrain og eg dg ug keller mansarde dachwohnung hinterhaus vorderhaus seitenflugel gartenhaus aufgang eingang hausteil trakt hinterhof ruckgebaude nebengebaude remise dachboden',
  'floor fl basement attic storey level entrance staircase rear upstairs downstairs landing penthouse',
  'etage escalier entree sous-sol rez rdc chaussee entresol combles cour palier',
  'piso planta principal bajo bajos entresuelo atico sobreatico entreplanta escalera portal puerta principal atic pis ezk ezkerra eskuina solairua',
  'piano scala ingresso seminterrato mansarda pianoterra rialzato ammezzato',
  'andar cave subcave sotao rc fracao frente traseiras',
  'verdieping etage begane achterhuis voorhuis bovenwoning benedenwoning souterrain opgang ingang',
  'pietro pietra pietrze parter parterze poddasze suterena klatka wejscie oficyna',
  'patro patre poschodi prizemi podkrovi vchod suteren mezipatro schodiste poschodie poschodia prizemie podkrovie',
  'nadstropje nadstropju pritlicje mansarda vhod kat katu prizemlje potkrovlje podrum ulaz suteren',
  'emelet em foldszint fszt fsz ajto alagsor lepcsohaz lph felemelet magasfoldszint epulet',
  'etaj etajul parter mansarda scara intrare demisol cam camera',
  'етаж партер вход ет вх таван сутерен поверх підїзд парадне',
  'οροφος οροφο οροφου ισογειο υπογειο ημιοροφος εισοδος',
  'sal kælder stuen stue opgang vaning van tr trappor trappa uppgang gatuplan nb bv underetasje loft inngang leil leilighet hybel kerros krs kerroksessa kerroksesta rappu porras korrus korrusel trepikoda aukstas aukste laiptine stavs stava ieeja kapnutelpa hæð risi kjallari sular urlar',
]
const sides = [
  'links rechts mitte vorne hinten li re left right front gauche droite face fond izquierda derecha izqda izda izq dcha der centro exterior interior ext int',
  'sinistra destra sx dx esquerdo direito esq dto drt tras lewa prawa lewy prawy vlevo vpravo vlavo lijevo desno levo tv th mf vanster hoger venstre hoyre vasak parem kaire desine',
]
const leadIns = ['of at in i w te pa em on from']
const numberSigns = [
  'n nr no num numero nummer c cp бр буд д arp km lote αρ αριθ',
  'number hausnummer hausnr huisnummer huisnr husnummer husnr numer cislo broj stevilka αριθμος номер szam',
]

const facts = new HashTable([...listFacts()].map(([word, bits]) => [hashWord(word), bits]))
const longestWord = 16

function* listFacts(): Iterable<readonly [word: string, bits: number]> {
  yield* streetWords()
  yield* listed(links, LINK)
  yield* listed(stops, STOP)
  yield* listed(dwellings, DWELLING)
  yield* listed(months, MONTH)
  yield* listed(floors, FLOOR)
  yield* listed(sides, SIDE)
  yield* listed(leadIns, LEAD_IN)
  yield* listed(numberSigns, NUMBER_SIGN)
  yield ['an', LEAD_IN_BEHIND_NOUN]
  for (const word of firstWordsOfCountries) yield [word, COUNTRY]
}

function listed(lists: readonly string[], bits: number): (readonly [word: string, bits: number])[] {
  return lists.flatMap(list => list.split(' ').map(word => [foldWord(word), bits] as const))
}

/** What the word between two offsets is; 0 for a word like any other. */
export function factsOf(units: Units, start: number, end: number): number {
  return end - start > longestWord ? 0 : facts.get(hashSpan(units, start, end))
}
