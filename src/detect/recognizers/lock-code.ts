/**
 * What opens a lock, silences an alarm or answers a service: behind the word for the thing that has a code, a few words further on
 * ("Key safe by the back door, 2749"), by its own sign (`4471#`), and alone in the line of a chat that asked for a code.
 */
import { standsAlone } from '../boundaries.ts'
import { isDigit, isWord } from '../characters.ts'
import { lazily, matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onRun, onShape, onWord } from '../recognizer.ts'
import { LABELLED, LIKELY } from '../scores.ts'
import type { View } from '../view.ts'

/** Things that have nothing but a code. */
const lockWords: LabelGroup = {
  name: 'LOCK',
  words: {
    bg: 'катинар|катинара|сейф|сейфа|кутия за ключове|кутията за ключове|аларма|алармата|се отваря с|се изключва с|домофон|шкафче',
    cs: 'visací zámek|zámek na kolo|trezor|trezoru|schránka na klíče|schránky na klíče|alarm|alarmu|otevírá se|otvírá se na|vypíná se|alarm se vypíná|skříňka|schránce',
    da: 'hængelås|nøgleboks|nøgleboksen|pengeskab|pengeskabet|kodelås|kodelåsen|alarm|alarmen|cykellås|åbnes med|slås fra med|hoveddør|låge|åbner med',
    de: 'schlüsselsafe|schlüsseltresor|schlüsselkasten|schlüsselbox|tresor|tresors|safe|zahlenschloss|vorhängeschloss|fahrradschloss|alarmanlage|alarmcode|türcode|torcode|zahlenkombination|kombination|backupcode|backup code|2fa backupcode|wiederherstellungscode|briefkastenschloss|spind|schließfach|öffnet mit|entsperrt mit|geht auf mit|kofferschloss|haustür|hintertür|gartentor|telefonbanking|geheimcode|tastenfeld|geht mit|öffnen mit|schlüsseldepot',
    el: 'λουκέτο|χρηματοκιβώτιο|χρηματοκιβωτίου|κλειδοθήκη|συναγερμός|συναγερμό|συναγερμού|ανοίγει με|κλείνει με|θυροτηλέφωνο|απενεργοποιείται με',
    en: 'key safe|keysafe|key box|keybox|lockbox|lock box|padlock|combination lock|bike lock|safe|alarm|keypad|combination|combo|entryphone|door entry|panic code|backup code|suitcase lock|lock is|phone opens with|opens with|unlocks with|buzz in with|buzzer|code for the bins|locker|gate code|door code|front door|back door|side gate|telephone banking|goes off with|turns off with|switches off with|key cabinet|lock code',
    es: 'candado|caja fuerte|caja de llaves|cajetín|alarma|combinación|se abre con|se desbloquea con|portal|verja|telefonillo|taquilla|se quita con|se apaga con|se desactiva con|llavero con código|cajetín de llaves',
    et: 'tabalukk|tabaluku|seif|seifi|võtmekapp|võtmekapi|signalisatsioon|signalisatsiooni|valve|avaneb|avaneb koodiga|lülitub välja',
    fi: 'munalukko|munalukon|kassakaappi|kassakaapin|avainboksi|avainboksin|avainsäilö|hälytin|hälyttimen|numerolukko|numerolukon|aukeaa|avautuu|alaovi|alaoven|kaappi|avainboksissa|avainsäilössä|menee pois',
    fr: "cadenas|coffre|coffre-fort|boîte à clé|boîte à clés|boite à clé|boite à clés|boîtier à clés|alarme|digicode|antivol|combinaison|s'ouvre avec|se déverrouille avec|portail|portillon|interphone|porte d'entrée|code secret|s'éteint avec|se coupe avec|se désactive avec|s'ouvrent avec",
    ga: 'taisceadán|aláram|glas fraincín',
    hr: 'lokot|lokota|sef|sefa|kutija za ključeve|kutije za ključeve|alarm|alarma|otvara se|gasi se|portafon|ormarić|sefu za ključeve|otvaraju se|se otvaraju|se otvara|isključuje se|sefu za ključeve',
    hu: 'lakat|lakaté|széf|széfé|kulcsszéf|kulcsdoboz|riasztó|riasztóé|számzár|nyílik|kikapcsol|kapukód|kaputelefon|kulcsszéfben|kulcsdobozban',
    is: 'lykilbox|lyklabox|öryggiskerfi|talnalás',
    it: 'lucchetto|cassaforte|cassetta delle chiavi|portachiavi a codice|allarme|antifurto|combinazione|si apre con|si sblocca con|portone|cancello|citofono|armadietto|si toglie con|si disattiva con|si spegne con|cassetta|cassettina',
    lt: 'spyna|spynos|seifas|seifo|raktų dėžutė|raktų dėžutės|signalizacija|signalizacijos|atsidaro|atsidaro su|išjungiama',
    lv: 'piekaramā atslēga|seifs|seifa|atslēgu kaste|atslēgu kastes|signalizācija|signalizācijas|atveras ar|atveras|atver ar|izslēdzas',
    mt: 'katnazz|sejf|allarm|kaxxa taċ-ċwievet|jinfetaħ',
    nl: 'sleutelkluis|sleutelkastje|sleutelkluisje|hangslot|cijferslot|kluis|kluisje|fietsslot|alarm|alarmcode|gaat open met|opent met|voordeur|achterdeur|poort|cijfers|gaat eraf met|gaat uit met|gaan open met',
    no: 'hengelås|nøkkelboks|nøkkelboksen|safe|safen|kodelås|alarm|alarmen|åpnes med|skrus av med',
    pl: 'kłódka|kłódki|kłódkę|sejf|sejfu|skrytka na klucze|skrytki na klucze|skrzynka na klucze|alarm|alarmu|zamek szyfrowy|otwiera się|wchodzi się na|otwiera się kodem|szyfr|furtka|domofon|szafka|skrytce na klucze|skrzynce na klucze|otwierają się|wyłącza się|skrytce',
    pt: 'cadeado|cofre|caixa de chaves|caixa das chaves|alarme|abre com|desliga com|portão|cacifo|caixa da chave|abre-se com|desliga-se com',
    ro: 'lacăt|lacătul|lacătului|seif|seiful|seifului|cutia de chei|cutie de chei|alarmă|alarma|alarmei|se deschide cu|se oprește cu|interfon|poarta|cutia cu chei|se deschid cu|se dezactivează cu',
    sk: 'visiaci zámok|trezor|trezoru|schránka na kľúče|schránky na kľúče|alarm|alarmu|otvára sa|vypína sa|skrinka|bránka|schránke na kľúče|otvárajú sa|sa otvárajú|sa vypína|schránke',
    sl: 'ključavnica|ključavnice|sef|sefa|omarica za ključe|predal za ključe|alarm|alarma|se odpre s|domofon|omarica|omarici za ključe|odprejo se|se odprejo|se izklopi',
    sv: 'hänglås|hänglåset|nyckelskåp|nyckelskåpet|nyckelbox|nyckelboxen|kassaskåp|kassaskåpet|kodlås|larm|larmet|cykellås|öppnas med|stängs av med|porten|garaget|skåp|går på med|stängs av',
    uk: 'сейф|сейфа|замок|сигналізація|сигналізації|скринька для ключів|домофон',
  },
}

