/**
 * Finds the places where a placeholder can begin: an opening bracket in any of its forms, or the underscore before a
 * number. Five searches for single characters run side by side, each as fast as `indexOf`.
 */
import { openerStarts } from './brackets.ts'
import { backslash, isDigit, isUpper, underscore } from './characters.ts'

const anchors = [...openerStarts, '_'] as const

export class AnchorSearch {
  readonly #text: string
  readonly #next: number[]

  constructor(text: string, from: number) {
    this.#text = text
    this.#next = anchors.map(anchor => positionOf(text, anchor, from))
  }

  /** The first anchor at or after `from`, or the length of the text. Positions asked for may only grow. */
  next(from: number): number {
    const next = this.#next
    let nearest = this.#text.length
    for (let index = 0; index < anchors.length; index++) {
      if (next[index]! < from) next[index] = positionOf(this.#text, anchors[index]!, from)
      if (next[index]! < nearest) nearest = next[index]!
    }
    return nearest
  }

  isBare(at: number): boolean {
    return this.#text.charCodeAt(at) === underscore
  }
}

/** Is there any place in the text where a placeholder can begin? */
export function holdsAnchor(text: string): boolean {
  return anchors.some(anchor => positionOf(text, anchor, 0) < text.length)
}

/**
 * The same for the strings of a JSON text that is not parsed. Yes too often, never no: a bracket of the JSON itself is known
 * by what follows it, which begins no placeholder.
 */
export function mayHoldAnchor(json: string): boolean {
  if (json.includes('\\u') || fullWidthOpeners.some(opener => json.includes(opener))) return true
  if (positionOf(json, '_', 0) < json.length) return true
  return isFollowedBy(json, '&', /[#l]/iy) || isFollowedBy(json, '%', /5/y) || isFollowedBy(json, '[', noJson)
}

const fullWidthOpeners = ['\uff3b', '\u3010']

/** Behind a bracket: neither the beginning of a JSON value, nor the end of its string, nor of the list. */
const noJson = /[ \t\r\n]*[^ \t\r\n{}"[\]\d-]/y

function isFollowedBy(text: string, anchor: string, what: RegExp): boolean {
  for (let at = text.indexOf(anchor); at !== -1; at = text.indexOf(anchor, at + 1)) {
    what.lastIndex = at + 1
    if (what.test(text)) return true
  }
  return false
}

function positionOf(text: string, anchor: string, from: number): number {
  let position = text.indexOf(anchor, from)
  if (anchor === '_') while (position >= 0 && !isBetween(text, position)) position = text.indexOf(anchor, position + 1)
  return position < 0 ? text.length : position
}

/** Underscores count only between the end of a type and a digit: not in `user_1`. */
function isBetween(text: string, at: number): boolean {
  if (!isDigit(text.charCodeAt(at + 1))) return false
  const before = text.charCodeAt(at - 1)
  return isUpper(before) || isDigit(before) || before === underscore || before === backslash
}
