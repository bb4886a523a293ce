/** A request and an answer as handlers know them: no framework, no sockets. */
import type { IncomingHttpHeaders } from 'node:http'

/** Who calls. `subjectId` keeps the handles of callers apart; give each tenant its own. It is never sent anywhere. */
export interface Caller {
  readonly subjectId?: string
  readonly role: 'service' | 'subject' | 'operator'
}

export interface ApiRequest {
  readonly method: string
  /** Below the prefix: `/scrub`. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** Reads the body up to `limit` bytes. Throws ERR_GDPR_BODY_TOO_LARGE beyond. */
  readonly readBody: (limit: number) => Promise<unknown>
  /** Asks the application who calls. */
  readonly authenticate: () => Promise<Caller | null>
  /** Aborts when the caller goes away. */
  readonly signal: AbortSignal
  readonly id: string
}

export interface ApiAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** A stream ends the answer when it ends; when it throws, the answer is broken off. */
  readonly body: string | AsyncIterable<string>
}

export function jsonAnswer(value: unknown, status = 200): ApiAnswer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) }
}
