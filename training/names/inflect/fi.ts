import type { Gender, NameKind } from './parts.ts'

/**
 * Finnish case forms of names. Only the last word of a full name is inflected ("Anna Mäkisen").
 * Grammar: consonant gradation is quantitative in first names (Pekka, Pekan) and also qualitative in
 * surnames and places made of common nouns (Mäki, Mäen); -nen becomes -se- (Virtanen, Virtasen).
 */

export const inflectedPart = 'last'

/** Weak and strong stem of a noun that stands alone or at the end of a surname or place. */
const NOUN_STEMS: readonly (readonly [noun: string, weak: string, strong: string])[] = [
  ['mäki', 'mäe', 'mäke'],
  ['lahti', 'lahde', 'lahte'],
  ['lampi', 'lamme', 'lampe'],
  ['niemi', 'nieme', 'nieme'],
  ['koski', 'koske', 'koske'],
  ['joki', 'joe', 'joke'],
  ['järvi', 'järve', 'järve'],
  ['saari', 'saare', 'saare'],
  ['salmi', 'salme', 'salme'],
  ['suomi', 'suome', 'suome'],
  ['vuori', 'vuore', 'vuore'],
  ['tammi', 'tamme', 'tamme'],
  ['kivi', 'kive', 'kive'],
  ['rinne', 'rintee', 'rintee'],
  ['ranta', 'ranna', 'ranta'],
  ['virta', 'virra', 'virta'],
  ['kaupunki', 'kaupungi', 'kaupunki'],
  ['helsinki', 'helsingi', 'helsinki'],
  ['pelto', 'pello', 'pelto'],
  ['lehto', 'lehdo', 'lehto'],
  ['aalto', 'aallo', 'aalto'],
  ['puisto', 'puisto', 'puisto'],
  ['halme', 'halmee', 'halmee'],
  ['kangas', 'kankaa', 'kankaa'],
  ['taipale', 'taipalee', 'taipalee'],
  ['tampere', 'tamperee', 'tamperee'],
  ['laine', 'lainee', 'lainee'],
  ['turku', 'turu', 'turku'],
  ['paikka', 'paika', 'paikka'],
  ['vantaa', 'vantaa', 'vantaa'],
  ['loimaa', 'loimaa', 'loimaa'],
  ['kylä', 'kylä', 'kylä'],
  ['kumpu', 'kummu', 'kumpu'],
  ['varis', 'varikse', 'varikse'],
  ['joensuu', 'joensuu', 'joensuu'],
  ['naantali', 'naantali', 'naantali'],
  ['varkaus', 'varkaude', 'varkaute'],
  ['pieksämäki', 'pieksämäe', 'pieksämäke'],
  ['virrat', 'virroi', 'virtoi'],
  ['iiris', 'iirikse', 'iirikse'],
]

/** Places that take the outer cases for "in, from, to" (Tampereella, Tampereelta, Tampereelle). */
const OUTER =
  /(mäki|niemi|järvi|joki|koski|kylä|tampere|vantaa|rauma|riihimäki|kangasala|vuosaari|itäkeskus|tikkurila|malmi|mänttä|mäntsälä|imatra|kitee|pirkkala|juva|siilinjärvi|saari)$/i
const INNER = /^(jyväskylä|uusikaupunki|mäntyharju)$/i

const BACK = /[aou]/i
const VOWEL = /[aeiouyäöå]$/i

interface Stems {
  weak: string
  strong: string
}

export function inflect(name: string, kind: NameKind, _gender: Gender, wordCase: string): string {
  if (wordCase === 'nom' || !/\p{Script=Latin}$/u.test(name)) return name
  const form = kind === 'city' ? placeCase(name, wordCase) : wordCase
  const stems = stemsOf(name, kind)
  const a = isBack(name) ? 'a' : 'ä'
  switch (form) {
    case 'gen':
    case 'acc':
      return `${stems.weak}n`
    case 'par':
      return partitive(name, stems, a)
    case 'ine':
      return `${stems.weak}ss${a}`
    case 'ela':
      return `${stems.weak}st${a}`
    case 'ill':
      return illative(name, stems)
    case 'ade':
      return `${stems.weak}ll${a}`
    case 'abl':
      return `${stems.weak}lt${a}`
    case 'all':
      return `${stems.weak}lle`
    case 'ess':
      return `${stems.strong}n${a}`
    case 'tra':
      return `${stems.weak}ksi`
    case 'voc':
      return name
    default:
      throw new RangeError(`Finnish has no rule for case "${wordCase}"`)
  }
}

