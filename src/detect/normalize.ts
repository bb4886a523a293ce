/**
 * The text as a reader sees it: full-width digits are digits, blanks of any width are blanks, soft hyphens and zero-width
 * units are not there. Recognizers see this text only; findings are mapped back, so that a value is removed whole with
 * everything that was hidden in it.
 */
import { standInFor } from './characters.ts'

export interface NormalText {
  readonly text: string
  /** Nothing was replaced: offsets are the same. */
  readonly isOriginal: boolean
  /** Offset in the original of the unit at `offset`. */
  originalStart(offset: number): number
  /** Offset in the original behind the unit before `offset`. */
  originalEnd(offset: number): number
}

/** Text in which nothing had to be replaced. */
export function plainText(text: string): NormalText {
  return { text, isOriginal: true, originalStart: offset => offset, originalEnd: offset => offset }
}

/** `from`: the text before it is known to be plain. */
export function normalize(text: string, from: number): NormalText {
  const pieces: string[] = [text.slice(0, from)]
  /** For each unit left out: how long the normal text was when it was. Ascending. */
  const gaps: number[] = []
  let length = from
  let plainFrom = from
  for (let index = from; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    const mathDigit = unit === 0xd835 ? mathematicalDigit(text.charCodeAt(index + 1)) : -1
    const seen = mathDigit < 0 ? standInFor(unit) : mathDigit
    if (seen === unit) continue
    if (index > plainFrom) pieces.push(text.slice(plainFrom, index))
    length += index - plainFrom
    if (seen === 0) gaps.push(length)
    else {
      pieces.push(String.fromCharCode(seen))
      length++
    }
    if (mathDigit >= 0) {
      index++
      gaps.push(length)
    }
    plainFrom = index + 1
  }
  pieces.push(text.slice(plainFrom))
  const normal = pieces.join('')
  return {
    text: normal,
    isOriginal: false,
    originalStart: offset => offset + countUpTo(gaps, offset),
    originalEnd: offset => offset + countUpTo(gaps, offset - 1),
  }
}

/** U+1D7CE to U+1D7FF are digits in five type faces; seen here by their low surrogate. */
function mathematicalDigit(low: number): number {
  return low >= 0xdfce && low <= 0xdfff ? 0x30 + ((low - 0xdfce) % 10) : -1
}

/** How many numbers of an ascending list are at most `limit`. */
function countUpTo(list: readonly number[], limit: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (list[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low
}
