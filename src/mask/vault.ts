/** Which value has which placeholder, within one scope. Wiped at its end; prints nothing of what it holds. */
import { inspect } from 'node:util'
import { GuardError } from '../errors.ts'
import { type Entry, PlaceholderBook } from './book.ts'
import { Numbering, placeholderName, typeKey } from './placeholder.ts'

/** A value of this scope, for the last look over outbound bytes. */
export interface VaultSource {
  readonly source: string
  readonly canonical: string
  readonly type: string
}

/** One entry as it is kept beyond its scope. */
export interface VaultRecord {
  readonly type: string
  readonly number: number
  readonly source: string
  readonly canonical: string
  readonly literal: boolean
  readonly framed: boolean
  readonly called: boolean
  readonly places: readonly string[] | null
}

/** The number that a value always has, from 1 on; where it is taken by another value, the next free one is issued. */
export type StableNumber = (type: string, canonical: string) => number

/** Keys of types that were issued before: no other types come, but for those that a recognizer makes up. */
const keys = new Map<string, string>()
const mostKeys = 1_000

function keyOf(type: string): string {
  const known = keys.get(type)
  if (known !== undefined) return known
  const key = typeKey(type)
  if (keys.size < mostKeys) keys.set(type, key)
  return key
}

export class Vault {
  readonly #limit: number
  readonly #stableNumber: StableNumber | null
  readonly #bySource = new Map<string, Entry>()
  #redacted: Map<string, VaultSource> | null = null
  readonly #numberings = new Map<string, Numbering>()
  readonly #book = new PlaceholderBook()
  /** Not yet in the book: most calls end without a look into it. */
  #unlisted: Entry[] = []
  #literals = 0
  #mark = 0
  #wiped = false

  /**
   * `limit` is the most distinct values; one more throws ERR_GDPR_TOO_MANY_FINDINGS. Numbers follow first appearance
   * unless `stableNumber` gives them.
   */
  constructor(limit: number, stableNumber: StableNumber | null = null) {
    this.#limit = limit
    this.#stableNumber = stableNumber
  }

  /** Distinct values held, redacted ones and literals included. */
  get size(): number {
    this.refuseIfWiped()
    return this.#held
  }

  get wiped(): boolean {
    return this.#wiped
  }

  /** What restorers look placeholders up in. */
  get book(): PlaceholderBook {
    this.refuseIfWiped()
    return this.#listed()
  }

  /** Where the current exchange began, in the order of entries. */
  get mark(): number {
    this.refuseIfWiped()
    return this.#mark
  }

  /**
   * A new exchange begins: what this scope has issued so far is its own when it appears in a text of the exchange (the
   * caller scrubbed it before); what is issued from now on, and then appears in a text, is a literal that collides.
   */
  beginExchange(): void {
    this.refuseIfWiped()
    this.#mark = this.#bySource.size
  }

  /** `EMAIL_1` -> canonical value. */
  entities(): Record<string, string> {
    return this.#record(entry => [entry.name, entry.canonical])
  }

  /** `[EMAIL_1]` -> exact source text. */
  placeholders(): Record<string, string> {
    return this.#record(entry => [entry.placeholder, entry.source])
  }

