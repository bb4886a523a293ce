import type { Gender, NameKind } from './parts.ts'

/** Of a full name the surname alone takes the ending. */
export const inflectedPart = 'last'

/**
 * Danish names take an ending in the genitive alone: "Annas", "Sørensens", "Aarhus’"; after s, x or z a bare apostrophe.
 * Anything else leaves the name as it is.
 */
export function inflect(name: string, _kind: NameKind, _gender: Gender, wordCase: string): string {
  if (wordCase !== 'gen') return name
  return /[sxz]$/i.test(name) ? `${name}’` : `${name}s`
}