/** What may have a code, and much else: a verb or a sign has to lead to it. */
const doorWords: LabelGroup = {
  name: 'DOOR',
  words: {
    bg: 'врата|вратата|входът|вход|порталът|гараж|гаража|гаражът|портал',
    cs: 'dveře|dveří|vchod|vchodu|branka|branku|brána|garáž|garáže|schránce na klíče|schránce',
    da: 'dør|døren|hoveddøren|porten|garage|garagen|indgang',
    de: 'tür|haustüre|tor|hoftor|garage|garagentor|schranke|eingang|hintereingang|nebeneingang|kellertür|wohnungstür|alarm',
    el: 'πόρτα|εξώπορτα|είσοδος|γκαράζ|πύλη|γκαραζόπορτα',
    en: 'door|gate|garage|barrier|main entrance|entrance|main door|porch',
    es: 'puerta|puerta de abajo|garaje|cancela|entrada',
    et: 'uks|ukse|värav|värava|garaaž|garaaži',
    fi: 'ovi|oven|ulko-ovi|portti|portin|autotalli|autotallin',
    fr: 'porte|porte du bas|porte du hall|garage|immeuble|résidence|entrée|barrière',
    ga: 'doras|geata|osclaíonn',
    hr: 'vrata|ulaz|garaža|garaže|kapija|sefu',
    hu: 'kapu|ajtó|bejárat|garázs|sorompó',
    it: 'porta|portone d ingresso|ingresso|garage|sbarra|cassetta|cassettina',
    lt: 'durys|durų|vartai|vartų|garažas|garažo|įėjimas',
    lv: 'durvis|durvju|vārti|vārtu|garāža|garāžas',
    mt: "bieb|bieb ta' barra|garaxx",
    nl: 'deur|garage|garagedeur|slagboom|ingang',
    no: 'dør|døren|porten|garasje|garasjen|inngang',
    pl: 'drzwi|brama|bramy|bramę|garaż|garażu|klatka|wejście|szlaban|skrytce',
    pt: 'porta|porta da rua|garagem|entrada|cancela',
    ro: 'ușa|ușă|usa|garaj|garajul|bariera|intrare',
    sk: 'dvere|dverí|vchod|brána|garáž|garáže|schránke',
    sl: 'vrata|vhod|garaža|garaže',
    sv: 'dörr|dörren|ytterdörr|ytterdörren|garage|grind|grinden|entré|entrén',
    uk: 'двері|дверей|ворота|гараж|вхід|хвіртка',
  },
}

