import { eachPart, type Gender, type NameKind, swapEnding } from './parts.ts'

/**
 * Romanian: women's first names take an ending in the genitive-dative ("Mariei", "Ralucăi"), men's are marked by "lui" before the
 * name and stay as they are, as do surnames. Towns take the article ("Clujului", "Constanței").
 */
export function inflect(name: string, kind: NameKind, gender: Gender, wordCase: string): string {
  if (kind === 'last') return name
  if (kind === 'city') return wordCase === 'gen' || wordCase === 'dat' ? town(name) : name
  if (wordCase === 'voc') return eachPart(name, part => vocative(part, gender))
  if (gender === 'm' || (wordCase !== 'gen' && wordCase !== 'dat')) return name
  return lastPart(name, part => swapEnding(part, oblique) ?? part)
}

const oblique: readonly (readonly [string, string])[] = [
  ['chia', 'chiei'],
  ['ca', 'căi'],
  ['ga', 'găi'],
  ['ea', 'ei'],
  ['ia', 'iei'],
  ['ja', 'jei'],
  ['a', 'ei'],
]
const menVocative: readonly (readonly [string, string])[] = [
  ['Ion', 'Ioane'],
  ['u', 'ule'],
  ['an', 'ane'],
  ['in', 'ine'],
  ['el', 'ele'],
  ['or', 'ore'],
  ['ndru', 'ndre'],
]
const womenVocative: readonly (readonly [string, string])[] = [
  ['ica', 'ico'],
  ['ia', 'io'],
  ['na', 'no'],
]
const towns: readonly (readonly [string, string])[] = [
  ['ea', 'ei'],
  ['ia', 'iei'],
  ['ca', 'căi'],
  ['ța', 'ței'],
  ['a', 'ei'],
  ['u', 'ului'],
  ['ști', 'știului'],
  ['ași', 'așiului'],
  ['v', 'vului'],
  ['j', 'jului'],
  ['t', 'tului'],
  ['d', 'dului'],
  ['n', 'nului'],
  ['r', 'rului'],
  ['ț', 'țului'],
]

function vocative(name: string, gender: Gender): string {
  return swapEnding(name, gender === 'm' ? menVocative : womenVocative) ?? name
}

function lastPart(name: string, change: (part: string) => string): string {
  const cut = Math.max(name.lastIndexOf(' '), name.lastIndexOf('-')) + 1
  return name.slice(0, cut) + change(name.slice(cut))
}

function town(name: string): string {
  return /[ -]/.test(name) ? name : (swapEnding(name, towns) ?? name)
}
