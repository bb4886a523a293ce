/** Gathers what the lexicon knows: names and places from the lists, trigger words, and which words are ordinary. */
import * as flags from '../../src/detect/names/flags.ts'
import type { Lexicon } from '../../src/detect/names/lexicon.ts'
import { hashWord } from '../../src/detect/names/tokens.ts'
import type { Carrier } from './carriers.ts'
import type { Document } from './documents.ts'
import { everydayWords } from './everyday-words.ts'
import { cities, languages, type NameList } from './names.ts'
import { addWord, packLexicon } from './pack.ts'
import { countryName } from './people.ts'
import { plainTexts, stopWords } from './plain-texts.ts'
import { makeRandom } from './random.ts'
import { allThings } from './things.ts'
import * as triggers from './trigger-words.ts'
import { wordsOf } from './words.ts'

const SIZE = 1 << 18
/** Seen in small letters this often, a word is ordinary. */
const ORDINARY = 3

export function buildLexicon(
  names: ReadonlyMap<string, NameList>,
  corpora: readonly Document[],
  carriers: readonly Carrier[],
  withNames: boolean,
): Lexicon {
  const words = new Map<number, number>()
  const addAll = (list: readonly string[], flag: number) => {
    for (const item of list)
      for (const word of item.split(/[^\p{L}\p{M}]+/u)) if (word.length > 1) addWord(words, word, flag)
  }
  for (const list of withNames ? names.values() : []) {
    addAll(list.male, flags.FIRST_NAME)
    addAll(list.female, flags.FIRST_NAME)
    addAll(list.lastMale, flags.LAST_NAME)
    addAll(list.lastFemale, flags.LAST_NAME)
    addStems([...list.male, ...list.female, ...list.lastMale], words)
  }
  const byName = new Map<string, number>()
  for (const city of cities) byName.set(city.name, Math.max(byName.get(city.name) ?? 0, city.population))
  for (const [name, population] of byName) {
    if (population > 4000 && name.split(/[\s-]/).length <= 2) addAll([name], flags.PLACE)
  }
  for (const list of names.values()) addAll(list.cities.slice(0, 400), flags.PLACE)
  addTriggers(words)
  addOrdinary(words, corpora, carriers)
  addNouns(words, corpora, carriers)
  return packLexicon(words, SIZE)
}

/** `Anna` is also `Anny` and `Annie`: known without its final vowel too. */
function addStems(list: readonly string[], words: Map<number, number>): void {
  for (const name of list) {
    const word = name.split(/[^\p{L}]+/u)[0]!
    if (word.length >= 5 && /[aeoiyаяоеηαος]$/iu.test(word)) addWord(words, word.slice(0, -1), flags.NAME_STEM)
  }
}

function addTriggers(words: Map<number, number>): void {
  const add = (list: string, flag: number) => {
    for (const word of list.split(/[\s'.\-/_]+/)) if (word !== '') addWord(words, word, flag)
  }
  add(triggers.titles, flags.TITLE)
  add(triggers.greetings, flags.GREETING)
  add(triggers.signOffs, flags.SIGN_OFF)
  add(triggers.fields, flags.FIELD)
  add(triggers.roles, flags.ROLE)
  add(triggers.particles, flags.PARTICLE)
  add(triggers.introductions, flags.INTRODUCTION)
  add(triggers.firmWords, flags.FIRM_WORD)
  add(triggers.streets, flags.STREET)
  for (const noun of allThings()) add(noun, flags.THING)
  for (const language of languages) {
    const months = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
    const days = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', weekday: 'long', timeZone: 'UTC' })
    for (let month = 0; month < 12; month++) {
      add(months.format(Date.UTC(2025, month, 15)), flags.CALENDAR)
      for (const part of days.formatToParts(Date.UTC(2025, month, month + 1))) {
        if (part.type === 'month' || part.type === 'weekday') add(part.value, flags.CALENDAR)
      }
    }
    const random = makeRandom(1)
    for (let index = 0; index < 200; index++) add(countryName(language, random), flags.CALENDAR)
    const tongues = new Intl.DisplayNames([language], { type: 'language' })
    for (const other of [...languages, 'tr', 'ru', 'uk', 'ar', 'zh', 'ja']) add(tongues.of(other) ?? '', flags.CALENDAR)
  }
}

function addOrdinary(words: Map<number, number>, corpora: readonly Document[], carriers: readonly Carrier[]): void {
  const counts = new Map<number, number>()
  const count = (text: string, by: number) => {
    for (const [word] of text.matchAll(/(?<![\p{L}\p{M}\p{N}@._-])\p{Ll}{2,}(?![\p{L}\p{M}@_])/gu)) {
      const hash = hashWord(word)
      counts.set(hash, (counts.get(hash) ?? 0) + by)
    }
  }
  for (const document of corpora)
    if (document.source !== 'btc.en' && document.source !== 'wnut17.en') count(document.text, 1)
  for (const text of plainTexts()) count(text.text, 1)
  for (const list of Object.values(stopWords())) for (const word of list) count(word, ORDINARY)
  for (const list of Object.values(everydayWords)) count(list, ORDINARY)
  for (const language of languages) count(wordsOf(language).join(' '), ORDINARY)
  for (const carrier of carriers) count(carrier.line.replace(/\{[^}]*\}/g, ' '), ORDINARY)
  for (const [hash, times] of counts) if (times >= ORDINARY) words.set(hash, (words.get(hash) ?? 0) | flags.COMMON)
}

/**
 * German writes its nouns with a capital, so that none is seen in small letters: words that the corpora mark as no name, and
 * the wording of carriers, count instead. A word that is a person's as often as one time in twenty is none of them, nor is
 * what stands in a list of names.
 */
function addNouns(words: Map<number, number>, corpora: readonly Document[], carriers: readonly Carrier[]): void {
  const counts = new Map<number, number>()
  const named = new Map<number, number>()
  for (const { language, text, spans } of corpora) {
    if (language !== 'de') continue
    let position = 0
    for (const { start, end, label } of spans) {
      countNouns(text.slice(position, start), counts, 1)
      if (label === 'PERSON') countNouns(text.slice(start, end), named, MOST_OFTEN_NAME)
      position = Math.max(position, end)
    }
    countNouns(text.slice(position), counts, 1)
  }
  for (const { language, line, section } of carriers)
    if (language === 'de' && section !== 'negative') countNouns(line.replace(/\{[^}]*\}/g, ' '), counts, ORDINARY)
  const isName = (hash: number) => ((words.get(hash) ?? 0) & (flags.FIRST_NAME | flags.LAST_NAME)) !== 0
  for (const [hash, times] of counts) {
    if (times >= ORDINARY && times > (named.get(hash) ?? 0) && !isName(hash))
      words.set(hash, (words.get(hash) ?? 0) | flags.COMMON)
  }
}

const MOST_OFTEN_NAME = 20

function countNouns(text: string, counts: Map<number, number>, by: number): void {
  for (const [word] of text.matchAll(/(?<![\p{L}\p{M}\p{N}@._-])\p{Lu}\p{Ll}{2,}(?![\p{L}\p{M}@_-])/gu)) {
    const hash = hashWord(word)
    counts.set(hash, (counts.get(hash) ?? 0) + by)
  }
}
