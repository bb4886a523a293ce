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

/** In the field `system` of Bedrock, a list of blocks that have no type. */
export function addSystemBlock(document: JsonDocument, note: string): void {
  const { tape } = document
  const block = `{"text":${JSON.stringify(note)}}`
  const system = document.field('system')
  if (system !== null && tape.kind(system) === arrayKind) document.putFirst(system, block)
  else if (system === null && tape.kind(0) === objectKind) document.putFirst(0, `"system":[${block}]`)
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

/** In the first part of Gemini's system instruction, or as one where there is none. */
export function addSystemInstruction(document: JsonDocument, note: string): void {
  const { tape } = document
  if (tape.kind(0) !== objectKind || document.field('contents') === null) return
  const instruction = document.field('systemInstruction') ?? document.field('system_instruction')
  const part = `{"text":${JSON.stringify(note)}}`
  if (instruction === null) {
    document.putFirst(0, `"systemInstruction":{"parts":[${part}]}`)
    return
  }
  const parts = tape.kind(instruction) === objectKind ? tape.member(instruction, 'parts') : null
  if (parts !== null && tape.kind(parts) === arrayKind) document.putFirst(parts, part)
}

/** In the field `system_instruction`, which is a string or missing. */
export function addSystemInstructionText(document: JsonDocument, note: string): void {
  const { tape } = document
  const instruction = document.field('system_instruction')
  if (instruction !== null && tape.isString(instruction)) document.append(instruction, `\n\n${note}`)
  else if (instruction === null && tape.kind(0) === objectKind) {
    document.putFirst(0, `"system_instruction":${JSON.stringify(note)}`)
  }
}

/** In the field `instructions`, a string or missing. Only beside `input`, and where no stored prompt has its own. */
export function addInstructions(document: JsonDocument, note: string): void {
  const { tape } = document
  if (document.field('input') === null || document.field('prompt') !== null) return
  const instructions = document.field('instructions')
  if (instructions === null) document.putFirst(0, `"instructions":${JSON.stringify(note)}`)
  else if (tape.isString(instructions)) document.append(instructions, `\n\n${note}`)
}
