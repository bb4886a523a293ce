/** Numbers of invoices, credit notes and their payment references. Issuers choose the form; words beside them tell. */

import type { LabelledValue } from '../labelled-values.ts'
import { numberedInvoiceWords, numberedReference } from '../numbered-labels.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel } from '../recognizer.ts'
import { findReferences } from '../reference.ts'
import { LABELLED } from '../scores.ts'
import type { View } from '../view.ts'

const invoiceWords: LabelGroup = {
  name: 'INVOICE_NUMBER',
  words: {
    '*': 'inv no|invno|inv nr|invoice|invoice id|invoiceid',
    bg: 'фактур*|проформа|кредитно известие|дебитно известие|касов бон|разписка|разписката|бележка за плащане|сметка фактура|факт №|ф ра',
    cs: 'faktur*|daňový doklad|daňového dokladu|dobropis|variabilní symbol|var symbol|zálohov*|v symbol|vs|účtenka|účtenky|číslo dokladu|doklad č|paragon č|stvrzenka č|pokladní doklad|v s|vs č|fa č|fakt č',
    da: 'faktura|fakturaen|fakturaer|faktura~|kreditnota|kreditnota~|regning|regningen|regnings~|fakturakopi|bilags~|kvittering|kvitterings~|betalings id|girokort|fakt nr|faknr',
    de: 'rechnung|rechnungen|rechnungs~|rechnung nr|re nr|rg nr|rechnungsbeleg|gutschrift|gutschrift~|gutschrifts~|storno~|stornorechnung|mahnung|mahnungs~|abschlagsrechnung|schlussrechnung|honorarnote|honorarnoten~|beleg~|beleg nr|kassenzeichen|faktura|faktura~|fakturanummer|quittungs~|quittung|kassenbon|bon~|lastschrift~|rechn nr|rnr',
    el: 'τιμολόγι*|τιμολογίου|παραστατικό|απόδειξη|απόδειξης|πιστωτικό|παραστατικού|αρ παραστατικού|τπυ|απόδειξη πληρωμής|αρ απόδειξης|τδα|τιμολόγιο παροχής|τιμ|αρ τιμ',
    en: 'invoice|invoices|invoice no|tax invoice|credit note|bill no|bill number|proforma|pro forma|remittance for|receipt no|receipt number|statement number|statement no|sales receipt|remittance no|inv ref|bill ref',
    es: 'factura|facturas|factura rectificativa|abono n|número de factura|recibo número|nota de crédito|factura simplificada|albarán|recibo n|ticket de compra|ticket n|minuta|minuta n|fra n|fact n|nº fra',
    et: 'arve|arve~|arved|arvete|arve number|kreeditarve|viitenumber|kviitung|kviitungi~|ostutšekk|arve viitenumber|arve nr',
    fi: 'lasku|laskun|laskut|laskulla|laskut|lasku~|laskunumero|laskunro|laskun numero|hyvityslasku|viitenumero|viitenro|laskuviite|kuitti|kuitti~|kuitin|viite|viitteellä|lasku nro',
    fr: "facture|factures|facture n|avoir n|note d'honoraires|facture proforma|numéro de facture|quittance|reçu n|note d honoraires|quittance n|ticket de caisse|bordereau de facture|fact n|fac n",
    ga: 'sonrasc|sonraisc|uimhir shonraisc|nóta creidmheasa|admháil|admháil uimh|uimhir admhála',
    hr: 'faktura|fakture|računa broj|račun br|račun broj|račun r|broj fakture|predračun|ponuda račun|poziv na broj|ponuda br|r1 račun|fiskalni račun|predračun br|rač br|rn br',
    hu: 'számla|számlát|számlája|számlák|számláj*|számlaszáma|számla sorszáma|számla sorszám|díjbekérő|előlegszámla|szaml*|bizonylatszám*|bizonylat|bizonylat száma|nyugta|nyugta száma|nyugtaszám*|számlasorszám*|díjbekérő száma|szla|szla sz|számlasz',
    is: 'reikningur nr|reikningsnúmer|reikningur|reikningi nr',
    it: 'fattura|fatture|fattura n|fatt|fatt n|parcella|nota di credito|ricevuta n|ricevuta fiscale|numero fattura|bolletta n|avviso di pagamento|scontrino|scontrino n|documento di trasporto fattura|fattura elettronica|ft n|fatt elettronica|numero documento',
    lt: 'sąskait* faktūr*|sąskaita faktūra|sąskaitos faktūros|faktūr*|pvm sąskaita|sąskaita|sąskaitos serija|sąskaitos numeris|sąskaitos nr|kvitas|kvito|čekio nr|kreditinė sąskaita|sąsk nr|sf nr',
    lv: 'rēķin*|pavadzīm*|kredītrēķin*|čeka numurs|kvīts nr|rēķ nr',
    mt: 'fattura|irċevuta|fatturi',
    nl: 'factuur|facturen|factuur~|nota~|creditnota|creditfactuur|rekening factuur|betalingskenmerk|pro formafactuur|rekening nr|bon~|bonnummer|kassabon|kassabon~|nota nr|fact nr|faktuurnr',
    no: 'faktura|fakturaen|faktura~|kid|kid nummer|kreditnota|regning|kvitterings~|kvittering',
    pl: 'faktur*|faktura vat|fv|faktury vat|fakturę vat|faktura korygująca|proforma|rachunek do umowy|nota księgowa|rachunek nr|rachunku nr|paragon|paragon nr|numer paragonu|korekta nr|nota nr|duplikat faktury|fv nr|fakt nr|rach nr',
    pt: 'fatura|faturas|factura|fatura recibo|fatura-recibo|factura recibo|recibo verde|nota de crédito|nota fiscal|nf e|nfe|fatura simplificada|recibo n|talão n|nota de débito|fat n|ft n',
    ro: 'factur*|factura fiscală|facturii|proforma|chitanța|chitanță|seria|bon fiscal|bonul fiscal|chitanței|notă de plată|fact nr|fact seria',
    sk: 'faktúr*|daňový doklad|dobropis|variabilný symbol|var symbol|vs|zálohov*|pokladničný doklad|pokladničného dokladu|doklad č|číslo dokladu|bloček č|v s|fa č|fakt č',
    sl: 'faktur*|račun št|računa št|št računa|predračun|sklic|račun številka|številka računa|predračun št|dobropis|paragon|blagajniški račun|rač št',
    sv: 'faktura|fakturan|fakturor|faktura~|kreditfaktura|ocr|ocr~|räkning|räkningen|faktureringen|kvitto|kvitto~|avi~|avinummer|betalningsreferens|fakt nr',
    uk: 'рахунок фактура|рахунку фактури|рахунок фактури|інвойс|рахунок №|квитанція|квитанції|номер рахунку фактури|накладна',
  },
}

