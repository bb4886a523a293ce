/** Chooses the weights worth keeping and writes the model file that src/detect/names/model.ts reads. */
import { type Lexicon, mixWord, NEIGHBOURS, slotOf } from '../../src/detect/names/lexicon.ts'
import { MODEL_MAGIC, ownerOf, PROBES, packRow } from '../../src/detect/names/model.ts'
import { hashWord } from '../../src/detect/names/tokens.ts'
import type { Trainer } from './crf.ts'

export const SCALE = 1 / 24

export function packLexicon(words: ReadonlyMap<number, number>, size: number): Lexicon {
  const marks = new Uint16Array(size)
  const bits = new Uint16Array(size)
  let dropped = 0
  for (const [word, flags] of words) {
    const mixed = mixWord(word)
    const mark = (mixed >>> 16) | 1
    const base = slotOf(mixed, size)
    let step = 0
    while (step < NEIGHBOURS && marks[base + step] !== 0 && marks[base + step] !== mark) step++
    if (step === NEIGHBOURS) dropped++
    else {
      marks[base + step] = mark
      bits[base + step]! |= flags
    }
  }
  process.stderr.write(`lexicon: ${words.size} words, ${dropped} without a slot\n`)
  return { size, marks, bits }
}

export function addWord(words: Map<number, number>, word: string, flag: number): void {
  const hash = hashWord(word)
  words.set(hash, (words.get(hash) ?? 0) | flag)
}

/** Places rows by importance; a row has four possible slots. */
export function packModel(trainer: Trainer, lexicon: Lexicon, rowCount: number, minimum: number): Uint8Array {
  const { weights, owners, rows, transitions } = trainer
  const candidates: { row: number; worth: number }[] = []
  for (let row = 0; row < rows * 8; row += 8) {
    if (owners[row + 7] === 0) continue
    const largest = Math.max(Math.abs(weights[row]!), Math.abs(weights[row + 1]!), Math.abs(weights[row + 2]!))
    if (largest < minimum) continue
    candidates.push({ row, worth: largest * Math.sqrt(weights[row + 6]! + 1) })
  }
  candidates.sort((a, b) => b.worth - a.worth || a.row - b.row)
  const table = new Int32Array(rowCount)
  let placed = 0
  let lost = 0
  for (const { row } of candidates) {
    const hash = owners[row + 7]!
    const home = hash & (rowCount - 1)
    let probe = 0
    while (probe < PROBES && table[home ^ probe] !== 0 && table[home ^ probe]! >>> 24 !== ownerOf(hash)) probe++
    const slot = home ^ probe
    if (probe === PROBES || table[slot] !== 0) {
      lost++
      continue
    }
    const steps = [0, 1, 2].map(index => Math.max(-127, Math.min(127, Math.round(weights[row + index]! / SCALE))))
    table[slot] = packRow(hash, steps[0]!, steps[1]!, steps[2]!)
    placed++
  }
  process.stderr.write(`rows: ${candidates.length} candidates, ${placed} placed, ${lost} without a slot\n`)
  return toBytes(table, lexicon, transitions)
}

function toBytes(table: Int32Array, lexicon: Lexicon, transitions: Float64Array): Uint8Array {
  const header = new DataView(new ArrayBuffer(16))
  header.setUint32(0, MODEL_MAGIC, true)
  header.setUint32(4, table.length, true)
  header.setUint32(8, lexicon.size, true)
  header.setFloat32(12, SCALE, true)
  const parts = [
    header.buffer,
    Float32Array.from(transitions).buffer,
    table.buffer,
    lexicon.marks.buffer,
    lexicon.bits.buffer,
  ]
  return Buffer.concat(parts.map(part => new Uint8Array(part as ArrayBuffer)))
}
