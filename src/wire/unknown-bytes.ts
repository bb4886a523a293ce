/** Answers that call themselves bytes: a file's content may be text with placeholders, or anything else. */
import { isUtf8 } from 'node:buffer'
import type { BodyRestorer } from '../types.ts'
import { fileKind } from './file-kind.ts'

/** So many bytes tell text from anything else. */
const enough = 1_024

/** Restores what begins like text; passes on what does not, byte for byte. */
export class UnknownBytesRewriter implements BodyRestorer {
  readonly #text: () => BodyRestorer
  #chosen: BodyRestorer | null = null
  #start: Uint8Array = new Uint8Array(0)

  constructor(text: () => BodyRestorer) {
    this.#text = text
  }

  write(chunk: Uint8Array): Uint8Array {
    if (this.#chosen !== null) return this.#chosen.write(chunk)
    this.#start = Buffer.concat([this.#start, chunk])
    return this.#start.length < enough ? new Uint8Array(0) : this.#choose()
  }

  end(): Uint8Array {
    const start = this.#chosen === null ? this.#choose() : null
    const rest = this.#chosen?.end() ?? new Uint8Array(0)
    return start === null ? rest : Buffer.concat([start, rest])
  }

  #choose(): Uint8Array {
    this.#chosen = fileKind('', withoutCutCharacter(this.#start)) === 'media' ? untouched : this.#text()
    const start = this.#start
    this.#start = new Uint8Array(0)
    return this.#chosen.write(start)
  }
}

const untouched: BodyRestorer = { write: chunk => chunk, end: () => new Uint8Array(0) }

/** The last character may have come in part; a character has at most four bytes (RFC 3629). */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  for (let cut = 0; cut < 4; cut++) {
    const shorter = bytes.subarray(0, bytes.length - cut)
    if (isUtf8(shorter)) return shorter
  }
  return bytes
}
