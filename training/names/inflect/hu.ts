import type { Gender, NameKind } from './parts.ts'

/** Only the last word of a full name is inflected ("Kovács Péternek"). */
export const inflectedPart = 'last'

const DIGRAPHS = ['dzs', 'sz', 'zs', 'cs', 'gy', 'ny', 'ly', 'ty', 'dz']

/** Suffixes as back, front, front rounded; a leading "v" is swallowed by a consonant (Péterrel). */
const SUFFIXES: Readonly<Record<string, readonly [back: string, front: string, rounded: string]>> = {
  dat: ['nak', 'nek', 'nek'],
  ins: ['val', 'vel', 'vel'],
  tra: ['vá', 'vé', 'vé'],
  cau: ['ért', 'ért', 'ért'],
  ter: ['ig', 'ig', 'ig'],
  ill: ['ba', 'be', 'be'],
  ine: ['ban', 'ben', 'ben'],
  ela: ['ból', 'ből', 'ből'],
  sub: ['ra', 're', 're'],
  del: ['ról', 'ről', 'ről'],
  all: ['hoz', 'hez', 'höz'],
  ade: ['nál', 'nél', 'nél'],
  abl: ['tól', 'től', 'től'],
  pos: ['é', 'é', 'é'],
  plu: ['ék', 'ék', 'ék'],
  ne: ['né', 'né', 'né'],
}

/** Towns ending so take "in" (Győrben); most others in Hungary take "on" (Budapesten, Pécsen). */
const INNER = /(n|ny|m|r|i)$/
const INNER_ALSO = /^(Hódmezővásárhely|Füzesabony)$/
const OUTER_ALSO =
  /^(Vecsés|Csömör|Hosszúhetény|Kaposvár|Székesfehérvár|Sárvár|Szigetvár|Kapuvár|Kolozsvár|Mosonmagyaróvár|Körmend|Hajdúböszörmény|Balassagyarmat|Monor)$/

/** Hungarian: "Annát", "Péterrel", "Győrben", "Budapesten", and the wife's name "Szabóné". */
export function inflect(name: string, kind: NameKind, _gender: Gender, wordCase: string): string {
  if (!/\p{Script=Latin}$/u.test(name)) return name
  const form = kind === 'city' ? placeCase(name, wordCase) : wordCase
  if (form === 'acc') return accusative(name)
  if (form === 'sup') return superessive(name)
  const suffix = SUFFIXES[form]?.[harmony(name)]
  if (suffix === undefined) return name
  if (form === 'ne') return name + suffix
  if (suffix.startsWith('v') && endsInConsonant(name)) return doubled(name) + suffix.slice(1)
  return lengthened(name) + suffix
}

function placeCase(name: string, wordCase: string): string {
  const inner = (INNER.test(name) || INNER_ALSO.test(name)) && !OUTER_ALSO.test(name)
  if (wordCase === 'loc') return inner ? 'ine' : 'sup'
  if (wordCase === 'from') return inner ? 'ela' : 'del'
  if (wordCase === 'to') return inner ? 'ill' : 'sub'
  return wordCase
}

/** 0 back, 1 front, 2 front rounded. é, i and í let an earlier vowel decide (Zsófi, Judit are back). */
function harmony(name: string): 0 | 1 | 2 {
  const part = name.split(/[- ]/).at(-1)!.toLowerCase()
  for (const letter of [...part].reverse()) {
    if ('aáoóuú'.includes(letter)) return 0
    if ('öőüű'.includes(letter)) return 2
    if (letter === 'e') return 1
  }
  return 1
}

function endsInConsonant(name: string): boolean {
  return !/[aáeéiíoóöőuúüű]$/i.test(name) && !/[^glnt]y$/i.test(name)
}

/** A final a or e becomes long before an ending: Anna, Annát; Bence, Bencével. */
function lengthened(name: string): string {
  return name.replace(/a$/, 'á').replace(/e$/, 'é')
}

/** The consonant that takes over the v of -val: Péterr-, Kováccs-, Naggy-; doubled spellings keep a hyphen (Kiss-s-). */
function doubled(name: string): string {
  const lower = name.toLowerCase()
  const digraph = DIGRAPHS.find(letters => lower.endsWith(letters))
  if (digraph) return name.slice(0, name.length - digraph.length) + digraph[0] + digraph
  if (/th$/.test(name)) return `${name}t`
  if (/gh$/.test(name)) return `${name}g`
  if (/cz$/.test(name)) return `${name}c`
  if (/([^aeiou])\1$/.test(name)) return `${name}-${name.at(-1)}`
  return name + name.at(-1)
}

const LINKS = ['o', 'e', 'ö'] as const

function accusative(name: string): string {
  if (!endsInConsonant(name)) return `${lengthened(name)}t`
  if (/[aáeéiíoóöőuúüű](l|r|n|ny|j|ly|s|sz|z|zs|ss|ll|nn|rr)$/i.test(name)) return `${name}t`
  return `${name}${LINKS[harmony(name)]}t`
}

function superessive(name: string): string {
  if (!endsInConsonant(name)) return `${lengthened(name)}n`
  return `${name}${LINKS[harmony(name)]}n`
}
