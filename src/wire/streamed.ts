/** Whether an answer comes as a stream, by its type, and by its path where the type does not tell. */
import { awsEventStream } from './aws-event-stream.ts'

export function isStreamed(contentType: string, path: string): boolean {
  // Gemini without `alt=sse` delivers a JSON array in pieces.
  return streamTypes.has(contentType) || (contentType === 'application/json' && path.endsWith(':streamGenerateContent'))
}

const streamTypes: ReadonlySet<string> = new Set([
  awsEventStream,
  'application/jsonl',
  'application/ndjson',
  'application/stream+json',
  'application/x-jsonlines',
  'application/x-ndjson',
  'text/event-stream',
])
