import { eachPart, type Gender, type NameKind } from './parts.ts'

/** Every word of a full name is inflected ("του Γιώργου Παππά"). */
export const inflectedPart = 'every'

const ACCENTED: Readonly<Record<string, string>> = { α: 'ά', ε: 'έ', η: 'ή', ι: 'ί', ο: 'ό', υ: 'ύ', ω: 'ώ' }
const NUCLEUS = /αι|ει|οι|υι|ου|αυ|ευ|[αεηιουωϊϋ]/gi
const PROPAROXYTONE = /[άέήίόύώ][^αεηιουω]*(?:αι|ει|οι|ου|αυ|ευ|[αεηιουωϊϋ])[^αεηιουωϊϋάέήίόύώ]*[αεηιουω]+ς?$/i

/** Towns that are neuter plurals or otherwise irregular: genitive and accusative. */
const TOWNS: Readonly<Record<string, readonly [genitive: string, accusative: string]>> = {
  Χανιά: ['Χανίων', 'Χανιά'],
  Γρεβενά: ['Γρεβενών', 'Γρεβενά'],
  Γιαννιτσά: ['Γιαννιτσών', 'Γιαννιτσά'],
  Σπάτα: ['Σπάτων', 'Σπάτα'],
  Δελφοί: ['Δελφών', 'Δελφούς'],
  Άργος: ['Άργους', 'Άργος'],
  Κως: ['Κω', 'Κω'],
  Άγιος: ['Αγίου', 'Άγιο'],
  Νικόλαος: ['Νικολάου', 'Νικόλαο'],
  Αιγάλεω: ['Αιγάλεω', 'Αιγάλεω'],
  Τρίπολη: ['Τρίπολης', 'Τρίπολη'],
  Μαρούσι: ['Αμαρουσίου', 'Μαρούσι'],
}
/** Neuter plurals in an unstressed -α: Τρίκαλα, Τρικάλων. */
const NEUTER_PLURALS = new Set([
  'Ιωάννινα',
  'Τρίκαλα',
  'Μέγαρα',
  'Κύθηρα',
  'Καλάβρυτα',
  'Φάρσαλα',
  'Εξάρχεια',
  'Πετράλωνα',
  'Μελίσσια',
  'Βριλήσσια',
])

/** Greek: "του Γιώργου", "τον Παπαδόπουλο", "κύριε Αλεξόπουλε", "της Ελένης". Women's surnames do not change. */
export function inflect(name: string, kind: NameKind, gender: Gender, wordCase: string): string {
  if (!['gen', 'acc', 'voc'].includes(wordCase)) return name
  if (kind === 'city') return eachPart(name, part => town(part, wordCase))
  if (gender === 'f' && kind === 'last') return name
  return eachPart(name, part => (gender === 'f' ? woman(part, wordCase) : man(part, wordCase)))
}

function woman(part: string, wordCase: string): string {
  if (wordCase !== 'gen') return part
  if (/[αάηήώω]$|ού$/.test(part)) return `${part}ς`
  return part
}

function man(part: string, wordCase: string): string {
  const stem = part.slice(0, -2)
  if (part.endsWith('ός')) return stem + (wordCase === 'gen' ? 'ού' : 'ό')
  if (part.endsWith('ος')) return stem + masculineOs(part, wordCase)
  if (/(ους|ων|ήλ|ήφ|ούμ|είμ)$/.test(part)) return part
  if (part.endsWith('ς')) return part.slice(0, -1)
  return part
}

/** Short names call with -ο (Γιώργο), those stressed on the third last syllable with -ε (Αλέξανδρε). */
function masculineOs(part: string, wordCase: string): string {
  if (wordCase === 'gen') return 'ου'
  if (wordCase === 'acc') return 'ο'
  return PROPAROXYTONE.test(part) ? 'ε' : 'ο'
}

function town(part: string, wordCase: string): string {
  if (wordCase === 'voc') return part
  const listed = TOWNS[part]
  if (listed) return listed[wordCase === 'gen' ? 0 : 1]
  if (wordCase === 'acc') return /(ος|ός|ας|άς)$/.test(part) ? part.slice(0, -1) : part
  return townGenitive(part)
}

function townGenitive(part: string): string {
  const stem = part.slice(0, -1)
  if (NEUTER_PLURALS.has(part)) return stressPenult(`${stem}ων`)
  if (part.endsWith('ες')) return `${unstressed(part.slice(0, -2))}ών`
  if (part.endsWith('ος'))
    return PROPAROXYTONE.test(part) ? stressPenult(`${part.slice(0, -2)}ου`) : `${part.slice(0, -2)}ου`
  if (part.endsWith('ός')) return `${part.slice(0, -2)}ού`
  if (part.endsWith('ς')) return stem
  if (/[αάηή]$/.test(part)) return `${part}ς`
  if (part.endsWith('ο')) return PROPAROXYTONE.test(part) ? stressPenult(`${stem}ου`) : `${stem}ου`
  if (part.endsWith('ό')) return `${stem}ού`
  if (part.endsWith('ι')) return stressPenult(`${part}ου`)
  if (part.endsWith('ί')) return `${unstressed(part)}ού`
  return part
}

function unstressed(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\u0301/g, '')
    .normalize('NFC')
}

/** Moves the stress to the second last syllable: Ηράκλειο, Ηρακλείου. */
function stressPenult(word: string): string {
  const bare = unstressed(word)
  const nuclei = [...bare.matchAll(NUCLEUS)]
  const nucleus = nuclei.at(-2)
  if (!nucleus) return word
  const at = nucleus.index + nucleus[0].length - 1
  return bare.slice(0, at) + (ACCENTED[bare[at]!] ?? bare[at]!) + bare.slice(at + 1)
}
