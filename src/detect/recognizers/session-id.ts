/** Identifiers of sessions and of tracking cookies: RFC 6265 and the names that servers and trackers give their cookies. */
import { runStart } from '../boundaries.ts'
import { isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt, matchesAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onRun } from '../recognizer.ts'
import { CERTAIN, LABELLED } from '../scores.ts'
import { isIdentifier } from '../secret-values.ts'
import type { View } from '../view.ts'

const sessionWords: LabelGroup = {
  name: 'SESSION_ID',
  words: {
    '*': 'session|session id|sessionid|session key|session token|sessid|sess|sid|jsessionid|phpsessid|aspsessionid|asp net sessionid|connect sid|laravel session|symfony|wordpress logged in|cookie id|visitor id|visitorid|anonymous id|anonymousid|client id cookie|gid|fbp|fbc|fbclid|gclid|msclkid|hjid|hjsessionuser|gcl au|tracking cookie|tracking id|csrftoken|remember me|remember token|auth session|user session|login session|web session|ssid cookie|cookie|jsession|session cookie|cookie value|matomo id|piwik id|ga client id|fingerprint|browser fingerprint|device fingerprint|phpsid|amplitude id|mixpanel id|segment anonymous id|cid cookie|utm visitor|login token cookie',
    bg: 'сесия|сесията|ид на сесия|бисквитка|бисквитката|бисквитки',
    cs: 'relace|relaci|id relace|sezení|identifikátor relace|cookie relace|relace id',
    da: 'session|sessions id|sessionsid|sessions~',
    de: 'sitzung|sitzungs~|sitzungsid|sitzungs id|sitzungskennung|session cookie|sitzungscookie',
    el: 'συνεδρία|συνεδρίας|αναγνωριστικό συνεδρίας|cookie συνεδρίας',
    es: 'sesión|id de sesión|cookie de sesión|identificador de sesión',
    et: 'seanss|seansi|seansi id|sessioon|sessiooni|küpsis|küpsise',
    fi: 'istunto|istunnon|istuntotunnus|istuntotunniste|sessio|eväste|evästeen|evästettä',
    fr: 'identifiant de session|id de session|cookie de session|jeton de session',
    ga: 'seisiún|aitheantas seisiúin|fianán',
    hr: 'sesija|sesije|id sesije|kolačić|kolačića|sesiju',
    hu: 'munkamenet|munkamenet azonosító|munkamenetazonosító|munkamenet~|süti|sütit',
    is: 'lota|setu auðkenni|vafrakaka',
    it: 'sessione|id sessione|id di sessione|cookie di sessione',
    lt: 'sesija|sesijos|sesijos id|seansas|seanso|slapukas|slapuko',
    lv: 'sesija|sesijas|sesijas id|sīkdatne|sīkdatnes',
    mt: 'sessjoni|id tas-sessjoni',
    nl: 'sessie|sessie id|sessieid|sessiecookie|sessie~',
    no: 'økt|økt id|sesjon|sesjons id',
    pl: 'sesja|sesji|sesję|id sesji|identyfikator sesji|ciasteczko|ciasteczka',
    pt: 'sessão|id da sessão|id de sessão|cookie de sessão',
    ro: 'sesiune|sesiunea|sesiunii|id sesiune|id ul sesiunii',
    sk: 'relácia|relácie|id relácie|cookie relácie',
    sl: 'seja|seje|id seje|piškotek|piškotka|piškotki',
    sv: 'session|sessions id|sessionsid|sessionskaka',
  },
}

const cookieWords: LabelGroup = {
  name: 'COOKIE',
  words: { '*': 'cookie|set cookie|setcookie|cookies|cookie header|kakor|biscuit|galleta' },
}

