/**
 * Which bytes stand in what is about to leave. Most values hold one that stands nowhere in it, neither as written nor in
 * base64, and need not be searched for: an at sign, a plus, seven different digits. It may say yes too often, never no.
 */

const ascii = { percent: 0x25, plus: 0x2b, hyphen: 0x2d, underscore: 0x5f }
const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const base64Codes = Uint8Array.from(base64Alphabet, character => character.charCodeAt(0))
/** Where the first six bits begin that depend on the value alone, for its three positions in a group of three bytes. */
const firstBits = [0, 4, 2]

/** Values that JSON and Unicode leave as they are: nearly all. */
const plainAscii = /^[ !#-[\]-~]*$/

export class Inventory {
  readonly #present = new Uint8Array(256)
  readonly #isPercentEncoded: boolean

  constructor(places: readonly Uint8Array[]) {
    const present = this.#present
    for (const bytes of places) for (let index = 0; index < bytes.length; index++) present[bytes[index]!] = 1
    // Form encoding writes a blank as a plus.
    this.#isPercentEncoded = present[ascii.percent] === 1 || present[ascii.plus] === 1
  }

  /** False where no way to write the value can be made of these bytes. */
  mayHold(value: string): boolean {
    if (this.#isPercentEncoded || !plainAscii.test(value)) return true
    return this.#mayStandAsWritten(value) || firstBits.some(bit => this.#mayStandInBase64(value, bit))
  }

  #mayStandAsWritten(value: string): boolean {
    for (let index = 0; index < value.length; index++) if (this.#present[value.charCodeAt(index)] === 0) return false
    return true
  }

  #mayStandInBase64(value: string, firstBit: number): boolean {
    for (let bit = firstBit; bit + 6 <= value.length * 8; bit += 6) {
      const at = bit >> 3
      const pair = (value.charCodeAt(at) << 8) | value.charCodeAt(at + 1)
      if (!this.#hasSextet((pair >> (10 - (bit & 7))) & 63)) return false
    }
    return true
  }

  #hasSextet(sextet: number): boolean {
    const present = this.#present
    if (present[base64Codes[sextet]!] === 1) return true
    return (sextet === 62 && present[ascii.hyphen] === 1) || (sextet === 63 && present[ascii.underscore] === 1)
  }
}
