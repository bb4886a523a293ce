/**
 * The trainer: a linear-chain conditional random field over the run-time features, by AdaGrad, one text at a time.
 * Labels may be partial: each token has the set of labels it may have, and the likelihood is that of the set.
 */
import {
  extract,
  finish,
  lookAround,
  MAXIMUM_FEATURES,
  makeSurroundings,
  OWN_FEATURES,
} from '../../src/detect/names/features.ts'
import { ANY_NAME, COMMON, FIRST_NAME, PLACE, TITLE } from '../../src/detect/names/flags.ts'
import { CLOSED } from '../../src/detect/names/gate.ts'
import { LABELS } from '../../src/detect/names/labels.ts'
import { flagCompounds, flagTokens, type Lexicon } from '../../src/detect/names/lexicon.ts'
import { DOT, INITIAL, LOWER_WORD, WORD_LIMIT } from '../../src/detect/names/shapes.ts'
import { BREAK_BEFORE, hashWord, makeTokens, SPELLING, STEM1, tokenize } from '../../src/detect/names/tokens.ts'
import type { Document } from './documents.ts'

const CAPACITY = 1 << 16
const STRIDE = 8
const COUNT = 6
const OWNER = 7
const PROBES = 4
/** `M.` in French judgments is a title; other single letters are initials. */
const LETTER_M = hashWord('m')
const SKETCH = 1 << 27
/** A feature gets weights the third time it is seen. */
const SIGHTINGS = 3

/** What a text is learned without, so that the model does not lean on it alone. */
export interface Hidden {
  /** Which words are names and places. */
  names: boolean
  /** The words themselves. */
  words: boolean
  /** Chooses which ordinary words look like strange ones. */
  salt: number
  /** For ablations: first and last letters, and what stands on the line and the one above. */
  affixes?: boolean
  lines?: boolean
}

export interface Trainer {
  readonly weights: Float32Array
  readonly owners: Int32Array
  readonly rows: number
  readonly transitions: Float64Array
  learn(document: Document, lexicon: Lexicon, hidden: Hidden, rate: number): number
  /** Adds the weights of now to their average. */
  remember(): void
  /** Puts the average in place of the weights. */
  settle(): void
}

/** Allowed labels as bits, per label of a span. */
const allowed: Readonly<Record<string, number>> = {
  PERSON: 2,
  LOCATION: 4,
  ORGANIZATION: 8,
  OTHER: 1 | 4 | 8,
  NAME: 2 | 4 | 8,
  STREET: 1 | 4,
}

