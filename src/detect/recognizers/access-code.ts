/** PINs, door codes and one-time codes beside their label. RFC 6238 and ISO 9564-1 describe them; the words find them. */
import { isDigit, isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel } from '../recognizer.ts'
import { LABELLED } from '../scores.ts'
import type { View } from '../view.ts'

const codeWords: LabelGroup = {
  name: 'ACCESS_CODE',
  words: {
    '*': 'pin|pincode|pin code|otp|totp|puk|smstan|mtan|2fa|mfa code|digicode|passcode',
    bg: 'пин|пин код|код за достъп|код за вход|код за входа|код за домофона|код за потвърждение|кодът е',
    cs: 'pin kód|přístupový kód|ověřovací kód|vstupní kód|kód ke dveřím|kód od dveří|kód od branky|kód je',
    da: 'pinkode|dørkode|engangskode|alarmkode|portkode|kode til døren|koden er',
    de: 'türcode|haustürcode|zugangscode|sicherheitscode|bestätigungscode|einmalcode|entsperrcode|alarmcode|tresorcode|zahlencode|geheimzahl|code lautet|code ist',
    el: 'κωδικός εισόδου|κωδικός επιβεβαίωσης|κωδικός πόρτας|κωδικός συναγερμού|κωδικός μιας χρήσης|κωδικός είναι',
    en: 'door code|access code|entry code|gate code|alarm code|safe code|verification code|one time code|one time passcode|login code|backup code|recovery code|unlock code|authentication code|sms code|key code|code is',
    es: 'código de acceso|código de verificación|código pin|código del portal|código de la puerta|código de desbloqueo|código de confirmación|código es',
    et: 'uksekood|pin kood|juurdepääsukood|kinnituskood|fonokood|kood on',
    fi: 'ovikoodi|ovikoodin|pin koodi|tunnusluku|vahvistuskoodi|kertakäyttökoodi|hälytyskoodi|oven koodi|koodi on',
    fr: "code de secours|code d'entrée|code d'accès|code porte|code de la porte|code pin|code de vérification|code de validation|code de confirmation|code secret|code confidentiel|code alarme|code portail|code est",
    ga: 'cód dorais|cód an dorais|cód pin|cód rochtana|cód fíoraithe',
    hr: 'pin kod|kod za vrata|kod za ulaz|pristupni kod|šifra za vrata|kod je',
    hu: 'kapukód|kapukódja|pin kód|belépőkód|belépési kód|ellenőrző kód|riasztó kódja|biztonsági kód|a kód',
    it: "codice di accesso|codice d'accesso|codice pin|codice di verifica|codice portone|codice cancello|codice citofono|codice allarme|codice otp|codice è",
    lt: 'durų kodas|pin kodas|prieigos kodas|patvirtinimo kodas|laiptinės kodas|kodas yra',
    lv: 'durvju kods|pin kods|piekļuves kods|apstiprinājuma kods|namruņa kods|kods ir',
    mt: 'kodiċi tal bieb|kodiċi tal pin|kodiċi ta aċċess|kodiċi ta verifika',
    nl: 'toegangscode|deurcode|verificatiecode|beveiligingscode|alarmcode|inlogcode|kluiscode|code is',
    pl: 'kod do domofonu|kod do bramy|kod do drzwi|kod do sejfu|kod dostępu|kod pin|kod weryfikacyjny|kod jednorazowy|kod alarmu|kod wejściowy|kod sms|kod to',
    pt: 'código de acesso|código de verificação|código da porta|código do portão|código pin|código é',
    ro: 'cod de acces|codul de acces|cod pin|cod interfon|codul de la interfon|cod de verificare|codul este',
    sk: 'prístupový kód|overovací kód|vstupný kód|pin kód|kód od dverí|kód je',
    sl: 'pin koda|koda za vrata|koda za vhod|potrditvena koda|dostopna koda|koda je',
    sv: 'portkod|portkoden|pinkod|dörrkod|engångskod|säkerhetskod|larmkod|koden är|kod till porten',
  },
}

/** `774120`, `17A92`, `48-19-03`, `829 114`, `A-4471`. */
const code = /(?:[A-Za-z]{1,3}-?)?\d[0-9A-Za-z]{1,9}(?:[- ]\d{2,4}(?![0-9A-Za-z]))?(?:[- ]\d{2,4}(?![0-9A-Za-z]))?#?/y
const fewestDigits = 3
const shortest = 4
const longest = 14

export const accessCode: BuiltInRecognizer = {
  name: 'access-code',
  source: 'https://www.rfc-editor.org/rfc/rfc6238',
  types: ['SECRET'],
  anchors: [onLabel(codeWords, findCode)],
  examples: {
    match: [
      'Dial-in, PIN «774120».',
      'Key safe code «2580». Next',
      'Code de secours : «48-19-03»',
      'the code is «829 114»',
      'digicode «17A92»',
      'Kod do domofonu «4471»',
      'OTP: «829114»',
    ],
    miss: [
      'PIN required',
      'pin 4 of the connector',
      'error code 404500',
      'the code is in src/index.ts',
      'otp 4.1.2',
      'code is 3 lines',
    ],
  },
}

function findCode(view: View, value: LabelledValue, findings: Findings): void {
  const { start } = value
  const end = matchAt(view, code, start)
  if (end < 0 || isWord(view.unit(start - 1)) || isWord(view.unit(end))) return
  if ((view.unit(end) === 0x2e || view.unit(end) === 0x2c) && isDigit(view.unit(end + 1))) return
  const written = view.text.slice(start, end)
  const digits = written.replace(/\D/g, '').length
  if (digits < fewestDigits || written.length < shortest || written.length > longest) return
  findings.add(start, end, 'SECRET', LABELLED)
}
