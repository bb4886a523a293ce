/**
 * The last look: is any value of this scope still in the bytes that are about to leave? It knows nothing of formats, so
 * it also sees what a mistake elsewhere let through: as written, JSON-escaped, URL-encoded, in base64, in another
 * Unicode normal form. One pass with a table of four-byte beginnings; the cost does not grow with the number of values.
 */

/** Values found in base64 by chance would stop innocent calls; six characters of base64 are one in 69 billion. */
const shortestBase64 = 6

interface Candidates {
  /** Whole forms that begin with the same four bytes, by length. */
  readonly byLength: Map<number, Map<string, Form>>
}

interface Form {
  /** Base64 has no word borders. */
  readonly bordered: boolean
}

export class LastLook {
  readonly #beginnings = new Map<number, Candidates>()
  /** One byte per hash of a beginning; a power of two in size, larger where there is more to look for. */
  readonly #filter: Uint8Array
  readonly #shift: number

  /** `longestRun`: the longest run of base64 characters in what will be looked at, where it is known. */
  constructor(values: readonly string[], longestRun = Number.POSITIVE_INFINITY) {
    const bits = Math.min(16, Math.max(10, 32 - Math.clz32(values.length * 32)))
    this.#filter = new Uint8Array(1 << bits)
    this.#shift = 32 - bits
    for (const value of values) {
      for (const form of textForms(value)) this.#add(form, true)
      // Four characters hold three bytes, less what a neighbour has a part in.
      if (value.length * (4 / 3) - 2 > longestRun) continue
      for (const form of base64Forms(value)) this.#add(form, false)
    }
  }

  /** True when a value stands in the bytes. */
  finds(bytes: Uint8Array): boolean {
    if (this.#beginnings.size === 0) return false
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const filter = this.#filter
    const shift = this.#shift
    let window = 0
    for (let index = 0; index < buffer.length; index++) {
      window = (window >>> 8) | (buffer[index]! << 24)
      if (filter[slotOf(window, shift)] === 0 || index < 3) continue
      const candidates = this.#beginnings.get(window)
      if (candidates !== undefined && matchesAt(buffer, index - 3, candidates)) return true
    }
    return false
  }

  #add(form: string, bordered: boolean): void {
    if (form.length < 4) return
    const window =
      form.charCodeAt(0) | (form.charCodeAt(1) << 8) | (form.charCodeAt(2) << 16) | (form.charCodeAt(3) << 24)
    this.#filter[slotOf(window, this.#shift)] = 1
    const { byLength } = entryOf(this.#beginnings, window, () => ({ byLength: new Map<number, Map<string, Form>>() }))
    const forms = entryOf(byLength, form.length, () => new Map<string, Form>())
    if (!forms.has(form) || !bordered) forms.set(form, { bordered })
  }
}

const base64Characters = new Uint8Array(256)
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_')
  base64Characters[character.charCodeAt(0)] = 1

/** Base64 of a value can only stand in a run of its characters, and prose has no long ones. */
export function longestBase64Run(bytes: Uint8Array): number {
  let longest = 0
  let run = 0
  for (let index = 0; index < bytes.length; index++) {
    run = base64Characters[bytes[index]!] === 1 ? run + 1 : 0
    if (run > longest) longest = run
  }
  return longest
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const present = map.get(key)
  if (present !== undefined) return present
  const value = make()
  map.set(key, value)
  return value
}

function slotOf(window: number, shift: number): number {
  return Math.imul(window, 0x9e3779b1) >>> shift
}

function matchesAt(buffer: Buffer, start: number, candidates: Candidates): boolean {
  for (const [length, forms] of candidates.byLength) {
    if (start + length > buffer.length) continue
    const form = forms.get(buffer.toString('latin1', start, start + length))
    if (form !== undefined && (!form.bordered || standsAlone(buffer, start, start + length))) return true
  }
  return false
}

/** Not inside a longer word or number, and not a bare JSON number such as a token limit. */
function standsAlone(buffer: Buffer, start: number, end: number): boolean {
  if (isWordByte(buffer[start]) && isWordByte(buffer[start - 1]) && !endsEscape(buffer, start)) return false
  if (isWordByte(buffer[end - 1]) && isWordByte(buffer[end])) return false
  return !isJsonNumber(buffer, start, end)
}

function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}

/** `\n` or `\u00e4` before a value ends in a letter or digit that is no part of a word. Percent escapes likewise. */
function endsEscape(buffer: Buffer, start: number): boolean {
  const before = buffer.toString('latin1', Math.max(0, start - 6), start)
  return /(?:\\[bfnrt]|\\u[0-9a-fA-F]{4}|%[0-9a-fA-F]{2})$/.test(before)
}

function isJsonNumber(buffer: Buffer, start: number, end: number): boolean {
  for (let index = start; index < end; index++) if (buffer[index]! < 0x30 || buffer[index]! > 0x39) return false
  const before = buffer.toString('latin1', Math.max(0, start - 16), start)
  const after = buffer.toString('latin1', end, end + 16)
  return /"\s*:\s*$/.test(before) && /^\s*[,}]/.test(after)
}

/** Values that JSON, Unicode and UTF-8 leave as they are: nearly all. */
const plainAscii = /^[ !#-[\]-~]*$/

function textForms(value: string): Set<string> {
  const forms = new Set<string>()
  if (plainAscii.test(value)) {
    const encoded = encodeURIComponent(value)
    return forms.add(value).add(encoded).add(encoded.replaceAll('%20', '+'))
  }
  for (const text of new Set([value, value.normalize('NFC'), value.normalize('NFD')])) {
    const json = JSON.stringify(text).slice(1, -1)
    forms.add(bytesOf(text))
    forms.add(bytesOf(json))
    forms.add(escapeNonAscii(json, digits => digits))
    forms.add(escapeNonAscii(json, digits => digits.toUpperCase()))
    const encoded = encodeURIComponent(text.toWellFormed())
    forms.add(encoded)
    forms.add(encoded.replaceAll('%20', '+'))
  }
  return forms
}

function bytesOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}

function escapeNonAscii(json: string, spell: (digits: string) => string): string {
  return json.replace(/[\u0080-\uffff]/g, unit => `\\u${spell(unit.charCodeAt(0).toString(16).padStart(4, '0'))}`)
}

/** The characters of base64 that depend on the value alone, for its three possible positions in a group of three bytes. */
function base64Forms(value: string): string[] {
  const length = Buffer.byteLength(value, 'utf8')
  const bytes = Buffer.alloc(length + 2)
  bytes.write(value, 2, 'utf8')
  const forms: string[] = []
  for (const offset of [0, 1, 2]) {
    const encoded = bytes.toString('base64', 2 - offset)
    const form = encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + length) * 8) / 6))
    if (form.length < shortestBase64) continue
    forms.push(form)
    const urlSafe = form.replaceAll('+', '-').replaceAll('/', '_')
    if (urlSafe !== form) forms.push(urlSafe)
  }
  return forms
}
