import { eachPart, type Gender, type NameKind, swapEnding } from './parts.ts'

/**
 * Bulgarian keeps no noun cases. `voc`: the form of address ("Иване", "Иванке"). `def`: a surname with the article, as in
 * "Ивановия син". `pl`: the family ("Петрови"). Anything else leaves the name as it is.
 */
export function inflect(name: string, kind: NameKind, gender: Gender, wordCase: string): string {
  if (kind === 'city') return name
  if (wordCase === 'voc') return kind === 'first' ? eachPart(name, part => vocative(part, gender)) : name
  if (kind !== 'last') return name
  if (wordCase === 'def') return eachPart(name, definite)
  return wordCase === 'pl' ? eachPart(name, family) : name
}

// Fleeting vowel: "Петър" is "Петре".
const men: readonly (readonly [string, string])[] = [
  ['ър', 'ре'],
  ['ьо', 'ьо'],
  ['в', 'ве'],
  ['л', 'ле'],
  ['м', 'ме'],
  ['н', 'не'],
  ['р', 'ре'],
  ['т', 'те'],
  ['д', 'де'],
  ['с', 'се'],
  ['б', 'бе'],
  ['п', 'пе'],
]
const women: readonly (readonly [string, string])[] = [
  ['ичка', 'ичке'],
  ['ка', 'ке'],
  ['ца', 'це'],
]

function vocative(name: string, gender: Gender): string {
  return swapEnding(name, gender === 'm' ? men : women) ?? name
}

const articles: readonly (readonly [string, string])[] = [
  ['ска', 'ската'],
  ['ва', 'вата'],
  ['на', 'ната'],
  ['ски', 'ския'],
  ['цки', 'цкия'],
  ['в', 'вия'],
  ['ин', 'иния'],
]

function definite(name: string): string {
  return swapEnding(name, articles) ?? name
}

const families: readonly (readonly [string, string])[] = [
  ['ска', 'ски'],
  ['ова', 'ови'],
  ['ева', 'еви'],
  ['ина', 'ини'],
  ['ов', 'ови'],
  ['ев', 'еви'],
  ['ин', 'ини'],
]

function family(name: string): string {
  return swapEnding(name, families) ?? name
}
