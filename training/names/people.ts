/** Draws people, places, firms and the neutral values that stand between them. */
import { existsSync } from 'node:fs'
import { dataFolder, languages, type NameList } from './names.ts'
import type { Random } from './random.ts'

export interface Person {
  gender: 'm' | 'f'
  first: string
  last: string
}

export type Inflect = (name: string, kind: 'first' | 'last' | 'city', gender: 'm' | 'f', wordCase: string) => string

export interface Inflection {
  inflect: Inflect
  /** Only the last word of a full name takes the ending. */
  lastWordOnly: boolean
}

/** The rules present, by language. Run from compiled output, so the modules are found beside this one. */
export async function loadInflections(): Promise<Map<string, Inflection>> {
  const result = new Map<string, Inflection>()
  for (const language of languages) {
    if (!existsSync(`${dataFolder}inflect/${language}.ts`)) continue
    const module = (await import(new URL(`./inflect/${language}.js`, import.meta.url).href)) as {
      inflect: Inflect
      inflectedPart?: string
    }
    result.set(language, {
      inflect: module.inflect,
      lastWordOnly: module.inflectedPart === 'last' || language === 'hu',
    })
  }
  return result
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** A surname nobody has: the head of one and the tail of another. Teaches the model to go by form and place, not by lists. */
function invented(list: readonly string[], random: Random): string {
  const head = random.pick(list)
  const tail = random.pick(list)
  const name = head.slice(0, Math.max(2, Math.ceil(head.length * 0.5))) + tail.slice(Math.floor(tail.length * 0.5))
  return capital(name.toLowerCase())
}

export function drawPerson(
  names: ReadonlyMap<string, NameList>,
  language: string,
  random: Random,
  wanted?: 'm' | 'f',
): Person {
  const gender = wanted ?? (random.chance(0.5) ? 'm' : 'f')
  const draw = random.next()
  const cyrillic = language === 'bg' || language === 'el'
  const from = names.get(draw < 0.78 || cyrillic ? language : draw < 0.92 ? random.pick(languages) : 'abroad')!
  const firsts = gender === 'm' ? from.male : from.female
  const lasts = gender === 'm' ? from.lastMale : from.lastFemale
  let first = firsts.length > 0 ? random.pick(firsts) : 'Alex'
  if (random.chance(0.05) && firsts.length > 0) first += (random.chance(0.5) ? '-' : ' ') + random.pick(firsts)
  else if (random.chance(0.14)) first = invented(firsts.length > 0 ? firsts : ['Marek', 'Jonas'], random)
  let last = random.chance(0.28) ? invented(lasts, random) : random.pick(lasts)
  if (random.chance(0.07)) last += '-' + random.pick(lasts)
  else if ((language === 'es' || language === 'pt') && random.chance(0.4)) last += ' ' + random.pick(lasts)
  else if (random.chance(0.04)) last = withParticle(language, last, random)
  return { gender, first, last }
}

const particlesOf: Readonly<Record<string, readonly string[]>> = {
  de: ['von ', 'von der ', 'zu '],
  nl: ['van ', 'van der ', 'de ', 'van den ', 'ten '],
  fr: ['de ', 'Le ', "d'", 'du ', 'de la '],
  it: ['De ', 'Di ', "D'", 'Della ', 'Lo '],
  es: ['de ', 'de la ', 'del '],
  pt: ['da ', 'dos ', 'de ', 'do '],
  en: ["O'", 'Mc', 'van ', 'de ', 'Al-', 'El '],
  ga: ['Ó ', 'Ní ', 'Mac ', 'Nic '],
  sv: ['af ', 'von '],
  da: ['von '],
}

function withParticle(language: string, last: string, random: Random): string {
  const own = particlesOf[language]
  return own === undefined ? last : random.pick(own) + last
}

const domains = [
  'example.com',
  'firma.example',
  'mail.example',
  'posta.example',
  'example.org',
  'post.example',
  'firm.example',
]
const products =
  `Orbit Pro 3|Lumina X|CleanMax 500|Nordlys|SmartHub|EasyBook|WebMail Plus|Delta 12|Vega Router|Aqua Stop|PowerBank 20|CoolBox
Trailmaster|ErgoChair|Photon 4K|Kettle One|Basic Tarif M|Office 365|Galaxy Tab|Model S|CityBike 7|Moka Express|TurboVac|Alpina Jacke|Rosa Premium|Victoria Set
iPhone 14|ThinkPad T14|Premium|Comfort Plus|Family Pack|Windows 11|Kaffee Crema|Berlin Sofa|Margherita|Carolina Reaper|Diamond Card|Bella Matratze`.split(
    /[|\n]/,
  )

export type Filler =
  | 'user'
  | 'email'
  | 'phone'
  | 'id'
  | 'date'
  | 'amount'
  | 'street'
  | 'product'
  | 'country'
  | 'month'
  | 'day'

/** The finding a filler would be for the structured recognizers, if any. */
export const findingOfFiller: Readonly<Partial<Record<Filler, string>>> = {
  user: 'USERNAME',
  email: 'EMAIL',
  phone: 'PHONE',
  id: 'ORDER_NUMBER',
  street: 'ADDRESS',
}

const displayNames = new Map<string, Intl.DisplayNames>()
const regions =
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE GB CH NO US CA IN TR UA BR JP CN'.split(
    ' ',
  )

