/** Words that may stand between a label and its value: "order *number is* 12345". Languages of the EU, folded or not. */
import { foldWord } from './characters.ts'

/**
 * Words for "number", whole and short. They also close compounds (`kunden~` -> Kundennummer, rendelés~ -> rendelésszám).
 * A word of one letter counts only where it is followed by a dot or a sign, see labelled-values.ts.
 */
export const numberWords: readonly string[] = [
  ...[
    'nummer',
    'nummern',
    'nr',
    'nrs',
    'no',
    'nos',
    'num',
    'number',
    'numbers',
    'numero',
    'numeros',
    'numeri',
    'nro',
    'id',
    'ids',
  ],
  ...['nummeret', 'nummret', 'numret', 'numret', 'numer', 'numeru', 'numerem', 'numar', 'numarul', 'numarului'],
  ...[
    'cislo',
    'cisla',
    'cislem',
    'stevilka',
    'stevilko',
    'stevilke',
    'broj',
    'broja',
    'brojem',
    'szam',
    'szama',
    'szamu',
  ],
  ...[
    'numuru',
    'numurs',
    'numura',
    'numeris',
    'numeri',
    'numerio',
    'uimhir',
    'uimh',
    'numri',
    'numru',
    'номер',
    'номера',
    'номерът',
  ],
  ...[
    'αριθμος',
    'αριθμο',
    'αριθμου',
    'αριθ',
    'αρ',
    'ref',
    'reference',
    'referenz',
    'code',
    'kod',
    'kood',
    'kodas',
    'kods',
  ],
]

/** Short forms of "number" that are read as such only behind a label: "objednávka č. 12", "comanda nr. 12". */
const shortNumberWords = ['n', 'c', 'st', 'br', 'sz', 'cis', 'num', 'rif', 'pos', 'zn', 'sign', '№']

/** "is", articles and the like. */
const fillers = [
  ...['is', 'was', 'the', 'my', 'our', 'your', 'with', 'called', 'currently', 'still', 'now', 'new', 'old'],
  ...[
    'ist',
    'lautet',
    'war',
    'der',
    'die',
    'das',
    'mit',
    'neu',
    'neue',
    'jetzt',
    'aktuell',
    'ubrigens',
    'von',
    'unter',
  ],
  ...[
    'est',
    'le',
    'la',
    'de',
    'du',
    'cest',
    'etait',
    'es',
    'el',
    'del',
    'numero',
    'era',
    'il',
    'lo',
    'e',
    'di',
    'o',
    'a',
    'al',
    'do',
    'da',
  ],
  ...[
    'het',
    'de',
    'was',
    'van',
    'ar',
    'er',
    'den',
    'det',
    'on',
    'oli',
    'to',
    'jest',
    'mam',
    'je',
    'bylo',
    'byl',
    'este',
    'este:',
    'sunt',
  ],
  ...[
    'е',
    'беше',
    'είναι',
    'ηταν',
    'το',
    'ο',
    'η',
    'ir',
    'yra',
    'buvo',
    'bija',
    'az',
    'a',
    'huwa',
    'hija',
    'ta',
    'na',
    'na:',
  ],
]

const numberSet = new Set([...numberWords, ...shortNumberWords].map(foldWord))
const fillerSet = new Set(fillers.map(foldWord))

export type ConnectorKind = 'number' | 'filler' | null

/** What a word between label and value is; `null` ends the way from label to value. */
export function connectorKind(word: string): ConnectorKind {
  const folded = foldWord(word)
  if (numberSet.has(folded)) return 'number'
  return fillerSet.has(folded) ? 'filler' : null
}
