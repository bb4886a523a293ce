/**
 * Streams as data: a case builds the stream of one wire format out of a few texts, cut into pieces as the test asks, and reads
 * back what a client would show. `checkStream` (check-stream.ts) then tries every cut.
 */

import { createTextRestorer, RestoreTally, scrubText, Vault } from '../../../src/mask/index.ts'
import type { TextRestorer } from '../../../src/types.ts'
import type { WireFormat } from '../../../src/wire/format.ts'
import { awsChunk, awsEvent, awsValues, readAwsFrames } from '../../kit/aws-event-stream.ts'

/** What the model says. `json` is a text that is JSON, `code` one that must not be escaped. */
export interface Texts {
  readonly prose: string
  readonly other: string
  readonly json: string
  readonly code: string
}

/** Cuts a text into the pieces in which it is streamed. */
export type Cut = (text: string) => readonly string[]

/** Each text that a client gets, by a name that begins with what it is: `prose of the message`, `json of call 2`. */
export type Shown = Readonly<Record<string, string>>

export interface StreamCase {
  readonly name: string
  readonly format: WireFormat
  /** Default: server-sent events. */
  readonly framing?: Framing
  stream(texts: Texts, cut: Cut): string
  read(stream: string): Shown
  /** The same answer in one piece, where the API has one. */
  readonly whole?: { answer(texts: Texts): unknown; read(answer: never): Shown }
}

/** How the events of a stream are put into bytes. `stream` gives them as text; other framings translate. */
export interface Framing {
  readonly contentType: string
  encode(stream: string): Buffer
  decode(bytes: Buffer): string
  /** One piece for each event. */
  split(stream: string): string[]
}

const asText = { encode: (stream: string) => Buffer.from(stream), decode: (bytes: Buffer) => bytes.toString('utf8') }

export const serverSentEvents: Framing = {
  ...asText,
  contentType: 'text/event-stream',
  split: stream => stream.split(/(?<=\n\n)/),
}

export const lines: Framing = {
  ...asText,
  contentType: 'application/x-ndjson',
  split: stream => stream.split(/(?<=\n)/),
}

/** What stands between two elements goes with the one behind it. */
export const jsonArray: Framing = {
  ...asText,
  contentType: 'application/json',
  split: stream => stream.split(/(?<=\})(?=\n,\r\n|\n\])/),
}

/** Lines of `{event, data}` as Amazon event streams; data of a `chunk` is wrapped as bytes. */
export const awsFrames: Framing = {
  contentType: 'application/vnd.amazon.eventstream',
  split: stream => stream.split(/(?<=\n)/),
  encode: stream =>
    Buffer.concat(
      stream
        .split('\n')
        .filter(line => line !== '')
        .map(line => {
          const { event, data } = JSON.parse(line) as { event: string; data: object }
          return event === 'chunk' ? awsChunk(data) : awsEvent(event, data)
        }),
    ),
  decode: bytes => {
    const values = awsValues(bytes) as object[]
    return readAwsFrames(bytes)
      .map(({ headers }, index) => `${JSON.stringify({ event: headers[':event-type'], data: values[index] })}\n`)
      .join('')
  },
}

const address = 'Am "Alten" Markt 1\n89073 Ulm \\ Söflingen'
const values = { PERSON: 'Jördis Öl', ADDRESS: address, EMAIL: 'joerdis@example.org' } as const

export const texts: Texts = {
  prose: 'Dear [PERSON_1], we write to **[EMAIL_1]** and PERSON\\_1, at\n[ADDRESS_1]. [PERSON_2] [EMA',
  other: 'A note [1] on [ADDRESS_1], for [EMAIL_1]\u2028done',
  json: JSON.stringify({ to: '[ADDRESS_1]', nested: JSON.stringify({ to: '[ADDRESS_1]', who: ['[PERSON_1]'] }) }),
  code: "send('[EMAIL_1]', `[ADDRESS_1]`)\n# [PERSON_1]",
}

export const shownTexts: Texts = {
  prose: `Dear Jördis Öl, we write to **joerdis@example.org** and Jördis Öl, at\n${address}. [PERSON_2] [EMA`,
  other: `A note [1] on ${address}, for joerdis@example.org\u2028done`,
  json: JSON.stringify({ to: address, nested: JSON.stringify({ to: address, who: ['Jördis Öl'] }) }),
  code: `send('joerdis@example.org', \`${address}\`)\n# Jördis Öl`,
}

/** Nothing in them can begin a placeholder. */
export const plainTexts: Texts = {
  prose: 'Nothing to put back here, and nothing that looks like it.',
  other: 'Nothing here either.',
  json: '{"to":"nobody"}',
  code: 'send()',
}

/** The real one, with a value of each kind that is hard to put back. */
export function realRestorer(): TextRestorer {
  const vault = new Vault(100)
  for (const [type, value] of Object.entries(values)) {
    const finding = { start: 0, end: value.length, type, score: 1, recognizer: 'test' }
    scrubText(value, [finding], vault, () => 'replace')
  }
  return createTextRestorer(vault, new RestoreTally())
}

/** Pieces of several texts in turns, as interleaved choices and parallel calls come. */
export function interleave<T>(...channels: readonly (readonly T[])[]): T[] {
  const longest = Math.max(...channels.map(channel => channel.length))
  return Array.from({ length: longest }, (_, at) => channels.flatMap(channel => channel.slice(at, at + 1))).flat()
}

/** Joins pieces by the name of their text. */
export class Collected {
  readonly #texts: Record<string, string> = {}

  add(name: string, piece: unknown): void {
    if (typeof piece === 'string') this.#texts[name] = (this.#texts[name] ?? '') + piece
  }

  get shown(): Shown {
    return this.#texts
  }
}
