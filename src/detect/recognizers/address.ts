/** Postal addresses of private people and contacts: Universal Postal Union, S42 and the country sheets. */
import { findAtCode, findCodeOfLetters, findJoinedCode, findMixedCode, findSplitCode } from '../address/from-code.ts'
import { findCode, findField, findHousePart, findLabelled, findTown } from '../address/from-label.ts'
import { findBeforeWord, findBehindWord } from '../address/from-number.ts'
import { findBoxed, findRural, findSpoken } from '../address/from-word.ts'
import { addressWords, houseLabels, postcodeLabels, streetLabels, townLabels } from '../address/labels.ts'
import { streetLandmarks } from '../address/landmarks.ts'
import { ruralWords } from '../address/rural.ts'
import { type BuiltInRecognizer, onLabel, onRun, onWord } from '../recognizer.ts'
import { onceInRows } from '../rows.ts'
import { pairs } from '../run-filter.ts'
import { spokenNumbers } from '../spoken-numbers.ts'

export const address: BuiltInRecognizer = {
  name: 'address',
  source: 'https://www.upu.int/en/Postal-Solutions/Programmes-Services/Addressing-Solutions',
  types: ['ADDRESS'],
  landmarks: streetLandmarks,
  anchors: [
    // A word, a short form or a sign for "number" stands before it, not another number: "Seeweg 3", "nr.12", "nº 4".
    onRun(1, 8, onceInRows(findBehindWord), {
      made: ['9', '9A'],
      before: ' .#\u00b0\u00ba\u2116',
      notBefore: ['9 ', '  '],
      notAfter: ['.9', ',9', ':9'],
    }),
    // "16 Quarry", "27 bis, rue", "12, Triq".
    onRun(1, 8, onceInRows(findBeforeWord), {
      made: ['9', '9A'],
      after: [...pairs('-/', '9a'), ',', ' a'],
      notBefore: ['.', '#', '\u00b0', '\u00ba', '\u2116', ...pairs('a.,:;-/()+_$"\'=|!@%\n', ' ')],
    }),
    // "35037 M", "61-881", "779 00", "1016 GV".
    onRun(4, 6, onceInRows(findAtCode), { made: ['9'], after: [' A', '-9'] }),
    onRun(4, 6, onceInRows(findMixedCode), { made: ['9A'] }),
    onRun(3, 3, onceInRows(findSplitCode), { made: ['9', '9A'], after: [' 9'] }),
    onRun(2, 2, onceInRows(findJoinedCode), { made: ['9', '9A'], after: ['-9'] }),
    // "HX7", "OH 45409", "LV-1011".
    onRun(2, 8, onceInRows(findCodeOfLetters), { made: ['A9'] }),
    onRun(2, 3, onceInRows(findAtCode), { made: ['A'], after: [' 9', '-9'] }),
    // "Pf. 774", "PO Box 12".
    onRun(1, 6, onceInRows(findBoxed), { made: ['9'], before: ['. ', 'A ', 'A.', '.'], notBefore: ['9.', '9 '] }),
    onLabel(addressWords, findLabelled),
    onLabel(streetLabels, findField),
    onLabel(postcodeLabels, findCode),
    onLabel(townLabels, findTown),
    onLabel(houseLabels, findHousePart),
    onWord(ruralWords, onceInRows(findRural)),
    onWord(spokenNumbers, onceInRows(findSpoken)),
  ],
  examples: {
    match: [
      'zugestellt wurde es in der «Birkenstraße 27b, 96047 Bamberg».',
      'Send it to «23 Orchard Row, Todmorden, OL14 8QT» please',
      'Livrer ici : «34 bis, rue des Deux-Ponts, 38000 Grenoble».',
      'en su piso, «calle del Fresno 27, 2.º D, 47003 Valladolid», donde',
      'residente in «via Solferino 48, 24121 Bergamo»',
      'Bezorgen bij «Nieuwegracht 418-hs, 3512 LT Utrecht».',
      'In Bad Nauheim, «Mühlenstraße zwölf». Termin',
      'Client : «sept rue du Four-Banal», à Guingamp',
      'Adresse: «Am Schlossberg 5\n36037 Fulda»',
      '{"street":"«Seeweg 3»","zip":"«12345»","city":"«Kleinstadt»"}',
      'name,postcode\nAnn,«LS7 3RT»\nBob,«M16 7DN»',
      '«1600 Pennsylvania Ave NW, Washington, DC 20500»',
      '«PO Box 1234, Austin, TX 78701»',
      '«12 Downing Street, London SW1A 2AA»',
      '«Calle Mayor, 12, 2º B, 28013 Madrid»',
      '«Rua Haddock, 2417, ap. 63, Cerqueira, Campinas - SP, 13015-204»',
      '«Carrera 7 # 71-21, Bogotá»',
      '«Rua Garrett, 120, 1.º Esq., 1200-273 Lisboa»',
      '«Storgatan 12 A, lgh 1101, 111 20 Stockholm»',
      '«Vesterbrogade 12, 3. th., 1620 København V»',
      '«Karl Johans gate 22, 0026 Oslo»',
      '«Laugavegur 26, 101 Reykjavík»',
      '«Hämeenkatu 27 C 18, 33200 Tampere»',
      '«Pärnu mnt 10-5, 10148 Tallinn, Eesti»',
      '«Lāčplēša iela 47-15, Rīga, LV-1011»',
      '«Savanorių pr. 26-31, LT-44255 Kaunas»',
      '«Na Poříčí 1358/24, 110 00 Praha 1»',
      '«Hviezdoslavova 13, 974 01 Banská Bystrica»',
      '«6720 Szeged, Kárász utca 17. 2/5.», csengő',
      '«Dunajska cesta 12, 1000 Ljubljana»',
      '«Frankopanska 36, 21000 Split»',
      '«Str. Vasile Alecsandri nr. 27, bl. D5, sc. B, ap. 16, 700054 Iași»',
      '«бул. Витоша 15, вх. Б, ет. 3, 1000 София»',
      '«Λεωφόρος Αλεξάνδρας 25, 114 73 Αθήνα»',
      '«15, Triq il-Kbira, Attard ATD 1020»',
      '«24 Sráid Uí Chonaill, Baile Átha Cliath 1, D01 X2P3»',
      '«Hernalser Gürtel 37/5/21, 1170 Wien», Tel.',
      '«Bahnhofstrasse 12, CH-8001 Zürich»',
      '«Gentsesteenweg 64 bus 5, 9300 Aalst», gsm',
      '«15, rue de la Gare, L-1611 Luxembourg»',
      'Wysłać na: «ul. Wierzbowa 27 m. 14, 90-312 Łódź».',
      'bytem «U Nové studny 612/4, 301 00 Plzeň 1». Tel',
      'lives at «The Old Bakery, Vicarage Lane, Ledbury HR8 1DH» and',
      'lives in «An Cnoc, Baile na hAbhann, Co. na Gaillimhe, H91 X2P3» now',
      'domiciliat în «com. Vama, sat Prisaca, nr. 12, jud. Suceava»',
      'Adrese: «"Kalniņi", Drustu pagasts, LV-4132»',
      'elukoht «Kase talu, Aru küla, Luunja vald»',
      'Levelezési cím: «7400 Kaposvár, Pf. 112»',
      'adresas:\n«Beržų sodų 20, Klaipėda»',
      '{"ulica":"«Lipowa»","nr_domu":"«12»","kod":"x"}',
      'адреса: «вул. Івана Франка, буд. 18, кв. 4, м. Львів, 79005»',
      'bor «Smedegade 41, baghuset, 5700 Svendborg»',
    ],
    miss: [
      'He lives for ten way better days',
      'Seite 12, Kapitel 4',
      'in 2024 Berlin hosted 12 events',
      'version 3, 10000 users',
      'GROUP BY 1,2,3 HAVING COUNT(*) > 10',
      'as required by Article 12(3)',
      'Na 5 stranách a za 3 dny',
      '{"number": "12", "door": "3", "sku": "x"}',
      'BP 132/84, HR 78',
    ],
  },
}
