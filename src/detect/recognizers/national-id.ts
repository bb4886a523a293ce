/** Numbers of identity cards and persons that are told by their words alone. States with a form of their own have files of theirs. */
import { isDigit } from '../characters.ts'
import { labelledNumber, limitAhead } from '../labelled-number.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type LabelGroup, onLabel } from '../recognizer.ts'
import { CHECKED } from '../scores.ts'

const nationalWords: LabelGroup = {
  name: 'NATIONAL_ID',
  words: {
    '*': 'nationalid|national id|national id number|national_id|nin',
    bg: 'личен номер|лична карта|личен документ|документ за самоличност|разрешение за пребиваване|осигурителен номер|л к №|лк №|лична к',
    cs: 'občanský průkaz|občanského průkazu|číslo pojištění|průkaz totožnosti|povolení k pobytu|č op|obč průkaz',
    da: 'id kort|identitetskort|legitimationskort|opholdskort',
    de: 'personalausweis~|ausweis~|identitätskarte|identitäts~|sozialversicherungs~|aufenthaltstitel|personenkenn~|personenkennzahl|personenkennziffer|zmr zahl|ausländerausweis|ausweisnr|identitätskarten~|pa nr|persoausweis|perso nr|ausweis nr',
    el: 'αδτ|α δ τ|αριθμός δελτίου ταυτότητας|δελτίο ταυτότητας|δελτίου ταυτότητας|ταυτότητα|ταυτότητας|αρ ταυτότητας|αριθμός ταυτότητας|αρ δελτίου ταυτότητας|ααδτ|άδεια διαμονής|αρ κοιν ασφαλίσεων|αριθμός κοινωνικών ασφαλίσεων|κοινωνικών ασφαλίσεων|αμα|α μ α|δ α τ|δατ|δελτ ταυτ',
    en: 'identity card|identity card number|identity number|national identity number|national identification number|national insurance|id card|id card number|personal identification number|personal id|social insurance number|residence permit|residence permit number|government id|id document number|national identity card|citizen id|national number|state id|biometric residence permit|id card no|personal identity number|brp|brp number|brp no|a number|alien number|uscis number|alien registration number',
    es: 'documento de identidad|cédula de identidad|cédula|tarjeta de identidad|permiso de residencia|número de identidad|tarjeta de residencia|identificación número|doc identidad|doc ident',
    et: 'id kaart|id kaardi|isikutunnistus|isikutunnistuse~|isikutunnistuse|dokumendi~|elamisluba|id nr kaart',
    fi: 'henkilökort*|henkilökortin numero|henkilöllisyystodistu*|oleskelulupa*',
    fr: "carte d'identité|pièce d'identité|carte nationale d'identité|titre de séjour|numéro d'identité|carte de séjour|numéro national d'identité|n ss|titre de séjour n|numéro ss|cni|numéro de cni|ci n|pi n",
    ga: 'cárta aitheantais|uimhir aitheantais|uimhir phearsanta|uimhir árachais shóisialta|cárta seirbhísí poiblí',
    hr: 'osobna iskaznica|osobne iskaznice|osobnu iskaznicu|boravišna dozvola|matični broj građana|os iskaznica|osobna br|osobna iskaznica broj|broj osobne|dozvola boravka|dozvola za boravak|os isk|br osobne',
    hu: 'személyi igazolvány|személyi igazolvány~|okmányszám|okmány~|tartózkodási engedély|lakcímkártya~|lakcímkártya|szem ig|szem ig sz|szem ig szám|személyi ig|személyi ig szám',
    is: 'nafnskírteini|nafnskírteini númer',
    it: "carta d'identità|carta d'identita|documento d'identità|documento di identità|permesso di soggiorno|numero di identità|c i n|c i e n|c i e|carta d identità|carta identità|carta di identità|numero carta identità|c id|doc id|carta id",
    lt: 'asmens tapatybės kortel*|asmens dokument*|leidimas gyventi|tapatybės kortel*|atk nr|ap nr',
    lv: 'personas apliecība|personas apliecības|personas apliecību|id karte|id kartes|id karti|uzturēšanās atļauja|pers apl',
    mt: 'karta tal-identità|karta tal-identita|numru tal-identità|karta ta identifikazzjoni|numru ta l identità|permess ta residenza|id numru|numru tal-id|numru tal id|k i|karta identità',
    nl: 'identiteitskaart|identiteitskaart~|identiteitsbewijs|vreemdelingen~|verblijfsvergunning|verblijfsdocument|legitimatiebewijs|v nummer',
    no: 'id kort|nasjonalt id kort|identitetskort',
    pl: 'dowód osobisty|dowodu osobistego|dowodem osobistym|dokument tożsamości|karta pobytu|karty pobytu|seria i numer dowodu|dokumentu tożsamości|nr dow|dow|dow os|dow osob|dow tożs',
    pt: 'bilhete de identidade|documento de identificação|título de residência|autorização de residência|identificação civil|cartão cidadão|número do cc|doc identificação|doc id',
    ro: 'carte de identitate|cartea de identitate|act de identitate|permis de ședere|buletin de identitate',
    sk: 'občiansky preukaz|občianskeho preukazu|preukaz totožnosti|povolenie na pobyt|č op|obč pr',
    sl: 'osebna izkaznica|osebne izkaznice|osebno izkaznico|dovoljenje za prebivanje|matična številka|št osebne|osebne št|os izk|os izkaznica',
    sv: 'id kort|id kort~|identitetskort|identitetskort~|nationellt id kort|legitimation|legitimations~|leg~|uppehållstillstånds~|uppehållskort|id korts~|uppehållstillstånd|uppehållstillståndskort',
    uk: 'ід картка|посвідчення особи|унзр|номер запису|посвідка на проживання',
  },
}

