/**
 * The documents of a request in the order in which answers number them: all that its messages hold, those inside of tool
 * results too. Only texts can be counted in here; files by id, by address or in another form are `null`.
 */
import { readBase64Text } from '../base64-text.ts'
import type { JsonDocument } from '../json-document.ts'
import { arrayKind, type JsonTape, objectKind } from '../json-tape.ts'
import type { Documents } from '../positions.ts'

/** Anthropic: blocks of type `document`. */
export function anthropicDocuments(request: JsonDocument): Documents {
  return documentsOf(request, anthropicBlock)
}

/** Converse: blocks with a member `document`. */
export function converseDocuments(request: JsonDocument): Documents {
  return documentsOf(request, converseBlock)
}

/** Hugging Face: the text that labels and answers are cut out of. Of several texts no answer says which. */
export function huggingfaceTexts({ tape }: JsonDocument): Documents {
  const inputs = member(tape, 0, 'inputs')
  return [text(tape, inputs) ?? text(tape, member(tape, inputs, 'context'))]
}

/** Guardrail checks: blocks by the number of their message and their own. */
export function guardrailTexts({ tape }: JsonDocument): Documents {
  return elements(tape, member(tape, 0, 'messages')).map(message =>
    elements(tape, member(tape, message, 'content')).map(block => text(tape, member(tape, block, 'text'))),
  )
}

/** What a block is: a document, or what holds more blocks. */
type Reading = { readonly document: string | null } | { readonly inner: number } | null
type ReadBlock = (tape: JsonTape, block: number) => Reading

function documentsOf({ tape }: JsonDocument, readBlock: ReadBlock): Documents {
  const documents: (string | null)[] = []
  for (const message of elements(tape, member(tape, 0, 'messages'))) {
    const open = [...elements(tape, member(tape, message, 'content'))].reverse()
    for (let block = open.pop(); block !== undefined; block = open.pop()) {
      const read = readBlock(tape, block)
      if (read !== null && 'document' in read) documents.push(read.document)
      else if (read !== null) open.push(...[...elements(tape, read.inner)].reverse())
    }
  }
  return documents
}

function anthropicBlock(tape: JsonTape, block: number): Reading {
  const type = text(tape, member(tape, block, 'type'))
  const content = member(tape, block, 'content')
  if (type === 'tool_result') return content === null ? null : { inner: content }
  if (type !== 'document') return null
  const source = member(tape, block, 'source')
  return {
    document: text(tape, member(tape, source, 'type')) === 'text' ? text(tape, member(tape, source, 'data')) : null,
  }
}

function converseBlock(tape: JsonTape, block: number): Reading {
  const inner = member(tape, member(tape, block, 'toolResult'), 'content')
  if (inner !== null) return { inner }
  const document = member(tape, block, 'document')
  if (document === null) return null
  const source = member(tape, document, 'source')
  const bytes = text(tape, member(tape, source, 'bytes'))
  return { document: text(tape, member(tape, source, 'text')) ?? (bytes === null ? null : readBase64Text(bytes)) }
}

function member(tape: JsonTape, object: number | null, name: string): number | null {
  return object !== null && tape.kind(object) === objectKind ? tape.member(object, name) : null
}

function elements(tape: JsonTape, list: number | null): readonly number[] {
  return list !== null && tape.kind(list) === arrayKind ? tape.entries(list) : []
}

function text(tape: JsonTape, at: number | null): string | null {
  return at !== null && tape.isString(at) ? tape.string(at) : null
}