export const invoiceNumber: BuiltInRecognizer = {
  name: 'invoice-number',
  source: 'https://docs.peppol.eu/poacc/billing/3.0/syntax/ubl-invoice/cbc-ID/',
  types: ['INVOICE_NUMBER'],
  anchors: [onLabel(invoiceWords, findInvoice), onLabel(numberedInvoiceWords, numberedReference('INVOICE_NUMBER'))],
  examples: {
    match: [
      'Фактура № «0000003627»',
      'Faktura č. «2024080163»',
      'Var. symbol «2024080163», částka',
      'Faktura «F-3641» fra',
      'RECHNUNG Nr. «RE-2024-0317»',
      'Rechnungsnummer: «4711»',
      'Rg.-Nr. «20240317» vom 23.08.2024',
      'Τιμολόγιο «ΤΠΥ 0163»',
      'INVOICE «2024-00586»',
      'invoice «INV-3718» sent',
      'Invoice «F-23-0648» over EUR 1,875.00',
      '"invoice":"«RE2024-307»"',
      'Factura «2024/A-0256»',
      'arve nr «2024-307»',
      'Lasku «20163» · Tauno',
      'viitenumero: «1232»',
      'FACTURE n° «FA-2024-063» du 22/08/2024',
      'sonrasc uimh. «S-3746»',
      'faktura br. «307-1-2024»',
      'Számla: «SZ-2024/00736»',
      'FATTURA n. «27/2024» del 19/06/2024',
      'Faktūra Nr. «LT-0163»',
      'Rēķins «R-0163»: Andris',
      'fattura nru «F-307»',
      'factuur «VF-2024-3074» kan',
      'FAKTURA VAT nr «FV/27/08/2024»',
      'Fatura-recibo «FR 2024/63» —',
      'Factura «TLD 0163» din 19.06.2024',
      'Faktúra «FA2024/0175»: Matej',
      'faktura št. «2024-307»',
      'fakturanr «61937»',
      'OCR-nummer: «3075195263»',
    ],
    miss: [
      'invoice over 12500 EUR',
      'invoice of 2024-11-05',
      'invoice total: 12,500.00',
      'invoices 2 to 14',
      'Rechnung vom 12.02.2025',
      'Rechnung über 1.250,00 €',
      'pay the invoice within 30 days',
      'faktura za 12 500 Kč',
    ],
  },
}

/** "factura seria KT nr. 0044182": a series and a number. */
const seriesAndNumber =
  /(?:(?:serie|seria|s\u00e9rie|ser\.?) )?\p{Lu}{1,6}(?:[ ,]{1,2})(?:nr|no|n\u00ba|n\u00b0|numer|num\u0103r|\u010d)\.? ?\d{3,10}(?!\d)/uy

function findInvoice(view: View, value: LabelledValue, findings: Findings): void {
  const series = matchAt(view, seriesAndNumber, value.start)
  if (series < 0) {
    findReferences(view, value, 'INVOICE_NUMBER', findings)
    return
  }
  const start = view.text.slice(value.start, series).search(/\p{Lu}/u) + value.start
  findings.add(start, series, 'INVOICE_NUMBER', LABELLED)
}
