/** Restoring texts that are complete. The same channels decide as in streams, so both give the same text. */
import type { TextRestorer } from '../types.ts'
import { beginsLikeJson } from './json-beginning.ts'
import { JsonChannel } from './json-channel.ts'
import { TextChannel } from './text-channel.ts'

/** A text that may be JSON or hold blocks of it. */
export function restoreText(restorer: TextRestorer, text: string): string {
  if (beginsLikeJson(text)) return restoreJsonText(restorer, text)
  if (!text.includes('```')) return restorer.whole(text, 0)
  const channel = new TextChannel(restorer)
  return channel.write(text) + channel.end()
}

/** A text that is known to be JSON. */
export function restoreJsonText(restorer: TextRestorer, text: string): string {
  // Without an escaped quote there is no JSON inside its strings.
  if (!text.includes('\\"')) return restorer.whole(text, 1)
  const channel = new JsonChannel(restorer)
  return channel.write(text) + channel.end()
}
