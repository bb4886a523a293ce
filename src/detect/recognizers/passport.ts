/** Passport numbers: the forms of the states, behind words for "passport" in all languages. */
import { labelledNumber } from '../labelled-number.ts'
import { type BuiltInRecognizer, type LabelGroup, onLabel, onShape } from '../recognizer.ts'
import { TYPICAL } from '../scores.ts'

const passportWords: LabelGroup = {
  name: 'PASSPORT',
  words: {
    '*': 'passport|passport number|passport no|passportno|passport~|passaport|travel document',
    bg: 'паспорт|паспорта|паспортът|паспорт №|задграничен паспорт|международен паспорт|задгр паспорт',
    cs: 'cestovní pas|cestovního pasu|číslo pasu|cestovní doklad|č pasu|cest pas',
    da: 'pasnummer|pas~|passet|rejsepas',
    de: 'reisepass|reisepass~|pass~|reisepasses|passnr|passnummer|reiseausweis|reisep',
    el: 'διαβατήριο|διαβατηρίου|αριθμός διαβατηρίου|αρ διαβατηρίου|διαβ|αρ διαβ',
    en: 'passports|travel document number|travel document no',
    es: 'pasaporte|pasaportes|número de pasaporte|n pasaporte|doc viaje|doc de viaje|documento de viaje',
    et: 'passi~|passi number|reisidokument|reisidokumendi',
    fi: 'passi~|passin numero|passinumero',
    fr: 'passeport|passeports|numéro de passeport|n passeport|document de voyage|passep',
    ga: 'uimhir phas|uimhir pas|uimhir an phas',
    hr: 'putovnica|putovnice|putovnicu|broj putovnice|putovnicom',
    hu: 'útlevél|útlevele|útlevelem|útlevélszám|útlevél~|útlevelének száma|útlevél száma|útlevelet|útlevéllel|úti okmány|útl sz',
    is: 'vegabréf|vegabréfsnúmer|vegabréfs|vegabréfanúmer',
    it: 'passaporto|passaporti|numero di passaporto|numero passaporto|pass n|pass nr',
    lt: 'pasas|pasą|paso numeris|paso nr|kelionės dokumentas|paso serija',
    lv: 'pases|pases numurs|ceļošanas dokument*|pases nr',
    mt: 'passaport|passaporti|numru tal-passaport|numru tal passaport',
    nl: 'paspoort|paspoort~|paspoorten|reisdocument|reisdocument~|paspoortnr',
    no: 'passnummer|passnr|passet',
    pl: 'paszport|paszportu|paszportem|nr paszportu|numer paszportu|paszporcie|paszp',
    pt: 'passaporte|passaportes|número do passaporte|número de passaporte',
    ro: 'pașaport|pașaportul|pașaportului|pașaport seria|număr pașaport|pașapoarte|pașap',
    sk: 'cestovný pas|cestovného pasu|číslo pasu|cestovný doklad|cest pas',
    sl: 'potni list|potnega lista|številka potnega lista|potni listi|pot list',
    sv: 'passnummer|passnr|passet|pass~',
    uk: 'паспорт|паспорта|паспортом|номер паспорта|закордонний паспорт|серія паспорта',
  },
}

/** Short words that are also others (French "pas", English "pass"): the number behind one has a letter, or a sign between. */
const looseWords: LabelGroup = {
  name: 'PASSPORT-loose',
  words: {
    cs: 'pas|pasu|pasem',
    da: 'pas',
    de: 'pass',
    ga: 'phas|pas',
    sv: 'pass',
    nl: 'pas',
    et: 'passi',
    fi: 'passi|passin',
    lt: 'paso',
    lv: 'pase|pasi',
  },
}

/**
 * Nine digits (BG, CZ eight, DK, GR, HR, PL, US, GB …), one to three letters and five to eight digits (AT, CH, EE, ES, FI, GR,
 * HU, IE, IS, IT, LU, LV, NO, PL, PT, SE, SI, SK …), 12AB34567 (FR), and letters mixed with digits (DE, NL).
 */
const written =
  /\d{2}[A-Z]{2}\d{5}|[A-Z]{1,3}[ -]?\d{5,8}|\d{7,9}|[CFGHJK][CFGHJKLMNPRTVWXYZ0-9]{3,7}\d[CFGHJKLMNPRTVWXYZ0-9]{0,1}\d{0,2}|[A-NP-Z]{2}[A-NP-Z0-9]{6}\d/y

const passportForm = /^(?=(?:.*\d){4})[\p{Lu}\d]{6,12}$/u

export const passport: BuiltInRecognizer = {
  name: 'passport',
  source: 'https://www.icao.int/publications/pages/publication.aspx?docnum=9303',
  types: ['PASSPORT'],
  anchors: [
    onLabel(passportWords, labelledNumber({ type: 'PASSPORT', form: passportForm, written })),
    onLabel(looseWords, labelledNumber({ type: 'PASSPORT', form: passportForm, written, isLoose: true })),
    // Behind a full stop or a question mark the word still stands near.
    onShape(
      [
        'AA9999999',
        'A9999999',
        'AAA999999',
        'A99999999',
        'AA999999',
        '99AA99999',
        '999999999',
        'AA 9999999',
        'A 9999999',
      ],
      (view, start, end, findings) => {
        const read = view.text.slice(start, end)
        if (read === read.toUpperCase() && view.isNear(passportWords.name, start, 40))
          findings.add(start, end, 'PASSPORT', TYPICAL)
      },
    ),
  ],
  examples: {
    match: [
      'Passport no.: «B40571926»   Issued',
      'passport «648219057», renewed',
      "a scan of Ida's passport? Number is «731946028», expires",
      'Διαβατήριο: «AT5263997».',
      'pasaporte «XDC740593» y domicilio',
      'Passi «FP5263918» esitetty',
      'Reisepass Nr. «C4Y7R31K6»',
      'Kopie paspoort: «NZ6T35P19».',
      'Document : passeport «17DT40692» au nom de',
      'passaporto «YB5263918»',
      'Paszport Elżbiety: «EH5263918».',
      'pase «LV6392584», izdota',
      'nom;passeport\nPETIT;«16BR70482»\nLE;«21DM36054»',
      'cestovní pas č. «63925841»',
      'pasnummer «316072948»',
      'паспорт № «386392584»',
      'putovnica br. «006392584»',
      'útlevélszám: «BH6392584»',
      'útlevelet mutatott («BE6392584»)',
      'Doc. viaje: «XDD639258»',
      'cpr-nr. oplyst, pas nr. «206392584»',
      'vegabréf nr. «A6392584»',
      'paso numeris «26392584»',
      'passaport «1639258»',
      'passaporte n.º «CA639258»',
      'pașaport seria «056392584»',
      'potni list št. «PB1639258»',
      'cestovný pas «BA6392584»',
      'Passnummer «AA6392584»',
      'uimhir phas «PA6392584»',
      'Passnr. «P 6392584»',
      'pass nr. «X6392584»',
      'passi number «KE0639258»',
      'passnummer «CAA63925»',
    ],
    miss: [
      'passport valid until 12.05.2031',
      'pas de 100000 euros',
      'passport office 12',
      'boarding pass 12A',
      'pass 3 of 12',
      'passed 120 tests',
      'passport photos 35x45 mm',
      'pas 4 personen',
    ],
  },
}
