import { eachPart, type Gender, type NameKind } from './parts.ts'

/** Every word of a full name is inflected ("Jono Kazlausko"). */
export const inflectedPart = 'every'

const CASES = ['gen', 'dat', 'acc', 'ins', 'loc', 'voc']

/** Endings in the order of CASES. */
const MASCULINE: readonly (readonly [ending: string, forms: string])[] = [
  ['ius', 'iaus iui ių iumi iuje iau'],
  ['us', 'aus ui ų umi uje au'],
  ['ys', 'io iui į iu yje y'],
  ['is', 'io iui į iu yje i'],
  ['as', 'o ui ą u e ai'],
]
const FEMININE: readonly (readonly [ending: string, forms: string])[] = [
  ['ė', 'ės ei ę e ėje e'],
  ['a', 'os ai ą a oje a'],
]
/** Town names that exist in the plural only: Šiauliai, Trakai, Grigiškės, Širvintos. */
const PLURAL: readonly (readonly [ending: string, forms: string])[] = [
  ['iai', 'ių iams ius iais iuose iai'],
  ['ai', 'ų ams us ais uose ai'],
  ['ės', 'ių ėms es ėmis ėse ės'],
  ['os', 'ų oms as omis ose os'],
]
/** Soft stems of plural towns: Švenčionys. */
const PLURAL_YS: Readonly<Record<string, string>> = {
  Švenčionys: 'Švenčionių Švenčionims Švenčionis Švenčionimis Švenčionyse Švenčionys',
  Kaišiadorys: 'Kaišiadorių Kaišiadorims Kaišiadoris Kaišiadorimis Kaišiadoryse Kaišiadorys',
}
/** First words of towns of two words that stay as they are because they are genitives already. */
const FIXED = new Set(['Kazlų', 'Kudirkos'])

/** Lithuanian: "Jono", "Kazlauskui", "su Petraičiu", "Petrauskienei"; foreign names without these endings stay. */
export function inflect(name: string, kind: NameKind, _gender: Gender, wordCase: string): string {
  const index = CASES.indexOf(wordCase)
  if (index < 0) return name
  return eachPart(name, part => word(part, kind, index))
}

function word(part: string, kind: NameKind, index: number): string {
  if (FIXED.has(part)) return part
  const listed = PLURAL_YS[part]?.split(' ')[index]
  if (listed) return listed
  if (/oji$/.test(part)) return adjective(part, index)
  const rules = kind === 'city' ? [...PLURAL, ...MASCULINE, ...FEMININE] : [...MASCULINE, ...FEMININE]
  const rule = rules.find(([ending]) => part.endsWith(ending))
  if (!rule) return part
  const stem = part.slice(0, part.length - rule[0].length)
  return joined(stem, rule[1].split(' ')[index]!, rule[0])
}

/** t and d soften before i plus a back vowel: Petraitis, Petraičio; Gaidys, Gaidžio. */
function joined(stem: string, ending: string, nominative: string): string {
  const softens = /^i[aoųuū]/.test(ending) && (nominative === 'is' || nominative === 'ys' || nominative === 'ės')
  if (!softens) return stem + ending
  return stem.replace(/t$/, 'č').replace(/d$/, 'dž') + ending
}

/** Naujoji Akmenė, Naujosios Akmenės. */
function adjective(part: string, index: number): string {
  const stem = part.slice(0, -3)
  return stem + ['osios', 'ajai', 'ąją', 'ąja', 'ojoje', 'oji'][index]
}
