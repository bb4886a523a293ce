/** Numbers of driving licences: the forms of the states, behind words for "driving licence" in all languages. */
import { labelledNumber } from '../labelled-number.ts'
import { type BuiltInRecognizer, type LabelGroup, onLabel, onShape } from '../recognizer.ts'
import { CHECKED } from '../scores.ts'

const licenceWords: LabelGroup = {
  name: 'DRIVER_LICENSE',
  words: {
    '*': 'driver license|drivers license|driving licence|driving license|driver licence|driverlicense|dl number|dl no|dln',
    bg: 'свидетелство за управление|шофьорска книжка|сумпс|шофьорската книжка|свидетелство за правоуправление|свид за управление|шоф книжка|сумпс №',
    cs: 'řidičský průkaz|řidičského průkazu|řidičák|číslo řidičského průkazu|č řp|řidičské oprávnění|řidičským průkazem|řidičáku|průkaz řidiče|řidiče|řid průkaz|řid prukaz',
    da: 'kørekort|kørekort~|kørekortet|kørekortnr|kkort|køre kort',
    de: 'führerschein|führerschein~|führerscheins|fahrerlaubnis|führerausweis|fahrausweis|fahrausweis~|lenkberechtigung|führerausweis~|fahrerlaubnis~|fs nr|führersch nr|führerschein nr',
    el: 'άδεια οδήγησης|δίπλωμα οδήγησης|αρ άδειας οδήγησης|άδειας οδήγησης|διπλώματος|αριθμός διπλώματος|αριθμός άδειας οδήγησης|αδ οδήγησης|αρ διπλ|δίπλ οδ',
    en: "driving licence number|driver's license|driver's licence|driver license number|driver number|drivers licence|provisional licence|operator license",
    es: 'permiso de conducir|carné de conducir|carnet de conducir|licencia de conducir|permiso de conducción|permiso b|licencia de conducción|número de permiso|n permiso de conducir|licencia n|perm conducir|p conducir|carné conducir',
    et: 'juhiluba|juhiloa|juhiloa number|juhiluba~|juhilubade|juhtimisõigus|juhil nr',
    fi: 'ajokortti|ajokortin|ajokortin numero|ajokortti~|ajok nro',
    fr: 'permis de conduire|permis b|numéro de permis|n permis|permis n|pc n|pdc n',
    ga: 'ceadúnas tiomána|uimhir cheadúnais|cheadúnas tiomána',
    hr: 'vozačka|vozačka dozvola|vozačke dozvole|vozačku|vozačku dozvolu|broj vozačke|voz dozvola|voz doz',
    hu: 'jogosítvány|jogosítvánnyal|jogosítványát|jogosítványom|jogosítványomat|jogosítványának száma|vezetői engedély|vezetői engedély~|vezetői engedély száma|jogosítvány~|jogosítványszám|jogosítványa|jogsi|vezetői eng|vez eng',
    is: 'ökuskírteini|ökuskírteinis|ökuskírteinisnúmer',
    it: 'patente|patente di guida|patenti|numero patente|patente n|patente b|pat guida|pat n|pat cat b',
    lt: 'vairuotojo pažymėjimas|vairuotojo pažymėjimo|vairuotojo pažymėjimą|vairuotojo teisės|vairuotojo teisių|teisių numeris|vairuotojo paž|vairuotojo paž nr|vair paž|vair pažymėjimas|vairuot paž',
    lv: 'vadītāja apliecība|vadītāja apliecības|autovadītāja apliecība|autovadītāja apliecības|vadītāja apliecību|vadītāja apl|vadītāja apl nr|vad apl|vad apliecība|autovad apl',
    mt: 'liċenzja tas-sewqan|liċenzja tas sewqan|numru tal-liċenzja tas-sewqan',
    nl: 'rijbewijs|rijbewijs~|rijbewijsnr|rijbewijzen|rijvaardigheidsbewijs|rijb|rijbew nr',
    no: 'førerkort|førerkort~|førerkortnummer|førerkortet',
    pl: 'prawo jazdy|prawa jazdy|prawem jazdy|nr prawa jazdy|prawko|prawojazdy|pr jazdy|p jazdy',
    pt: 'carta de condução|carta de condutor|título de condução|carteira de motorista|cnh|carta condução|carteira de habilitação|c condução|carta cond',
    ro: 'permis de conducere|permisul de conducere|permis auto|permisului de conducere|permis expirat|permis cat|permis categoria',
    sk: 'vodičský preukaz|vodičského preukazu|vodičák|vodičské oprávnenie|vodičským preukazom|vodičáku|preukaz vodiča|vod preukaz|vod pr',
    sl: 'vozniško dovoljenje|vozniškega dovoljenja|vozniška|vozniško|vozniški|št vozniške|vozniške|številka vozniške|voz dov|vozn dov',
    sv: 'körkort|körkort~|körkortet|körkorts~|körkortsnr',
    uk: 'посвідчення водія|водійське посвідчення|водійські права',
  },
}

