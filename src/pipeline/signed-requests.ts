/**
 * Requests that carry a signature over their body. Scrubbing them would only make the provider refuse them, with words about
 * keys that send users looking in the wrong place.
 */
import type { RawRequest } from '../types.ts'
import { headerOf } from './identifiers.ts'

/** AWS Signature Version 4 and 4A, in the header or in the query. */
export function isSignedForAws({ url, headers }: RawRequest): boolean {
  if (headerOf(headers, 'authorization')?.startsWith('AWS4-') === true) return true
  return url.search !== '' && url.searchParams.has('X-Amz-Signature')
}
