/** Positions on the earth as latitude and longitude: ISO 6709, RFC 5870 (`geo:`), degrees with minutes and seconds, plus codes. */
import { isDigit, isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onRun, onText } from '../recognizer.ts'
import { CHECKED, LABELLED, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'

/** Keys and words of one number. */
const axisWords: LabelGroup = {
  name: 'GEO_AXIS',
  words: {
    '*': 'lat|lng|lon|long|latitude|longitude|latitud|longitud|latitudine|longitudine|gps lat|gps lon|gps lng|geo lat|geo lng',
    bg: 'ширина|дължина|географска ширина|географска дължина',
    cs: 'zeměpisná šířka|zeměpisná délka|šířka|délka',
    da: 'breddegrad|længdegrad',
    de: 'breitengrad|längengrad|geografische breite|geografische länge|breite|länge',
    el: 'γεωγραφικό πλάτος|γεωγραφικό μήκος|πλάτος|μήκος',
    et: 'laiuskraad|pikkuskraad',
    fi: 'leveysaste|pituusaste|leveyspiiri|pituuspiiri',
    ga: 'domhanleithead|domhanfhad',
    hr: 'geografska širina|geografska dužina|zemljopisna širina|zemljopisna dužina',
    hu: 'szélesség|hosszúság|földrajzi szélesség|földrajzi hosszúság',
    is: 'breiddargráða|lengdargráða',
    lt: 'platuma|ilguma',
    lv: 'platums|garums',
    mt: 'latitudni|lonġitudni',
    nl: 'breedtegraad|lengtegraad',
    no: 'breddegrad|lengdegrad',
    pl: 'szerokość|długość|szerokość geograficzna|długość geograficzna|szer geogr|dł geogr',
    pt: 'latitude|longitude',
    ro: 'latitudine|longitudine',
    sk: 'zemepisná šírka|zemepisná dĺžka',
    sl: 'zemljepisna širina|zemljepisna dolžina',
    sv: 'latitud|longitud|breddgrad|längdgrad',
  },
}

/** Words beside a pair. */
const placeWords: LabelGroup = {
  name: 'GEO_COORDINATES',
  words: {
    '*': 'gps|geo|coords|coord|coordinate|coordinates|latlng|lat lng|lat lon|lat long|latlon|geolocation|geopoint|position|location|pos|waypoint|maps|point',
    bg: 'координати|местоположение|позиция|джипиес',
    cs: 'souřadnice|souřadnic|poloha|polohu|pozice',
    da: 'koordinater|koordinaterne|position|placering|beliggenhed',
    de: 'koordinate*|standort|standortes|standorts|position|gps koordinaten|geokoordinaten|navi|fundort|navi ziel',
    el: 'συντεταγμένες|θέση|στίγμα|τοποθεσία|συντεταγμένων',
    es: 'coordenada*|posición|ubicación|localización|coords',
    et: 'koordinaa*|asukoht|asukoha|asukohas|positsioon',
    fi: 'koordinaa*|sijainti|sijainnin|sijainnissa|paikka|paikannus',
    fr: 'coordonnées|coordonnées gps|position|localisation|emplacement|géolocalisation',
    ga: 'comhordanáidí|suíomh',
    hr: 'koordinat*|položaj|lokacija|lokacije|pozicija',
    hu: 'koordinát*|helyzet|helyzete|pozíció|pozíciója|helyszín',
    is: 'hnit|staðsetning',
    it: 'coordinat*|posizione|localizzazione|ubicazione',
    lt: 'koordinat*|vieta|padėtis|buvimo vieta',
    lv: 'koordināt*|atrašanās vieta|pozīcija',
    mt: 'koordinati|pożizzjoni|post',
    nl: 'coördinaten|coördinaat|locatie|positie|plaats|gps locatie',
    no: 'koordinater|posisjon|plassering',
    pl: 'współrzędn*|położeni*|lokalizacj*|pozycj*',
    pt: 'coordenada*|posição|localização',
    ro: 'coordonat*|poziți*|locați*|localizar*',
    sk: 'súradnice|poloha|pozícia',
    sl: 'koordinat*|položaj|lokacija|lega',
    sv: 'koordinat*|position|plats|läge',
  },
}

/** A number with decimals, signed or with its side of the world before or behind. */
const number = String.raw`(?:[NSEWOÖ] ?)?[+-]?\d{1,3}\.\d{2,14}(?: ?°)?(?: ?[NSEWOVÖIL](?![\p{L}\p{N}]))?`
const between = String.raw`(?:\s{0,3}[,;|/]\s{0,3}|\s{1,3}|%2C(?:%20)?|,\+|\+)`
const pair = new RegExp(`${number}${between}${number}`, 'uy')
const commaNumber = String.raw`[+-]?\d{1,3},\d{3,10}(?: ?°)?(?: ?[NSEWO](?![\p{L}\p{N}]))?`
const commaPair = new RegExp(String.raw`${commaNumber}(?:\s{0,2}[;|/]\s{0,2}|,?\s{1,3})${commaNumber}`, 'uy')
const single = /[+-]?\d{1,3}[.,]\d{2,15}(?! ?[%€$])(?: ?°)?(?: ?[NSEWO](?![\p{L}\p{N}]))?/uy
/** `48°51'29.6"N`; also `48° 51.493' N`, `N 48° 51' 29"`. Primes are U+2032 and U+2033. */
const angle = String.raw`\d{1,3} ?° ?(?:\d{1,2}[.,]\d{2,5}(?![\d'])|\d{1,2}(?:[.,]\d{1,6})? ?['\u2032\u00b4](?: ?\d{1,2}(?:[.,]\d{1,6})? ?(?:\\?"|\u2033|''|\u2032\u2032|\u201d))?)`
const degrees = new RegExp(
  String.raw`${angle} ?[NSEWOÖ]?(?:[,;/ ]{1,3}(?:[NSEWOÖ] ?)?${angle} ?(?:[NSEWOÖ](?![\p{L}\p{N}]))?)?`,
  'uy',
)
const plusCode = /[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,3}(?![A-Za-z0-9])/y
const threeWords = /\p{Ll}{3,18}\.\p{Ll}{3,18}\.\p{Ll}{3,18}(?![\p{L}\p{N}.])/uy
const pointText = /\s{0,2}[zZmM]{0,2}\s{0,2}\(\s{0,2}/y

export const geoCoordinates: BuiltInRecognizer = {
  name: 'geo-coordinates',
  source: 'https://www.iso.org/standard/75147.html',
  types: ['GEO_COORDINATES'],
  anchors: [
    onText('.', findAtPoint, '9', '9'),
    onRun(1, 3, findDegrees, { made: ['9', '9A'], after: ['\u00b0', ' \u00b0'] }),
    onRun(8, 8, findPlusCode, { after: ['+9', '+A'] }),
    onText('///', findWords),
    onLabel(axisWords, findAxis),
    onLabel(placeWords, findPlace),
  ],
  examples: {
    match: [
      'ved «56.15872, 10.20436».',
      'Koordinaten «51.34058 N, 12.37461 O»',
      '{"lat": «45.523187», "lng": «-122.676482»}',
      '"coords":"«40.4168,-3.7038»"',
      'geo:«52.5163,13.3777»;u=35',
      'https://maps.example/?q=«48.85837,2.29448»&z=15',
      'https://maps.example/@«48.85837,2.29448»,17z',
      'found at «48°51\'29.6"N 2°17\'40.2"E»',
      'cache at N «52° 31.200 E 013° 24.300»',
      'GPS: «47,66134; 12,33411»',
      'last seen at «51.45450, -2.58790» near the harbour',
      'lat=«59.3293»\nname,lat,lon\nx,«59.3293»,«18.0686»',
      'latitude=«60.1695»&longitude=«24.9354»',
      'Breitengrad: «48,1372»',
      'plus code «9F4MGC2M+H4» or ///«filled.count.soap»',
      'POINT(«13.37770 52.51630»)',
      'Posizione GPS del cantiere: «45.4384, 10.9917»',
      'sortie 54 («43.7316 ; 3.3178»)',
      'Locul faptei: «44.7391 / 24.2286».',
      '{"poz":["«47.90253»","«20.37722»"]}',
      'szer. geogr. «52.2297», dł. geogr. «21.0122»',
    ],
    miss: [
      '3.1415, 2.7182, 1.4142',
      '[0.12345, -0.23456]',
      'versions 10.12345, 9.2',
      'paid 12.5000, 13.7500',
      'lat: 3',
      'at 99.12345, 200.12345',
      'costs 1284.77..1290.02',
      'position 3.5',
      'rates 112.7391 ; 118.2286',
      '["99.12345", "200.12345"]',
      '["47.90253", "20.37722", "12.34567"]',
      'pos 12, 14',
      'a//// b.c.d',
    ],
  },
}

/** Two numbers with four decimals at least, one of them at this point. */
function findAtPoint(view: View, at: number, _end: number, findings: Findings): void {
  const { units } = view
  if (!isDigit(units[at + 2]!) || !isDigit(units[at + 3]!) || !isDigit(units[at + 1]!)) return
  if (!isDigit(view.unit(at - 1)) || !mayBePair(view, at)) return
  const start = numberStart(view, at)
  if (start < 0) return
  const end = matchAt(view, pair, start)
  if (end < 0) {
    findStrings(view, start, findings)
    return
  }
  if (isPartOfList(view, start) || isOfPublicPlace(view, start)) return
  const isNamed = view.isNear(placeWords.name, start, 48)
  addPair(view, start, end, isNamed ? 3 : 4, isNamed ? LABELLED : TYPICAL, findings)
}

/** `["47.90253", "20.37722"]`: two strings of a list. */
function findStrings(view: View, start: number, findings: Findings): void {
  const end = matchAt(view, strings, start)
  if (end < 0 || view.unit(start - 1) !== 0x22 || isPartOfList(view, start - 1)) return
  const [first = '', second = ''] = view.text.slice(start, end - 1).split(/"\s{0,2},\s{0,2}"/)
  if (!isInEurope(toNumber(first), toNumber(second))) return
  findings.add(start, start + first.length, 'GEO_COORDINATES', TYPICAL)
  findings.add(end - 1 - second.length, end - 1, 'GEO_COORDINATES', TYPICAL)
}
const strings = /-?\d{1,3}\.\d{4,14}"\s{0,2},\s{0,2}"-?\d{1,3}\.\d{4,14}"(?!\s{0,2},\s{0,2}"-?\d)/y

/** With the Canary Islands and Cyprus. */
function isInEurope(latitude: number, longitude: number): boolean {
  return latitude > 27 && latitude < 72 && longitude > -25 && longitude < 45
}

/** Two decimals, and no unit behind them but those that may stand between two numbers. */
function mayBePair(view: View, at: number): boolean {
  let end = at + 1
  while (end <= at + mostDecimals && isDigit(view.unit(end))) end++
  if (end < at + 3) return false
  const after = view.unit(end)
  return after > 0x7a || betweenNumbers[after] === 1
}

const mostDecimals = 14
/** What `pair` may go on with behind the digits: blanks, what divides, a degree, a side of the world. */
const betweenNumbers = new Uint8Array(0x80)
for (const sign of ' \t\n\v\f\r,;|/%+NSEWOVIL"') betweenNumbers[sign.charCodeAt(0)] = 1

/** A mountain, a station, a museum: known to all, nobody's home. */
const publicPlace =
  /(?:summit|peak|trailhead|car park|cairn|station|airport|museum|waypoint|wpt|lighthouse|viewpoint|campsite|hut|pass|castle|cathedral|stadium|monument|gipfel|bahnhof|flughafen|parkplatz|aussichtspunkt|h\u00fctte|gare|sommet|a\u00e9roport|cima|stazione|aeroporto|rifugio|cumbre|aeropuerto|estaci\u00f3n|mirador|szczyt|dworzec|schronisko|vrchol|n\u00e1dra\u017e\u00ed|berg|station|luchthaven|lufthavn|flygplats|epicent(?:er|re)|buoy|reef|crater|volcano)[^\n]{0,24}$/iu
const somebodys =
  /(?:^|\P{L})(?:my|his|her|their|our|mein|meine|seine|ihre?|mon|ma|son|sa|mi|su|mio|sua|home|house|lives|wohnt|habite|vive|abita)(?:\P{L}|$)/iu

function isOfPublicPlace(view: View, start: number): boolean {
  const before = view.text.slice(Math.max(0, start - 48), start)
  return publicPlace.test(before) && !somebodys.test(before)
}

/** Start of the digits before a point, with sign and side of the world; -1 where they belong to something longer. */
function numberStart(view: View, at: number): number {
  let start = at
  while (start > at - 4 && isDigit(view.unit(start - 1))) start--
  const before = view.unit(start - 1)
  if (before === 0x2d || before === 0x2b) start--
  const sign = view.unit(start - 1)
  // `!3d52.5` is how map links write it.
  const isMapMark = sign === 0x64 && view.unit(start - 3) === 0x21
  return (isWord(sign) && !isMapMark) || sign === 0x2e || isDigit(sign) ? -1 : start
}

/** A number stands before it in the list: vectors and series have more than two. */
function isPartOfList(view: View, start: number): boolean {
  return /\d[,;]\s{0,3}$/.test(view.text.slice(Math.max(0, start - 6), start))
}

function addPair(view: View, start: number, end: number, decimals: number, score: number, findings: Findings): void {
  if (end < 0 || isWord(view.unit(end)) || /^,?\s{0,2}-?\d{1,3}\.\d{3}/.test(view.text.slice(end, end + 12))) return
  const written = view.text.slice(start, end)
  const [first = '', second = ''] = written.match(/[+-]?\d{1,3}[.,]\d{2,15}/g) ?? []
  const values = [toNumber(first), toNumber(second)]
  const [fewer, more] = [decimalsOf(first), decimalsOf(second)].sort((left, right) => left - right) as [number, number]
  // Four decimals in both may be prices; a side of the world or a link with a map in it says more.
  const isLong = fewer >= decimals && (decimals < 4 || more > 4 || isSure(view, start, written))
  // Longitude may come first, as in GeoJSON and WKT.
  const isOnEarth = Math.abs(Math.min(...values.map(Math.abs))) <= 90 && Math.max(...values.map(Math.abs)) <= 180
  const isNearZero = values.every(value => Math.abs(value) < 2)
  if (isLong && isOnEarth && !isNearZero) findings.add(start, trimmedEnd(view, end), 'GEO_COORDINATES', score)
}

function isSure(view: View, start: number, written: string): boolean {
  const before = view.unit(start - 1)
  if (/ [;/] /.test(written)) {
    const [first = '', second = ''] = written.split(/ [;/] /)
    return isInEurope(toNumber(first), toNumber(second))
  }
  return /[NSEWO]/.test(written) || before === 0x40 || before === 0x3d || before === 0x3a || written.includes('-')
}

function trimmedEnd(view: View, end: number): number {
  return view.unit(end - 1) === 0x20 ? end - 1 : end
}

function toNumber(written: string): number {
  return Number(written.replace(',', '.'))
}

function decimalsOf(written: string): number {
  return written.length - Math.max(written.indexOf('.'), written.indexOf(',')) - 1
}

function findAxis(view: View, value: LabelledValue, findings: Findings): void {
  // The way from the key has passed the sign.
  const start = isSign(view.unit(value.start - 1)) ? value.start - 1 : value.start
  const end = matchAt(view, single, start)
  if (end < 0 || isWord(view.unit(end)) || value.start - value.labelEnd > 40) return
  const written = view.text.slice(start, end)
  const isDecimal = decimalsOf(written.replace(/[^0-9.,+-]/g, '')) >= (value.link === 'bare' ? 4 : 2)
  if (!isDecimal || Math.abs(Number.parseFloat(written.replace(',', '.'))) > 180) return
  findings.add(start, trimmedEnd(view, end), 'GEO_COORDINATES', LABELLED)
}

function isSign(unit: number): boolean {
  return unit === 0x2d || unit === 0x2b
}

function findPlace(view: View, value: LabelledValue, findings: Findings): void {
  const bracket = matchAt(view, pointText, value.start)
  const start = bracket < 0 ? value.start : bracket
  const end = matchAt(view, pair, start)
  if (end > 0) addPair(view, start, end, 3, CHECKED, findings)
  else addPair(view, start, matchAt(view, commaPair, start), 3, LABELLED, findings)
}

function findDegrees(view: View, start: number, _end: number, findings: Findings): void {
  const stop = matchAt(view, degrees, start)
  if (stop > 0) findings.add(start, trimmedEnd(view, stop), 'GEO_COORDINATES', TYPICAL)
}

function findPlusCode(view: View, start: number, end: number, findings: Findings): void {
  const stop = matchAt(view, plusCode, start)
  if (stop > 0 && /\d/.test(view.text.slice(start, end))) findings.add(start, stop, 'GEO_COORDINATES', TYPICAL)
}

/** what3words. */
function findWords(view: View, start: number, end: number, findings: Findings): void {
  if (view.unit(start - 1) === 0x2f || view.unit(start - 1) === 0x3a) return
  const stop = matchAt(view, threeWords, end)
  if (stop > 0) findings.add(end, stop, 'GEO_COORDINATES', TYPICAL)
}
