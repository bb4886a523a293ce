import type { Gender, NameKind } from './parts.ts'

/** Of a full name the surname alone takes the ending. */
export const inflectedPart = 'last'

/**
 * English has one ending on names, the possessive. Carriers write `{first}'s` where the apostrophe is kept; `gen` is the hurried
 * form without it ("annas mum"), whose ending cannot be told from the name and so belongs to it.
 */
export function inflect(name: string, _kind: NameKind, _gender: Gender, wordCase: string): string {
  if (wordCase !== 'gen' || name.endsWith('s')) return name
  return `${name}s`
}