export function countryName(language: string, random: Random): string {
  let names = displayNames.get(language)
  if (names === undefined) {
    names = new Intl.DisplayNames([language], { type: 'region' })
    displayNames.set(language, names)
  }
  return names.of(random.pick(regions)) ?? 'Europe'
}

export function monthName(language: string, random: Random): string {
  return new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' })
    .formatToParts(Date.UTC(2025, random.below(12), 15))
    .find(part => part.type === 'month')!.value
}

export function dayName(language: string, random: Random): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2025, 0, 1 + random.below(7)),
  )
}

const digits = (random: Random, count: number) => Array.from({ length: count }, () => random.below(10)).join('')
const ascii = (word: string) =>
  word
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()

const streetForms: Readonly<Record<string, readonly string[]>> = {
  bg: ['ул. # N', 'бул. „#“ N'],
  cs: ['# N', 'ul. # N', 'náměstí # N'],
  da: ['#vej N', '#sgade N'],
  de: ['#straße N', '#weg N', '#-Straße N', '#str. N', 'Am # N'],
  el: ['# N', 'Λεωφ. # N', 'οδός # N'],
  en: ['N # Street', 'N # Road', 'N # Lane', 'N # Avenue', 'Flat 2, N # Close'],
  es: ['Calle # N', 'Avda. # N', 'c/ # N', 'Plaza # N'],
  et: ['# tn N', '# tänav N'],
  fi: ['#katu N', '#ntie N A 4'],
  fr: ['N rue #', 'N avenue #', 'N, boulevard #', 'N place #'],
  ga: ['N Bóthar #', 'N Sráid #'],
  hr: ['Ulica # N', '# N', 'Trg # N'],
  hu: ['# utca N', '# út N.', '# tér N'],
  it: ['Via # N', 'Viale # N', 'Piazza # N', 'Corso # N'],
  lt: ['# g. N', '# gatvė N'],
  lv: ['# iela N', '# ielā N'],
  mt: ['N, Triq #', 'Triq # N'],
  nl: ['#straat N', '#laan N', '#weg N', '#plein N'],
  pl: ['ul. # N', 'al. # N', 'os. # N'],
  pt: ['Rua # N', 'Avenida # N', 'Rua de # N'],
  ro: ['Str. # nr. N', 'Bd. # N', 'Strada # N'],
  sk: ['# N', 'ul. # N'],
  sl: ['# ulica N', '# cesta N'],
  sv: ['#gatan N', '#vägen N'],
}

