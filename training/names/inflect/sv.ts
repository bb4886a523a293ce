import type { Gender, NameKind } from './parts.ts'

/** Of a full name the surname alone takes the ending. */
export const inflectedPart = 'last'

/**
 * Swedish names take an ending in the genitive alone: "Annas", "Lindqvists", "Malmös"; after s, x or z nothing ("Lars bil").
 * Anything else leaves the name as it is.
 */
export function inflect(name: string, _kind: NameKind, _gender: Gender, wordCase: string): string {
  if (wordCase !== 'gen' || /[sxz]$/i.test(name)) return name
  return `${name}s`
}
