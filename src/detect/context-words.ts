/** Words near a match that raise or lower its score without naming a type of their own. Recognizers ask `view.isNear`. */
import type { LabelGroup } from './recognizer.ts'

/** Words before numbers that identify things, not people: a number right behind one is left alone. */
export const THINGS: LabelGroup = {
  name: 'THINGS',
  words: {
    '*': 'isbn|issn|ean|gtin|upc|sku|doi|rfc|iso|din|asin|oid|crc|sha|md5|uuid|guid|hash|commit|build|release|version|ver|revision|ref|model|utm|mgrs|drs|drucksache',
    bg: 'артикул|арт|версия|кат',
    cs: 'artikl|verze|výrobek|zboží|katalog*',
    da: 'vare|varenr|varenummer|artikel',
    de: 'art|artikel|artikel~|teil|teile|teile~|ersatzteil|modell|norm|fassung|ausgabe',
    el: 'είδος|έκδοση|κωδ είδους|κατάλογος',
    en: 'part|parts|item|article|catalogue|product|edition|page|chapter|section|port|error',
    es: 'artículo|pieza|modelo|versión|edición|producto|referencia',
    et: 'artikkel|toode|versioon',
    fi: 'tuote|tuote~|osa|osa~|versio|painos|malli',
    fr: 'article|pièce|modèle|version|édition|produit|réf|référence',
    hr: 'artikl|verzija|proizvod',
    hu: 'cikk|cikk~|termék|változat|verzió|kiadás',
    it: 'articolo|pezzo|modello|versione|edizione|prodotto|codice articolo',
    lt: 'prekė|prekės|versija|leidimas',
    lv: 'prece|preces|versija|artikuls',
    nl: 'artikel|art|onderdeel|versie|uitgave',
    pl: 'artykuł|indeks|część|wersja|wydanie|katalogowy|produkt',
    pt: 'artigo|peça|modelo|versão|edição|produto|referência',
    ro: 'articol|piesă|model|versiune|versiunea|ediția|produs',
    sk: 'artikel|verzia|výrobok|tovar',
    sl: 'artikel|različica|izdelek',
    sv: 'artikel|artikel~|art|version|utgåva|vara',
  },
}

/** Where column names of SQL follow. */
export const INSERT: LabelGroup = { name: 'INSERT', words: { '*': 'insert into|replace into' } }

export const sharedGroups: readonly LabelGroup[] = [THINGS, INSERT]
