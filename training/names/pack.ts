/** Chooses the weights worth keeping and writes the model file that src/detect/names/model.ts reads. */
import { COMMON } from '../../src/detect/names/flags.ts'
import { type Lexicon, mixWord, NEIGHBOURS, slotOf } from '../../src/detect/names/lexicon.ts'
import { GROUP, MODEL_MAGIC, ownerOf, packRow } from '../../src/detect/names/model.ts'
import { hashWord } from '../../src/detect/names/tokens.ts'
import type { Trainer } from './crf.ts'

export const SCALE = 1 / 24

export function packLexicon(words: ReadonlyMap<number, number>, size: number): Lexicon {
  const slots = new Uint32Array(size)
  let dropped = 0
  // Ordinary words first: most words of a text are, and what was placed first is found first.
  const isOrdinary = (flags: number) => (flags & COMMON) !== 0
  for (const [word, flags] of [...words].sort(
    ([, one], [, other]) => Number(isOrdinary(other)) - Number(isOrdinary(one)),
  )) {
    const mixed = mixWord(word)
    const mark = (mixed >>> 16) | 1
    const base = slotOf(mixed, size)
    let step = 0
    while (step < NEIGHBOURS && slots[base + step] !== 0 && slots[base + step]! >>> 16 !== mark) step++
    if (step === NEIGHBOURS) dropped++
    else slots[base + step]! |= (mark << 16) | flags
  }
  process.stderr.write(`lexicon: ${words.size} words, ${dropped} without a slot\n`)
  return { size, slots }
}

export function addWord(words: Map<number, number>, word: string, flag: number): void {
  const hash = hashWord(word)
  words.set(hash, (words.get(hash) ?? 0) | flag)
}

/** Places rows by importance, each in its group, no two of an owner in one. */
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
    const group = hash & (rowCount - GROUP)
    let slot = group
    while (slot < group + GROUP && table[slot] !== 0 && table[slot]! >>> 24 !== ownerOf(hash)) slot++
    if (slot === group + GROUP || table[slot] !== 0) {
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
  const parts = [header.buffer, Float32Array.from(transitions).buffer, table.buffer, lexicon.slots.buffer]
  return Buffer.concat(parts.map(part => new Uint8Array(part as ArrayBuffer)))
}
