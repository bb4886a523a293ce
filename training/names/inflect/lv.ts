import { eachPart, type Gender, type NameKind } from './parts.ts'

/** Every word of a full name is inflected ("Jāņa Bērziņa"). */
export const inflectedPart = 'every'

/** The order of the forms below; the instrumental is "ar" with the accusative in the singular. */
const CASES = ['gen', 'dat', 'acc', 'loc', 'voc', 'ins']

const FIRST = 'a am u ā 0 u'
const SECOND = 'a im i ī i i'
const THIRD = 'us um u ū u u'
const FOURTH = 'as ai u ā a u'
const FIFTH = 'es ei i ē e i'
const ADJECTIVE_M = 'ā ajam o ajā ais o'
const ADJECTIVE_F = 'ās ajai o ajā ā o'
const PLURAL_I = 'u iem us os i iem'
const PLURAL_AS = 'u ām as ās as ām'

/** Sixth declension towns, and towns whose last consonant is not softened by rule. */
const LISTED: Readonly<Record<string, string>> = {
  Cēsis: 'Cēsu Cēsīm Cēsis Cēsīs Cēsis Cēsīm',
  Talsi: 'Talsu Talsiem Talsus Talsos Talsi Talsiem',
  Juris: 'Jura Jurim Juri Jurī Juri Juri',
}

/** Softening before the genitive ending of the second declension: Lācis, Lāča; Balodis, Baloža. */
const SOFT: readonly (readonly [hard: string, soft: string])[] = [
  ['dz', 'dž'],
  ['sn', 'šņ'],
  ['zn', 'žņ'],
  ['ll', 'ļļ'],
  ['nn', 'ņņ'],
  ['ln', 'ļņ'],
  ['b', 'bj'],
  ['p', 'pj'],
  ['m', 'mj'],
  ['v', 'vj'],
  ['t', 'š'],
  ['d', 'ž'],
  ['c', 'č'],
  ['s', 'š'],
  ['z', 'ž'],
  ['n', 'ņ'],
  ['l', 'ļ'],
]

/** Latvian: "Bērziņa", "Jānim", "ar Ilzi"; foreign names without a Latvian ending stay as they are. */
export function inflect(name: string, kind: NameKind, gender: Gender, wordCase: string): string {
  const index = CASES.indexOf(wordCase)
  if (index < 0) return name
  return eachPart(name, part => word(part, kind, gender, index))
}

function word(part: string, kind: NameKind, gender: Gender, index: number): string {
  const listed = LISTED[part]?.split(' ')[index]
  if (listed) return listed
  if (part.endsWith('pils')) return `${part.slice(0, -1)}${['s', 'ij', 'i', 'ī', 's', 'i'][index]}`
  if (kind === 'city') return town(part, index)
  return gender === 'f' ? woman(part, index) : man(part, index)
}

function man(part: string, index: number): string {
  const stem = part.slice(0, -1)
  if (part.endsWith('ais')) return ending(part.slice(0, -3), ADJECTIVE_M, index)
  if (part.endsWith('is')) return second(part, index)
  if (part.endsWith('us') && part.length <= 6) return ending(part.slice(0, -2), THIRD, index)
  if (/[sš]$/.test(part)) return ending(stem, FIRST, index)
  if (part.endsWith('a')) return index === 1 ? `${stem}am` : ending(stem, FOURTH, index)
  if (part.endsWith('e')) return index === 1 ? `${stem}em` : ending(stem, FIFTH, index)
  return part
}

function second(part: string, index: number): string {
  const stem = part.slice(0, -2)
  return index === 0 ? `${softened(part, stem)}a` : ending(stem, SECOND, index)
}

/** Two-syllable first names in -tis and -dis (Gatis, Valdis), -skis and -ckis are not softened. */
function softened(part: string, stem: string): string {
  if (/^[^aeiouāēīū]*[aeiouāēīū]+[^aeiouāēīū]*(tis|dis)$/i.test(part) && !UNRULY.has(part)) return stem
  if (/[kgrsļņšžč]k$|[kgrj]$/.test(stem)) return stem
  const rule = SOFT.find(([hard]) => stem.endsWith(hard))
  return rule ? stem.slice(0, stem.length - rule[0].length) + rule[1] : stem
}

/** Surnames of two syllables that are common nouns and do soften. */
const UNRULY = new Set(['Briedis', 'Leitis', 'Plaudis', 'Vītis'])

function woman(part: string, index: number): string {
  if (part.endsWith('ā')) return ending(part.slice(0, -1), ADJECTIVE_F, index)
  if (part.endsWith('a')) return ending(part.slice(0, -1), FOURTH, index)
  if (part.endsWith('e')) return ending(part.slice(0, -1), FIFTH, index)
  return part
}

function town(part: string, index: number): string {
  if (part.endsWith('as')) return ending(part.slice(0, -2), PLURAL_AS, index)
  if (part.endsWith('us')) return ending(part.slice(0, -2), THIRD, index)
  if (part.endsWith('i')) return ending(part.slice(0, -1), PLURAL_I, index)
  return /[ae]$/.test(part) ? woman(part, index) : man(part, index)
}

function ending(stem: string, forms: string, index: number): string {
  const form = forms.split(' ')[index]!
  return form === '0' ? stem : stem + form
}
