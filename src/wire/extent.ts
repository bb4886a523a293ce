/** Lengths of texts in the units in which providers count positions. */

/** `characters` are code points, `units` those of UTF-16, `bytes` those of UTF-8. */
export type Unit = 'bytes' | 'characters' | 'units'

export type Extent = Readonly<Record<Unit, number>>

export const nothing: Extent = { bytes: 0, characters: 0, units: 0 }

/** Lengths add up also where a text was cut inside a pair of surrogates. */
export function extentOf(text: string): Extent {
  const units = text.length
  if (isAscii(text)) return { bytes: units, characters: units, units }
  let bytes = 0
  let characters = 0
  for (let at = 0; at < units; at++) {
    const code = text.charCodeAt(at)
    bytes += bytesOf(code)
    if (!isLowSurrogate(code)) characters++
  }
  return { bytes, characters, units }
}

export function sum(a: Extent, b: Extent): Extent {
  return { bytes: a.bytes + b.bytes, characters: a.characters + b.characters, units: a.units + b.units }
}

/** The first place of a text, in code units, that is so far from its beginning. */
export function indexAt(text: string, length: number, unit: Unit): number {
  if (unit === 'units') return Math.min(length, text.length)
  let passed = 0
  let at = 0
  while (at < text.length && passed < length) {
    const code = text.charCodeAt(at++)
    passed += unit === 'bytes' ? bytesOf(code) : isLowSurrogate(code) ? 0 : 1
  }
  // The second half of a pair goes with the first.
  return unit === 'characters' && isLowSurrogate(text.charCodeAt(at)) ? at + 1 : at
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text)
}

/** Each half of a pair of surrogates counts two of the four bytes. */
function bytesOf(code: number): number {
  if (code < 0x80) return 1
  return code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}
