import type { Gender, NameKind } from './parts.ts'

/** Only the last word of a full name is inflected ("Anna Tammele"). */
export const inflectedPart = 'last'

/** Genitive and partitive of the last part of a name where the ending cannot be guessed. */
const KNOWN: readonly (readonly [name: string, genitive: string, partitive: string])[] = [
  ['raudsepp', 'raudsepa', 'raudseppa'],
  ['puusepp', 'puusepa', 'puuseppa'],
  ['sepp', 'sepa', 'seppa'],
  ['lepp', 'lepa', 'leppa'],
  ['kask', 'kase', 'kaske'],
  ['kuusk', 'kuuse', 'kuuske'],
  ['tamm', 'tamme', 'tamme'],
  ['nõmm', 'nõmme', 'nõmme'],
  ['saar', 'saare', 'saart'],
  ['järv', 'järve', 'järve'],
  ['kukk', 'kuke', 'kukke'],
  ['luik', 'luige', 'luike'],
  ['leht', 'lehe', 'lehte'],
  ['lill', 'lille', 'lille'],
  ['lind', 'linnu', 'lindu'],
  ['hunt', 'hundi', 'hunti'],
  ['unt', 'undi', 'unti'],
  ['kull', 'kulli', 'kulli'],
  ['mets', 'metsa', 'metsa'],
  ['ots', 'otsa', 'otsa'],
  ['sarv', 'sarve', 'sarve'],
  ['pärn', 'pärna', 'pärna'],
  ['hein', 'heina', 'heina'],
  ['õun', 'õuna', 'õuna'],
  ['rand', 'ranna', 'randa'],
  ['sild', 'silla', 'silda'],
  ['põld', 'põllu', 'põldu'],
  ['raud', 'raua', 'rauda'],
  ['liiv', 'liiva', 'liiva'],
  ['laan', 'laane', 'laant'],
  ['kõiv', 'kõivu', 'kõivu'],
  ['org', 'oru', 'orgu'],
  ['must', 'musta', 'musta'],
  ['linn', 'linna', 'linna'],
  ['mägi', 'mäe', 'mäge'],
  ['jõgi', 'jõe', 'jõge'],
  ['teder', 'tedre', 'tetre'],
  ['põder', 'põdra', 'põtra'],
  ['rebane', 'rebase', 'rebast'],
  ['tihane', 'tihase', 'tihast'],
  ['mart', 'mardi', 'marti'],
  ['märt', 'märdi', 'märti'],
  ['priit', 'priidu', 'priitu'],
  ['tiit', 'tiidu', 'tiitu'],
  ['teet', 'teedu', 'teetu'],
  ['siim', 'siimu', 'siimu'],
  ['rein', 'reinu', 'reinu'],
  ['enn', 'ennu', 'ennu'],
  ['ants', 'antsu', 'antsu'],
  ['ott', 'oti', 'otti'],
  ['jaak', 'jaagu', 'jaaku'],
  ['toomas', 'toomase', 'toomast'],
  ['peeter', 'peetri', 'peetrit'],
  ['aleksander', 'aleksandri', 'aleksandrit'],
  ['sander', 'sandri', 'sandrit'],
  ['mihkel', 'mihkli', 'mihklit'],
  ['reet', 'reeda', 'reeta'],
  ['triin', 'triinu', 'triinu'],
  ['liis', 'liisi', 'liisi'],
  ['mall', 'malle', 'malle'],
  ['epp', 'epu', 'eppu'],
  ['peep', 'peebu', 'peepu'],
  ['kai', 'kai', 'kaid'],
  ['mai', 'mai', 'maid'],
]

const WHOLE_WORD_ONLY = new Set([
  'rein',
  'hein',
  'unt',
  'org',
  'enn',
  'ott',
  'kai',
  'mai',
  'siim',
  'mart',
  'epp',
  'lepp',
  'ants',
  'sander',
  'liis',
  'mall',
  'ots',
  'lill',
  'lind',
  'raud',
  'kull',
  'must',
])

const ENDINGS: Readonly<Record<string, string>> = {
  ine: 's',
  gen: '',
  ill: 'sse',
  ela: 'st',
  ade: 'l',
  abl: 'lt',
  all: 'le',
  tra: 'ks',
  ess: 'na',
  ter: 'ni',
  com: 'ga',
  abe: 'ta',
}

/** Places that take the outer cases for "in, from, to" (Saaremaal, Mustamäelt). */
const OUTER = /(maa|mäe|nõmme|ranna|saare|jõesuu|pirita|kadriorg)$/i
const INNER = /^(kuressaare|orissaare|kilingi-nõmme|põltsamaa)$/i

/** Estonian: all cases but the partitive add an ending to the genitive ("Tamme", "Tammele", "Tammega"). */
export function inflect(name: string, kind: NameKind, _gender: Gender, wordCase: string): string {
  if (wordCase === 'nom' || wordCase === 'voc' || !/\p{Script=Latin}$/u.test(name)) return name
  const { genitive, partitive } = stems(name)
  const form = kind === 'city' ? placeCase(name, wordCase) : wordCase
  if (form === 'par') return partitive
  const ending = ENDINGS[form]
  return ending === undefined ? name : genitive + ending
}

function placeCase(name: string, wordCase: string): string {
  const outer = OUTER.test(name) && !INNER.test(name)
  if (wordCase === 'loc') return outer ? 'ade' : 'ine'
  if (wordCase === 'from') return outer ? 'abl' : 'ela'
  if (wordCase === 'to') return outer ? 'all' : 'ill'
  return wordCase
}

function stems(name: string): { genitive: string; partitive: string } {
  const known = knownStems(name)
  if (known) return known
  if (/[aeiouõäöüy]$/i.test(name)) return { genitive: name, partitive: `${name}t` }
  if (/(ik|ek)$/.test(name) && name.length > 4) return { genitive: `${name}u`, partitive: `${name}ut` }
  if (/[aeiuo]s$/.test(name) && name.length > 4) return { genitive: `${name}e`, partitive: `${name}t` }
  const syllables = name.match(/[aeiouõäöüy]+/gi)?.length ?? 1
  return { genitive: `${name}i`, partitive: syllables > 1 ? `${name}it` : `${name}i` }
}

function knownStems(name: string): { genitive: string; partitive: string } | undefined {
  const lower = name.toLowerCase()
  for (const [end, genitive, partitive] of KNOWN) {
    if (!lower.endsWith(end)) continue
    const head = name.slice(0, name.length - end.length)
    const startsWord = head === '' || head.endsWith('-') || head.endsWith(' ')
    if (WHOLE_WORD_ONLY.has(end) && !startsWord) continue
    const cased = (stem: string) => head + (startsWord ? stem[0]!.toUpperCase() + stem.slice(1) : stem)
    return { genitive: cased(genitive), partitive: cased(partitive) }
  }
  return undefined
}
