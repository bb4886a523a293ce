/** From features to probabilities: adds up weights, then runs forward and backward over the chain of tokens. */

import { expOf } from './exponential.ts'
import { extract, FINISHER, MAXIMUM_FEATURES, type Surroundings } from './features.ts'
import { CLOSED } from './gate.ts'
import { LABELS, NONE } from './labels.ts'
import { GROUP, type Model } from './model.ts'
import { BREAK_BEFORE, type Tokens } from './tokens.ts'

/** Leaves no doubt, whatever stands around. */
const GIVEN = 25

const features = new Int32Array(MAXIMUM_FEATURES)
const MIX = FINISHER

/** Writes the score of each label of each token (`none` is 0), as natural-log odds before the chain is considered. */
export function scoreTokens(tokens: Tokens, around: Surroundings, model: Model, scores: Float64Array): void {
  closeAll(tokens.count, scores)
  const { rows, scale } = model
  const { opened, openCount } = around
  const mask = rows.length - GROUP
  const found = features
  for (let open = 0; open < openCount; open++) {
    const at = opened[open]!
    const base = at * LABELS
    if (tokens.given[at] !== NONE) {
      scores.fill(-GIVEN, base + 1, base + LABELS)
      continue
    }
    const count = extract(tokens, around, at, features)
    let person = 0
    let location = 0
    let organization = 0
    // `finish` and `ownerOf` written out: this is the innermost of all loops, and a call of what another file holds is checked each time.
    for (let index = 0; index < count; index++) {
      const sum = found[index]!
      const mixed = Math.imul(sum ^ (sum >>> 15), MIX)
      const hash = mixed ^ (mixed >>> 13)
      const owner = hash >>> 24
      const group = hash & mask
      const first = rows[group]!
      const second = rows[group + 1]!
      // Whether a feature is in the table, and where in its group, is anybody's guess: a processor waits less without branches.
      const isFirst = (((first >>> 24) ^ owner) - 1) >> 31
      const isSecond = (((second >>> 24) ^ owner) - 1) >> 31
      const row = (first & isFirst) | (second & isSecond)
      person = (person + ((row << 8) >> 24)) | 0
      location = (location + ((row << 16) >> 24)) | 0
      organization = (organization + ((row << 24) >> 24)) | 0
    }
    scores[base + 1] = person * scale
    scores[base + 2] = location * scale
    scores[base + 3] = organization * scale
  }
}

function closeAll(count: number, scores: Float64Array): void {
  for (let base = 0; base < count * LABELS; base += LABELS) {
    scores[base] = 0
    scores[base + 1] = CLOSED[0]
    scores[base + 2] = CLOSED[1]
    scores[base + 3] = CLOSED[2]
  }
}

/** Behind so many closed tokens of a line, nothing that counts is left of what stood before them; organisations last longest. */
const FORGOTTEN = 4

/** Of so many tokens one is scaled: in between nothing leaves the range of numbers, and a division at each would be waited for. */
const SCALED = 4

/**
 * Replaces scores by probabilities, in place. `forward` is scratch of the same size. Inside a long row of closed tokens, which
 * most of a text is, neither direction has anything to tell: there all probabilities are those of `model.rest`.
 */
export function toProbabilities(tokens: Tokens, model: Model, scores: Float64Array, forward: Float64Array): void {
  passForward(tokens, model, scores, forward)
  passBackward(tokens, model, scores, forward)
}

// V8 folds a constant of the module itself; the same goes for those of `gate.ts` only where they are read here.
const [CLOSED_PERSON, CLOSED_LOCATION, CLOSED_ORGANIZATION] = CLOSED
const PERSON_OF_CLOSED = Math.exp(CLOSED_PERSON)
const LOCATION_OF_CLOSED = Math.exp(CLOSED_LOCATION)
const ORGANIZATION_OF_CLOSED = Math.exp(CLOSED_ORGANIZATION)

