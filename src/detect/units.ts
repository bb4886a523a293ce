/**
 * The units of a text in a typed array: reading one there costs a third of `charCodeAt`, which has to find out at each call
 * how the engine keeps the string. Buffers are lent, wiped and taken back: no text is kept.
 */

export type Units = Uint16Array

/** Zeros behind the text, so that loops over letters or digits end there without looking at the length. */
const padding = 128
const smallest = 4096
/** For so few, calls out of the engine cost more than a loop. */
const fewUnits = 256
/** Larger buffers are not kept. */
const largestKept = 1 << 20
const mostKept = 4

interface Block {
  readonly bytes: Buffer
  readonly units: Units
}

const kept: Block[] = []
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** A text and its units, until they are given back. */
export class LentText {
  readonly text: string
  readonly units: Units
  readonly length: number
  readonly #block: Block

  constructor(text: string) {
    this.text = text
    this.length = text.length
    this.#block = blockFor(text.length + padding)
    this.units = this.#block.units
    if (isLittleEndian && text.length > fewUnits) this.#block.bytes.write(text, 0, 'utf16le')
    else for (let at = 0; at < text.length; at++) this.units[at] = text.charCodeAt(at)
  }

  /** Wipes the buffer and gives it back. The units are not to be read any more. */
  release(): void {
    const { units } = this
    if (this.length > fewUnits) units.fill(0, 0, this.length)
    else for (let at = 0; at < this.length; at++) units[at] = 0
    if (kept.length < mostKept && units.length <= largestKept) kept.push(this.#block)
  }
}

/** Kept blocks are all zeros. */
function blockFor(length: number): Block {
  const last = kept.at(-1)
  if (last !== undefined && last.units.length >= length) {
    kept.pop()
    return last
  }
  let size = smallest
  while (size < length) size *= 2
  const bytes = Buffer.alloc(size * 2)
  return { bytes, units: new Uint16Array(bytes.buffer, bytes.byteOffset, size) }
}
