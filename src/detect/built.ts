/**
 * What `npm run build` has read ahead for the published package: the label words of all recognizers and the table of units. There
 * they stand in one file beside this module, and the written lists are left out; from the sources everything is made of the lists.
 */
import { brokenInstallation, readPackageFile } from './package-file.ts'
import type { PhraseList } from './phrase-list.ts'

export interface Built {
  readonly phrases: PhraseList
  /** The entries of the units up to U+1FFF; see characters.ts. */
  readonly units: Uint32Array
}

/** The build makes this `true`. */
const isPublished: boolean = false
const magic = 0x5447_4c47
const lengthBytes = 4
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

export const built: Built | null = isPublished
  ? decodeBuilt(readPackageFile(new URL('./tables.bin', import.meta.url), 'tables.bin'))
  : null

/** Little-endian: a mark, then sections, each with its length before it and of a multiple of four bytes. */
export function encodeBuilt({ phrases, units }: Built): Uint8Array {
  const { groups, ...arrays } = phrases
  const sections = [Buffer.from(groups.join('\n')), units, ...arrayNames.map(name => arrays[name])]
  const pieces = sections.flatMap(section => {
    const padding = Buffer.alloc(-section.byteLength & (lengthBytes - 1))
    return [integer(section.byteLength), littleEndian(section), padding]
  })
  return Buffer.concat([integer(magic), ...pieces])
}

/** The order of the arrays of phrases in the file. */
const arrayNames = ['letters', 'words', 'phraseWords', 'phrases', 'entries', 'slots', 'filter'] as const

export function decodeBuilt(bytes: Uint8Array): Built {
  // Sections are read in place, for which they must lie at multiples of their size.
  const aligned = bytes.byteOffset % lengthBytes === 0 ? bytes : Uint8Array.from(bytes)
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength)
  if (view.getInt32(0, true) !== magic) throw brokenInstallation('tables.bin holds no tables')
  let at = lengthBytes
  function next(): Uint8Array {
    const length = view.getInt32(at, true)
    const start = at + lengthBytes
    at = start + length + (-length & (lengthBytes - 1))
    return aligned.subarray(start, start + length)
  }
  const groups = Buffer.from(next()).toString().split('\n')
  const units = new Uint32Array(...sectionOf(next(), 4))
  const phrases = {
    groups,
    letters: new Uint16Array(...sectionOf(next(), 2)),
    words: new Int32Array(...sectionOf(next(), 4)),
    phraseWords: new Uint16Array(...sectionOf(next(), 2)),
    phrases: new Int32Array(...sectionOf(next(), 4)),
    entries: new Uint16Array(...sectionOf(next(), 2)),
    slots: new Int32Array(...sectionOf(next(), 4)),
    filter: new Uint32Array(...sectionOf(next(), 4)),
  }
  return { units, phrases }
}

function integer(value: number): Buffer {
  const bytes = Buffer.alloc(lengthBytes)
  bytes.writeInt32LE(value)
  return bytes
}

function littleEndian(section: Buffer | Uint16Array | Int32Array | Uint32Array): Uint8Array {
  const bytes = Buffer.from(section.buffer, section.byteOffset, section.byteLength)
  return isLittleEndian ? bytes : swapped(bytes, section.BYTES_PER_ELEMENT)
}

/** What a typed array of the section is made from: a buffer, where the section begins, how many elements it has. */
function sectionOf(
  section: Uint8Array,
  elementBytes: number,
): [buffer: ArrayBufferLike, start: number, length: number] {
  const bytes = isLittleEndian ? section : swapped(section, elementBytes)
  return [bytes.buffer, bytes.byteOffset, bytes.byteLength / elementBytes]
}

function swapped(section: Uint8Array, elementBytes: number): Buffer {
  const copy = Buffer.from(section)
  if (elementBytes === 1) return copy
  return elementBytes === 2 ? copy.swap16() : copy.swap32()
}
