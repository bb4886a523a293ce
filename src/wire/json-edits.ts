/** Changes to a JSON text, each a cut in the source: what is not cut leaves byte for byte as it came. */
import type { TextCut } from '../types.ts'
import { escapedKind, type JsonTape } from './json-tape.ts'
import { RawPosition } from './raw-position.ts'

interface Cut extends TextCut {
  /** The text is ASCII for sure. */
  readonly isAscii: boolean
}

/** Stands for every map that nothing was put into yet: most documents are edited in one way. */
const nothing: readonly never[] = []

export class JsonEdits {
  readonly #tape: JsonTape
  /** New JSON text by tape index. */
  #replaced: Map<number, string> | null = null
  /** What takes the place of parts of strings, by tape index; gone where the whole is replaced. */
  #parts: Map<number, readonly TextCut[]> | null = null
  /** Texts behind the content of strings, by tape index. */
  #appended: Map<number, string> | null = null
  /** New first members or elements, by tape index of the container. */
  #headed: Map<number, string> | null = null
  /** Entries taken out, by tape index of the container. */
  #removed: Map<number, Set<number>> | null = null

  constructor(tape: JsonTape) {
    this.#tape = tape
  }

  replace(at: number, json: string): void {
    this.#replaced = (this.#replaced ?? new Map()).set(at, json)
    this.#parts?.delete(at)
  }

  /** Of a string that is not replaced, parts in order and apart. */
  replaceParts(at: number, cuts: readonly TextCut[]): void {
    this.#parts = (this.#parts ?? new Map()).set(at, cuts)
  }

  /** What a string says now, without what is appended; `null` where it is not edited. */
  textOf(at: number): string | null {
    const json = this.#replaced?.get(at)
    if (json !== undefined) return String(JSON.parse(json))
    const cuts = this.#parts?.get(at)
    return cuts === undefined ? null : withCuts(this.#tape.string(at), cuts)
  }

  append(at: number, text: string): void {
    this.#appended = (this.#appended ?? new Map()).set(at, text)
  }

  putFirst(container: number, json: string): void {
    this.#headed = (this.#headed ?? new Map()).set(container, json)
  }

  remove(container: number, entry: number): void {
    const removed = this.#removed ?? new Map<number, Set<number>>()
    removed.set(container, (removed.get(container) ?? new Set()).add(entry))
    this.#removed = removed
  }

  apply(): string {
    return this.#join(this.#cuts())
  }

  #join(cuts: readonly Cut[]): string {
    const source = this.#tape.text
    let text = ''
    let position = 0
    for (const cut of cuts) {
      text += source.slice(position, cut.start) + cut.text
      position = cut.end
    }
    return text + source.slice(position)
  }

