/**
 * What has a number that is nobody's: goods, pages, rooms, lines, laws, versions. Words of the languages of the Union, without
 * accents.
 */
import { foldWord } from './characters.ts'
import { lazily } from './patterns.ts'
import type { View } from './view.ts'

/** Beginnings of words. */
const stems = [
  // goods, and what they are made of
  'artik|artig|artic|ersatzteil|bauteil|reservedel|piece|onderdeel|varaosa|model|chassi|motor|produ[cikst]|prodott|proizvod|vyrob|izdel|gamin|tootek|tootenu|tuote|cikks|termek|tovar|katalog|catalog|charge|sarz|partij|kleur|material|recept|rezept|recipe|werkzeug|bausatz|geratet|behalt|contain|zeichnung|drawing|tekening|disegn|dessin|schema|ventil|asteroid|beispiel|example|zufall|random',
  // pages, parts of texts, laws and norms
  'pagin|strany|strony|stranic|oldalsz|abbild|figur|tabell|tabulk|tablic|anlage|annex|anhang|kapit|chapter|chapitre|rozdzi|fejez|absatz|paragra|clanak|clanok|clank|zakon|gesetz|legge|legea|ustaw|torveny|istatym|likum|seadus|direktiv|directi|dyrektyw|smernic|verordn|regulat|reglem|regolam|reglam|naredb|narizen|nariaden|uredb|rozporz|maarus|rendel[eo]t|decre|dekre|ordonn|pourvoi|hotara|portari|resoluc|nutarim|noteik|pravilnik|odluk|vyhlas|standard|patent|ausgabe|edition|question|domand|pregunt|otazk|pytan|kysymy|sporgsm|aufgabe|exerci|ubung|cvicen|uloh|zadani|drucksach|bundestagsdr|foto|photo|obraz',
  // rooms, ways, machines, programs
  'zimmer|mistnost|autobus|platform|peron|flight|vuelo|error|fehler|hibak|virhe|erreur|version|verzi|release|revision|commit|kanal|channel|frequen|schritt|position|pozic|zeile|spalte|kolom|steckplatz|zolltarif|tariff|taric|warengr|kennzahl|vorwahl|notruf|hotline|fahrplan|sequen|serial|ordnung|winning|lucky|kvadrat|atomic|prime',
  // bg, el, uk
  'артик|катал|кодекс|наказ|детаил|партида на|модел|стран|сторін|глава|член|закон|наредб|правилник|регламент|директив|постановл|стая|линия|автобус|версия|грешка|въпрос|задача|таблиц|фигура|приложени|клас|деталь|розділ|статт|помилк|ανταλλακτ|εξαρτ|μοντελ|σελιδ|κεφαλ|αρθρ|νομ[οω]|αποφασ|κανονισμ|οδηγι|δωματ|αιθουσ|γραμμ|λεωφ|πτησ|εκδοσ|σφαλμ|ερωτ|ασκησ|πινακ|εικον|παραρτ',
]

/** Short ones, which begin other words too: whole, with an ending, or in one word with that for "number". */
const words =
  'art|toode|toote|preces|prekes|start|kat|poz|pos|dil|diel|teil|vare|varu|varor|part|parts|pezzo|pieza|peca|osa|deel|cast|czesc|typ|type|item|itm|sku|ean|gtin|isbn|issn|cas|un|eg|ec|ce|ek|eu|ral|pantone|farb|color|colour|lot|los|lote|lotto|partie|batch|serie|stock|lager|seite|page|side|sida|sivu|str|strana|stran|oldal|lapp|bild|kep|fig|tabel|table|tab|heft|issue|band|volume|tom|svazek|opus|op|map|plan|gesetz|law|act|loi|ley|lei|lege|lov|lag|laki|zakon|wet|norm|din|iso|en|iec|clan|frage|fraga|task|raum|room|rum|sal|salle|sala|aula|pokoj|linie|line|linj|linja|ligne|linea|linha|linka|bus|tram|zug|train|treno|tog|tag|vlak|gleis|spor|gate|flug|vol|volo|let|lend|lento|haus|house|maja|port|chyba|hiba|feil|fejl|fel|exit|status|http|build|patch|pull|pr|bug|step|zeilen|row|rad|seat|sitz|platz|test|sample|probe|wagen|wagon|slot|level|stufe|klasse|class|trida|runde|round|spiel|match|hs|cn|nace|index|pump|pumpe|valve|tool|tank|tisch|magic|орден|арт|кат|част|тип|стр|чл|полет|влак|ειδουσ|ειδοσ|τυποσ|σελ|φεκ|τρενο|нпа|рейс'

const thing = lazily(
  () =>
    new RegExp(
      `^(?:(?:${stems.join('|')})\\p{L}{0,18}|(?:${words})(?:e?[sn]?(?:nummer\\p{L}{0,3}|nr|nro|numero|numer|szam\\p{L}{0,3}))?)$`,
      'u',
    ),
)

const longestNoun = 44
const mostWords = 3

/** Is the word for "number" between two offsets that of a thing? */
export function isOfThing(view: View, start: number, end: number): boolean {
  const from = Math.max(0, start - longestNoun)
  const clause = view.text.slice(from, end).split(/[,;:!?(){}[\]"\n=]|\.\s(?=\p{Lu})/u)
  const read = foldWord(clause[clause.length - 1]!.trim()).split(/[ ./_'-]+/)
  return (
    read.slice(-mostWords).some(word => thing().test(word)) ||
    european.test(view.text.slice(Math.max(0, start - 8), start))
  )
}

/** "Verordnung (EU) Nr. 1907/2006" */
const european = /\((?:E[A-Z]{1,2}|CE|CEE|UE)\) $/