/** Words for any licence or card: the number behind one has a letter. */
const looseWords: LabelGroup = {
  name: 'DRIVER_LICENSE-loose',
  words: {
    '*': 'dl no',
    bg: 'книжка|книжката',
    el: 'δίπλωμα',
    en: 'licence|license|licence number|license number|licence no|license no',
    es: 'carné|carnet|permiso',
    fr: 'permis',
    ga: 'ceadúnas',
    lt: 'teisės',
    lv: 'tiesības',
    mt: 'liċenzja',
    pt: 'carta',
    ro: 'permis|permisul',
  },
}

/** ŘP and VP: Czech and Slovak, DL: American; in capitals they are rarely anything else before a number. */
const shortWords: LabelGroup = { name: 'DRIVER_LICENSE-acronyms', words: { '*': 'řp|vp|dl' } }

const written = new RegExp(
  [
    /[A-Z9]{5} ?\d{6} ?[A-Z9]{1,2}[A-Z0-9]{3,5}(?: \d{2})?/, // GB, in groups as on the card
    /\d{2}(?: \d{2}){1,2} \d{6}(?: \d)?(?!\d)|\d{3} \d{3} \d{3}(?! ?\d)/, // FR, NO, IE in groups
    /[A-Z]\d{2}[A-Z0-9]{6}\d[A-Z0-9]/, // DE
    /[A-Z][A-Z0-9]{2}[A-Z0-9]{3}\d[A-Z0-9]{1,4}/, // DE before 2013
    /U1[A-Z0-9]{7}[A-Z]|[A-Z]{2}\d{7}[A-Z]/, // IT
    /\d{5}\/\d{2}\/\d{4}/, // PL
    /[A-Z]\d{8}[A-Z]/, // RO
    /[A-Z]{1,2}-\d{6,7} ?\d/, // PT
    /\d{2}[A-Z]{2}\d{5}/, // FR
    /\d{8}[ -]?[A-Z]|[XYZ]-?\d{7}-?[A-Z]/, // ES, the number of the identity card
    /\d{6}[-+A][0-9A-Z]{4}|\d{8}-\d{4}/, // SE, FI, DK, the personal number
    /[A-Z]{1,3}[ -]?\d{5,9}/, // BG, CZ, EE, HU, LV, RO, SK, US
    /\d{2} ?\d{2} ?\d{6}|\d{8,12}/, // AT, BE, CH, FR, GR, HR, IE, LT, LU, NL, NO, SI
  ]
    .map(({ source }) => source)
    .join('|'),
  'y',
)

const form = /^(?=(?:.*\d){5})[\p{Lu}\d]{6,18}$/u
const findLicence = labelledNumber({ type: 'DRIVER_LICENSE', form, written })

