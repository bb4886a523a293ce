/**
 * The class of a leaf, given what the rules say of its place and what it looks like. A rule that would leave a string
 * unread holds only for strings that look the part: personal data in a field meant for an id is text all the same.
 */
import type { LeafClass } from './format.ts'
import type { RuleClass } from './rules.ts'

/** Ids, enums, model and tool names of every provider at hand; a bare number of more than seven digits is none. */
const idShape = /^[\w.:/+=~$#-]{0,1024}$/
const letter = /[A-Za-z]/
const longestNumber = 7

/** Base64 in both alphabets. Seals and hashes are longer than any name. */
const sealShape = /^(?:[\w+/=.:~-]{16,})?$/

/** Content of a file: long, without a blank, and with every kind of character that base64 has. */
const fileShape = /^[A-Za-z0-9+/_-]+={0,2}$/
const fileStart = 1_024

/** A whole file in a string, wherever it stands. */
const colon = 0x3a
const dataUrl = /^data:[^,\s]{0,200};base64,/i

export function leafClass(target: RuleClass, text: string): LeafClass {
  switch (target) {
    case 'END':
    case 'FIXED':
    case 'ID':
    case 'SENT_END':
    case 'SENT_START':
    case 'START':
      return looksLikeId(text) ? 'ID' : 'TEXT'
    case 'OPAQUE':
    case 'SEAL':
      return sealShape.test(text) ? 'OPAQUE' : 'TEXT'
    case 'IDENT':
    case 'MEDIA':
    case 'NAME':
    case 'SECRET':
    case 'TITLE':
    case 'URL':
      return target
    case 'BASE64':
      return 'MEDIA'
    default:
      return looksLikeFile(text) ? 'MEDIA' : 'TEXT'
  }
}

function looksLikeId(text: string): boolean {
  return idShape.test(text) && (text.length <= longestNumber || letter.test(text))
}

function looksLikeFile(text: string): boolean {
  // The expression only where there is something to it: nearly every text of a request comes here.
  if (text.charCodeAt(4) === colon && dataUrl.test(text)) return true
  if (text.length < fileStart) return false
  const start = text.slice(0, fileStart)
  return /[A-Z]/.test(start) && /[a-z]/.test(start) && /[0-9]/.test(start) && fileShape.test(text)
}