/** Scores of open tokens become their exponentials on the way; closed ones keep theirs for the way back. */
function passForward({ count, spacing }: Tokens, model: Model, scores: Float64Array, forward: Float64Array): void {
  const { withinLine, acrossLines, rest } = model
  let closed = 0
  let f0 = 1
  let f1 = 0
  let f2 = 0
  let f3 = 0
  for (let at = 0; at < count; at++) {
    const isWithin = (spacing[at]! & BREAK_BEFORE) === 0
    const base = at * LABELS
    let e1 = PERSON_OF_CLOSED
    let e2 = LOCATION_OF_CLOSED
    let e3 = ORGANIZATION_OF_CLOSED
    closed++
    if (scores[base + 1] !== CLOSED_PERSON || scores[base + 2] !== CLOSED_LOCATION) {
      e1 = scores[base + 1] = expOf(scores[base + 1]!)
      e2 = scores[base + 2] = expOf(scores[base + 2]!)
      e3 = scores[base + 3] = expOf(scores[base + 3]!)
      closed = 0
    } else if (!isWithin) closed = 0
    if (closed > FORGOTTEN) {
      f0 = rest.forward[0]!
      f1 = rest.forward[1]!
      f2 = rest.forward[2]!
      f3 = rest.forward[3]!
    } else {
      const t = isWithin ? withinLine : acrossLines
      const g0 = f0 * t[0]! + f1 * t[4]! + (f2 * t[8]! + f3 * t[12]!)
      const g1 = f0 * t[1]! + f1 * t[5]! + (f2 * t[9]! + f3 * t[13]!)
      const g2 = f0 * t[2]! + f1 * t[6]! + (f2 * t[10]! + f3 * t[14]!)
      const g3 = f0 * t[3]! + f1 * t[7]! + (f2 * t[11]! + f3 * t[15]!)
      const scale = at % SCALED === 0 ? 1 / (g0 + g1 * e1 + (g2 * e2 + g3 * e3)) : 1
      f0 = g0 * scale
      f1 = g1 * e1 * scale
      f2 = g2 * e2 * scale
      f3 = g3 * e3 * scale
    }
    forward[base] = f0
    forward[base + 1] = f1
    forward[base + 2] = f2
    forward[base + 3] = f3
  }
}

function passBackward({ count, spacing }: Tokens, model: Model, scores: Float64Array, forward: Float64Array): void {
  const { withinLine, acrossLines, rest } = model
  let closed = 0
  let b0 = 1
  let b1 = 1
  let b2 = 1
  let b3 = 1
  for (let at = count - 1; at >= 0; at--) {
    const base = at * LABELS
    const isWithin = (spacing[at]! & BREAK_BEFORE) === 0
    const isRest = closed > FORGOTTEN
    const isClosed = scores[base + 1] === CLOSED_PERSON && scores[base + 2] === CLOSED_LOCATION
    closed = isClosed && isWithin ? closed + 1 : 0
    if (isRest && closed > 0 && forward[base + 1] === rest.forward[1]) {
      scores[base] = rest.probabilities[0]!
      scores[base + 1] = rest.probabilities[1]!
      scores[base + 2] = rest.probabilities[2]!
      scores[base + 3] = rest.probabilities[3]!
      continue
    }
    const e1 = (isClosed ? PERSON_OF_CLOSED : scores[base + 1]!) * b1
    const e2 = (isClosed ? LOCATION_OF_CLOSED : scores[base + 2]!) * b2
    const e3 = (isClosed ? ORGANIZATION_OF_CLOSED : scores[base + 3]!) * b3
    const p0 = forward[base]! * b0
    const p1 = forward[base + 1]! * b1
    const p2 = forward[base + 2]! * b2
    const p3 = forward[base + 3]! * b3
    const part = 1 / (p0 + p1 + (p2 + p3))
    scores[base] = p0 * part
    scores[base + 1] = p1 * part
    scores[base + 2] = p2 * part
    scores[base + 3] = p3 * part
    if (closed > FORGOTTEN) {
      b0 = rest.backward[0]!
      b1 = rest.backward[1]!
      b2 = rest.backward[2]!
      b3 = rest.backward[3]!
      continue
    }
    const t = isWithin ? withinLine : acrossLines
    const c0 = t[0]! * b0 + t[1]! * e1 + (t[2]! * e2 + t[3]! * e3)
    const c1 = t[4]! * b0 + t[5]! * e1 + (t[6]! * e2 + t[7]! * e3)
    const c2 = t[8]! * b0 + t[9]! * e1 + (t[10]! * e2 + t[11]! * e3)
    const c3 = t[12]! * b0 + t[13]! * e1 + (t[14]! * e2 + t[15]! * e3)
    const scale = at % SCALED === 0 ? 1 / (c0 + c1 + (c2 + c3)) : 1
    b0 = c0 * scale
    b1 = c1 * scale
    b2 = c2 * scale
    b3 = c3 * scale
  }
}
