/**
 * Registration plates. Nearly no form is rare enough to stand alone, so words decide: behind "plate" anything like a plate is
 * one, near "car" what has the form of some state's plate.
 */
import { standsAlone } from '../boundaries.ts'
import { isDigit, isWord } from '../characters.ts'
import { limitAhead } from '../labelled-number.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onShape } from '../recognizer.ts'
import { CHECKED, LIKELY, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'
import { vinWords } from './vin.ts'

const plateWords: LabelGroup = {
  name: 'LICENSE_PLATE',
  words: {
    '*': 'license plate|licence plate|licenseplate|licenceplate|number plate|numberplate|vrm|vrn|plate',
    bg: 'рег|рег №|регистрационен номер|рег номер|дкн|регистрационен|регистрация на автомобила|табела',
    cs: 'rz|spz|registrační značka|registrační značkou|registrační značky|poznávací značka|státní poznávací značka|spz rz',
    da: 'nummerplade|nummerpladen|registrerings~|reg nr|regnr|registreringsnummer',
    de: 'kennzeichen|amtliches kennzeichen|amtl kennzeichen|kfz kennzeichen|nummernschild|kontrollschild|autonummer|autokennzeichen|polizeiliches kennzeichen|pol kennzeichen|kfz kz|kfz|wechselkennzeichen|kontrollschilder|kennz|kfz kennz',
    el: 'αριθμός κυκλοφορίας|αρ κυκλοφορίας|αρ κυκλ|πινακίδα|πινακίδες|πινακίδας|αριθμό κυκλοφορίας|αριθμού κυκλοφορίας|αρ πινακίδας',
    en: 'plates|plate number|plate no|registration|registration number|reg no|reg number|check reg|car reg|reg number|registration no|registration mark|vehicle registration|car registration|registration plate|car reg|vehicle reg|tag number|license tag|index mark',
    es: 'matrícula|matrículas|placa|placas|placa del coche|núm matrícula|matríc',
    et: 'registreerimismärk|registreerimismärgi|numbrimärk|reg nr|reg märk|numbrimärgiga|autonumber|registreerimisnumber',
    fi: 'rekisteri~|rekisteritunnus|rekisterinumero|rekisteritunnu*|rekisterikilpi|rek nro|rekkari|reknro',
    fr: "immatriculation|immatriculé|immatriculée|immatriculés|immat|plaque|plaques|plaque d'immatriculation|plaque minéralogique|numéro d'immatriculation|minéralogique",
    ga: 'uimhirphláta|uimhir chláraithe|pláta|chláraithe|clárphláta',
    hr: 'registracija|registarska oznaka|registarske oznake|reg oznaka|registarske oznake vozila|registarska tablica|tablice|tablica|reg ozn|registracijska oznaka|registracije|registracijska|registarska pločica|registarske pločice',
    hu: 'rendszám|rendszám*|rendszámú|forgalmi rendszám|frsz|rendsz',
    is: 'skráningarnúmer|bílnúmer|fastanúmer|númeraplata|skráningarnúmeri',
    it: 'targa|targata|targato|targhe|targati|numero di targa|targa n|tg',
    lt: 'valstybinis numeris|valst nr|valstybinis nr|numeris valstybinis|valstybiniai numeriai|automobilio numeris|valstybinio numerio|numeriai|valst numeris',
    lv: 'numura zīme|numurzīme|valsts numurs|valsts numuru|valsts numura|reģ nr|reģistrācijas numurs|valsts reģistrācijas numurs|numura zīmi|auto numurs|valsts nr',
    mt: 'pjanċa|numru tal-pjanċa|numru ta reġistrazzjoni|reġistrazzjoni|numru tal pjanċa|targa',
    nl: 'kenteken|kentekens|kenteken~|nummerplaat|kentekenplaat|kentekenbewijs|nummerplaten|kentekennr|kent',
    no: 'bilnr|bilnummer|registreringsnummer|kjennemerke|regnr|reg nr|skiltnummer|bilskilt|skilt|skiltnr|kjennetegn',
    pl: 'nr rej|numer rejestracyjny|nr rejestracyjny|rejestracja|rejestracyjny|rejestracji|tablica rejestracyjna|tablice|tablice rejestracyjne|o nr rej|numerze rejestracyjnym|nr rejestr|tablicach|rej',
    pt: 'matrícula|matrículas|placa|chapa de matrícula|placas|com a matrícula',
    ro: 'număr de înmatriculare|nr înmatriculare|nr de înmatriculare|înmatriculat|înmatriculată|numărul de înmatriculare|număr înmatriculare|plăcuță|plăcuțe|nr auto|înmatriculare|nr înm|plăcuța',
    sk: 'ečv|evč|špz|evidenčné číslo vozidla|evidenčným číslom|evidenčné číslo|ŠPZ vozidla|značka vozidla',
    sl: 'registrska oznaka|registrske oznake|registrsko oznako|reg vozila|reg oznaka|registrska tablica|reg ozn|registrska številka|tablica|registracija',
    sv: 'registreringsnummer|regnr|reg nr|bilnummer|registreringsskylt|regnumret|registrerings~|skylt',
    uk: 'державний номер|держномер|реєстраційний номер|номерний знак|номер авто|номер автомобіля|номерні знаки',
  },
}

const vehicleWords: LabelGroup = {
  name: 'VEHICLE',
  words: {
    '*': 'reg|bmw|audi|volkswagen|vw|skoda|seat|opel|vauxhall|ford|renault|peugeot|citroën|citroen|dacia|fiat|toyota|nissan|honda|hyundai|kia|mazda|volvo|mercedes|porsche|tesla|suzuki|mitsubishi|subaru|lexus|jeep|mini cooper|land rover|range rover|jaguar|cupra|golf|passat|octavia|fabia|corsa|astra|clio|megane|mégane|qashqai|fiesta|focus|yaris|corolla|ducato|sprinter|transporter|vespa|yamaha|kawasaki|ibiza|leon|iveco|scania|taxi|suv|van',
    bg: 'автомобил|автомобилът|автомобила|кола|колата|лек автомобил|камион|мотор|ванът|бус|превозно средство|мпс|джип|мотоциклет|товарен автомобил|управлявал|управлява|шофирал|паркирал|паркира',
    cs: 'vozidlo|vozidla|vozidlem|vůz|vozu|auto|auta|autem|automobil|automobilu|kamion|dodávka|motocykl|motorka|vozem|přívěs|řídil|řídila|parkuje|obytný přívěs',
    da: 'bil|bilen|bils|køretøj|køretøjet|varevogn|lastbil|motorcykel|personbil|varebil|knallert|bilens|trailer|kørte|standset i|stoppet i|fører af|parkeret|campingvogn',
    de: 'auto|autos|wagen|fahrzeug|fahrzeuge|fahrzeugs|töff|pkw|lkw|lieferwagen|mietwagen|leihwagen|dienstwagen|motorrad|transporter|kombi|anhänger|wohnmobil|firmenwagen|roller|kleinwagen|kfz|karre|sattelzug|sprinter|wohnwagen|wohnanhänger|caravan|moped|traktor|lenkte',
    el: 'όχημα|οχήματος|οχήματα|αυτοκίνητο|αυτοκινήτου|ιχ|φορτηγό|μοτοσικλέτα|μηχανή|μηχανάκι|αμάξι|βαν|ταξί|δίκυκλο|αυτοκίνητό|οδηγούσε|παρκάρει|φορτηγάκι',
    en: 'car|cars|vehicle|vehicles|truck|lorry|motorbike|motorcycle|scooter|trailer|caravan|campervan|hatchback|saloon|estate|minibus|pickup|parked|parking|driving|drove|driven|rental|driving a|motorhome|horsebox',
    es: 'coche|vehículo|vehículos|turismo|furgoneta|camión|moto|motocicleta|automóvil|carro|remolque|autocaravana|aparcado|ciclomotor|todoterreno|furgo|conducía',
    et: 'auto|autot|sõiduk|sõidukit|sõiduki|veoauto|mootorratas|sõiduauto|kaubik|buss|autoga|haagis|autol|autos|minu auto|mootorrattas|mootorratta|juhtis|haagissuvila',
    fi: 'auto|auton|autoa|autolla|ajoneuvo|ajoneuvon|pakettiauto|moottoripyörä|henkilöauto|kuorma auto|autossa|ajoneuvolla|perävaunu|mopo|autoni|autoani|autollani|automme|autosi|kuljetti|ajoi autoa|asuntovaunu|asuntovaunun',
    fr: 'véhicule|véhicules|voiture|voitures|camion|camionnette|moto|scooter|fourgon|utilitaire|automobile|remorque|fourgonnette|berline|stationné|garé|auto|deux roues|conduisait|caravane|mobylette',
    ga: 'carr|gcarr|charr|feithicil|veain|leoraí|gluaisrothar|gluaisteán|bhfeithicil|fheithicil',
    hr: 'auto|automobil|automobila|vozilo|vozila|vozilom|kamion|motocikl|kombi|autom|kola|skuter|osobno vozilo|prikolica|autu|vozio|vozila je|kamp kućica|upravljao',
    hu: 'autó|autót|autója|autóval|gépkocsi|gépkocsit|jármű|járművet|kocsi|kocsim|kamion|motor|motorkerékpár|személygépkocsi|tehergépkocsi|gépjármű|gépkocsival|furgon|teherautó|kocsit|utánfutó|autóm|autómat|autónk|kocsimat|vezette|lakókocsi|segédmotoros',
    is: 'bíll|bíllinn|bíl|bifreið|ökutæki|bílnum|bifreiðin|bíllinum|mótorhjól|jeppi|vörubíll|bifreiðinni',
    it: 'auto|automobile|autovettura|veicolo|veicoli|macchina|furgone|camion|moto|motociclo|camper|vettura|scooter|autocarro|rimorchio|autovettura|guidava|roulotte|motorino|alla guida',
    lt: 'automobilis|automobilio|automobilį|automobiliu|mašina|mašinos|transporto priemonė|motociklas|sunkvežimis|vilkikas|mašiną|priekaba|furgonas|transporto priemonės|vairavo|vairuoja|kemperis',
    lv: 'auto|automašīna|automašīnu|automašīnas|automobilis|mašīna|transportlīdzeklis|motocikls|kravas auto|automašīnai|mašīnu|transportlīdzekļa|furgons|piekabe|auto ar|a m|vadīja|vada',
    mt: 'karozza|karozzi|vettura|vann|trakk|mutur|il karozza|vetturi|karozzin|kien isuq|kienet issuq',
    nl: 'auto|wagen|voertuig|voertuigen|bestelwagen|vrachtwagen|motor|bestelbus|personenauto|camper|aanhanger|busje|bromfiets|geparkeerd|scooter|motorfiets|leaseauto|huurauto|bestuurde|caravan|brommer|reed in',
    no: 'bil|bilen|kjøretøy|kjøretøyet|varebil|lastebil|motorsykkel|personbil|tilhenger|bilens|leiebil|elbil',
    pl: 'auto|auta|autem|samochód|samochodu|samochodem|pojazd|pojazdu|pojazdem|motocykl|ciężarówka|furgonetka|bus|wóz|przyczepa|skuter|dostawczy|osobowy|pojazdy|kierował|kierowała|prowadził|prowadziła|busem',
    pt: 'carro|viatura|viaturas|veículo|veículos|automóvel|mota|motociclo|carrinha|camião|ligeiro|reboque|autocaravana|estacionado|estacionada|mota|pesado|conduzia|furgão|motorizada',
    ro: 'autoturism|autoturismul|autoturismului|mașina|mașină|mașinii|autovehicul|autovehiculul|vehicul|vehiculul|camion|motocicletă|duba|auto|autoutilitara|remorcă|scuter|dubița|conducea|conducând|dubă|rulotă|la volan',
    sk: 'vozidlo|vozidla|vozidlom|auto|auta|autom|automobil|automobilu|kamión|dodávka|motocykel|motorka|osobné auto|príves|vozidlu|viedol|viedla|riadil|karavan',
    sl: 'vozilo|vozila|vozilom|avto|avta|avtom|avtomobil|avtomobila|kombi|tovornjak|motor|osebno vozilo|motorno kolo|prikolica|avtu|vozil|vozila je|peljal|avtodom',
    sv: 'bil|bilen|bils|fordon|fordonet|lastbil|skåpbil|motorcykel|personbil|släp|lastbilen|bilens|hyrbil|husbil|moped|körde|husvagn|husvagnen|epatraktor',
    uk: 'автомобіль|автомобіля|авто|машина|машини|мотоцикл|вантажівка',
  },
}

/** What is a plate of some state, in Latin, Greek or Cyrillic capitals, as it stands behind a word for a car. */
const nationalPlates = [
  "(?:AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH)[- \u00b7]?\\d{1,3}[ ']\\d{3}", // CH, with a blank in the number
  'U{1,3}[- ]U{1,2}[ -]?\\d{1,4}[EH]?', // AT, CH (cantons with letters), DE
  'U{2}[- ]\\d{2}[- ]?\\d{3}', // DK
  'U{3}[- ]?\\d{2,4}', // BE, CY, EL, FI, HU, IS, LT, MT, SE
  'U{2}[- ]?U{2}[- ]?\\d{3}', // HU from 2022
  'U{3}[- ]?\\d{2}U', // SE from 2019
  '\\d{3}[- ]?U{3}', // EE
  '\\d[- ]U{3}[- ]\\d{3}', // BE
  'U{1,2}[- ]?\\d{4}[- ]?U{2}', // BG, UA
  '\\dU[0-9U][- ]?\\d{4}', // CZ
  'U{2}[- ]?\\d{3}[- ]?U{2}', // FR, IT, SK, HR
  '\\d{1,4}[- ]?U{2,3}[- ]?(?:\\d{2}|2[AB]|97\\d)', // FR before 2009
  '\\d{2,3}-U{1,2}-\\d{1,6}', // IE
  'U{2}[- ]\\d{3,4}[- ]U{1,2}', // HR
  'U{1,3}[ -]?\\d{4,5}U?', // LU, PL, NO
  'U{2,3}[ -]?[0-9U]{4,5}', // PL
  '(?:\\d{1,3}|U{1,3})-(?:\\d{2,3}|U{2,3})-(?:\\d{1,2}|U{1,2})', // NL, PT
  'U{1,2}[ -]\\d{2,3}[ -]U{3}', // RO
  'U{2} \\d{1,2}-?\\d?U{1,3}', // SI
  '\\d{4}[- ]?[B-DF-HJ-NPR-TV-Z]{3}', // ES
  'U{2}\\d{2}[ ]?U{3}', // GB
  'U\\d{1,3} ?U{3}', // GB before 2001
  '\\dU{3}\\d{3}', // US, California
  'U{1,2}[- ]\\d{1,6}[ -]?U{0,3}', // AT, CH, ES before 2000, LV, NO, SI
]

/** `U` stands for any capital letter. */
const nationalPlate = new RegExp(
  `(?:${nationalPlates.map(form => form.replaceAll('U', '\\p{Lu}')).join('|')})(?![\\p{L}\\p{N}])`,
  'uy',
)

/** The same in small letters, as people type them right behind a word for "plate". */
const inSmallLetters = new RegExp(nationalPlate.source.replaceAll('\\p{Lu}', '\\p{Ll}'), 'uyi')
/** Groups of small letters that are words or units rather than a part of a plate. */
const smallWord =
  /(?:^|[\d .-])(?:de|la|le|el|der|die|das|den|det|dem|des|von|vom|bis|am|im|an|auf|aus|in|of|on|at|to|for|and|und|et|y|e|i|a|o|w|z|do|od|na|nr|no|is|ist|est|es|til|fra|og|om|med|av|van|het|een|met|op|te|di|da|il|lo|un|su|per|con|dos|um|ou|or|ca|ab|kw|ps|km|kg|cm|mm|st|kr|eur|usd|h|m|l|t|g|x|vs|nm|hp|rpm|am|pm|min|sec|ms|max|top|nur|seit|the|not|new|old|all|any)(?=$|[\d .-])/iu

/** Right behind a word for "plate" anything goes that has a letter or a digit group of its own, in up to four groups. */
const anyPlate = /[\p{Lu}\d]{1,7}(?:[ \-·.][\p{Lu}\d]{1,6}){0,3}/uy
/** Lower-case plates, behind a key or a colon. */
const anyPlateInLowerCase = /[\p{L}\d]{1,7}(?:[ \-·.][\p{L}\d]{1,6}){0,3}/uy
/** Capitals before a number that are no plate. */
const noPlate =
  /^(?:BMW|VW|AMG|GTI|TDI|TSI|HDI|TDCI|USB|ISO|DIN|EUR|PLN|CZK|HUF|RON|SEK|DKK|NOK|CHF|GBP|USD|BGN|HRK|ABS|ESP|GPS|DVD|CD|PS|KW|KM|CM|MM|KG|NR|NO|MP|IP|EN|EU|US|UK|AM|PM|UTC|GMT|CET|MEZ|AB|AM|UM|VON|BIS|HTTP|PORT|MAX|MIN|MAZDA|FIAT|SEAT|ID|CX|RAV|SUV|PKW|LKW|VIN|COVID|BIC|KIA|AUDI|FORD|ART|PIN|UTR|QTY|PDF|RFC|EAN|HEX|SQL|GSM|TEL|FAX|MOB|TVA|BTW|IBAN|UID|AHV|\u041c\u041f\u0421|SSN|NIR|NIF|DNI|PESEL|TLF|TLM)$/

/** How far behind a word for "plate" one is looked for. */
const reach = 60
/** How far behind a word for a vehicle a plate ends. */
const shortReach = 24
/** How far around a plate a word may stand. */
const nearness = 80

export const licensePlate: BuiltInRecognizer = {
  name: 'license-plate',
  source: 'https://unece.org/distinguishing-signs-used-vehicles-international-traffic',
  types: ['LICENSE_PLATE'],
  anchors: [
    onLabel(plateWords, findBehindPlateWord),
    onLabel(vehicleWords, findBehindVehicleWord),
    onShape(
      [
        ...[
          'AA-AA 9999',
          'AA-AA 999',
          'AA-AA 99',
          'A-AA 9999',
          'A-AA 999',
          'A-AA 99',
          'AAA-AA 999',
          'AAA-AA 99',
          'AAA-AA 9999',
          'A-A 9999',
          'A-A 999',
          'AA-A 999',
          'AA-A 9999',
          'AAA-A 999',
          'AAA-A 9999',
          'AAA-A 99',
          'AA-A 99',
          'A-AA 9999A',
          'AA-AA 999A',
          'A-AA 999A',
          'A-AA-9999',
          'A-AA-999',
          'AA-AA-999',
          'AA-AA-9999',
          'AA-A-999',
          'AA-AA999',
          'A-AA9999',
          'AA-AA9999',
        ],
        ...['AA-999-AA', 'AA 999 AA', 'AA999AA'],
        ...[
          'AA-999-A',
          'A-999-AA',
          '99-AA-99',
          '99-99-AA',
          'AA-99-99',
          'AA-99-AA',
          '9-AAA-99',
          '99-AAA-9',
          'AA-AA-99',
          '99-AA-AA',
          'AAA-99-A',
          'A-99-AAA',
        ],
        ...[
          '9-AAA-999',
          '9 AAA 999',
          'AA 99 999',
          'AA 99 99 9',
          '99-A-9999',
          '999-A-9999',
          '999-AA-9999',
          '999-A-99999',
          '999-AA-999',
          '99-AA-9999',
          '999-A-999',
          '999-AA-99999',
        ],
        ...[
          'AAA-999',
          'AAA 999',
          'AAA-9999',
          '999 AAA',
          '999AAA',
          'AAAA-999',
          'AA AA-999',
          'AA-99999',
          'AA-9999',
          'AAA 99A',
          'AAA999',
          'AAA99A',
        ],
        ...['AA 9999 AA', 'AA9999AA', 'A 9999 AA', 'A9999AA', '9A9 9999', '9AA 9999', '9A99999', '9AA9999'],
        ...['9999 AAA', '9999-AAA', '9999AAA', 'AA99 AAA', 'AA99AAA', 'A999 AAA', 'A99 AAA', '9AAA999'],
        ...[
          'AA 9999A',
          'AAA 9999',
          'AA 99999',
          'AA 999AA',
          'AAA 99AA',
          'AAA 99999',
          'AA 9999AA',
          'AAA 9A99',
          'AA 9A999',
          'AAA A999',
          'AA 99 AAA',
          'AA-99-AAA',
          'A 99 AAA',
          'A 999 AAA',
          'AA 99-9AA',
          'AA 9999 A',
          'AA-9999A',
          'A-99999A',
          'A 99999',
          'AA-999AA',
          'AA-9999-AA',
          'AA 999-AA',
          'AA 9999-AA',
          'A-9999A',
          'A-999AAA',
          'AA 999 A',
        ],
      ],
      findShaped,
    ),
  ],
  examples: {
    match: [
      'amtl. Kennzeichen «GE-LM 2718», FIN',
      'Kennzeichen des Transporters: «F KT 317 E».',
      'Lieferwagen («W-37406L») steht',
      'mein Auto «M-AB 1234» steht',
      'Kontrollschild «ZH 639258»',
      'Kennzeichen «FL 63925»',
      'nummerplaat «1-ABC-234»',
      'Автомобил «Р 5263 МК» е',
      'рег. № «СВ 5263 МТ»',
      'RZ «5A7 5263» stálo',
      'varevognens nummerplade «BV 63 925» er',
      'naboens bil («DT 52 638») ved',
      'Auto «617 RTM».',
      'vehículo matrícula «5263 JFR» (bastidor',
      'matrícula «0317-FZC».',
      '"ajoneuvo":"«RTN-617»"',
      'véhicule immatriculé «EJ-617-RT» (n°',
      'le véhicule «DC 308 VN» garé',
      'registration «YD21 RMT» (VIN',
      'the camera read «MK70 EVF» there',
      'in a grey Skoda Fabia «HJ64 RTV».',
      'plate began «MK70», I',
      '"plate":"«6RTM318»"',
      'Το όχημα «ΝΒΕ-5263» ανήκει',
      'auto «ŠI 617-RT».',
      'rendszám: «AACE-617», a «BBDF-308» rendszámú autó',
      'Carr a athar: «172-MO-6175».',
      "dell'auto targata «FR 617 TM» (telaio",
      'automobilis «RTM 617», UAB',
      'plaque luxembourgeoise «RT 6175»',
      'auto «RT-6175», pase',
      'Karozza «RTM 617».',
      'kenteken «XN-617-T» (chassisnr.',
      'pojazd, nr rej. «CT 617RT», VIN',
      'auto «WU 5263R», VIN',
      'viatura «61-RT-75» (quadro',
      'Autoturismul «AR 61 RTN» (serie',
      'Bil: «PDR 61T».',
      'Reg. vozila «GO 61-7RT».',
      'Vozidlo «NR-617RT», OP',
      'regnr. «EK 63925»',
      'bíllinn «RT 617» er',
      'πινακίδα «ΡΤΜ 617»',
      'the plates: «6RTM318»',
      'valsts numurs «AB-1234»',
      'bil «EL 12345», bilen min «EK 12346»',
      'telaio e targa ignoti; «FT517RM»',
      'car reg «kx19 rdp», grey',
      'Kennzeichen «we-rt 617»',
      'immat. «gh-617-rt»,',
      'kenteken «gx-617-r».',
      'targa «gk 617 zp»,',
      'Kontrollschild «gr 41736»',
      'mein Töff: Kontrollschild «ZH 617 182».',
      'Auto: «cj 61 rtn».',
      'bilnr «SV 61752»',
    ],
    miss: [
      'the BMW 320 is a car',
      'Renault Clio 2012',
      'car no. 12',
      'registration opens at 09:30',
      'Audi A4 2000',
      'vehicle with 250 HP',
      'placa de 12 mm',
      'auto 12 000 km',
      'reg 0x7F',
      'part AB-123-CD',
      'Auto fährt 130 km/h',
      'Volvo XC90',
      'bus 4471',
      'registration number of the company is open',
      'tablice 12',
      'plate 3',
      'car park open 24/7',
      'VW ID 3000 km',
      'plate of 12 mm steel',
      'placa de 300 kg',
      'registration on 12 may',
      'matrícula el 12',
    ],
  },
}

function findBehindPlateWord(view: View, value: LabelledValue, findings: Findings): void {
  const limit = limitAhead(view, value, reach)
  const first = withCapitalsBefore(view, value)
  for (let at = first; at < limit; at++) {
    if (!isWord(view.unit(at)) || isWord(view.unit(at - 1))) continue
    const isFirst = at === first
    const isClear = value.link === 'cell' || value.link === 'hint' || (isFirst && value.link === 'pair')
    const capital = plateEnd(view, isClear ? anyPlateInLowerCase : anyPlate, at, limit)
    const end = isFirst ? Math.max(capital, smallPlateEnd(view, at, limit)) : capital
    if (end < 0 || (!isFirst && isModel(view, at, end))) continue
    findings.add(at, end, 'LICENSE_PLATE', CHECKED)
    return
  }
}

/** End of a plate in small letters that starts here: the form of some state, no words in it; -1 where none does. */
function smallPlateEnd(view: View, start: number, limit: number): number {
  const end = matchAt(view, inSmallLetters, start, limit)
  if (end < 0 || !standsAlone(view, start, end)) return -1
  const written = view.text.slice(start, end)
  const digits = written.replace(/\D/g, '').length
  const letters = written.replace(/[^\p{L}]/gu, '').length
  return digits >= 2 && letters + digits >= 5 && /\p{Ll}/u.test(written) && !smallWord.test(written) ? end : -1
}

function findBehindVehicleWord(view: View, value: LabelledValue, findings: Findings): void {
  const limit = limitAhead(view, value, shortReach)
  // "bilen min EL 12345": one short word may stand between.
  const shortWord = matchAt(view, /\p{Ll}{1,4} (?=[\p{Lu}\d])/uy, value.start, limit)
  const start = shortWord < 0 ? withCapitalsBefore(view, value) : shortWord
  // "Auto: cj 77 ktb"
  const isParted = /^[\p{L}\d]{1,3}-[\p{L}\d]{1,3}-[\p{L}\d]{1,3}/u.test(view.text.slice(value.start, value.start + 12))
  const isBritish = matchAt(view, britishInSmallLetters, value.start, limit) >= 0
  const small = value.link === 'pair' || isParted || isBritish ? smallPlateEnd(view, value.start, limit) : -1
  if (small > 0) {
    findings.add(value.start, small, 'LICENSE_PLATE', LIKELY)
    return
  }
  if (addNationalPlate(view, start, limit, findings)) return
  const bracketed = matchAt(view, inBracket, value.labelEnd)
  if (bracketed > 0) addNationalPlate(view, bracketed, bracketed + shortReach, findings)
}

const britishInSmallLetters = /[a-z]{2}\d\d ?[a-z]{3}(?![\p{L}\d])/uy

/** "my car (a Panda, GB 417 XN)", "avto mu je crknil (KP 44-18K)" */
const inBracket = /[^\n().;!?\d]{0,40}\((?:[^\n()\d]{0,24}[, ] ?)?(?=\p{Lu}{1,3}[ -]?\d|\d{1,4}[ -]?\p{Lu})/uy

function addNationalPlate(view: View, start: number, limit: number, findings: Findings): boolean {
  const end = plateEnd(view, nationalPlate, start, limit)
  if (end < 0 || isModel(view, start, end)) return false
  const written = view.text.slice(start, end)
  if (written !== written.toUpperCase()) return false
  findings.add(start, end, 'LICENSE_PLATE', TYPICAL)
  return true
}

/** "bil EL 12345": short words between label and value ("el", "de", "la") may be the letters of a plate. */
function withCapitalsBefore(view: View, { labelEnd, start }: LabelledValue): number {
  const before = /(?:^|[^\p{L}\d])(\p{Lu}{1,3})[- ]$/u.exec(view.text.slice(Math.max(labelEnd, start - 5), start))
  return before === null ? start : start - before[1]!.length - 1
}

/** End of what is like a plate at `start`: four to nine letters and digits, both of them, no other word or amount; else -1. */
function plateEnd(view: View, pattern: RegExp, start: number, limit: number): number {
  let end = matchAt(view, pattern, start, limit)
  while (end > start && !isPlate(view, start, end)) end = beforeLastGroup(view, start, end)
  return end > start ? end : -1
}

function isPlate(view: View, start: number, end: number): boolean {
  // `[0-9A-Z` is a class of an expression.
  if (!standsAlone(view, start, end) || view.unit(start - 1) === 0x5b) return false
  const written = view.text.slice(start, end)
  const compacted = written.replace(/[^\p{L}\d]/gu, '')
  const digits = compacted.replace(/\D/g, '').length
  if (compacted.length < 4 || compacted.length > 9 || digits === 0 || digits === compacted.length) return false
  if (/^(?:UTM|MGRS|GSM|TEL|FAX|MOB|TLF|TLM|TVA|BTW|UID|AHV)[ .-]/.test(written)) return false
  return !written.split(/[ \-·.]/).some(word => word.length > 4 && !/\d/.test(word))
}

/** "BMW 320", "EUR 1200": a known word in capitals and a number. */
function isModel(view: View, start: number, end: number): boolean {
  const written = view.text.slice(start, end)
  return isPlain(written) && noPlate.test(/^\p{L}*/u.exec(written)![0])
}

function beforeLastGroup(view: View, start: number, end: number): number {
  let at = end - 1
  while (at > start && isWord(view.unit(at))) at--
  return at
}

function findShaped(view: View, start: number, end: number, findings: Findings): void {
  const width = end - start + 2 * nearness
  const isNamed = view.isNear(plateWords.name, end + nearness, width)
  const written = view.text.slice(start, end)
  // A plate is not broken over lines; what stands below is the next label.
  if (written.includes('\n')) return
  const isSure = isNamed || isBritish(written)
  if (!isSure && (isPlain(written) || !isNearVehicle(view, end + nearness, width))) return
  if (written !== written.toUpperCase() || !isPlate(view, start, end) || isModel(view, start, end)) return
  findings.add(start, end, 'LICENSE_PLATE', isNamed ? CHECKED : LIKELY)
}

function isNearVehicle(view: View, end: number, width: number): boolean {
  return view.isNear(vehicleWords.name, end, width) || view.isNear(vinWords.name, end, width)
}

/** Two letters, the half year (02 to 29, 51 to 79), a blank, three letters: nothing else looks like it. */
function isBritish(written: string): boolean {
  return /^[A-HJ-PR-Y]{2}(?:0[2-9]|[125-7]\d) [A-HJ-PR-Z]{3}$/.test(written)
}

/** One group of letters and one of digits: model names and codes look the same. */
function isPlain(written: string): boolean {
  const first = written.charCodeAt(0)
  return isDigit(first) ? /^\d+[ -]?\p{L}+$/u.test(written) : /^\p{L}+[ -]?\d+$/u.test(written)
}
