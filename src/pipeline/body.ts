/** A request body on its way out: what kind it is, and what of it is read. */
import { GuardError } from '../errors.ts'
import { createTextRestorer, RestoreTally } from '../mask/index.ts'
import type { Settings } from '../options.ts'
import type { ContentCoding, HeaderPairs, RawRequest, ScrubbedBytes } from '../types.ts'
import {
  decodeBody,
  fileKind,
  formBoundary,
  JsonDocument,
  moveSentPositions,
  type ProviderMatch,
  parseContentCodings,
  parseContentType,
  readText,
} from '../wire/index.ts'
import { scrubFile, scrubForm } from './files.ts'
import { headerOf } from './identifiers.ts'
import { type OutboundTools, scrubLeaves } from './leaves.ts'
import type { ScopeState } from './scope.ts'
import { type ScrubTools, scrubOne } from './scrub.ts'
import { bytesOf, bytesOfDocument } from './scrubbed-bytes.ts'

export type ReadableBody =
  | { readonly kind: 'json'; readonly document: JsonDocument }
  | { readonly kind: 'pairs' | 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly essence: string }
  | { readonly kind: 'form'; readonly bytes: Uint8Array; readonly boundary: string }

/** A promise only of what has to be decoded. Refuses what cannot be read: an unknown encoding, an unknown type, a body over the limit. */
export function readBody(raw: RawRequest, settings: Settings): ReadableBody | null | Promise<ReadableBody | null> {
  if (raw.body === null || raw.body.length === 0) return null
  if (raw.body.length > settings.limits.bodyBytes) throw new GuardError('ERR_GDPR_BODY_TOO_LARGE')
  const codings = codingsOf(raw.headers)
  if (codings.length === 0) return readDecoded(raw.body, raw, settings)
  return decodeBody(raw.body, codings, settings.limits.bodyBytes).then(bytes => readDecoded(bytes, raw, settings))
}

function readDecoded(bytes: Uint8Array, raw: RawRequest, settings: Settings): ReadableBody | null {
  if (bytes.length === 0) return null
  const field = headerOf(raw.headers, 'content-type')
  const boundary = formBoundary(field)
  if (boundary !== null) return { kind: 'form', bytes, boundary }
  const { essence, charset } = parseContentType(field)
  if (charset !== null && charset !== 'utf-8' && charset !== 'us-ascii') {
    throw new GuardError('ERR_GDPR_BODY_UNREADABLE', 'a charset other than UTF-8')
  }
  if (essence === 'application/x-www-form-urlencoded') return { kind: 'pairs', text: readText(bytes) }
  if (essence === '' || essence === 'application/json' || essence.endsWith('+json')) {
    return readJson(bytes, settings)
  }
  // fetch gives a string body this type when the caller names none; JSON in it is as common as text.
  if (essence === 'text/plain') {
    const text = readText(bytes)
    return /^\s*[{[]/.test(text) ? readJson(bytes, settings) : { kind: 'text', text }
  }
  // The AWS SDK gives the body of InvokeModel this type unless the caller names one.
  if (essence === 'application/octet-stream' && fileKind('', bytes) === 'json') return readJson(bytes, settings)
  if (essence.startsWith('text/') || lineTypes.has(essence)) return { kind: 'file', bytes, essence }
  throw new GuardError('ERR_GDPR_BODY_UNREADABLE', 'a content type that is neither JSON, text nor a form')
}

function readJson(bytes: Uint8Array, settings: Settings): ReadableBody {
  return { kind: 'json', document: JsonDocument.read(bytes, settings.limits) }
}

/** One JSON value a line. */
const lineTypes = new Set([
  'application/jsonl',
  'application/x-jsonlines',
  'application/x-ndjson',
  'application/ndjson',
])

function codingsOf(headers: HeaderPairs): readonly ContentCoding[] {
  const codings = parseContentCodings(headerOf(headers, 'content-encoding'))
  if (codings === null) throw new GuardError('ERR_GDPR_ENCODING_UNSUPPORTED')
  return codings
}

export interface ScrubbedBody {
  readonly bytes: ScrubbedBytes
  readonly model: string | null
  /** Looks through all texts once more for all that is known by now, where that can be done. */
  readonly again?: () => ScrubbedBytes
}

export async function scrubBody(
  body: ReadableBody,
  match: ProviderMatch,
  scope: ScopeState,
  tools: OutboundTools,
): Promise<ScrubbedBody> {
  switch (body.kind) {
    case 'form':
      return scrubForm(body.bytes, body.boundary, scope, tools)
    case 'file': {
      const name = lineTypes.has(body.essence) ? 'body.jsonl' : 'body.txt'
      return { bytes: await scrubFile(name, body.bytes, 'the body', scope, tools), model: null }
    }
    case 'pairs':
      return { bytes: bytesOf(await scrubPairs(body.text, scope, tools)), model: null }
    case 'text':
      return { bytes: bytesOf((await scrubOne(body.text, undefined, scope, tools)).text), model: null }
    case 'json': {
      const { format } = match
      const { document } = body
      const model = format.readModel(document)
      const scrubAgain = await scrubLeaves(document.leaves(format.request, format.promptOrder), scope, tools)
      if (tools.settings.hint && scope.vault.size > 0) format.addNote(document, placeholderNote)
      const write = () => {
        if (!document.holdsPositions) return bytesOfDocument(document)
        const restorer = createTextRestorer(scope.vault, new RestoreTally())
        return bytesOf(moveSentPositions(document.toText(), format, restorer, tools.settings.limits))
      }
      const again = () => {
        scrubAgain()
        return write()
      }
      return { bytes: write(), model, again }
    }
  }
}

/** What `hint` tells the model. It holds no placeholder of its own, so nothing in it is ever restored. */
const placeholderNote =
  'Words in square brackets made of a type, an underscore and a number stand for values that are withheld. Repeat them exactly as written.'

async function scrubPairs(text: string, scope: ScopeState, tools: ScrubTools): Promise<string> {
  const pairs = new URLSearchParams(text)
  const scrubbed = new URLSearchParams()
  for (const [name, value] of pairs) {
    scrubbed.append(name, (await scrubOne(value, { key: name, path: [name] }, scope, tools)).text)
  }
  return scrubbed.toString()
}