function placeCase(name: string, wordCase: string): string {
  const outer = OUTER.test(name) && !INNER.test(name)
  if (wordCase === 'loc') return outer ? 'ade' : 'ine'
  if (wordCase === 'from') return outer ? 'abl' : 'ela'
  if (wordCase === 'to') return outer ? 'all' : 'ill'
  return wordCase
}

function stemsOf(name: string, kind: NameKind): Stems {
  if (/nen$/.test(name) && name.length > 4) return same(`${name.slice(0, -3)}se`)
  const noun = kind === 'first' ? undefined : nounStems(name)
  if (noun) return noun
  if (VOWEL.test(name)) return { weak: shorten(name), strong: name }
  if (/[^aeiouyäö](as|äs)$/.test(name) && kind !== 'first') return same(`${name.slice(0, -1)}${name.at(-2)}`)
  if (/(us|ys|es|is|as|os)$/.test(name) && isFinnishLooking(name)) return same(`${name.slice(0, -1)}kse`)
  return same(`${name}i`)
}

/** Jens, Lars or Thomas take -i-; Rasmus, Johannes, Iiris, Hannes take -kse-. */
function isFinnishLooking(name: string): boolean {
  return (
    /(us|ys|es|is)$/.test(name) ||
    /^(Elias|Matias|Tobias|Topias|Tuomas|Mattias|Andreas|Joonas|Jonas|Niklas)$/.test(name)
  )
}

function nounStems(name: string): Stems | undefined {
  const lower = name.toLowerCase()
  for (const [noun, weak, strong] of NOUN_STEMS) {
    if (!lower.endsWith(noun)) continue
    const head = name.slice(0, name.length - noun.length)
    const cased = (stem: string) => (head === '' || head.endsWith('-') ? stem[0]!.toUpperCase() + stem.slice(1) : stem)
    return { weak: head + cased(weak), strong: head + cased(strong) }
  }
  return undefined
}

/** Long kk, pp, tt between vowels become short in a closed syllable: Pekka, Pekan; Antti, Antin. */
function shorten(name: string): string {
  return name.replace(/(kk|pp|tt)([aeiouyäö])$/, (_, pair: string, vowel: string) => pair[0] + vowel)
}

function partitive(name: string, stems: Stems, a: string): string {
  if (/nen$/.test(name) && name.length > 4) return `${name.slice(0, -3)}st${a}`
  if (/(us|ys|es|is|as|os)$/.test(name) && stems.weak.endsWith('kse')) return `${name}t${a}`
  if (stems.strong.endsWith('ee') || /[aeiouyäö]{2}$/.test(stems.strong)) return `${stems.strong}t${a}`
  if (/[lnr]e$/.test(stems.strong) && /[lnr]i$/.test(name)) return `${stems.strong.slice(0, -1)}t${a}`
  return `${stems.strong}${a}`
}

function illative(name: string, stems: Stems): string {
  const last = stems.strong.at(-1)!
  if (/(aa|ee|uu|yy|ää|öö|ii|oo)$/.test(stems.strong)) {
    const monosyllable = stems.strong.length <= 3 && !/^[aeiouyäö]{2}$/.test(stems.strong)
    return monosyllable || /suu$/.test(name) ? `${stems.strong}h${last}n` : `${stems.strong}seen`
  }
  if (/(ie|uo|yö|ai|ei|oi|ui|yi|äi|öi|au|ou|eu|iu)$/.test(stems.strong)) return `${stems.strong}h${last}n`
  return `${stems.strong}${last.toLowerCase()}n`
}

/** The last part of a compound decides; names with only e and i count as front. */
function isBack(name: string): boolean {
  const lower = name.toLowerCase()
  const noun = NOUN_STEMS.find(([end]) => lower.endsWith(end))?.[0]
  const part = noun ?? name.split(/[- ]/).at(-1)!
  const lastHarmonic = [...part.toLowerCase()].reverse().find(letter => 'aouäöyå'.includes(letter))
  return lastHarmonic !== undefined && (lastHarmonic === 'å' || BACK.test(lastHarmonic))
}

function same(stem: string): Stems {
  return { weak: stem, strong: stem }
}
