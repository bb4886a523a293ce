import type { Gender, NameKind } from './parts.ts'

/** Every word of a full name changes ("a Sheáin Uí Mhurchú"). */
export const inflectedPart = 'every'

/**
 * Irish: voc and gen lenite and make men's names slender ("a Sheáin", "leabhar Mhichíl"); len is lenition alone
 * ("ó Mháire"), h the h before a vowel ("le hÁine"), ecl eclipsis after "i" ("i gCorcaigh").
 * The particle or preposition itself stands in the sentence, not here.
 */
export function inflect(name: string, kind: NameKind, gender: Gender, wordCase: string): string {
  if (wordCase === 'ecl' || wordCase === 'loc') return eclipsed(name)
  if (wordCase === 'h') return /^[aeiouáéíóú]/i.test(name) ? `h${name}` : name
  if (!['voc', 'gen', 'len'].includes(wordCase)) return name
  if (kind === 'last') return wordCase === 'len' ? name : surname(name, gender)
  if (kind === 'city' || wordCase === 'len') return lenited(name)
  if (gender === 'f') return wordCase === 'gen' ? (WOMEN[name] ?? lenited(name)) : lenited(name)
  return lenited(slender(name))
}

const WOMEN: Readonly<Record<string, string>> = { Bríd: 'Bhríde', Brighid: 'Bhrighde', Gormlaith: 'Ghormlaithe' }

/** "Ó Murchú" becomes "Uí Mhurchú", "Mac Mathúna" "Mhic Mhathúna"; women's Ní and Nic never change. */
function surname(name: string, gender: Gender): string {
  const space = name.indexOf(' ')
  const prefix = name.slice(0, Math.max(space, 0))
  const rest = name.slice(space + 1)
  if (gender === 'f') return name
  if (prefix === 'Ó') return `Uí ${rest.startsWith('h') ? rest : lenited(rest)}`
  if (prefix === 'Mac') return `Mhic ${/^[cg]/i.test(rest) || rest.startsWith('an ') ? rest : lenited(rest)}`
  if (prefix === 'Mag') return `Mhig ${rest}`
  if (space < 0 && name.endsWith('ach')) return lenited(name.replace(/ach$/, 'aigh'))
  return name
}

/** Names whose genitive is not formed by the endings below. */
const IRREGULAR: Readonly<Record<string, string>> = {
  Micheál: 'Michíl',
  Mícheál: 'Míchíl',
  Fionn: 'Finn',
  Brian: 'Briain',
  Niall: 'Néill',
  Colm: 'Coilm',
  Cian: 'Céin',
  Cormac: 'Cormaic',
  Peadar: 'Peadair',
  Cathal: 'Cathail',
  Conall: 'Conaill',
  Domhnall: 'Domhnaill',
  Dónal: 'Dónaill',
  Tadhg: 'Taidhg',
  Éamonn: 'Éamainn',
  Eoghan: 'Eoghain',
  Traolach: 'Traolaigh',
  Fearghal: 'Fearghail',
  Feargal: 'Feargail',
  Seosamh: 'Seosaimh',
  Aonghus: 'Aonghuis',
  Séamus: 'Séamuis',
  Séamas: 'Séamais',
  Risteard: 'Risteaird',
  Uinseann: 'Uinsinn',
}

/** Names with a length mark are Irish; others (Ryan, Kevin) stay broad. */
function slender(name: string): string {
  const irregular = IRREGULAR[name]
  if (irregular) return irregular
  if (!/[áéíóú]/i.test(name)) return name
  return name.replace(/([áóú])(n|l|r|s|d)$/, '$1i$2').replace(/a(s|n|l|r)$/, 'ai$1')
}

/** b, c, d, f, g, m, p, t take an h, s only before a vowel, l, n or r. */
function lenited(name: string): string {
  if (!/^([bcdfgmpt](?!h)|s[aeiouáéíóúlnr])/i.test(name)) return name
  return `${name[0]}h${name.slice(1)}`
}

const ECLIPSES: Readonly<Record<string, string>> = { b: 'm', c: 'g', d: 'n', f: 'bh', g: 'n', p: 'b', t: 'd' }

function eclipsed(name: string): string {
  const before = ECLIPSES[name[0]!.toLowerCase()]
  return before === undefined ? name : before + name
}
