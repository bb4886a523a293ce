/** The restorer of a scope, as the readers of answers know it; and one for a map that a caller kept. */
import type { ChannelRestorer, EscapeLevel, TextRestorer } from '../types.ts'
import { PlaceholderBook } from './book.ts'
import { typeKey } from './placeholder.ts'
import { type RestoreContext, restoreFrom } from './restore.ts'
import { RestoreChannel } from './restore-stream.ts'
import { RestoreTally } from './tally.ts'
import { UrlGuard } from './url-guard.ts'
import type { Vault } from './vault.ts'

/** Restores texts with the placeholders of a vault. Any use after the vault was wiped throws ERR_GDPR_SCOPE_CLOSED. */
export function createTextRestorer(vault: Vault, tally: RestoreTally): TextRestorer {
  const contextFor = (level: EscapeLevel): RestoreContext => ({
    get book() {
      return vault.book
    },
    tally,
    guard: new UrlGuard(level),
    level,
    wasSeen: (key, number) => vault.wasSeen(key, number),
  })
  return {
    whole: (text: string, level: EscapeLevel): string => restoreWhole(text, contextFor(level)),
    channel: (level: EscapeLevel): ChannelRestorer => new RestoreChannel(() => contextFor(level)),
  }
}

const mapKey = /^(?:\[([A-Z][A-Z0-9_]*)_([1-9][0-9]{0,6})\]|([A-Z][A-Z0-9_]*)_([1-9][0-9]{0,6}))$/

/**
 * Restores with a map from placeholders to values: keys are `EMAIL_1` or `[EMAIL_1]`; where both are there, the bracketed
 * one counts, since it holds the exact source text. Other keys are ignored. Nothing is known of the request, so values
 * are not put into any link or image of another host; bare URLs are restored.
 */
export function restoreWithMap(text: string, map: Readonly<Record<string, string>>): string {
  const guard = new UrlGuard(0, true)
  return restoreWhole(text, { book: bookOf(map), tally: new RestoreTally(), guard, level: 0, wasSeen: () => false })
}

function restoreWhole(text: string, context: RestoreContext): string {
  return context.book.empty ? text : restoreFrom(text, 0, true, context).output
}

function bookOf(map: Readonly<Record<string, string>>): PlaceholderBook {
  const book = new PlaceholderBook()
  let order = 0
  for (const [key, source] of Object.entries(map)) {
    const match = mapKey.exec(key)
    const type = match?.[1] ?? match?.[3]
    if (match === null || type === undefined) continue
    const number = Number(match[2] ?? match[4])
    if (match[1] === undefined && book.find(typeKey(type), number) !== undefined) continue
    const name = `${type}_${number}`
    const entry = { type, number, name, placeholder: `[${name}]`, source, canonical: source, order: order++ }
    book.add({ ...entry, literal: false, framed: false, places: null })
  }
  return book
}