export function drawFiller(
  kind: Filler,
  language: string,
  names: ReadonlyMap<string, NameList>,
  random: Random,
): string {
  const person = drawPerson(names, language, random)
  switch (kind) {
    case 'user':
      return random.pick([
        `${ascii(person.first).slice(0, 1)}${ascii(person.last)}`,
        `${ascii(person.first)}${digits(random, 2)}`,
        `user${digits(random, 3)}`,
      ])
    case 'email':
      return `${random.pick([`${ascii(person.first)}.${ascii(person.last)}`, `${ascii(person.last)}${digits(random, 2)}`, 'info', 'support'])}@${random.pick(domains)}`
    case 'phone':
      return random.pick([
        `+${digits(random, 2)} ${digits(random, 3)} ${digits(random, 6)}`,
        `0${digits(random, 3)} ${digits(random, 6)}`,
        `0${digits(random, 2)}-${digits(random, 7)}`,
      ])
    case 'id':
      return random.pick([
        `A-${digits(random, 6)}`,
        digits(random, 7),
        `2025/${digits(random, 5)}`,
        `TK${digits(random, 6)}`,
        `#${digits(random, 5)}`,
      ])
    case 'date':
      return random.pick([
        `${1 + random.below(28)}.${1 + random.below(12)}.2025`,
        `2025-0${1 + random.below(9)}-1${random.below(10)}`,
        `${1 + random.below(28)}/0${1 + random.below(9)}/2024`,
        `${1 + random.below(28)} ${monthName(language, random)} 2024`,
      ])
    case 'amount':
      return random.pick([
        `${digits(random, 2)},90 €`,
        `€${1 + random.below(900)}.50`,
        `EUR ${1 + random.below(9)}.${digits(random, 3)},00`,
        `${1 + random.below(900)} EUR`,
      ])
    case 'street':
      return random
        .pick(streetForms[language] ?? ['# N'])
        .replace('#', random.pick([person.last, person.first, `${person.first} ${person.last}`, person.last]))
        .replace('N', String(1 + random.below(180)))
    case 'product':
      return random.pick(products)
    case 'country':
      return countryName(language, random)
    case 'month':
      return monthName(language, random)
    case 'day':
      return dayName(language, random)
  }
}

const firmForms: Readonly<Record<string, readonly string[]>> = {
  bg: ['„#“ ООД', '# ЕООД', 'МБАЛ „#“'],
  cs: ['# s.r.o.', '# a.s.', 'Nemocnice #'],
  da: ['# A/S', '# ApS', '# Sygehus'],
  de: ['# GmbH', '# & Partner mbB', 'Autohaus #', '# AG', 'Klinikum #', 'Kanzlei #', 'Bäckerei #', '# & Söhne KG'],
  el: ['# ΑΕ', '# ΕΠΕ', 'Νοσοκομείο #'],
  en: [
    '# Ltd',
    '# & Sons',
    '# Group',
    '# Medical Centre',
    '# Partners LLP',
    '# Primary School',
    '# Bank',
    '# Holdings plc',
  ],
  es: ['# S.L.', 'Clínica #', 'Grupo #', 'Talleres # S.A.', 'Banco #'],
  et: ['OÜ #', '# AS', '# Kool'],
  fi: ['# Oy', 'Oy # Ab', '# sairaala'],
  fr: ['# SARL', 'Cabinet #', 'Clinique #', 'Garage #', '# & Fils', 'Lycée #'],
  ga: ['# Teo', 'Scoil #'],
  hr: ['# d.o.o.', 'Bolnica #'],
  hu: ['# Kft.', '# Zrt.', '# Bt.'],
  it: ['# S.r.l.', 'Studio #', '# S.p.A.', 'Ospedale #', 'Banca #'],
  lt: ['UAB #', '# ligoninė'],
  lv: ['SIA #', '# slimnīca'],
  mt: ['# Ltd', '# Co Ltd'],
  nl: ['# B.V.', '# & Zn.', 'Bakkerij #', 'Stichting #'],
  pl: ['# sp. z o.o.', '# S.A.', 'PPHU #', 'Szpital #'],
  pt: ['# Lda', '# S.A.', 'Clínica #', 'Grupo #'],
  ro: ['SC # SRL', '# SA', 'Spitalul #'],
  sk: ['# s.r.o.', 'Nemocnica #'],
  sl: ['# d.o.o.', 'Bolnišnica #'],
  sv: ['# AB', '# sjukhus', 'Bokhandel #'],
}

export function drawFirm(language: string, names: ReadonlyMap<string, NameList>, random: Random): string {
  const list = names.get(language)!
  if (list.organizations.length > 0 && random.chance(0.4)) return random.pick(list.organizations)
  const name = random.chance(0.4)
    ? drawPerson(names, language, random).last
    : random.chance(0.5) && list.cities.length > 0
      ? random.pick(list.cities)
      : invented(list.lastMale, random)
  return random.pick(firmForms[language] ?? ['# Ltd']).replace('#', name)
}
