/**
 * What each UTF-16 unit is, as one table look-up, and the letter it counts as when words are compared
 * (`Č` and `č` and `c` are one: people leave accents out, and lists of words stay short).
 */

import { built } from './built.ts'

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

/**
 * For each unit its class in the low eight bits, its folded letter above them. The whole plane: a bound and a branch in the
 * scan's inner loop would cost more than the quarter of a megabyte.
 */
export const unitTable = new Uint32Array(0x10000)
export const foldShift = 8
/** Units up to here are looked up in Unicode, or in what the build has read there. */
export const builtUnits = 0x2000

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

/** CJK, Hangul and the like; surrogates (emoji, rare scripts) and symbols are no letters here. */
const highLetters = [
  [0x2c00, 0x2dff],
  [0x3041, 0xd7ff],
  [0xf900, 0xfdff],
] as const

fillTables()

function fillTables(): void {
  // Asking Unicode takes milliseconds, which are too many for the start of a package.
  if (built !== null) unitTable.set(built.units)
  else for (let unit = 0; unit < builtUnits; unit++) unitTable[unit] = entryOf(unit)
  let from = builtUnits
  for (const [first, last] of highLetters) {
    fillRange(from, first, 0)
    fillRange(first, last + 1, OTHER_LETTER)
    from = last + 1
  }
  fillRange(from, unitTable.length, 0)
  for (let unit = 0xfe00; unit <= 0xfe0f; unit++) standIns.set(unit, 0)
  for (let unit = 0xff01; unit <= 0xff5e; unit++) standIns.set(unit, unit - 0xfee0)
  // The high surrogate of mathematical digits stands for none alone; normalize() looks at the pair.
  for (const unit of [...standIns.keys(), 0xd835]) unitTable[unit] = entry(unit, ODD)
}

/** Units that fold to themselves. */
function fillRange(from: number, to: number, unitClass: number): void {
  for (let unit = from; unit < to; unit++) unitTable[unit] = (unit << foldShift) | unitClass
}

function entryOf(unit: number): number {
  // Between Armenian and Latin Extended Additional nearly all units are letters of scripts without case.
  if (unit >= 0x590 && unit < 0x1e00) return entry(unit, OTHER_LETTER)
  if (unit >= 0x30 && unit <= 0x39) return entry(unit, DIGIT)
  if (unit >= 0x300 && unit < 0x370) return entry(unit, MARK)
  const letter = String.fromCharCode(unit)
  const lower = letter.toLowerCase()
  if (lower === letter.toUpperCase()) return entry(unit, 0)
  const base = lower.normalize('NFD').charAt(0)
  return entry((plainLetters.get(base) ?? base).charCodeAt(0), lower === letter ? LOWER : UPPER)
}

function entry(folded: number, unitClass: number): number {
  return (folded << foldShift) | unitClass
}

/** The class bits of a unit. */
export function classOf(unit: number): number {
  return unitTable[unit]! & 0xff
}

/** The letter that a unit counts as when words are compared. */
export function fold(unit: number): number {
  return unitTable[unit]! >>> foldShift
}

/** What a reader takes the unit for; 0 for an invisible unit; the unit itself where it is plain. */
export function standInFor(unit: number): number {
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

export function isMark(unit: number): boolean {
  return (classOf(unit) & MARK) !== 0
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
  if (isPlainLower(word)) return word
  let folded = ''
  for (let index = 0; index < word.length; index++) {
    const unit = word.charCodeAt(index)
    if ((classOf(unit) & MARK) === 0) folded += String.fromCharCode(fold(unit))
  }
  return folded
}

/** Letters from a to z only: most words in lists. */
function isPlainLower(word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    const unit = word.charCodeAt(index)
    if (unit < 0x61 || unit > 0x7a) return false
  }
  return true
}
