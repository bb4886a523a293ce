/** Shows text that is JSON (level 1) or JSON within JSON (level 2) as a reader of its strings sees it. */
import type { EscapeLevel } from '../types.ts'

/** Stands for a quote that ends a JSON string. */
export const stringEnd = '\u0000'

/** Stands for the same character where the text itself holds it. */
const otherControl = '\u0001'

/** Plain text as a view: nothing in it ends a JSON string. */
export function viewOfPlain(text: string): string {
  return text.includes(stringEnd) ? text.replaceAll(stringEnd, otherControl) : text
}

const controls: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

export class JsonUnescaper {
  readonly #level: EscapeLevel
  #backslashes = 0
  /** Digits of a `\uXXXX` so far; null outside of one. */
  #digits: string | null = null

  constructor(level: EscapeLevel) {
    this.#level = level
  }

  /** The next piece without its escapes; an escape that the piece ends in is given with the next. */
  read(piece: string): string {
    let view = ''
    let copied = 0
    for (let position = 0; position < piece.length; position++) {
      const character = piece.charAt(position)
      const special = character === '\\' || character === '"' || character === stringEnd
      if (!special && this.#backslashes === 0 && this.#digits === null) continue
      view += piece.slice(copied, position) + this.#take(character)
      copied = position + 1
    }
    return view + piece.slice(copied)
  }

  #take(character: string): string {
    if (this.#digits !== null) return this.#takeDigit(this.#digits + character)
    if (character === '\\') return this.#takeBackslash()
    const run = this.#backslashes
    this.#backslashes = 0
    // Inside two levels, `\"` ends a string of the inner document and `\\\"` is a quote in it.
    if (character === '"') return run < this.#level ? stringEnd : character
    if (run === 0) return viewOfPlain(character)
    if (character === 'u') this.#digits = ''
    return character === 'u' ? '' : (controls[character] ?? character)
  }

  /** Two backslashes are one at level 1, four at level 2. */
  #takeBackslash(): string {
    this.#backslashes = (this.#backslashes + 1) % (2 * this.#level)
    return this.#backslashes === 0 ? '\\' : ''
  }

  #takeDigit(digits: string): string {
    this.#digits = digits.length < 4 ? digits : null
    if (digits.length < 4) return ''
    const code = Number.parseInt(digits, 16)
    return Number.isNaN(code) ? digits : viewOfPlain(String.fromCharCode(code))
  }
}
