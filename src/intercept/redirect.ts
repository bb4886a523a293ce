/**
 * A client that follows a redirect sends the body it holds, which is the raw one, to wherever the answer points. Inside
 * the same origin the hooks see it again; another origin need not be guarded, so the answer is refused.
 */
import { GuardError } from '../errors.ts'
import type { HeaderPairs } from '../types.ts'
import { findHeader } from './destination.ts'

const redirectStatuses = new Set([301, 302, 303, 307, 308])

/** The target of a redirect inside the same origin, `null` when the answer is none. Throws for another origin. */
export function redirectTarget(status: number, headers: HeaderPairs, from: URL): URL | null {
  if (!redirectStatuses.has(status)) return null
  const location = findHeader(headers, 'location')
  if (location === undefined) return null
  if (!URL.canParse(location, from.href)) throw new GuardError('ERR_GDPR_REDIRECT_REFUSED')
  const target = new URL(location, from)
  if (target.origin !== from.origin) throw new GuardError('ERR_GDPR_REDIRECT_REFUSED')
  return target
}