  /** The same in bytes, where the text is ASCII and `source` holds it: what is not cut is copied as it stands there. */
  applyTo(source: Uint8Array): Uint8Array {
    const usual = source.length <= shortSource ? this.#joinUsual() : null
    if (usual !== null) return Buffer.from(usual, 'latin1')
    const cuts = this.#cuts()
    if (source.length <= shortSource && cuts.every(({ isAscii }) => isAscii))
      return Buffer.from(this.#join(cuts), 'latin1')
    let length = source.length
    for (const { start, end, text, isAscii } of cuts) {
      length += (isAscii ? text.length : Buffer.byteLength(text)) - (end - start)
    }
    const bytes = Buffer.allocUnsafe(length)
    let position = 0
    let written = 0
    for (const { start, end, text, isAscii } of cuts) {
      bytes.set(source.subarray(position, start), written)
      written += start - position
      written += bytes.write(text, written, isAscii ? 'latin1' : 'utf8')
      position = end
    }
    bytes.set(source.subarray(position), written)
    return bytes
  }

  /**
   * What most requests come to: parts of strings, in the order of the document, became placeholders. `null` for all else. To
   * list and sort the cuts would take as long as the rest of it.
   */
  #joinUsual(): string | null {
    if (this.#parts === null) return null
    if (this.#replaced !== null || this.#appended !== null || this.#headed !== null || this.#removed !== null)
      return null
    const tape = this.#tape
    const source = tape.text
    let text = ''
    let copied = 0
    for (const [at, parts] of this.#parts) {
      const start = tape.start(at)
      if (start < copied) return null
      const position = new RawPosition(source, start, tape.end(at), tape.kind(at) === escapedKind)
      for (const part of parts) {
        if (!isPlainAscii(part.text)) return null
        text += source.slice(copied, position.of(part.start)) + part.text
        copied = position.of(part.end)
      }
    }
    return text + source.slice(copied)
  }

  /** In order and apart: what stands inside a removed field is gone with it. */
  #cuts(): Cut[] {
    const apart: Cut[] = []
    let position = 0
    for (const cut of this.#sortedCuts()) {
      if (cut.start < position) continue
      apart.push(cut)
      position = cut.end
    }
    return apart
  }

  /** Of several at one place, what is put in comes first, and the wider one before those inside it. */
  #sortedCuts(): Cut[] {
    const cuts: Cut[] = []
    for (const [container, json] of this.#headed ?? nothing) cuts.push(this.#headCut(container, json))
    for (const [container, entries] of this.#removed ?? nothing) cuts.push(...this.#removalCuts(container, entries))
    for (const [at, json] of this.#replaced ?? nothing) cuts.push(this.#stringCut(at, json))
    for (const [at, parts] of this.#parts ?? nothing) this.#addParts(cuts, at, parts)
    for (const [at, text] of this.#appended ?? nothing) {
      if (this.#replaced?.has(at) === true) continue
      const end = this.#tape.end(at) - 1
      cuts.push({ start: end, end, text: inString(text), isAscii: false })
    }
    return cuts.sort((a, b) => a.start - b.start || isInsertion(b) - isInsertion(a) || b.end - a.end)
  }

  #stringCut(at: number, json: string): Cut {
    const tail = this.#appended?.get(at)
    const text = tail === undefined ? json : `${json.slice(0, -1)}${inString(tail)}"`
    return { start: this.#tape.start(at), end: this.#tape.end(at), text, isAscii: false }
  }

  /** A string of which only parts change: all the others stay as they are written. */
  #addParts(cuts: Cut[], at: number, parts: readonly TextCut[]): void {
    const tape = this.#tape
    const position = new RawPosition(tape.text, tape.start(at), tape.end(at), tape.kind(at) === escapedKind)
    const own = parts.map(({ start, end, text }): Cut => {
      const isAscii = isPlainAscii(text)
      return { start: position.of(start), end: position.of(end), text: isAscii ? text : inString(text), isAscii }
    })
    if (tape.text.length <= shortSource) cuts.push(...own)
    else cuts.push(this.#joinParts(at, own))
  }

  /** Of a long text, one cut for each string: thousands of small ones would take longer to sort and to copy around. */
  #joinParts(at: number, parts: readonly Cut[]): Cut {
    const source = this.#tape.text
    const start = this.#tape.start(at) + 1
    const end = this.#tape.end(at) - 1
    const pieces: string[] = []
    let copied = start
    for (const part of parts) {
      pieces.push(source.slice(copied, part.start), part.text)
      copied = part.end
    }
    pieces.push(source.slice(copied, end))
    return { start, end, text: pieces.join(''), isAscii: parts.every(({ isAscii }) => isAscii) }
  }

  #headCut(container: number, json: string): Cut {
    const start = this.#tape.start(container) + 1
    const gone = this.#removed?.get(container)
    const keeps = this.#tape.entries(container).some(entry => gone?.has(entry) !== true)
    return { start, end: start, text: keeps ? `${json},` : json, isAscii: false }
  }

  /** Each entry goes with the comma before it, or, where nothing is kept before it, with the comma behind it. */
  #removalCuts(container: number, gone: ReadonlySet<number>): Cut[] {
    const tape = this.#tape
    const entries = tape.entries(container)
    const firstKept = entries.findIndex(entry => !gone.has(entry))
    const endOf = (entry: number) => tape.end(tape.valueAt(container, entry))
    const cuts: Cut[] = []
    if (firstKept !== 0) {
      const next = entries[firstKept]
      const end = next === undefined ? endOf(entries.at(-1)!) : tape.start(next)
      cuts.push({ start: tape.start(entries[0]!), end, text: '', isAscii: true })
    }
    for (let index = firstKept + 1; firstKept !== -1 && index < entries.length; index++) {
      const entry = entries[index]!
      if (gone.has(entry)) cuts.push({ start: endOf(entries[index - 1]!), end: endOf(entry), text: '', isAscii: true })
    }
    return cuts
  }
}

/** Text as it stands between the quotes of a string. */
function inString(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

function isInsertion({ start, end }: Cut): number {
  return start === end ? 1 : 0
}

/** Up to this length it is quicker to join the text than to copy its parts as bytes. */
const shortSource = 16_384

/** Placeholders: what needs no escape and no second byte. */
function isPlainAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x20 || unit > 0x7e || unit === 0x22 || unit === 0x5c) return false
  }
  return true
}

function withCuts(text: string, cuts: readonly TextCut[]): string {
  const parts: string[] = []
  let position = 0
  for (const cut of cuts) {
    parts.push(text.slice(position, cut.start), cut.text)
    position = cut.end
  }
  parts.push(text.slice(position))
  return parts.join('')
}
