/**
 * The class of a leaf, given what the rules say of its place and what it looks like. A rule that would leave a string
 * unread holds only for strings that look the part: personal data in a field meant for an id is text all the same.
 */
import type { LeafClass } from './format.ts'
import type { RuleClass } from './rules.ts'

/** Ids, enums, model and tool names of every provider at hand; a bare number of more than seven digits is none. */
const idShape = /^[\w.:/+=~$#-]{0,256}$/
const letter = /[A-Za-z]/

/** Base64 in both alphabets. */
const opaqueShape = /^[A-Za-z0-9+/_=.:~-]*$/

/** A whole file in a string, wherever it stands. */
const dataUrl = /^data:[^,\s]{0,200};base64,/i

export function leafClass(target: RuleClass, text: string): LeafClass {
  switch (target) {
    case 'ID':
    case 'FIXED':
      return looksLikeId(text) ? 'ID' : 'TEXT'
    case 'OPAQUE':
    case 'SEAL':
      return opaqueShape.test(text) ? 'OPAQUE' : 'TEXT'
    case 'IDENT':
    case 'MEDIA':
    case 'NAME':
    case 'SECRET':
    case 'URL':
      return target
    default:
      return dataUrl.test(text) ? 'MEDIA' : 'TEXT'
  }
}

function looksLikeId(text: string): boolean {
  return idShape.test(text) && (text.length <= 7 || letter.test(text))
}
