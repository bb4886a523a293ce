/** Feeds answers to a rewriter in every way a network may cut them. */
import type { TextRestorer } from '../../src/types.ts'
import { createAnswerRewriter } from '../../src/wire/answer.ts'
import type { SignedListener } from '../../src/wire/answer-text.ts'
import type { WireFormat } from '../../src/wire/format.ts'

export interface AnswerCase {
  readonly format: WireFormat
  readonly contentType: string
  readonly restorer: TextRestorer
  readonly onSigned?: SignedListener
  readonly sent?: () => Uint8Array
}

export const limits = { bodyBytes: 1_000_000, depth: 50 }

/** What comes out for each chunk, and at the end. */
export function rewritePieces(answerCase: AnswerCase, chunks: readonly Uint8Array[]): string[] {
  return rewriteBytes(answerCase, chunks).map(bytes => bytes.toString('utf8'))
}

/** The same as bytes. */
export function rewriteBytes(
  { format, contentType, restorer, onSigned, sent }: AnswerCase,
  chunks: readonly Uint8Array[],
): Buffer[] {
  const rewriter = createAnswerRewriter(format, contentType, restorer, limits, onSigned, sent)
  const shown = chunks.map(chunk => rewriter.write(chunk))
  return [...shown, rewriter.end()].map(bytes => Buffer.from(bytes))
}

export function rewrite(answerCase: AnswerCase, ...chunks: readonly (string | Uint8Array)[]): string {
  const bytes = chunks.map(chunk => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk))
  return rewritePieces(answerCase, bytes).join('')
}

/** The same answer uncut, one byte at a time, and cut in two at every byte (every `step`th); gives each distinct result. */
export function everyCut(answerCase: AnswerCase, text: string, step = 1): Set<string> {
  const bytes = Buffer.from(text)
  const results = new Set([
    rewrite(answerCase, bytes),
    rewrite(answerCase, ...[...bytes].map(byte => Uint8Array.of(byte))),
  ])
  for (let at = 1; at < bytes.length; at += step)
    results.add(rewrite(answerCase, bytes.subarray(0, at), bytes.subarray(at)))
  return results
}

/** One `data:` event per value. */
export function dataEvents(...values: readonly unknown[]): string {
  return values.map(value => `data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`).join('')
}

/** `event:` and `data:` lines, named by `type`. */
export function namedEvents(...values: readonly { type: string }[]): string {
  return values.map(value => `event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`).join('')
}

/** The JSON of each `data:` line. */
export function dataOf(stream: string): unknown[] {
  const lines = stream.split(/\r\n|\n|\r/).filter(line => line.startsWith('data:') && !line.includes('[DONE]'))
  return lines.map(line => JSON.parse(line.slice('data:'.length)))
}
