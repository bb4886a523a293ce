/** Sends a scrubbed request by node:http and node:https, on connections that are kept open. */
import * as http from 'node:http'
import * as https from 'node:https'
import { GuardError } from '../errors.ts'
import type { Send } from './forward.ts'
import { headerObject } from './headers.ts'

export interface DirectOptions {
  /** How long an upstream may be silent, in milliseconds. */
  readonly timeoutMs: number
}

export function sendDirect({ timeoutMs }: DirectOptions): { send: Send; close(): void } {
  // The same time-out for agent and request: then sockets have it from their beginning, and no request sets it anew.
  const settings = { keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, maxFreeSockets: 256, timeout: timeoutMs }
  const agents = { 'http:': new http.Agent(settings), 'https:': new https.Agent(settings) }

  const send: Send = ({ url, method, headers, body }, { hold }) =>
    new Promise((resolve, reject) => {
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
      hold(request)
      request.on('timeout', () => request.destroy(new GuardError('ERR_GDPR_UPSTREAM_TIMEOUT')))
      request.on('response', resolve)
      request.on('error', reject)
      // An upgrade that nobody asked for is destroyed by node:http without a word of it.
      request.on('close', () => reject(new GuardError('ERR_GDPR_UPSTREAM_ERROR')))
      request.end(body)
    })

  return {
    send,
    close: () => {
      agents['http:'].destroy()
      agents['https:'].destroy()
    },
  }
}
