/** Sends a scrubbed request by node:http and node:https, on connections that are kept open. */
import * as http from 'node:http'
import * as https from 'node:https'
import { GuardError } from '../errors.ts'
import type { Send } from './call.ts'
import { headerObject } from './headers.ts'
import { receiveAnswerOf } from './receive-message.ts'

export interface SenderOptions {
  /** How long an upstream may be silent, in milliseconds. */
  readonly timeoutMs: number
}

export interface Sender {
  readonly send: Send
  close(): void
}

export function sendDirect({ timeoutMs }: SenderOptions): Sender {
  // The same time-out for agent and request: then sockets have it from their beginning, and no request sets it anew.
  const settings = { keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, maxFreeSockets: 256, timeout: timeoutMs }
  const agents = { 'http:': new http.Agent(settings), 'https:': new https.Agent(settings) }

  const send: Send = ({ url, method, headers, body }, receiver) => {
    const isSecure = url.protocol === 'https:'
    // Not the URL itself: node:http would copy each of its properties several times over.
    const request = (isSecure ? https : http).request({
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? undefined : url.port,
      path: url.pathname + url.search,
      method,
      headers: headerObject(headers),
      agent: isSecure ? agents['https:'] : agents['http:'],
      timeout: timeoutMs,
    })
    receiveAnswerOf(request, receiver)
    request.on('timeout', () => request.destroy(new GuardError('ERR_GDPR_UPSTREAM_TIMEOUT')))
    request.end(body)
  }

  return {
    send,
    close: () => {
      agents['http:'].destroy()
      agents['https:'].destroy()
    },
  }
}
