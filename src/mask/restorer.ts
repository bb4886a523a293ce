/** The restorer of a scope, as the readers of answers know it; and one for a map that a caller kept. */
import type { ChannelRestorer, EscapeLevel, RestoreLog, TextRestorer } from '../types.ts'
import { holdsAnchor, mayHoldAnchor } from './anchors.ts'
import { type Entry, PlaceholderBook } from './book.ts'
import { InventionCounter } from './inventions.ts'
import { placeholderName, typeKey } from './placeholder.ts'
import { type RestoreContext, restoreFrom, type ShownValue } from './restore.ts'
import { type OpenText, RestoreChannel } from './restore-stream.ts'
import { RestoreTally } from './tally.ts'
import { UrlGuard } from './url-guard.ts'
import type { Vault } from './vault.ts'

/**
 * Restores texts with the placeholders of a vault. Any use after the vault was wiped throws ERR_GDPR_SCOPE_CLOSED. Without
 * `shown`, a value comes back exactly as the request had it.
 */
export function createTextRestorer(vault: Vault, tally: RestoreTally, shown?: ShownValue): TextRestorer {
  return new VaultRestorer(vault, tally, shown)
}

// Classes: each object literal with a getter would have a hidden class of its own, which outlives it and holds the vault.
class VaultRestorer implements TextRestorer {
  readonly #vault: Vault
  readonly #tally: RestoreTally
  readonly #shown: ShownValue | undefined

  constructor(vault: Vault, tally: RestoreTally, shown: ShownValue | undefined) {
    this.#vault = vault
    this.#tally = tally
    this.#shown = shown
  }

  get idle(): boolean {
    return this.#vault.size === 0
  }

  whole(text: string, level: EscapeLevel): string {
    if (this.#vault.book.empty || !holdsAnchor(text)) return text
    const { context, inventions } = this.#open(level)
    this.#tally.invented += inventions.feed(text) + inventions.finish()
    return restoreFrom(text, 0, true, context).output
  }

  mayChange(json: string): boolean {
    this.#vault.refuseIfWiped()
    return mayHoldAnchor(json)
  }

  channel(level: EscapeLevel, log?: RestoreLog): ChannelRestorer {
    return new RestoreChannel(() => this.#open(level, log))
  }

  uncounted(): TextRestorer {
    return new VaultRestorer(this.#vault, new RestoreTally(), this.#shown)
  }

  exact(): TextRestorer {
    return new VaultRestorer(this.#vault, new RestoreTally(), undefined)
  }

  holdsRedacted(text: string): boolean {
    return this.#vault.holdsRedacted(text)
  }

  #open(level: EscapeLevel, log?: RestoreLog): OpenText {
    const vault = this.#vault
    return {
      context: new VaultContext(vault, this.#tally, level, log, this.#shown),
      inventions: new InventionCounter(
        level,
        ({ key, number }) => vault.book.knowsType(key) && !vault.knowsNumber(key, number),
      ),
    }
  }
}

class VaultContext implements RestoreContext {
  readonly #vault: Vault
  readonly tally: RestoreTally
  readonly guard: UrlGuard
  readonly level: EscapeLevel
  readonly log: RestoreLog | undefined
  readonly shown: ShownValue | undefined

  constructor(
    vault: Vault,
    tally: RestoreTally,
    level: EscapeLevel,
    log: RestoreLog | undefined,
    shown: ShownValue | undefined,
  ) {
    this.#vault = vault
    this.tally = tally
    this.guard = new UrlGuard(level)
    this.level = level
    this.log = log
    this.shown = shown
  }

  /** Asked for each time: it must not be used once the vault was wiped. */
  get book(): PlaceholderBook {
    return this.#vault.book
  }
}

const mapKey = /^(?:\[([A-Z][A-Z0-9_]*)_([1-9][0-9]{0,6})\]|([A-Z][A-Z0-9_]*)_([1-9][0-9]{0,6}))$/

/**
 * Restores with a map from placeholders to values: keys are `EMAIL_1` or `[EMAIL_1]`; where both are there, the bracketed
 * one counts, since it holds the exact source text. Other keys are ignored. Nothing is known of the request, so brackets
 * beside an exact placeholder are taken for the request's own, and values are not put into any link or image of another
 * host; bare URLs are restored.
 */
export function restoreWithMap(text: string, map: Readonly<Record<string, string>>): string {
  const book = bookOf(map)
  if (book.empty) return text
  return restoreFrom(text, 0, true, { book, tally: new RestoreTally(), guard: new UrlGuard(0, true), level: 0 }).output
}

function bookOf(map: Readonly<Record<string, string>>): PlaceholderBook {
  const book = new PlaceholderBook()
  for (const [order, [key, value]] of Object.entries(map).entries()) {
    const match = mapKey.exec(key)
    if (match === null) continue
    const bracketed = match[1] !== undefined
    const type = match[1] ?? match[3] ?? ''
    const number = Number(match[2] ?? match[4])
    if (bracketed || book.find(typeKey(type), number) === undefined) book.add(entryOf(type, number, value, order))
  }
  return book
}

function entryOf(type: string, number: number, value: string, order: number): Entry {
  const name = placeholderName(type, number)
  const text = { name, placeholder: `[${name}]`, source: value, canonical: value }
  return { type, key: typeKey(type), number, ...text, order, literal: false, framed: true, called: false, places: null }
}
