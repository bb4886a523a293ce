/** PINs, door codes and one-time codes beside their label. RFC 6238 and ISO 9564-1 describe them; the words find them. */
import { isDigit, isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onRun, onShape } from '../recognizer.ts'
import { LABELLED, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'

const codeWords: LabelGroup = {
  name: 'ACCESS_CODE',
  words: {
    '*': 'pin|pins|pincode|pin code|otp|totp|puk|puk code|smstan|tan|sms tan|2fa|mfa code|mfa|digicode|passcode|sms code|sms kod|sms kód|sms koodi|sms kode|backup codes|recovery codes|kenncode|meeting passcode|meeting pin|conference pin|einwahl pin|one time codes|fa code',
    bg: 'пин|пин код|код за достъп|код за вход|код за входа|код за домофона|код за потвърждение|код за сигурност|код за активиране|кодът е|еднократен код|код от sms|код от смс|смс код|sms код|код за вратата|код за врата|код на алармата|код за алармата|код за гаража|код за портала|временен код|кодът на алармата|кодът за вратата|кодът за входа|катинар',
    cs: 'pin kód|přístupový kód|bezpečnostní kód|ověřovací kód|vstupní kód|kód ke dveřím|kód od dveří|kód od branky|kód ke vchodu|kód k alarmu|kód od trezoru|potvrzovací kód|aktivační kód|kód je|jednorázový kód|jednorázové heslo|kód z sms|kód k vratům|kód alarmu|kód od brány|kód od garáže|dočasný kód|visací zámek|kód od alarmu',
    da: 'pinkode|dørkode|engangskode|bekræftelseskode|sikkerhedskode|aktiveringskode|alarmkode|portkode|kode til døren|koden er|pin kode|sms kode|kode til alarmen|kode til porten|garagekode|midlertidig kode|alarmkoden|dørkoden|portkoden|pinkoden|hængelås',
    de: 'türcode|haustürcode|zugangscode|sicherheitscode|bestätigungscode|einmalcode|entsperrcode|alarmcode|tresorcode|zahlencode|geheimzahl|torcode|garagencode|schlüsselbox code|schlüsselsafe code|tresorkombination|freischaltcode|aktivierungscode|sms code|wiederherstellungscode|zifferncode|code lautet|code ist|verifizierungscode|verifikationscode|authentifizierungscode|garagentorcode|vorläufiger code|temporärer code|zahlenschloss|kombination|zugangsnummer|can',
    el: 'κωδικός εισόδου|κωδικός επιβεβαίωσης|κωδικός πόρτας|κωδικός συναγερμού|κωδικός ασφαλείας|κωδικός ενεργοποίησης|κωδικός μιας χρήσης|κωδικός είναι|κωδικός sms|κωδικός από sms|κωδικός otp|κωδικός επαλήθευσης|κωδικός μίας χρήσης|κωδικός πύλης|προσωρινός κωδικός|κωδικός του συναγερμού|κωδικός της πόρτας|λουκέτο',
    en: 'door code|access code|entry code|gate code|alarm code|safe code|verification code|one time code|one time passcode|login code|backup code|recovery code|unlock code|authentication code|security code|confirmation code|activation code|safe combination|lock combination|padlock code|lockbox code|key box code|keypad code|building code|garage code|voicemail code|door pin|sms code|key code|code is|key safe|keysafe|key box|lockbox|door code still|gate code still|temporary code|temp code|provisional code|combo|combination|padlock',
    es: 'código de acceso|código de verificación|código pin|código del portal|código de la puerta|código de desbloqueo|código de confirmación|código de seguridad|código de la alarma|código de activación|combinación|código sms|código es|clave de firma|código de un solo uso|clave de un solo uso|clave sms|firma electrónica|código otp|número secreto|código de alarma|código del garaje|código de la verja|código temporal|código provisional|candado',
    et: 'uksekood|pin kood|juurdepääsukood|kinnituskood|turvakood|aktiveerimiskood|fonokood|kood on|ühekordne kood|ühekordne parool|sms kood|fonolukk|fonoluku kood|ukse kood|valve kood|valvekood|värava kood|ajutine kood|tabalukk',
    fi: 'ovikoodi|ovikoodin|pin koodi|tunnusluku|vahvistuskoodi|turvakoodi|aktivointikoodi|kertakäyttökoodi|hälytyskoodi|oven koodi|koodi on|avainluku|avainlukulista|tekstiviestikoodi|porttikoodi|kirjautumiskoodi|todennuskoodi|väliaikainen koodi|tilapäinen koodi|hälytyksen koodi|munalukko|pinkoodi|pinkoodini',
    fr: "code de secours|code d'entrée|code d'accès|code porte|code de la porte|code pin|code de vérification|code de validation|code de confirmation|code secret|code confidentiel|code alarme|code portail|code immeuble|code de l'immeuble|code interphone|code d'activation|code reçu|code coffre|combinaison|code est|code d accès|code de sécurité|code d entrée|code de déverrouillage|code à usage unique|code de porte|code d'alarme|code d alarme|code du portail|code de l'alarme|code provisoire|code temporaire|cadenas|code de carte",
    ga: 'cód dorais|cód an dorais|cód pin|cód rochtana|cód fíoraithe|cód deimhnithe|cód slándála|uap|cód aon uaire',
    hr: 'pin kod|kod za vrata|kod za ulaz|pristupni kod|šifra za vrata|kod za potvrdu|kontrolni kod|sigurnosni kod|aktivacijski kod|kod je|jednokratni kod|jednokratna lozinka|sms kod|kod iz sms|šifra vrata|šifra alarma|kod alarma|kod vrata|kod za alarm|kod za garažu|privremeni kod|lokot',
    hu: 'kapukód|kapukódja|pin kód|belépőkód|belépési kód|ellenőrző kód|megerősítő kód|jóváhagyó kód|aktiváló kód|riasztó kódja|biztonsági kód|a kód|egyszeri kód|egyszer használatos kód|sms kód|sms ben kapott kód|ajtókód|ajtó kódja|kapu kódja|ideiglenes kód|lakat kódja|pinkód|pin kódom|pinkódom|pinem',
    it: "codice di accesso|codice d'accesso|codice pin|codice di verifica|codice portone|codice cancello|codice citofono|codice del cancello|codice del portone|codice cassaforte|codice di sblocco|codice di conferma|codice di sicurezza|codice di attivazione|combinazione|codice allarme|codice otp|codice è|codice monouso|codice porta|codice della porta|codice garage|codice provvisorio|codice temporaneo|lucchetto|codice dell'allarme|codice dell allarme",
    lt: 'durų kodas|pin kodas|prieigos kodas|patvirtinimo kodas|saugos kodas|aktyvinimo kodas|laiptinės kodas|kodas yra|vienkartinis kodas|vienkartinis slaptažodis|sms kodas|kodas iš sms|signalizacijos kodas|vartų kodas|garažo kodas|laikinas kodas|spyna',
    lv: 'durvju kods|pin kods|piekļuves kods|apstiprinājuma kods|drošības kods|aktivizācijas kods|namruņa kods|kods ir|vienreizējais kods|vienreizēja parole|sms kods|kods no sms|signalizācijas kods|ārdurvju kods|vārtu kods|pagaidu kods|atslēga',
    mt: "kodiċi tal bieb|kodiċi tal pin|kodiċi ta aċċess|kodiċi ta verifika|kodiċi ta konferma|kodiċi ta sigurtà|kodiċi ta' aċċess|kodiċi sms|kodiċi tal-bieb",
    nl: 'toegangscode|deurcode|code voordeur|code van de deur|bevestigingscode|activatiecode|herstelcode|poortcode|sms code|verificatiecode|beveiligingscode|alarmcode|inlogcode|kluiscode|code is|eenmalige code|eenmalig wachtwoord|code voor de deur|tijdelijke code|cijferslot|hangslot|voorlopige code',
    no: 'pin kode|engangskode|sikkerhetskode|dørkode|kode på sms',
    pl: 'kod do domofonu|kod do bramy|kod do drzwi|kod do sejfu|kod dostępu|kod pin|kod weryfikacyjny|kod jednorazowy|kod alarmu|kod wejściowy|kod do furtki|kod do klatki|kod potwierdzający|kod potwierdzenia|kod bezpieczeństwa|kod aktywacyjny|szyfr do sejfu|kod sms|kod to|kod z sms|kod z smsa|kod z sms a|kod odblokowania|kod do alarmu|kod tymczasowy|tymczasowy kod|kłódka|kłódki|kod od alarmu',
    pt: 'código de acesso|código de verificação|código da porta|código de confirmação|código de segurança|código de ativação|código de desbloqueio|código do alarme|código sms|código do portão|código pin|código é|código de utilização única|código de uso único|código provisório|código temporário|cadeado',
    ro: 'cod de acces|codul de acces|cod pin|cod interfon|codul de la interfon|cod de confirmare|codul de confirmare|cod de securitate|codul de securitate|cod de activare|cod de verificare|codul este|cod sms|cod unic|codul primit|cod primit prin sms|codul sms|cod de unică folosință|codul de la ușă|cod ușă|cod alarmă|codul alarmei|cod poartă|codul de la poartă|cod temporar|cod provizoriu|lacăt|pinul',
    sk: 'potvrdzovací kód|bezpečnostný kód|aktivačný kód|prístupový kód|overovací kód|vstupný kód|pin kód|kód od dverí|kód je|jednorazový kód|jednorazové heslo|kód z sms|kód na dvere|kód od brány|kód alarmu|kód k alarmu|kód od garáže|dočasný kód|visiaci zámok|kód od alarmu',
    sl: 'pin koda|koda za vrata|koda za vhod|potrditvena koda|dostopna koda|varnostna koda|aktivacijska koda|koda je|enkratna koda|enkratno geslo|sms koda|koda iz sms|koda alarma|koda vrat|koda za alarm|koda za garažo|začasna koda|ključavnica',
    sv: 'portkod|portkoden|pinkod|dörrkod|engångskod|säkerhetskod|bekräftelsekod|verifieringskod|aktiveringskod|larmkod|koden är|kod till porten|kod till larmet|garagekod|tillfällig kod|larmkoden|dörrkoden|pinkoden|hänglås',
    uk: 'пін код|пін|код доступу|код підтвердження|код домофона|код від домофона|одноразовий код|код з смс',
  },
}

/** `663081`, `26C41`, `73-26-58`, `517 340`, `B-3120`. */
const code =
  /\d{1,2}(?:-\d{1,2}){1,5}(?![0-9A-Za-z-])|(?:[A-Za-z]{1,3}-?)?\d[0-9A-Za-z]{1,9}(?:[- ]\d{2,4}(?![0-9A-Za-z]))?(?:[- ]\d{2,4}(?![0-9A-Za-z]))?[#*]?/y
/** "the alarm code for the office is 4719", "toegangscode voordeur: 9911": some words, then a colon or "is". */
const wordsBetween =
  /(?:[\p{L}'-]{1,18} ){0,6}?(?:[\p{L}'-]{1,18} ?:|(?:is|was|ist|lautet|war|est|era|es|è|e|to|je|jest|este|er|är|on|är|je|is|wordt|е|είναι|yra|ir|hija|van|auf|op|til|till)) {0,2}(?:(?:le|la|il|el|o|den|das|still|now|noch|immer noch|jetzt|\u0161e vedno|zdaj|ancora|adesso|encore|maintenant|ahora|sigue siendo|toch|nog|nu|stadig|fortfarande|nadal|teraz|po\u0159\u00e1d|te\u010f) ){0,2}(?:["'`(*_>]{1,2} ?|<\w{1,8}>|\s)?(?=[A-Za-z]{0,3}-?\d)/uy
/** "is *still*", "est *le*" */
const adverbs =
  /(?:(?:le|la|il|el|o|den|das|still|now|noch|immer noch|jetzt|\u0161e vedno|zdaj|ancora|adesso|encore|maintenant|ahora|sigue siendo|toch|nog|nu|stadig|fortfarande|nadal|teraz|po\u0159\u00e1d|te\u010f) ){1,2}(?=[A-Za-z]{0,3}-?\d)/uy
/** "Code of the gate?", and the answer in the next line, behind who gives it. */
const answer =
  /[^\n?]{0,40}\?(?:[ \t]{0,2}\n(?:[^\n:]{1,40}: ?)?|[ \t])(?:[\p{L}'\u2019]{1,12},? ){0,4}["'`(*_]?(?=[A-Za-z]{0,3}-?\d)/uy
/** "482913 is your verification code" */
const behindCode =
  /(?: (?:is your|is the|ist (?:Ihr|dein|der)|est (?:votre|ton|le)|es (?:su|tu|el)|è il (?:tuo|suo)|is (?:je|uw)|to (?:Twój|kod)|är din|er din|er (?:dit|ditt)|on sinun|é o (?:seu|teu)|este codul|je (?:váš|vaš|tvoj)|az Ön)|: your) [^\n.]{0,40}?(?:code|kod|kód|codice|código|cod|koodi|kode|PIN|TAN|OTP|passcode)/iy
/** "Der Code für die Garage ist 88213", "код за входната врата: 7741": a code of a place, in any words. */
const genericWords: LabelGroup = {
  name: 'CODE_OF_PLACE',
  words: {
    '*': 'code|kod|kód|codice|código|cod|codul|koodi|kood|kode|koden|kodas|kods|koda|код|кодът|кода|κωδικός|cód|kodiċi|kodu|kodo|kodą|kodem|kódu|kódot|koodin|koodia|koodi|κωδικό|codes|kodom|kódom',
    uk: 'коду|кодом',
  },
}
const placeWords =
  /door|gate|intercom|garage|entrance|building|lobby|lock|safe|alarm|shed|tür|tor\b|haus|eingang|keller|tresor|schließfach|schlüssel|porte|portail|immeuble|hall|entrée|digicode|coffre|alarme|parking|puerta|portal|garaje|caja fuerte|porton|cancell|ingresso|citofon|cassaforte|deur|poort|voordeur|kluis|sleutel|drzwi|bram|furtk|domofon|sejf|klatk|wejści|dveř|vchod|bran|trezor|dver|vrat|ulaz|vhod|kapu|ajtó|riasztó|széf|ușă|usa\b|poart|interfon|seif|ovi|ovelle|ovea|portti|uks|värav|dør|port\b|porten|larm|kassaskåp|durų|vartų|durvj|vārt|врата|вход|порта|домофон|сейф|πόρτ|είσοδ|γκαράζ|χρηματοκιβ|συναγερμ|doras|geata|bieb|gheata|skur|container|konte[nj]|m\u00fcll|poubelle|local|basura|spazzatura|kosz|\u015bmietnik|cykelrum|vaskerum|waschk|laundry|storage|boks|\bbox|kutij|mailbox|postkas|briefkast|schrank|spind|kasten|nyckelsk|skap|elevator|\blift|aufzug|ascensor|v\u00fdtah|winda|fitness|gym\b|office|b\u00fcro|bureau|oficina|ufficio|kontor|toimisto|iroda|birou|kancel|\bured|pisarn|room|zimmer|chambre|habitac|camera|kamer|pok[o\u00f3]j|v\u00e6relse|huone|szob|shed|schuppen|remise|stall|barn|barrier|schranke|slagboom|szlaban|bank|card|karte|carte|sim|phone|handy|voicemail|account|konto/iu
/** "A code has been sent. Please enter it." and nothing but the code in the next line of the chat. */
const sentAndGiven = /[^\n\d?]{0,70}[.?!:]\n[^\n:]{1,40}: ?(?:["'`(*_]{1,2})?(?=\d{4,8}["'`)*_.]{0,2}\s{0,3}(?:\n|$))/uy
/** "the code 551 904 from the app", "code 8826 sent to me" */
const fromDevice =
  / ?(\d{3}[ -]?\d{3}|\d{4,8})(?= (?:from the app|from my|from your|in the app|you sent|i got|sent to|per SMS|aus der App|von der|reçu|de l'app|del SMS|dal SMS|uit de app|z aplikacji|z SMS))/iuy
/** "votre code 849 217", "code: 305-814": as services send them. */
const sent =
  /(?:[ :]{1,2}\p{Ll}{1,14}){0,3}[ :]{1,2}(?:["'`(*_>\u00ab\u201e\u201c]{1,2} ?|<\w{1,8}>|\s)?(?=\d{3}[ -]\d{3}(?![\p{L}\p{N}]|[ .,-]\d))/uy
/** Places that have a lock, before the word: "interphone Chauvet, code 47B90", "the shed code has been changed to 4827". */
const lockedBefore =
  /(?:^|[^\p{L}])(?:doors?|gates?|intercom|garage|entrance|building|lobby|lock|padlock|shed|locker|t\u00fcre?|haust\u00fcr|tor|garagentor|haus|eingang|keller|tresor|porte|portail|immeuble|entr\u00e9e|interphone|digicode|coffre|puerta|portal|garaje|portero|cancello|portone|ingresso|citofono|cassaforte|deur|voordeur|poort|kluis|drzwi|bramy?|furtk[ai]|domofonu?|sejfu?|klatki?|dve\u0159[ei]|dver[ei]|vchodu?|br\u00e1n[ay]|trezoru?|vrata|ulaza?|vhoda?|kapu|ajt\u00f3|u\u0219[a\u0103i]i?|poart[a\u0103]|interfon|seif|ov[ie]n?|portin?|uks[e]?|v\u00e4rava?|d\u00f8r(?:en)?|d\u00f6rr(?:en)?|port(?:en)|kassask\u00e5p|dur[\u0173y][s]?|vart[\u0173ai]i?|v\u0101rt[ui]|durvju?|\u0432\u0440\u0430\u0442\u0430(?:\u0442\u0430)?|\u0432\u0445\u043e\u0434\u0430?|\u043f\u043e\u0440\u0442\u0430\u043b?\u0430?|\u0434\u043e\u043c\u043e\u0444\u043e\u043d\u0430?|\u03c0\u03cc\u03c1\u03c4\u03b1\u03c2?|\u03b5\u03af\u03c3\u03bf\u03b4\u03bf[\u03c2\u03c5]?|porta|port\u00e3o)(?![\p{L}])[^\n.!?;]{0,24}$/iu
const otherCodes =
  /(?:zip|postal|post|area|error|status|exit|return|country|dialling|dialing|dress|product|item|bar|qr|promo|discount|coupon|voucher|source|http|tax|ean|colour|color|morse|vat|currency|sort|routing|bank|iban|swift|response|state|reason|region|language|fehler|post|länder|produkt|artikel|steuer|vorwahl|postal|d'erreur|de error|di errore|chyb|błęd|poczt)[- ]?$/i
/** Of an encrypted disk: eight groups of six digits. */
const recoveryKey = [Array(8).fill('999999').join('-')]
const fewestDigits = 3
const shortest = 4
const longest = 14

export const accessCode: BuiltInRecognizer = {
  name: 'access-code',
  source: 'https://www.rfc-editor.org/rfc/rfc6238',
  types: ['SECRET'],
  anchors: [
    onLabel(codeWords, findCode),
    onLabel(genericWords, findOfPlace),
    onRun(4, 8, findSent, { made: ['9'], after: [' a', ':a'] }),
    onShape(recoveryKey, (_view, start, end, findings) => findings.add(start, end, 'SECRET', TYPICAL)),
  ],
  examples: {
    match: [
      'Dial-in, PIN «536298».',
      'Key safe code «3691». Ring',
      'Code de secours «73-26-58»',
      'the code is «640 357»',
      'digicode «26C41»',
      'Kod do domofonu «5263»',
      'OTP: «640357»',
      'the alarm code for the office is «4719»',
      'toegangscode voordeur: «9911»',
      'Der Code für die Garage ist «88213»',
      'код за входната врата: «7741»',
      '2FA backup codes: «a8d1-99f0», «77c2-01be»',
      'recovery code: «JBSW-Y3DP-EHPK»',
      'TAN «884201»',
      'OTP «112233» (or: «482913» is your verification code)',
      'the safe combination is «24-36-12»',
      'Bot: Ein Code wurde gesendet. Bitte eingeben.\nKunde:«209317»',
      'PIN «4471» and the code «551 904» from the app',
      'door code still «4471#»',
      'einmalig den Code «849 217». Danach',
      'interphone Chauvet, code «47B90». Merci',
      'the shed code has been changed to «C4827»',
      'BitLocker «441870-208331-551907-620448-118294-337051-902264-718530» beim',
      'key safe «C6306Y»',
    ],
    miss: [
      'PIN required',
      'pin 4 of the connector',
      'error code 404500',
      'the code is in src/index.ts',
      'otp 4.1.2',
      'code is 3 lines',
      'the zip code is 90210 and area code is 41500',
      'GPIO pin 1024',
      'the code for the test is 4711',
      'code 12345 of the product',
      'duration 120 minutes; code EXAM-2026 gives 10 %',
    ],
  },
}

function findCode(view: View, value: LabelledValue, findings: Findings): void {
  const label = view.text.slice(value.labelStart, value.labelEnd)
  const isShort = label.length <= 4
  // "PIN miktub 1974", "Pin kutije 7282": a word between, and the clause ends.
  const isPin =
    /^pin$/i.test(label) && !parts.test(view.text.slice(Math.max(0, value.labelStart - 6), value.labelEnd + 14))
  const behindWord = isPin ? matchAt(view, pinBehindWord, value.labelEnd) : -1
  if (behindWord > 0 && addCodes(view, behindWord, findings)) return
  // "pin 1024" of a chip; "TAN" and "PIN" in capitals, or with a sign or "is" between.
  if (isShort && value.link === 'bare' && label !== label.toUpperCase() && value.start - value.labelEnd < 2) {
    if (!isWholeLine(view, value)) return
  }
  if (otherCodes.test(view.text.slice(Math.max(0, value.labelStart - 14), value.labelStart))) return
  if (addCodes(view, Math.max(value.start, matchAt(view, adverbs, value.start)), findings)) return
  const start = Math.max(matchAt(view, wordsBetween, value.start), matchAt(view, answer, value.labelEnd))
  if (start > 0) addCodes(view, start, findings)
}
const pinBehindWord = / \p{Ll}[\p{Ll}-]{2,14}:? (?=\d{4,6}(?:[.,;)\n"']|$))/uy
/** A pin of a chip or of a plug. */
const parts = /gpio|header|count|pitch|width|number|mode|connect|version|layout|stecker|kontakt/i

/** "pin 7719" and nothing else in the line. */
function isWholeLine(view: View, { labelStart, start }: LabelledValue): boolean {
  const before = view.unit(labelStart - 1)
  return (before === 0 || before === 0x0a) && matchAt(view, /\d{4,6}(?=\s{0,2}(?:\n|$))/y, start) > 0
}

/** A plain "code" needs a place in the words that follow. */
function findOfPlace(view: View, value: LabelledValue, findings: Findings): void {
  const given = matchAt(view, sentAndGiven, value.labelEnd)
  const device = matchAt(view, fromDevice, value.labelEnd)
  if (given > 0 && !otherCodes.test(view.text.slice(Math.max(0, value.labelStart - 14), value.labelStart))) {
    addCodes(view, given, findings)
    return
  }
  if (device > 0) {
    const first = view.unit(value.labelEnd) === 0x20 ? value.labelEnd + 1 : value.labelEnd
    findings.add(first, device, 'SECRET', LABELLED)
    return
  }
  const before = view.text.slice(Math.max(0, value.labelStart - longestBefore), value.labelStart)
  if (otherCodes.test(before)) return
  if (isSixDigits(view, value, findings)) return
  const six = matchAt(view, sent, value.labelEnd)
  if (six > 0 && addCodes(view, six, findings)) return
  const words = matchAt(view, wordsBetween, value.labelEnd + 1)
  if (lockedBefore.test(before) && addCodes(view, words > 0 ? words : value.start, findings)) return
  const start = Math.max(words, matchAt(view, answer, value.labelEnd))
  if (start < 0 || !placeWords.test(view.text.slice(value.labelEnd, start))) return
  addCodes(view, start, findings)
}
const longestBefore = 40

/** "a code came by text when I signed in, 839201", "fik koden 882014 på mobilen": six digits where a message or a device is spoken of. */
function isSixDigits(view: View, { labelStart, labelEnd }: LabelledValue, findings: Findings): boolean {
  if (!view.hasDigitWithin(longestWay, labelEnd)) return false
  const start = matchAt(view, wayToSix, labelEnd)
  if (start < 0) return false
  const end = matchAt(view, sixDigits, start)
  const around = view.text.slice(Math.max(0, labelStart - 60), end + 50)
  if (end < 0 || !carriesCodes.test(around)) return false
  findings.add(start, end, 'SECRET', LABELLED)
  return true
}
const longestWay = 90
const wayToSix =
  /(?:[ ,:\u2013-]{1,3}\p{L}[\p{L}'\u2019-]{0,14}){0,9}?(?:[.?!]{0,3}\n(?:[-\u2013]|[^\n:]{1,30}:)(?: [\p{L}'\u2019]{1,14},?){0,5})?[ ,:=\u2013-]{1,3}(?:["'`(*_>\u00ab\u201e\u201c]{1,2} ?)?(?=\d{3}[ -]?\d{3}(?![\p{L}\p{N}]|[.,:/-]\d| \d))/uy
const sixDigits = /\d{3}[ -]?\d{3}/y
/** What brings a code, and what asks for one. */
const carriesCodes =
  /sms|\btext|mail|app|phone|mobi|movil|m\u00f3vil|telem|telef|handy|cell|portable|puhelim|telefon|tekstiviest|mowbajl|ghuth|whatsapp|signal|log ?in|logg|sign|anmeld|einlog|connec|conect|acced|inlog|prihl|p\u0159ihl|prijav|zalog|kirjaut|bejelent|verif|potvr|potrd|best\u00e4t|bekr\u00e6ft|bekr\u00e4ft|confirm|conferm|valid|authent|2fa|one.?time|einmal|usage unique|un solo uso|monouso|jednor|\u03bc\u03af?\u03b9?\u03b1\u03c2 \u03c7\u03c1|\u0435\u0434\u043d\u043e\u043a\u0440|bank|banc|paypal|google|konto|account|\u0442\u0435\u043b\u0435\u0444|\u0431\u0430\u043d\u043a|\u03ba\u03b9\u03bd\u03b7\u03c4|\u03c4\u03b7\u03bb\u03ad\u03c6|\u03c4\u03c1\u03ac\u03c0\u03b5\u03b6/iu

/** As messages begin: "482913 is your …". */
function findSent(view: View, start: number, end: number, findings: Findings): void {
  // "482913 is your …": the first letters of the verbs above.
  if (!verbStarts.has(view.unit(end + 1)) && view.unit(end) !== 0x3a) return
  if (matchAt(view, behindCode, end) > 0 || (end - start === 6 && matchAt(view, purpose, end) > 0)) {
    findings.add(start, end, 'SECRET', LABELLED)
  }
}

/** "Use 839201 to verify your account" */
const purpose =
  / (?:to|um|pour|para|per|om|aby|za|for \u00e5|for at|f\u00f6r att|pentru a|et) (?:\p{L}{1,8} ){0,3}?(?:verify|confirm|log ?in|log ?on|sign ?in|access your|activate|complete (?:your|the)|reset your|authenticate|authori[sz]e|best\u00e4tigen|verifizieren|anzumelden|zu best|valider|confirmer|v\u00e9rifier|vous connecter|verificar|confirmar|iniciar|confermare|verificare|accedere|bevestigen|verifi\u00ebren|potwierdzi\u0107|zweryfikowa\u0107|zalogowa\u0107|potvrzen\u00ed|potvrdenie|potvrdu|bekr\u00e6fte|bekrefte|bekr\u00e4fta|verifiera|confirma|verifica)/iuy

const verbStarts: ReadonlySet<number> = new Set(
  [...'iIeE\u00e8\u00c8tT\u00e4\u00c4oO\u00e9\u00c9jJaAuUpPzZfF'].map(letter => letter.charCodeAt(0)),
)

const mostCodes = 20

/** The code that starts here, and others listed behind it. */
function addCodes(view: View, from: number, findings: Findings): boolean {
  let start = from
  for (let count = 0; count < mostCodes; count++) {
    const end = codeEnd(view, start)
    if (end < 0) return count > 0
    findings.add(start, end, 'SECRET', LABELLED)
    start = matchAt(view, /,? {1,2}|, ?\n?/y, end)
    if (start < 0 || !/[-\d]/.test(view.text.slice(start, start + 5)) || view.unit(end) !== 0x2c) return true
  }
  return true
}

/** Groups of letters and digits as services issue them for recovery: `a8d1-99f0`, `JBSW-Y3DP-EHPK`. */
const issued =
  /(?=[^\s]{0,11}\d)(?:[a-z0-9]{4,6}(?:-[a-z0-9]{2,6}){1,5}|[A-Z0-9]{4,6}(?:-[A-Z0-9]{2,6}){1,5})(?![A-Za-z0-9-])/y

function codeEnd(view: View, start: number): number {
  if (isWord(view.unit(start - 1))) return -1
  const grouped = matchAt(view, issued, start)
  if (grouped > 0) return grouped
  const end = matchAt(view, code, start)
  if (end < 0 || isWord(view.unit(end))) return -1
  if ((view.unit(end) === 0x2e || view.unit(end) === 0x2c) && isDigit(view.unit(end + 1))) return -1
  const written = view.text.slice(start, end)
  const digits = written.replace(/\D/g, '').length
  const isPlausible = digits >= fewestDigits && written.length >= shortest && written.length <= longest
  return isPlausible && !/^(?:19|20)\d\d-\d\d/.test(written) ? end : -1
}
