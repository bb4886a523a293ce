/**
 * The last look: is any value of this scope still in the bytes that are about to leave? It knows nothing of formats, so
 * it also sees what a mistake elsewhere let through: as written, JSON-escaped, URL-encoded, in base64, in another
 * Unicode normal form. One pass with a table of four-byte beginnings; the cost does not grow with the number of values.
 */

/** Values found in base64 by chance would stop innocent calls; six characters of base64 are one in 69 billion. */
export const shortestBase64 = 6

/** Whether a form counts only between word borders, by the form. Base64 has none. */
type Forms = Map<string, boolean>

/** Forms that share four bytes: by the offset of those bytes, then by length. */
type Candidates = Map<number, Map<number, Forms>>

/**
 * Long places are read a word of four bytes at a time: any seven bytes hold a whole word, wherever they begin, so each of
 * the four words that a form can show is looked for. Shorter forms are searched for one by one, where they are few.
 */
const longPlace = 16_384
const shortestInWords = 7
const mostShort = 12
const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

export class LastLook {
  readonly #windows = new Map<number, Candidates>()
  /** One byte per hash of a window; a power of two in size, larger where there is more to look for. */
  readonly #filter: Uint8Array
  readonly #shift: number
  readonly #stride: 1 | 4
  readonly #short: Forms = new Map()

  /**
   * `longestRun`: the longest run of base64 characters in what will be looked at, where it is known. `length`: of the
   * longest place, in bytes.
   */
  constructor(values: readonly string[], longestRun = Number.POSITIVE_INFINITY, length = 0) {
    const forms = formsOf(values, longestRun)
    const short = [...forms].filter(([form]) => form.length < shortestInWords)
    this.#stride = length > longPlace && short.length <= mostShort && isLittleEndian ? 4 : 1
    const bits = Math.min(16, Math.max(this.#stride === 1 ? 10 : 14, 32 - Math.clz32(forms.size * 8 * this.#stride)))
    this.#filter = new Uint8Array(1 << bits)
    this.#shift = 32 - bits
    for (const [form, isBordered] of forms) {
      if (this.#stride === 4 && form.length < shortestInWords) this.#short.set(form, isBordered)
      else for (let offset = 0; offset < this.#stride; offset++) this.#add(form, isBordered, offset)
    }
  }

  /** True when a value stands in the bytes. */
  finds(bytes: Uint8Array): boolean {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (const [form, isBordered] of this.#short) if (standsIn(buffer, form, isBordered)) return true
    if (this.#windows.size === 0) return false
    return this.#stride === 1 ? this.#findsByByte(buffer) : this.#findsByWord(buffer)
  }

  #findsByByte(buffer: Buffer): boolean {
    const filter = this.#filter
    const shift = this.#shift
    let window = 0
    for (let index = 0; index < buffer.length; index++) {
      window = (window >>> 8) | (buffer[index]! << 24)
      if (filter[slotOf(window, shift)] !== 0 && index >= 3 && this.#matches(buffer, window, index - 3)) return true
    }
    return false
  }

  #findsByWord(unaligned: Buffer): boolean {
    const filter = this.#filter
    const shift = this.#shift
    const buffer = unaligned.byteOffset % 4 === 0 ? unaligned : Buffer.from(new Uint8Array(unaligned).buffer)
    const words = new Int32Array(buffer.buffer, buffer.byteOffset, buffer.length >>> 2)
    for (let index = 0; index < words.length; index++) {
      const window = words[index]!
      if (filter[slotOf(window, shift)] !== 0 && this.#matches(buffer, window, index * 4)) return true
    }
    return false
  }

  #matches(buffer: Buffer, window: number, at: number): boolean {
    const candidates = this.#windows.get(window)
    if (candidates === undefined) return false
    for (const [offset, byLength] of candidates) {
      if (at >= offset && matchesAt(buffer, at - offset, byLength)) return true
    }
    return false
  }

  #add(form: string, isBordered: boolean, offset: number): void {
    const window =
      form.charCodeAt(offset) |
      (form.charCodeAt(offset + 1) << 8) |
      (form.charCodeAt(offset + 2) << 16) |
      (form.charCodeAt(offset + 3) << 24)
    this.#filter[slotOf(window, this.#shift)] = 1
    const candidates = entryOf(this.#windows, window, (): Candidates => new Map())
    const byLength = entryOf(candidates, offset, () => new Map<number, Forms>())
    entryOf(byLength, form.length, (): Forms => new Map()).set(form, isBordered)
  }
}

/** All ways to write the values that can be told from other text. */
function formsOf(values: readonly string[], longestRun: number): Forms {
  const forms: Forms = new Map()
  for (const value of values) {
    for (const form of textForms(value)) if (form.length >= 4 && !forms.has(form)) forms.set(form, true)
    // Four characters hold three bytes, less what a neighbour has a part in.
    if (value.length * (4 / 3) - 2 > longestRun) continue
    for (const form of base64Forms(value)) forms.set(form, false)
  }
  return forms
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

function matchesAt(buffer: Buffer, start: number, byLength: ReadonlyMap<number, Forms>): boolean {
  for (const [length, forms] of byLength) {
    if (start + length > buffer.length) continue
    const isBordered = forms.get(buffer.toString('latin1', start, start + length))
    if (isBordered === undefined) continue
    if (!isBordered || standsAlone(buffer, start, start + length)) return true
  }
  return false
}

function standsIn(buffer: Buffer, form: string, isBordered: boolean): boolean {
  for (let at = buffer.indexOf(form, 0, 'latin1'); at !== -1; at = buffer.indexOf(form, at + 1, 'latin1')) {
    if (!isBordered || standsAlone(buffer, at, at + form.length)) return true
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
