/**
 * The trained model: a table of weights, the transitions between labels, and the lexicon. MODEL.md says where they come from.
 * One row of the table is one 32-bit integer: an owner byte and three signed weights (person, location, organisation; `none` is
 * the zero they are measured from). The owner byte keeps features never seen in training from hitting a stranger's weights.
 */
import { brokenInstallation, readPackageFile } from '../package-file.ts'
import { LABELS } from './labels.ts'
import type { Lexicon } from './lexicon.ts'
import { type Rest, restOf } from './rest.ts'

export interface Model {
  /** Power of two in length. */
  readonly rows: Int32Array
  /** Score of one weight step. */
  readonly scale: number
  /** exp(score) of label to label, row by row, within a line and across a line break. */
  readonly withinLine: Float64Array
  readonly acrossLines: Float64Array
  readonly rest: Rest
  readonly lexicon: Lexicon
}

export const MODEL_MAGIC = 0x4d4e_474c
const HEADER_INTEGERS = 4
export const TRANSITIONS = LABELS * LABELS

let loaded: Model | undefined

/** Reads the model file beside this module, once. */
export function loadModel(): Model {
  loaded ??= readModel(readPackageFile(new URL('./model.bin', import.meta.url), 'model.bin'))
  return loaded
}

/** Little-endian: magic, rows, lexicon size, scale as float32; 2 x 16 float32 transitions; rows; slots of the lexicon. */
export function readModel(bytes: Uint8Array): Model {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const view = new DataView(buffer)
  if (view.getUint32(0, true) !== MODEL_MAGIC) throw brokenInstallation('model.bin is not a name model')
  const rowCount = view.getUint32(4, true)
  const lexiconSize = view.getUint32(8, true)
  const scale = view.getFloat32(12, true)
  const transitions = new Float32Array(buffer, HEADER_INTEGERS * 4, 2 * TRANSITIONS)
  const rowsAt = HEADER_INTEGERS * 4 + 2 * TRANSITIONS * 4
  const slotsAt = rowsAt + rowCount * 4
  const withinLine = Float64Array.from(transitions.subarray(0, TRANSITIONS), Math.exp)
  const acrossLines = Float64Array.from(transitions.subarray(TRANSITIONS), Math.exp)
  return {
    rows: new Int32Array(buffer, rowsAt, rowCount),
    scale,
    withinLine,
    rest: restOf(withinLine),
    acrossLines,
    lexicon: { size: lexiconSize, slots: new Uint32Array(buffer, slotsAt, lexiconSize) },
  }
}

/** A feature's row is one of so many that stand side by side; their owners differ, so that all can be read at once. */
export const GROUP = 2

/** Packs a row; weights are steps from -128 to 127. */
export function packRow(hash: number, person: number, location: number, organization: number): number {
  return (ownerOf(hash) << 24) | ((person & 255) << 16) | ((location & 255) << 8) | (organization & 255)
}

/** An empty row, which is all zeros, adds nothing whoever owns it. */
export function ownerOf(hash: number): number {
  return hash >>> 24
}
