/**
 * The tape of a JSON text: where its values stand, not what they are. Nothing is converted, so that what is not edited can
 * be sent on byte for byte: digits, escapes, blanks, duplicate keys.
 *
 * It is one array of 32-bit words in document order. A scalar takes two words (kind and start, end), a container three
 * (kind and start, end, the index behind its last descendant). An object's children are key, value, key, value. Eight
 * bytes for the shortest element keep memory within a small multiple of the body, whatever it holds.
 */

export const objectKind = 0
export const arrayKind = 1
/** A string without escapes: its text is the slice between the quotes. */
export const plainKind = 2
/** A string with at least one escape. */
export const escapedKind = 3
export const numberKind = 4
/** `true`, `false` or `null`. */
export const literalKind = 5

/** Kind in the upper three bits: V8 strings are shorter than 2^29 units. */
const kindShift = 29
const startMask = 2 ** kindShift - 1

/** The first word of an entry. */
export function packEntry(kind: number, start: number): number {
  return ((kind << kindShift) | start) >>> 0
}

export function kindOf(word: number): number {
  return word >>> kindShift
}

export class JsonTape {
  readonly text: string
  readonly #words: Uint32Array

  constructor(text: string, words: Uint32Array) {
    this.text = text
    this.#words = words
  }

  kind(at: number): number {
    return kindOf(this.#words[at]!)
  }

  start(at: number): number {
    return this.#words[at]! & startMask
  }

  /** Behind the last unit of the value. */
  end(at: number): number {
    return this.#words[at + 1]!
  }

  isContainer(at: number): boolean {
    return this.kind(at) <= arrayKind
  }

  isString(at: number): boolean {
    const kind = this.kind(at)
    return kind === plainKind || kind === escapedKind
  }

  /** The first child, which is not there when it equals `next(at)`. */
  firstChild(at: number): number {
    return at + 3
  }

  /** The entry behind this one and everything in it. */
  next(at: number): number {
    return this.isContainer(at) ? this.#words[at + 2]! : at + 2
  }

  /** The children of a container: an object's keys, an array's elements. */
  entries(container: number): number[] {
    const entries: number[] = []
    const end = this.next(container)
    for (let entry = this.firstChild(container); entry < end; entry = this.next(this.valueAt(container, entry))) {
      entries.push(entry)
    }
    return entries
  }

  /** The value of an entry: behind a key, or the element itself. */
  valueAt(container: number, entry: number): number {
    return this.kind(container) === objectKind ? entry + 2 : entry
  }

  /** The value of a member, of the last one where the key is repeated, as most parsers read it. */
  member(object: number, name: string): number | null {
    let found: number | null = null
    const end = this.next(object)
    for (let entry = this.firstChild(object); entry < end; entry = this.next(entry + 2)) {
      if (this.isNamed(entry, name)) found = entry + 2
    }
    return found
  }

  /** Whether a string is `name`, without a copy of it in the usual case. */
  isNamed(at: number, name: string): boolean {
    const start = this.start(at) + 1
    if (this.kind(at) !== plainKind) return this.string(at) === name
    return this.end(at) - 1 - start === name.length && this.text.startsWith(name, start)
  }

  raw(at: number): string {
    return this.text.slice(this.start(at), this.end(at))
  }

  /** The value of a string. */
  string(at: number): string {
    if (this.kind(at) === plainKind) return this.text.slice(this.start(at) + 1, this.end(at) - 1)
    const value: unknown = JSON.parse(this.raw(at))
    return typeof value === 'string' ? value : ''
  }
}