/** "seria RX nr. 123456": Romanian and Polish cards have a series and a number. */
const seriesWords: LabelGroup = {
  name: 'NATIONAL_ID-series',
  words: { pl: 'seria|serii|dowód seria', ro: 'seria|seria ci|ci seria|c i seria' },
}
/** A series of invoices and receipts. */
const invoiceBefore = /(?:factur|bon|chitan|proform|polis|poli\u021b|faktur|paragon)\p{L}{0,6} $/iu
const seriesAndNumber = /[A-Z]{2,3},? (?:(?:i |și |si )?(?:nr|numer|numărul|numarul|număr)\.? ?)\d{6,7}/y

export const nationalId: BuiltInRecognizer = {
  name: 'national-id',
  source: 'https://www.consilium.europa.eu/prado/en/search-by-document-country.html',
  types: ['NATIONAL_ID'],
  anchors: [
    onLabel(
      nationalWords,
      labelledNumber({
        type: 'NATIONAL_ID',
        form: /^(?=(?:.*\d){5})[\p{Lu}\d]{5,20}$/u,
        written: /\d{6}-\d{4}|\d{9}[A-Z]{2}\d|[A-Z]{2} ?\d{6,7}|\p{Lu}{1,2} ?\d{6}|\d{6} ?[A-Z]{2}|[A-Z]{3} ?\d{6}/uy,
      }),
    ),
    onLabel(seriesWords, (view, value, findings) => {
      if (invoiceBefore.test(view.text.slice(Math.max(0, value.labelStart - 20), value.labelStart))) return
      const end = matchAt(view, seriesAndNumber, value.start, limitAhead(view, value, 40))
      if (end >= 0 && !isDigit(view.unit(end))) findings.add(value.start, end, 'NATIONAL_ID', CHECKED)
    }),
  ],
  examples: {
    match: [
      'ΑΔΤ «ΑΚ 639258», κάτοικος',
      'δελτίο ταυτότητας: «Χ 639258»',
      'CI seria «RX nr. 639258», eliberat',
      'dowód seria «CBK nr 639258»',
      'national ID number: «90411-7731»',
      'identity card no. «C44-81207»',
      'nationalId: "«XA6392584»"',
      'isikutunnistus nr «AA0639258»',
      'personas apliecība «PA6392584»',
      'henkilökortin numero «6392584H»',
      'nafnskírteini «63925841»',
      'legitimation nr «63925841»',
      'cárta aitheantais «PA639258»',
      'ID-kort nr. «639258417»',
    ],
    miss: [
      'identity card issued 12.05.2024',
      'national ID valid until 2031',
      'identity card expired',
      'ταυτότητα 12 σελίδων',
    ],
  },
}
