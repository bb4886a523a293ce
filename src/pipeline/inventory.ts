/**
 * Which three bytes stand side by side in what is about to leave. Nearly every value has three that stand nowhere in it,
 * neither as written nor in base64, and need not be searched for. It may say yes too often, never no.
 */

import { shortestBase64 } from './last-look.ts'

const ascii = { percent: 0x25, plus: 0x2b }
const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const base64Codes = Uint8Array.from(base64Alphabet, character => character.charCodeAt(0))
/** In the URL-safe alphabet, the last two sextets are other characters. */
const firstOfTwoWays = 62
/** Where the first six bits begin that depend on the value alone, for its three positions in a group of three bytes. */
const firstBits = [0, 4, 2]

/** Units that JSON leaves as they are, and those that percent-encoding leaves too. */
const plain = unitSet(/[ !#-[\]-~]/)
const unreserved = unitSet(/[A-Za-z0-9._~!*'()-]/)

function unitSet(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, unit) => (pattern.test(String.fromCharCode(unit)) ? 1 : 0))
}

/**
 * One slot for each hash of three bytes. Lent to one inventory after the other: nothing waits while one is in use. What a slot
 * holds says by which inventory it was noted, so that the slots are wiped once in 255 times.
 */
const slotBits = 14
const slots = new Uint8Array(2 ** slotBits)
const lastTurn = 255
let turn = 1

export class Inventory {
  #isPercentEncoded = false

  /** Form encoding writes a blank as a plus. */
  read(bytes: Uint8Array): void {
    let isPercentEncoded = false
    let window = 0
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index]!
      if (byte === ascii.percent || byte === ascii.plus) isPercentEncoded = true
      window = ((window << 8) | byte) & 0xffffff
      slots[slotOf(window)] = turn
    }
    if (isPercentEncoded) this.#isPercentEncoded = true
  }

  /** The same for text; what is not ASCII in it is not read, since no unit of it is looked for. */
  readText(text: string): void {
    let isPercentEncoded = false
    let window = 0
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index)
      if (unit === ascii.percent || unit === ascii.plus) isPercentEncoded = true
      window = ((window << 8) | (unit & 0xff)) & 0xffffff
      slots[slotOf(window)] = turn
    }
    if (isPercentEncoded) this.#isPercentEncoded = true
  }

  /** To be called before the next inventory begins. */
  wipe(): void {
    if (turn < lastTurn) turn++
    else {
      slots.fill(0)
      turn = 1
    }
  }

  /** False where no way to write the value can stand in what was read. */
  mayHold(value: string): boolean {
    if (mayStand(value, plain)) return true
    if (this.#isPercentEncoded && mayStandEncoded(value)) return true
    const bytes = isAscii(value) ? value : Buffer.from(value, 'utf8').toString('latin1')
    for (const bit of firstBits) if (mayStandInBase64(bytes, bit)) return true
    return false
  }
}

function isNoted(window: number): boolean {
  return slots[slotOf(window)] === turn
}

function slotOf(window: number): number {
  return Math.imul(window, 0x9e3779b1) >>> (32 - slotBits)
}

/** Do all runs of steady units stand there? A unit before one that is not ASCII is none: normal forms may join the two. */
function mayStand(value: string, steady: Uint8Array): boolean {
  let window = 0
  let run = 0
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index)
    if (unit > 0x7f || steady[unit] === 0 || value.charCodeAt(index + 1) > 0x7f) {
      run = 0
      continue
    }
    window = ((window << 8) | unit) & 0xffffff
    if (++run >= 3 && !isNoted(window)) return false
  }
  return true
}

function mayStandEncoded(value: string): boolean {
  if (!isAscii(value)) return mayStand(value, unreserved)
  const encoded = encodeURIComponent(value)
  return mayStand(encoded, plain) || mayStand(encoded.replaceAll('%20', '+'), plain)
}

function mayStandInBase64(bytes: string, firstBit: number): boolean {
  // Fewer characters are found by chance, and not looked for.
  if (bytes.length * 8 - firstBit < shortestBase64 * 6) return false
  let window = 0
  let run = 0
  for (let bit = firstBit; bit + 6 <= bytes.length * 8; bit += 6) {
    const at = bit >> 3
    const pair = (bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1)
    const sextet = (pair >> (10 - (bit & 7))) & 63
    if (sextet >= firstOfTwoWays) {
      run = 0
      continue
    }
    window = ((window << 8) | base64Codes[sextet]!) & 0xffffff
    if (++run >= 3 && !isNoted(window)) return false
  }
  return true
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false
  return true
}