/** `%` for what is percent-encoded. Quotes, blanks and `;` `,` `&` end the value. */
const token = /[A-Za-z0-9%][A-Za-z0-9%._~+/:|-]{6,300}={0,2}/y
const cookiePair = /[ ]?([\w.-]{1,60})=([^\s;,"'\\]{1,400})(?:;|(?=["'\\\s]|$))/y
/** Google Analytics: version, depth, random number, first visit. */
const analytics = /GA1\.[0-9]{1,2}\.[0-9]{5,12}\.[0-9]{9,10}(?![0-9])/y
const clickId = /fb\.[0-9]\.[0-9]{10,13}\.[A-Za-z0-9_-]{5,80}/y
/** `setcookie('seat', '…')`, `cookies.set("seat", "…")` */
const setCall = /^(?:\.set)?\(\s?["'][\w.-]{1,40}["'],\s?["']([\w.%~+=-]{6,200})["']/
const mostCookies = 40

export const sessionId: BuiltInRecognizer = {
  name: 'session-id',
  source: 'https://www.rfc-editor.org/rfc/rfc6265#section-4.2',
  types: ['SESSION_ID'],
  anchors: [
    onLabel(sessionWords, findNamed),
    onLabel(cookieWords, findCookies),
    onRun(3, 3, findAnalytics, { made: ['A9'], after: '.' }),
  ],
  examples: {
    match: [
      'session=«4kTQz-wvyLmRRdXN» ok',
      'sid=«s%3Ab81f2047ce95da3f6610be72d4a9083c»',
      'PHPSESSID=«9c27d0ab6e41f853b7720de5a196c34f»; path=/',
      'JSESSIONID: «45B22A7A1AB8DB60A1EE689543C49168.node1»',
      "Cookie: lang=en; connect.sid=«e17c4a90-2b6f-4c1d-8a35-90f2be64d718»; theme=dark'",
      'Set-Cookie: visit=«aB3xYz12QwErTy90»; HttpOnly',
      '_ga=«GA1.2.519027446.1702214400»;',
      '"session": "«5c80e21fb3974ad6»"',
      'sessie: «b2840de1-73fc-4e19-a6d5-17c09f3e8b42»',
      '(Sitzung «qwMTZgkX_B-4vnL9»)',
      'sesión «2fd09ac7714be863»',
      'ID sesji: «9f8e7d6c5b4a»',
      '_fbp=«fb.1.1731408800123.1098115397»',
      'visitor_id: «7f3b9c2e11d04a55»',
      'munkamenet: «a91bc44710ff»',
    ],
    miss: [
      'the session on Monday at 10:30',
      'session timeout=30000',
      'session: null',
      'Session 3 of 12',
      'session = requests.Session()',
      'Cookie: theme=dark; lang=en-GB',
      'Cache-Control: max-age=31536000',
      'accept cookies and preferences2024',
      'session: 2024-11-05T10:00:00',
      'sid: $SESSION2',
    ],
  },
}

function findNamed(view: View, value: LabelledValue, findings: Findings): void {
  const { link } = value
  const start = Math.max(
    runStart(view, value.start, value.labelEnd),
    link === 'bare' ? matchAt(view, adjectives, value.start) : -1,
  )
  const stop = matchAt(view, token, start)
  if (stop < 0) return
  const end = trimmedEnd(view, start, stop)
  const written = view.text.slice(start, end)
  const isField = link === 'pair' || link === 'cell' || link === 'hint'
  // OpenAI's `system_fingerprint` names a build of a model.
  if (
    isIdentifier(written) ||
    /system[_ ]?$/i.test(view.text.slice(Math.max(0, value.labelStart - 7), value.labelStart))
  )
    return
  if (isField ? looksIssued(written) : looksRandom(written) || prefixed.test(written))
    findings.add(start, end, 'SESSION_ID', LABELLED)
}

/** "Sesiune noua lvl_95e3260b7d" */
const adjectives = /(?:\p{L}{2,12} ){1,2}(?=[A-Za-z]{1,8}[-_~][A-Za-z\d]{0,6}\d)/uy
/** `cc-63x-p0925`, `ph-58qq1192`, `lvl_95e3260b7d` */
const prefixed = /^(?=(?:.*\d){3})[A-Za-z]{2,8}[-_~](?=[\da-z-]*\d[\da-z-]*)(?=[\d-]*[a-z])[\da-z-]{6,40}$/

/** Signs at the end belong to the sentence. */
function trimmedEnd(view: View, start: number, stop: number): number {
  let end = stop
  while (end > start && !isWord(view.unit(end - 1)) && view.unit(end - 1) !== 0x3d) end--
  return end
}

/** Each cookie of a header whose value is no word and no number. */
function findCookies(view: View, value: LabelledValue, findings: Findings): void {
  let at = value.labelEnd
  const set = setCall.exec(view.text.slice(at, at + 260))
  if (set !== null && looksIssued(set[1]!)) {
    const end = at + set[0].length - 1
    findings.add(end - set[1]!.length, end, 'SESSION_ID', LABELLED)
  }
  const first = /^["']?\s?[:=]\s{0,3}["']?/.exec(view.text.slice(at, at + 8))?.[0].length ?? -1
  if (first < 0) return
  at += first
  for (let count = 0; count < mostCookies; count++) {
    cookiePair.lastIndex = at
    const match = cookiePair.exec(view.text)
    if (match === null) return
    const content = match[2]!
    const start = at + match[0].indexOf('=') + 1
    if (looksRandom(content)) findings.add(start, start + content.length, 'SESSION_ID', LABELLED)
    at = cookiePair.lastIndex
  }
}

function findAnalytics(view: View, start: number, _end: number, findings: Findings): void {
  if (view.unit(start) !== 0x47 || view.unit(start + 1) !== 0x41) return
  const end = matchAt(view, analytics, start)
  if (end > 0) findings.add(start, end, 'SESSION_ID', CERTAIN)
}

/** Behind a key: anything with a digit that is no date, number or version; or long and mixed. */
function looksIssued(written: string): boolean {
  if (isCommon(written)) return false
  const digits = written.replace(/\D/g, '').length
  return (written.length >= 8 && digits >= 2) || looksRandom(written)
}

/** Groups of hexadecimal digits, or digits and letters mixed as no word has them. */
function looksRandom(written: string): boolean {
  if (written.length < 8 || isCommon(written)) return false
  if (matchesAt(written, clickId, 0) > 0 || matchesAt(written, analytics, 0) > 0) return true
  const digits = written.replace(/\D/g, '').length
  const capitals = written.replace(/[^A-Z]/g, '').length
  const small = written.replace(/[^a-z]/g, '').length
  if (/^[0-9a-f-]{8,64}$/i.test(written)) return digits >= 3 && digits < written.length
  if (written.length >= 12 && digits >= 2 && small + capitals >= 4 && !/^[a-z]+[-_]?\d{1,4}$/i.test(written))
    return true
  return written.length >= 12 && capitals >= 2 && small >= 2 && digits >= 1
}

function isCommon(written: string): boolean {
  return /^(?:\d{1,13}|\d{4}-\d\d-\d\d(?:[T ].{0,40})?|v?\d{1,3}(?:\.\d{1,4}){1,3}|\d+(?:ms|s|m|h|d)|\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?|\d\d?:\d\d(?::\d\d)?(?:[+-].{0,12})?|[a-z_]{1,30}[-_]\d{1,4}|https?:.{0,300}|[\w.]{1,60}\(.{0,200})$/i.test(
    written,
  )
}
