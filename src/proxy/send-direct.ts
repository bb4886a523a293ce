/** Sends a scrubbed request by node:http and node:https, on connections that are kept open. */
import * as http from 'node:http'
import * as https from 'node:https'
import { GuardError } from '../errors.ts'
import type { Send } from './forward.ts'

export interface DirectOptions {
  /** How long an upstream may be silent, in milliseconds. */
  readonly timeoutMs: number
}

export function sendDirect({ timeoutMs }: DirectOptions): { send: Send; close(): void } {
  const settings = { keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, maxFreeSockets: 256 }
  const agents = { 'http:': new http.Agent(settings), 'https:': new https.Agent(settings) }

  const send: Send = ({ url, method, headers, body }, { hold }) =>
    new Promise((resolve, reject) => {
      const isSecure = url.protocol === 'https:'
      const request = (isSecure ? https : http).request(url, {
        method,
        agent: isSecure ? agents['https:'] : agents['http:'],
      })
      hold(request)
      // Given as an array they would come without a Host, and hooks could not take their mark off.
      for (const [name, value] of headers) request.appendHeader(name, value)
      request.setTimeout(timeoutMs, () => request.destroy(new GuardError('ERR_GDPR_UPSTREAM_TIMEOUT')))
      request.on('response', resolve)
      request.on('error', reject)
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
