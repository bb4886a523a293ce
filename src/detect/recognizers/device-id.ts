/**
 * What names a device: IMEI (3GPP TS 23.003), SIM cards, serial numbers, advertising identifiers, meters of electricity, gas
 * and water with the numbers of their connections.
 */
import { isWholeToken, runStart } from '../boundaries.ts'
import { isDigit, isWord } from '../characters.ts'
import { isLuhnValid } from '../checksums.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onRun, onShape } from '../recognizer.ts'
import { readReference } from '../reference.ts'
import { CERTAIN, CHECKED, LABELLED, LIKELY, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'

/** Words that name such a number and nothing else: any code behind them is one. */
const idWords: LabelGroup = {
  name: 'DEVICE_ID',
  words: {
    '*': 'imei|imei1|imei2|imeisv|meid|imsi|iccid|eid|serial|serial number|serial no|serialno|serialnumber|serial num|s n|sn|idfa|idfv|gaid|aaid|adid|advertising id|ad id|android id|device id|deviceid|device serial|device uuid|device identifier|udid|hardware id|hwid|machine id|device token|mpan|mprn|mpr|pdl|prm|ean code|ean18|gsrn|sim number|sim serial|serial nr|installation id|installid|asset tag|service tag|imei sv|ma lo|ma lo id|malo id|me lo|melo id|ma lo nr|n s|serial nos|serials|device name|computer name|pc name|machine name|bike frame|gprn|frame no|uuid of the phone|uuid of the device|key id',
    bg: 'сериен номер|серийният номер|серийния номер|серийни номера|номер на електромер|електромер|водомер|абонатен номер на електромер|рекламен идентификатор|сер н|имей|сер|фабричен номер|заводски номер|сериен|идентификатор на устройство|електромер номер|чип|микрочип|номер на рама|газомер|номер на чип|лаптоп сериен',
    cs: 'sériové číslo|sériového čísla|výrobní číslo|s č|sér č|číslo elektroměru|elektroměr|číslo plynoměru|plynoměr|vodoměr|číslo vodoměru|ean odběrného místa|eic|reklamní id|id zařízení|identifikátor zařízení|v č|číslo měřidla|měřidlo č|výr č|výr číslo|číslo rámu|rám č|čip|číslo čipu|mikročip|název počítače|kardiostimulátor|plynoměr č|elektroměr č',
    da: 'serienummer|serienr|serie nr|målernummer|målernr|elmåler|vandmåler|annonce id|enheds id|aftagenummer|installationsnummer|enhedsnummer|stel~|stelnummer|apparat~|stelnr|chipnummer|chip nr|gasmåler|computernavn|pacemaker|høreapparat',
    de: 'seriennummer|seriennr|serien~|sn nummer|gerätenummer|geräte~|fabrik~|fabriknummer|zähler~|zählernummer|stromzähler|gaszähler|wasserzähler|zählpunkt|zählpunkt~|zählpunktbezeichnung|marktlokation|messlokation|malo|melo|werbe id|geräte id|gerätekennung|sim karten~|simkarten~|rahmen~|rahmennummer|herstell~|inventar~|inventarnummer|chip nr|chipnr|chipnummer|transpondernummer|rechnername|gerätename|computername|pc name|ser nr|sernr|serien nr|herzschrittmacher|schrittmacher|hörgerät|chipnummer des hundes|chip nummer|transponder|transpondercode|fahrradrahmen|rahmen nr|wasseruhr|gaszähler nr|codiernummer|fin des rads|tracker|messgerät|zähler nr',
    el: 'σειριακός αριθμός|σειριακό αριθμό|σειριακός|αριθμός σειράς|αριθμός μετρητή|μετρητής|αρ μετρητή|αριθμός παροχής|αρ παροχής|διαφημιστικό αναγνωριστικό|αναγνωριστικό συσκευής|μετρητή|σειριακό|τσιπ|μικροτσίπ|αριθμός πλαισίου|μετρητής αερίου|υδρόμετρο',
    en: 'meter number|meter no|meter id|meter serial|electricity meter|gas meter|smart meter|water meter|supply number|frame number|sim card number|tablet serial|pet chip|microchip|microchip no|microchip number|chip no|chip number',
    es: 'número de serie|serie|núm serie|num serie|número de contador|contador n|id de publicidad|id del dispositivo|identificador del dispositivo|número de bastidor de bici|contador de la luz|n serie|n contador|número contador|dispositivo id|id dispositivo|microchip|chip|número de chip|número de microchip|contador de gas|contador de agua|nombre del equipo|número de cuadro|n de bastidor bici|marcapasos|audífono',
    et: 'seerianumber|seerianr|arvesti number|arvesti nr|elektriarvesti|seadme id|reklaami id|seeria~|seeria nr|seerianumbri|kiip|kiibi number|raami number|gaasiarvesti|mikrokiip',
    fi: 'sarjanumero|sarjanro|sarja numero|mittarin numero|mittarinumero|sähkömittari|vesimittari|käyttöpaikkatunnus|käyttöpaikan tunnus|laitetunnus|laitetunniste|mainostunniste|laite id|laite~|laitenumero|runko~|runkonumero|sirunumero|mikrosiru|siru|kaasumittari|tietokoneen nimi|tahdistin|kuulolaite',
    fr: "numéro de série|n de série|no de série|num série|point de livraison|point référence mesure|numéro de compteur|n° de compteur|compteur n|compteur linky|id publicitaire|identifiant publicitaire|identifiant appareil|pce|numéro compteur|n compteur|identifiant de l appareil|matériel n|numéro de matériel|appareil n|identifiant de l'appareil|n s|ns|numéro de cadre|numéro de puce|puce|puce électronique|identification puce|nom de l ordinateur|nom du poste|compteur gaz|compteur électrique|compteur d eau|compteur électrique n|compteur d'eau|numéro de machine|stimulateur|sonde|boîtier",
    ga: 'sraithuimhir|uimhir shraithe|uimhir an mhéadair|méadar|uimhir sraithe|mhéadair|uimhir mhéadair',
    hr: 'serijski broj|serijskog broja|tvornički broj|broj brojila|brojilo|obračunsko mjerno mjesto|omm|oglašivački id|id uređaja|ser br|serijski br|serijski|id uređaj|čip|mikročip|broj čipa|broj okvira|plinomjer|vodomjer|brojilo br',
    hu: 'sorozatszám|sorozatszáma|gyári szám|gyáriszám|gyártási szám|mérő száma|mérőóra száma|mérőóra|mérőszám|mérőóraszám|villanyóra|pod azonosító|hirdetési azonosító|eszközazonosító|eszköz id|készülékazonosító*|készülék azonosító*|sorozatszám*|mérő azonosító|vázszám|chip száma|mikrochip|chipszám|gázóra|vízóra|gázmérő|számítógép neve|villanyóra száma|gázóra száma',
    is: 'raðnúmer|mælisnúmer|mælanúmer',
    it: 'numero di serie|n. di serie|numero seriale|seriale|matricola contatore|numero contatore|codice pod|codice pdr|pdr|id pubblicitario|id dispositivo|identificativo dispositivo|n serie|matricola apparecchio|matricola del contatore|matricola dispositivo|codice dispositivo|matricola modem|matricola router|numero matricola|microchip|microchip del cane|chip|numero di telaio bici|numero telaio|contatore gas|contatore luce|contatore acqua|nome computer|pacemaker|matricola contatore gas|seriale modem',
    lt: 'serijos numeris|serijos nr|serijinis numeris|skaitiklio numeris|skaitiklio nr|skaitiklis|įrenginio id|reklamos id|čipas|mikroschema|rėmo numeris|dujų skaitiklis',
    lv: 'sērijas numurs|sērijas nr|skaitītāja numurs|skaitītāja nr|skaitītājs|ierīces id|reklāmas id|čips|mikročips|rāmja numurs|gāzes skaitītājs',
    mt: 'numru tas-serje|numru tal-meter|numru serjali|numru tas serje|numru tal meter',
    nl: 'serienummer|serienr|serie nr|meternummer|meternr|meter nr|slimme meter|ean code|eancode|ean nummer|advertentie id|apparaat id|toestelnummer|toestel id|simkaartnummer|framenummer|apparaat~|apparaatnummer|toestel~|chip|chipnr|chip nr|gasmeter|elektriciteitsmeter|watermeter|elektra meter|computernaam|framenr|pacemaker|gehoorapparaat|meterstand nummer',
    no: 'serienummer|serienr|målernummer|målepunkt id|målepunkt|annonse id|enhets id|rammenummer|chipnummer|id merke|gassmåler|datanavn',
    pl: 'nr seryjny|numer seryjny|numeru seryjnego|s n|nr fabryczny|numer fabryczny|nr licznika|numer licznika|licznik nr|licznik energii|ppe|numer ppe|nr ppe|id reklamowy|identyfikator reklamowy|identyfikator urządzenia|id urządzenia|nr urządzenia|numer urządzenia|numer ramy|nr ramy|rama nr|numer chipa|nr chip|chip|mikroczip|gazomierz|wodomierz|nazwa komputera|rozrusznik|aparat słuchowy',
    pt: 'número de série|série|num série|número do contador|contador n|cpe|id de publicidade|id do dispositivo|identificador do dispositivo|n série|microchip|chip|chip do cão|chip do gato|número do chip|contador de gás|contador da água|contador da luz|nome do computador|número do quadro',
    ro: 'număr de serie|numărul de serie|nr de serie|serie contor|contor|seria contorului|număr contor|cod loc consum|id de publicitate|id dispozitiv|nr serie|serie|seria aparatului|serie aparat|contorul|microcip|cip|număr cadru|serie cadru|contor gaz|contor apă|contor electric|seria laptopului|seria telefonului|nume calculator',
    sk: 'sériové číslo|výrobné číslo|číslo elektromera|elektromer|plynomer|vodomer|číslo vodomera|reklamné id|id zariadenia|identifikátor zariadenia|v č|výr č|číslo rámu|čip|číslo čipu|mikročip|názov počítača|plynomer č|elektromer č',
    sl: 'serijska številka|serijsko številko|serijske številke|tovarniška številka|številka števca|števec|merilno mesto|oglaševalski id|id naprave|ser št|št števca|števca|serijska št|čip|mikročip|številka čipa|številka okvirja|plinomer|vodomer|števec št',
    sv: 'serienummer|serienr|serie nr|tillverknings~|mätarnummer|mätarnr|mätar~|elmätare|elmätar~|vattenmätare|anläggnings id|anläggningsid|anläggnings~|annons id|enhets id|ramnummer|apparat~|ramnr|chipnummer|chip nr|chipnr|gasmätare|datornamn|pacemaker|hörapparat',
    uk: 'серійний номер|лічильник|номер лічильника',
  },
}

/** Devices: only a value that looks like a code behind them is one. */
const deviceWords: LabelGroup = {
  name: 'DEVICE_ID_LOOSE',
  words: {
    '*': 'device|dev|imei number|push device|pushdevice|ríomhaire|station id|terminal|handset|router|modem|tablet|laptop|hub|serial|meter|tracker|phone model|macbook|iphone|ipad|notebook|printer|watch|camera|pump|pacemaker|meters|console|drone|scooter|phone id',
    bg: 'устройство|устройството|апарат|телефон|лаптоп|инсулинова помпа|слухов апарат|компютър|сензор|принтер',
    cs: 'zařízení|přístroj|telefon|notebook|mobil|měřič|ntb|inzulinová pumpa|pumpa|naslouchátko|senzor|glukometr|tiskárna|televize|kolo',
    da: 'enhed|enheden|apparat|måler|insulinpumpe|pumpe|høreapparat|bærbar|computer|printer|kamera|sensor',
    de: 'gerät|gerätes|geräts|endgerät|handy|zähler|laptop|tablet|smartphone|notebook|drucker|kamera|pumpe|insulinpumpe|hörgerät|rechner|stationskennung|sensor|glukosesensor|fernseher|waschmaschine|rollator|e bike',
    el: 'συσκευή|συσκευής|κινητό|αντλία ινσουλίνης|ακουστικό|υπολογιστής|αισθητήρας|εκτυπωτής',
    es: 'dispositivo|aparato|equipo|móvil|contador|contador de|bomba de insulina|audífono|portátil|ordenador|sensor|impresora|cámara',
    et: 'seade|seadme|seadmest|telefon|arvesti|kuuldeaparaat|insuliinipump|arvuti|sülearvuti|andur|printer',
    fi: 'laite|laitteen|laitteelta|laitteesta|mittari|puhelin|mittarin|insuliinipumppu|kuulokoje|tietokone|kannettava|sensori|tulostin|kamera',
    fr: 'appareil|terminal|dispositif|compteur|ordinateur|pompe à insuline|prothèse auditive|appareil auditif|portable|capteur|imprimante|tablette|vélo',
    ga: 'gléas|ghléas|ríomhaire|ríomhaire glúine|méadar',
    hr: 'uređaj|uređaja|uređajem|brojilo|inzulinska pumpa|slušni aparat|laptop|prijenosnik|senzor|računalo|pisač',
    hu: 'eszköz|eszközről|készülék|készülékről|mérő|inzulinpumpa|hallókészülék|laptop|szenzor|nyomtató|számítógép',
    is: 'tæki|mælir',
    it: 'dispositivo|apparecchio|contatore|terminale|pompa insulinica|microinfusore|apparecchio acustico|portatile|sensore|stampante|pc|tablet',
    lt: 'įrenginys|įrenginio|prietaisas|skaitiklis|klausos aparatas|insulino pompa|kompiuteris|nešiojamasis|jutiklis|spausdintuvas',
    lv: 'ierīce|ierīces|ierīci|skaitītājs|dzirdes aparāts|insulīna sūknis|dators|klēpjdators|sensors|printeris',
    mt: 'apparat|tagħmir|meter|laptop|kompjuter|pompa',
    nl: 'toestel|apparaat|meter|insulinepomp|gehoorapparaat|glucosesensor|sensor|computer|printer|fiets|camera',
    no: 'enhet|enheten|måler|apparat',
    pl: 'urządzenie|urządzenia|urządzeniu|licznik|telefon|pompa insulinowa|aparat słuchowy|laptop|sensor|czujnik|drukarka|komputer|rower',
    pt: 'dispositivo|aparelho|equipamento|contador|bomba de insulina|aparelho auditivo|portátil|computador|sensor|impressora',
    ro: 'dispozitiv|dispozitivul|dispozitivului|aparat|contor|pompă de insulină|aparat auditiv|laptop|senzor|imprimantă|calculator',
    sk: 'zariadenie|zariadenia|prístroj|merač|inzulínová pumpa|načúvací prístroj|notebook|senzor|tlačiareň|počítač',
    sl: 'naprava|naprave|napravo|aparat|števec|inzulinska črpalka|slušni aparat|prenosnik|senzor|tiskalnik|računalnik',
    sv: 'enhet|enheten|apparat|mätare|mätaren|insulinpump|hörapparat|dator|sensor|skrivare|kamera',
  },
}

const uuid = /\{?[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\}?/y
/** A token of any signs that makers use in serial numbers, `+041927+TR62718405`. */
const token = /[+A-Za-z0-9][A-Za-z0-9+./:_-]{3,62}[A-Za-z0-9]/y
/** As printed on meters: `1 EMH00 1234 5678`, `E10Z 12345`. */
const meterGroups = /(?:\d ?[A-Z]{3} ?\d\d ?\d{4} ?\d{4}|[A-Z]\d\d[A-Z] \d{5}(?: \d{3})?)(?![0-9])/y
/** Groups of letters and digits with blanks between: `WTU 286 C 9045 K`, `71 0347 0978`, `SN FB7-0769-92K`. */
const groups =
  /(?:[A-Z]{1,4}(?=[ -][A-Z]{0,3}\d)|[A-Z]{0,4}\d[A-Z\d]{0,14})(?:[ ](?:[A-Z]{1,2}(?= \d|[,.;)\n]|$)|[A-Z]{0,3}\d[A-Z\d]{0,14}(?:-[A-Z\d]{1,12}){0,3})){1,5}(?![A-Za-z0-9])(?! ?(?:kWh|m3|m\u00b3|\u20ac|EUR|GB|TB|W|V|A|ks|km|kg|mm|cm|Hz)(?![A-Za-z]))/y
const imeiGroups = /\d{2}[ .-]?\d{6}[ .-]?\d{6}[ .-]?\d(?:\d|[ /.-]\d\d)?(?![0-9])/y

export const deviceId: BuiltInRecognizer = {
  name: 'device-id',
  source: 'https://www.etsi.org/deliver/etsi_ts/123000_123099/123003/',
  types: ['DEVICE_ID'],
  anchors: [
    onLabel(idWords, findNamed),
    onLabel(deviceWords, findDevice),
    onShape(['99-999999-999999-9', '99 999999 999999 9', '999999-99-999999-9', '999999 99 999999 9'], findImei),
    onShape(['999999999999999'], findPlainImei),
    onShape(['9AAA9999999999'], findMeter),
    onRun(14, 33, findConnection),
    onRun(15, 15, findPrinter, { made: ['A9'] }),
    onRun(7, 11, findHost, { made: ['A9', '9A', 'A'], before: ['A-'] }),
  ],
  examples: {
    match: [
      'IMEI: «490154203237518»',
      'imei=«351234567890124»',
      'IMEI «35-714206-938527-5».',
      'telefon «35-714206-938527-5» skradziony',
      'advertising ID: «7c29d1b4-60e3-4d58-8f17-3a95c04e61b2»',
      'Seriennummer: «C02TR7WXLK4P»',
      'S/N «PF5D26TM»',
      'n.º de serie «ZTEGD3B7E514»',
      'Gerät «R5CW41FGHKL», Browser',
      'dispositivo «D4E8-3F51-07A6», red',
      'z urządzenia «SM-G781B-38T6»',
      'Zählernummer «1ESY1184036729»',
      'Zähler-Nr. «1 EMH00 1234 5678»',
      'laptop (s/n «PF2XYZ12»)',
      'Zähler «1ESY1184036729» defekt',
      'PDL : «14862009876543»',
      'CUPS «ES0021000012345678AB1F»',
      'codice POD «IT001E12345678»',
      'MPAN «1012345678901»',
      'EAN-code «871687120051234567»',
      'Målernummer: «12345678»',
      'mittarin numero «12345678»',
      'mätarnummer «735999123456789012»',
      'nr licznika «00123456»',
      'sorozatszám: «SN-778-A21»',
      'numer seryjny «5CG1234ABC»',
      'seerianumber «X7712-Q»',
      'serienummer «FVFXC2ABHV2D»',
      'sarjanumero «RF8N30ABCDE»',
      'sériové číslo «8CG9471KQW»',
      'numéro de série «DMPXK0ABCDEF»',
      'numero di serie «0A1B2C3D4E»',
      'número de série: «QX-2291-B7»',
      'numărul de serie «RZ8M12345AB»',
      'сериен номер «BG77120A45»',
      'σειριακός αριθμός «GR55A7712»',
      'serijski broj «HR2210AX9»',
      'serijska številka «SI90017B2»',
      'serijos numeris «LT5263X90»',
      'sērijas numurs «LV8812K07»',
      'sraithuimhir «IE7712AA0»',
      'numru tas-serje «MT5512AB9»',
      '"deviceId": "«7b3e50cc92fd5263»"',
      'ICCID «8949020000000000005»',
      'printer «BRN001BA9440C7E»',
      'device,serial\nlaptop,«5CD0A112»',
    ],
    miss: [
      'device 2 of 3',
      'serial port 8',
      'the serial killer in 1999',
      'Gerät Galaxy S22',
      'Version 490154203237518',
      'laptop ThinkPad T14 Gen 3',
      'Zähler 48211 kWh',
      'router 192.168.0.1',
      'device width 1024px',
      'sn 3.2.1',
      'serial: 2024-11-05',
      'compteur: 48211',
      'telefon 020 1234567',
    ],
  },
}

/** "n.º de serie", "n° de série": the sign is no letter, so that no phrase holds it. */
const numberOf = /n(?:[.ºo°]{1,3}|um|úm|umero|úmero|uméro|r|ro)?\.? de $/iu

function findNamed(view: View, value: LabelledValue, findings: Findings): void {
  const { limit, link } = value
  const start = runStart(view, value.start, value.labelEnd)
  const label = view.text.slice(value.labelStart, value.labelEnd)
  // Two letters are written in capitals, or as a key: "S/N", `"sn": …`.
  if (
    /^s[eé]rie$/i.test(label) &&
    link === 'bare' &&
    !numberOf.test(view.text.slice(Math.max(0, value.labelStart - 12), value.labelStart))
  )
    return
  if (label.length <= 3 && link === 'bare' && label !== label.toUpperCase() && !label.includes('/')) {
    if (/^sn$/i.test(label)) findSerial(view, start, findings)
    return
  }
  const end = codeEnd(view, start, limit)
  if (end < 0 || !/\d/.test(view.text.slice(start, end))) {
    findBehindNoun(view, value, findings)
    return
  }
  const written = view.text.slice(start, end)
  const score = /^ime/i.test(label) && isLuhnValid(written) ? CERTAIN : LABELLED
  const digits = written.replace(/\D/g, '').length
  const isSure = link !== 'bare' || digits >= 6 || looksCoded(written) || /^[A-Z0-9-]{6,}$/.test(written)
  const shortest = link === 'bare' || link === 'number' ? 5 : 4
  if (isSure && digits >= 1 && written.length >= shortest && !isCommon(written)) {
    findings.add(start, end, 'DEVICE_ID', score)
    findNext(view, end, findings)
  }
}

/** "ntb sn PF7MM297", "insulinepomp sn. PMP-46354": letters and digits in capitals. */
function findSerial(view: View, start: number, findings: Findings): void {
  const end = matchAt(view, serial, start)
  const written = end < 0 ? '' : view.text.slice(start, end)
  if (/\d.*\d.*\d/.test(written) && !isCommon(written)) findings.add(start, end, 'DEVICE_ID', LABELLED)
}
const serial = /(?=[A-Z\d-]*[A-Z])[A-Z\d][A-Z\d-]{4,24}(?![\p{L}\p{N}-])/uy

/** "Seriennummer Ledger LNX-0A46-70F9", "Chipnummer des Hundes 276098104471882", "Rechnername NB-KRAUSE-01" */
const nouns = /(?:[\p{L}'\u2019.-]{1,16} ){1,3}?(?=[A-Z]{0,4}-?\d|[A-Z]{2,8}-)/uy

function findBehindNoun(view: View, { start, labelStart, labelEnd, link }: LabelledValue, findings: Findings): void {
  if (link === 'cell' || link === 'hint') return
  const name = matchAt(view, ownName, start)
  if (name > 0 && namesDevice.test(view.text.slice(labelStart, labelEnd))) {
    findings.add(start, name, 'DEVICE_ID', TYPICAL)
    return
  }
  const first = matchAt(view, nouns, start)
  if (first < 0) return
  const end = codeEnd(view, first, view.text.length)
  if (end < 0) return
  const written = view.text.slice(first, end)
  const isLong = /^\d{9,18}$/.test(written)
  if ((isLong || (looksCoded(written) && written.length >= 8)) && !isCommon(written))
    findings.add(first, end, 'DEVICE_ID', LIKELY)
}
const namesDevice = /name$/i
const ownName = /[A-Z][A-Z\d]{1,14}(?:-[A-Z\d]{2,14}){1,3}(?![A-Za-z0-9-])/y

/** "meter serial nos. E6S 17101 34 (elec) and G4A-0289331 (gas)", "links 18447120, rechts 18447121" */
const nextOne =
  /(?: \([^)\n]{1,16}\))?(?:,| and| und| et| y| e| en| i| a| og| och| ja| \u00e9s| \u0219i| \u0438) (?:[\p{L}.]{1,12}:? ){0,2}(?=[A-Z]{0,4}\d)/uy

function findNext(view: View, from: number, findings: Findings): void {
  const start = matchAt(view, nextOne, from)
  const end = start < 0 ? -1 : codeEnd(view, start, view.text.length)
  if (end < 0) return
  const written = view.text.slice(start, end)
  if (looksCoded(written) && written.length >= 7 && !isCommon(written)) findings.add(start, end, 'DEVICE_ID', LIKELY)
}

function findDevice(view: View, value: LabelledValue, findings: Findings): void {
  const { limit, link } = value
  if (link === 'cell') return
  const start = runStart(view, value.start, value.labelEnd)
  if (!view.hasDigitWithin(limit - start, start)) return
  const unique = matchAt(view, uuid, start, limit)
  const end = unique < 0 ? matchAt(view, token, start, limit) : unique
  if (end < 0) return
  const written = view.text.slice(start, end)
  if ((unique > 0 || looksCoded(written) || isIssued(written)) && written.length >= 8 && !isCommon(written))
    findings.add(start, end, 'DEVICE_ID', TYPICAL)
}

/** `1877acbe-77a0`, `PMP-46354`, `E5755469`, `ExpoPush-7bbc462`: as makers and systems number devices. */
function isIssued(written: string): boolean {
  return (
    /^[0-9a-f]{6,12}-[0-9a-f]{4,12}$/.test(written) ||
    /^[A-Z]{2,5}-\d{4,9}$/.test(written) ||
    /^[A-Z]{1,2}\d{6,12}$/.test(written) ||
    /^[A-Za-z]{3,12}-(?=[0-9a-f]*\d[0-9a-f]*[a-f]|[0-9a-f]*[a-f][0-9a-f]*\d)[0-9a-f]{6,16}$/.test(written)
  )
}

/** End of a code behind a label; -1 where none stands. */
function codeEnd(view: View, start: number, limit: number): number {
  // The way from the label has passed a plus sign or none.
  const grouped = matchAt(view, imeiGroups, start, limit)
  if (grouped > 0 && isWholeToken(view, start, grouped)) return grouped
  const unique = matchAt(view, uuid, start, limit)
  if (unique > 0) return unique
  const meter = matchAt(view, meterGroups, start, limit)
  if (meter > 0) return meter
  const spaced = matchAt(view, groups, start, limit)
  if (spaced > 0 && isGrouped(view.text.slice(start, spaced))) return spaced
  const first = readReference(view, start, limit)
  const whole = matchAt(view, token, start, limit)
  return isWord(view.unit(start - 1)) ? -1 : Math.max(first, whole)
}

/** Enough digits for a number of its own, and no year or count behind it. */
function isGrouped(written: string): boolean {
  return written.replace(/\D/g, '').length >= 6 && !/ (?:(?:19|20)\d\d|\d)$/.test(written)
}

/** Capitals mixed with digits, groups of hexadecimal digits: no word and no number of something. */
function looksCoded(written: string): boolean {
  const digits = written.replace(/\D/g, '').length
  const capitals = written.replace(/[^A-Z]/g, '').length
  if (/^[0-9a-f]{4}(?:[-:][0-9a-f]{2,12}){2,6}$/i.test(written)) return digits >= 3
  if (/^[0-9a-f]{12,64}$/.test(written)) return digits >= 3
  if (/^[A-Z]\d{9,20}$/.test(written)) return true
  return digits >= 2 && digits + capitals >= 7 && capitals >= 2 && !/[a-z]{3}/.test(written)
}

/** Dates, versions, addresses of networks and files. */
function isCommon(written: string): boolean {
  return /^(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{4}-\d\d-\d\dT.{0,40}|v?\d{1,3}(?:\.\d{1,4}){1,3}|(?:19|20)\d\d|(?:\d{1,3}\.){3}\d{1,3}(?:[:/].{0,20})?|\/.{0,80}|.{0,80}\.[a-z]{2,4}|\d{1,5}(?:px|kWh|m|ms|MB|GB|V|W|A)|(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2})$/.test(
    written,
  )
}

function findImei(view: View, start: number, end: number, findings: Findings): void {
  if (isLuhnValid(view.text, start, end)) findings.add(start, end, 'DEVICE_ID', CHECKED)
}

/** Fifteen digits are an IMEI where the word stands near; cards of fifteen digits begin with 34 and 37. */
function findPlainImei(view: View, start: number, end: number, findings: Findings): void {
  const isNamed = view.isNear(idWords.name, start, 60) || view.isNear(deviceWords.name, start, 40)
  const isCard = view.unit(start) === 0x33 && (view.unit(start + 1) === 0x34 || view.unit(start + 1) === 0x37)
  if (isNamed && !isCard && isLuhnValid(view.text, start, end)) findings.add(start, end, 'DEVICE_ID', TYPICAL)
}

/** German meters, DIN 43863-5: the medium, three letters of the maker, ten digits. */
function findMeter(view: View, start: number, end: number, findings: Findings): void {
  if (/^[1-9][A-Z]{3}/.test(view.text.slice(start, start + 4))) findings.add(start, end, 'DEVICE_ID', TYPICAL)
}

/** Connections to the grid with a form of their own: CUPS (ES), POD (IT), PDL with its check is not; GSRN (Nordic, NL, BE). */
const connection =
  /(?:ES\d{16}[A-Z]{2}(?:\d[A-Z])?|IT\d{3}E\d{8}|(?:571313|735999|707057|643006|643007|87168|87169|541448|541449|541456|590310|590322|590380|590543)\d{12,13}|89\d{17,18}|FR\d{14}|AT00\d{28,29}|DE\d{31})(?![A-Za-z0-9])/y

function findConnection(view: View, start: number, end: number, findings: Findings): void {
  if (matchAt(view, connection, start) !== end || !isWholeToken(view, start, end)) return
  const isPlain = isDigit(view.unit(start))
  const isSim = isPlain && view.unit(start) === 0x38 && view.unit(start + 1) === 0x39
  if (isSim ? !isLuhnValid(view.text, start, end) : isPlain && end - start !== 18) return
  findings.add(start, end, 'DEVICE_ID', TYPICAL)
}

/** Host names that printers and telephones make of their hardware address. */
function findPrinter(view: View, start: number, end: number, findings: Findings): void {
  if (/^(?:BRN|BRW|SEP|SIP|KMB)[0-9A-F]{12}$/.test(view.text.slice(start, end)) && isWholeToken(view, start, end)) {
    findings.add(start, end, 'DEVICE_ID', TYPICAL)
  }
}

/** As Windows calls a new computer: `LAPTOP-K7PQ2MZX`. */
function findHost(view: View, start: number, end: number, findings: Findings): void {
  const head = /(?:LAPTOP|DESKTOP|WIN)-$/.exec(view.text.slice(Math.max(0, start - 9), start))
  if (head === null || !isWholeToken(view, start - head[0].length, end)) return
  findings.add(start - head[0].length, end, 'DEVICE_ID', TYPICAL)
}
