/** Words that may stand between a label and its value: "order *number is* 12345". Accents may be left out. */
import { foldWord } from './characters.ts'
import { hashSpan, hashWord, isWordAt } from './words.ts'

/** Words for "number", whole and short. They also close compounds: `kunden~` stands for Kundennummer, Kunden-Nr. and so on. */
export const numberWords: readonly string[] = words(
  'nummer nummern nr nrs no nos num number numbers numero numeros numeri nro id ids',
  'nummeret nummret numret numer numeru numerem numar numarul numarului',
  'cislo cisla cislem stevilka stevilko stevilke broj broja brojem szam szama szamu szamot',
  'numuru numurs numura numeris numerio uimhir uimh numru номер номера номерът',
  'αριθμος αριθμο αριθμου αριθμ αριθ αρ κωδ κωδικος nru numru ref reference referenz code kod kood kodas kods',
)

/** Short forms that mean "number" only between a label and a value: "objednávka č. 12", "comanda nr. 12". */
const shortNumberWords = words('n c st br sz cis rif pos zn sign')

/** "is", articles, "new" and the like. */
const fillers = words(
  'is was the my our your with called currently still now new old',
  'ist lautet war der die das mit neu neue jetzt aktuell ubrigens von unter',
  'est le la de du cest etait es el del era il lo e di o a al do da',
  'het van ar er den det on oli to jest mam je bylo byl este sunt',
  'е беше ειναι ηταν το ο η ir yra buvo bija az huwa hija ta na',
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

/** What the word between two offsets is when it stands between label and value; `undefined` where it ends the way. */
export function connectorAt(text: string, start: number, end: number): Connector | undefined {
  if (end - start > longestConnector) return undefined
  const connector = connectors.get(hashSpan(text, start, end))
  return connector !== undefined && isWordAt(text, start, end, connector.word, 0) ? connector : undefined
}

function words(...lists: readonly string[]): string[] {
  return lists.flatMap(list => list.split(' '))
}
