/** Token shapes: how a token is written, never what it says. Letters come first, so that `shape <= WORD_LIMIT` means a word. */

export const LOWER_WORD = 0
export const CAPITALISED = 1
export const ALL_CAPITALS = 2
export const INITIAL = 3
/** Capital first, more capitals inside: `McKay`. */
export const MIXED = 4
export const CASELESS_WORD = 5
/** Small letter first, capitals inside: `firstName`, `nGaillimh`. */
export const CAMEL = 6
export const WORD_LIMIT = 6
/** Letters and digits in one run: `A4`. */
export const CODE = 7
export const NUMBER = 8
export const EMAIL = 9
export const URL_LIKE = 10
/** A structured finding other than an address: numbers, ids, keys. */
export const STRUCTURED = 11
export const ADDRESS = 12
export const USER_NAME = 13
/** The position before the first and after the last token. */
export const EDGE = 14
export const SYMBOL = 15
export const SYMBOL_LIMIT = 40

const symbols = '.,:;-/()"\'@_<>=|#&*[]{}+!?^'
const likeSymbols: Readonly<Record<string, string>> = {
  '\u2013': '-',
  '\u2014': '-',
  '\u2010': '-',
  '\u2011': '-',
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '`': '"',
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u00b4': "'",
}

const shapeOfUnit = new Map<number, number>()
for (let index = 0; index < symbols.length; index++) shapeOfUnit.set(symbols.charCodeAt(index), SYMBOL + 1 + index)
for (const [character, like] of Object.entries(likeSymbols)) {
  shapeOfUnit.set(character.charCodeAt(0), SYMBOL + 1 + symbols.indexOf(like))
}

const plain = new Uint8Array(128)
for (let unit = 0; unit < 128; unit++) plain[unit] = shapeOfUnit.get(unit) ?? SYMBOL

export function shapeOfSymbol(unit: number): number {
  return unit < 128 ? plain[unit]! : (shapeOfUnit.get(unit) ?? SYMBOL)
}

export const COMMA = shapeOfSymbol(0x2c)
export const DOT = shapeOfSymbol(0x2e)
export const COLON = shapeOfSymbol(0x3a)
export const SEMICOLON = shapeOfSymbol(0x3b)
export const HYPHEN = shapeOfSymbol(0x2d)
export const APOSTROPHE = shapeOfSymbol(0x27)
export const QUOTE = shapeOfSymbol(0x22)
export const EQUALS = shapeOfSymbol(0x3d)
export const LESS = shapeOfSymbol(0x3c)
export const GREATER = shapeOfSymbol(0x3e)
export const UNDERSCORE = shapeOfSymbol(0x5f)
export const PIPE = shapeOfSymbol(0x7c)
export const AT = shapeOfSymbol(0x40)
export const OPEN = shapeOfSymbol(0x28)
export const CLOSE = shapeOfSymbol(0x29)
export const CLOSE_BRACE = shapeOfSymbol(0x7d)
export const EXCLAMATION = shapeOfSymbol(0x21)
export const QUESTION = shapeOfSymbol(0x3f)
export const SLASH = shapeOfSymbol(0x2f)
