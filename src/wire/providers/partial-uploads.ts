/**
 * Uploads that come in pieces: OpenAI `POST /uploads/{id}/parts`, and the resumable protocol of Google
 * (`x-goog-upload-command`). A value may be cut between two pieces, so no piece can be scrubbed by itself.
 */
import type { HeaderPairs } from '../../types.ts'

export function isPartialUpload(url: URL, headers: HeaderPairs): boolean {
  if (/\/uploads\/[^/]+\/parts$/.test(url.pathname)) return true
  // `start`, which names the file in a header and its length before it is scrubbed, would open what nothing may follow.
  return headers.some(([name]) => /^x-goog-upload-(?:command|protocol)$/i.test(name))
}
