/** Tax numbers of persons and sole traders that are told by their words alone. */
import { labelledNumber } from '../labelled-number.ts'
import { type BuiltInRecognizer, type LabelGroup, onLabel } from '../recognizer.ts'

const taxWords: LabelGroup = {
  name: 'TAX_ID',
  words: {
    '*': 'tax id|taxid|tax number|tax no|tin number',
    bg: 'данъчен номер|данъчен №|идентификационен номер',
    cs: 'daňové číslo|daňové identifikační číslo|daňového čísla|identifikační číslo|ič',
    da: 'skattenummer|skatte~|se nummer',
    de: 'steuer~|steuernummer|steuernr|steuerliche nummer|abgabenkonto~|steueridentifikationsnummer|stid|st id|steuerid',
    el: 'αριθμός φορολογικού μητρώου|φορολογικός αριθμός|φορολογικού μητρώου',
    en: 'tax ref|tax ref no|taxpayer number|taxpayer reference|tax reference|tax reference number|taxpayer id|tax identifier|taxpayer identification number|tax identification number|tax registration number',
    es: 'número de identificación fiscal|identificación fiscal|número fiscal|id fiscal|cuit|cuil|nif|n i f|rut',
    et: 'maksukohustuslase|maksukohustuslase~|registrikood',
    fi: 'veronumero|veronumer*',
    fr: 'numéro fiscal|numéro de contribuable|identifiant fiscal|numéro d identification fiscale|n fiscal',
    ga: 'uimhir chánach|uimhir thagartha chánach|uimhir cánach',
    hr: 'porezni broj|porezni identifikacijski broj',
    hu: 'adóazonosító|adóazonosító jel',
    is: 'skattnúmer',
    it: 'codice fiscale|codice contribuente|partita fiscale|c f',
    lt: 'mokesčių mokėtojo kodas|mokesčių mokėtojo|individualios veiklos',
    lv: 'nodokļu maksātāja|nodokļu numurs|reģistrācijas numurs nodokļu',
    mt: 'numru tat-taxxa|numru tat taxxa|numru tat-taxxa tad-dħul|numru ta taxxa',
    nl: 'fiscaal~|fiscaal nummer|belasting~|fiscale nummer|rsin',
    no: 'skattenummer|organisasjonsnummer|org~|orgnr',
    pl: 'numer podatkowy|identyfikator podatkowy|regon',
    pt: 'número de identificação fiscal|número fiscal|número de contribuinte|nif|n contribuinte',
    ro: 'cod fiscal|codul fiscal|număr de identificare fiscală|cod de identificare fiscală|nif',
    sk: 'daňové číslo|daňové identifikačné číslo',
    sl: 'davčna številka|davčne številke|identifikacijska številka',
    sv: 'skattenummer|skatteregistrerings~|skatte~',
    uk: 'рнокпп|іпн|ідентифікаційний код|ідентифікаційний номер|єдрпоу|податковий номер',
  },
}

export const taxId: BuiltInRecognizer = {
  name: 'tax-id',
  source:
    'https://taxation-customs.ec.europa.eu/online-services/online-services-and-databases-taxation/tin-tax-identification-number_en',
  types: ['TAX_ID'],
  anchors: [onLabel(taxWords, labelledNumber({ type: 'TAX_ID', form: /^(?=(?:.*\d){6})[\p{Lu}\d]{6,18}$/u }))],
  examples: {
    match: [
      'tax ID: «77310-4482»',
      'Taxpayer reference «44-8120-77»',
      'tax_id,name\n«6392584171»,Ana',
      'veronumero «123456789012»',
      'numru tat-taxxa «639258417»',
      'uimhir chánach «639258417»',
      'skattenummer «63925841»',
      'fiscaal nummer «639258417»',
      'mokesčių mokėtojo kodas «639258417»',
      'nodokļu maksātāja numurs «63925841715»',
      'organisasjonsnummer «448 120 771»',
    ],
    miss: ['tax ID is missing', 'tax number 3 of 12', 'Steuernummer vom 12.05.2024', 'tax reference year 2024'],
  },
}
