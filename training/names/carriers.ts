/** Reads the carrier sentences and fills their slots anew each time. MODEL.md describes the format. */
import { readFileSync } from 'node:fs'
import { type BrandKind, brandsOf } from './brands.ts'
import type { Document, Span } from './documents.ts'
import { everydayWords } from './everyday-words.ts'
import { carrierFiles, dataFolder, languages, type NameList } from './names.ts'
import {
  drawFiller,
  drawFirm,
  drawPerson,
  type Filler,
  findingOfFiller,
  type Inflection,
  type Person,
} from './people.ts'
import type { Random } from './random.ts'
import { type ThingKind, thingsOf } from './things.ts'
import { wordsOf } from './words.ts'

export interface Carrier {
  language: string
  section: string
  line: string
}

export function loadCarriers(): Carrier[] {
  return carrierFiles().flatMap(file => {
    const own = file.startsWith('all.') ? languages : [file.slice(0, 2)]
    let section = 'ticket'
    const result: Carrier[] = []
    for (const raw of readFileSync(`${dataFolder}carriers/${file}`, 'utf8').split('\n')) {
      const line = raw.trimEnd()
      const heading = /^\[([a-z]+)\]$/.exec(line)
      if (heading !== null) section = heading[1]!
      else if (line !== '' && !line.startsWith('# ')) result.push(...own.map(language => ({ language, section, line })))
    }
    return result
  })
}

