/**
 * What each UTF-16 unit is to the tokenizer, and how it reads when case and diacritics are ignored.
 * Folding makes `KÖHLER`, `Kohler` and `köhler` one word, which is what capitals and chats need (Greek capitals carry no accents).
 */

export const OTHER = 0
export const LOWER = 1
export const UPPER = 2
/** A letter of a script without case. */
export const CASELESS = 3
export const DIGIT = 4
export const SPACE = 5
export const NEWLINE = 6
/** Combining marks, soft hyphens and zero-width characters: part of a word, not of its spelling. */
export const IGNORABLE = 7

/** Units below this have a table row; everything above is decided by ranges. */
const TABLE_SIZE = 0x2100

const kinds = new Uint8Array(TABLE_SIZE)
const folds = new Uint16Array(TABLE_SIZE)

/** Letters that Unicode does not decompose. */
const undecomposed: Readonly<Record<string, string>> = {
  '\u00df': 's',
  '\u00e6': 'a',
  '\u00f0': 'd',
  '\u00f8': 'o',
  '\u00fe': 't',
  '\u0111': 'd',
  '\u0127': 'h',
  '\u0131': 'i',
  '\u0142': 'l',
  '\u0153': 'o',
  '\u03c2': '\u03c3',
}

/** Rows are filled when they are first read: few of them ever are, and all of them take too long for an import. */
const UNKNOWN = 255
kinds.fill(UNKNOWN)

function fillRow(unit: number): void {
  const character = String.fromCharCode(unit)
  kinds[unit] = kindOfCharacter(character)
  const lower = character.toLowerCase()
  folds[unit] = (undecomposed[lower] ?? lower.normalize('NFD')).charCodeAt(0)
}

function kindOfCharacter(character: string): number {
  const lower = character.toLowerCase()
  // Cased letters of the usual scripts: no expression need be compiled for them.
  if (character < '\u0530' && lower !== character.toUpperCase() && !(character >= '\u0300' && character < '\u0370')) {
    return character === lower ? LOWER : UPPER
  }
  if (/[\n\r\u2028\u2029]/.test(character)) return NEWLINE
  if (/[\u00ad\u200b-\u200d\u2060]|\p{M}/u.test(character)) return IGNORABLE
  if (/\s/.test(character)) return SPACE
  if (/\p{Nd}/u.test(character)) return DIGIT
  if (!/\p{L}/u.test(character)) return OTHER
  if (character !== lower) return UPPER
  return character === character.toUpperCase() && !/\p{Ll}/u.test(character) ? CASELESS : LOWER
}

export function kindOf(unit: number): number {
  if (unit >= TABLE_SIZE) return kindOfRare(unit)
  if (kinds[unit] === UNKNOWN) fillRow(unit)
  return kinds[unit]!
}

export function foldOf(unit: number): number {
  if (unit >= TABLE_SIZE) return foldOfRare(unit)
  if (kinds[unit] === UNKNOWN) fillRow(unit)
  return folds[unit]!
}

function kindOfRare(unit: number): number {
  if (unit === 0xfeff) return IGNORABLE
  if (unit === 0x3000) return SPACE
  if (unit >= 0xff00) {
    if (unit >= 0xff10 && unit <= 0xff19) return DIGIT
    if (unit >= 0xff21 && unit <= 0xff3a) return UPPER
    return unit >= 0xff41 && unit <= 0xff5a ? LOWER : OTHER
  }
  if (unit >= 0x2c00 && unit < 0x2e00) return CASELESS
  if (unit >= 0x3040 && unit < 0xd800) return CASELESS
  return unit >= 0xf900 && unit < 0xfe00 ? CASELESS : OTHER
}

/** Full-width letters and digits read as their plain forms. */
function foldOfRare(unit: number): number {
  if (unit < 0xff10 || unit > 0xff5a) return unit
  return foldOf(unit - 0xfee0)
}
