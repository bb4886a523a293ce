/** What a sender of requests and the one who relays the answer say to each other. Events, no promises: an answer may come in one piece. */
import type { IncomingMessage } from 'node:http'
import type { ScrubbedRequest } from '../types.ts'

export interface Destroyable {
  destroy(): unknown
}

/** Where an answer comes from. */
export interface AnswerSource extends Destroyable {
  pause(): unknown
  resume(): unknown
}

/** Hears of one call: `hold`, `head`, `data` as often as there is some, `end`. `fail` may come at any time, and ends it. */
export interface AnswerReceiver {
  /** What has to be destroyed from now on when the client goes away: at once where it has gone already. */
  hold(call: Destroyable): void
  /** `rawHeaders`: names and values in turn, as the provider wrote them. */
  head(status: number, rawHeaders: readonly string[], source: AnswerSource): void
  data(chunk: Uint8Array): void
  /** The answer has come in whole. */
  end(): void
  fail(error: unknown): void
}

/** Sends what was scrubbed and tells the receiver of the answer, unread. `client`: the request that it came from. */
export type Send = (request: ScrubbedRequest, receiver: AnswerReceiver, client: IncomingMessage) => void
