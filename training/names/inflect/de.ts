import type { Gender, NameKind } from './parts.ts'

/** Of a full name the surname alone takes the ending. */
export const inflectedPart = 'last'

const hissing = /(?:s|ß|x|z|ce)$/i

/**
 * German names take an ending in the genitive alone: "Köhlers", "Berlins", "Anna-Lenas"; after a hissing sound a bare apostrophe
 * ("Fritz’"). Of several words only the last takes it ("von Bergs"). Anything else leaves the name as it is.
 */
export function inflect(name: string, _kind: NameKind, _gender: Gender, wordCase: string): string {
  if (wordCase !== 'gen') return name
  return hissing.test(name) ? `${name}’` : `${name}s`
}
