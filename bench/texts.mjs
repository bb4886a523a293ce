/** Texts for the benchmarks: what applications send to a model, invented, and inputs made to be slow. */

const mail = `Subject: Re: delivery of order ORD-2031-55812

Good morning,

thank you for getting back to me so quickly. As I said on the phone, the parcel has not arrived and the tracking page has been
showing the same line since Tuesday. I would rather not wait another week, so please either send it again or refund the amount
to DE89 3704 0044 0532 0130 00. You can reach me at jo.doe@firm.example or on +44 20 7946 0958 until five o'clock.

Kind regards
Jo Doe
Firm Ltd, 12 Example Road
`

const ticket = `Kunde meldet, dass die Rechnung doppelt abgebucht wurde. Er hat bereits zweimal angerufen und bittet um Rückruf nach 16 Uhr.
Bitte prüfen, ob die Gutschrift vom letzten Monat schon verbucht ist; falls nicht, bitte an die Buchhaltung weiterleiten und
dem Kunden eine kurze Nachricht schreiben. Priorität: mittel. Bestell-Nr. B-2031-771, Telefon 030 901820.
`

const json = `{"id":"evt_5512","type":"order.updated","created":1731408800,"data":{"object":{"amount":4999,"currency":"eur","items":[
{"sku":"KX-100-BL","quantity":2,"price":"19.95"},{"sku":"KX-220-GR","quantity":1,"price":"10.09"}],"shipping":{"method":"standard",
"weight_grams":1240},"customer":{"email":"jo@firm.example","locale":"en-GB","marketing":false}},"request":{"idempotency":null}}}
`

const code = `export async function loadSettings(path: string): Promise<Settings> {
  const content = await readFile(path, 'utf8')
  const parsed: unknown = JSON.parse(content)
  if (!isRecord(parsed)) throw new TypeError('settings must be an object')
  for (const [key, value] of Object.entries(parsed)) {
    if (!knownKeys.has(key)) warnings.push({ key, line: lineOf(content, key) })
    else if (typeof value === 'number' && value > limits[key]) settings[key] = limits[key]
  }
  return { ...defaults, ...settings, version: '2.14.0' }
}
`

const log = `2031-02-11T17:40:12.551Z INFO  [http] GET /v2/items?page=3&sort=name 200 41ms bytes=18233 trace=4bf92f3577b34da6
2031-02-11T17:40:12.790Z WARN  [pool] connection 17 idle for 30000 ms, closing (active=4 waiting=0)
2031-02-11T17:40:13.004Z INFO  [auth] login ok for=jdoe from=203.0.113.58 agent="Mozilla/5.0 (Windows NT 10.0)"
`

/** Prose without personal data: the yardstick for hostile inputs. */
export const prose = `The committee met in the afternoon and went through the plan once more. Nobody had expected the bridge to open before
summer, yet the last reports were better than the first ones, and the weather helped. Some asked whether the old road should be kept
for cyclists; others thought that the money was better spent on the station. In the end they agreed to wait for the next count.
`

export const kinds = { mail, ticket, json, code, log }

/** A text of about `length` units made of the kinds above, in turn. */
export function mixedText(length) {
  return repeatTo(Object.values(kinds).join('\n'), length)
}

export function repeatTo(text, length) {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length)
}

/** One piece with a number in it after the other: no two of them are the same, and the row of all is long before it begins again. */
function counted(piece) {
  return Array.from({ length: 600 }, (_, index) => piece(index)).join('')
}

/** Inputs on which patterns with nested or overlapping repetition take quadratic time. */
export const hostilePieces = {
  blank: ' ',
  newline: '\n',
  letter: 'a',
  capital: 'A',
  digit: '1',
  zero: '0',
  dash: '-',
  dot: '.',
  underscore: '_',
  at: '@',
  hash: '#',
  plus: '+',
  colon: ':',
  equals: '=',
  quote: '"',
  backslash: '\\',
  slash: '/',
  'open brackets': '[',
  'open braces': '{',
  'open angles': '<',
  parentheses: '(',
  'digits and dashes': '1-1-1-',
  'digits and blanks': '1 1 1 ',
  'digits and dots': '1.1.1.',
  'letters and dots': 'a.a.a.',
  'hosts without end': 'www.www.',
  schemes: 'http://',
  addresses: 'a@a.',
  streets: '1 St 1 St ',
  base64: 'aGVsbG8gd29ybGQhIQ',
  hexadecimal: '0123456789abcdef',
  'colons and hexadecimal': 'fe80:',
  emoji: '\u{1f600}',
  'zero width': '\u200b',
  'half a pair': '\ud83d',
  'card groups': '4111 ',
  'bank heads': 'DE89 3704 0044 ',
  labels: 'order no ',
  'label pairs': 'order: ',
  'phone heads': '+49 (0)',
  placeholders: '[EMAIL_1]',
  tabs: '\t',
  commas: 'a,b,c,\n',
  logins: 'login ',
  'said addresses': 'a at b dot com ',
  'said numbers': 'one two three at b dot com ',
  births: 'born 1 ',
  'house numbers': 'rue 1 ',
  'postal codes': '1234 A, ',
  'numbered things': 'item 12 of 30 ',
  'numbers of things': 'a number of 3 things ',
  'spoken answers': 'number? eins zwei, ',
  'spoken digits': 'nine one four ',
  'lock codes': 'alarm 12 code ',
  'court files': '12 O 1184/24 ',
  'names in talk': 'my nick is zed ',
  'personal addresses': 'jo-doe.nl ',
  floors: '3. kat, vrata 4, ',
  'towns before': 'Riga, Iela 6, ',
  'sign-ins': 'x) logged in ',
  'open lists': '"orders": ["a", ',
  'cards in one line': '4111 1111 1111 1112 ',
  shares: '\\\\fs01\\home\\ab ',
  plates: 'B-AB 123 ',
  'sentences with passwords': 'password is x1 ',
  'house numbers, counted': counted(number => `rue ${number} `),
  'streets, counted': counted(number => `${number} St `),
  'postal codes, counted': counted(number => `${1000 + number} A, `),
  'births, counted': counted(number => `born ${number} `),
  'logins, counted': counted(number => `login u${number} `),
  'said addresses, counted': counted(number => `a${number} at b dot com `),
  'addresses, counted': counted(number => `a${number}@b.example `),
  'cards, counted': counted(number => `4111 1111 1111 ${1000 + number} `),
}
