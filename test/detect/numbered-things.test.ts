/** Numbers of things that no list of labels names: a word for "number" says enough, but for goods, pages, lines and laws. */
import { describe, expect, it } from 'vitest'
import { detectNow, mark, withoutNames } from './marked.ts'
import { leftReadable } from './marked-sentences.ts'

const named = [
  'de Bestandsnummer «B 4471/19» liegt bei',
  'de Leistungsnr. «L-4471», bitte prüfen',
  'de die Kleingartennummer lautet «20418»',
  'de Schließfach-Nr. «20418-7»',
  'en allotment no. «20418» is his',
  'en her locker number: «A-2041»',
  'en pupil no. «40182»',
  'en swim pass no. «SP-44718»',
  'fr carte de piscine n° «20418»',
  'fr numéro de casier «C-2041»',
  'fr jardin partagé n° «JP/2041/8»',
  'es abono de piscina n.º «20418»',
  'es número de taquilla «T-2041»',
  'it abbonamento piscina n. «20418»',
  'it numero di armadietto «A-2041»',
  'pt cacifo n.º «20418»',
  'pt número de cacifo «C-2041»',
  'nl moestuinnummer «20418»',
  'nl kluisnr. «K-2041»',
  'pl nr szafki «S-2041»',
  'pl karta pływacka nr «20418»',
  'cs číslo skříňky «S-2041»',
  'cs permanentka č. «20418»',
  'sk permanentka č. «20418»',
  'sk číslo skrinky «S-2041»',
  'sl št. omarice «20418»',
  'sl letna vozovnica št. «20418»',
  'hr broj ormarića «O-2041»',
  'hr iskaznica za bazen br. «20418»',
  'da skabsnummer «20418»',
  'da haveloddet nr. «H-2041»',
  'sv skåpnummer «20418»',
  'sv odlingslott nr «O-2041»',
  'no skapnummer «20418»',
  'fi kaappinumero «20418»',
  'fi uimakortin nro «U-2041»',
  'et kapi nr «20418»',
  'et ujula kaardi number: «U-2041»',
  'lt spintelės numeris «20418»',
  'lt baseino abonemento Nr. «B-2041»',
  'lv skapīša numurs «20418»',
  'lv baseina kartes nr. «B-2041»',
  'hu szekrényszám: «20418»',
  'hu uszodabérlet száma: «U-2041»',
  'ro dulap nr. «20418»',
  'ro numărul dulapului «D-2041»',
  'bg шкафче № «20418»',
  'bg номер на шкафчето «Ш-2041»',
  'el ερμάριο αρ. «20418»',
  'el αριθμός ερμαρίου «Ε-2041»',
  'mt numru tal-loker «L-2041»',
  'ga uimhir an taisceadáin «T-2041»',
  'de Hr. Ott (Nr. «204187») fehlt',
]

const ofThings = [
  'Artikelnummer 447182, Art.-Nr.: 44-718-20, Teilenummer 6Q0 820 803',
  'Charge Nr. 4471820, Seite Nr. 44718, Raum Nr. 12345, Zug Nr. 44718',
  'part no. 44718-B, item number 447182, model no. TX-44718, lot no. 44718',
  'the number 44718 is even, a magic number 44718, line number 44718',
  "numéro d'article 44718, pièce n° 44718, vol n° 44718, le numéro 44718 du magazine",
  'loi n° 2016-1321 du 7 octobre 2016, pourvoi n° 18-22.897, décret n° 2017-1387',
  'legge n. 190/2012, codice articolo n. 44718',
  'real decreto nº 1007/2023, pieza nº 44718, número de páginas 44718',
  'artikelnr. 44718, onderdeelnummer 447182',
  'nr katalogowy 447182, ustawa nr 12345, numer strony 44718',
  'číslo výrobku 447182, zákon č. 89/2012 Sb., vyhláška č. 12345/2020, díl č. 6Q0-820-803',
  'cikkszám: 447182, termékszám 447182',
  'varenr. 447182, tuotenro 447182, tootenumber 447182, preces nr. 447182, prekės nr. 447182',
  'kat. br. 4417-88, št. izdelka 447182, zakon št. 12345',
  'каталожен № 44718, наредба № 12345, арт. № 44718',
  'νόμος αρ. 12345, ανταλλακτικό αρ. 447182',
  'legea nr. 12345, cod produs nr. 44718',
  'Verordnung (EU) Nr. 1907/2006, EG-Nr. 203-777-6',
  'im Jahr Nr. 2024, am Nr. 12.05.2024, there were no 44 of them',
]

describe('a number that is called one', () => {
  it.each(named)('is found: %s', sentence => expect(leftReadable(sentence)).toEqual([]))
})

describe('the number of a thing', () => {
  it.each(ofThings)('is left alone: %s', text => {
    const found = detectNow(text, withoutNames).filter(({ recognizer }) => recognizer === 'reference-code')
    expect(mark(text, found)).toBe(text)
  })
})
