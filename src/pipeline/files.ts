/**
 * Forms and files on their way out: text parts and text files are scrubbed, file names too, and what cannot be read
 * follows the `media` option.
 */
import { GuardError } from '../errors.ts'
import type { ScrubbedBytes } from '../types.ts'
import {
  type FormPart,
  fileKind,
  JsonDocument,
  lineRules,
  readForm,
  readText,
  valueRules,
  writeForm,
} from '../wire/index.ts'
import { ByteLines } from './byte-lines.ts'
import { isIdentifierField, pseudonymOf } from './identifiers.ts'
import { bareForm, type OutboundTools, refusePersonalName, scrubLeaves } from './leaves.ts'
import type { ScopeState } from './scope.ts'
import { scrubOne } from './scrub.ts'
import { bytesOf } from './scrubbed-bytes.ts'

/** A form with its fields and files scrubbed, in the same order and with the same boundary. */
export async function scrubForm(
  bytes: Uint8Array,
  boundary: string,
  scope: ScopeState,
  tools: OutboundTools,
): Promise<{ bytes: ScrubbedBytes; model: string | null }> {
  const parts = await readForm(bytes, boundary)
  if (tools.settings.training === 'block' && parts.some(isTrainingPurpose)) {
    throw new GuardError('ERR_GDPR_TRAINING_BLOCKED')
  }
  const scrubbed: FormPart[] = []
  for (const part of parts) {
    await refusePersonalName(part.name, 'the name of a form field', tools)
    const kept =
      part.fileName === null
        ? await scrubField(part, scope, tools)
        : await scrubFilePart(part, part.fileName, scope, tools)
    if (kept !== null) scrubbed.push(kept)
  }
  const model = parts.find(({ name, fileName }) => name === 'model' && fileName === null)
  return {
    bytes: writeForm(scrubbed, boundary) as ScrubbedBytes,
    model: model === undefined ? null : readText(model.bytes),
  }
}

/** What is trained on cannot be taken back: `fine-tune` at OpenAI and its like. */
function isTrainingPurpose({ name, fileName, bytes }: FormPart): boolean {
  return name === 'purpose' && fileName === null && /fine-?tun/i.test(Buffer.from(bytes).toString('latin1'))
}

async function scrubField(part: FormPart, scope: ScopeState, tools: OutboundTools): Promise<FormPart | null> {
  const text = readText(part.bytes)
  const key = part.name.replace(/\[\]$/, '')
  if (isIdentifierField(key)) {
    const { pseudonymKey } = tools.settings
    return pseudonymKey === null ? null : { ...part, bytes: Buffer.from(pseudonymOf(pseudonymKey, text)) }
  }
  const document = /^\s*[{[]/.test(text) ? JsonDocument.tryParse(text, tools.settings.limits) : null
  if (document !== null) return { ...part, bytes: await scrubDocument(document, scope, tools) }
  const { text: scrubbed } = await scrubOne(text, { key, path: [key] }, scope, tools)
  return { ...part, bytes: bytesOf(scrubbed) }
}

async function scrubFilePart(part: FormPart, name: string, scope: ScopeState, tools: OutboundTools): Promise<FormPart> {
  const { text } = await scrubOne(name, { key: 'filename', path: ['filename'] }, scope, tools)
  return {
    ...part,
    fileName: bareForm(text),
    bytes: await scrubFile(name, part.bytes, 'a file of the form', scope, tools),
  }
}

/** `place` names the file in errors. Throws ERR_GDPR_MEDIA_BLOCKED for what cannot be read, unless media may pass. */
export async function scrubFile(
  name: string,
  bytes: Uint8Array,
  place: string,
  scope: ScopeState,
  tools: OutboundTools,
): Promise<ScrubbedBytes> {
  const kind = fileKind(name, bytes)
  if (kind === 'media') {
    if (tools.settings.media === 'block') throw new GuardError('ERR_GDPR_MEDIA_BLOCKED', place)
    // Unread, as the user chose.
    return bytes as ScrubbedBytes
  }
  if (kind === 'lines') return scrubLines(bytes, scope, tools)
  const text = readText(bytes)
  const document = kind === 'json' ? JsonDocument.tryParse(text, tools.settings.limits) : null
  if (document !== null) return scrubDocument(document, scope, tools)
  return bytesOf((await scrubOne(text, undefined, scope, tools)).text)
}

async function scrubDocument(document: JsonDocument, scope: ScopeState, tools: OutboundTools): Promise<ScrubbedBytes> {
  await scrubLeaves(document.leaves(valueRules), scope, tools)
  return bytesOf(document.toText())
}

/**
 * One JSON value a line, as batches and training files have it; a line that is none is text. Beside the bytes that came and
 * those that leave, one line at a time is held.
 */
async function scrubLines(bytes: Uint8Array, scope: ScopeState, tools: OutboundTools): Promise<ScrubbedBytes> {
  const scrubbed = new ByteLines()
  for (let from = 0; from <= bytes.length; ) {
    const end = bytes.indexOf(lineFeed, from)
    const to = end < 0 ? bytes.length : end
    scrubbed.add(await scrubLine(readText(bytes.subarray(from, to)), scope, tools))
    from = to + 1
  }
  return scrubbed.join() as ScrubbedBytes
}

const lineFeed = 0x0a

async function scrubLine(line: string, scope: ScopeState, tools: OutboundTools): Promise<string> {
  const document = JsonDocument.tryParse(line, tools.settings.limits)
  if (document === null) return (await scrubOne(line, undefined, scope, tools)).text
  await scrubLeaves(document.leaves(lineRules(document)), scope, tools)
  return document.toText()
}
