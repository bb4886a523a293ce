/** Chance that is the same in every run, and the small pieces that the generators put together. */

export interface Chance {
  /** From `least` to `most`, both included. */
  whole(least: number, most: number): number
  pick<T>(list: readonly T[]): T
  hex(length: number): string
  digits(length: number): string
  base64(length: number): string
  version(): string
  date(): string
  clock(): string
  uuid(): string
}

const base64Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** mulberry32. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const letters = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[whole(0, alphabet.length - 1)]).join('')
  const two = (value: number) => String(value).padStart(2, '0')
  const hex = (length: number) => letters('0123456789abcdef', length)
  return {
    whole,
    pick: list => list[whole(0, list.length - 1)]!,
    hex,
    digits: length => letters('0123456789', length),
    base64: length => letters(base64Letters, length),
    version: () => `${whole(0, 24)}.${whole(0, 40)}.${whole(0, 30)}`,
    date: () => `${whole(2015, 2026)}-${two(whole(1, 12))}-${two(whole(1, 28))}`,
    clock: () => `${two(whole(0, 23))}:${two(whole(0, 59))}:${two(whole(0, 59))}`,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  }
}

/** With its check digit (GS1 General Specifications 7.9). */
export function withCheckDigit(digits: string): string {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const weight = (digits.length - index) % 2 === 1 ? 3 : 1
    sum += weight * Number(digits[index])
  }
  return `${digits}${(10 - (sum % 10)) % 10}`
}
