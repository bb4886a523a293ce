/** What a secret looks like when only a label tells: reading it, telling it from words, types and placeholders. */
import type { LabelledValue } from './labelled-values.ts'
import type { View } from './view.ts'

/** Values that stand in the place of a secret in examples, types and masked logs. */
const placeholder =
  /^(?:<.*>?|\$.*|\{.*|%.*%|%[sdr](?:[^\w\s]%[sdr]){0,3}|\[.*|[*•x.\-_#]{3,}|(?:your|my|the|some|any|new|old|test)?[-_ ]?(?:password|passwort|passwd|secret|token|key|api[-_ ]?key|pass|pwd)\d{0,3}|change[-_]?me|(?:example|placeholder|redacted|hidden|masked|null|none|nil|true|false|undefined|string|str|text|varchar|required|optional|empty|process|os|env|self|this|request|req|config|settings|await|new|typeof|void|any|unknown|number|boolean)(?:[.([\s?;].*)?)$/i

/** Signs that end a secret written without quotes. */
const boundary = /[\s"'`<>]/
const trailing = /[.,;:)\]}|\\]+$/
const longestSecret = 400

export function isPlaceholder(value: string): boolean {
  return placeholder.test(value)
}

/** Letters with digits, or with signs that words do not have: no word of any language. */
export function looksSecret(value: string): boolean {
  const hasLetter = /\p{L}/u.test(value)
  if (/[!#$%&*+=?@^_~|]/.test(value.slice(0, -1)) && (hasLetter || /\d/.test(value))) return value.length >= 5
  if (!hasLetter || !/\d/.test(value)) return (value.match(/\p{L}-\p{L}/gu)?.length ?? 0) >= 2 && value.length >= 12
  return (
    value.length >= 6 &&
    !/^(?:v?\d+(?:\.\d+)+|\d+\p{Ll}{1,3}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*|\p{L}{1,6}[- ]?\d{1,2})$/u.test(value)
  )
}

/** Where it is clear that a password is named: a digit or a sign among letters, or a capital inside. */
export function couldBeSecret(value: string): boolean {
  if (looksSecret(value)) return true
  return (
    value.length >= 4 &&
    /\p{L}/u.test(value) &&
    (/\d/.test(value) || /\p{Ll}\p{Lu}/u.test(value)) &&
    !/^v?\d+\p{Ll}{0,3}$/u.test(value)
  )
}

/** Names, types and calls of program text: `index_url`, `readHead`, `Uint8Array`, `z.string().min(6)`. */
export function isIdentifier(value: string): boolean {
  return /^(?:[a-z]+(?:_[a-z]+)+|[a-z]+\d?(?:[A-Z][a-z]+){1,6}|u?int\d+\w*|(?:[A-Z][a-z]+){2,6}|(?:Big)?(?:Uint|Int|Float|Base|Utf|Sha|Md|Vec|Mat|Http|Auth|OAuth|Web|Win|Crc|Aes|Rsa|Hs|Es|Rs|Ed|Argon|Pbkdf|Ipv|Point|Rect|Col|Row)\d{1,3}[A-Z]\w*|[\w$.]{2,60}\(.*|[a-z_]{2,30}(?:\.[a-z_]\w{1,40}){1,6})$/.test(
    value,
  )
}

/** Does the label go on here, as in `psk_identity_hint`? */
export function isLabelPart(view: View, value: LabelledValue): boolean {
  return value.start === value.labelEnd + 1 && view.unit(value.labelEnd) === 0x5f
}

/** An address of the web is no secret, a call is none: `proxy_pass http://app`, `[password](https://…)`, `setPassword(record, text)`. */
export function isLinkOrCall(value: string): boolean {
  return /^[a-z][a-z+]{1,9}:\/\/|^[a-z][A-Za-z]{2,40}\([\w, ]{0,60}\)$/i.test(value)
}

/** Program text goes on as an expression: `key: tokenProvider ?? key`, `auth = auth ? …`. */
export function isOperand(view: View, start: number, end: number): boolean {
  const before = view.unit(start - 1)
  if (before === 0x22 || before === 0x27 || before === 0x60 || view.unit(end) !== 0x20) return false
  return operator.test(view.text.slice(end, end + 6))
}
const operator = /^ (?:\?\?|\|\||&&|\?|[!=]==?) /

/** Does what stands before make the value a variable: `{{ password }}`, `${PASSWORD}`, `%PASSWORD%`? */
export function isVariable(view: View, start: number): boolean {
  return /[{$%<]\s?$/.test(view.text.slice(Math.max(0, start - 2), start))
}

/** The quote or back-tick before the value, a blank between them or not; 0 where none stands. */
export function openingQuote(view: View, value: LabelledValue): number {
  if (!value.quoted) return 0
  const before = view.unit(value.start - 1)
  const unit = before === 0x20 ? view.unit(value.start - 2) : before
  return unit === 0x22 || unit === 0x27 || unit === 0x60 ? unit : 0
}

/** End of the secret that starts with the value: the closing quote, else the next blank, without the sentence's own signs. */
export function secretEnd(view: View, value: LabelledValue): number {
  const { start, limit } = value
  if (value.link === 'cell' || value.link === 'hint') return limit
  const stop = Math.min(view.text.length, start + longestSecret)
  const quote = openingQuote(view, value)
  if (quote !== 0) {
    const piece = view.text.slice(start, stop)
    const close = closingQuote(piece, quote)
    const line = piece.search(/[\n\r]/)
    if (close >= 0 && (line < 0 || close < line)) return trimEnd(view, start, start + close, /[\\ ]+$/)
  }
  return tokenEnd(view, start, stop)
}

/** Quotes inside are doubled, as in SQL and YAML, or stand behind a backslash. */
function closingQuote(piece: string, quote: number): number {
  for (let at = 0; at < piece.length; at++) {
    const unit = piece.charCodeAt(at)
    if (unit === 0x5c && piece.charCodeAt(at + 1) === quote) {
      // A value of JSON within JSON ends with an escaped quote before a sign.
      if (/[\s,;:)\]}]/.test(piece.charAt(at + 2)) || at + 2 >= piece.length) return at
      at++
    } else if (unit === quote) {
      if (at === 0 || piece.charCodeAt(at + 1) !== quote) return at
      at++
    }
  }
  return -1
}

/** End of the token without blanks that starts here; the text itself, not the next label, bounds it. */
export function tokenEnd(view: View, start: number, stop: number): number {
  const piece = view.text.slice(start, stop)
  const blank = piece.search(boundary)
  let end = start + (blank < 0 ? piece.length : blank)
  const ampersand = isInQuery(view, start) ? view.text.slice(start, end).indexOf('&') : -1
  if (ampersand >= 0) end = start + ampersand
  // `Password=…;Encrypt=True`: the next setting begins.
  const next = view.text.slice(start, end).search(nextSetting)
  if (next > 0) end = start + next
  return trimEnd(view, start, end, trailing)
}

const nextSetting = /[;,][A-Za-z][\w -]{0,30}=/

/** Is this the value of a parameter in a URL? */
function isInQuery(view: View, start: number): boolean {
  return view.unit(start - 1) === 0x3d && parameterBefore.test(view.text.slice(Math.max(0, start - 60), start))
}
const parameterBefore = /[?&][\w.-]{1,50}=$/

function trimEnd(view: View, start: number, end: number, what: RegExp): number {
  return end - (what.exec(view.text.slice(start, end))?.[0].length ?? 0)
}

/** Programs, formats and standards with a number, written as passwords are: "Office365", "bcrypt12", "Windows11". */
const numberedThings =
  /^(?:windows|office|outlook|iphone|ipados?|android|galaxy|pixel|macos|ubuntu|debian|fedora|centos|python|nodejs|bcrypt|scrypt|argon|pbkdf|base|oauth|openid|sha|aes|rsa|blake|curve|secp|chacha|poly|cp|latin|utf|unicode|iso|din|html|http|https|ipv|tls|ssl|wpa|wifi|chrome|firefox|safari|edge|excel|word|acrobat|photoshop|sqlserver|server|mysql|oracle|postgres|postgresql|mariadb|mongodb|redis|debian|exchange|sharepoint|dynamics|microsoft|covid|level|version|page|chapter|section|figure|table|step|phase|file|image|test|user|users|admin|guest|account|server|client|host|node|port|line|column|field|input|button|param|value|item|part|room|building|floor|zone|group|team|class|grade|year|january|february|march|april|june|july|august|september|october|november|december|januar|februar|juni|juli|oktober|dezember|seite|kapitel|abschnitt|anlage|artikel|article|articolo|art\u00edculo|artykul|version|visual|studio|angular|react|django|laravel|symfony|drupal|joomla|typo|magento|claude|gemini|sonnet|opus|llama|qwen|fritzbox|speedport|playstation|xbox|nintendo)[_-]?\d{1,4}$/i
/** Passwords that people make up are no longer, and have as many letters as this. */
const mostLetters = 40
export const fewestLetters = 3

/**
 * Does this look like what people make up as a password, and like hardly anything else? Words with a number and a sign
 * ("Custard!Cream9"), words joined by hyphens before a number ("Heron-Oven-38"), a longer word with two digits ("Wheatsheaf22").
 */
export function isInvented(value: string): boolean {
  if (value.length < 6 || value.length > mostLetters || !/\d/.test(value) || isPlaceholder(value)) return false
  if ((value.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return false
  if (/^[#@$%&*+=?~^-]|[/\\()[\]|=:,]|\.\w*$|@\w+\.\w|\.\./.test(value.slice(0, -1)) || isIdentifier(value))
    return false
  if (/^\p{Lu}\p{Ll}{2,20}_\d{1,4}$|^\p{L}{3,16}(?:-\p{L}{3,16}){1,5}-?\d{1,4}[!?]?$/u.test(value))
    return isWords(value)
  if (/^[\p{L}\d]*[!#$%&*+?^~][\p{L}\d!#$%&*+?^~._-]*$/u.test(value)) return hasWord(value)
  return /^\p{L}{5,20}\d{2,4}$/u.test(value) && !/^\p{Lu}{2,}/u.test(value) && !numberedThings.test(value)
}

/** Not all in capitals, as codes and standards are. */
function isWords(value: string): boolean {
  return /\p{Ll}{2}/u.test(value)
}

/** "PR#88" and "a!b1" hold none. */
function hasWord(value: string): boolean {
  return /\p{L}{3}/u.test(value) && /\p{Ll}/u.test(value)
}
