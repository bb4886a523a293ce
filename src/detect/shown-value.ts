/** How a value is read by a person that a text has with written-out characters: answers are for people. */
import { decodeEscapes } from './escapes.ts'

/** In a token or an address a percent sign may be what it looks like. */
const exactTypes = new Set(['PERSONAL_URL', 'SECRET', 'SESSION_ID'])
const encodedUnit = /%[0-9A-Fa-f]{2}/
/** WHATWG URL standard, section 5.1. A telephone number begins with a plus of its own. */
const plusOfForm = /([A-Za-z]|%[0-9A-Fa-f]{2})\+(?=[A-Za-z%])/g

/** `Renée Müller` for `Ren\u00e9e M\u00fcller`, and `Jörg Schröder` for `J%C3%B6rg+Schr%C3%B6der`. */
export function shownValue(source: string, type: string): string {
  if (exactTypes.has(type)) return source
  const spaced = encodedUnit.test(source) ? source.replace(plusOfForm, '$1 ') : source
  return decodeEscapes(spaced)?.text ?? source
}
