/**
 * Bodies of several parts, as forms send files (RFC 7578). The framing is read by a library; parts are written again with
 * the boundary they came with, so the content type of the request stays true.
 */
import type { Dicer } from '@fastify/busboy'
import { GuardError } from '../errors.ts'

export interface FormPart {
  readonly name: string
  /** `null`: a field, not a file. */
  readonly fileName: string | null
  /** As written; `null` where the part names none. */
  readonly contentType: string | null
  readonly bytes: Uint8Array
}

/** More parts than any provider takes; more serve only to keep the reader busy. */
const mostParts = 10_000

/** The boundary of a `multipart/form-data` content type; `null` where it is another type or names none. */
export function formBoundary(contentType: string | null): string | null {
  if (contentType === null || !/^\s*multipart\/form-data\s*(?:;|$)/i.test(contentType)) return null
  return parameterOf(contentType, 'boundary')
}

/** Throws ERR_GDPR_BODY_UNREADABLE for what is no complete form. */
export async function readForm(bytes: Uint8Array, boundary: string): Promise<FormPart[]> {
  // Loaded with the first form: most processes never send one.
  const { Dicer } = await import('@fastify/busboy')
  return new Promise((resolve, reject) => {
    const parts: FormPart[] = []
    const refuse = (reason: string) => reject(new GuardError('ERR_GDPR_BODY_UNREADABLE', reason))
    const form = new Dicer({ boundary, maxHeaderPairs: 20 })
    form.on('part', part => {
      if (parts.length >= mostParts) return refuse('a form of too many parts')
      collectPart(part, readPart => parts.push(readPart), refuse)
    })
    form.on('error', () => refuse('a form that breaks off or has no parts'))
    form.on('finish', () => resolve(parts))
    form.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  })
}

function collectPart(part: Dicer.PartStream, done: (part: FormPart) => void, refuse: (reason: string) => void): void {
  let head: Omit<FormPart, 'bytes'> | null = null
  const pieces: Uint8Array[] = []
  part.on('header', header => {
    head = readHead(header as Record<string, string[]>)
    if (head === null) refuse('a part that is no field of a form')
  })
  part.on('data', (piece: Uint8Array) => pieces.push(piece))
  part.on('error', () => refuse('a form that breaks off'))
  part.on('end', () => {
    if (head === null) refuse('a part without a head')
    else done({ ...head, bytes: joined(pieces) })
  })
}

/** The pieces as one; without a copy where they are neighbours in the bytes that were read. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces
  if (first === undefined) return new Uint8Array()
  let end = first.byteOffset
  for (const piece of pieces) {
    if (piece.buffer !== first.buffer || piece.byteOffset !== end) return Buffer.concat(pieces)
    end += piece.length
  }
  return new Uint8Array(first.buffer, first.byteOffset, end - first.byteOffset)
}

/** `null` for a part nobody here can read: no form field, or in a transfer encoding that RFC 7578 section 4.7 gave up. */
function readHead(header: Readonly<Record<string, readonly string[]>>): Omit<FormPart, 'bytes'> | null {
  const disposition = fieldOf(header, 'content-disposition')
  if (disposition === null || !/^\s*form-data\s*;/i.test(disposition)) return null
  const encoding = fieldOf(header, 'content-transfer-encoding')
  if (encoding !== null && !/^\s*(?:7bit|8bit|binary)\s*$/i.test(encoding)) return null
  const name = parameterOf(disposition, 'name')
  if (name === null) return null
  const extended = parameterOf(disposition, 'filename*')
  return {
    name,
    fileName: (extended === null ? null : decodeExtended(extended)) ?? parameterOf(disposition, 'filename'),
    contentType: fieldOf(header, 'content-type'),
  }
}

/** The library gives the bytes of a header as Latin-1; senders write UTF-8. */
function fieldOf(header: Readonly<Record<string, readonly string[]>>, name: string): string | null {
  const value = header[name]?.[0]
  return value === undefined ? null : Buffer.from(value, 'latin1').toString('utf8')
}

/**
 * A parameter in quotes, where browsers write `%22` for a quote and old clients `\"`, or a bare token. Browsers leave
 * backslashes alone, so that one before the last quote is part of a name.
 */
function parameterOf(field: string, name: string): string | null {
  for (const [, key = '', quoted, token] of field.matchAll(
    /;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\(?!"\s*(?:;|$))"|\\)*)"|([^\s;"]*))/g,
  )) {
    if (key.toLowerCase() !== name) continue
    return quoted === undefined ? (token ?? '') : quoted.replaceAll('\\"', '"').replace(/%22/g, '"')
  }
  return null
}

/** RFC 8187: `UTF-8''na%C3%AFve.txt`. */
function decodeExtended(value: string): string | null {
  const encoded = /^utf-8'[^']*'(.*)$/i.exec(value)?.[1]
  if (encoded === undefined) return null
  try {
    return decodeURIComponent(encoded)
  } catch {
    return null
  }
}

export function writeForm(parts: readonly FormPart[], boundary: string): Uint8Array {
  const pieces = parts.flatMap(part => [Buffer.from(`--${boundary}\r\n${headOf(part)}\r\n\r\n`), part.bytes, lineEnd])
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)])
}

const lineEnd = Buffer.from('\r\n')

function headOf({ name, fileName, contentType }: FormPart): string {
  const file = fileName === null ? '' : `; filename="${escapeName(fileName)}"`
  const type = contentType === null ? '' : `\r\nContent-Type: ${contentType}`
  return `Content-Disposition: form-data; name="${escapeName(name)}"${file}${type}`
}

/** As browsers do it: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
function escapeName(name: string): string {
  return name.replace(/\r\n?|\n/g, '%0D%0A').replace(/"/g, '%22')
}
