/** Headers of an Amazon event stream frame: name, type and value, one behind the other. Only strings are of interest. */

/** Sizes of values by type, without those that say their length. True, false, byte, short, integer, long, …, time, UUID. */
const fixedSizes: ReadonlyMap<number, number> = new Map([
  [0, 0],
  [1, 0],
  [2, 1],
  [3, 2],
  [4, 4],
  [5, 8],
  [8, 8],
  [9, 16],
])
const bytesType = 6
const stringType = 7
/** What the two length bytes may say (the specification keeps the sign bit free). */
const longestValue = 32_767

export class StringHeaders {
  readonly #source: Buffer
  /** Where each string value stands. */
  readonly #places = new Map<string, { readonly start: number; readonly end: number }>()

  constructor(source: Buffer) {
    this.#source = source
  }

  add(name: string, start: number, end: number): void {
    this.#places.set(name, { start, end })
  }

  get(name: string): string | undefined {
    const place = this.#places.get(name)
    return place === undefined ? undefined : this.#source.toString('utf8', place.start, place.end)
  }

  /** All headers with another value for one of them; `null` where nothing changes. */
  restored(name: string, restore: (text: string) => string): Buffer | null {
    const place = this.#places.get(name)
    const text = this.get(name)
    if (place === undefined || text === undefined) return null
    const value = Buffer.from(restore(text), 'utf8')
    if (value.length > longestValue || value.equals(this.#source.subarray(place.start, place.end))) return null
    const length = Buffer.alloc(2)
    length.writeUInt16BE(value.length)
    return Buffer.concat([this.#source.subarray(0, place.start - 2), length, value, this.#source.subarray(place.end)])
  }
}

/** `null` where the bytes are no headers. */
export function readAwsHeaders(source: Buffer): StringHeaders | null {
  const headers = new StringHeaders(source)
  let at = 0
  while (at < source.length) {
    const nameStart = at + 1
    const nameEnd = nameStart + source[at]!
    const type = source[nameEnd]
    if (type === undefined) return null
    const hasLength = type === bytesType || type === stringType
    const start = nameEnd + 1 + (hasLength ? 2 : 0)
    if (start > source.length) return null
    const size = hasLength ? source.readUInt16BE(nameEnd + 1) : fixedSizes.get(type)
    if (size === undefined || start + size > source.length) return null
    if (type === stringType) headers.add(source.toString('utf8', nameStart, nameEnd), start, start + size)
    at = start + size
  }
  return headers
}