export const driverLicense: BuiltInRecognizer = {
  name: 'driver-license',
  source: 'https://eur-lex.europa.eu/eli/dir/2006/126/oj',
  types: ['DRIVER_LICENSE'],
  anchors: [
    onLabel(licenceWords, findLicence),
    onLabel(looseWords, labelledNumber({ type: 'DRIVER_LICENSE', form, written, isLoose: true })),
    onLabel(shortWords, (view, value, findings) => {
      const label = view.text.slice(value.labelStart, value.labelEnd)
      // Small words are taken for no value: "ŘP EL 639258" begins before its digits.
      const capitals = /(?:^|[^\p{L}\d])(\p{Lu}{1,2})[ -]?$/u.exec(view.text.slice(value.labelEnd, value.start))
      const start = capitals === null ? value.start : value.start - capitals[0].length + capitals[0].search(/\p{Lu}/u)
      // "DL 34/2020" is a decree.
      if (/^\d{1,4}\/(?:19|20)\d\d(?!\d)/.test(view.text.slice(start, start + 9))) return
      if (label === label.toUpperCase()) findLicence(view, { ...value, start }, findings)
    }),
    // The British number tells itself: five letters of the name, decade, month, day, year, initials.
    onShape(
      [
        'AAAAA999999AA9AA',
        'AAAAA999999AAAAA',
        'AAAAA999999A99AA',
        'AAAA9999999AA9AA',
        'AAA99999999AA9AA',
        'AAAAA999999AA99A',
        'AAAAA999999A999A',
        'AAAAA999999AA9A9',
        'AAAAA999999A99A9',
        'AAAAA999999A9AAA',
        'AAAAA 999999 AA9AA',
        'AAAAA 999999 AAAAA',
        'AAAAA 999999 A99AA',
        'AAAAA 999999 AA99A',
        'AAAAA 999999 A9AAA',
      ],
      (view, start, end, findings) => {
        const read = view.text.slice(start, end).replaceAll(' ', '')
        if (/^[A-Z9]{5}\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d[A-Z9]{2}[A-Z0-9]{3}$/.test(read))
          findings.add(start, end, 'DRIVER_LICENSE', CHECKED)
      },
    ),
  ],
  examples: {
    match: [
      'Driving licence: «TORVA804173S99CD»',
      'the driver, holding licence «RIVER712236K99PL».',
      'seen «MORGA657054SM9IJ» today',
      'Führerschein Klasse C («D941KLM3T72»)',
      'Führerschein «06735519». Halter',
      'Führerausweis-Nr. «001234567001»',
      'Carné de conducir de mi hermano: «52936417-K».',
      'Ajokortti «230791-947C».',
      'Permis B n° «17DF38056»',
      'permis de conduire : «880369104527»',
      'jogosítvány: «CK639258»).',
      'Patente B «U1T63R517Z»',
      'Rijbewijs B («3916742058»)',
      'Prawo jazdy kat. C nr «00358/17/4196».',
      'Carta de condução do arguido: «SE-307529 4».',
      'Vozačka «30759168», auto',
      'Körkort «870619-5532».',
      'Kørekortnr. «36507291»',
      'ŘP č. «EH 639258».',
      'vodičský preukaz «EH639258»',
      'permis de conducere «B00639258K»',
      'juhiluba «ET639258»',
      'vadītāja apliecība «AB639258»',
      'vairuotojo pažymėjimas «01639258»',
      'шофьорска книжка № «286392584»',
      'άδεια οδήγησης «201639258»',
      'vozniško dovoljenje «001639258»',
      "driver's license «D4481-2077-1A»",
      'liċenzja tas-sewqan «639147»',
      'ceadúnas tiomána «639258417»',
      'førerkort nr. «11 82 044771»',
      'ökuskírteini nr. «639258»',
      'Driving licence no. «PENRA 852174 T99RK»',
      'permis de conduire «84 06 29 771021»',
      'førerkort «77 41 218593 6»',
      'ŘP «EL 639258».',
    ],
    miss: [
      'license: MIT 2.0',
      'licence fee 120.50',
      'Apache License, Version 2.0',
      'permis B obtenu en 2012',
      'Führerschein Klasse B seit 2009',
      'patente B',
      'driving licence category B1',
      'carta de 12 de maio de 2024',
      'license expires 2027-05-12',
      'SPDX-License-Identifier: 0BSD',
    ],
  },
}
