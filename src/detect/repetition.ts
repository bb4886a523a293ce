/**
 * A value that a word has named once is found everywhere in the same text: "customer K-63748 … K-63748 wrote again". Values
 * with a digit in them are looked up by the runs that the scan has noted, so that this costs next to nothing; across the
 * texts of an exchange `KnownValues` does the same.
 */
import type { Finding } from '../types.ts'
import type { Candidates } from './candidates.ts'
import { isDigit, isWord } from './characters.ts'
import { formOfUnits, isRepeatable, isWholeValue } from './known-values.ts'
import type { View } from './view.ts'

interface Value {
  readonly text: string
  /** Where its longest word with a digit begins. */
  readonly offset: number
  readonly finding: Finding
}

const repetition = 'repetition'
/** Values looked up by the same form of a word: more are not repeated. */
const mostAlike = 16

/** Adds the other places of all values among the candidates. */
export function addRepeated(view: View, candidates: Candidates): void {
  if (candidates.list.length === 0) return
  addAccounts(view, candidates)
  const values = valuesByForm(view, candidates.list)
  if (values.size === 0) return
  const { runs } = view.notes
  const { text, units } = view
  fillFilter(values.keys())
  for (const alike of values.values())
    if (alike.length > 1) alike.sort((one, other) => other.text.length - one.text.length)
  candidates.recognizer = repetition
  const found = new Places(candidates.list)
  for (let index = 0; index < runs.length; index += 2) {
    const start = runs.at(index)
    const end = runs.at(index + 1)
    const form = formOfUnits(units[start]!, units[end - 1]!, end - start)
    if (((filter[(form >>> 5) & (filterWords - 1)]! >>> (form & 31)) & 1) === 0) continue
    const alike = values.get(form)
    if (alike !== undefined) addHere(text, start, alike, found, candidates)
  }
}

/** Names of accounts without a digit are looked for in the whole text, so only a few of them. */
const mostAccounts = 4

/** "@kyle_on_the_kyles … banned kyle_on_the_kyles": runs hold a digit, names of accounts need none. */
function addAccounts(view: View, candidates: Candidates): void {
  const { text } = view
  const names = new Map<string, Finding>()
  for (const finding of candidates.list) {
    if (finding.type !== 'USERNAME' || names.size === mostAccounts) continue
    const name = text.slice(finding.canonicalStart ?? finding.start, finding.canonicalEnd ?? finding.end)
    if (/[._-]/.test(name) && !/\d/.test(name) && isRepeatable(name, finding.type)) names.set(name, finding)
  }
  if (names.size === 0) return
  const places = new Set<number>()
  for (const { start, canonicalStart, type } of candidates.list)
    if (type === 'USERNAME') places.add(canonicalStart ?? start)
  candidates.recognizer = repetition
  for (const [name, { type, score }] of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (!places.has(at) && isWholeValue(text, at, at + name.length)) candidates.add(at, at + name.length, type, score)
    }
  }
}

const filterWords = 256
/** One bit for the lower bits of each form: nearly all runs are passed with one look. Kept from text to text. */
const filter = new Uint32Array(filterWords)

function fillFilter(forms: Iterable<number>): void {
  filter.fill(0)
  for (const form of forms) filter[(form >>> 5) & (filterWords - 1)]! |= 1 << (form & 31)
}

/** By the form of their key word, each value once. */
function valuesByForm(view: View, findings: readonly Finding[]): Map<number, Value[]> {
  const values = new Map<number, Value[]>()
  const refused = new Set<string>()
  let last = ''
  for (const finding of findings) {
    const start = finding.canonicalStart ?? finding.start
    const end = finding.canonicalEnd ?? finding.end
    if (end - start === last.length && view.text.startsWith(last, start)) continue
    const word = keyWordStart(view, start, end)
    if (word < 0) continue
    const stop = wordStop(view, word, end)
    const form = formOfUnits(view.units[word]!, view.units[stop - 1]!, stop - word)
    const text = view.text.slice(start, end)
    last = text
    const alike = values.get(form)
    if (alike !== undefined && (alike.length === mostAlike || alike.some(other => other.text === text))) continue
    if (refused.has(text)) continue
    const value = { text, offset: word - start, finding }
    if (!isRepeatable(text, finding.type)) refused.add(text)
    else if (alike === undefined) values.set(form, [value])
    else alike.push(value)
  }
  return values
}

/** Start of the longest word with a digit between two offsets, the last of equally long ones; -1 where none has one. */
function keyWordStart(view: View, start: number, end: number): number {
  let longest = 0
  let found = -1
  for (let at = start; at < end; at++) {
    if (!isWord(view.units[at]!)) continue
    const from = at
    let hasDigit = false
    for (; at < end && isWord(view.units[at]!); at++) hasDigit ||= isDigit(view.units[at]!)
    if (!hasDigit || at - from < longest) continue
    longest = at - from
    found = from
  }
  return found
}

function wordStop(view: View, start: number, end: number): number {
  let at = start
  while (at < end && isWord(view.units[at]!)) at++
  return at
}

/** What was found already, by where its value begins: rows of one value need not be found twice. */
class Places {
  readonly #list: readonly Finding[]
  /** The number of a finding plus one; 0 is a free place. At most half is full. */
  readonly #slots: Int32Array
  readonly #shift: number

  constructor(list: readonly Finding[]) {
    const bits = 33 - Math.clz32(list.length)
    this.#slots = new Int32Array(1 << bits)
    this.#shift = 32 - bits
    this.#list = list
    for (let index = 0; index < list.length; index++) {
      let slot = this.#slotOf(startOf(list[index]!))
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1)
      this.#slots[slot] = index + 1
    }
  }

  /** Is this value there, and as sure? */
  has(start: number, end: number, type: string, score: number): boolean {
    for (let slot = this.#slotOf(start); this.#slots[slot] !== 0; slot = (slot + 1) & (this.#slots.length - 1)) {
      const finding = this.#list[this.#slots[slot]! - 1]!
      const isSame = startOf(finding) === start && (finding.canonicalEnd ?? finding.end) === end
      if (isSame && finding.type === type && saysMore(finding, score)) return true
    }
    return false
  }

  #slotOf(start: number): number {
    return Math.imul(start, 0x9e3779b1) >>> this.#shift
  }
}

/** It is what stays of both; see `isStronger`. */
function saysMore(finding: Finding, score: number): boolean {
  return finding.score > score || (finding.score === score && finding.recognizer < repetition)
}

function startOf({ start, canonicalStart }: Finding): number {
  return canonicalStart ?? start
}

/** The longest come first: what lies in one that is as sure changes nothing. */
function addHere(text: string, runStart: number, alike: readonly Value[], found: Places, candidates: Candidates): void {
  let widest: Value | null = null
  for (const value of alike) {
    if (widest !== null && isWithin(value, widest)) continue
    const start = runStart - value.offset
    const end = start + value.text.length
    const { type, score, start: known, canonicalStart } = value.finding
    if (
      start < 0 ||
      start === (canonicalStart ?? known) ||
      found.has(start, end, type, score) ||
      !text.startsWith(value.text, start)
    )
      continue
    if (!isWholeValue(text, start, end)) continue
    if (!found.has(start, end, type, score)) candidates.add(start, end, type, score)
    widest ??= value
  }
}

/** Does one value lie within the other, which is longer and as sure, where their words are the same? */
function isWithin(one: Value, other: Value): boolean {
  return (
    one.text.length < other.text.length &&
    one.offset <= other.offset &&
    one.text.length - one.offset <= other.text.length - other.offset &&
    one.finding.score <= other.finding.score
  )
}
