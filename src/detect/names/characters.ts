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

/** One entry per unit: its kind in the lowest bits, how it reads above `FOLD_SHIFT`; 0 while nobody has asked for it. */
export const unitTable = new Uint32Array(65_536)
export const KIND = 7
const KNOWN = 8
export const FOLD_SHIFT = 8

/** Units from here on are decided by ranges. */
const RARE = 0x2100

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

/** The entry of a unit. Entries are made when they are first read: few of them ever are, and all of them take too long for an import. */
export function entryOf(unit: number): number {
  const entry = unitTable[unit]!
  if (entry !== 0) return entry
  const made = unit < RARE ? entryOfCharacter(String.fromCharCode(unit)) : entryOfRare(unit)
  unitTable[unit] = made
  return made
}

function entryOfCharacter(character: string): number {
  const lower = character.toLowerCase()
  const fold = (undecomposed[lower] ?? lower.normalize('NFD')).charCodeAt(0)
  return (fold << FOLD_SHIFT) | KNOWN | kindOfCharacter(character)
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
  return entryOf(unit) & KIND
}

export function foldOf(unit: number): number {
  return entryOf(unit) >>> FOLD_SHIFT
}

/** Is it the `e` of `ae`, `oe`, `ue`, as umlauts are written where there are none? */
export function isOfUmlaut(text: string, at: number): boolean {
  if ((text.charCodeAt(at) | 0x20) !== 0x65) return false
  const before = text.charCodeAt(at - 1) | 0x20
  return before === 0x61 || before === 0x6f || before === 0x75
}

/** Full-width letters and digits read as their plain forms. */
function entryOfRare(unit: number): number {
  const fold = unit < 0xff10 || unit > 0xff5a ? unit : foldOf(unit - 0xfee0)
  return (fold << FOLD_SHIFT) | KNOWN | kindOfRare(unit)
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
