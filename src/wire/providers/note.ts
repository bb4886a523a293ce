/** Where a note to the model goes. It is put where the prompt starts, so that it never changes what a cache has seen. */
import type { JsonDocument } from '../json-document.ts'
import { arrayKind, objectKind } from '../json-tape.ts'

/** Behind the first system message; as a message of its own where there is none. */
export function addSystemMessage(document: JsonDocument, note: string): void {
  const { tape } = document
  const messages = document.field('messages')
  if (messages === null || tape.kind(messages) !== arrayKind) return
  const first = tape.firstChild(messages)
  const content = first < tape.next(messages) ? systemContent(document, first) : null
  if (content === null) document.putFirst(messages, `{"role":"system","content":${JSON.stringify(note)}}`)
  else document.append(content, `\n\n${note}`)
}

/** The string a system message consists of. */
function systemContent(document: JsonDocument, message: number): number | null {
  const { tape } = document
  if (tape.kind(message) !== objectKind) return null
  const role = tape.member(message, 'role')
  const content = tape.member(message, 'content')
  if (role === null || !tape.isString(role) || !/^(?:system|developer)$/.test(tape.string(role))) return null
  return content !== null && tape.isString(content) ? content : null
}

/** In the field `system`, which is a string or a list of text blocks, or missing. */
export function addSystemField(document: JsonDocument, note: string): void {
  const { tape } = document
  const text = JSON.stringify(note)
  const system = document.field('system')
  if (system === null) {
    if (tape.kind(0) === objectKind) document.putFirst(0, `"system":${text}`)
  } else if (tape.isString(system)) document.append(system, `\n\n${note}`)
  else if (tape.kind(system) === arrayKind) document.putFirst(system, `{"type":"text","text":${text}}`)
}
