/**
 * Uploads that come in pieces: OpenAI `POST /uploads/{id}/parts`, and the resumable protocol of Google
 * (`x-goog-upload-command`). A value may be cut between two pieces, so no piece can be scrubbed by itself.
 */
import type { HeaderPairs } from '../../types.ts'

export function isPartialUpload(url: URL, headers: HeaderPairs): boolean {
  if (/\/uploads\/[^/]+\/parts$/.test(url.pathname)) return true
  const command = headers.find(([name]) => name.toLowerCase() === 'x-goog-upload-command')?.[1]
  // `start` opens the upload and holds the file's name only.
  return command !== undefined && !/^\s*start\s*$/i.test(command)
}
