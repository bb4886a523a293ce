/**
 * Remembers where the findings of a text are, so that the history of a growing chat is not searched again on every turn.
 * Keys are keyed hashes and findings hold offsets only: no text is kept.
 */
import { createHmac, randomBytes } from 'node:crypto'
import type { Detector, FieldHint, Finding } from '../types.ts'

/** Shorter texts are searched faster than they are hashed. */
const shortestText = 512
const mostTexts = 4_096
const mostFindings = 400_000

export function cacheDetections(detector: Detector): Detector {
  const key = randomBytes(32)
  const cache = new Map<string, readonly Finding[]>()
  let held = 0

  function remember(digest: string, findings: readonly Finding[]): void {
    if (findings.length > mostFindings / 8) return
    cache.set(digest, findings)
    held += findings.length
    for (const [oldest, old] of cache) {
      if (cache.size <= mostTexts && held <= mostFindings) return
      cache.delete(oldest)
      held -= old.length
    }
  }

  function recall(digest: string): readonly Finding[] | undefined {
    const findings = cache.get(digest)
    if (findings === undefined) return undefined
    cache.delete(digest)
    cache.set(digest, findings)
    return findings
  }

  return {
    detect(text, hint) {
      if (text.length < shortestText) return detector.detect(text, hint)
      const digest = digestOf(key, text, hint)
      const known = recall(digest)
      if (known !== undefined) return known
      const findings = detector.detect(text, hint)
      if (!(findings instanceof Promise)) {
        remember(digest, findings)
        return findings
      }
      return findings.then(found => {
        if (!cache.has(digest)) remember(digest, found)
        return found
      })
    },
  }
}

function digestOf(key: Buffer, text: string, hint: FieldHint | undefined): string {
  return createHmac('sha256', key)
    .update(`${hint?.path?.join('/') ?? ''}\n${hint?.key ?? ''}\n`)
    .update(text, 'utf16le')
    .digest('base64')
}
