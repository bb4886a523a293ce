/** Case variants: chats in small letters, headings in capitals, names alone in capitals. */
import type { Document } from './documents.ts'
import type { Random } from './random.ts'

/** Changes case only where the length stays (German sharp s does not grow). */
export function upper(text: string): string {
  return Array.from(text, character =>
    character.toUpperCase().length === character.length ? character.toUpperCase() : character,
  ).join('')
}

export function lower(text: string): string {
  return Array.from(text, character =>
    character.toLowerCase().length === character.length ? character.toLowerCase() : character,
  ).join('')
}

export function varyCase(document: Document, random: Random): Document {
  const isChat = document.source === 'carrier:chat'
  const draw = random.next()
  if (draw < (isChat ? 0.3 : 0.09)) return { ...document, text: lower(document.text) }
  if (draw < (isChat ? 0.33 : 0.15)) return { ...document, text: upper(document.text) }
  if (draw < (isChat ? 0.35 : 0.2)) return withNames(document, upper)
  return draw > 0.985 ? withNames(document, lower) : document
}

function withNames(document: Document, change: (text: string) => string): Document {
  let text = ''
  let position = 0
  for (const span of document.spans) {
    if (span.label !== 'PERSON' || span.start < position) continue
    text += document.text.slice(position, span.start) + change(document.text.slice(span.start, span.end))
    position = span.end
  }
  return { ...document, text: text + document.text.slice(position) }
}
