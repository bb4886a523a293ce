import type { Gender, NameKind } from './parts.ts'

/** Of a full name the surname alone takes the ending. */
export const inflectedPart = 'last'

const hissing = /(?:s|x|z|sch|sj|tsj)$/i
const longVowel = /(?:^|[^aeiouy])[aiouy]$/i

/**
 * Dutch names take an ending in the genitive alone: "Jans", "Marloes’", "Anna’s" (the apostrophe keeps the vowel long; "Sofies",
 * "Andrés" need none). Whoever marks the span stops before an apostrophe. Anything else leaves the name as it is.
 */
export function inflect(name: string, _kind: NameKind, _gender: Gender, wordCase: string): string {
  if (wordCase !== 'gen') return name
  if (hissing.test(name)) return `${name}’`
  return longVowel.test(name) ? `${name}’s` : `${name}s`
}