/** What any code is called: short, and of all kinds, so that only `2580#` or brackets say more. */
const codeWords: LabelGroup = {
  name: 'ANY_CODE',
  words: {
    '*': 'code|codes|pin|pins|tan|tans|otp|kod|kód|kode|koden|koodi|kood|kods|kodas|koda|codice|codici|código|códigos|clave|cod|codul|coduri|код|кодът|кода|κωδικός|κωδικό|backupcode|digicode|pincode|kodie|kodem|kodu|kódu|kódja|kódot|koodin|koodia|cód|kodiċi|kóddal|koodilla|koodiga',
  },
}

/** What one does with a code at a keypad. */
const keyInWords: LabelGroup = {
  name: 'KEY_IN',
  words: {
    '*': 'enter|type|type in|press|tap|tap in|punch in|key in|input|entered|typed|pressed',
    cs: 'zadejte|zadej|zadat|naťukejte|zmáčkněte',
    da: 'tast|taster|tastet|indtast|tryk',
    de: 'tippen|tippe|tippst|tippt|tippen sie|drücken|drücke|drückst|gib|geben sie|eingeben|eintippen|eingetippt|eingegeben',
    el: 'πληκτρολογήστε|πατήστε|πατάς',
    es: 'marca|marque|teclea|teclee|introduce|introduzca|pulsa|pulse|marcar|teclear',
    fi: 'näppäile|näppäilkää|syötä|paina',
    fr: 'tapez|tape|taper|composez|compose|composer|saisissez|saisir|entrez',
    hr: 'utipkajte|utipkaj|upišite|upiši|pritisnite|unesite',
    hu: 'üsse be|írd be|írja be|nyomd meg|nyomja meg|beütni',
    it: 'digita|digitare|digiti|premi|prema|inserisci|inserisca|componi',
    nl: 'toets|toetst|tik|druk|voer|intoetsen|intikken|typ',
    no: 'tast|taster|trykk',
    pl: 'wpisz|wpisać|wciśnij|wstukaj|wpisuje się|wciska się|wprowadź',
    pt: 'digite|marca|marque|prima|carregue|introduza|digitar',
    ro: 'tastați|tastezi|apăsați|apeși|introduceți|formați',
    sk: 'zadajte|zadaj|naťukajte|stlačte',
    sl: 'vtipkajte|vtipkaj|vpišite|pritisnite',
    sv: 'slå|knappa|tryck|skriv in|ange',
    bg: 'въведете|натиснете|набирате|наберете',
    et: 'sisesta|sisestage|vajuta|toksi',
    lt: 'įveskite|surinkite|spauskite',
    lv: 'ievadiet|ievadi|nospiediet',
  },
}