export function makeTrainer(rows: number): Trainer {
  const buffer = new ArrayBuffer(rows * STRIDE * 4)
  const weights = new Float32Array(buffer)
  const owners = new Int32Array(buffer)
  const sketch = new Uint8Array(SKETCH)
  const tokens = makeTokens(CAPACITY)
  const around = makeSurroundings(CAPACITY)
  const found = new Int32Array(MAXIMUM_FEATURES)
  const featureRows = new Int32Array(CAPACITY * MAXIMUM_FEATURES)
  const featureCounts = new Uint8Array(CAPACITY)
  const emissions = new Float64Array(CAPACITY * LABELS)
  const masks = new Uint8Array(CAPACITY)
  const free = new Float64Array(CAPACITY * LABELS)
  const bound = new Float64Array(CAPACITY * LABELS)
  const scratch = new Float64Array(CAPACITY * LABELS)
  /** Within a line, then across lines. */
  const transitions = new Float64Array(2 * LABELS * LABELS)
  const transitionGradients = new Float64Array(2 * LABELS * LABELS)
  const transitionSquares = new Float64Array(2 * LABELS * LABELS).fill(1)
  const sums = new Float32Array(rows * 3)
  const transitionSums = new Float64Array(2 * LABELS * LABELS)
  let remembered = 0
  const potentials = new Float64Array(2 * LABELS * LABELS)

  function rowOf(hash: number): number {
    const home = hash & (rows - 1)
    for (let probe = 0; probe < PROBES; probe++) {
      const row = (home ^ probe) * STRIDE
      if (owners[row + OWNER] === hash) return row
      if (owners[row + OWNER] !== 0) continue
      const cell = Math.imul(hash, 0x9e3779b1) >>> 5
      if (++sketch[cell]! < SIGHTINGS) return -1
      owners[row + OWNER] = hash
      return row
    }
    return -1
  }

  function readFeatures(hideWords: boolean): void {
    for (let at = 0; at < tokens.count; at++) {
      let count = around.open[at] === 0 ? 0 : extract(tokens, around, at, found)
      if (hideWords && count > 0 && tokens.shape[at]! <= WORD_LIMIT) count -= OWN_FEATURES
      let kept = 0
      let e1 = 0
      let e2 = 0
      let e3 = 0
      for (let index = 0; index < count; index++) {
        const row = rowOf(finish(found[index]!))
        if (row < 0) continue
        featureRows[at * MAXIMUM_FEATURES + kept++] = row
        e1 += weights[row]!
        e2 += weights[row + 1]!
        e3 += weights[row + 2]!
      }
      featureCounts[at] = kept
      if (count === 0) [e1, e2, e3] = CLOSED
      emissions[at * LABELS] = 0
      emissions[at * LABELS + 1] = e1
      emissions[at * LABELS + 2] = e2
      emissions[at * LABELS + 3] = e3
    }
  }

  /** Three capitalised ordinary words in sixteen are not known to be some, as in any text. */
  function hideOrdinary(salt: number): void {
    for (let at = 0; at < tokens.count; at++) {
      const isKnown = (tokens.flags[at]! & (COMMON | ANY_NAME)) === COMMON
      if (!isKnown || tokens.shape[at] === LOWER_WORD || tokens.shape[at]! > WORD_LIMIT) continue
      if (Math.imul(tokens.word[at]! ^ salt, 0x9e3779b1) >>> 28 < 3) tokens.flags[at]! &= ~COMMON
    }
  }

  function hideAffixes(): void {
    for (let at = 0; at < tokens.count; at++) tokens.spelling.fill(0, at * SPELLING, at * SPELLING + STEM1)
  }

  function hideLines(): void {
    around.label.fill(-1, 0, tokens.count)
    around.labelDistance.fill(0, 0, tokens.count)
    for (let at = 0; at < tokens.count; at++) {
      around.line[at] = Math.max(0, at - 3)
      around.nextLine[at] = at
    }
  }

  function markLabels(document: Document): void {
    masks.fill(1, 0, tokens.count)
    let first = 0
    for (const span of document.spans) {
      const mask = allowed[span.label]
      if (mask === undefined) continue
      while (first < tokens.count && tokens.end[first]! <= span.start) first++
      for (let at = first; at < tokens.count && tokens.start[at]! < span.end; at++) masks[at] = mask
      if (span.label === 'PERSON') dropTitles(first, span.end)
    }
  }

  /** Some corpora count titles as part of the name; the guideline does not. */
  function dropTitles(first: number, end: number): void {
    let at = first
    for (; at < tokens.count && tokens.end[at]! < end; at++) {
      const isTitle = (tokens.flags[at]! & TITLE) !== 0 && (tokens.flags[at]! & FIRST_NAME) === 0
      const isDot = at > first && tokens.shape[at] === DOT && masks[at - 1] === 1
      const isInitial = tokens.shape[at] === INITIAL && !(tokens.word[at] === LETTER_M && tokens.end[at]! + 2 < end)
      if ((!isTitle && !isDot) || isInitial) break
      masks[at] = 1
    }
  }

  /** Label probabilities under the labels allowed; adds `sign` times the expected transitions to their gradient. */
  function marginals(out: Float64Array, isBound: boolean, sign: number): number {
    let likelihood = 0
    const forward = scratch
    let previous = [1, 0, 0, 0]
    for (let at = 0; at < tokens.count; at++) {
      const offset = (tokens.spacing[at]! & BREAK_BEFORE) === 0 ? 0 : LABELS * LABELS
      const next = [0, 0, 0, 0]
      let sum = 0
      for (let to = 0; to < LABELS; to++) {
        if (isBound && ((masks[at]! >> to) & 1) === 0) continue
        let value = 0
        for (let from = 0; from < LABELS; from++) value += previous[from]! * potentials[offset + from * LABELS + to]!
        value *= Math.exp(clip(emissions[at * LABELS + to]!))
        next[to] = value
        sum += value
      }
      likelihood += Math.log(sum)
      for (let to = 0; to < LABELS; to++) {
        next[to] = next[to]! / sum
        forward[at * LABELS + to] = next[to]!
      }
      previous = next
    }
    let backward = [1, 1, 1, 1]
    for (let at = tokens.count - 1; at >= 0; at--) {
      let sum = 0
      for (let label = 0; label < LABELS; label++) sum += forward[at * LABELS + label]! * backward[label]!
      for (let label = 0; label < LABELS; label++) {
        out[at * LABELS + label] = (forward[at * LABELS + label]! * backward[label]!) / sum
      }
      const offset = (tokens.spacing[at]! & BREAK_BEFORE) === 0 ? 0 : LABELS * LABELS
      const incoming = [0, 0, 0, 0]
      const reach = [0, 0, 0, 0]
      for (let to = 0; to < LABELS; to++) {
        if (isBound && ((masks[at]! >> to) & 1) === 0) continue
        reach[to] = Math.exp(clip(emissions[at * LABELS + to]!)) * backward[to]!
      }
      let pairSum = 0
      for (let from = 0; from < LABELS; from++) {
        const before = at > 0 ? forward[(at - 1) * LABELS + from]! : from === 0 ? 1 : 0
        for (let to = 0; to < LABELS; to++) {
          const pair = potentials[offset + from * LABELS + to]! * reach[to]!
          incoming[from] = incoming[from]! + pair
          pairSum += before * pair
        }
      }
      for (let from = 0; from < LABELS; from++) {
        const before = at > 0 ? forward[(at - 1) * LABELS + from]! : from === 0 ? 1 : 0
        for (let to = 0; to < LABELS; to++) {
          const index = offset + from * LABELS + to
          transitionGradients[index]! += (sign * before * potentials[index]! * reach[to]!) / pairSum
        }
      }
      const scale = incoming[0]! + incoming[1]! + incoming[2]! + incoming[3]!
      backward = incoming.map(value => value / scale)
    }
    return likelihood
  }

  function update(rate: number): void {
    for (let at = 0; at < tokens.count; at++) {
      const base = at * LABELS
      const g1 = bound[base + 1]! - free[base + 1]!
      const g2 = bound[base + 2]! - free[base + 2]!
      const g3 = bound[base + 3]! - free[base + 3]!
      const isNeeded = Math.abs(g1) > 0.002 || Math.abs(g2) > 0.002 || Math.abs(g3) > 0.002
      for (let index = 0; index < featureCounts[at]!; index++) {
        const row = featureRows[at * MAXIMUM_FEATURES + index]!
        weights[row + COUNT]!++
        if (!isNeeded) continue
        step(row, g1, rate)
        step(row + 1, g2, rate)
        step(row + 2, g3, rate)
      }
    }
    for (let index = 0; index < transitions.length; index++) {
      const gradient = transitionGradients[index]!
      transitionSquares[index]! += gradient * gradient
      transitions[index]! += (rate * gradient) / Math.sqrt(transitionSquares[index]!)
    }
  }

  function step(cell: number, gradient: number, rate: number): void {
    const squares = weights[cell + 3]! + gradient * gradient
    weights[cell + 3] = squares
    weights[cell] = weights[cell]! + (rate * gradient) / Math.sqrt(squares + 0.05)
  }

  return {
    weights,
    owners,
    rows,
    transitions,
    learn(document, lexicon, hidden, rate) {
      if (document.text.length >= CAPACITY) return 0
      tokenize(document.text, 0, document.text.length, document.findings, 0, tokens)
      flagTokens(tokens, lexicon)
      hideOrdinary(hidden.salt)
      if (hidden.names) for (let at = 0; at < tokens.count; at++) tokens.flags[at]! &= ~(ANY_NAME | PLACE)
      if (hidden.affixes) hideAffixes()
      lookAround(tokens, around)
      flagCompounds(tokens, around, lexicon)
      if (hidden.lines) hideLines()
      readFeatures(hidden.words)
      markLabels(document)
      for (let index = 0; index < potentials.length; index++) potentials[index] = Math.exp(transitions[index]!)
      transitionGradients.fill(0)
      const all = marginals(free, false, -1)
      const right = marginals(bound, true, 1)
      update(rate)
      return right - all
    },
    remember() {
      remembered++
      for (let row = 0, sum = 0; row < rows * STRIDE; row += STRIDE, sum += 3) {
        for (let label = 0; label < 3; label++) sums[sum + label]! += weights[row + label]!
      }
      transitions.forEach((value, index) => {
        transitionSums[index]! += value
      })
    },
    settle() {
      for (let row = 0, sum = 0; row < rows * STRIDE; row += STRIDE, sum += 3) {
        for (let label = 0; label < 3; label++) weights[row + label] = sums[sum + label]! / remembered
      }
      transitionSums.forEach((value, index) => {
        transitions[index] = value / remembered
      })
    },
  }
}

function clip(score: number): number {
  return Math.max(-40, Math.min(40, score))
}
