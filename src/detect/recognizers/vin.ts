/** Vehicle identification numbers: ISO 3779, seventeen letters and digits without I, O, Q. European makers set no check digit. */

import { standsAlone } from '../boundaries.ts'
import { compact, compactEnd } from '../compact.ts'
import { type BuiltInRecognizer, type LabelGroup, onLabel, onRun } from '../recognizer.ts'
import { CERTAIN, CHECKED, LABELLED } from '../scores.ts'

export const vinWords: LabelGroup = {
  name: 'VIN',
  words: {
    '*': 'vin|vin~|vin code',
    bg: 'рама|номер на рама|шаси',
    cs: 'rám|číslo rámu|vin kód|číslo karoserie|karoserie',
    da: 'stelnummer|stel~|stelnr|rammenummer',
    de: 'fin|fahrgestell~|fahrzeug ident~|fahrzeugidentifikations~|fahrzeugidentifizierungs~|fahrzeug identifizierungs~|fgst nr|fahrgestell|rahmen~|rahmennummer|rahmennr',
    el: 'αριθμός πλαισίου|πλαισίου|αρ πλαισίου',
    en: 'frame|vehicle identification number|chassis|chassis number|chassis no|frame number|frame no|frame nr',
    es: 'bastidor|número de bastidor|chasis|n bastidor',
    et: 'vin kood|tehasetähis|kerenumber|vin koodi',
    fi: 'runko|rungon numero|valmiste~|valmistenumero|alustanumero|runkonumero',
    fr: 'châssis|numéro de châssis|numéro de série|n de série|série|vin|numéro de cadre',
    ga: 'uimhir fonnaidh|fonnaidh',
    hr: 'broj šasije|šasija|šasije',
    hu: 'alváz~|alvázszám|alvázszáma',
    is: 'verksmiðjunúmer|fastanúmer',
    it: 'telaio|n di telaio|numero di telaio|n telaio',
    lt: 'kėbulo|kėbulo numeris|vin kodas',
    lv: 'šasijas|šasijas numurs|virsbūves',
    mt: 'numru tax-chassis|chassis',
    nl: 'chassis~|frame~|framenummer|chassisnr|chassisnummer|voertuigidentificatie~|meldcode',
    no: 'understells~|understellsnummer|chassisnummer',
    pl: 'ramy|nr ramy|nadwozia|nr nadwozia|numer nadwozia|podwozia',
    pt: 'quadro|número de quadro|n quadro|chassi',
    ro: 'serie șasiu|șasiu|serie de șasiu|seria șasiului|serie caroserie',
    sk: 'číslo karosérie|karosérie',
    sl: 'številka šasije|šasije|identifikacijska številka vozila',
    sv: 'chassi~|chassinummer|chassinr|ram~|ramnummer|ramnr|fordonsidentifierings~',
  },
}

/** World maker identifiers given to European, Asian and American makers of cars, lorries and motorcycles sold in Europe. */
const makers =
  /^(?:1[A-HJ-NPR-Z0-9]{2}|2[A-HJ-NPR-Z][A-HJ-NPR-Z0-9]|3[A-HJ-NPR-Z][A-HJ-NPR-Z0-9]|4[A-HJ-NPR-Z][A-HJ-NPR-Z0-9]|5[A-HJ-NPR-Z][A-HJ-NPR-Z0-9]|J[A-HJ-NPR-Z][A-HJ-NPR-Z0-9]|K[LMNP][A-HJ-NPR-Z0-9]|L[A-HJ-NPR-Z][A-HJ-NPR-Z0-9]|N[LM][A-HJ-NPR-Z0-9]|S[ABCFHJKMSUW][A-HJ-NPR-Z0-9]|T[MNRSW][A-HJ-NPR-Z0-9]|U[5U][A-HJ-NPR-Z0-9]|V[AFGNRSTX][A-HJ-NPR-Z0-9]|W[0ABDEFKMPUV][A-HJ-NPR-Z0-9]|X[LMTW][A-HJ-NPR-Z0-9]|Y[BCEKSTV][A-HJ-NPR-Z0-9]|Z[ACDFGHL][A-HJ-NPR-Z0-9])[A-HJ-NPR-Z0-9]{9,10}\d{4,5}$/
const vinForm = /^(?=.*[A-Z])[A-HJ-NPR-Z0-9]{17}$/

export const vin: BuiltInRecognizer = {
  name: 'vin',
  source: 'https://www.iso.org/standard/52200.html',
  types: ['VIN'],
  context: [vinWords],
  anchors: [
    onRun(17, 17, (view, start, end, findings) => {
      const read = view.text.slice(start, end)
      if (!vinForm.test(read)) return
      if (isAmericanVin(read)) findings.add(start, end, 'VIN', CERTAIN)
      else if (makers.test(read) && /[A-Z].*[A-Z]/.test(read)) findings.add(start, end, 'VIN', CHECKED)
      else if (view.isNear(vinWords.name, start, 40)) findings.add(start, end, 'VIN', CHECKED)
    }),
    onLabel(vinWords, (view, { start, limit }, findings) => {
      const end = compactEnd(view, start, 17, ' -')
      if (end > 0 && end <= limit && standsAlone(view, start, end) && vinForm.test(compact(view, start, end))) {
        findings.add(start, end, 'VIN', LABELLED)
      }
    }),
  ],
  examples: {
    match: [
      'FIN «WBA3B5C55FK308156», gegen',
      '(VIN «WVWZZZ3CZBE529184»)',
      '"vin":"«1M8GDM9AXKP042788»"',
      'bastidor «VSSZZZ6JZFR307519»',
      'n° de série «VF1BZ0B0541927306»',
      'telaio «ZFA19900005718236»',
      'chassisnr. «VF3LBHNZ2HS196307»',
      'nr VIN «TMBGE9NP4H7205318»',
      'moped, ramnr «LBBA41018WB204471»',
      'the van («VF7NCHNZ4GY307519») stolen',
      'serie șasiu «UU14SDBL561307928»',
      'VIN: «wvwzzz3czbe529184»',
      'vin «WVW ZZZ 3CZ BE 529184»',
    ],
    miss: ['12345678901234567', 'token A8F3K29D8S7F6G5H4', 'ABCDEFGHJKLMNPRST', 'fin 12000000000000000'],
  },
}

/** Weights of the places, and what letters count: 49 CFR 565.15. */
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
const letterValues = '12345678.12345.7.923456789'

function isAmericanVin(read: string): boolean {
  if (!/[A-Z].*[A-Z]/.test(read) || !/\d{4}$/.test(read)) return false
  let sum = 0
  for (let index = 0; index < 17; index++) {
    const unit = read.charCodeAt(index)
    sum += (unit < 0x41 ? unit - 0x30 : Number(letterValues.charAt(unit - 0x41))) * weights[index]!
  }
  return 'X'.charCodeAt(0) === read.charCodeAt(8) ? sum % 11 === 10 : sum % 11 === read.charCodeAt(8) - 0x30
}