/** Up to six words, commas and a colon among them. */
const words =
  /(?:['\u2019]s)?(?:,? (?!\d)[\p{L}][\p{L}'\u2019-]{0,15}){0,6}?(?: ?[,:=\u2013-])?\s{0,2}(?:["'`(*_>\u00ab\u201e\u201c\u2018]{1,2}\s?|<\w{1,8}>)?(?=[#*]?[A-Z]{0,2}\d)/uy
/** `4471`, `4471#`, `31-08-44`, `2-7-4-9`, `06-25`, `44B71`, `C4827X`, `K7QD-2MZP` */
const code =
  /[#*]?(?:\d{1,2}(?:-\d{1,2}){1,5}|\d{3,4} \d{3,4}|\d{3,8}|[A-Z]{1,2}\d{3,5}[A-Z]?|\d{2,5}[A-Z]\d{0,3}|(?=[A-Z\d-]{0,8}\d)[A-Z\d]{4}-[A-Z\d]{4})[#*]{0,2}(?![\p{L}\p{N}]|[.,:/-]\d)/uy
const plain = /^\d+$/
const signed = /[#*]|^\d{1,2}(?:-\d{1,2}){2,5}$|^[A-Z\d]{4}-[A-Z\d]{4}$/
const dashed = /^\d\d-\d\d$/
const date = /^[0-3]?\d-[01]?\d-\d{4}$/
const namesCode = lazily(
  () =>
    /(?:^|[^\p{L}])(?:code|pin|kode?[a-z]{0,3}|k\u00f3d\p{L}{0,4}|koodi\p{L}{0,3}|koodiga|kood|codice|c\u00f3digo|clave|cod|codul|\u043a\u043e\u0434\p{L}{0,3}|\u03ba\u03c9\u03b4\u03b9\u03ba\u03cc\u03c2?|combination|number|numbers?|zahlen|ziffern|chiffres|nummer|numer|n\u00famero|szyfr\p{L}{0,3}|\u0161ifr\p{L}{1,2}|\u010d\u00edslo|numera)(?![\p{L}])/iu,
)
/** "is", "was", a colon, "with": the value follows. */
const says =
  /(?:['\u2019]s|[:=,(]|(?:^| )(?:is|was|with|to|ist|lautet|war|mit|auf|est|c['\u2019]est|es|con|\u00e8|\u00e9|met|er|\u00e4r|on|to|je|jest|este|e|yra|ir|hija|\u0435|\u03b5\u03af\u03bd\u03b1\u03b9|som|als|v\u00e6rt|zu|oli|olid|var|by\u0142|byl|bio|bila|fue|era|eram?|hija|huwa|now|med|s|se|su|ar|cu|za|z|le|li|b['\u2019]|\u043d\u0430|\u0441|\u0441\u044a\u0441|\u03bc\u03b5|punch in|press|dial|tippst du|tippen sie))?\s{0,2}(?:["'`(*_>\u00ab\u201e\u201c\u2018]{1,2}\s?|<\w{1,8}>)?$/iu

export const lockCode: BuiltInRecognizer = {
  name: 'lock-code',
  source: 'https://www.iso.org/standard/68669.html',
  types: ['SECRET'],
  anchors: [
    onWord(lockWords, findBehindLock),
    onWord(codeWords, findSigned),
    onWord(doorWords, findBehindDoor),
    onWord(keyInWords, findKeyedIn),
    onRun(3, 8, findAlone, { made: ['9'], after: '\n', before: ': ' }),
    onShape(['999 999', '999-999'], findAlone),
    onRun(3, 6, findHashed, { made: ['9'], after: '#', before: [' ', '\n', '"', '('] }),
  ],
  examples: {
    match: [
      'Key safe by the back door, «2749», ring first',
      'Schlüsseltresor neben der Tür, Zahlen «2-7-4-9»',
      'Tresor: «31-08-44»',
      'Alarmanlage wird mit «1958» entschärft',
      "the alarm's «1958» then enter",
      'padlock «448»',
      'boîte à clé «2058»',
      'le code du coffre, «90-17-33»',
      'cassaforte: «31-08-44»',
      'Sleutelkastje code «06-25»; bel eerst',
      'Parkeerpas code «8804*».',
      'el código de la nave es «0613*»',
      'PIN do niego («130625»)',
      '2FA-Backupcode hat er mitgeschickt («K7QD-2MZP»)',
      'zwei TANs: «813062» und «558130»',
    ],
    miss: [
      'the safe weighs 120 kg and the alarm rang 3 times at 10:30',
      'alarm 4711 raised by pump 12',
      'combination of 12 and 16',
      'Tresor 2020 gekauft, 450 Euro',
      'error code 404 (1200)',
      'code coverage 85 (1204 lines)',
      'lucchetto 12-05-2024',
      'Kunde: 4711\n',
    ],
  },
}

function findBehindDoor(view: View, labelStart: number, labelEnd: number, findings: Findings): void {
  if (!hasDigitAhead(view, labelEnd)) return
  const start = matchAt(view, words, labelEnd)
  const end = start < 0 ? -1 : matchAt(view, code, start)
  if (end < 0 || isWord(view.unit(start - 1))) return
  const written = view.text.slice(start, end)
  const between = view.text.slice(labelEnd, start)
  const before = view.text.slice(Math.max(0, labelStart - 24), labelStart)
  if (date.test(written) || /^(?:19|20)\d\d$/.test(written)) return
  const isNamed = namesCode().test(between) || namesCode().test(before) || /[#*]/.test(written)
  const isLed = leads.test(between) && written.length > 3 && closesClause(view, end)
  if (isNamed || isLed) findings.add(start, end, 'SECRET', LIKELY)
}
/** A verb or a preposition right before the digits, a comma that ends what is said of a key. */
const leads =
  /(?::| (?:with|mit|avec|con|met|med|com|cu|s|se|su|ar|za|\u0441|\u0441\u044a\u0441|\u03bc\u03b5|b['\u2019]|le|c['\u2019]est|koodiga|\u0161ifrom|k\u00f3dem|kodem|kodom),?) ?["'`(*_]{0,2}$/iu

function findBehindLock(view: View, labelStart: number, labelEnd: number, findings: Findings): void {
  if (!hasDigitAhead(view, labelEnd)) return
  const start = matchAt(view, words, labelEnd)
  const end = start < 0 ? -1 : matchAt(view, code, start)
  if (end < 0 || isWord(view.unit(start - 1))) return
  const written = view.text.slice(start, end)
  const between = view.text.slice(labelEnd, start)
  if (date.test(written)) return
  const isNamed =
    namesCode().test(between) || namesCode().test(view.text.slice(Math.max(0, labelStart - 24), labelStart))
  if (!isNamed && !signed.test(written) && !isGiven(view, between, written, end, labelEnd - labelStart)) return
  findings.add(start, end, 'SECRET', LABELLED)
}

/** A digit follows in the same line: behind most words for codes none does. */
function hasDigitAhead(view: View, from: number): boolean {
  for (let at = from; at < from + furthestCode; at++) {
    const unit = view.unit(at)
    if (isDigit(unit)) return true
    if (unit === 0x0a || unit === 0) return false
  }
  return false
}
const furthestCode = 100

/** Digits alone: right behind the word or a verb, with nothing behind that they count. */
function isGiven(view: View, between: string, written: string, end: number, length: number): boolean {
  if (/^ ?$/.test(between)) return length > 5 && /^\d{3,6}$|^\d{3,5}[A-Z]$/.test(written) && closesClause(view, end)
  return (
    says.test(between) &&
    (plain.test(written) || dashed.test(written) || /\d{3}/.test(written)) &&
    closesClause(view, end)
  )
}

/** The clause ends here, or a small word goes on: no unit, nothing counted. */
function closesClause(view: View, end: number): boolean {
  return matchAt(view, closing, end) >= 0
}
const closing =
  /\s?(?:["'`*_<\u00bb\u201d\u201c\u2019),.;!?\n|\u2013\u2014-]|$)|\t|(?: (?:and|then|und|dann|puis|et|y|e|i|en|og|och|a|ja|\u00e9s|\u0219i|\u0438|\u03ba\u03b1\u03b9|un|ir|in|pa|pak|potom|nato|puis|luego|poi|potem|s\u00e5|sen|sedan|siis|seejuures|dan|plus|followed|gefolgt|suivi|ut\u00e1na|entsch\u00e4rft|ein|ab|auf|aus|off|out|unscharf|scharf|to|\u00e0|when|if|danach|drauf|nicht|not|still|or|oder|enter|ok)(?![\p{L}]))/iuy

/** "a 2580 k\u00f3ddal", "2580-koodilla" */
const codeBefore = /(?:^|[\s"'(])(\d{3,8}[#*]?)(?:-\p{L}{2,4})?[ -]$/u
const withCode = /^(?:k\u00f3ddal|koodilla|koodiga)$/i

function findBeforeCode(view: View, labelStart: number, labelEnd: number, findings: Findings): void {
  if (!withCode.test(view.text.slice(labelStart, labelEnd))) return
  const from = Math.max(0, labelStart - 16)
  const match = codeBefore.exec(view.text.slice(from, labelStart))
  if (match === null) return
  const start = from + match.index + match[0].indexOf(match[1]!)
  findings.add(start, start + match[1]!.length, 'SECRET', LIKELY)
}

/** "Enter 5582 on the keypad", "tapez 2580 puis dièse": a sign of the keypad, or a thing with a lock in the line. */
const keyed =
  /(?: (?:du|sie|vous|tu))?(?: (?:the |den |die |le |il |el |de |het )?(?:code|pin|kod\p{L}?|k\u00f3d\p{L}?|codice|c\u00f3digo))? ["'`(*_]{0,2}(?=(?:\d{4,8}|\d{3} \d{3})(?![\p{L}\p{N}]|[.,:/-]\d))/uy
const keyedCode = /\d{3} \d{3}|\d{4,8}/y
const keypad =
  /hash|pound|star|keypad|\bkey\b|raute|stern(?:chen)?|tastenfeld|schl\u00fcssel|di\u00e8se|\u00e9toile|clavier|almohadilla|asterisco|teclado|cancelletto|tastier|hekje|sterretje|toetsen|krzy\u017c|gwiazd|klawiat|k\u0159\u00ed\u017e|hv\u011bzd|kl\u00e1ves|firkant|stjerne|tastatur|fyrkant|stj\u00e4rna|knapp|ruutu|n\u00e4pp\u00e4im|kett\u0151skereszt|csillag|ljestv|zvjezd|tipkovn|lojtr|cardinal|diez|stelu|mrie\u017e|door|gate|alarm|safe|lock|entry|t\u00fcr|tor\b|eingang|haus|tresor|porte|portail|coffre|puerta|portal|garaje|caja|porta|portone|cancello|deur|poort|kluis|drzwi|bram|sejf|domofon|dve\u0159|br\u00e1n|trezor|d\u00f8r|d\u00f6rr|larm|ovi|portti|kapu|ajt\u00f3|riaszt|vrata|ulaz|u\u0219|poart|interfon|\bapp\b|code|kod|k\u00f3d|codice|c\u00f3digo|pin\b|otp|\u0432\u0440\u0430\u0442|\u0440\u0435\u0448\u0435\u0442|\u03c0\u03cc\u03c1\u03c4|\u03b4\u03af\u03b5\u03c3|uks|v\u00e4rav|trell|dur|groteli|re\u017e\u0123/iu

function findKeyedIn(view: View, labelStart: number, labelEnd: number, findings: Findings): void {
  const start = matchAt(view, keyed, labelEnd)
  const end = start < 0 ? -1 : matchAt(view, keyedCode, start)
  if (end < 0) return
  const behind = view.text.slice(end, end + 30)
  const before = view.text.slice(Math.max(0, labelStart - 50), labelStart)
  if (keypad.test(behind) || (keypad.test(before) && closesClause(view, end)))
    findings.add(start, end, 'SECRET', LIKELY)
}

/** `code 8804*`, "PIN do niego (130625)", "TANs: 813062 und 558130". */
function findSigned(view: View, labelStart: number, labelEnd: number, findings: Findings): void {
  findBeforeCode(view, labelStart, labelEnd, findings)
  if (!hasDigitAhead(view, labelEnd)) return
  let start = matchAt(view, words, labelEnd)
  if (start < 0 || isWord(view.unit(start - 1))) return
  const isSure = /^(?:tans|pins|otps)$/i.test(view.text.slice(labelEnd - 4, labelEnd))
  for (let count = 0; count < mostCodes; count++) {
    const end = matchAt(view, code, start)
    if (end < 0) return
    const written = view.text.slice(start, end)
    const between = view.text.slice(labelEnd, start)
    const isSent = isSentCode(view, labelEnd, between, written)
    const isOfCard =
      /pin$/i.test(view.text.slice(labelEnd - 3, labelEnd)) && /^\d{4,6}$/.test(written) && service.test(between)
    const isPair =
      (between === '=' && /^\d{6}$/.test(written)) || (between === '=' && /^\d{3,4}-\d{2,4}$/.test(written))
    const isBracketed = view.unit(start - 1) === 0x28 && isIssued(view, written, end, labelEnd)
    const isCode = isSent || isOfCard || isPair || isBracketed || /[#*]/.test(written) || (isSure && written.length > 3)
    if (!isCode) return
    findings.add(start, end, 'SECRET', LIKELY)
    start = matchAt(view, /,? (?:(?:und|and|et|y|e|en|og|och|i|a|ja|\u00e9s|\u0219i|\u0438) )?(?=[#*]?\d)/uy, end)
    if (start < 0) return
  }
}
/** Six digits behind a verb, where a message or a card is spoken of. */
function isSentCode(view: View, labelEnd: number, between: string, written: string): boolean {
  if (!sixDigits.test(written)) return false
  if (says.test(between) && service.test(between)) return true
  const before = view.text.slice(Math.max(0, labelEnd - 32), labelEnd)
  return written.length > 5 && /sms|otp|2fa|tan(?![a-z])|tekstiviesti/i.test(before + between)
}
const mostCodes = 12
const sixDigits = /^(?:\d{4}|\d{6}|\d{3} \d{3}|\d{4}[A-Z])$/
/** What services and barriers ask a code for. */
const service =
  /sms|text|log ?in|sign|verif|best\u00e4t|confirm|conferm|valid|card|cart[ae]|tarjeta|karte|kort|kaart|\u00fcberweisung|txn|transa[ck]|transfer|app|schranke|barrier|barri\u00e8re|barrera|slagboom|szlaban|z\u00e1vor|bom|parking|banc|bank|kart|k\u00e1rty|cart\u00e3o|tarjet|kort|kaart|\u03ba\u03ac\u03c1\u03c4|\u043a\u0430\u0440\u0442|tekstiviesti|mobil|telefon|handy|phone|unlock|atm|bancomat/iu

/** In brackets behind a word for a code that nobody may know: six digits or groups of letters and digits. */
function isIssued(view: View, written: string, end: number, labelEnd: number): boolean {
  const label = view.text.slice(Math.max(0, labelEnd - 10), labelEnd)
  return view.unit(end) === 0x29 && /(?:pin|tan|otp|backup-?code)$/i.test(label) && written.length >= 4
}

/** `4471#`, as keypads of doors ask for it. */
function findHashed(view: View, start: number, end: number, findings: Findings): void {
  if (isWord(view.unit(end + 1)) || view.unit(end + 1) === 0x23) return
  findings.add(start, end + 1, 'SECRET', LIKELY)
}

/** A line of a chat that holds nothing else, where the lines before spoke of a code. */
function findAlone(view: View, start: number, end: number, findings: Findings): void {
  const after = view.unit(end) === 0x2e ? view.unit(end + 1) : view.unit(end)
  if ((after !== 0x0a && after !== 0) || view.unit(start - 1) !== 0x20 || view.unit(start - 2) !== 0x3a) return
  const from = view.text.lastIndexOf('\n', start)
  if (from < 0 || start - from > longestSpeaker || !standsAlone(view, start, end)) return
  if (!/^\p{L}|^[<[(]/u.test(view.text.charAt(from + 1))) return
  const isSpokenOf = codeGroups.some(group => view.isNear(group, from, furthest))
  if (!isSpokenOf || end - start < 4 || !asked.test(view.text.slice(Math.max(0, from - furthest), from))) return
  findings.add(start, end, 'SECRET', LIKELY)
}
/** Groups of the recognizer of codes beside their word. */
const codeGroups = ['CODE_OF_PLACE', 'ACCESS_CODE']
const longestSpeaker = 48
const furthest = 220
/** The line before is said by somebody, too. */
const asked = /(?:^|\n)[^\n:]{1,40}: [^\n]{0,200}$/