export const slot =
  /\{(first|last_first|last|full|initial|nick|city|org|user|email|phone|id|date|amount|street|product|country|month|day|thing|site|idea|software|car|shop|maker|game|drug|drink|band|said|word)((?:[.:~#]\w+)*)\}/g

export interface Fillings {
  names: ReadonlyMap<string, NameList>
  inflections: ReadonlyMap<string, Inflection>
}

interface Modifiers {
  gender?: 'm' | 'f'
  wordCase?: string
  number?: string
  isLower: boolean
  /** The slot names no person: it gets no label. */
  isPlain: boolean
}

function parseModifiers(text: string): Modifiers {
  const result: Modifiers = { isLower: false, isPlain: false }
  for (const [, sign, value] of text.matchAll(/([.:~#])(\w+)/g)) {
    if (sign === '.' && (value === 'm' || value === 'f')) result.gender = value
    else if (sign === ':') result.wordCase = value!
    else if (sign === '#') result.number = value!
    else if (sign === '~' && value === 'lower') result.isLower = true
    else if (sign === '~' && value === 'plain') result.isPlain = true
  }
  return result
}

const lastFirstLanguages = new Set(['hu'])

export function fill(carrier: Carrier, fillings: Fillings, random: Random): Document {
  const { language } = carrier
  let template = carrier.line.replaceAll('\\n', '\n').replaceAll('\\t', '\t')
  for (let round = 0; round < 4 && /\([^()]*\|[^()]*\)/.test(template); round++) {
    template = template.replace(/\(([^()]*\|[^()]*)\)/g, (_, options: string) => random.pick(options.split('|')))
  }
  const document: Document = { text: '', language, source: `carrier:${carrier.section}`, spans: [], findings: [] }
  const people = new Map<string, Person>()
  let position = 0
  let before: { kind: string; person: Person } | undefined
  for (const match of template.matchAll(slot)) {
    const between = template.slice(position, match.index)
    document.text += between
    position = match.index + match[0].length
    const modifiers = parseModifiers(match[2]!)
    const kind = match[1]!
    const isRest = before !== undefined && between === ' ' && areParts(before.kind, kind)
    let person: Person | undefined = modifiers.number === undefined ? undefined : people.get(modifiers.number)
    if (isRest && modifiers.number === undefined && fits(before!.person, modifiers.gender)) person = before!.person
    if (person === undefined) {
      const gender = modifiers.gender ?? nextGender(template, position, kind)
      person = drawPerson(fillings.names, language, random, gender)
      if (modifiers.number !== undefined) people.set(modifiers.number, person)
    }
    writeSlot(document, kind, modifiers, person, fillings, random)
    if (isRest) joinLast(document.spans)
    before = { kind, person }
  }
  document.text += template.slice(position)
  return carrier.section === 'negative' ? allowOtherNames(document) : document
}

const givenKinds = new Set(['first', 'initial', 'nick'])

/** `{first} {last}` and `{initial} {last}` name one person. */
function areParts(one: string, other: string): boolean {
  return (givenKinds.has(one) && other === 'last') || (one === 'last' && givenKinds.has(other))
}

function fits(person: Person, gender: 'm' | 'f' | undefined): boolean {
  return gender === undefined || gender === person.gender
}

/** The gender that the rest of a name asks for: `{initial} {last.f}`. */
function nextGender(template: string, position: number, kind: string): 'm' | 'f' | undefined {
  const [, next, modifiers] = /^ \{(\w+?)((?:[.:~#]\w+)*)\}/.exec(template.slice(position, position + 40)) ?? []
  return next !== undefined && areParts(kind, next) ? parseModifiers(modifiers!).gender : undefined
}

/** Two parts of one name are one span. */
function joinLast(spans: Span[]): void {
  const last = spans.at(-1)
  const one = spans.at(-2)
  if (one?.label !== 'PERSON' || last?.label !== 'PERSON' || one.end + 1 !== last.start) return
  spans.splice(-2, 2, { ...one, end: last.end })
}

/**
 * Lines without people name institutions and streets, unlabelled: a capitalised word may be anything but a person. Where slots
 * stand for things, words are no names at all.
 */
function allowOtherNames(document: Document): Document {
  if (document.isExact) return document
  const words = [...document.text.matchAll(/\p{Lu}[\p{L}\p{M}]+/gu)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    label: 'OTHER',
  }))
  const isFree = (word: Span) => document.spans.every(span => span.end <= word.start || span.start >= word.end)
  return { ...document, spans: [...document.spans, ...words.filter(isFree)].sort((a, b) => a.start - b.start) }
}

function writeSlot(
  document: Document,
  kind: string,
  modifiers: Modifiers,
  person: Person,
  fillings: Fillings,
  random: Random,
): void {
  const { language } = document
  const inflection = fillings.inflections.get(language)
  const bend = (name: string, nameKind: 'first' | 'last' | 'city') =>
    modifiers.wordCase === undefined || inflection === undefined
      ? name
      : inflection.inflect(name, nameKind, person.gender, modifiers.wordCase)
  const start = document.text.length
  let label = 'PERSON'
  let value: string
  if (kind === 'first') value = bend(person.first, 'first')
  else if (kind === 'nick') value = bend(shortName(person.first), 'first')
  else if (kind === 'last') value = bend(person.last, 'last')
  else if (kind === 'last_first') value = `${person.last}, ${person.first}`
  else if (kind === 'initial') value = `${person.first.charAt(0)}.`
  else if (kind === 'full') {
    const firstKeeps = inflection?.lastWordOnly === true
    if (lastFirstLanguages.has(language)) value = `${person.last} ${bend(person.first, 'first')}`
    else value = `${firstKeeps ? person.first : bend(person.first, 'first')} ${bend(person.last, 'last')}`
  } else if (kind === 'city') {
    label = 'LOCATION'
    const cities = fillings.names.get(language)!.cities
    value = bend(cities.length > 0 ? random.pick(cities) : 'Europa', 'city')
  } else if (kind === 'org') {
    label = 'ORGANIZATION'
    value = drawFirm(language, fillings.names, random)
  } else if (kind === 'thing' || kind === 'site' || kind === 'idea') {
    label = 'NONE'
    value = asWritten(random.pick(thingsOf(language, kind satisfies ThingKind)), document, random)
  } else if (brandKinds.has(kind)) {
    label = 'OTHER'
    value = random.pick(brandsOf(kind as BrandKind))
  } else if (kind === 'said') {
    label = 'NONE'
    document.isExact = true
    value = capitalised(random.pick(saidIn(language)))
  } else if (kind === 'word') {
    label = 'NONE'
    document.isExact = true
    value = capitalised(random.pick(wordsOf(language)))
  } else {
    const filler = kind as Filler
    value = drawFiller(filler, language, fillings.names, random)
    label = filler === 'street' ? 'STREET' : 'NONE'
    const type = findingOfFiller[filler]
    if (type !== undefined) {
      document.findings.push({ start, end: start + value.length, type, score: 1, recognizer: 'carrier' })
    }
  }
  if (modifiers.isLower) value = value.toLowerCase()
  document.text += value
  if (modifiers.isPlain) document.isExact = true
  else if (label !== 'NONE') document.spans.push({ start, end: start + lengthOfName(value, modifiers), label })
}

/** Verbs and small words of talk and notes: most sentences begin with one. */
function saidIn(language: string): readonly string[] {
  const words = said.get(language) ?? everydayWords[language]!.split(' ').filter(word => word.length > 1)
  said.set(language, words)
  return words
}

const said = new Map<string, readonly string[]>()

const brandKinds = new Set(['software', 'car', 'shop', 'maker', 'game', 'drug', 'drink', 'band'])

/** German nouns have a capital, others where a sentence or a list item begins, and sometimes in a catalogue. */
function asWritten(noun: string, { language, text }: Document, random: Random): string {
  const isStart = text === '' || /(?:[.!?:|] |\n)$/.test(text)
  const hasCapital = language === 'de' || (isStart ? random.chance(0.8) : random.chance(0.15))
  return hasCapital ? capitalised(noun) : noun
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** An ending set off by an apostrophe is no part of the name: `Anna` in "Anna’s", `Fritz` in "Fritz’". */
function lengthOfName(value: string, { wordCase }: Modifiers): number {
  return wordCase === 'gen' ? value.replace(/['\u2019]s?$/i, '').length : value.length
}

function shortName(first: string): string {
  const head = first.split(/[\s-]/)[0]!
  return head.length > 5 ? head.slice(0, 4) : head
}
