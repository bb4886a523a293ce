/**
 * What names the client, and what happens to it. Outbound headers are an allow-list: what is not named here, in the
 * provider's entry or in the user's `headers` option stays inside (governance G-3.1). Identifying body fields are
 * removed, or become keyed pseudonyms when `pseudonymKey` is set.
 */
import { createHmac } from 'node:crypto'
import { highestNumber } from '../mask/index.ts'
import type { HeaderPairs } from '../types.ts'

/** Fixed product token in place of the SDK's, which tells runtime, operating system and versions. */
const userAgent = 'llm-gdpr-guard'

const allowedHeaders = new Set([
  'accept',
  'anthropic-beta',
  'anthropic-version',
  'api-key',
  'authorization',
  'content-type',
  'idempotency-key',
  'openai-beta',
  'openai-organization',
  'openai-project',
  'x-api-key',
  'x-goog-api-key',
])

/** Headers whose value is a credential or fixed by the guard: never searched for personal data. */
const credentialHeaders = new Set(['api-key', 'authorization', 'x-api-key', 'x-goog-api-key'])

/** The headers that may leave, in their order, without those that describe the body (the carrier adds its length). */
export function outboundHeaders(headers: HeaderPairs, extra: readonly string[]): [string, string][] {
  const kept: [string, string][] = []
  for (const [name, value] of headers) {
    const lower = name.toLowerCase()
    if (allowedHeaders.has(lower) || extra.includes(lower)) kept.push([lower, value])
  }
  kept.push(['user-agent', userAgent], ['accept-encoding', 'identity'])
  return kept
}

/** The headers in which personal data could leave. */
export function searchableHeaders(headers: HeaderPairs): HeaderPairs {
  return headers.filter(([name]) => !credentialHeaders.has(name))
}

/** A stable name for an identifier that does not tell the identifier. 32 characters, for fields limited to 64. */
export function pseudonymOf(key: string, identifier: string): string {
  return createHmac('sha256', key).update(identifier).digest('hex').slice(0, 32)
}

/** A field of a message, its values joined as RFC 9110 section 5.3 allows; `null` where it is missing. */
export function headerOf(headers: HeaderPairs, wanted: string): string | null {
  let joined: string | null = null
  for (const [name, value] of headers) {
    if (name.length !== wanted.length || name.toLowerCase() !== wanted) continue
    joined = joined === null ? value : `${joined}, ${value}`
  }
  return joined
}

/** Fields of forms that name the end user, as providers call them in JSON bodies too; brackets hold a name of the caller. */
const identifierFields = /^(?:metadata(?:\[.*\])?|prompt_cache_key|safety_identifier|user|user_id|user_location)$/

export function isIdentifierField(name: string): boolean {
  return identifierFields.test(name)
}

/**
 * The number of a value in texts that are compared with texts of other calls: the same value, the same number, in every
 * process with the same key. Two values share one about as often as two of ten million do.
 */
export function stableNumberOf(key: string, type: string, value: string): number {
  const digest = createHmac('sha256', key).update(`placeholder\n${type}\n${value}`).digest()
  return 1 + (digest.readUIntBE(0, 6) % highestNumber)
}