  /** Every detected value, redacted ones included. Literals are left out: they are no personal data. */
  sources(): VaultSource[] {
    this.refuseIfWiped()
    const sources: VaultSource[] = []
    for (const entry of this.#bySource.values()) if (!entry.literal) sources.push(entry)
    if (this.#redacted !== null) sources.push(...this.#redacted.values())
    return sources
  }

  /** How many distinct values were detected, redacted ones included. */
  get detected(): number {
    this.refuseIfWiped()
    return this.#held - this.#literals
  }

  /** Distinct values per type, redacted ones included. */
  counts(): Record<string, number> {
    this.refuseIfWiped()
    const counts: Record<string, number> = Object.create(null)
    for (const { type, literal } of this.#bySource.values()) if (!literal) counts[type] = (counts[type] ?? 0) + 1
    for (const { type } of this.#redacted?.values() ?? []) counts[type] = (counts[type] ?? 0) + 1
    return counts
  }

  /** The entry of a value: the first one it got, whatever its type, else a new one. */
  issue(type: string, source: string, canonical: string, literal = false): Entry {
    const known = this.entryOf(source)
    if (known !== undefined) return known
    this.#refuseIfFull()
    const key = keyOf(type)
    const number = this.#numbering(key).issue(this.#stableNumber?.(type, canonical))
    if (number === null) throw new GuardError('ERR_GDPR_TOO_MANY_FINDINGS')
    const entry = this.#entry({ type, number, source, canonical, literal, framed: false, called: false, places: null })
    this.#keep(entry)
    return entry
  }

  /** All entries in the order in which they were issued, for a scope that goes on where this one ended. */
  records(): VaultRecord[] {
    this.refuseIfWiped()
    return [...this.#bySource.values()].map(
      ({ type, number, source, canonical, literal, framed, called, places }): VaultRecord => ({
        type,
        number,
        source,
        canonical,
        literal,
        framed,
        called,
        places: places === null ? null : [...places],
      }),
    )
  }

  /** Takes the entries of another scope in; `false`, and nothing is taken, where the two say different things. */
  adopt(records: readonly VaultRecord[]): boolean {
    this.refuseIfWiped()
    const fresh = records.map(record => this.#entry(record)).filter(({ source }) => !this.#bySource.has(source))
    const agrees = records.every(({ source, type, number }) => {
      const known = this.#bySource.get(source)
      if (known !== undefined) return known.name === placeholderName(type, number)
      return this.#listed().find(typeKey(type), number) === undefined
    })
    if (!agrees) return false
    for (const entry of fresh) {
      this.#refuseIfFull()
      this.#numbering(entry.key).see(entry.number)
      this.#keep({ ...entry, order: this.#bySource.size })
    }
    return true
  }

  entryOf(source: string): Entry | undefined {
    this.refuseIfWiped()
    return this.#bySource.get(source)
  }

  /** The type a value was redacted as; it stays redacted then, whatever it is found as later. */
  redactedType(source: string): string | undefined {
    this.refuseIfWiped()
    return this.#redacted?.get(source)?.type
  }

  /** Keeps a value that is replaced for good; gives the text that stands for it. */
  redact(type: string, source: string, canonical: string): string {
    this.refuseIfWiped()
    if (!this.#redacted?.has(source)) {
      this.#refuseIfFull()
      this.#redacted = (this.#redacted ?? new Map()).set(source, { source, canonical, type })
    }
    return `[${type}]`
  }

  /** Does a text hold what stands for a value that was replaced for good? */
  holdsRedacted(text: string): boolean {
    this.refuseIfWiped()
    if (this.#redacted === null) return false
    const types = new Set([...this.#redacted.values()].map(({ type }) => type))
    return [...types].some(type => text.includes(`[${type}]`))
  }

  /** Placeholder-like text stands in a request: its number is not issued. */
  see(key: string, number: number): void {
    this.refuseIfWiped()
    this.#numbering(key).see(number)
  }

  /** Was this number issued, or seen in a request? */
  knowsNumber(key: string, number: number): boolean {
    return this.#listed().find(key, number) !== undefined || this.#numberings.get(key)?.wasSeen(number) === true
  }

  /** Forgets everything. Any use afterwards throws ERR_GDPR_SCOPE_CLOSED. */
  wipe(): void {
    this.#wiped = true
    this.#bySource.clear()
    this.#redacted?.clear()
    this.#numberings.clear()
    this.#book.clear()
    this.#unlisted = []
  }

  toString(): string {
    return '[redacted]'
  }

  toJSON(): string {
    return '[redacted]'
  }

  [inspect.custom](): string {
    return '[redacted]'
  }

  // Written out field by field: a spread costs as much as all the rest of issuing.
  #entry({ type, number, source, canonical, literal, framed, called, places }: VaultRecord): Entry {
    const name = placeholderName(type, number)
    return {
      type,
      key: keyOf(type),
      number,
      name,
      placeholder: `[${name}]`,
      source,
      canonical,
      order: this.#bySource.size,
      literal,
      framed,
      called,
      places: places === null ? null : new Set(places),
    }
  }

  #keep(entry: Entry): void {
    this.#bySource.set(entry.source, entry)
    if (entry.literal) this.#literals++
    this.#unlisted.push(entry)
  }

  #listed(): PlaceholderBook {
    if (this.#unlisted.length > 0) {
      for (const entry of this.#unlisted) this.#book.add(entry)
      this.#unlisted = []
    }
    return this.#book
  }

  #numbering(key: string): Numbering {
    const known = this.#numberings.get(key)
    if (known !== undefined) return known
    const numbering = new Numbering()
    this.#numberings.set(key, numbering)
    return numbering
  }

  #record(pair: (entry: Entry) => readonly [string, string]): Record<string, string> {
    this.refuseIfWiped()
    const record: Record<string, string> = Object.create(null)
    for (const entry of this.#bySource.values()) {
      const [key, value] = pair(entry)
      record[key] = value
    }
    return record
  }

  get #held(): number {
    return this.#bySource.size + (this.#redacted?.size ?? 0)
  }

  #refuseIfFull(): void {
    if (this.#held >= this.#limit) throw new GuardError('ERR_GDPR_TOO_MANY_FINDINGS')
  }

  refuseIfWiped(): void {
    if (this.#wiped) throw new GuardError('ERR_GDPR_SCOPE_CLOSED')
  }
}
