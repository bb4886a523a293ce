/**
 * What each UTF-16 unit is, as one table look-up, and the letter it counts as when words are compared
 * (`Č` and `č` and `c` are one: people leave accents out, and lists of words stay short).
 */

export const LOWER = 1
export const UPPER = 2
export const DIGIT = 4
/** A letter without case. */
export const OTHER_LETTER = 8
/** A combining accent: part of a word, not counted. */
export const MARK = 16
/** A unit that stands for another one or for nothing: the text has to be normalized. */
export const ODD = 32
export const LETTER = LOWER | UPPER | OTHER_LETTER
export const WORD = LETTER | DIGIT

const tableSize = 0x2200

/** Classes of the units below U+2200. */
const classes = new Uint8Array(tableSize)
/** The folded letter of the units below U+2200. */
const folds = new Uint16Array(tableSize)

/**
 * Units that stand for another one in the eyes of a reader: blanks of all widths, dashes, curly quotes, full-width forms,
 * and invisible units, which stand for nothing (0). Unicode 16, general categories Zs, Pd, Pi, Pf, Cf and block FF00.
 */
const standIns = new Map<number, number>([
  [0xa0, 0x20],
  [0xab, 0x22],
  [0xad, 0],
  [0xbb, 0x22],
  [0x34f, 0],
  [0x61c, 0],
  [0x180e, 0],
  [0x2012, 0x2d],
  [0x2013, 0x2d],
  [0x2018, 0x27],
  [0x2019, 0x27],
  [0x201a, 0x27],
  [0x201b, 0x27],
  [0x201c, 0x22],
  [0x201d, 0x22],
  [0x201e, 0x22],
  [0x201f, 0x22],
  [0x2028, 0x0a],
  [0x2029, 0x0a],
  [0x202f, 0x20],
  [0x205f, 0x20],
  [0x2212, 0x2d],
  [0x3000, 0x20],
  [0xfeff, 0],
])
for (let unit = 0x2000; unit <= 0x200a; unit++) standIns.set(unit, 0x20)
for (let unit = 0x200b; unit <= 0x200f; unit++) standIns.set(unit, 0)
for (let unit = 0x2010; unit <= 0x2011; unit++) standIns.set(unit, 0x2d)
for (let unit = 0x202a; unit <= 0x202e; unit++) standIns.set(unit, 0)
for (let unit = 0x2060; unit <= 0x206f; unit++) standIns.set(unit, 0)

/** Letters that Unicode does not decompose but people do. */
const plainLetters = new Map([
  ['ß', 's'],
  ['æ', 'a'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ł', 'l'],
  ['œ', 'o'],
  ['ŧ', 't'],
  ['ς', 'σ'],
])

fillTables()

function fillTables(): void {
  for (let unit = 0; unit < tableSize; unit++) {
    folds[unit] = unit
    // Between Armenian and Latin Extended Additional nearly all units are letters of scripts without case.
    if (unit >= 0x590 && unit < 0x1e00) classes[unit] = OTHER_LETTER
    else if (unit < 0x2000) fillUnit(unit)
  }
  for (const unit of standIns.keys()) if (unit < tableSize) classes[unit] = ODD
}

function fillUnit(unit: number): void {
  const letter = String.fromCharCode(unit)
  if (unit >= 0x30 && unit <= 0x39) classes[unit] = DIGIT
  else if (unit >= 0x300 && unit < 0x370) classes[unit] = MARK
  else if (letter.toLowerCase() !== letter.toUpperCase()) {
    const lower = letter.toLowerCase()
    classes[unit] = lower === letter ? LOWER : UPPER
    const base = lower.normalize('NFD').charAt(0)
    folds[unit] = (plainLetters.get(base) ?? base).charCodeAt(0)
  }
}

/** The class bits of a unit. */
export function classOf(unit: number): number {
  return unit < tableSize ? classes[unit]! : highClass(unit)
}

function highClass(unit: number): number {
  if (standInFor(unit) !== unit) return ODD
  // CJK, Hangul and the like; surrogates (emoji, rare scripts) and symbols are no letters here.
  const isLetter =
    (unit >= 0x2c00 && unit < 0x2e00) || (unit >= 0x3041 && unit < 0xd800) || (unit >= 0xf900 && unit < 0xfe00)
  if (isLetter) return OTHER_LETTER
  return unit === 0xd835 ? ODD : 0
}

/** The letter that a unit counts as when words are compared. */
export function fold(unit: number): number {
  return unit < tableSize ? folds[unit]! : unit
}

/** What a reader takes the unit for; 0 for an invisible unit; the unit itself where it is plain. */
export function standInFor(unit: number): number {
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0
  if (unit >= 0xfe00 && unit <= 0xfe0f) return 0
  return standIns.get(unit) ?? unit
}

export function isWord(unit: number): boolean {
  return (classOf(unit) & WORD) !== 0
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

export function isLetter(unit: number): boolean {
  return (classOf(unit) & LETTER) !== 0
}

/** ASCII letters, whatever case. */
export function isAsciiLetter(unit: number): boolean {
  const lower = unit | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

export function isHexDigit(unit: number): boolean {
  const lower = unit | 0x20
  return isDigit(unit) || (lower >= 0x61 && lower <= 0x66)
}

/** Folds a word the way texts are folded: lower case, no accents. */
export function foldWord(word: string): string {
  let folded = ''
  for (let index = 0; index < word.length; index++) {
    const unit = word.charCodeAt(index)
    if ((classOf(unit) & MARK) === 0) folded += String.fromCharCode(fold(unit))
  }
  return folded
}
