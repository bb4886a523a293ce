/** Words that may stand between a label and its value: "order *number is* 12345". Accents may be left out. */
import { foldShift, foldWord, MARK, unitTable } from './characters.ts'
import { slotsOf, slotValue } from './entry-table.ts'
import type { Units } from './units.ts'
import { hashSpan, hashText, hashWord, isWordAt } from './words.ts'

/** Words for "number", whole and short. They also close compounds: `kunden~` stands for Kundennummer, Kunden-Nr. and so on. */
export const numberWords: readonly string[] = words(
  'nummer nummern nr nrs nmr no nos num number numbers numero numeros numeri nro id ids',
  'nummeret nummret numret numer numeru numerem numar numarul numarului',
  'cislo cisla cislem stevilka stevilko stevilke broj broja brojem szam szama szamu szamot',
  'numuru numurs numura numeris numerio uimhir uimh numru номер номера номерът',
  // As they stand behind "with" and "by": "zamówienie o numerze", "objednávka s číslem", "narudžba s brojem".
  'aktenzeichen viite azonosito azonositoja azonositom tunnus tunnuksen tunnukseni sifra matricule sygnaturze sygnatura numerze numerami cislom cisle cislu brojem broju brojevi stevilki numeriu numuram numriga numbriga numbri numbrile numeroon numerolla numeron',
  'szamom szamunk numeroni tunnuksemme numerosi szammal szamon numarului numerul номером номера',
  'αριθμος αριθμο αριθμου αριθμ αριθ αρ κωδ κωδικος nru numru ref reference referenz referencia code kod kood kodas kods codigo codice cod codul kodo koda koodi',
)

/** Short forms that mean "number" only between a label and a value: "objednávka č. 12", "comanda nr. 12". */
const shortNumberWords = words('n c st br sz cis rif pos zn sign')

/** "is", "would be", articles, "my" and "your", "with": what a sentence puts between the label and the value, per language. */
const fillers = words(
  // de en
  'is was be been would the my our your his her their its with as called currently still now new old',
  'ist lautet war ware sind der die das mein meine meiner unser unsere ihr ihre dein deine mit neu neue jetzt aktuell ubrigens von unter',
  // es fr it pt ro
  'est serait etait cest le la de du mon ma notre votre vos mes nos avec sous es era seria mi su nuestro nuestra tu el con del',
  'lo e di o a al do da sono sarebbe mio mia nostro nostra suo sua meu minha nosso nossa seu com este meu mea nostru dvs cu',
  // da fi nl no sv
  'het van luidt mijn onze ons uw jouw met er ar den det on oli olisi lyder min mit mitt vores var vart din dit ditt jeres med minun meidan teidan',
  // "will be", "becomes"
  'should musste durfte sollte devrait etre deberia ser dovrebbe essere zou moeten deveria skulle pitaisi trebuie powinien powinna mel mela',
  'will becomes wird wurde werden sera seront sara saranno sera wordt werd bliver blev blir blev tulee bude bola bila bilo bit ce bo bus bedzie lesz va fi',
  'ще бъде θα byc',
  // bg cs el hr pl sk sl
  'to jest mam je bylo byl byla este sunt oli moj moja moje muj nase nas nasz nasza vas vase vasa zni znie glasi brzmi',
  'е беше е моят моята нашият вашият ми ни ви му с със ειναι ηταν το ο η μου μας σας του της με',
  // "is called"
  'heter hedder heisst heet',
  // "stays"
  'remains stays bleibt lautete reste devient resta rimane permanece sigue siendo blijft forbliver forblir',
  'zustava zustane zostava zostane pozostaje ostaje ostane ostava остава παραμενει marad tovabbra lieka liks paliek jaab sailyy pysyy ramane jibqa verdur',
  // et ga hu lt lv mt
  'minu meie teie ir yra buvo bija az mano musu jusu mans mana hu huwa hija tieghi taghna tieghek ta na mo ar bhur',
)

export type ConnectorKind = 'number' | 'filler'

interface Connector {
  readonly word: string
  readonly kind: ConnectorKind
  /** It is a word for "number" in itself, label or not. */
  readonly isNumberWord: boolean
}

/** Longer words are none of these. */
export const longestConnector = 12
const connectors = new Map<number, Connector>()
for (const word of fillers) addConnector(word, 'filler', false)
for (const word of shortNumberWords) addConnector(word, 'number', false)
for (const word of numberWords) addConnector(word, 'number', true)

function addConnector(written: string, kind: ConnectorKind, isNumberWord: boolean): void {
  const word = foldWord(written)
  connectors.set(hashWord(word), { word, kind, isNumberWord })
}

const list: readonly Connector[] = [...connectors.values()]
/** By hash, the place in the list plus one: a look-up costs a fifth of one in a Map of numbers. */
const slots = slotsOf(new Map([...connectors.keys()].map((hash, index) => [hash, index + 1])))

/** For the first letter of a connector, by its low bits, one bit for each length: most words are passed without a hash. */
const lengthsByFirst = new Uint16Array(256)
for (const { word } of list) lengthsByFirst[word.charCodeAt(0) & 0xff]! |= 1 << word.length

/** What the word between two offsets is when it stands between label and value; `undefined` where it ends the way. */
export function connectorAt(units: Units, start: number, end: number): Connector | undefined {
  const length = end - start
  if (length > longestConnector || length < 1) return undefined
  const lengths = lengthsByFirst[(unitTable[units[start]!]! >>> foldShift) & 0xff]!
  if (((lengths >>> length) & 1) === 0 && !hasMark(units, start, end)) return undefined
  const place = slotValue(slots, hashSpan(units, start, end))
  if (place === 0) return undefined
  const connector = list[place - 1]!
  return isWordAt(units, start, end, connector.word, 0) ? connector : undefined
}

/** A combining accent is no letter of its own. */
function hasMark(units: Units, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((unitTable[units[at]!]! & MARK) !== 0) return true
  return false
}

/** The same for a word by itself. */
export function connectorOf(word: string): Connector | undefined {
  const connector = connectors.get(hashText(word, 0, word.length))
  return connector?.word === foldWord(word) ? connector : undefined
}

function words(...lists: readonly string[]): string[] {
  return lists.flatMap(list => list.split(' '))
}
